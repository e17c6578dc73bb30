"""The command line, as people and scripts use it."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from builders import message
from typer.testing import CliRunner

from cablehouse import pipeline
from cablehouse.cli.main import app
from cablehouse.cli.search import coloured
from cablehouse.errors import ExtraMissing
from cablehouse.settings import Settings

COMMANDS = ["ingest", "sql", "search", "show", "explain", "status", "sample"]


def _call(*arguments: object) -> subprocess.CompletedProcess[str]:
    """A command as a process of its own, as scripts call it."""
    words = [sys.executable, "-m", "cablehouse", *map(str, arguments)]
    return subprocess.run(words, capture_output=True, text=True, check=False)


def _invoke(*arguments: object) -> Any:
    return CliRunner().invoke(app, [str(word) for word in arguments])


def test_help_answers_without_a_heavy_import() -> None:
    program = (
        "import sys; from cablehouse.cli.main import app; from typer.testing import CliRunner; "
        "r = CliRunner().invoke(app, ['--help']); assert r.exit_code == 0; print(sorted("
        "{'duckdb', 'pyarrow', 'great_expectations', 'airflow', 'pandas', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_help_of_a_command_loads_no_settings_and_no_logs() -> None:
    """Models cost more than all the rest of the answer."""
    program = (
        "import sys; from cablehouse.cli.main import app; from typer.testing import CliRunner; "
        "r = CliRunner().invoke(app, ['ingest', '--help']); assert r.exit_code == 0; print(sorted("
        "{'duckdb', 'pyarrow', 'structlog', 'cablehouse.settings'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("name", "value"), [("WORKERS", "many"), ("LOG_LEVEL", "loud"), ("KEEP_GENERATIONS", "0")]
)
def test_a_setting_that_cannot_be_is_named(name: str, value: str, monkeypatch: Any) -> None:
    monkeypatch.setenv(f"CABLEHOUSE_{name}", value)
    done = _call("status")
    assert done.returncode == 2
    assert f"CABLEHOUSE_{name}={value}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_cannot_be_opened_is_a_message(tmp_path: Path, monkeypatch: Any) -> None:
    from cablehouse import landing

    def broken(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "dump.csv")

    (tmp_path / "dump.csv").write_text("x")
    monkeypatch.setattr(landing, "_hash", broken)
    result = _invoke("ingest", tmp_path / "dump.csv", "--home", tmp_path / "home")
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)


def test_a_part_that_is_not_installed_is_named_with_its_command() -> None:
    message = str(ExtraMissing("--engine spark", "spark"))
    assert f"{sys.executable} -m pip install 'pyspark==" in message


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_does(command: str) -> None:
    result = _invoke(command, "--help")
    assert result.exit_code == 0
    for line in result.output.splitlines():
        if line.strip().startswith("--"):
            assert len(line.split("  ")) > 1, f"an option without help: {line}"


def test_ingest_publishes_and_says_how_to_ask(tmp_path: Path) -> None:
    (tmp_path / "dump").mkdir()
    (tmp_path / "dump" / "cable.txt").write_text(message("1. (C) The pier opened."))
    (tmp_path / "dump" / "bad.txt").write_bytes(b"\0[red]")
    done = _call("ingest", tmp_path / "dump", "--home", tmp_path / "home", "--workers", 1)
    assert done.returncode == 0, done.stderr
    assert "bad.txt, record 1: binary" in done.stdout.replace("\n", "")
    assert "cablehouse sql --home" in done.stdout
    assert "run_id=" in done.stderr
    assert "The pier opened" not in done.stderr
    again = _call("ingest", tmp_path / "dump", "--home", tmp_path / "home")
    assert (again.returncode, "Nothing new" in again.stdout) == (0, True)
    strict = _call(
        "ingest", tmp_path / "dump" / "bad.txt", "--home", tmp_path / "other", "--strict"
    )
    assert strict.returncode == 1
    assert "binary" in strict.stderr
    assert "Traceback" not in strict.stderr
    shown = _invoke("status", "--home", tmp_path / "other")
    assert "failed" in shown.output
    assert "1 read, 1 of them not understood; nothing was loaded" in shown.output
    assert "Nothing" not in shown.output


@pytest.mark.parametrize(
    ("arguments", "message_part"),
    [
        (["ingest", "nowhere"], "nowhere: no such file"),
        (["ingest"], "Missing argument"),
        (["ingest", ".", "--engine", "hadoop"], "hadoop"),
        (["sql", "SELECT 1", "--format", "parquet"], "-o FILE"),
        (["sql", "SELECT 1; SELECT 2"], "One statement"),
        (["ingest", ""], "is a variable empty?"),
        (["search", "*"], "at least one word"),
    ],
)
def test_wrong_usage_is_exit_status_2(loaded: Any, arguments: list[str], message_part: str) -> None:
    done = _call(*arguments, "--home", loaded.settings.home)
    assert done.returncode == 2
    assert message_part in done.stderr.replace("\n", " ")


def test_sql_in_every_format(loaded: Any, tmp_path: Path) -> None:
    home = loaded.settings.home
    query = "SELECT cable_id, sent_at, captions FROM cables ORDER BY cable_id LIMIT 3"
    table = _invoke("sql", query, "--home", home)
    assert table.exit_code == 0
    rows = list(
        csv.DictReader(io.StringIO(_call("sql", query, "--home", home, "--format", "csv").stdout))
    )
    assert len(rows) == 3
    assert rows[0]["cable_id"] in table.output
    objects = json.loads(_call("sql", query, "--home", home, "--format", "json").stdout)
    assert [row["cable_id"] for row in objects] == [row["cable_id"] for row in rows]
    assert objects[0]["captions"][0]
    target = tmp_path / "out.parquet"
    assert _call("sql", query, "--home", home, "--format", "parquet", "-o", target).returncode == 0
    assert pq.read_table(target).column("cable_id").to_pylist() == [row["cable_id"] for row in rows]
    named = tmp_path / "again.parquet"
    assert _call("sql", query, "--home", home, "-o", named).returncode == 0
    assert pq.read_table(named).equals(pq.read_table(target))
    assert _call("sql", "DESCRIBE tags", "--home", home, "--format", "csv").stdout.startswith(
        "column_name"
    )


@pytest.mark.parametrize(
    ("query", "message_part"),
    [
        ("DELETE FROM cables", "read-only"),
        ("CREATE TABLE x (y INTEGER)", "read-only"),
        ("SELECT nothing FROM cables", "nothing"),
        ("SELEC 1", "syntax error"),
    ],
)
def test_sql_that_cannot_be_answered(loaded: Any, query: str, message_part: str) -> None:
    done = _call("sql", query, "--home", loaded.settings.home)
    assert done.returncode == 1
    assert message_part in done.stderr
    assert "Traceback" not in done.stderr


def test_sql_of_many_columns_is_written_one_column_a_line(loaded: Any) -> None:
    home = loaded.settings.home
    lines = _invoke("sql", "FROM cables ORDER BY cable_id LIMIT 2", "--home", home).output
    assert "row 2" in lines
    assert re.search(r"^transmission_id +(VZ|NULL)", lines, re.MULTILINE)
    assert "No rows of: cable_id, year" in _invoke(
        "sql", "FROM cables WHERE false", "--home", home
    ).output.replace("\n", " ")


def test_sql_shows_text_as_it_is(loaded: Any) -> None:
    query = "SELECT ':x: [red]pier[/] :us:' AS text"
    assert ":x: [red]pier[/] :us:" in _invoke("sql", query, "--home", loaded.settings.home).output


def test_sql_reads_standard_input(loaded: Any) -> None:
    result = CliRunner().invoke(
        app, ["sql", "-", "--home", str(loaded.settings.home)], input="SELECT 41 + 1 AS answer"
    )
    assert "42" in result.output


@pytest.mark.parametrize("command", [["sql", "SELECT 1"], ["search", "x"], ["show", "08OSLO1"]])
def test_without_a_warehouse_the_commands_say_how_to_make_one(
    tmp_path: Path, command: list[str]
) -> None:
    done = _call(*command, "--home", tmp_path)
    assert done.returncode == 1
    assert "cablehouse ingest" in done.stderr


def test_status_without_a_warehouse(tmp_path: Path) -> None:
    result = _invoke("status", "--home", tmp_path)
    assert result.exit_code == 0
    assert "No warehouse yet" in result.output


def test_show_lays_out_a_cable_and_forgives_spelling(loaded: Any) -> None:
    from samples.cables import invent

    cable = next(c for c in (invent(n, 1, mean_sentences=4) for n in range(200)) if c.refs)
    spaced = f"{cable.cable_id[:2]} {cable.post.name.title()} {cable.serial:05d}"
    result = _invoke("show", spaced, "--home", loaded.settings.home)
    assert result.exit_code == 0, result.output
    flat = " ".join(result.output.split())
    for part in (
        cable.cable_id,
        cable.subject,
        cable.signed_by,
        cable.refs[0].target_id,
        "References",
    ):
        assert part in flat
    assert cable.paragraphs[-1].text.split("\n")[0][:60] in flat


def test_show_names_the_nearest_when_there_is_none(loaded: Any) -> None:
    result = _call("show", "08OSLO999999", "--home", loaded.settings.home)
    assert result.returncode == 1
    assert "Nearest: " in result.stderr


def test_show_names_who_cites_what_is_missing(loaded: Any) -> None:
    query = "SELECT cable_id, cited_by[1] AS citing FROM missing_cables LIMIT 1"
    done = _call("sql", query, "--home", loaded.settings.home, "--format", "json")
    (missing,) = json.loads(done.stdout)
    result = _call("show", missing["cable_id"].lower(), "--home", loaded.settings.home)
    assert result.returncode == 1
    assert f"Cited by: {missing['citing']}" in result.stderr
    year, post, serial = re.fullmatch(r"(\d\d)(\D+)(\d+)", missing["cable_id"]).groups()
    found = _invoke("search", f"{year} {post.title()} 0{serial}", "--home", loaded.settings.home)
    assert missing["citing"] in found.output


def test_search_finds_passages_and_marks_the_words(loaded: Any) -> None:
    result = _invoke("search", "fog signal", "--home", loaded.settings.home, "--limit", 3)
    assert result.exit_code == 0
    assert result.output.lower().count("fog signal") >= 3
    assert "Nothing holds" in _invoke("search", "zeppelin", "--home", loaded.settings.home).output
    narrowed = _invoke("search", "fog", "--post", "NOWHERE", "--home", loaded.settings.home)
    assert "with these options" in narrowed.output


def test_text_of_cables_is_never_taken_for_markup() -> None:
    assert (
        coloured("The [red]\x02pier\x03[/] opened") == r"The \[red][bold yellow]pier[/]\[/] opened"
    )


def test_status_shows_runs_reasons_and_sizes(loaded: Any) -> None:
    result = _invoke("status", "--home", loaded.settings.home)
    assert result.exit_code == 0
    flat = " ".join(result.output.split())
    assert f"{loaded.truth.record_count:,} read = {loaded.truth.cable_count:,} loaded" in flat
    assert "superseded redacted" in flat
    assert "quarantined no_mrn" in flat
    assert "few-fields.csv" in "".join(result.output.split())
    assert f"cables {loaded.truth.cable_count}," in flat
    assert "checks met" in flat
    assert "generations of the warehouse" in flat


def test_sample_writes_the_same_bytes_for_the_same_seed(tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert _invoke("sample", "--cables", 30, "-o", tmp_path / name).exit_code == 0
    files = [
        p.relative_to(tmp_path / "a") for p in (tmp_path / "a" / "dump").rglob("*") if p.is_file()
    ]
    assert len(files) > 20
    for file in files:
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()


def test_sample_says_where_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = _call("sample", "--out", tmp_path / "file" / "x")
    assert done.returncode == 1
    assert f"{tmp_path}/file" in done.stderr
    assert "docs/runbooks/home-unusable.md" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_home_that_is_no_folder_is_a_message(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = _call("ingest", tmp_path, "--home", tmp_path / "file")
    assert done.returncode == 1
    assert f"Not a directory: '{tmp_path}/file/landing'" in done.stderr
    assert "docs/runbooks/home-unusable.md" in done.stderr
    assert "Traceback" not in done.stderr


def test_sample_refuses_an_unknown_format(tmp_path: Path) -> None:
    done = _call("sample", "--format", "papyrus", "--out", tmp_path)
    assert done.returncode == 2
    assert "papyrus. There are: cables_csv" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_of_an_older_version_is_a_message(tmp_path: Path) -> None:
    (tmp_path / "cable.txt").write_text(message("1. (C) The pier opened."))
    settings = Settings(home=tmp_path / "home")
    pipeline.run(settings, [str(tmp_path / "cable.txt")], workers=1)
    settings.warehouse_file.resolve().chmod(0o644)
    with duckdb.connect(settings.warehouse_file) as connection:
        connection.execute("DROP VIEW open_quarantine")
        connection.execute("ALTER TABLE runs DROP COLUMN kind")
    done = _call("quarantine", "list", "--home", settings.home)
    assert done.returncode == 1
    assert "built by an older version" in done.stderr
    assert "docs/runbooks/older-generation.md" in done.stderr
    assert "Traceback" not in done.stderr
    (line,) = _call("versions", "--home", settings.home).stdout.splitlines()[1:2]
    assert line.split()[2] == "?"


def test_version() -> None:
    assert _invoke("--version").output.strip() == "0.1.0"
