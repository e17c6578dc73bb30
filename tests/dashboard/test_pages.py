"""Each page runs without an error and shows what its address asks for, as text and never as markup."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cablehouse.settings import load_settings

Look = Callable[..., AppTest]
OURS = {
    "a", "article", "aside", "b", "br", "code", "dd", "del", "details", "div", "dl", "dt", "h1", "h2",
    "h3", "header", "i", "ins", "li", "mark", "nav", "ol", "p", "pre", "script", "section", "small",
    "span", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip


class Reader(HTMLParser):
    """What a browser would make of the pieces of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def look(at_home: Path) -> Look:
    def at(page: str, **parameters: str) -> AppTest:
        test = AppTest.from_string(
            f"from dashboards.views import {page}\n"
            f"from dashboards.views.frame import framed\nframed({page}.show)()\n",
            default_timeout=60,
        )
        for name, value in parameters.items():
            test.query_params[name] = value
        test.run()
        assert not test.exception, test.exception
        return test

    return at


def read(test: AppTest) -> Reader:
    reader = Reader()
    for piece in test.get("html"):
        reader.feed(piece.proto.body)
    assert reader.tags <= OURS
    assert not any(name.startswith("on") for name in reader.attributes)
    assert not any(":" in link.split("?")[0] for link in reader.links), reader.links
    return reader


def test_overview(look: Look) -> None:
    page = read(look("overview"))
    for words in ("FERRY TALKS CLOSE", "Ankara", "10 loaded", "1 quarantined", "11"):
        assert words in page.text


def test_explore_lists_the_newest(look: Look) -> None:
    page = read(look("explore"))
    assert "10 cables, the newest first" in page.text
    assert "explore?post=ANKARA" in page.links
    assert "cable?id=09LIMA7" in page.links


def test_explore_finds_and_marks(look: Look) -> None:
    test = look("explore", q="second pier", post="OSLO", since="2008-01-01")
    page = read(test)
    assert "mark" in page.tags
    assert "cable?id=08OSLO417&p=1" in page.links
    assert (
        "explore?q=second+pier&post=OSLO&classification=CONFIDENTIAL&since=2008-01-01" in page.links
    )
    assert test.text_input[0].value == "second pier"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("zeppelin", "Nothing found"),
        ("03 STATE 5002", "03STATE5002 is not held"),
        ("08OSLO417", "is held"),
    ],
)
def test_explore_says_what_it_did_not_find(look: Look, words: str, said: str) -> None:
    assert said in " ".join(read(look("explore", q=words)).text.split())


def test_a_cable(look: Look) -> None:
    page = read(look("cable", id="03 Ankara 102"))
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
    page = read(look("cable", id="08OSLO418"))
    (compare,) = [link for link in page.links if "with=" in link]
    page = read(look("cable", id="08OSLO418", **{"with": compare.rpartition("=")[2]}))
    assert {"ins", "del"} & page.tags
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
    assert said in read(look("cable", **parameters)).text


def test_a_thread(look: Look) -> None:
    page = read(look("threads", cable="03 State 5002", depth="1"))
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
    assert said in read(look("threads", **parameters)).text


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
    page = read(look("topics", **parameters))
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
    page = read(look("pipeline", **parameters))
    assert [words for words in said if words not in page.text] == []


def test_a_run_and_a_quarantined_record(look: Look) -> None:
    (run, *_) = [link for link in read(look("pipeline")).links if "run=" in link]
    page = read(look("pipeline", run=run.rpartition("=")[2]))
    assert "13 read = 10 loaded + 1 duplicate + 1 superseded + 1 quarantined" in page.text
    (link,) = [
        link for link in read(look("pipeline", view="quarantine")).links if "record=" in link
    ]
    page = read(look("pipeline", view="quarantine", record=link.rpartition("=")[2]))
    assert "A LETTER WITHOUT A NUMBER" in page.text


@pytest.mark.parametrize(
    ("page", "parameters"),
    [
        ("threads", {"cable": "08OSLO417"}),
        ("overview", {}),
        ("explore", {}),
        ("explore", {"q": "bold quoted"}),
        ("explore", {"q": "<script>alert(9)</script>"}),
        ("cable", {"id": "09VALLETTA13"}),
        ("cable", {"id": "08OSLO417"}),
    ],
    ids=str,
)
def test_hostile_text_is_shown_as_it_is(look: Look, page: str, parameters: dict[str, str]) -> None:
    """`read` refuses tags, handlers and addresses that are not ours."""
    test = look(page, **parameters)
    shown = read(test)
    assert "<script>alert(" in shown.text
    assert not test.markdown
    if parameters.get("id") == "09VALLETTA13":
        for text in ("$\\frac{1}{2}$", ":material/warning:", "{{ 7 * 7 }}", "<not a tag>"):
            assert text in shown.text


def test_without_a_warehouse_the_pages_say_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CABLEHOUSE_HOME", str(tmp_path))
    load_settings.cache_clear()
    test = AppTest.from_string(
        "from dashboards.views import explore\n"
        "from dashboards.views.frame import framed\nframed(explore.show)()\n"
    ).run()
    assert not test.exception
    assert f"cablehouse ingest PATH --home {tmp_path}" in read(test).text
    load_settings.cache_clear()
