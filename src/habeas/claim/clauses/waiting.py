"""Subjects that stand apart from their verb: shared, inserted before, or told of by a relative clause."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.complements import Clause, Words
from habeas.claim.clauses.groups import Group
from habeas.claim.clauses.nouns import Nouns

__all__ = ["Waiting"]

_THAT: Final = t.mask(t.THAT)
_STANDING: Final = frozenset({"that", "which"})
"""Words that stand for what a relative clause with a subject of its own tells of."""
_ASIDE: Final = frozenset({t.QUOTE, t.ADV, t.NEG})
_IN_OFFICE: Final = frozenset({t.N, t.ADJ, t.NUM, t.HYPHEN, t.NAME, t.ADV})
"""Tags of what somebody is before their name."""


class Waiting(Nouns):
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
                return self.outer(self.described(held)) or self.of_whom(held)
        i = before
        said = max((g.end for g in self.groups if g.end <= before and self.says(g)), default=0)
        while i > said and (tags[i - 1] not in (t.COLON, t.SUB, t.THAT, t.QUOTE) or self.shortened(i - 1)):
            i -= 1
        first = None
        while i < before:
            stop = i
            while stop < before and tags[stop] not in (t.COMMA, t.DASH, t.PAREN):
                stop += 1
            piece = self.noun_piece(i, stop) or self.contact(i, stop)
            if piece is not None:
                first = self.behind_verb(piece)
                break
            i = stop + 1
        return first

    def shortened(self, i: int) -> bool:
        """Whether an inserted clause opens at `i` that leaves out its subject: "The clerk, [when asked], refused"."""
        tags = self.tags
        left_out = tags[i + 1] in (t.VN, t.VG) or tags[i + 1 : i + 3] == [t.ADJ, t.COMMA]
        return left_out and i > 1 and tags[i] == t.SUB and tags[i - 1] == t.COMMA

    def outer(self, named: Words | None) -> Words | None:
        """Of whom a name in a participle's phrase is told: of "[men] sent to Corran, a former mill which burned, are"."""
        if named is None or named[0] < 1 or self.tags[named[0] - 1] not in (t.PREP, t.TO):
            return named
        for clause in reversed(self.clauses):
            inside = clause.role == "participial" and clause.complement[0] <= named[0] < clause.complement[1]
            told = any(c.group.kind == "finite" and c.subject == clause.subject for c in self.clauses)
            if inside and clause.subject is not None and not told:
                return clause.subject
        return named

    def goes_through(self, group: Group) -> bool:
        """Whether a verb after a comma is the next of a row of acts: "stormed the hall, freed the men and left"."""
        last = self.clauses[-1] if self.clauses else None
        if last is None or last.subject is None or last.role not in ("main", "coordinate"):
            return False
        if self.says(last.group) or self.says(group) or last.group.kind != "finite":
            return False
        plain = self.tags[last.group.end - 1] == t.V == self.tags[group.start]
        return plain and last.group.past == group.past and not last.group.modal

    def says(self, group: Group) -> bool:
        """Whether a finite group says what follows it."""
        return group.kind == "finite" and group.lemmas[-1] in self.known.reporting_lemmas

    def said_on(self, group: Group) -> Words | None:
        """Who goes on to say more after what they said: "warned that prices may rise but added"."""
        if not self.clauses or not group.past:
            return None
        if group.lemmas[-1] in self.known.ruling and not group.passive:
            ruled = (
                c
                for c in reversed(self.clauses)
                if c.role == "main" and c.group.lemmas[-1] in self.known.finding
            )
            court = next((c for c in ruled if not c.group.modal), None)  # "ruled that ... and ordered"
            in_row = self.tags[group.start - 1] == t.COMMA and self.clauses[-1].role == "coordinate"
            if court is None or not in_row:
                return court.subject if court is not None else None
        if self.clauses[-1].role == "main" or not self.says(group):
            return None
        if self.clauses[-1].group.past and not self.clauses[-1].group.modal:
            return None
        return next(
            (c.subject for c in reversed(self.clauses) if c.role == "main" and self.says(c.group)), None
        )

    def held_over(self, index: int, edge: int, end: int) -> Words | None:
        """The subject of a verb that only a phrase of the clause before separates from it: "men who were sent to Chad
        sat", "men he said had fled". What that clause held of it is cut off."""
        tucked = self.tucked(index)
        if tucked is not None:
            return tucked
        if (
            index == 0
            or edge >= end
            or self.tags[edge] not in (t.PREP, t.TO)
            or edge != self.groups[index - 1].end
        ):
            return None
        if any(tag not in t.NOMINAL and tag not in (t.PREP, t.TO) for tag in self.tags[edge:end]):
            return None
        if any(tag in (t.DET, t.PRON, t.POSS) for tag in self.tags[edge + 2 : end]):
            return None
        last = next((c for c in reversed(self.clauses) if c.role == "relative" and c.subject), None)
        held = self.placed(last) if last is not None else self.bare_relative()
        if held is None or (self.taken(held) and not self.goes_on_relative(last)):
            return None
        self.cut(self.groups[index].start)
        return held

    def content_told(self, index: int) -> Words | None:
        """The noun that opens the sentence and whose "that" clause stands before its verb: "[The union's claim] that guards beat
        two men is false". What that clause held of the verb is cut off."""
        if index == 0 or self.groups[index].kind != "finite":
            return None
        that, start = t.met(_THAT, self.tags, 0, len(self.tags)), self.groups[index].start
        if that < 0:
            return None
        held = (0, that)
        opens = (
            that > 0 and self.groups[0].start > that and any(g.kind == "finite" for g in self.groups[:index])
        )
        if (
            not opens
            or any(tag not in t.NOMINAL and tag != t.PREP for tag in self.tags[:that])
            or self.taken(held)
        ):
            return None
        end = self.tags.index(t.PREP) if t.PREP in self.tags[:that] else that
        if not self.tells(end - 1):
            return None
        if any(
            tag in (t.CC, t.COMMA, t.SUB, t.REL, t.PRON)
            for tag in self.tags[self.groups[index - 1].end : start]
        ):
            return None
        self.cut(start)
        return held

    def cut(self, start: int, since: int = 0) -> None:
        """Take off what the clauses so far, from the one at `since` on, hold from the word at `start` on."""
        for at, clause in enumerate(self.clauses):
            if at >= since and clause.complement[1] > start:
                whole = (clause.whole[0], min(clause.whole[1], start))
                self.clauses[at] = replace(clause, complement=(clause.complement[0], start), whole=whole)

    def goes_on_relative(self, relative: Clause | None) -> bool:
        """Whether all behind a relative clause only goes on with it: "men who were moved and held at Corran [sued]"."""
        if relative is None or self.clauses[-1] is relative:
            return False
        at = next((i for i, clause in enumerate(self.clauses) if clause is relative), len(self.clauses))
        return all(c.role == "coordinate" and c.subject == relative.subject for c in self.clauses[at + 1 :])

    def bare_relative(self) -> Words | None:
        """Those who open a sentence and of whom a clause without "that" tells: "[The men] the army sent to Chad were"."""
        last = self.clauses[-1] if self.clauses else None
        if last is None or last.subject is None or last.role != "main" or last.subject[0] < 2:
            return None
        at = last.subject[0]
        if self.tags[at] not in (t.DET, t.PRON, t.POSS) or self.tags[at - 1] != t.N:
            return None
        held = self.noun_before(at)
        return held if held is not None and held[0] == 0 and self.tags[0] in (t.DET, t.POSS) else None

    def placed(self, relative: Clause) -> Words | None:
        """Of whom a relative clause tells: its subject, or the place of "The block [where] the fire broke out"."""
        held = relative.subject
        if held is None or relative.opener not in self.known.placing | _STANDING:
            return held
        opened = held[0] > 0 and self.words[held[0] - 1].lower == relative.opener
        return self.antecedent(held[0] - 1) if opened else held

    def relates(self, that: int) -> bool:
        """Whether "that" stands for the noun before it, which is no noun of saying: "the pact [that] Chad signed"."""
        if that < 1 or self.tags[that - 1] != t.N:
            return False
        if self.words[that - 1].lower in self.known.times or self.tells(that - 1) or self.told_by(that):
            return False
        last = next((g for g in reversed(self.groups) if g.end <= that and g.kind == "finite"), None)
        return last is None or not (self.says(last) or last.lemmas[-1] in self.known.control)

    def tells(self, at: int) -> bool:
        """Whether the word is a noun that holds what somebody says: "claim", "charges"."""
        word, known = self.words[at].lower, self.known
        return any(form in known.contents or form in known.charges for form in (word, word.removesuffix("s")))

    def told_by(self, that: int) -> bool:
        """Whether such a noun stands before the one of whom "by" tells: "claims by the union [that]"."""
        at = that - 1
        while at > 0 and self.tags[at] in t.NOMINAL:
            at -= 1
        return at > 0 and self.words[at].lower in self.known.givers and self.tells(at - 1)

    def tucked(self, index: int) -> Words | None:
        """The noun before a tucked-in "he said": "photos of men he said had fled"."""
        if index == 0:
            return None
        last, start = self.groups[index - 1], self.groups[index].start
        between = self.tags[last.end : start]
        if any(x not in _ASIDE for x in between) or not self.says(last) or last.start < 2:
            return None
        rel = last.start - 1
        while rel > 0 and (self.tags[rel] in t.NOMINAL or self.tags[rel] == t.PREP):
            rel -= 1
        if self.words[rel].lower in self.known.questions and last.start - rel > 1:
            return (rel, last.end)  # "what they said were poor meals"
        relative = self.tags[rel] == t.REL or (self.tags[rel] == t.THAT and self.relates(rel))
        if relative and last.start - rel > 1:
            return self.antecedent(rel)  # "the jail, which the ministry said was full"
        if self.tags[last.start - 1] != t.PRON or self.tags[last.start - 2] not in (t.N, t.NAME):
            return None
        return self.noun_before(last.start - 1)

    def of_whom(self, held: Words) -> Words:
        """Those of whom an inserted clause tells a part: "[300 men], half of whom came from Chad, were"."""
        parted = self.words[held[1] - 1].lower == "whom" or self.words[held[0]].lower in self.known.owning
        if not parted or held[0] < 2 or self.tags[held[0] - 1] != t.COMMA:
            return held
        return self.noun_before(held[0] - 1) or held

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
        if opened and i > 2 and tags[i - 3 : i - 1] == [t.COMMA, t.CC]:
            return None  # "by the mayor, Ana Vega, and the warden, Omar Diallo, says"
        if plain and opened and i > 2 and tags[i - 2] == t.CC:
            both = self.noun_before(i - 2)  # "Vega and his driver, Omar Diallo, are"
            return (both[0], end) if both is not None else (lo, end)
        return (lo, end) if plain and opened else None

    def past_saying(self, edge: int, end: int) -> int:
        """Where a subject begins behind the participle of saying that leads to it: "it is alleged [he] hid them"."""
        if edge >= end - 1:
            return edge
        if (
            self.tags[edge] == t.VG
            and f"{self.words[edge].lower} {self.words[edge + 1].lower}" in self.known.leading
        ):
            return edge + 2 if edge + 2 < end else edge
        if self.words[edge].lower not in self.known.reporting:
            return edge + (self.tags[edge] == t.VG and self.tags[edge + 1] == t.PRON)  # "attesting they had"
        tag, after = self.tags[edge], self.tags[edge + 1]
        return edge + (tag in (t.VG, t.VN) or (tag == t.ADJ and after in (t.PRON, t.DET, t.POSS)))

    def shared(self) -> Words | None:
        """The subject of the last clause that a coordinated verb can share."""
        for clause in reversed(self.clauses):
            if clause.role not in ("participial", "infinitive") and clause.subject is not None:
                return clause.subject
        return None

    def taken(self, subject: Words) -> bool:
        """Whether a clause of its own has this subject, or holds it in its complement."""
        start = subject[0]
        while start > 0 and self.tags[start - 1] == t.ADV:
            start -= 1  # "said only those who stayed had eaten"
        for clause in self.clauses:
            if clause.role == "relative":
                continue
            opens = start == clause.verb[1] or self.tags[start - 1] == t.THAT
            hearer = start < subject[0] and clause.group.lemmas[-1] in self.known.addressed
            if hearer and all(tag in t.NOMINAL for tag in self.tags[clause.verb[1] : start]):
                opens = True  # "told the inquiry only those who stayed had eaten"
            told = (
                opens and clause.group.lemmas[-1] in self.known.reporting_lemmas
            )  # "said the men who stayed had eaten"
            took = clause.subject == subject and clause.group.kind == "finite"
            if took or (clause.verb[1] <= subject[0] < clause.complement[1] and not told):
                return True
        return False

    def next_subject(self, index: int) -> Words | None:
        """The subject of the main clause after an opening participle: "Shackled, the men ..."."""
        start = self.groups[index].end
        verbs = [g for g in self.groups[index + 1 :] if g.kind == "finite"]
        if not verbs:
            return None
        following = verbs[1] if len(verbs) > 1 and self.in_object_of(start, verbs) else verbs[0]
        comma = next((i for i in range(following.start - 1, start - 1, -1) if self.tags[i] == t.COMMA), None)
        if comma is None or comma + 1 >= following.start:
            return None
        if all(tag in (t.ADV, t.NEG) for tag in self.tags[comma + 1 : following.start]):
            return None  # ", still must approve"
        return (comma + 1, following.start)

    def also_done(self, index: int, before: int) -> bool:
        """Whether a participle with its object goes on a perfect: "has angered the miners and [sparked] protests"."""
        group = self.groups[index]
        if not self.clauses or before < 0 or self.tags[before] != t.CC or group.kind != "participle":
            return False
        last, follows = self.clauses[-1].group, self.tags[group.end : group.end + 1]
        perfect = t.HAVE in self.tags[last.start : last.end] and last.kind == "finite" and not last.passive
        objects = follows and follows[0] in (t.DET, t.POSS, t.NAME, t.NUM, t.N, t.ADJ)
        return perfect and bool(objects) and last.start == self.groups[index - 1].start

    def headed(self) -> Words | None:
        """Of whom the second participle of a headline tells: "[Migrants] held in Chad transferred to Italy"."""
        if len(self.clauses) != 1 or any(group.kind == "finite" for group in self.groups):
            return None
        first = self.clauses[0]
        opens = first.role == "participial" and first.subject is not None and first.subject[0] == 0
        return first.subject if opens and first.group.kind == "participle" else None

    def named_behind(self, comma: int) -> Words | None:
        """The speaker behind a quotation who does something meanwhile: "“...,” said [Ana Ruiz], beating her chest"."""
        last = next((g for g in reversed(self.groups) if g.end <= comma and g.kind == "finite"), None)
        if last is None or self.tags[comma] != t.COMMA or not self.says(last) or last.start < 2:
            return None
        if (
            self.tags[last.start - 1] not in (t.QUOTE, t.COMMA)
            or t.QUOTE not in self.tags[last.start - 2 : last.start]
        ):
            return None
        return self.noun_piece(last.end, comma)

    def bidden(self, to: int) -> Words | None:
        """Who is to do what a verb of asking or ordering says: "asked [the mayor] to hear"."""
        last = self.clauses[-1] if self.clauses and self.clauses[-1].role == "infinitive" else None
        if last is None or last.group.lemmas[-1] not in self.known.control:
            last = next((c for c in reversed(self.clauses) if c.group.kind == "finite"), None)
        if last is None or last.group.passive or self.tags[to] != t.TO:
            return None
        pleads, end = last.group.means(self.known.appealing), last.group.end
        if last.group.lemmas[-1] not in self.known.control and not pleads:
            return None
        found = self.noun_before(to)  # "appealed to [the government of Chad] to free him"
        led = self.tags[end] in (t.PREP, t.TO) and pleads
        if found is not None and led and found[0] > end + 1:
            told = all(x in t.NOMINAL or x == t.PREP for x in self.tags[end + 1 : to])
            found = (end + 1, to) if told else None
        return found if found is not None and found[0] - led == end else self.object_told(end, to)

    def reputed(self, to: int) -> Words | None:
        """Of whom it is held what an infinitive tells: "[men] alleged by the ministry to have ties to a gang"."""
        last = self.clauses[-1] if self.clauses else None
        if last is None or last.role != "participial" or last.group.kind != "participle" or to < 0:
            return None
        held = last.group.lemmas[-1] in self.known.reputing or last.group.lemmas[-1] in self.known.control
        near = all(x in t.NOMINAL or x == t.PREP for x in self.tags[last.group.end : to])
        return last.subject if held and near and self.tags[to] == t.TO else None

    def to_be(self, to: int, group: Group) -> Words | None:
        """What is to be done to the noun right before: "[A petition] to be filed on Monday alleges"."""
        opens = not self.clauses and to > 0 and self.tags[to - 1] in (t.N, t.NAME)
        return self.noun_before(to) if opens and group.passive and self.tags[to] == t.TO else None

    def set_apart(self, comma: int) -> Words | None:
        """Whom a participle after a comma tells of: of "The first bus of the convoy, set to leave" the bus."""
        found = self.noun_before(self.opening(comma - 1) if self.tags[comma - 1] == t.PAREN else comma)
        if found is not None and all(tag == t.ADJ for tag in self.tags[found[0] : found[1]]):
            return None  # "were asleep, locked in"
        if found is not None and self.is_year(found):
            return None  # "brought the case in 2017, arguing"
        if found is None or found[0] < 2 or self.tags[found[0] - 1] != t.PREP:
            return found
        wider = self.noun_before(found[0] - 1)
        named = self.tags[found[0]] == t.NAME and self.words[found[0] - 1].lower in ("of", "de", "del")
        opens = wider is not None and wider[0] == 0 and self.tags[0] in (t.DET, t.POSS) and not named
        return (0, comma) if opens else found

    def whose(self, lo: int, hi: int) -> int:
        """Where "whose" stands in a subject, else `hi`: "the men whose papers"."""
        return next((i for i in range(lo, hi) if self.words[i].lower in self.known.owning), hi)
