"""The notebook: runs it over a loaded home, and shows it as a page of the site.

    python -m handbook.notebook HOME

keeps the outputs in the notebook itself; the site takes them from there.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

from handbook.places import ROOT

NOTEBOOK = ROOT / "notebooks" / "five-questions.ipynb"
PAGE = "start/questions-with-plots"
"""The page of the site that shows it."""


def kept_notebook() -> Any:
    """The notebook with the outputs that it keeps."""
    return nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]


def run_notebook(home: Path) -> Any:
    """Run the notebook in a kernel of its own; the file stays as it is.

    Args:
        home: A home folder with a published warehouse.

    Returns:
        The notebook with the outputs of this run.

    Raises:
        nbclient.exceptions.CellExecutionError: A cell fails.
    """
    notebook = kept_notebook()
    client = NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(NOTEBOOK.parent)}},
    )
    # Whoever ran in this process before may have chosen where plots are drawn.
    surroundings = {name: value for name, value in os.environ.items() if name != "MPLBACKEND"}
    client.execute(env={**surroundings, "CABLEHOUSE_HOME": str(home.resolve())})
    return notebook


def as_markdown(notebook: Any) -> str:
    """The cells below the first, with their outputs: text as it is, pictures within the page."""
    parts: list[str] = []
    heading = ""
    for cell in notebook.cells[1:]:
        if cell.cell_type == "markdown":
            parts.append(cell.source)
            heading = cell.source.partition("\n")[0].lstrip("# ")
            continue
        parts.append(f"```python\n{cell.source}\n```")
        parts += [_output(output, heading) for output in cell.outputs]
    return "\n\n".join(parts) + "\n"


def texts_and_pictures(notebook: Any) -> tuple[list[str], int]:
    """What the cells print, and how many pictures they draw."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    printed = [output.text for output in outputs if output.output_type == "stream"]
    return printed, sum("image/png" in output.get("data", {}) for output in outputs)


def show_notebook(_app: object, name: str, content: list[str]) -> None:
    """For Sphinx: put the notebook below the opening of its page."""
    if name == PAGE:
        content[0] += "\n" + as_markdown(kept_notebook())


def _output(output: Any, heading: str) -> str:
    if output.output_type == "stream":
        return f"```text\n{output.text.rstrip()}\n```"
    picture = output.data["image/png"].replace("\n", "")
    return f"![{heading}](data:image/png;base64,{picture})"


if __name__ == "__main__":
    executed = run_notebook(Path(sys.argv[1]))
    nbformat.write(executed, NOTEBOOK)  # type: ignore[no-untyped-call]
