"""Why an archive is not unpacked further; nobody but `opening` sees these."""

from __future__ import annotations


class Bomb(Exception):
    """More comes out of an archive than any dump would need."""


class Unsafe(Exception):
    """A member that no dump has: a link, or a name that leads out of the archive."""
