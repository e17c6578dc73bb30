"""A cable as a page: its text, what it cites and what cites it, and where it came from.

Addresses: `cable?id=06ASTANA668`; `&p=3` goes to a paragraph (by ordinal), `&with=...` compares the
text with another one of the same cable. A cable that is not held has a page too: who cites it.
"""

from __future__ import annotations

import streamlit as st

from dashboards.comparing import compare
from dashboards.live import answer, settings
from dashboards.messages import header_lines
from dashboards.questions import Row
from dashboards.reading import blocks, reading_minutes
from dashboards.views.frame import asked, asked_number, put, scroll_to
from transforms.parse.mrn import parse_mrn

_LAST_PARAGRAPH = 10_000


def show() -> None:
    """Draw the page."""
    wanted = asked("id")
    if wanted is None:
        put("cable_none")
        return
    cable_id = canonical(wanted)
    st.set_page_config(page_title=f"{cable_id} - cablehouse")
    found = answer("cable", id=cable_id)
    if not found:
        _show_missing(cable_id)
        return
    (cable,) = found
    if cable["subject"]:
        st.set_page_config(page_title=f"{cable_id}: {cable['subject'][:80]}")
    versions = answer("cable_versions", id=cable_id)
    current = asked_number("p", 0, _LAST_PARAGRAPH)
    put(
        "cable",
        cable=cable,
        header=header_lines(cable, answer("cable_recipients", id=cable_id)),
        tags=answer("cable_tags", id=cable_id),
        refs=answer("cable_refs", id=cable_id),
        cited_by=answer("cable_cited_by", id=cable_id),
        blocks=blocks(
            answer("cable_paragraphs", id=cable_id), answer("cable_mentions", id=cable_id)
        ),
        minutes=reading_minutes(cable["word_count"]),
        neighbours=answer(
            "cable_neighbours", post=cable["post"], year=cable["year"], serial=cable["serial"]
        ),
        versions=versions,
        compared=asked("with"),
        current=current,
    )
    _show_comparison(cable, versions)
    if current:
        scroll_to(f"p-{current}")


def canonical(text: str) -> str:
    """The id of a cable in canonical form: `06 Astana 668` is `06ASTANA668`."""
    mrn = parse_mrn(" ".join(text.upper().split())[:60])
    return mrn.cable_id if mrn else text.upper()[:60]


def _show_missing(cable_id: str) -> None:
    """A cable that is not held: who cites it; else ids that are spelled alike."""
    cited_by = answer("cable_cited_by", id=cable_id)
    if cited_by:
        cited_with = answer("cable_cited_with", id=cable_id)
        put("cable_not_held", cable_id=cable_id, cited_by=cited_by, cited_with=cited_with)
    else:
        put("cable_unknown", cable_id=cable_id, nearest=answer("cable_nearest", id=cable_id))


def _show_comparison(cable: Row, versions: list[Row]) -> None:
    """The current text and another one, when the address asks for it."""
    wanted = asked("with")
    other = next((row for row in versions if row["sighting_id"] == wanted), None)
    if other is None:
        return
    files = settings().lake.resolve() / "paragraphs" / f"batch={other['batch_id']}" / "*.parquet"
    theirs = answer("version_paragraphs", files=str(files), sighting=other["sighting_id"])
    ours = answer("cable_paragraphs", id=cable["cable_id"])
    put("cable_comparison", cable=cable, other=other, pairs=compare(ours, theirs))
    scroll_to("comparison")
