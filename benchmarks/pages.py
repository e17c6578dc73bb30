"""The dashboard over a given warehouse in a real browser: every page, and a newcomer's way through it.

    python benchmarks/pages.py HOME [FOLDER]

Starts the dashboard on HOME and opens each page anew: with a browser that has nothing in its cache,
and with one that was there before. Then it goes the way of a newcomer: find a cable by words, follow
its references to one that is not held, see who cites that one, send the address, open it elsewhere.
With FOLDER all that is photographed there, wide and narrow, light and dark.

What was asked for is seen before all of a page is ready, in Explore, whose facets take longer to count.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from cablehouse.dashboard import dashboard_command
from cablehouse.settings import Settings
from dashboards.addresses import address, cable_address, thread_address
from dashboards.questions import ask
from warehouse.connect import open_reader

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_LOOKS = [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]
_FOUND = ".ch-found"
"""In Explore the facets come after what was found."""
_ROUNDS = 3
_WARMING_SECONDS = 15


def main() -> None:
    """Print a line for each page and each step."""
    home = Path(sys.argv[1])
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    with open_reader(Settings(home=home).warehouse_file) as connection:
        words, found, missing = _way(connection)
        way = {
            "way-1-search": address("explore", q=words),
            "way-2-cable": cable_address(found),
            "way-3-not-held": cable_address(missing),
        }
        pages = _pages(connection) | way
    with sync_playwright() as playwright:
        program = next(filter(None, map(shutil.which, _BROWSERS)))
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        with _served(home) as (site, seconds):
            print(f"server ready after {seconds:.1f} s\n")
            seen, ready = _opened(browser, site)
            print(
                f"the first page after the start seen after {seen:.2f} s, ready after {ready:.2f} s"
            )
        with _served(home) as (site, _):
            # A server just started still warms the generation, which takes from what is timed.
            time.sleep(_WARMING_SECONDS)
            _time_pages(browser, site, pages)
            _time_way(browser, site, words, found, missing)
            for width, scheme in _LOOKS if folder else []:
                _photograph(browser, site, pages, folder / f"{width}-{scheme}", width, scheme)
        browser.close()


def _pages(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Names and addresses, about cables and words that this warehouse has."""
    held = _one(connection, "SELECT max(source_id) FROM ref_edges WHERE is_held")
    cited = _one(
        connection,
        "SELECT target_id FROM ref_edges WHERE is_held GROUP BY ALL ORDER BY count(*) DESC LIMIT 1",
    )
    missing = _one(
        connection, "SELECT cable_id FROM missing_cables ORDER BY cited_count DESC LIMIT 1"
    )
    post = _one(connection, "SELECT post FROM cables GROUP BY post ORDER BY count(*) DESC LIMIT 1")
    tag = _one(connection, "SELECT tag FROM tags GROUP BY tag ORDER BY count(*) DESC LIMIT 1")
    common, rare = (_word(connection, many) for many in (1_000_000_000, 10))
    run = _one(connection, "SELECT max(run_id) FROM runs WHERE outcome = 'published'")
    views = ("ledger", "quarantine", "checks", "generations")
    return {
        "overview": "",
        "explore": "explore",
        "explore-common-word": address("explore", q=common),
        "explore-rare-word": address("explore", q=rare),
        "explore-filtered": address("explore", q=f"{common} {rare}", post=post),
        "explore-nothing": "explore?q=quadrilateral+zeppelin",
        "cable": cable_address(held),
        "cable-much-cited": cable_address(cited),
        "cable-not-held": cable_address(missing),
        "cable-unknown": "cable?id=99NOWHERE1",
        "topics": "topics",
        "topics-one": address("topics", tag=tag),
        "threads": "threads",
        "thread": thread_address(held),
        "thread-much-cited": thread_address(cited, depth=9),
        "pipeline-runs": "pipeline",
        "pipeline-run": address("pipeline", run=run),
        **{f"pipeline-{view}": address("pipeline", view=view) for view in views},
    }


def _way(connection: duckdb.DuckDBPyConnection) -> tuple[str, str, str]:
    """Words that find a cable, the cable, and one that it cites, is not held, and others cite."""
    rows = connection.execute(
        "SELECT c.subject, e.source_id, e.target_id FROM ref_edges AS e "
        "JOIN cables AS c ON c.cable_id = e.source_id JOIN missing_cables AS m "
        "ON m.cable_id = e.target_id WHERE e.in_ref_block AND m.cited_count BETWEEN 2 AND 40 "
        "AND c.subject IS NOT NULL ORDER BY hash(e.source_id) LIMIT 50"
    ).fetchall()
    nothing = dict.fromkeys(("post", "tag", "classification", "since", "until"))
    for subject, source, target in rows:
        words = " ".join(word for word in subject.split() if word.isalpha() and len(word) > 3)
        asked = {"words": words, "show": 20, **nothing}
        if words and any(
            row["cable_id"] == source for row in ask(connection, "explore_search", asked)
        ):
            return words, source, target
    raise SystemExit("No cable of this warehouse cites one that is not held and others cite, too")


