"""Bytes -> text: character set, line ends and blanks, and what had to be repaired.

UTF-8 (a byte order mark is dropped), else cp1252, as all dumps seen are one or the other; UTF-16
only where zero bytes betray it (cable formats, section 1).
"""

from __future__ import annotations

import codecs
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
        The text, with its repairs: `byte order mark dropped`, `decoded as cp1252`, `line ends
        normalised`, `form feeds became line ends`, `no-break spaces became blanks`.
    """
    repairs = []
    if raw.startswith(codecs.BOM_UTF8):
        raw = raw[len(codecs.BOM_UTF8) :]
        repairs.append("byte order mark dropped")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_cp1252(raw)
        repairs.append("decoded as cp1252")
    return Decoded(*_normalise(text, repairs))


def _decode_cp1252(raw: bytes) -> str:
    # Five bytes have no character in cp1252; the same control characters stand for them here.
    return "".join(
        part.decode("cp1252") if is_defined else part.decode("latin-1")
        for part, is_defined in _split_undefined(raw)
    )


def _split_undefined(raw: bytes) -> list[tuple[bytes, bool]]:
    undefined = b"\x81\x8d\x8f\x90\x9d"
    if not any(byte in raw for byte in undefined):
        return [(raw, True)]
    return [(bytes([byte]), byte not in undefined) for byte in raw]


def _normalise(text: str, repairs: list[str]) -> tuple[str, tuple[str, ...]]:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        repairs.append("line ends normalised")
    if "\f" in text:
        text = text.replace("\f", "\n")
        repairs.append("form feeds became line ends")
    if "\xa0" in text:
        text = text.replace("\xa0", " ")
        repairs.append("no-break spaces became blanks")
    return text, tuple(repairs)
