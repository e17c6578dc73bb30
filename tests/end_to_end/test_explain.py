"""`cablehouse explain`: what each piece of a cable's text became, for people and for pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from builders import HEADER, OPENING, message
from typer.testing import CliRunner

from cablehouse import pipeline
from cablehouse.cli.main import app
from cablehouse.settings import Settings

TEXT = message(
    "1. (C) <b>The pier</b> & its critics (ref A).\nBELLWEATHER",
    header=HEADER.replace("FM ", "  ???! <i>lost</i>\nFM "),
    opening=OPENING.replace("A. STATE 41120", "A. STATE 41120 AND BLUE LANTERNS"),
)


def _explain(*arguments: object, **environment: str) -> Any:
    words = ["explain", *map(str, arguments)]
    return CliRunner().invoke(app, words, env=environment)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "dump.txt"
    path.write_text(TEXT, "utf-8")
    return path


@dataclass(frozen=True)
class Published:
    """A home with one cable, and the file that it was read from."""

    home: Path
    dump: Path


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Published:
    folder = tmp_path_factory.mktemp("explain")
    (folder / "dump.txt").write_text(TEXT, "utf-8")
    pipeline.run(Settings(home=folder / "home"), [str(folder / "dump.txt")], workers=1)
    return Published(folder / "home", folder / "dump.txt")


@pytest.fixture
def published(once: Published) -> Published:
    once.dump.write_text(TEXT, "utf-8")
    return once


def test_a_cable_of_the_warehouse_is_read_again_from_its_source(published: Published) -> None:
    result = _explain("08 Oslo 417", "--home", published.home)
    assert result.exit_code == 0, result.output
    lines = result.output.split("\n")
    place = next(index for index, line in enumerate(lines) if line.endswith("| TAGS: PREL, ETRD"))
    assert lines[place + 1] == "      ~~~~~~gggg~~gggg  = PREL (subject); ETRD (subject)"
    assert "  line 6, column 3: ???! <i>lost</i>" in lines
    number = TEXT.split("\n").index("REF: A. STATE 41120 AND BLUE LANTERNS") + 1
    assert f"  line {number}, column 25: BLUE LANTERNS" in lines


def test_every_format_and_archive_can_be_read_again(loaded: Any) -> None:
    import duckdb

    home = loaded.settings.home
    with duckdb.connect(str(loaded.settings.warehouse_file), read_only=True) as connection:
        rows = connection.execute(
            "SELECT arg_min(cable_id, cable_id) FROM cables "
            "GROUP BY source_format, regexp_extract(source_uri, '\\.[a-z0-9.]+$')"
        ).fetchall()
    assert len(rows) >= 4
    for (cable_id,) in rows:
        result = _explain(cable_id, "--home", home)
        assert result.exit_code == 0, result.output
        assert "Everything was understood." in result.output


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "not there any more"), (TEXT.replace("417", "418"), "not the one that was loaded"),
     ("", "not the one that was loaded")],
    ids=["gone", "changed", "emptied"],
)  # fmt: skip
def test_a_source_that_is_gone_or_changed_says_what_to_do(
    published: Published, content: str | None, said: str
) -> None:
    published.dump.unlink()
    if content is not None:
        published.dump.write_text(content, "utf-8")
    result = _explain("08OSLO417", "--home", published.home)
    assert result.exit_code == 1
    flat = " ".join(result.stderr.split())
    assert said in flat
    assert "cablehouse explain --file" in flat


def test_a_file_is_explained_without_a_warehouse(dump: Path, tmp_path: Path) -> None:
    other = TEXT.replace("000417", "000418").replace("#0417", "#0418")
    dump.write_text(f"{TEXT}\n{other}", "utf-8")
    both = _explain("--file", dump, "--home", tmp_path / "none")
    assert [part in both.output for part in ("08OSLO417  ", "08OSLO418  ")] == [True, True]
    one = _explain("--file", dump, "--records", 1)
    assert "08OSLO418" not in one.output


def test_what_is_no_cable_is_named_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "dump.txt").write_text("SUBJECT: A PIER\n\n1. Text.", "utf-8")
    result = _explain("--file", tmp_path / "dump.txt")
    assert result.exit_code == 1
    assert "no_mrn" in result.stderr


@pytest.mark.parametrize("arguments", [[], ["08OSLO1", "--file", "x.txt"], ["--file", "nowhere"]])
def test_wrong_usage_is_exit_status_2(arguments: list[str]) -> None:
    assert _explain(*arguments).exit_code == 2


def test_a_cable_that_is_not_here(published: Published) -> None:
    result = _explain("08OSLO999", "--home", published.home)
    assert result.exit_code == 1
    assert "Nearest: 08OSLO417" in result.stderr


class _Page(HTMLParser):
    """Reads a page: its text, the titles of its spans, and elements that were left open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.titles: list[str] = []
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag != "meta":
            self.open.append(tag)
        self.titles += [value or "" for name, value in attributes if name == "title"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_holds_the_text_escaped_and_needs_nothing_else(dump: Path, tmp_path: Path) -> None:
    output = tmp_path / "page.html"
    assert _explain("--file", dump, "--html", "-o", output).exit_code == 0
    html = output.read_text("utf-8")
    page = _Page(html)
    assert page.open == []
    assert {"script", "link", "img", "b", "i"} & page.tags == set()
    assert not re.search(r"https?:|url\(", html)
    for line in TEXT.split("\n"):
        assert line in page.text
    assert "tags.tag = PREL (subject)" in page.titles
    assert "refs.raw = A: 08STATE41120" in page.titles
    assert "not understood" in page.titles
    anchors = re.findall(r'href="#(gap-[^"]+)"', html)
    assert len(anchors) == 2
    assert all(html.count(f'id="{anchor}"') == 1 for anchor in anchors)
    for part in ("prefers-color-scheme: dark", "width=device-width", 'class="legend"'):
        assert part in html


def test_a_terminal_has_colours_and_no_color_has_marks(dump: Path) -> None:
    import io

    from rich.console import Console

    from cablehouse.cli.explained_text import print_coloured
    from cablehouse.explaining import Explanation, explain_file

    (explanation,) = explain_file(dump, Settings())
    assert isinstance(explanation, Explanation)
    screen = io.StringIO()
    print_coloured(Console(file=screen, force_terminal=True, width=80), explanation)
    assert "\x1b[35mPREL\x1b[0m" in screen.getvalue()
    assert "08STATE41120" in screen.getvalue()
    assert "\x1b" not in _explain("--file", dump, NO_COLOR="1").output
