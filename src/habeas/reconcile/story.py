"""Which reports tell of the same things: a shared place of detention, law or court says more than a shared name, and
reports that name one town tell one story where they open alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from habeas.model.entity import Entity, Form
from habeas.model.joining import joined
from habeas.model.marks import EntityType
from habeas.model.report import BlockKind, Report
from habeas.packs.places import is_known_place
from habeas.packs.states import states
from habeas.packs.stems import content_roots
from habeas.reconcile.likeness import Likeness
from habeas.reconcile.linkage import linked
from habeas.reconcile.names import name_key

__all__ = ["story_of"]

_WEIGHT = {
    EntityType.FACILITY: 2,
    EntityType.LAW: 2,
    EntityType.COURT: 1,
    EntityType.GROUP: 1,
    EntityType.ORGANISATION: 1,
    EntityType.PERSON: 1,
}
SMALL_PLACE = 2
"""The weight of a place that the gazetteer does not know: of a village that two reports name they tell one story."""

ENOUGH = 3
"""Weight of shared named things from which two reports tell one story: a place and a name, or three names."""

WORDED = (0.25, 0.15)
"""In a larger collection words make up for names: how alike those are at least that share names of weight 1 and 2."""

CROWD = 60
"""A thing named in more reports than this says nothing about a story."""

APART = 120
"""Days between two reports beyond which shared names alone do not make them one story."""

NEWS = 21
"""Days between two reports of one piece of news: beyond them another may have happened in the same town."""

OPENING = 2
"""Blocks of a report, its headline among them, in which it says what it is about."""

LONGEST = 600
"""Characters of it at most."""

TITLED = 3
"""Words besides the town that the headlines of two reports of one piece of news share, if their first words do not."""

FOLDER, FEW_WORDS = 12, 3
"""Reports of a small collection, and words of the openings that two of them share which are of its one story."""

SEVERAL = 3
"""Reports of one story in a small collection from which others of it belong to the story, however many days apart."""

ALIKE, CLOSER, LEAST = 0.34, 0.22, 4
"""Share of the shorter opening's words that two reports of one piece of news share, the share where they name one person
besides or one country in their headlines, and the least number of those words."""


def story_of(
    reports: Sequence[Report],
    entities: Sequence[Entity],
    derived: Sequence[tuple[str, str]] = (),
    of_one_event: Sequence[tuple[str, str]] = (),
) -> Mapping[str, int]:
    """The number of each report's story, in the order of first reports; `derived` are pairs of one original, `of_one_event`
    pairs that seem to tell of one event. Reports of a small collection are joined by any link, those of a larger one as far
    as they hang together."""
    shared: Counter[tuple[str, str]] = Counter()
    for weight, docs in _holders(entities):
        for i, doc in enumerate(docs):
            for other in docs[i + 1 :]:
                shared[doc, other] += weight
    days = {r.doc: r.published_date for r in reports}
    docs = [r.doc for r in reports]
    news = [*of_one_event, *_of_one_news(reports, entities, days)]
    if len(reports) > FOLDER:
        links = _alike(shared, days, Likeness(reports))
        for one, other in news:
            links[min(one, other), max(one, other)] += ENOUGH
        groups = linked(docs, derived, links)
    else:
        enough = [*derived, *_joined(shared, days), *news]
        groups = joined(docs, enough)
        if len(groups) > 1:
            groups = joined(docs, [*enough, *_stragglers(groups, shared)])
    return {doc: number for number, docs in enumerate(groups) for doc in docs}


def _alike(
    shared: Mapping[tuple[str, str], int], days: Mapping[str, date | None], likeness: Likeness
) -> Counter[tuple[str, str]]:
    """The pairs that share names enough, or fewer names and as many words more, with the weight of the names."""
    links: Counter[tuple[str, str]] = Counter()
    for pair, weight in shared.items():
        enough = weight >= ENOUGH or likeness.of(*pair) >= WORDED[weight - 1]
        if enough and _near(days[pair[0]], days[pair[1]]):
            links[pair] = weight
    return links


def _stragglers(
    groups: Sequence[Sequence[str]], shared: Mapping[tuple[str, str], int]
) -> Iterator[tuple[str, str]]:
    """Reports of another time than the one story that most of a small collection tells, with those of that story that
    share enough names with them."""
    main = {*sorted(groups, key=len)[-1]}
    if len(main) >= SEVERAL and 2 * len(main) > sum(map(len, groups)):
        yield from (pair for pair, weight in shared.items() if weight >= ENOUGH and main & set(pair))


def _joined(
    shared: Mapping[tuple[str, str], int], days: Mapping[str, date | None]
) -> Iterator[tuple[str, str]]:
    return (
        pair for pair, weight in shared.items() if weight >= ENOUGH and _near(days[pair[0]], days[pair[1]])
    )


def _near(first: date | None, second: date | None, apart: int = APART) -> bool:
    return first is None or second is None or abs((first - second).days) <= apart


def _of_one_news(
    reports: Sequence[Report], entities: Sequence[Entity], days: Mapping[str, date | None]
) -> Iterator[tuple[str, str]]:
    """Pairs of reports of about one day that name one building in their first words; or one town, or one town and one person,
    and open with the same words; and of reports that name one country in their headlines and open so."""
    openings = _Openings({r.doc: r for r in reports}, entities)
    few = len(reports) <= FOLDER
    known: dict[tuple[str, str], set[EntityType]] = defaultdict(set)
    for kind, docs in _telling_names(entities, openings):
        for pair in combinations(docs, 2):
            known[pair].add(kind)
    for pair, named in known.items():
        if few and EntityType.ORGANISATION in named and _share_news(*pair, openings):
            yield pair
            continue
        if not _near(days[pair[0]], days[pair[1]], NEWS) or named == {EntityType.PERSON}:
            continue
        if EntityType.FACILITY in named:
            yield pair
            continue
        one, other = openings.of(pair[0]), openings.of(pair[1])
        told = {EntityType.PERSON, EntityType.PLACE} <= named or EntityType.ORGANISATION in named
        share = CLOSER if told else ALIKE
        alike = len(one & other) >= max(LEAST, share * min(len(one), len(other)))
        if alike or len(openings.headline(pair[0]) & openings.headline(pair[1])) >= TITLED:
            yield pair


def _share_news(one: str, other: str, openings: _Openings) -> bool:
    """Whether two of a few reports that open with one country share words of their openings: who lays a few reports side by
    side has one story in mind, however long it runs."""
    return len(openings.of(one) & openings.of(other)) >= FEW_WORDS


def _telling_names(entities: Sequence[Entity], openings: _Openings) -> Iterator[tuple[EntityType, list[str]]]:
    """The reports that name each town and each person, and those whose first words name each building or, as the country
    whose government acts or that is acted in, each country."""
    countries = states()
    for entity in entities:
        kind = entity.type
        if kind is EntityType.PLACE and countries.get(entity.name) == entity.name:
            kind = EntityType.ORGANISATION
        elif kind not in (EntityType.PLACE, EntityType.PERSON, EntityType.FACILITY):
            continue
        first = kind in (EntityType.FACILITY, EntityType.ORGANISATION)
        docs = sorted({f.doc for f in entity.forms if f.named and (not first or openings.hold(f, kind))})
        if 1 < len(docs) <= CROWD:
            yield kind, docs


class _Openings:
    """The words that reports open with, each looked up once, names of places left out."""

    def __init__(self, reports: Mapping[str, Report], entities: Sequence[Entity]) -> None:
        called = (name for e in entities if e.type is EntityType.PLACE for name in (e.name, *e.aliases))
        self._places = frozenset(root for name in called for root in content_roots(name))
        self._reports = reports
        self._known: dict[str, frozenset[str]] = {}
        self._titles: dict[str, frozenset[str]] = {}

    def hold(self, form: Form, kind: EntityType) -> bool:
        """Whether a report's first words hold a name, or its headline does where it is of a country and there are many."""
        report = self._reports.get(form.doc)
        if report is None:
            return False
        blocks = [b for b in report.blocks if b.kind is not BlockKind.NOISE]
        headline = kind is EntityType.ORGANISATION and len(self._reports) > FOLDER
        last = blocks[0 if headline else min(OPENING, len(blocks)) - 1] if blocks else None
        return last is not None and any(span.start < last.span.end for span in form.spans)

    def headline(self, doc: str) -> frozenset[str]:
        """The roots of a report's headline."""
        if doc not in self._titles:
            report = self._reports[doc]
            told = " ".join(b.span.of(report.text) for b in report.blocks if b.kind is BlockKind.HEADLINE)
            self._titles[doc] = _worded(told, report) - self._places
        return self._titles[doc]

    def of(self, doc: str) -> frozenset[str]:
        """The roots of a report's first words."""
        if doc not in self._known:
            self._known[doc] = _opening(self._reports[doc]) - self._places
        return self._known[doc]


