"""The known dump and a hostile cable, ingested once by the real pipeline; pages over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from known_world import Invented, write_dump

from cablehouse import pipeline
from cablehouse.settings import Settings, load_settings
from dashboards.questions import Row, ask
from warehouse.connect import open_reader

HOSTILE = Invented(
    "VALLETTA",
    13,
    "010900Z MAY 09",
    "S E C R E T",
    "PREL, MT",
    "<script>alert(1)</script> $x^2$ :red[stop] [go](http://evil.example) <img src=x onerror=alert(2)>",
    "1. (S) Summary: <b>bold</b> & \"quoted\" 'text' </p></div></article> $\\frac{1}{2}$ "
    ":material/warning: ![pixel](http://evil.example/p.png) {{ 7 * 7 }} {% raw %}. End summary.\n\n"
    "2. (S) The javascript:alert(3) scheme, &lt;not a tag&gt;, and XXXXXXXXXXXX said so (ref A).",
    refs='A. 08 OSLO 417\n     B. "><svg onload=alert(4)> MEMO 3',
    signed_by="QUILL",
)


@pytest.fixture(scope="session")
def known_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dashboard")
    dump = write_dump(folder / "dump")
    (dump / "valletta-13.txt").write_text(HOSTILE.text(), "utf-8")
    report = pipeline.run(Settings(home=folder / "home"), [str(dump)], workers=1)
    assert report.outcome == "published", report
    return folder / "home"


@pytest.fixture(scope="session")
def known(known_home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_reader(Settings(home=known_home).warehouse_file) as connection:
        yield connection


class Asker:
    """Answers questions of the dashboard from the known warehouse."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def __call__(self, name: str, **parameters: object) -> list[Row]:
        return ask(self.connection, name, parameters)

    def column(self, name: str, column: str, **parameters: object) -> list[object]:
        return [row[column] for row in self(name, **parameters)]


@pytest.fixture
def asked(known: duckdb.DuckDBPyConnection) -> Asker:
    return Asker(known)


@pytest.fixture
def at_home(known_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The settings of this process point to the known warehouse."""
    monkeypatch.setenv("CABLEHOUSE_HOME", str(known_home))
    load_settings.cache_clear()
    yield known_home
    load_settings.cache_clear()
