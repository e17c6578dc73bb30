"""Offices within the department, which got their copies from the message centre.

    ACTION EUR-12
    INFO  OCT-01  ISO-00  SS-15  NSC-05  DODE-00  /048 W     copies behind the dash, then their sum

They stand above FM in telegrams of the 1970s and in retransmitted STATE cables. They are no
recipients (cable formats 3.6).
"""

from __future__ import annotations

import re

_ROLES = frozenset({"ACTION", "ORIGIN", "INFO"})
_OFFICE = re.compile(r"[A-Z]{1,5}-\d{2,3}$")
_HINT = re.compile(r"-(?<=[A-Z]-)\d\d|/\d{3}")
_TOTAL = re.compile(r"/\d{3}[A-Z]?$")


def parse_offices(text: str) -> tuple[str | None, tuple[str, ...]] | None:
    """Read a line of an office block.

    Args:
        text: One line.

    Returns:
        The role (`ACTION`, `ORIGIN`, `INFO`; None on a line that goes on with the last one) and
        the offices with their copies; None for any other line.
    """
    if not ("-" in text or "/" in text) or _HINT.search(text) is None:
        return None
    words = text.split()
    role = words.pop(0) if words and words[0] in _ROLES else None
    offices = tuple(word for word in words if _OFFICE.match(word))
    totals = [word for word in words if _TOTAL.match(word)]
    others = [word for word in words if word not in offices and word not in totals]
    if not (offices or totals) or any(len(word) > 1 or not totals for word in others):
        return None
    return role, offices
