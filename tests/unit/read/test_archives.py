"""Archives of every kind are opened, also within each other; damage is a refusal with a place."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import lzma
import random
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import fsspec
import py7zr
import pytest
import zstandard
from builders import LIMITS, message, read_path
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cablehouse import landing
from cablehouse.archives import Limits
from cablehouse.errors import InputChanged, InputNotFound, TransientError
from cablehouse.landing import find_inputs, read_input
from transforms.read.record import Record, Refusal, Skipped

CABLE = message("1. (C) The pier opened.").encode()


def _zip(names: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in names.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _tar(names: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, content in names.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return buffer.getvalue()


def _7z(names: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w") as archive:
        for name, content in names.items():
            archive.writestr(content, name)
    return buffer.getvalue()


TWO = {"a/one.txt": CABLE, "two.txt": CABLE.replace(b"000417", b"000418")}
KINDS = {
    "zip": _zip(TWO),
    "tar": _tar(TWO),
    "tar.gz": gzip.compress(_tar(TWO)),
    "tar.bz2": bz2.compress(_tar(TWO)),
    "tar.xz": lzma.compress(_tar(TWO)),
    "tar.zst": zstandard.compress(_tar(TWO)),
    "7z": _7z(TWO),
    "zip in tar.gz": gzip.compress(_tar({"inner.zip": _zip(TWO)})),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_gives_its_members(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "dump.data"  # the name says nothing
    path.write_bytes(KINDS[kind])
    items = read_path(path)
    assert [type(item) for item in items] == [Record, Record]
    places = [item.place.member.path or "" for item in items if isinstance(item, Record)]
    assert [place.split("!/")[-1] for place in places] == ["a/one.txt", "two.txt"]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, zstandard.compress])
def test_a_compressed_file_is_named_without_its_ending(tmp_path: Path, pack) -> None:
    path = tmp_path / "cable.txt.packed"
    path.write_bytes(pack(CABLE))
    (item,) = read_path(path)
    assert isinstance(item, Record)
    assert item.place.member.path == "cable.txt"


def test_a_truncated_archive_gives_what_is_whole_and_one_refusal(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(200_000)
    path = tmp_path / "dump.tar.gz"
    path.write_bytes(gzip.compress(_tar({"one.txt": CABLE, "z.bin": noise}))[:-60_000])
    items = read_path(path)
    assert isinstance(items[0], Record)
    assert {item.reason for item in items if isinstance(item, Refusal)} <= {"truncated", "binary"}
    assert any(isinstance(i, Refusal) and i.reason == "truncated" for i in items)


def test_places_are_unique_even_when_damage_follows_records(tmp_path: Path) -> None:
    path = tmp_path / "cable.txt.gz"
    path.write_bytes(gzip.compress(CABLE * 400)[:-20])
    places = [(i.place.member, i.place.record) for i in read_path(path) if not hasattr(i, "why")]
    assert len(set(places)) == len(places) > 1


@pytest.mark.parametrize(
    "content", [_zip(TWO)[:200], b"PK\x03\x04rubbish", b"7z\xbc\xaf\x27\x1cno"]
)
def test_a_damaged_archive_is_one_refusal(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "dump.zip"
    path.write_bytes(content)
    (item,) = read_path(path)
    assert isinstance(item, Refusal)
    assert item.reason in {"truncated", "bad_archive"}
    hashed = content[item.place.offset : item.place.offset + item.place.length]
    assert hashlib.sha256(hashed).hexdigest() == item.sha256


def test_an_encrypted_entry_does_not_hide_the_others(tmp_path: Path) -> None:
    content = bytearray(_zip(TWO))
    content[6] |= 1  # the flag of the first local header, and of its directory entry
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path = tmp_path / "dump.zip"
    path.write_bytes(bytes(content))
    items = read_path(path)
    assert [type(item) for item in items] == [Refusal, Record]


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dump.gz"
    path.write_bytes(gzip.compress(CABLE + b"\n" + b"x" * (70 * 1024 * 1024)))
    (file,) = find_inputs([str(path)])
    items = list(read_input(file, Limits(record_bytes=1 << 30, archive_ratio=2, archive_depth=3)))
    assert any(isinstance(item, Refusal) and item.reason == "bad_archive" for item in items)


def test_archives_too_deep_are_refused(tmp_path: Path) -> None:
    content = CABLE
    for depth in range(5):
        content = _zip({f"{depth}.zip": content})
    path = tmp_path / "dump.zip"
    path.write_bytes(content)
    (item,) = read_path(path)
    assert isinstance(item, Refusal)
    assert "deep" in item.detail


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(lzma.compress(_tar({"a.zip": _zip({"b.tgz": gzip.compress(_tar(TWO))})})),
                     id="three, two of them compressed tars"),
        pytest.param(_zip({"a.zip": _zip({"b.zip": _zip(TWO)})}), id="three"),
    ],
)  # fmt: skip
def test_three_levels_are_opened_and_a_compressed_tar_is_one(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "dump").write_bytes(content)
    assert [type(item) for item in read_path(tmp_path)] == [Record, Record]


def test_members_of_one_name_are_told_apart(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        (tmp_path / "a.zip").write_bytes(_twice())
    items = [item for item in read_path(tmp_path) if isinstance(item, Record)]
    assert [item.place.member.path for item in items] == ["one.txt", "one.txt#2"]
    assert items[0].sha256 != items[1].sha256


def _twice() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("one.txt", CABLE)
        archive.writestr("one.txt", CABLE.replace(b"000417", b"000418"))
    return buffer.getvalue()


@pytest.mark.parametrize("pack", [_zip, _tar])
def test_what_desktops_hide_in_archives_is_passed_over(
    tmp_path: Path, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    names = ["__MACOSX\\a.txt", "a/._a.txt", ".git/x.txt", "./a/good.txt", "empty.txt"]
    (tmp_path / "dump").write_bytes(pack({n: CABLE if "em" not in n else b"" for n in names}))
    items = read_path(tmp_path)
    assert [type(item) for item in items] == [Skipped, Skipped, Skipped, Record, Skipped]


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "..\\evil.txt", "/etc/evil.txt", "a/../../evil.txt", "C:\\evil.txt"]
)
@pytest.mark.parametrize("pack", [_zip, _tar])
def test_names_that_climb_out_are_refused_and_written_nowhere(
    tmp_path: Path, name: str, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "dump.zip"
    path.write_bytes(pack({name: CABLE, "good.txt": CABLE}))
    bad, good = read_path(path)
    assert isinstance(bad, Refusal)
    assert isinstance(good, Record)
    assert (bad.reason, bad.place.member.path) == ("bad_archive", name)
    assert "leads out" in bad.detail
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == ["dump.zip"]


def test_links_in_archives_are_not_followed(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE):
            link = tarfile.TarInfo(f"link{kind.decode()}")
            link.type, link.linkname = kind, "/etc/passwd"
            archive.addfile(link)
        entry = tarfile.TarInfo("good.txt")
        entry.size = len(CABLE)
        archive.addfile(entry, io.BytesIO(CABLE))
    (tmp_path / "a.tar").write_bytes(buffer.getvalue())
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
        info = zipfile.ZipInfo("link")
        info.external_attr = 0o120777 << 16
        packed.writestr(info, "/etc/passwd")
    items = read_path(tmp_path)
    assert [type(item) for item in items] == [Refusal] * 3 + [Record, Refusal]
    assert all("not followed" in item.detail for item in items if isinstance(item, Refusal))


def test_a_bomb_in_7z_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "dump.7z"
    path.write_bytes(_7z({"bomb.txt": b"x" * (80 * 1024 * 1024)}))
    (file,) = find_inputs([str(path)])
    (item,) = read_input(file, Limits(record_bytes=1 << 30, archive_ratio=2, archive_depth=3))
    assert isinstance(item, Refusal)
    assert "far more" in item.detail


def test_a_file_that_cannot_be_read_is_refused_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(CABLE)
    (tmp_path / "c.txt").symlink_to(tmp_path / "nowhere")
    opened = Path.open

    def deny(self: Path, *args: object, **options: object) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "open", deny)
    bad, good, lost = read_path(tmp_path)
    assert isinstance(bad, Refusal)
    assert isinstance(good, Record)
    assert isinstance(lost, Refusal)
    assert (bad.reason, lost.reason) == ("unreadable", "unreadable")
    assert "Permission denied" in bad.detail
    assert [file.uri for file in find_inputs([str(tmp_path)])] == sorted(
        item.place.member.uri for item in (bad, good, lost)
    )


@given(st.sampled_from(sorted(KINDS)), st.integers(0, 10_000), st.binary(max_size=8), st.booleans())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_archive_never_raises(
    tmp_path: Path, kind: str, at: int, damage: bytes, is_cut: bool
) -> None:
    whole = KINDS[kind]
    at %= len(whole)
    content = whole[:at] + damage + (b"" if is_cut else whole[at + len(damage) :])
    path = tmp_path / "dump.data"
    path.write_bytes(content)
    items = read_path(path)
    assert items
    places = [(i.place.member, i.place.record) for i in items if not isinstance(i, Skipped)]
    assert len(set(places)) == len(places)


def test_a_path_that_does_not_exist_is_named() -> None:
    with pytest.raises(InputNotFound, match=r"nowhere/x: no such file"):
        find_inputs(["nowhere/x"])


def test_unfinished_and_hidden_files_of_a_folder_are_passed_over(tmp_path: Path) -> None:
    for name in ("a.txt", ".b.txt", "c.txt.part", "d.txt~", "e.crdownload"):
        (tmp_path / name).write_bytes(CABLE)
    (tmp_path / "__MACOSX").mkdir()
    (tmp_path / "__MACOSX" / "a.txt").write_bytes(CABLE)
    assert [Path(file.uri).name for file in find_inputs([str(tmp_path)])] == ["a.txt"]


def test_a_file_that_still_changes_waits(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(CABLE)
    (file,) = find_inputs([str(tmp_path)])
    assert find_inputs([str(tmp_path)], settle_seconds=60, now=file.modified_at) == []


def test_objects_of_a_store_are_read_like_files(tmp_path: Path) -> None:
    store = fsspec.filesystem("memory")
    store.pipe("/bucket/dumps/one.txt", CABLE)
    store.pipe("/bucket/dumps/.hidden", CABLE)
    (file,) = find_inputs(["memory://bucket/dumps"])
    assert file.uri == "memory://bucket/dumps/one.txt"
    (item,) = read_input(file, LIMITS)
    assert isinstance(item, Record)


class _Unreachable(fsspec.AbstractFileSystem):
    """A store whose client raises errors of its own, as those of object stores do."""

    protocol = "unreachable"
    cachable = False

    def exists(self, path: str, **_: object) -> bool:
        return "no-such" not in path and self._refuse(path)

    @staticmethod
    def _refuse(path: str) -> bool:
        raise LookupError("Unable to locate credentials")


def test_a_store_that_cannot_be_reached_is_an_error_that_may_heal() -> None:
    fsspec.register_implementation("unreachable", _Unreachable, clobber=True)
    with pytest.raises(TransientError, match=r"unreachable://bucket/x: .*Unable to locate") as met:
        find_inputs(["unreachable://bucket/x"])
    assert "credentials; then run again" in str(met.value)
    with pytest.raises(InputNotFound):
        find_inputs(["unreachable://no-such/x"])


def test_an_unknown_kind_of_store_is_named() -> None:
    with pytest.raises(InputNotFound, match="gopher://bucket"):
        find_inputs(["gopher://bucket"])


class _Breaking(io.BytesIO):
    """A connection that breaks after some bytes."""

    def read(self, size: int | None = -1) -> bytes:
        if self.tell() > 100:
            raise ConnectionResetError("Connection reset by peer")
        return super().read(min(size or 64, 64) if size and size > 0 else 64)


@pytest.mark.parametrize("content", [CABLE, gzip.compress(random.Random(1).randbytes(4000))])
def test_a_connection_that_breaks_is_no_damage_of_the_dump(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    (tmp_path / "dump").write_bytes(content)
    (file,) = find_inputs([str(tmp_path / "dump")])
    monkeypatch.setattr(landing, "open_source", lambda uri: _Breaking(content))
    with pytest.raises(TransientError, match="Connection reset by peer"):
        list(read_input(file, LIMITS))


def test_a_file_that_changed_since_it_was_found_is_not_trusted(tmp_path: Path) -> None:
    dump = tmp_path / "cable.txt"
    dump.write_bytes(CABLE)
    (file,) = find_inputs([str(dump)])
    dump.write_bytes(CABLE + b"more")
    with pytest.raises(InputChanged, match="changed while it was being read"):
        list(read_input(file, LIMITS))
