"""No pattern of the parser can blow up: none holds a repeat that meets itself."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from patterns import nested_repeats

import transforms


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(transforms.__path__, "transforms."):
        loaded = importlib.import_module(module.name)
        for name, value in vars(loaded).items():
            for number, pattern in enumerate(_within(value)):
                if isinstance(pattern.pattern, str):
                    yield f"{module.name}.{name}.{number}", pattern


def _within(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _within(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _within(item)


PATTERNS = {pattern.pattern: (name, pattern) for name, pattern in _patterns()}


def test_there_are_patterns_to_look_at() -> None:
    assert len(PATTERNS) > 100


@pytest.mark.parametrize("name", [name for name, _ in PATTERNS.values()])
def test_no_repeat_meets_itself(name: str) -> None:
    pattern = next(pattern for other, pattern in PATTERNS.values() if other == name)
    assert nested_repeats(pattern) == []


@pytest.mark.parametrize(
    "text",
    ["(a+)+$", "(?:a*)*b", r"(?:\s*x?)*$", r"(?:(?:[a-z]+))+\d", r"(\w+\s?)*$", "(?i:(?:A|a+)+)x"],
)
def test_a_pattern_that_blows_up_is_found(text: str) -> None:
    assert nested_repeats(re.compile(text))


@pytest.mark.parametrize(
    "text", [r"(?:\s+\w)+$", r"(?:[a-z]+,)*", r"(?:a{1,3}b?){1,9}", r"\s*\S+", "(?>a+)+"]
)
def test_a_pattern_that_cannot_is_not(text: str) -> None:
    assert nested_repeats(re.compile(text)) == []
