"""The page of checks: every expectation with its meaning, and the proofs of a load."""

from __future__ import annotations

import re
from collections.abc import Iterator

from expectations.checks import Check
from expectations.structural import structural_checks
from expectations.suites import all_checks
from handbook.markdown import code, one_line, page, table
from handbook.places import ROOT
from transforms.schema.model import value_sets

_HEAD = """# Checks

Every expectation of a run, generated from `expectations/` by `make docs`. Great Expectations judges
them on the staged tables, before anything is loaded. A failed check of level `stop` ends the run
and nothing is published ([runbook](../runbooks/validation-failed.md)); one of level `warn` is
recorded and shown ([runbook](../runbooks/check-warned.md)). Results stay in the table `quality`:

```sql
SELECT run_id, table_name, expectation, observed, unexpected_count, examples
FROM quality WHERE NOT success ORDER BY run_id DESC
```

## Judgement

Written by hand, each with its reason. The query below a check of level `warn` finds the rows that
speak against it; it can be asked of the published warehouse as well.
"""
_STRUCTURAL = """## Structure

Derived from the schema files, all of level `stop`; what they demand of a column stands in the
[data dictionary](data_dictionary.md). A failure means that the parser or a reader broke the schema:
report it with the records named.
"""
_PROOFS = """## Proofs of a load

SQL that must find no row in the built warehouse before it is published, and again afterwards in the
DAG `after_publish`; else the run fails with [LoadCheckFailed](../runbooks/load-check-failed.md).
Besides, every table's key is proven unique, and every child row to have its cable.
"""
_KINDS = {
    "columns": "has exactly the columns of its schema file",
    "key_is_unique": "its key is unique",
    "is_not_null": "never NULL",
    "is_known_code": "only codes of its value set",
    "has_its_form": "matches its pattern",
    "is_in_range": "within its bounds",
}


def checks_page() -> str:
    """The page, as Markdown."""
    structural = list(structural_checks())
    derived = {(check.table, check.name) for check in structural}
    lines = [_HEAD]
    for check in judgement_checks():
        lines += _judgement(check)
    lines.append(_STRUCTURAL)
    lines += table(["table", "check", "demands"], _structural_rows(structural))
    assert len(derived) == len(structural)  # noqa: S101 - `all_checks` holds this too
    lines.append(_PROOFS)
    lines += table(["proof", "finds"], _proof_rows())
    return page(lines)


def judgement_checks() -> list[Check]:
    """The checks that somebody wrote, in the order of their report."""
    ledger = {"read": 0, "parsed": 0, "quarantined": 0}
    derived = {(check.table, check.name) for check in structural_checks()}
    return [check for check in all_checks(ledger) if (check.table, check.name) not in derived]


def _judgement(check: Check) -> list[str]:
    on = f"table {code(check.table)}"
    if check.column is not None:
        on += f", column {code(check.column)}"
    lines = [f"### {check.table}.{check.name}", ""]
    lines += [f"Level {code(check.level)}; {on}. {one_line(check.reason)}", ""]
    if check.level == "warn":
        lines += ["```sql", _on_lines(check.rows), "```", ""]
    return lines


def _on_lines(sql: str) -> str:
    """A query of one line, broken before its first clauses."""
    return re.sub(r" (FROM|WHERE|GROUP BY) ", r"\n\1 ", sql, count=2)


def _structural_rows(checks: list[Check]) -> Iterator[tuple[str, str, str]]:
    for check in checks:
        kind = next(kind for kind in _KINDS if check.name.endswith(kind))
        demands = _KINDS[kind]
        if "value_set" in check.arguments:
            listed = list(check.arguments["value_set"])
            name = next(name for name, codes in value_sets().items() if list(codes) == listed)
            demands = f"only codes of [{code(name)}](data_dictionary.md#{name})"
        elif "regex" in check.arguments:
            demands = f"matches {code(check.arguments['regex'])}"
        elif "min_value" in check.arguments:
            bounds = (check.arguments["min_value"], check.arguments["max_value"])
            low, high = ("any" if bound is None else str(bound) for bound in bounds)
            demands = f"{low} to {high}"
        yield code(check.table), code(check.name), demands


def _proof_rows() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "warehouse" / "sql" / "checks").glob("*.sql")):
        comment = []
        for line in path.read_text("utf-8").splitlines():
            if not line.startswith("--"):
                break
            comment.append(line.removeprefix("--").strip())
        yield code(path.stem), one_line(" ".join(comment))
