"""The composition: sources of truth, refusals, and what holds for any text."""

from __future__ import annotations

import random
import time
from datetime import datetime

import pytest
from builders import HEADER, OPENING, message, parsed, record
from hypothesis import example, given
from hypothesis import strategies as st

from samples.cables import invent
from samples.formats import render_plain
from samples.layout import PILCROWS, Style
from transforms.parse.cable import Cable
from transforms.parse.parse import parse
from transforms.read.record import Metadata, Refusal

BODY = "1. (C) The pier opened."
SENT = datetime(2008, 4, 1)


def test_the_header_gives_the_date() -> None:
    metadata = Metadata(sent_at=datetime(2008, 4, 2), sent_at_precision="day")
    cable = parsed(message(BODY), metadata=metadata)
    assert (cable.sent_at, cable.sent_at_source, cable.sent_at_precision) == (
        datetime(2008, 4, 1, 14, 30),
        "dtg",
        "minute",
    )


@pytest.mark.parametrize(("given", "day"), [(None, 1), (11, 11), (1, 1), (5, 1)])
def test_the_dump_confirms_a_date_that_the_de_line_would_mend(given: int | None, day: int) -> None:
    header = "DE RUEHNY #0417 0921430\nR 111430Z APR 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC"
    sent_at = datetime(2008, 4, given, 14) if given else None
    metadata = Metadata(sent_at=sent_at, sent_at_precision="hour")
    cable = parsed(message(BODY, header=header), metadata=metadata)
    assert cable.sent_at == datetime(2008, 4, day, 14, 30)


def test_without_a_header_the_dump_gives_the_date() -> None:
    metadata = Metadata(mrn="08OSLO417", sent_at=SENT, sent_at_precision="day")
    cable = parsed(message(BODY, header=""), metadata=metadata)
    assert (cable.sent_at, cable.sent_at_source, cable.sent_at_precision) == (
        SENT,
        "metadata",
        "day",
    )


def test_the_dumps_level_and_subject_stand_in() -> None:
    metadata = Metadata(classification="SECRET//NOFORN", subject="A PIER")
    opening = OPENING.replace("SUBJECT: FERRY MINISTER WANTS A SECOND PIER\n", "")
    cable = parsed(message(BODY, opening=opening), metadata=metadata)
    assert (cable.classification, cable.subject) == ("SECRET", "A PIER")


@pytest.mark.parametrize(
    ("given_id", "expected"),
    [
        ("08OSLO417", "08OSLO417"),
        ("08EFTOOSLO417", "08OSLO417"),
        ("08OSLO999", "08OSLO417"),  # the DE line says 0417
        (None, "08OSLO417"),
        ("rubbish", "08OSLO417"),
    ],
)
def test_the_text_and_the_dump_agree_on_an_id(given_id: str | None, expected: str) -> None:
    assert parsed(message(BODY), metadata=Metadata(mrn=given_id)).cable_id == expected


def test_the_dump_names_a_cable_whose_text_does_not() -> None:
    cable = parsed("1. (C) Only a body.", metadata=Metadata(mrn="08OSLO417"))
    assert (cable.cable_id, cable.mrn) == ("08OSLO417", None)
    assert [p.text for p in cable.paragraphs] == ["Only a body."]


@pytest.mark.parametrize(
    ("text", "reason"),
    [(" \n ", "no_text"), ("SUBJECT: A PIER\n\n1. Text.", "no_mrn"),
     (message(BODY, header=""), "no_mrn")],
    ids=["blank", "no-marking-line", "no-year"],
)  # fmt: skip
def test_what_cannot_be_named_is_refused(text: str, reason: str) -> None:
    result = parse(record(text))
    assert isinstance(result, Refusal)
    assert result.reason == reason


