"""Texts are cut and looked up as arrays of bytes, with the results that going through them has."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from searched import Text, empty_warehouse, found, put

from warehouse import search_spellings
from warehouse.search_hashes import Numbering
from warehouse.search_index import update_search_index
from warehouse.search_spellings import cut
from warehouse.search_words import spread

ODD_TEXTS = ["", " ", "  fog  ", "pier fog pier", "é日本 x", "ab ba aab", "a\nb\tc", "fog " * 40]


def _check_cut(texts: list[str]) -> None:
    spellings = cut(pa.array([f"{text} " for text in texts], pa.string()))
    expected = [text.split(" ") for text in texts]
    written = [spelling for parts in expected for spelling in parts]
    assert spellings.text_counts.tolist() == [len(parts) for parts in expected]
    assert spellings.written(np.arange(len(written))).to_pylist() == written
    hashes: dict[str, int] = {}
    for spelling, hashed in zip(written, spellings.hashes.tolist(), strict=True):
        assert hashes.setdefault(spelling, hashed) == hashed
    assert len(set(hashes.values())) == len(hashes)


@pytest.mark.parametrize("slice_bytes", [1, 3, 8, 1 << 15])
def test_texts_are_cut_at_blanks(slice_bytes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_spellings, "_SLICE_BYTES", slice_bytes)
    _check_cut(ODD_TEXTS)


@given(texts=st.lists(st.text(st.sampled_from("ab \né日")), min_size=1))
def test_any_texts_are_cut_at_blanks(texts: list[str]) -> None:
    _check_cut(texts)


def test_a_slice_of_texts_is_cut_like_the_texts_themselves() -> None:
    texts = pa.array([f"{text} " for text in ODD_TEXTS])
    part = cut(texts.slice(3, 2))
    assert part.hashes.tolist() == cut(pa.array(texts.to_pylist()[3:5])).hashes.tolist()


@given(
    known=st.sets(st.integers(0, 40)),
    lists=st.lists(st.lists(st.integers(0, 90)), max_size=6),
    shift=st.sampled_from([0, 30, 56]),
)
def test_hashes_are_numbered_as_a_dictionary_would(
    known: set[int], lists: list[list[int]], shift: int
) -> None:
    def hashed(numbers: Any) -> Any:
        # Bits that are all alike make many want the same slot.
        return np.array([(2 * number) << shift for number in numbers], np.uint64)

    numbering = Numbering(hashed(known))
    numbers = {number: place for place, number in enumerate(known)}
    for sought in lists:
        given_numbers, firsts = numbering.find(hashed(sought))
        for number, first in enumerate(firsts.tolist(), len(numbers)):
            assert sought[first] not in sought[:first]
            assert numbers.setdefault(sought[first], number) == number
        assert given_numbers.tolist() == [numbers[one] for one in sought]


def test_spreading() -> None:
    starts, sizes = np.array([5, 9, 0], np.int32), np.array([2, 0, 3], np.int32)
    assert spread(starts, sizes).tolist() == [5, 6, 0, 1, 2]


@pytest.mark.parametrize(
    ("query", "is_simple", "is_one_word"),
    [
        ("fog", True, True),
        ("Fog signal", True, False),
        ('"fog"', False, False),
        ("fo*", False, False),
        ("f16", False, False),
        ("brouillé", False, False),
    ],
)
def test_what_is_known_of_a_query_before_it_is_run(
    empty: Any, query: str, is_simple: bool, is_one_word: bool
) -> None:
    sql = "SELECT search_index.is_simple($1), search_index.is_one_word($1)"
    assert empty.execute(sql, [query]).fetchall() == [(is_simple, is_one_word)]


def test_forms_of_a_word_from_many_loads_rank_together() -> None:
    with empty_warehouse() as connection:
        for number, word in enumerate(["open", "opened", "gull", "opening", "opens"], 1):
            put(connection, Text(f"08OSLO{number}", None, [word], f"{number:016d}"))
            update_search_index(connection)
        assert sorted(cable_id for cable_id, _ in found(connection, "opened")) == [
            "08OSLO1",
            "08OSLO2",
            "08OSLO4",
            "08OSLO5",
        ]
        rows = connection.execute(
            "SELECT form, passage_count FROM search_index.vocabulary WHERE stem = 'open'"
        ).fetchall()
        assert sorted(rows) == [(0, 4), (1, 4), (2, 4), (3, 4)]
