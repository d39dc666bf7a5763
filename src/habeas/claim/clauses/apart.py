"""Apart: subjects that an aside, a verbal phrase or a clause without "who" stands behind."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.complements import Clause, Words
from habeas.claim.clauses.groups import Group
from habeas.claim.clauses.reaching import Reaching

__all__ = ["TURNING", "Apart"]

TURNING: Final = (t.DO, t.MODAL, t.HAVE, t.BE)
"""What stands before its subject behind "nor"."""
_SAID: Final = 3
"""Words before "as", at least, of which it says the same of others."""
_OTHERS: Final = (t.DET, t.NAME, t.POSS, t.N, t.NUM)
_INSERTED: Final = 3
"""Words before what is done meanwhile, at least: a name, the comma and "while"."""
_SAYER: Final = 8
"""Words of who says so between commas, at most."""
_INFINITIVE: Final = 14
"""Words of an infinitive that is a subject, at most."""


class Apart(Reaching):
    """What one sentence on its way to clauses knows of subjects that something else stands before the verb of."""

    __slots__ = ()

    def dashed(self, closing: int) -> Words | None:
        """The noun phrase before the dash that opens an aside which closes at `closing`: "[their arrest] – even while it
        was studied – was"."""
        if self.tags[closing] != t.DASH:
            return None
        opening = next((i for i in range(closing - 1, 0, -1) if self.tags[i] == t.DASH), 0)
        found = self.noun_before(opening) if opening else None
        if found is None or self.words[found[0]].lower in self.known.times:
            return None
        lo = found[0]
        while lo > 1 and self.tags[lo - 1] == t.PREP and (wider := self.noun_before(lo - 1)):
            lo = wider[0]
        inside = any(opening < g.start < closing for g in self.groups)
        opens = lo == 0 or self.tags[lo - 1] in (t.THAT, t.COLON, t.QUOTE)
        opens = opens or any(g.end == lo and self.says(g) for g in self.groups)
        return (lo, opening) if inside or opens else None

    def meanwhile(self, closing: int) -> Words | None:
        """Who acts behind what they do at the same time, between commas: "[Soto], while opposing the ban, voted"."""
        last = self.clauses[-1] if self.clauses else None
        if (
            last is None
            or last.role != "participial"
            or last.group.kind != "gerund"
            or last.subject is not None
        ):
            return None
        opening = last.verb[0]
        while opening > 0 and self.tags[opening - 1] == t.ADV:
            opening -= 1
        if opening < _INSERTED or self.tags[opening - 2 : opening] != [t.COMMA, t.SUB]:
            return None
        found = self.noun_before(opening - 2)
        if found is not None and last.complement[1] <= closing:
            self.clauses[-1] = replace(last, subject=found)
        return found

    def contacted(self, index: int, end: int) -> Words | None:
        """The noun phrase before a clause without "who" that the verb at `index` follows, at once or behind a phrase of place:
        "[the harm] the group alleged is", "[men] the army held at Lod had asked", "[men] whom soldiers held at Lod died"."""
        last = self.clauses[-1] if self.clauses else None
        if last is None or last.subject is None or last.subject[1] != last.group.start:
            return None
        acted = last.group.kind == "finite"
        lo, behind = last.subject[0], self.tags[last.group.end : end]
        placed = behind and behind[0] == t.PREP and all(x in t.NOMINAL or x == t.PREP for x in behind)
        if lo < 1 or (not placed and last.group.end != self.groups[index].start):
            return None
        if placed and last.role == "participial" and self.tags[lo - 1] == t.REL:
            return self.antecedent(lo - 1)
        opens = self.tags[lo] in (t.DET, t.PRON, t.POSS)
        if not opens or self.tags[lo - 1] not in (t.N, t.NAME) or last.role == "relative":
            return None
        timed = placed and self.words[lo - 1].lower.removesuffix("s") in self.known.times
        found = None if timed or (acted and last.group.passive) else self.noun_before(lo)
        if found is None or acted:
            return found  # not "the day they met in Rome was"
        alone = found[0] == 0 or self.tags[found[0] - 1] != t.PREP  # not "at Lod the men held in May were"
        return found if placed and alone and self.tags[found[0]] in (t.NUM, t.DET, t.POSS) else None

    def around_saying(self, before: int) -> Words | None:
        """The noun phrase before a saying between commas that stands before its verb: "[Most of the men], police say, won't"."""
        said = next((g for g in self.groups if g.end == before and self.says(g)), None)
        if said is None:
            return self.before_speaker(before)
        if self.tags[before] != t.COMMA:
            return None
        comma = next(
            (i for i in range(said.start - 1, max(0, said.start - _SAYER), -1) if self.tags[i] == t.COMMA), 0
        )
        told = (
            comma
            and comma < said.start - 1
            and all(x in t.NOMINAL or x == t.PREP for x in self.tags[comma + 1 : said.start])
        )
        if not told or any(g.kind == "finite" and g.end <= comma for g in self.groups):
            return None
        lo = comma
        while lo > 0 and self.tags[lo - 1] not in t.BREAKS:
            lo -= 1
        return (lo, comma) if lo < comma else None

    def before_speaker(self, before: int) -> Words | None:
        """The noun phrase before a saying whose speaker stands behind it: "[The trouble], says Ana Vega, is"."""
        tags = self.tags
        said = next((g for g in reversed(self.groups) if g.end < before and self.says(g)), None)
        if said is None or tags[before] != t.COMMA or said.start < 1 or tags[said.start - 1] != t.COMMA:
            return None
        told = all(x in t.NOMINAL for x in tags[said.end : before])
        if not told or any(g.kind == "finite" and g.end < said.start for g in self.groups):
            return None
        lo = said.start - 1
        while lo > 0 and tags[lo - 1] not in t.BREAKS:
            lo -= 1
        return (lo, said.start - 1) if lo < said.start - 1 else None

    def inverted(self, group: Group, before: int) -> bool:
        """Whether who says the words before stands behind the verb that ends them: "The mill is shut, reported KVTV."."""
        if self.tags[before] != t.COMMA or not self.says(group) or len(self.tags) <= group.end:
            return False
        end = group.end
        while end < len(self.tags) and self.tags[end] == t.NAME:
            end += 1
        return end > group.end and self.tags[end : end + 1] in ([], [t.COLON])

    def infinitive_before(self, edge: int, end: int) -> Words | None:
        """The infinitive with all that goes with it that is the subject: "[To rest on so thin a reed] would be wrong"."""
        tags = self.tags
        lo = edge
        while lo > 0 and lo > edge - _INFINITIVE and tags[lo - 1] not in (t.COMMA, t.COLON, t.QUOTE, t.THAT):
            lo -= 1
        opens = lo == 0 or tags[lo - 1] in (t.QUOTE, t.THAT)
        if not opens or tags[lo : lo + 2] != [t.TO, t.VB] or end - lo < 3 or tags[end - 1] == t.PRON:
            return None
        if self.words[lo + 1].lower in self.known.reporting_lemmas and tags[lo + 2] == t.DET:
            return None  # "To say the men must leave"
        return None if any(g.kind == "finite" and lo < g.start < end for g in self.groups) else (lo, end)

    def who_somewhere(self, edge: int, end: int) -> Words | None:
        """Whom "who" stands for where only a phrase parts it from its verb: "soldiers, who in Chad were beaten"."""
        tags = self.tags
        led = edge and tags[edge - 1] == t.REL and self.words[edge - 1].lower == "who"
        if not led or end - edge < 2 or tags[edge] != t.PREP or t.PRON in tags[edge:end]:
            return None
        return self.antecedent(edge - 1)

    def after_gerund(self, index: int, edge: int) -> Words | None:
        """The subject that an "after being freed on Friday" stands behind, where that is all before the verb."""
        before = next((i for i in range(index - 1, -1, -1) if self.groups[i].start >= edge), -1)
        if (
            edge < 1
            or before < 0
            or self.groups[before].kind != "gerund"
            or self.groups[before].start != edge
        ):
            return None
        if self.words[edge - 1].lower not in self.known.preceding:
            return None
        owner = self.owner.get(before)
        return self.clauses[owner].subject if owner is not None else None

    def behind_quote(self, group: Group) -> Words | None:
        """Who goes on behind the words that they said in marks: "warned that “winter is near” and [outlined] a plan"."""
        at = group.start - 1
        while at > 1 and self.tags[at] == t.ADV:
            at -= 1
        if at < 2 or self.tags[at] != t.CC or self.tags[at - 1] != t.QUOTE:
            return None
        opened = next((i for i in range(at - 2, 0, -1) if self.tags[i] == t.QUOTE), 0)
        outer = next(
            (c for c in reversed(self.clauses) if c.verb[0] < opened and c.role in ("main", "coordinate")),
            None,
        )
        return outer.subject if outer is not None and self.says(outer.group) else None

    def carried_on(self, group: Group) -> Words | None:
        """Who goes on in the past of the main clause after a clause inside of it that tells of the present: "The court left
        open whether flights are lawful and addressed one case"."""
        main = next((c for c in reversed(self.clauses) if c.role == "main"), None)
        last = self.clauses[-1] if self.clauses else None
        if main is None or last is None or last is main or last.role not in ("adverbial", "complement"):
            return None
        finite = last.group.kind == "finite" and not last.group.modal
        behind = main.verb[1] <= last.verb[0]
        if not finite or not behind or not group.past or not main.group.past:
            return None
        inside = last.verb[0] < main.complement[1] and not last.group.past
        return main.subject if inside or self.is_done_to(group, last) else None

    def is_done_to(self, group: Group, last: Clause) -> bool:
        """Whether a verb is done to whom the clause before tells of: "arrested him when he returned and sent [him] off"."""
        if last.subject is None or last.subject[1] - last.subject[0] > 1 or group.end >= len(self.words):
            return False
        pair = f"{self.words[last.subject[0]].lower} {self.words[group.end].lower}"
        return pair in self.known.themselves

    def turned(self, index: int) -> bool:
        """Whether the group is only the auxiliary of the next one, before the subject: "nor [did] they name it"; or stands for
        the verb before it: "the men were freed, as [was] their driver"."""
        if self.stands_for(self.groups[index]):
            return True
        start = self.groups[index].start
        told = self.groups[index].kind == "finite" and self.tags[start] not in t.CONTRACTED
        if start and told and self.words[start - 1].lower == "than":
            return True  # "more than [has been told] of Chad"
        if index + 1 == len(self.groups):
            return False
        group, following = self.groups[index], self.groups[index + 1]
        auxiliary = self.tags[group.start]
        alone = group.end - group.start == 1 and auxiliary in TURNING
        between = self.tags[group.end : following.start]
        if not alone or group.start < 2 or self.tags[group.start - 1] != t.CC or between != [t.PRON]:
            return False
        if following.kind == "finite" and self.tags[following.start] != t.V:
            return False
        done = auxiliary == t.BE and following.kind != "gerund"  # "nor [was] he told"
        self.groups[index + 1] = replace(
            following, kind="finite", negated=True, modal=group.modal, past=group.past, passive=done
        )
        return True

    def stands_for(self, group: Group) -> bool:
        """Whether an auxiliary behind "as", before a noun phrase, only says that of others: "as would their drivers"."""
        lo, hi = group.start, group.end
        if hi - lo > 1 or lo < _SAID or hi >= len(self.tags) or self.words[lo - 1].lower != "as":
            return False
        auxiliary = self.tags[lo] in (t.MODAL, t.BE, t.DO, t.HAVE)
        return auxiliary and self.tags[lo - 2] == t.COMMA and self.tags[hi] in _OTHERS
