"""Large files are hashed once, and again whenever they may have changed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cablehouse import hashes
from cablehouse.hashes import Hashes
from cablehouse.landing import find_inputs

LATER = 10_000_000_000


@pytest.fixture
def dump(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dump that counts as large, hashed and kept."""
    monkeypatch.setattr(hashes, "LARGE", 4)
    path = tmp_path / "dump.csv"
    path.write_bytes(b"first")
    known = Hashes(tmp_path / "hashes.json")
    (file,) = find_inputs([str(path)], hashes=known)
    known.keep(str(path), file.sha256, time.time_ns() + LATER)
    known.save()
    return path


def _recalled(dump: Path) -> bool:
    return Hashes(dump.with_name("hashes.json")).recall(str(dump)) is not None


def test_what_is_known_is_not_read(dump: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = find_inputs([str(dump)])
    monkeypatch.setattr(
        "cablehouse.landing.open_source", lambda uri: pytest.fail(f"{uri} was read")
    )
    assert find_inputs([str(dump)], hashes=Hashes(dump.with_name("hashes.json"))) == before


def _rewrite_with_the_old_times(path: Path) -> None:
    times = path.stat()
    path.write_bytes(b"other")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def _replace(path: Path) -> None:
    path.with_name("new").write_bytes(b"other")
    path.with_name("new").replace(path)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda path: path.write_bytes(b"firsts"), id="longer"),
        pytest.param(lambda path: path.write_bytes(b"other"), id="as long"),
        pytest.param(_rewrite_with_the_old_times, id="as long, with the old times"),
        pytest.param(_replace, id="another file under its name"),
        pytest.param(lambda path: path.unlink(), id="gone"),
        pytest.param(
            lambda path: path.with_name("hashes.json").write_text('{"a": 1}'), id="damaged memory"
        ),
        pytest.param(lambda path: path.with_name("hashes.json").unlink(), id="no memory"),
    ],
)
def test_what_may_have_changed_is_read(dump: Path, change: Callable[[Path], object]) -> None:
    assert _recalled(dump)
    time.sleep(0.01)  # one tick of the clock that stamps inodes
    change(dump)
    assert not _recalled(dump)


def test_files_that_changed_a_moment_ago_and_small_ones_are_not_kept(
    dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Hashes(dump.with_name("other.json"))
    known.keep(str(dump), "0" * 64, time.time_ns())
    monkeypatch.setattr(hashes, "LARGE", 100)
    known.keep(str(dump), "0" * 64, time.time_ns() + LATER)
    assert known.recall(str(dump)) is None
