"""What a reference is when it is no cable: told by the words in it.

QUILL/MOSS E-MAIL 05/02/08      email           9 FAM 41.11, UNSCR 1701      book
QUILL-MOSS TELCON 3/4/08        telcon          IIR 6 999 0042 08            report
SECDEF MSG DTG 021415Z FEB 08   dtg             2007 HUMAN RIGHTS REPORT     report
"""

from __future__ import annotations

import re
from datetime import datetime

from transforms.parse.header.dtg import DTG, parse_dtg

_KINDS: tuple[tuple[str, str], ...] = (
    ("email", r"E ?-? ?MAILS?|EMAILS?|UNCLASS? MAIL|SIPRNET MESSAGE"),
    (
        "other",
        r"C-[A-Z]{2}\d(?:-\d{3,5})?|FAX(?:ES)?|FACSIMILE|TELEFAX|WWW|HTTPS?"
        r"|WEB ?-?(?:SITE|PAGE)S?|DOCUMENTS?|SMART|[HN]SPD",
    ),
    (
        "telcon",
        r"TEL ?-? ?CONS?|TELEPHONE|(?:TELE)?PHONE ?-?C(?:ALLS?|ONVERSATIONS?|ONS?)|PHONCON|FONCON"
        r"|TELECONS?|DVC",
    ),
    (
        "book",
        r"\d{1,2} ?F[AH]M|\d{1,2} ?FAH|FAM|FAH|CFR|UNSCRS? ?\d*|PUBLIC LAW|P\.L\.|U\.?S\.?C\.?"
        r"|RESOLUTIONS?|E\.O\. ?\d{5}|EXECUTIVE ORDER|INA (?:SECTION )?\d{3}",
    ),
    (
        "report",
        r"IIR|TD-? ?\d{3}|TDX?|CIR[ -]\d{3}|FBIS|OSC|CIA|INTELLIGENCE|REPORTS?|INCSR|SITREP"
        r"|PRESS RELEASE|ARTICLE",
    ),
    (
        "memo",
        r"MEMOS?|MEMORANDUM|DIPLOMATIC NOTE|DIP ?NOTE|NOTE (?:VERBALE|NO)"
        r"|(?:EMBASSY|MFA|MISSION) NOTE|NON-?PAPER|MEMCONS?",
    ),
    ("letter", r"LETTERS?|LTR"),
    (
        "other",
        r"(?:S|GOV)/(?:19|20)\d\d/\d+|INFCIRC/\d+|(?:A/)?RES/\d+"
        r"|(?:PO|SG|C-M|MC|AC|EAPC|GC)\(\d+\)\d*",
    ),
    ("meeting", r"MEETINGS?|MTG|CONVERSATIONS?|CONSULTATIONS?|DISCUSSIONS?|BRIEFINGS?"),
)
_COMPILED = tuple(
    (kind, re.compile(rf"(?<![A-Z0-9])(?:{pattern})(?![A-Z])", re.IGNORECASE))
    for kind, pattern in _KINDS
)
_ANY = re.compile(
    rf"(?<![A-Z0-9])(?:{'|'.join(pattern for _, pattern in _KINDS)})(?![A-Z])"
    r"|(?<!\d)\d{6}\s?Z|DTG",
    re.IGNORECASE,
)
"""Any of them at once: most references are cables."""

_TITLE = re.compile(r"(?<![A-Za-z])\([^()]{0,200}\)|\"[^\"]{0,300}\"")
_MESSAGE = re.compile(r"\bDTG\b|(?<!\d)\d{6}Z\b", re.IGNORECASE)


def kind_of_item(text: str) -> str | None:
    """The kind of a reference that is no cable.

    Args:
        text: One item of the REF block.

    Returns:
        A code of `ref_kinds` other than `cable` and `airgram`; None when nothing in the words
        speaks against a cable. Words in brackets or quotes are a title and count for nothing.
    """
    if _ANY.search(text) is None:
        return None
    bare = _TITLE.sub(" ", text)
    if DTG.search(bare) or _MESSAGE.search(bare):
        return "dtg"
    for kind, pattern in _COMPILED:
        if pattern.search(bare):
            return kind
    return None


def message_sent_at(text: str) -> datetime | None:
    """When the message that a `dtg` reference names was sent, UTC, naive; None without a year."""
    found = parse_dtg(text)
    return found.sent_at if found else None
