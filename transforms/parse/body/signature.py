"""The signature: the surname of the person who signs, on the last line.

... END COMMENT.             own line, mostly in capitals; any case in 2009-10
BELLWEATHER
... END COMMENT. DUDLEIGH    or glued behind the last sentence
VISIT ELDERPORT'S ...        end matter, rules, redactions may stand below it
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice, pairwise

from transforms.parse.body.end_matter import is_address, is_end_matter
from transforms.parse.body.heading_form import is_rule
from transforms.parse.body.kinds import is_end_marker
from transforms.parse.body.lines import BodyLines
from transforms.parse.text.message import Claim

_UPPER = "A-ZÀ-ÖØ-Þ"
_PARTICLE = (
    r"(?:(?:M[Cc]|M[Aa][Cc]|[OD]['’`]|O(?= )|D[Ee] L[Aa]|DE LOS|D[Ee]L|D[EeIiUuAa]|DOS|L[AaEe]"
    r"|S[Tt]\.?|V[Aa][Nn] D[Ee][RrNn]|V[AaOo][Nn]|EL|AL|BIN|TEN|TER|d[eiu]|l[ae]|v[ao]n|Fitz)"
    r"[ -]?)?"
)
_SURNAME = rf"{_PARTICLE}[{_UPPER}](?:[{_UPPER}ß-öø-ÿ]|[’'`-](?=[{_UPPER}])){{1,24}}"
_ONE_SURNAME = re.compile(_SURNAME)
_SUFFIX = r"(?:,? (?:J[Rr]|S[Rr]|II|III|IV)\.?)?"
_NAME = (
    rf"(?:[{_UPPER}]\. ?){{0,2}}{_SURNAME}(?: [{_UPPER}]\.)?"
    rf"(?:(?: FOR | / |[ /-] ?)(?!(?:JR|SR)\b){_SURNAME}){{0,2}}{_SUFFIX}"
)
_WRAP = r"[\s(\[*#=_\"/¶-]*(?:/?[sS]/\s?|S(?:IGNED|igned)[:)]\s?)?"
_TAIL = (
    r"[\s)\]*#.,;=_\"'\\/-]*(?:,?\s?\(?(?i:ACTING|CDA|CHARGE|DCM|AMBASSADOR|A\.I\.?)\)?)?[\s#*_-]*"
)
_LINE = re.compile(rf"{_WRAP}(?P<name>{_NAME}){_TAIL}$")
_WORD = (
    r"(?:Mc|Mac|O['’`]|[Dd]['’`]|D[aeiu]|L[ae]|Van|Von|Fitz)?"
    r"[A-ZÀ-Þ][a-zß-ÿ]{1,20}(?:[-'][A-Z][a-z]{1,20})?"
)
_MIXED = re.compile(
    rf"{_WRAP}(?P<name>(?:Ambassador |Amb\. )?(?:[A-Z]\. ?){{0,2}}"
    r"(?:(?:van|von|de|del|da|di|la|le|der|den|Van|Von|De|Di|La|Le|St\.) ){0,2}"
    rf"{_WORD}(?:(?: [A-Z]\.)?[ /](?!(?:Jr|Sr)\b){_WORD})?{_SUFFIX})"
    r"[\s)\]#*.\"/]*(?:\(?[Aa]cting\)?)?$"
)
_GLUED_NAME = (
    rf"(?:[{_UPPER}]\. ?){{0,2}}{_SURNAME}(?: [{_UPPER}]\.)?"
    rf"(?:(?: FOR | / |[ /])(?!(?:JR|SR)\b){_SURNAME})?{_SUFFIX}"
)
_GLUED = re.compile(
    rf"(?:(?<=[.?!\")])\s{{1,3}}|(?<=MENT\.)|(?<=MARY\.)|(?<=ment\.)"
    r"|(?<=END COMMENT)\s{1,3}|(?<=END SUMMARY)\s{1,3}|(?<=END NOTE)\s{1,3}|(?<=End comment)\s{1,3}"
    r"|(?<=End Comment)\s{1,3}|(?<=[a-z]\.)(?=[A-Z]{5})"
    r"|(?<=CONSIDERED)\s{1,3}|(?<=onsidered)\s{1,3}|(?<=UNQUOTE)\s{1,3}|(?<=UNQTE)\s{1,3}|(?<=TEXT)\s{1,3}"
    r"|(?<=\.gov)\s{1,3})/{0,2}"
    rf"(?P<name>(?!UNQ){_GLUED_NAME})[\s#/]*$"
)
_GLUED_MIXED = re.compile(
    r"(?:[Ee]nd (?:[Cc]omment|[Ss]ummary|[Nn]ote)|END (?:COMMENT|SUMMARY|NOTE))[.)]{1,2}"
    rf"\s{{1,3}}(?P<name>{_WORD})$"
)
_BEHIND_ADDRESS = re.compile(
    rf"(?i:https?):\S+(?: [a-z/]\S{{0,30}})?\s{{1,3}}(?P<name>{_GLUED_NAME})[\s#.]*$"
)
"""`http://www.example.gov/index.c fm BELLWEATHER`: the break in the address is the exports'."""

