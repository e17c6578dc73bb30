"""The digit 1 that a pilcrow became, before numbers that count no paragraph.

11. (C) The board ...          the digit stands before every number, so
12007. Tickets ...             is the year 2007
118. It closed ...             is the 18th, and
1B. The second pier ...        the letter B
14.8 million                   stays: the site put pilcrows before a number and its full stop only
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from transforms.parse.body.pilcrow import Start
from transforms.parse.text.open_ends import ends_in_month

_RESIDUE_OF_ANY = re.compile(r"1(?:[1-9]\d?|1\d{3}|20\d\d|[A-Z])\.(?!\d)")
_RESIDUE_OF_YEAR = re.compile(r"1(?:(?:19|20)\d\d|[A-Z])\.(?!\d)")
_RESIDUE_OF_RESOLUTION = re.compile(r"11\d{3}\.(?!\d)")
_RESIDUE_OF_FIGURES = re.compile(r"1(?:19|20)\d\d\.(?!\d)")
_ASKS_FOR_YEAR = re.compile(
    r"(?:\d,|\b(?:in|since|until|during|of|by|early|late|mid))$", re.IGNORECASE
)
_RESOLUTIONS = ("UNSCR", "UNSCRS", "RESOLUTION", "RESOLUTIONS")
_ITEM = re.compile(r"\s*¶?(\d{1,3})[.)]\s")
_RESIDUE_OF_DAY = re.compile(r"1(?:[12]\d|3[01])\.(?!\d)")


def lines_with_residue(
    lines: Sequence[str], special: Sequence[int], starts: Mapping[int, Start]
) -> list[int]:
    """Lines of text that begin with the digit 1 of a pilcrow: `12007. Tickets ...` is a year.

    Args:
        lines: Lines of the body.
        special: Indices of those that may be more than plain text.
        starts: Where numbered paragraphs start, by the index of the line.

    Returns:
        Their indices. Paragraphs must have been numbered so (`12.` for 2); where all of them are,
        the digit stands before every number, else one is sure before a year, a letter, the number
        of a resolution, the next item of a list, and a day that no month has (`May` / `118.`).
    """
    spelt = [f"1{start.number}" in lines[i][: start.end] for i, start in starts.items()]
    if not any(spelt):
        ones = [i for i in special if lines[i][:1] == "1" and i and i not in starts]
        return [i for i in ones if _is_surely_residue(lines, i)]
    if all(spelt):
        return [i for i in special if i not in starts and _RESIDUE_OF_ANY.match(lines[i].lstrip())]
    items = set(_items_with_residue(lines, special, starts))
    return [
        i
        for i in special
        if i not in starts
        and (line := lines[i].lstrip())[:1] == "1"
        and (
            i in items
            or _RESIDUE_OF_YEAR.match(line)
            or (_RESIDUE_OF_DAY.match(line) and i and ends_in_month(lines[i - 1]))
            or (i and _is_surely_residue(lines, i))
        )
    ]


def _is_surely_residue(lines: Sequence[str], index: int) -> bool:
    """Whether a line begins with a year or a resolution, which the line above asks for."""
    line, above = lines[index], lines[index - 1]
    if line[:1] != "1" or not line[4:5].isdigit():
        return False
    if _RESIDUE_OF_RESOLUTION.match(line) and above.upper().endswith(_RESOLUTIONS):
        return True
    return _RESIDUE_OF_FIGURES.match(line) is not None and _ASKS_FOR_YEAR.search(above) is not None


def _items_with_residue(
    lines: Sequence[str], special: Sequence[int], starts: Mapping[int, Start]
) -> Iterator[int]:
    """Items of lists whose number is the next only without its first digit, `12.` behind `1.`."""
    found: list[tuple[int, str]] = []
    for index in (*special, len(lines)):
        match = None if index in starts or index == len(lines) else _ITEM.match(lines[index])
        if match is not None:
            found.append((index, match[1]))
        elif index in starts or index == len(lines):
            yield from _residues_of_run(found)
            found = []


def _residues_of_run(items: Sequence[tuple[int, str]]) -> Iterator[int]:
    last = 0
    for place, (index, figures) in enumerate(items):
        behind = items[place + 1][1] if place + 1 < len(items) else ""
        is_next = figures == f"1{last + 1}" and (last > 0 or behind in {"2", "12"})
        if is_next:
            yield index
        last += is_next or int(figures) == last + 1
