"""The cases of `unit/parse/references/ref_blocks.txt`, shared by the tests of the block and of whole cables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from transforms.parse.cable import Ref

_CASES = Path(__file__).parents[1] / "unit" / "parse" / "references" / "ref_blocks.txt"
_LINE = re.compile(r"(?:@(?P<year>\d{4}) )?(?P<text>.*?) =>(?: (?P<rows>.*))?")


def cases() -> Iterator[tuple[str, int, list[str]]]:
    """Text, year of the citing cable and expected rows of each case."""
    for line in _CASES.read_text("utf-8").splitlines():
        match = None if line.startswith("#") else _LINE.fullmatch(line)
        if match is not None:
            rows = match["rows"].split("; ") if match["rows"] else []
            yield match["text"], int(match["year"] or 2008), rows


def show(ref: Ref, *, with_raw: bool) -> str:
    """A row as the file writes it."""
    named = ref.target_id or (f"{ref.kind} <{ref.raw}>" if with_raw else ref.kind)
    flags = ["notal"] * ref.is_notal + ["prev"] * ref.and_previous
    return " ".join([*([ref.label] if ref.label else []), named, *flags])
