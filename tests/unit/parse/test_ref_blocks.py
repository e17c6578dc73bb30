"""The REF block over its whole variety: every line of `ref_blocks.txt` is a case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from transforms.parse.cable import Ref
from transforms.parse.refs import parse_refs

_CASES = Path(__file__).with_name("ref_blocks.txt")
_LINE = re.compile(r"(?:@(?P<year>\d{4}) )?(?P<text>.*?) =>(?: (?P<rows>.*))?")


def _cases() -> Iterator[object]:
    theme = ""
    for line in _CASES.read_text("utf-8").splitlines():
        if line.startswith("#"):
            theme = line.lstrip("# ")
        elif match := _LINE.fullmatch(line):
            rows = match["rows"].split("; ") if match["rows"] else []
            year = int(match["year"] or 2008)
            yield pytest.param(match["text"], year, rows, id=f"{theme}: {match['text']}")


def _show(ref: Ref, *, with_raw: bool) -> str:
    named = ref.target_id or (f"{ref.kind} <{ref.raw}>" if with_raw else ref.kind)
    flags = ["notal"] * ref.is_notal + ["prev"] * ref.and_previous
    return " ".join([*([ref.label] if ref.label else []), named, *flags])


@pytest.mark.parametrize(("text", "year", "expected"), list(_cases()))
def test_block(text: str, year: int, expected: list[str]) -> None:
    refs = parse_refs(text, year=year, post="ELDERPORT")
    with_raw = any("<" in row for row in expected)
    assert [_show(ref, with_raw=with_raw) for ref in refs] == expected
    assert [ref.ordinal for ref in refs] == list(range(1, len(refs) + 1))


def test_the_file_is_read() -> None:
    assert len(list(_cases())) > 250
