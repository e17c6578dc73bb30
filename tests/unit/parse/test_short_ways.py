"""Short ways through plain texts give what the long ways give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.parse.body import pilcrow
from transforms.parse.references import labels as ref_labels

POSTS = st.sampled_from(["OSLO", "NEW DELHI", "PORT VESPER", "STATE", "REF", "AND", "ST HALDEN"])
CABLES = st.builds(
    "{}{} {}{}".format,
    st.sampled_from(["", "07 ", "99 "]),
    POSTS,
    st.integers(0, 99_999),
    st.sampled_from(["", " (NOTAL)"]),
)


@given(
    cables=st.lists(CABLES, min_size=1, max_size=4),
    label=st.sampled_from(["({}) ", "{}. ", "{}) "]),
    gap=st.sampled_from([" ", ", ", "; "]),
)
def test_items_of_a_plain_block(cables: list[str], label: str, gap: str) -> None:
    items = [label.format(letter) + cable for letter, cable in zip("ABCD", cables, strict=False)]
    text = f" {gap.join(items)}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ref_labels, "_plain_items", lambda _: None)
        long_way = ref_labels.split_items(text)
    assert ref_labels.split_items(text) == long_way


@given(
    numbers=st.lists(st.integers(1, 12), max_size=6),
    mark=st.sampled_from([" (C)", " (S/NF)", ""]),
    pilcrow_sign=st.sampled_from(["", "¶", "1"]),
    gap=st.sampled_from(["", "\n", "\nThe board met and the"]),
)
def test_numbers_that_count_on(numbers: list[int], mark: str, pilcrow_sign: str, gap: str) -> None:
    lines = "\n".join(f"{pilcrow_sign}{n}.{mark} It opened.{gap}" for n in numbers).split("\n")
    special = range(len(lines))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pilcrow, "_count_plainly", lambda *_: None)
        long_way = pilcrow.number_paragraphs(lines, special)
    assert pilcrow.number_paragraphs(lines, special) == long_way
