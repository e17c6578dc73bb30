"""A run can be killed anywhere: the published warehouse is the old one, the next run finishes."""

from __future__ import annotations

import errno
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import fewer_checks
import pytest

from cablehouse import pipeline
from cablehouse.endings import kept_reports
from cablehouse.settings import Settings
from cablehouse.sweeping import sweep
from samples.generate import write_sample
from transforms.schema.model import data_tables, lake_tables
from warehouse.connect import open_reader

KILLS = {
    "while planning": ("cablehouse.pipeline", "plan", "before"),
    "while reading": ("cablehouse.parts", "parse_by_steps", "before"),
    "after a batch": ("cablehouse.steps.build_batch", "build_batch", "after"),
    "before validation": ("cablehouse.pipeline", "validate", "before"),
    "while loading": ("warehouse.load", "_record_run", "before"),
    "after loading": ("cablehouse.pipeline", "load", "after"),
    "before the switch": ("cablehouse.steps.publish", "move_into_quarantine", "before"),
    "while moving into the lake": ("cablehouse.steps.publish", "move_into_lake", "after"),
    "before the report": ("cablehouse.endings", "conclude", "before"),
    "after the switch": ("cablehouse.pipeline", "publish", "after"),
}
SUPPORT = str(Path(fewer_checks.__file__).parent)
SCRIPT = """
import importlib, os, signal, sys
from pathlib import Path
from cablehouse import pipeline
from cablehouse.engines import local
from cablehouse.settings import Settings
from expectations import runner

module, name, when, home, dump, support = sys.argv[1:]
sys.path.append(support)
from fewer_checks import without_columns
runner.all_checks = without_columns
place = importlib.import_module(module)
real = getattr(place, name)

def deadly(*args, **kwargs):
    if when == "after":
        real(*args, **kwargs)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(place, name, deadly)
if name == "build_batch":
    local.build_batch = deadly
pipeline.run(Settings(home=Path(home)), [dump], workers=1)
"""


def _rows(settings: Settings, sql: str) -> list[tuple]:
    with open_reader(settings.warehouse_file) as connection:
        return connection.execute(sql).fetchall()


def _content(settings: Settings) -> dict[str, list]:
    """All rows but for what names the run."""
    return {
        table.table: _rows(
            settings,
            f"SELECT * EXCLUDE ({'run_id, first_seen_at' if table.table == 'cables' else 'sighting_id'}) "
            f"FROM {table.table} ORDER BY ALL",
        )
        for table in data_tables()
    }


@pytest.fixture(scope="module")
def dumps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two dumps, a home that holds the old one, and one that holds both."""
    folder = tmp_path_factory.mktemp("dumps")
    write_sample(folder / "old", cables=3, seed=2, has_defects=False)
    write_sample(folder / "new", cables=8, seed=1)
    pipeline.run(Settings(home=folder / "home"), [str(folder / "old" / "dump")], workers=1)
    shutil.copytree(folder / "home", folder / "both", symlinks=True)
    pipeline.run(Settings(home=folder / "both"), [str(folder / "new" / "dump")], workers=1)
    return folder


@pytest.mark.parametrize("moment", KILLS)
def test_a_run_killed_anywhere_is_finished_by_the_next(
    dumps: Path, tmp_path: Path, moment: str
) -> None:
    settings = Settings(home=tmp_path / "home")
    shutil.copytree(dumps / "home", settings.home, symlinks=True)
    before = _content(settings)
    generation = settings.warehouse_file.resolve()
    new = str(dumps / "new" / "dump")

    script = tmp_path / "killed.py"
    script.write_text(SCRIPT)
    ended = subprocess.run(
        [sys.executable, str(script), *KILLS[moment], str(settings.home), new, SUPPORT],
        capture_output=True,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    is_switched = moment in {"after the switch", "before the report"}
    assert (settings.warehouse_file.resolve() != generation) == is_switched
    assert (_content(settings) != before) == is_switched

    report = pipeline.run(settings, [new], workers=1)
    assert report.outcome == ("nothing_new" if is_switched else "published")
    outcomes = [kept.outcome for kept in kept_reports(settings)]
    assert outcomes == ["published", *([] if is_switched else ["failed"]), "published"]
    assert _content(settings) == _content(Settings(home=dumps / "both"))
    assert list(settings.staging.iterdir()) == []
    named = {row[0] for row in _rows(settings, "SELECT batch_id FROM batches")}
    for table in lake_tables():
        folders = (settings.lake / table.table).iterdir()
        assert {path.name.removeprefix("batch=") for path in folders} == named
    assert [p.name for p in settings.generations.iterdir() if "building" in p.name] == []


RETRACT_SCRIPT = SCRIPT.replace(
    "pipeline.run(Settings(home=Path(home)), [dump], workers=1)",
    "pipeline.retract(Settings(home=Path(home)), dump, reason='a wrong dump', by='quill')",
)
RETRACT_KILLS = {
    "before loading": ("cablehouse.pipeline", "load", "before"),
    "while withdrawing": ("warehouse.load", "withdraw", "after"),
    "before the switch": ("warehouse.publish", "publish", "before"),
    "after the switch": ("warehouse.publish", "publish", "after"),
    "before the lake": ("cablehouse.traces", "prune_orphans", "before"),
    "after the lake": ("cablehouse.traces", "prune_orphans", "after"),
    "while forgetting": ("cablehouse.traces", "forget_inputs", "after"),
    "before the report": ("cablehouse.endings", "write_atomically", "before"),
}
IS_IN = {"before loading", "while withdrawing", "before the switch"}


@pytest.mark.parametrize("moment", RETRACT_KILLS)
def test_a_retraction_killed_anywhere_is_finished_or_never_was(
    dumps: Path, tmp_path: Path, moment: str
) -> None:
    settings = Settings(home=tmp_path / "home")
    shutil.copytree(dumps / "both", settings.home, symlinks=True)
    both = _content(settings)
    ((batch,),) = _rows(settings, "SELECT batch_id FROM batches ORDER BY run_id DESC LIMIT 1")
    script = tmp_path / "killed.py"
    script.write_text(RETRACT_SCRIPT)
    ended = subprocess.run(
        [sys.executable, str(script), *RETRACT_KILLS[moment], str(settings.home), batch, SUPPORT],
        capture_output=True,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    assert (_content(settings) == both) == (moment in IS_IN)

    sweep(settings)
    assert (_content(settings) == both) == (moment in IS_IN)
    if moment in IS_IN:
        assert (
            pipeline.retract(settings, batch, reason="a wrong dump", by="quill").outcome
            == "published"
        )
    assert _content(settings) == _content(Settings(home=dumps / "home"))
    assert list(settings.staging.iterdir()) == []
    assert len(_rows(settings, "SELECT * FROM retractions")) == 1
    named = {row[0] for row in _rows(settings, "SELECT batch_id FROM batches")}
    for table in lake_tables():
        folders = (settings.lake / table.table).iterdir()
        assert {path.name.removeprefix("batch=") for path in folders} == named
    assert not list(settings.quarantine.glob(f"run=*/batch={batch}*"))


ORPHANS = """
import os, signal
from cablehouse.engines import local

