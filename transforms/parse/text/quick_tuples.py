"""Makes named tuples in half the time, for what a cable has by the dozen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar, TypeVarTuple

Fields = TypeVarTuple("Fields")
Value = TypeVar("Value")


def made_of(kind: Callable[[*Fields], Value]) -> Callable[[tuple[*Fields]], Value]:
    """What makes a named tuple of a plain one.

    Args:
        kind: The class, all of whose fields are given.

    Returns:
        A function of one tuple with the fields in order; it leaves out the call of `__new__`.
    """
    return partial(tuple.__new__, kind)  # type: ignore[arg-type, type-var]
