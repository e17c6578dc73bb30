"""Runs all checks over the staged Parquet, inside DuckDB; the only file that knows GX objects.

Great Expectations is imported inside the functions: that alone takes seconds, which no other
command should pay.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import structlog

from expectations.checks import Check
from expectations.deferred import deferred
from expectations.errors import ValidationFailed
from expectations.report import write_summary_page
from expectations.results import QualityRow
from expectations.staged import MEMORY, Staged
from expectations.suites import all_checks
from transforms.schema.model import lake_tables

_SHOWN = 3

log = structlog.get_logger(__name__)


def validate(
    *,
    staged: Path,
    scratch: Path,
    docs: Path | None,
    run_id: str,
    ledger: Mapping[str, int],
) -> list[QualityRow]:
    """Check the staged tables of a run.

    Args:
        staged: Folder with `batch=<id>/<table>/*.parquet`.
        scratch: A DuckDB file that is made here and removed again.
        docs: Folder for Data Docs and the summary page; None for neither.
        run_id: The run.
        ledger: `read`, `parsed` and `quarantined`, as counted while reading.

    Returns:
        One row per check. Nothing is raised for data that fails; see `raise_if_stopped`.
    """
    checks = all_checks(ledger)
    with Staged(staged, scratch) as tables:
        successes = _judge(checks, scratch, docs, run_id)
        with tables.reader() as connection:
            rows = [
                connection.explain(run_id, check, successes[check.table, check.name])
                for check in checks
            ]
    if docs is not None:
        write_summary_page(rows, docs / "validation" / f"{run_id}.html", run_id)
    return rows


def raise_if_stopped(rows: Sequence[QualityRow]) -> None:
    """Stop the run when a check of level `stop` failed.

    Raises:
        ValidationFailed: With one line per failed check.
    """
    failed = [row for row in rows if row.level == "stop" and not row.success]
    if failed:
        raise ValidationFailed(tuple(_describe(row) for row in failed))


def _describe(row: QualityRow) -> str:
    places = "; ".join(row.examples[:_SHOWN])
    return f"{row.table_name}.{row.expectation}: {row.observed} ({places}). {row.reason}"


def _judge(
    checks: Sequence[Check], scratch: Path, docs: Path | None, run_id: str
) -> dict[tuple[str, str], bool]:
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with deferred("altair", "scipy.stats"):
            gx: Any = importlib.import_module("great_expectations")
        from great_expectations.data_context.types.base import ProgressBarsConfig

        from expectations.dialect import register

        register()
        context = gx.get_context(mode="ephemeral")
        context.variables.progress_bars = ProgressBarsConfig(
            globally=False, metric_calculations=False
        )
        if docs is not None:
            _add_docs_site(context, docs)
        source = context.data_sources.add_sql(
            "staged",
            connection_string=f"duckdb:///{scratch.resolve()}",
            kwargs={"connect_args": {"read_only": True, "config": {"memory_limit": MEMORY}}},
            create_temp_table=False,
        )
        definitions = [
            _definition(gx, context, source, table.table, checks)
            for table in lake_tables()
            if any(check.table == table.table for check in checks)
        ]
        checkpoint = context.checkpoints.add(
            gx.Checkpoint(
                name="fit to publish",
                validation_definitions=definitions,
                result_format="BOOLEAN_ONLY" if docs is None else "BASIC",
            )
        )
        result = checkpoint.run(run_id=gx.RunIdentifier(run_name=run_id))
        if docs is not None:
            # Once for all tables; as an action of the checkpoint it is done anew for each.
            with _in_one_line():
                context.build_data_docs()
    # One checks, the other only tries the connection; left open, either keeps what it has read.
    for engine in (source.get_execution_engine().engine, source.get_engine()):
        engine.dispose()
    return _successes(result)


@contextmanager
def _in_one_line() -> Iterator[None]:
    """Say in a line what the library says in a page: that one of its pages was not written."""

    def shorten(record: logging.LogRecord) -> bool:
        error = sys.exc_info()[1]
        log.warning("a page of the checks was not written", error=str(error or record.getMessage()))
        return False

    pages = logging.getLogger("great_expectations.render.renderer.site_builder")
    pages.addFilter(shorten)
    try:
        yield
    finally:
        pages.removeFilter(shorten)


def _definition(gx: Any, context: Any, source: Any, table: str, checks: Sequence[Check]) -> Any:
    asset = source.add_table_asset(table, table_name=table)
    batch = asset.add_batch_definition_whole_table("all rows")
    # Given whole: a suite that is added to is stored anew for every expectation.
    expectations = [_expectation(gx, check) for check in checks if check.table == table]
    suite = context.suites.add(gx.ExpectationSuite(name=table, expectations=expectations))
    return context.validation_definitions.add(
        gx.ValidationDefinition(name=table, data=batch, suite=suite)
    )


def _expectation(gx: Any, check: Check) -> Any:
    kind = getattr(gx.expectations, check.type)
    arguments: dict[str, Any] = dict(check.arguments)
    if check.type == "UnexpectedRowsExpectation":
        # Braces are placeholders there, so those of regular expressions are doubled.
        query = check.rows.replace("{", "{{").replace("}", "}}")
        # Our queries name their tables themselves; the comment keeps it from warning of that.
        arguments["unexpected_rows_query"] = f"{query} /* {{batch}} */"
        arguments["description"] = check.reason
    meta = {"table": check.table, "check": check.name, "reason": check.reason}
    severity = "critical" if check.level == "stop" else "warning"
    return kind(**arguments, meta=meta, severity=severity)


def _successes(result: Any) -> dict[tuple[str, str], bool]:
    found: dict[tuple[str, str], bool] = {}
    for run in result.run_results.values():
        for one in run.results:
            meta = one.expectation_config.meta
            error = one.exception_info or {}
            if any(
                isinstance(info, dict) and info.get("raised_exception")
                for info in (error, *error.values())
            ):
                raise RuntimeError(f"{meta['table']}.{meta['check']}: {error}")
            found[meta["table"], meta["check"]] = bool(one.success)
    return found


def _add_docs_site(context: Any, docs: Path) -> None:
    docs.mkdir(parents=True, exist_ok=True)
    site = {
        "class_name": "SiteBuilder",
        "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
        "store_backend": {
            "class_name": "TupleFilesystemStoreBackend",
            "base_directory": str(docs.resolve()),
        },
    }
    for name in list(context.get_site_names()):
        context.delete_data_docs_site(site_name=name)
    context.add_data_docs_site(site_name="validation", site_config=site)
