"""Names that follow from content: of batches, of sightings, and of texts.

The same input always gets the same name, so work can be repeated without leaving a second copy.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from transforms.read.record import Place


def name_batch(input_sha256s: Iterable[str], parser_version: str, schema_version: str) -> str:
    """The id of a batch.

    Args:
        input_sha256s: SHA-256 of each input file; order does not matter, repeats do.
        parser_version: Version of the parsing rules.
        schema_version: Version of the tables.

    Returns:
        16 hex digits; another parser or schema version gives another batch.
    """
    content = "\n".join([parser_version, schema_version, *sorted(input_sha256s)])
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def name_sighting(batch_id: str, place: Place) -> str:
    """The id of a record read: 16 hex digits from its batch and its place."""
    parts = [batch_id, place.member.uri, place.member.path or "", str(place.record)]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def squeeze(text: str) -> str:
    """The text with every run of white space as one blank, none at the ends."""
    return " ".join(text.split())


def hash_content(squeezed: str) -> str:
    """SHA-256 of a squeezed text, 64 hex digits; equal texts have equal hashes."""
    return hashlib.sha256(squeezed.encode("utf-8", "surrogatepass")).hexdigest()
