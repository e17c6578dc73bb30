"""Names of files and of members of archives, which need not be text."""

from __future__ import annotations


def printable(name: str) -> str:
    """A name of a file or of a member as text; bytes that are no UTF-8 become hexadecimal."""
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half a character of UTF-16, which no byte stands for
        return name.encode("utf-8", "backslashreplace").decode("utf-8")
