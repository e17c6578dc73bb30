"""How far the REF block goes, line by line.

REF: A. STATE 041120                 the line with the label

[1](#)B. 07 ELDERPORT 1290           behind a blank line only what opens like a reference
     AND PREVIOUS
SUMMARY: The board met ...           never a summary, a marked paragraph, a caption
"""

from __future__ import annotations

import re

from transforms.codes.posts import find_post
from transforms.codes.ref_words import ref_words
from transforms.parse.body.kinds import kind_by_words
from transforms.parse.opening.attention import is_surely_passing
from transforms.parse.opening.captions import parse_caption_line
from transforms.parse.opening.labels import FIRST_PARAGRAPH
from transforms.parse.references.kinds import kind_of_item
from transforms.parse.references.odd_labels import end_of_odd_label
from transforms.parse.text.portion_marks import MARK
from transforms.parse.text.residue import PILCROW

_LABELLED = re.compile(
    rf"\s*(?:{PILCROW}\s?[A-Z]?[.)]|(?:{PILCROW}|1)?\s?(?:(?:REF\s)?\(?(?P<label>[A-Z])(?:\.\)|\)[.:]?|[.:]"
    r"|\s?-)|\(?(?P<low>[a-z])(?:\)|\.(?=\s))|\[[A-Za-z]\][.:]?|REF\s[A-Z]\b)"
    r"(?:\s|$|['(]?\d|[A-Z][A-Za-z'’.-])|AND\s|\(?NOTAL\)?)"
)
_CABLE = r"(?:\(?['’]?\d{2,4}\)?[\s-]?)?(?P<post>[A-Z][A-Za-z.'’ -]{1,25}?)\s?#?\d{1,6}\b"
_ANY_CABLE = re.compile(_CABLE)
_CABLE_LINE = re.compile(rf"\s*{_CABLE}(?=\s*(?:[,;&/(]|AND\b|NOTAL|$))")
_PLAIN_ITEM = re.compile(
    r"\(?[A-Z][.)] (?:\d\d )?[A-Z]{3,20}(?: [A-Z]{2,12}){0,2} \d{1,6}(?: \(NOTAL\))?[.,;]?"
)
"""The line of nearly every item: a label and a cable."""

_NUMBERED_ITEM = re.compile(rf"\s*\d[.)]\s?{_CABLE}[\s.,;]{{0,3}}(?:\(?NOTAL\)?)?\s*$")
_MARKED_PARAGRAPH = re.compile(
    rf"\s*(?:{PILCROW}\s?)?(?:\d{{1,2}}\s?[.)]\s{{0,4}}|[1-3]\s?)\((?:U|SBU|LOU|C|S|C/NF|S/NF|C//NF|S//NF)\)"
    rf"|\s*\((?:U|SBU|LOU|C|S|C/NF|S/NF)\)\s?(?:{PILCROW}\s?)?1{{1,2}}\s?[.)]\s{{1,3}}[A-Z][a-z]",
    re.IGNORECASE,
)
"""Without a stop only a low number: `OSLO` / `12 (C) BERN 88` is a reference that was wrapped."""

_NUMBERED_PROSE = re.compile(
    rf"\s*(?:{PILCROW}\s?)?\d{{1,2}}\.\s{{1,3}}[A-Z][a-z]{{0,12}}\s[a-z]{{2}}"
)
_SENTENCE = re.compile(r"\s*[A-Z][a-z]{0,15}(?:\s[A-Za-z]{1,20}){0,3}\s[a-z]{2,15}\s[a-z]{2,15}\b")
_PORTION_MARK = re.compile(rf"{MARK}\s{{0,2}}", re.IGNORECASE)
_ENTIRE_TEXT = re.compile(r"[A-Z/ ]{0,30}[-\s]{0,3}ENTIRE TEXT\b", re.IGNORECASE)
_SERIAL_FIRST = re.compile(r"\d{2,6}(?:[,;/(-]|\s(?!\s?[A-Z]?[a-z])|$)")
_COMPLETE = re.compile(r"(?:\d|NOTAL|PREVIOUS)\)?[.;]?$")
_BARE_LABEL = re.compile(r"[A-Za-z() ]{3,16}[:.;]?\s*")
_TITLE_OF_ABOVE = re.compile(r"\((?:[^()]{6,60}\)\s{1,3}(?=\(?[B-Z][.)])|[^()a-z]{6,60}\)$)")
"""The title of the item above a blank line, alone or with the next item: `(DUES) C. OSLO 12`."""

