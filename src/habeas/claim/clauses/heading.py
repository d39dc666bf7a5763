"""Heading: whether a bare word of a headline is its verb, for headlines leave articles out."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.ahead import Ahead
from habeas.claim.clauses.vocabulary import BASE, NOUN, PAST, PRESENT, Form

__all__ = ["Heading"]

_COMPOUND: Final = 3
"""Words of a bare thing at most: "tear gas"."""


class Heading(Ahead):
    """One sentence that may be a headline, tagged up to some word."""

    __slots__ = ()

    def headlines(self) -> bool:
        """Whether the sentence is written as a headline is, without a full stop at its end."""
        return self.title or self.raw[self.count - 1] != t.COLON

    def states(self, i: int) -> bool:
        """Whether the names that open a headline act at `i`: "Peru, Chile [sign] treaty"."""
        if i < 3 or self.found[i - 1] != t.NAME or not self.headlines() or not self.is_nominal(i + 1):
            return False
        found = self.found[:i]
        return (t.COMMA in found or t.CC in found) and all(tag in (t.NAME, t.COMMA, t.CC) for tag in found)

    def strikes(self, i: int) -> bool:
        """Whether who opens a headline acts at `i` on a bare thing: "US [signs] deal to help", "Sailors [face] abuse in camp"."""
        if not i or not self.headlines() or not self.dealt(i + 1):
            return False
        opens = i == 1 or self.found[i - 2] == t.COLON
        named = (i > 1 or self.lower[0] == "us") and all(tag == t.NAME for tag in self.found[:i])
        return named or (opens and (self.plural(i - 1) or self.alone_acts(i))) or self.named_act(i)

    def alone_acts(self, i: int) -> bool:
        """Whether one who opens a headline acts at `i`: "Union [files] suit", not "Prison [guards] strike"."""
        form = self.raw[i]
        return (
            isinstance(form, Form)
            and bool(form.can & PRESENT)
            and self.lower[i] not in self.known.manning
            and not self.plural(i - 1)
        )

    def named_act(self, i: int) -> bool:
        """Whether people of a named place or body act at `i` of a headline: "Chad lawmakers [back] deal"."""
        form = self.raw[i]
        acts = isinstance(form, Form) and bool(form.can & BASE)
        return acts and i > 1 and self.plural(i - 1) and all(tag == t.NAME for tag in self.found[: i - 1])

    def dealt(self, i: int) -> bool:
        """Whether the bare word at `i` is a thing, for nothing follows that it could do something to: "deal to help"."""
        for j in range(i, min(self.count, i + _COMPOUND)):
            raw = self.raw[j]
            thing = isinstance(raw, Form) and raw.can & NOUN and not raw.can & (PAST | PRESENT)
            if not thing and (j == i or raw is not None or self.upper[j]):
                return False
            if j + 1 == self.count or self.raw_tag(j + 1) in (t.TO, t.PREP, t.CC, t.COMMA):
                return True
        return False

    def acts_on(self, i: int) -> bool:
        """Whether several who open a headline do one more thing at `i`: "Police fire tear gas, [arrest] protesters"."""
        if not self.headlines() or self.found.count(t.V) != 1 or t.CC in self.found:
            return False
        first = self.found.index(t.V)
        return first > 0 and self.plural(first - 1) and i + 1 < self.count and self.is_nominal(i + 1)

    def act_of(self, i: int) -> bool:
        """Whether the word at `i` of a headline is the noun for an act: "Judge Halts [Transfer] of 13"."""
        raw = self.raw[i] if i < self.count and self.headlines() else None
        return isinstance(raw, Form) and bool(raw.can & NOUN) and self.lower[i + 1 : i + 2] == ["of"]
