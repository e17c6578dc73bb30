"""The body: numbers, headings, joined sentences, tables, signature; nothing left out."""

from __future__ import annotations

import pytest
from builders import message, parsed

from transforms.parse.page_noise import drop_page_marks, find_page_mark, noise_of
from transforms.parse.paragraph_kinds import kind_by_words
from transforms.parse.redactions import count_redactions
from transforms.parse.repair import repair_characters
from transforms.parse.residue import unlink
from transforms.parse.signature import find_signature
from transforms.parse.unwrap import Piece, unwrap


@pytest.mark.parametrize(
    ("line", "noise"),
    [
        ("OSLO 00000417  002 OF 003", "noise.page_line"),
        ("BUENOS AIR 00000417  002.2 OF 003", "noise.page_line"),
        ("Oslo 00000417 002 of 003", "noise.page_line"),
        ("SIPDIS", "noise.stray_caption"),
        ("PAGE 02 RUEHNY0417 C O N F I D E N T I A L", "noise.page_line"),
        ("CONFIDENTIAL", "noise.banner"),
        ("NNNN", "noise.operating_signal"),
        ("Oslo opened 002 of 003 berths", None),
        ("The confidential talks", None),
        ("", None),
    ],
)
def test_noise_lines(line: str, noise: str | None) -> None:
    assert noise_of(line) == noise


def test_page_marks_within_text() -> None:
    assert find_page_mark("he said BUENOS AIR 00000417  002 OF 003") == (len("he said "), 39)
    assert find_page_mark("he said 002 OF 003") is None
    assert drop_page_marks("A. LIMA 1 OSLO 00000417 001 OF 002 B. LIMA 2").split() == (
        "A. LIMA 1 B. LIMA 2".split()
    )


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([("The pier", False), ("opened.", False)], "The pier opened."),
        ([("The off-", False), ("shore pier", False)], "The off-shore pier"),
        ([("The pier --", False), ("a long one", False)], "The pier -- a long one"),
        ([("Points:", False), ("-- one", False), ("-- two", False)], "Points:\n-- one\n-- two"),
        ([("The board objected, saying that the tide tables of", False), ("Elderport", True)],
         "The board objected, saying that the tide tables of Elderport"),
        ([("It opened.", False), ("Later it closed.", True)], "It opened.\nLater it closed."),
        ([("Port      2005   2006", False), ("Oslo        12     13", False)],
         "Port      2005   2006\nOslo        12     13"),
        ([("He agreed.", False), ("End summary.", False)], "He agreed. End summary."),
    ],
    ids=["join", "hyphen", "dash", "bullets", "page-break", "finished", "table", "end-mark"],
)  # fmt: skip
def test_lines_are_joined_as_a_reader_would(lines: list[tuple[str, bool]], text: str) -> None:
    assert unwrap([Piece(line, "blank" if is_apart else "") for line, is_apart in lines]) == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Summary: A", "summary"), ("SUMMARY", "summary"), ("Begin summary. A", "summary"),
     ("(Summary) A", "summary"), ("Summay: A", "summary"), ("Key points: A", "summary"),
     ("Comment: A", "comment"), ("COMMENT AND OUTLOOK", "comment"), ("Action request: A", "action"),
     ("Summaries differ", None), ("Comments were few and", None), ("The pier", None)],
)  # fmt: skip
def test_kinds_by_first_words(text: str, kind: str | None) -> None:
    assert kind_by_words(text) == kind


@pytest.mark.parametrize(
    ("line", "above", "name"),
    [
        ("BELLWEATHER", "", "BELLWEATHER"),
        ("O'MOSS", "", "O'MOSS"),
        ("Bellweather", "It ended.", "Bellweather"),
        ("It ended. End comment. DUDLEIGH", "", "DUDLEIGH"),
        ("CONFIDENTIAL", "", None),
        ("NNNN", "", None),
        ("XXXXXXXXXXXX", "", None),
        ("He spoke to UNESCO", "", None),
        ("Bellweather", "and they went to", None),
    ],
)
def test_signatures(line: str, above: str, name: str | None) -> None:
    found = find_signature(line, above=above, text=f"Some text.\n{above}\n{line}")
    assert (found[0] if found else None) == name


def test_an_acronym_used_elsewhere_is_no_signature() -> None:
    assert (
        find_signature("He praised it. IFOR", above="", text="IFOR came. He praised it. IFOR")
        is None
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [("XXXXXXXXXXXX met XXXXXXXXXXXX", 2), ("[name removed] and (NAME REMOVED)", 2), ("______ [...]", 2),
     ("XX and part IX of xx", 0), ("", 0)],
)  # fmt: skip
def test_redactions_are_counted(text: str, count: int) -> None:
    assert count_redactions(text) == count


@pytest.mark.parametrize(
    ("text", "repaired"),
    [("the harbor,s pier", "the harbor's pier"), ("the &grand pier8, he said", 'the "grand pier", he said'),
     ("ships, sails and AT&T 18", "ships, sails and AT&T 18")],
)  # fmt: skip
def test_damaged_characters(text: str, repaired: str) -> None:
    assert repair_characters(text) == repaired


@pytest.mark.parametrize(
    ("text", "unlinked"),
    [("[PREL](#) [XL](/tag/XL_0.html)", "PREL XL"), ("[1](#)2. A", "¶2. A"), ("in [1](#)2007", "in ¶2007"),
     ("Â¶3. A", "¶3. A"), ("�4. A", "¶4. A"), ("array[1] (x)", "array[1] (x)")],
)  # fmt: skip
def test_residue_of_exports(text: str, unlinked: str) -> None:
    assert unlink(text) == unlinked


BODY = """[1](#)1. (C) Summary: The minister hopes to open the pier in [1](#)2009. End summary.

A Pier and Its Critics

12. (SBU) The harbor board objected with many words, saying that the

SIPDIS

tide tables had been ignored (Ref A).

OSLO 00000417 002 OF 002

TIDES
-----

¶3. (C/NF) Comment: The pier will wait. End comment.
BELLWEATHER"""


def test_a_whole_body() -> None:
    cable = parsed(message(BODY))
    assert [(p.number, p.classification, p.kind, p.heading, p.text) for p in cable.paragraphs] == [
        (
            1,
            "C",
            "summary",
            None,
            "Summary: The minister hopes to open the pier in 2009. End summary.",
        ),
        (
            2,
            "SBU",
            "body",
            "A Pier and Its Critics",
            "The harbor board objected with many words, saying that the tide tables had been ignored "
            "(Ref A).",
        ),
        (3, "C/NF", "comment", "TIDES", "Comment: The pier will wait. End comment."),
    ]
    assert cable.signed_by == "BELLWEATHER"
    assert cable.coverage == 1.0


def test_an_unnumbered_body_is_cut_at_blank_lines() -> None:
    cable = parsed(message("THE PIER OPENED.\n\nNOBODY CAME."))
    assert [(p.number, p.text) for p in cable.paragraphs] == [
        (None, "THE PIER OPENED."),
        (None, "NOBODY CAME."),
    ]


def test_text_above_the_first_paragraph_is_kept() -> None:
    cable = parsed(message("Please act by Monday.\n\n1. (U) The pier opened."))
    assert [(p.number, p.text) for p in cable.paragraphs] == [
        (None, "Please act by Monday."),
        (1, "The pier opened."),
    ]
