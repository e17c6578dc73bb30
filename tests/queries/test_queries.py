"""Every question of the query library is answered rightly where the truth is known."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
import yaml

ROOT = Path(__file__).parents[2]
QUESTIONS = sorted((ROOT / "docs" / "queries").glob("*.sql"))
ANSWERS = yaml.safe_load((Path(__file__).parent / "answers.yaml").read_text("utf-8"))


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_answer(known: duckdb.DuckDBPyConnection, path: Path) -> None:
    rows = [list(row) for row in known.execute(path.read_text("utf-8")).fetchall()]
    assert rows == ANSWERS[path.stem]
    assert rows, "a question without an answer proves nothing"


def test_every_question_has_a_title_and_an_answer() -> None:
    assert len(QUESTIONS) >= 30
    assert {path.stem for path in QUESTIONS} == set(ANSWERS)
    for path in QUESTIONS:
        title = path.read_text("utf-8").splitlines()[0]
        assert title.startswith("-- "), path.name
        assert title.endswith("?"), path.name
