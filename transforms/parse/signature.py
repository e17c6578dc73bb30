"""The signature: the surname of the person who signs, on the last line.

... END COMMENT.             own line, mostly in capitals,
BELLWEATHER
... END COMMENT. DUDLEIGH    or glued behind the last sentence
"""

from __future__ import annotations

import re

_PARTICLE = (
    r"(?:(?:MC|MAC|O'|D'|DE LA|DE LOS|DEL|DE|DI|DU|LA|LE|ST\.?|VAN DER|VAN DEN|VAN|VON|EL|AL|BIN)"
    r"[ -]?)?"
)
_SURNAME = rf"{_PARTICLE}[A-Z][A-Z'-]{{2,24}}"
_SUFFIX = r"(?:,? (?:JR|SR|II|III|IV)\.?)?"
_NAME = rf"(?:[A-Z]\. ?){{0,2}}{_SURNAME}(?:[ /-]{_SURNAME}){{0,2}}{_SUFFIX}"
_WRAP = r"[\s(\[*#-]*"
_TAIL = r"[\s)\]*#.]*(?:\(?ACTING\)?)?[\s#]*"
_LINE = re.compile(rf"{_WRAP}(?P<name>{_NAME}){_TAIL}$")
_WORD = r"(?:Mc|Mac|O'|D')?[A-Z][a-z]{1,20}(?:[-'][A-Z][a-z]{1,20})?"
_MIXED = re.compile(
    rf"{_WRAP}(?P<name>(?:(?:van|von|de|del|di|la|le|der|Van|Von|De|Di|La|Le|St\.) ){{0,2}}{_WORD}"
    rf"(?: {_WORD})?)[\s)\]#]*$"
)
_GLUED = re.compile(rf"(?<=[.?!\")])\s{{1,3}}(?P<name>{_SURNAME}(?: {_SURNAME})?{_SUFFIX})[\s#]*$")
_FINISHED = re.compile(r"(?:[.?!:\")\]]|COMMENT|SUMMARY|NOTE|TEXT|POINTS|QUOTE)\s*$", re.IGNORECASE)
_SHORT_LINE = 25
_SHORTEST = 3
_REJECTED = frozenset(
    [
        "CONFIDENTIAL",
        "UNCLASSIFIED",
        "UNCLAS",
        "SECRET",
        "NNNN",
        "END",
        "SIPDIS",
        "COMMENT",
        "SUMMARY",
        "TEXT",
        "NOFORN",
        "NONE",
        "NULL",
        "UNQUOTE",
        "QUOTE",
        "STOP",
        "POINTS",
        "NOTE",
        "PARA",
        "BEGIN",
        "LIMDIS",
        "SENSITIVE",
        "CONTINUED",
    ]
)


def find_signature(
    line: str, *, above: str, text: str, is_alone: bool = False
) -> tuple[str, int] | None:
    """The signature in the last line of the body.

    Args:
        line: The last line that is no noise.
        above: The line of the message before it.
        is_alone: A blank line stands between the two.
        text: The whole body, in which an acronym would occur more often.

    Returns:
        The name as written, and the offset in the line at which it starts; None without one
        (cable formats 3.22).
    """
    is_ready = is_alone or not above or _FINISHED.search(above) is not None
    if match := _LINE.match(line):
        is_list = not is_ready and len(above.strip()) < _SHORT_LINE
        is_sentence = line.endswith(".") and " " in match["name"] and match["name"][-1] != "."
        return None if is_list or is_sentence else _accept(match, is_glued=False, text=text)
    match = _MIXED.match(line)
    if match and is_ready and len(match["name"]) >= _SHORTEST:
        return match["name"], match.start("name")
    if match := _GLUED.search(line):
        return _accept(match, is_glued=True, text=text)
    return None


def _accept(match: re.Match[str], *, is_glued: bool, text: str) -> tuple[str, int] | None:
    name = match["name"].strip()
    if set(name.replace("-", " ").split()) & _REJECTED or set(name) <= {"X", " "}:
        return None
    if is_glued:
        uses = re.findall(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", text)
        if len(uses) > 1:
            return None
    return name, match.start("name") if is_glued else 0
