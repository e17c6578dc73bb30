"""Every check passes on sound data and fails on data broken for it: none is a gate never seen shut."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from cablehouse.lake import BatchWriter
from cablehouse.parts import build_part, build_parts, gather
from expectations.checks import Check
from expectations.errors import ValidationFailed
from expectations.results import QualityRow, read_quality, write_quality
from expectations.runner import _judge, raise_if_stopped, validate
from expectations.staged import Staged
from expectations.suites import all_checks
from samples.cables import invent
from samples.formats import render_csv
from transforms.read.members import read_member
from transforms.read.record import Member
from transforms.schema.model import lake_tables, tables
from transforms.tables.rows import Origin

COUNT = 60
LEDGER = {"read": COUNT + 1, "parsed": COUNT, "quarantined": 1}
ORIGIN = Origin("20260101T000000Z-abcdef", "0123456789abcdef", "1.0.0", datetime(2026, 1, 1))
ONE = "(SELECT sighting_id FROM cables ORDER BY sighting_id LIMIT 1)"

BREAKS: dict[tuple[str, str], str] = {
    ("cables", "dtg_has_its_form"): f"UPDATE cables SET dtg = 'SOON' WHERE sighting_id = {ONE}",
    (
        "cables",
        "id_is_made_of_its_parts",
    ): f"UPDATE cables SET serial = 999999 WHERE sighting_id = {ONE}",
    ("cables", "sent_in_the_year_of_its_id"): (
        f"UPDATE cables SET sent_at = TIMESTAMP '1990-01-01' WHERE sighting_id = {ONE}"
    ),
    (
        "cables",
        "declassified_after_it_was_sent",
    ): "UPDATE cables SET declassify_on = DATE '1990-01-01'",
    (
        "cables",
        "coverage_is_complete",
    ): f"UPDATE cables SET coverage = 0.5 WHERE sighting_id = {ONE}",
    (
        "cables",
        "has_paragraphs",
    ): f"UPDATE cables SET paragraph_count = 0 WHERE sighting_id = {ONE}",
    ("cables", "most_have_a_subject"): "UPDATE cables SET subject = NULL",
    ("cables", "most_have_a_date"): "UPDATE cables SET sent_at = NULL",
    ("cables", "most_have_a_classification"): "UPDATE cables SET classification = NULL",
    ("cables", "most_have_tags"): "DELETE FROM tags",
    ("cables", "paragraph_count_agrees"): f"DELETE FROM paragraphs WHERE sighting_id = {ONE}",
    ("cables", "every_cable_parsed_is_here"): f"DELETE FROM cables WHERE sighting_id = {ONE}",
    ("paragraphs", "numbers_ascend"): "UPDATE paragraphs SET number = 1",
    ("paragraphs", "no_page_line_is_left"): (
        f"UPDATE paragraphs SET text = 'x OSLO 00000417 002 OF 003 y' WHERE sighting_id = {ONE}"
    ),
    ("refs", "cables_have_a_target"): "UPDATE refs SET target_id = NULL",
    ("refs", "target_is_not_younger"): "UPDATE refs SET target_id = '20OSLO1'",
    ("tags", "tag_has_its_form"): f"UPDATE tags SET tag = 'prel ' WHERE sighting_id = {ONE}",
    (
        "tags",
        "no_repeats",
    ): f"UPDATE tags SET tag = 'PREL', kind = 'subject' WHERE sighting_id = {ONE}",
    ("tags", "few_are_unknown"): "UPDATE tags SET kind = 'unknown'",
    (
        "recipients",
        "plad_is_a_name",
    ): f"UPDATE recipients SET plad = '12' WHERE sighting_id = {ONE}",
    ("sightings", "parsed_records_are_cables"): f"DELETE FROM cables WHERE sighting_id = {ONE}",
    ("sightings", "every_record_read_is_here"): f"DELETE FROM sightings WHERE sighting_id = {ONE}",
    ("sightings", "every_refusal_is_here"): "DELETE FROM sightings WHERE outcome = 'quarantined'",
    ("sightings", "refusals_have_a_reason"): (
        "UPDATE sightings SET reason = NULL WHERE outcome = 'quarantined'"
    ),
    ("sightings", "few_are_quarantined"): "UPDATE sightings SET outcome = 'quarantined'",
    **{
        (
            table.table,
            "every_row_has_its_cable",
        ): f"DELETE FROM cables WHERE sighting_id IN (SELECT sighting_id FROM {table.table} LIMIT 1)"
        for table in lake_tables()
        if table.parent
    },
    **{
        (table.table, "ordinals_are_contiguous"): f"UPDATE {table.table} SET ordinal = ordinal + 1"
        for table in lake_tables()
        if table.parent
    },
}


def _structural_break(check: Check) -> str:
    """How to break a check that follows from the schema."""
    table = check.table
    if check.name == "columns":
        return f"ALTER TABLE {table} ADD COLUMN surplus INTEGER"
    if check.name == "key_is_unique":
        return f"INSERT INTO {table} SELECT * FROM {table} LIMIT 1"
    assert check.column is not None
    column = tables()[table].column(check.column)
    if check.name.endswith("_is_not_null"):
        value = "NULL"
    elif check.name.endswith(("_is_known_code", "_has_its_form")):
        value = "'??'"
    elif column.type == "timestamp":
        value = "TIMESTAMP '1812-01-01'"
    elif column.minimum is not None:
        value = f"{float(column.minimum) - 1:g}"
    else:
        value = f"{float(column.maximum or 0) + 1:g}"
    return f"UPDATE {table} SET {check.column} = {value}"


CHECKS = all_checks(LEDGER)


def _break(check: Check) -> str:
    return BREAKS.get((check.table, check.name)) or _structural_break(check)


def test_every_way_to_break_belongs_to_a_check() -> None:
    assert set(BREAKS) <= {(check.table, check.name) for check in CHECKS}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A staged run of sixty invented cables and one refusal."""
    folder = tmp_path_factory.mktemp("staged")
    content = "".join(render_csv(invent(n, 3, mean_sentences=1), n, 3) for n in range(COUNT))
    content += '"7","4/1/2008 14:30","08OSLO7","Embassy Oslo"\n'
    member = Member("dump.zip", "cables.csv", "f" * 64)
    items = read_member(member, io.BytesIO(content.encode()), record_bytes=1 << 24)
    with BatchWriter(folder / "batch=0123456789abcdef") as writer:
        for part in build_parts(ORIGIN, gather(items, 25)):  # type: ignore[arg-type]
            writer.write(part.tables)
    return folder


