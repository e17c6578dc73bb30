"""Which cable is this? Weighs what the text, the dump and the header say.

C O N F I D E N T I A L ELDERPORT 000417      first witness: post and serial as the post wrote
P 011430Z APR 08                              the year that goes with it
08ELDERPORT417 (page, csv, file name)         second witness
FM AMEMBASSY ELDERPORT, DE RUEHEP #0417       settles doubts; last witness when alone
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from transforms.codes.posts import canonical_post, find_post, nearest_post
from transforms.parse.header.address import kind_of_addressee
from transforms.parse.header.format_lines import Header
from transforms.parse.mrn import Mrn, make_mrn, parse_mrn
from transforms.parse.opening.classification import MarkingLine
from transforms.read.record import Metadata

_RESIDUE = re.compile(
    r"(?:SECTION|SECTON|SECTIO|SECTIN|SECT|SEC|FINAL|OF|NOFORN|SIPDIS|SENSITIVE|EFTO|NODIS|EXDIS"
    r"|LIMDIS|STADIS|FOUO|SBU|ONLY|USE|OFFICIAL|CORRECTED|COPY|AMEMBASSY|AMCONSUL|USMISSION|E|F|T"
    r"|O|//|/|-)\b[ /]*",
    re.IGNORECASE,
)
_AIRGRAM = re.compile(r"(?P<post>.+) (?P<mark>C?A)-", re.IGNORECASE)
_ALIKE = 0.75
_FEWEST_LETTERS = 4


def choose_mrn(
    marking: MarkingLine | None, header: Header, sent_year: int | None, metadata: Metadata
) -> Mrn | None:
    """The text's own number, unless the dump's is the better witness.

    The serial of the DE line equals the last four digits of the MRN on all pages that were
    measured, so it settles a disagreement; so does a post that only one of the two knows. Where
    only the years differ, the dump's is right, for a year is easily typed wrong in January (cable
    formats 3.1).

    Args:
        marking: The line that opens the body.
        header: The transmission header.
        sent_year: Year in which the message was sent, as far as header or dump say.
        metadata: What the dump says.

    Returns:
        The number; None when nothing tells post, serial and year.
    """
    year = header.year or sent_year
    given = parse_mrn(metadata.mrn, dated=sent_year) if metadata.mrn else None
    if marking is None:
        return _by_de_line(header, year) if given is None else _settled(given, header, year)
    if year is None:
        if given is None:
            return None
        year = given.year
    post, airgram = _cut_airgram(marking.post)
    own = make_mrn(year, settle_post(post, header.origin), marking.serial, marking.mrn, airgram)
    if given is None or not own.is_canonical:
        return own if own.is_canonical else given
    return _weigh(own, given, header)


def settle_post(name: str, origin: str | None) -> str:
    """The post that a marking line names.

    Args:
        name: As written; `ISLAMBAD`, `BUENOS AIR`, `NOFORN OSLO`.
        origin: The FM line, which tells what an unknown name was meant for.

    Returns:
        The canonical post; an unknown one as written, squeezed.
    """
    bare = " ".join(bare_name(name).upper().split())
    if (known := find_post(bare)) is not None:
        return known
    sender = kind_of_addressee(origin)[1] if origin else None
    if sender is not None and _means(canonical_post(bare), sender):
        return sender
    return nearest_post(bare) or canonical_post(bare)


def bare_name(name: str) -> str:
    """The post of a marking line as written, without captions and residue before it.

    Args:
        name: `SPECAT OSLO`, `OF NOFORN ELDERPORT`.

    Returns:
        The rest of it from a post that we know; else what follows words that are no post.
    """
    if find_post(name) is not None:
        return name
    bare = _without_residue(name)
    if nearest_post(" ".join(bare.upper().split())) is not None:
        return bare
    words = bare.split()
    starts = (start for start in range(len(words)) if find_post(" ".join(words[start:])))
    return " ".join(words[next(starts, 0) :])


def written_mrn(marking: MarkingLine) -> str:
    """Post and serial of a marking line as written, without what got before them."""
    post = " ".join(marking.post.split())
    number = marking.mrn.removeprefix(post)
    return marking.mrn if number == marking.mrn else bare_name(post) + number


def _cut_airgram(name: str) -> tuple[str, str]:
    """Post and mark of an airgram, whose number is written `A-50`."""
    match = _AIRGRAM.fullmatch(name)
    return (match["post"], match["mark"].upper()) if match else (name, "")


def _without_residue(name: str) -> str:
    while match := _RESIDUE.match(name):
        if not name[match.end() :].strip():
            break
        name = name[match.end() :].strip()
    return name


def _means(name: str, sender: str) -> bool:
    if len(name) < _FEWEST_LETTERS:
        return False
    if name.endswith(sender) or sender.startswith(name):
        return True
    return SequenceMatcher(None, name, sender).ratio() >= _ALIKE


def _by_de_line(header: Header, year: int | None) -> Mrn | None:
    """Number out of sender and DE line; not for the department, whose serials are longer."""
    post = kind_of_addressee(header.origin)[1] if header.origin else None
    if post in {None, "STATE"} or not header.de_serial or year is None:
        return None
    found = make_mrn(year, post or "", header.de_serial, f"{post} {header.de_serial}")
    return found if found.is_canonical else None


def _settled(given: Mrn, header: Header, year: int | None) -> Mrn:
    """The dump's number; one that names no post that we know is told by the header."""
    if given.is_known_post:
        return given
    told = _by_de_line(header, year)
    if told is not None and told.is_known_post and given.text.endswith(str(told.serial)):
        return told
    post = settle_post(given.post, header.origin)
    is_airgram = "-" in given.cable_id
    return given if is_airgram else make_mrn(given.year, post, given.serial, given.text)


def _weigh(own: Mrn, given: Mrn, header: Header) -> Mrn:
    if given.cable_id == own.cable_id:
        return own
    if (given.post, given.serial) == (own.post, own.serial):
        return given
    if header.de_serial is not None:
        fits = [mrn.serial % 10_000 == header.de_serial % 10_000 for mrn in (own, given)]
        if fits[0] != fits[1]:
            return own if fits[0] else given
    return given if given.is_known_post and not own.is_known_post else own
