"""Which post the words before a serial mean, in the context of the REF block they stand in.

SECSTATE 5, RIO 12, N'DJAMENA 7       known names and aliases
EMBTEL 2071, DEPTEL 5150, OUR 12      the citing post and the Department
ISLAMBAD 5                            misspelt: the nearest known post, when only one is near
PORT VESPER 88                        unknown: as written, so that no reference is lost
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.codes.posts import find_post, nearest_post
from transforms.codes.ref_words import ref_words

_LONGEST_POST = 20
_LONGEST_NAME = 5


@dataclass(slots=True)
class Block:
    """What the items of a REF block know of each other.

    Attributes:
        year: Year of the citing cable, four digits.
        origin: Its canonical post.
        post: The last post that was named; items without one have it.
    """

    year: int
    origin: str
    post: str | None = None

    def find(self, words: Sequence[str]) -> tuple[str, int] | None:
        """The known post at the end of some words, and how many of them name it."""
        for count in range(min(_LONGEST_NAME, len(words)), 0, -1):
            name = " ".join(words[-count:])
            if post := find_post(name) or self._of_block(name):
                return post, count
        return self._own(words[-1])

    def _of_block(self, name: str) -> str | None:
        """A post that the citing cable or its block names itself; `OSLO'S 410` too."""
        bare = name.removesuffix("'S")
        squeezed = re.sub(r"[^A-Z]", "", bare)
        return squeezed if squeezed in {self.origin, self.post} else find_post(bare)

    def _own(self, word: str) -> tuple[str, int] | None:
        meaning = ref_words().get(word.removesuffix("'S"))
        if meaning == "own_post":
            return self.origin, 1
        if meaning == "department" or (meaning == "addressee" and self.origin != "STATE"):
            return "STATE", 1
        return None

    def guess(self, words: Sequence[str]) -> tuple[str, int] | None:
        """The post that words mean which are no known name: misspelt, else as written."""
        if len(words) > 1 and ref_words().get(words[0]) == "own_post":
            words = words[1:]  # `EMBASSY PORT VESPER`
        for count in range(min(4, len(words)), 0, -1):
            name = "".join(words[-count:])
            if post := nearest_post(name, self.origin):
                return post, count
        name = re.sub(r"[^A-Z0-9]", "", "".join(words))
        is_name = 1 < len(name) <= _LONGEST_POST and len(words) <= 3 and len(words[-1]) > 1
        if not is_name or not name.isalpha() or any(ref_words().get(word) for word in words):
            return None
        return name, len(words)
