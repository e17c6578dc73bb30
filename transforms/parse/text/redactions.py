"""Redactions: what the publisher blacked out.

XXXXXXXXXXXX   [name removed]   (NAME REMOVED)   ________   [...]
"""

from __future__ import annotations

import re

_REDACTION = re.compile(
    r"[Xx_\[(](?:"
    r"(?<=[Xx])(?<![A-Za-z].)[Xx]{3,}(?![A-Za-z])"
    r"|(?<=[Xx])(?<![A-Za-z|\t].)(?<! {3}.)(?<!\| .)[Xx]{2}(?![A-Za-z|\t]| {3}| \|)"
    r"|(?<=_)_{4,}"
    r"|(?<=\[)\.\.\.\]"
    r"|(?<=[\[(])\s?(?i:names? removed)\s?[\])])"
)


def count_redactions(text: str) -> int:
    """How many redactions a text has; three X in a table are none (cable formats 3.23)."""
    return len(redaction_spans(text))


def is_redacted_line(text: str) -> bool:
    """Whether nothing but a redaction stands on a line, perhaps in the place of paragraphs."""
    return text[:3].upper() == "XXX" and not text.strip("Xx .")


def redaction_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the redactions of a text are: start and end of each, in order."""
    if not _may_be_redacted(text):
        return ()
    return tuple(match.span() for match in _REDACTION.finditer(text))


def _may_be_redacted(text: str) -> bool:
    """A cheap look for what no redaction is without; most texts have none of it."""
    return (
        ("X" in text and "XXX" in text)
        or "xxx" in text
        or ("_" in text and "_____" in text)
        or ("[" in text and "[...]" in text)
        or "emoved" in text
        or "EMOVED" in text
    )
