"""Files that pages load beside themselves: style, script, icon. Browsers keep them for good.

Their addresses carry a hash of what is in them, so a changed file has another address.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources

_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file.

    Attributes:
        name: Under `assets/`.
        content: What is in it.
        media_type: For the browser.
    """

    name: str
    content: bytes
    media_type: str

    @property
    def href(self) -> str:
        """Its address, relative to any page."""
        return f"assets/{self.name}?v={hashlib.sha256(self.content).hexdigest()[:12]}"


@cache
def asset(name: str) -> Asset | None:
    """A file that pages load; None when there is none of that name."""
    media_type = _TYPES.get(name.rpartition(".")[2])
    if media_type is None:
        return None
    path = resources.files("dashboards").joinpath("assets", name)
    return Asset(name, path.read_bytes(), media_type) if path.is_file() else None


@cache
def asset_address(name: str) -> str:
    """The address of a file that pages load, relative to any page."""
    found = asset(name)
    if found is None:
        raise FileNotFoundError(name)
    return found.href
