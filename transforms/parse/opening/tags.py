"""TAGS: traffic analysis by geography and subject.

TAGS: PREL, ETRD, KDEM, XL              commas, blanks, or both; may wrap
TAGS: OVIP (QUILL, AUGUSTA), PREL       a person, with a comma inside the brackets
TAGS: OVIP QUILL AUGUSTA PREL           a person without brackets
TAGS: PGOVPRELXL                        run together
TAGS: PREL:ETRD/XL                      with other signs between them
TAGS: PREL, HUMAN RIGHTS, XL            a phrase between commas is one tag
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from transforms.codes.tags import is_known_tag, mended_tag, tag_kind
from transforms.parse.cable import Tag
from transforms.parse.text.label_slips import slips
from transforms.parse.text.page_noise import drop_page_marks
from transforms.parse.text.portion_marks import LEAD, MARK

LABEL: re.Pattern[str] = re.compile(
    rf"{LEAD}(?:T ?A ?G ?S?|TGS|TGAS|TAS|TABS|TAGES|TAGGS|TAGSS|TAGA|TASG|AGS)(?![A-Z])"
    r"(?:\s?\([A-Z]{1,3}\))?\s{0,2}"
    r"(?:[:;,.=_]{1,2}|-{1,2}(?=\s)"
    r"|(?=\s{1,12}[A-Z]{2,4}\b|\s(?-i:[A-Z]{5,9})[\s,]{1,2}[A-Z]{2,4}\b)|$)"
    rf"|{LEAD}(?-i:(?!TASS)(?:{slips('TAGS')})\s?:(?=\s{{0,6}}\[?[A-Z]{{4}}\b[^\n]{{0,200}}$))"
    rf"|{LEAD}(?-i:TAGS(?=[A-Z]{{4}}(?:,\s?|\s{{1,3}})[A-Z]{{2,4}}\b))",
    re.IGNORECASE,
)
"""The label at the start of a line."""

_TAG_SHAPE = re.compile(r"[A-Z]{2,5}")
_NOISE = frozenset(
    {"SIPDIS", "NOFORN", "UNCLAS", "UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TAGS"}
    | {"SENSITIVE", "EXDIS", "LIMDIS", "NODIS", "SBU", "AND", "N/A", "NONE", "NULL"}
)
_MARKUP = re.compile(r"<[^<>]{1,200}>|/tag/(?P<tag>[^\s,_.]{1,40})(?:_\d+)?\.html", re.IGNORECASE)
"""Links of the site; text that was taken out of a PDF has nothing but their addresses."""

_PIECE = re.compile(
    r"(?P<brackets>[(\[{][^()\[\]{}]{1,80}[)\]}])|(?P<stop>[,;]|\s-{1,2}(?=\s))"
    r"|(?P<word>[^\s,;&|\\()\[\]{}]+)|(?P<open>[(\[{])"
)
_EDGES = ".:'\"*+-`´‘’“”|¶_<>=/"
_BROKEN = re.compile(r"(?<![^\s,;])([A-Z]{1,3})-?(\s{1,3})([A-Z]{1,3})(?![^\s,;])", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[A-Z]\.){1,4}[A-Z]")
"""`U.S.`, `U.N.` without the last stop."""

_WRAPPED_HYPHEN = re.compile(r"(?<=[A-Z])-\n\s{0,9}(?=[A-Z])")
_COMMAS = re.compile(r"\s?,[\s,]{0,3}")
_JOINERS = re.compile(r"[./_:]")
_SEVERAL_PERSONS = re.compile(r"[^,;]+,[^,;]+(?:;[^,;]+,[^,;]+)+")
"""`QUILL, AUGUSTA; MOSS, IDA`"""

_NAMED = frozenset({"OVIP", "OREP", "OTRA", "CASC"})
_LINKS = frozenset({"IN", "OF", "AND", "THE", "FOR", "TO"})
"""Words within a phrase, some of which are tags, too."""

_SHORTEST_GLUED = 6
_FIELD = 4
_SHORTEST_WORD = 5
_IN_BRACKETS = re.compile(r"\([^()]{0,80}\)")
_OPEN_BRACKET = re.compile(r"\([^()]{0,60}$")


def looks_like_tags(text: str, *, is_sure: bool = False) -> bool:
    """Whether a line holds nothing but tags, so that it continues the block above.

    Args:
        text: One line.
        is_sure: Every one of them is to be in the list; else the form of a tag is enough.
    """
    words = [word.strip(_EDGES).upper() for word in re.split(r"[\s,;]+", text) if word]
    return bool(words) and all(
        is_known_tag(word)
        or (not is_sure and _TAG_SHAPE.fullmatch(word) and len(word) in {2, 4})
        or (bool(_glued(word)))
        for word in words
    )


def tags_go_on(text: str, above: str, is_after_blank: bool) -> bool:
    """Whether a line without a label goes on with the TAGS above it.

    Args:
        text: The line, links replaced.
        above: The last line of the block.
        is_after_blank: Whether blank lines stand between the two.
    """
    if "/tag/" in text:
        text = _MARKUP.sub(lambda link: f" {link['tag'] or ''} ", text).strip()
    if above.endswith((",", ";")) or LABEL.fullmatch(above) or _OPEN_BRACKET.search(above):
        return not is_after_blank or looks_like_tags(text)
    if text.startswith("(") and above.upper().endswith(tuple(_NAMED)):
        return re.match(MARK, text, re.IGNORECASE) is None
    if text.startswith((",", ";")):
        return not is_after_blank
    if "(" in text:
        text = _IN_BRACKETS.sub(" ", text).strip() or text
    if is_after_blank:
        return text.isupper() and looks_like_tags(text, is_sure=True)
    words = text.split()
    return looks_like_tags(text) or (text.isupper() and len(words) <= 2) or _has_tags(words)


def _has_tags(words: list[str]) -> bool:
    """Whether most words of a line are tags in the list, as beside a person's name."""
    known = sum(is_known_tag(word.strip(_EDGES + ",;()").upper()) for word in words)
    return 2 * known >= len(words)


