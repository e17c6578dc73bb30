"""The published warehouse as the pages see it: read-only, and always the current generation.

A publish moves a link, so each look at the link tells whether there is a new generation. DuckDB
keeps one instance per path within a process; the real path of a generation is therefore what is
opened and what answers are kept by, never the link.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb
import streamlit as st

from cablehouse.settings import Settings, load_settings
from dashboards.questions import Row, ask
from warehouse.connect import open_reader, quote
from warehouse.errors import NoWarehouse
from warehouse.publish import current_generation

_LOOK_SECONDS = 5
_MEMORY = "2GB"
_KEPT_ANSWERS = 2000


@dataclass(frozen=True, slots=True)
class Generation:
    """A generation of the warehouse.

    Attributes:
        path: Its file.
        inode: Of this file; another one under the same name is another generation.
    """

    path: str
    inode: int


def settings() -> Settings:
    """The settings of this process."""
    return load_settings()


def look() -> Generation | None:
    """The generation that is current now; None when nothing was published yet."""
    path = current_generation(settings().warehouse_file)
    try:
        return Generation(str(path), path.stat().st_ino) if path else None
    except FileNotFoundError:  # moved between the two looks
        return None


def answer(name: str, **parameters: object) -> list[Row]:
    """Answer a question of `queries/` from the current generation.

    Args:
        name: Name of the question.
        parameters: Values for its `$name` parameters; lists are given as tuples.

    Raises:
        NoWarehouse: Nothing was published yet.
    """
    generation = look()
    if generation is None:
        raise NoWarehouse(str(settings().warehouse_file))
    return _answer(generation, name, tuple(sorted(parameters.items())))


def follow_new_generations() -> None:
    """Draw the page anew when another generation was published since it was drawn."""
    drawn = look()
    watch = partial(_draw_anew_unless, drawn)
    st.fragment(run_every=_LOOK_SECONDS)(watch)()


def _draw_anew_unless(drawn: Generation | None) -> None:
    if look() != drawn:
        st.rerun()


@st.cache_data(max_entries=_KEPT_ANSWERS, show_spinner=False)
def _answer(
    generation: Generation, name: str, parameters: tuple[tuple[str, object], ...]
) -> list[Row]:
    with _connection(generation).cursor() as cursor:
        values = {key: list(v) if isinstance(v, tuple) else v for key, v in parameters}
        return ask(cursor, name, values)


@st.cache_resource(
    max_entries=2, show_spinner=False, on_release=lambda connection: connection.close()
)
def _connection(generation: Generation) -> duckdb.DuckDBPyConnection:
    """One instance per generation; it may read nothing but the lake beside the warehouse."""
    connection = open_reader(Path(generation.path))
    lake = quote(str(settings().lake.resolve()))
    connection.execute(f"SET memory_limit = '{_MEMORY}'")
    connection.execute(f"SET allowed_directories = [{lake}]")
    connection.execute("SET enable_external_access = false")
    return connection