_FINISHED = (*'.?!:")]”', "COMMENT", "SUMMARY", "NOTE", "TEXT", "POINTS", "QUOTE", "UNQTE")
_GLUED_ENDS = ("#", "/", "JR.", "SR.", "II.", "IV.")
_OPEN = re.compile(
    r"(?:,|\b(?:and|or|the|of|to|in|(?-i:a|an)|by|for|with|from|at|on|as|that))\s*$", re.I
)
_LETTER = re.compile("[A-Za-z]")
_TITLED = re.compile(
    r"\b(?:AMBASSADOR|AMB\.?|CHARGE|DCM|CDA|MR\.?|MS\.?|MRS\.?|GENERAL|SECRETARY)(?: [A-Z.]+)? $",
    re.IGNORECASE,
)
_LONGEST_TITLE = 40
_BELOW = ("MINIMIZE CONSIDERED", "(END TEXT")
_TITLES = ("AMBASSADOR", "CHARGE", "CHARGE D'AFFAIRES", "CHARGE D'AFFAIRES A.I", "CONSUL GENERAL")
"""What may stand below a signature."""

_SMALL, _STOPS = re.compile("[a-z]{4,20}"), frozenset('.?!")')
_ITEM_SIGNS = ("-", "*", "•", "+")
_SHORT_LINE = 25
_FULL_LINE = range(58, 76)
"""Lengths of lines in capitals behind whose end a sentence may go on with a word alone."""

_SHORT = 40
_SHORTEST = 3
_SHORTEST_ALONE = 2
_END_OF_LINE = 40
_LONGEST_GLUED = 80
_LOOKED_AT, _TRIED = 10, 2
# fmt: off
_REJECTED = frozenset([
    "CONFIDENTIAL", "UNCLASSIFIED", "UNCLAS", "SECRET", "NNNN", "END", "SIPDIS", "COMMENT",
    "COMMENTS", "SUMMARY", "TEXT", "NOFORN", "NONE", "NULL", "UNQUOTE", "QUOTE", "STOP",
    "POINTS", "NOTE", "PARA", "BEGIN", "LIMDIS", "NODIS", "EXDIS", "STADIS", "SENSITIVE",
    "CONTINUED", "ANNEX", "ATTACHMENT", "TRANSLATION", "PARTICIPANTS", "BACKGROUND",
    "CONCLUSION", "EXEMPT", "MINIMIZE", "ACTION", "INTRODUCTION", "EOM", "CHANNEL", "TERREP",
    "AIDAC", "LOU", "FOUO", "SBU", "DECLASSIFIED", "MESSAGE", "EMBASSY", "AMEMBASSY", "CONSULATE",
    "MISSION", "U.S.", "APPENDIX", "ENCLOSURE", "ENCLOSURES", "FOLLOWS", "REDACTED", "DELETED",
    "OMITTED", "ATTACHMENTS", "SINCERELY", "REGARDS", "NIL", "REL", "STEPS", "PART", "CONTACT",
    "CONTACTS", "APPROVED", "ENDS", "OFFICIAL", "INFORMAL", "TOTAL", "SEPTEL", "ONLY", "CLEARED",
    "DRAFTED", "ENDNOTE", "SECTION", "ATTACHED", "DISTRIBUTION", "POSTSCRIPT", "NOT",
    "CLEARANCE", "CLEARANCES", "WEBSITE", "TAGS", "SUBJECT", "NOTES", "ANNEXES", "TABLE", "MORE",
    "THANKS", "THE", "INFORMATION", "DIRECTOR", "MINISTER", "SECRETARY", "QUESTIONS",
    "ADVISE", "ADVICE", "APPRECIATE", "ASAP", "CHEERS", "CHRISTMAS", "CONCUR", "CONCURS", "DECLAS",
    "DEFER", "ENDNOTES", "FIN", "FURTHER", "FYI", "GUIDANCE", "HANDLE", "HAPPY", "INFO", "LUCK",
    "OVER", "DEPT", "UNQTE", "PASS", "PLEASE", "POC", "POUCHED", "REPORT", "REQUEST", "SOONEST",
    "SOURCES", "STATISTICS", "AM", "EU", "GO", "II", "IV", "NO", "OK", "PM", "UK", "UN", "US", "VI",
    "TBD", "THANK", "WE", "YOU", "BIOGRAPHIC", "DATA", "BT",
    "YES", "UNKNOWN", "NEGATIVE", "NOTHING", "SAME",
])
# fmt: on


