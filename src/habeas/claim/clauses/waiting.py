"""Subjects that stand apart from their verb: shared, inserted before, or told of by a relative clause."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.complements import Complements, Words

__all__ = ["Waiting"]

_SUBJECT_WORDS: Final = frozenset({t.N, t.NAME, t.NUM, t.PRON, t.OBJ, t.DET, t.POSS, t.ADJ})
_IN_OFFICE: Final = frozenset({t.N, t.ADJ, t.NUM, t.HYPHEN, t.NAME, t.ADV})
"""Tags of what somebody is before their name."""


class Waiting(Complements):
    """What one sentence on its way to clauses knows of subjects that wait for a verb."""

    __slots__ = ()

    def waiting(self, before: int) -> Words | None:
        """The subject before an inserted phrase: "The dam, built in 1954, holds"; a name that is inserted is it."""
        tags = self.tags
        named = self.inserted_name(before)
        if named is not None:
            return named
        for clause in reversed(self.clauses):
            held = clause.subject
            if (
                clause.role in ("relative", "participial")
                and not clause.opener
                and held is not None
                and not self.taken(held)
            ):
                return self.described(held) or held
        i = before
        while i > 0 and tags[i - 1] not in (t.COLON, t.SUB, t.THAT, t.QUOTE):
            i -= 1
        first = None
        while i < before:
            stop = i
            while stop < before and tags[stop] not in (t.COMMA, t.DASH, t.PAREN):
                stop += 1
            piece = self.noun_piece(i, stop)
            if piece is not None:
                first = piece
                break
            i = stop + 1
        return first

    def described(self, held: Words) -> Words | None:
        """The name that an inserted phrase describes: "Vega, a former judge who won in May, is expected"."""
        lo = held[0]
        if lo < 2 or self.tags[lo] != t.DET or self.tags[lo - 1] != t.COMMA or self.tags[lo - 2] != t.NAME:
            return None
        return self.noun_before(lo - 1)

    def inserted_name(self, end: int) -> Words | None:
        """The name between commas before `end` that says who a plain noun phrase is: "The warden, Ana Vega,"."""
        tags = self.tags
        lo = end
        while lo > 0 and (tags[lo - 1] == t.NAME or self.words[lo - 1].lower == "."):
            lo -= 1
        if lo == end or lo < 2 or tags[lo] != t.NAME or tags[lo - 1] != t.COMMA or tags[end] != t.COMMA:
            return None
        i = head = lo - 1
        while i > 0 and (tags[i - 1] in _IN_OFFICE or self.words[i - 1].lower in ("of", "de", "del")):
            i -= 1
            head = i if tags[i] == t.PREP else head
        plain = tags[head - 1] == t.N
        opened = i > 0 and tags[i - 1] in (t.DET, t.POSS) and (i < 2 or tags[i - 2] != t.PREP)
        return (lo, end) if plain and opened else None

    def noun_piece(self, lo: int, hi: int) -> Words | None:
        """The noun phrase that a piece between signs is, if it is one."""
        tags = self.tags
        while lo < hi and tags[lo] in (t.ADV, t.CC):
            lo += 1
        if lo >= hi or tags[lo] not in _SUBJECT_WORDS or any(x in (t.V, t.BE, t.MODAL) for x in tags[lo:hi]):
            return None
        return (lo, hi)

    def shared(self) -> Words | None:
        """The subject of the last clause that a coordinated verb can share."""
        for clause in reversed(self.clauses):
            if clause.role not in ("participial", "infinitive") and clause.subject is not None:
                return clause.subject
        return None

    def taken(self, subject: Words) -> bool:
        """Whether a clause of its own has this subject, or holds it in its complement."""
        for clause in self.clauses:
            if clause.role != "relative" and (
                clause.subject == subject or clause.verb[1] <= subject[0] < clause.complement[1]
            ):
                return True
        return False

    def noun_before(self, end: int) -> Words | None:
        """The noun phrase that ends at `end`."""
        i = end
        while i > 0 and i > end - 14:
            adverb = self.tags[i - 1] == t.ADV and i < end and self.tags[i] == t.ADJ
            if self.tags[i - 1] not in t.NOMINAL and not adverb:
                break
            i -= 1
            if self.tags[i] in (t.DET, t.PRON):
                break
        return (i, end) if i < end else None

    def antecedent(self, rel: int) -> Words | None:
        """The noun phrase that a relative pronoun at `rel` stands for, its "of" phrase included."""
        end = rel
        while end > 0 and self.tags[end - 1] in (t.COMMA, t.DASH, t.PREP, t.PAREN):
            end -= 1
        found = self.noun_before(end)
        if found is None:
            return None
        lo = found[0]
        if lo > 1 and self.tags[lo - 1] == t.PREP and self.words[lo - 1].lower in ("of", "de"):
            wider = self.noun_before(lo - 1)
            lo = wider[0] if wider else lo
        return (lo, end)

    def next_subject(self, index: int) -> Words | None:
        """The subject of the main clause after an opening participle: "Shackled, the men ..."."""
        start = self.groups[index].end
        following = next((g for g in self.groups[index + 1 :] if g.kind == "finite"), None)
        if following is None:
            return None
        comma = next((i for i in range(following.start - 1, start - 1, -1) if self.tags[i] == t.COMMA), None)
        if comma is None or comma + 1 >= following.start:
            return None
        return (comma + 1, following.start)
