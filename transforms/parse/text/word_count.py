"""How many words texts have."""

from __future__ import annotations

from collections.abc import Sequence

_OTHER_BLANKS = "\t\r\x0b\x0c\x1c\x1d\x1e\x1f"


def count_words(texts: Sequence[str]) -> int:
    """Words, parted by any blanks; where single ones alone part them, the blanks are counted."""
    block = "\n".join(texts)
    if not block.isascii() or any(map(block.__contains__, _OTHER_BLANKS)):
        return len(block.split())
    return sum([_count(text.replace("\n", " ")) for text in texts])


def _count(text: str) -> int:
    """The same for a text without other blanks than these."""
    is_even = "  " not in text and text == text.strip(" ") != ""
    return text.count(" ") + 1 if is_even else len(text.split())
