"""Slips of the keyboard in the labels of the opening: `SUBEJCT:`, `REFF:`, `TGAS:`."""

from __future__ import annotations


def slips(word: str) -> str:
    """A pattern for a word with one letter lost, doubled, wrong or out of place.

    Args:
        word: The label in capitals. Its first letter stands unless it alone is lost or changes
            places with the second, for labels are looked for by the letter that opens them.

    Returns:
        Alternatives without a group around them, for patterns that go on with what shows that a
        label was meant: its colon, and a value behind it.
    """
    places = range(1, len(word))
    lost = {word[:at] + word[at + 1 :] for at in range(len(word))}
    wrong = {f"{word[:at]}[A-Z]{word[at + 1 :]}" for at in places}
    added = {f"{word[:at]}[A-Z]{word[at:]}" for at in (*places, len(word))}
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    return "|".join(sorted(lost | wrong | added | swapped))
