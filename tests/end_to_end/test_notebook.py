"""The notebook runs on the sample dump, and what it keeps is what it prints."""

from __future__ import annotations

from typing import Any

import pytest

from handbook.notebook import NOTEBOOK, as_markdown, kept_notebook, run_notebook, texts_and_pictures

HOW = "stale: run `python -m handbook.notebook HOME` with a home that holds the sample dump alone"


@pytest.fixture(scope="module")
def kept() -> Any:
    return kept_notebook()


def test_it_runs_and_is_current(loaded: Any, kept: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MPLBACKEND", "agg")
    printed, pictures = texts_and_pictures(run_notebook(loaded.settings.home))
    assert (printed, pictures) == texts_and_pictures(kept), HOW
    assert pictures == 5


def test_it_asks_five_questions(kept: Any) -> None:
    headings = [cell.source.partition("\n")[0] for cell in kept.cells if cell.source[:3] == "## "]
    assert [heading[:5] for heading in headings] == [f"## {n}." for n in range(1, 6)]
    assert all(heading.endswith("?") for heading in headings)


def test_what_it_keeps_is_small_and_of_no_place(kept: Any) -> None:
    assert NOTEBOOK.stat().st_size < 400_000
    assert "/home/" not in "".join(texts_and_pictures(kept)[0])


def test_its_page_shows_code_and_pictures(kept: Any) -> None:
    page = as_markdown(kept)
    assert page.count("](data:image/png;base64,") == 5
    assert page.count("```python") >= 6
    assert "![1. How many cables" in page
