"""The dashboard in a real browser: Chromium of the system, without a screen and without the internet.

With CABLEHOUSE_SCREENSHOTS=FOLDER every page is photographed there, wide and narrow, light and dark.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cablehouse.dashboard import dashboard_command
from cablehouse.settings import Settings

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
SECONDS = 60_000
PAGES = {
    "overview": "",
    "explore": "explore",
    "explore-search": "explore?q=ferry",
    "explore-nothing": "explore?q=zeppelin",
    "cable": "cable?id=03ANKARA101",
    "cable-not-held": "cable?id=03STATE5002",
    "cable-hostile": "cable?id=09VALLETTA13",
    "topics": "topics",
    "topics-tag": "topics?tag=PREL",
    "threads": "threads?cable=03STATE5002",
    "pipeline-runs": "pipeline",
    "pipeline-ledger": "pipeline?view=ledger",
    "pipeline-quarantine": "pipeline?view=quarantine",
    "pipeline-checks": "pipeline?view=checks",
    "pipeline-generations": "pipeline?view=generations",
}
LOOKED_AT = {
    (1280, "light"): list(PAGES),
    (1280, "dark"): ["overview"],
    (390, "light"): ["explore-search"],
    (390, "dark"): ["overview", "cable", "topics", "threads", "pipeline-runs", "pipeline-ledger"],
}
"""Without screenshots to take, all pages once, and in other sizes those that could break."""

pytestmark = pytest.mark.skipif(
    CHROMIUM is None,
    reason="THE DASHBOARD WAS NOT TRIED IN A BROWSER: no Chromium here; on Debian, apt-get install chromium",
)


@dataclass(frozen=True)
class Site:
    """A served dashboard."""

    address: str
    link: Path
    generation: Path


@pytest.fixture(scope="module")
def site(known_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The known warehouse in a home of its own, so that its link can be moved."""
    home = tmp_path_factory.mktemp("site")
    known = Settings(home=known_home)
    for folder in (known.lake, known.quarantine, known.runs):
        (home / folder.name).symlink_to(folder.resolve())
    link = Settings(home=home).warehouse_file
    generation = known.warehouse_file.resolve()
    link.parent.mkdir()
    link.symlink_to(generation)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "CABLEHOUSE_HOME": str(home),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    server = subprocess.Popen(
        dashboard_command("127.0.0.1", port), env=environment, stdout=subprocess.DEVNULL
    )
    try:
        _wait_until_healthy(port)
        yield Site(f"http://127.0.0.1:{port}", link, generation)
    finally:
        server.terminate()
        server.wait(30)


def _wait_until_healthy(port: int) -> None:
    for _ in range(240):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health") as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.25)
    raise AssertionError("the dashboard did not start")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def windows(chromium: Any) -> Iterator[dict[tuple[int, str], Any]]:
    """One window for each width and scheme, so that style and script are fetched once."""
    opened: dict[tuple[int, str], Any] = {}
    yield opened
    for context in opened.values():
        context.close()


@pytest.fixture
def open_page(site: Site, chromium: Any, windows: dict[tuple[int, str], Any]) -> Iterator[Any]:
    """Opens pages; nothing may ask another machine, run a script of the data, or fail."""
    pages, complaints = [], []
    ours = (site.address, site.address.replace("http", "ws"), "data:", "blob:")

    def at(path: str, width: int = 1280, scheme: str = "light") -> Any:
        if (width, scheme) not in windows:
            viewport = {"width": width, "height": 900}
            windows[width, scheme] = chromium.new_context(viewport=viewport, color_scheme=scheme)
        page = windows[width, scheme].new_page()
        pages.append(page)
        page.set_default_timeout(SECONDS)
        page.on("request", lambda r: r.url.startswith(ours) or complaints.append(f"asked {r.url}"))
        page.on(
            "websocket", lambda w: w.url.startswith(ours) or complaints.append(f"asked {w.url}")
        )
        page.on("dialog", lambda d: (complaints.append(f"dialog {d.message}"), d.dismiss()))
        page.on("pageerror", lambda e: complaints.append(f"script failed: {e}"))
        page.goto(f"{site.address}/{path}")
        return page

    yield at
    for page in pages:
        page.close()
    assert complaints == []


def test_a_newcomer_finds_a_cable_follows_it_and_sends_the_address(open_page: Any) -> None:
    page = open_page("")
    page.get_by_role("link", name="Explore").first.click()
    box = page.get_by_label("Search in subjects and paragraphs")
    box.fill("ferry talks")
    box.press("Enter")
    page.wait_for_url("**/explore?q=ferry*talks")
    page.get_by_role("link", name="FERRY TALKS OPEN").first.click()
    page.wait_for_url("**/cable?id=03ANKARA101*")
    page.wait_for_selector("text=Una Bellweather")
    page.locator(".ch-aside").get_by_role("link", name="03STATE5002").click()
    page.wait_for_selector("text=Cited by 2 cables")
    sent = page.url
    other = open_page(sent.rpartition("/")[2])
    assert other.get_by_role("heading", level=1).inner_text().startswith("03STATE5002")
    assert other.get_by_role("link", name="03ANKARA102").count() == 1
    other.get_by_role("link", name="Show the thread around it").click()
    other.wait_for_url("**/threads?cable=03STATE5002")


