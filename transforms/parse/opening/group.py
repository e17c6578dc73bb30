"""A group of lines of the opening: a block, a caption line, noise."""

from __future__ import annotations

from typing import NamedTuple

from transforms.parse.text.message import Line


class Group(NamedTuple):
    """Lines of the opening that belong together.

    Attributes:
        name: `marking`, `captions`, `attention`, `noise`, or a label's (`labels.LABELS`).
        lines: In order.
    """

    name: str
    lines: tuple[Line, ...]
