"""The question that the data dictionary works through is answered rightly by the query it gives."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import yaml

ROOT = Path(__file__).parents[2]
DICTIONARY = ROOT / "docs" / "reference" / "data_dictionary.md"
ANSWERS = yaml.safe_load((Path(__file__).parent / "answers.yaml").read_text("utf-8"))


def test_the_worked_question(known: duckdb.DuckDBPyConnection) -> None:
    (query,) = re.findall(r"```sql\n(.*?)```", DICTIONARY.read_text("utf-8"), re.DOTALL)
    rows = [list(row) for row in known.execute(query).fetchall()]
    assert rows == ANSWERS["04-cites-what-we-lack"]
