"""All checks, in the order in which they are reported."""

from __future__ import annotations

from collections.abc import Mapping

from expectations.across_tables import across_checks
from expectations.cables import cable_checks
from expectations.checks import Check
from expectations.ledger import ledger_checks
from expectations.paragraphs import paragraph_checks
from expectations.recipients import recipient_checks
from expectations.refs import ref_checks
from expectations.structural import structural_checks
from expectations.tags import tag_checks


def all_checks(ledger: Mapping[str, int]) -> tuple[Check, ...]:
    """Every check of a run.

    Args:
        ledger: `read`, `parsed` and `quarantined`, as counted while reading.

    Raises:
        ValueError: Two checks of one table share a name.
    """
    checks = (
        *structural_checks(),
        *across_checks(),
        *ledger_checks(ledger),
        *cable_checks(),
        *paragraph_checks(),
        *ref_checks(),
        *tag_checks(),
        *recipient_checks(),
    )
    names = [(check.table, check.name) for check in checks]
    if len(set(names)) != len(names):
        raise ValueError(
            f"two checks share a name: {sorted(n for n in names if names.count(n) > 1)}"
        )
    return checks
