"""Cables in one item of the REF block: years, posts and serials, and what is left out of them.

07 ELDERPORT 1290   2005 LA PAZ 812   06ELDERPORT0034   118 Ulaanbaatar      one cable
ELDERPORT 410/409   OSLO 12, 13 AND 15                                        several of one post
PANAMA 00512/07   QUITO 4101-07   AMMAN 01410 99   '07 OSLO 5   (99) ROME 88  years
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from transforms.codes.posts import find_post, nearest_post
from transforms.parse.dtg import year_before

_GLUED = re.compile(
    r"(?<![A-Za-z0-9])(?P<y>O?\d{1,2}|\d{4})-?(?P<p>[A-Z0][A-Z']{2,30})-?(?P<s>\d{1,6})(?![\dA-Z])"
)
_TIGHT = re.compile(r"(?<=[A-Za-z]{3})(?=\d{2,6}(?!\w))")
_AIRGRAM = re.compile(r"(?P<post>[A-Z][A-Z' ]{2,30}?)\s(?P<mark>C?A)-\s?(?P<serial>\d{1,5})\b")
_TOKEN = re.compile(
    r"\(\s*(?P<by>\d{4}|\d{2})\s*\)|\((?P<br>[^()]{0,200})\)|(?P<n>'?(?<![A-Za-z])O?\d[\dO]*(?![A-Za-z]{2}))"
    r"|(?P<w>[A-Za-z0][A-Za-z'.]*)|(?P<s>[,;/&#:-])"
)
_MONTH = r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\.?"
_DATE = (
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d{{2}})|{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?"
    rf"|\d{{1,2}}\s{_MONTH}(?:\s\d{{4}}|\s\d{{2}})?|{_MONTH},?\s\d{{4}})"
)
_BEHIND = re.compile(
    rf"(\d[\s),(]{{1,4}})(?:(?:(?:OF|DATED|DTD|ON|FROM)\s)?{_DATE}(?!\d)"
    rf"|(?:DTG\s)?\d{{6}}Z(?:\s{_MONTH}\s\d{{2,4}})?"
    r"|PARA(?:GRAPH)?S?\s\d{1,2}(?:-\d{1,2})?)",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\((?:U|SBU|C|S|C/NF|S/NF|C//NF|S//NF)\)", re.IGNORECASE)
_LONGEST_POST = 20
_STOP = frozenset(
    [
        "AND",
        "NOTAL",
        "PREVIOUS",
        "CIRCULAR",
        "SEPTEL",
        "EXDIS",
        "NODIS",
        "LIMDIS",
        "ET",
        "AL",
        "OTHERS",
        "SERIES",
        "THRU",
        "THROUGH",
        "REPORTING",
    ]
)
_OWN = frozenset(["EMBTEL", "EMBTELS", "OUR", "OURTEL", "MYTEL", "CONGENTEL", "USMISSION"])
_DEPARTMENT = frozenset(["DEPTEL", "DEPTELS", "DEPT", "SECSTATE"])
_REJECTED = frozenset(
    [
        "JAN",
        "FEB",
        "MAR",
        "APR",
        "MAY",
        "JUN",
        "JUL",
        "AUG",
        "SEP",
        "OCT",
        "NOV",
        "DEC",
        "JANUARY",
        "FEBRUARY",
        "MARCH",
        "APRIL",
        "JUNE",
        "JULY",
        "AUGUST",
        "SEPTEMBER",
        "OCTOBER",
        "NOVEMBER",
        "DECEMBER",
        "SECRET",
        "CONFIDENTIAL",
        "UNCLAS",
        "PARA",
        "PARAGRAPH",
        "PAGE",
        "OF",
    ]
)


@dataclass
class CitedCable:
    """A cable that an item names.

    Attributes:
        post: Canonical, or as written when nobody knows it.
        year: Four digits.
        serial: As written.
        start: Offset in the item at which the reference begins.
        end: Offset behind it.
        airgram: `A-` or `CA-`; empty for telegrams.
        is_notal: Marked NOTAL.
        and_previous: Stands for earlier messages too.
    """

    post: str
    year: int
    serial: str
    start: int
    end: int
    airgram: str = ""
    is_notal: bool = False
    and_previous: bool = False


@dataclass
class Reader:
    """Reads the tokens of one item; remembers the post for the items that follow.

    Attributes:
        year: Year of the citing cable, four digits.
        origin: Its canonical post.
        post: The last post that was named; items without one have it.
    """

    year: int
    origin: str
    post: str | None = None
    cables: list[CitedCable] = field(default_factory=list)
    words: list[re.Match[str]] = field(default_factory=list)
    item_year: tuple[int, int] | None = None
    separator: str = ""

    def number(self, match: re.Match[str], is_year: bool) -> None:
        """Take a number: a year before a post, a serial, or a year behind one."""
        text = match[0].lstrip("'").replace("O", "0")
        if is_year:
            self.item_year = (int(text), match.start())
        elif self.words:
            self._serial_after_post(match, text)
        elif self.cables and self._is_year_behind(text):
            self.cables[-1].year = year_before(int(text), self.year)
            self.cables[-1].end = match.end()
        elif len(text) <= 6:
            self._serial_alone(match, text)
        self.separator = ""

    def _serial_after_post(self, match: re.Match[str], text: str) -> None:
        post = self._post()
        start = self.item_year[1] if self.item_year else self.words[0].start()
        year = year_before(self.item_year[0], self.year) if self.item_year else self.year
        self.words, self.item_year = [], None
        if post is not None and len(text) <= 6:
            self.post = post
            self.cables.append(CitedCable(post, year, text, start, match.end()))

    def _serial_alone(self, match: re.Match[str], text: str) -> None:
        if self.cables:
            last = self.cables[-1]
            self.cables.append(CitedCable(last.post, last.year, text, match.start(), match.end()))
        else:
            post = self.post or self.origin
            self.cables.append(CitedCable(post, self.year, text, match.start(), match.end()))

    def has_post(self) -> bool:
        """Whether a known post is waiting for its serial."""
        return bool(self.words) and find_post(" ".join(word[0] for word in self.words)) is not None

    def _is_year_behind(self, text: str) -> bool:
        last = self.cables[-1]
        if len(text) != 2 or len(last.serial) < 3 or self.separator not in {"", "/", "-"}:
            return False
        return 0 <= self.year - year_before(int(text), self.year) <= 10

    def _post(self) -> str | None:
        names = [match[0].strip(".").upper() for match in self.words]
        for count in range(min(4, len(names)), 0, -1):
            if post := find_post(" ".join(names[-count:])):
                return post
        last = names[-1]
        if post := nearest_post("".join(names[-3:])) or nearest_post(last):
            return post
        if last in _OWN:
            return self.origin
        if last in _DEPARTMENT:
            return "STATE"
        is_plausible = len(last) > 2 and last.isalpha() and last not in _REJECTED
        name = "".join(names)
        return name if is_plausible and len(names) <= 3 and len(name) <= _LONGEST_POST else None

    def bracket(self, match: re.Match[str]) -> None:
        """Take a bracket: a year, `NOTAL`, `AND PREVIOUS`, or a title, which counts for nothing."""
        if match["by"]:
            year = int(match["by"])
            if self.cables and not self.words and not self.separator:
                self.cables[-1].year = year_before(year, self.year)
                self.cables[-1].end = match.end()
            else:
                self.item_year = (year, match.start())
        elif self.cables:
            words = match["br"].upper()
            self.cables[-1].is_notal |= "NOTAL" in words
            self.cables[-1].and_previous |= "PREVIOUS" in words


def read_cables(part: str, reader: Reader) -> list[CitedCable]:
    """Read the cables of one piece of an item.

    Args:
        part: The piece, on one line.
        reader: Fresh for each piece; its `post` goes on to the next.

    Returns:
        Cables in order, with their places in the piece; none when it names none.
    """
    text = _blank_out(part)
    spaced = _GLUED.sub(_unglue, text)
    spaced = _TIGHT.sub(" ", re.sub(r"(?<=[A-Za-z])-(?=[A-Za-z]{2})", " ", spaced))
    if len(spaced) == len(part):
        return _scan(spaced, reader)
    # Places are those of the ungluing, so that what was written is cut from there.
    cables = _scan(spaced, reader)
    for cable in cables:
        written = spaced[cable.start : cable.end]
        cable.start, cable.end = _locate(part, written)
    return cables


def _blank_out(part: str) -> str:
    """Blank what follows a serial and is none: a date, a date-time group, a paragraph, a mark."""
    text = _MARKED.sub(lambda match: " " * len(match[0]), part)
    return _BEHIND.sub(lambda match: match[1] + " " * (len(match[0]) - len(match[1])), text)


def _locate(part: str, written: str) -> tuple[int, int]:
    squeezed = re.sub(r"[\s-]+", "", written)
    pattern = r"[\s-]*".join(re.escape(letter) for letter in squeezed)
    match = re.search(pattern, part)
    return match.span() if match else (0, len(part))


def _unglue(match: re.Match[str]) -> str:
    return f"{match['y']} {match['p']} {match['s']}"


def _scan(text: str, reader: Reader) -> list[CitedCable]:
    if match := _AIRGRAM.search(text):
        post = find_post(match["post"].strip()) or match["post"].replace(" ", "")
        reader.post = post
        return [
            CitedCable(
                post, reader.year, match["serial"], match.start(), match.end(), f"{match['mark']}-"
            )
        ]
    tokens = list(_TOKEN.finditer(text))
    for index, token in enumerate(tokens):
        if token["by"] or token["br"] is not None:
            reader.bracket(token)
        elif token["n"]:
            reader.number(token, not reader.has_post() and _opens_item(tokens, index))
        elif token["w"]:
            _word(token, reader)
        else:
            reader.separator = token["s"]
    if not reader.cables and reader.words and reader.item_year:
        _read_reversed(reader)
    return reader.cables


def _word(token: re.Match[str], reader: Reader) -> None:
    word = token["w"].upper().strip(".")
    if word in _STOP:
        reader.words = []
        reader.separator = "AND" if word == "AND" else ""
        if reader.cables and word == "NOTAL":
            reader.cables[-1].is_notal = True
        if reader.cables and word in {"PREVIOUS", "SERIES"}:
            reader.cables[-1].and_previous = True
    else:
        reader.words.append(token)


def _read_reversed(reader: Reader) -> None:
    """`118 Ulaanbaatar`: the number before a known post is the serial."""
    post = find_post(" ".join(match[0] for match in reader.words))
    assert reader.item_year is not None  # noqa: S101 - the caller asked
    if post is not None:
        serial, start = reader.item_year
        reader.post = post
        reader.cables.append(
            CitedCable(post, reader.year, str(serial), start, reader.words[-1].end())
        )


def _opens_item(tokens: list[re.Match[str]], index: int) -> bool:
    """Whether the number at `index` stands before a post, as a year or a reversed serial does."""
    if index + 1 >= len(tokens):
        return False
    following = tokens[index + 1]
    if following["s"] == "-" and index + 2 < len(tokens) and tokens[index][0][:2] in {"19", "20"}:
        following = tokens[index + 2]
    if not following["w"] or following["w"].upper().strip(".") in _STOP:
        return False
    text = tokens[index][0].lstrip("'").replace("O", "0")
    if len(text) in {2, 4} and (len(text) == 2 or text[:2] in {"19", "20"}):
        return True
    has_serial = any(token["n"] for token in tokens[index + 1 :])
    return not has_serial and index == 0
