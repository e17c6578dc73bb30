"""Imports go one way: transforms <- expectations, warehouse <- cablehouse <- dags, dashboards."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = {
    "cablehouse", "dashboards", "transforms", "expectations", "warehouse", "samples", "dags", "tests",
    "handbook",
}  # fmt: skip
SHARED = ("transforms.schema", "transforms.codes", "transforms.version")
ALLOWED = {
    "transforms": ("transforms",),
    "expectations": ("expectations", *SHARED),
    "warehouse": ("warehouse", *SHARED),
    "samples": ("samples", *SHARED),
    "cablehouse": ("cablehouse", "transforms", "expectations", "warehouse", "samples"),
    "dags": ("dags", "cablehouse", "callbacks"),
    "handbook": ("handbook", "cablehouse", "transforms", "expectations", "warehouse"),
    "dashboards": (
        *("dashboards", "warehouse", *SHARED, "cablehouse.settings", "cablehouse.quarantine"),
        *("cablehouse.endings", "transforms.parse.mrn", "transforms.parse.text.redactions"),
    ),
}
IMPURE = {
    "airflow", "duckdb", "great_expectations", "socket", "subprocess", "os", "time", "random",
    "requests", "fsspec", "pathlib", "tempfile", "secrets", "shutil",
}  # fmt: skip


def _imports(path: Path) -> list[tuple[str, int]]:
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [(f"{node.module}.{alias.name}", node.lineno) for alias in node.names]
    return found


def _modules(room: str) -> list[Path]:
    modules = sorted((ROOT / room).rglob("*.py"))
    assert modules, (
        f"no modules in {room}: the folder was renamed, so this test would prove nothing"
    )
    return modules


@pytest.mark.parametrize("room", sorted(ALLOWED))
def test_a_room_imports_only_what_it_may(room: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in _modules(room)
        for name, line in _imports(path)
        if name.split(".")[0] in OURS
        and not any(name == a or name.startswith(a + ".") for a in ALLOWED[room])
    ]
    assert wrong == []


def test_transforms_touch_nothing_of_the_world() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in _modules("transforms")
        for name, line in _imports(path)
        if name.split(".")[0] in IMPURE
    ]
    assert wrong == []


def test_only_the_settings_read_the_environment() -> None:
    wrong = []
    for room in ("cablehouse", "dashboards", "transforms", "expectations", "warehouse", "samples"):
        for path in _modules(room):
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                reads = "os.getenv" in line or "os.environ.get" in line or "environ[" in line
                writes = "] =" in line
                if reads and not writes and path.name != "settings.py":
                    wrong.append(f"{path.relative_to(ROOT)}:{number}")
    assert wrong == []


def _knowing(package: str) -> set[str]:
    """The modules that import a package."""
    return {
        path.relative_to(ROOT).as_posix()
        for room in sorted(ALLOWED)
        for path in _modules(room)
        for name, _ in _imports(path)
        if name.split(".")[0] == package
    }


def test_only_the_runner_and_its_parts_know_great_expectations() -> None:
    knowing = _knowing("great_expectations")
    assert knowing <= {"expectations/runner.py", "expectations/report.py"}


def test_only_the_application_knows_the_web() -> None:
    """Everything else of the dashboard is tested without its server."""
    assert _knowing("starlette") == {"dashboards/app.py"}
    assert _knowing("uvicorn") == set()


def test_duckdb_is_opened_in_one_place() -> None:
    opening = {
        path.relative_to(ROOT).as_posix()
        for room in ("cablehouse", "dashboards", "warehouse", "samples", "dags")
        for path in _modules(room)
        if "duckdb.connect(" in path.read_text("utf-8")
    }
    assert opening == {"warehouse/connect.py"}
