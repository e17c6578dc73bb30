"""Damaged characters, mended in derived text only.

harbor,s HARBOR,S ->  harbor's HARBOR'S     the apostrophe became a comma
don,t  we,re      ->  don't  we're
&grand pier8      ->  "grand pier"          quotes became & and 8
Ã©  Â£            ->  é  £                 UTF-8 that was read as cp1252
AT&amp;T          ->  AT&T                  entities, those with a semicolon only
"""

from __future__ import annotations

import html
import re

_APOSTROPHE = re.compile(
    r",(?=[sStrvl])(?:(?:(?<=[A-Za-z0],)(?=s)|(?<=[A-Z]{2},)(?=S))(?=\w(?:\s|[.,;:?!)]|$))"
    r"|(?:(?<=n,)(?=t)|(?<=[a-z],)(?=re|ve|ll))(?=[a-z]{1,2}(?:\s|[.;:?!)]|$)))"
)
"""A comma that was the apostrophe of a genitive or a contraction."""

_QUOTE = re.compile(
    r"(?<!\w)&(?=[A-Za-z])(?P<words>[^&\n]{1,80}?)(?<=[A-Za-z.,!?])8(?=[\s.,;:?!)]|$)"
)
_ENTITY = re.compile(r"&(?:amp|quot|apos|lt|gt|nbsp|#\d{2,5}|#[xX][0-9A-Fa-f]{2,4});")
_DOUBLE = re.compile(r"â€[^\s\w]|â€[œ˜\u009d]|Ã[\u0080-\u00bf©¨ª«®¯²³´¶¹º¼½¾]|Â[\u00a0-\u00bf]")


def repair_characters(text: str) -> str:
    """Mend what the transmission damaged (cable formats 3.23)."""
    if "," in text:
        text = _APOSTROPHE.sub("'", text)
    if "&" in text:
        if ";" in text:
            text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
        if "8" in text:
            text = _QUOTE.sub(r'"\g<words>"', text)
    if "â€" in text or "Ã" in text or "Â" in text:
        text = _DOUBLE.sub(_decode_again, text)
    return text


def _decode_again(match: re.Match[str]) -> str:
    """What a character encoded twice was; unchanged when it decodes to nothing."""
    try:
        return match[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return match[0]
