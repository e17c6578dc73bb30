"""Answers are made once, and a new generation is warmed before it is shown."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from cablehouse.settings import load_settings
from dashboards.live import Generation, Kept, look
from dashboards.warming import Warmer


def test_a_value_is_made_once_however_many_ask() -> None:
    kept: Kept[int] = Kept(2)
    made = []
    may_end = Event()

    def make() -> int:
        may_end.wait(10)
        made.append(1)
        return 7

    with ThreadPoolExecutor(4) as threads:
        asked = [threads.submit(kept.get, "key", make) for _ in range(4)]
        may_end.set()
        assert [value.result() for value in asked] == [7] * 4
    assert made == [1]


def test_the_least_recently_used_is_forgotten() -> None:
    kept: Kept[str] = Kept(2)
    for key in ("a", "b", "a", "c"):
        kept.get(key, lambda: "first")
    assert [kept.get(key, lambda: "again") for key in ("a", "c", "b")] == [
        "first",
        "first",
        "again",
    ]


def test_a_failure_is_told_and_not_kept() -> None:
    kept: Kept[str] = Kept(2)

    def fail() -> str:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        kept.get("key", fail)
    assert kept.get("key", lambda: "yes") == "yes"


@pytest.fixture
def publish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Generation]:
    monkeypatch.setenv("CABLEHOUSE_HOME", str(tmp_path))
    load_settings.cache_clear()
    monkeypatch.setattr("dashboards.warming._LOOK_SECONDS", 0.01)
    link = load_settings().warehouse_file
    link.parent.mkdir(parents=True)

    def at(name: str) -> Generation:
        file = tmp_path / f"{name}.duckdb"
        file.touch()
        new = link.with_suffix(".new")
        new.symlink_to(file)
        new.replace(link)
        found = look()
        assert found is not None
        return found

    yield at
    load_settings.cache_clear()


def test_a_new_generation_is_shown_when_it_is_warm(publish: Callable[[str], Generation]) -> None:
    first = publish("first")
    warming, may_end = Event(), Event()

    def warm(generation: Generation) -> Iterator[None]:
        yield
        if generation != first:
            warming.set()
            may_end.wait(10)
            raise RuntimeError("a page that fails is shown all the same, and says so")

    warmer = Warmer(warm)
    assert warmer.shown() == first, "who comes first does not wait for the rest"
    warmer.start()
    try:
        _until(lambda: warmer._ready == first)
        second = publish("second")
        assert warming.wait(10)
        assert warmer.shown() == first
        may_end.set()
        _until(lambda: warmer.shown() == second)
    finally:
        warmer.end()
    assert not warmer.is_alive()


def test_a_generation_that_is_gone_is_not_shown(publish: Callable[[str], Generation]) -> None:
    first = publish("first")
    warmer = Warmer(lambda _: iter(()))
    warmer._ready = first
    second = publish("second")
    assert warmer.shown() == first
    Path(first.path).unlink()
    assert warmer.shown() == second


def test_the_end_waits_for_one_page_only(publish: Callable[[str], Generation]) -> None:
    publish("first")
    begun, opened = Event(), []

    def warm(_: Generation) -> Iterator[None]:
        for page in range(1000):
            opened.append(page)
            begun.set()
            time.sleep(0.01)
            yield

    warmer = Warmer(warm)
    warmer.start()
    assert begun.wait(10)
    warmer.end()
    assert not warmer.is_alive()
    assert len(opened) < 1000


def _until(holds: Callable[[], bool]) -> None:
    for _ in range(1000):
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come about")
