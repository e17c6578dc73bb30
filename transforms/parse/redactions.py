"""Redactions: what the publisher blacked out.

XXXXXXXXXXXX   [name removed]   (NAME REMOVED)   ________   [...]
"""

from __future__ import annotations

import re

_REDACTION = re.compile(
    r"(?<![A-Za-z])[Xx]{4,}(?![A-Za-z])|(?<![A-Za-z])XXX(?![A-Za-z])|"
    r"[\[(]\s?names? removed\s?[\])]|_{5,}|\[\.\.\.\]",
    re.IGNORECASE,
)

_SIGNS = ("XXX", "xxx", "_____", "[...]", "emoved", "EMOVED")
"""No redaction is without one of these; most texts have none."""


def count_redactions(text: str) -> int:
    """How many redactions a text has (cable formats 3.23)."""
    if not any(sign in text for sign in _SIGNS):
        return 0
    return sum(1 for _ in _REDACTION.finditer(text))
