"""Telling: whether a word that can be several things is the verb of its clause, by what stands around it."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.ahead import OPENED
from habeas.claim.clauses.looking import BOTH, FINITE, NEVER_FINITE
from habeas.claim.clauses.relating import Relating
from habeas.claim.clauses.vocabulary import BASE, NOUN, PARTICIPLE, PAST, PRESENT, Form

__all__ = ["Telling"]

_ENDING: Final = BOTH | {"that"}
_SOME: Final = frozenset({"one", "ones", "some"})
_SUBJECTS: Final = frozenset({t.DET, t.POSS, t.PRON, t.NAME, t.NUM, t.NEG})
"""Tags that open a subject after "and that"."""
_AFTER_THAT: Final = frozenset({t.SUB, t.DET, t.POSS, t.PRON})
"""Tags after which "that" can only have opened a clause."""
_HEADS: Final = t.mask(t.N, t.NAME, t.NUM)
_LOOK: Final = 24
_TO_THINGS: Final = frozenset({"access", "according"})
"""Words whose "to" leads to a thing: "access to water"."""


class Telling(Relating):
    """One sentence, tagged up to some word, and what can be told of the next one."""

    __slots__ = ()

    def verbal_context(self, i: int) -> bool:
        """Whether a word that can be a noun or a verb is the verb of the noun before it."""
        form = self.raw[i]
        assert isinstance(form, Form)
        massed = self.lower[i] in self.known.massed
        if massed and (self.raw_tag(i + 1) == t.THAT or not self.opens_object(i + 1, direct=True)):
            return False
        if i > 2 and self.found[i - 2] == t.CC and self.found[i - 3] == t.N and self.raw_tag(i + 1) == t.PREP:
            return not self.finite_before(i)  # "imposed travel bans and asset freezes on"
        if self.strikes(i) or self.papers_show(i):
            return True
        if self.found[i - 2 : i] == [t.NEG, t.N] and self.finite_before(i):
            return False  # "and no phone calls until dawn"
        if (
            form.can & PRESENT
            and self.raw_tag(i + 1) == t.TO
            and self.base_follows(i + 2)
            and not self.finite_before(i)
        ):
            return True
        if (
            self.told_to(i)
            or self.later_finite(i)
            or not (
                self.opens_object(i + 1)
                or self.gerund(i + 1)
                or self.paired(i)
                or self.act_of(i + 1)
                or self.states(i)
            )
        ):
            return False
        if form.can & PRESENT and (not self.plural(i - 1) or self.found[i - 1] == t.NAME):
            return not self.in_object(i) and t.VG not in self.found[max(0, i - 3) : i]
        if form.can & PAST:
            return not self.in_object(i)
        plural = self.plural(self.noun_behind(i)) or (
            self.plural_head() and self.raw_tag(i + 1) in (t.DET, t.POSS, t.NUM)
        )
        plural = plural or self.states(i)
        if form.can & BASE and not plural and self.after_relative(i):
            return True
        if not form.can & BASE or not plural or (self.in_object(i) and self.finite_before(i)):
            return False
        return self.firm_object(i + 1) or not self.other_finite(i)

    def papers_show(self, i: int) -> bool:
        """Whether a plural with a phrase after it says at `i` what follows: "figures from the ministry [show] that"."""
        said = self.lower[i] in self.known.reporting and (
            self.lower[i + 1 : i + 2] == ["that"]
            or (self.raw_tag(i + 1) in (t.NUM, t.PRON) and self.later_finite(i))
        )
        return said and (self.plural(i - 1) or self.plural_head()) and not self.finite_before(i)

    def enumerated(self, i: int) -> bool:
        """Whether the past form at `i` is one of a row of acts: "seized phones, smashed cameras and led them away"."""
        following = self.raw_tag(i + 1)
        whole = following in (t.DET, t.POSS, t.NUM, t.OBJ) or (following == t.N and self.plural(i + 1))
        if t.V not in self.found or not whole:
            return False
        for j in range(i + 1, min(self.count - 1, i + _LOOK)):
            if self.raw[j] == t.CC:
                last = self.raw[j + 2 if self.raw[j + 1] == t.ADV and j + 2 < self.count else j + 1]
                return isinstance(last, Form) and bool(last.can & PAST) and not last.can & NOUN
            if self.lower[j] in _ENDING or (
                isinstance(self.raw[j], int) and self.raw[j] in (t.REL, t.SUB, t.COLON, t.QUOTE)
            ):
                return False
        return False

    def paired(self, i: int) -> bool:
        """Whether a verb in "-s" follows with its object: "trains and equips the units"."""
        if self.raw_tag(i + 1) != t.CC or i + 2 >= self.count:
            return False
        other = self.raw[i + 2]
        people = self.lower[i + 3 : i + 4] == ["who"]
        return (
            isinstance(other, Form) and bool(other.can & PRESENT) and self.opens_object(i + 3) and not people
        )

    def opening_phrase(self, i: int) -> bool:
        """Whether a participle stands in the phrase that opens the sentence: "In a report tabled on Monday, ..."."""
        found = self.found
        if i < 3 or found[0] != t.PREP or found[1] not in (t.DET, t.POSS) or found[i - 1] != t.N:
            return False
        if any(tag not in t.NOMINAL or tag in (t.DET, t.PRON) for tag in found[2:]):
            return False
        return not self.opens_object(i + 1, direct=True) and "," in self.lower[i:]

    def listed_noun(self, i: int) -> bool:
        """Whether the participle after a comma at `i` describes one of the things of a row: "tents, rationed showers and guards"."""
        if i + 1 >= self.count or self.found[i - 2] != t.N or not self.plural(i - 2):
            return False
        named = self.raw[i + 1]
        if named is not None and not (isinstance(named, Form) and named.can & NOUN):
            return False
        return self.plural(i + 1) and not self.upper[i + 1] and self.raw_tag(i + 2) in (t.CC, t.COMMA)

    def resumes(self, i: int) -> bool:
        """Whether a subject before the comma still waits for its verb: "Vega, the mayor, toured"."""
        start = 0
        apart = self.opens_object(i + 1, direct=True)  # ", when the court, led by a friend, cleared it"
        for at in range(i - 1, -1, -1):
            led = self.found[at] == t.SUB and self.found[at - 1 : at] == [t.COMMA]
            # "The council, though divided, shut the mill"
            if (apart and led and self.found[at + 1] != t.VN) or self.found[at] == t.THAT:
                start = at + 1
                break
        if start < i and self.found[start] in (t.PREP, t.SUB):
            start = self.behind_opening(start, i)
        if i < start + 3 or self.found[start] in (t.PREP, t.VG, t.SUB):
            return False
        inserted = False
        for at in range(start, i):
            tag = self.found[at]
            if tag == t.REL or self.lower[at] in self.known.owning:
                inserted = True
            elif tag == t.COMMA:
                inserted = False
            elif tag in FINITE and not inserted and not self.said_aside(at):
                return False
        return True

    def behind_opening(self, start: int, i: int) -> int:
        """Where the subject begins behind the words that open a sentence, where the verb at `i` closes an insertion into it: "In
        May, [Vega], the mayor, toured the camp and left", not "In May, the camp, built a year ago, burned"."""
        comma = next((j for j in range(start, i - 1) if self.found[j] == t.COMMA), i)
        for j in range(i + 1, self.count):
            if self.raw[j] == t.CC:
                break
            if self.raw[j] == t.COMMA:
                return start
        return comma + 1 if comma < i else start

    def plural_waits(self, i: int) -> bool:
        """Whether a plural before an insertion has its verb at `i`: "Two guards, also charged with fraud, [face] jail"."""
        comma = self.found.index(t.COMMA) if t.COMMA in self.found else 0
        if comma == 0 or comma == i - 1 or not self.plural(comma - 1):
            return False
        return i + 1 < self.count and (self.opens_object(i + 1) or self.raw_tag(i + 1) == t.N)

    def modifies(self, i: int) -> bool:
        """Whether a participle after "and" goes on the modifiers of a noun: "its squalid and overcrowded cells"."""
        owned = i > 2 and self.found[i - 2] in (t.N, t.ADJ) and self.found[i - 3] in (t.POSS, t.DET)
        return owned and i + 1 < self.count and self.plural(i + 1) and not self.upper[i + 1]

    def told_to(self, i: int) -> bool:
        """Whether the noun at `i` closes the name of those who are told something: "told security [forces] that"."""
        return i > 1 and self.lower[i - 2] in self.known.reporting and self.lower[i + 1 : i + 2] == ["that"]

    def rowed(self, i: int) -> bool:
        """Whether the plain form after a comma at `i` is one of a row of infinitives: "to cut fees, hire nurses and open"."""
        verbs = [j for j, tag in enumerate(self.found) if tag in (t.V, t.VB, t.VG, t.VN)]
        if not verbs or self.found[verbs[-1]] != t.VB or t.TO not in self.found[: verbs[-1]]:
            return False
        return self.opens_object(i + 1) or (i + 1 < self.count and self.is_nominal(i + 1))

    def describes(self, i: int) -> bool:
        """Whether the participle after "were" at `i` stands before the noun for what people are: "convicted murderers"."""
        if self.lower[i] not in self.known.describing or not self.is_nominal(i + 1):
            return False
        return self.plural(i + 1) and not self.upper[i + 1] and self.lower[i + 1] not in self.known.times

    def perfect(self, i: int) -> bool:
        """Whether the word at `i` can be the participle of "have"."""
        raw = self.raw[i] if i < self.count else None
        been = i < self.count and raw == t.BE and self.lower[i] == "been"
        return been or (isinstance(raw, Form) and bool(raw.can & PARTICIPLE))

    def tells_when(self, i: int) -> bool:
        """Whether a word that may be an adjective goes with the verb: "have [long] battled", "no [longer] holds"."""
        before = self.before(i)
        if before == t.HAVE:
            return self.perfect(i + 1)
        acting = i + 1 < self.count and isinstance(self.raw[i + 1], Form)
        if self.before(i, skip=True) in OPENED and self.goes_on(i + 1):
            return True  # "were [later] freed", "would [later] be freed"
        told = before == t.N and self.acts_at(i + 1)  # "the branch [later] notified"
        return before in (t.PRON, t.NAME) or told or (before == t.NEG and acting)

    def withheld(self, i: int) -> bool:
        """Whether the participle behind "and" at `i` goes on what was done to people: "were searched and [denied] food"."""
        last = next((x for x in reversed(self.found) if x in (t.V, t.VB, t.VG, t.VN)), 0)
        object_next = i + 1 < self.count and self.lower[i + 1] in self.known.withheld
        return last == t.VN and object_next and not self.reduced()

    def not_told(self, i: int) -> bool:
        """Whether the participle behind "and not" at `i` goes on what was done to people: "were woken and not [told] why"."""
        last = next((x for x in reversed(self.found) if x in (t.V, t.VB, t.VG, t.VN)), 0)
        return last == t.VN and self.found[i - 1] == t.NEG and self.lower[i] in self.known.reporting

    def helped(self, i: int) -> bool:
        """Whether somebody is helped, or let, to do what the word at `i` says: "helping guards [intercept] boats"."""
        j = i - 1
        while j > 0 and self.found[j] in (t.N, t.NAME, t.ADJ, t.DET, t.POSS, t.NUM):
            j -= 1
        raw = self.raw[j]
        helps = isinstance(raw, Form) and raw.lemma in self.known.helping and j < i - 1
        return helps and self.found[j] in (t.VG, t.VB, t.V) and self.opens_object(i + 1)

    def those_say(self, i: int) -> bool:
        """Whether people of whom only a participle tells say something at `i`: "many of those interviewed [said]"."""
        pointed = i > 1 and self.lower[i - 2] in self.known.pointing
        return self.lower[i] in self.known.reporting and (pointed or self.reduced())

    def modified(self, i: int) -> bool:
        """Whether a bare noun stands at `i`, so that the word before it describes it: "voting [machines]"."""
        raw = self.raw[i] if i < self.count else t.DET
        named = raw is None or raw == t.N or (isinstance(raw, Form) and bool(raw.can & NOUN))
        return named and not self.lower[i].endswith("ly")

    def acts(self, i: int) -> bool:
        """Whether the word at `i` is a verb in the past and can be nothing else: "broke", "began"."""
        raw = self.raw[i] if i < self.count else None
        return isinstance(raw, Form) and bool(raw.can & PAST) and not raw.can & (PARTICIPLE | NOUN)

    def rather_noun(self, i: int) -> bool:
        """ "to work" is a verb, "access to work and food" hardly ever is one, nor is "according to state media"."""
        if i > 1 and self.lower[i - 2] in _TO_THINGS:
            return True
        following = self.raw_tag(i + 1)
        listed = following == t.CC and i > 1 and self.found[i - 2] == t.N and self.raw_tag(i + 2) == t.N
        return following in (t.BE, t.HAVE, t.MODAL) or listed

    def year(self, i: int) -> bool:
        """Whether the number at `i` is the year of a date."""
        word = self.lower[i]
        return (
            i > 0
            and len(word) == 4
            and word.isdigit()
            and word[:2] in ("19", "20")
            and (self.found[i - 1] in (t.NAME, t.PREP))
        )

    def compounds(self, i: int) -> bool:
        """Whether an "-ing" form after "or" is a part of the next of two things: "camps or holding centres"."""
        shared = (
            i > 2 and self.found[i - 2] == t.ADJ and self.found[i - 3] == t.DET
        )  # "a dark and choking smoke"
        if shared or (i > 1 and self.lower[i - 2].endswith("ing") and self.found[i - 2] in (t.N, t.ADJ)):
            return self.is_nominal(i + 1)  # "a chilling and lasting effect"
        if i < 2 or self.found[i - 2] != t.N or not self.plural(i - 2) or t.VG in self.found:
            return False
        return i + 1 < self.count and self.raw[i + 1] is None and self.plural(i + 1) and not self.upper[i + 1]

    def day(self, i: int) -> bool:
        """Whether the number at `i` is the day of a date: "the court on [2] May", "on May [2] fined"."""
        j = i - 1 - (i > 1 and self.lower[i - 1] == ".")
        return j > 0 and self.lower[j] in self.known.times | {"may"} and self.found[j - 1] == t.PREP

    def dated(self, i: int) -> bool:
        """Whether a day and the verb of the clause follow the participle at `i`: "the deal announced on Tuesday follows"."""
        j = i + 2
        while j < self.count and (self.lower[j] in self.known.times or self.raw_tag(j) == t.NUM):
            j += 1
        if j == i + 2 or j >= self.count or self.raw_tag(i + 1) != t.PREP:
            return False
        raw = self.raw[j]
        if isinstance(raw, Form):
            return bool(raw.can & (PAST | PRESENT)) and (not raw.can & NOUN or self.opens_object(j + 1))
        return raw in FINITE

    def holds_office(self, i: int) -> bool:
        """Whether a word that can describe is somebody here: "an FBI official said", "a native of Lima"."""
        following = self.raw_tag(i + 1)
        raw = self.raw[i + 1] if i + 1 < self.count else None
        accused = isinstance(raw, Form) and raw.lemma in self.known.accusing
        acts = accused or (i + 1 < self.count and self.lower[i + 1] in self.known.reporting)
        return acts or following in (t.BE, t.HAVE, t.MODAL, t.DO, t.REL)

    def owed(self, i: int) -> bool:
        """Whether the word at `i` is what something is due to: "due to lack of water"."""
        return i > 1 and self.lower[i - 2] == "due" and self.lower[i + 1 : i + 2] == ["of"]

    def qualifies(self, i: int, can: int) -> bool:
        """Whether a participle after "and" describes the singular after it, and is no second verb behind what somebody has:
        "had no exits and lacked water"."""
        listed = i > 1 and self.found[i - 2] == t.N and self.plural(i - 2) and self.finite_before(i)
        return self.bare_singular(i + 1) and not (listed and can & PAST)

    def parted(self, i: int) -> bool:
        """Whether "of them" before the word at `i` closes a subject: "seventy of them said", "some of us saw"."""
        if (
            i < 3
            or self.lower[i - 2] != "of"
            or not (self.lower[i] in self.known.reporting or not self.finite_before(i))
        ):
            return False
        return self.found[i - 3] in (t.NUM, t.PRON) or self.lower[i - 3] in self.known.several

    def other_finite(self, i: int) -> bool:
        """Whether another word of the sentence can be its finite verb."""
        for j, raw in enumerate(self.raw):
            if j == i:
                continue
            if isinstance(raw, int):
                if raw in FINITE and self.lower[j] not in NEVER_FINITE:
                    return True
            elif isinstance(raw, Form) and raw.can & (PAST | PRESENT) and not raw.can & NOUN:
                return True
        return False

    def accompanied(self, i: int) -> bool:
        """Whether "with" and a noun stand before `i`, of whom something was done; not "along with the police"."""
        return any(
            self.lower[j] == "with" and (j == 0 or self.lower[j - 1] not in self.known.alongside)
            for j in range(max(0, i - 4), i - 1)
        )

    def past_or_participle(self, i: int, can: int) -> int:
        """ "the man arrested on Monday said" against "police arrested the man"."""
        if not can & PAST or self.accompanied(i):
            return t.VN
        form = self.raw[i]
        accused = isinstance(form, Form) and form.lemma in self.known.accusing
        if accused and self.lower[i + 1 : i + 2] == ["of"]:
            return t.VN  # "an official accused of theft"
        waits = isinstance(form, Form) and form.lemma in self.known.personal and self.waits_behind(i)
        if waits or (self.lower[i] in self.known.furnished and self.lower[i + 1 : i + 2] == ["with"]):
            return t.VN
        if self.lower[i + 1 : i + 2] == ["by"]:
            return t.VN if self.raw_tag(i + 2) != t.NUM else t.V
        if self.lower[i] in self.known.reporting:
            told_of = self.raw_tag(i + 1) in (t.PREP, t.TO) and self.lower[i + 1] in ("of", "to")
            return t.VN if (told_of and self.later_finite(i)) or self.dated(i) else t.V
        if self.bare_relative(i):
            return t.V
        if self.gerund(i + 1) and self.lower[i + 1] in self.known.reporting:
            return t.V  # "two groups sued saying the mayor could"
        timed = self.lower[min(i + 1, self.count - 1)] in self.known.times
        reduced = self.later_finite(i) and (timed or not self.opens_object(i + 1, direct=True))
        if not reduced and self.in_object(i):  # "its maximum licensed capacity"
            return t.ADJ if self.raw_tag(i + 1) == t.N and self.is_nominal(i + 1) and not timed else t.VN
        return t.VN if reduced or self.base_later(i) else t.V

    def that(self, i: int) -> int:
        """The tag of "that" at `i`: it opens what is said, stands for a noun, or points."""
        before = self.before(i)
        if i and (self.lower[i - 1] in self.known.reporting or before in (t.ADJ, t.VN)):
            return t.THAT
        some = i > 0 and (self.lower[i - 1] in self.known.pointing or self.lower[i - 1] in _SOME)
        if some and self.verb_follows(i + 1):
            return t.REL  # "from those who fled to those that have stayed"
        if t.holds(_HEADS, before) or (before in (t.COMMA, t.POSS, t.PAREN, t.QUOTE, t.PREP) and i):
            if self.verb_follows(i + 1) or (self.plural(i - 1) and self.base_follows(i + 1)):
                return t.REL
            if before == t.PREP and self.known.language == "en":
                return t.THAT if self.lower[i - 1] in self.known.particles else t.DET  # "ruled out that"
            return t.THAT
        if before == t.CC and t.THAT in self.found and not self.verb_follows(i + 1):
            return t.THAT
        if (
            before == t.CC
            and (self.raw_tag(i + 1) in _SUBJECTS or not self.verb_follows(i + 1))
            and any(w in self.known.reporting for w in self.lower[:i])
        ):
            return t.THAT
        if before in (0, t.COLON, t.CC) and self.known.language == "en":
            return t.PRON if self.verb_follows(i + 1) else t.DET
        if self.raw_tag(i + 1) in _AFTER_THAT:
            return t.THAT
        return t.THAT if self.clause_follows(i) or self.known.language != "en" else t.DET