def _time_pages(browser: Browser, site: str, pages: dict[str, str]) -> None:
    print(f"\n{'':<30}{'new browser':>22}{'again, slowest of 3':>24}")
    print(f"{'page':<30}{'seen s':>12}{'ready s':>10}{'seen s':>14}{'ready s':>10}")
    known = browser.new_context()
    known.new_page().goto(site)
    for name, path in pages.items():
        seen, ready = _opened(browser, f"{site}/{path}")
        again = [_open(known, f"{site}/{path}") for _ in range(_ROUNDS)]
        print(
            f"{name:<30}{seen:>12.2f}{ready:>10.2f}"
            f"{max(s for s, _ in again):>14.2f}{max(r for _, r in again):>10.2f}"
        )
    known.close()


def _opened(browser: Browser, url: str) -> tuple[float, float]:
    """As `_open`, in a browser that has nothing in its cache."""
    context = browser.new_context()
    found = _open(context, url)
    context.close()
    return found


def _open(context: BrowserContext, url: str) -> tuple[float, float]:
    """Seconds until what was asked for is seen, and until all of the page is there."""
    page = context.new_page()
    start = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.wait_for_selector(_FOUND if "/explore" in url else "main")
    seen = time.perf_counter() - start
    page.wait_for_load_state("load")
    ready = time.perf_counter() - start
    page.close()
    return seen, ready


def _time_way(browser: Browser, site: str, words: str, found: str, missing: str) -> None:
    print(f"\n{'a newcomer':<70}{'seconds':>9}")
    context = browser.new_context()
    page = context.new_page()

    def step(name: str, act: Callable[[], object], sees: str) -> None:
        seconds = _took(lambda: (act(), page.wait_for_selector(sees)))
        print(f"{name:<70}{seconds:>9.2f}")

    step("opens the dashboard", lambda: page.goto(site), "text=Busiest posts")
    explore = page.get_by_role("link", name="Explore", exact=True)
    step("goes to Explore", explore.click, ".ch-hits")
    box = page.get_by_label("Search in subjects and paragraphs")
    box.fill(words)
    step(f"searches: {words[:55]}", lambda: box.press("Enter"), ".ch-hits mark")
    hit = page.locator(f".ch-hits a[href*='id={found}']").first
    step(f"opens {found}", hit.click, ".ch-message")
    away = page.locator(f".ch-aside a[href*='id={missing}']").first
    step(f"follows its reference to {missing}, which is not held", away.click, "text=Cited by")
    citing = page.locator(".ch-list").first.locator("li").count()
    print(f"    sees the {citing} cables that cite it")
    sent = page.url
    print(f"    sends {sent}")
    elsewhere = browser.new_context()
    page = elsewhere.new_page()
    step("somebody else opens it", lambda: page.goto(sent), "text=Cited by")
    assert page.get_by_role("heading", level=1).inner_text().startswith(missing)
    assert page.locator(".ch-list").first.locator("li").count() == citing
    context.close()
    elsewhere.close()


def _photograph(
    browser: Browser, site: str, pages: dict[str, str], folder: Path, width: int, scheme: Any
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    viewport = {"width": width, "height": 900}
    context = browser.new_context(viewport=viewport, color_scheme=scheme)
    for name, path in pages.items():
        page = context.new_page()
        page.goto(f"{site}/{path}")
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": min(max(900, height), 3000)})
        page.screenshot(path=folder / f"{name}.png")
        page.close()
    context.close()


@contextmanager
def _served(home: Path) -> Iterator[tuple[str, float]]:
    """The address of a dashboard, and the seconds until it answered."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = time.perf_counter()
    server = subprocess.Popen(
        dashboard_command("127.0.0.1", port),
        env={**os.environ, "CABLEHOUSE_HOME": str(home.resolve())},
    )
    site = f"http://127.0.0.1:{port}"
    try:
        while True:
            try:
                urllib.request.urlopen(f"{site}/health").read()
                break
            except urllib.error.URLError:
                time.sleep(0.05)
        yield site, time.perf_counter() - start
    finally:
        server.terminate()
        server.wait(30)


def _took(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _word(connection: duckdb.DuckDBPyConnection, many: int) -> str:
    """A word that about so many passages hold."""
    return _one(
        connection,
        "SELECT word FROM search_index.vocabulary WHERE regexp_full_match(word, '[a-z]{4,}') "
        "ORDER BY abs(ln(passage_count + 1) - ln(?)), word LIMIT 1",
        many,
    )


def _one(connection: duckdb.DuckDBPyConnection, sql: str, *parameters: object) -> str:
    row = connection.execute(sql, list(parameters)).fetchone()
    if row is None or row[0] is None:
        raise SystemExit(f"The warehouse is too small to be measured: nothing answers {sql}")
    return str(row[0])


if __name__ == "__main__":
    main()
