"""Clauses as values, and where the complement of a verb group ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.groups import Group, groups
from habeas.claim.clauses.vocabulary import Vocabulary
from habeas.model.marks import Token

__all__ = ["STEP", "Clause", "Complements", "Words"]

Words = tuple[int, int]
"""Half-open range of token indices within the sentence."""

STEP: Final = 60
"""How many tokens a search inside one clause goes at most: longer stretches are lists and tables."""
_DENIED: Final = 12
"""Words back from "but" among which "not" sets what follows against what is denied."""
_AND: Final = t.mask(t.CC)
_CUTS: Final = frozenset({t.COMMA, t.THAT, t.SUB, t.COLON, t.DASH, t.QUOTE, t.PAREN})
_MAY_END: Final = t.mask(t.COLON, t.DASH, t.SUB, t.COMMA, t.CC, t.QUOTE, t.PAREN)
"""Tags at which a complement can end."""
_APPOSING: Final = frozenset({"a", "an", "el", "la", "the", "un", "una"})
_SUPPOSING: Final = frozenset({"if", "si"})
_LOWER: Final = frozenset({"participial", "infinitive", "relative"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause. All places are token ranges of its sentence.

    `role` is how it hangs on the others: "main", "complement" (after "that" or a saying verb), "relative",
    "adverbial" (after "while", "if"; its first word in `opener`), "coordinate" (shares the subject of the clause
    before), "participial" or "infinitive". `subject` is None where nothing in the sentence is one.
    `whole` runs from the subject (where it stands right before the verb) to the end of the complement.
    """

    role: str
    subject: Words | None
    verb: Words
    complement: Words
    whole: Words
    group: Group
    opener: str = ""
    host: int = -1


