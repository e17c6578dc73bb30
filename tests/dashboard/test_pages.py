"""Each page runs without an error and shows what its address asks for, as text and never as markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from visitor import Visitor

from cablehouse.settings import load_settings
from dashboards.addresses import address
from dashboards.app import _open_all, for_others, on_this_machine
from dashboards.live import look as look_at_warehouse
from dashboards.questions import Row, ask

OURS = {
    "a", "article", "aside", "b", "body", "br", "button", "circle", "code", "dd", "del", "details",
    "div", "dl", "dt", "form", "h1", "h2", "h3", "head", "header", "html", "i", "input", "ins", "label",
    "li", "link", "main", "mark", "meta", "nav", "ol", "option", "p", "path", "polyline", "pre",
    "script", "section", "select", "small", "span", "summary", "sup", "svg", "table", "tbody", "td",
    "th", "thead", "title", "tr", "ul",
}  # fmt: skip


class Reader(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.links: list[str] = []
        self.fields: dict[str, str] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in OURS
        assert not any(name.startswith("on") for name, _ in attrs)
        found = dict(attrs)
        self.tags.append(tag)
        self.links += [found[name] or "" for name in ("href", "src", "action") if name in found]
        if tag == "input":
            self.fields[found["name"] or ""] = found.get("value") or ""

    def handle_data(self, data: str) -> None:
        self.text += data


Look = Callable[..., Reader]


@pytest.fixture
def site(at_home: Path) -> Visitor:
    return Visitor(on_this_machine())


@pytest.fixture
def look(site: Visitor) -> Look:
    def at(page: str, **parameters: str) -> Reader:
        answer = site.get(address(page, **parameters))
        assert answer.status == 200
        read = Reader(answer.text)
        assert not any(":" in link.split("?")[0] for link in read.links), read.links
        assert (read.tags.count("h1"), read.tags.count("script")) == (1, 1)
        return read

    return at


def test_overview(look: Look) -> None:
    page = look("")
    for words in ("FERRY TALKS CLOSE", "Ankara", "10 loaded", "1 quarantined", "11"):
        assert words in page.text


def test_explore_finds_a_number_in_any_spelling(look: Look) -> None:
    pages = [look("explore", q=spelled) for spelled in ("03 State 05002", "03STATE5002")]
    assert "03STATE5002 is not held, but cited" in " ".join(pages[0].text.split())
    assert "03ANKARA102" in pages[0].text
    assert pages[0].text.count("paragraph") == pages[1].text.count("paragraph")


def test_explore_lists_the_newest(look: Look) -> None:
    page = look("explore")
    assert "10 cables, the newest first" in page.text
    assert "explore?post=ANKARA" in page.links
    assert "cable?id=09LIMA7" in page.links


def test_explore_finds_and_marks(look: Look) -> None:
    page = look("explore", q="second pier", post="OSLO", since="2008-01-01")
    assert "mark" in page.tags
    assert "cable?id=08OSLO417&p=1" in page.links
    assert (
        "explore?q=second+pier&post=OSLO&classification=CONFIDENTIAL&since=2008-01-01" in page.links
    )
    assert (page.fields["q"], page.fields["since"]) == ("second pier", "2008-01-01")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("zeppelin", "Nothing found"),
        ("03 STATE 5002", "03STATE5002 is not held"),
        ("08OSLO417", "is held"),
    ],
)
def test_explore_says_what_it_did_not_find(look: Look, words: str, said: str) -> None:
    assert said in " ".join(look("explore", q=words).text.split())


def test_a_cable(look: Look) -> None:
    page = look("cable", id="03 Ankara 102")
    for words in (
        "FERRY TALKS CLOSE", "AMEMBASSY ANKARA", "NIACT IMMEDIATE", "NODIS", "DECL: X1",
        "Una Bellweather", "External Political Relations", "ankara-102.txt", "03STATE5002", "not held",
        "Summary", "BELLWEATHER",
    ):  # fmt: skip
        assert words in page.text
    assert {"cable?id=03STATE5002", "cable?id=03ANKARA101", "threads?cable=03ANKARA102"} <= set(
        page.links
    )


def test_two_texts_side_by_side(look: Look) -> None:
    page = look("cable", id="08OSLO418")
    (compare,) = [link for link in page.links if "with=" in link]
    page = look("cable", id="08OSLO418", **{"with": compare.rpartition("=")[2]})
    assert {"ins", "del"} & set(page.tags)
    assert "guests saw the pier" in page.text


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"id": "03STATE5002"}, "Cited by 2 cables"),
        ({"id": "99NOWHERE1"}, "not known here"),
        ({"id": "<b>x"}, "<B>X is not known here"),
        ({}, "No cable was asked for"),
    ],
    ids=str,
)
def test_cables_that_are_not_held(look: Look, parameters: dict[str, str], said: str) -> None:
    assert said in look("cable", **parameters).text


def test_a_thread(look: Look) -> None:
    page = look("threads", cable="03 State 5002", depth="1")
    assert "3 cables within 1 reference" in page.text
    assert {"cable?id=03ANKARA102", "threads?cable=03STATE5002&depth=2"} <= set(page.links)


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({}, "the most references among those held"),
        ({"cable": "99NOWHERE1"}, "99NOWHERE1 is not known here"),
        ({"cable": "03ANKARA150"}, "It cites no cable"),
        ({"cable": "08OSLO417", "depth": "many"}, "within 2 references"),
        ({"cable": "08OSLO417", "depth": "99"}, "within 9 references"),
    ],
    ids=str,
)
def test_threads_that_are_short(look: Look, parameters: dict[str, str], said: str) -> None:
    assert said in look("threads", **parameters).text


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({}, "The most frequent TAGS over time"),
        ({"kind": "geographic"}, "The most frequent geographic TAGS"),
        ({"tag": "ETRD"}, "ETRD: Foreign Trade"),
    ],
    ids=str,
)
def test_topics(look: Look, parameters: dict[str, str], said: str) -> None:
    page = look("topics", **parameters)
    assert said in page.text
    assert "explore?post=ANKARA" in " ".join(page.links)


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({}, ["ingest", "published", "13"]),
        ({"view": "nonsense"}, ["published"]),
        ({"run": "nonsense"}, ["No such run", "nonsense"]),
        ({"view": "ledger"}, ["same text", "oslo-417-again.txt", "13 records"]),
        ({"view": "ledger", "outcome": "superseded"}, ["oslo-418-short.txt", "1 record"]),
        ({"view": "ledger", "cable": "99NOWHERE1"}, ["No record is like that"]),
        ({"view": "quarantine"}, ["1 record could not be read", "letter.txt"]),
        ({"view": "quarantine", "record": "nonsense"}, ["No such record"]),
        ({"view": "checks"}, ["each was met every time"]),
        ({"view": "generations"}, ["current", "Lake (Parquet)", "search_index.occurrences"]),
    ],
    ids=str,
)
def test_pipeline(look: Look, parameters: dict[str, str], said: list[str]) -> None:
    page = look("pipeline", **parameters)
    assert [words for words in said if words not in page.text] == []


def test_a_run_and_a_quarantined_record(look: Look) -> None:
    (run, *_) = [link for link in look("pipeline").links if "run=" in link]
    page = look("pipeline", run=run.rpartition("=")[2])
    assert "13 read = 10 loaded + 1 duplicate + 1 superseded + 1 quarantined" in page.text
    (link,) = [link for link in look("pipeline", view="quarantine").links if "record=" in link]
    page = look("pipeline", view="quarantine", record=link.rpartition("=")[2])
    assert "A LETTER WITHOUT A NUMBER" in page.text


@pytest.mark.parametrize(
    ("page", "parameters"),
    [
        ("threads", {"cable": "08OSLO417"}),
        ("", {}),
        ("explore", {}),
        ("explore", {"q": "bold quoted"}),
        ("explore", {"q": "<script>alert(9)</script>"}),
        ("cable", {"id": "09VALLETTA13"}),
        ("cable", {"id": "08OSLO417"}),
    ],
    ids=str,
)
def test_hostile_text_is_shown_as_it_is(look: Look, page: str, parameters: dict[str, str]) -> None:
    """`Reader` and `look` refuse tags, handlers, scripts and addresses that are not ours."""
    shown = look(page, **parameters)
    assert "<script>alert(" in shown.text
    if parameters.get("id") == "09VALLETTA13":
        for text in ("$\\frac{1}{2}$", ":material/warning:", "{{ 7 * 7 }}", "<not a tag>"):
            assert text in shown.text


def test_nothing_that_a_page_holds_is_run(site: Visitor) -> None:
    policy = site.get("cable?id=09VALLETTA13").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy


def test_what_pages_load_is_kept_by_browsers(site: Visitor) -> None:
    files = [link for link in Reader(site.get("").text).links if link.startswith("assets/")]
    assert len(files) == 3
    for file in files:
        answer = site.get(f"{file}")
        assert answer.status == 200
        assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    "path",
    ["nothing", "assets/nothing.css", "assets/countries-110m.json", "assets/..%2Fapp.py"],
)
def test_what_there_is_not(site: Visitor, path: str) -> None:
    assert site.get(f"{path}").status == 404


@pytest.mark.parametrize(("path", "root"), [("nothing", ""), ("nothing/at/all", "../../")])
def test_the_way_back_from_a_page_that_there_is_not(site: Visitor, path: str, root: str) -> None:
    written = site.get(path).text
    assert "There is no such page" in Reader(written).text
    addresses = set(re.findall(r'(?:href|src)="([^"#]+)"', written))
    assert {f"{root}.", f"{root}explore"} <= addresses
    assert all(re.match(rf"{re.escape(root)}[a-z.]", address) for address in addresses)


def test_a_page_that_fails_says_so(at_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboards.live.ask", lambda *_: [{}])
    site = Visitor(on_this_machine())
    answer = site.get("cable?id=99NEVERASKED1")
    assert answer.status == 500
    assert "could not be drawn" in Reader(answer.text).text


def test_a_page_that_fails_on_the_way_says_so(
    site: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_in_search(connection: Any, name: str, parameters: dict[str, Any]) -> list[Row]:
        return [{}] if name == "explore_search" else ask(connection, name, parameters)

    monkeypatch.setattr("dashboards.live.ask", fail_in_search)
    answer = site.get("explore?q=neverasked")
    page = Reader(answer.text)
    assert "The rest of this page could not be drawn" in page.text
    assert page.fields["q"] == "neverasked"


def test_what_is_warmed_is_known(at_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    generation = look_at_warehouse()
    assert generation is not None
    for _ in _open_all(generation):
        pass
    monkeypatch.setattr("dashboards.live.ask", lambda *_: pytest.fail("asked again"))
    site = Visitor(on_this_machine())
    for path in ("", "explore", "topics", "threads", "pipeline", "pipeline?view=ledger"):
        assert "could not be drawn" not in site.get(path).text


def test_it_answers_to_names_of_this_machine_alone(at_home: Path) -> None:
    elsewhere = "cables.example:8501"
    assert Visitor(on_this_machine(), elsewhere).get("health").status == 400
    assert Visitor(for_others(), elsewhere).get("health").status == 200


def test_without_a_warehouse_the_pages_say_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CABLEHOUSE_HOME", str(tmp_path))
    load_settings.cache_clear()
    site = Visitor(on_this_machine())
    assert f"cablehouse ingest PATH --home {tmp_path}" in Reader(site.get("explore").text).text
    assert site.get("generation").text == "none"
    load_settings.cache_clear()
