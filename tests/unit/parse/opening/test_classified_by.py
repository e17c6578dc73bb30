"""Classified By: the person, what is said of the person, and the reasons."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import opened, parsed, table
from hypothesis import given
from hypothesis import strategies as st

from transforms.parse.opening.classified_by import join_hard_wrapped, parse_classified_by
from transforms.parse.opening.reasons import parse_reasons
from transforms.read.record import Metadata

# Expected: the person, the title, the office, the reasons. Port Louis and Oslo are posts.
BLOCKS = Path(__file__).with_name("classified_by_blocks.txt").read_text("utf-8")


@pytest.mark.parametrize(("block", "expected"), table(BLOCKS))
def test_a_block(block: str, expected: list[str]) -> None:
    cable = opened(f"E.O. 12958: DECL: 04/01/2018\nTAGS: PREL\nSUBJECT: A PIER\n\n{block}")
    name, title, office, reasons = (*expected, "", "", "", "")[:4]
    assert cable.classified_by == (name or None)
    assert cable.classifier_title == (title or None)
    assert cable.classifier_office == (office or None)
    assert list(cable.classification_reasons) == reasons.split()
    texts = [paragraph.text for paragraph in cable.paragraphs]
    body = " ".join(text for text in texts if not text.startswith("Classified by"))
    assert body in {"", "The pier.", "Summary: The pier."}
    assert (cable.subject, cable.executive_order) == ("A PIER", "12958")


PLACES = [
    "@\n\nE.O. 12958: DECL: 04/01/2018\nTAGS: PREL\nSUBJECT: A PIER",
    "TAGS: PREL\nSUBJECT: A PIER @",
    "TAGS: PREL\nSUBJECT: A PIER\nREF: A. STATE 12\nB. STATE 13\n@\nSummary\n-------\n1. (C) The pier.",
    "TAGS: PREL\nSUBJECT: A PIER\n\nREF: STATE 12\n\n@\n\n1. (C) The pier.",
    "TAGS: PREL\n\n@\n\nSUBJECT: A PIER",
    "SUBJECT: A PIER\nOSLO 00000417  001.2 OF 002\n\n@\n\n1. (C) The pier.",
]


@pytest.mark.parametrize("place", PLACES, ids=range(len(PLACES)))
@pytest.mark.parametrize(
    "block",
    [
        "Classified By: DCM Una Bellweather, reasons 1.4 (b) and (d).",
        "CLASSIFIED BY: DCM Una Bellweather. REASONS: 1.4 (B) AND (D)",
        "Classified By: DCM Una\nBellweather for reasons 1.4 (b)\nand (d).",
        "Classified By DCM Una Bellweather. Reasons 1.4\n(b), (d).",
        "Classified By: DCM Una Bellweather for reasons 1.4 (b) and (d) of E.O.\n12958.",
        "Classified By: DCM Una Bellweather for reasons 1.4 (b) and (d)\n.",
    ],
    ids=["plain", "capitals", "wrapped", "no-colon", "order-wrapped", "stop-wrapped"],
)
def test_wherever_the_block_stands(place: str, block: str) -> None:
    cable = opened(place.replace("@", block))
    assert (cable.classified_by, cable.classifier_title) == ("Una Bellweather", "DCM")
    assert cable.classification_reasons == ("1.4(B)", "1.4(D)")
    assert cable.subject == "A PIER"
    assert cable.coverage == 1.0


@pytest.mark.parametrize(
    "block",
    [
        "Classified By: DCM Una D.\n\nQuill, reasons 1.4 (b) and (d).",
        "Classified By: DCM Una D. Quill. Reasons:\n\n1.4 (b) and (d).",
        "Classified By: DCM Una D. Quill, reasons 1.4 (b\n\nand d).",
        "Classified By: DCM Una D. Quill, reasons 1.4 b,\n\nd.",
        "Classified By: DCM Una D. Quill, reasons 1.4 (b\n\n) and (d).",
        "Classified By: DCM Una D. Quill, reasons\n\n1.4B, D.",
        "Classified By: DCM Una D. Quill, reasons 1.4\n\n(B) and (D) .",
        "Classified By: DCM Una D. Quill, reasons 1.4 (b, d)\n\n.",
    ],
    ids=["initial", "number", "bracket", "comma", "bracket-wrapped", "glued", "letters", "stop"],
)
def test_a_block_goes_on_behind_a_blank_line_while_it_is_unfinished(block: str) -> None:
    cable = opened(f"TAGS: PREL\n\nSUBJECT: A PIER\n\n{block}\n\n1. (C) The pier.")
    assert (cable.classified_by, cable.classifier_title) == ("Una D. Quill", "DCM")
    assert cable.classification_reasons == ("1.4(B)", "1.4(D)")
    assert [p.number for p in cable.paragraphs] == [1]


@pytest.mark.parametrize("marking", ["C O N F I D E N T I A L OSLO 000417\n\n", ""])
@pytest.mark.parametrize(
    "block",
    [
        "Classified By: DCM Una Bellweather, E.O. 12958, Reason 1.4 (b) and (d)",
        "Classified By: DCM Una Bellweather for reasons E.O. 12958, 1.4 (b) and (d).",
        "Classified By: DCM Una Bellweather. REASONS: E.O. 12958,\n1.4 (B) AND (D)",
        "Classified By: DCM Una Bellweather, reasons\nE.O. 12958, 1.4 (b), (d)",
        "Classified By: DCM Una Bellweather; E.O. 12958\nreasons 1.4 (b,d)",
    ],
    ids=["before-reason", "behind-reasons", "at-the-end", "on-a-line-of-its-own", "above-reasons"],
)
def test_a_block_that_names_the_order_in_a_cable_without_its_line(block: str, marking: str) -> None:
    cable = parsed(f"{marking}{block}\n\n1. (C) The pier.", metadata=Metadata(mrn="08OSLO417"))
    assert (cable.classified_by, cable.classifier_title) == ("Una Bellweather", "DCM")
    assert cable.classification_reasons == ("1.4(B)", "1.4(D)")
    assert [p.text for p in cable.paragraphs] == ["The pier."]
    assert cable.coverage == 1.0


@pytest.mark.parametrize(
    ("block", "guide", "person", "reasons"),
    [
        ("Derived from: DSCG 05-1, B and D", "DSCG 05-1, B and D", None, ()),
        ("DERIVED FROM: 07 STATE 12345", "07 STATE 12345", None, ()),
        ("Derived from: DSCG 05-1; reasons 1.4 (b)", "DSCG 05-1", None, ("1.4(B)",)),
        ("Derived From: DSCG 05-1 (D). Declassify on: 04/01/2018", "DSCG 05-1 (D)", None, ()),
        (
            "Classified By: A. Quill, DCM. Derived from: DSCG 05-1 (D)",
            "DSCG 05-1 (D)",
            "A. Quill",
            (),
        ),
        ("Derived from:", None, None, ()),
        ("Classified By: A. Quill, reasons 1.4 (d)", None, "A. Quill", ("1.4(D)",)),
    ],
    ids=["alone", "a-cable", "with-reasons", "with-a-date", "beside-a-person", "empty", "none"],
)
def test_the_guide_of_a_derivative_classification(
    block: str, guide: str | None, person: str | None, reasons: tuple[str, ...]
) -> None:
    found = parse_classified_by(block)
    assert (found.derived_from, found.classified_by, found.reasons) == (guide, person, reasons)


@pytest.mark.parametrize("width", range(58, 72))
def test_words_that_the_system_broke_are_one_again(width: int) -> None:
    text = "Classified By: Deputy Chief of Mission Una Bellweather for reasons 1.4 (b) and (d)."
    padding = "Classified By: Charge d'Affaires, a.i. of the Oslo and the Lagoon Affairs Bureau"
    lines = [text[:width], text[width:]] if width < len(text) else [text, padding]
    found = parse_classified_by(join_hard_wrapped(lines))
    assert found.reasons == ("1.4(B)", "1.4(D)")
    assert found.classified_by == "Una Bellweather"


@pytest.mark.parametrize(
    ("block", "name"),
    [
        ("Classified By: Deputy Principal Officer and Charge d'Affaires Una Bellw|eather, 1.4 (b)",
         "Una Bellweather"),
        ("CLASSIFIED BY: DEPUTY PRINCIPAL OFFICER AND CHARGE D'AFFAIRES UNA BELLW|EATHER, 1.4 (B)",
         "UNA BELLWEATHER"),
        ("CLASSIFIED BY: DEPUTY PRINCIPAL OFFICER A CHARGE D'AFFAIRES UNA BELLWEA|FOR REASONS 1.4 (B)",
         "UNA BELLWEA"),
        ("Classified By: CLASSIFIED BY: POLITICAL MINISTER-COUNSELOR UNA M. BELLW|EATHER, 1.4 (B)",
         "UNA M. BELLWEATHER"),
        ("Classified By: (U) Classified by Deputy Political Counselor Una E. Bell|weather; reason: 1.4(d).",
         "Una E. Bellweather"),
        ("Classified By: Regional Coordinator and Minister-Counselor Una M. Quill|-Moss, 1.4 (b)",
         "Una M. Quill-Moss"),
        ("Classified By: Deputy Regional Coordinator Una Bellweather per E.O. 129|58, reasons 1.4 (b)",
         "Una Bellweather"),
    ],
    ids=["name", "capitals", "word-in-capitals", "doubled", "doubled-with-mark", "hyphen", "figures"],
)  # fmt: skip
def test_what_was_broken_at_the_last_column(block: str, name: str) -> None:
    assert block.index("|") == 71
    cable = opened(f"TAGS: PREL\nSUBJECT: A PIER\n\n{block}".replace("|", "\n"))
    assert (cable.classified_by, cable.coverage) == (name, 1.0)


NAMES = ["Una Bellweather", "A. Quill", "J. Peter Quill", "UNA O'MOSS", "Una van der Moss"]
TITLES = ["DCM", "Ambassador", "Political Counselor", "Charge d'Affaires a.i.", "POL/EC Chief"]
FORMS = [
    "Classified By: {title} {name}, reasons {reasons}.",
    "CLASSIFIED BY: {name}, {title}; REASON: {reasons}",
    "Classified by {title} {name} for reasons {reasons}",
    "Classified By: {name} ({title}), reasons {reasons}",
    "Classified By: CLASSIFIED BY: {title} {name} PER {reasons}",
]


@given(
    st.sampled_from(NAMES),
    st.sampled_from(TITLES),
    st.sampled_from(FORMS),
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=3, unique=True),
)
def test_any_name_with_any_title_in_any_form(
    name: str, title: str, form: str, letters: list[str]
) -> None:
    reasons = "1.4 " + ", ".join(f"({letter})" for letter in letters)
    found = parse_classified_by(form.format(name=name, title=title, reasons=reasons))
    assert (found.classified_by, found.classifier_title) == (name, title)
    assert found.reasons == tuple(f"1.4({letter.upper()})" for letter in letters)


@given(st.text(alphabet="Classified By:reon14.(bd)/,-; Una", max_size=120))
def test_no_text_raises(text: str) -> None:
    parse_classified_by(f"Classified By: {text}")
    parse_reasons(text)


@pytest.mark.parametrize("pilcrow", ["", "¶", "1", "[1](#)"])
def test_a_classifier_that_is_counted_is_the_first_paragraph_too(pilcrow: str) -> None:
    block = f"{pilcrow}1. (U) Classified by DCM Una\nBellweather, reasons 1.4 (b)."
    cable = opened(f"TAGS: PREL\nSUBJECT: A PIER\n\n{block}\n\n{pilcrow}2. (C) The pier.")
    assert (cable.classified_by, cable.classifier_title) == ("Una Bellweather", "DCM")
    assert [(p.number, p.classification, p.text) for p in cable.paragraphs] == [
        (1, "U", "Classified by DCM Una Bellweather, reasons 1.4 (b)."),
        (2, "C", "The pier."),
    ]
    assert cable.coverage == 1.0


def test_a_classifier_above_paragraph_1_is_none() -> None:
    block = "¶1. (C) Classified by DCM Una Bellweather, reasons 1.4 (b)."
    cable = opened(
        f"TAGS: PREL\nSUBJECT: A PIER\n\n{block}\n\n¶1. (C) The pier.\n\n¶2. (C) It rose."
    )
    assert [p.number for p in cable.paragraphs] == [1, 2]
