"""Lineage as a picture: reports in the boxes of their origins, arcs for what joins them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.model.lineage import Evidence, Origin, Pair, Relation
from habeas.model.wording import number
from habeas.publish.catalogue import MOST_DRAWN, Catalogue, anchor, origins_in_order
from habeas.publish.site.sheet import Sheet, sliced
from habeas.publish.wording import shortened

__all__ = ["RELATION_WORDS", "lineage_sheets", "origins_sheets", "passage_anchor"]

RELATION_WORDS = {
    Relation.COPY: "Copy",
    Relation.REWRITE: "Rewrites of one original",
    Relation.INDEPENDENT: "Same event, independent",
    Relation.DIFFERENT: "Different event",
}
_DERIVED = (Relation.COPY, Relation.REWRITE)
_ORDER = tuple(Relation)

_MOST_STRANGERS = 500
"""Pairs about different events are listed only up to this many; beyond, they are in `lineage.json`."""

_REPORTS_LISTED = 60
"""The most reports of one origin that its row lists; each report's own page names its origin."""

_WIDTH, _NODE_X, _ROW, _GAP, _HEAD = 760, 190, 44, 18, 26


@dataclass(frozen=True, slots=True)
class _Node:
    y: float
    label: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class _Box:
    y: float
    height: float
    title: str
    nodes: tuple[_Node, ...]


@dataclass(frozen=True, slots=True)
class _Arc:
    path: str
    derived: bool
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class _Picture:
    width: int
    height: float
    node_x: int
    boxes: tuple[_Box, ...]
    arcs: tuple[_Arc, ...]
    left_out: int
    list_href: str


@dataclass(frozen=True, slots=True)
class _Side:
    label: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class _Passage:
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class _EvidenceView:
    type: str
    note: str
    measure: str
    passages: tuple[_Passage, ...]


