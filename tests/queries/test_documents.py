"""Every query that a hand-written page prints can be asked; every command that it names is one."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest
import typer.main

from cablehouse.cli.main import app
from handbook.commands import command_names, help_of

ROOT = Path(__file__).parents[2]
PAGES = [
    *(ROOT / "README.md", ROOT / "CONTRIBUTING.md"),
    *(p for p in sorted((ROOT / "docs").rglob("*.md")) if p.parent.name not in {"decisions"}),
]
FENCED = re.compile(r"^ *```(\S*)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
SQL = [
    (path, query)
    for path in PAGES
    for kind, query in FENCED.findall(path.read_text("utf-8"))
    if kind == "sql" and "read_parquet" not in query  # those of the lake: test_doors.py
]
COMMANDS = {words: help_of(words) for words in command_names(typer.main.get_command(app))}


@pytest.mark.parametrize(
    ("path", "query"), SQL, ids=[f"{p.stem}-{n}" for n, (p, _) in enumerate(SQL)]
)
def test_a_printed_query_can_be_asked(
    path: Path, query: str, known: duckdb.DuckDBPyConnection
) -> None:
    known.execute(query).fetchall()


def test_there_are_queries() -> None:
    assert len(SQL) > 60


def _code(text: str) -> list[str]:
    """Lines of shell and of output, and spans of code."""
    blocks = [block for kind, block in FENCED.findall(text) if kind in {"", "sh", "bash"}]
    spans = re.findall(r"`([^`\n]+)`", FENCED.sub("", text))
    return [line for block in blocks for line in block.splitlines()] + spans


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_named_commands_and_their_options_exist(path: Path) -> None:
    wrong = []
    for line in _code(path.read_text("utf-8")):
        for call in re.findall(r"\bcablehouse ((?:[a-z]+|--)[^|;#]*)", line):
            words = tuple(call.split())
            known = next((names for names in COMMANDS if words[: len(names)] == names), None)
            is_group = words[0] in {names[0] for names in COMMANDS if len(names) > 1}
            if known is None and not is_group and words[0] != "COMMAND":
                wrong.append(f"cablehouse {call}")
                continue
            offered = COMMANDS[known] if known else ""
            options = re.findall(r"(?<!\S)(--[a-z-]+)", call.split('"')[0])
            wrong += [f"{call}: {name}" for name in options if known and name not in offered]
    assert wrong == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_named_targets_of_make_exist(path: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    named = {
        name
        for line in _code(path.read_text("utf-8"))
        for name in re.findall(r"(?:^|&& )make ([a-z-]+)", line.strip())
    }
    assert named <= targets
