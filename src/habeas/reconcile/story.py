"""Which reports tell of the same things. Of a few reports a shared place of detention, law or court says more than a shared
name, and reports that name one town tell one story where they open alike; many reports are compared word by word."""

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
from habeas.reconcile.likeness import likenesses
from habeas.reconcile.linkage import linked
from habeas.reconcile.names import name_key

__all__ = ["story_of"]

FOLDER = 12
"""Reports of a small collection: who lays a few reports side by side has one story in mind."""

APART = 120
"""Days between two reports beyond which shared names or words alone do not make them one story."""

ONE_EVENT = 500
"""How alike reports of a larger collection are at least that seem to tell of one event, in thousandths."""

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

NEWS = 21
"""Days between two reports of one piece of news: beyond them another may have happened in the same town."""

OPENING = 2
"""Blocks of a report, its headline among them, in which it says what it is about."""

LONGEST = 600
"""Characters of it at most."""

TITLED = 3
"""Words besides the town that the headlines of two reports of one piece of news share, if their first words do not."""

FEW_WORDS = 3
"""Words of their openings that two reports share which open with one country, however long the story runs."""

SEVERAL = 3
"""Reports of one story from which others belong to the story, however many days apart."""

ALIKE, CLOSER, LEAST = 0.34, 0.22, 4
"""Share of the shorter opening's words that two reports of one piece of news share, the share where they name one person
besides, and the least number of those words."""

Pair = tuple[str, str]


def story_of(
    reports: Sequence[Report],
    entities: Sequence[Entity],
    derived: Sequence[Pair] = (),
    of_one_event: Sequence[Pair] = (),
) -> Mapping[str, int]:
    """The number of each report's story, in the order of first reports; `derived` are pairs of one original, `of_one_event`
    pairs that seem to tell of one event. Reports of a small collection are joined by any link, those of a larger one as far
    as they hang together."""
    grouped = _of_few if len(reports) <= FOLDER else _of_many
    groups = grouped(reports, entities, derived, of_one_event)
    return {doc: number for number, docs in enumerate(groups) for doc in docs}


def _of_many(
    reports: Sequence[Report],
    entities: Sequence[Entity],
    derived: Sequence[Pair],
    of_one_event: Sequence[Pair],
) -> Iterator[Sequence[str]]:
    """Reports that are alike on average."""
    place = {report.doc: number for number, report in enumerate(reports)}
    days = [r.published_date for r in reports]
    alike = likenesses(reports, entities)
    alike = {pair: like for pair, like in alike.items() if _near(days[pair[0]], days[pair[1]])}
    for one, other in of_one_event:
        pair = min(place[one], place[other]), max(place[one], place[other])
        alike[pair] = max(ONE_EVENT, alike.get(pair, 0))
    sure = [(place[one], place[other]) for one, other in derived]
    for group in linked(len(reports), sure, alike):
        yield [reports[number].doc for number in group]


def _of_few(
    reports: Sequence[Report],
    entities: Sequence[Entity],
    derived: Sequence[Pair],
    of_one_event: Sequence[Pair],
) -> Sequence[Sequence[str]]:
    """Reports that share named things, or open alike."""
    shared: Counter[Pair] = Counter()
    for weight, holders in _holders(entities):
        for pair in combinations(holders, 2):
            shared[pair] += weight
    days = {r.doc: r.published_date for r in reports}
    docs = [r.doc for r in reports]
    enough = [*derived, *_joined(shared, days), *of_one_event, *_of_one_news(reports, entities, days)]
    groups = joined(docs, enough)
    if len(groups) < 2:
        return groups
    late = [*_stragglers(groups, shared), *_told_alike(groups, reports, entities, days)]
    return joined(docs, [*enough, *late])


def _main(groups: Sequence[Sequence[str]]) -> frozenset[str]:
    """The reports of the one story that most of a small collection tell, if there is one."""
    main = max(groups, key=len)
    return frozenset(main if len(main) >= SEVERAL and 2 * len(main) > sum(map(len, groups)) else ())


def _stragglers(groups: Sequence[Sequence[str]], shared: Mapping[Pair, int]) -> Iterator[Pair]:
    """Reports of another time than the one story that most of the collection tells, with those of that story that share
    enough names with them."""
    main = _main(groups)
    yield from (pair for pair, weight in shared.items() if weight >= ENOUGH and main & set(pair))


