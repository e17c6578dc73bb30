"""An invented cable: the truth that renderings are made from."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from samples.vocabulary import Post, posts, sentences, words
from transforms.codes.tags import tag_kind

_LEVELS = ("UNCLASSIFIED", "CONFIDENTIAL", "SECRET")
_MARKS = {"UNCLASSIFIED": ("U", "SBU"), "CONFIDENTIAL": ("C", "C", "U"), "SECRET": ("S", "S", "C")}
_PRECEDENCES = {"R": "ROUTINE", "P": "PRIORITY", "O": "IMMEDIATE"}
_REDACTION = "XXXXXXXXXXXX"
_MATTER = 8
"""Cables in a row that are about one matter: they share a place, and cite each other."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `text` is as it must come out, `rows` are lines that keep their breaks."""

    number: int
    classification: str
    kind: str
    heading: str | None
    lead: str
    rows: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text as `paragraphs.text` must have it."""
        return "\n".join((self.lead, *self.rows))


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to another cable."""

    label: str
    raw: str
    target_id: str
    is_notal: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference in running text."""

    paragraph_ordinal: int
    kind: str
    raw: str
    label: str | None
    target_id: str | None


@dataclass(frozen=True, slots=True)
class Recipient:
    """An addressee."""

    role: str
    routing_indicator: str | None
    plad: str
    precedence: str
    message_serial: str | None


COPY = "CORRECTED COPY"


@dataclass(frozen=True, slots=True)
class Cable:
    """An invented cable; names of fields are the columns of `cables`."""

    index: int
    post: Post
    serial: int
    sent_at: datetime
    precedence_letter: str
    classification: str
    captions: tuple[str, ...]
    section_count: int
    attention: str | None
    declassify_on: date | None
    classified_by: str | None
    classifier_title: str | None
    classification_reasons: tuple[str, ...]
    subject: str
    signed_by: str
    transmission_id: str
    tags: tuple[str, ...]
    refs: tuple[Ref, ...]
    recipients: tuple[Recipient, ...]
    paragraphs: tuple[Paragraph, ...]
    mentions: tuple[Mention, ...]

    @property
    def cable_id(self) -> str:
        """The canonical MRN."""
        return f"{self.sent_at:%y}{self.post.canonical}{self.serial}"

    @property
    def precedence(self) -> str:
        """The precedence in words."""
        return _PRECEDENCES[self.precedence_letter]

    @property
    def dtg(self) -> str:
        """The date-time group."""
        return f"{self.sent_at:%d%H%M}Z {self.sent_at:%b %y}".upper()

    @property
    def tag_rows(self) -> tuple[tuple[str, str], ...]:
        """Tags with their kinds."""
        return tuple((tag, tag_kind(tag)) for tag in self.tags)


def invent(index: int, seed: int, *, mean_sentences: int = 9) -> Cable:
    """Invent one cable.

    Args:
        index: Its number from 0; each cable has dice of its own, so small dumps are the beginning
            of large ones.
        seed: Another seed gives other cables.
        mean_sentences: Sentences of a paragraph on average; lengths have a long tail.
    """
    dice, post, sent_at = _sender(index, seed)
    level = dice.choices(_LEVELS, (50, 38, 12))[0]
    letter = dice.choices("RPO", (60, 30, 10))[0]
    is_classified = level != "UNCLASSIFIED"
    paragraphs = _paragraphs(dice, level, mean_sentences)
    refs = _refs(dice, index, seed, sent_at)
    paragraphs, mentions = _mention(dice, paragraphs, refs, sent_at)
    section_count = max(1, min(9, sum(len(p.text) for p in paragraphs) // 3500 + 1))
    return Cable(
        index=index,
        post=post,
        serial=1 + index,
        sent_at=sent_at,
        precedence_letter=letter,
        classification=level,
        captions=_captions(dice, level),
        section_count=section_count,
        attention=f"DEPT FOR {dice.choice(words('offices'))}" if dice.random() < 0.5 else None,
        declassify_on=date(sent_at.year + 10, sent_at.month, min(sent_at.day, 28))
        if is_classified
        else None,
        classified_by=str(dice.choice(words("people"))) if is_classified else None,
        classifier_title="DCM" if is_classified else None,
        classification_reasons=("1.4(B)", "1.4(D)") if is_classified else (),
        subject=_subject(dice, index, seed),
        signed_by=dice.choice(words("signers")),
        transmission_id=f"VZCZCXRO{dice.randrange(10_000):04d}",
        tags=_tags(dice, post),
        refs=refs,
        recipients=_recipients(dice, post, _PRECEDENCES[letter]),
        paragraphs=paragraphs,
        mentions=mentions,
    )


def redacted(cable: Cable) -> Cable:
    """The same cable with names blacked out: the worse text of the two."""
    first, *rest = cable.paragraphs
    lead = f"{_REDACTION} told us so. {first.lead}"
    return replace(cable, paragraphs=(replace(first, lead=lead), *rest))


def shortened(cable: Cable) -> Cable:
    """The same cable without its last paragraph: the worse text of the two."""
    last = len(cable.paragraphs)
    return replace(
        cable,
        paragraphs=cable.paragraphs[:-1],
        mentions=tuple(m for m in cable.mentions if m.paragraph_ordinal < last),
    )


def corrected(cable: Cable) -> Cable:
    """The same cable as a corrected copy: the better text of the two."""
    place = cable.captions.index("SIPDIS")
    captions = (*cable.captions[:place], COPY, *cable.captions[place:])
    return replace(cable, captions=captions)


def _captions(dice: random.Random, level: str) -> tuple[str, ...]:
    captions = ["SIPDIS"]
    if level == "SECRET" and dice.random() < 0.5:
        captions.insert(0, "NOFORN")
    if level == "UNCLASSIFIED" and dice.random() < 0.4:
        captions.append("SENSITIVE")
    return tuple(captions)


def _subject(dice: random.Random, index: int, seed: int) -> str:
    place = str(random.Random(f"{seed}/matter {index // _MATTER}").choice(words("places")))
    return f"{place.upper()}: {dice.choice(words('subjects'))}"


def _tags(dice: random.Random, post: Post) -> tuple[str, ...]:
    chosen = dice.sample(words("tags"), dice.randint(1, 5))
    return (*chosen, post.tag)


def _sender(index: int, seed: int) -> tuple[random.Random, Post, datetime]:
    """The dice of a cable, already thrown for the post that sends it and the moment."""
    dice = random.Random(f"{seed}/{index}")
    post = dice.choice(posts())
    sent_at = datetime(2003, 1, 1) + timedelta(minutes=dice.randrange(7 * 365 * 24 * 60))
    return dice, post, sent_at


def _refs(dice: random.Random, index: int, seed: int, sent_at: datetime) -> tuple[Ref, ...]:
    refs: list[Ref] = []
    for _ in range(dice.choice((0, 0, 1, 2, 3, 4))):
        cited, year, serial = _cited(dice, index, seed, sent_at)
        prefix = f"{year % 100:02d} " if year != sent_at.year else ""
        target = f"{year % 100:02d}{cited.canonical}{serial}"
        if serial != 1 + index and target not in {ref.target_id for ref in refs}:
            raw = f"{prefix}{cited.name} {serial}"
            refs.append(Ref("ABCD"[len(refs)], raw, target, dice.random() < 0.1))
    return tuple(refs)


def _cited(dice: random.Random, index: int, seed: int, sent_at: datetime) -> tuple[Post, int, int]:
    """Post, year and serial of a cited cable: of the same matter, its instruction, or another.

    Cables of one matter make threads that the dump holds; the instruction, which is in no dump, is
    what several of them cite; the others are in no dump either.
    """
    chance = dice.random()
    if chance < 0.5:
        first = index - index % _MATTER
        senders = [(*_sender(n, seed)[1:], n) for n in range(first, first + _MATTER)]
        if earlier := [sender for sender in senders if sender[1] < sent_at]:
            post, at, number = dice.choice(earlier)
            return post, at.year, 1 + number
    year = sent_at.year - (dice.random() < 0.25)
    if chance < 0.6:
        return posts()[-1], 2003, 90_000 + index // _MATTER
    post, number = dice.choice(posts()), dice.randrange(index + 30)
    if post == _sender(number, seed)[1]:  # that cable may be in the dump, and younger
        post = posts()[posts().index(post) - 1]
    return post, year, 1 + number


def _mention(
    dice: random.Random, paragraphs: tuple[Paragraph, ...], refs: tuple[Ref, ...], sent_at: datetime
) -> tuple[tuple[Paragraph, ...], tuple[Mention, ...]]:
    """End some paragraphs, summaries and those with rows aside, by naming a cable."""
    found: list[Paragraph] = []
    mentions: list[Mention] = []
    for ordinal, paragraph in enumerate(paragraphs, 1):
        if paragraph.kind != "body" or paragraph.rows or dice.random() > 0.25:
            found.append(paragraph)
            continue
        if refs and dice.random() < 0.7:
            ref = dice.choice(refs)
            raw = f"ref {ref.label}"
            mentions.append(Mention(ordinal, "label", raw, ref.label, ref.target_id))
        else:
            post, serial = dice.choice(posts()), dice.randrange(100, 100_000)
            raw = f"{sent_at:%y} {post.name} {serial}"
            target = f"{sent_at:%y}{post.canonical}{serial}"
            mentions.append(Mention(ordinal, "cable", raw, None, target))
        found.append(replace(paragraph, lead=f"{paragraph.lead} (See {raw}.)"))
    return tuple(found), tuple(mentions)


def _recipients(dice: random.Random, post: Post, precedence: str) -> tuple[Recipient, ...]:
    department = posts()[-1]
    found = [
        Recipient("TO", department.routing_indicator, department.plad, precedence, _count(dice))
    ]
    for other in dice.sample(posts()[:-1], dice.randint(0, 6)):
        if other != post:
            serial = _count(dice) if dice.random() < 0.8 else None
            found.append(Recipient("INFO", other.routing_indicator, other.plad, precedence, serial))
    if dice.random() < 0.3:
        found.append(Recipient("INFO", "RUCNXYZ", "LAGOON STATES COLLECTIVE", precedence, None))
    return tuple(found)


def _count(dice: random.Random) -> str:
    return f"{dice.randrange(1, 10_000):04d}"


def _paragraphs(dice: random.Random, level: str, mean: int) -> tuple[Paragraph, ...]:
    count = max(2, min(30, round(dice.lognormvariate(1.9, 0.5))))
    found: list[Paragraph] = []
    heading: str | None = None
    has_headings = dice.random() < 0.6
    for number in range(1, count + 1):
        mark = dice.choice(_MARKS[level])
        if number == 1:
            lead = f"Summary: {_text(dice, mean)} End summary."
            found.append(Paragraph(number, mark, "summary", None, lead))
            continue
        if has_headings and (heading is None or dice.random() < 0.3):
            heading = str(dice.choice(words("headings")))
        if number == count and dice.random() < 0.5:
            lead = f"Comment: {_text(dice, mean)} End comment."
            found.append(Paragraph(number, mark, "comment", heading, lead))
            continue
        lead, rows = _text(dice, mean), _rows(dice)
        if rows:
            lead = f"{lead} The figures are:"
        found.append(Paragraph(number, mark, "body", heading, lead, rows))
    return tuple(found)


def _text(dice: random.Random, mean: int) -> str:
    count = max(1, min(6 * mean, round(dice.lognormvariate(0, 0.6) * mean * 0.85)))
    return " ".join(dice.choices(sentences(), k=count))


def _rows(dice: random.Random) -> tuple[str, ...]:
    if dice.random() < 0.08:
        return tuple(
            f"{place:<20}{dice.randrange(100, 999):>8}{dice.randrange(100, 999):>8}"
            for place in dice.sample(words("places"), 3)
        )
    if dice.random() < 0.1:
        return tuple(f"-- {place}: second berth" for place in dice.sample(words("places"), 3))
    return ()
