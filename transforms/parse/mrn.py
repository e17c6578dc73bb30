"""The message reference number: two-digit year, post, serial.

C O N F I D E N T I A L SECTION 01 OF 03 ELDERPORT 000417     serial padded, year in the header
08ELDERPORT417   08 ELDERPORT 0417   2008ELDERPORT417         as dumps and references write it
08ELDERPORT417_a   08EFTOELDERPORT417   08AMEMBASSYELDERPORT417     garbled on the way
08SECTION01OF02ELDERPORT417   08STATE41TOSEC7   7575ELDERPORT9
73ELDERPORT-A50   76STATE-CA77                                airgrams
1976ELDERP04423                                               station of six characters (1973-79)
"""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.codes.posts import canonical_post, find_post, nearest_post
from transforms.parse.header.dtg import century_of

_ID = re.compile(
    r"(?P<year>(?:19|20)\d{2}(?=[ -]?[A-Z])|'?0?\d{2})[ -]?(?P<post>[A-Z][A-Z0'. -]{1,40}?)"
    r"(?:[ -](?P<airgram>C?A)[- ]?|[ -]?#?)(?P<serial>\d{1,8})"
)
_PLAIN = re.compile(r"(?P<year>[0-9]{2})(?P<post>[A-Z]{3,20})(?P<serial>[1-9][0-9]{0,5})")
"""The form that nearly all ids have, the post one that we know."""

_CANONICAL = re.compile(r"\d{2}[A-Z0-9]{2,30}?(?:-[A-Z]{1,2})?\d{1,7}")
_SUFFIX = re.compile(r"_[A-Z]$|SUSPECTED ?DUPLICATE\d{0,3}$|Z[DEF][A-Z]\d{0,8}$| ?TOSEC ?\d{0,8}$")
"""What stands behind the number: a mirror's suffix, a remark, an operating signal, the number that
the message had on the Secretary's travels."""

_SEPARATORS = re.compile(r"[ /]{1,9}|_(?=\d+$)|(?<=^\d\d)_|(?<=^\d{4})_")
"""What stands between year, post and serial besides a hyphen: `08_OSLO_417`."""

_DOUBLED_YEAR = re.compile(r"^(\d{2})\1(?=[A-Z])")
_YEAR = re.compile(r"(?:(?:19|20)\d{2}|'?0?\d{2})[ -]?(?=[A-Z])")
_BEFORE_POST = re.compile(
    r"(?:[A-Z]{2,12}?\s?(?:\d{1,2}|O\d)\s?(?:[O0]F|O|F)\s?(?:\d{1,2}|O\d)(?=\s?[A-Z]{2})"
    r"|(?:FINAL)?SECT(?:I?ON|IO)?S?\s?\d{0,4}(?!STATE)(?=\s?[A-Z])|UNCLAS(?:SIFIED)?(?=[ A-Z])"
    r"|CONFIDENTIAL|SECRET|NOFORN|SENSITIVE|SIPDIS|FOUO|E ?F ?T ?O|AMEMBASSY|AMCONSUL|USMISSION"
    r"|AMCONGEN|EMBASSY|CONSULATE)[ -]?"
)
"""What got between year and post: the section, the level, captions, the kind of post."""

_GARBLED = re.compile(
    r"(?<=[EFTO0]{3})|(?<=^E[A-Z]TO)|(?<=^EF[A-Z]O)|(?<=^EFT[A-Z])|(?<=^[A-Z]FTO)"
    r"|(?<=TION)|(?<=\d)(?=[A-Z ])|(?<=OF)|(?<=SEC)"
)
"""Where a post may begin behind what is left of `EFTO` or of a section."""

_LONGEST_GARBLED = 60
_FEWEST_LETTERS = 2


class Mrn(NamedTuple):
    """A message reference number.

    Attributes:
        cable_id: Canonical form, `06ASTANA668`.
        year: Four digits.
        post: Canonical post without spaces.
        serial: Without leading zeros.
        text: As written.
    """

    cable_id: str
    year: int
    post: str
    serial: int
    text: str

    @property
    def is_canonical(self) -> bool:
        """Whether it has the form of an MRN; a post of forty letters is none."""
        return _CANONICAL.fullmatch(self.cable_id) is not None

    @property
    def is_known_post(self) -> bool:
        """Whether the post is in our list."""
        return find_post(self.post) is not None


