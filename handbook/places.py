"""Where a thing that the schema names stands in the sources."""

from __future__ import annotations

import importlib
import inspect
from pathlib import Path

ROOT = Path(__file__).parents[1]


class NoSuchPlace(LookupError):
    """A name that stands for nothing in the sources."""


def file_of(name: str) -> str:
    """The file of a function, constant or SQL file, as its path within the project.

    Args:
        name: Dotted name (`transforms.parse.header.dtg.find_dtg`) or a path.

    Raises:
        NoSuchPlace: There is no such thing.
    """
    if "/" in name:
        if not (ROOT / name).is_file():
            raise NoSuchPlace(name)
        return name
    module_name, _, attribute = name.rpartition(".")
    try:
        module = importlib.import_module(module_name)
        getattr(module, attribute)
        source = inspect.getsourcefile(module)
    except (ImportError, AttributeError, ValueError) as error:
        raise NoSuchPlace(name) from error
    return f"{module_name.replace('.', '/')}.py" if source else module_name


def meaning_of(name: str) -> str:
    """First line of what a function, constant or SQL file says about itself; empty for nothing."""
    if name.endswith(".sql"):
        first = (ROOT / name).read_text("utf-8").splitlines()[0]
        return first.removeprefix("--").strip()
    if "/" in name:
        return ""
    module_name, _, attribute = name.rpartition(".")
    thing = getattr(importlib.import_module(module_name), attribute)
    documented = inspect.getdoc(thing) if inspect.isroutine(thing) else None
    return (documented or "").split("\n\n")[0]
