"""A warehouse loaded from readings that a test makes up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from builders import message, parsed, record
from searched import Text, empty_warehouse, put

from cablehouse.lake import BatchWriter, move_into_lake
from cablehouse.parts import tables_of
from cablehouse.reports import RunReport
from transforms.parse.cable import Cable
from transforms.read.record import Member, Metadata, Place, Record, Refusal
from transforms.read.refusing import refuse
from transforms.schema.model import tables
from transforms.tables.identity import name_batch
from transforms.tables.rows import Origin, read_as
from warehouse.connect import open_reader
from warehouse.load import LoadSummary, build_generation
from warehouse.publish import current_generation, publish
from warehouse.search_index import update_search_index
from warehouse.withdraw import Withdrawal

START = datetime(2026, 1, 1)


@dataclass(frozen=True)
class Reading:
    """A text of a cable, or something that is none, in a file of its own."""

    uri: str
    text: str = "1. (C) The pier opened."
    serial: int = 417
    post: str = "OSLO"
    is_partial: bool = False
    released_at: datetime | None = None
    ref: str = "STATE 41120"
    tags: str = "PREL, ETRD"
    day: int = 1
    opening: str = ""
    is_refused: bool = False

    def make(self) -> tuple[Record | None, Cable | Refusal]:
        member = Member(self.uri, None, name_batch([self.uri], "", "") * 4)
        if self.is_refused:
            place = Place(member, length=3)
            return None, refuse(place, "no_mrn", "no line with post and serial", b"raw")
        opening = self.opening or (
            f"C O N F I D E N T I A L {self.post} {self.serial:06d}\n\nSIPDIS\n\n"
            f"E.O. 12958: DECL: 04/01/2018\nTAGS: {self.tags}\nSUBJECT: A PIER\n\nREF: {self.ref}"
        )
        header = f"P {self.day:02d}1430Z APR 08\nFM AMEMBASSY {self.post}\nTO SECSTATE WASHDC"
        text = message(self.text, header=header, opening=opening)
        metadata = Metadata(released_at=self.released_at)
        cable = parsed(text, metadata=metadata, is_partial=self.is_partial)
        made = record(text, metadata=metadata, is_partial=self.is_partial)
        sha = name_batch([text], "", "") * 4
        return replace(made, place=Place(member, length=len(text)), sha256=sha), cable


class Warehouse:
    """A home without the pipeline around it: only lake, load and publish."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.link = home / "warehouse" / "cablehouse.duckdb"
        self.runs = 0

    def run(
        self,
        *batches: list[Reading],
        parser_version: str = "1.0.0",
        retry_of: str | None = None,
        withdrawal: Withdrawal | None = None,
    ) -> LoadSummary:
        self.runs += 1
        run_id = f"run-{self.runs:03d}"
        started_at = START + timedelta(days=self.runs)
        staged: dict[str, Path] = {}
        for readings in batches:
            uris = [reading.uri for reading in readings]
            batch_id = name_batch([*uris, retry_of or ""], parser_version, "1")
            folder = self.home / "staging" / run_id / f"batch={batch_id}"
            folder.parent.mkdir(parents=True, exist_ok=True)
            origin = Origin(run_id, batch_id, parser_version, started_at)
            made = [reading.make() for reading in readings]
            rows = [read_as(origin, one, result) for one, result in made]
            with BatchWriter(folder) as writer:
                for start in range(0, max(1, len(rows)), 2):
                    writer.write(tables_of(rows[start : start + 2], origin))
                writer.write_rows(
                    "batches",
                    [
                        {
                            "batch_id": batch_id,
                            "run_id": run_id,
                            "parser_version": parser_version,
                            "schema_version": "1",
                            "input_count": len(made),
                            "record_count": len(made),
                            "cable_count": sum(isinstance(result, Cable) for _, result in made),
                            "retry_of": retry_of,
                        }
                    ],
                )
                writer.write_rows(
                    "inputs",
                    [
                        {
                            "batch_id": batch_id,
                            "input_sha256": name_batch([uri], "", "") * 4,
                            "uri": uri,
                            "size_bytes": 1,
                        }
                        for uri in uris
                    ],
                )
            staged[batch_id] = folder
        base = current_generation(self.link)
        target = self.link.parent / "generations" / f"{run_id}.duckdb"
        summary = build_generation(
            base=base,
            target=target,
            batches=staged,
            lake=self.home / "lake",
            run=self._row(run_id, started_at, parser_version),
            earlier_runs=[],
            beside={},
            withdrawal=withdrawal,
        )
        for batch_id, folder in staged.items():
            move_into_lake(folder, self.home / "lake", batch_id)
        publish(target, self.link, expected_base=base)
        return summary

    def retract(self, *uris: str) -> LoadSummary:
        """Take out what was read from some files."""
        contents = tuple(name_batch([uri], "", "") * 4 for uri in uris)
        return self.run(withdrawal=Withdrawal(contents, START, "quill", "a wrong dump"))

    def retry(self, refused: Reading, parser_version: str) -> Reading:
        """Read a refused record again, which is understood by now."""
        ((base,),) = self.rows("SELECT batch_id FROM current_inputs WHERE uri = ?", refused.uri)
        understood = replace(refused, is_refused=False)
        self.run([understood], parser_version=parser_version, retry_of=base)
        return understood

    def _row(self, run_id: str, started_at: datetime, parser_version: str) -> dict[str, object]:
        report = RunReport(
            run_id=run_id,
            outcome="published",
            started_at=started_at,
            finished_at=started_at,
            parser_version=parser_version,
            schema_version="1",
            cablehouse_version="0",
        )
        values = report.model_dump()
        return {column.name: values[column.name] for column in tables()["runs"].columns}

    def rows(self, sql: str, *parameters: object) -> list[tuple]:
        with open_reader(self.link) as connection:
            return connection.execute(sql, list(parameters)).fetchall()

    def outcomes(self) -> dict[str, tuple[str, str | None]]:
        found = self.rows("SELECT source_uri, outcome, reason FROM sightings ORDER BY ALL")
        return {uri: (outcome, reason) for uri, outcome, reason in found}


@pytest.fixture
def house(tmp_path: Path) -> Warehouse:
    return Warehouse(tmp_path)


@pytest.fixture(scope="session")
def make_house(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Warehouse]:
    return lambda: Warehouse(tmp_path_factory.mktemp("house"))


@pytest.fixture
def reader(house: Warehouse) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_reader(house.link) as connection:
        yield connection


@pytest.fixture(scope="session")
def reading() -> type[Reading]:
    return Reading


@pytest.fixture
def empty() -> Iterator[duckdb.DuckDBPyConnection]:
    with empty_warehouse() as connection:
        yield connection


@pytest.fixture
def holding(
    empty: duckdb.DuckDBPyConnection,
) -> Callable[..., duckdb.DuckDBPyConnection]:
    def hold(*texts: Text) -> duckdb.DuckDBPyConnection:
        for text in texts:
            put(empty, text)
        update_search_index(empty)
        return empty

    return hold
