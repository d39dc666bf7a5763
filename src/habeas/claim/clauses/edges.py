"""Edges: where a subject begins and ends among the words before its verb."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.complements import Complements, Words
from habeas.claim.clauses.groups import Group

__all__ = ["Edges"]

_DATE: Final = 2
"""Words of a date, at least."""
_NUMBER: Final = t.mask(t.NUM)
_YEAR: Final = 4
"""Digits of a year."""
_HEADS: Final = t.mask(t.N, t.NAME, t.NUM, t.PRON)
_DAY: Final = 2
"""Digits of a day of a month, at most."""


class Edges(Complements):
    """What one sentence on its way to clauses knows of the edges of subjects."""

    __slots__ = ()

    def after_while(self, edge: int, end: int) -> int:
        """Skip a stretch of time that opens a clause: "[Hours later] police arrested", "last [week] the envoy left"."""
        if end - edge > 1 and self.words[edge].lower in self.known.times and self.tags[edge + 1] == t.DET:
            return edge + 1
        for i in range(edge + 1, min(edge + 4, end - 1)):
            stretch = self.words[i - 1].lower.removesuffix("s") in self.known.times
            if stretch and self.words[i].lower in self.known.elapsed:
                return i + 1
        return edge

    def after_date(self, edge: int, end: int) -> int:
        """Skip a date without a comma that opens a clause: "[In May 2019] Ana Vega denied", "[Last week] ten men died"."""
        i = edge + (self.words[edge].lower in self.known.hours and self.tags[edge + 1] == t.PREP)
        led = self.tags[i] == t.PREP or self.words[i].lower in self.known.recent
        if i + 1 >= end or not led:
            return edge
        dated, i = False, i + 1
        if self.tags[i] == t.ADV and self.tags[i - 1] == t.PREP:
            return i + 1  # "[By then] the guards left"
        while i < end and (named := self.on_calendar(i, end)):
            dated, i = dated or named > 0, i + 1
        left = dated and i < end and t.met(_HEADS, self.tags, i, end) >= 0
        return i if left and self.tags[i] not in (t.POSS, t.PREP, t.CC, t.HYPHEN) else edge

    def on_calendar(self, i: int, end: int) -> int:
        """1 where a time of the calendar stands at `i`, -1 where a day's or a year's number beside one does, else 0."""
        if self.is_time(i):
            return 1
        word, beside = self.words[i].lower, self.is_time(i - 1)
        if self.tags[i] != t.NUM or not word.isdigit():
            return 0
        day = len(word) <= _DAY and (i + 1 < end and self.is_time(i + 1))
        return -1 if day or (beside and (len(word) == _YEAR or i + 1 == end)) else 0

    def is_time(self, i: int) -> bool:
        """Whether the word at `i` is a time of the calendar: a day, a month, "week"."""
        word = self.words[i].lower
        return word in self.known.times or (word == "may" and self.tags[i] == t.NAME)

    def behind_verb(self, piece: Words) -> Words:
        """The part of what stands before an aside that "and" parts from a verb in it: "40 had died and [2,000 men] – most of
        them farmers – were"."""
        told = max(
            (g.end for g in self.groups if piece[0] < g.start < piece[1] and g.kind == "finite"), default=0
        )
        if not told:
            return piece
        joint = next((i for i in range(piece[1] - 1, told - 1, -1) if self.tags[i] == t.CC), 0)
        return (joint + 1, piece[1]) if 0 < joint < piece[1] - 1 else piece

    def after_object(self, edge: int, end: int) -> int:
        """Cut "the efforts the ministry" before its second noun phrase (a relative clause without "who")."""
        tags = self.tags
        for i in range(end - 1, edge, -1):
            if tags[i] == t.DET and i + 1 < end and self.words[i + 1].lower in self.known.times:
                if i + 2 < end and tags[i + 2] in (t.NAME, t.PRON, t.DET) and tags[i - 1] in (t.VB, t.V):
                    return i + 2  # "to roll the day [Jeffrey Ruiz] died"
                continue
            if (
                tags[i - 1] == t.VB
                and tags[i] in t.NOMINAL
                and self.words[i - 1].lower in self.known.securing
            ):
                return i  # "asked the judge to ensure [detainees there] are fed"
            if i == end - 1 and self.words[i].lower in self.known.floating:
                continue  # "The officials all spoke"
            stated = i - 1 == edge and tags[edge] == t.ADJ and edge and tags[edge - 1] == t.BE
            if stated and tags[i] in (t.DET, t.PRON, t.POSS):
                return i  # "They were hopeful [the swap] could lead to peace"
            if tags[i] in (t.DET, t.PRON) and tags[i - 1] in (t.N, t.NAME, t.OBJ, t.VB):
                at = i - 4 if edge < i - 3 and tags[i - 3] == t.VG else i - 3  # "men trying to cross the sea"
                led = edge < i - 2 and tags[i - 2] == t.TO and tags[at] in (t.N, t.NAME, t.SUB)
                if tags[i - 1] == t.VB and led:
                    continue  # "the plan to move the families was"
                return i
        return edge

    def before_time(self, edge: int, end: int) -> int:
        """The end of a subject without the time between it and its verb: "Officials earlier this week told"."""
        dated = self.before_date(edge, end)
        if dated < end:
            return dated
        at = end - 1
        if at <= edge or self.words[at].lower not in self.known.times:
            return end
        while at > edge + 1 and self.tags[at - 1] in (t.DET, t.ADJ, t.ADV):
            at -= 1
        return at if self.tags[at] in (t.DET, t.ADV, t.ADJ) and self.tags[at - 1] in (t.N, t.NAME) else end

    def after_preposition(self, edge: int, end: int) -> int:
        """Skip an opening adverbial that has no comma: "On Monday the court ruled"."""
        tags = self.tags
        if edge >= end or tags[edge] != t.PREP:
            return edge
        for i in range(edge + 2, end):
            opens = tags[i] in (t.DET, t.PRON, t.POSS) and self.words[i].lower[0].isalpha()  # no "'"
            if opens and tags[i - 1] in (t.N, t.NAME, t.NUM):
                return i
            counts = tags[i] == t.NUM and tags[i - 1] == t.N and tags[i + 1 : i + 2] in ([t.N], [t.ADJ])
            if counts and i + 1 < end and self.words[i - 1].lower not in self.known.times:
                return i  # "According to the ministry 700 men were freed"
            timed = all(word.lower in self.known.times for word in self.words[edge + 1 : i])
            if timed and self.words[i].lower not in self.known.times:
                counted = tags[i] in (t.ADV, t.NUM) and t.met(_NUMBER, tags, i, i + 2) >= 0
                if tags[i] in (t.N, t.ADJ) or (counted and tags[i - 1] != t.ADJ):
                    return i  # "On Monday night police arrested", "by Friday only two drivers"
        return edge

    def before_date(self, edge: int, end: int) -> int:
        """The end of a subject without the date after it: "A court in Oslo [on Friday] ruled", "The High Court [Friday]"."""
        at, timed, times = end, False, self.known.times
        while at > edge + 1 and (
            self.words[at - 1].lower in times
            or self.tags[at - 1] == t.NUM
            or (self.words[at - 1].lower == "." and self.words[at - 2].lower in times)
            or (self.words[at - 1].lower == "may" and at < end and len(self.words[at].lower) <= _DAY)
        ):
            at -= 1
            dated = self.words[at].lower in times or self.words[at].lower == "may"
            timed = timed or (self.tags[at] == t.NAME and dated)
        while timed and at > edge + 1 and self.words[at - 1].lower in self.known.hours:
            at -= 1  # "A judge [late Friday] denied"
        if not timed or self.tags[at - 1] in (t.DET, t.POSS, t.ADJ, t.HYPHEN):
            return end
        if self.tags[at - 1] != t.PREP:
            return at if self.tags[at - 1] in (t.N, t.NAME) else end
        at -= 1
        if at - 1 > edge and self.tags[at - 1] in (t.ADV, t.ADJ) and self.tags[at - 2] in (t.N, t.NAME):
            at -= 1  # "An air strike [late on Tuesday] hit"
        return at if at > edge and self.tags[at - 1] in (t.N, t.NAME, t.NUM) else end

    def dated(self, words: tuple[int, int]) -> bool:
        """Whether a noun phrase behind a preposition is a date: "on [3 May 2019]"."""
        lo, hi = words
        if lo < 1 or self.tags[lo - 1] != t.PREP or hi - lo < _DATE:
            return False
        times = self.known.times | {"may"}
        return all(self.words[i].lower in times or self.tags[i] == t.NUM for i in range(lo, hi))

    def only_times(self, edge: int, end: int) -> bool:
        """Whether words before a verb are a time and no subject: "and until last year housed 190"."""
        times = self.known.times
        return (
            end > edge
            and self.words[end - 1].lower in times
            and all(
                word.lower in times or tag in (t.DET, t.ADJ, t.NUM)
                for word, tag in zip(self.words[edge:end], self.tags[edge:end], strict=True)
            )
        )

    def in_object_of(self, start: int, verbs: list[Group]) -> bool:
        """Whether the first of two verbs belongs to what an opening participle holds: "Naming it the worst [she had seen], Soto"."""
        first, second = verbs[0], verbs[1]
        between = self.tags[first.end : second.start]
        if t.COMMA in self.tags[start : first.start] or t.COMMA not in between:
            return False
        last = len(between) - 1 - between[::-1].index(t.COMMA)
        told = between[last + 1 :]
        return t.PRON in self.tags[start : first.start] and bool(told) and all(x in t.NOMINAL for x in told)

    def in_row(self, index: int) -> bool:
        """Whether a participle after a comma is one of a row that "and" closes: "men beaten, locked up and stripped"."""
        last, group = self.clauses[-1].group if self.clauses else None, self.groups[index]
        tags = self.tags
        if last is not None and last.kind == group.kind == "gerund" and last.end == group.start - 1:
            return self.clauses[-1].subject is not None  # "guards robbing, beating and selling men"
        if last is None or last.kind != "participle" or group.kind != "participle":
            return False
        return any(tags[j] == t.CC and tags[j + 1] == t.VN for j in range(group.end, len(tags) - 1))

    def object_told(self, lo: int, to: int) -> Words | None:
        """The object that opens at `lo` and of which a participle tells before the "to": "ordered [two men] held there to be"."""
        at = lo
        while at < to and (self.tags[at] in t.NOMINAL or self.words[at].lower == "of"):
            at += 1
        return (lo, at) if lo < at < to and self.tags[at] == t.VN else None
