"""The opening as a whole: blocks in any order, spacing and residue, with what stands between."""

from __future__ import annotations

import pytest
from builders import message, parsed

from transforms.parse.opening.labels import LABELS, PLAIN_LABELS, label_of
from transforms.parse.opening.ref_lines import refs_go_on
from transforms.read.record import Metadata


@pytest.mark.parametrize(
    "opening",
    [
        "UNCLAS OSLO 000417\nSIPDIS\nDEPT FOR EUR/LAG\nE.O. 12958: N/A\nTAGS: PREL ETRD\n"
        "SUBJECT: A PIER\nREF: STATE 12",
        "UNCLAS OSLO 000417\n\nSIPDIS\n\nDEPT FOR EUR/LAG\n\nREF: STATE 12\n\nSUBJECT: A PIER\n\n"
        "TAGS: PREL\nETRD\n\nE.O. 12958: N/A",
        "UNCLAS OSLO 000417\n\nDEPT FOR EUR/LAG\n\nSIPDIS\n\nE.O. 12958: N/A\n\nTAGS: [PREL](#) [ETRD](/x)\n"
        "\nSUBJECT: A PIER\n\nREF: [1](#)A. STATE 12",
        "UNCLAS OSLO 000417\nSIPDIS\nDeclassified/Released\nUS Department of State EO Systematic\nReview 30 JUN 2005\n"
        "DEPT FOR EUR/LAG\nE.O. 12958: N/A\nTAGS: PREL ETRD\nSUBJECT: A PIER\nREF: STATE 12",
        "UNCLAS OSLO 000417\nUNCLAS SIPDIS\nDEPT FOR EUR/LAG\n(U) E.O. 12958: N/A\n(U) TAGS: PREL ETRD\n"
        "(U) SUBJECT: A PIER\nREF: STATE 12",
    ],
    ids=["tight", "other-order", "markdown", "stamped", "marked"],
)
def test_blocks_in_any_order_and_spacing(opening: str) -> None:
    cable = parsed(message("1. (U) The pier opened.", opening=opening))
    assert cable.subject == "A PIER"
    assert [tag.tag for tag in cable.tags] == ["PREL", "ETRD"]
    assert [ref.target_id for ref in cable.refs] == ["08STATE12"]
    assert (cable.captions, cable.attention, cable.executive_order) == (
        ("SIPDIS",),
        "DEPT FOR EUR/LAG",
        "12958",
    )
    assert [p.text for p in cable.paragraphs] == ["The pier opened."]
    assert cable.coverage == 1.0


@pytest.mark.parametrize(
    ("mark", "captions"),
    [
        ("UNCLAS\nOSLO 000417", ()),
        ("UNCLAS\nSECTION 01 OF 02\nOSLO 000417", ()),
        ("UNCLAS\nNOFORN\nOSLO 000417", ("NOFORN",)),
        ("UNCLAS SECTION 01 OF 02\nOSLO 000417", ()),
    ],
)
def test_a_marking_line_over_several_lines(mark: str, captions: tuple[str, ...]) -> None:
    cable = parsed(message("1. (U) The pier opened.", opening=f"{mark}\n\nSUBJECT: A PIER"))
    assert (cable.mrn, cable.classification, cable.captions) == (
        "OSLO 000417",
        "UNCLASSIFIED",
        captions,
    )
    assert cable.coverage == 1.0


def test_a_level_above_prose_is_no_marking_line() -> None:
    opening = "SECRET\nThe pier opened in\nOSLO 000999\n\nSECRET OSLO 000417\n\nSUBJECT: A PIER"
    assert parsed(message("1. (S) It opened.", opening=opening)).mrn == "OSLO 000417"


def test_blocks_that_an_export_glued_into_one_line() -> None:
    opening = (
        "C O N F I D E N T I A L OSLO 000417 SIPDIS E.O. 12958: DECL: 04/01/2018 TAGS: PREL, NO "
        "SUBJECT: A PIER REF: STATE 12 Classified By: DCM Una Bellweather, reasons 1.4 (b) "
        "1. (C) The pier opened."
    )
    cable = parsed(message("", opening=opening))
    assert (cable.subject, cable.executive_order, cable.captions) == (
        "A PIER",
        "12958",
        ("SIPDIS",),
    )
    assert (cable.classified_by, cable.classifier_title) == ("Una Bellweather", "DCM")
    assert [tag.tag for tag in cable.tags] == ["PREL", "NO"]
    assert [ref.target_id for ref in cable.refs] == ["08STATE12"]
    assert [(p.number, p.text) for p in cable.paragraphs] == [(1, "The pier opened.")]
    assert cable.coverage == 1.0


