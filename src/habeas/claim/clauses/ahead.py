"""Ahead: what follows one word of a sentence: a verb at once, a plain form with its object, a clause of its own."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.looking import FINITE, NEVER_FINITE, Sight
from habeas.claim.clauses.vocabulary import ADJECTIVE, BASE, NOUN, PARTICIPLE, PAST, PRESENT, Form

__all__ = ["OPENED", "Ahead"]

OPENED: Final = t.AUXILIARY | {t.COMMA}
"""Tags behind which a word that says when goes with a verb: "were [later] freed", "Vega, [later] freed,"."""

_YEAR: Final = 4
"""Digits of a year."""
_AS_IT_IS: Final = (["being"], ["having"])
"""What opens a state behind "as": "were named as being at risk"."""


class Ahead(Sight):
    """One sentence, tagged up to some word, and what comes behind the next one."""

    __slots__ = ()

    def verb_follows(self, i: int) -> bool:
        """Whether a finite verb follows at once (adverbs aside)."""
        for j in range(i, min(self.count, i + 4)):
            raw = self.raw[j]
            if isinstance(raw, int):
                if raw in (t.ADV, t.NEG, t.OBJ):
                    continue
                return raw in (t.MODAL, t.BE, t.HAVE, t.DO)
            if raw is None:
                if (self.lower[j].endswith("ly") and not self.upper[j]) or self.lower[j].endswith("mente"):
                    continue
                return False
            if raw.can & (PAST | PRESENT):
                return not raw.can & NOUN or self.opens_object(j + 1)
            return bool(raw.can & BASE) and not self.upper[j] and not raw.can & NOUN
        return False

    def base_only(self, i: int) -> bool:
        """Whether the word at `i` is an infinitive and nothing else (Spanish)."""
        raw = self.raw[i] if i < self.count else None
        return isinstance(raw, Form) and raw.can == BASE

    def base_next(self, i: int) -> bool:
        """Whether a plain verb form follows the word at `i`: "the military could fly"."""
        raw = self.raw[i + 1] if i + 1 < self.count else None
        return raw == t.BE or (isinstance(raw, Form) and bool(raw.can & BASE))

    def base_follows(self, i: int) -> bool:
        """Whether a plain verb form with its object follows: "families that live near"."""
        raw = self.raw[i] if i < self.count else None
        return isinstance(raw, Form) and bool(raw.can & BASE) and self.opens_object(i + 1)

    def only_modified(self, lo: int, j: int) -> bool:
        """Whether the participle at `j` goes on the words before a noun that open at `lo` with an article."""
        raw = self.raw[j]
        if not isinstance(raw, Form) or not raw.can & PARTICIPLE or not self.is_nominal(j + 1):
            return False
        if self.raw_tag(lo) not in (t.DET, t.POSS) or self.plural(j - 1):
            return False
        inner = range(lo + 1, j)
        return all(
            self.raw[k] == t.ADJ or (self.raw[k] is None and self.words[k].shape == t.ADJ) for k in inner
        )

    def waits_behind(self, i: int) -> bool:
        """Whether somebody of whom the participle at `i` tells opens the sentence and still waits for its one verb: "A man [freed]
        from jail after a court decision will be watched"."""
        if self.raw_tag(i + 1) != t.PREP or self.finite_before(i) or self.found[0] not in (t.DET, t.NUM, t.N):
            return False
        acts = [
            j
            for j in range(i + 1, self.count)
            if self.raw[j] in (t.MODAL, t.BE, t.HAVE) and self.lower[j] not in NEVER_FINITE
        ]
        first = acts[0] if acts else 0
        if not first or t.COMMA in self.raw[i:first] or t.PRON in self.raw[i:first]:
            return False
        return not any(
            isinstance(raw, Form) and raw.can & (PAST | PRESENT) and not raw.can & (NOUN | PARTICIPLE)
            for raw in self.raw[i + 1 : first]
        )

    def waits_at(self) -> bool:
        """Whether the participle before `i` tells of whoever opens the sentence and has its one verb behind `i`."""
        at = len(self.found) - 1
        while at > 0 and self.found[at] != t.VN:
            at -= 1
        raw = self.raw[at]
        return isinstance(raw, Form) and raw.lemma in self.known.personal and self.waits_behind(at)

    def dated_year(self, i: int) -> bool:
        """Whether only a year stands at `i`: "held since [2016] were freed"."""
        word = self.lower[i]
        return len(word) == _YEAR and word.isdigit()

    def judges(self, i: int) -> bool:
        """Whether a participle at `i`, or behind an adverb there, is all that "as" says: "as politically motivated"."""
        j = (
            i + 1
            if self.raw_tag(i) == t.ADV or (self.lower[i : i + 1] and self.lower[i].endswith("ly"))
            else i
        )
        raw = self.raw[j] if j < self.count else None
        return isinstance(raw, Form) and bool(raw.can & (PARTICIPLE | ADJECTIVE)) and not raw.can & NOUN

    def clause_follows(self, i: int) -> bool:
        """Whether a word such as "before" or "as" opens a clause (subject and finite verb) here."""
        if self.raw_tag(i + 1) == t.PRON or self.raw_tag(i + 1) in t.CONTRACTED:
            return True
        if self.lower[i] == "as" and (self.judges(i + 1) or self.lower[i + 1 : i + 2] in _AS_IT_IS):
            return False
        held = t.VN in self.found and self.found[-1] in (t.N, t.NAME) and self.waits_at()
        for j in range(i + 1, min(self.count, i + 12)):
            raw = self.raw[j]
            if held and raw in (t.MODAL, t.BE, t.HAVE):
                return False
            if self.lower[j] == "than" or (j == i + 1 and self.lower[j] == "that" and self.raw[i] == t.SUB):
                continue  # "as more than 200 fled", "until that claim had been heard"
            if isinstance(raw, int):
                if raw == t.MODAL and self.upper[j] and not self.title:
                    continue  # "as mayor in May"
                if raw == t.PRON and self.raw_tag(j - 1) in (t.N, t.ADJ):
                    return False  # "named it as the worst [she] had seen"
                if (
                    raw in (t.MODAL, t.BE, t.HAVE, t.DO) and self.lower[j] not in NEVER_FINITE
                ) or raw in t.CONTRACTED:
                    return j > i + 1 and not (j == i + 2 and self.dated_year(i + 1))
                if raw == t.CC and self.raw_tag(j + 1) in FINITE:
                    return False
                if raw == t.TO and (self.upper[j - 1] or self.raw_tag(j - 1) == t.NUM):
                    return False  # "until the end of May to submit reports"
                if (
                    raw in (t.COMMA, t.COLON, t.DASH, t.QUOTE, t.REL, t.SUB, t.THAT)
                    or self.lower[j] == "that"
                ):
                    return False
            elif (
                isinstance(raw, Form)
                and j > i + 1
                and raw.can & BASE
                and not raw.can & NOUN
                and self.plural(j - 1)
            ):
                return True
            elif (
                isinstance(raw, Form) and j > i + 1 and self.lower[i] == "as" and self.only_modified(i + 1, j)
            ):
                continue  # "as a possible forced sale"
            elif isinstance(raw, Form) and j > i + 1 and raw.can & (PAST | PRESENT):
                opener = self.raw[j - 1]
                opens = not isinstance(opener, int) or opener in (t.PRON, t.ADV, t.N, t.NUM)
                if isinstance(opener, Form) and opener.can & PARTICIPLE and raw.can & NOUN:
                    opens = False  # "after repeated clashes with"
                if opens and not (raw.can & NOUN and not self.opens_object(j + 1)):
                    return raw.can & PARTICIPLE == 0 or self.lower[j + 1 : j + 2] != ["by"]
        return False

    def goes_on(self, i: int) -> bool:
        """Whether the word at `i` goes on the verb group that an auxiliary before it opened: "freed", "be"."""
        raw = self.raw[i] if i < self.count else None
        return isinstance(raw, Form) or raw in (t.BE, t.HAVE)

    def acts_at(self, i: int) -> bool:
        """Whether the word at `i` can be a verb in the past and no noun: "notified"."""
        raw = self.raw[i] if i < self.count else None
        return isinstance(raw, Form) and bool(raw.can & PAST) and not raw.can & NOUN

    def asks_how(self, i: int) -> bool:
        """Whether "how" asks by the word at `i`: "how [long] children can be held"."""
        return i > 0 and self.lower[i - 1] == "how"

    def tells_once(self, i: int) -> bool:
        """Whether a word that opens clauses only goes with a verb: "was [once] used", "the mayor [once] ran"."""
        before = self.before(i) if self.lower[i] in self.known.wavering else 0
        return ((before in OPENED or before in (t.PRON, t.NAME)) and self.goes_on(i + 1)) or (
            before == t.N and self.acts_at(i + 1)
        )

    def said_aside(self, i: int) -> bool:
        """Whether the verb at `i` says what stands around it, between commas: "The court, it [said], ordered"."""
        if self.lower[i] not in self.known.reporting or self.raw_tag(i + 1) != t.COMMA:
            return False
        comma = i - 1
        while comma > 0 and (self.found[comma] in t.NOMINAL or self.found[comma] == t.PREP):
            comma -= 1
        return 0 < comma < i - 1 and self.found[comma] == t.COMMA

    def behind_aside(self, i: int, before: int) -> int:
        """The tag that a verb at `i` goes on from, behind brackets, "themselves" or an aside between commas; else `before`."""
        if before == t.PAREN:
            return self.bracketed(i) or before
        if before == t.COMMA:
            return t.aside_to(self.found, i - 1) or before
        meant = self.lower[i - 1].endswith(("self", "selves")) and i > 1
        return self.found[i - 2] if meant else before  # "the guards themselves beat him"
