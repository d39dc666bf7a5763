"""Clauses of a sentence: who does what to what, from tags alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.apart import TURNING, Apart
from habeas.claim.clauses.complements import Clause, Words
from habeas.claim.clauses.groups import Group
from habeas.claim.clauses.reading import Reading
from habeas.claim.clauses.tagging import tagged
from habeas.model.marks import Token

__all__ = ["Clause", "Parsed", "Words", "parse"]

_COMMA: Final = t.mask(t.COMMA)
_SUBJECT_HEADS: Final = t.mask(t.N, t.NAME, t.NUM, t.PRON, t.OBJ, t.ADJ)
_ASIDE: Final = 5
"""Words of an aside that only says where somebody says what follows."""
_BREAKS: Final = t.mask(*t.BREAKS)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence's tokens, tags and clauses in text order; where its first token stands, and its tags as `tags.mask`."""

    words: list[Token]
    tags: list[int]
    clauses: list[Clause]
    base: int
    held: int


def parse(read: Reading, lo: int, hi: int) -> Parsed:
    """The clauses of the sentence `read.tokens[lo:hi]`."""
    words = read.tokens[lo:hi]
    tags = tagged(read, lo, hi, read.known)
    return Parsed(words, tags, _Parser(words, tags, read.known).run(), lo, t.held(tags))


