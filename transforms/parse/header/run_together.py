"""A transmission header whose format lines run on one line.

VZCZCXRO1234 PP RUEHXX DE RUEHEP #0417 0921430 ZNY CCCCC ZZH P 011430Z APR 08 FM ... TO ... INFO ...
DESTINATION: PP RUEHXX DE RUEHEP #0417 ...         as the value of a pasted key
TO RUEHC/SECSTATE WASHDC 3310 INFO: RUEHPV/AMEMBASSY PORT VESPER
"""

from __future__ import annotations

import re

from transforms.parse.header.addressees import HEADS
from transforms.parse.header.pasted import KEY
from transforms.parse.text.message import Line

_DESTINATION = re.compile(r"\bDESTINATION\s?:\s*")
_JOINTS = re.compile(
    r"(?<=\S\S) +(?=(?:[ZOPRY] {1,3}){1,4}\d{6}Z)"
    r"|(?<=\S) +(?=(?:(?:[ZOPRY]{2} {1,3}){1,3}R[A-Z]{3,7}(?: |$)|DE {1,3}R[A-Z]{3,7} {1,3}#"
    r"|ZN[YRO] {1,3}[A-Z]{5}|FM {1,3}[A-Z]{3}|(?:TO|INFO)[ :]{1,3}(?:R[A-Z]{3,7}/|(?:ZEN/)?"
    + HEADS
    + r")|(?:TO|INFO)$|INFO {1,3}XMT[ :/]|(?<!INFO )(?<!INFO  )XMT[ :/]))"
)
_MAY_BE_SEVERAL = re.compile(r" (?<=\S ) *(?:(?:DE|ZN[YRO]|FM|TO|INFO|[ZOPRY]{1,2})(?: |$)|XMT)")
_SHORT_LINE = 20


def may_be_several(text: str) -> bool:
    """A cheap look at a line for what most have none of."""
    return len(text) >= _SHORT_LINE and (":" in text or _MAY_BE_SEVERAL.search(text) is not None)


def unfold(line: Line) -> list[Line]:
    """Cut a line of a header where further format lines begin; one without them comes back whole.

    Args:
        line: A pasted key (`DESTINATION:`) before them becomes a line of its own.
    """
    text = line.text
    key = _DESTINATION.search(text) if KEY.match(text) else None
    start = key.end() if key else 0
    parts = [Line(line.start, text[:start])] if start else []
    for joint in _JOINTS.finditer(text, start):
        parts.append(Line(line.start + start, text[start : joint.start()]))
        start = joint.end()
    parts.append(Line(line.start + start, text[start:]))
    return parts
