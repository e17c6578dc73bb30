"""The published warehouse as the pages see it: read-only, and always the current generation.

A publish moves a link, so each look at the link tells whether there is a new generation. DuckDB
keeps one instance per path within a process; the real path of a generation is therefore what is
opened and what answers are kept by, never the link.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

import duckdb

from cablehouse.settings import Settings, load_settings
from dashboards.questions import Row, ask
from warehouse.connect import open_reader, quote
from warehouse.publish import current_generation

_MEMORY = "2GB"
_KEPT_ANSWERS = 2000
_KEPT_CONNECTIONS = 2
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Generation:
    """A generation of the warehouse.

    Attributes:
        path: Its file.
        inode: Of this file; another one under the same name is another generation.
    """

    path: str
    inode: int

    @property
    def name(self) -> str:
        """What tells it from all others, without saying where it lies."""
        return f"{Path(self.path).stem}.{self.inode}"


class Kept(Generic[Value]):
    """Values by key, the least recently used forgotten first.

    Who asks for a value that another thread is just making waits for that one.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, Future[Value]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of a key.

        Args:
            key: What tells it from the others.
            make: Makes it when it is not kept; what it raises is raised here, and is not kept.
        """
        with self._lock:
            kept = self._values.get(key)
            if kept is None:
                ours: Future[Value] = Future()
                self._values[key] = ours
                if len(self._values) > self._most:
                    self._values.popitem(last=False)
            else:
                self._values.move_to_end(key)
        if kept is not None:
            return kept.result()
        try:
            ours.set_result(make())
        except BaseException as error:
            with self._lock:
                self._values.pop(key, None)
            ours.set_exception(error)
        return ours.result()


_answers: Kept[list[Row]] = Kept(_KEPT_ANSWERS)
_connections: Kept[duckdb.DuckDBPyConnection] = Kept(_KEPT_CONNECTIONS)


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


def answer(generation: Generation, name: str, **parameters: object) -> list[Row]:
    """Answer a question of `queries/`.

    Args:
        generation: The one that is asked.
        name: Name of the question.
        parameters: Values for its `$name` parameters; lists are given as tuples.

    Returns:
        Rows that other pages may be given, too: not to be changed.
    """

    def make() -> list[Row]:
        values = {key: list(v) if isinstance(v, tuple) else v for key, v in parameters.items()}
        connection = _connections.get(generation, lambda: _open(generation))
        with connection.cursor() as cursor:
            return ask(cursor, name, values)

    return _answers.get((generation, name, tuple(sorted(parameters.items()))), make)


def _open(generation: Generation) -> duckdb.DuckDBPyConnection:
    """One instance per generation; it may read nothing but the lake beside the warehouse.

    The least recently used is let go, and closes with the last cursor that reads from it.
    """
    connection = open_reader(Path(generation.path))
    lake = quote(str(settings().lake.resolve()))
    connection.execute(f"SET memory_limit = '{_MEMORY}'")
    connection.execute(f"SET allowed_directories = [{lake}]")
    connection.execute("SET enable_external_access = false")
    return connection
