"""An explanation as text: coloured on a terminal, with marks below the lines elsewhere.

19| TAGS: PREL, ETRD
   ~~~~~~gggg~~gggg     tags.tag = PREL (subject); tags.tag = ETRD (subject)
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from cablehouse.cli.span_kinds import GAP, LEGEND, NOISE, TEXT, kind_of, note_of
from cablehouse.explaining import Explanation
from transforms.parse.coverage import Gap
from transforms.parse.spans import Span

_WIDTH = 96
"""Columns after which a line of the source is shown in pieces."""


def print_coloured(console: Console, explanation: Explanation) -> None:
    """Print the cable with each span in the colour of what it became."""
    console.print(Text(title_of(explanation), style="bold"))
    legend = Text()
    for kind in LEGEND:
        legend.append(f" {kind.name} ", style=kind.style).append("  ")
    console.print(legend)
    console.print()
    text = Text()
    end = 0
    source = explanation.record.text
    for piece in explanation.pieces:
        text.append(source[end : piece.start])
        written = source[piece.start : piece.end]
        text.append(written, style=_style(piece))
        if note := _note(written, piece):
            text.append(f" ‹{note}›", style="italic bright_black")
        end = piece.end
    console.print(text, soft_wrap=True)
    console.print()
    for line in gap_lines(explanation):
        console.print(line, style=GAP.style if explanation.gaps else "green", highlight=False)


def plain_lines(explanation: Explanation) -> Iterator[str]:
    """The cable line by line, with marks and values below each line that holds more than text."""
    yield title_of(explanation)
    yield ""
    yield from (f"  {kind.letter * 4}  {kind.name}" for kind in LEGEND)
    yield ""
    source = explanation.record.text
    pieces = explanation.pieces
    start = place = 0
    for number, line in enumerate(source.split("\n"), 1):
        while place < len(pieces) and pieces[place].end <= start:
            place += 1
        on_line = []
        ahead = place
        while ahead < len(pieces) and pieces[ahead].start <= start + len(line):
            on_line.append(pieces[ahead])
            ahead += 1
        yield from _plain_line(number, start, line, on_line)
        start += len(line) + 1
    yield ""
    yield from gap_lines(explanation)


def title_of(explanation: Explanation) -> str:
    """Which cable, from where, and how much of it was understood."""
    cable, record = explanation.cable, explanation.record
    return f"{cable.cable_id}  {record.place}  coverage {cable.coverage:.4f}"


def gap_lines(explanation: Explanation) -> Iterator[str]:
    """What no rule claimed, one line each with its place."""
    if not explanation.gaps:
        yield "Everything was understood."
        return
    count = len(explanation.gaps)
    yield f"Not understood, {count} piece{'s' if count > 1 else ''}:"
    for gap in explanation.gaps:
        yield f"  line {gap.line}, column {gap.column}: {gap.text}"


def _style(piece: Span | Gap) -> str:
    if isinstance(piece, Gap):
        return GAP.style
    kind = kind_of(piece.what)
    return NOISE.style if piece.value is None and kind is not TEXT else kind.style


def _plain_line(number: int, start: int, line: str, pieces: list[Span | Gap]) -> Iterator[str]:
    marks = [" "] * len(line)
    notes: dict[int, list[str]] = {}
    for piece in pieces:
        first, last = max(piece.start - start, 0), min(piece.end - start, len(line))
        marks[first:last] = _letter(piece) * (last - first)
        if piece.start >= start and (note := _note(line[first:last], piece)):
            notes.setdefault(first // _WIDTH, []).append(note)
    for row in range(max(1, -(-len(line) // _WIDTH))):
        cut = slice(row * _WIDTH, (row + 1) * _WIDTH)
        yield f"{number if not row else '':>4}| {line[cut]}".rstrip()
        below = "".join(marks[cut]).rstrip()
        values = "; ".join(notes.get(row, ()))
        if below or values:
            yield f"      {below}{'  = ' if values else ''}{values}"


def _letter(piece: Span | Gap) -> str:
    if isinstance(piece, Gap):
        return GAP.letter
    kind = kind_of(piece.what)
    return NOISE.letter if piece.value is None and kind is not TEXT else kind.letter


def _note(written: str, piece: Span | Gap) -> str | None:
    return None if isinstance(piece, Gap) else note_of(written, piece.what, piece.value)
