"""Run ids, the clock, and the version of the program: the only places that ask for them."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from importlib import metadata


def now() -> datetime:
    """The present moment in UTC, naive, as all instants in the tables are."""
    return datetime.now(UTC).replace(tzinfo=None)


def new_run_id(started_at: datetime) -> str:
    """A run id that sorts by time (`20260105T030000123456Z-a1b2c3`), unlike any other."""
    return f"{started_at:%Y%m%dT%H%M%S%fZ}-{secrets.token_hex(3)}"


def cablehouse_version() -> str:
    """Version of the installed program."""
    return metadata.version("cablehouse")


def instant_of(timestamp: float) -> datetime:
    """A file's time stamp (seconds since 1970) in UTC, naive."""
    return datetime.fromtimestamp(timestamp, UTC).replace(tzinfo=None)
