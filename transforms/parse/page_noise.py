"""Lines that transmission and export put between the lines of the text.

ELDERPORT 00000417  002.2 OF 003          where two sections were joined; also in mixed case
SIPDIS                                    from the second on, also within sentences
C O N F I D E N T I A L SECTION 02 OF 03 ELDERPORT 000417     header of a later section
PAGE 02 RUEHEP0417 C O N F I D E N T I A L
CONFIDENTIAL                              banner beside a PAGE line
BT   #0417   NNNN   End Cable Text   MINIMIZE CONSIDERED   null
"""

from __future__ import annotations

import re

from transforms.codes.posts import find_post

_SERIAL = re.compile(r"(?<!\d)\d{8}\s{1,4}\d{3}(?:\.\d)?\s+[Oo][Ff]\s+\d{3}(?!\d)")
_WORD_BEFORE = re.compile(r"[A-Za-z][A-Za-z.'-]*\s+$")
_POST_WORDS = 3
_LONGEST = 90
_SPACED_LEVEL = r"(?:C O N F I D E N T I A L|S E C R E T|U N C L A S(?: S I F I E D)?)"
_LEVEL = rf"(?:CONFIDENTIAL|UNCLASSIFIED|SECRET|UNCLAS|{_SPACED_LEVEL})"
_CAPTION = (
    r"(?:NOFORN|N O F O R N|NODIS|EXDIS|LIMDIS|STADIS|SENSITIVE|SENSITIVE BUT UNCLASSIFIED"
    r"|FOR OFFICIAL USE ONLY|FOUO|SBU|NOT FOR INTERNET DISTRIBUTION|NOT FOR DISTRIBUTION)"
)
_NOISE = {
    "page_line": rf"[A-Za-z][A-Za-z.' -]{{1,22}}\s{{1,3}}{_SERIAL.pattern}|{_SERIAL.pattern}"
    r"|PAGE\s{1,3}\d{1,3}\s{1,3}(?:OF\s|R[A-Z]{3}|[A-Z]{3,}).{0,80}",
    "stray_caption": r"[Ss]\s?[Ii]\s?[Pp]\s?[Dd]\s?[Ii]\s?[Ss](?:\s*[,/]?\s*"
    rf"{_CAPTION})*|{_CAPTION}(?:\s*[,/]{{0,2}}\s*(?:{_CAPTION}|SIPDIS))*",
    "banner": rf"{_LEVEL}(?:\s*//\s*NOFORN|\s+NOFORN|\s*//\s*FOUO)?(?:\s+PTQ\d{{2,6}})?",
    "section_header": rf"{_LEVEL}(?:(?:\s*//\s*|\s+)NOFORN|\s+E\s?F\s?T\s?O)?\s+(?:FINAL )?SECTION"
    r"\s+\d{1,2}\s+OF\s+\d{1,2}(?:\s+[A-Z][A-Z.' -]{1,25}?\s+\d{3,6})?",
    "operating_signal": r"BT|#(?:\d{4})?|N{3,4}|MINIMIZE CONSIDERED\.?|null|<< END OF DOCUMENT >>",
    "end_mark": r"(?i:End Cable Text\.?)",
    "release_stamp": r"(?:\S.{0,40} )?Declassified/Released US Department of State EO Systematic"
    r" Review \d{1,2} [A-Za-z]{3} \d{4}",
    "spacer": r"-|(?i:END OF PARA\.?)",
}
_ANY = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _NOISE.items()))
_LOWER_FIRST = ("null", "sipdis", "end cable")


def noise_of(text: str) -> str | None:
    """What kind of noise a line is, or None when it is part of the message.

    Args:
        text: One line.

    Returns:
        A name for the claim, such as `noise.page_line` (cable formats 3.20).
    """
    stripped = text.strip()
    if not stripped or len(stripped) > _LONGEST:
        return None
    # Most lines go on within a sentence; a cheap look at the first letters settles those.
    if stripped[0].islower() and not (stripped.startswith(_LOWER_FIRST) or stripped[-3:].isdigit()):
        return None
    match = _ANY.fullmatch(stripped)
    return f"noise.{match.lastgroup}" if match else None


def find_page_mark(text: str) -> tuple[int, int] | None:
    """Where a page mark stands in a text, post included; None without one.

    The post has one to three words, cut after ten characters (`BUENOS AIR`); the longest that is a
    known post is taken, else the one word before the serial.
    """
    serial = _SERIAL.search(text) if " OF " in text or " of " in text else None
    if serial is None:
        return None
    starts: list[int] = []
    start = serial.start()
    for _ in range(_POST_WORDS):
        word = _WORD_BEFORE.search(text[max(0, start - 20) : start])
        if word is None:
            break
        start -= len(word[0])
        starts.append(start)
    known = [at for at in starts if find_post(text[at : serial.start()].strip())]
    if known:
        return known[-1], serial.end()
    return (starts[0] if starts else serial.start()), serial.end()


def drop_page_marks(text: str) -> str:
    """The text without any page mark."""
    while (span := find_page_mark(text)) is not None:
        text = f"{text[: span[0]]} {text[span[1] :]}"
    return text
