"""Looking around one word of a sentence: what stands before it, and what can follow."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.reading import Reading
from habeas.claim.clauses.vocabulary import (
    ADJECTIVE,
    BASE,
    BOTH,
    GERUND,
    NOUN,
    PARTICIPLE,
    PAST,
    PRESENT,
    Form,
    Vocabulary,
)
from habeas.model.seeking import first_from

__all__ = ["BOTH", "FINITE", "NEVER_FINITE", "OPENS_OBJECT", "PREFIXED", "Sight"]

FINITE: Final = frozenset({t.MODAL, t.BE, t.HAVE, t.V, t.DO}) | t.CONTRACTED
PREFIXED: Final = frozenset({t.TO, t.BE, t.HAVE, t.MODAL, t.DO})

OPENS_OBJECT: Final = frozenset(
    {t.DET, t.POSS, t.NUM, t.OBJ, t.PREP, t.TO, t.ADV, t.THAT, t.PRON, t.SUB, t.REL}
)
NEVER_FINITE: Final = frozenset({"be", "been", "being", "having", "doing", "done"})
_OPENING: Final = t.mask(t.MODAL, t.BE, t.HAVE, t.DO)
_OPEN_TO: Final = PREFIXED | {t.DET, t.POSS}
"""Tags that a word behind a quotation mark goes on from: "the “chilling effect”"."""
_CLOSING: Final = frozenset({"”", "’"})
_PASSED: Final = frozenset({t.ADV, t.NEG})
_BREAKS: Final = t.mask(t.COMMA, t.COLON, t.DASH, t.QUOTE, t.REL, t.SUB, t.CC, t.PRON)
_ENDING: Final = BOTH | {"that"}
_PAIR: Final = 2
"""Commas around an apposition."""
_LOOK: Final = 24
_ABBREVIATION: Final = 5
"""The longest word that a full stop inside of a sentence shortens."""
_GOING_ON: Final = frozenset({",", ";", "-", "'s"})
"""What can follow the full stop of an abbreviation, beside a word."""


class Sight:
    """One sentence, tagged up to some word. `words` are its words as they are known without each other, `raw` holds the
    closed tag of a word, its verb form, or None; `found` the tags so far."""

    __slots__ = ("count", "found", "known", "lower", "raw", "starts", "title", "upper", "words")

    def __init__(self, words: Reading, lo: int, hi: int, known: Vocabulary) -> None:
        self.known = known
        self.lower = words.lower[lo:hi]
        self.starts = words.starts[lo:hi]
        self.upper = words.upper[lo:hi]
        self.words = words.words[lo:hi]
        self.raw = words.raw[lo:hi]
        self.count = hi - lo
        self._join_abbreviations(words.stops, lo)
        for at in words.two_ways:
            if lo <= at < hi:
                self._settle(at - lo)
        self.title = self._titled()
        self.found: list[int] = []

    def _settle(self, i: int) -> None:
        """ "US" is a name, and "one" before a singular noun a number: "[one] man lived there", not "one works there";
        "be" in a hyphened word is no verb."""
        if self.lower[i] == "us":
            self.raw[i] = t.NAME if self.upper[i] else self.raw[i]
            return
        if self.lower[i] == "be":
            if i > 1 and self.lower[i - 1] == "-":
                self.raw[i - 2] = self.raw[i] = t.ADJ  # "all the would-be settlers"
            return
        if i + 1 >= self.count or not self.lower[i + 1].isalpha():
            return
        if self.lower[i + 1].endswith("s") and not self.lower[i + 1].endswith("ss"):
            return  # "one works there", but "one witness said"
        following = self.raw[i + 1]
        if following in (None, t.N, t.ADJ) or (isinstance(following, Form) and following.can & NOUN):
            self.raw[i] = t.NUM

    def _join_abbreviations(self, stops: list[int], lo: int) -> None:
        """A full stop inside of a sentence belongs to the short word before it: "Gov. Vega", "on Aug. 9"; `stops` are the places of
        full stops and colons in the report, `lo` is that of the sentence."""
        turn = first_from(stops, lo + 1)
        while turn < len(stops) and stops[turn] < lo + self.count - 1:
            i = stops[turn] - lo
            turn += 1
            if self.lower[i] == ":" and self.lower[i - 1][-1].isdigit() and self.lower[i + 1][0].isdigit():
                self.raw[i] = t.N  # "10:30"
            if self.lower[i] != "." or self.lower[i - 1] == "." or len(self.lower[i - 1]) > _ABBREVIATION:
                continue
            following = self.lower[i + 1]
            if following[0].isalnum() or following in _GOING_ON:
                self.raw[i] = t.N

    def _titled(self) -> bool:
        """Whether most words of the sentence begin with a capital."""
        capitals = 0
        for upper in self.upper:
            if upper:
                capitals += 1
        if capitals < 3:
            return False
        letters = sum(one.alpha for one in self.words)
        return letters > 3 and capitals > 0.6 * letters

    def infinitive(self, i: int) -> bool:
        """Whether an unknown word after "to" is a verb: the noun endings and plurals are not."""
        word = self.lower[i]
        endings = (*self.known.noun_endings, *self.known.adjective_endings, "s")
        if self.known.language != "en" or self.title or word.endswith(endings) or word in self.known.plurals:
            return False
        object_next = self.raw_tag(i + 1) in (t.DET, t.POSS, t.NUM, t.OBJ)
        return i > 1 and object_next and self.found[i - 2] in (t.V, t.VN, t.VB, t.VG, t.ADJ, t.N)

    def possessive(self, i: int) -> bool:
        """Whether the apostrophe at `i` closes a plural possessor ("workers' rights") and no quotation."""
        start = self.starts[i]
        touches = self.starts[i - 1] + len(self.lower[i - 1]) == start
        apart = i + 1 < self.count and self.starts[i + 1] > start + 1
        return touches and apart and not any(x in ("'", "‘") for x in self.lower[:i])

    def initial(self, i: int) -> bool:
        """Whether a capital at `i` only shows that a sentence or a quotation begins."""
        return i == 0 or self.found[i - 1] in (t.QUOTE, t.COLON)

    def dash(self, i: int) -> bool:
        """Whether a hyphen stands between spaces or is one of a pair."""
        start = self.starts[i]
        left = i > 0 and self.starts[i - 1] + len(self.lower[i - 1]) < start
        right = i + 1 < self.count and self.starts[i + 1] > start + 1
        paired = "-" in (self.lower[i - 1 : i] + self.lower[i + 1 : i + 2])
        agency = left and self.lower[i - 1] == ")"  # "LIMA (Reuters) -Peru's congress"
        return (left and right) or paired or agency

    def bare_singular(self, i: int) -> bool:
        """A singular noun without an article: what stands before it modifies it."""
        if i >= self.count or self.plural(i) or self.upper[i]:
            return False
        raw = self.raw[i]
        return raw is None and not self.lower[i].endswith("ly") and self.lower[i].isalpha()

    def only_noun(self, i: int) -> bool:
        """Whether the word after an article or adjective at `i` is surely no verb: "of close ties", "the terms of the deal",
        "a federal appeals court"."""
        if self.lower[i + 1 : i + 2] == ["of"]:
            return True
        j = i - 1
        while j > 0 and self.found[j - 1] == t.ADJ:
            j -= 1  # "to unofficial direct talks between"
        led = j > 0 and self.found[j - 1] == t.PREP
        return i > 1 and self.found[i - 1] == t.ADJ and (led or self.bare_singular(i + 1))

    def in_object(self, i: int) -> bool:
        """Whether this stretch already has its finite verb, so that a participle modifies the noun before."""
        for j in range(i - 1, max(-1, i - _LOOK), -1):
            tag = self.found[j]
            if tag == t.QUOTE and self.in_marks(j):
                continue
            if tag in (t.SUB, t.REL, t.THAT, t.COLON, t.QUOTE, t.DASH):
                return False
            if tag in (t.CC, t.COMMA):
                return self.raw_tag(i + 1) in (t.PREP, t.TO) and self.acted_since(j)
            if tag in FINITE or tag in (t.VB, t.VN):
                return self.lower[j] not in self.known.reporting or self.found[j + 1] == t.TO
        return False

    def acted_since(self, i: int) -> bool:
        """Whether a finite verb stands before `i`, and behind the last "that" before it."""
        start = i
        while start > 0 and self.found[start - 1] != t.THAT:
            start -= 1
        return any(tag in FINITE for tag in self.found[start:i])

    def in_marks(self, i: int) -> bool:
        """Whether the sign at `i` is one of the two around a few words that are set in marks: 'as a "bridge" for men'."""
        near = (i - 2, i - 3, i + 2, i + 3)
        return any(0 <= j < len(self.found) and self.found[j] == t.QUOTE for j in near)

    def finite_before(self, i: int) -> bool:
        """Whether a finite verb stands before `i`."""
        return any(x in FINITE for x in self.found[:i])

    def later_finite(self, i: int) -> bool:
        """Whether a verb that is surely finite follows before the next break."""
        for j in range(i + 1, min(self.count, i + _LOOK)):
            raw = self.raw[j]
            if isinstance(raw, int):
                if t.holds(_OPENING, raw) and self.lower[j] not in NEVER_FINITE:
                    hour = self.lower[j] == "am" and self.lower[j - 1][0].isdigit()
                    if hour or (raw == t.MODAL and self.upper[j] and not self.title):
                        continue  # "the pact signed in May 2019", "by 11 am"
                    return True
                if raw == t.CC and self.raw_tag(j - 1) == t.NAME and self.raw_tag(j + 1) == t.NAME:
                    continue  # "men held in Chad and Niger will be freed"
                if t.holds(_BREAKS, raw) or self.lower[j] in _ENDING:
                    return False
                continue
            if self.lower[j] in _ENDING:
                return False
            if raw is not None and self.surely_finite(j, raw, i):
                return True
        return False

    def only_verb(self, i: int) -> bool:
        """Whether an apposition stands before the form at `i`, and nothing else in the sentence can be its verb: "Vega, a union
        member, [fasted] for days"."""
        if self.found.count(t.COMMA) < _PAIR or self.finite_before(i):
            return False
        for j in range(i + 1, self.count):
            raw = self.raw[j]
            month = raw == t.MODAL and self.upper[j]
            if isinstance(raw, Form) and raw.can & (PAST | PRESENT):
                return False
            if isinstance(raw, int) and t.holds(_OPENING, raw) and not month:
                return False
        return True

    def base_later(self, i: int) -> bool:
        """Whether a plural before the participle at `i` has its verb behind a name: "men deported to Chad remain there"."""
        if not self.plural(i - 1) or self.finite_before(i):
            return False
        for j in range(i + 1, min(self.count, i + _LOOK)):
            raw = self.raw[j]
            if isinstance(raw, int):
                if raw != t.TO and (t.holds(_BREAKS, raw) or t.holds(_OPENING, raw)):
                    return False
                continue
            named = self.raw_tag(j - 1) == t.NAME and self.raw_tag(j - 2) in (t.PREP, t.TO, t.NAME)
            if raw is not None and raw.can & BASE and not raw.can & (NOUN | PAST) and named:
                return True
        return False

    def joined_later(self, i: int) -> bool:
        """Whether the next auxiliary goes on behind "and": "The men, most of them sick, landed at dawn and were held"."""
        for j in range(i + 1, min(self.count, i + _LOOK)):
            raw = self.raw[j]
            if not isinstance(raw, int):
                continue
            if t.holds(_OPENING, raw) and self.lower[j] not in NEVER_FINITE:
                return self.raw_tag(j - 1) == t.CC
            if raw != t.CC and t.holds(_BREAKS, raw):
                return False
        return False

    def surely_finite(self, j: int, form: Form, i: int) -> bool:
        """Whether the form at `j`, some words after `i`, can hardly be anything but a finite verb."""
        if not form.can & (PARTICIPLE | NOUN | BASE | GERUND):
            return True
        if not form.can & PAST or form.can & NOUN or j <= i + 1:
            return False
        if form.lemma in self.known.intransitive and self.raw_tag(j - 1) in (t.N, t.NAME):
            return True  # "a flight carrying men expelled from Chad landed"
        opener = self.raw[j - 1]
        last = self.raw_tag(j + 1) in (0, t.COLON) and not form.can & BASE
        named = self.upper[j - 1] and not self.title and self.raw_tag(i + 1) == t.PREP
        if named and j + 1 < self.count and (self.is_nominal(j + 1) or self.bounds(j + 1)):
            return True
        return (opener is None or opener == t.NUM) and (last or self.opens_object(j + 1, direct=True))

    def bounds(self, i: int) -> bool:
        """Whether what bounds a number starts at `i`: "[at least] 40"."""
        return self.raw_tag(i + 2) == t.NUM and self.raw_tag(i) == t.PREP

    def plural(self, i: int) -> bool:
        """Whether the word at `i` looks like a plural noun."""
        word = self.lower[i]
        return word in self.known.plurals or (
            word.endswith("s") and not word.endswith(("ss", "us", "'s", "is"))
        )

    def opens_object(self, i: int, direct: bool = False) -> bool:
        """Whether an object or a complement can start at `i`; with `direct` only a noun phrase that shows its start."""
        if i >= self.count:
            return False
        tag = self.raw_tag(i)
        if direct:
            return tag in (t.DET, t.POSS, t.NUM, t.OBJ, t.NAME, t.THAT)
        if tag == t.NEG:  # "sets no limit"
            return self.raw_tag(i + 1) in (t.N, 0) and i + 1 < self.count
        plain = tag == t.N and (self.raw[i] is None or self.plural(i))
        return tag in OPENS_OBJECT or tag in (t.NAME, t.ADJ) or plain

    def gerund(self, i: int) -> bool:
        """Whether an "-ing" form stands at `i`: "bans logging", "lacks running water"."""
        raw = self.raw[i] if i < self.count else None
        return isinstance(raw, Form) and bool(raw.can & GERUND)

    def firm_object(self, i: int) -> bool:
        """Whether what starts at `i` is surely an object or complement."""
        if i < self.count and self.raw[i] is None and self.plural(i):
            return True
        return self.raw_tag(i) in (t.DET, t.POSS, t.TO, t.OBJ, t.THAT, t.PREP, t.NUM, t.SUB)

    def noun_behind(self, i: int) -> int:
        """Where the word before the one at `i` stands, adverbs passed over: "meals often arrive"."""
        j = i - 1
        while j > 0 and self.found[j] in _PASSED:
            j -= 1
        return j

    def before(self, i: int, skip: bool = False) -> int:
        """The tag of the word before `i` (0 at the start); with `skip`, adverbs and negations are passed over."""
        j, found = i - 1, self.found
        while skip and j >= 0 and found[j] in _PASSED:
            j -= 1
        if j < 0:
            return 0
        tag = found[j]
        if tag != t.QUOTE or not j:
            return tag
        named = self.upper[j - 1] and self.lower[j] in _CLOSING  # "the so-called “Raptors” fired"
        opened = next((k for k in range(j - 2, 0, -1) if found[k] == t.QUOTE), 0)
        if opened and found[opened - 1] in (t.DET, t.POSS) and found[j - 1] == t.N:
            return t.N  # 'its "work scheme" recruited men'
        return found[j - 1] if named or found[j - 1] in _OPEN_TO else tag

    def bracketed(self, i: int) -> int:
        """The tag before a word in brackets that stands before `i`: "the Teachers Union (TU) flatly rejected"; else 0."""
        j = i - 1
        while j >= 0 and self.found[j] in _PASSED:
            j -= 1
        whole = j > 2 and self.lower[j] == ")" and self.lower[j - 2] == "("
        return self.found[j - 3] if whole and self.found[j - 3] in (t.N, t.NAME) else 0

    def raw_tag(self, i: int) -> int:
        """A first guess at a word ahead."""
        if i >= self.count:
            return 0
        raw = self.raw[i]
        if isinstance(raw, int):
            if raw == t.ADJ and i and self.upper[i] and not self.title:
                return t.NAME  # "the United States"
            return t.THAT if self.lower[i] == "that" else raw
        if self.upper[i] and not self.title:
            return t.NAME
        if isinstance(raw, Form):
            return t.V if not raw.can & NOUN else t.N
        return t.NUM if self.lower[i][0].isdigit() else t.N

    def is_nominal(self, i: int, reach: int = 3) -> bool:
        """Whether the word at `i` can go on a noun phrase; participles are looked through, `reach` words far."""
        if i >= self.count:
            return False
        raw = self.raw[i]
        if raw is None:
            return not (self.lower[i].endswith("ly") and self.known.language == "en")
        if isinstance(raw, int):
            return raw in (t.N, t.ADJ, t.NUM)
        if raw.can & (NOUN | ADJECTIVE | GERUND):
            return True
        return reach > 0 and bool(raw.can & PARTICIPLE) and self.is_nominal(i + 1, reach - 1)
