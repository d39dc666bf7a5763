"""Heads: forms that could be verbs and are nouns by what stands behind them: "a state [appeals] court ruled", "the [deals] that allow"."""

from __future__ import annotations

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.relayed import Relayed
from habeas.claim.clauses.vocabulary import NOUN, PAST, PRESENT, Form

__all__ = ["Heads"]


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
        if self.lower[i + 1 : i + 2] == ["that"]:
            return self.base_follows(i + 2)
        return self.raw_tag(i + 1) == t.N and not self.plural(i + 1) and self.acts_next(i + 2)

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

    def in_marks_alone(self, i: int) -> bool:
        """Whether the word at `i` stands alone between quotation marks: 'called them "intimidating" and rude'."""
        marked = i > 0 and self.found[i - 1] == t.QUOTE and self.raw_tag(i + 1) == t.QUOTE
        return marked and self.raw_tag(i + 2) not in (t.OBJ, t.DET, t.POSS, t.PREP)

    def lone_past(self, i: int) -> bool:
        """Whether the past form at `i`, before its object, is the first verb that is finite: "the bid to cut aid [hit] a snag"."""
        return self.raw_tag(i + 1) in (t.DET, t.POSS) and not self.finite_before(i) and i > 1
