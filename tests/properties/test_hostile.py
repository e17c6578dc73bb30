"""The cost of a parse grows with the length of the text and with nothing else."""

from __future__ import annotations

import time

import pytest
from builders import message, record
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.parse.cable import Cable
from transforms.parse.parse import parse
from transforms.parse.spans import find_spans
from transforms.read.record import Metadata

METADATA = Metadata(mrn="08OSLO417")
_RATIO = 8.0
"""Four times the text may cost eight times as much: twice what a linear parse costs."""

_FLOOR = 0.01
_ROUNDS = 3

FAMILIES = {
    "one-letter": "A",
    "one-digit": "1",
    "blanks": " ",
    "blank-lines": "\n",
    "tabs": "\t",
    "dashes": "-",
    "dashes-apart": "- ",
    "stops": ". ",
    "open-brackets": "(",
    "brackets": "(A) ",
    "nested-brackets": "((a) ",
    "square-brackets": "[",
    "links": "[1](#)",
    "broken-links": "[1](#",
    "open-quotes": '"',
    "damaged-quotes": "&a",
    "damaged-quotes-8": "&a8 ",
    "pilcrows": "¶",
    "pilcrow-numbers": "¶1. ",
    "numbers": "1. (C) ",
    "numbered-lines": "1. (C) A pier.\n",
    "years": "2008. ",
    "spaced-letters": "C O N F I D E N T I A L ",
    "levels": "CONFIDENTIAL\n",
    "labels": "SUBJECT: ",
    "label-lines": "TAGS: PREL\n",
    "order-lines": "E.O. 12958: DECL: 01/01/2018\n",
    "author-lines": "CLASSIFIED BY: A. QUILL, REASON 1.4 B\n",
    "refs": "A. OSLO 12 ",
    "ref-lines": "A. OSLO 12\n",
    "ref-lists": "OSLO 1, 2, 3/4/5 AND 6; ",
    "ref-labels": "REF A. ",
    "mentions": "ref A, refs B-D, 08 OSLO 12345 ",
    "cables-in-prose": "OSLO 1290 AND STATE 123456 ",
    "cable-lines": "OSLO 1290 AND STATE 123456\n",
    "labels-in-prose": "refs A-C and B\n",
    "letters": "a. item, ",
    "colons": ":\n",
    "copies": "Corrected copy\n",
    "ruled-headings": "----- HEAD -----\n",
    "stamps": "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005 ",
    "unknown-posts": "QUIBBLE 12 ",
    "tags": "PREL, ",
    "glued-tags": "PREL",
    "tag-names": "OVIP QUILL AUGUSTA ",
    "page-lines": "OSLO 00000417  002 OF 003\n",
    "page-marks": "OSLO 00000417 002 OF 003 ",
    "serials": "00000417 ",
    "captions": "SIPDIS NOFORN ",
    "noise-in-and-between-lines": "he said the SIPDIS tide tables\nSIPDIS\n",
    "addresses": "RUEHC/SECSTATE WASHDC PRIORITY 3310\n",
    "address-words": "PRIORITY ",
    "routing": "RUEHC ",
    "groups": "011430Z APR 08 ",
    "rules": "----- ",
    "headings": "\n\nA PIER\n------\n",
    "tables": "Elderport      12      13\n",
    "columns": "a   ",
    "dotted": "....",
    "hyphens": "re-\nelection ",
    "redactions": "XXXXXXXXXXXX ",
    "summaries": "Summary: x. End summary. ",
    "signatures": "BELLWEATHER\n",
    "markup": "<a href=",
    "entities": "&#182;",
}
PLACES = {
    "header": lambda text: f"{text}\n\n{message('1. (C) A pier.')}",
    "refs": lambda text: message(f"REF: {text}"),
    "tags": lambda text: message(
        "1. (C) A pier.", opening=f"UNCLAS OSLO 417\n\nTAGS: {text}\nSUBJECT: A PIER"
    ),
    "subject": lambda text: message(
        "1. (C) A pier.", opening=f"UNCLAS OSLO 417\n\nTAGS: PREL\nSUBJECT: A PIER {text}"
    ),
    "order": lambda text: message(
        "1. (C) A pier.", opening=f"UNCLAS OSLO 417\n\nE.O. 12958: DECL: {text}\nSUBJECT: A PIER"
    ),
    "classifier": lambda text: message(f"Classified By: DCM {text}"),
    "body": lambda text: message(f"1. (C) {text}"),
    "paragraphs": lambda text: message(f"1. (C) A pier.\n\n{text}"),
}


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(_ROUNDS):
        started = time.process_time()
        result = parse(record(text, metadata=METADATA))
        best = min(best, time.process_time() - started)
        assert isinstance(result, Cable)
    return best


def _assert_linear(small: str, large: str) -> None:
    """Four times the text at eight times the cost at most; the square would be sixteen."""
    assert _seconds(large) < _RATIO * max(_seconds(small), _FLOOR)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("family", FAMILIES)
def test_four_times_the_text_costs_four_times_as_much(family: str, place: str) -> None:
    unit = FAMILIES[family]
    count = 3_000 // len(unit)
    _assert_linear(PLACES[place](unit * count), PLACES[place](unit * count * 4))


@pytest.mark.parametrize("family", ["one-letter", "blanks", "refs", "stops", "brackets", "numbers"])
def test_one_very_long_line(family: str) -> None:
    unit = FAMILIES[family]
    count = 50_000 // len(unit)
    _assert_linear(message(f"REF: {unit * count}"), message(f"REF: {unit * count * 4}"))


def test_a_count_with_a_gap_at_every_step() -> None:
    small, large = (
        message(
            "".join(f"\n¶{(2 * step + 1) % 199}. (C) The board met.\n" for step in range(count))
        )
        for count in (2_000, 8_000)
    )
    _assert_linear(small, large)


def test_items_with_signs_and_numbers() -> None:
    small, large = (
        message("1. (C) The board met.\n" + "-1. The pier opened.\n" * count)
        for count in (2_000, 8_000)
    )
    _assert_linear(small, large)


def test_ten_thousand_references() -> None:
    text = message("REF: " + "; ".join(f"OSLO {number}" for number in range(1, 10_001)))
    result = parse(record(text, metadata=METADATA))
    assert isinstance(result, Cable)
    # One of them is the cable itself, and the opening has one of its own.
    assert len(result.refs) == 10_000
    assert result.coverage == 1.0


_ANYTHING = st.lists(
    st.one_of(st.sampled_from(sorted(FAMILIES.values())), st.text(max_size=12)), max_size=60
).map("".join)


@settings(deadline=None, max_examples=100)
@given(_ANYTHING, st.booleans())
def test_no_mixture_raises_or_parses_twice_differently(text: str, has_opening: bool) -> None:
    given_text = message(text) if has_opening else text
    first = parse(record(given_text, metadata=METADATA))
    assert first == parse(record(given_text, metadata=METADATA))
    if isinstance(first, Cable):
        ends = [0, *(claim.end for claim in first.claims)]
        assert all(end <= claim.start for end, claim in zip(ends, first.claims, strict=False))
        spans = find_spans(given_text, first)
        covered = "".join("".join(given_text[s.start : s.end].split()) for s in spans)
        claimed = "".join("".join(given_text[c.start : c.end].split()) for c in first.claims)
        assert covered == claimed
