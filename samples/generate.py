"""Writes an invented dump of any size, in all formats, with its truth.

<folder>/dump/cables-csv/cables.csv
<folder>/dump/cablegate-html/<year>/<month>/<MRN>.html
<folder>/dump/cablegate-html-2011.zip
<folder>/dump/preamble-text.tar.gz
<folder>/dump/plain-text/*.txt          one or several cables in a file
<folder>/dump/versions/                 the same cables again: equal, better and worse texts
<folder>/dump/damaged/                  broken records, and files that are no dump
<folder>/truth/                         what the tables must hold, and how many records end how
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from samples.archives import TarWriter, ZipWriter
from samples.cables import Cable, corrected, invent, redacted, shortened
from samples.defects import write_defects
from samples.formats import render_csv, render_html, render_plain, render_preamble
from samples.layout import Style
from samples.truth import SampleTruth, TruthWriter, write_summary

FORMATS = ("cables_csv", "cablegate_html", "cablegate_html_2011", "preamble", "plain_text")
_SHARES = (
    "cables_csv",
    "cablegate_html",
    "cables_csv",
    "plain_text",
    "cablegate_html_2011",
    "cables_csv",
    "cablegate_html",
    "preamble",
    "cables_csv",
    "plain_text",
)
_SMALL_SENTENCES = 4
_REAL_SENTENCES = 8
_SMALL = 1000


def write_sample(
    folder: Path,
    *,
    cables: int = 200,
    seed: int = 1,
    formats: Sequence[str] | None = None,
    has_defects: bool = True,
) -> SampleTruth:
    """Write a dump and its truth; what is there is replaced.

    Args:
        folder: Where `dump/` and `truth/` are made.
        cables: How many cables to invent; memory does not grow with it.
        seed: The same seed and number give the same bytes.
        formats: Some of `FORMATS`; None for all.
        has_defects: Whether to add other versions of some cables, broken records, and files that
            are no dump.

    Returns:
        How many records must end how.

    Raises:
        ValueError: A format is unknown.
    """
    chosen = tuple(formats or FORMATS)
    if unknown := set(chosen) - set(FORMATS):
        raise ValueError(f"unknown formats: {sorted(unknown)}; there are {', '.join(FORMATS)}")
    for part in ("dump", "truth"):
        shutil.rmtree(folder / part, ignore_errors=True)
    truth = SampleTruth()
    mean = _SMALL_SENTENCES if cables <= _SMALL else _REAL_SENTENCES
    with TruthWriter(folder / "truth") as writer, _Dump(folder / "dump", seed) as dump:
        for index in range(cables):
            cable = invent(index, seed, mean_sentences=mean)
            name = _SHARES[index % len(_SHARES)]
            is_partial = dump.write(cable, name if name in chosen else chosen[index % len(chosen)])
            final = _write_versions(dump, cable, truth) if has_defects else cable
            writer.add(final, is_partial=is_partial and final is cable)
            truth.cable_count += 1
            truth.count("loaded")
        if has_defects:
            for index in range(cables, cables + 2):
                cable = invent(index, seed, mean_sentences=mean)
                writer.add(cable)
                truth.cable_count += 1
                truth.count("loaded")
                dump.spare.append(cable)
            write_defects(folder / "dump" / "damaged", dump.spare, seed, truth)
    write_summary(truth, folder / "truth" / "summary.json")
    return truth


def _write_versions(dump: _Dump, cable: Cable, truth: SampleTruth) -> Cable:
    """Write other texts of some cables; returns the version that wins."""
    kind = cable.index % 25
    if kind == 2:  # a page of the very text that stands in the csv
        dump.write_copy(
            cable, render_html(cable, dump.seed, layout=2011, style=dump.csv_style(cable))
        )
        truth.count("duplicate", "same_text")
    elif kind == 5:
        dump.write_copy(redacted(cable), render_html(redacted(cable), dump.seed, layout=2011))
        truth.count("superseded", "redacted")
    elif kind == 8:
        dump.write_copy(shortened(cable), render_html(shortened(cable), dump.seed, layout=2011))
        truth.count("superseded", "shorter")
    elif kind == 10:
        better = corrected(cable)
        dump.write_copy(better, render_html(better, dump.seed, layout=2011))
        truth.count("superseded", "not_corrected")
        return better
    elif kind == 12:
        partial = Style(has_header=False)
        dump.write_copy(cable, render_html(cable, dump.seed, layout=2011, style=partial))
        truth.count("superseded", "partial")
    return cable


class _Dump:
    """The files of a dump, opened once and written as cables come."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.seed = seed
        self.spare: list[Cable] = []
        self._folder = folder
        self._csv_count = 0
        self._plain: list[str] = []
        self._plain_count = 0
        self._zip = ZipWriter(folder / "cablegate-html-2011.zip")
        self._tar = TarWriter(folder / "preamble-text.tar.gz")
        self._csv_path = folder / "cables-csv" / "cables.csv"

    def __enter__(self) -> _Dump:
        self._csv_path.parent.mkdir(parents=True)
        self._csv = self._csv_path.open("w", encoding="utf-8", newline="\n")
        return self

    def __exit__(self, *_: object) -> None:
        self._csv.close()
        self._flush_plain()
        self._zip.close()
        self._tar.close()
        if self._csv_count == 0:
            shutil.rmtree(self._csv_path.parent)

    def csv_style(self, cable: Cable) -> Style:
        """The quirks that the csv gives a cable."""
        return Style(width=60 + cable.index % 9)

    def write(self, cable: Cable, name: str) -> bool:
        """Write a cable in one of the formats; returns whether as a partial extract."""
        if name == "cables_csv":
            self._csv_count += 1
            self._csv.write(render_csv(cable, self._csv_count, self.seed, self.csv_style(cable)))
        elif name == "cablegate_html":
            path = f"cablegate-html/{cable.sent_at:%Y/%m}/{cable.cable_id}.html"
            self._write_file(path, render_html(cable, self.seed))
        elif name == "cablegate_html_2011":
            is_partial = cable.index % 4 == 0
            style = Style(has_header=not is_partial)
            page = render_html(cable, self.seed, layout=2011, style=style)
            self._zip.write(f"cable/{cable.sent_at:%Y/%m}/{cable.cable_id}.html", page.encode())
            return is_partial
        elif name == "preamble":
            self._tar.write(f"{cable.cable_id}.txt", render_preamble(cable, self.seed).encode())
        else:
            self._plain.append(render_plain(cable, self.seed))
            if len(self._plain) > self._plain_count % 3:
                self._flush_plain()
        return False

    def write_copy(self, cable: Cable, page: str) -> None:
        """Write another text of a cable."""
        self._write_file(f"versions/{cable.cable_id}.html", page)

    def _flush_plain(self) -> None:
        if not self._plain:
            return
        self._plain_count += 1
        text = "\n\n".join(self._plain)
        if self._plain_count % 4 == 0:
            text = text.replace("\n", "\r\n")
        self._write_file(f"plain-text/cables-{self._plain_count:04d}.txt", text)
        self._plain = []

    def _write_file(self, name: str, text: str) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