@pytest.mark.parametrize("noise", ["SIPDIS", "OSLO 00000417  001.2 OF 002", "CONFIDENTIAL", ""])
@pytest.mark.parametrize("place", range(1, 9))
def test_noise_between_any_two_lines_changes_nothing(noise: str, place: int) -> None:
    lines = [
        "CONFIDENTIAL OSLO 000417",
        "SIPDIS",
        "DEPT FOR EUR/LAG",
        "E.O. 12958: DECL: 04/01/2018",
        "TAGS: PREL, NO",
        "SUBJECT: A PIER",
        "REF: STATE 12",
        "Classified By: DCM Una Bellweather, reasons 1.4 (b)",
    ]
    lines.insert(place, noise)
    cable = parsed(message("1. (C) The pier opened.", opening="\n".join(lines)))
    assert (cable.subject, cable.executive_order, cable.captions) == (
        "A PIER",
        "12958",
        ("SIPDIS",),
    )
    assert (cable.attention, cable.classified_by) == ("DEPT FOR EUR/LAG", "Una Bellweather")
    assert [tag.tag for tag in cable.tags] == ["PREL", "NO"]
    assert [ref.target_id for ref in cable.refs] == ["08STATE12"]
    assert [p.text for p in cable.paragraphs] == ["The pier opened."]
    assert cable.coverage == 1.0


@pytest.mark.parametrize(
    "line",
    [
        "EUR/LAG, OES/TID (A. QUILL); NSC FOR U. MOSS",
        "EUR/LAG, SCA/PRT (QUILL/MOSS)",
        "S/PRT - UNA QUILL",
    ],
)
def test_names_behind_offices_make_no_heading_of_a_passing_line(line: str) -> None:
    opening = (
        f"UNCLAS OSLO 000417\n\nSIPDIS\n\n{line}\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A PIER"
    )
    cable = parsed(message("1. (U) The pier opened.", opening=opening))
    assert cable.attention == line
    assert [(p.heading, p.text) for p in cable.paragraphs] == [(None, "The pier opened.")]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "line",
    [
        "DEPT FOR EUR/LAG (A. QUILL)",
        "STATE PASS TO USTR FOR MOSS",
        "NSC FOR QUILL",
        "USDOC FOR 3317/MOSS",
        "SOUTHCOM ALSO FOR POLAD",
    ],
)
def test_a_passing_line_below_the_references_is_one(line: str, gap: str) -> None:
    opening = f"CONFIDENTIAL OSLO 000417\nTAGS: PREL\nSUBJECT: A PIER\nREF: STATE 12{gap}{line}"
    cable = parsed(message("1. (C) The pier opened.", opening=opening))
    assert cable.attention == line
    assert [ref.raw for ref in cable.refs] == ["STATE 12"]
    assert [p.text for p in cable.paragraphs] == ["The pier opened."]


@pytest.mark.parametrize("noise", ["\nSIPDIS\n", "SIPDIS", "\nOSLO 00000417  001.2 OF 002\n"])
@pytest.mark.parametrize("place", [3, 6, 8])
def test_a_page_within_a_block_does_not_end_it(noise: str, place: int) -> None:
    lines = [
        "CONFIDENTIAL OSLO 000417",
        "SIPDIS",
        "DEPT FOR EUR/LAG, EUR/ERA,",
        "AND EEB",
        "E.O. 12958: N/A",
        "TAGS: PREL, ETRD,",
        "EWWT",
        "SUBJECT: THE HARBOR BOARD WANTS A SECOND PIER AND",
        "A THIRD CRANE",
        "REF: STATE 12",
    ]
    lines.insert(place, noise)
    cable = parsed(message("1. (C) The pier opened.", opening="\n".join(lines)))
    assert cable.subject == "THE HARBOR BOARD WANTS A SECOND PIER AND A THIRD CRANE"
    assert cable.attention == "DEPT FOR EUR/LAG, EUR/ERA,\nAND EEB"
    assert [tag.tag for tag in cable.tags] == ["PREL", "ETRD", "EWWT"]
    assert [ref.target_id for ref in cable.refs] == ["08STATE12"]
    assert [(p.heading, p.text) for p in cable.paragraphs] == [(None, "The pier opened.")]


@pytest.mark.parametrize("label", sorted(PLAIN_LABELS))
@pytest.mark.parametrize("rest", [":", ": PREL", ":PREL", ": (C) A PIER", ": A. STATE 12", ":;"])
def test_a_plain_label_is_what_its_pattern_says(label: str, rest: str) -> None:
    text = f"{label}{rest}"
    matching = [name for name, pattern in LABELS if pattern.match(text)]
    assert label_of(text) == matching[0]


@pytest.mark.parametrize("number", ["1. ", "1.", "12) ", "1 . ", "1( ", "1. ¶", "7 "])
@pytest.mark.parametrize("mark", ["", "(U) ", "(S//REL TO USA, FVEY) ", "(U)", "(X) "])
@pytest.mark.parametrize(
    "words", ["Classified By: A", "CLASSIFIED BY A", "E.O. 12958: N/A", "REASON: 1.4 (b)",
              "Derived from: DSCG", "DECL: OADR", "The board met", "Come to Elderport"]
)  # fmt: skip
def test_a_numbered_label_is_what_its_pattern_says(number: str, mark: str, words: str) -> None:
    text = f"{number}{mark}{words}"
    matching = [name for name, pattern in LABELS if pattern.match(text)]
    assert label_of(text) == next(iter(matching), None)