class _Parser(Apart):
    """One sentence on its way to clauses."""

    __slots__ = ()

    def run(self) -> list[Clause]:
        for index in range(len(self.groups)):
            if self.turned(index):
                continue
            group = self.groups[index]
            nonfinite = group.kind != "finite"
            clause = self.nonfinite(index, group) if nonfinite else self.finite(index, group)
            if clause is not None:
                self.owner[index] = len(self.clauses)
                self.clauses.append(clause)
        return self.clauses

    def finite(self, index: int, group: Group) -> Clause:
        tags, start = self.tags, group.start
        if tags[start] in t.CONTRACTED:
            if self.words[start].lower.startswith("who'"):
                return self.clause("relative", self.antecedent(start), index, start)
            opener, role = self.opened(start)
            return self.clause(role, (start, start + 1), index, start, opener)
        floor = self.floor(index)
        edge = self.stretch(start, floor)
        bare = start
        spanish = self.known.language == "es"
        while bare > edge and (tags[bare - 1] in (t.ADV, t.NEG) or (spanish and tags[bare - 1] == t.OBJ)):
            if bare - 1 == edge and self.words[edge].lower in self.known.several:
                break  # "most were locked up"
            if bare - 2 == edge and tags[edge] == t.DET and self.words[edge].lower == "the":
                break  # "The first asserted", not "This effectively bars"
            bare -= 1
        before = bare - 1
        if spanish and group.lemmas[-1] in ("haber", "have"):
            return self.clause("main", None, index, start)
        if self.exists(start):
            return self.clause("main", None, index, start - 1)
        if bare > edge and tags[bare - 1] == t.CC:
            return self.clause("coordinate", self.goes_on_from(group), index, start)
        content = self.content_told(index)
        if content is not None:
            return self.clause("main", content, index, start)
        held = self.held_over(index, edge, bare)
        if held is not None:
            return self.clause("main" if held != self.tucked(index) else "relative", held, index, start)
        told = self.contacted(index, bare)
        if told is not None:
            self.cut(bare, len(self.clauses) - 1)
            return self.clause("main", told, index, start)
        if bare > edge:
            return self.with_subject(index, edge, bare)
        owner = (
            self.restrictive(start, start) if self.clauses and self.clauses[-1].group.end == start else None
        )
        if owner is not None and owner != self.clauses[-1].subject:
            return self.clause("main", owner, index, start)
        if before >= 0 and tags[before] == t.REL:
            return self.clause("relative", self.antecedent(before), index, before)
        if before >= 0 and tags[before] == t.PRON:
            return self.clause("main", (before, before + 1), index, before)
        if (
            before >= 0
            and tags[before] in (t.COMMA, t.DASH, t.PAREN, t.QUOTE)
            and not self.follows_conjunction(before)
        ):
            if self.inverted(group, before):
                return self.clause("main", None, index, start)
            if tags[before] == t.COMMA and self.goes_through(group):
                return self.clause("coordinate", self.clauses[-1].subject, index, start)
            waiting = self.around_saying(before) or self.dashed(before) or self.meanwhile(before)
            waiting = waiting or self.waiting(before)
            if waiting is not None:
                return self.clause("main", waiting, index, start)
        return self.clause("coordinate", self.goes_on_from(group), index, start)

    def with_subject(self, index: int, edge: int, end: int) -> Clause:
        """A finite clause whose subject stands in `tags[edge:end]`, perhaps after an adverbial."""
        tags = self.tags
        inner = self.restrictive(edge, end)
        somebody = self.who_somewhere(edge, end)
        if somebody is not None:
            return self.clause("relative", somebody, index, self.groups[index].start)
        edge = self.after_date(edge, end)
        while edge < end and (tags[edge] == t.HYPHEN or t.leads_up(tags, edge)):
            if self.words[edge].lower in self.known.several and (tags[edge + 1] == t.PREP or edge + 1 == end):
                break  # "most of the men were", "most were"
            edge += 1
        if edge and end - edge > 1 and tags[edge - 1] == t.NEG and tags[edge] == t.PREP:
            edge += 1  # "Neither of the men was"
        comma = t.met(_COMMA, tags, edge, end)
        if comma >= 0 and tags[edge] in (t.PREP, t.VG, t.VN, t.TO):
            edge = comma + 1
        edge = self.past_saying(edge, end)
        if end - edge > 1 and tags[end - 1] == t.PRON and tags[end - 2] in (t.VG, t.ADJ):
            edge = end - 1  # "a paper attesting they had", "so severe they fell"
        freed = self.after_gerund(index, edge)
        if freed is not None:
            return self.clause("main", freed, index, self.groups[index].start)
        inner = inner or self.restrictive(edge, end)
        if inner is not None:
            return self.clause("main", inner, index, inner[0])
        if end - edge == 2 and tags[edge] == t.PREP and tags[end - 1] == t.OBJ:
            return self.clause("main", None, index, self.groups[index].start)  # "Behind him was a fence"
        edge = self.after_while(edge, end)
        wished = self.infinitive_before(edge, end)
        if wished is not None:
            return self.clause("main", wished, index, wished[0])
        edge = self.after_object(edge, end)
        edge = self.after_preposition(edge, end)
        apart = end - edge > 1 and edge and tags[edge - 1 : edge + 1] == [t.COMMA, t.PREP]
        if apart and end - edge < _ASIDE and self.says(self.groups[index]):
            held = self.waiting(edge - 1)  # "The court, in its ruling said"
            if held is not None:
                return self.clause("main", held, index, self.groups[index].start)
        end = self.before_time(edge, end)
        end -= end - edge > 1 and self.words[end - 1].lower in self.known.floating
        opener, role = self.opened(edge)
        if self.whose(edge, end) < end:
            return self.clause("relative", (edge, end), index, edge)
        if role == "adverbial" and self.only_times(edge, end):
            return self.clause("coordinate", self.shared(), index, self.groups[index].start)
        near = (self.words[edge].lower, self.words[max(edge, end - 2)].lower)
        pointed = end > edge and (near[0] in self.known.alone or near[1] in self.known.alone)
        if (
            not pointed
            and t.met(_SUBJECT_HEADS, tags, edge, end) < 0
            and (end - edge != 1 or tags[edge] != t.DET)
            and tags[edge:end] != [t.DET, t.ADV]
        ):
            return self.clause("coordinate", self.shared(), index, self.groups[index].start)
        return self.clause(role, (edge, end), index, edge, opener)

    def goes_on_from(self, group: Group) -> Words | None:
        """Who does what a verb without a subject of its own goes on with."""
        return self.behind_quote(group) or self.said_on(group) or self.carried_on(group) or self.shared()

    def exists(self, start: int) -> bool:
        """Whether "there" before the verb only says that something is, and names no place ("inmates there are")."""
        if start < 1 or self.words[start - 1].lower != "there":
            return False
        late = start > 2 and self.words[start - 2].lower in self.known.elapsed  # "a year ago there was"
        if start > 2 and not late and self.tags[start - 2] == t.ADV and self.tags[start - 3] in (t.N, t.NAME):
            return False  # "sailors still there were freed"
        if start > 2 and self.tags[start - 2] == t.VN and self.tags[start - 3] in (t.N, t.NAME, t.DET):
            return False  # "sailors held there would be freed"
        return start < 2 or self.tags[start - 2] not in (t.N, t.NAME)

    def follows_conjunction(self, i: int) -> bool:
        return i > 0 and self.tags[i - 1] == t.CC

    def restrictive(self, edge: int, end: int) -> Words | None:
        """ "the man who shot the mayor was": the antecedent of a relative clause that this stretch is the rest of."""
        if not self.clauses or edge == 0:
            return None
        last = next(
            (c for c in reversed(self.clauses) if c.role not in ("participial", "infinitive")),
            self.clauses[-1],
        )
        if last.role == "coordinate" and last.verb[0] == edge and last.group.kind == "participle":
            last = next((c for c in reversed(self.clauses) if c.role == "relative"), last)
            same = last.role == "relative" and last.subject == self.clauses[-1].subject
            return last.subject if same else None  # "who were moved and held at Corran [filed]"
        if last.role != "relative" or last.group.end > edge or last.subject is None:
            return None
        told = self.placed(last) or last.subject
        held = (told[0], self.whose(*told))
        between = self.tags[last.group.end : edge]
        if any(x in t.BREAKS or x == t.CC for x in between) or self.taken(held) or held[0] == held[1]:
            return None
        return held if edge == last.group.end and (edge == end or self.tags[end - 1] != t.PRON) else None

    def opened(self, edge: int) -> tuple[str, str]:
        """The word that opens the clause whose subject starts at `edge`, and the role it gives."""
        tags = self.tags
        i = edge - 1
        while i >= 0 and tags[i] in (t.ADV, t.CC, t.COMMA):
            i -= 1
        if i < 0:
            return "", "main"
        if tags[i] == t.SUB:
            return self.words[i].lower, "adverbial"
        if tags[i] == t.THAT:
            return "that", "relative" if self.relates(i) else "complement"
        if tags[i] == t.REL:
            return self.words[i].lower, "relative"
        if i == edge - 1 and self.words[i].lower in self.known.reporting:
            return "", "complement"
        return "", "main"

    def nonfinite(self, index: int, group: Group) -> Clause | None:
        tags, start = self.tags, group.start
        before = start - 1
        while before >= 0 and tags[before] in (t.ADV, t.NEG):
            before -= 1
        if before > 1 and tags[before] == t.HYPHEN:  # "strip-searched"
            before -= 2
        if group.kind == "infinitive" and before >= 0 and tags[before] == t.CC and self.clauses:
            return self.joined(index, group, start)
        if group.kind == "infinitive" and self.headlined(before):
            self.groups[index] = replace(group, modal="will", kind="finite")
            return self.clause("main", (0, before), index, 0)
        if group.kind == "infinitive":
            return self.clause(
                "infinitive",
                self.bidden(before) or self.reputed(before) or self.to_be(before, group) or self.shared(),
                index,
                before if before >= 0 else start,
            )
        timed = before >= 0 and self.words[before].lower in self.known.times
        if timed and self.words[start].lower in self.known.ending:
            return None  # "in the year ending in June"
        if timed and (tags[before] == t.NAME or (before > 0 and tags[before - 1] == t.ADV)):
            return self.clause("participial", self.shared(), index, start)
        if (before >= 0 and tags[before] in (t.N, t.NAME, t.NUM)) or (before >= 0 and tags[before] == t.OBJ):
            described = self.headed() or self.described_by(index, before + 1)
            if described is not None and tags[described[0]] == t.PREP and described[1] - described[0] > 1:
                described = (described[0] + 1, described[1])
            return self.clause("participial", described, index, before + 1)
        rowed = before >= 0 and (tags[before] == t.CC or (tags[before] == t.COMMA and self.in_row(index)))
        if rowed and self.clauses and self.clauses[-1].role == "participial":
            return self.clause("participial", self.clauses[-1].subject, index, start)
        if self.goes_on(index, before):
            return self.clause("coordinate", self.clauses[-1].subject, index, start)
        if self.also_done(index, before):
            self.groups[index] = replace(group, kind="finite", passive=False, past=True)
            return self.clause("coordinate", self.clauses[-1].subject, index, start)
        if before >= 0 and self.words[before].lower in self.known.preceding and group.kind == "gerund":
            if self.words[before].lower in self.known.privative:
                self.groups[index] = replace(group, negated=True)
            return self.clause("participial", self.shared() or self.next_subject(index), index, start)
        if before >= 0 and (tags[before] == t.PREP or self.words[before].lower in self.known.pointing):
            return None
        if before >= 0 and tags[before] == t.THAT and group.kind == "gerund":
            return None  # "said that renewing the deal would"
        named = self.named_behind(before)
        if named is not None:
            return self.clause("participial", named, index, start)
        if before < 0 or tags[before] in (t.COMMA, t.DASH, t.COLON, t.SUB, t.QUOTE, t.PAREN):
            subject = None
            waits = group.kind == "participle" or self.shared() is None
            if before > 0 and waits and tags[before] != t.SUB:
                subject = self.set_apart(before)
            found = subject or self.commented(group) or self.shared() or self.next_subject(index)
            return self.clause("participial", found, index, start)
        return self.clause("participial", self.shared(), index, start)

    def described_by(self, index: int, end: int) -> Words | None:
        """Whom a participle behind a noun describes: of "men in chains being led off" the men."""
        found = self.noun_before(end)
        amount = (
            found is not None and self.tags[found[0]] == t.NUM and not self.words[found[0]].lower[0].isalnum()
        )
        timed = found is not None and self.words[end - 1].lower in self.known.times
        if (
            timed
            and found is not None
            and found[0] > 1
            and self.tags[found[0]] == t.DET
            and self.tags[found[0] - 1] == t.N
        ):
            return self.noun_before(found[0])  # "a new measure this week requiring"
        if found is not None and (amount or timed):
            return self.shared()  # "spent a month locked in a cellar", "$30 million deporting men"
        if found is not None and self.dated(found):
            return self.shared()  # "left on 3 May 2019 seeking work"
        passive = self.words[self.groups[index].start].lower == "being"
        moved = self.groups[index].lemmas[-1] in self.known.personal and found is not None
        passive = passive or (
            moved and not self.surely_people(found or (0, 1))
        )  # "[men] from Chad deported in May"
        placed = (
            found is not None and self.tags[found[0]] == t.NAME and self.words[found[0] - 1].lower == "in"
        )
        if found is None or not (passive or placed) or found[0] < 2 or self.tags[found[0] - 1] != t.PREP:
            return found
        wider = self.noun_before(found[0] - 1)
        return (wider[0], end) if wider is not None and self.are_people(wider) else found

    def goes_on(self, index: int, before: int) -> bool:
        """Whether a participle is one of the acts that a passive opened: "was seized, tied and made to kneel"."""
        if not self.clauses or before < 0 or self.groups[index].kind != "participle":
            return False
        last = self.clauses[-1]
        if not last.group.passive or not (last.group.kind == "finite" or last.role == "coordinate"):
            return False
        if self.tags[before] == t.CC:
            return True
        if self.tags[before] != t.COMMA:
            return False
        for group in self.groups[index + 1 :]:
            at = group.start - 1
            at -= self.tags[at] == t.ADV  # "were held, beaten and forcibly returned"
            if group.kind == "participle" and self.tags[at] == t.CC:
                return True
            if group.kind != "participle":
                return False
        return False

    def headlined(self, to: int) -> bool:
        """Whether the "to" of an infinitive follows the subject of a headline: "Iceland to rent cells in Latvia"."""
        if to < 1 or self.tags[to] != t.TO or any(g.kind == "finite" for g in self.groups):
            return False
        return self.tags[-1] != t.COLON and all(
            tag in t.NOMINAL or tag in (t.PREP, t.CC) for tag in self.tags[:to]
        )

    def commented(self, group: Group) -> Words | None:
        """The speaker where the participle is speech too: "X said that ..., praising Y"."""
        if not group.lemmas or group.lemmas[0] not in self.known.comments:
            return None
        for clause in self.clauses:
            if clause.role == "main" and clause.group.lemmas[-1] in self.known.reporting_lemmas:
                return clause.subject
        return None

    def joined(self, index: int, group: Group, start: int) -> Clause:
        """ "plans to expand the site and build another": the second verb takes over all that stands before the first."""
        last = self.clauses[-1]
        lemmas = (*last.group.lemmas[:-1], *group.lemmas)
        self.groups[index] = replace(group, lemmas=lemmas, modal=group.modal or last.group.modal)
        role = "infinitive" if last.role == "infinitive" else "coordinate"
        return self.clause(role, last.subject, index, start)

    def clause(self, role: str, subject: Words | None, index: int, whole: int, opener: str = "") -> Clause:
        group, tags = self.groups[index], self.tags
        end = self.complement_end(index, role)
        first = group.start
        if first > 1 and tags[first - 1] == t.HYPHEN and self.words[first - 1].lower not in "[]":
            first -= 2
        while (
            first > 1
            and tags[first - 1] == t.ADV
            and tags[first - 2] != t.COMMA
            and self.words[first - 1].lower != "there"
        ):
            first -= 1
        start = first = first - (first < group.start and tags[first - 1] == t.NEG)  # "no longer holds"
        if (
            subject is not None
            and subject[1] <= group.start
            and t.met(_BREAKS, tags, subject[1], group.start) < 0
        ):
            start = subject[0]
            if group.negated and start > 1 and tags[start - 2] == t.CC and tags[start - 1] in TURNING:
                start -= 2  # "nor has it paid"
        host = len(self.clauses) - 1
        while host >= 0 and self.clauses[host].complement[1] <= whole:
            host -= 1
        return Clause(role, subject, (first, group.end), (group.end, end), (start, end), group, opener, host)
