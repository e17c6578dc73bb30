"""Behind the door every generation has the same name, and tools that keep it follow."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from warehouse.errors import WarehouseLocked
from warehouse.publish import prune_generations

COUNT = "SELECT current_database(), count(*) FROM cablehouse.main.cables"


def ask(door: Path) -> tuple[Any, ...] | None:
    with duckdb.connect(str(door), read_only=True) as connection:
        return connection.execute(COUNT).fetchone()


@pytest.fixture
def door(house: Any) -> Path:
    return house.link.parent / "current" / "cablehouse.duckdb"


def test_the_name_stays_and_new_connections_follow(house: Any, reading: Any, door: Path) -> None:
    house.run([reading("a.txt")])
    with duckdb.connect(str(door), read_only=True) as held:
        house.run([reading("b.txt", serial=418)])
        assert held.execute(COUNT).fetchone() == ("cablehouse", 1)
        assert ask(door) == ("cablehouse", 2)


def test_it_takes_no_space(house: Any, reading: Any, door: Path) -> None:
    house.run([reading("a.txt")])
    assert door.samefile(house.link)


def test_a_removed_generation_has_no_name_left(house: Any, reading: Any, door: Path) -> None:
    for serial in (1, 2, 3):
        house.run([reading(f"{serial}.txt", serial=serial)])
    removed = prune_generations(house.link, 2)
    assert [path.stem for path in removed] == ["run-001"]
    assert sorted(path.name for path in door.parents[1].joinpath("doors").iterdir()) == [
        "run-002",
        "run-003",
    ]


def test_a_kill_before_it_moves_is_made_up_for(house: Any, reading: Any, door: Path) -> None:
    house.run([reading("a.txt")])
    left = door.parent.readlink()
    house.run([reading("b.txt", serial=418)])
    door.parent.unlink()
    door.parent.symlink_to(left)
    prune_generations(house.link, 1)
    assert ask(door) == ("cablehouse", 2)


def test_a_published_file_is_not_writable(house: Any, reading: Any, door: Path) -> None:
    house.run([reading("a.txt")])
    assert stat.S_IMODE(door.stat().st_mode) == 0o444


def test_who_writes_into_it_is_named(house: Any, reading: Any) -> None:
    house.run([reading("a.txt")])
    writer = (
        "import duckdb, sys, time; c = duckdb.connect(sys.argv[1]); print('open'); sys.stdin.read()"
    )
    path = house.link.resolve()
    path.chmod(0o644)
    with subprocess.Popen(
        [sys.executable, "-uc", writer, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        with pytest.raises(WarehouseLocked, match=rf"(?s)PID {process.pid}.*read-only"):
            house.rows("SELECT 1")
        process.communicate("")


def test_a_file_system_without_hard_links_has_no_door(
    house: Any, reading: Any, door: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    house.run([reading("a.txt")])
    assert not door.parent.is_symlink()
    assert house.rows("SELECT count(*) FROM cables") == [(1,)]
