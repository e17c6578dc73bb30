"""Portion marks in every notation, and brackets that are none."""

from __future__ import annotations

import pytest
from builders import message, parsed

from transforms.parse.text.portion_marks import take_portion_mark

MARKS = {
    "(U)": "U",
    "(u)": "U",
    "( U )": "U",
    "(UNCLASSIFIED)": "U",
    "(Unclas)": "U",
    "(SBU)": "SBU",
    "(sbu)": "SBU",
    "(Sensitive but Unclassified)": "SBU",
    "(SBU/NF)": "SBU/NF",
    "(SBU//NF)": "SBU/NF",
    "(SBU-NF)": "SBU/NF",
    "(SBU, NF)": "SBU/NF",
    "(SBU/Noforn)": "SBU/NF",
    "(FOUO)": "FOUO",
    "(U//FOUO)": "FOUO",
    "(U/FOUO)": "FOUO",
    "(U/SBU)": "SBU",
    "(LOU)": "LOU",
    "(Limited Official Use)": "LOU",
    "(LOU - ENTIRE TEXT)": "LOU",
    "(C)": "C",
    "(c)": "C",
    "(Confidential)": "C",
    "(C - ENTIRE TEXT)": "C",
    "(C-ENTIRE TEXT)": "C",
    "(C/NF)": "C/NF",
    "(C//NF)": "C/NF",
    "(C NF)": "C/NF",
    "(C-NF)": "C/NF",
    "(CNF)": "C/NF",
    "(C/NOFORN)": "C/NF",
    "(C/NFO)": "C/NF",
    "(Confidential/Noforn)": "C/NF",
    "(C/NF/ORCON)": "C/NF/OC",
    "(C/Rel Aus)": "C/REL AUS",
    "(C/REL UK)": "C/REL UK",
    "(C/FGI)": "C/FGI",
    "(S)": "S",
    "(s)": "S",
    "(S/NF)": "S/NF",
    "(S//NF)": "S/NF",
    "(S/ NF)": "S/NF",
    "(S /NF)": "S/NF",
    "(S,NF)": "S/NF",
    "(S-NF)": "S/NF",
    "(SNF)": "S/NF",
    "(N/SF)": "S/NF",
    "(Secret/Noforn)": "S/NF",
    "(S/REL NATO)": "S/REL NATO",
    "(S//REL TO USA, FVEY)": "S/REL USA, FVEY",
    "(Secret/Rel GCTF)": "S/REL GCTF",
    "(S//FGI//NF)": "S/FGI/NF",
    "(TS)": "TS",
    "(Top Secret)": "TS",
    "(TS//SI//NF)": "TS/SI/NF",
    "CONFIDENTIAL - ENTIRE TEXT.": "C",
    "SECRET--ENTIRE TEXT.": "S",
    "LOU - ENTIRE TEXT.": "LOU",
    "(Iran)": None,
    "(China)": None,
    "(U.S.)": None,
    "(S. Korea)": None,
    "(NATO)": None,
    "(Note: it did)": None,
    "(SPD)": None,
    "()": None,
    "Confidential talks": None,
}


@pytest.mark.parametrize("mark", MARKS)
def test_marks_come_off_the_start(mark: str) -> None:
    found, rest = take_portion_mark(f"{mark} The pier opened.")
    assert found == MARKS[mark]
    assert rest == ("The pier opened." if found else f"{mark} The pier opened.")