def parse_tags(text: str) -> tuple[Tag, ...]:
    """Read a TAGS block.

    Args:
        text: Its lines joined by LFs or blanks, with or without the label, links already replaced.

    Returns:
        Tags in order, upper case, once each; unknown ones keep the kind that their shape says
        (5 FAH-3; cable formats 3.11).
    """
    while (match := LABEL.match(text)) and match.end():
        text = text[match.end() :]
    text = _WRAPPED_HYPHEN.sub("-", text.replace("TAGS:", " "))
    names = text.replace(",", " ").split()
    if all(map(is_known_tag, names)):
        return _numbered((name, tag_kind(name)) for name in names)
    if "<" in text or "/tag/" in text:
        text = _MARKUP.sub(lambda link: f" {link['tag'] or ''} ", text)
    if " OF " in text or " of " in text:
        text = drop_page_marks(text)
    reader = _Reader()
    for kind, value in _pieces(_BROKEN.sub(_mend, text)):
        reader.take(kind, value)
    reader.close()
    return _numbered(reader.found)


def _numbered(found: Iterable[tuple[str, str]]) -> tuple[Tag, ...]:
    unique = dict.fromkeys(found)
    return tuple(Tag(index, name, kind) for index, (name, kind) in enumerate(unique, 1))


class _Reader:
    """Reads words one by one; those that nobody knows wait for what follows them."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []
        self.unknown: list[str] = []
        self.has_comma = False
        self.is_bracket_open = False

    def take(self, kind: str, value: str) -> None:
        """Take a word, a phrase, a stop or what stands in brackets."""
        if kind == "stop":
            self._stop()
        elif kind == "brackets":
            self.close()
            self._take_brackets(value)
        elif kind == "open":
            self.close()
            self.is_bracket_open = True
        elif kind == "phrase":
            self.close()
            self.found.append((value, "person" if self._may_be_name() else "unknown"))
        elif parts := _known_parts(value, is_name=self._may_be_name()):
            self.close()
            self.found.extend((part, tag_kind(part)) for part in parts)
        else:
            self.unknown.append(value)

    def close(self) -> None:
        """What waits is a name behind `OVIP` and the like, a phrase, or unknown tags."""
        words, self.unknown, self.has_comma = self.unknown, [], False
        if not words:
            return
        is_name = self._may_be_name() and len("".join(words)) >= _SHORTEST_WORD
        self.is_bracket_open = False
        if is_name:
            self.found.append((" ".join(words).strip(" ,"), "person"))
        elif all(len(word) >= _SHORTEST_WORD and not word[-1].isdigit() for word in words):
            self.found.append((" ".join(words), tag_kind(" ".join(words))))
        else:
            self.found.extend((word, tag_kind(word)) for word in words)

    def _stop(self) -> None:
        if self.unknown and self._may_be_name() and not self.has_comma:
            self.unknown[-1] += ","
            self.has_comma = True
        else:
            self.close()

    def _may_be_name(self) -> bool:
        is_behind = bool(self.found) and self.found[-1][0] in _NAMED
        return is_behind or self.is_bracket_open

    def _take_brackets(self, text: str) -> None:
        inner = " ".join(text[1:-1].upper().split())
        words = [word.strip(_EDGES) for word in re.split(r"[\s,;/]+", inner)]
        if re.fullmatch(MARK, text, re.IGNORECASE) or not any(words):
            return
        if not self._may_be_name() and all(map(is_known_tag, words)):
            self.found.extend((word, tag_kind(word)) for word in words)
        else:
            persons = inner.split(";") if _SEVERAL_PERSONS.fullmatch(inner) else [inner]
            self.found.extend(
                (_COMMAS.sub(", ", person).strip(" ,"), "person") for person in persons
            )


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Words, stops and brackets in order; what stands between two stops may be a phrase."""
    waiting: list[str] = []
    has_stops = "," in text or ";" in text
    for match in _PIECE.finditer(f"{text},"):
        kind = str(match.lastgroup)
        if kind == "word":
            word = match["word"].strip(_EDGES).upper()
            if word and word not in _NOISE:
                waiting.append(word)
            continue
        if has_stops and _is_phrase(waiting):
            yield "phrase", " ".join(waiting)
        else:
            yield from (("word", word) for word in waiting)
        waiting = []
        yield kind, match[0]


