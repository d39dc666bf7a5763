"""The reading view: a report's own text with its claims marked, and in the margin what was made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from habeas.model.claim import Claim, Unclaimed
from habeas.model.dossier import Dossier
from habeas.model.entity import Form
from habeas.model.lineage import Pair, Relation
from habeas.model.report import Block, BlockKind, Fact, Report
from habeas.model.span import Span
from habeas.publish.catalogue import Catalogue, anchor
from habeas.publish.site.claims import FindingLink, finding_links
from habeas.publish.site.entities import form_anchor
from habeas.publish.site.lineage import RELATION_WORDS, passage_anchor
from habeas.publish.site.sheet import Sheet
from habeas.publish.site.unclaimed import leftover_anchor
from habeas.publish.site.weaving import Highlight, woven
from habeas.publish.wording import answer, shortened, voice, when

__all__ = ["reading_sheets"]

_RELATIVES = 20
_TAGS = {
    BlockKind.HEADLINE: "h2",
    BlockKind.DECK: "deck",
    BlockKind.HEADING: "h3",
    BlockKind.LIST_ITEM: "item",
}


@dataclass(frozen=True, slots=True)
class _Note:
    """A claim in the margin."""

    jump: str
    kind: str
    about: str
    answer: str
    voice: str
    reader: str
    claim_href: str
    findings: tuple[FindingLink, ...]


@dataclass(frozen=True, slots=True)
class _BlockView:
    tag: str
    noise: str
    html: Markup
    notes: tuple[_Note, ...]


@dataclass(frozen=True, slots=True)
class _FactView:
    label: str
    value: str
    basis: str


@dataclass(frozen=True, slots=True)
class _Relative:
    relation: str
    derived: bool
    label: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class ReadingView:
    """A report as its page shows it."""

    label: str
    doc: str
    sha256: str
    headline: str
    facts: tuple[_FactView, ...]
    origin: str
    origin_href: str
    fellows: int
    relatives: tuple[_Relative, ...]
    language: str
    claims: int
    leftovers: int
    proposed: int
    notes: tuple[str, ...]
    source_href: str
    blocks: tuple[_BlockView, ...]
    before: str
    after: str


def reading_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """One page for each report."""
    known = _linked(catalogue.dossier)
    docs = [report.doc for report in catalogue.dossier.reports]
    for n, report in enumerate(catalogue.dossier.reports):
        path = catalogue.at("").report_href(report.doc)
        seen = catalogue.at("../" * path.count("/"))
        before = seen.report_href(docs[n - 1]) if n else ""
        after = seen.report_href(docs[n + 1]) if n + 1 < len(docs) else ""
        view = _view(report, known, seen, before, after)
        yield Sheet(path, "reports", view.headline, "reading.html", view)


@dataclass(frozen=True, slots=True)
class _Linked:
    """What some page links to, beside claims, by report: left-overs, names, passages of evidence, related reports."""

    left: Mapping[str, list[Unclaimed]]
    forms: Mapping[str, list[Form]]
    passages: Mapping[str, list[Span]]
    pairs: Mapping[str, list[Pair]]


def _linked(dossier: Dossier) -> _Linked:
    left: dict[str, list[Unclaimed]] = defaultdict(list)
    for one in dossier.unclaimed:
        left[one.doc].append(one)
    forms: dict[str, list[Form]] = defaultdict(list)
    for form in (form for entity in dossier.entities for form in entity.forms if form.spans):
        forms[form.doc].append(form)
    passages: dict[str, list[Span]] = defaultdict(list)
    pairs: dict[str, list[Pair]] = defaultdict(list)
    for pair in dossier.lineage.pairs:
        if pair.relation is not Relation.DIFFERENT:
            pairs[pair.a].append(pair)
            pairs[pair.b].append(pair)
        elif len(dossier.lineage.pairs) > 500:
            continue
        for doc, span in ((p, s) for e in pair.evidence[:12] for p, s in ((pair.a, e.a), (pair.b, e.b)) if s):
            passages[doc].append(span)
    return _Linked(left, forms, passages, pairs)


def _highlights(doc: str, known: _Linked, catalogue: Catalogue) -> list[Highlight]:
    """Everything in a report that some page links to."""
    found = []
    for claim in catalogue.claims_of.get(doc, ()):
        title = shortened(f"{claim.kind.value}: {claim.subject}: {claim.property}: {answer(claim)}", 120)
        style = f"claim {claim.kind.value}" + (" proposed" if claim.reader else "")
        found.append(Highlight(claim.span, anchor("claim", claim.id), style, title))
    for left in known.left.get(doc, ()):
        title = shortened(f"not understood: {left.reason}", 120)
        found.append(Highlight(left.span, leftover_anchor(left), "leftover", title))
    for form in known.forms.get(doc, ()):
        found.append(Highlight(form.spans[0], form_anchor(form), "name"))
    for span in known.passages.get(doc, ()):
        found.append(Highlight(span, passage_anchor(span.start, span.end), "passage"))
    return _distinct(found)


def _distinct(highlights: Sequence[Highlight]) -> list[Highlight]:
    return list(
        {
            highlight.anchor: highlight
            for highlight in highlights
            if highlight.span.end > highlight.span.start
        }.values()
    )


def _relative(pair: Pair, other: str, catalogue: Catalogue) -> _Relative:
    return _Relative(
        RELATION_WORDS[pair.relation],
        pair.relation in (Relation.COPY, Relation.REWRITE),
        catalogue.labels[other],
        shortened(catalogue.title(other), 70),
        catalogue.report_href(other),
    )


def _view(report: Report, known: _Linked, catalogue: Catalogue, before: str, after: str) -> ReadingView:
    origin = catalogue.origin_of.get(report.doc, "")
    claims = catalogue.claims_of.get(report.doc, ())
    highlights = _highlights(report.doc, known, catalogue)
    related = known.pairs.get(report.doc, [])[:_RELATIVES]
    return ReadingView(
        label=catalogue.labels[report.doc],
        doc=report.doc,
        sha256=report.sha256,
        headline=shortened(catalogue.title(report.doc), 200),
        facts=_facts(report),
        origin=origin,
        origin_href=catalogue.origin_href(origin) if origin else "",
        fellows=len(catalogue.origins[origin].docs) if origin else 1,
        relatives=tuple(
            _relative(pair, pair.b if pair.a == report.doc else pair.a, catalogue) for pair in related
        ),
        language=report.language,
        claims=len(claims),
        leftovers=sum(highlight.style == "leftover" for highlight in highlights),
        proposed=sum(claim.reader is not None for claim in claims),
        notes=report.notes,
        source_href=f"{catalogue.root}sources/{catalogue.slugs[report.doc]}.txt",
        blocks=tuple(_blocks(report, claims, highlights, catalogue)),
        before=before,
        after=after,
    )


def _facts(report: Report) -> tuple[_FactView, ...]:
    known: tuple[tuple[str, Fact | None], ...] = (
        ("Outlet", report.outlet),
        ("Byline", report.byline),
        ("Published", report.published),
    )
    facts = [
        _FactView(
            label, when(fact.value) if label == "Published" else fact.value, fact.basis.replace("_", " ")
        )
        for label, fact in known
        if fact
    ]
    return tuple(facts)


def _blocks(
    report: Report, claims: Sequence[Claim], highlights: Sequence[Highlight], catalogue: Catalogue
) -> Iterator[_BlockView]:
    """Each block with the marks that touch it and the notes of the claims that begin in it."""
    blocks = report.blocks or (Block(Span(0, len(report.text)), BlockKind.PARAGRAPH),)
    ordered = sorted(highlights, key=lambda highlight: highlight.span)
    starting = sorted(claims, key=lambda claim: claim.span)
    done: set[str] = set()
    first = at = 0
    carried: list[Highlight] = []
    for n, block in enumerate(blocks):
        end = block.span.end if n + 1 < len(blocks) else len(report.text)
        while first < len(ordered) and ordered[first].span.start < end:
            carried.append(ordered[first])
            first += 1
        here = []
        while at < len(starting) and starting[at].span.start < end:
            here.append(starting[at])
            at += 1
        html = woven(report.text, block.span, carried, done)
        carried = [highlight for highlight in carried if highlight.span.end > end]
        noise = block.noise.value.replace("_", " ") if block.noise else ""
        notes = tuple(_note(claim, catalogue) for claim in here)
        yield _BlockView("noise" if noise else _TAGS.get(block.kind, "p"), noise, html, notes)


def _note(claim: Claim, catalogue: Catalogue) -> _Note:
    return _Note(
        jump="#" + anchor("claim", claim.id),
        kind=claim.kind.value,
        about=shortened(f"{claim.subject}: {claim.property.replace('_', ' ')}", 70),
        answer=shortened(answer(claim), 70),
        voice=shortened(voice(claim), 70),
        reader=claim.reader or "",
        claim_href=catalogue.claim_href(claim),
        findings=finding_links(claim, catalogue)[:2],
    )
