"""A visit of a page: what its address asks for, the generation that answers, and what is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dashboards.live import Generation, answer
from dashboards.questions import Row


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit of a page.

    Attributes:
        parameters: Of the address.
        generation: What answers its questions, all of them, also when another one is published
            meanwhile.
    """

    parameters: Mapping[str, str]
    generation: Generation

    def answer(self, question: str, **parameters: object) -> list[Row]:
        """Answer a question of `queries/`; see `dashboards.live.answer`."""
        return answer(self.generation, question, **parameters)

    def text(self, name: str) -> str | None:
        """A parameter of the address; None when it is missing or empty."""
        return self.parameters.get(name, "").strip() or None

    def number(self, name: str, default: int, highest: int) -> int:
        """A number of the address, between 1 and a highest; the default when it is none."""
        value = self.text(name)
        if value is None or not value.isdecimal():
            return default
        return min(max(int(value[:9]), 1), highest)

    def day(self, name: str) -> date | None:
        """A day of the address, `2003-03-01`; None when it is none."""
        try:
            return date.fromisoformat(self.text(name) or "")
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Page:
    """What is shown.

    Attributes:
        title: For the window.
        parts: HTML in its order; each part is sent as soon as it is made.
    """

    title: str
    parts: Iterable[str]
