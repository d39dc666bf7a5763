"""Choosing: what a form of a verb is where the word before it shows it: behind "be", a subject, "and", a hyphen."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.heads import Heads
from habeas.claim.clauses.looking import OPENS_OBJECT
from habeas.claim.clauses.vocabulary import ADJECTIVE, BASE, GERUND, NOUN, PARTICIPLE, PAST, PRESENT, Form

__all__ = ["Choosing"]

_AWAY: Final = (["away"], ["down"], ["off"], ["out"], ["up"])
_IN_PHRASE: Final = (t.N, t.NAME, t.ADJ, t.DET, t.POSS, t.NUM)
_LISTING: Final = t.mask(t.COMMA, t.CC)


class Choosing(Heads):
    """One sentence, tagged up to a form of a verb whose neighbour decides what it is."""

    __slots__ = ()

    def compound(self, i: int, can: int) -> int:
        """The last piece of a hyphened word: "state-owned" is an adjective, "fast-tracking" may be a verb."""
        j = i - 2
        before = self.found[j - 1] if j > 0 else 0
        if can & GERUND and before in (t.BE, t.COMMA, t.TO, t.PREP):
            return t.VG
        if can & BASE and before in (t.TO, t.MODAL, t.ADV, t.NEG, t.DO):
            return t.VB
        if can & PARTICIPLE and before in (t.BE, t.HAVE) and not self.is_nominal(i + 1):
            return t.VN
        listed = before == t.COMMA and t.holds(_LISTING, self.raw_tag(i + 1))
        if listed and can & PARTICIPLE and t.VN in self.found:
            return t.VN
        return t.N if can & NOUN else t.ADJ

    def perceived(self, i: int) -> bool:
        """Whether somebody is seen or heard to do what the word at `i` says: "saw guards [beat] two men"."""
        j = i - 1
        while j > 0 and self.found[j] in _IN_PHRASE:
            j -= 1
        raw = self.raw[j]
        sees = isinstance(raw, Form) and raw.lemma in self.known.witnessing and j < i - 1
        if not sees or self.found[j] not in (t.V, t.VB, t.VG, t.VN):
            return False
        k = i + 1 + (self.lower[i + 1 : i + 2] in _AWAY)
        return k < self.count and (
            self.raw_tag(k) in (t.DET, t.POSS, t.NUM, t.OBJ) or self.plural(k) or self.upper[k]
        )

    def after_be(self, i: int, can: int) -> int:
        """Behind a form of "be": what goes on, what was done, or how something is."""
        if can & GERUND:
            return t.VG
        exists = (
            i > 1 and self.lower[i - 2] == "there" and self.is_nominal(i + 1)
        )  # "there was limited access"
        graded = self.lower[i - 1] in self.known.degrees  # "was more damaged than before"
        if can & PARTICIPLE and (exists or graded or self.describes(i)):
            return t.ADJ
        if can & PARTICIPLE:
            return t.VN
        return t.ADJ if can & ADJECTIVE else t.N

    def placed_behind(self, i: int, can: int) -> int:
        """What a form behind "where" is that is no verb of its own; 0 where it is one."""
        if self.lower[i - 1] not in self.known.placing:
            return 0
        if can & NOUN and can & BASE and self.raw_tag(i + 1) in (t.PREP, t.TO):
            return t.N  # "where access to water remains poor"
        return t.ADJ if can & PARTICIPLE and self.later_finite(i) and self.plural(i + 1) else 0

    def after_subject_word(self, can: int) -> int:
        """Behind a word that can only be a subject."""
        if can & (PAST | PRESENT | BASE):
            return t.V
        return t.VN if can & PARTICIPLE else t.VG

    def coordinate(self, i: int, can: int) -> int:
        """After "and": the same kind of verb as the last one, where the word can be it."""
        previous = next((x for x in reversed(self.found) if x in (t.V, t.VB, t.VG, t.VN)), 0)
        last = self.found[i - 2] if i > 1 else 0
        alike = last == t.ADJ and self.raw_tag(i + 1) == t.QUOTE  # "a “clear and detailed” ruling"
        if can & PARTICIPLE and not can & NOUN and (alike or self.qualifies(i, can) or self.modifies(i)):
            return t.ADJ
        if can & NOUN and can & PRESENT and self.lower[i + 1 : i + 2] == ["who"]:
            return t.N
        if previous == t.VB and can & BASE and (not can & NOUN or self.raw_tag(i + 1) in OPENS_OBJECT):
            return t.VB
        if can & PAST and previous in (t.V, t.VN) and not (can & NOUN and not self.opens_object(i + 1)):
            turned = self.reduced() and (
                self.lower[i - 1] in self.known.turning or self.opens_object(i + 1, direct=True)
            )
            turned = turned or (previous == t.VN and self.takes(i))
            return t.VN if previous == t.VN and can & PARTICIPLE and not turned else t.V
        behind = previous in (t.VG, t.VB) and not can & BASE and self.finite_before(i)
        behind = behind and (last == t.COMMA or self.opens_object(i + 1, direct=True))
        if can & PAST and behind and not can & NOUN:
            return t.V  # "named an envoy tasked with closing the camp and reopened the talks"
        first = (
            previous == 0 and can & NOUN and not self.finite_before(i)
        )  # "pens, cups and leads for radios were"
        if (
            can & PRESENT
            and previous in (t.V, t.VN, 0)
            and not first
            and (not can & NOUN or self.opens_object(i + 1))
        ):
            return t.V if last != t.ADJ or self.known.language == "es" else t.N
        going = previous == t.VG and can & PRESENT and self.finite_before(i)
        if going and self.opens_object(i + 1, direct=True):
            return t.V  # "has been piling up and presents a danger"
        mass = self.lower[i] in self.known.nouns_singular and self.plural(i - 2)
        if can & BASE and mass and previous == t.V and self.raw_tag(i + 1) == t.PREP:
            return t.V  # "share toilets and sleep on concrete"
        if (
            can & BASE
            and (previous == t.V or (previous == t.VN and not can & NOUN))
            and (not can & NOUN or self.raw_tag(i + 1) in (t.DET, t.POSS, t.OBJ))
        ):
            return t.V
        if can & PARTICIPLE and not can & NOUN:
            return t.ADJ if self.is_nominal(i + 1) else t.VN
        return t.N
