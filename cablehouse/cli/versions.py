"""`cablehouse versions`: the generations of the warehouse that are kept."""

from __future__ import annotations

from cablehouse.cli.console import HomeOption, out, plain, readable_errors, settings_for


def versions(home: HomeOption = None) -> None:
    """List the generations that readers can be switched to."""
    from rich.table import Table

    from warehouse.versions import list_generations

    settings = settings_for(home)
    with readable_errors():
        found = list_generations(settings.warehouse_file, settings.unpublished())
    if not found:
        out.print("No warehouse yet. Load one with `cablehouse ingest PATH`.")
        return
    table = Table(box=None, pad_edge=False)
    for name in ("", "generation", "built by", "when (UTC)", "cables", "MB"):
        table.add_column(
            name, justify="right" if name in {"cables", "MB"} else "left", no_wrap=True
        )
    for generation in reversed(found):
        built = generation.published_at
        table.add_row(
            "->" if generation.is_current else "",
            plain(generation.name),
            plain(generation.kind or "?"),
            f"{built:%Y-%m-%d %H:%M}" if built else "?",
            f"{generation.cable_count:,}",
            f"{generation.size_bytes / 1e6:,.1f}",
        )
    out.print(table)
    out.print("Switch readers with: cablehouse rollback GENERATION", highlight=False)
