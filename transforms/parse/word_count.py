"""How many words a text has."""

from __future__ import annotations

_OTHER_BLANKS = "\n\t\r\x0b\x0c\x1c\x1d\x1e\x1f"


def count_words(text: str) -> int:
    """Words, parted by any blanks; where single ones alone part them, the blanks are counted."""
    is_plain = (
        text.isascii()
        and "  " not in text
        and not any(map(text.__contains__, _OTHER_BLANKS))
        and text == text.strip(" ") != ""
    )
    return text.count(" ") + 1 if is_plain else len(text.split())
