"""What the steps tell each other and the people who watch: small, typed, without a single row.

Every one of these values fits into an Airflow XCom and into a JSON file.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

Engine = Literal["local", "spark", "airflow"]
RunKind = Literal["ingest", "reparse", "retry", "retract"]


class Summary(BaseModel):
    """Base of all summaries: frozen, and strict about unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class RunState(Summary):
    """How a run was started; written first, as `staging/<run_id>/run.json`.

    Attributes:
        run_id: Starts with the UTC start time, so it sorts by time.
        started_at: UTC, naive.
        engine: What spreads the work.
        workers: Processes that read and parse.
        is_strict: Whether one quarantined record fails the run.
        paths: Files, folders and object-store URLs to ingest, as they were given.
        known_count: Input files whose content was already in the warehouse.
        withheld: As for `RunReport`.
        gone: As for `RunReport`.
        kind: What the run is for.
        is_readmitting: Whether contents that were retracted or rolled back may come in again.
        host: Machine that started it.
    """

    run_id: str
    started_at: datetime
    engine: Engine
    workers: int
    is_strict: bool
    paths: tuple[str, ...]
    host: str
    known_count: int
    withheld: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    kind: RunKind = "ingest"
    is_readmitting: bool = False


class Retraction(Summary):
    """What a run is to take out; `staging/<run_id>/retraction.json`.

    Attributes:
        batch_id: The batch that was named.
        retracted_at: When, UTC, naive.
        retracted_by: Who takes it out.
        reason: Why.
        input_sha256s: Contents of its inputs, sorted.
        uris: Where they were read.
    """

    batch_id: str
    retracted_at: datetime
    retracted_by: str
    reason: str
    input_sha256s: tuple[str, ...]
    uris: tuple[str, ...]


class Discovery(Summary):
    """What `discover` found.

    Attributes:
        run_id: The run that was opened; None when nothing is new (no run is recorded then).
        new_count: Input files that no published batch holds.
        new_bytes: Their size.
        known_count: Input files whose content is already in the warehouse.
        withheld: As for `RunReport`.
        gone: As for `RunReport`.
    """

    run_id: str | None
    new_count: int
    new_bytes: int
    known_count: int
    withheld: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


class BatchSummary(Summary):
    """What `build_batch` made of one batch."""

    batch_id: str
    input_count: int
    input_bytes: int
    record_count: int
    cable_count: int
    quarantined_count: int
    skipped: tuple[str, ...]
    skipped_count: int
    quarantined: tuple[str, ...]
    seconds: float


class ValidationSummary(Summary):
    """What `validate` found; failures of level `stop` raise instead."""

    run_id: str
    check_count: int
    warnings: tuple[str, ...]


class LoadReport(Summary):
    """What `load` built beside the published generation.

    Attributes:
        base: Generation that it stands on; None for the first.
        generation: Name of the new file under `warehouse/generations/`; None when another run
            published the same batches meanwhile.
        loaded_count: Records that became the current text of their cable.
        duplicate_count: Records whose text was already known.
        superseded_count: Records that lost to a better text.
        quarantined_count: Records that were refused.
        cable_count: Cables that the new generation holds.
    """

    run_id: str
    base: str | None
    generation: str | None
    record_count: int = 0
    loaded_count: int = 0
    duplicate_count: int = 0
    superseded_count: int = 0
    quarantined_count: int = 0
    cable_count: int = 0


class PublishReport(Summary):
    """What `publish` made visible."""

    run_id: str
    generation: str | None
    loaded_count: int
    pruned: tuple[str, ...]


class RollbackReport(Summary):
    """Between which generations readers were switched.

    Attributes:
        rollback_id: Key of its record in `rollbacks`.
        from_generation: The generation that was current before.
        to_generation: The generation that is current now.
        withheld_count: Input files that only the former holds.
    """

    rollback_id: str
    from_generation: str
    to_generation: str
    withheld_count: int


class RunReport(Summary):
    """How a run ended; also the file `runs/<run_id>.json`.

    Attributes:
        run_id: The run; None when nothing was new.
        outcome: `published`, `failed` or `nothing_new`.
        started_at: UTC, naive.
        finished_at: UTC, naive.
        failed_step: Step that failed, when one did.
        error: What stopped it and what to do.
        skipped: Files that were passed over, the first hundred, each with the reason.
        quarantined: Refused records, the first hundred, each with place and reason.
        warnings: Expectations of level `warn` that failed, each with its count and first offenders.
        known_count: Input files whose content was already in the warehouse.
        withheld: Files that were passed over because their content was retracted or rolled back,
            the first hundred, each with the table that says so.
        gone: Inputs that were to be read again and are nowhere; what was read of them stays.
        cleared: What a retraction removed beside the rows, and what it left.
        generation: Name of the generation that was published.
        cable_count: Cables that the warehouse now holds.
    """

    run_id: str | None
    outcome: Literal["published", "failed", "nothing_new"]
    started_at: datetime
    finished_at: datetime
    kind: RunKind = "ingest"
    engine: Engine = "local"
    workers: int = 1
    parser_version: str
    schema_version: str
    cablehouse_version: str
    failed_step: str | None = None
    error: str | None = None
    input_count: int = 0
    input_bytes: int = 0
    known_count: int = 0
    skipped_count: int = 0
    batch_count: int = 0
    record_count: int = 0
    loaded_count: int = 0
    duplicate_count: int = 0
    superseded_count: int = 0
    quarantined_count: int = 0
    warning_count: int = 0
    skipped: tuple[str, ...] = ()
    quarantined: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()
    generation: str | None = None
    cable_count: int | None = None


class Progress(Summary):
    """How far reading and parsing is; sent a few times a second.

    Attributes:
        step: Name of the step.
        records: Records read so far.
        bytes_done: Input bytes of finished batches.
        bytes_total: Input bytes of the run.
    """

    step: str
    records: int = 0
    bytes_done: int = 0
    bytes_total: int = 0


OnProgress = Callable[[Progress], None]
