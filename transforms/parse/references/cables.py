"""Cables in one item of the REF block: years, posts and serials, and what is left out of them.

07 ELDERPORT 1290   2005 LA PAZ 812   06ELDERPORT0034   118 Ulaanbaatar      one cable
ELDERPORT 410/409   OSLO 12, 13 AND 15                                        several of one post
PANAMA 00512/07   QUITO 4101-07   AMMAN 01410 99   '07 OSLO 5   (99) ROME 88  years
OSLO 60 (FERRY TALKS OF 2006)   OSLO 60 -- Ferry talks 2006                   titles: not read
STATE A-50   EMBTEL 2071                                                      airgram, own post
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.codes.posts import find_post
from transforms.codes.ref_words import ref_words
from transforms.parse.references.cited_cable import CitedCable
from transforms.parse.references.posts import Block
from transforms.parse.references.titles import (
    TITLE_OPENS,
    is_day_or_year,
    is_stroke_of_post,
    is_year_of_title,
    opens_prose,
)
from transforms.parse.references.tokens import Token, is_serial, tokens_of, words_behind
from transforms.parse.references.years import (
    has_form_of_year,
    is_year_between,
    opens_next,
    stands_before,
    stands_behind,
    year_in_words,
    year_of,
)

_OF_YEAR = frozenset(["OF", "FROM", "IN", "DATED"])
_TAIL_OPENS = frozenset(["", ",", "/", "&", "AND", "OR", "THRU", "THROUGH", "TO", "-", "–", "#"])


@dataclass
class _Scan:
    """Walks over the tokens of one piece."""

    block: Block
    tokens: Sequence[Token]
    cables: list[CitedCable] = field(default_factory=list)
    words: list[Token] = field(default_factory=list)
    year: Token | None = None
    separator: str = ""
    is_title: bool = False
    is_prose: bool = False
    is_notal: bool = False
    is_dated: bool = False
    skipped: set[int] = field(default_factory=set)

    def take(self, index: int) -> None:
        """Take one token."""
        token = self.tokens[index]
        if index and self.tokens[index - 1].kind in {"quote", "bracket"} and token.is_joint:
            self.is_title = False
        if token.kind == "number":
            self._number(index, token)
        elif token.kind == "word":
            self._word(token)
        elif token.kind == "separator":
            self._separator(index, token)
        elif token.kind == "date":
            self._date(index, token)
        elif token.kind == "year":
            self._year_in_brackets(index, token)
        elif token.kind == "boxed":
            self._boxed(token)
        else:
            self._aside(token)

    def _word(self, token: Token) -> None:
        if token.ends_name:
            self._remark(token.text)
            self.words = []
            self.separator = "AND" if token.text in {"AND", "OR", "THRU", "THROUGH"} else ""
            return
        if not self.words:
            self.is_title |= bool(self.cables) and self.separator in TITLE_OPENS
            self.separator = ""
        self.words.append(token)

    def _remark(self, words: str) -> None:
        """`NOTAL`, `AND PREVIOUS`: say something of the cable before them; `(NOTAL) OSLO 5`."""
        self.is_notal |= not self.cables and "NOTAL" in words
        if self.cables:
            self.cables[-1].is_notal |= "NOTAL" in words
            self.cables[-1].and_previous |= any(
                ref_words().get(word) == "earlier_too" for word in words.split()
            )

    def _separator(self, index: int, token: Token) -> None:
        is_stroke = bool(self.words) and is_stroke_of_post(self.tokens, index)
        if (token.text == "#" and self.words) or (is_stroke and self._known() is not None):
            return
        self.is_prose |= is_stroke and not self.cables
        if token.text in {"(", '"'} and self.cables:
            self.is_title = True
        is_behind_year = self.year is not None and self.year.end == token.start
        if self.words and token.text not in {"-", ":", ","} and not is_behind_year:
            self.words = []
        self.separator = token.text

    def _aside(self, token: Token) -> None:
        """A bracket or a quote: NOTAL and the like, else a title, which counts for nothing."""
        if token.kind == "bracket":
            self._remark(re.sub(r"[^A-Z0-9 ]", " ", token.text))
            if self.cables and (year := year_in_words(token.text)) is not None:
                self.cables[-1].year = year
        if token.kind == "quote" or self.words:
            self.words = []
            self.is_title = bool(self.cables)

    def _date(self, index: int, token: Token) -> None:
        """`QUILL 3/4/08`; behind a known post, as in `OSLO 12/13/15`, three serials."""
        if not self.words or self._known() is None:
            self._prose()
            return
        for match in re.finditer(r"\d+", token.text):
            start = token.start + match.start()
            end = start + len(match[0])
            self._number(index, token._replace(text=match[0], start=start, end=end))
            self.separator = "/"

    def _year_in_brackets(self, index: int, token: Token) -> None:
        if self.words and not is_year_between(self.tokens, index):
            self._boxed(token)
        elif self.words:
            self.year = token
        elif self.cables and not opens_next(self.tokens, index, is_dated=self.is_dated):
            self._set_year(token)
        else:
            self.year = token

    def _boxed(self, token: Token) -> None:
        """`STATE (41120)`: a serial in brackets."""
        if self.words and self._known() is not None and is_serial(token.figures):
            self._behind_post(token)

    def _number(self, index: int, token: Token) -> None:
        if self.words and self._is_year_behind_filler(index):
            self.words = []
        if self.words:
            self._behind_words(index, token)
        elif self._is_year_behind(index):
            self._set_year(token)
        elif stands_before(self.tokens, index, is_first=not self.cables or self.separator != ""):
            self.year = token
        elif self._reversed(index, token):
            pass
        elif not (self.is_title or self.is_prose) and is_serial(token.figures):
            self._alone(index, token)
        self.separator = ""

    def _is_year_behind_filler(self, index: int) -> bool:
        """`CABLE 07 OSLO 5`: the number behind words that name nothing is a year."""
        is_year = self.tokens[index].text[0] == "0" and self.words[-1].meaning == "filler"
        is_filler = is_year or all(word.meaning == "filler" for word in self.words)
        return is_filler and stands_before(self.tokens, index, is_first=False)

    def _names(self) -> list[Token]:
        """The words that can name a post: without `CABLE`, `NO.` or `A-` before the serial."""
        names = self.words[:-1] if self._airgram_mark() else list(self.words)
        while names and names[-1].meaning == "filler":
            names.pop()
        return names

    def _known(self) -> tuple[str, int] | None:
        """The known post that the words name, and the index of its first word."""
        names = self._names()
        if not names and (mark := self._airgram_mark()):
            return "STATE" if mark == "CA-" else self.block.post or self.block.origin, 0
        found = self.block.find([name.text for name in names]) if names else None
        return (found[0], len(names) - found[1]) if found else None

    def _post(self) -> tuple[str, int] | None:
        """The post that the words name, known or not, and the index of its first word."""
        names = self._names()
        if (found := self._known()) or not names:
            return found
        is_apart = self.separator == "," or self.is_title
        if is_apart or (self.cables and any(name.is_lower for name in names)):
            return None
        lead = next((i for i, name in enumerate(names) if name.meaning != "filler"), 0)
        guessed = self.block.guess([name.text for name in names[lead:]])
        return (guessed[0], len(names) - guessed[1]) if guessed else None

    def _behind_words(self, index: int, token: Token) -> None:
        known = self._known()
        if known is None and self.cables and has_form_of_year(token.figures):
            if self.words[0].text in _OF_YEAR and not self.is_title:
                self._set_year(token)
            self._prose()
        elif known and self.year is None and is_year_between(self.tokens, index):
            self.year = token
        elif self._post() is None or not is_serial(token.figures) or self._is_dated(index, known):
            self._prose()
        else:
            self._behind_post(token)

    def _is_dated(self, index: int, known: tuple[str, int] | None) -> bool:
        if known is not None:
            before = self.words[: known[1]] if self.cables else ()
            return is_year_of_title(self.tokens, index, before)
        found = self._post()
        is_unknown = found is not None and find_post(found[0]) is None
        return is_unknown and is_day_or_year(self.tokens, index, self.year)

    def _prose(self) -> None:
        """Give up on words that name no post: what follows is a title."""
        self.words, self.year = [], None
        self.is_title = bool(self.cables)
        self.is_prose = not self.cables

    def _behind_post(self, token: Token) -> None:
        found = self._post()
        if found is None:
            return
        post, first = found
        start, year = self.words[first].start, self.block.year
        if self.year is not None and all(word.meaning == "filler" for word in self.words[:first]):
            start, year = min(start, self.year.start), year_of(self.year, self.block.year)
        self._add(post, year, token, start, self._airgram_mark())
        self.block.post = post

    def _airgram_mark(self) -> str:
        if self.separator != "-" or self.words[-1].text not in {"A", "CA"}:
            return ""
        return f"{self.words[-1].text}-"

    def _add(self, post: str, year: int, token: Token, start: int, mark: str = "") -> None:
        self.cables.append(CitedCable(post, year, token.figures, start, token.end, mark))
        self.cables[-1].is_notal, self.is_notal = self.is_notal, False
        self.is_dated = self.year is not None
        self.words, self.year, self.is_title, self.is_prose = [], None, False, False

    def _alone(self, index: int, token: Token) -> None:
        """A serial without a post: one more of the last post, or the first of the item."""
        is_apart = not self.cables or self.separator in {"-", "--"}
        if opens_prose(self.tokens, index, is_apart=is_apart):
            return
        if self.cables and self.separator in _TAIL_OPENS and self.year is None:
            last = self.cables[-1]
            self._add(last.post, last.year, token, token.start, last.airgram)
            return
        start, year = token.start, self.block.year
        if self.year is not None:
            start, year = self.year.start, year_of(self.year, self.block.year)
        self._add(self.block.post or self.block.origin, year, token, start)

    def _set_year(self, token: Token) -> None:
        self.cables[-1].year = year_of(token, self.block.year)
        self.cables[-1].end = token.end
        self.is_dated = True

    def _is_year_behind(self, index: int) -> bool:
        if not self.cables:
            return False
        last, citing = self.cables[-1], self.block.year
        return stands_behind(self.tokens, index, last, separator=self.separator, citing=citing)

    def _reversed(self, index: int, token: Token) -> bool:
        """`118 Ulaanbaatar`: the number before a known post is the serial."""
        words, has_serial = words_behind(self.tokens, index)
        is_apart = not self.cables or self.separator != ""
        if not words or has_serial or not is_apart or not is_serial(token.figures):
            return False
        found = self.block.find([word.text for word in words])
        if found is None or found[1] != len(words):
            return False
        self._add(found[0], self.block.year, token, token.start)
        self.cables[-1].end = words[-1].end
        self.block.post = found[0]
        for word in words:
            self.skipped.add(word.start)
        return True


def read_cables(part: str, block: Block) -> list[CitedCable]:
    """Read the cables of one piece of an item.

    Args:
        part: The piece, on one line.
        block: What the pieces before it said; its `post` goes on to the next.

    Returns:
        Cables in order, with their places in the piece; none when it names none. Unknown posts are
        kept as written (cable formats 3.2).
    """
    scan = _Scan(block, tokens_of(part))
    for index, token in enumerate(scan.tokens):
        if token.start not in scan.skipped:
            scan.take(index)
    return scan.cables
