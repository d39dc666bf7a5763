"""Invented dossiers of any size with one of everything in them, by a fixed seed: camps, buses, courts, and who says so.

Reports come in stories of twenty about one camp; some of each story copy one another. One camp, one speaker and one
court run through all of them, so that whatever can grow with the corpus does: a question with very many answers, a
speaker with very many words, an entry with very many rows.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from habeas.model.claim import Assertor, Claim, Kind, Unclaimed
from habeas.model.dossier import Dossier
from habeas.model.entity import Entity, Form
from habeas.model.finding import Answer, Check, CheckType, Finding, Status
from habeas.model.lineage import Evidence, Lineage, Origin, Pair, Relation
from habeas.model.marks import Comparator, EntityType, Marks
from habeas.model.record import (
    Cell,
    Entry,
    Lane,
    LaneItem,
    Matrix,
    PartRecord,
    Point,
    Record,
    Row,
    Series,
    Unknown,
)
from habeas.model.report import Block, BlockKind, Fact, Report
from habeas.model.span import Span

__all__ = ["HUB", "big_dossier"]

STORY = 20
HUB = "Norvale camp"
_BRANDT = Assertor("Ilse Brandt", "director")
_HEADS = (
    "Bra",
    "Kel",
    "Mor",
    "Tav",
    "Lis",
    "Har",
    "Ven",
    "Dro",
    "Sil",
    "Ost",
    "Pra",
    "Gul",
    "Fen",
    "Rud",
    "Ilm",
)
_MIDS = ("", "da", "li", "no", "ra", "ste", "vi", "go", "me", "tu")
_TAILS = ("vik", "mark", "ton", "berg", "holm", "sund", "dal", "by", "stad", "feld", "mouth", "rup")
_FILLERS = (
    "Trucks with {0} blankets passed the {1} gate before dawn.",
    "A clerk at {1} counted {0} forms and sealed them.",
    "The road past {1} was closed for {0} hours after rain.",
    "Nurses from {1} brought {0} boxes of bandages.",
)
_OUTLETS = ("Courier", "Gazette", "Observer", "Ledger", "Tribune", "Post", "Beacon")
_WORDS_FOR_PEOPLE = ("guests", "detainees", "migrants", "prisoners", "families", "arrivals")


def _name(n: int) -> str:
    """The n-th of 1,800 names of places, then those again with a number."""
    head, rest = _HEADS[n % 15], n // 15
    mid, rest = _MIDS[rest % 10], rest // 10
    tail, again = _TAILS[rest % 12], rest // 12
    return f"{head}{mid}{tail}{f' {again + 1}' if again else ''}"


class _Writer:
    """A report's text as it grows, and the claims made of its sentences."""

    def __init__(self, doc: str) -> None:
        self.doc = doc
        self.lines: list[str] = []
        self.length = 0
        self.drafts: list[tuple[Span, str, dict[str, object]]] = []

    def line(self, words: str) -> Span:
        span = Span(self.length, self.length + len(words))
        self.lines.append(words)
        self.length += len(words) + 1
        return span

    def claimed(self, words: str, kind: Kind, subject: str, prop: str, value: object, **more: object) -> None:
        draft = {"kind": kind, "subject": subject, "property": prop, "value": value, **more}
        self.drafts.append((self.line(words), words, draft))

    def finished(self, published: date, outlet: str) -> tuple[Report, list[Claim]]:
        text = "\n".join(self.lines) + "\n"
        digest = hashlib.sha256(text.encode()).hexdigest()
        at, blocks = 0, []
        for n, words in enumerate(self.lines):
            kind = BlockKind.PARAGRAPH if n else BlockKind.HEADLINE
            blocks.append(Block(Span(at, at + len(words)), kind))
            at += len(words) + 1
        title = Fact(self.lines[0], "text", Span(0, len(self.lines[0])))
        report = Report(
            self.doc, digest, "text/plain", "utf-8", text, tuple(blocks), "en",
            headline=title, outlet=Fact(outlet, "metadata"), published=Fact(published.isoformat(), "text"),
        )  # fmt: skip
        claims = [
            Claim(id=f"{digest[:16]}{n:02x}", doc=self.doc, report=digest, span=span, quote=words, **draft)
            for n, (span, words, draft) in enumerate(self.drafts)
        ]
        return report, claims