@pytest.fixture(scope="module")
def loaded(sound: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The sound tables in memory; a test copies and breaks them."""
    with duckdb.connect() as connection:
        for table in lake_tables():
            connection.execute(
                f"CREATE TABLE sound_{table.table} AS SELECT * FROM read_parquet(?, hive_partitioning = false)",
                [str(sound / "batch=*" / table.table / "*.parquet")],
            )
        yield connection


def _broken(loaded: duckdb.DuckDBPyConnection, statement: str, folder: Path) -> Path:
    for table in lake_tables():
        loaded.execute(f"CREATE OR REPLACE TABLE {table.table} AS FROM sound_{table.table}")
    loaded.execute(statement)
    for table in lake_tables():
        target = folder / "batch=0" / table.table
        target.mkdir(parents=True)
        loaded.execute(f"COPY {table.table} TO '{target}/part.parquet'")
    return folder


def test_sound_data_meets_every_check(sound: Path, tmp_path: Path) -> None:
    rows = validate(
        staged=sound, scratch=tmp_path / "s.duckdb", docs=tmp_path / "docs",
        run_id=ORIGIN.run_id, ledger=LEDGER,
    )  # fmt: skip
    assert [row.summary() for row in rows if not row.success] == []
    assert {(row.table_name, row.expectation) for row in rows} == {
        (c.table, c.name) for c in CHECKS
    }
    raise_if_stopped(rows)
    assert (tmp_path / "docs" / "index.html").is_file()
    page = (tmp_path / "docs" / "validation" / f"{ORIGIN.run_id}.html").read_text("utf-8")
    assert f"{len(CHECKS)} checks, 0 not met" in page
    assert "http" not in page.replace("http-equiv", "")


def test_the_engine_is_let_go_with_what_it_has_read(sound: Path, tmp_path: Path) -> None:
    scratch = tmp_path / "s.duckdb"
    validate(staged=sound, scratch=scratch, docs=None, run_id=ORIGIN.run_id, ledger=LEDGER)
    # Refused while the process has the file open with other settings.
    with duckdb.connect(str(scratch), config={"memory_limit": "77MB"}) as connection:
        assert connection.execute("FROM duckdb_tables()").fetchall() == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: f"{check.table}.{check.name}")
def test_every_check_fails_on_data_broken_for_it(
    check: Check, loaded: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    staged = _broken(loaded, _break(check), tmp_path / "staged")
    with Staged(staged, tmp_path / "s.duckdb") as views:
        verdicts = _judge([check], tmp_path / "s.duckdb", None, "run")
        with views.reader() as explainer:
            row = explainer.explain("run", check, verdicts[check.table, check.name])
    assert not row.success
    assert row.level == check.level
    if check.name != "columns":
        assert row.unexpected_count > 0
    if check.level == "stop":
        with pytest.raises(ValidationFailed, match=f"{check.table}.{check.name}"):
            raise_if_stopped([row])
    else:
        raise_if_stopped([row])


def test_offenders_are_named_with_their_place(
    loaded: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    check = next(c for c in CHECKS if c.name == "coverage_is_complete")
    staged = _broken(loaded, _break(check), tmp_path / "staged")
    with Staged(staged, tmp_path / "s.duckdb") as views, views.reader() as explainer:
        row = explainer.explain("run", check, is_met=False)
    (example,) = row.examples
    assert "in dump.zip!/cables.csv, record " in example
    assert ", line " in example


def test_a_run_that_only_refused_is_not_judged_by_shares(tmp_path: Path) -> None:
    items = read_member(Member("x", None, "f" * 64), io.BytesIO(b"\0\1"), record_bytes=99)
    with BatchWriter(tmp_path / "in" / "batch=0") as writer:
        writer.write(build_part(ORIGIN, list(items)).tables)  # type: ignore[arg-type]
    rows = validate(
        staged=tmp_path / "in", scratch=tmp_path / "s.duckdb", docs=None, run_id="run",
        ledger={"read": 1, "parsed": 0, "quarantined": 1},
    )  # fmt: skip
    assert [row.summary() for row in rows if not row.success] == []


def test_results_come_back_from_parquet(tmp_path: Path) -> None:
    row = QualityRow("r", "cables", "c", None, "warn", False, "1 rows", 1, ("x in y",), "why")
    write_quality([row], tmp_path / "q.parquet")
    assert read_quality(tmp_path / "q.parquet") == [row]


def test_names_on_the_page_are_escaped(tmp_path: Path) -> None:
    from expectations.report import write_summary_page

    row = QualityRow("r", "cables", "c", None, "stop", False, "<b>", 1, ("<script>",), "why & how")
    write_summary_page([row], tmp_path / "p.html", "<run>")
    page = (tmp_path / "p.html").read_text("utf-8")
    assert "<script>" not in page
    assert "&lt;run&gt;" in page
