"""Measures what a parse costs, against one compiled pattern that splits the same texts.

    python benchmarks/parse.py [--profile] [CABLES | PATH ...]        default: 400

The ratio is the figure to watch: a cable is to cost at most nine splits. `--profile` lists the
functions in which the time goes. Dumps, when given, are measured instead of invented cables: real
texts hold more figures, bullets and page marks, and cost more.
"""

from __future__ import annotations

import cProfile
import gc
import pstats
import re
import sys
import time
from collections.abc import Callable

from cablehouse.landing import find_inputs, limits_of, read_input
from cablehouse.settings import load_settings
from samples.cables import invent
from samples.formats import render_plain
from samples.layout import Style
from transforms.parse.parse import parse
from transforms.read.record import Member, Metadata, Place, Record

ROUNDS = 5
LISTED = 40
SPLIT = re.compile(r"^\s*(?:¶\s?)?\d{1,3}\s?[.)]", re.MULTILINE)


def main() -> None:
    """Print the ratio of a parse to a split, and what the two cost."""
    words = [word for word in sys.argv[1:] if word != "--profile"]
    if words and not words[0].isdigit():
        records = read_records(words)
    else:
        records = make_records(int(words[0]) if words else 400)
    if "--profile" in sys.argv:
        profile(records)
        return
    split, parsed = measure(records)
    size = sum(len(record.text) for record in records) / len(records)
    print(f"{len(records)} cables of {size:,.0f} characters on average")
    print(
        f"split {split * 1000:.3f} ms   parse {parsed * 1000:.3f} ms   ratio {parsed / split:.1f}"
    )


def make_records(count: int) -> list[Record]:
    """Invented cables of some 7 KB, as readers yield them: three of four are hard-wrapped."""
    texts = [
        render_plain(invent(index, 1), index, None if index % 4 == 3 else Style(width=64))
        for index in range(count)
    ]
    member = Member("bench.txt", None, "0" * 64)
    return [
        Record(Place(member, length=len(text)), "plain_text", "0" * 64, text, Metadata(), False)
        for text in texts
    ]


def read_records(paths: list[str]) -> list[Record]:
    """All records of some dumps, refused ones aside."""
    limits = limits_of(load_settings())
    found = [item for file in find_inputs(paths) for item in read_input(file, limits)]
    return [item for item in found if isinstance(item, Record)]


def measure(records: list[Record]) -> tuple[float, float]:
    """CPU seconds per cable of a split and of a parse: the best of several rounds each."""
    best = [float("inf"), float("inf")]
    gc.disable()
    actions: list[Callable[[Record], object]] = [lambda record: SPLIT.split(record.text), parse]
    for _ in range(ROUNDS):
        for place, action in enumerate(actions):
            started = time.process_time()
            for record in records:
                action(record)
            best[place] = min(best[place], (time.process_time() - started) / len(records))
        gc.collect()
    return best[0], best[1]


def profile(records: list[Record]) -> None:
    """List the functions in which a parse spends its time."""
    profiler = cProfile.Profile()
    profiler.enable()
    for record in records:
        parse(record)
    profiler.disable()
    pstats.Stats(profiler).sort_stats("tottime").print_stats(LISTED)


if __name__ == "__main__":
    main()
