"""The person who classified: name, titles and office told apart.

Amb. Una Bellweather, EUR/LAG           the name first
Political Counselor Una Bellweather     a title before it, on the same piece
Director, Lagoon Presence Office, Una Bellweather     titles and office on pieces of their own
NEA: Una Bellweather                    the short name of an office
Bellweather, Una, DCM                   surname first
"""

from __future__ import annotations

import re

from transforms.codes.posts import find_post
from transforms.parse.opening.classifier_titles import (
    is_bureau,
    is_office,
    is_person,
    is_section,
    is_symbol,
    is_title,
    is_title_of_person,
    is_title_word,
    lead_title,
    tail_title,
)

_DELIMITER = re.compile(r"\s*[,;]\s*|\s+(?:-{1,2}|/)\s+|:\s+|\s*[()]\s*")
_SYMBOL = re.compile(r"(?P<symbol>[A-Z]{1,5}(?:/[A-Z/&-]{1,12})?)\s?(?::|-{1,2}(?=\s))\s*(?=\S)")
_OF_OFFICE = re.compile(r"\s(?:of|from|at)\s(?=(?:the\s)?(?:\S+))", re.IGNORECASE)
_ABBREVIATED = re.compile(
    r"(?:Amb|Wm|Jos|Geo|Chas|Robt|Thos|Jas|Jno|Benj|Edw|Jr|Sr|Dr|Mr|Ms|Mrs|Hon|Rev|Col|Gen|Brig|Lt|Maj|Capt|Cdr|Cmdr|Adm|Dep|Dept|Asst|St|Pol"
    r"|Econ|Off|Couns|Sec|Secy|Cons|Actg?|Chg|Exec|Min|Dir|Rep|Mil|Adv|[A-Z](?:\.[A-Z]){1,2}|a\.i|Pol\.Couns|U\.S|No)",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[A-Za-z]\.){2,3}$")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?", re.IGNORECASE)
_GIVEN_NAMES = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2}")
_NICKNAME = re.compile(r"(?<=[A-Za-z])\s\((?P<name>[A-Z][a-z]{1,9})\)(?= [A-Z][a-z])")
_STROKE = re.compile(r"(?<![\w/])(?P<first>[A-Z][A-Za-z'-]+)/(?P<second>[A-Z][A-Za-z'-]+)(?![\w/])")
_OF_POST = re.compile(r"(?:U\.?S\.? |American )?(?:Embassy|Consulate|Mission)", re.IGNORECASE)
_FOR_ANOTHER = re.compile(r"\sfor\s(?P<title>\S+)", re.IGNORECASE)
_HEADS = frozenset({"chief", "head", "acting chief", "deputy chief"})
"""Titles that say nothing without the section behind them: `Chief, Political Section`."""

_STOPPED_TITLE = re.compile(r"(?P<title>[A-Za-z/]{2,20})\s?\.(?=[A-Z][A-Za-z])")
_AND = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)
_RANK = re.compile(r"(?:Amb|Col|Capt|Cdr|Gen|Maj|Lt)\.?|Colonel|Captain|General", re.IGNORECASE)
_LONGEST_POST = 4
_SHORTEST_TITLED = 2
_REDACTED = re.compile(r"(?P<before>\S.*?)\s+(?P<name>X{3,})")


def split_person(text: str, whole: str) -> tuple[str | None, str | None, str | None]:
    """Tell name, titles and office apart.

    Args:
        text: What stands before the reasons, without label.
        whole: All of the block, in which a stop behind an initial is looked for.

    Returns:
        Name, titles and offices, as written; all of the text is the name when it names no person
        (cable formats 3.10).
    """
    found = _Person()
    text = _STOPPED_TITLE.sub(_unstopped, text)
    text = _NICKNAME.sub(_kept_nickname, _STROKE.sub(_parted, _first_sentence(text)))
    if (symbol := _SYMBOL.match(text)) and is_person(_DELIMITER.split(text[symbol.end() :])[0]):
        (found.titles if is_title(symbol["symbol"]) else found.offices).append(symbol["symbol"])
        text = text[symbol.end() :]
    pieces = [piece for piece in map(_stripped, _DELIMITER.split(text)) if piece]
    place = _place_of_name(pieces)
    for piece in pieces[:place]:
        found.take_before(piece)
    for piece in pieces[place:]:
        found.take(piece)
    found.titles[-1:] = [_with_stop(title, whole) for title in found.titles[-1:]]
    titles, offices = ", ".join(found.titles) or None, ", ".join(found.offices) or None
    if found.name is None:
        return (" ".join(pieces) or None), None, offices
    return _with_stop(found.name, whole), titles, offices


