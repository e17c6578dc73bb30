"""What a reader yields: a record with its exact place, or a refusal with a reason.

A reader is faithful: it decodes and cuts, but it does not judge. What a text *means* is the
parser's business; what the dump says *beside* the text travels along as `Metadata`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Member:
    """A stream of bytes within an input: a plain file, or one file of an archive.

    Attributes:
        uri: The input as it was given, a path or an object-store URL.
        path: Path inside the archive, levels joined by `!/`; None when the input is no archive.
        input_sha256: SHA-256 of the whole input, as 64 hex digits.
    """

    uri: str
    path: str | None
    input_sha256: str

    def __str__(self) -> str:
        """`dump.zip!/cables/a.txt`, as shown in logs and errors."""
        return self.uri if self.path is None else f"{self.uri}!/{self.path}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where exactly a record stands.

    Attributes:
        member: The file or archive member.
        record: Number of the record within the member, from 1.
        line: Line on which it starts, from 1; None when lines mean nothing (binary).
        offset: Byte at which it starts in the member, from 0.
        length: Number of its bytes.
    """

    member: Member
    record: int = 1
    line: int | None = 1
    offset: int = 0
    length: int = 0

    def __str__(self) -> str:
        """`dump.zip!/cables.csv, record 7, line 1204`, as shown in logs and errors."""
        where = f"{self.member}, record {self.record}"
        return where if self.line is None else f"{where}, line {self.line}"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the dump says about a cable beside its text; None where it says nothing.

    Attributes:
        mrn: Reference id as the dump writes it (`08ELDERPORT417`).
        subject: Subject as the dump writes it.
        sent_at: Date in UTC, naive.
        sent_at_precision: `minute`, `hour` or `day`; None when `sent_at` is.
        classification: As the dump writes it (`SECRET//NOFORN`).
        origin: As the dump writes it (`Embassy Elderport`).
        references: Ids of the publisher's own list of references.
        released_at: When the publisher released this text, UTC, naive.
    """

    mrn: str | None = None
    subject: str | None = None
    sent_at: datetime | None = None
    sent_at_precision: str | None = None
    classification: str | None = None
    origin: str | None = None
    references: tuple[str, ...] = ()
    released_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One cable as a dump holds it, decoded but not interpreted.

    Attributes:
        place: Where it stands.
        format: Code of `source_formats`.
        sha256: SHA-256 of the record's own bytes.
        text: Transmission header (when there is one), a blank line, and the body. Line ends are
            LF; nothing else is changed, so that spans of this text mean the same to everyone.
        metadata: What the dump says beside the text.
        is_partial: The dump says that the text is an extract.
        repairs: What decoding had to repair, for people to read.
    """

    place: Place
    format: str
    sha256: str
    text: str
    metadata: Metadata = field(default_factory=Metadata)
    is_partial: bool = False
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A record that cannot be understood; it goes to the quarantine.

    Attributes:
        place: Where it stands.
        reason: Code of `reasons`.
        detail: The particulars, written for the person who must act.
        sha256: SHA-256 of the refused bytes.
        raw: The refused bytes, cut at 1 MiB.
        format: Code of `source_formats`, when the format was recognised.
        cable_id: Canonical MRN, when it is known all the same.
    """

    place: Place
    reason: str
    detail: str
    sha256: str
    raw: bytes
    format: str | None = None
    cable_id: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is plainly no dump (a listing of the site, a picture, a read-me); not a record.

    Attributes:
        member: The file or archive member.
        why: What it was recognised as, for people to read.
    """

    member: Member
    why: str
