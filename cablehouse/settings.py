"""All settings, typed; the only module that reads the environment."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Settings of one installation; every field is an environment variable `CABLEHOUSE_<NAME>`."""

    model_config = SettingsConfigDict(env_prefix="CABLEHOUSE_", extra="ignore", frozen=True)

    home: Path = Field(Path("data"), description="Folder under which everything lives.")
    workers: int | None = Field(
        None, ge=1, description="Processes that read and parse; default: one per core."
    )
    batch_bytes: int = Field(
        64 * 1024 * 1024, ge=1, description="Input bytes that one batch gathers, at least one file."
    )
    batch_files: int = Field(5000, ge=1, description="Input files that one batch gathers at most.")
    record_bytes: int = Field(
        16 * 1024 * 1024, ge=1024, description="Largest record; a larger one is quarantined."
    )
    archive_ratio: int = Field(
        200, ge=2, description="Largest ratio of unpacked to packed bytes that an archive may have."
    )
    archive_depth: int = Field(3, ge=1, description="How deep archives may lie within archives.")
    row_group_rows: int = Field(
        10_000, ge=1, description="Cables that are gathered, sorted and written together."
    )
    settle_seconds: float = Field(
        10.0, ge=0, description="Age that a file in the landing folder must have to be taken."
    )
    keep_generations: int = Field(
        3, ge=1, description="Generations of the warehouse that are kept, the current one included."
    )
    keep_days: float = Field(
        0.0, ge=0, description="Age in days up to which generations are kept beyond that number."
    )
    lock_seconds: float = Field(
        3600.0, ge=0, description="How long to wait for another run that is loading or publishing."
    )
    stale_hours: float = Field(
        24.0, gt=0, description="Age after which the staging folder of a silent run is cleared."
    )
    schedule: str = Field("@hourly", description="Schedule of the DAG `ingest_cables`.")
    airflow_url: str | None = Field(
        None, description="API server of Airflow, for the note on a run; None writes none."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="Lowest level that is logged."
    )
    log_json: bool = Field(False, description="Log one JSON object per line, for machines.")

    @property
    def landing(self) -> Path:
        """Folder into which dumps are dropped."""
        return self.home / "landing"

    @property
    def lake(self) -> Path:
        """Folder of the Parquet tables."""
        return self.home / "lake"

    @property
    def staging(self) -> Path:
        """Folder in which runs prepare what they will publish; on the same disk as the lake."""
        return self.home / "staging"

    @property
    def quarantine(self) -> Path:
        """Folder of the refused records."""
        return self.home / "quarantine"

    @property
    def warehouse(self) -> Path:
        """Folder of the warehouse and its generations."""
        return self.home / "warehouse"

    @property
    def warehouse_file(self) -> Path:
        """The link that readers open."""
        return self.warehouse / "cablehouse.duckdb"

    @property
    def generations(self) -> Path:
        """Folder of the generations; the link points into it."""
        return self.warehouse / "generations"

    @property
    def docs(self) -> Path:
        """Folder of the validation reports."""
        return self.home / "docs"

    @property
    def runs(self) -> Path:
        """Folder of the run summaries, one JSON file per run."""
        return self.home / "runs"

    def own_paths(self) -> frozenset[Path]:
        """What the program keeps below the home folder, absolute: never taken for dumps."""
        home = self.home.resolve()
        folders = (self.lake, self.staging, self.quarantine, self.warehouse, self.docs, self.runs)
        return frozenset(home / folder.name for folder in (*folders, Path("hashes.json")))

    def unpublished(self) -> frozenset[str]:
        """Runs that are under way: what they built is not to be listed or cleaned up."""
        return frozenset(folder.name for folder in self.staging.glob("*") if folder.is_dir())

    def runs_quality(self, run_id: str) -> Path:
        """Validation results of a failed run, until the next publish takes them in."""
        return self.runs / f"{run_id}.quality.parquet"


@cache
def load_settings() -> Settings:
    """The settings of this process, read once from the environment.

    Raises:
        pydantic.ValidationError: A variable has a value that its field does not take.
    """
    return Settings()


def explain_settings(error: ValidationError) -> str:
    """What is wrong with the environment, one variable to a line, for the person who set it.

    Args:
        error: What `Settings()` raised.
    """
    return "\n".join(
        f"CABLEHOUSE_{str(fault['loc'][0]).upper()}={fault['input']}: {fault['msg']}. "
        "Mend or unset it; docs/reference/settings.md lists what it takes."
        for fault in error.errors()
    )