def test_back_leads_to_the_search_as_it_was(open_page: Any) -> None:
    page = open_page("explore?q=pier&post=OSLO")
    page.get_by_role("link", name="A SECOND PIER").first.click()
    page.wait_for_url("**/cable?id=08OSLO417*")
    page.wait_for_selector(".ch-message")
    page.go_back()
    page.wait_for_url("**/explore?q=pier&post=OSLO")
    page.wait_for_selector(".ch-hits mark")
    page.wait_for_function("document.querySelector('input[name=q]').value === 'pier'")


def test_it_works_without_a_mouse(open_page: Any) -> None:
    page = open_page("explore?q=wool")
    page.wait_for_selector(".ch-facets-wide h3")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.ch-hits') !== null"):
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid", "what has the focus is seen"
    page.keyboard.press("Enter")
    page.wait_for_url("**/cable?id=08LIMA12*")


@pytest.mark.parametrize(
    "path", ["cable?id=09VALLETTA13", "explore?q=bold+quoted", "", "threads?cable=08OSLO417"]
)
def test_hostile_text_is_text(open_page: Any, path: str) -> None:
    """`open_page` fails on dialogs, scripts that ran into errors, and requests to other machines."""
    page = open_page(path)
    page.wait_for_selector("text=:red[stop]")
    main = page.locator("main")
    assert "<script>alert(1)</script> $x^2$ :red[stop]" in main.inner_text()
    assert main.locator("img, script, svg image, foreignObject").count() == 0
    assert main.locator("a[href*='evil']").count() == 0


def test_a_link_to_a_paragraph_leads_to_it(open_page: Any) -> None:
    page = open_page("cable?id=03ANKARA102&p=2")
    assert page.evaluate("document.activeElement.id") == "p-2"


def test_choosing_narrows_the_search_at_once(open_page: Any) -> None:
    page = open_page("explore?q=pier")
    page.get_by_label("Post").select_option("OSLO")
    page.wait_for_url("**/explore?q=pier&post=OSLO")
    assert page.get_by_label("Post").input_value() == "OSLO"


def test_what_is_published_appears_by_itself(site: Site, open_page: Any) -> None:
    page = open_page("")
    page.wait_for_selector("text=Busiest posts")
    site.link.unlink()
    try:
        page.wait_for_selector("text=There is no warehouse yet")
        assert "cablehouse ingest PATH" in page.locator("main").inner_text()
    finally:
        site.link.symlink_to(site.generation)
    page.wait_for_selector("text=Busiest posts")


def test_a_reader_stays_in_place_when_something_is_published(site: Site, open_page: Any) -> None:
    page = open_page("cable?id=03ANKARA102&p=1", width=390)
    page.set_viewport_size({"width": 390, "height": 200})
    place = page.evaluate("(scrollTo(0, 9999), scrollY)")
    assert place > 400, "the paragraph is out of sight"
    drawn = page.evaluate("document.body.dataset.generation")
    other = site.link.with_name("other.duckdb")
    other.hardlink_to(site.generation)
    site.link.unlink()
    site.link.symlink_to(other)
    try:
        page.wait_for_selector(f"body:not([data-generation='{drawn}'])")
        page.wait_for_timeout(300)
        assert page.evaluate("scrollY") == place
    finally:
        site.link.unlink()
        site.link.symlink_to(site.generation)
        other.unlink()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_is_well_formed(open_page: Any, width: int, scheme: str) -> None:
    folder = os.environ.get("CABLEHOUSE_SCREENSHOTS")
    names = list(PAGES) if folder else LOOKED_AT[width, scheme]
    for name in names:
        page = open_page(PAGES[name], width, scheme)
        assert page.get_by_role("heading", level=1).count() == 1, name
        too_wide = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert too_wide <= 0, f"{name} scrolls sideways"
        assert _nameless(page) == [], name
        if folder:
            _photograph(page, Path(folder) / f"{name}-{width}-{scheme}.png")
        page.close()


def _nameless(page: Any) -> list[str]:
    """Links and fields of ours that a screen reader could not name."""
    found: list[str] = page.evaluate(
        "() => [...document.querySelectorAll('a, [role=region], input, select, button')]"
        ".filter(e => e.checkVisibility() && e.tabIndex >= 0)"
        ".filter(e => !(e.innerText || e.ariaLabel || e.getAttribute('aria-label')"
        " || e.getAttribute('aria-labelledby') || e.labels?.length))"
        ".map(e => e.outerHTML.slice(0, 120))"
    )
    return found


def _photograph(page: Any, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    height = page.evaluate("document.documentElement.scrollHeight")
    width = page.viewport_size["width"]
    page.set_viewport_size({"width": width, "height": min(max(900, height), 4000)})
    page.screenshot(path=path)
