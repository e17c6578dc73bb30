"""Bytes become text: character sets, what was encoded twice, what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.read.decoding import decode


@pytest.mark.parametrize(
    ("raw", "text", "repairs"),
    [
        (b"", "", ()),
        (b"plain", "plain", ()),
        ("¶1. “é”".encode(), "¶1. “é”", ()),
        (b"\xef\xbb\xbfx", "x", ("byte order mark dropped",)),
        (b"x\n\xef\xbb\xbfy", "x\ny", ("byte order mark dropped",)),
        (b"\xb61. (C)", "¶1. (C)", ("decoded as cp1252",)),
        ("é ".encode() + b"\xb61.", "é ¶1.", ("decoded as cp1252",)),
        (b"the board\x92s \x93pier\x94", "the board’s “pier”", ("decoded as cp1252",)),
        (b"a\x81b\x93c", "a\x81b“c", ("decoded as cp1252",)),
        ("the boardâ€™s â€œpierâ€\x9d".encode(), "the board’s “pier”", ("double encoding undone",)),
        ("Â¶1. cafÃ©".encode(), "¶1. café", ("double encoding undone",)),
        ("Å¡ Ä‡".encode(), "š ć", ("double encoding undone",)),
        ("São Â Tomé Âme".encode(), "São Â Tomé Âme", ()),
        ("CAFÉ” ÂNGELA’S SÃO".encode(), "CAFÉ” ÂNGELA’S SÃO", ()),
        ("a\u00a0b".encode(), "a b", ("no-break spaces became blanks",)),
        ("aÂ\u00a0b".encode(), "a b", ("double encoding undone", "no-break spaces became blanks")),
        (b"a\r\nb\rc\fd", "a\nb\nc\nd", ("line ends normalised", "form feeds became line ends")),
        (b"a\r\r\nb\r\r\n", "a\nb\n", ("line ends normalised",)),
        (b"a\r\r\nb\r\n", "a\n\nb\n", ("line ends normalised",)),
        ("\ufffd1.".encode(), "\ufffd1.", ()),
    ],
)
def test_characters(raw: bytes, text: str, repairs: tuple[str, ...]) -> None:
    decoded = decode(raw)
    assert (decoded.text, decoded.repairs) == (text, repairs)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_that_stays(raw: bytes) -> None:
    text = decode(raw).text
    text.encode("utf-8")
    assert "\r" not in text


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=200))
def test_plain_text_is_left_alone(text: str) -> None:
    assert decode(text.encode()) == decode(text.encode("cp1252"))
    assert decode(text.encode()).text == text