def take_signature(body: BodyLines) -> str | None:
    """Take the signature out of the last lines of a body.

    Args:
        body: Its lines; the one that the name stands on is shortened, and the name claimed.

    Returns:
        The name as written; None without one (cable formats 3.22).
    """
    tried, repeated = 0, -1
    lasts = islice(_last_lines(body), _LOOKED_AT)
    for index, before in pairwise(chain(lasts, [-1])):
        line = body.raws[index]
        if _stands_below(line):
            if match := _BEHIND_ADDRESS.search(line):
                _shorten(body, index, match.start("name"))
                return match["name"]
            continue
        above = body.raws[before] if before >= 0 else ""
        if above and repeated < 0 and above.strip() == line.strip():
            repeated = index
            continue
        is_alone = bool(above) and before < index - 1
        found = find_signature(line, above=above, text=body.texts, is_alone=is_alone)
        is_sure = above or (found is not None and found[1] > 0)
        if tried:
            is_sure = is_alone and found is not None and found[0].isupper()
        if found is not None and is_sure:
            _shorten(body, index, found[1])
            if repeated >= 0:
                _shorten(body, repeated, 0)
            return found[0]
        tried += 1
        if tried == _TRIED or not is_alone or not _may_trail(body.texts[index]):
            break
    return None


def _shorten(body: BodyLines, index: int, start: int) -> None:
    name_start = body.starts[index] + start
    body.claims.append(Claim(name_start, body.end(index), "cables.signed_by"))
    body.shorten(index, body.raws[index][:start].rstrip())


def _stands_below(text: str) -> bool:
    """Whether a line may stand below a signature: end matter, a rule, a redaction, a title."""
    stripped = text.strip()
    is_redaction = not stripped.strip("Xx .?")
    capitals = stripped.upper().strip(" .,")
    is_closed = stripped.endswith((".", ")")) and capitals.startswith(_BELOW)
    is_known = is_redaction or is_closed or capitals in _TITLES
    return is_known or is_rule(stripped) or is_end_matter(text) or is_address(text)


def _may_trail(text: str) -> bool:
    """Whether a line may be a scrap that somebody put below the signature."""
    stripped = text.strip()
    is_short = len(stripped) <= _SHORT and not stripped.endswith((".", "?", "!", '"'))
    return is_short and stripped[0] not in "¶(" and not stripped[0].isdigit()


def _last_lines(body: BodyLines) -> Iterator[int]:
    """The lines that are part of the message, the last first."""
    for index in range(len(body.texts) - 1, -1, -1):
        if index not in body.noise and body.texts[index].strip():
            yield index


