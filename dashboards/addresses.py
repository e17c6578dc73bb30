"""Addresses of pages: what is on the screen stands in the address, so that it can be sent."""

from __future__ import annotations

from urllib.parse import urlencode

OVERVIEW = ""
EXPLORE = "explore"
CABLE = "cable"
TOPICS = "topics"
THREADS = "threads"
PIPELINE = "pipeline"


def address(page: str, **parameters: object) -> str:
    """The address of a page, relative to any other page.

    Args:
        page: One of the names above.
        parameters: What the page shows; those that are None or empty are left out.
    """
    said = {name: str(value) for name, value in parameters.items() if value not in (None, "")}
    return f"{page or '.'}?{urlencode(said)}" if said else page or "."


def cable_address(cable_id: str, **parameters: object) -> str:
    """The address of a cable, held or not."""
    return address(CABLE, id=cable_id, **parameters)


def thread_address(cable_id: str, **parameters: object) -> str:
    """The address of the references around a cable."""
    return address(THREADS, cable=cable_id, **parameters)
