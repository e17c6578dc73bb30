"""Section headings: underlined, boxed, or standing alone above a paragraph.

    A Pier and Its Critics          ------------------       THE PIER
    ----------------------          (C) THE PIER
                                    ------------------       ¶2. (C) ...

    Minister of Ports and           2. THE PIER              A. THE PIER
    ---------------------           -----------              -----------
    Tides -- Una Quill              The board ...            ¶3. (C) ...
    ------------------

Rules are broken by the old system's line limit (`------- ----` is one rule). Rules without a text
are separators (cable formats 3.16).
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from transforms.parse.body.end_matter import is_end_matter
from transforms.parse.body.entries import LABELLED
from transforms.parse.body.heading_form import RULE_SIGNS, is_rule, is_title, may_end, without_sides
from transforms.parse.body.heading_items import are_items, are_labelled
from transforms.parse.body.heading_lines import (
    COLUMNS,
    FULL_LINE,
    LEAST_OF_BOX,
    MOST_CHARACTERS,
    SENTENCE_ENDS,
    UNWRAPPED,
    BodyView,
    is_finished,
)
from transforms.parse.body.heading_words import ENDS_IN_END, is_heading_line
from transforms.parse.body.kinds import is_bare_marker, is_end_marker
from transforms.parse.body.lone_headings import find_lone_headings
from transforms.parse.body.pilcrow import Start
from transforms.parse.body.quoted import ends_quotation
from transforms.parse.body.ruled_headings import above_rule
from transforms.parse.body.unwrap import is_item

_MANY_WORDS = 9
_FULL_TEXT = 50
_SHORTEST = 4
_SHORT_TITLE = 40
_FULL_STOPS = (".", "?", "!", '"', ".)", "?)")
_OPEN_ENDS = (",", " and", " the", " of", " to", " in", " a", " that", " with", " for", "-")


def find_headings(
    lines: Sequence[str],
    special: Sequence[int],
    starts: dict[int, Start],
    noise: Container[int],
    first: int = 0,
) -> dict[int, int]:
    """Find the lines that are headings.

    Args:
        lines: Lines of the body, links already replaced.
        special: Indices of those that may be more than plain text; no other is a rule, or blank.
        starts: Where numbered paragraphs start, by the index of the line.
        noise: Indices of the lines that are no part of the text.
        first: Index of the first line that may be one.

    Returns:
        Index of a heading's first line -> index behind its last line, rules aside.
    """
    body = BodyView(lines, starts, noise, any(line.lstrip()[1:2].islower() for line in lines))
    found: dict[int, int] = {}
    taken = set(range(first))
    for index in [index for index in special if lines[index].lstrip()[:1] in RULE_SIGNS]:
        if index not in noise and is_rule(lines[index]):
            span = above_rule(body, index)
            if span is not None and not taken & set(range(*span)):
                found[span[0]] = span[1]
                taken |= set(range(*span))
    spans = [
        span
        for index in starts
        if not _is_below_sentence(body, index) and (span := _alone_above(body, index)) is not None
    ]
    spans += [(above, above + 1) for first, _ in spans for above in _stacked_above(body, first)]
    spans += [(index, index + 1) for index in find_lone_headings(body, special)]
    for span in spans:
        if not taken & set(range(*span)):
            found[span[0]] = span[1]
            taken |= set(range(*span))
    return found


def is_numbered_heading(
    lines: Sequence[str], index: int, start: Start, noise: Container[int]
) -> bool:
    """Whether a numbered line is a heading: underlined, and text follows it, no boxed heading.

    Args:
        lines: Lines of the body.
        index: The numbered line.
        start: Its number.
        noise: Indices of the lines that are no part of the text.
    """
    below = index + 1
    if below in noise or (below + 1 in noise and not lines[below]):
        below = _behind_page(lines, below, noise)
    if below >= len(lines) or not is_rule(lines[below]):
        return False
    text, rule = lines[index].strip(), lines[below].replace(" ", "")
    is_fitting = abs(len(text) - len(rule)) <= max(6, len(text) // 2)
    if text.endswith(".") and _is_upper_rule(lines, below):
        return False
    if below + 1 < len(lines) and COLUMNS.search(lines[below + 1].strip()):
        return False
    return is_fitting and len(text) <= MOST_CHARACTERS and bool(lines[index][start.end :].strip())


def _is_upper_rule(lines: Sequence[str], rule: int) -> bool:
    """Whether the rule is the upper one about a heading of one line, or about end matter."""
    inner = rule + 1
    is_box = inner + 1 < len(lines) and is_rule(lines[inner + 1])
    return is_box or (inner < len(lines) and is_end_matter(lines[inner]))


def _behind_page(lines: Sequence[str], index: int, noise: Container[int]) -> int:
    """The next line of text from an index on, behind blank lines and noise."""
    while index < len(lines) and (index in noise or not lines[index].strip()):
        index += 1
    return index


def _is_below_sentence(body: BodyView, start: int) -> bool:
    """Whether a line ends in a small letter and a full stop right above or one line further up.

    So most paragraphs end; no heading does.
    """
    above = start - 2 if start > 1 and not body.texts[start - 1] else start - 1
    end = body.texts[above][-2:] if above >= 0 and above not in body.noise else ""
    return end[1:] == "." and end[0].islower()


def _alone_above(body: BodyView, start: int) -> tuple[int, int] | None:
    """The one or two lines that stand alone above a numbered paragraph, as a heading does."""
    last = body.neighbour(start, -1)
    if last is None or not may_end(without_sides(body.texts[last].strip())):
        return None
    first = last
    if last and not _is_apart(body, last):
        first = last - 1
    if not is_heading_line(body, last, is_first=first == last):
        return None
    if first < last and (
        ENDS_IN_END.search(body.texts[first])
        or not (is_heading_line(body, first) and is_title(body.texts[first : last + 1]))
        or are_items(body.texts[first].strip(), body.texts[last].strip())
    ):
        return None
    if first and not _is_apart(body, first):
        return None
    before = body.neighbour(first, -1)
    if before is None or is_rule(body.texts[before]):
        return first, last + 1
    if first == last and are_labelled(body.texts[before].strip(), body.texts[last].strip()):
        return None
    return None if _goes_on_behind(body, before, first) else (first, last + 1)


def _is_apart(body: BodyView, index: int) -> bool:
    """Whether a line is no part of the text right above it.

    Blank lines or noise part the two, a rule, or nothing but the end of a sentence, in exports that
    put each paragraph on a line of its own without blank lines; and above capitals.
    """
    if body.is_empty(index - 1) or _is_overlined(body, index):
        return True
    above, text = body.texts[index - 1].strip(), body.texts[index].strip()
    if is_finished(above) or is_end_marker(above):
        return True
    if not above.endswith(_FULL_STOPS):
        return _is_below_item(body, index)
    if index - 1 in body.starts and not text.endswith("?"):
        return True
    if _is_titled(body, index):
        is_abbreviated = len(above) <= UNWRAPPED and may_end(above)
        return not (is_abbreviated or (LABELLED.match(above) and LABELLED.match(text)))
    return is_bare_marker(text) or (text.isupper() and " " in text and body.has_small)


def _is_titled(body: BodyView, index: int) -> bool:
    """Whether a line right above a number is a title, quotes, points and figures aside."""
    bare = body.texts[index].strip().lstrip("¶ \"'.")
    is_begun = bare[:1].isupper() or bare[:1].isdigit()
    if not (body.has_small and is_begun and is_title([bare])):
        return False
    below = body.neighbour(index, 1) or index
    is_right_above = below == index + 1 or any(i in body.noise for i in range(index + 1, below))
    return below in body.starts and is_right_above


def _is_below_item(body: BodyView, index: int) -> bool:
    """Whether a list ends above a line, in exports that put paragraphs on lines of their own."""
    above, below = body.texts[index - 1].strip(), body.neighbour(index, 1)
    is_list = is_item(above) or COLUMNS.search(above) is not None or ends_quotation(above)
    is_list = is_list and not above.endswith(_OPEN_ENDS)
    if not is_list or below not in body.starts:
        return False
    is_short = len(above) < FULL_LINE and body.is_unspaced()
    return is_short or len(body.texts[below or 0]) > UNWRAPPED


def _goes_on_behind(body: BodyView, before: int, first: int) -> bool:
    """Whether the text above a line is no finished sentence, so that the line goes on with it."""
    above = body.texts[before].rstrip()
    if above.endswith(_OPEN_ENDS):
        return True
    if len(above) >= _FULL_TEXT and above[-1].islower() and not is_title([body.texts[first]]):
        return True
    is_paged = any(index in body.noise for index in range(before + 1, first))
    if is_paged and body.texts[first].rstrip().endswith("?"):
        return not is_title([body.texts[first]])
    if not is_paged or above.endswith(SENTENCE_ENDS) or is_end_marker(above):
        return False
    for form in (LABELLED.match, COLUMNS.search):
        if form(above.strip()) and not form(body.texts[first].strip()):
            return False
    is_list = not is_item(above) and not (above.isupper() or body.texts[first].isupper())
    return len(above) >= FULL_LINE or is_list


def _stacked_above(body: BodyView, heading: int) -> list[int]:
    """The line in capitals above a plain heading that heads the whole section."""
    above = body.neighbour(heading, -1)
    if above is None or not 0 < above < heading - 1 or not body.is_empty(above - 1):
        return []
    before = body.neighbour(above, -1)
    if before is not None and _goes_on_behind(body, before, above):
        return []
    is_title = body.texts[above].isupper() and is_heading_line(body, above)
    return [above] if is_title else []


def _is_overlined(body: BodyView, index: int) -> bool:
    """Whether a rule stands above a line and underlines nothing itself."""
    if not is_rule(body.texts[index - 1]):
        return False
    return index < LEAST_OF_BOX or body.is_empty(index - 2) or is_rule(body.texts[index - 2])
