"""Heads: forms that could be verbs and are nouns by what stands behind them: "a state [appeals] court ruled", "the [deals] that allow"."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.relayed import Relayed
from habeas.claim.clauses.vocabulary import NOUN, PAST, PRESENT, Form

__all__ = ["Heads"]

_PAIR: Final = 2
"""Commas around an aside."""


class Heads(Relayed):
    """One sentence, tagged up to a form of a verb that can be a noun as well."""

    __slots__ = ()

    def heads_noun(self, i: int) -> bool:
        """Whether the form in "-s" at `i`, behind a noun or a name, is a noun: before a noun that acts, or before "that" and
        the plural of what acts. Verbs of saying are none: "the union claims management lied"."""
        form = self.raw[i]
        assert isinstance(form, Form)
        if not form.can & PRESENT or not form.can & NOUN or form.lemma in self.known.reporting_lemmas:
            return False
        if self.lower[i] in self.known.plainly and self.lower[i + 1 : i + 2] not in (
            ["on"],
            ["around"],
            ["upon"],
        ):
            return True  # "health [centers] in the capital remain open"
        if self.lower[i + 1 : i + 2] == ["that"]:
            return self.base_follows(i + 2)
        return self.raw_tag(i + 1) == t.N and not self.plural(i + 1) and self.acts_next(i + 2)

    def in_compound(self, i: int, following: int) -> bool:
        """Whether the form in "-ing" behind a noun or a name only says of which sort the next noun is: "the DHS [acting] head"."""
        joined = following == t.N and not self.plural(i + 1)
        if self.found[i - 1] == t.NAME:
            return joined and self.lower[i] not in self.known.taking
        if self.found[i - 1] != t.N:
            return False
        if following == t.COMMA:
            return not self.rowed_acts(i + 1)
        return following in (0, t.CC, t.COLON) or (joined and self.lower[i] not in self.known.taking)

    def rowed_acts(self, i: int) -> bool:
        """Whether more forms in "-ing" with an object follow the sign at `i`: "guards [robbing], beating and selling men"."""
        at = i
        while at + 1 < self.count and self.raw[at] in (t.COMMA, t.CC) and self.gerund(at + 1):
            at += 2
        return at > i and (self.opens_object(at, direct=True) or self.plural(min(at, self.count - 1)))

    def acts_next(self, i: int) -> bool:
        """Whether the word at `i` is surely the verb of the noun before it: "court [refused] to hear it"."""
        raw = self.raw[i] if i < self.count else None
        if isinstance(raw, int):
            return raw in (t.HAVE, t.MODAL) and not self.upper[i]
        if raw is None or not raw.can & PAST or raw.can & NOUN:
            return False
        if raw.lemma in self.known.reporting_lemmas:
            return self.lower[i + 1 : i + 2] != ["by"]
        following = self.raw_tag(i + 1)
        to_do = following == t.TO and self.base_next(i + 1)
        return to_do or following in (t.DET, t.POSS, t.THAT)

    def quoted_act(self, i: int) -> bool:
        """Whether a quotation opens at `i` with what the plural before it does: 'said two mills "[face] severe shortages"'."""
        marks = self.found.count(t.QUOTE)
        if marks % 2 == 0 or i < 2 or not self.opens_object(i + 1):
            return False
        if not any(tag == t.V and self.lower[k] in self.known.reporting for k, tag in enumerate(self.found)):
            return False
        led = next((k for k in range(i - 2, 0, -1) if self.found[k] == t.PREP), 0)
        return self.plural(i - 2) or (led > 0 and self.plural(led - 1))

    def plural_waits_on(self, i: int) -> bool:
        """Whether a plural with an aside behind it has its verb at `i`: "Shops in the capital, Lima, [remain] open"."""
        if (
            self.finite_before(i)
            or self.found.count(t.COMMA) != _PAIR
            or t.VN in self.found
            or t.VG in self.found
        ):
            return False
        first = self.found.index(t.COMMA)
        inside = self.found[first + 1 : i - 1]
        named = bool(inside) and all(tag in (t.NAME, t.DET, t.N, t.ADJ) for tag in inside)
        return named and first > 0 and any(self.plural(k) for k in range(first) if self.found[k] == t.N)

    def only_describes(self, i: int) -> bool:
        """Whether the form in "-ing" at `i` says of which sort a noun is, or stands alone between quotation marks: "and vending
        machines", 'called them "intimidating" and rude'."""
        if self.lower[i] in self.known.modifying and self.modified(i + 1):
            return True
        pair = i > 2 and self.found[i - 1] == t.CC and self.found[i - 3 : i - 1] == [t.QUOTE, t.ADJ]
        if i > 0 and self.found[i - 1] == t.QUOTE and self.raw_tag(i + 1) == t.CC:
            return (
                self.gerund(i + 2) and self.raw_tag(i + 3) == t.QUOTE
            )  # 'the "shocking and disturbing" deaths'
        marked = (pair or (i > 0 and self.found[i - 1] == t.QUOTE)) and self.raw_tag(i + 1) == t.QUOTE
        return marked and self.raw_tag(i + 2) not in (t.OBJ, t.DET, t.POSS, t.PREP)

    def lone_past(self, i: int) -> bool:
        """Whether the past form at `i`, before its object, is the first verb that is finite: "the bid to cut aid [hit] a snag"."""
        return self.raw_tag(i + 1) in (t.DET, t.POSS) and not self.finite_before(i) and i > 1