@dataclass(frozen=True, slots=True)
class _PairView:
    anchor: str
    a: _Side
    b: _Side
    relation: str
    derived: bool
    evidence: tuple[_EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class _LineageView:
    picture: _Picture | None
    pairs: tuple[_PairView, ...]
    unlisted: int
    joined: int


def lineage_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of lineage: the picture on the first, then all pairs, derived ones first."""
    pairs = sorted(catalogue.dossier.lineage.pairs, key=lambda pair: _ORDER.index(pair.relation))
    listed = [pair for pair in pairs if pair.relation is not Relation.DIFFERENT]
    strangers = pairs[len(listed) :]
    shown = listed + strangers if len(strangers) <= _MOST_STRANGERS else listed
    joined = sum(pair.relation in _DERIVED for pair in pairs)
    pages = list(sliced("lineage", shown, 200))
    places = {(p.a, p.b): paging.path for paging, part in pages for p in part}
    for paging, part in pages:
        picture = _picture(listed, places, catalogue) if paging.page == 0 else None
        seen = catalogue.at(paging.root)
        views = tuple(_pair(pair, seen) for pair in part)
        view = _LineageView(picture, views, len(pairs) - len(shown), joined)
        yield Sheet(paging.path, "lineage", "Lineage", "lineage.html", view, paging)


@dataclass(frozen=True, slots=True)
class _OriginView:
    """An origin with its reports; `more` are not shown."""

    anchor: str
    id: str
    credit: str
    number: int
    reports: tuple[_Side, ...]
    more: int


def origins_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The list of origins, where the picture of lineage cannot show all reports."""
    if len(catalogue.reports) <= MOST_DRAWN:
        return
    for paging, part in sliced("origins", origins_in_order(catalogue.dossier)):
        seen = catalogue.at(paging.root)
        view = tuple(_origin(origin, seen) for origin in part)
        yield Sheet(paging.path, "lineage", "Origins", "origins.html", view, paging)


def _origin(origin: Origin, catalogue: Catalogue) -> _OriginView:
    sides = tuple(_side(doc, catalogue) for doc in origin.docs[:_REPORTS_LISTED])
    more = max(0, len(origin.docs) - _REPORTS_LISTED)
    name = anchor("origin", origin.id)
    return _OriginView(name, origin.id, origin.credit or "", len(origin.docs), sides, more)


def _anchor(pair: Pair, catalogue: Catalogue) -> str:
    return f"pair-{catalogue.labels[pair.a]}-{catalogue.labels[pair.b]}"


def _picture(pairs: Sequence[Pair], places: dict[tuple[str, str], str], catalogue: Catalogue) -> _Picture:
    """Origins from top to bottom, those with more reports first where not all can be drawn."""
    origins = list(catalogue.dossier.lineage.origins)
    if sum(len(origin.docs) for origin in origins) > MOST_DRAWN:
        origins = origins_in_order(catalogue.dossier)
    boxes: list[_Box] = []
    rows: dict[str, float] = {}
    y = 6.0
    for origin in origins:
        room = MOST_DRAWN - len(rows)
        if room <= 0:
            break
        nodes = []
        for n, doc in enumerate(origin.docs[:room]):
            rows[doc] = y + _HEAD + n * _ROW + _ROW / 2
            title = shortened(catalogue.title(doc), 66)
            nodes.append(_Node(rows[doc], catalogue.labels[doc], title, catalogue.report_href(doc)))
        height = _HEAD + len(nodes) * _ROW + 6
        credit = f", which credits {origin.credit}" if origin.credit else ""
        boxes.append(_Box(y, height, shortened(f"Origin {origin.id}{credit}", 90), tuple(nodes)))
        y += height + _GAP
    arcs = [_arc(pair, rows, places, catalogue) for pair in pairs if pair.a in rows and pair.b in rows]
    left_out = len(catalogue.dossier.reports) - len(rows)
    listed = "origins.html" if len(catalogue.reports) > MOST_DRAWN else "reports.html"
    return _Picture(_WIDTH, y, _NODE_X, tuple(boxes), tuple(arcs), left_out, listed)


def _arc(
    pair: Pair, rows: dict[str, float], places: dict[tuple[str, str], str], catalogue: Catalogue
) -> _Arc:
    y1, y2 = sorted((rows[pair.a], rows[pair.b]))
    x, reach = _NODE_X - 18, min(150.0, 30 + (y2 - y1) * 0.32)
    path = f"M{x} {y1} C{x - reach:.0f} {y1} {x - reach:.0f} {y2} {x} {y2}"
    names = f"{catalogue.labels[pair.a]} and {catalogue.labels[pair.b]}"
    title = f"{names}: {RELATION_WORDS[pair.relation].lower()}"
    return _Arc(
        path, pair.relation in _DERIVED, title, f"{places[pair.a, pair.b]}#{_anchor(pair, catalogue)}"
    )


def _pair(pair: Pair, catalogue: Catalogue) -> _PairView:
    return _PairView(
        anchor=_anchor(pair, catalogue),
        a=_side(pair.a, catalogue),
        b=_side(pair.b, catalogue),
        relation=RELATION_WORDS[pair.relation],
        derived=pair.relation in _DERIVED,
        evidence=tuple(_evidence(pair, ground, catalogue) for ground in pair.evidence[:12]),
    )


def _side(doc: str, catalogue: Catalogue) -> _Side:
    return _Side(catalogue.labels[doc], shortened(catalogue.title(doc), 90), catalogue.report_href(doc))


def _evidence(pair: Pair, ground: Evidence, catalogue: Catalogue) -> _EvidenceView:
    passages = []
    for doc, span in ((pair.a, ground.a), (pair.b, ground.b)):
        if span is not None:
            words = shortened(catalogue.reports[doc].quote(span), 160)
            passages.append(
                _Passage(f"{catalogue.report_href(doc)}#{passage_anchor(span.start, span.end)}", words)
            )
    measure = "" if ground.measure is None else number(round(ground.measure, 3))
    return _EvidenceView(ground.type.replace("_", " "), ground.note, measure, tuple(passages))


def passage_anchor(start: int, end: int) -> str:
    """The id of a passage of evidence in the page of its report."""
    return f"passage-{start}-{end}"
