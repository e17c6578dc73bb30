"""The index of the runbooks, out of the runbooks themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.markdown import one_line, page, table
from handbook.places import ROOT

FOLDER = ROOT / "docs" / "runbooks"
SECTIONS = ("What it means", "Is a re-run safe?", "What to do")
_HEAD = """# Runbooks

One page per alert: what it means, whether a re-run is safe, what to do. Messages of the program end
in the page that helps; this index is generated from the pages by `make docs`.

Three rules hold everywhere. Nothing is visible to readers before the link is switched, so a run
that failed leaves the published warehouse as it was. What was loaded is never loaded twice, so
starting again is always safe. Never change files below `lake/` and `warehouse/` by hand.
"""
_GROUPS = {
    "Errors with a name": re.compile(r"#\s(?:[A-Z][a-z]+){2,}\s*$"),
    "Tasks of the DAGs": re.compile(r"#\s(?:The|A) task "),
    "Conditions": re.compile(r"#\s"),
}


@dataclass(frozen=True, slots=True)
class Runbook:
    """A page: its name, its title, and the first sentence of what it says."""

    name: str
    title: str
    meaning: str


def runbook_index() -> str:
    """The index, as Markdown."""
    lines = [_HEAD]
    left = list(read_runbooks())
    for heading, pattern in _GROUPS.items():
        group = [each for each in left if pattern.match(f"# {each.title}")]
        left = [each for each in left if each not in group]
        lines += [f"## {heading}", ""]
        lines += table(["alert", "in short"], map(_row, group))
    names = "\n".join(each.name for each in read_runbooks())
    lines += ["```{toctree}", ":hidden:", "", names, "```"]
    return page(lines)


def read_runbooks() -> Iterator[Runbook]:
    """All runbooks, in the order of their titles.

    Raises:
        ValueError: A page lacks one of the three sections.
    """
    found = [_read(path) for path in FOLDER.glob("*.md") if path.name != "index.md"]
    yield from sorted(found, key=lambda each: each.title.lower())


def _read(path: Path) -> Runbook:
    text = path.read_text("utf-8")
    title = text.partition("\n")[0].removeprefix("# ")
    meaning, *_ = (_section(path, text, name) for name in SECTIONS)
    return Runbook(path.stem, title, _first_sentence(meaning))


def _section(path: Path, text: str, name: str) -> str:
    _, heading, rest = text.partition(f"\n## {name}\n")
    body = rest.partition("\n## ")[0].strip()
    if not heading or not body:
        raise ValueError(f"{path}: the section {name!r} is missing")
    return body


def _first_sentence(text: str) -> str:
    return one_line(re.split(r"(?<=[.])\s", text, maxsplit=1)[0])


def _row(runbook: Runbook) -> tuple[str, str]:
    return f"[{one_line(runbook.title)}]({runbook.name}.md)", runbook.meaning