_CABLE_WITHIN = re.compile(
    r"(?P<post>[A-Z][A-Z'’]{2,}(?:[ -][A-Z'’]{2,}){0,3})[\s#-]{1,2}(?P<serial>\d{1,6})\b"
)
_ENDS_WITH_LABEL = re.compile(r"(?:^|[\s;,])(?:\(?[A-Za-z][.)]|\[[A-Za-z]\])$")
_FILLER = re.compile(r"-\s{3,30}")
_WARNINGS = ("SENSITIVE BUT", "THIS DOCUMENT ", "THIS MESSAGE ", "THIS CABLE ")
_POINTS_TO_REQUEST = re.compile(
    r"(?:(?:PLEASE )?SEE )?(?:ACTION REQUESTS? (?:IN|AT) )?PARA(?:GRAPH)?S? \d{1,2}[^()]{0,60}$"
)
"""`Paragraph 3 is an action request.`"""

_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_LABEL = re.compile(r"\([US]\)|[A-Z]\.[A-Z]\.")
"""A portion mark before a heading, initials: no block has so many labels."""

_LETTER_FIRST = re.compile(rf"\W{{0,4}}(?:{PILCROW}|1)?\W{{0,3}}(?P<letter>[A-Za-z])(?![A-Za-z'’])")
_LETTERS = re.compile(r"(?<![A-Za-z])([A-Za-z])(?=\s?[.):\]>}=/,;-]|\s[A-Z\d])")
_REF_LABEL = re.compile(r"\s*\W{0,3}RE?F", re.IGNORECASE)
_FARTHEST = 3
"""Letters that may be missing between two labels."""

_LONGEST_ITEM = 90
_PARTED_LINE = 40
_LONGEST_TITLE = 60
_FULL_LINE = 50


def refs_go_on(text: str, above: str, is_after_blank: bool) -> bool:
    """Whether a line goes on with the REF block above it.

    Args:
        text: The line, links replaced; it has no label of its own.
        above: The last line of the block.
        is_after_blank: Whether blank lines stand between the two.
    """
    text = _without_indent(text)
    if not is_after_blank and _PLAIN_ITEM.fullmatch(text):
        return True
    if _opens_body(text, above):
        return False
    if not is_after_blank:
        is_caption = text[:1] != "(" and parse_caption_line(text) != ()
        return not is_caption and not is_surely_passing(text)
    if _is_marked_prose(text):
        return False
    if _BARE_LABEL.fullmatch(above) and find_post(above) is None:
        return len(text) < _LONGEST_ITEM and (
            _opens_as_item(text, is_first=True) or kind_of_item(text) is not None
        )
    ends_open = (
        above.endswith((",", ";", "&", ":"))
        or _ENDS_WITH_LABEL.search(above)
        or above.upper().endswith((" AND", " REF"))
    )
    if (ends_open and not _SENTENCE.match(text)) or _opens_with_serial(text, above):
        return True
    if above[-1:].isdigit() and (title := _TITLE_OF_ABOVE.match(text)):
        text = text[title.end() :]
        if not text:
            return True
    is_out = _NO_LABEL.match(text) is not None or not _fits_behind(text, above)
    return len(text) < _LONGEST_ITEM and not is_out and _opens_as_item(text, is_first=False)


def _fits_behind(text: str, above: str) -> bool:
    """Whether the letter that opens a line may be a label behind those of the line above.

    `F-16 SALES`, `K. QUILL MET ...` below `REF: OSLO 55` are none: there the next label is B.
    """
    match = _LETTER_FIRST.match(text)
    if match is None:
        return True
    above_it = [letter.upper() for letter in _LETTERS.findall(above)]
    if not above_it and _REF_LABEL.match(above):
        above_it = ["A"]
    return not above_it or ord(match["letter"].upper()) - ord(max(above_it)) <= _FARTHEST