def make_mrn(year: int, post: str, serial: int, text: str, airgram: str = "") -> Mrn:
    """Put the parts together.

    Args:
        year: Two or four digits.
        post: As written; aliases and misspellings become the canonical post.
        serial: The number.
        text: The number as written.
        airgram: `A-` for airgrams (`CA-` for circular ones), else empty.
    """
    year = century_of(year)
    name = canonical_post(post)
    mark = f"-{airgram.replace('-', '')}" if airgram else ""
    return Mrn(f"{year % 100:02d}{name}{mark}{serial}", year, name, serial, text)


def parse_mrn(text: str, *, dated: int | None = None) -> Mrn | None:
    """An MRN that stands alone, as in a dump's metadata.

    Args:
        text: Any of the forms above; the 203 garbled ids of Cablegate are mended by rule (cable
            formats 3.1).
        dated: Four-digit year of the cable, when it is known; it tells the century of the year, and
            the year of an id that has none.

    Returns:
        The number, or None when it is none. A post that is in no list is kept, unless it is one
        letter away from a single post that is.
    """
    plain = _PLAIN.fullmatch(text)
    if plain is not None and find_post(plain["post"]) == plain["post"]:
        return _plain_mrn(plain, dated)
    return _parse_in_any_form(text, dated)


def _plain_mrn(match: re.Match[str], dated: int | None) -> Mrn:
    short = int(match["year"])
    year = dated if dated is not None and dated % 100 == short else century_of(short)
    return Mrn(match[0], year, match["post"], int(match["serial"]), match[0])


def _parse_in_any_form(text: str, dated: int | None) -> Mrn | None:
    given = text.strip()
    name = _DOUBLED_YEAR.sub(r"\1", _SEPARATORS.sub(" ", given.upper()))
    while (shorter := _SUFFIX.sub("", name)) != name and _ends_in_serial(shorter):
        name = shorter
    if name[2:3] == "0" and find_post(name[2:].rstrip("0123456789")) is not None:
        name = f"{name[:2]}O{name[3:]}"
    year = _YEAR.match(name)
    if year is None and dated is not None:
        name = f"{dated} {name}"
        year = _YEAR.match(name)
    if year is None:
        return None
    rest = _without_residue(name[year.end() :])
    match = _ID.fullmatch(name[: year.end()] + rest)
    if match is None or find_post(nearest_known(match["post"])) is None:
        behind = _behind_garble(name[year.end() :])
        match = _ID.fullmatch(name[: year.end()] + behind) if behind else match
    if match is None or len(re.sub(r"[^A-Z0]", "", match["post"])) < _FEWEST_LETTERS:
        return None
    number = int(match["year"].lstrip("'"))
    if dated is not None and number < 100 and dated % 100 == number:
        number = dated
    found = make_mrn(
        number,
        nearest_known(match["post"]),
        int(match["serial"]),
        given,
        match["airgram"] or "",
    )
    return found if found.is_canonical else None


def nearest_known(name: str) -> str:
    """The post that a name means: by its aliases, else the only one that is a letter away.

    Args:
        name: In upper case.

    Returns:
        The canonical post, or the name as it was: no cable is dropped for an unknown post.
    """
    return find_post(name) or nearest_post(name) or name


def _behind_garble(rest: str) -> str:
    """A known post and its serial behind a section or `EFTO` that no pattern knows; else empty."""
    letters = rest.rstrip("0123456789 ")
    if len(letters) > _LONGEST_GARBLED:
        return ""
    for garble in _GARBLED.finditer(letters):
        if len(letters) - garble.end() > 3 and find_post(letters[garble.end() :]) is not None:
            return rest[garble.end() :]
    return ""


def _ends_in_serial(name: str) -> bool:
    """Whether post and serial stand before a tail; else the tail is the number itself."""
    return name[-1:].isdigit() and name.strip("0123456789 -'") != ""


def _without_residue(name: str) -> str:
    while match := _BEFORE_POST.match(name):
        rest = name[match.end() :]
        if not re.match(r"[A-Z]{2}", rest) or find_post(name.rstrip("0123456789 -")):
            break
        name = rest
    return name
