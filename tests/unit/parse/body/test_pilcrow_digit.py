"""What a line begins with and counts nothing: it loses the digit of a pilcrow, and stays text."""

from __future__ import annotations

import pytest
from builders import message, parsed

PIER = "The ferry minister said that the harbor board would not agree to it"


@pytest.mark.parametrize(
    ("spelt", "residue", "text"),
    [
        ("{}", "12009", "It opens in May 2009. Fees rise."),
        ("{}", "118", "It opens in May 18. Fees rise."),
        ("¶{}", "118", "It opens in May 118. Fees rise."),
        ("{}", "1978", "It opens in May 1978. Fees rise."),
        ("{}", "11540", "It opens in May 1540. Fees rise."),
        ("{}", "13224", "It opens in May 13224. Fees rise."),
        ("{}", "14.8 million", "It opens in May 14.8 million. Fees rise."),
        ("{}", "1B", "It opens in May B. Fees rise."),
        ("{}", "   12009", "It opens in May 2009. Fees rise."),
    ],
    ids=[
        "year",
        "day",
        "no-residue-elsewhere",
        "year-without-residue",
        "resolution",
        "order",
        "decimal",
        "letter",
        "indented",
    ],
)
def test_the_digit_of_a_pilcrow_goes_from_numbers_that_count_nothing(
    spelt: str, residue: str, text: str
) -> None:
    first, second, third = (spelt.format(n) for n in ((11, 12, 13) if spelt == "{}" else (1, 2, 3)))
    long = f"{first}. (C) {PIER}\n\n{second}. (C) It opens in May\n{residue}. Fees rise.\n\n"
    cable = parsed(message(long + f"{third}. (C) {PIER}"))
    assert [(p.number, p.text.replace("\n", " ")) for p in cable.paragraphs][1] == (2, text)
    assert cable.coverage == 1.0


def test_a_day_that_no_month_has_lost_its_digit_among_other_spellings() -> None:
    text = "11. (C) A.\n\n¶2. (C) It opens in May\n128. Fees rise by\n128. It is so.\n\n[1](#)3. (C) C."
    cable = parsed(message(text))
    assert cable.paragraphs[1].text == "It opens in May 28. Fees rise by 128. It is so."


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("cites UNSCR\n11540", "cites UNSCR 1540"),
        ("cites resolution\n11540", "cites resolution 1540"),
        ("was in\n12009", "was in 2009"),
        ("cites Lisbon\n11540", "cites Lisbon 11540"),
        ("cites E.O.\n13224", "cites E.O. 13224"),
    ],
    ids=["resolution", "word", "year", "serial", "order"],
)
def test_numbers_that_lose_the_digit_among_other_spellings(written: str, text: str) -> None:
    body = f"11. (C) A.\n\n¶2. (C) It {written}. Fees rise.\n\n[1](#)3. (C) C."
    assert parsed(message(body)).paragraphs[1].text == f"It {text}. Fees rise."


def test_a_number_printed_twice_is_one() -> None:
    cable = parsed(message("¶1. (C) A.\n\n¶2. 2. (SBU) B."))
    assert [(p.number, p.classification, p.text) for p in cable.paragraphs] == [
        (1, "C", "A."),
        (2, "SBU", "B."),
    ]


def test_a_day_behind_a_page_line_counts_nothing() -> None:
    page = "\n\nOSLO 00000417  002 OF 003\n\n\n"
    cable = parsed(message(f"¶1. (C) It opens on May{page}¶2. Fees rise.\n\n¶2. (C) B."))
    assert [(p.number, p.text) for p in cable.paragraphs] == [
        (1, "It opens on May 2. Fees rise."),
        (2, "B."),
    ]


def test_a_number_with_a_mark_behind_an_unfinished_sentence_on_its_line() -> None:
    cable = parsed(message("¶1. (C) A goes well 2. (C) B.\n\n¶3. (C) C."))
    assert [(p.number, p.text) for p in cable.paragraphs] == [
        (1, "A goes well"),
        (2, "B."),
        (3, "C."),
    ]


def test_the_items_of_a_list_lose_the_digit_among_other_spellings() -> None:
    items = "1. Fees\n12. Piers\n¶3. Tides\n14. Ports\n114. Ferries"
    text = f"¶1. (C) A.\n\n12. (C) They are:\n\n{items}\n\n13. (C) B.\n\n11. Fees.\n\n12. Piers."
    cable = parsed(message(text))
    assert [(p.number, p.text) for p in cable.paragraphs] == [
        (1, "A."),
        (2, "They are:\n1. Fees\n2. Piers\n3. Tides\n4. Ports 114. Ferries"),
        (3, "B.\n1. Fees.\n2. Piers."),
    ]
    assert cable.coverage == 1.0


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("was in\n12009", "was in 2009"),
        ("was on May 1,\n12009", "was on May 1, 2009"),
        ("cites UNSCR\n11540", "cites UNSCR 1540"),
        ("cites 06 LISBON\n12009", "cites 06 LISBON 12009"),
    ],
    ids=["year", "date", "resolution", "serial"],
)
def test_the_digit_where_no_paragraph_has_it(written: str, text: str) -> None:
    body = f"¶1. (C) A.\n\n¶2. (C) It {written}. Fees rise.\n\n3. (C) C."
    assert parsed(message(body)).paragraphs[1].text == f"It {text}. Fees rise."
