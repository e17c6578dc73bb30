"""What each page of the dashboard asks, and how long the answers take on a given warehouse.

    python benchmarks/dashboard.py data/warehouse/cablehouse.duckdb

Cold is the first answer of a fresh connection (the file may still be in the system's memory), warm
the fastest of three more. A page asks its questions one after the other, so its figure is their sum.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from dashboards.questions import ask
from dashboards.views.explore import MOST_COUNTED
from warehouse.connect import open_reader

_REPEATS = 3
_ANY: dict[str, Any] = dict.fromkeys(("post", "tag", "classification", "since", "until"))

Asked = tuple[str, str, dict[str, Any]]


def main() -> None:
    """Print a line for each question, and one for each page."""
    link = Path(sys.argv[1])
    with open_reader(link) as connection:
        pages = list(_pages(connection))
        (count,) = connection.execute("SELECT count(*) FROM cables").fetchone() or (0,)
    print(f"{count:,} cables in {link.resolve()}\n")
    print(f"{'page':<30}{'question':<26}{'rows':>7}{'cold ms':>9}{'warm ms':>9}{'CPU ms':>9}")
    sums: dict[str, list[float]] = {}
    for page, name, parameters in pages:
        rows, cold, warm, cpu = _measure(link, name, parameters)
        sums.setdefault(page, [0.0, 0.0])
        sums[page][0] += cold
        sums[page][1] += warm
        print(f"{page:<30}{name:<26}{rows:>7}{cold:>9.0f}{warm:>9.0f}{cpu:>9.0f}")
    print(f"\n{'page':<56}{'cold ms':>16}{'warm ms':>9}")
    for page, (cold, warm) in sums.items():
        print(f"{page:<56}{cold:>16.0f}{warm:>9.0f}")


def _measure(link: Path, name: str, parameters: dict[str, Any]) -> tuple[int, float, float, float]:
    with open_reader(link) as connection:
        start = time.perf_counter()
        rows = len(ask(connection, name, parameters))
        cold = time.perf_counter() - start
        warm, cpu = [], []
        for _ in range(_REPEATS):
            start, start_cpu = time.perf_counter(), time.process_time()
            ask(connection, name, parameters)
            warm.append(time.perf_counter() - start)
            cpu.append(time.process_time() - start_cpu)
    return rows, 1000 * cold, 1000 * min(warm), 1000 * min(cpu)


def _pages(connection: duckdb.DuckDBPyConnection) -> Iterator[Asked]:
    """Pages with what they ask, about cables and words that this warehouse has."""
    run = _one(connection, "SELECT run_id FROM cables LIMIT 1")
    held = _one(connection, "SELECT max(source_id) FROM ref_edges WHERE is_held")
    missing = _one(
        connection, "SELECT cable_id FROM missing_cables ORDER BY cited_count DESC LIMIT 1"
    )
    post = _one(connection, "SELECT post FROM cables GROUP BY post ORDER BY count(*) DESC LIMIT 1")
    tag = _one(connection, "SELECT tag FROM tags GROUP BY tag ORDER BY count(*) DESC LIMIT 1")
    words_of = _words(connection)
    for name in ("overview_totals", "overview_references", "overview_volume", "overview_posts"):
        yield "Overview", name, {}
    yield "Overview", "last_published_run", {}
    yield "Overview", "cables_of_run", {"run": run}
    filters = {**_ANY, "post": post, "since": date(2005, 1, 1)}
    searches: list[tuple[str, str | None, dict[str, Any]]] = [("Explore, no words", None, _ANY)]
    if words_of:  # else the warehouse was built without search
        common, rare = words_of
        searches += [
            ("Explore, a rare word", rare, _ANY),
            ("Explore, a common word", common, _ANY),
            ("Explore, two and filters", f"{common} {rare}", filters),
        ]
    for page, words, chosen in searches:
        yield page, "filter_posts", {}
        yield page, "filter_tags", {}
        if words is None:
            yield page, "explore_browse", {"show": 20, **chosen}
            yield page, "explore_browse_facets", chosen
        else:
            yield page, "explore_search", {"words": words, "show": 20, **chosen}
            yield page, "explore_search_facets", {"words": words, "most": MOST_COUNTED, **chosen}
            yield page, "cable_known", {"id": words.upper()}
    yield from _cable_pages(connection, held, missing)
    for chosen_tag in (None, tag):
        page = "Topics, one tag" if chosen_tag else "Topics"
        yield page, "filter_tags", {}
        yield page, "topics_trend", {"tag": chosen_tag, "kind": None}
        if chosen_tag:
            yield page, "topic_pairs", {"tag": tag}
            yield page, "topic_posts", {"tag": tag}
        else:
            yield page, "topics_pairs", {}
            yield page, "topics_tags", {"kind": None}
            yield page, "topics_of_posts", {"kind": None}
    yield from _thread_pages(connection, held)
    yield from _pipeline_pages(run)


def _cable_pages(connection: duckdb.DuckDBPyConnection, held: str, missing: str) -> Iterator[Asked]:
    parts = connection.execute("SELECT post, year, serial FROM cables WHERE cable_id = ?", [held])
    number = dict(zip(("post", "year", "serial"), parts.fetchone() or (), strict=True))
    for name in ("", "_paragraphs", "_mentions", "_refs", "_cited_by", "_tags", "_recipients"):
        yield "A cable", f"cable{name}", {"id": held}
    yield "A cable", "cable_versions", {"id": held}
    yield "A cable", "cable_neighbours", number
    for name in ("cable", "cable_cited_by", "cable_cited_with"):
        yield "A cable not held", name, {"id": missing}
    yield "A cable nobody knows", "cable_nearest", {"id": "99NOWHERE1"}


def _thread_pages(connection: duckdb.DuckDBPyConnection, held: str) -> Iterator[Asked]:
    yield "Threads, beginnings", "thread_starts", {}
    for depth in (2, 9):
        asked = {"id": held, "depth": depth, "most": 150}
        ids = [row["cable_id"] for row in ask(connection, "thread_cables", asked)]
        page = f"A thread, {depth} references away"
        yield page, "cable_known", {"id": held}
        yield page, "thread_cables", asked
        yield page, "thread_edges", {"ids": ids}


def _pipeline_pages(run: str) -> Iterator[Asked]:
    nothing = dict.fromkeys(("run", "outcome", "reason", "cable"))
    yield "Pipeline, runs", "runs", {}
    for name in ("run_ledger", "run_batches", "run_checks"):
        yield "Pipeline, a run", name, {"run": run}
    yield "Pipeline, ledger", "run_ledger", {"run": None}
    yield "Pipeline, ledger", "ledger_records", nothing
    yield "Pipeline, quarantine", "quarantine", {}
    yield "Pipeline, checks", "checks_history", {}
    yield "Pipeline, generations", "table_sizes", {}


def _words(connection: duckdb.DuckDBPyConnection) -> tuple[str, str] | None:
    """A word that most passages hold, and one that about ten do; None without any words."""
    (count,) = connection.execute("SELECT count(*) FROM search_index.vocabulary").fetchone() or (0,)
    if count == 0:
        return None
    sql = (
        "SELECT word FROM search_index.vocabulary WHERE regexp_full_match(word, '[a-z]{4,}') "
        "ORDER BY abs(ln(passage_count + 1) - ln(?)), word LIMIT 1"
    )
    return _one(connection, sql, 1_000_000_000), _one(connection, sql, 10)


def _one(connection: duckdb.DuckDBPyConnection, sql: str, *parameters: object) -> str:
    row = connection.execute(sql, list(parameters)).fetchone()
    if row is None:
        raise SystemExit(f"The warehouse is too small to be measured: nothing answers {sql}")
    return str(row[0])


if __name__ == "__main__":
    main()
