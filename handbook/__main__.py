"""Writes the generated pages of the documentation again: `python -m handbook`, by `make docs`."""

from __future__ import annotations

from handbook.pages import write_pages

write_pages()
