"""Lists of numbers within a count, and counts within quotations, in texts of every spacing."""

from __future__ import annotations

import pytest
from builders import message, parsed

PIER = "The ferry minister said that the harbor board would not agree to it."
ITEMS = "1) Fees rise.\n2) Piers are long.\n3) Tides are high."

CASES = {
    "brackets-then-marks-behind-an-unmarked-number": (
        f"¶1. (C) {PIER}\n¶2. (C) {PIER}\n¶3. {PIER}\n{ITEMS}\n4) Dues.\n¶4. (C) {PIER}\n¶5. (C) {PIER}",
        [1, 2, 3, 4, 5],
    ),
    "brackets-to-the-end-over-a-page": (
        f"11. (C) {PIER}\n\n12. (C) {PIER} They are:\n\n1) Fees rise.\n\n2) Piers.\n\n"
        "OSLO 00000417  002 OF 003\n\n\n3) Tides.\n\n4) Dues.",
        [1, 2],
    ),
    "heading-behind-a-list": (
        f"¶1. (C) {PIER}\n\n¶2. (C) {PIER} They are:\n\n¶1. Fees rise.\n\n¶2. Piers are long.\n\n"
        f"The Tides\n---------\n\n¶3. {PIER}\n\n¶4. (C) {PIER}\n\n¶5. (C) {PIER}",
        [1, 2, 3, 4, 5],
    ),
    "unmarked-digits-below-paragraph-ten": (
        "\n\n".join(f"1{n}. (C) {PIER}" for n in range(1, 10))
        + f"\n\n110. (C) {PIER} They are:\n\n11. Fees rise.\n\n12. Piers are long.",
        list(range(1, 11)),
    ),
    "no-blank-lines-and-no-marks": (
        "\n".join(f"{'1' * (n % 2)}{n}. {PIER} It rose\nat noon." for n in range(1, 8)),
        list(range(1, 8)),
    ),
    "list-over-a-page-longer-than-the-count": (
        f"¶1. (C) {PIER}\n\n¶2. (C) {PIER} They are:\n\n¶1. Fees rise.\n\n"
        f"OSLO 00000417  002 OF 003\n\n\n¶2. Piers are long.\n\n¶3. Tides.",
        [1, 2],
    ),
    "quotation-that-begins-further-down": (
        f"¶1. (C) {PIER}\n\n¶2. (C) {PIER} It reads:\n\nBEGIN TEXT:\n\nFees rise.\n\n¶2. Piers are long.\n\n"
        f"¶3. Tides are high.\n\nEND TEXT.\n\n¶3. (C) {PIER}\n\n¶4. (C) {PIER}",
        [1, 2, 3, 4],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_count_goes_on_around_lists(name: str) -> None:
    text, numbers = CASES[name]
    cable = parsed(message(text))
    assert [p.number for p in cable.paragraphs if p.number] == numbers
    assert cable.coverage == 1.0
