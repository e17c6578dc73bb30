"""An invented cable -> the lines of its message, with the quirks that real ones have."""

from __future__ import annotations

import random
from dataclasses import dataclass

from samples.cables import COPY, Cable, Paragraph

PILCROWS = {
    "character": ("¶{n}. ",),
    "none": ("{n}. ",),
    "residue": ("[1](#){n}. ", "1{n}. ", "¶{n}. "),
}
"""How the pilcrow before a paragraph's number is spelled; `residue` mixes three ways."""

HEADINGS = {
    "plain": "{text}",
    "ruled": "{text}\n{rule}",
    "broken": "{text}\n{broken}",
    "equals": "{text}\n{equals}",
    "boxed": "{rule}\n{text}\n{rule}",
}
"""How a heading stands out; rules are broken where the old system ended its lines."""

_SPACED = {
    "CONFIDENTIAL": "C O N F I D E N T I A L",
    "SECRET": "S E C R E T",
    "UNCLASSIFIED": "UNCLAS",
}
_SENTENCE_ENDS = (".", "?", "!", ":", ";", '"', ")")


@dataclass(frozen=True, slots=True)
class Style:
    """Quirks of one rendering.

    Attributes:
        pilcrow: A key of `PILCROWS`.
        width: Columns after which lines are wrapped; 0 leaves paragraphs on one line.
        has_stray_captions: `SIPDIS` stands within sentences.
        is_linked: TAGS are markdown links.
        is_blank_spaced: Lines end in a blank.
        has_header: The transmission header is there.
        level: How the level of the classification line is written: `spaced` or `plain`.
        order: How the E.O. line opens, up to its value.
        subject_label: The label of the subject; None throws the dice.
        tag_joint: What stands between TAGS; None throws the dice.
        ref_label: How the label of a reference is written; None throws the dice.
        ref_joint: What stands between references.
        heading: A key of `HEADINGS`; None throws the dice.
        mark: How a portion mark is written.
        stop: What stands between a paragraph's number and its mark.
    """

    pilcrow: str = "character"
    width: int = 64
    has_stray_captions: bool = False
    is_linked: bool = False
    is_blank_spaced: bool = False
    has_header: bool = True
    level: str = "spaced"
    order: str = "E.O. 12958: DECL: "
    subject_label: str | None = None
    tag_joint: str | None = None
    ref_label: str | None = None
    ref_joint: str = "\n"
    heading: str | None = None
    mark: str = "({})"
    stop: str = ". "


def header_lines(cable: Cable) -> list[str]:
    """Format lines 1 to 8."""
    letter = cable.precedence_letter
    day = cable.sent_at.timetuple().tm_yday
    section = f"/01 {day:03d}" if cable.section_count > 1 else f" {day:03d}"
    circuit = cable.classification[0] * 5
    security = "ZNR" if cable.classification == "UNCLASSIFIED" else "ZNY"
    called = " ".join(r.routing_indicator or "" for r in cable.recipients[1:4]) or "RUEHC"
    lines = [
        cable.transmission_id,
        f"{letter * 2} {called}",
        f"DE {cable.post.routing_indicator} #{cable.serial % 10_000:04d}{section}"
        f"{cable.sent_at:%H%M}",
        f"{security} {circuit} ZZH",
        f"{letter} {cable.dtg}",
        f"FM {cable.post.plad}",
    ]
    role = None
    for recipient in cable.recipients:
        opening = f"{recipient.role} " if recipient.role != role else ""
        role = recipient.role
        word = f" {recipient.precedence}" if recipient.precedence != "ROUTINE" else ""
        serial = f" {recipient.message_serial}" if recipient.message_serial else ""
        lines.append(f"{opening}{recipient.routing_indicator}/{recipient.plad}{word}{serial}")
    return lines


def body_lines(cable: Cable, style: Style, seed: int) -> list[str]:
    """From the classification line to the signature."""
    dice = random.Random(f"{seed}/{cable.index}/{style.pilcrow}")
    lines = _opening(cable, style, dice)
    heading: str | None = None
    pages = _page_lines(cable)
    for paragraph in cable.paragraphs:
        if paragraph.heading is not None and paragraph.heading != heading:
            lines += _heading(paragraph.heading, style, dice)
        heading = paragraph.heading
        lines += [*_paragraph(paragraph, style, dice, pages), ""]
    lines += pages
    if dice.random() < 0.7 or cable.paragraphs[-1].rows:
        lines.append(cable.signed_by)
    else:
        while lines and not lines[-1]:
            lines.pop()
        if len(lines[-1].split()) < 2 or " OF 0" in lines[-1]:
            lines.append(cable.signed_by)
        else:
            lines[-1] += f" {cable.signed_by}"
    if style.is_blank_spaced:
        lines = [f"{line} " if dice.random() < 0.55 else line for line in lines]
    return lines


