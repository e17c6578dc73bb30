"""Lines that transmission and export put between the lines of the text.

ELDERPORT 00000417  002.2 OF 003          where two sections were joined; also in mixed case
SIPDIS                                    from the second on, also within sentences
C O N F I D E N T I A L SECTION 02 OF 03 ELDERPORT 000417     header of a later section
C O R R E C T E D  C O P Y (ADDED TAGS)   repeated at every section
PAGE 02 RUEHEP0417 C O N F I D E N T I A L
CONFIDENTIAL                              banner beside a PAGE line
/tag/PREL.html                            address of a link that a PDF left of it
BT   #0417   NNNN   End Cable Text   ====CABLE ENDS====   MINIMIZE CONSIDERED   null
2003ELDERPORT00417 - Classification: SECRET           the mark of an archive, below NNNN;
2003ELDERPORT00417 - SECRET                           the same without the word
GP-3   EXEMPT                             downgrading groups of the early 1970s
"""

from __future__ import annotations

import re

from transforms.codes.posts import find_post

_SERIAL = re.compile(r"\d(?<!\d.)\d{7}\s{1,4}\d{3}(?:\.\d)?\s+[Oo][Ff]\s+\d{3}(?!\d)")
_PADDED_SERIAL = re.compile(r"00\d{6}")
_WORD_BEFORE = re.compile(r"[A-Za-z][A-Za-z.'-]*\s+$")
_POST_WORDS = 3
_KINDS = frozenset({"EMBASSY", "CONSULATE", "MISSION"})
"""`the Embassy OSLO 00000417 002 OF 003 said`: the first of these words is the text's."""

_TRUNCATED = 10
"""Page lines keep so many characters of a post's name."""

_LONGEST = 100
_SPACED_LEVEL = (
    r"(?:CC? O N F I D E N T I A L|S?S? ?E C R E T|T O P  ?S E C R E T"
    r"|U N C L A S(?: S I F I E D)?|L I M I T E D  ?O F F I C I A L  ?U S E)"
)
_LEVEL = (
    r"(?:CONFIDENTIAL|UNCLASSIFIED|SECRET|TOP SECRET|UNCLAS|LIMITED OFFICIAL USE"
    rf"|{_SPACED_LEVEL})"
)
_CAPTION = (
    r"(?:NOFORN|N O F O R N|NODIS|N O D I S|EXDIS|E X D I S|LIMDIS|L I M D I S|STADIS|SENSITIVE"
    r"|SENSITIVE BUT UNCLASSIFIED|FOR OFFICIAL USE ONLY|FOUO|SBU|NOT FOR INTERNET DISTRIBUTION"
    r"|NOT FOR INTERNET|NOT FOR DISTRIBUTION|ENTIRE TEXT)"
)
_LINK = r"/tag/[A-Za-z0-9]{1,12}(?:_\d{1,3})?\.html"
_SIPDIS = r"S\s?I\s?P\s?D\s?I\s?S"
_LEVEL_CAPTION = (
    r"(?:(?:\s{0,2}/{1,2}\s{0,2}|\s{1,2})(?:NOFORN|FOUO|FOR OFFICIAL USE ONLY|E\s?F\s?T\s?O"
    r"|SENSITIVE|SBU|SIPDIS)){0,3}/{0,2}"
)
_POST = r"[A-Z][A-Z.' -]{1,25}?\s+\d{3,6}"
_PADDED = r"[A-Z][A-Z.' -]{1,25}?\s+(?:0\d{4,5}|\d{6})"
_STAMP = (
    r"Declassified/Released\s{1,6}US\s{1,6}Department\s{1,6}of\s{1,6}State\s{1,6}EO\s{1,6}Systematic"
    r"\s{1,6}Review\s{1,6}\d{1,2}\s{1,6}[A-Za-z]{3}\s{1,6}\d{4}"
)
_NOISE = {
    "page_line": rf"(?:(?P<post>[A-Za-z0][A-Za-z0.' -]{{1,22}})\s{{1,3}})?{_SERIAL.pattern}"
    r"|PAGE\s{1,3}\d{1,3}\s{1,14}(?:OF\s{1,3}\d|R[UH][A-Z]{2,6}\b|R[UH][A-Z]{2,6}\d{3,4}\b"
    r"|[A-Z][A-Z .'-]{1,24}\d{4,6}\b).{0,80}",
    "stray_caption": rf"(?i:{_SIPDIS})[.,:]?(?:\s*[,/]?\s*(?:{_CAPTION}|SIPDIS))*"
    rf"|{_CAPTION}(?:\s*[,/]{{0,2}}\s*(?:{_CAPTION}|SIPDIS))*"
    r"|C\s?O\s?R\s?R\s?E\s?C\s?T\s?E\s?D\s{1,3}C\s?O\s?P\s?Y(?:\s?[-(:].{0,60})?"
    r"|C O R R E C T E D\s{1,3}C\s?O\s?P\s?Y\s.{0,60}",
    "banner": rf"{_LEVEL}{_LEVEL_CAPTION}(?:\s+PTQ\d{{2,6}})?",
    "section_header": rf"{_LEVEL}{_LEVEL_CAPTION}\s+(?:(?:FINAL )?SECTION(?:\s+\d{{1,2}})?"
    rf"\s+OF\s+\d{{1,2}}(?:\s+{_POST}(?:\s+{_CAPTION})?)?|{_PADDED})",
    "operating_signal": r"BT|#(?:\d{4}(?:/\d\d)?)?|null"
    r"|N{3,4}(?:MAFVVZCZ|VV [A-Z]{3}\d{3,4}(?:[A-Z]{3}\d{3,4})?)?"
    r"|(?i:MINIMIZE\s{1,2}CONSIDERED\.?)|<< END OF DOCUMENT >>",
    "end_mark": r"(?i:End Cable Text\.?)|={3,60}\s?CABLE ENDS?\s?={3,60}"
    rf"|\d{{4}}[A-Z]{{3,20}}\d{{1,7}} - (?:Classification: .{{4,60}}|{_LEVEL}{_LEVEL_CAPTION})",
    "release_stamp": rf"(?:\S.{{0,40}} )?{_STAMP}",
    "downgrading_group": r"GP-?\s?[1-4]\.?|EXEMPT",
    "link": rf"{_LINK}(?:[\s,;]{{1,3}}{_LINK}){{0,30}}",
    "spacer": r"[.-]|(?i:END OF PARA(?:GRAPH)?\.?)",
}
_ANY = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _NOISE.items()))
_LOWER_FIRST = ("null", "sipdis", "end cable")
_CAPITALISED_FIRST = ("sip", "si ", "end ", "minimize")
_CAPITALISED = frozenset({"Si", "En", "Mi"})
"""First letters of noise whose second letter may be a small one, page lines and stamps aside."""