class Complements:
    """The state of one sentence: its groups, the clauses found so far, and the ends of complements."""

    __slots__ = ("clauses", "groups", "known", "owner", "tags", "words")

    def __init__(self, words: list[Token], tags: list[int], known: Vocabulary) -> None:
        self.words, self.tags, self.known = words, tags, known
        self.groups = groups(words, tags, known)
        self.clauses: list[Clause] = []
        self.owner: dict[int, int] = {}

    def complement_end(self, index: int, role: str) -> int:
        """Where the complement of a verb group ends: before the next clause that is not part of it."""
        group, tags = self.groups[index], self.tags
        count = len(tags)
        saying = group.lemmas[-1] in self.known.reporting_lemmas
        following = self.groups[index + 1 :]
        stops = [g.start for g in following if g.kind == "finite"] if role in _LOWER and not saying else []
        stop = 0
        i = group.end
        last = min(count, i + STEP)
        while i < last:
            tag = tags[i]
            while stop < len(stops) and stops[stop] < i:
                stop += 1
            if stop < len(stops) and stops[stop] == i and not self.introduced(i):
                break
            if not t.holds(_MAY_END, tag):
                i += 1
                continue
            if tag in (t.COLON, t.DASH):
                break
            if (
                tag == t.SUB
                and (
                    self.words[i].lower not in self.known.questions
                    or self.supposes(i, group.end, role, saying)
                )
                and not self.awaits_verb(group.end, i)
                and not self.compares(group.end, i)
            ):
                break
            if tag in (t.COMMA, t.CC) and not self.awaits_verb(group.end, i):
                if tag == t.COMMA and self.comma_ends(i, following, saying):
                    break
                if tag == t.CC and self.conjunction_ends(i, following, saying):
                    break
            if tag == t.QUOTE and i > group.end and self.closes(i):
                break
            if tag == t.PAREN and self.words[i].lower in ")]" and not self.opened_inside(group.end, i):
                break
            i += 1
        while i > group.end and tags[i - 1] in (t.COMMA, t.CC, t.QUOTE):
            i -= 1
        return i

    def introduced(self, i: int) -> bool:
        """Whether the finite verb at `i` belongs to a relative or "that" clause inside the complement."""
        while i > 0 and self.tags[i - 1] in (t.ADV, t.NEG):
            i -= 1
        return i > 0 and self.tags[i - 1] in (t.REL, t.PRON)

    def supposes(self, i: int, end: int, role: str, saying: bool) -> bool:
        """Whether an "if" behind an object supposes and asks nothing: "threatening to kill them [if] nobody paid"."""
        return role in _LOWER and not saying and i > end and self.words[i].lower in _SUPPOSING

    def compares(self, lo: int, i: int) -> bool:
        """Whether the word at `i` closes a pair of two words that are the same: "as many as they want"."""
        word = self.words[i].lower
        return any(self.words[k].lower == word for k in range(max(lo, i - 3), i))

    def awaits_verb(self, lo: int, i: int) -> bool:
        """Whether a clause opened by "that" or "whether" since `lo` still waits for its verb at `i`.

        "that when it rains, ..." waits for a second one.
        """
        for k in range(i - 1, lo - 1, -1):
            if self.tags[k] == t.THAT or (self.tags[k] == t.SUB and k == lo):
                wanted = 2 if k + 1 < i and self.tags[k + 1] == t.SUB else 1
                return sum(k < g.start < i and g.kind == "finite" for g in self.groups) < wanted
        return False

    def opened_inside(self, lo: int, hi: int) -> bool:
        """Whether a bracket opens between `lo` and `hi`."""
        return any(self.words[k].lower in "([" for k in range(lo, hi) if self.tags[k] == t.PAREN)

    def closes(self, i: int) -> bool:
        """Whether the quotation mark at `i` ends the quoted words (nothing but a sign or a clause follows)."""
        following = self.tags[i + 1] if i + 1 < len(self.tags) else t.COLON
        if following == t.COMMA and self.tags[i + 2 : i + 3] == [t.QUOTE] and self.tags[i - 2] == t.QUOTE:
            return False  # 'called it "slow", "costly" and "cruel"'
        return following in (t.COLON, t.COMMA) or self.tags[i - 1] == t.COMMA

    def comma_ends(self, i: int, following: list[Group], saying: bool) -> bool:
        """Whether the comma at `i` closes the complement: a clause or a subject of its own follows."""
        tags = self.tags
        j = i + 1
        while j < len(tags) and tags[j] in (t.CC, t.ADV, t.QUOTE):
            j += 1
        if j >= len(tags):
            return True
        if tags[j] in (t.REL, t.SUB, t.VG, t.VN, t.V, t.VB, t.COLON) or tags[j] in t.AUXILIARY:
            return True
        if tags[j] == t.THAT:
            return not saying
        if tags[j + 1 : j + 3] == [t.HYPHEN, t.VN]:  # ", strip-searched"
            return True
        if tags[j] == t.DET and self.words[j].lower in _APPOSING and j == i + 1 and self.apposed(i, j):
            return True
        for count, group in enumerate(g for g in following if g.start >= j and g.kind == "finite"):
            between = self.unbracketed(j, group.start)
            if any(x in _CUTS for x in between):
                return False
            if between.count(t.REL) <= count:
                return True
        return False

    def unbracketed(self, lo: int, hi: int) -> list[int]:
        """The tags from `lo` to `hi` without a word in brackets: "the Court of Justice [(ECJ)] ruled"."""
        tags = self.tags
        if t.PAREN not in tags[lo:hi]:
            return tags[lo:hi]
        kept: list[int] = []
        i = lo
        while i < hi:
            if tags[i] == t.PAREN and tags[i + 1 : i + 3] == [t.NAME, t.PAREN]:
                i += 3
                continue
            kept.append(tags[i])
            i += 1
        return kept

    def apposed(self, comma: int, lo: int) -> bool:
        """Whether what follows the comma says what the noun before it is: ", a bridge built in 1990", no list."""
        tags = self.tags
        if tags[comma - 1] not in (t.N, t.NAME, t.PAREN, t.ADJ):
            return False
        hi = lo
        while hi < len(tags) and tags[hi] not in (t.COMMA, t.COLON, t.DASH, t.QUOTE, t.REL):
            if tags[hi] == t.CC:
                return False
            hi += 1
        return not (hi + 1 < len(tags) and tags[hi] == t.COMMA and tags[hi + 1] in (t.CC, t.DET, t.N))

    def conjunction_ends(self, i: int, following: list[Group], saying: bool) -> bool:
        """Whether a clause or a verb of its own follows the conjunction at `i`."""
        tags = self.tags
        j = i + 1
        while j < len(tags) and tags[j] in (t.ADV, t.NEG):
            j += 1
        if j >= len(tags):
            return True
        if tags[j] == t.THAT:
            return not saying
        group = next((g for g in following if g.start >= j), None)
        if group is None:
            return False
        if group.start == j:
            if tags[j] == t.VG == tags[i - 1]:
                return False  # "accused of aiding and abetting his return"
            return group.kind == "finite" or tags[j] in (t.VG, t.VN, t.VB)
        turns = self.words[i].lower in self.known.turning and tags[j] in (t.NAME, t.DET, t.PRON, t.POSS)
        denied = t.NEG in tags[max(0, i - _DENIED) : i]  # "is not only a port, but a home that they love"
        if turns and not denied and any(g.kind == "finite" for g in following if g.start >= j):
            return True  # "was to meet on Monday but Vale, its leader, had left"
        if group.kind != "finite" or t.met(_AND, tags, j, group.start) >= 0:
            return False
        plain = (x for k, x in enumerate(tags[j : group.start], j) if self.words[k].lower != "of")
        return not any(x in _CUTS or x in (t.REL, t.PREP) for x in plain)
