"""A cable as a page: its text, what it cites and what cites it, and where it came from.

Addresses: `cable?id=06ASTANA668`; `&p=3` goes to a paragraph (by ordinal), `&with=...` compares the
text with another one of the same cable. A cable that is not held has a page too: who cites it.
"""

from __future__ import annotations

from dashboards.comparing import compare
from dashboards.live import settings
from dashboards.messages import header_lines
from dashboards.questions import Row
from dashboards.reading import blocks, reading_minutes
from dashboards.rendering import render
from dashboards.visit import Page, Visit
from transforms.parse.mrn import parse_mrn

_LAST_PARAGRAPH = 10_000


def show(visit: Visit) -> Page:
    """Draw the page."""
    wanted = visit.text("id")
    if wanted is None:
        return Page("No cable", [render("cable_none")])
    cable_id = canonical(wanted)
    found = visit.answer("cable", id=cable_id)
    if not found:
        return Page(cable_id, [_missing(visit, cable_id)])
    (cable,) = found
    versions = visit.answer("cable_versions", id=cable_id)
    parts = [_message(visit, cable, versions)]
    other = next((row for row in versions if row["sighting_id"] == visit.text("with")), None)
    if other is not None:
        parts.append(_comparison(visit, cable, other))
    subject = cable["subject"]
    return Page(f"{cable_id}: {subject[:80]}" if subject else cable_id, parts)


def canonical(text: str) -> str:
    """The id of a cable in canonical form: `06 Astana 668` is `06ASTANA668`."""
    mrn = parse_mrn(" ".join(text.upper().split())[:60])
    return mrn.cable_id if mrn else text.upper()[:60]


def _message(visit: Visit, cable: Row, versions: list[Row]) -> str:
    cable_id = cable["cable_id"]
    paragraphs = visit.answer("cable_paragraphs", id=cable_id)
    return render(
        "cable",
        cable=cable,
        header=header_lines(cable, visit.answer("cable_recipients", id=cable_id)),
        tags=visit.answer("cable_tags", id=cable_id),
        refs=visit.answer("cable_refs", id=cable_id),
        cited_by=visit.answer("cable_cited_by", id=cable_id),
        blocks=blocks(paragraphs, visit.answer("cable_mentions", id=cable_id)),
        minutes=reading_minutes(cable["word_count"]),
        neighbours=visit.answer(
            "cable_neighbours", post=cable["post"], year=cable["year"], serial=cable["serial"]
        ),
        versions=versions,
        compared=visit.text("with"),
        current=visit.number("p", 0, _LAST_PARAGRAPH),
    )


def _missing(visit: Visit, cable_id: str) -> str:
    """A cable that is not held: who cites it; else ids that are spelled alike."""
    cited_by = visit.answer("cable_cited_by", id=cable_id)
    if cited_by:
        cited_with = visit.answer("cable_cited_with", id=cable_id)
        return render("cable_not_held", cable_id=cable_id, cited_by=cited_by, cited_with=cited_with)
    nearest = visit.answer("cable_nearest", id=cable_id)
    return render("cable_unknown", heading="h1", cable_id=cable_id, nearest=nearest)


def _comparison(visit: Visit, cable: Row, other: Row) -> str:
    """The current text and another one, side by side."""
    files = settings().lake.resolve() / "paragraphs" / f"batch={other['batch_id']}" / "*.parquet"
    theirs = visit.answer("version_paragraphs", files=str(files), sighting=other["sighting_id"])
    ours = visit.answer("cable_paragraphs", id=cable["cable_id"])
    return render("cable_comparison", cable=cable, other=other, pairs=compare(ours, theirs))
