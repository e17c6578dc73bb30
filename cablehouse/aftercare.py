"""What is done with a generation after it was published: proofs from a reader's side."""

from __future__ import annotations

from typing import Any

from cablehouse.settings import Settings


def prove_published(settings: Settings) -> dict[str, Any]:
    """Repeat the proofs on the published file, and ask every view once.

    Args:
        settings: Settings of the installation.

    Returns:
        Rows of every table and view.

    Raises:
        NoWarehouse: Nothing was published.
        LoadCheckFailed: A proof fails.
    """
    from warehouse.connect import open_reader
    from warehouse.proofs import count_rows, prove

    with open_reader(settings.warehouse_file) as connection:
        prove(connection)
        return count_rows(connection)
