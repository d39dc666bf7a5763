"""The case: everything that reconciling looks at, indexed once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from habeas.model.claim import Claim, Kind
from habeas.model.law import LegalStep
from habeas.model.lineage import Lineage
from habeas.model.marks import EntityType, Marks, Quantity
from habeas.model.pack import Pack
from habeas.model.report import Report
from habeas.model.stretches import Stretches
from habeas.packs.stems import root
from habeas.reconcile.entities import Directory
from habeas.reconcile.gathering import of_several
from habeas.reconcile.names import name_key
from habeas.reconcile.worded import Worded

__all__ = ["Case"]

FEW = 12
"""Reports of a small collection at most."""
LEADING = 4
"""Names that a report mentions most, by which it is known what it is about."""


@dataclass(frozen=True)
class Case:
    """Reports, marks and claims of one collection with what joins them. `claims` are in report, then text order;
    `story` is the number of each report's story."""

    reports: tuple[Report, ...]
    marks: tuple[Marks, ...]
    claims: tuple[Claim, ...]
    lineage: Lineage
    directory: Directory
    pack: Pack
    story: Mapping[str, int]

    @cached_property
    def report(self) -> Mapping[str, Report]:
        """Reports by name."""
        return {r.doc: r for r in self.reports}

    @cached_property
    def marked(self) -> Mapping[str, Marks]:
        """Marks by report."""
        return {m.doc: m for m in self.marks}

    @cached_property
    def claim(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {c.id: c for c in self.claims}

    @cached_property
    def of_doc(self) -> Mapping[str, Sequence[Claim]]:
        """Claims by report."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[claim.doc].append(claim)
        return found

    @cached_property
    def places(self) -> Mapping[str, Stretches]:
        """For each report where its claims stand, numbered as in `of_doc`."""
        return {
            doc: Stretches((c.span.start, c.span.end) for c in claims) for doc, claims in self.of_doc.items()
        }

    @cached_property
    def quantity_of(self) -> Mapping[str, Quantity]:
        """The mark behind each quantity claim, by claim id."""
        return dict(_matched(self))

    def noun(self, claim: Claim) -> str:
        """The noun that a number counts, by its root; empty where it has none."""
        mark = self.quantity_of.get(claim.id)
        noun = mark.noun.of(self.report[claim.doc].text) if mark and mark.noun else ""
        return root(noun.split()[-1].lower()) if noun else ""

    @cached_property
    def given(self) -> frozenset[tuple[str, str, str | None, float]]:
        """Which report gives which number of which property and unit."""
        return frozenset(
            (c.doc, c.property, c.unit, float(c.value))
            for c in self.claims
            if c.kind is Kind.QUANTITY and isinstance(c.value, int | float)
        )

    @cached_property
    def giving(self) -> Mapping[tuple[str, float], Sequence[Claim]]:
        """The claims of each report that give a number."""
        found: dict[tuple[str, float], list[Claim]] = defaultdict(list)
        for claim in self.claims:
            if claim.kind is Kind.QUANTITY and isinstance(claim.value, int | float):
                found[claim.doc, float(claim.value)].append(claim)
        return found

    @cached_property
    def in_story(self) -> Mapping[tuple[int, float], Sequence[Claim]]:
        """The claims of each story that give a number, in order of their reports."""
        found: dict[tuple[int, float], list[Claim]] = defaultdict(list)
        for (doc, value), claims in self.giving.items():
            found[self.story[doc], value].extend(claims)
        return found

    @cached_property
    def held_by_places(self) -> frozenset[str]:
        """The properties of a place that have one right answer and count people: how many it holds."""
        return frozenset(
            p.id
            for p in self.pack.properties
            if p.functional and p.on == ("facility",) and p.unit == "people"
        )

    @cached_property
    def only_site(self) -> Mapping[str, frozenset[str]]:
        """The one building that a report tells of, by its name key, or where it names none the one that most reports of its
        story tell of; reports that tell of more are left out, and of none that their story is about."""
        held: dict[str, set[str]] = defaultdict(set)
        for (doc, _), place in self.directory.of_report.items():
            entity = self.directory.entities[place]
            if entity.type is EntityType.FACILITY:
                held[doc].add(name_key(entity.name))
        found = {doc: frozenset(names) for doc, names in held.items() if len(names) == 1}
        for docs in self.stories:
            counted = Counter(name for doc in docs for name in held.get(doc, ()))
            main = frozenset(name for name, count in counted.items() if 2 * count > len(docs))
            if len(main) == 1:
                found |= {doc: main for doc in docs if doc not in held}
        return found

    @property
    def is_small(self) -> bool:
        """Whether the reports are few: who lays a few side by side has one story in mind."""
        return len(self.reports) <= FEW

    @cached_property
    def leading(self) -> Mapping[str, frozenset[int]]:
        """The names that each report mentions most, by their places among the entities, with those mentioned as often: what
        it is about."""
        found: dict[str, frozenset[int]] = {}
        for doc, marks in self.marked.items():
            places = (self.directory.of_report.get((doc, m.entity)) for m in marks.mentions)
            told = Counter(place for place in places if place is not None)
            least = min(sorted(told.values(), reverse=True)[:LEADING], default=1)
            found[doc] = frozenset(place for place, count in told.items() if count >= least)
        return found

    @cached_property
    def origin(self) -> Mapping[str, str]:
        """The origin of each report."""
        return {doc: origin.id for origin in self.lineage.origins for doc in origin.docs}

    @cached_property
    def steps(self) -> tuple[LegalStep, ...]:
        """The course of law that the claims tell."""
        from habeas.reconcile.legal import legal_steps

        languages = {r.doc: r.language for r in self.reports}
        return legal_steps(self.claims, languages, self.story, self.pack)

    @cached_property
    def stories(self) -> Sequence[frozenset[str]]:
        """The reports of each story, in order of their first report."""
        found: dict[int, set[str]] = defaultdict(set)
        for doc, number in self.story.items():
            found[number].add(doc)
        return [frozenset(docs) for docs in found.values()]

    @cached_property
    def told(self) -> dict[str, str | None]:
        """What happened to those that a claim counts, by claim id, as far as it was looked up (`telling.told_of`)."""
        return {}

    @cached_property
    def nations(self) -> dict[str, str | None]:
        """Whose people a claim counts, by claim id, as far as it was looked up (`nations.nation_of`)."""
        return {}

    @cached_property
    def worded(self) -> Worded:
        """The claims by the words that they hold."""
        return Worded(self.claims)

    @cached_property
    def authorised(self) -> frozenset[str]:
        """Frames of acts that need an authority: those with a place for it."""
        return frozenset(f.id for f in self.pack.frames if any(s.startswith("authority:") for s in f.slots))

    def told_by_story(self, claims: Iterable[Claim], *, several: bool = True) -> Sequence[Sequence[Claim]]:
        """Some claims split by story, in order of the stories' first reports; a story without any is left out, and with
        `several` one of which a single report makes some."""
        found: dict[int, list[Claim]] = defaultdict(list)
        for claim in claims:
            found[self.story[claim.doc]].append(claim)
        told = (found[number] for number in self._story_order if number in found)
        return [claims for claims in told if not several or of_several(claims)]

    @cached_property
    def _story_order(self) -> Sequence[int]:
        return list(dict.fromkeys(self.story.values()))

    @cached_property
    def _origin_order(self) -> Mapping[str, int]:
        return {origin.id: number for number, origin in enumerate(self.lineage.origins)}

    @cached_property
    def place(self) -> Mapping[str, int]:
        """The place of each report among all."""
        return {report.doc: number for number, report in enumerate(self.reports)}

    def origins(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """The origins behind some claims, in order."""
        return tuple(sorted({self.origin[c.doc] for c in claims}, key=self._origin_order.__getitem__))

    def docs(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """The reports behind some claims, in input order."""
        return tuple(sorted({c.doc for c in claims}, key=self.place.__getitem__))


def _matched(case: Case) -> Iterable[tuple[str, Quantity]]:
    for doc, claims in case.of_doc.items():
        marks = case.marked[doc].quantities
        places = Stretches((mark.number.start, mark.number.end) for mark in marks)
        taken: set[int] = set()
        for claim in claims:
            if claim.kind is not Kind.QUANTITY:
                continue
            for index in places.touching(claim.span.start, claim.span.end):
                if index not in taken and marks[index].value == claim.value:
                    taken.add(index)
                    yield claim.id, marks[index]
                    break