def _is_phrase(words: list[str]) -> bool:
    """Whether words between two commas are words of the language: `ARMS CONTROL`."""
    named = [word for word in words[1:-1] if word not in _LINKS] + words[:1] + words[-1:]
    if len(words) < 2 or any(map(is_known_tag, named)) or words[0] in _NAMED:
        return False
    return any(len(word) > _SHORTEST_WORD and word.isalpha() for word in words) and not any(
        map(_glued, words)
    )


def _mend(match: re.Match[str]) -> str:
    """Join the halves of a tag that a blank or a line break took apart."""
    first, gap, second = match[1].upper(), match[2], match[3].upper()
    if not is_known_tag(first + second) or (is_known_tag(first) and is_known_tag(second)):
        return match[0]
    return match[0] if len(first + second) != 4 and "\n" not in gap else first + second


def _known_parts(word: str, *, is_name: bool) -> tuple[str, ...]:
    """The word as one known tag, a tag by its shape, or several run together; else empty."""
    word = mended_tag(word)
    if "." in word and _DOTTED.fullmatch(word) and is_known_tag(word.replace(".", "")):
        return (word.replace(".", ""),)
    if word.startswith("K-") and is_known_tag(f"K{word[2:]}"):
        return (f"K{word[2:]}",)
    if is_known_tag(word) or (tag_kind(word) != "unknown" and not (is_name and len(word) > 2)):
        return (word,)
    if len(pieces := [piece for piece in _JOINERS.split(word) if piece]) > 1:
        return tuple(pieces) if all(map(is_known_tag, pieces)) else ()
    fields = [field for field in word.split("-") if field]
    if len(fields) > 1 and all(map(is_known_tag, fields)) and len(fields[0]) == _FIELD:
        return tuple(fields)
    return _glued(word)


def _glued(word: str) -> tuple[str, ...]:
    """Tags that were run together, one of four letters among them; empty for any other word."""
    parts: list[str] = []
    rest = word if len(word) >= _SHORTEST_GLUED and word.isalpha() else ""
    while rest:
        size = next((n for n in (4, 2, 3, 5) if len(rest) >= n and is_known_tag(rest[:n])), 0)
        if not size:
            return ()
        parts.append(rest[:size])
        rest = rest[size:]
    has_field = any(len(part) == 4 and tag_kind(part) != "organization" for part in parts)
    return tuple(parts) if has_field else ()