@pytest.mark.parametrize("joint", ["\n\n", "", " "])
def test_the_notice_of_a_partial_extract_is_no_text(joint: str) -> None:
    notice = (
        "This record is a partial extract of the original cable. "
        "The full text of the original cable is not available."
    )
    cable = parsed(
        f"{notice}{joint}{OPENING}\n\n{BODY}", metadata=Metadata(mrn="08OSLO417"), is_partial=True
    )
    assert cable.is_partial
    assert "partial" not in "".join(p.text for p in cable.paragraphs)
    assert (cable.classification, cable.subject) == (
        "CONFIDENTIAL",
        "FERRY MINISTER WANTS A SECOND PIER",
    )


def test_a_corrected_copy_is_known() -> None:
    opening = OPENING.replace("SIPDIS", "C O R R E C T E D C O P Y (TAGS)\n\nSIPDIS")
    cable = parsed(message(BODY, opening=opening))
    assert cable.is_corrected_copy
    assert cable.captions == ("CORRECTED COPY", "SIPDIS")


@pytest.mark.parametrize("pilcrow", PILCROWS)
@pytest.mark.parametrize("width", [0, 55, 69])
def test_an_invented_cable_comes_back(pilcrow: str, width: int) -> None:
    for index in range(12):
        truth = invent(index, 7, mean_sentences=4)
        style = Style(pilcrow, width, has_stray_captions=pilcrow == "residue", is_linked=True)
        cable = parsed(render_plain(truth, index, style))
        assert cable.cable_id == truth.cable_id
        assert [
            (p.number, p.classification, p.kind, p.heading, p.text) for p in cable.paragraphs
        ] == [(p.number, p.classification, p.kind, p.heading, p.text) for p in truth.paragraphs]
        assert [(r.label, r.target_id) for r in cable.refs] == [
            (r.label, r.target_id) for r in truth.refs
        ]
        assert (cable.signed_by, cable.subject) == (truth.signed_by, truth.subject)
        assert cable.coverage == 1.0


@given(st.text(max_size=600))
def test_no_text_raises(text: str) -> None:
    result = parse(record(text, metadata=Metadata(mrn="08OSLO417")))
    if isinstance(result, Cable):
        assert 0.0 <= result.coverage <= 1.0


@example(seed=4968, damage=28)  # a line that holds nothing but a pilcrow
@given(st.integers(0, 10_000), st.integers(1, 60))
def test_no_damage_raises_and_claims_never_overlap(seed: int, damage: int) -> None:
    dice = random.Random(seed)
    text = list(render_plain(invent(seed % 50, 1, mean_sentences=1), seed))
    for _ in range(damage):
        text[dice.randrange(len(text))] = dice.choice("\n¶1()[].:-é \tAX&8'\"")
    result = parse(record("".join(text), metadata=Metadata(mrn="08OSLO417")))
    assert isinstance(result, Cable)
    ends = 0
    for claim in result.claims:
        assert ends <= claim.start < claim.end <= len(text)
        ends = claim.end
    assert [p.ordinal for p in result.paragraphs] == list(range(1, len(result.paragraphs) + 1))


HOSTILE = {
    "blanks": " " * 1000,
    "dashes": "- " * 500,
    "stops": ". " * 500,
    "brackets": "(((" * 300,
    "links": "[1](#" * 200,
    "capitals": "A B C D " * 120,
    "digits": "1 2 3 4 " * 120,
    "rules": "---- " * 200,
    "words": "REF A. STATE 1 " * 60,
    "spaced": "C O N F I D E N T I A L " * 40,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length_only(name: str) -> None:
    """Twice the text may take three times as long, never more: no pattern blows up."""

    def seconds(count: int) -> float:
        text = message("REF: " + (HOSTILE[name] + "\n") * count)
        best = 1e9
        for _ in range(3):
            started = time.process_time()
            parse(record(text))
            best = min(best, time.process_time() - started)
        return best

    small, large = seconds(20), seconds(80)
    assert large < 4 * 3 * max(small, 0.004)


def test_the_same_text_gives_the_same_cable() -> None:
    text = message(BODY, header=HEADER)
    assert parsed(text) == parsed(text)