def refs_go_on_behind_page(text: str, above: str) -> bool:
    """Whether a line goes on with a REF block that a page line interrupts within an item.

    Args:
        text: The line, links replaced; it has no label of its own.
        above: The last line of the block, which has to be full or to leave a bracket open.
    """
    text = _without_indent(text)
    if len(text) > _LONGEST_ITEM or _opens_body(text, above):
        return False
    if above.rfind("(") > above.rfind(")"):
        return True
    if len(above) < _PARTED_LINE:
        return False
    if _ENDS_WITH_LABEL.search(above) or _parts_post(text, above):
        return True
    cables = _CABLE_WITHIN.finditer(text)
    return any(find_post(cable["post"]) for cable in cables if not _YEAR.fullmatch(cable["serial"]))


def _without_indent(text: str) -> str:
    """A line without its indent, which posts of the 1980s to 2003 kept with a dash."""
    text = text.lstrip()
    return _FILLER.sub("", text, count=1) if text[:1] == "-" else text


def _parts_post(text: str, above: str) -> bool:
    """Whether the name of a known post begins on one line and ends on the next: `HO CHI / MINH`."""
    head, tail = above.split()[-2:], text.split()[:2]
    names = (" ".join((*head[-left:], *tail[:right])) for left in (1, 2) for right in (1, 2))
    return bool(tail) and tail[0].isalpha() and any(map(find_post, names))


def _opens_with_serial(text: str, above: str) -> bool:
    """Whether a line opens with the serial of the post at the end of the line above."""
    if not text[:1].isdigit() or not above[-1:].isalpha():
        return False
    if text.strip(" .").isdigit():
        return True
    words = above.split()
    is_post = any(find_post(" ".join(words[-count:])) for count in range(1, 4))
    return is_post and _SERIAL_FIRST.match(text) is not None


def _opens_as_item(text: str, *, is_first: bool) -> bool:
    """Whether a line opens with a cable, or with a label: `A` only when it is the first."""
    if match := _LABELLED.match(text):
        return is_first or (match["label"] != "A" and match["low"] != "a")
    end = end_of_odd_label(text)
    bare = _PORTION_MARK.sub("", text[end:], count=1) if text[end : end + 1] == "(" else text[end:]
    match = (_ANY_CABLE if end else _CABLE_LINE).match(bare if end else text)
    if match is None:
        return end > 0 and kind_of_item(bare) is not None
    words = match["post"].upper().split()
    if any(ref_words().get(word) in {"month", "no_post"} for word in words):
        return False
    is_sure = text.isupper() and not (end and text[:end].strip().isalpha())
    return is_sure or find_post(match["post"]) is not None


def _opens_body(text: str, above: str) -> bool:
    """Whether the body begins with a line, blank line before it or not."""
    if _MARKED_PARAGRAPH.match(text) or _NUMBERED_PROSE.match(text):
        return True
    if FIRST_PARAGRAPH.match(text) and not text.startswith("("):
        return not (above.endswith(":") and _NUMBERED_ITEM.match(text))
    if _opens_first_paragraph(text):
        return True
    is_long = len(text) > _LONGEST_TITLE or text.rstrip().endswith(".")
    is_sentence = is_long and _SENTENCE.match(text) is not None
    return is_sentence and _COMPLETE.search(above) is not None


def _is_marked_prose(text: str) -> bool:
    """Whether a full line is prose with a portion mark, and no reference C to something said."""
    mark = _PORTION_MARK.match(text) if text[:1] == "(" else None
    if mark is None or len(text) < _FULL_LINE or kind_of_item(text) is not None:
        return False
    return _SENTENCE.match(text[mark.end() :]) is not None


def _opens_first_paragraph(text: str) -> bool:
    """Whether a line is a summary, a request or a warning; `(C) ACTION 3` may be reference C."""
    mark = _PORTION_MARK.match(text) if text[:1] == "(" else None
    bare = text[mark.end() :] if mark else text
    kind = kind_by_words(bare)
    if kind is not None and (kind == "summary" or mark is None or text[2:3] != ")"):
        return True
    words = bare.upper()
    if "REQUEST" in words and _POINTS_TO_REQUEST.match(words):
        return True
    return words.startswith(_WARNINGS) or ("TEXT" in words and _ENTIRE_TEXT.match(bare) is not None)
