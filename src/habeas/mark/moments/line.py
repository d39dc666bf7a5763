"""Line: the folded words of a report in one list, with a wall between blocks so that no reading crosses one."""

from __future__ import annotations

from habeas.mark.moments.vocabulary import Vocabulary
from habeas.model.columns import columns
from habeas.model.letters import is_capital
from habeas.model.marks import Token
from habeas.model.report import Report

__all__ = ["WALL", "Line"]

WALL = "\n"
"""Stands between blocks (several in a row, so that looking a few words aside never leaves the list)."""

_NOTHING = Token(0, 0, WALL)
_PAD = 16
_WALLS = [WALL] * _PAD
_BLANKS = [_NOTHING] * _PAD


class Line:
    """Words by index. `low[i]` is the folded word or WALL, `token[i]` where it stands."""

    __slots__ = ("_first", "low", "seen", "text", "token", "words")

    def __init__(self, report: Report, tokens: tuple[Token, ...], words: Vocabulary) -> None:
        self.text = report.text
        self.words = words
        self.seen = columns(report.text, tokens)
        self._first: list[tuple[int, int]] = []
        self.low = _WALLS.copy()
        self.token = _BLANKS.copy()
        done = 0
        for block in report.blocks:
            if block.noise is not None:
                continue
            after = self.seen.at(block.span.end)
            part = tokens[done:after]
            self._first.append((done, len(self.low) - done))
            self.low.extend(self.seen.lower[done:after])
            self.token.extend(part)
            self.low.extend(_WALLS)
            self.token.extend(_BLANKS)
            done = after

    def opening(self) -> list[int]:
        """Where words stand that can begin an expression of time, and figures, in order."""
        found: list[int] = []
        block, shift = 0, 0
        spots = self.seen.among(self.words.triggers) + self.seen.figures
        spots.sort()
        for at in spots:
            while block < len(self._first) and self._first[block][0] <= at:
                shift = self._first[block][1]
                block += 1
            found.append(at + shift)
        return found

    def bare(self, i: int) -> str:
        """The word at `i` without a possessive ending."""
        word = self.low[i]
        return word.removesuffix("'s").removesuffix("'") if "'" in word else word

    def capital(self, i: int) -> bool:
        """Whether the word at `i` is written with a capital."""
        token = self.token[i]
        return token.end > token.start and is_capital(self.text, token.start)

    def glued(self, i: int) -> bool:
        """Whether the words at `i` and `i + 1` stand without space between them."""
        return self.token[i].end == self.token[i + 1].start and self.token[i].end > 0

    def until(self, i: int, offset: int) -> int:
        """The index of the first word at or after `i` that starts at or after text `offset`."""
        while self.low[i] != WALL and self.token[i].start < offset:
            i += 1
        return i
