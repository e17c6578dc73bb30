"""The message reference number: two-digit year, post, serial.

C O N F I D E N T I A L SECTION 01 OF 03 ELDERPORT 000417     serial padded, year in the header
08ELDERPORT417   08 ELDERPORT 0417   2008ELDERPORT417         as dumps and references write it
08ELDERPORT417_a   08EFTOELDERPORT417   08AMEMBASSYELDERPORT417     garbled on the way
73ELDERPORT-A50                                               airgram
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.codes.posts import canonical_post, find_post
from transforms.parse.dtg import century_of

_ID = re.compile(
    r"(?P<year>(?:19|20)\d{2}(?=[ -]?[A-Z])|\d{2})[ -]?(?P<post>[A-Z][A-Z0'. -]{1,40}?)"
    r"(?:[ -](?P<airgram>C?A)-?|[ -]?#?)(?P<serial>\d{1,8})(?:_[a-zA-Z])?"
)
_CANONICAL = re.compile(r"\d{2}[A-Z0-9]{2,30}?(?:-[A-Z]{1,2})?\d{1,7}")
_DOUBLED_YEAR = re.compile(r"^(\d{2})\1(?=[A-Z])")
_SECTION = re.compile(r"SECTION\s?\d{1,2}\s?OF\s?\d{1,2}|SECTION\d{0,4}")
_STATE_TOSEC = re.compile(r"^(\d{2}STATE\d{1,6})TOSEC\d{1,6}$")
_ZFR = re.compile(r"^(.*?\d)Z[DF][A-Z]\d{1,8}$")
_DUPLICATE = re.compile(r"SUSPECTED ?DUPLICATE\d{0,3}$")


@dataclass(frozen=True, slots=True)
class Mrn:
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


def parse_mrn(text: str) -> Mrn | None:
    """An MRN that stands alone, as in a dump's metadata.

    Args:
        text: Any of the forms above; the 203 garbled ids of Cablegate are mended by rule (cable
            formats 3.1).

    Returns:
        The number, or None when it is none.
    """
    given = text.strip()
    name = _DUPLICATE.sub("", given.upper().replace("_A", "_a"))
    name = _DOUBLED_YEAR.sub(r"\1", name)
    for garble in (_STATE_TOSEC, _ZFR):
        if match := garble.match(name):
            name = match[1]
    name = _SECTION.sub("", name)
    name = re.sub(r"_[A-Za-z]$", "", name)
    match = _ID.fullmatch(name)
    if match is None or len(re.sub(r"[^A-Z0]", "", match["post"])) < 2:
        return None
    found = make_mrn(
        int(match["year"]), match["post"], int(match["serial"]), given, match["airgram"] or ""
    )
    return found if found.is_canonical else None
