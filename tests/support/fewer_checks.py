"""A quarter of the checks, for tests that run the whole road and are about another part of it.

Great Expectations takes some 30 ms for each check whatever the rows; `tests/expectations` and the
first run of `tests/end_to_end` have all of them.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from expectations.checks import Check
from expectations.suites import all_checks

_OF_COLUMNS = ("_is_not_null", "_has_its_form", "_is_in_range", "_is_known_code")


@pytest.fixture(autouse=True)
def fewer_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the checks of single columns, in this process."""
    monkeypatch.setattr("expectations.runner.all_checks", without_columns)


def without_columns(ledger: Mapping[str, int]) -> tuple[Check, ...]:
    """All checks but those of single columns."""
    return tuple(check for check in all_checks(ledger) if not check.name.endswith(_OF_COLUMNS))
