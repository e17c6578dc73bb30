"""Texts cut into mentions, redactions and matches; nothing is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboards.pieces import cut_paragraph, cut_passage


def mention(raw: str, target: str | None = "08OSLO1") -> dict[str, object]:
    return {"raw": raw, "target_id": target}


CASES = [
    ("", [], []),
    ("No word of it.", [], [("text", "No word of it.")]),
    ("See ref A.", [mention("ref A")], [("text", "See "), ("mention", "ref A"), ("text", ".")]),
    ("ref A", [mention("ref A")], [("mention", "ref A")]),
    (
        "ref A and ref A",
        [mention("ref A"), mention("ref A")],
        [("mention", "ref A"), ("text", " and "), ("mention", "ref A")],
    ),
    (
        "refs A, C",
        [mention("refs A, C"), mention("refs A, C", "08OSLO2")],
        [("mention", "refs A, C")],
    ),
    ("Nothing here.", [mention("ref B")], [("text", "Nothing here.")]),
    (
        "XXXXXXXX of ref A",
        [mention("ref A")],
        [("redaction", "XXXXXXXX"), ("text", " of "), ("mention", "ref A")],
    ),
    ("reftel", [mention("reftel", None)], [("mention", "reftel")]),
]


@pytest.mark.parametrize(("text", "mentions", "expected"), CASES, ids=[c[0] for c in CASES])
def test_paragraphs(text: str, mentions: list, expected: list) -> None:
    assert [(piece.kind, piece.text) for piece in cut_paragraph(text, mentions)] == expected


def test_a_mention_of_two_cables_keeps_both() -> None:
    rows = [mention("refs A and C"), mention("refs A and C", "08OSLO2")]
    (piece,) = cut_paragraph("refs A and C", rows)
    assert [row["target_id"] for row in piece.mentions] == ["08OSLO1", "08OSLO2"]


@given(
    st.text("ref AXabc ", max_size=60),
    st.lists(st.sampled_from(["ref A", "a", "XXX", ""]), max_size=5),
)
def test_pieces_joined_are_the_text(text: str, raws: list[str]) -> None:
    pieces = cut_paragraph(text, [mention(raw) for raw in raws])
    assert "".join(piece.text for piece in pieces) == text


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("the \x02fog\x03 was", [("text", "the "), ("match", "fog"), ("text", " was")]),
        ("\x02fog\x03 \x02signal\x03", [("match", "fog"), ("text", " "), ("match", "signal")]),
        ("a stray \x03 mark \x02 of it", [("text", "a stray  mark  of it")]),
        ("\x02a\x02b\x03", [("text", "a"), ("match", "b")]),
        ("", []),
    ],
    ids=repr,
)
def test_passages(passage: str, expected: list) -> None:
    assert [(piece.kind, piece.text) for piece in cut_passage(passage)] == expected
