"""The seed comes out as its expected file says, column by column, and so does the real sample."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, datetime
from typing import Any

import pytest
from builders import CORPUS, read_path

from transforms.parse.cable import Cable
from transforms.parse.parse import parse
from transforms.read.record import Record, Refusal, Skipped

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the real sample lies beside the project, and is not here"
)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return f"{value.isoformat()}Z"
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


@pytest.fixture(scope="module")
def seed() -> Cable:
    (record,) = read_path(CORPUS / "seed" / "06ASTANA668.txt")
    assert isinstance(record, Record)
    cable = parse(record)
    assert isinstance(cable, Cable)
    return cable


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    path = CORPUS / "seed" / "06ASTANA668.expected.json"
    return json.loads(path.read_text("utf-8"))  # type: ignore[no-any-return]


def test_the_cable(seed: Cable, expected: dict[str, Any]) -> None:
    got = {name: _plain(getattr(seed, name)) for name in expected["cables"]}
    assert got == expected["cables"]


@pytest.mark.parametrize("table", ["tags", "refs", "recipients"])
def test_its_rows(seed: Cable, expected: dict[str, Any], table: str) -> None:
    rows = [
        {name: _plain(getattr(row, name)) for name in expected[table][0]}
        for row in getattr(seed, table)
    ]
    assert rows == expected[table]


def test_its_paragraphs(seed: Cable, expected: dict[str, Any]) -> None:
    assert len(seed.paragraphs) == len(expected["paragraphs"])
    for got, want in zip(seed.paragraphs, expected["paragraphs"], strict=True):
        for name in ("number", "classification", "kind", "heading"):
            assert getattr(got, name) == want[name]
        assert got.text.startswith(want["starts"])
        assert got.text.endswith(want["ends"])


def test_its_text(seed: Cable, expected: dict[str, Any]) -> None:
    texts = {paragraph.number: paragraph.text for paragraph in seed.paragraphs}
    for rule in expected["text_rules"]:
        assert rule["contains"] in texts[rule["paragraph"]]
    for noise in expected["nowhere_in_paragraphs"]:
        assert noise not in "\n".join(texts.values())


def test_the_real_sample_is_understood_whole() -> None:
    items = read_path(CORPUS)
    assert not [item for item in items if isinstance(item, Refusal)]
    assert len([item for item in items if isinstance(item, Skipped)]) == 2
    records = [item for item in items if isinstance(item, Record)]
    assert Counter(record.format for record in records) == {
        "cablegate_html": 17,
        "cables_csv": 14,
        "preamble": 4,
        "plain_text": 1,
    }
    cables = [parse(record) for record in records]
    assert not [cable for cable in cables if isinstance(cable, Refusal)]
    parsed = [cable for cable in cables if isinstance(cable, Cable)]
    assert len({cable.cable_id for cable in parsed}) == 23
    assert {cable.coverage for cable in parsed} == {1.0}
    assert all(cable.subject and cable.tags and cable.paragraphs for cable in parsed)
