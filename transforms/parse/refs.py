"""The REF block: what the cable refers to.

    REF: A. STATE 041120                      one to a line, or
    [1](#)B. 07 ELDERPORT 1290 (NOTAL)        with the residue of a pilcrow before the label
    REFS: (A) 2005 LA PAZ 812, (B) LA PAZ 0007
    Refs: A) Elderport 410/409; B) 07 Elderport 688/561/112        several under one label
    REF: PANAMA 00512/07   AMMAN 01410 99   A. '07 BUENOS AIRES 5  118 Ulaanbaatar
    REF: QUILL/MOSS E-MAIL 05/02/08; IIR 6 999 0042 08; 9 FAM 41.11

Posts and years that are left out carry over as cable formats 3.13 says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from transforms.codes.posts import find_post
from transforms.parse.cable import Ref
from transforms.parse.mrn import make_mrn
from transforms.parse.page_noise import drop_page_marks
from transforms.parse.ref_kinds import kind_of_item
from transforms.parse.residue import unlink

LABEL = re.compile(
    r"\s*(?:PROGRAM\s+)?(?:REF(?:ERENCE)?(?:S|\(S\))?(?:TELS?)?|REFTEL\(S\)|RE?TELS?)\s{0,2}"
    r"(?:[:;.]|(?=\s+(?:\(?[A-Z]\)?[.):]|\d\d|[A-Z]{3,})))",
    re.IGNORECASE,
)
"""The label at the start of a line."""

_ITEM_LABEL = re.compile(
    r"(?:(?<=[\s;,/])|^)¶?\s?(?:REF\s?(?:TEL)?\s)?"
    r"(?:\((?P<a>[A-Za-z])\)|\[(?P<b>[A-Za-z])\]|(?P<c>[A-Z])(?:[.):](?=\s|[A-Z0-9(])|\s-\s)"
    r"|\((?P<d>\d)\)|(?P<e>\d)\.\s(?=[A-Z]))\s?",
)
_REF_LABEL = re.compile(r"(?:(?<=[\s;,/])|^)¶?\s?REF(?:TEL)?\s(?P<f>[A-Z])\b:?\s?")
_GLUED = re.compile(
    r"(?<![A-Za-z0-9])(?P<y>O?\d{1,2}|\d{4})-?(?P<p>[A-Z0][A-Z']{2,30})-?(?P<s>\d{1,6})(?![\dA-Z])"
)
_AIRGRAM = re.compile(r"(?P<post>[A-Z][A-Z' ]{2,30}?)\s(?P<mark>C?A)-\s?(?P<serial>\d{1,5})\b")
_TOKEN = re.compile(
    r"\(\s*(?P<by>\d{4}|\d{2})\s*\)|\((?P<br>[^()]{0,200})\)|(?P<n>'?(?<![A-Za-z])O?\d[\dO]*(?![A-Za-z]{2}))"
    r"|(?P<w>[A-Za-z0][A-Za-z'.]*)|(?P<s>[,;/&#:-])"
)
_NONE = re.compile(r"[\s.]*(?:NONE|N/?A|SEPTELS?|NOTAL)?[\s.]*$", re.IGNORECASE)
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
class _Cable:
    """A cable that is being read."""

    post: str
    year: int
    serial: str
    start: int
    end: int
    airgram: str = ""
    is_notal: bool = False


@dataclass
class _Reader:
    """Reads the tokens of one item; remembers the post for the items that follow."""

    year: int
    origin: str
    post: str | None = None
    cables: list[_Cable] = field(default_factory=list)
    words: list[re.Match[str]] = field(default_factory=list)
    item_year: tuple[int, int] | None = None
    separator: str = ""

    def number(self, match: re.Match[str], is_year: bool) -> None:
        text = match[0].lstrip("'").replace("O", "0")
        if is_year:
            self.item_year = (int(text), match.start())
        elif self.words:
            self._serial_after_post(match, text)
        elif self.cables and self._is_year_behind(text):
            self.cables[-1].year = _full_year(int(text), self.year)
            self.cables[-1].end = match.end()
        elif len(text) <= 6:
            self._serial_alone(match, text)
        self.separator = ""

    def _serial_after_post(self, match: re.Match[str], text: str) -> None:
        post = self._post()
        start = self.item_year[1] if self.item_year else self.words[0].start()
        year = _full_year(self.item_year[0], self.year) if self.item_year else self.year
        self.words, self.item_year = [], None
        if post is not None and len(text) <= 6:
            self.post = post
            self.cables.append(_Cable(post, year, text, start, match.end()))

    def _serial_alone(self, match: re.Match[str], text: str) -> None:
        if self.cables:
            last = self.cables[-1]
            self.cables.append(_Cable(last.post, last.year, text, match.start(), match.end()))
        else:
            post = self.post or self.origin
            self.cables.append(_Cable(post, self.year, text, match.start(), match.end()))

    def _is_year_behind(self, text: str) -> bool:
        last = self.cables[-1]
        if len(text) != 2 or len(last.serial) < 3 or self.separator not in {"", "/", "-"}:
            return False
        return 0 <= self.year - _full_year(int(text), self.year) <= 10

    def _post(self) -> str | None:
        names = [match[0].strip(".").upper() for match in self.words]
        for count in range(min(4, len(names)), 0, -1):
            if post := find_post(" ".join(names[-count:])):
                return post
        last = names[-1]
        if last in _OWN:
            return self.origin
        if last in _DEPARTMENT:
            return "STATE"
        is_plausible = len(last) > 2 and last.isalpha() and last not in _REJECTED
        return "".join(names[-3:]) if is_plausible and len(names) <= 3 else None

    def bracket(self, match: re.Match[str]) -> None:
        if match["by"]:
            year = int(match["by"])
            if self.cables and not self.words and not self.separator:
                self.cables[-1].year = _full_year(year, self.year)
                self.cables[-1].end = match.end()
            else:
                self.item_year = (year, match.start())
        elif self.cables and "NOTAL" in match["br"].upper():
            self.cables[-1].is_notal = True


def parse_refs(text: str, *, year: int, post: str) -> tuple[Ref, ...]:
    """Read a REF block.

    Args:
        text: Its lines joined by blanks, with or without the label, page lines taken out.
        year: Year of the citing cable, four digits; references without a year have it.
        post: Canonical post of the citing cable; references without any post have it.

    Returns:
        One row per reference in order; several under one label are several rows with that label.
        `NONE` and `SEPTEL` give none.
    """
    text = " ".join(drop_page_marks(unlink(text)).split())
    match = LABEL.match(text)
    body = text[match.end() :] if match else text
    rows: list[Ref] = []
    carried: str | None = None
    for label, item in _items(body):
        for part in _parts(item):
            if _NONE.fullmatch(part):
                continue
            kind = kind_of_item(part)
            cables: list[_Cable] = []
            if kind is None:
                reader = _Reader(year, post, carried)
                cables = _read_cables(part, reader)
                carried = reader.post or carried
            for ref in _rows(len(rows), label, part, kind, cables):
                if ref.target_id is None or ref.target_id not in _own(rows, label, ref):
                    rows.append(ref)
    return tuple(rows)


def _own(rows: list[Ref], label: str | None, ref: Ref) -> set[str | None]:
    return {row.target_id for row in rows if row.label == label}


def _rows(
    count: int, label: str | None, part: str, kind: str | None, cables: list[_Cable]
) -> Iterator[Ref]:
    raw = part.strip(" ,;&")
    if not cables:
        if re.search(r"[A-Za-z0-9]{2}", raw):
            yield Ref(count + 1, label, kind or "other", raw, None, "NOTAL" in raw.upper())
        return
    for index, cable in enumerate(cables, count + 1):
        mrn = make_mrn(cable.year, cable.post, int(cable.serial), raw, cable.airgram)
        written = part[cable.start : cable.end].strip(" ,;&/")
        name = "airgram" if cable.airgram else "cable"
        yield Ref(index, label, name, written, mrn.cable_id, cable.is_notal)


def _items(text: str) -> Iterator[tuple[str | None, str]]:
    """Labels with the text that stands under each; doubled labels collapse to the last."""
    label: str | None = None
    end = 0
    for match in sorted(
        (*_ITEM_LABEL.finditer(text), *_REF_LABEL.finditer(text)), key=lambda m: m.start()
    ):
        if match.start() < end:
            continue
        item = text[end : match.start()].strip(" ,;/¶")
        if item:
            yield label, item
        name = next(value for value in match.groupdict().values() if value)
        label = name.upper()
        end = match.end()
    item = text[end:].strip(" ,;¶")
    if item:
        yield label, item


def _parts(item: str) -> list[str]:
    return [part.strip() for part in item.replace("¶", " ").split(";") if part.strip(" .,")]


def _read_cables(part: str, reader: _Reader) -> list[_Cable]:
    spaced = _GLUED.sub(_unglue, part)
    spaced = re.sub(r"(?<=[A-Za-z])-(?=[A-Za-z]{2})", " ", spaced)
    if len(spaced) == len(part):
        return _scan(spaced, reader)
    # Places are those of the ungluing, so that what was written is cut from there.
    cables = _scan(spaced, reader)
    for cable in cables:
        written = spaced[cable.start : cable.end]
        cable.start, cable.end = _locate(part, written)
    return cables


def _locate(part: str, written: str) -> tuple[int, int]:
    squeezed = re.sub(r"[\s-]+", "", written)
    pattern = r"[\s-]*".join(re.escape(letter) for letter in squeezed)
    match = re.search(pattern, part)
    return match.span() if match else (0, len(part))


def _unglue(match: re.Match[str]) -> str:
    return f"{match['y']} {match['p']} {match['s']}"


def _scan(text: str, reader: _Reader) -> list[_Cable]:
    if match := _AIRGRAM.search(text):
        post = find_post(match["post"].strip()) or match["post"].replace(" ", "")
        reader.post = post
        return [
            _Cable(
                post, reader.year, match["serial"], match.start(), match.end(), f"{match['mark']}-"
            )
        ]
    tokens = list(_TOKEN.finditer(text))
    for index, token in enumerate(tokens):
        if token["by"] or token["br"] is not None:
            reader.bracket(token)
        elif token["n"]:
            reader.number(token, _opens_item(tokens, index))
        elif token["w"]:
            _word(token, reader)
        else:
            reader.separator = token["s"]
    if not reader.cables and reader.words and reader.item_year:
        _read_reversed(reader)
    return reader.cables


def _word(token: re.Match[str], reader: _Reader) -> None:
    word = token["w"].upper().strip(".")
    if word in _STOP:
        reader.words = []
        reader.separator = "AND" if word == "AND" else ""
        if word == "NOTAL" and reader.cables:
            reader.cables[-1].is_notal = True
    else:
        reader.words.append(token)


def _read_reversed(reader: _Reader) -> None:
    """`118 Ulaanbaatar`: the number before a known post is the serial."""
    post = find_post(" ".join(match[0] for match in reader.words))
    assert reader.item_year is not None  # noqa: S101 - the caller asked
    if post is not None:
        serial, start = reader.item_year
        reader.post = post
        reader.cables.append(_Cable(post, reader.year, str(serial), start, reader.words[-1].end()))


def _opens_item(tokens: list[re.Match[str]], index: int) -> bool:
    """Whether the number at `index` stands before a post, as a year or a reversed serial does."""
    if index + 1 >= len(tokens):
        return False
    following = tokens[index + 1]
    if not following["w"] or following["w"].upper().strip(".") in _STOP:
        return False
    text = tokens[index][0].lstrip("'").replace("O", "0")
    if len(text) in {2, 4} and (len(text) == 2 or text[:2] in {"19", "20"}):
        return True
    has_serial = any(token["n"] for token in tokens[index + 1 :])
    return not has_serial and index == 0


def _full_year(year: int, citing: int) -> int:
    if year >= 100:
        return year
    century = citing - citing % 100
    return century + year if century + year <= citing + 1 else century - 100 + year
