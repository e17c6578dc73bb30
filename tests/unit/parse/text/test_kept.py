"""What short texts were read as is kept, long ones are read anew."""

from __future__ import annotations

import pytest

from transforms.parse.text.kept import keep_short


@pytest.mark.parametrize(("length", "reads"), [(1, 1), (200, 1), (201, 3)])
def test_only_short_texts_are_kept(length: int, reads: int) -> None:
    read: list[str] = []

    @keep_short(maxsize=2)
    def measure(text: str, more: int) -> int:
        read.append(text)
        return len(text) + more

    assert [measure("x" * length, 1) for _ in range(3)] == [length + 1] * 3
    assert len(read) == reads


def test_another_argument_is_another_answer_and_the_oldest_go() -> None:
    read: list[str] = []

    @keep_short(maxsize=2)
    def join(text: str, more: str) -> str:
        read.append(text)
        return text + more

    assert (join("a", "1"), join("a", "2"), join("b", "1"), join("a", "1")) == (
        "a1",
        "a2",
        "b1",
        "a1",
    )
    assert len(read) == 4
