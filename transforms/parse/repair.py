"""Damaged characters, mended in derived text only.

harbor,s          ->  harbor's              the apostrophe became a comma
&grand pier8      ->  "grand pier"          quotes became & and 8
"""

from __future__ import annotations

import re

_POSSESSIVE = re.compile(r"(?<=[A-Za-z]),s(?=\s|[.,;:?!)]|$)")
_QUOTE = re.compile(r"&(?=[A-Za-z])(?P<words>[^&\n]{1,80}?)(?<=[A-Za-z.,!?])8(?=[\s.,;:?!)]|$)")


def repair_characters(text: str) -> str:
    """Mend what the transmission damaged (cable formats 3.23)."""
    if ",s" in text:
        text = _POSSESSIVE.sub("'s", text)
    if "&" in text and "8" in text:
        text = _QUOTE.sub(r'"\g<words>"', text)
    return text
