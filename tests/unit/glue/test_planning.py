"""Files are gathered into batches of bounded size, whatever their order."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from cablehouse.landing import InputFile
from cablehouse.planning import MAX_BATCHES, Batch, plan_batches


def _file(name: str, content: int, size: int = 10) -> InputFile:
    return InputFile(
        uri=name, sha256=f"{content:064x}", size_bytes=size, modified_at=datetime(2026, 1, 1)
    )


def _plan(files: list[InputFile], batch_bytes: int = 100, batch_files: int = 10) -> list[Batch]:
    return plan_batches(
        files,
        batch_bytes=batch_bytes,
        batch_files=batch_files,
        parser_version="1.0.0",
        schema_version="1",
    )


def test_no_files_make_no_batches() -> None:
    assert _plan([]) == []


def test_a_batch_is_closed_when_its_bytes_are_full() -> None:
    batches = _plan([_file(f"{n}", n, 40) for n in range(5)])
    assert [len(batch.inputs) for batch in batches] == [2, 2, 1]


def test_a_batch_is_closed_when_its_files_are_full() -> None:
    batches = _plan([_file(f"{n:02}", n, 1) for n in range(25)])
    assert [len(batch.inputs) for batch in batches] == [10, 10, 5]


def test_a_file_larger_than_a_batch_has_its_own() -> None:
    batches = _plan([_file("a", 1), _file("b", 2, 1000), _file("c", 3)])
    assert [[f.uri for f in batch.inputs] for batch in batches] == [["a"], ["b"], ["c"]]


def test_copies_of_one_content_share_a_batch_so_that_ids_differ() -> None:
    batches = _plan([_file(name, 7, 90) for name in ("a", "b", "c")])
    assert [[f.uri for f in batch.inputs] for batch in batches] == [["a", "b", "c"]]


def test_there_are_never_more_batches_than_the_scheduler_can_map() -> None:
    assert len(_plan([_file(f"{n}", n, 100) for n in range(3000)])) <= MAX_BATCHES


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 150)), unique_by=lambda t: t[0], max_size=20
    ),
    st.randoms(),
)
def test_every_file_is_in_one_batch_and_order_does_not_matter(
    shapes: list[tuple[int, int]], random
) -> None:
    files = [_file(f"f{n}", n % 11, size) for n, size in shapes]
    shuffled = list(files)
    random.shuffle(shuffled)
    batches = _plan(files)
    assert batches == _plan(shuffled)
    assert sorted(f.uri for b in batches for f in b.inputs) == sorted(f.uri for f in files)
    assert len({b.batch_id for b in batches}) == len(batches)
