"""Words of the REF block that are no post's name, and what they mean there (`ref_words.csv`).

`aside` stands between references and says nothing of a post (`AND`, `EXDIS`); `earlier_too` lets a
reference stand for further messages (`AND PREVIOUS`, `ET AL`); a `filler` stands beside a post
(`CABLE`, `NO.`); a `month` and a `no_post` are never a post; `own_post`, `department` and
`addressee` stand for one (`EMBTEL`, `DEPTEL`, `URTEL`).
"""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources


@cache
def ref_words() -> dict[str, str]:
    """Meaning of each word, upper case."""
    table = resources.files("transforms.codes").joinpath("ref_words.csv")
    rows = csv.DictReader(table.read_text("utf-8").splitlines())
    return {row["word"]: row["meaning"] for row in rows}
