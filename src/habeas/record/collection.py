"""The collection as the record reads it: settled claims with everything that stands behind them, indexed once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from habeas.model.claim import Claim
from habeas.model.entity import Entity
from habeas.model.finding import Check, Finding
from habeas.model.lineage import Lineage, Origin
from habeas.model.marks import EntityType
from habeas.model.pack import Pack, PackQuestion
from habeas.model.report import BlockKind, Report
from habeas.model.span import Span
from habeas.model.stretches import Stretches
from habeas.packs import lexicon
from habeas.packs.states import states
from habeas.packs.stems import content_roots
from habeas.reconcile import Settled
from habeas.reconcile.names import folded, name_key
from habeas.record.withholding import withholds

__all__ = ["Collection"]

T = TypeVar("T")

PEOPLE, STATE = "{people}", "{state}"
"""Stand among the words of a question for every people and every state that the reports name."""

COMMON = 2
"""A word in more questions than this does not say what a question is about."""


@dataclass(frozen=True, eq=False)
class Collection:
    """What every layout of the record looks at."""

    settled: Settled
    lineage: Lineage
    reports: tuple[Report, ...]
    pack: Pack

    @cached_property
    def claim(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {c.id: c for c in self.settled.claims}

    @cached_property
    def of_part(self) -> Mapping[str, Sequence[Claim]]:
        """Claims by part, in report and text order."""
        return _grouped((c.part or "", c) for c in self.settled.claims)

    @cached_property
    def of_doc(self) -> Mapping[str, Sequence[Claim]]:
        """Claims by report."""
        return _grouped((c.doc, c) for c in self.settled.claims)

    @cached_property
    def places(self) -> Mapping[str, Stretches]:
        """For each report where its claims stand, numbered as in `of_doc`."""
        return {
            doc: Stretches((c.span.start, c.span.end) for c in claims) for doc, claims in self.of_doc.items()
        }

    @cached_property
    def of_story(self) -> Mapping[int, Sequence[tuple[int, Claim]]]:
        """For each story its claims in report and text order, each with its place among all."""
        found: dict[int, list[tuple[int, Claim]]] = defaultdict(list)
        for place, claim in enumerate(self.settled.claims):
            if claim.doc in self.story:
                found[self.story[claim.doc]].append((place, claim))
        return found

    @cached_property
    def report(self) -> Mapping[str, Report]:
        """Reports by name."""
        return {r.doc: r for r in self.reports}

    @cached_property
    def finding_of(self) -> Mapping[str, Finding]:
        """For each claim the finding about its own subject and property."""
        found: dict[str, Finding] = {}
        for finding in self.settled.findings:
            for i in finding.claims:
                claim = self.claim.get(i)
                if claim is not None and claim.property == finding.property:
                    found.setdefault(i, finding)
        return found

    @cached_property
    def checks_of(self) -> Mapping[str, Sequence[Check]]:
        """Checks by the claims that they rest on."""
        return _grouped((i, k) for k in self.settled.checks for i in k.claims)

    @cached_property
    def label(self) -> Mapping[str, str]:
        """Property ids to what a reader calls them."""
        return {p.id: p.label for p in self.pack.properties}

    @cached_property
    def unit(self) -> Mapping[str, str]:
        """Property ids to what their numbers count."""
        return {p.id: p.unit for p in self.pack.properties if p.unit}

    @cached_property
    def story(self) -> Mapping[str, int]:
        """Reports that share a story, as reconciling told them apart."""
        return self.settled.story

    @cached_property
    def entity(self) -> Mapping[str, Entity]:
        """Entities by the keys of their names, where only one bears the name."""
        bearers: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.settled.entities:
            for key in {name_key(n) for n in (entity.name, *entity.aliases)}:
                bearers[key].append(entity)
        return {key: held[0] for key, held in bearers.items() if len(held) == 1 and key}

    @cached_property
    def main_of_type(self) -> Mapping[tuple[str, str], Entity]:
        """For each report and entity type the named entity that the report mentions most, if it clearly does."""
        counted: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
        for at, entity in enumerate(self.settled.entities):
            for form in entity.forms:
                counted[form.doc, entity.type][at] += len(form.spans)
        return {
            key: self.settled.entities[best[0][0]]
            for key, count in counted.items()
            if (best := count.most_common(2)) and (len(best) == 1 or best[0][1] > best[1][1])
        }

    @cached_property
    def places_of(self) -> Mapping[str, frozenset[str]]:
        """The places that the claims of each subject are set in."""
        found: dict[str, set[str]] = defaultdict(set)
        for claim in self.settled.claims:
            if claim.place:
                found[claim.subject].add(claim.place)
        return {name: frozenset(places) for name, places in found.items()}

    @cached_property
    def nouns(self) -> Mapping[str, frozenset[str]]:
        """The pack's common nouns for each entity type."""
        found: dict[str, set[str]] = defaultdict(set)
        for thing in self.pack.things:
            if thing.scope in ("", thing.entity):
                found[thing.entity].update(thing.nouns)
        return {entity: frozenset(nouns) for entity, nouns in found.items()}

    @cached_property
    def typed(self) -> Mapping[str, str]:
        """For each subject the type that most of its claims give it."""
        counted: dict[str, Counter[str]] = defaultdict(Counter)
        for claim in self.settled.claims:
            if claim.subject_type:
                counted[claim.subject][claim.subject_type] += 1
        return {name: count.most_common(1)[0][0] for name, count in counted.items()}

    @cached_property
    def bodies(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """For each place and organisation its name with each name that reports give it."""
        return {
            e.name: tuple((e.name, n) for n in (e.name, *e.aliases))
            for e in self.settled.entities
            if e.type in (EntityType.PLACE, EntityType.ORGANISATION)
        }

    @cached_property
    def states(self) -> Mapping[str, str]:
        """The places that reports name which are a state or its capital, by every name, to the state's name."""
        known = states()
        found: dict[str, str] = {}
        for entity in self.settled.entities:
            if entity.type is EntityType.PLACE:
                names = (entity.name, *entity.aliases)
                state = next((known[n] for n in names if n in known), None)
                if state is not None:
                    found.update(dict.fromkeys(names, state))
        return found

    @cached_property
    def people_nouns(self) -> frozenset[str]:
        """Nouns for people: those of the pack, those that describe, and the language's own."""
        described = (n for d in self.pack.descriptors for n in d.nouns)
        general = (n for code in ("en", "es") for n in lexicon(code, "voices")["persons"])
        return self.people | frozenset(described) | frozenset(general)

    @cached_property
    def people_named(self) -> Mapping[str, frozenset[str]]:
        """For each report the keys of the names of people in it."""
        found: dict[str, set[str]] = defaultdict(set)
        for entity in self.settled.entities:
            if entity.type is EntityType.PERSON:
                for form in entity.forms:
                    if form.named:
                        found[form.doc].add(name_key(form.text))
        return {doc: frozenset(keys) for doc, keys in found.items()}

    @cached_property
    def peoples(self) -> Mapping[str, Sequence[tuple[Span, str]]]:
        """For each report where it names a people by its country ("Iranians"), and the words."""
        found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for entity in self.settled.entities:
            if entity.type is EntityType.PLACE:
                for form in entity.forms:
                    bare = form.text.endswith("s") and " the " not in f" {form.text.lower()} "
                    if bare and not form.named and form.text[:1].isupper():
                        found[form.doc] += [(span, form.text) for span in form.spans]
        return {doc: tuple(sorted(named, key=lambda n: n[0].start)) for doc, named in found.items()}

    @cached_property
    def groups(self) -> Sequence[tuple[str, frozenset[str]]]:
        """The groups that reports name, with the folded forms of each name."""
        return tuple(
            (e.name, frozenset(folded(n).strip() for n in (e.name, *e.aliases)))
            for e in self.settled.entities
            if e.type is EntityType.GROUP
        )

    @cached_property
    def courts(self) -> frozenset[str]:
        """The keys of the names of courts in the reports."""
        return frozenset(
            name_key(n)
            for e in self.settled.entities
            if e.type is EntityType.COURT
            for n in (e.name, *e.aliases)
        )

    @cached_property
    def carriers(self) -> re.Pattern[str] | None:
        """The pack's nouns for what carries people from stage to stage, matched in folded words."""
        words = sorted({w for s in self.pack.stages for w in s.carriers}, key=lambda w: (-len(w), w))
        return (
            re.compile(rf" (?:{'|'.join(re.escape(folded(w).strip()) for w in words)})(?= )")
            if words
            else None
        )

    @cached_property
    def law(self) -> Mapping[str, str]:
        """Keys of the names of the pack's laws to their common name."""
        return {name_key(n): law.name for law in self.pack.laws for n in (law.name, *law.aliases)}

    @cached_property
    def questions(self) -> tuple[PackQuestion, ...]:
        """The pack's questions, `{people}` and `{state}` among their words standing for all that the reports name."""
        peoples = sorted({text for places in self.peoples.values() for _, text in places})
        named = {PEOPLE: peoples, STATE: sorted(self.states)}

        def spelt(words: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(w for word in words for w in named.get(word, (word,)))

        return tuple(replace(q, words=spelt(q.words), also=spelt(q.also)) for q in self.pack.questions)

    @cached_property
    def _asked(self) -> Counter[str]:
        """How many of the pack's questions each stem stands in."""
        return Counter(s for q in self.pack.questions for s in content_roots(q.question))

    def telling_of(self, question: str) -> frozenset[str]:
        """The roots of a question that few other questions share."""
        return frozenset(s for s in content_roots(question) if self._asked[s] <= COMMON)

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """Every paragraph of every report, folded; noise left out."""
        fold = folded.__wrapped__
        return tuple(
            fold(b.span.of(r.text)) for r in self.reports for b in r.blocks if b.kind is not BlockKind.NOISE
        )

    @cached_property
    def claimed_words(self) -> Mapping[str, str]:
        """For each report the folded words of all its claims."""
        return {doc: "".join(folded(c.quote) for c in claims) for doc, claims in self.of_doc.items()}

    @cached_property
    def properties(self) -> Mapping[str, frozenset[str]]:
        """For each property the ids of the claims of it."""
        found: dict[str, set[str]] = defaultdict(set)
        for claim in self.settled.claims:
            found[claim.property].add(claim.id)
        return {name: frozenset(ids) for name, ids in found.items()}

    @cached_property
    def people(self) -> frozenset[str]:
        """The nouns by which the pack calls the people it is about, in all languages."""
        return frozenset(n for t in self.pack.things if t.entity == "group" for n in t.nouns if len(n) > 3)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """A short title of each report: its outlet, else the start of its headline, else its file name."""
        return {doc: self._short(report) for doc, report in self.report.items()}

    @staticmethod
    def _short(report: Report) -> str:
        if report.outlet:
            return report.outlet.value
        if report.headline:
            words = " ".join(report.headline.value.split())
            return words if len(words) <= 48 else words[:46].rsplit(" ", 1)[0] + " …"
        first = next(
            (b.span.of(report.text) for b in report.blocks if b.kind is BlockKind.PARAGRAPH), report.doc
        )
        words = " ".join(first.split())
        return words if len(words) <= 44 else "“" + words[:42].rsplit(" ", 1)[0] + " …”"

    def title(self, doc: str) -> str:
        """A short title of one report."""
        return self.titles.get(doc, doc)

    @cached_property
    def withheld(self) -> tuple[Claim, ...]:
        """Claims which say that something was not disclosed."""
        return tuple(
            c for c in self.settled.claims
            if withholds(c, self.report[c.doc].language if c.doc in self.report else "en")
        )  # fmt: skip

    @cached_property
    def origin(self) -> Mapping[str, str]:
        """The origin of each report."""
        return {doc: o.id for o in self.lineage.origins for doc in o.docs}

    @cached_property
    def origins(self) -> Mapping[str, Origin]:
        """Origins by id."""
        return {o.id: o for o in self.lineage.origins}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each report in input order."""
        return {r.doc: n for n, r in enumerate(self.reports)}

    def parts_with(self, view: str) -> frozenset[str]:
        """The ids of the pack's parts that are laid out by `view`."""
        return frozenset(p.id for p in self.pack.parts if p.view == view)

    def docs(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """The reports behind some claims, in input order."""
        return tuple(sorted({c.doc for c in claims}, key=lambda d: self.order.get(d, 0)))


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
