"""The built site: whole, and nothing in it comes from outside."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

LOADING = {
    ("img", "src"), ("script", "src"), ("iframe", "src"), ("source", "src"), ("video", "src"),
    ("audio", "src"), ("embed", "src"), ("object", "data"), ("link", "href"), ("image", "href"),
    ("use", "href"), ("input", "src"), ("img", "srcset"), ("source", "srcset"),
}  # fmt: skip
NOT_LOADED = {"next", "prev", "search", "index", "author", "canonical", "help", "copyright"}


class _Page(HTMLParser):
    """What a page loads, where it leads, and the places in it that can be led to."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.missing_alt: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids.update(filter(None, (values.get("id"), values.get("name"))))
        if tag == "a" and values.get("href"):
            self.links.append(values["href"] or "")
        if tag == "img" and not values.get("alt"):
            self.missing_alt.append(values.get("src") or "")
        for name, value in attrs:
            is_loaded = not (tag == "link" and (values.get("rel") or "") in NOT_LOADED)
            if (tag, name) in LOADING and is_loaded and value:
                self.loads.append(value)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, _Page]:
    found = {}
    for path in sorted(site.rglob("*.html")):
        found[path] = _Page()
        found[path].feed(path.read_text("utf-8"))
    assert len(found) > 80, "most of the site is missing, so these tests would prove little"
    return found


def _is_outside(url: str) -> bool:
    return bool(urlsplit(url).netloc) or urlsplit(url).scheme not in {"", "data"}


def test_pages_load_nothing_from_outside(pages: dict[Path, _Page]) -> None:
    outside = [(p.name, url) for p, page in pages.items() for url in page.loads if _is_outside(url)]
    assert outside == []


def test_style_sheets_and_scripts_load_nothing_from_outside(site: Path) -> None:
    wrong = []
    for path in [*site.rglob("*.css"), *site.rglob("*.js")]:
        text = path.read_text("utf-8", "replace").replace(" ", "")
        wrong += [
            (path.name, mark)
            for mark in ("url(http", "url(//", 'url("http', "url('http", "@importurl(http",
                         'import("http', 'fetch("http', 'src="http')
            if mark in text
        ]  # fmt: skip
    assert wrong == []


def _internal(site: Path, path: Path, url: str) -> Iterator[str]:
    """What is wrong with a link within the site."""
    parts = urlsplit(url)
    target = path.parent / unquote(parts.path) if parts.path else path
    if target.is_dir():
        target /= "index.html"
    if not target.is_file():
        yield f"{path.relative_to(site)}: {url}: no such page"


def test_every_internal_link_leads_somewhere(site: Path, pages: dict[Path, _Page]) -> None:
    wrong = []
    for path, page in pages.items():
        for url in [*page.links, *page.loads]:
            if _is_outside(url) or url.startswith(("data:", "mailto:")):
                continue
            wrong += _internal(site, path, url)
            parts = urlsplit(url)
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if parts.fragment and target in pages and parts.fragment not in pages[target].ids:
                wrong.append(f"{path.relative_to(site)}: {url}: no such place")
    assert wrong == []


def test_external_links_are_few_and_known(pages: dict[Path, _Page]) -> None:
    """They are not fetched here; a new host is looked at by whoever adds it."""
    hosts = {urlsplit(u).netloc for page in pages.values() for u in page.links if _is_outside(u)}
    assert hosts <= {"www.sphinx-doc.org", "github.com", "pradyunsg.me"}


def test_every_picture_says_what_it_shows(pages: dict[Path, _Page]) -> None:
    assert [(p.name, src) for p, page in pages.items() for src in page.missing_alt] == []


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("start/ten-minutes.html", ["first query", "data/landing/"]),
        ("howto/index.html", ["Backfill", "S3", "cluster", "BI tool", "retract", "Take a batch"]),
        ("reference/data_dictionary.html", ["tables-of-a-cable.svg", "target_id"]),
        (
            "reference/column_lineage.html",
            ["transforms.parse.header.dtg.find_dtg", "keep_first_seen.sql"],
        ),
        ("reference/query_library.html", ["03STATE5002"]),
        ("why/index.html", ["architecture", "Decisions"]),
        ("runbooks/index.html", ["LedgerBroken", "No space left on device"]),
    ],
)
def test_the_site_has(site: Path, page: str, words: list[str]) -> None:
    text = (site / page).read_text("utf-8")
    assert [word for word in words if word.lower() not in text.lower()] == []


def test_the_search_finds_offline(site: Path) -> None:
    """The index is a script, which a browser loads from a folder; JSON it would refuse."""
    index = (site / "searchindex.js").read_text("utf-8")
    assert index.startswith("Search.setIndex(")
    assert "quarantin" in index
