"""Reaching: from where to where the words of a subject go before its verb."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.complements import STEP
from habeas.claim.clauses.waiting import Waiting

__all__ = ["Reaching"]

_HARD: Final = t.mask(t.SUB, t.REL, t.THAT, t.COLON, t.DASH, t.QUOTE, t.PAREN)
_BLOCKING: Final = _HARD | t.mask(t.COMMA)
_TIMELY: Final = frozenset({"each", "every", "last", "next", "that", "this", "este", "esta"})


class Reaching(Waiting):
    """What one sentence on its way to clauses knows of where its subjects begin and end."""

    __slots__ = ()

    def floor(self, index: int) -> int:
        """The end of the finite group before: a subject never reaches over it."""
        for before in range(index - 1, -1, -1):
            if self.groups[before].kind == "finite":
                return self.groups[before].end
        return 0

    def stretch(self, start: int, floor: int) -> int:
        """The first token of the stretch without a break that ends right before `start`."""
        i = start
        tags = self.tags
        while i > floor and i > start - STEP:
            tag = tags[i - 1]
            opened = self.fragment(i - 1) if tag in (t.QUOTE, t.PAREN) else -1
            if opened > floor:
                i = opened
                continue
            asks = tag == t.SUB and tags[i] == t.TO and self.words[i - 1].lower in self.known.questions
            if t.holds(_HARD, tag) and not asks:  # "a hearing to decide [whether] to hold a trial was"
                break
            if tag == t.COMMA and not self.listed(i - 1, start, floor):
                break
            if tag == t.CC and (self.splits(i - 1, floor) or (floor and tags[i : i + 1] == [t.PRON])):
                break
            i -= 1
        return i

    def listed(self, comma: int, start: int, floor: int) -> bool:
        """Whether the comma joins the parts of a list subject: "the mayor, his wife and two guards were"."""
        tags = self.tags
        after = tags[comma + 1 : start]
        if t.CC not in after or comma <= floor or tags[comma - 1] not in (t.N, t.NAME, t.ADJ):
            return False
        if after[0] == t.CC:
            first = max(floor, comma - 12)
            before = max([i for i in range(first, comma) if tags[i] == t.COMMA], default=-1)
            turns = self.words[comma + 1].lower in self.known.turning
            # "They left the camp, walking fast, and the police followed", "They left at dawn, a day late, but their boat sank"
            return before >= 0 and not (floor and (turns or tags[before + 1] == t.VG))
        return any(a == t.COMMA and b == t.CC for a, b in pairwise(after)) or self.list_opens(floor, comma)

    def list_opens(self, floor: int, comma: int) -> bool:
        """Whether `tags[floor:comma]` can be the first of a list of subjects and is no phrase of time or place."""
        lo = floor
        while lo < comma and self.tags[lo] in (t.QUOTE, t.CC):
            lo += 1
        piece = self.tags[lo:comma]
        if (
            not piece
            or piece[0] not in (t.DET, t.POSS, t.NAME, t.N, t.ADJ)
            or self.words[lo].lower in _TIMELY
        ):
            return False
        return all(x in t.NOMINAL or x in (t.PREP, t.COMMA) for x in piece)

    def splits(self, i: int, floor: int) -> bool:
        """Whether the "and" at `i` joins two clauses (a finite verb before it) and not two nouns of a subject."""
        if self.words[i + 1].lower in self.known.open_ended and t.NUM in self.tags[max(0, i - 2) : i]:
            return False  # "those who stay for 30 days or longer must"
        return floor > 0 and i - floor < STEP and t.met(_BLOCKING, self.tags, floor, i) < 0