def _told_alike(
    groups: Sequence[Sequence[str]],
    reports: Sequence[Report],
    entities: Sequence[Entity],
    days: Mapping[str, date | None],
) -> Iterator[Pair]:
    """Reports of about the time of the one story that most of the collection tells, which name three of its places or people and open
    with some of its words, or name one of its towns and open with more of them."""
    main = _main(groups)
    openings = _Openings({r.doc: r for r in reports}, entities)
    told = frozenset(word for doc in main for word in openings.of(doc))
    for doc in (r.doc for r in reports if main and r.doc not in main):
        first = min((d for d in main if _near(days[doc], days[d], NEWS)), default=None)
        names = [e for e in entities if {f.doc for f in e.forms if f.named} >= {doc} and _is_of(e, main)]
        towns = [e for e in names if e.type is EntityType.PLACE and states().get(e.name) != e.name]
        words = len(told & openings.of(doc))
        alike = (len(names) >= ENOUGH and words >= OPENING) or (towns and words >= LEAST)
        if first is not None and alike:
            yield first, doc


def _is_of(entity: Entity, docs: frozenset[str]) -> bool:
    """Whether some reports name a thing that is no outlet."""
    return entity.type is not EntityType.MEDIUM and any(f.named and f.doc in docs for f in entity.forms)


def _joined(shared: Mapping[Pair, int], days: Mapping[str, date | None]) -> Iterator[Pair]:
    return (
        pair for pair, weight in shared.items() if weight >= ENOUGH and _near(days[pair[0]], days[pair[1]])
    )


def _near(first: date | None, second: date | None, apart: int = APART) -> bool:
    return first is None or second is None or abs((first - second).days) <= apart


def _of_one_news(
    reports: Sequence[Report], entities: Sequence[Entity], days: Mapping[str, date | None]
) -> Iterator[Pair]:
    """Pairs of reports of about one day that name one building in their first words; or one town, or one town and one person,
    and open with the same words; and of reports, however far apart, that name one country in their first words and share
    words of their openings."""
    openings = _Openings({r.doc: r for r in reports}, entities)
    known: dict[Pair, set[EntityType]] = defaultdict(set)
    for kind, docs in _telling_names(entities, openings):
        for pair in combinations(docs, 2):
            known[pair].add(kind)
    for pair, named in known.items():
        one, other = openings.of(pair[0]), openings.of(pair[1])
        if EntityType.ORGANISATION in named and len(one & other) >= FEW_WORDS:
            yield pair
            continue
        if not _near(days[pair[0]], days[pair[1]], NEWS) or named == {EntityType.PERSON}:
            continue
        if EntityType.FACILITY in named:
            yield pair
            continue
        share = CLOSER if {EntityType.PERSON, EntityType.PLACE} <= named else ALIKE
        alike = len(one & other) >= max(LEAST, share * min(len(one), len(other)))
        if alike or len(openings.headline(pair[0]) & openings.headline(pair[1])) >= TITLED:
            yield pair


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
        docs = sorted({f.doc for f in entity.forms if f.named and (not first or openings.hold(f))})
        if len(docs) > 1:
            yield kind, docs


class _Openings:
    """The words that reports open with, each looked up once, names of places left out."""

    def __init__(self, reports: Mapping[str, Report], entities: Sequence[Entity]) -> None:
        called = (name for e in entities if e.type is EntityType.PLACE for name in (e.name, *e.aliases))
        self._places = frozenset(root for name in called for root in content_roots(name))
        self._reports = reports
        self._known: dict[str, frozenset[str]] = {}
        self._titles: dict[str, frozenset[str]] = {}

    def hold(self, form: Form) -> bool:
        """Whether a report's first words hold a name."""
        report = self._reports.get(form.doc)
        told = [b for b in report.blocks if b.kind is not BlockKind.NOISE][:OPENING] if report else []
        return bool(told) and any(span.start < told[-1].span.end for span in form.spans)

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
    return [(weights[n], sorted(docs)) for n, docs in holders.items() if len(docs) > 1]
