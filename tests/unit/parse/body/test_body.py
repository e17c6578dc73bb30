"""The body: numbers, headings, joined sentences, tables, signature; nothing left out."""

from __future__ import annotations

import pytest
from builders import HEADER, message, parsed

from transforms.parse.body.kinds import kind_by_words
from transforms.parse.body.unwrap import unwrap
from transforms.parse.text.redactions import count_redactions
from transforms.parse.text.repair import repair_characters
from transforms.parse.text.residue import unlink


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
    breaks = ["blank" if is_apart else "" for _, is_apart in lines]
    assert unwrap([line for line, _ in lines], breaks) == text


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
    ("text", "count"),
    [("XXXXXXXXXXXX met XXXXXXXXXXXX", 2), ("[name removed] and (NAME REMOVED)", 2), ("______ [...]", 2),
     ("XX and part IX of xx", 0), ("", 0), ("Louis and XXX met", 1),
     ("XXX       4.50      5.00", 0), ("| pier | XXX | 4 |", 0), ("Fare |XXX|", 0), ("Oslo      XXX", 0),
     ("XXXXXXXXXXXX      4.50", 1)],
)  # fmt: skip
def test_redactions_are_counted(text: str, count: int) -> None:
    assert count_redactions(text) == count


@pytest.mark.parametrize(
    ("text", "repaired"),
    [("the harbor,s pier", "the harbor's pier"), ("AT&T8 is late", "AT&T8 is late"), ("the &grand pier8, he said", 'the "grand pier", he said'),
     ("THE HARBOR,S PIER, S, A,S", "THE HARBOR'S PIER, S, A,S"), ("the 1990,s", "the 1990's"),
     ("we don,t; they,re ready, we,ll see, so,ready", "we don't; they're ready, we'll see, so,ready"),
     ("ships, sails and AT&T 18", "ships, sails and AT&T 18"),
     ("he said &the pier, which the board of the harbor had promised to open before the end of the season, is late.8 It is",
      'he said "the pier, which the board of the harbor had promised to open before the end of the season, is late." It is'),
     ('of AT &T said "it is late." Then', 'of AT &T said "it is late." Then')],
)  # fmt: skip
def test_damaged_characters(text: str, repaired: str) -> None:
    assert repair_characters(text) == repaired


