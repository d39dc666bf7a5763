"""Reports and their origins: outlet, day, credits, derivation, and how each report names the same people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.lineage import Relation
from habeas.model.marks import EntityType
from habeas.model.pack import Descriptor
from habeas.model.record import Cell, Entry, Matrix, Row
from habeas.reconcile.names import folded, name_key
from habeas.record.collection import Collection

__all__ = ["description_matrices", "source_entries"]

_RELATION = {
    Relation.COPY: "a copy of",
    Relation.REWRITE: "rewritten from one original with",
    Relation.INDEPENDENT: "tells the same, by itself, as",
}
_FIRMNESS = frozenset({Modality.ALLEGED, Modality.DENIED, Modality.OPINION})

MOST = 400
"""Reports that get an entry of their own; of a larger collection the reports' pages tell."""

WIDEST = 24
"""Past this many reports the table of descriptions by report is too wide to read; then it is by stance alone."""


def source_entries(part: str, held: Collection) -> tuple[Entry, ...]:
    """Entries of descriptions by stance, then one for each report."""
    pairs: dict[str, list[str]] = defaultdict(list)
    for pair in held.lineage.pairs:
        if words := _RELATION.get(pair.relation):
            grounds = "; ".join(list(dict.fromkeys(e.note for e in pair.evidence if e.note))[:2])
            why = f" ({grounds})" if grounds else ""
            pairs[pair.a].append(f"{words} {held.title(pair.b)}{why}")
            pairs[pair.b].append(f"{words} {held.title(pair.a)}{why}")
    reports = tuple(_report(part, doc, pairs.get(doc, ()), held) for doc in list(held.report)[:MOST])
    return (*_framing(part, held), *_stances(part, held), *reports)


def _framing(part: str, held: Collection) -> Iterable[Entry]:
    """What the findings say of how the same people are described: who asserts what others hedge."""
    told = [f for f in held.settled.findings if f.property == "described_as" and f.note]
    rows = tuple(
        Row(a.value.partition(": ")[0], a.value.partition(": ")[2], a.claims, f.id, str(f.status))
        for f in told
        for a in f.answers
    )
    if rows:
        yield Entry(f"{part}:framing", "The same people, by stance", rows, "framing", note=told[0].note)


def _report(part: str, doc: str, related: Sequence[str], held: Collection) -> Entry:
    report = held.report[doc]
    origin = held.origins.get(held.origin.get(doc, ""))
    credits = Counter(c.via for c in held.of_doc.get(doc, ()) if c.via)
    rows = [
        Row("outlet", report.outlet.value, ()) if report.outlet else None,
        Row("by", report.byline.value, ()) if report.byline else None,
        Row("published", report.published.value[:10], ()) if report.published else Row("published", "the report does not say", ()),
        Row("origin", _origin(origin.docs, origin.credit), ()) if origin else None,
        *(Row("credits", via, tuple(c.id for c in held.of_doc[doc] if c.via == via)) for via in sorted(credits)),
        *(Row("relation", words, ()) for words in related[:6]),
    ]  # fmt: skip
    title = " ".join(report.headline.value.split()) if report.headline else held.title(doc)
    return Entry(f"{part}:report:{doc}", f"{title}", tuple(r for r in rows if r), doc)


def _origin(docs: Sequence[str], credit: str | None) -> str:
    own = "its own" if len(docs) == 1 else f"one with {len(docs) - 1} other{'s' if len(docs) > 2 else ''}"
    return f"{own}; credits {credit}" if credit else own


def _descriptions(held: Collection) -> list[tuple[Claim, str]]:
    """Claims that describe people, with the stance of their words; each once."""
    found = []
    for claim in held.settled.claims:
        if claim.kind is not Kind.ALLEGATION or claim.property != "described_as":
            continue
        if _of_people(claim, held) and (stance := _stance(claim, held)):
            found.append((claim, stance))
    return found


def _of_people(claim: Claim, held: Collection) -> bool:
    """Whether the words describe people, not a body that they may belong to."""
    head = folded(claim.subject).split()[-1:] or [""]
    noun = head[0].removesuffix("s")
    return noun in held.people_nouns or head[0] in held.people_nouns


def _stance(claim: Claim, held: Collection) -> str:
    """The stance that the pack's descriptors give the words; "hedged" where the report does not vouch for them."""
    words = set(folded(str(claim.value)).replace("-", " ").split())
    words |= {w[:-1] for w in words if w.endswith("s")}
    fitting = [d for d in held.pack.descriptors if d.stance and _holds(d, words)]
    if not fitting:
        return ""
    stances = {d.stance for d in fitting}
    if "accusing" in stances and (claim.modality in (Modality.ALLEGED, Modality.DENIED) or claim.negated):
        return "hedged"
    return next((s for s in ("sympathetic", "accusing", "hedged") if s in stances), min(stances))


def _holds(descriptor: Descriptor, words: set[str]) -> bool:
    return bool(words.intersection((*descriptor.nouns, *descriptor.words)))


def _stances(part: str, held: Collection) -> Iterable[Entry]:
    """One entry for each stance: the words, and whose they are."""
    by_stance: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim, stance in _descriptions(held):
        by_stance[stance][str(claim.value).lower()].append(claim)
    for stance in sorted(by_stance):
        rows = tuple(
            Row(_whose(claims, held), f"“{claims[0].value}”", tuple(c.id for c in claims))
            for claims in sorted(
                by_stance[stance].values(), key=lambda cs: (-len({c.doc for c in cs}), -len(cs))
            )[:60]
        )
        yield Entry(f"{part}:stance:{stance}", f"People described: {stance} words", rows, "framing")


def _whose(claims: Sequence[Claim], held: Collection) -> str:
    docs = held.docs(claims)
    own = sum(1 for c in claims if not c.asserted_by)
    voice = "own words" if own == len(claims) else "in others' words" if own == 0 else "own and others' words"
    return f"{len(docs)} report{'s' if len(docs) > 1 else ''}, {voice}"


def description_matrices(held: Collection) -> tuple[Matrix, ...]:
    """Stance by report: the words that each report has for the same people, and how firmly it puts them."""
    told = _descriptions(held)
    docs = held.docs([c for c, _ in told])
    if not 1 < len(docs) <= WIDEST:
        return ()
    stances = tuple(sorted({s for _, s in told}))
    groups: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim, stance in told:
        groups[stances.index(stance), docs.index(claim.doc)].append(claim)
    cells = tuple(
        Cell(r, c, _words(claims, held), tuple(x.id for x in claims))
        for (r, c), claims in sorted(groups.items())
    )
    title = "How people are described, by report"
    return (Matrix("descriptions", title, stances, tuple(held.title(d) for d in docs), cells),)


def _speaks(claim: Claim, held: Collection) -> bool:
    """Whether the last link of the chain can speak: a place cannot."""
    known = held.entity.get(name_key(claim.asserted_by[-1].name))
    return known is None or known.type is not EntityType.FACILITY


def _words(claims: Sequence[Claim], held: Collection) -> str:
    shown: dict[str, str] = {}
    for claim in claims:
        put = f" ({claim.modality})" if claim.modality in _FIRMNESS else ""
        whose = f", {claim.asserted_by[-1].name}" if claim.asserted_by and _speaks(claim, held) else ""
        shown.setdefault(str(claim.value).lower(), f"{claim.value}{put}{whose}")
    listed = list(shown.values())
    return " · ".join(listed[:5]) + (f" · {len(listed) - 5} more" if len(listed) > 5 else "")