class _Person:
    """Takes the pieces between commas and tells name, titles and offices apart."""

    def __init__(self) -> None:
        self.name: str | None = None
        self.titles: list[str] = []
        self.offices: list[str] = []

    def take_before(self, piece: str) -> None:
        """Take a piece that stands before the one with the name."""
        piece = _without_article(piece)
        (self.titles if is_title(piece) or not is_office(piece) else self.offices).append(piece)

    def take(self, piece: str) -> None:
        """Take the next piece."""
        if self.name is None:
            self._take_name(piece)
        elif _SUFFIX.fullmatch(piece):
            self.name = f"{self.name}, {piece}"
        elif self._is_title(piece):
            self.titles.append(piece)
        elif is_office(piece) or self.offices or self._is_unit(piece):
            self.offices.append(piece)
        elif " " not in self.name and not self.titles and _GIVEN_NAMES.fullmatch(piece):
            self.name = f"{self.name}, {piece}"
        else:
            self.titles.append(piece)

    def _is_unit(self, piece: str) -> bool:
        """Whether a piece behind a title names the bureau or section in which it is held."""
        if not self.titles or self.titles[-1].lower() in _HEADS:
            return bool(self.titles) and is_bureau(piece)
        return is_bureau(piece) or is_section(piece)

    def _is_title(self, piece: str) -> bool:
        if _OF_POST.fullmatch(piece) or self._is_unit(piece):
            return False
        return is_title(piece) or is_title_of_person(piece)

    def _take_name(self, piece: str) -> None:
        first, second = _two_persons(piece)
        self._take_one(first)
        if second:
            title, name = lead_title(second)
            self.titles.append(title)
            self.name = f"{self.name} and {name}"

    def _take_one(self, piece: str) -> None:
        post, piece = _post_before(_without_article(piece))
        title, rest = lead_title(piece)
        title = f"{post} {title}".strip()
        if (redacted := _REDACTED.fullmatch(rest)) and is_office(redacted["before"]):
            title, rest = f"{title} {redacted['before']}".strip(), redacted["name"]
        if title:
            bare = title.strip(":")
            (self.offices if is_symbol(bare) else self.titles).append(bare)
        rest, on_behalf, other_person = rest.partition(" on behalf of ")
        name, behind = tail_title(rest)
        name, office = _office_behind(name)
        name, other = _other_behind(name)
        self.name = name.replace("\u2768", "(").replace("\u2769", ")") or None
        whom = f"{on_behalf}{other_person}".strip()
        self.titles += [part for part in (behind, other, whom) if part]
        self.offices += [office] if office else []


def _place_of_name(pieces: list[str]) -> int:
    """The piece that holds the name: the first, unless it names none and a later one does."""
    if not pieces or is_person(pieces[0]):
        return 0
    return next((i for i, piece in enumerate(pieces) if is_person(piece, is_whole=True)), 0)


def _two_persons(piece: str) -> tuple[str, str]:
    """A piece cut between two persons, each with a title: `DCM Una Moss and RSO Augusta Quill`."""
    for match in _AND.finditer(piece):
        halves = piece[: match.start()], piece[match.end() :]
        if all(lead_title(half)[0] and is_person(half, is_whole=True) for half in halves):
            return halves
    return piece, ""


def _post_before(piece: str) -> tuple[str, str]:
    """The post before a title, and the piece without it: `Embassy Oslo PolCouns Una Moss`."""
    words = piece.split()
    for count in range(min(_LONGEST_POST, len(words) - _SHORTEST_TITLED), 0, -1):
        is_titled = is_title_word(words[count]) or _RANK.fullmatch(words[count])
        if is_titled and find_post(" ".join(words[:count])) is not None:
            return " ".join(words[:count]), " ".join(words[count:])
    return "", piece


def _without_article(piece: str) -> str:
    return piece[4:].lstrip() if piece[:4].lower() == "the " else piece


def _office_behind(name: str) -> tuple[str, str]:
    """A name and the office that it is said to be of: `Una Bellweather of EUR/LAG`."""
    for match in _OF_OFFICE.finditer(name):
        office = name[match.end() :]
        if match.start() and is_office(office):
            return name[: match.start()], office
    return name, ""


def _other_behind(name: str) -> tuple[str, str]:
    """A name and the person or place for which it stands: `Una Moss for Ambassador Quill`."""
    match = _FOR_ANOTHER.search(name)
    if match is None or not (is_title(match["title"]) or " " in name[: match.start()]):
        return name, ""
    return name[: match.start()], name[match.start() :].strip()


def _parted(match: re.Match[str]) -> str:
    """A title and a name parted that a stroke joins: `Una Quill/DCM`, `DCM/Una Quill`."""
    if match[0].isupper() or is_title(match[0]):
        return match[0]
    is_either = is_title(match["first"]) != is_title(match["second"])
    return f"{match['first']} - {match['second']}" if is_either else match[0]


def _unstopped(match: re.Match[str]) -> str:
    """A title without the stop that a slip put between it and the name: `DCM.UNA QUILL`."""
    return f"{match['title']} " if is_title(match["title"]) else match[0]


def _kept_nickname(match: re.Match[str]) -> str:
    """A name in brackets, put between signs that part nothing: `Samuel (Sam) Watts`."""
    return match[0] if is_title(match["name"]) else f" \u2768{match['name']}\u2769"


def _stripped(piece: str) -> str:
    """A piece without stops at its ends; the one of `a.i.` stays."""
    piece = piece.strip(" :-").lstrip(".")
    return piece if _INITIALS.search(piece) else piece.rstrip(" .")


def _first_sentence(text: str) -> str:
    """What stands before a full stop that ends a sentence, and not an initial or `Amb.`."""
    for match in re.finditer(r"\.(?:\s+|$)", text):
        word = re.split(r"[\s,(]", text[: match.start()])[-1]
        if len(word) > 1 and not _ABBREVIATED.fullmatch(word):
            rest = text[match.end() :].strip()
            head = text[: match.start()]
            has_name = bool(lead_title(re.split(r"[,;(]", head)[0].strip())[1]) or "," in head
            if has_name or not rest:
                return head
    return text


def _with_stop(name: str, whole: str) -> str:
    """Give back the stop of `Jr.`, `a.i.` or an initial at the end, which is no full stop."""
    ends_short = re.search(r"(?:^|[\s.])(?:[A-Z]|Jr|Sr)$", name, re.IGNORECASE) is not None
    return f"{name}." if ends_short and f"{name}." in whole else name
