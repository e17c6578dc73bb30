"""The folder of a run that is under way, `staging/<run_id>/`, and what lies in it.

run.json                 how the run was started (`RunState`)
alive.lock               held by the process that carries the run, freed even when it is killed
inputs.json              the new input files
plan/<batch>.json        the files of each batch
batch=<batch>/<table>/   the rows of each finished batch
built/<batch>.json       what became of each batch; written last
quality.parquet          results of validation
retraction.json          what a retraction is to take out
load.json                what the load built
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout
from pydantic import BaseModel, TypeAdapter

from cablehouse.errors import RunGone
from cablehouse.landing import InputFile
from cablehouse.planning import Batch
from cablehouse.reports import BatchSummary, LoadReport, Retraction, RunState
from cablehouse.settings import Settings

_Model = TypeVar("_Model", bound=BaseModel)
_INPUTS = TypeAdapter(tuple[InputFile, ...])


def write_atomically(path: Path, content: str) -> None:
    """Write a small text file so that it is there wholly or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.tmp")
    with aside.open("w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)


class Workspace:
    """The staging folder of one run."""

    def __init__(self, settings: Settings, run_id: str) -> None:
        """Name the folder; nothing is read or made."""
        self.run_id = run_id
        self.folder = settings.staging / run_id

    @classmethod
    def open(cls, settings: Settings, run_id: str) -> Workspace:
        """The workspace of a run that was started.

        Raises:
            RunGone: Its folder is not there (any more).
        """
        space = cls(settings, run_id)
        if not (space.folder / "run.json").is_file():
            raise RunGone(run_id, str(space.folder))
        return space

    @property
    def scratch(self) -> Path:
        """A DuckDB file for validation."""
        return self.folder / "scratch.duckdb"

    @property
    def quality(self) -> Path:
        """Results of validation."""
        return self.folder / "quality.parquet"

    def batch_folder(self, batch_id: str) -> Path:
        """Where the rows of a finished batch lie."""
        return self.folder / f"batch={batch_id}"

    def batch_folders(self) -> dict[str, Path]:
        """Finished batches by id."""
        ids = sorted(path.stem for path in (self.folder / "built").glob("*.json"))
        return {batch_id: self.batch_folder(batch_id) for batch_id in ids}

    def start(self, state: RunState, inputs: Sequence[InputFile]) -> None:
        """Write down how the run was started and what it is to read."""
        write_atomically(self.folder / "inputs.json", _INPUTS.dump_json(tuple(inputs)).decode())
        self._write("run.json", state)

    def state(self) -> RunState:
        """How the run was started."""
        return self._read("run.json", RunState)

    def inputs(self) -> tuple[InputFile, ...]:
        """The new input files."""
        return _INPUTS.validate_json(self._text("inputs.json"))

    def write_plan(self, batches: Sequence[Batch]) -> None:
        """Write down the files of each batch."""
        for batch in batches:
            self._write(f"plan/{batch.batch_id}.json", batch)

    def batch(self, batch_id: str) -> Batch:
        """The files of a batch."""
        return self._read(f"plan/{batch_id}.json", Batch)

    def batch_ids(self) -> list[str]:
        """Planned batches."""
        return sorted(path.stem for path in (self.folder / "plan").glob("*.json"))

    def write_summary(self, summary: BatchSummary) -> None:
        """Write down what became of a batch; from then on it counts as finished."""
        self._write(f"built/{summary.batch_id}.json", summary)

    def summary(self, batch_id: str) -> BatchSummary | None:
        """What became of a batch; None while it is not finished."""
        if not (self.folder / f"built/{batch_id}.json").is_file():
            return None
        return self._read(f"built/{batch_id}.json", BatchSummary)

    def summaries(self) -> list[BatchSummary]:
        """What became of all planned batches.

        Raises:
            RunGone: A planned batch is not finished, so the run must start anew.
        """
        found = [self.summary(batch_id) for batch_id in self.batch_ids()]
        finished = [summary for summary in found if summary is not None]
        if len(finished) < len(found):
            raise RunGone(self.run_id, f"{self.folder}/built (unfinished batches)")
        return finished

    def write_load(self, report: LoadReport) -> None:
        """Write down what the load built."""
        self._write("load.json", report)

    def load_report(self) -> LoadReport | None:
        """What the load built; None before."""
        return self._read("load.json", LoadReport) if self._has("load.json") else None

    def write_retraction(self, retraction: Retraction) -> None:
        """Write down what the run is to take out."""
        self._write("retraction.json", retraction)

    def retraction(self) -> Retraction | None:
        """What the run is to take out; None for all runs but retractions."""
        return self._read("retraction.json", Retraction) if self._has("retraction.json") else None

    def alive(self) -> FileLock:
        """The lock that the process which carries the run holds."""
        return FileLock(self.folder / "alive.lock")

    def is_carried(self) -> bool:
        """Whether a living process of this machine holds the run."""
        lock = self.alive()
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return True
        lock.release()
        return False

    def remove_batches(self) -> None:
        """Delete the rows of the batches; what became of each stays written down."""
        for folder in self.folder.glob("batch=*"):
            shutil.rmtree(folder, ignore_errors=True)
        self.scratch.unlink(missing_ok=True)

    def remove(self) -> None:
        """Delete the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _has(self, name: str) -> bool:
        return (self.folder / name).is_file()

    def _text(self, name: str) -> str:
        try:
            return (self.folder / name).read_text("utf-8")
        except FileNotFoundError:
            raise RunGone(self.run_id, str(self.folder / name)) from None

    def _read(self, name: str, model: type[_Model]) -> _Model:
        return model.model_validate_json(self._text(name))

    def _write(self, name: str, value: BaseModel) -> None:
        write_atomically(self.folder / name, value.model_dump_json(indent=1))
