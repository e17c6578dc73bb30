"""The REF block over its whole variety: every line of `ref_blocks.txt` is a case."""

from __future__ import annotations

import pytest
from ref_cases import cases, show

from transforms.parse.references.block import parse_refs


@pytest.mark.parametrize(("text", "year", "expected"), list(cases()))
def test_block(text: str, year: int, expected: list[str]) -> None:
    refs = parse_refs(text, year=year, post="ELDERPORT")
    with_raw = any("<" in row for row in expected)
    assert [show(ref, with_raw=with_raw) for ref in refs] == expected
    assert [ref.ordinal for ref in refs] == list(range(1, len(refs) + 1))


def test_the_file_is_read() -> None:
    assert len(list(cases())) > 650