if __name__ == "__main__":
    with local._crew(1, local._Meter(0, None)) as crew:
        print(crew.pool.submit(os.getpid).result(), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_workers_end_with_the_run_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "orphans.py"
    script.write_text(ORPHANS)
    # Returns when nobody holds its output any more, so a worker that lives on is a time-out.
    ended = subprocess.run(
        [sys.executable, str(script)], capture_output=True, check=False, timeout=120
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    assert ended.stdout.strip().isdigit()


def test_a_run_that_is_told_to_end_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    write_sample(tmp_path / "a", cables=3, has_defects=False)
    program = (
        "import os, signal; from cablehouse import pipeline; from cablehouse.cli.main import run; "
        "pipeline.validate = lambda *_: os.kill(os.getpid(), signal.SIGTERM); run()"
    )
    words = [sys.executable, "-c", program, "ingest", str(tmp_path / "a" / "dump")]
    done = subprocess.run(
        [*words, "--home", str(settings.home)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 130
    assert done.stderr.splitlines()[-1].startswith("error: stopped.")
    assert "Traceback" not in done.stderr
    (report,) = kept_reports(settings)
    assert (report.outcome, report.failed_step) == ("failed", "validate")
    assert "told to end" in (report.error or "")
    assert list(settings.staging.iterdir()) == []


def test_a_run_that_is_stopped_behind_the_switch_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(home=tmp_path / "home")
    write_sample(tmp_path / "a", cables=3, has_defects=False)
    publish = pipeline.publish

    def stopped(*arguments: object) -> None:
        publish(*arguments)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "publish", stopped)
    report = pipeline.run(settings, [str(tmp_path / "a" / "dump")], workers=1)
    assert (report.outcome, report.loaded_count) == ("published", 3)
    assert list(settings.staging.iterdir()) == []


def test_a_run_that_fills_the_disk_gives_the_room_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else nothing could be written any more, not even that and why it failed."""
    settings = Settings(home=tmp_path / "home")
    for name in ("a", "b"):
        write_sample(tmp_path / name, cables=3, seed=ord(name), has_defects=False)
    pipeline.run(settings, [str(tmp_path / "a" / "dump")], workers=1)

    def fill(base: Path, building: Path) -> None:
        building.write_bytes(base.read_bytes()[:1000])
        raise OSError(errno.ENOSPC, "No space left on device", str(building))

    moved = shutil.move
    rooms: list[list[str]] = []

    def move(source: Path, target: Path) -> object:
        rooms.append([path.name for path in settings.generations.glob("*.building*")])
        return moved(source, target)

    monkeypatch.setattr("warehouse.load.shutil.copyfile", fill)
    monkeypatch.setattr("cablehouse.endings.shutil.move", move)
    failed = pipeline.run(settings, [str(tmp_path / "b" / "dump")], workers=1)
    assert (failed.outcome, failed.failed_step) == ("failed", "load")
    assert (failed.error or "").endswith("Runbook: docs/runbooks/disk-full.md")
    assert rooms == [[]], "before anything else is written"
    assert "Traceback" not in "".join(capsys.readouterr())
    assert list(settings.staging.iterdir()) == []
    monkeypatch.undo()
    assert pipeline.run(settings, [str(tmp_path / "b" / "dump")], workers=1).loaded_count == 3
