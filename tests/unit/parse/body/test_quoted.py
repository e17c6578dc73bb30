"""Documents that a cable quotes: their numbers count nothing of the cable."""

from __future__ import annotations

import pytest
from builders import message, parsed

TOP = "1. (U) A pier opened.\n\n2. (U) The text follows."
MARKS = {
    "on-lines-of-their-own": ("BEGIN TEXT:", "END TEXT."),
    "within-a-paragraph": ("3. (U) Begin text:", "End text."),
    "at-the-end-of-one": ("3. (U) It reads as follows. BEGIN TEXT", "END TEXT"),
    "a-paper": ("Begin non-paper:", "End non-paper."),
    "a-statement": ("BEGIN STATEMENT", "END STATEMENT"),
    "a-letter-in-brackets": ("(BEGIN LETTER)", "(END LETTER)"),
    "a-draft": ("BEGIN DRAFT RESOLUTION TEXT", "END DRAFT RESOLUTION TEXT"),
}


@pytest.mark.parametrize("pilcrow", ["", "¶"])
@pytest.mark.parametrize("name", MARKS)
def test_articles_with_headings_count_nothing(name: str, pilcrow: str) -> None:
    opens, ends = MARKS[name]
    first = "" if opens.startswith("3.") else "3. (U) It reads:\n\n"
    paper = "\n\n".join(
        f"ARTICLE {n}\n\n{pilcrow}1. Dues are due.\n\n{pilcrow}2. Piers are long."
        for n in (1, 2, 3)
    )
    cable = parsed(message(f"{TOP}\n\n{first}{opens}\n\n{paper}\n\n{ends}\n\n4. (U) It is done."))
    assert [p.number for p in cable.paragraphs if p.number] == [1, 2, 3, 4]
    assert cable.coverage == 1.0


def test_paragraphs_that_go_on_within_the_marks_count() -> None:
    body = (
        "1. A pier opened. Begin text:\n\n2. It is long.\n\n3. It is wet.\n\nEnd text.\n\n4. Done."
    )
    assert [p.number for p in parsed(message(body)).paragraphs if p.number] == [1, 2, 3, 4]


def test_a_cable_that_stands_between_the_marks_as_a_whole() -> None:
    body = "BEGIN TEXT\n\n1. (C) A pier.\n\n2. (C) It is long.\n\n3. (C) It is wet.\n\nEND TEXT"
    assert [p.number for p in parsed(message(body)).paragraphs if p.number] == [1, 2, 3]