def _written(n: int, dice: Random) -> tuple[Report, list[Claim]]:
    """Report `n`: ten claims and as many sentences that claim nothing."""
    story = n // STORY
    camp = f"{_name(story)} camp"
    day = date(2031, 1, 1) + timedelta(days=(story * 3 + n % STORY // 4) % 700)
    told = {"as_of": day.isoformat(), "earliest": day, "latest": day}
    held = 1000 + story % 900 + (n % STORY // 7) * 10
    buses, people = dice.randint(1, 9), _WORDS_FOR_PEOPLE[dice.randrange(6)]
    witness = (Assertor(f"{_name(dice.randrange(900))} {_HEADS[dice.randrange(15)]}ke", "witness"),)
    said = f"We counted {dice.randint(10, 99)} beds in hall {dice.randint(1, 9)} and no heating"
    page = _Writer(f"{story % 64:02d}/report-{n:06d}.txt")
    page.line(f"{buses} buses reach {camp} as court weighs transfers, day {n % STORY + 1}")
    quantity, near = Kind.QUANTITY, Comparator.APPROX
    page.claimed(f"{camp} held about {held} {people} on {day}.", quantity, camp, "population", held,
                 unit="people", comparator=near, asserted_by=(_BRANDT,), part="facility", **told)  # fmt: skip
    page.claimed(f"It was built for {held * 2} people.", quantity, camp, "capacity", held * 2, unit="people")
    page.claimed(f"{buses} buses arrived that day.", quantity, camp, "buses", buses, unit="buses", **told)
    page.claimed(
        f"“{said},” a witness said.", Kind.QUOTATION, witness[0].name, "said", said, asserted_by=witness
    )
    hub = 3000 + (n * 37) % 400
    page.claimed(f"{HUB} holds {hub} people, Brandt said.", quantity, HUB, "population", hub, unit="people",
                 asserted_by=(_BRANDT,), **told)  # fmt: skip
    words = "Nobody sleeps outside and nobody waits"
    page.claimed(
        f"“{words},” Brandt said.", Kind.QUOTATION, "Ilse Brandt", "said", words, asserted_by=(_BRANDT,)
    )
    page.claimed(
        f"The upper court barred transfers to {camp}.", Kind.LEGAL, "upper court", "barred", camp, **told
    )
    page.claimed(f"Two buses left {camp} for the coast.", Kind.EVENT, "buses", "left", camp, **told)
    page.claimed(
        f"The ministry will close hall {n % 7} of {camp}.", Kind.PLAN, "ministry", "will close", camp
    )
    page.claimed(
        f"{camp} is called a home for {people}.", Kind.ROLE, camp, "described as", people, confidence=0.4
    )
    for _ in range(10):
        page.line(dice.choice(_FILLERS).format(dice.randint(2, 400), _name(dice.randrange(2000))))
    return page.finished(day, f"{_name(n % 40)} {_OUTLETS[n % 7]}")


def _findings(claims: Sequence[Claim], origin_of: dict[str, str]) -> tuple[Finding, ...]:
    asked: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        asked[claim.subject, claim.property].append(claim)
    return tuple(_finding(f"f{n:07x}", *key, asked[key], origin_of) for n, key in enumerate(asked))


def _finding(name: str, subject: str, prop: str, claims: list[Claim], origin_of: dict[str, str]) -> Finding:
    given: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        given[f"{claim.value:,} {claim.unit}" if claim.unit else str(claim.value)].append(claim.id)
    docs = tuple(dict.fromkeys(claim.doc for claim in claims))
    origins = tuple(dict.fromkeys(origin_of[doc] for doc in docs))
    status = (
        Status.SINGLE_SOURCE if len(origins) == 1 else Status.AGREE if len(given) == 1 else Status.CONFLICT
    )
    sources = tuple(dict.fromkeys(claim.asserted_by[-1].name for claim in claims if claim.asserted_by))
    answers = tuple(Answer(value, tuple(ids)) for value, ids in given.items())
    question = f"{subject}: {prop}?"
    return Finding(
        name, question, subject, prop, status, answers, tuple(c.id for c in claims), docs, origins, sources
    )


def _lineage(docs: Sequence[str]) -> Lineage:
    """Runs of one to four reports are one origin; neighbours of two origins tell of one event."""
    origins, pairs, at = [], [], 0
    while at < len(docs):
        run = docs[at : at + 1 + len(origins) % 4]
        origins.append(
            Origin(f"o{len(origins)}", tuple(run), "Norvale News Agency" if len(run) > 2 else None)
        )
        for a, b in pairwise(run):
            shared = Evidence("shared_passage", "They share a passage.", 0.8, Span(0, 20), Span(0, 20))
            pairs.append(Pair(a, b, Relation.COPY, (shared,)))
        at += len(run)
        if at < len(docs):
            pairs.append(
                Pair(run[-1], docs[at], Relation.INDEPENDENT, (Evidence("common_facts", "One event."),))
            )
    return Lineage(tuple(pairs), tuple(origins))


def _entities(reports: Iterable[Report], claims: Sequence[Claim]) -> tuple[Entity, ...]:
    forms: dict[str, list[Form]] = defaultdict(list)
    for report in reports:
        forms[HUB].append(_form(report, HUB))
        forms["Ilse Brandt"].append(_form(report, "Brandt"))
        camp = report.text[report.text.index("reach ") + 6 : report.text.index(" as court")]
        forms[camp].append(_form(report, camp))
    kinds = {"Ilse Brandt": EntityType.PERSON}
    return tuple(
        Entity(
            f"e{n}",
            name,
            kinds.get(name, EntityType.FACILITY),
            (name.split()[-1],),
            tuple(found),
            ("director",),
        )
        for n, (name, found) in enumerate(forms.items())
    )


def _form(report: Report, words: str) -> Form:
    start = report.text.index(words)
    return Form(report.doc, words, (Span(start, start + len(words)),), True)


def _item(claim: Claim) -> LaneItem:
    return LaneItem(
        f"{claim.subject} {claim.property} {claim.value}",
        claim.kind.value,
        claim.earliest,
        claim.latest,
        (claim.id,),
    )


def _record(reports: Sequence[Report], claims: Sequence[Claim], findings: Sequence[Finding]) -> Record:
    by_id = {claim.id: claim for claim in claims}
    held = [f for f in findings if f.property == "population"]
    facilities = tuple(
        Entry(
            f"facility:{f.subject}", f.subject,
            tuple(Row("people held", answer.value, answer.claims, f.id) for answer in f.answers)
            + tuple(Row("said of it", by_id[one].quote, (one,)) for one in f.claims),
            kind="facility",
        )
        for f in held
    )  # fmt: skip
    series = tuple(
        Series(f"pop:{f.subject}", f"People in {f.subject}", f.subject, "population", "people", tuple(
            Point(float(c.value), None, "approx", c.earliest, c.latest, "director", (c.id,))
            for c in (by_id[one] for one in f.claims)
        ))
        for f in held
    )  # fmt: skip
    orders = tuple(_item(c) for c in claims if c.kind is Kind.LEGAL)
    buses = tuple(_item(c) for c in claims if c.kind is Kind.EVENT)
    counts = tuple(_item(c) for c in claims if c.property in ("buses", "population") and c.subject != HUB)
    lanes = (
        Lane("court", "Upper court", orders),
        Lane("bus", "Buses", buses),
        Lane("count", "Counts", counts),
    )
    roles = [c for c in claims if c.kind is Kind.ROLE]
    column = {report.doc: n for n, report in enumerate(reports)}
    cells = tuple(Cell(_WORDS_FOR_PEOPLE.index(c.value), column[c.doc], c.value, (c.id,)) for c in roles)
    matrix = Matrix("words", "How people are described, by report", _WORDS_FOR_PEOPLE, tuple(column), cells)
    unknowns = tuple(Unknown(f"Who pays for {f.subject}?") for f in held)
    return Record(
        (
            PartRecord(
                "facility", "Facilities", "Where people are held.", facilities, series, unknowns=unknowns
            ),
            PartRecord("order", "Orders", "What was in force.", lanes=lanes),
            PartRecord("origin", "Reports and origins", "How reports speak.", matrices=(matrix,)),
        ),
        tuple(sorted(orders + buses, key=lambda item: (item.earliest or date.max, item.label))),
    )


def big_dossier(count: int, seed: int = 7) -> Dossier:
    """A dossier of `count` reports with ten claims each; the same for the same `count` and `seed`."""
    dice = Random(seed)
    written = [_written(n, dice) for n in range(count)]
    written.sort(key=lambda pair: pair[0].doc)
    reports = tuple(report for report, _ in written)
    claims = tuple(claim for _, made in written for claim in made)
    lineage = _lineage([report.doc for report in reports])
    origin_of = {doc: origin.id for origin in lineage.origins for doc in origin.docs}
    findings = _findings(claims, origin_of)
    left = tuple(
        Unclaimed(r.doc, r.sha256, "quantity", Span(0, 1), r.text[:1], "no frame takes it") for r in reports
    )
    checks = tuple(
        Check(f"k{n}", CheckType.ARITHMETIC, f"{c.subject} is half full", f"{c.value}/{c.value * 2}", 0.5, None, (c.id,))
        for n, c in enumerate(claims[::STORY * 10])
    )  # fmt: skip
    return Dossier(
        "camps", "1", reports, (), tuple(Marks(r.doc, "en") for r in reports), claims, left, lineage,
        _entities(reports, claims), findings, checks, _record(reports, claims, findings),
    )  # fmt: skip