def find_signature(
    line: str, *, above: str, text: str | list[str], is_alone: bool = False
) -> tuple[str, int] | None:
    """The signature in the last line of the body.

    Args:
        line: The last line that is no noise.
        above: The line of the message before it.
        is_alone: A blank line stands between the two.
        text: The whole body, or its lines, in which an acronym would occur more often.

    Returns:
        The name as written, and the offset in the line at which it starts; None without one
        (cable formats 3.22).
    """
    is_ready = is_alone or not above or is_rule(above) or is_address(above)
    is_full = len(above) in _FULL_LINE and above.isupper()
    is_item = _is_item(line) or _is_lettered(line, above)
    above = above[-_END_OF_LINE:].rstrip()
    is_greeting = above[-8:].lower() == "regards,"
    is_ready = is_ready or is_greeting or above.upper().endswith(_FINISHED)
    is_open = not is_greeting and _OPEN.search(above) is not None
    if not is_item and (match := _LINE.match(line)):
        is_list = not is_ready and len(above.strip()) < _SHORT_LINE and above.isupper()
        is_list = is_list and above.lstrip()[:1] != "-" and _is_name(above)
        is_rest = not is_ready and (line.endswith(".") or is_full) and match["name"][-1] != "."
        if is_open or is_list or is_rest or (line.endswith(".") and _is_sentence(match["name"])):
            return None
        if found := _accept(match, is_ready, False, text):
            return found
    match = None if is_item or is_open else _MIXED.match(line)
    is_rest = not is_ready and line.endswith(".") and line[-3:].lower() not in {"jr.", "sr."}
    if match and not is_rest and (found := _accept_mixed(match, above, is_ready, text)):
        return found
    if is_alone and above[-1:] in _STOPS and _SMALL.fullmatch(line) and _is_once(line, text):
        return (line, 0) if line.upper() not in _REJECTED else None
    if line[-1:].isupper() or line.endswith(_GLUED_ENDS):
        cut = max(0, len(line) - _LONGEST_GLUED)
        if match := _GLUED.search(line, cut):
            is_ready = is_end_marker(f"{above} {line[: match.start('name')]}")
            return _accept(match, is_ready, True, text)
    elif "nd " in (end := line[-_END_OF_LINE:]).lower() and (match := _GLUED_MIXED.search(end)):
        return match["name"], len(line) - len(match["name"])
    return None


def _is_name(line: str) -> bool:
    """Whether a line looks like one that holds a name in capitals."""
    match = _LINE.match(line)
    return match is not None and _REJECTED.isdisjoint(match["name"].split())


def _is_sentence(name: str) -> bool:
    """Whether a name before a full stop is several words, and none of them a particle."""
    return name.replace(" ", "").isalpha() and " " in name and _ONE_SURNAME.fullmatch(name) is None


def _accept_mixed(
    match: re.Match[str], above: str, is_ready: bool, text: str | list[str]
) -> tuple[str, int] | None:
    name = match["name"]
    if len(name) < _SHORTEST or not _REJECTED.isdisjoint(name.upper().split()):
        return None
    if is_ready:
        is_list = " " in name and above[-1:] != "." and _MIXED.match(above) is not None
        is_list = is_list and _REJECTED.isdisjoint(above.upper().split())
        return None if is_list else (name, match.start("name"))
    # Below a row or an unfinished sentence a name in small letters has to stand apart from both.
    ends_small = above[-1:].isdigit() or (above[-1:].islower() and above.split()[-1].islower())
    return (name, match.start("name")) if ends_small and _is_once(name, text) else None


def _is_lettered(line: str, above: str) -> bool:
    """Whether `C. Una Quill` is no name with an initial but the item below `B. ...`."""
    return line[1:3] == ". " == above[1:3] and ord(line[0]) == ord(above[0]) + 1


def _is_item(line: str) -> bool:
    """Whether a line is an item of a list: a sign, a blank, and no sign at its end."""
    return (
        line[:1] in _ITEM_SIGNS and not line.partition(" ")[0].strip("-*•+") and line[-1] != line[0]
    )


def _accept(
    match: re.Match[str], is_ready: bool, is_glued: bool, text: str | list[str]
) -> tuple[str, int] | None:
    name = match["name"].strip()
    words = name.replace("-", " ").replace("/", " ").split()
    is_short = len(name) < (_SHORTEST_ALONE if is_ready and not is_glued else _SHORTEST)
    if set(words) & _REJECTED or "XXX" in name or is_short:
        return None
    if not is_ready and not _is_once(name, text):
        return None
    return name, match.start("name") if is_glued else 0


def _is_once(name: str, text: str | list[str]) -> bool:
    """Whether a name stands once in a text."""
    body = text if isinstance(text, str) else "\n".join(text)
    return len(list(islice(_uses(name, body), 2))) < 2


def _uses(name: str, body: str) -> Iterator[int]:
    """Where a name stands in a text as a word of its own, and not behind a title."""
    place = body.find(name)
    while place >= 0:
        end = place + len(name)
        is_word = not _LETTER.match(body, end) and not (place and _LETTER.match(body, place - 1))
        if is_word and not _TITLED.search(body[max(0, place - _LONGEST_TITLE) : place]):
            yield place
        place = body.find(name, end if is_word else place + 1)
