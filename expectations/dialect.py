"""A SQLAlchemy dialect with which Great Expectations can work on DuckDB.

Great Expectations 1.24 knows no DuckDB. This class answers as PostgreSQL where it asks for the
dialect, keeps results after the connection went back to its pool (it fetches late), and writes `~`
as `regexp_matches`, since DuckDB's own `~` must match the whole text. Delete it when Great
Expectations ships an engine of its own (see `docs/decisions/0006`).
"""

from __future__ import annotations

from typing import Any

from duckdb_sqlalchemy import Dialect
from sqlalchemy import text
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.base import PGCompiler
from sqlalchemy.engine.cursor import FullyBufferedCursorFetchStrategy
from sqlalchemy.engine.default import DefaultExecutionContext

_COLUMNS = text(
    "SELECT column_name, data_type, is_nullable, column_default FROM duckdb_columns() "
    "WHERE table_name = :table AND schema_name = coalesce(:schema, current_schema()) "
    "AND database_name = current_database() ORDER BY column_index"
)


class _BufferedContext(DefaultExecutionContext):
    """Reads all rows at once: Great Expectations returns the connection before it fetches."""

    def post_exec(self) -> None:
        super().post_exec()  # type: ignore[no-untyped-call]
        if self.cursor.description:
            self.cursor_fetch_strategy = FullyBufferedCursorFetchStrategy(
                self.cursor,
                alternate_description=self.cursor.description,
                initial_buffer=self.cursor.fetchall(),
            )


class _Compiler(PGCompiler):
    def visit_custom_op_binary(self, element: Any, operator: Any, **options: Any) -> str:
        if operator.opstring not in {"~", "!~"}:
            plain = super().visit_custom_op_binary(element, operator, **options)  # type: ignore[no-untyped-call]
            return str(plain)
        left = self.process(element.left, **options)
        right = self.process(element.right, **options)
        call = f"regexp_matches({left}, {right})"
        return call if operator.opstring == "~" else f"NOT {call}"


class DuckDBForGreatExpectations(Dialect):
    """DuckDB under the name of PostgreSQL."""

    name = "postgresql"
    execution_ctx_cls = _BufferedContext  # type: ignore[assignment]
    statement_compiler = _Compiler  # type: ignore[assignment]
    supports_statement_cache = False

    def get_columns(  # type: ignore[override]
        self, connection: Any, table_name: str, schema: str | None = None, **_: Any
    ) -> list[dict[str, Any]]:
        """Columns of a table or view; what is inherited needs catalogs that DuckDB lacks."""
        rows = connection.execute(_COLUMNS, {"table": table_name, "schema": schema}).fetchall()
        return [
            {
                "name": name,
                "type": self._type(kind)(),
                "nullable": bool(is_nullable),
                "default": default,
                "autoincrement": False,
                "comment": None,
            }
            for name, kind, is_nullable, default in rows
        ]

    def _type(self, name: str) -> Any:
        plain = name.split("(")[0].lower().replace("timestamp with time zone", "timestamptz")
        return self.ischema_names.get(plain, self.ischema_names["varchar"])


def register() -> None:
    """Make SQLAlchemy use this class for `duckdb://` in this process."""
    registry.register("duckdb", __name__, "DuckDBForGreatExpectations")
