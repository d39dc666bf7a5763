"""Line: the folded words of a report in one list, with a wall between blocks so that no reading crosses one."""

from __future__ import annotations

from habeas.mark.moments.vocabulary import Vocabulary
from habeas.model.columns import columns
from habeas.model.letters import is_capital
from habeas.model.marks import Token
from habeas.model.report import Report
from habeas.model.seeking import first_from

__all__ = ["WALL", "Line"]

WALL = "\n"
"""Stands between blocks (several in a row, so that looking a few words aside never leaves the list)."""

_NOTHING = Token(0, 0, WALL)
_PAD = 16
_WALLS = [WALL] * _PAD


class Line:
    """Words by index. `low[i]` is the folded word or WALL, `token(i)` where it stands."""

    __slots__ = ("_begins", "_firsts", "low", "seen", "text", "words")

    def __init__(self, report: Report, tokens: tuple[Token, ...], words: Vocabulary) -> None:
        self.text = report.text
        self.words = words
        self.seen = columns(report.text, tokens)
        self._begins: list[int] = []
        self._firsts: list[int] = []
        self.low = _WALLS.copy()
        done = 0
        for block in report.blocks:
            if block.noise is not None:
                continue
            after = self.seen.at(block.span.end)
            self._begins.append(len(self.low))
            self._firsts.append(done)
            self.low.extend(self.seen.lower[done:after])
            self.low.extend(_WALLS)
            done = after

    def token(self, i: int) -> Token:
        """The token at `i`; an empty one where a wall stands."""
        if self.low[i] == WALL:
            return _NOTHING
        block = first_from(self._begins, i + 1) - 1
        return self.seen.tokens[self._firsts[block] + i - self._begins[block]]

    def opening(self) -> list[int]:
        """Where words stand that can begin an expression of time, and figures, in order."""
        found: list[int] = []
        block, shift = 0, 0
        spots = self.seen.among(self.words.triggers) + self.seen.figures
        spots.sort()
        for at in spots:
            while block < len(self._firsts) and self._firsts[block] <= at:
                shift = self._begins[block] - self._firsts[block]
                block += 1
            found.append(at + shift)
        return found

    def bare(self, i: int) -> str:
        """The word at `i` without a possessive ending."""
        word = self.low[i]
        return word.removesuffix("'s").removesuffix("'") if "'" in word else word

    def capital(self, i: int) -> bool:
        """Whether the word at `i` is written with a capital."""
        token = self.token(i)
        return token.end > token.start and is_capital(self.text, token.start)

    def glued(self, i: int) -> bool:
        """Whether the words at `i` and `i + 1` stand without space between them."""
        return self.token(i).end == self.token(i + 1).start and self.token(i).end > 0

    def until(self, i: int, offset: int) -> int:
        """The index of the first word at or after `i` that starts at or after text `offset`."""
        while self.low[i] != WALL and self.token(i).start < offset:
            i += 1
        return i
