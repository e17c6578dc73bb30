"""Input files -> batches: the unit that is read, written and made visible as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from pydantic import BaseModel, ConfigDict

from cablehouse.landing import InputFile
from transforms.tables.identity import name_batch

MAX_BATCHES = 1000
"""Airflow maps at most 1024 task instances by default, and slows down long before four thousand."""


class Batch(BaseModel):
    """Input files that are read together.

    Attributes:
        batch_id: Follows from the contents of the inputs and the versions; see `name_batch`.
        inputs: The files, sorted by content and name.
        retry_of: The batch whose quarantined records are read again; None to read the files whole.
        chosen: The records to read again, each as SHA-256 of the file, member and number.
        records_read: How many records the batch had found in each member; what lies behind them is
            read too, for a member that was refused as a whole may hold any number.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    batch_id: str
    inputs: tuple[InputFile, ...]
    retry_of: str | None = None
    chosen: tuple[tuple[str, str | None, int], ...] = ()
    records_read: tuple[tuple[str, str | None, int], ...] = ()

    @property
    def size_bytes(self) -> int:
        """Bytes of all its inputs."""
        return sum(file.size_bytes for file in self.inputs)


def plan_batches(
    inputs: Iterable[InputFile],
    *,
    batch_bytes: int,
    batch_files: int,
    parser_version: str,
    schema_version: str,
) -> list[Batch]:
    """Gather files into batches of bounded size.

    Files of one content always share a batch, for the id of a batch follows from contents alone.
    When the bounds would give more than `MAX_BATCHES`, they are widened evenly.

    Args:
        inputs: Files in any order; the result does not depend on it.
        batch_bytes: Bytes that a batch gathers, at least one file.
        batch_files: Files that a batch gathers at most (copies of one content aside).
        parser_version: Version of the parsing rules.
        schema_version: Version of the tables.

    Returns:
        Batches in the order of their inputs' names.
    """
    files = sorted(inputs, key=lambda file: (file.uri, file.sha256))
    total = sum(file.size_bytes for file in files)
    batch_bytes = max(batch_bytes, -(-2 * total // MAX_BATCHES))
    batch_files = max(batch_files, -(-2 * len(files) // MAX_BATCHES))
    batches: list[Batch] = []
    gathered: list[InputFile] = []
    for copies in _by_content(files):
        size = sum(file.size_bytes for file in gathered)
        is_full = len(gathered) + len(copies) > batch_files
        if gathered and (is_full or size + copies[0].size_bytes > batch_bytes):
            batches.append(_batch(gathered, parser_version, schema_version))
            gathered = []
        gathered.extend(copies)
    if gathered:
        batches.append(_batch(gathered, parser_version, schema_version))
    return batches


def _by_content(files: Sequence[InputFile]) -> list[list[InputFile]]:
    """Files of equal content together, in the order of each content's first name."""
    order = {file.sha256: index for index, file in reversed(list(enumerate(files)))}
    ordered = sorted(files, key=lambda file: (order[file.sha256], file.uri))
    return [list(copies) for _, copies in groupby(ordered, key=lambda file: file.sha256)]


def _batch(inputs: Sequence[InputFile], parser_version: str, schema_version: str) -> Batch:
    names = [file.sha256 for file in inputs]
    return Batch(batch_id=name_batch(names, parser_version, schema_version), inputs=tuple(inputs))
