"""A parsed cable -> a plain text of the same cable, in the plainest form that there is."""

from __future__ import annotations

from transforms.parse.cable import Cable, Paragraph, Ref, Tag

_LETTERS = {"ROUTINE": "R", "PRIORITY": "P", "IMMEDIATE": "O", "FLASH": "Z"}


def render(cable: Cable) -> str:
    """The text; what the cable lacks is left out."""
    return "\n\n".join(part for part in (_header(cable), _opening(cable), _body(cable)) if part)


def _header(cable: Cable) -> str:
    letter = _LETTERS.get(cable.precedence or "", "")
    lines = [
        cable.transmission_id,
        f"{letter} {cable.dtg}".strip() if cable.dtg else None,
        f"FM {cable.origin}" if cable.origin else None,
    ]
    for recipient in cable.recipients:
        name = "/".join(filter(None, (recipient.routing_indicator, recipient.plad)))
        parts = (recipient.role, name, recipient.precedence, recipient.message_serial)
        lines.append(" ".join(filter(None, parts)))
    return "\n".join(filter(None, lines))


def _opening(cable: Cable) -> str:
    count = f"SECTION 01 OF {cable.section_count:02d}" if cable.section_count > 1 else ""
    marking = " ".join(filter(None, (cable.body_classification, count, cable.mrn)))
    order = cable.declassify_note or ""
    if cable.declassify_on:
        order = f"DECL: {cable.declassify_on:%m/%d/%Y}"
    blocks = [
        marking,
        *cable.captions,
        cable.attention,
        f"E.O. {cable.executive_order}: {order or 'N/A'}" if cable.executive_order else None,
        f"TAGS: {', '.join(map(_tag, cable.tags))}" if cable.tags else None,
        f"SUBJECT: {_mark(cable.subject_mark)}{cable.subject}" if cable.subject else None,
        "REF: " + "\n".join(map(_ref, cable.refs)) if cable.refs else None,
        _author(cable),
    ]
    return "\n\n".join(filter(None, blocks))


def _mark(mark: str | None) -> str:
    return f"({mark}) " if mark else ""


def _tag(tag: Tag) -> str:
    return f"({tag.tag})" if tag.kind == "person" else tag.tag


def _ref(ref: Ref) -> str:
    label = f"{ref.label}. " if ref.label else ""
    return f"{label}{ref.raw}{' (NOTAL)' if ref.is_notal and 'NOTAL' not in ref.raw else ''}"


def _author(cable: Cable) -> str | None:
    if cable.classified_by is None:
        return None
    person = " ".join(filter(None, (cable.classifier_title, cable.classified_by)))
    reasons = ", ".join(cable.classification_reasons)
    return f"Classified By: {person}, reasons {reasons}." if reasons else f"Classified By: {person}"


def _body(cable: Cable) -> str:
    parts: list[str] = []
    heading: str | None = None
    for paragraph in cable.paragraphs:
        if paragraph.heading is not None and paragraph.heading != heading:
            parts.append(paragraph.heading)
        heading = paragraph.heading
        parts.append(_paragraph(paragraph))
    return "\n\n".join([*parts, cable.signed_by or ""]).strip()


def _paragraph(paragraph: Paragraph) -> str:
    number = f"{paragraph.number}. " if paragraph.number is not None else ""
    return f"{number}{_mark(paragraph.classification)}{paragraph.text}"
