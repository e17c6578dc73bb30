"""The values that a parse yields: one cable, its paragraphs, references, tags and recipients.

Field names are the columns of `transforms/schema`; a test holds the two together. Columns that say
where a row came from (source, batch, run) are added by `transforms.tables`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from transforms.parse.text.message import Claim


class Paragraph(NamedTuple):
    """One row of `paragraphs`; see its schema file for the meaning of each field."""

    ordinal: int
    number: int | None
    classification: str | None
    kind: str
    heading: str | None
    text: str


class Ref(NamedTuple):
    """One row of `refs`; see its schema file for the meaning of each field."""

    ordinal: int
    label: str | None
    kind: str
    raw: str
    target_id: str | None
    target_sent_at: datetime | None
    is_notal: bool
    and_previous: bool


class Mention(NamedTuple):
    """One row of `mentions`; see its schema file for the meaning of each field."""

    ordinal: int
    paragraph_ordinal: int
    kind: str
    raw: str
    label: str | None
    target_id: str | None
    is_ambiguous: bool


class Tag(NamedTuple):
    """One row of `tags`; see its schema file for the meaning of each field."""

    ordinal: int
    tag: str
    kind: str


class Recipient(NamedTuple):
    """One row of `recipients`; see its schema file for the meaning of each field."""

    ordinal: int
    role: str
    routing_indicator: str | None
    plad: str
    precedence: str | None
    message_serial: str | None
    kind: str
    post: str | None


class Cable(NamedTuple):
    """One row of `cables` without its provenance, and the rows that hang off it.

    `is_corrected_copy` is a fact for choosing between texts of one cable. `claims` says what each
    span of the record's text became, sorted by start and without overlaps.
    """

    cable_id: str
    year: int
    post: str
    serial: int
    mrn: str | None
    sent_at: datetime | None
    sent_at_source: str | None
    sent_at_precision: str | None
    dtg: str | None
    transmission_id: str | None
    precedence: str | None
    origin: str | None
    exempt: tuple[str, ...]
    office_distribution: tuple[str, ...]
    classification: str | None
    body_classification: str | None
    captions: tuple[str, ...]
    section_count: int
    attention: str | None
    executive_order: str | None
    declassify_on: date | None
    declassify_note: str | None
    classified_by: str | None
    classifier_title: str | None
    classifier_office: str | None
    classification_reasons: tuple[str, ...]
    derived_from: str | None
    subject: str | None
    subject_mark: str | None
    signed_by: str | None
    disagreements: tuple[str, ...]
    is_partial: bool
    paragraph_count: int
    word_count: int
    redaction_count: int
    coverage: float
    paragraphs: tuple[Paragraph, ...]
    refs: tuple[Ref, ...]
    mentions: tuple[Mention, ...]
    tags: tuple[Tag, ...]
    recipients: tuple[Recipient, ...]
    is_corrected_copy: bool
    claims: tuple[Claim, ...]