@pytest.mark.parametrize("label", ["A. ", "(C) ", "N. ", "s. ", "C) ", "B ", ""])
@pytest.mark.parametrize("item", ["OSLO 12", "PORT LOUIS 000417", "SUMMARY 1", "COMMENT 2",
                                  "ACTION REQUEST 3", "SIPDIS 4", "OSLO 12,", "OSLO"])  # fmt: skip
@pytest.mark.parametrize("above", ["REF: A. STATE 12", "REF:", "A. STATE 12,", "NOTAL"])
def test_the_short_way_of_a_reference_says_what_the_long_one_says(
    label: str, item: str, above: str
) -> None:
    text = f"{label}{item}"
    assert refs_go_on(text, above, False) == refs_go_on(f"{text} ", above, False)


PROSE = "The ferry minister told the Ambassador on May 3 that the pier\nwould open soon."
ABOVE = {
    "nothing": "",
    "marking": "C O N F I D E N T I A L OSLO 000417\n\n",
    "subject": "SUBJECT: A PIER\n\n",
    "subject-without-a-gap": "SUBJECT: A PIER\n",
    "refs": "SUBJECT: A PIER\n\nREF: A. OSLO 12\n     B. STATE 99\n\n",
    "header": "PP RUEHXX\nDE RUEHNY #0417 0921430\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\n\n",
}
ABOVE["addresses-alone"] = "FM AMEMBASSY OSLO\nTO RUEHC/SECSTATE WASHDC\n\nINFO RUEHXX/A ONE\n\n"
FIRST = {
    "number": ("1. (C) ", 1),
    "pilcrow-above-the-text": ("¶1.\n(C) ", 1),
    "number-above-the-text": ("1.\n\n(C) ", 1),
    "mark-first": ("(C) 1. ", 1),
    "no-stop": ("1 (C) ", 1),
    "mark-alone": ("(C) ", None),
    "heading": ("-- SUMMARY --\n\n1. (C) ", 1),
    "heading-with-stars": ("*** SUMMARY ***\n\n1. (C) ", 1),
}


@pytest.mark.parametrize(
    ("above", "first"),
    [
        (above, first)
        for above in ABOVE
        for first in FIRST
        if (above, first) != ("subject-without-a-gap", "mark-alone")
    ],
)
def test_where_the_body_begins(above: str, first: str) -> None:
    lead, number = FIRST[first]
    text = f"{ABOVE[above]}{lead}{PROSE}\n\nRICE"
    cable = parsed(text, metadata=Metadata(mrn="08OSLO417"))
    assert [(p.number, p.classification, p.text) for p in cable.paragraphs] == [
        (number, "C", PROSE.replace("\n", " "))
    ]
    assert (cable.signed_by, cable.coverage) == ("RICE", 1.0)


@pytest.mark.parametrize("line", ["COUNTRY TEAM MESSAGE", "SIPD.S", "E.O. &2958: N/A"])
def test_a_line_set_aside_in_the_opening_heads_no_paragraph(line: str) -> None:
    opening = f"UNCLAS OSLO 000417\n\n{line}\n\nTAGS: PREL\nSUBJECT: A PIER"
    cable = parsed(message("The Pier\n\n1. (U) It opened.\n\n2. (U) It closed.", opening=opening))
    assert [(p.number, p.heading, p.text) for p in cable.paragraphs] == [
        (None, None, line),
        (1, "The Pier", "It opened."),
        (2, "The Pier", "It closed."),
    ]


@pytest.mark.parametrize(
    "block", ["DCM Una Quill, reasons 1.4 b/d", "DCM Una Quill; 1.4 (b) and (d)."]
)
@pytest.mark.parametrize(
    "heading",
    [
        "Summary:",
        "¶A. SUMMARY\n----------",
        "(C) SUMMARY\n-----------",
        "Introduction and Summary\n------------------------",
        "SUMMARY AND ACTION REQUEST\n--------------------------",
    ],
)
def test_a_summary_right_below_the_classifier_is_no_part_of_it(block: str, heading: str) -> None:
    opening = f"UNCLAS OSLO 000417\nTAGS PREL\nSUBJECT: A PIER\nClassified By: {block}\n{heading}"
    cable = parsed(
        message("1. (C) It opened.\n\nTides\n-----\n\n2. (C) It closed.", opening=opening)
    )
    assert (cable.classified_by, cable.classification_reasons) == (
        "Una Quill",
        ("1.4(B)", "1.4(D)"),
    )
    assert [(p.number, p.kind) for p in cable.paragraphs] == [(1, "summary"), (2, "body")]
