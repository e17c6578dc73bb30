"""Everything public says what it is; every generated page is current; rooms stay small."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = (
    *("cablehouse", "dashboards", "transforms", "expectations", "warehouse"),
    *("samples", "dags", "handbook"),
)
MODULES = [p for room in ROOMS for p in sorted((ROOT / room).rglob("*.py"))]
SQL = sorted([*(ROOT / "warehouse" / "sql").rglob("*.sql"), *(ROOT / "dashboards").rglob("*.sql")])


def _public_without_docstring(path: Path) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    missing = [] if ast.get_docstring(tree) or not tree.body else ["the module"]
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            members = node.body
            if not node.name.startswith("_") and not ast.get_docstring(node):
                missing.append(node.name)
            if node.name.startswith("_"):
                continue
        elif node is tree:
            members = tree.body
        else:
            continue
        missing += [
            member.name
            for member in members
            if isinstance(member, ast.FunctionDef)
            and not member.name.startswith("_")
            and not ast.get_docstring(member)
        ]
    return missing


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_public_thing_has_a_docstring(path: Path) -> None:
    assert _public_without_docstring(path) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_module_is_one_room(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400, "split it: a module is one thing"


@pytest.mark.parametrize("path", SQL, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_sql_file_opens_with_its_purpose(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    assert re.match(r"-- \w.{15,}", first), "the first line says what the object is for"


def test_every_decision_has_the_four_parts() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
    assert pages
    for page in pages:
        text = page.read_text("utf-8")
        for heading in ("Context", "Choice", "What we gave up", "How we would know"):
            assert heading in text, f"{page.name} lacks: {heading}"


def test_every_make_target_has_a_line_of_help() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    listed = re.findall(r"^\.PHONY:(.*)$", text, re.MULTILINE)
    targets = {name for line in listed for name in line.split()}
    helped = set(re.findall(r"^([a-z-]+):.*?## \S", text, re.MULTILINE))
    assert targets
    assert targets <= helped


@pytest.mark.parametrize(
    "path",
    [p for p in SQL if p.parent.name in {"views", "macros"}],
    ids=lambda p: p.relative_to(ROOT).as_posix(),
)
def test_every_view_and_macro_is_asked_by_a_test(path: Path) -> None:
    """Each has a case with a known answer; see `tests/warehouse` and `tests/queries`."""
    cases = [
        *(ROOT / "tests" / "warehouse").glob("test_*.py"),
        *(ROOT / "tests" / "queries").glob("test_*.py"),
        *(ROOT / "docs" / "queries").glob("*.sql"),  # their answers are in tests/queries
    ]
    name = re.compile(rf"\b{path.stem}\b")
    assert any(name.search(case.read_text("utf-8")) for case in cases)


def test_every_question_has_its_answer() -> None:
    answers = (ROOT / "tests" / "queries" / "answers.yaml").read_text("utf-8")
    asked = [path.stem for path in (ROOT / "docs" / "queries").glob("*.sql")]
    assert asked
    assert [name for name in asked if name not in answers] == []
