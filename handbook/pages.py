"""All generated pages: where they lie, and what writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from cablehouse.reference import settings_page
from handbook import diagram
from handbook.checks import checks_page
from handbook.commands import commands_page
from handbook.lineage import lineage_page
from handbook.places import ROOT
from handbook.queries import query_library
from handbook.runbooks import runbook_index
from transforms.schema.dictionary import write_dictionary
from warehouse.reference import views_and_macros

PAGES: Mapping[str, Callable[[], str]] = {
    "docs/reference/data_dictionary.md": write_dictionary,
    "docs/reference/column_lineage.md": lineage_page,
    "docs/reference/views_and_macros.md": views_and_macros,
    "docs/reference/query_library.md": query_library,
    "docs/reference/commands.md": commands_page,
    "docs/reference/settings.md": settings_page,
    "docs/reference/checks.md": checks_page,
    "docs/runbooks/index.md": runbook_index,
    "docs/images/tables-of-a-cable.svg": partial(
        diagram.draw, diagram.CABLES, "The tables of a cable and how they join"
    ),
    "docs/images/tables-of-the-ledger.svg": partial(
        diagram.draw, diagram.LEDGER, "The tables of the ledger and how they join"
    ),
}
"""Path within the project -> what gives its text."""


def write_pages() -> None:
    """Write every generated page where its text changed."""
    for path, text_of in PAGES.items():
        target = ROOT / path
        text = text_of()
        if not target.is_file() or target.read_text("utf-8") != text:
            target.write_text(text, "utf-8")
