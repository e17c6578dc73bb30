"""Headings that a rule underlines.

Minister of Ports and
---------------------      the rule is as long as the line above it, or longer
"""

from __future__ import annotations

from transforms.parse.body.heading_form import ends_open, is_rule, is_title
from transforms.parse.body.heading_lines import (
    COLUMNS,
    FULL_LINE,
    LEAST_OF_BOX,
    MOST_CHARACTERS,
    SENTENCE_ENDS,
    BodyView,
    is_finished,
    may_be_heading,
)
from transforms.parse.body.kinds import is_bare_marker, is_end_marker, is_only_end_marker
from transforms.parse.body.quoted import ends_quotation

_MAX_LINES = 3
_MISFIT = 2
_LONGER = 6
_ITEM_STARTS = ("- ", "--", "* ", "• ", "o ")
_TEXT_ENDS = (".", ".)", '."', ";")


def above_rule(body: BodyView, rule: int) -> tuple[int, int] | None:
    """The lines that a rule underlines; a page line may stand between."""
    end = _across_noise(body, rule) if rule and body.is_empty(rule - 1) else rule
    if end == rule and _fits_across_blank(body, rule):
        end = rule - 1
    elif end != rule and _opens_box(body, rule):
        above = body.texts[end - 1].strip()
        is_text = _ends_text(above) or above[:2] in _ITEM_STARTS
        if is_text or abs(_length(body, rule) - len(above)) > _MISFIT:
            return None
    start = _first_line(body, rule, end)
    if start is None:
        return None
    if any(COLUMNS.search(line.strip()) for line in body.texts[start:end]):
        return None
    if start and body.is_empty(start - 1) and body.texts[start].lstrip()[:1].islower():
        start = _above_page(body, start)
    last = body.texts[end - 1].strip()
    is_listed = last[:2] in _ITEM_STARTS and (
        abs(_length(body, rule) - len(last)) > _MISFIT or _opens_box(body, rule)
    )
    if is_listed or is_only_end_marker(last) or ends_quotation(last):
        return None
    if not last.endswith(_TEXT_ENDS) or ends_open(last):
        return start, end
    is_text = len(last) > FULL_LINE or end - start > 1 or last[0].islower()
    is_text = is_text or _ends_sentence_behind_page(body, start)
    return None if is_text else (start, end)


def _first_line(body: BodyView, rule: int, end: int) -> int | None:
    """Where the lines begin that a rule underlines and that end at `end`; None when none do."""
    if end == rule and _is_long(body, rule):
        return end - 1
    start = end
    while start and end - start <= _MAX_LINES and may_be_heading(body, start - 1, is_ruled=True):
        if start < end and _is_other_text(body.texts[start - 1].strip()):
            break
        start -= 1
    above = body.texts[start - 1] if start else ""
    is_whole = not above.strip() or start - 1 in body.noise or is_rule(above) or is_finished(above)
    if start == end or end - start > _MAX_LINES or not is_whole:
        if 1 < end - start <= _MAX_LINES and _fit_below_sentence(body, rule, start, end):
            return start
        if not (_fits_below_sentence(body, rule, end) or _fits_below_list(body, rule, end)):
            return None
        return end - 1
    if end - start > 1 and all(": " in line for line in body.texts[start : end - 1]):
        return end - 1 if _fits_below_list(body, rule, end) else start
    return start


def _is_other_text(line: str) -> bool:
    """Whether a line above the last one of a heading is none of it: a sentence, an item, a row."""
    is_listed = line[:2] in _ITEM_STARTS or COLUMNS.search(line) is not None
    return is_listed or line.endswith(_TEXT_ENDS) or ends_quotation(line)


def _is_long(body: BodyView, rule: int) -> bool:
    """Whether the line above a rule is one that an export joined, as long as its rule."""
    line = body.texts[rule - 1].strip() if rule else ""
    if not MOST_CHARACTERS < len(line) <= 2 * MOST_CHARACTERS or rule - 1 in body.starts:
        return False
    above = body.texts[rule - 2].rstrip() if rule > 1 else ""
    is_text = line.endswith(_TEXT_ENDS) or not (above == "" or above.endswith(SENTENCE_ENDS))
    longer = len(line) - _length(body, rule)
    is_joined = 0 < longer <= _length(body, rule) and is_title([line])
    return not is_text and (
        abs(longer) < _MISFIT or (is_joined and body.neighbour(rule, 1) in body.starts)
    )


def _above_page(body: BodyView, start: int) -> int:
    """Where a heading begins whose second line, in small letters, stands behind a page line."""
    above = body.neighbour(start, -1)
    if above is None or not any(index in body.noise for index in range(above, start)):
        return start
    is_alone = above == 0 or body.is_empty(above - 1)
    is_first = is_alone and may_be_heading(body, above, is_ruled=True)
    is_open = body.texts[above].rstrip()[-1:].isalnum() and is_title([body.texts[above]])
    return above if is_first and is_open else start


