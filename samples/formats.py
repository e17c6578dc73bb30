"""The lines of a message -> a record of one of the dump formats."""

from __future__ import annotations

from html import escape

from samples.cables import Cable
from samples.layout import Style, body_lines, header_lines

PARTIAL_NOTICE = (
    "This record is a partial extract of the original cable. The full text of the original cable "
    "is not available."
)


def render_csv(cable: Cable, number: int, seed: int, style: Style | None = None) -> str:
    """One record of `cables.csv`, with its line end."""
    chosen = style or Style(width=60 + cable.index % 9)
    references = "|".join(ref.target_id for ref in cable.refs)
    header = "\n".join(header_lines(cable)) if chosen.has_header else PARTIAL_NOTICE
    fields = (
        str(number),
        f"{cable.sent_at.month}/{cable.sent_at.day}/{cable.sent_at.year} "
        f"{cable.sent_at.hour}:{cable.sent_at.minute:02d}",
        cable.cable_id,
        cable.post.origin,
        _level(cable),
        references,
        header,
        "\n".join(body_lines(cable, chosen, seed)),
    )
    return ",".join(f'"{_escape_csv(field)}"' for field in fields) + "\n"


def _escape_csv(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def render_html(cable: Cable, seed: int, *, layout: int = 2010, style: Style | None = None) -> str:
    """A page of the site.

    Args:
        cable: The cable.
        seed: Seed of the quirks.
        layout: 2010 prints the hour again in place of the minutes, 2011 prints true minutes.
        style: Other quirks than the layout's own.
    """
    chosen = style or Style(width=60 + cable.index % 9, is_blank_spaced=layout == 2010)
    created = f"{cable.sent_at:%Y-%m-%d %H:%M}"
    if layout == 2010:
        created = f"{cable.sent_at:%Y-%m-%d %H}:{cable.sent_at.hour % 12 or 12:02d}"
    released = "2010-12-01 21:09" if layout == 2010 else "2011-08-30 01:44"
    cells = (
        (f"/cable/{cable.sent_at:%Y/%m}/{cable.cable_id}.html", cable.cable_id, ""),
        (f"/date/{cable.sent_at:%Y-%m}_0.html", created, ""),
        (f"/reldate/{released[:10]}_0.html", released, ""),
        ("/classification/1_0.html", _level(cable), " title='shifted'"),
        ("/origin/1_0.html", cable.post.origin, ""),
    )
    row = "".join(
        f"<td>\n<a href='{link}'{extra}>{text}</a>\n</td>\n" for link, text, extra in cells
    )
    menu = "".join(f"<li><a href='/origin/{n}_0.html'>Embassy {n}</a></li>\n" for n in range(40))
    boxes = [
        _box("\n".join(header_lines(cable)) if chosen.has_header else PARTIAL_NOTICE),
        _box("\n".join(body_lines(cable, chosen, seed))),
    ]
    return (
        "<!DOCTYPE html>\n<html>\n<head><title>Cable</title></head>\n<body>\n<ul>\n"
        f"{menu}</ul>\n<h3>Viewing cable {cable.cable_id}, {escape(cable.subject)}</h3>\n"
        "<table class='cable'>\n<tr>\n<th>Reference ID</th>\n<th>Created</th>\n<th>Released</th>\n"
        f"<th>Classification</th>\n<th>Origin</th>\n</tr>\n<tr>\n{row}</tr>\n</table>\n"
        f"{boxes[0]}\n{boxes[1]}\n</body>\n</html>\n"
    )


def _box(text: str) -> str:
    lines = []
    for line in escape(text, quote=False).split("\n"):
        start = line.split(".", 1)[0]
        if line.startswith("¶") and start[1:].isdigit():
            line = f"<a id='par{start[1:]}' href='#par{start[1:]}'>¶</a>{line[1:]}"
        lines.append(line)
    return "<code><pre>" + "&#x000A;".join(lines) + "</pre></code>"


def render_preamble(cable: Cable, seed: int, style: Style | None = None) -> str:
    """A text file with a five-line preamble."""
    chosen = style or Style(width=62)
    lines = [
        cable.cable_id,
        cable.subject,
        f"{cable.sent_at:%a %b %d} 00:00:00 +0100 {cable.sent_at:%Y}",
        _level(cable),
        cable.post.origin,
    ]
    lines += [*header_lines(cable), ""] if chosen.has_header else [PARTIAL_NOTICE, ""]
    return "\n".join([*lines, *body_lines(cable, chosen, seed)]) + "\n"


def render_plain(cable: Cable, seed: int, style: Style | None = None) -> str:
    """A plain text, by default with the residue of a markdown export."""
    chosen = style or Style(pilcrow="residue", width=0, has_stray_captions=True, is_linked=True)
    return "\n".join([*header_lines(cable), "", *body_lines(cable, chosen, seed)]) + "\n"


def _level(cable: Cable) -> str:
    level = cable.classification
    return f"{level}//NOFORN" if "NOFORN" in cable.captions else level
