"""Everything that can be raised or warned of has its page, and the message leads there."""

from __future__ import annotations

import ast
import errno
import re
from pathlib import Path
from typing import Any

import duckdb
import pytest

import cablehouse.errors
import expectations.errors
import warehouse.errors
from cablehouse.guidance import describe, runbook_of
from handbook.checks import checks_page, judgement_checks
from handbook.runbooks import FOLDER, read_runbooks
from transforms.schema.model import value_sets

ROOT = Path(__file__).parents[2]
BASES = {"CablehouseError", "TerminalError", "WarehouseError"}
OURS = [
    error
    for room in (cablehouse.errors, warehouse.errors, expectations.errors)
    for error in vars(room).values()
    if isinstance(error, type)
    and issubclass(error, Exception)
    and error.__module__ == room.__name__
]


def _made(error: type[Exception]) -> Exception:
    """An instance, whatever its arguments; only its class matters."""
    return error.__new__(error)


@pytest.mark.parametrize(
    "error", [e for e in OURS if e.__name__ not in BASES], ids=lambda e: e.__name__
)
def test_every_error_has_its_page(error: type[Exception]) -> None:
    page = ROOT / runbook_of(_made(error))
    assert page.is_file(), f"write {page.relative_to(ROOT)}"
    assert page.read_text("utf-8").splitlines()[0] == f"# {error.__name__}"


def test_there_are_errors_to_look_at() -> None:
    assert {"InputNotFound", "NoWarehouse", "ValidationFailed"} <= {e.__name__ for e in OURS}


@pytest.mark.parametrize(
    ("error", "page"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "disk-full"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "disk-full"),
        (PermissionError(errno.EACCES, "Permission denied"), "home-unusable"),
        (NotADirectoryError(errno.ENOTDIR, "Not a directory"), "home-unusable"),
        (OSError(errno.EIO, "Input/output error"), "transient-error"),
        (duckdb.IOException("Could not write file: No space left on device"), "disk-full"),
        (duckdb.OutOfMemoryException("Out of Memory Error"), "memory-full"),
        (duckdb.IOException("Could not read file"), "unexpected-error"),
        (KeyError("x"), "unexpected-error"),
    ],
)
def test_other_errors_lead_to_a_page_too(error: Exception, page: str) -> None:
    assert runbook_of(error) == f"docs/runbooks/{page}.md"
    assert (ROOT / runbook_of(error)).is_file()
    assert describe(error).endswith(f"Runbook: docs/runbooks/{page}.md")


def test_no_error_hides_outside_the_rooms_errors_modules() -> None:
    """Private ones that never leave their module aside."""
    strays = []
    for room in ("cablehouse", "warehouse", "expectations", "dags"):
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
                    continue
                bases = {ast.unparse(base).rpartition(".")[2] for base in node.bases}
                is_error = any(re.search(r"(Error|Exception)$", base) for base in bases)
                if is_error and path.name != "errors.py":
                    strays.append(f"{path.relative_to(ROOT)}: {node.name}")
    assert strays == []


def test_every_page_has_the_three_sections() -> None:
    assert len(list(read_runbooks())) >= 40


def test_every_task_of_every_dag_has_its_page() -> None:
    tasks = set()
    for path in [*(ROOT / "dags").glob("*.py"), ROOT / "cablehouse" / "airflow_road.py"]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                marks = {ast.unparse(mark).partition("(")[0] for mark in node.decorator_list}
                if any(mark == "task" or mark.startswith("task.") for mark in marks):
                    tasks.add(node.name)
    assert {"discover", "build_batch", "prove_published"} <= tasks
    assert [name for name in sorted(tasks) if not (FOLDER / f"task-{name}.md").is_file()] == []


def test_every_reason_for_quarantine_is_explained() -> None:
    page = (FOLDER / "record-quarantined.md").read_text("utf-8")
    explained = set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
    lost_by = {"same_text", "partial", "redacted", "not_corrected", "fewer_sections", "shorter",
               "released_earlier", "content_hash", "older_parser"}  # fmt: skip
    assert explained == set(value_sets()["reasons"]) - lost_by


def test_every_judgement_is_explained() -> None:
    page = checks_page()
    checks = judgement_checks()
    assert len(checks) >= 25
    assert [c.name for c in checks if f"### {c.table}.{c.name}\n" not in page] == []
    assert "sightings.few_are_quarantined" in (FOLDER / "quarantine-rate.md").read_text("utf-8")


def test_settings_that_runbooks_name_exist() -> None:
    known = (ROOT / "docs" / "reference" / "settings.md").read_text("utf-8")
    named: set[str] = set()
    for path in [*FOLDER.glob("*.md"), *(ROOT / "docs" / "howto").glob("*.md")]:
        named |= set(re.findall(r"CABLEHOUSE_[A-Z_]+[A-Z]", path.read_text("utf-8")))
    assert named
    assert [name for name in sorted(named) if f"`{name}`" not in known] == []


def test_the_command_line_names_the_page(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from cablehouse.cli.main import app

    answer: Any = CliRunner().invoke(app, ["sql", "SELECT 1", "--home", str(tmp_path)])
    assert answer.exit_code == 1
    assert "Runbook: docs/runbooks/no-warehouse.md" in answer.output
