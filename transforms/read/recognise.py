"""Which format is this? From the content, never from the name; names only excuse companions.

The tests stand in the order of cable formats, section 1, and are made on the first 64 KB.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.read.cablegate_html import CABLE_TABLE, OPEN_BOX, PAGE_START
from transforms.read.decoding import decode
from transforms.read.preamble import LABEL
from transforms.read.shapes import CLASSIFICATION, MARKING_LINE, MRN

HEAD_BYTES = 64 * 1024
"""How much of a member is looked at."""

_CSV_RECORD = re.compile(
    r'^[ \t]{0,20}"\d{1,9}",[ \t]?"\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d{2}",[ \t]?"[^"\n]{3,60}"',
    re.MULTILINE,
)
"""How a record of the csv dump opens; the first of a file may be half a record."""

_STREAM_START = re.compile(r"^V?ZCZC[A-Z0-9]", re.MULTILINE)
_STREAM_END = re.compile(r"^NNNN\s*$", re.MULTILINE)
_PLAIN_LABEL = re.compile(
    r"^[ \t]*(?:FM [A-Z]{2}|TAGS?\s?:|SUBJECT?\s?:|SUBJ\s?:|E\. ?O\. ?\d{5})",
    re.MULTILINE | re.IGNORECASE,
)
_HTML_PART = re.compile(
    r"\s{0,100}<(?:head|body|title|meta|table|div|ul|h[1-6]|!--)[\s>-]", re.IGNORECASE
)
_COMPANION = re.compile(
    r"(?:^|/)(?:"
    r"(?:README|LICEN[CS]E|COPYING|NOTICE|CHANGELOG|INDEX|MANIFEST)(?:[._-][^/]*)?"
    r"|(?:sha(?:1|256|512)|md5)sums?(?:\.[^/]*)?|Thumbs\.db|desktop\.ini|robots\.txt"
    r"|[^/]*\.(?:md|rst|json|jsonl|ya?ml|toml|sha256|sha1|md5|asc|sig|css|js|ico|svg|png|jpe?g"
    r"|gif|woff2?|ttf|rss|xml|torrent|dtd|xsl))$",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"(?:^|[/\\])(?:\.(?!\.?[/\\])[^/\\]|__MACOSX(?:[/\\]|$))")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a member seems to be.

    Attributes:
        format: Code of `source_formats`; None when no reader takes it.
        evidence: What the answer rests on, for people to read.
        is_listing: It is a web page; without a cable it is a listing of the site.
        later: Name of a known format that has no reader.
    """

    format: str | None
    evidence: str
    is_listing: bool = False
    later: str | None = None


def recognise(head: bytes) -> Recognition:
    """Recognise a member by its content.

    Args:
        head: Its first bytes, in UTF-8 or cp1252; 64 KB are enough.

    Returns:
        The format with the evidence for it; format None when nothing fits.
    """
    text = decode(head[:HEAD_BYTES]).text
    if CABLE_TABLE.search(text) and OPEN_BOX.search(text):
        return Recognition("cablegate_html", "table of class cable, and a box of text")
    if PAGE_START.match(text) or _HTML_PART.match(text):
        return Recognition("cablegate_html", "a web page", is_listing=True)
    if _is_telegram(text):
        return Recognition(None, "Message Text and Message Attributes", later="NARA telegram")
    if _CSV_RECORD.search(text):
        return Recognition("cables_csv", "running number, date and MRN, quoted")
    if _STREAM_END.search(text) and len(_STREAM_START.findall(text)) > 1:
        return Recognition(None, "several ZCZC ... NNNN messages", later="ACP-127 stream")
    if _has_preamble(text):
        return Recognition("preamble", "MRN and classification alone on the first lines")
    if _looks_plain(text):
        return Recognition("plain_text", "header or labels of a cable")
    return Recognition(None, "no known dump format")


def is_hidden(name: str) -> bool:
    """Whether a path leads through what desktops and tools hide (`.git/`, `._x`, `__MACOSX/`)."""
    return _HIDDEN.search(name) is not None


def companion(name: str, head: bytes) -> str | None:
    """Why an unrecognised member is plainly no dump, or None when it might be one.

    Args:
        name: Its path, inside the archive or on disk.
        head: Its first bytes.
    """
    if is_hidden(name):
        return "hidden file"
    if head.startswith(_PICTURES):
        return "picture"
    if _COMPANION.search(name):
        return "companion file (read-me, listing, checksums, page furniture)"
    return None


def _has_line(text: str, wanted: str) -> bool:
    return wanted in text and any(line.strip() == wanted for line in text.split("\n"))


def _is_telegram(text: str) -> bool:
    """Whether it is a telegram of the National Archives; the attributes of a long one lie far."""
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return first == "Message Text" or (
        _has_line(text, "Message Text") and _has_line(text, "Message Attributes")
    )


def _has_preamble(text: str) -> bool:
    opening = [line.strip() for line in text[:4096].split("\n") if line.strip()][:8]
    lines = [LABEL.sub("", line, count=1) for line in opening]
    has_mrn = any(MRN.fullmatch(line) for line in lines[:3])
    return has_mrn and any(CLASSIFICATION.fullmatch(line) for line in lines)


def _looks_plain(text: str) -> bool:
    opening = text[:4096]
    if _PLAIN_LABEL.search(opening):
        return True
    return any(MARKING_LINE.match(line) for line in opening.split("\n"))
