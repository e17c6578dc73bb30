"""Bytes -> text: character set, line ends and blanks, and what had to be repaired.

UTF-8 (a byte order mark is dropped), else cp1252, as all dumps seen are one or the other; UTF-16
only where zero bytes betray it (cable formats, section 1). Single bytes that are no UTF-8 within a
text that is (a pilcrow, byte B6) are taken for cp1252 without touching the rest, and characters
that were encoded twice (`â€™`) are decoded once more.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_READABLE_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what decoding repaired.

    Attributes:
        text: Line ends are LF, no-break spaces are blanks.
        repairs: Short phrases for people, in the order in which they were made.
    """

    text: str
    repairs: tuple[str, ...]


def wide_encoding(head: bytes) -> str | None:
    """The two-byte encoding of a member, or None.

    Args:
        head: Its first bytes.

    Returns:
        `utf-16-le` or `utf-16-be` when a byte order mark or the pattern of zero bytes says so.
    """
    for bom, encoding in _BOMS[1:]:
        if head.startswith(bom):
            return encoding
    sample = head[:4096]
    if len(sample) < 8 or b"\0" not in sample:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > half * _READABLE_SHARE:
        return "utf-16-le"
    if sample[0::2].count(0) > half * _READABLE_SHARE:
        return "utf-16-be"
    return None


def decode(raw: bytes) -> Decoded:
    """Decode the bytes of a record or of a whole member; any bytes give a text.

    Args:
        raw: Bytes in UTF-8 or cp1252, with or without a byte order mark.

    Returns:
        The text, with its repairs: `byte order mark dropped`, `decoded as cp1252`, `double encoding
        undone`, `line ends normalised`, `form feeds became line ends`, `no-break spaces became
        blanks`.
    """
    repairs = []
    if codecs.BOM_UTF8 in raw:
        # Files that were joined have theirs in the middle.
        raw = raw.replace(codecs.BOM_UTF8, b"")
        repairs.append("byte order mark dropped")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", _FALLBACK)
        repairs.append("decoded as cp1252")
    if not text.isascii() and any(map(text.__contains__, _DOUBLE_FIRST)):
        text, count = _DOUBLE.subn(_undouble, text)
        if count:
            repairs.append("double encoding undone")
    return Decoded(*_normalise(text, repairs))


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Decode the bytes that are no UTF-8 as cp1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    # Five bytes have no character in cp1252; the same control characters stand for them here.
    text = "".join(_CP1252[byte] for byte in error.object[error.start : error.end])
    return text, error.end


_CP1252 = tuple(
    bytes([byte]).decode("latin-1" if byte in b"\x81\x8d\x8f\x90\x9d" else "cp1252")
    for byte in range(256)
)
_FALLBACK = "cablehouse.cp1252"
codecs.register_error(_FALLBACK, _as_cp1252)

_BYTES = {character: byte for byte, character in enumerate(_CP1252) if byte >= 0x80}
_FOLLOWING = re.escape("".join(_CP1252[0x80:0xC0]))
_LETTER_FOLLOWING = re.escape("".join(c for c in _CP1252[0x80:0xC0] if c not in "\u2019\u201d"))
_DOUBLE_FIRST = "\u00c2\u00c3\u00c4\u00c5\u00e2"
_DOUBLE = re.compile(
    f"[\u00c2\u00c3][{_FOLLOWING}]|[\u00c4\u00c5][{_LETTER_FOLLOWING}]|\u00e2[{_FOLLOWING}]{{2}}"
)
"""UTF-8 read as cp1252: `Â¶`, `Ã©`, `Å¡`, `â€™`. A capital before a closing quote is none."""


def _undouble(match: re.Match[str]) -> str:
    raw = bytes(_BYTES[character] for character in match[0])
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
    return text if text.isprintable() or text == "\xa0" else match[0]


def _normalise(text: str, repairs: list[str]) -> tuple[str, tuple[str, ...]]:
    if "\r" in text:
        if text.count("\r\r\n") == text.count("\r\n"):
            text = text.replace("\r\r\n", "\n")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        repairs.append("line ends normalised")
    if "\f" in text:
        text = text.replace("\f", "\n")
        repairs.append("form feeds became line ends")
    if "\xa0" in text:
        text = text.replace("\xa0", " ")
        repairs.append("no-break spaces became blanks")
    return text, tuple(repairs)
