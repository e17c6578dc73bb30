"""Words are counted as `split` would part them, whatever blanks there are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.parse.text.word_count import count_words


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), (" ", 0), ("pier", 1), ("the pier opened", 3), ("the  pier", 2), (" the pier ", 2),
     ("the\npier", 2), ("the\x1fpier", 2), ("the\u2009pier", 2), ("Port   215\tOslo", 3)],
)  # fmt: skip
def test_words_are_counted(text: str, count: int) -> None:
    assert count_words([text]) == count


@given(st.lists(st.text(alphabet="ab \n\t\x0b\x1c\x85\xa0é", max_size=12), max_size=3))
def test_any_blanks_part_words(texts: list[str]) -> None:
    assert count_words(texts) == sum(len(text.split()) for text in texts)
