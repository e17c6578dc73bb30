"""Names follow from content alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transforms.read.record import Member, Place
from transforms.tables.identity import hash_content, name_batch, name_sighting, squeeze

SHAS = st.lists(st.text("0123456789abcdef", min_size=64, max_size=64), min_size=1, max_size=6)


@given(SHAS, st.randoms())
def test_the_order_of_inputs_does_not_matter(shas: list[str], random) -> None:
    shuffled = list(shas)
    random.shuffle(shuffled)
    assert name_batch(shas, "1.0.0", "1") == name_batch(shuffled, "1.0.0", "1")


def test_every_part_of_a_batch_changes_its_name() -> None:
    names = {
        name_batch(["a" * 64], "1.0.0", "1"),
        name_batch(["b" * 64], "1.0.0", "1"),
        name_batch(["a" * 64, "a" * 64], "1.0.0", "1"),
        name_batch(["a" * 64], "1.0.1", "1"),
        name_batch(["a" * 64], "1.0.0", "2"),
    }
    assert len(names) == 5


def test_every_part_of_a_place_changes_the_name_of_a_sighting() -> None:
    def place(uri: str = "a.zip", path: str | None = "b", record: int = 1) -> Place:
        return Place(Member(uri, path, "f" * 64), record=record)

    names = {
        name_sighting("1", place()),
        name_sighting("2", place()),
        name_sighting("1", place(uri="a.zi", path="pb")),
        name_sighting("1", place(path=None)),
        name_sighting("1", place(record=2)),
    }
    assert len(names) == 5
    assert all(len(name) == 16 for name in names)


@given(st.text())
def test_white_space_does_not_make_another_text(text: str) -> None:
    spread = text.replace(" ", " \n ")
    assert hash_content(squeeze(text)) == hash_content(squeeze(f"\n {spread} \n"))


def test_a_lone_surrogate_has_a_hash() -> None:
    assert len(hash_content("\ud800")) == 64
