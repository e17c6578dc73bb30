"""Which files lie under a path, and what is told of those that cannot be read."""

from __future__ import annotations

import io
import os
import tarfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from cablehouse import finding
from cablehouse.archives import Limits
from cablehouse.errors import InputNotFound, TransientError
from cablehouse.finding import find_files
from cablehouse.landing import find_again, find_inputs, read_input
from cablehouse.stores import path_of
from transforms.read.names import printable
from transforms.read.record import Refusal

LIMITS = Limits(record_bytes=1 << 20, archive_ratio=200, archive_depth=3)


def _names(folder: Path, *besides: Path) -> list[str]:
    found = find_files(str(folder), besides)
    return sorted(Path(file.uri).relative_to(folder).as_posix() for file in found)


@pytest.mark.parametrize("path", ["", " "])
def test_a_blank_is_no_name_for_the_folder_one_is_in(path: str) -> None:
    with pytest.raises(InputNotFound, match="variable empty"):
        find_inputs([path])


def test_a_name_that_is_no_utf8_is_spelled_and_found_again(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/K\xf6ln-\xff.txt"
    Path(os.fsdecode(name)).write_bytes(b"no cable")
    (file,) = find_inputs([str(tmp_path)])
    assert file.uri == f"{tmp_path}/K\\xf6ln-\\xff.txt"
    assert find_again(file.uri, file.sha256) == file
    assert [type(item) for item in read_input(file, LIMITS)] == [Refusal]
    assert file.model_dump_json()
    assert path_of(file.uri).read_bytes() == b"no cable"


def test_a_name_that_looks_spelled_is_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "K\\xf6ln.txt").write_bytes(b"no cable")
    (file,) = find_inputs([str(tmp_path)])
    assert path_of(file.uri).read_bytes() == b"no cable"


def test_half_a_character_can_be_printed() -> None:
    assert printable("a\ud800.txt") == "a\\ud800.txt"


def test_names_of_members_that_are_no_utf8_are_spelled(tmp_path: Path) -> None:
    with tarfile.open(
        tmp_path / "a.tar", "w", encoding="latin-1", format=tarfile.GNU_FORMAT
    ) as tar:
        entry = tarfile.TarInfo("K\xf6ln.txt")
        entry.size = 8
        tar.addfile(entry, io.BytesIO(b"no cable"))
    (file,) = find_inputs([str(tmp_path)])
    (refusal,) = read_input(file, LIMITS)
    assert isinstance(refusal, Refusal)
    assert refusal.place.member.path == "K\\xf6ln.txt"


def test_a_link_to_itself_costs_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"no cable")
    (tmp_path / "loop").symlink_to("loop")
    good, loop = find_inputs([str(tmp_path)])
    assert good.fault is None
    assert "symbolic links" in (loop.fault or "")


def test_links_to_folders_are_passed_over_and_named(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_bytes(b"x")
    (tmp_path / "a" / "up").symlink_to("..")
    with capture_logs() as logs:
        assert _names(tmp_path / "a") == ["one.txt"]
    assert logs[0]["paths"] == [f"{tmp_path}/a/up"]


def test_what_the_program_keeps_is_passed_over_within_a_folder(tmp_path: Path) -> None:
    for name in ("lake/x.parquet", "landing/a.txt", "docs/b.html", "hashes.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    ours = [tmp_path / "lake", tmp_path / "docs", tmp_path / "hashes.json"]
    assert _names(tmp_path, *ours) == ["landing/a.txt"]
    assert _names(tmp_path / "docs", *ours) == ["b.html"], "unless it is named"


def _denied(number: int) -> Any:
    walk = os.walk

    def walk_denied(root: Path, onerror: Any) -> Any:
        for folder, folders, names in walk(root, onerror=onerror):
            if "closed" in folders:
                folders.remove("closed")
                onerror(OSError(number, os.strerror(number), f"{folder}/closed"))
            yield folder, folders, names

    return walk_denied


def test_a_folder_that_cannot_be_listed_is_refused(tmp_path: Path, monkeypatch: Any) -> None:
    """Nothing else would tell of what is in it."""
    (tmp_path / "closed").mkdir()
    (tmp_path / "open.txt").write_bytes(b"x")
    monkeypatch.setattr(finding.os, "walk", _denied(13))
    closed, opened = find_inputs([str(tmp_path)])
    assert (closed.fault, opened.fault) == ("the folder cannot be read (Permission denied)", None)
    (refusal,) = read_input(closed, LIMITS)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "unreadable"


def test_a_folder_whose_disk_fails_ends_the_step(tmp_path: Path, monkeypatch: Any) -> None:
    (tmp_path / "closed").mkdir()
    monkeypatch.setattr(finding.os, "walk", _denied(5))
    with pytest.raises(TransientError, match="closed: cannot be read"):
        find_inputs([str(tmp_path)])


def test_files_that_wait_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    (file,) = find_inputs([str(tmp_path)])
    with capture_logs() as logs:
        assert find_inputs([str(tmp_path)], settle_seconds=60, now=file.modified_at) == []
    assert logs[0]["files"] == [file.uri]


def test_a_file_from_the_future_does_not_wait_for_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    (file,) = find_inputs([str(tmp_path)])
    before = file.modified_at - timedelta(hours=1)
    assert find_inputs([str(tmp_path)], settle_seconds=60, now=before) == [file]
