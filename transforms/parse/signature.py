"""The signature: the surname of the person who signs, on the last line.

... END COMMENT.             own line, mostly in capitals,
BELLWEATHER
... END COMMENT. DUDLEIGH    or glued behind the last sentence
"""

from __future__ import annotations

import re

_NAME = r"(?:MC|MAC|O'|DE |VAN |VON |DI )?[A-Z][A-Z'-]{2,24}"
_LINE = re.compile(
    rf"\s*(?P<name>{_NAME}(?: (?:{_NAME}|JR\.?|[IVX]{{2,3}})){{0,2}}|Mc[A-Z]{{2,20}})\s*$"
)
_MIXED = re.compile(r"\s*(?P<name>[A-Z][a-z]{2,20}(?:[- ][A-Z][a-z]{2,20})?)\s*$")
_GLUED = re.compile(rf"(?<=[.?!\")])\s{{1,3}}(?P<name>{_NAME}(?: {_NAME})?)\s*$")
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
    if match := _LINE.match(line):
        return _accept(match, is_alone=True, text=text)
    match = _MIXED.match(line)
    if match and (is_alone or above.rstrip().endswith((".", '"', ")", "!", "?"))):
        return match["name"], match.start("name")
    if match := _GLUED.search(line):
        return _accept(match, is_alone=False, text=text)
    return None


def _accept(match: re.Match[str], *, is_alone: bool, text: str) -> tuple[str, int] | None:
    name = match["name"].strip()
    if set(name.split()) & _REJECTED or set(name) <= {"X", " "}:
        return None
    if not is_alone:
        uses = re.findall(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", text)
        if len(uses) > 1 or text.upper() == text:
            return None
    return name, match.start("name")
