"""Invented dossiers for the tests of publish: a small one that has everything, and ones of any size."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from habeas.model.claim import AsOfBasis, Assertor, Claim, Kind, Modality, Slot, Unclaimed
from habeas.model.dossier import Dossier, Failure
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
from habeas.model.report import Block, BlockKind, Fact, NoiseKind, Report
from habeas.model.span import Span

GAZETTE = """Norvale camp fills as buses keep arriving

NORVALE, 4 May 2031 — The camp at Norvale held about 3,500 people on Sunday, its director Ilse Brandt said.
It was built for 10,000 people and opened in March 2030.
“Nobody sleeps outside & nobody waits,” Brandt told reporters. <script>alert(1)</script>
The upper court had barred further transfers on 28 April, but two buses came on Saturday.
Photo: E. Lund
The walk to the station takes 17 minutes.
"""
COURIER = """Buses roll on at Norvale despite ruling

About 3,500 people now live in the Norvale camp, director Ilse Brandt says. The site can take 10,000 people.
“Nobody sleeps outside,” she said. It opened in 2029, according to the ministry.
3 Comments
"""
OBSERVER = """Monitors count 4,200 in Norvale

The monitoring group Lantern counted 4,200 people in the camp on 5 May, up from 1,400 in January: three times as many.
Its capacity is 10,000 people, the group said. On 6 May the supreme court lifted the bar.
"""
_TEXTS = {"gazette.txt": GAZETTE, "wire/courier.txt": COURIER, "observer.html": OBSERVER}
_DATES = {"gazette.txt": "2031-05-04", "wire/courier.txt": "2031-05-05", "observer.html": "2031-05-06"}
_OUTLETS = {"gazette.txt": "The Norvale Gazette", "wire/courier.txt": "Courier", "observer.html": "Observer"}


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _blocks(text: str) -> tuple[Block, ...]:
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        words = line.rstrip()
        if words:
            span = Span(start, start + len(words))
            noise = NoiseKind.CREDIT if words.startswith("Photo") else None
            noise = NoiseKind.COMMENT_COUNTER if words.endswith("Comments") else noise
            first = BlockKind.PARAGRAPH if blocks else BlockKind.HEADLINE
            blocks.append(Block(span, BlockKind.NOISE if noise else first, noise))
        start += len(line)
    return tuple(blocks)


def _report(doc: str) -> Report:
    text = _TEXTS[doc]
    headline = text.splitlines()[0]
    return Report(
        doc=doc,
        sha256=sha(text),
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        blocks=_blocks(text),
        language="en",
        headline=Fact(headline, "text", Span(0, len(headline))),
        outlet=Fact(_OUTLETS[doc], "metadata"),
        published=Fact(_DATES[doc], "argument"),
    )


_BRANDT = (Assertor("Ilse Brandt", "director"),)


def _claim(
    name: str, doc: str, words: str, kind: Kind, subject: str, prop: str, value: object, **more: object
) -> Claim:
    text = _TEXTS[doc]
    start = text.index(words)
    base = Claim(name, doc, sha(text), kind, subject, prop, value, Span(start, start + len(words)), words)
    return replace(base, **more)


def _claims() -> tuple[Claim, ...]:
    camp, q = "Norvale camp", Kind.QUANTITY
    about = {"comparator": Comparator.APPROX, "unit": "people", "asserted_by": _BRANDT}
    sunday = {"as_of": "2031-05-04", "as_of_basis": AsOfBasis.FROM_DOC}
    people = {"unit": "people", "part": "facility"}
    lantern = (Assertor("Lantern", "monitoring group", "a report"),)
    return (
        _claim(
            "g1", "gazette.txt", "held about 3,500 people", q, camp, "population", 3500, **about, **sunday
        ),
        _claim(
            "g2", "gazette.txt", "built for 10,000 people and opened", q, camp, "capacity", 10000, **people
        ),
        _claim(
            "g3",
            "gazette.txt",
            "opened in March 2030",
            Kind.EVENT,
            camp,
            "opened",
            "2030-03",
            as_of="2030-03",
        ),
        _claim(
            "g4",
            "gazette.txt",
            "Nobody sleeps outside & nobody waits",
            Kind.QUOTATION,
            "Ilse Brandt",
            "said",
            "Nobody sleeps outside & nobody waits",
            asserted_by=_BRANDT,
        ),
        _claim(
            "g5",
            "gazette.txt",
            "The upper court had barred further transfers on 28 April, but two buses came",
            Kind.LEGAL,
            "upper court",
            "barred",
            "further transfers",
            as_of="2031-04-28",
            earliest=date(2031, 4, 28),
            latest=date(2031, 4, 28),
            slots=(
                Slot(
                    "what", "further transfers", Span(GAZETTE.index("further"), GAZETTE.index("further") + 17)
                ),
            ),
        ),
        _claim(
            "g6", "gazette.txt", "28 April, but two buses came on Saturday", Kind.EVENT, "buses", "came", 2
        ),
        _claim("c1", "wire/courier.txt", "About 3,500 people", q, camp, "population", 3500, **about),
        _claim(
            "c2",
            "wire/courier.txt",
            "10,000 people",
            q,
            camp,
            "capacity",
            10000,
            comparator=Comparator.AT_MOST,
        ),
        _claim("c3", "wire/courier.txt", "opened in 2029", Kind.EVENT, camp, "opened", "2029", as_of="2029"),
        _claim(
            "c4",
            "wire/courier.txt",
            "Nobody sleeps outside",
            Kind.QUOTATION,
            "Ilse Brandt",
            "said",
            "Nobody sleeps outside",
            asserted_by=(Assertor("the ministry"), *_BRANDT),
        ),
        _claim(
            "o1",
            "observer.html",
            "4,200 people",
            q,
            camp,
            "population",
            4200,
            unit="people",
            asserted_by=lantern,
        ),
        _claim(
            "o2",
            "observer.html",
            "10,000 people",
            q,
            camp,
            "capacity",
            10000,
            unit="people",
            asserted_by=lantern,
        ),
        _claim("o3", "observer.html", "1,400 in January", q, camp, "population", 1400, as_of="2031-01"),
        _claim(
            "o4",
            "observer.html",
            "the supreme court lifted the bar",
            Kind.LEGAL,
            "supreme court",
            "lifted",
            "the bar",
            modality=Modality.ALLEGED,
            negated=True,
        ),
    )


def _finding(
    name: str, question: str, prop: str, status: Status, docs: str, origins: str, *given: str
) -> Finding:
    """`given` are "value=claim,claim"."""
    answers = tuple(Answer(v, tuple(c.split(","))) for v, _, c in (one.partition("=") for one in given))
    claims = tuple(c for answer in answers for c in answer.claims)
    names = tuple(d for d in _TEXTS if d[0] in docs)
    upstream = ("Ilse Brandt",) if "b" in origins else ()
    return Finding(
        name, question, "Norvale camp", prop, status, answers, claims, names, tuple(origins), upstream, ""
    )


def _findings() -> tuple[Finding, ...]:
    return (
        _finding(
            "f1",
            "How many people can the camp hold?",
            "capacity",
            Status.AGREE,
            "gwo",
            "ab",
            "10,000=g2,c2,o2",
        ),
        _finding(
            "f2",
            "How many people are in it?",
            "population",
            Status.CONFLICT,
            "gwo",
            "ab",
            "3,500=g1,c1",
            "4,200=o1",
        ),
        _finding(
            "f3", "What did Ilse Brandt say?", "said", Status.AGREE, "gw", "a", "Nobody sleeps outside=g4,c4"
        ),
        _finding(
            "f4", "Are transfers barred?", "barred", Status.SUPERSEDED, "go", "ab", "barred=g5", "lifted=o4"
        ),
        _finding("f5", "How many buses came?", "came", Status.SINGLE_SOURCE, "g", "a", "2=g6"),
        _finding("f6", "How many in January?", "population", Status.DIFFERENT_SCOPE, "o", "b", "1,400=o3"),
    )


def _checks() -> tuple[Check, ...]:
    return (
        Check("k1", CheckType.ARITHMETIC, "4,200 is three times 1,400", "4200/1400", 3.0, True, ("o1", "o3")),
        Check("k2", CheckType.ARITHMETIC, "The camp is 35 % full", "3500/10000", 0.35, None, ("g1", "g2")),
        Check(
            "k3",
            CheckType.ORDER_IN_FORCE,
            "No order barred the buses",
            "",
            None,
            False,
            ("g5", "g6"),
            "It did.",
        ),
        Check(
            "k4", CheckType.STANDARD, "Space for each", "a..b", (1.5, 2.0), None, ("g2",), "area not reported"
        ),
    )


def _lineage() -> Lineage:
    a, b, o = _TEXTS
    shared = Evidence("shared_passage", "They share a passage.", 0.42, Span(0, 12), Span(0, 12))
    return Lineage(
        (
            Pair(a, b, Relation.REWRITE, (shared, Evidence("credit", "Both name the same agency."))),
            Pair(a, o, Relation.INDEPENDENT, (Evidence("common_facts", "Both report on the camp.", 0.5),)),
            Pair(b, o, Relation.DIFFERENT, ()),
        ),
        (Origin("a", (a, b), "Norvale News Agency"), Origin("b", (o,))),
    )


def _record() -> Record:
    lanes = (
        Lane(
            "court",
            "Court orders",
            (
                LaneItem("Transfers barred", "order", date(2031, 4, 28), date(2031, 5, 6), ("g5",)),
                LaneItem("Bar lifted", "order", date(2031, 5, 6), None, ("o4",), open_end=True),
                LaneItem("Frontier Act", "law", date(1823, 1, 1), date(1823, 12, 31), ("g5",)),
            ),
        ),
        Lane(
            "bus",
            "Transfers",
            (LaneItem("Two buses", "arrival", date(2031, 5, 3), date(2031, 5, 3), ("g6",)),),
        ),
    )
    points = (
        Point(1400, None, "exact", date(2031, 1, 1), date(2031, 1, 31), "monitors", ("o3",)),
        Point(3500, None, "approx", date(2031, 5, 4), date(2031, 5, 4), "director", ("g1", "c1")),
        Point(4200, 4400, "at_least", date(2031, 5, 5), date(2031, 5, 5), "monitors", ("o1",)),
    )
    facility = PartRecord(
        "facility",
        "Facility",
        "Where people are held.",
        entries=(
            Entry(
                "norvale",
                "Norvale camp",
                (
                    Row("Capacity", "10,000 people", ("g2", "c2", "o2"), "f1", "agree"),
                    Row("Population", "3,500 or 4,200", ("g1", "o1"), "f2", "conflict"),
                    Row("Occupancy", "35 % to 42 %", ("g1", "g2"), None, "single_source"),
                ),
                kind="camp",
                as_of="2031-05",
                note="Derived rows name the claims they rest on.",
            ),
        ),
        series=(Series("pop", "People in the Norvale camp", "Norvale camp", "population", "people", points),),
        matrices=(
            Matrix("m", "Who says so", ("space",), ("official", "group"), (Cell(0, 1, "enough", ("o2",)),)),
        ),
        unknowns=(
            Unknown("How many tents are there?"),
            Unknown("Who pays?", ("g5",), "The ministry would not say."),
        ),
    )
    order = PartRecord("order", "Orders", "What was in force.", lanes=lanes)
    timeline = (
        LaneItem("The camp opened", "event", date(2030, 3, 1), date(2030, 3, 31), ("g3",)),
        LaneItem("Buses came <b>again</b>", "event", date(2031, 5, 3), date(2031, 5, 3), ("g6",)),
        LaneItem("Some day", "event", None, None, ("c4",)),
    )
    return Record((facility, order), timeline)


def _entities() -> tuple[Entity, ...]:
    def form(doc: str, words: str, named: bool = True) -> Form:
        text, spans, at = _TEXTS[doc], [], -1
        while (at := text.find(words, at + 1)) >= 0:
            spans.append(Span(at, at + len(words)))
        return Form(doc, words, tuple(spans), named)

    brandt = (
        form("gazette.txt", "Ilse Brandt"),
        form("gazette.txt", "Brandt"),
        form("wire/courier.txt", "she", False),
    )
    camp = (form("gazette.txt", "Norvale"), form("observer.html", "the camp", False))
    court = (form("observer.html", "supreme court"),)
    return (
        Entity("e1", "Ilse Brandt", EntityType.PERSON, ("Brandt",), brandt, ("director",), "NO", True),
        Entity("e2", "Norvale camp", EntityType.FACILITY, ("Norvale",), camp, country="NO"),
        Entity("e3", "supreme court", EntityType.COURT, (), court, public=True),
        Entity(
            "e4", "Frontier Act", EntityType.LAW, ("the act",), (), note="Named in no report by that form."
        ),
        Entity("e5", "Norvale", EntityType.PLACE, (), (form("gazette.txt", "NORVALE"),)),
    )


def small_dossier() -> Dossier:
    """Three reports of an invented story, with one of everything that a dossier can hold."""
    at = GAZETTE.index("17 minutes")
    left = Unclaimed(
        "gazette.txt", sha(GAZETTE), "quantity", Span(at, at + 10), "17 minutes", "no frame takes it"
    )
    reports = tuple(_report(doc) for doc in _TEXTS)
    return Dossier(
        pack="detention",
        pack_version="1",
        reports=reports,
        failures=(Failure("broken.pdf", "is not a PDF"),),
        marks=tuple(Marks(report.doc, "en") for report in reports),
        claims=_claims(),
        unclaimed=(left,),
        lineage=_lineage(),
        entities=_entities(),
        findings=_findings(),
        checks=_checks(),
        record=_record(),
    )


def empty_dossier() -> Dossier:
    """No report at all."""
    return Dossier("detention", "1", (), (), (), (), (), Lineage((), ()), (), (), (), Record(()))


def large_dossier(reports: int, claims_each: int) -> Dossier:
    """`reports` reports with `claims_each` claims each, and a finding for every third claim number."""
    made, claims = [], []
    for n in range(reports):
        words = [
            f"Post {n} counted {100 + n + k} carts at gate {k} on day {k % 28 + 1}."
            for k in range(claims_each)
        ]
        text = "\n".join([f"Carts at the gates, part {n}", *words])
        doc = f"r{n:05}.txt"
        blocks, at = [], 0
        for line in text.split("\n"):
            blocks.append(Block(Span(at, at + len(line)), BlockKind.PARAGRAPH))
            at += len(line) + 1
        made.append(Report(doc, sha(text), "text/plain", "utf-8", text, tuple(blocks), "en"))
        for k in range(claims_each):
            span = blocks[k + 1].span
            claim = Claim(
                f"{n}-{k}",
                doc,
                sha(text),
                Kind.QUANTITY,
                f"gate {k}",
                "carts",
                100 + n + k,
                span,
                text[slice(*span)],
            )
            claims.append(
                replace(
                    claim, unit="carts", earliest=date(2031, 1, k % 28 + 1), latest=date(2031, 1, k % 28 + 1)
                )
            )
    return _large(made, claims, claims_each)


def _large(reports: list[Report], claims: list[Claim], claims_each: int) -> Dossier:
    findings = [
        Finding(
            f"f{n}",
            f"How many carts at gate {n % claims_each} ({n})?",
            f"gate {n % claims_each}",
            "carts",
            list(Status)[n % 6],
            (Answer(str(one.value), (one.id,)), Answer(str(two.value), (two.id,))),
            (one.id, two.id),
            (one.doc, two.doc),
            (f"o-{one.doc}", f"o-{two.doc}"),
            (),
        )
        for n, (one, two) in enumerate(zip(claims[::3], claims[claims_each::3], strict=False))
    ]
    timeline = tuple(LaneItem(c.subject, "count", c.earliest, c.latest, (c.id,)) for c in claims[::10])
    pairs = tuple(
        Pair(a.doc, b.doc, Relation.REWRITE, (Evidence("shared_passage", "same", 0.9),))
        for a, b in zip(reports[::5], reports[1::5], strict=False)
    )
    lineage = Lineage(pairs, tuple(Origin(f"o-{r.doc}", (r.doc,)) for r in reports))
    marks = tuple(Marks(r.doc, "en") for r in reports)
    return Dossier(
        "carts",
        "1",
        tuple(reports),
        (),
        marks,
        tuple(claims),
        (),
        lineage,
        (),
        tuple(findings),
        (),
        Record((), timeline),
    )
