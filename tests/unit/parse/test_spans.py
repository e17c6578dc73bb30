"""The finer spans: each value where it is written, and not a character more than was claimed."""

from __future__ import annotations

import pytest
from builders import OPENING, message, parsed

from samples.cables import invent
from samples.formats import render_plain
from transforms.parse.spans import find_spans
from transforms.read.record import Metadata

BODY = """[1](#)1. (C) Summary: The minister hopes to open the pier in [1](#)2009. End summary.

A Pier and Its Critics

12. (SBU) The harbor board objected, saying that the tide tables and every chart
SIPDIS
of the sound had been ignored (Ref A).

OSLO 00000417  002 OF 003

¶3. (C) Comment: The pier will wait. End comment.
BELLWEATHER"""


def _shown(text: str) -> dict[str, list[tuple[str, str | None]]]:
    shown: dict[str, list[tuple[str, str | None]]] = {}
    for span in find_spans(text, parsed(text)):
        shown.setdefault(span.what, []).append((text[span.start : span.end], span.value))
    return shown


EXPECTED = {
    "cables.dtg": ("011430Z APR 08", "2008-04-01 14:30:00 UTC"),
    "cables.precedence": ("P", "PRIORITY"),
    "cables.origin": ("AMEMBASSY OSLO", "AMEMBASSY OSLO"),
    "recipients.plad": ("AMEMBASSY PORT LOUIS", "INFO AMEMBASSY PORT LOUIS"),
    "recipients.routing_indicator": ("RUEHC", "RUEHC"),
    "recipients.message_serial": ("3310", "3310"),
    "cables.body_classification": ("C O N F I D E N T I A L", "CONFIDENTIAL"),
    "cables.mrn": ("OSLO 000417", "08OSLO417"),
    "cables.captions": ("SIPDIS", "SIPDIS"),
    "cables.executive_order": ("12958", "12958"),
    "cables.declassify_on": ("04/01/2018", "2018-04-01"),
    "tags.tag": ("ETRD", "ETRD (subject)"),
    "cables.subject": ("FERRY MINISTER WANTS A SECOND PIER", "FERRY MINISTER WANTS A SECOND PIER"),
    "refs.raw": ("STATE 41120", "A: 08STATE41120"),
    "cables.classifier_title": ("DCM", "DCM"),
    "cables.classified_by": ("Una Bellweather", "Una Bellweather"),
    "cables.classification_reasons": ("1.4 (b) and (d).", "1.4(B), 1.4(D)"),
    "paragraphs.number": ("12.", "2"),
    "paragraphs.classification": ("(SBU)", "SBU"),
    "paragraphs.heading": ("A Pier and Its Critics", "A Pier and Its Critics"),
    "mentions.raw": ("Ref A", "08STATE41120"),
    "noise.pilcrow": ("[1](#)", None),
    "noise.stray_caption": ("SIPDIS", None),
    "noise.page_line": ("OSLO 00000417  002 OF 003", None),
    "noise.security_line": ("ZNY CCCCC ZZH", None),
    "cables.signed_by": ("BELLWEATHER", "BELLWEATHER"),
}


@pytest.mark.parametrize("what", EXPECTED)
def test_each_value_is_found_where_it_is_written(what: str) -> None:
    assert EXPECTED[what] in _shown(message(BODY))[what]


def test_paragraphs_are_told_apart() -> None:
    shown = _shown(message(BODY))["paragraphs.text"]
    assert list(dict.fromkeys(value for _, value in shown)) == [
        "paragraph 1, summary",
        "paragraph 2, body",
        "paragraph 3, comment",
    ]


def test_a_value_that_a_page_line_cuts_in_two_is_found_in_part() -> None:
    opening = OPENING.replace(
        "A. STATE 41120", "A. QUILL AND MOSS E-MAIL OF\nOSLO 00000417  002 OF 003\n\nMARCH 3, 2008"
    )
    found = [text for text, value in _shown(message(BODY, opening=opening))["refs.raw"] if value]
    assert found == ["QUILL AND MOSS E-MAIL OF"]


@pytest.mark.parametrize("index", range(25))
def test_spans_cover_what_the_claims_cover(index: int) -> None:
    text = render_plain(invent(index, 3, mean_sentences=3), index)
    cable = parsed(text)
    spans = find_spans(text, cable)
    assert [s.end for s in spans[:-1]] <= [s.start for s in spans[1:]]
    covered = "".join("".join(text[s.start : s.end].split()) for s in spans)
    claimed = "".join("".join(text[c.start : c.end].split()) for c in cable.claims)
    assert covered == claimed
    numbers = [s.value for s in spans if s.what == "paragraphs.number"]
    assert numbers == [str(p.number) for p in cable.paragraphs]
    assert sum(s.what == "paragraphs.classification" for s in spans) == len(cable.paragraphs)
    assert [s.value for s in spans if s.what == "tags.tag" and s.value] == [
        f"{tag.tag} ({tag.kind})" for tag in cable.tags
    ]
    assert sum(s.what == "refs.raw" and s.value is not None for s in spans) == len(cable.refs)
    assert sum(s.what == "mentions.raw" for s in spans) == len(cable.mentions)


def test_without_a_header_there_are_no_spans_of_one() -> None:
    text = message("1. (C) The pier opened.", header="")
    cable = parsed(text, metadata=Metadata(mrn="08OSLO417"))
    assert "cables.dtg" not in {span.what for span in find_spans(text, cable)}
