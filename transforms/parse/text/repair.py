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
    r"&(?<!\w.)(?=[A-Za-z])(?:(?P<words>[^&\n]{1,80}?)(?<=[A-Za-z.,!?])8"
    r"|(?P<sentence>[^&\n\"]{1,400}?)(?<=[A-Za-z)][.,!?])[8\"])(?=[\s.,;:?!)]|$)"
)
"""A long one closes behind a stop; that may be mended already (`close_quotes_at_ends`)."""

_OPENS_QUOTE = re.compile(r"&(?<!\w&)(?=[A-Za-z])")
_CLOSES_SENTENCE = re.compile(r"8$(?<=[A-Za-z)][.,!?]8)", re.MULTILINE)
_ENTITY = re.compile(r"&(?:amp|quot|apos|lt|gt|nbsp|#\d{2,5}|#[xX][0-9A-Fa-f]{2,4});")
_DOUBLE = re.compile(r"â€[^\s\w]|â€[œ˜\u009d]|Ã[\u0080-\u00bf©¨ª«®¯²³´¶¹º¼½¾]|Â[\u00a0-\u00bf]")


def repair_characters(text: str) -> str:
    """Mend what the transmission damaged (cable formats 3.23)."""
    if "," in text:
        text = _APOSTROPHE.sub("'", text)
    if "&" in text:
        if ";" in text:
            text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
        if "8" in text or '"' in text:
            text = _QUOTE.sub(_quoted, text)
    if "â€" in text or "Ã" in text or "Â" in text:
        text = _DOUBLE.sub(_decode_again, text)
    return text


def _quoted(match: re.Match[str]) -> str:
    return f'"{match["words"] or match["sentence"]}"'


def close_quotes_at_ends(lines: list[str]) -> list[str]:
    """Mend the quotes that close at the end of a line, by which the end of a sentence is told.

    Args:
        lines: Of a body. `... promised &full access.8`; the 8 tells nothing where no quote opens.

    Returns:
        The lines, with `"` for such an 8; `repair_characters` mends the `&`.
    """
    block = "\n".join(lines)
    if "&" not in block or _OPENS_QUOTE.search(block) is None:
        return lines
    return _CLOSES_SENTENCE.sub('"', block).split("\n")


def _decode_again(match: re.Match[str]) -> str:
    """What a character encoded twice was; unchanged when it decodes to nothing."""
    try:
        return match[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return match[0]
