"""Readers query while generations are published: no error, and every answer from one generation.

Eight processes for a minute through ten publishes: `make test-readers`. The suite runs a shorter
one; `CABLEHOUSE_TEST_READER_SECONDS` sets the length.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from warehouse.connect import open_reader

SECONDS = float(os.environ.get("CABLEHOUSE_TEST_READER_SECONDS", "8"))
READERS = 8
PUBLISHES = 10

# Every publish adds one cable of two paragraphs, so all of these follow from the number of runs.
FACTS = """
SELECT
    (SELECT count(*) FROM runs), (SELECT count(*) FROM cables),
    (SELECT count(*) FROM paragraphs), (SELECT count(DISTINCT cable_id) FROM paragraphs),
    (SELECT sum(paragraph_count) FROM cables), (SELECT sum(record_count) FROM batches),
    (SELECT count(*) FROM cable_text), (SELECT max(run_id) FROM sightings)
"""


def query(link: str, done: Any, holds: bool, answers: Any) -> None:
    """One reader: opens the link for each question, or holds one connection for a while."""
    wrong: list[str] = []
    seen: set[int] = set()
    count = 0
    try:
        while not done.is_set():
            with open_reader(Path(link)) as connection:
                first = None
                for _ in range(20 if holds else 1):
                    row = connection.execute(FACTS).fetchone()
                    assert row is not None
                    n = row[0]
                    count += 1
                    seen.add(n)
                    if row != (n, n, 2 * n, n, 2 * n, n, n, f"run-{n:03d}"):
                        wrong.append(f"answers of several generations: {row}")
                    first = first or row
                    time.sleep(0.02)  # as a dashboard does; nine busy processes starve each other
                    if row != first:
                        wrong.append(f"one connection, two generations: {first} and {row}")
    except Exception as error:  # the test is that there is none
        wrong.append(f"{type(error).__name__}: {error}")
    answers.put((count, sorted(seen), wrong[:3]))


@pytest.mark.slow
def test_readers_through_ten_publishes(
    house: Any, reading: Any, record_property: Callable[[str, object], None]
) -> None:
    body = "1. (C) The pier opened.\n\n2. (U) Nobody came."
    house.run([reading("0.txt", body, serial=100)])
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    done = context.Event()
    readers = [
        context.Process(target=query, args=(str(house.link), done, number % 2 == 1, answers))
        for number in range(READERS)
    ]
    for reader in readers:
        reader.start()
    pause = SECONDS / (PUBLISHES + 1)
    started = time.time()
    for number in range(1, PUBLISHES + 1):
        time.sleep(max(0.0, started + number * pause - time.time()))
        house.run([reading(f"{number}.txt", body, serial=100 + number)])
    time.sleep(max(0.0, started + SECONDS - time.time()))
    done.set()
    results = [answers.get(timeout=SECONDS + 120) for _ in readers]
    for reader in readers:
        reader.join(30)
        assert reader.exitcode == 0
    assert [wrong for _, _, wrong in results if wrong] == []
    assert house.rows("SELECT count(*) FROM runs") == [(PUBLISHES + 1,)]
    assert len({n for _, seen, _ in results for n in seen}) > PUBLISHES // 2
    record_property("answers", sum(count for count, _, _ in results))
    assert all(count > PUBLISHES for count, _, _ in results)
