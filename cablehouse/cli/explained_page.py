"""An explanation as a page that needs nothing beside itself: light and dark, without scripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from cablehouse.cli.span_kinds import GAP, LEGEND, NOISE, TEXT, Kind, kind_of
from cablehouse.explaining import Explanation
from transforms.parse.coverage import Gap
from transforms.parse.spans import Span

_STYLE = """
:root { color-scheme: light dark; --paper: #fdfdfb; --ink: #1d1d1f; --faint: #6b6b70;
  --line: #dcdcd8; --tint: 91%; --edge: 42%; --bad: #c0152f; }
@media (prefers-color-scheme: dark) { :root { --paper: #17181a; --ink: #e6e6e3; --faint: #96969c;
  --line: #34363a; --tint: 21%; --edge: 66%; --bad: #ff5c72; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1rem; background: var(--paper);
  color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.3rem; margin: 1rem 0 .2rem; }
h2 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
p { margin: .2rem 0; overflow-wrap: anywhere; }
.source { color: var(--faint); font-size: .85rem; }
ul { margin: .3rem 0; padding: 0; list-style: none; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem .6rem; font-size: .8rem; }
.legend li { padding: 0 .35rem; }
.gaps a { color: var(--bad); overflow-wrap: anywhere; }
ol { margin: .6rem 0 2rem; padding: .6rem 0; list-style: none; border-block: 1px solid var(--line);
  font: 13px/1.6 ui-monospace, Menlo, Consolas, monospace; counter-reset: line; }
ol > li { counter-increment: line; padding-left: 3.2rem; position: relative; min-height: 1.6em;
  white-space: pre-wrap; overflow-wrap: anywhere; }
ol > li::before { content: counter(line); position: absolute; left: 0; width: 2.4rem;
  text-align: right; color: var(--faint); user-select: none; }
.hued { background: hsl(var(--hue) 70% var(--tint)); border-radius: 3px;
  box-shadow: inset 0 -2px hsl(var(--hue) 60% var(--edge)); }
.form { color: var(--faint); }
.noise { color: var(--faint); text-decoration: underline dotted; }
.gap { background: var(--bad); color: var(--paper); border-radius: 3px; }
:target { outline: 3px solid var(--bad); outline-offset: 2px; }
@media (max-width: 480px) { body { padding: .6rem; } ol { font-size: 12px; }
  ol > li { padding-left: 2.3rem; } ol > li::before { width: 1.8rem; } }
"""


def render_page(explained: Sequence[Explanation]) -> str:
    """The page for one or several cables.

    Args:
        explained: At least one.

    Returns:
        HTML with its style inside; every piece of the sources is escaped.
    """
    title = escape(", ".join(item.cable.cable_id for item in explained[:3]))
    sections = "\n".join(_section(number, item) for number, item in enumerate(explained, 1))
    legend = "".join(f"<li {_attributes(kind)}>{escape(kind.name)}</li>" for kind in LEGEND)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}: what became of it</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<ul class="legend" aria-label="Legend">{legend}</ul>\n{sections}\n</body>\n</html>\n'
    )


def _section(number: int, explanation: Explanation) -> str:
    cable, record = explanation.cable, explanation.record
    gaps = "".join(
        f'<li><a href="#gap-{number}-{gap.start}">line {gap.line}, column {gap.column}: '
        f"{escape(gap.text)}</a></li>"
        for gap in explanation.gaps
    )
    verdict = f'<ul class="gaps">{gaps}</ul>' if gaps else "<p>Everything was understood.</p>"
    return (
        f"<main>\n<h1>{escape(cable.cable_id)}</h1>\n<p>{escape(cable.subject or '')}</p>\n"
        f'<p class="source">{escape(str(record.place))}; coverage {cable.coverage:.4f}</p>\n'
        f"<h2>Not understood</h2>\n{verdict}\n<h2>The text</h2>\n"
        f"<ol>{''.join(_lines(number, explanation))}</ol>\n</main>"
    )


def _lines(number: int, explanation: Explanation) -> Iterator[str]:
    """The text in list items, one for each line, so that lines are numbered and wrap."""
    source = explanation.record.text
    parts: list[str] = []
    end = 0
    for piece in explanation.pieces:
        parts.append(escape(source[end : piece.start]))
        # A span over several lines is closed and opened again at each line end.
        for place, written in enumerate(source[piece.start : piece.end].split("\n")):
            anchor = f' id="gap-{number}-{piece.start}"' if isinstance(piece, Gap) else ""
            parts.append("\n" if place else "")
            if written:
                parts.append(f"<span{anchor} {_named(piece)}>{escape(written)}</span>")
        end = piece.end
    parts.append(escape(source[end:]))
    for line in "".join(parts).split("\n"):
        yield f"<li>{line}</li>\n"


def _named(piece: Span | Gap) -> str:
    if isinstance(piece, Gap):
        return f'{_attributes(GAP)} title="not understood"'
    title = piece.what if piece.value is None else f"{piece.what} = {piece.value}"
    kind = kind_of(piece.what)
    is_form = piece.value is None and kind not in {TEXT, NOISE}
    shown = 'class="form"' if is_form else _attributes(kind)
    return f'{shown} title="{escape(title)}"'


def _attributes(kind: Kind) -> str:
    if kind is GAP:
        return 'class="gap"'
    if kind.hue is None:
        return 'class="noise"' if kind is NOISE else 'class="text"'
    return f'class="hued" style="--hue: {kind.hue}"'