STAMPED = "Declassified/Released"
"""No stamp of a release is without these words."""

LINKED = "/tag/"
"""No address of a link to a tag is without this."""

_NO_NOISE = frozenset("¶[(&*•\"'")
"""First characters of many lines and of no noise, stamps aside."""

_SERIAL_LENGTH = 8
_ARCHIVED = " - "
# fmt: off
_NOISE_STARTS = frozenset([
    "SI", "NO", "EX", "LI", "ST", "SE", "FO", "SB", "EN", "CO", "CC", "SS", "EC", "UN", "TO", "BT",
    "NN", "MI", "PA", "GP", "Si", "si", "En", "en", "Mi",
    "nu",
])
# fmt: on
_TAIL = 40
"""Characters within which a page mark begins or ends; its serial opens with two noughts."""

_SERIAL_TAIL = re.compile(r"(?<!\d)\d{8}(?:\s{1,4}\d{3}(?:\.\d)?(?:\s+[Oo][Ff])?)?\s*$")
_SERIAL_HEAD = re.compile(r"\s*(?:[A-Z.']{2,10}\s){0,2}\s{0,2}\d{8}\s")
_PAGE_ALONE = re.compile(r"\s*PAGE\s{1,3}\d{1,3}\s*")
_STATION = re.compile(
    r"\s*[A-Z][A-Z .'-]{2,20}\s+\d{5,6}(?:\s+\d{2}\s+OF\s+\d{2})?(?:\s+\d{6}Z)?\s*"
)
_LETTER = "abcdefghijklmnopqrstuvwxyz"
PLAIN_STARTS = (
    frozenset(first + second for first in _LETTER + _LETTER.upper() for second in _LETTER + "'")
    | frozenset(first + second for first in _LETTER.upper() for second in _LETTER.upper())
    | {"A ", "I ", "a "}
) - _NOISE_STARTS
"""First two characters of lines that are no noise unless they end in a figure."""
_STRAY = re.compile(
    r"(?<![\w\"'“(/-])(?<!\bwith )(?<!\b[Uu]se )(?<!\busing )(?<!\binclude )(?<!\bvia )"
    r"(?<!\bas )SIPDIS(?![\w\"'”)/-])"
    r"(?!\s(?:caption|cable|channel|distribution|handling|label|message|tag|and slug))"
)
_LINKS = re.compile(rf"(?<!\]\(){_LINK}")
_NAMED_STAMP = re.compile(rf"(?:[A-Z][a-z]{{1,12}} [A-Z]\. [A-Z][a-z]{{1,14}}\s{{1,6}})?{_STAMP}")
"""With the name of the officer who released it."""


def noise_of(text: str) -> str | None:
    """What kind of noise a line is, or None when it is part of the message.

    Args:
        text: One line.

    Returns:
        A name for the claim, such as `noise.page_line` (cable formats 3.20).
    """
    if text[:1] in _NO_NOISE and STAMPED not in text:
        return None
    stripped = text.strip()
    if not stripped or len(stripped) > _LONGEST:
        return None
    if not _may_be_noise(stripped) and STAMPED not in stripped:
        return None
    match = _ANY.fullmatch(stripped)
    if match is None or (" " in (match["post"] or "") and not _is_page_line(stripped)):
        return None
    return f"noise.{match.lastgroup}"


