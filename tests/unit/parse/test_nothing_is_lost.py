"""Whatever the body looks like: each word ends somewhere, and the parse of it is the same twice."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest
from builders import CORPUS, message, parsed, read_path
from hypothesis import example, given
from hypothesis import strategies as st

from transforms.parse.body.paragraphs import parse_body
from transforms.parse.cable import Cable
from transforms.parse.parse import parse
from transforms.parse.text.message import split_text
from transforms.parse.text.page_noise import find_inline_noise, noise_of
from transforms.read.record import Record

WORD = re.compile(r"[A-Za-z]{4,}")
PIECES = [
    "1. (C) Summary: The harbor board objected.",
    "12. (SBU) The ferry minister promised",
    "¶3. The pilots drank coffee, saying that the",
    "[1](#)4. (C/NF) Comment: Nobody came. End comment.",
    "tide tables had been ignored.",
    "18. Tickets were sold.",
    "2009. Later the quay closed.",
    "The Pier and Its Critics",
    "------------------------",
    "FEES RISE",
    "-- first point about cranes",
    "(a) second point about ropes",
    "Port      2005   2006",
    "Elder       12     13",
    "BEGIN TEXT",
    "END TEXT",
    "END SUMMARY.",
    "XXXXXXXXXXXX said little",
    "OSLO 00000417  002 OF 003",
    "SIPDIS",
    "CONFIDENTIAL",
    "",
    "",
    "",
    "re-",
    "election of the harbor master",
    "(C) A marked paragraph stands alone.",
    "Visit Oslo's Classified Website: http://www.example.gov/",
    "*****",
    "=== WEATHER ===",
    "1. SUMMARY",
    "2. (U) COMMENT",
    "DRAFTED BY: QUILL",
    "PARTICIPANTS:",
    "Minister Bell (notetaker)",
    "UNCLAS SECTION 02 OF 03 OSLO 000417",
    "SUBJECT: SECOND PIER",
    "(C//NF) Marked without number.",
    "[1](#)B. lettered thing",
    "(1) one thing",
    "Regards,",
    "BELLWEATHER",
    "it ended. ¶5. (C) Glued text follows. OSLO 00000417 002 OF 003 and goes on",
]


@example(["tide tables had been ignored.", "*****", "END TEXT"])
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_every_word_ends_somewhere(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    body = parse_body(split_text(text))
    found = " ".join(
        [
            *(p.text for p in body.paragraphs),
            *(p.heading for p in body.paragraphs if p.heading),
            body.signed_by or "",
        ]
    )
    claimed = [
        text[claim.start : claim.end]
        for claim in body.claims
        if claim.what in {"paragraphs.text", "paragraphs.heading"}
    ]
    known = set(WORD.findall(found))
    for span in claimed:
        assert set(WORD.findall(span.replace("re-\nelection", "reelection"))) <= known | {
            "election",
            "reelection",
        }
    covered = sorted((claim.start, claim.end) for claim in body.claims)
    rest = list(text)
    for start, end in covered:
        rest[start:end] = " " * (end - start)
    assert not "".join(rest).strip()


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_no_noise_and_no_residue_is_left(pieces: list[str]) -> None:
    for paragraph in parse_body(split_text("\n".join(pieces))).paragraphs:
        assert "¶" not in paragraph.text
        assert "[1]" not in paragraph.text
        for line in paragraph.text.split("\n"):
            assert noise_of(line) is None
            assert find_inline_noise(line) is None


@given(st.text(alphabet="1234.()C¶-= \nabT:|", max_size=300))
def test_ordinals_count_and_texts_are_never_padded(text: str) -> None:
    body = parse_body(split_text(text))
    assert [p.ordinal for p in body.paragraphs] == list(range(1, len(body.paragraphs) + 1))
    for paragraph in body.paragraphs:
        assert paragraph.text == paragraph.text.strip("\n")
        assert paragraph.heading != ""


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [("", []), ("The pier opened.", ["The pier opened."]), ("1.", [""]), ("-----", []),
     ("SIPDIS", []), ("1. (C) It opened.", ["It opened."]),
     ("A.\n\nB.\n\nC.", ["A.", "B.", "C."])],
    ids=["nothing", "one-line", "only-a-number", "only-a-rule", "only-noise", "one", "unnumbered"],
)  # fmt: skip
def test_the_smallest_bodies(body: str, paragraphs: list[str]) -> None:
    assert [p.text for p in parse_body(split_text(body)).paragraphs] == paragraphs


def test_a_body_without_header_and_labels() -> None:
    body = parse_body(split_text("1. (C) It opened.\n\n2. (C) It closed.\n\nMOSS"))
    assert [(p.number, p.text) for p in body.paragraphs] == [(1, "It opened."), (2, "It closed.")]
    assert body.signed_by == "MOSS"


def test_parsing_a_rendered_parse_gives_the_same_parse() -> None:
    text = message(
        "SUMMARY\n-------\n\n1. (C) It opened.\n\nThe Pier\n--------\n\n2. (SBU) It is long:\n"
        "-- very\n-- long\n\n3. (C/NF) Comment: It will wait. End comment."
    )
    first = parsed(text)
    parts: list[str] = []
    for paragraph, above in zip(first.paragraphs, (None, *first.paragraphs), strict=False):
        if paragraph.heading and (above is None or above.heading != paragraph.heading):
            parts.append(f"{paragraph.heading}\n{'-' * len(paragraph.heading)}")
        parts.append(f"{paragraph.number}. ({paragraph.classification}) {paragraph.text}")
    assert parsed(message("\n\n".join(parts))).paragraphs == first.paragraphs


def _corpus() -> list[Record]:
    if not CORPUS.exists():
        return []
    return [item for item in read_path(CORPUS) if isinstance(item, Record)]


PILCROWS = {"link": "[1](#)", "replacement": "\ufffd", "mojibake": "Â¶", "mixed": ""}


@pytest.mark.skipif(not CORPUS.exists(), reason="the real sample lies beside the project")
@pytest.mark.parametrize("name", PILCROWS)
def test_real_cables_keep_their_numbers_in_every_spelling(name: str) -> None:
    for item in _corpus():
        dice = random.Random(1)
        signs = ["¶", "[1](#)", "\ufffd"] if name == "mixed" else [PILCROWS[name]]
        text = re.sub("¶", lambda _, signs=signs, dice=dice: dice.choice(signs), item.text)
        plain, respelt = parse(item), parse(replace(item, text=text))
        assert isinstance(plain, Cable)
        assert isinstance(respelt, Cable)
        assert [p.number for p in respelt.paragraphs] == [p.number for p in plain.paragraphs]


@pytest.mark.skipif(not CORPUS.exists(), reason="the real sample lies beside the project")
def test_real_cables_leave_no_noise() -> None:
    for item in _corpus():
        cable = parse(item)
        assert isinstance(cable, Cable)
        for paragraph in cable.paragraphs:
            assert not re.search(r"¶|\[1\]\(|\bSIPDIS\b|\d{8} +\d{3}(?:\.\d)? OF", paragraph.text)
            assert not re.search(r"^[-=*_]{3,}$", paragraph.text, re.MULTILINE)