def _opening(report: Report) -> frozenset[str]:
    """The roots of the words that a report opens with, figures left out."""
    told = [b.span.of(report.text) for b in report.blocks if b.kind is not BlockKind.NOISE][:OPENING]
    return _worded(" ".join(told)[:LONGEST], report)


def _worded(told: str, report: Report) -> frozenset[str]:
    return frozenset(r for r in content_roots(told, report.language) if not r[0].isdigit())


def _is_small_place(entity: Entity) -> bool:
    """Whether a name is of a village or the like, or of a thing of no known kind."""
    return entity.type in (EntityType.PLACE, EntityType.OTHER) and not any(
        is_known_place(name) for name in (entity.name, *entity.aliases)
    )


def _holders(entities: Sequence[Entity]) -> list[tuple[int, list[str]]]:
    """For each telling name its weight and the reports that hold it: one name is one thing, of whatever kind each report
    takes it to be."""
    weights: dict[str, int] = {}
    holders: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        weight = _WEIGHT.get(entity.type, 0) or (SMALL_PLACE if _is_small_place(entity) else 0)
        if weight:
            name = name_key(entity.name)
            weights[name] = max(weight, weights.get(name, 0))
            holders[name].update(f.doc for f in entity.forms if f.named)
    return [(weights[n], sorted(docs)) for n, docs in holders.items() if 1 < len(docs) <= CROWD]
