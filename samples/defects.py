"""Broken records, and files that are no dump: what every real delivery brings along."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from samples.cables import Cable
from samples.formats import render_csv, render_html
from samples.layout import Style, body_lines
from samples.truth import SampleTruth


def write_defects(folder: Path, spare: list[Cable], seed: int, truth: SampleTruth) -> None:
    """Write the broken files.

    Args:
        folder: Where to.
        spare: Two cables that stand whole beside broken records.
        seed: Seed of the quirks.
        truth: Counts what must become of each record.
    """
    folder.mkdir(parents=True, exist_ok=True)
    first, second = spare
    record = render_csv(first, 1, seed)
    files: dict[str, tuple[bytes, str | None]] = {
        "blank.txt": (b" \n\n", "empty"),
        "noise.bin": (bytes(range(256)) * 8, "binary"),
        "truncated.zip": (_truncated_zip(first, seed), "truncated"),
        "notes.txt": (b"Boxes 4 to 9 were not delivered.\n", "unknown_format"),
        "no-mrn.txt": (_without_mrn(first, seed), "no_mrn"),
        "cut-page.html": (render_html(first, seed).encode()[:2500], "truncated"),
        "half-record.csv": ((record + record[:900]).encode(), "truncated"),
        "few-fields.csv": (
            (
                '"7","4/1/2008 14:30","08OSLO7","Embassy Oslo"\n' + render_csv(second, 8, seed)
            ).encode(),
            "bad_record",
        ),
        "no-text.csv": (
            b'"9","4/1/2008 14:30","08OSLO9","Embassy Oslo","SECRET","","",""\n',
            "no_text",
        ),
        "README.txt": (b"An invented delivery.\n", None),
        "empty.txt": (b"", None),
        "listing.html": (b"<!DOCTYPE html>\n<html><body><h3>Tags</h3></body></html>\n", None),
        "SHA256SUMS": (b"0000  empty.txt\n", None),
    }
    for name, (content, reason) in files.items():
        (folder / name).write_bytes(content)
        if reason is None:
            truth.skipped_count += 1
        else:
            truth.count("quarantined", reason)


def _truncated_zip(cable: Cable, seed: int) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr(
            zipfile.ZipInfo(f"{cable.cable_id}.html", (2011, 9, 1, 0, 0, 0)),
            render_html(cable, seed),
        )
    return whole.getvalue()[:2000]


def _without_mrn(cable: Cable, seed: int) -> bytes:
    lines = body_lines(cable, Style(), seed)
    return ("\n".join(lines[1:]) + "\n").encode()
