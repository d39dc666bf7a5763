"""Relayed: the verb behind a tucked-in verb of saying, which is said of what a relative clause hangs on."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.looking import FINITE
from habeas.claim.clauses.telling import Telling
from habeas.claim.clauses.vocabulary import PAST, PRESENT, Form

__all__ = ["Relayed"]

_CIRCUMSTANCE: Final = 3
"""Words among which "when" or "after" opens a sentence."""

_SIGNS: Final = frozenset({t.QUOTE, t.ADV, t.NEG})
_SUBJECT: Final = t.NOMINAL | {t.PREP}
_STANDING: Final = frozenset({"that", "what", "which", "who"})
_ENDING: Final = frozenset({0, t.PREP, t.TO, t.CC, t.COMMA, t.COLON})
_AUXILIARY: Final = frozenset({t.HAVE, t.BE, t.ADV})
_SPENT: Final = 8
"""Words from "spent" to what it is spent on."""
_PAPER: Final = 5
"""Words of the paper in which somebody speaks, at most."""
_LOOK: Final = 12
"""Words of who says so at most."""


class Relayed(Telling):
    """One sentence, tagged up to some word, and what somebody in it is said to have said of the rest."""

    __slots__ = ()

    def relayed(self, i: int) -> bool:
        """Whether the past form at `i` is what somebody says of the thing before a relative: "the boat, which a guard said
        [sank]", 'a ruling that the mayor said "plainly" [breached] the law'."""
        said = i - 1
        while said > 1 and self.found[said] in _SIGNS:
            said -= 1
        if said < 2 or self.lower[said] not in self.known.reporting or self.found[said] not in (t.V, t.VN):
            return False
        at = said - 1
        while at > 0 and self.found[at] in _AUXILIARY:
            at -= 1
        while at > 0 and at > said - _LOOK and self.found[at] in _SUBJECT:
            at -= 1
        return at < said - 1 and self.lower[at] in _STANDING and self.found[at] in (t.REL, t.THAT, t.SUB)

    def set_aside(self, i: int) -> bool:
        """Whether a participle behind a comma stands in an aside that a verb with its object follows: "The jail, [opened] in
        May, reportedly houses 90 men"."""
        if self.raw_tag(i + 1) in (t.DET, t.POSS, t.NUM, t.OBJ):
            return False
        end = next((j for j in range(i + 1, min(self.count, i + _LOOK)) if self.lower[j] == ","), 0)
        k = end + 1
        while end and k < self.count and (self.raw_tag(k) == t.ADV or self.words[k].shape == t.ADV):
            k += 1
        raw = self.raw[k] if end and k < self.count else None
        if not isinstance(raw, Form) or not raw.can & (PAST | PRESENT):
            return False
        return self.opens_object(k + 1) and not self.finite_before(i)

    def on_trial(self, i: int) -> bool:
        """Whether "the accused" is somebody here: "to transfer [the accused] to Peru"."""
        raw = self.raw[i]
        accused = isinstance(raw, Form) and raw.lemma in self.known.accusing
        return accused and self.raw_tag(i + 1) in _ENDING and self.lower[i + 1 : i + 2] != ["of"]

    def orphaned(self, i: int) -> bool:
        """Whether an auxiliary right behind a comma still waits for its subject, so that a past form at `i` before it only
        describes: "Men [sent] to Corran, a mill which opened in May, are held"."""
        if (
            self.found[:i].count(t.COMMA)
            or self.finite_before(i)
            or self.raw_tag(i + 1) not in (t.PREP, t.TO)
        ):
            return False
        for j in range(i + 2, min(self.count, i + 2 * _LOOK)):
            raw = self.raw[j]
            if raw in (t.MODAL, t.BE, t.HAVE) and self.raw_tag(j - 1) == t.COMMA:
                return True
            if raw in (t.CC, t.COLON, t.QUOTE):
                return False
        return False

    def spends(self, i: int) -> bool:
        """Whether time or money before the "-ing" form at `i` is spent on what it tells: "spent millions [deporting] men"."""
        return any(word in self.known.spending for word in self.lower[max(0, i - _SPENT) : i])

    def sent_in(self, i: int) -> bool:
        """Whether a past form tells of the paper in which somebody speaks: "said in a statement [emailed] to the paper"."""
        if self.raw_tag(i + 1) not in (t.PREP, t.TO):
            return False
        at = i - 1
        while at > 0 and at > i - _PAPER and self.found[at] in t.NOMINAL:
            at -= 1
        return at > 0 and self.found[at] == t.PREP and self.lower[at - 1] in self.known.reporting

    def told_that(self, i: int) -> bool:
        """Whether a noun with its "that" stands at `i`: "as hopeful [signs] that the war may end"."""
        return self.lower[i].removesuffix("s") in self.known.contents and self.lower[i + 1 : i + 2] == [
            "that"
        ]

    def concludes(self, i: int) -> bool:
        """Whether "so" opens what follows from what was told: "cannot fly to some lands, [so] Chad is used"."""
        opens = self.raw_tag(i + 1) in (t.NAME, t.PRON, t.POSS) or self.lower[i + 1 : i + 2] == ["the"]
        return opens and self.before(i) in (t.N, t.NAME, t.COMMA, t.OBJ) and self.clause_follows(i)

    def unfinished(self, i: int) -> bool:
        """Whether a sentence whose subject a relative clause follows still waits for its verb at `i`, and no other can be it:
        "The families who were moved and held at Corran [filed] suit"."""
        if t.REL not in self.found or self.lower[i + 1 : i + 2] == ["by"]:
            return False
        at = self.found.index(t.REL)
        plain = not any(
            x in FINITE or x in (t.SUB, t.COLON, t.QUOTE)
            for x in self.found[self.behind_circumstance(at) : at]
        )
        whole = plain and any(x in FINITE for x in self.found[at:]) and t.COMMA not in self.found[at:]
        follows = self.opens_object(i + 1) or self.is_nominal(i + 1)
        return whole and follows and not self.later_finite(i)

    def behind_circumstance(self, at: int) -> int:
        """Where the main clause begins before `at`: behind the comma that closes "Friday, when the ship docked, [men]", else 0."""
        if t.SUB not in self.found[:_CIRCUMSTANCE]:
            return 0
        comma = max((k for k in range(at) if self.found[k] == t.COMMA), default=0)
        opened = [k for k in range(comma) if self.found[k] in FINITE]
        return comma + 1 if len(opened) == 1 and t.QUOTE not in self.found[:comma] else 0

    def ends_aside(self, i: int) -> bool:
        """Whether a dash before `i` closes an aside behind a subject that waits for its verb: "said the group — all of them
        miners — [failed] to"."""
        opened = next((k for k in range(i - 2, 0, -1) if self.found[k] == t.DASH), 0)
        if not opened or self.found[opened - 1] not in (t.N, t.NAME):
            return False
        before = [k for k in range(opened) if self.found[k] in FINITE]
        told = not before or self.lower[before[-1]] in self.known.reporting
        return told and not any(x in FINITE for x in self.found[opened:i])

    def takes(self, i: int) -> bool:
        """Whether a participle behind "and" has an object of its own, so that it is no second thing done to those before:
        "were held unlawfully and [ordered] their release", not "were seized and given their papers"."""
        form = self.raw[i]
        given = isinstance(form, Form) and form.lemma in self.known.ditransitive
        return not given and self.raw_tag(i + 1) == t.POSS

    def backing(self, i: int) -> bool:
        """Whether the plain form at `i` is what they say whom a relative clause that ends in a pronoun tells of: "those who
        back them [say]"."""
        if i < 4 or self.lower[i] not in self.known.reporting or self.found[i - 3 : i - 1] != [t.REL, t.V]:
            return False
        return self.plural(i - 4) or self.lower[i - 4] in self.known.indefinite