@pytest.mark.parametrize(
    ("text", "unlinked"),
    [("[PREL](#) [XL](/tag/XL_0.html)", "PREL XL"), ("[1](#)2. A", "¶2. A"), ("in [1](#)2007", "in ¶2007"),
     ("[¶](#par2)2. A", "¶2. A"), ("[1](#par2)2. A", "¶2. A"), ("see note [1](#).", "see note 1."),
     ("[x@pier.org](mailto:x@pier.org)", "x@pier.org"), ("[x] (y), [x](y)", "[x] (y), [x](y)"),
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


@pytest.mark.parametrize("spacer", ["-", "END OF PARA"])
def test_a_spacer_parts_paragraphs_as_a_blank_line_does(spacer: str) -> None:
    first = "THE BOARD OF THE HARBOR MET AT THE PIER AT NOON, AND IT ROSE."
    cable = parsed(
        message(f"{first}\n\n{spacer}\n\nNOBODY CAME.\n{spacer}\nIT RAINED ON THE\n{spacer}\npier.")
    )
    assert [p.text for p in cable.paragraphs] == [first, "NOBODY CAME.", "IT RAINED ON THE pier."]


@pytest.mark.parametrize("end", ["End Comment", "END\nSUMMARY"])
def test_end_matter_below_an_end_without_a_stop(end: str) -> None:
    matter = "VISIT OSLO'S CLASSIFIED WEBSITE: http://www.example.gov/oslo"
    cable = parsed(message(f"1. (C) The pier waits. {end}\nBELLWEATHER\n\n{matter}"))
    assert [(p.number, p.text) for p in cable.paragraphs] == [
        (1, f"The pier waits. {' '.join(end.split())}"),
        (None, matter),
    ]


def test_a_redaction_opens_paragraphs_glued_to_others() -> None:
    text = "1. (C) It opened. 2. (C) xxxxxxxxxxxx came. The Pier -------- 3. xxxxxxxxxxxx left."
    cable = parsed(message(text))
    assert [(p.number, p.heading) for p in cable.paragraphs] == [
        (1, None),
        (2, None),
        (3, "The Pier"),
    ]


@pytest.mark.parametrize("above", ["", "\n"])
def test_doubled_line_ends_are_one(above: str) -> None:
    text = message(
        "1. (C) The board of the harbor met at the pier, with\nUna Quill, and rose.\nIt met again.\n\n"
        "A Pier and Its Critics\n\n2. (C) Points:\n-- a pier\n-- a ferry\n\n\n3. (C) It waits.\nBELLWEATHER"
    )
    once, twice = parsed(text), parsed(above + text.replace("\n", "\n\n"))
    assert twice._replace(claims=(), coverage=0) == once._replace(claims=(), coverage=0)
    assert twice.coverage == 1.0


def test_text_above_the_first_paragraph_is_kept() -> None:
    cable = parsed(message("Please act by Monday.\n\n1. (U) The pier opened."))
    assert [(p.number, p.text) for p in cable.paragraphs] == [
        (None, "Please act by Monday."),
        (1, "The pier opened."),
    ]


@pytest.mark.parametrize(
    "glued",
    [
        "1. (C) It opened. ¶2. (C) It closed. [1](#)3. (C) It waits.",
        "1. (C) It opened.¶2. (C) It closed.¶3. (C) It waits.",
        "1. (C) It opened. 2. (C) It closed. 3. (C) It waits.",
        "1. (C) It opened. ¶2.\n(C) It closed. ¶3.\n(C) It waits.",
        "1. (C) It opened ¶2. (C) It closed ¶3. (C) It waits.",
        "\ufffd1. (C) It opened. \ufffd2. (C) It closed. \ufffd3. (C) It waits.",
    ],
    ids=["sign", "no-blank", "digits", "number-at-the-end", "unfinished", "replacement"],
)
def test_paragraphs_glued_to_the_one_above(glued: str) -> None:
    cable = parsed(message(glued))
    assert [p.number for p in cable.paragraphs] == [1, 2, 3]
    assert [p.text.rstrip(".") for p in cable.paragraphs] == ["It opened", "It closed", "It waits"]
    assert cable.coverage == 1.0


@pytest.mark.parametrize(
    ("below", "text"),
    [
        ("(a) One.\n\n(b) Two.\n\n(c) Three.", "(a) One.\n(b) Two.\n(c) Three."),
        ("A) One.\n\nB) Two.\n\n(C) Three.", "A) One.\nB) Two.\n(C) Three."),
        ("  (a) One.\n\n  (b) Two.\n\n  (c) Three.", "(a) One.\n(b) Two.\n(c) Three."),
        ("(Note: It did. End note.)\n\nIt voted.", "(Note: It did. End note.)\nIt voted."),
        ("(Note: It did. End note.)\n\nOSLO 00000417  002 OF 003\n\nIt voted.",
         "(Note: It did. End note.)\nIt voted."),
    ],
    ids=["item-c-is-no-mark", "behind-half-a-bracket", "indented-item-c", "behind-a-note",
         "behind-a-note-and-a-page-line"],
)  # fmt: skip
def test_what_goes_on_with_a_numbered_paragraph(below: str, text: str) -> None:
    cable = parsed(message(f"1. (SBU) The board met.\n\n{below}\n\n2. (C) It voted again."))
    assert [(p.number, p.classification) for p in cable.paragraphs] == [(1, "SBU"), (2, "C")]
    assert cable.paragraphs[0].text == f"The board met.\n{text}"


def test_a_ruled_summary_glued_to_the_classifier_opens_the_body() -> None:
    text = HEADER + "\n\nC O N F I D E N T I A L OSLO 000417\n\nSUBJECT: A PIER\n\n"
    text += "Classified By: DCM Una Bellweather for reasons 1.4 (b) and (d). SUMMARY ------- "
    text += "¶1. (C) A.\n\n¶2. (C) B."
    cable = parsed(text)
    assert (cable.classified_by, cable.coverage) == ("Una Bellweather", 1.0)
    assert [(p.number, p.heading, p.text) for p in cable.paragraphs] == [
        (1, "SUMMARY", "A."),
        (2, "SUMMARY", "B."),
    ]
