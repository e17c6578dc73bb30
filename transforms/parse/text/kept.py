"""Keeps what short texts were read as: many lines are the same in cable after cable."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

Rest = ParamSpec("Rest")
Value = TypeVar("Value")

_LONGEST = 200


def keep_short(
    maxsize: int,
) -> Callable[[Callable[Concatenate[str, Rest], Value]], Callable[Concatenate[str, Rest], Value]]:
    """Keep the answers of a pure function for the texts that were read last.

    Args:
        maxsize: How many answers are kept; those for texts of more than 200 characters never are,
            so that the size of the cache is bounded, too.

    Returns:
        A decorator. The first parameter of the function is the text; the others have to be
        hashable, and so has its answer to be unchangeable.
    """

    def decorate(
        read: Callable[Concatenate[str, Rest], Value],
    ) -> Callable[Concatenate[str, Rest], Value]:
        kept = lru_cache(maxsize=maxsize)(read)

        @wraps(read)
        def answer(text: str, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Value:
            if len(text) > _LONGEST:
                return read(text, *args, **kwargs)
            return kept(text, *args, **kwargs)  # type: ignore[arg-type]

        return answer

    return decorate