def join_broken_stamps(text: str) -> str:
    """Put each stamp of a release that was broken over lines on one line (cable formats 2.5).

    Line ends within a stamp become blanks, so that all else keeps its place in the text.
    """
    if STAMPED not in text:
        return text
    return _NAMED_STAMP.sub(lambda stamp: re.sub(r"[\r\n]", " ", stamp[0]), text)


def _is_page_line(stripped: str) -> bool:
    """Whether nothing but a post of several words stands before the serial of a page line."""
    name = " ".join(_SERIAL.sub("", stripped).split())
    if find_post(name) is not None:
        return True
    is_name = len(name) <= _TRUNCATED and (name.isupper() or name.istitle())
    return is_name and find_post(name.rpartition(" ")[2]) is None


def _may_be_noise(stripped: str) -> bool:
    """A cheap look at both ends of a line, which settles most; stamps are told otherwise."""
    first, is_word = stripped[0], stripped[1:2].islower()
    if not first.isalpha():
        is_serial = first.isdigit() and stripped[_SERIAL_LENGTH - 1 : _SERIAL_LENGTH].isdigit()
        is_sign = first in "#</" or stripped in ("-", ".") or (first == "=" and "CABLE" in stripped)
        return is_serial or is_sign or (first.isdigit() and _ARCHIVED in stripped)
    if stripped[-1].isdigit():
        is_page_line = stripped[:-3].rstrip()[-2:].upper() == "OF"
        return is_page_line or not (is_word or first.islower())
    if first.islower():
        return stripped.startswith(_LOWER_FIRST)
    if not is_word:
        return stripped[:2] not in PLAIN_STARTS
    return stripped[:2] in _CAPITALISED and stripped[:8].lower().startswith(_CAPITALISED_FIRST)


def holds_serial(text: str) -> bool:
    """Whether a text holds a serial as page marks pad it, to eight figures: no year, no amount."""
    return "00" in text and _PADDED_SERIAL.search(text) is not None


def find_inline_noise(text: str) -> tuple[int, int, str] | None:
    """The first piece of noise within a line of text: its span and kind; None without one.

    Args:
        text: A line that is not noise as a whole.

    Returns:
        A page mark with its post, a caption that an export put into a sentence, the stamp of a
        release, or the address of a link. A caption that the text speaks of (`the SIPDIS caption`,
        `begin replies with SIPDIS`) stays.
    """
    if holds_serial(text) and (span := find_page_mark(text)) is not None:
        return (*span, "noise.page_line")
    if "SIPDIS" in text and (match := _STRAY.search(text)) is not None:
        return (*match.span(), "noise.stray_caption")
    if STAMPED in text and (match := _NAMED_STAMP.search(text)) is not None:
        return (*match.span(), "noise.release_stamp")
    if LINKED in text and (match := _LINKS.search(text)) is not None:
        return (*match.span(), "noise.link")
    return None


def find_page_mark(text: str) -> tuple[int, int] | None:
    """Where a page mark stands in a text, post included; None without one.

    The post has one to three words, cut after ten characters (`BUENOS AIR`); the longest that is a
    known post is taken, else words of just ten characters, else the one before the serial.
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
    names = {at: text[at : serial.start()].strip() for at in starts}
    known = [at for at, name in names.items() if _is_post(name)]
    cut = [at for at, name in names.items() if len(name) == _TRUNCATED and name.isupper()]
    start = (known or cut or starts[:1] or [serial.start()])[-1]
    return start, serial.end()


def _is_post(name: str) -> bool:
    """Whether a name is a known post as page marks give it: in one case, without its kind."""
    is_even = name.isupper() or name.istitle() or " " not in name
    return is_even and find_post(name) is not None and name.split()[0].upper() not in _KINDS


def find_wrapped_mark(above: str, below: str) -> tuple[int, int] | None:
    """Where a page mark stands that a wrap broke over two lines.

    Args:
        above: A line.
        below: The next one.

    Returns:
        Where it begins in the first, and where it ends in the second; None without one.
    """
    if page := _PAGE_ALONE.fullmatch(above):
        station = _STATION.fullmatch(below)
        return (page.start(), station.end()) if station else None
    is_begun = "00" in above[-_TAIL:] and _SERIAL_TAIL.search(above[-_TAIL:]) is not None
    if not is_begun and ("00" not in below[:_TAIL] or _SERIAL_HEAD.match(below) is None):
        return None
    joined = f"{above} {below}"
    span = find_page_mark(joined)
    joint = len(above)
    if span is not None and span[1] <= joint:
        whole = span[1]
        span = find_page_mark(joined[whole:])
        span = (span[0] + whole, span[1] + whole) if span else None
    if span is None or not span[0] < joint < span[1]:
        return None
    begun = above[span[0] :]
    if not begun[-1].isdigit() and begun[-2:].upper() != "OF":
        post = _SERIAL.sub("", joined[span[0] : span[1]]).strip()
        is_name = begun.isupper() or (begun.istitle() and begun == above.strip())
        if not is_name or find_post(post) is None:
            return None
    return span[0], span[1] - joint - 1


def drop_page_marks(text: str) -> str:
    """The text without any page mark."""
    while (span := find_page_mark(text)) is not None:
        text = f"{text[: span[0]]} {text[span[1] :]}"
    return text