@pytest.mark.parametrize(
    ("written", "mark", "text"),
    [
        ("1. (C) It opened.", "C", "It opened."),
        ("1.(C)It opened.", "C", "It opened."),
        ("1. (C)\nIt opened.", "C", "It opened."),
        ("1.\n(C) It opened.", "C", "It opened."),
        ("(C) 1. It opened.", "C", "It opened."),
        ("1. It opened.", None, "It opened."),
        ("1. (Iran) It opened.", None, "(Iran) It opened."),
        ("1. CONFIDENTIAL - ENTIRE TEXT. It opened.", "C", "It opened."),
        ("1. CONFIDENTIAL - ENTIRE TEXT.", "C", "CONFIDENTIAL - ENTIRE TEXT."),
        ("1. (C - ENTIRE TEXT) It opened.", "C", "It opened."),
        ("1. (C - ENTIRE TEXT.)", "C", "(C - ENTIRE TEXT.)"),
        ("1. (S/NF - ENTIRE TEXT.) It opened.", "S/NF", "It opened."),
        ("1. CONFIDENTIAL ENTIRE TEXT.", "C", "CONFIDENTIAL ENTIRE TEXT."),
        ("1. (C/\nNF) It opened.", "C/NF", "It opened."),
        ("1. (S//REL TO USA,\nFVEY) It opened\nin June.", "S/REL USA, FVEY", "It opened in June."),
        ("1. (C) (C) It opened.", "C", "It opened."),
        ("1. (C) (Oslo) It opened.", "C", "(Oslo) It opened."),
        ("1. [C] It opened.", "C", "It opened."),
        ("1. (S/NF] It opened.", "S/NF", "It opened."),
        ("1. (C.) It opened.", "C", "It opened."),
        ("1. ((C)) It opened.", "C", "It opened."),
        ("1. C) It opened.", "C", "It opened."),
        ("1. SBU) It opened.", "SBU", "It opened."),
        ("1. 9C) It opened.", "C", "It opened."),
        ("1. (C0 It opened.", "C", "It opened."),
        ("1. (C It opened.", "C", "It opened."),
        ("1. (S Company) It opened.", None, "(S Company) It opened."),
        ("1. a) It opened.", None, "a) It opened."),
        ("1. c) It opened.", None, "c) It opened."),
        ("1. (CONF) It opened.", "C", "It opened."),
        ("1. (C/REL) It opened.", "C/REL", "It opened."),
        ("1. (S/NF/EXDIS) It opened.", "S/NF/EXDIS", "It opened."),
    ],
)
def test_the_mark_of_a_paragraph(written: str, mark: str | None, text: str) -> None:
    cable = parsed(message(written))
    assert [(p.number, p.classification, p.text) for p in cable.paragraphs] == [(1, mark, text)]


def test_a_marked_paragraph_without_a_number_is_its_own() -> None:
    cable = parsed(message("1. (C) It opened.\n\n(SBU) It is long.\n\n2. (C) It will wait."))
    assert [(p.number, p.classification, p.text) for p in cable.paragraphs] == [
        (1, "C", "It opened."),
        (None, "SBU", "It is long."),
        (2, "C", "It will wait."),
    ]


@pytest.mark.parametrize("mark", ["(C).", "(C):", "(C/NF):"])
def test_a_stop_behind_the_mark_goes_with_it(mark: str) -> None:
    cable = parsed(message(f"1. {mark} The pier opened."))
    assert [p.text for p in cable.paragraphs] == ["The pier opened."]
    assert cable.coverage == 1.0


@pytest.mark.parametrize(
    ("written", "mark", "text"),
    [
        ("SUMMARY: (C) The pier opened.", "C", "SUMMARY: The pier opened."),
        ("Summary (S/NF) The pier opened.", "S/NF", "Summary The pier opened."),
        ("Port Vesper. (SBU) The pier opened.", "SBU", "Port Vesper. The pier opened."),
        ("Pier (C) was opened.", None, "Pier (C) was opened."),
        ("Vitamin (C) The pier.", None, "Vitamin (C) The pier."),
        ("Piers: (C) is the third.", None, "Piers: (C) is the third."),
    ],
)
def test_a_mark_behind_the_title_of_a_paragraph(written: str, mark: str | None, text: str) -> None:
    cable = parsed(message(f"1. {written}\n\n2. (U) It closed."))
    first = cable.paragraphs[0]
    assert (first.number, first.classification, first.text) == (1, mark, text)
    assert cable.coverage == 1.0