def _ends_text(line: str) -> bool:
    return line.rstrip().endswith(".") or is_end_marker(line)


def _ends_sentence_behind_page(body: BodyView, index: int) -> bool:
    """Whether a page line, and above it a text that is no finished sentence, stand above a line."""
    above = body.neighbour(index, -1)
    if above is None or not any(i in body.noise for i in range(above, index)):
        return False
    return not body.texts[above].rstrip().endswith(SENTENCE_ENDS)


def _fits_below_sentence(body: BodyView, rule: int, end: int) -> bool:
    """Whether the line above a rule is as long and stands right below a finished sentence."""
    if end < LEAST_OF_BOX or not may_be_heading(body, end - 1, is_ruled=True):
        return False
    line, above = body.texts[end - 1].strip(), body.texts[end - 2].rstrip()
    longer = _length(body, rule) - len(line)
    is_title_above = longer > 0 and body.neighbour(rule, 1) in body.starts and is_title([line])
    is_fitting = abs(longer) <= _MISFIT or is_title_above
    is_text = line.endswith((".", ";", ",")) and not ends_open(line)
    is_over = above.endswith(SENTENCE_ENDS) or is_end_marker(above) or is_bare_marker(line)
    return is_fitting and is_over and not is_text


def _fit_below_sentence(body: BodyView, rule: int, start: int, end: int) -> bool:
    """Whether several lines, the longest as long as their rule, stand below a finished sentence."""
    lines = [line.strip() for line in body.texts[start:end]]
    is_over = body.texts[start - 1].rstrip().endswith(SENTENCE_ENDS)
    longer = _length(body, rule) - max(map(len, lines))
    is_fitting = abs(longer) <= _MISFIT or (longer > 0 and rule + 1 in body.starts)
    is_text = lines[0][:1].islower() or any(line.endswith((".", ";")) for line in lines)
    return is_over and is_fitting and not is_text and is_title(lines)


def _fits_below_list(body: BodyView, rule: int, end: int) -> bool:
    """Whether a line as long as its rule stands below a short line and above a number."""
    if end < LEAST_OF_BOX or body.neighbour(rule, 1) not in body.starts:
        return False
    line, above = body.texts[end - 1].strip(), body.texts[end - 2].rstrip()
    is_text = line[:1].islower() or line.endswith((".", ";", ",")) or len(above) > FULL_LINE
    longer = _length(body, rule) - len(line)
    is_fitting = longer == 0 or (is_title([line]) and -_MISFIT <= longer <= _LONGER)
    return is_fitting and not is_text and may_be_heading(body, end - 1, is_ruled=True)


def _length(body: BodyView, rule: int) -> int:
    """How many signs a rule has, blanks within it aside."""
    text = body.texts[rule].strip()
    return text.count(text[0])


def _fits_across_blank(body: BodyView, rule: int) -> bool:
    """Whether a line as long as a rule stands alone above it, one blank line between the two.

    A line in a box may be shorter: the same rule stands above it, too.
    """
    if rule < LEAST_OF_BOX or body.texts[rule - 1].strip() or rule - 1 in body.noise:
        return False
    line = body.texts[rule - 2].strip()
    is_boxed = rule > LEAST_OF_BOX and _is_boxed(body, rule)
    is_alone = is_boxed or rule == LEAST_OF_BOX or body.is_empty(rule - 3)
    is_text = line.endswith(_TEXT_ENDS) and not ends_open(line)
    is_fitting = (is_boxed or abs(_length(body, rule) - len(line)) <= _MISFIT) and not is_text
    return is_alone and is_fitting and not _opens_box(body, rule)


def _is_boxed(body: BodyView, rule: int) -> bool:
    """Whether the line above a rule and a blank line has the same rule above it."""
    upper = rule - 4 if rule > LEAST_OF_BOX + 1 and body.is_empty(rule - 3) else rule - 3
    is_same = body.texts[upper].strip() == body.texts[rule].strip()
    return is_same and may_be_heading(body, rule - 2, is_ruled=True)


def _opens_box(body: BodyView, rule: int) -> bool:
    """Whether a rule is the upper one of two about a heading."""
    end = min(rule + 3 + 2 * _MAX_LINES, len(body.texts))
    below = [place for place in range(rule + 1, end) if body.texts[place].strip()]
    for place in below[: _MAX_LINES + 1]:
        if is_rule(body.texts[place]):
            return place != below[0]
        if not may_be_heading(body, place, is_ruled=True):
            break
    return False


def _across_noise(body: BodyView, end: int) -> int:
    """The end of the text above, when noise stands among the blank lines; else no change."""
    place = end
    has_noise = False
    while place and body.is_empty(place - 1):
        has_noise = has_noise or place - 1 in body.noise
        place -= 1
    return place if has_noise else end