def _opening(cable: Cable, style: Style, dice: random.Random) -> list[str]:
    section = f" SECTION 01 OF {cable.section_count:02d}" if cable.section_count > 1 else ""
    level = _level(cable, style)
    noforn = " NOFORN" if "NOFORN" in cable.captions else ""
    lines = [f"{level}{noforn}{section} {cable.post.name} {cable.serial:06d}", ""]
    for caption in cable.captions:
        if caption != "NOFORN":
            lines += ["C O R R E C T E D C O P Y" if caption == COPY else caption, ""]
    if style.has_stray_captions and "SIPDIS" in cable.captions:
        lines += ["SIPDIS", ""]
    if cable.attention:
        lines += [cable.attention, ""]
    lines += [_order(cable, style, dice), *_tags(cable, style, dice)]
    label = dice.choice(("SUBJECT: ", "SUBJECT: ", "SUBJ: "))
    label = style.subject_label or label
    lines += [*wrap(label + cable.subject, min(style.width or 64, 64)), ""]
    blocks = [_refs(cable, style, dice), _author(cable, style)]
    dice.shuffle(blocks)
    for block in blocks:
        if block:
            lines += [*block, ""]
    return lines


def _level(cable: Cable, style: Style) -> str:
    spaced = _SPACED[cable.classification]
    return spaced if style.level == "spaced" else spaced.replace(" ", "")


def _order(cable: Cable, style: Style, dice: random.Random) -> str:
    if cable.declassify_on is None:
        return style.order.replace(" DECL: ", " ").replace("DECL ", "") + "N/A"
    form = dice.choice(("%m/%d/%Y", "%m/%d/%Y", "%Y/%m/%d"))
    return f"{style.order}{cable.declassify_on:{form}}"


def _tags(cable: Cable, style: Style, dice: random.Random) -> list[str]:
    tags = [f"[{tag}](#)" if style.is_linked else tag for tag in cable.tags]
    joint = dice.choice((", ", " "))
    return ["TAGS: " + (style.tag_joint or joint).join(tags)]


def _refs(cable: Cable, style: Style, dice: random.Random) -> list[str]:
    if not cable.refs:
        return []
    drawn = dice.choice(("{}. ", "({}) ", "{}) "))
    form = style.ref_label or drawn
    items = []
    for position, ref in enumerate(cable.refs):
        has_residue = style.pilcrow == "residue" and position and form == "{}. "
        residue = "[1](#)" if has_residue else ""
        notal = " (NOTAL)" if ref.is_notal else ""
        items.append(f"{residue}{form.format(ref.label)}{ref.raw}{notal}")
    return f"REF: {style.ref_joint.join(items)}".split("\n")


def _author(cable: Cable, style: Style) -> list[str]:
    if cable.classified_by is None:
        return []
    text = (
        f"Classified By: {cable.classifier_title} {cable.classified_by}, reasons 1.4 (b) and (d)."
    )
    return wrap(text, style.width or 71)


def _heading(heading: str, style: Style, dice: random.Random) -> list[str]:
    drawn = "plain" if dice.random() < 0.5 else "ruled"
    length = len(heading)
    text = HEADINGS[style.heading or drawn].format(
        text=heading,
        rule="-" * length,
        equals="=" * length,
        broken=f"{'-' * (length - 4)} ----",
    )
    return [*text.split("\n"), ""]


def _paragraph(
    paragraph: Paragraph, style: Style, dice: random.Random, pages: list[str]
) -> list[str]:
    number = dice.choice(PILCROWS[style.pilcrow]).format(n=paragraph.number)
    number = number.replace(". ", style.stop)
    text = f"{number}{style.mark.format(paragraph.classification)} {paragraph.lead}"
    lines = wrap(text, style.width) if style.width else [text]
    if pages and len(lines) > 4:
        lines = _interrupt(lines, pages, dice)
    elif style.has_stray_captions and len(lines) > 4 and dice.random() < 0.3:
        lines = _interrupt(lines, ["SIPDIS"], dice)
    return [*lines, *paragraph.rows]


def _interrupt(lines: list[str], noise: list[str], dice: random.Random) -> list[str]:
    """Put a line of noise between two lines of one sentence."""
    places = [
        index
        for index in range(1, len(lines))
        if len(lines[index - 1]) >= 50
        and not lines[index - 1].endswith(_SENTENCE_ENDS)
        and lines[index][:1].isalpha()
    ]
    if not places:
        return lines
    place = dice.choice(places)
    return [*lines[:place], "", noise.pop(0), "", *lines[place:]]


def _page_lines(cable: Cable) -> list[str]:
    name = cable.post.name[:10].strip()
    return [
        f"{name} {cable.serial:08d}  {section:03d} OF {cable.section_count:03d}"
        for section in range(2, cable.section_count + 1)
    ]


def wrap(text: str, width: int) -> list[str]:
    """Wrap at blanks, never within words."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]
