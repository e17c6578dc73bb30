"""The words of invented cables, and a pool of sentences made from them once."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

_POOL_SIZE = 3000


@dataclass(frozen=True, slots=True)
class Post:
    """A post that writes and receives invented cables.

    Attributes:
        name: With blanks, as printed (`NEW DELHI`).
        kind: `AMEMBASSY`, `AMCONSUL` or `SECSTATE`.
        routing_indicator: `RUEHNE`.
        origin: As a dump's metadata have it (`Embassy New Delhi`).
        tag: Its geographic tag.
    """

    name: str
    kind: str
    routing_indicator: str
    origin: str
    tag: str

    @property
    def canonical(self) -> str:
        """Without blanks, as in `cables.post`."""
        return self.name.replace(" ", "")

    @property
    def plad(self) -> str:
        """Its plain-language address."""
        return "SECSTATE WASHDC" if self.name == "STATE" else f"{self.kind} {self.name}"


@cache
def words(name: str) -> tuple[Any, ...]:
    """One list of the vocabulary."""
    text = resources.files("samples").joinpath("vocabulary.yaml").read_text("utf-8")
    return tuple(yaml.safe_load(text)[name])


@cache
def posts() -> tuple[Post, ...]:
    """All posts; the last is the department."""
    return tuple(Post(*entry) for entry in words("posts"))


@cache
def sentences() -> tuple[str, ...]:
    """A pool of sentences, always the same."""
    dice = random.Random("sentences")
    return tuple(_sentence(dice) for _ in range(_POOL_SIZE))


def _sentence(dice: random.Random) -> str:
    if dice.random() < 0.12:
        return str(dice.choice(words("closers")))
    claim = dice.choice(words("claims"))
    opener = dice.choice(words("openers"))
    if dice.random() < 0.3:
        opener = f"{dice.choice(words('people'))} of {dice.choice(words('places'))}"
    return f"{opener} {dice.choice(words('verbs'))} {claim}{dice.choice(words('endings'))}."
