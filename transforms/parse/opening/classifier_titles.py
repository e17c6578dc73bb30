"""Words of titles and offices, as they stand around the name of the person who classified.

Deputy Assistant Secretary     Charge d'Affaires a.i.     POL/EC Chief     US Permanent
Representative to the OECD     PRT Leader     Minister-Counselor for Economic Affairs
"""

from __future__ import annotations

import re
from functools import lru_cache

from transforms.codes.posts import find_post
from transforms.codes.tags import tag_kind
from transforms.parse.opening.title_slips import is_slip, long_words


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_RANKS = _words(
    """
    acting deputy dep assistant asst associate senior special principal chief head director dir
    ambassador chargé charge charg charge' chargè affaires d'affaires d’affaires dâ€™affaires
    chargee d'affairs cda dcm adcm a.i. a.i ai ad interim minister counselor counsellor couns
    consul vice general gen officer off secretary under undersecretary attache attaché
    representative rep coordinator
    advisor adviser administrator manager mission commander commissioner permrep polcouns
    econcouns econoff econoffs poloff poloffs emboff emboffs conoff conoffs congen cg dpo po rso
    pao cao io ipo gso hro fmo mincouns das pdas u/s a/s s/e chair team leader dpr pol econ
    ecopol polecon econpol polmil political economic economics commercial consular public press
    management admin administrative military politico-military refugee labor regional security
    science environment environmental financial treasury defense legal affairs section unit
    office staff mgt pas exec executive narcotics internal external political-military pol-mil
    estoff esth oic officer-in-charge in-charge minister-counselor embassy usau fso desk usint
    country trade energy agricultural cultural information com u.s us american law enforcement
    humanitarian global issues policy bureau permanent pm mission's chief's afs usun usnato useu
    usoecd unvie usosce usaid nas inl datt dao legatt polad odc prt prtl rao reo irmo est hiu pa
    pd drug counterterrorism counternarcotics reporting operations resident envoy liaison
    delegation delegate plenipotentiary extraordinary reconstruction program programs provincial
    aide counsel councilor councillor co-chair
    sdo analyst emin pmin m-c prtoff inspector negotiator watcher specialist at-large
    ambassador-at-large attorney-adviser attorney-advisor branch interests designate
    a-dcm vcg sec secy cons act actg chg d.c.m c.g adv mincons refcoord hroff consoff laboff mgtoff
    labatt polchief econchief coordinating interagency civilian technology offr offcr m/c ecpo
    apao arso scr acom ipao sco bpo usdao fellow esthoff polfso econfso min/couns
    """
)
_SURE_ALONE = _words(
    """
    ambassador charge chargé cda com dcm a/dcm adcm counselor polcouns econcouns econoff poloff
    emboff conoff congen cg consul polad polchief permrep mincouns pao rso datt das pdas director
    """
)
_COMPOUND = re.compile(
    r"(?:a|d|dep|deputy)/[a-z/-]{2,20}"
    r"|(?!(?:emil|miles)$)(?:dep(?:uty)?)?"
    r"(?:pol|econ|ec|eco|cons|con|mgt|admin|mil|pa|e|p|leg|sci|reg|emb)"
    r"(?:[/&-]?(?:pol|econ|ec|eco|mil|cons|con|comm|est|es|sci|in|pa|couns|counselor|off|officer"
    r"|chief|dep|deputy|dir|director|affairs|mincouns|min|mc|c(?![a-z]))){1,4}",
    re.IGNORECASE,
)
"""Words put together of short ones: `DepPolCouns`, `ECMIN`, `POL/EC`; two given names look so."""
_OFFICE_SYMBOL = re.compile(r"[A-Z]{1,4}/[A-Z/&-]{1,12}")
_OFFICE = re.compile(
    r"(?:the\s)?(?:Embassy|AmEmbassy|AMEMB|Consulate|AmConsul(?:ate)?|(?:Am)?ConGen(?= )|American"
    r"|U\.?S\.?|USG|Department|Dept|State|DOS|Office|USUN|USNATO|USEU|USOSCE|USINT|US[A-Z]{2,5}COM|Mission|Bureau|INR|[A-Z]{1,4}/[A-Z/&-]{1,12}"
    r"|EUR|NEA|SCA|EAP|WHA|AF|IO|DRL|PM|ISN|VCI|AVC|S|INL|OES|PRM|EEB|EB|NSC|USAID)\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"[A-Z]{2,5}")
_LINKS = frozenset({"for", "of", "the", "and", "&", "to", "in", "at"})
_INSTITUTIONS = frozenset(
    {"united", "nations", "european", "union", "kingdom", "states", "agencies"}
)
_PERSONS = _words(
    """
    ambassador charge chargé counselor counsellor couns chief officer director attache attaché
    consul representative coordinator adviser advisor administrator manager leader head envoy
    secretary minister delegate aide counsel councilor co-chair negotiator watcher
    specialist inspector assistant deputy sec secy
    """
)
"""Words for a person in titles, by which others that stand before them are known as such."""

_SECTIONS = _words("section office unit branch team exec")
_SECTION_NAMES = _words("political economic consular commercial management")
_SHORT_SECTION = re.compile(r"[A-Z]{1,5}(?:[/-][A-Z]{1,4})?")
_BEFORE_NAMES = _words("amb col ltc capt cdr cmdr gen maj adm radm vadm sgt rev hon mrs")
"""Short words in capitals that belong to the name, as `Amb.` does."""

_PARTICLES = _words("de la las los del der den di du da dos van von el al bin le st. ten ter")
_SUFFIXES = _words("jr sr ii iii iv")
_INITIAL = re.compile(r"[A-Z]\.?")
_UNLISTED = re.compile(r"[A-Z]{3,5}")
_LINKED = 5
_SHORTEST_NAME = 2
_LONGEST_NAME = 6
_SHORTEST_SURNAME = 3
_LONG_RANKS = long_words(_RANKS)
_EDGES = ".,:'\u2019\""


def lead_title(piece: str) -> tuple[str, str]:
    """Title words at the start, and the name behind them; no name when all words are titles."""
    words = piece.split()
    end = _behind_unlisted(words, _behind_titles(words))
    return " ".join(words[:end]), " ".join(words[end:]).strip(" ,:-")


def _behind_titles(words: list[str]) -> int:
    """Where the words of titles at the start end."""
    end = 0
    index = 0
    while index < len(words):
        is_of_title = end > 0 and words[index] == "MC" and len(words) > index + _SHORTEST_NAME
        if is_of_title or is_title_word(words[index]) or _is_bureau(words, index):
            index = end = index + 1
        elif words[index].strip(_EDGES).lower() in _LINKS and end:
            index, end = _behind_link(words, index, end)
        else:
            break
    return end


def _behind_unlisted(words: list[str], end: int) -> int:
    """Where a title ends some of whose words are in no list.

    `International Affairs Counselor Una Bellweather`: a word for a person with a title shows it,
    when a whole name follows. `GRPO Una Bellweather`: so does a short name in capitals.
    """
    last = next((i for i in range(len(words) - 1, end, -1) if _is_before_name(words, i)), None)
    if last is not None and last - end < _LINKED:
        titles = {word.strip(_EDGES).lower() for word in words[: last + 1]}
        return last + 1 if end or titles & (_PERSONS | _SURE_ALONE | _SECTIONS) else 0
    if end or len(words) <= _SHORTEST_NAME or not _UNLISTED.fullmatch(words[0]):
        return end
    is_name = words[1].isupper() and not _INITIAL.fullmatch(words[1])
    return 0 if words[0].lower() in _BEFORE_NAMES or is_name else 1


def _is_before_name(words: list[str], index: int) -> bool:
    """Whether a word is of a title, and what follows may be a name and not that of an office.

    The name's last word may look like one of a title: `Piers Advisor Una Law`.
    """
    name = words[index + 1 :]
    if len(name) < _SHORTEST_NAME or not is_title_word(words[index]):
        return False
    return not is_title_word(name[0]) and not is_office(" ".join(name))


def tail_title(piece: str) -> tuple[str, str]:
    """The name at the start, and title words behind it with nothing between the two."""
    words = piece.split()
    for index in range(_SHORTEST_NAME, len(words)):
        rest = words[index:]
        if not is_title_word(rest[0]):
            continue
        if all(is_title_word(word) or word.lower() in _LINKS for word in rest) and (
            len(rest) > 1 or rest[0].strip(_EDGES).lower() in _SURE_ALONE
        ):
            return " ".join(words[:index]), " ".join(rest)
    return piece, ""


def is_title(piece: str) -> bool:
    """Whether a piece is nothing but words of titles."""
    words = piece.split()
    return not is_symbol(piece) and all(
        is_title_word(word) or word.lower() in _LINKS for word in words
    )


def is_title_of_person(piece: str) -> bool:
    """Whether a piece begins with a title and goes on with what it is of: `U.S. Envoy to Oslo`."""
    title, _ = lead_title(piece)
    words = [word.strip(_EDGES).lower() for word in title.split()]
    is_of = any(f" {link} " in piece for link in ("to", "in"))
    return is_of and not _PERSONS.isdisjoint(words)


def is_symbol(piece: str) -> bool:
    """Whether a piece is the short name of an office and nothing else: `EUR/LAG`."""
    return _OFFICE_SYMBOL.fullmatch(piece) is not None and not _is_rank(piece.lower())


def is_bureau(piece: str) -> bool:
    """Whether a piece is the short name of a bureau or agency without slashes: `EUR`, `USAID`."""
    return piece.isupper() and _OFFICE.fullmatch(piece) is not None


def is_section(piece: str) -> bool:
    """Whether a piece is the name of a section of a post: `Political Section`, `POL`, `EXEC`."""
    last = piece.split()[-1].strip(_EDGES).lower()
    if last in _SURE_ALONE or last in _PERSONS or last == "ai":
        return False
    if piece.lower() in _SECTION_NAMES:
        return True
    return last in _SECTIONS or _SHORT_SECTION.fullmatch(piece) is not None


def is_office(piece: str) -> bool:
    """Whether a piece names an office or a post."""
    return _OFFICE.match(piece) is not None or find_post(piece) is not None


def is_person(piece: str, *, is_whole: bool = False) -> bool:
    """Whether a piece holds the name of a person, titles before it aside.

    Args:
        piece: What stands between two commas.
        is_whole: Given name and surname are wanted; else a surname alone will do.
    """
    name = tail_title(lead_title(piece)[1])[0]
    words = name.split()
    if len(words) <= 1 or len(words) > _LONGEST_NAME:
        return not is_whole and len(words) == 1 and len(name.strip(_EDGES)) >= _SHORTEST_SURNAME
    if is_office(name) or (is_whole and not all(map(_is_name_word, words))):
        return False
    last = words[-1].strip(_EDGES).lower()
    if len(words) == _SHORTEST_NAME:
        return not is_title_word(last) and _LINKS.isdisjoint({words[0].lower(), last})
    return last not in _LINKS and not any(map(is_title_word, words))


def _is_name_word(word: str) -> bool:
    return word[:1].isupper() or word.lower() in _PARTICLES or word[:1] in "\"'"


def is_title_word(word: str) -> bool:
    """Whether a word belongs to a title: `Counselor`, `POL/EC`, `Minister-Counselor`."""
    forms = (word.strip(",:").lower(), word.strip(_EDGES).lower())
    return any(map(_is_rank, forms)) or _OFFICE_SYMBOL.fullmatch(word.strip(_EDGES)) is not None


@lru_cache(maxsize=4096)
def _is_rank(word: str) -> bool:
    """Whether a word in small letters is in the list, a compound of its words, or a slip of one."""
    if word in _RANKS or _COMPOUND.fullmatch(word):
        return True
    if is_slip(word, _LONG_RANKS):
        return True
    parts = re.split(r"[/&-]", word)
    return len(parts) > 1 and all(part in _RANKS for part in parts)


def _is_bureau(words: list[str], index: int) -> bool:
    """Whether a word is an office's short name before a title: `EUR Assistant Secretary`."""
    if index + 1 >= len(words) or not is_title_word(words[index + 1]):
        return False
    word = words[index].strip(_EDGES)
    if _OFFICE.fullmatch(word):
        return True
    return _ACRONYM.fullmatch(word) is not None and not words[index + 1].isupper()


def _behind_link(words: list[str], index: int, end: int) -> tuple[int, int]:
    """Where a title goes on behind a link (`for`, `of`), and where it ends.

    `Assistant Secretary for Lagoon Affairs Augusta Quill`: with `Affairs`, the next title word.
    `Representative to the OECD Augusta Quill`: with the organisation or post.
    """
    for ahead in range(index + 1, min(index + _LINKED, len(words))):
        if is_title_word(words[ahead]):
            return ahead, end
    ahead = index
    while ahead < len(words) and words[ahead].strip(_EDGES).lower() in _LINKS:
        ahead += 1
    named = ahead
    while named < len(words) and _is_institution(words[named].strip(_EDGES)):
        named += 1
    named = named if named > ahead else _start_of_name(words)
    return (named, named) if named > ahead else (len(words), end)


def _start_of_name(words: list[str]) -> int:
    """Where the name at the end begins: surname and given name, with initials and particles."""
    surname = len(words) - (words[-1].strip(_EDGES).lower() in _SUFFIXES) - 1
    while surname > 1 and words[surname - 1].lower() in _PARTICLES:
        surname -= 1
    start = surname
    while start > 1 and _INITIAL.fullmatch(words[start - 1]):
        start -= 1
    if surname - start > 1:
        return start
    start -= 1
    while start > 1 and _INITIAL.fullmatch(words[start - 1]):
        start -= 1
    return start


def _is_institution(word: str) -> bool:
    if word.lower() in _INSTITUTIONS or tag_kind(word) == "organization":
        return True
    return find_post(word) is not None
