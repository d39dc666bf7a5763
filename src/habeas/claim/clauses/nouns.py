"""Nouns: where the noun phrases of a sentence begin and end."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.complements import Words
from habeas.claim.clauses.edges import Edges

__all__ = ["Nouns"]

_TO: Final = t.mask(t.TO)
_OPENING: Final = frozenset({"“", "«", "(", "["})
_YEAR: Final = 4
_ASIDE: Final = 16
"""Words between dashes at most."""
_FRAGMENT: Final = 10
"""Words in marks at most that are part of a noun phrase."""
_AGENCY: Final = 8
"""Words from the start of a sentence up to an agency in brackets: "LIMA, July 5 (Reuters) Dozens"."""
_SUBJECT_WORDS: Final = frozenset({t.N, t.NAME, t.NUM, t.PRON, t.OBJ, t.DET, t.POSS, t.ADJ})


class Nouns(Edges):
    """What one sentence on its way to clauses knows of its noun phrases."""

    __slots__ = ()

    def described(self, held: Words) -> Words | None:
        """The name that an inserted phrase describes: "Vega, a former judge who won in May, is expected"."""
        lo = held[0]
        if lo > 3 and self.tags[lo] == t.DET and self.tags[lo - 3 : lo] == [t.COMMA, t.NUM, t.COMMA]:
            lo -= 2  # "Vega, 65, a former judge who"
            return self.noun_before(lo - 1) if self.tags[lo - 2] == t.NAME else None
        if lo > 1 and (self.words[lo - 2].lower in self.known.times or (lo == 3 and self.tags[0] == t.PREP)):
            return None  # "On Friday, the army, backed by jets, seized"
        if lo < 2 or self.tags[lo] != t.DET or self.tags[lo - 1] != t.COMMA or self.tags[lo - 2] != t.NAME:
            return None
        return self.noun_before(lo - 1)

    def noun_piece(self, lo: int, hi: int) -> Words | None:
        """The noun phrase that a piece between signs is, if it is one."""
        tags = self.tags
        while lo < hi and tags[lo] in (t.ADV, t.CC):
            lo += 1
        to = t.met(_TO, tags, lo, hi)
        if to > lo and tags[to : to + 3] == [t.TO, t.BE, t.VN]:
            hi = to  # "A suit to be filed in Lima, Peru, says"
        acts = lo < hi and lo > 0 and tags[lo] in (t.VG, t.TO) and tags[lo - 1] == t.THAT
        about = (
            lo + 2 < hi and tags[lo] == t.PREP and tags[lo + 1] == t.NUM
        )  # "About 50 drivers, most of them sick, held"
        if (
            lo >= hi
            or not (acts or about or tags[lo] in _SUBJECT_WORDS)
            or any(x in (t.V, t.BE, t.MODAL) for x in tags[lo:hi])
        ):
            return None
        return (lo, hi)

    def noun_before(self, end: int) -> Words | None:
        """The noun phrase that ends at `end`."""
        i = end
        while i > 0 and i > end - 14:
            adverb = self.tags[i - 1] == t.ADV and i < end and self.tags[i] == t.ADJ
            hyphened = self.tags[i - 1] == t.PREP and i < end and self.tags[i] == t.HYPHEN  # "in-depth"
            if self.tags[i - 1] not in t.NOMINAL and not (adverb or hyphened):
                break
            i -= 1
            if self.tags[i] in (t.DET, t.PRON):
                break
        return (i, end) if i < end else None

    def is_year(self, words: Words) -> bool:
        """Whether a noun phrase is only a year: "the case in [2017], which"."""
        lo, hi = words
        word = self.words[lo].lower
        return hi - lo == 1 and self.tags[lo] == t.NUM and len(word) == _YEAR and word.isdigit()

    def is_of_preposition(self, words: Words) -> bool:
        """Whether a noun before "of" only makes a preposition with the one before it: "in favour of the bill"."""
        lo, hi = words
        alone = hi - lo == 1 and lo > 0 and self.tags[lo] == t.N and self.tags[lo - 1] == t.PREP
        word = self.words[lo].lower
        return alone and not word.endswith("s") and word not in self.known.groupings and lo > 1

    def are_people(self, words: Words) -> bool:
        """Whether a noun phrase before "of" can be the ones "who" did something."""
        word = self.words[words[1] - 1].lower
        grouped = word in self.known.groupings or word in self.known.plurals
        grouped = grouped or (word.endswith("s") and self.words[words[1]].lower not in ("of", "de"))
        return grouped or self.tags[words[1] - 1] == t.NUM or word.endswith(self.known.agents)

    def surely_people(self, words: Words) -> bool:
        """Whether the noun of a phrase can only be of people: "men", "drivers", not "countries"."""
        word = self.words[words[1] - 1].lower
        return word in self.known.plurals or word in self.known.groupings or word.endswith(self.known.agents)

    def antecedent(self, rel: int) -> Words | None:
        """The noun phrase that a relative pronoun at `rel` stands for, its "of" phrase included."""
        end = rel
        while end > 0 and self.tags[end - 1] in (t.COMMA, t.DASH, t.PREP, t.PAREN, t.QUOTE):
            end = self.opening(end - 1)
        end = self.before_aside(rel, end)
        found = self.noun_before(self.before_times(end))
        if found is None:
            return None
        end = found[1]
        dated = (self.words[end - 1].lower in self.known.times or self.is_year(found)) and found[0] > 1
        if dated and self.tags[found[0] - 1] == t.PREP and self.words[rel].lower != "when":
            passed = found[0] - 1 - (self.tags[found[0] - 2] == t.VN)
            found = (
                self.noun_before(passed) or found
            )  # "a ruling on Friday, which", "a law passed in May, which"
            end, lo = found[1], found[0]
            while lo > 1 and self.tags[lo - 1] == t.PREP and (wider := self.noun_before(lo - 1)):
                lo = wider[0]
            if lo == 0:
                return (lo, end)  # "The ruling by a judge on Friday, which"
        if self.words[rel].lower == "whom" and self.words[rel - 1].lower == "of" and found[1] == rel - 1:
            return (found[0], rel + 1)  # "all of whom": a part of those named before
        lo = found[0]
        new = (
            self.words[lo].lower in ("a", "an") and self.words[rel].lower != "who"
        )  # "the owner of [a mine] that"
        if lo > 1 and self.tags[lo - 1] == t.PREP and self.words[lo - 1].lower in ("of", "de") and not new:
            wider = self.noun_before(lo - 1)
            if wider and self.words[rel].lower == "who" and not self.are_people(wider):
                wider = None
            if wider and self.is_of_preposition(wider):
                wider = None
            lo = wider[0] if wider else lo
        elif lo > 1 and self.words[lo - 1].lower == "since" and self.words[rel].lower == "that":
            wider = self.noun_before(lo - 1)  # "the first ship since the truce that"
            lo, end = wider or (lo, end)
        elif (
            lo > 1
            and self.tags[lo] == t.NAME
            and self.tags[lo - 1] == t.PREP
            and self.words[rel].lower == "who"
        ):
            wider = self.noun_before(lo - 1)  # "migrants in Texas who": no place is a "who"
            people = wider is not None and (self.are_people(wider) or self.described(wider) is not None)
            lo = wider[0] if wider is not None and people else lo
        return (lo, end)

    def opening(self, at: int) -> int:
        """Where the brackets open that close at `at`; `at` itself for every other sign: "Tomas [(not his name)], who"."""
        if self.words[at].lower != ")":
            return at
        return next((i for i in range(at - 1, max(-1, at - 14), -1) if self.words[i].lower == "("), at)

    def fragment(self, closing: int) -> int:
        """Where words in marks open that are part of a noun phrase and close at `closing`, -1 where they are none: 'The
        ["chilling effect"] of hunger', "the Court of Justice [(ECJ)] ruled", 'a unit known as ["Hawks"]'."""
        signs = (t.QUOTE, t.PAREN)
        if self.words[closing].lower in _OPENING:
            return -1
        for i in range(closing - 1, max(0, closing - _FRAGMENT), -1):
            if self.tags[i] in signs:
                whole = i < closing - 1 and self.tags[i] == self.tags[closing]
                whole = whole and not (i < _AGENCY and self.tags[i] == t.PAREN and self.tags[i - 1] == t.NUM)
                led = self.tags[i - 1] in _SUBJECT_WORDS or self.tags[i - 2 : i] == [t.VN, t.PREP]
                return i if whole and led else -1
            if self.tags[i] not in t.NOMINAL and self.tags[i] != t.CC:
                return -1
        return -1

    def contact(self, lo: int, hi: int) -> Words | None:
        """The noun phrase of a piece that a clause without "who" ends: "[most of the drivers] she spoke with"."""
        tags = self.tags
        verb = next((i for i in range(lo, hi) if tags[i] in (t.V, t.BE, t.MODAL, t.HAVE)), -1)
        if verb < lo + 2 or tags[verb - 1] != t.PRON or tags[verb - 2] not in (t.N, t.NAME):
            return None
        while lo < verb and tags[lo] == t.CC:
            lo += 1
        return (lo, verb - 1)

    def before_aside(self, rel: int, end: int) -> int:
        """Where the dash opens of an aside that closes right before a relative: "Two men — a Kenyan and a Dane — who"."""
        if rel < 3 or self.tags[rel - 1] != t.DASH:
            return end
        for i in range(rel - 2, max(0, rel - _ASIDE), -1):
            if self.tags[i] == t.DASH:
                return i if i and self.tags[i - 1] in (t.N, t.NAME) else end
            if self.tags[i] in (t.V, t.BE, t.MODAL, t.HAVE):
                return end
        return end

    def before_times(self, end: int) -> int:
        """The end of what stands before a bare time at `end`, and before the participle that it belongs to: "the decision
        [last month], which", "a ban [issued last month], which"."""
        lo = end
        while lo > 1 and (
            self.words[lo - 1].lower in self.known.times or self.words[lo - 1].lower in self.known.recent
        ):
            lo -= 1
        if lo == end or self.words[lo].lower not in self.known.recent:
            return end
        return lo - 1 if lo > 1 and self.tags[lo - 1] == t.VN and self.tags[lo - 2] in t.NOMINAL else lo
