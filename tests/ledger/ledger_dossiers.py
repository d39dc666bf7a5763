"""Invented dossiers for the tests of ledger and review: an English and a Spanish report about a ferry."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from habeas.ledger import Original
from habeas.model.claim import AsOfBasis, Assertor, Claim, Kind, Modality, Slot, Unclaimed
from habeas.model.dossier import Dossier, Failure
from habeas.model.entity import Entity, Form
from habeas.model.finding import Answer, Check, CheckType, Finding, Status
from habeas.model.lineage import Evidence, Lineage, Origin, Pair, Relation
from habeas.model.marks import Comparator, EntityType, Marks
from habeas.model.record import Entry, LaneItem, PartRecord, Record, Row
from habeas.model.report import Block, BlockKind, Fact, Report
from habeas.model.span import Span

FERRY = """Ferry crew rescued 31 people off Pinar

The crew took in 31 people on Sunday, deckhand Ana Iñárritu said. "I counted them twice," Iñárritu told us.
Minister Olav Berg praised the crew; ANA IÑÁRRITU had worked there for 12 years.
"""
BARCO = """El barco llevaba a 29 náufragos, según la capitanía

La capitanía de Pinar contó 29 náufragos el domingo. La marinera Ana Iñárritu habló de 31.
El ministro Olav Berg viajará a Pinar.
"""
TEXTS = {"ferry.txt": FERRY, "es/ana-inarritu-barco.txt": BARCO}


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def originals() -> list[Original]:
    return [Original(sha(text), text.encode()) for text in TEXTS.values()]


def report(doc: str, text: str) -> Report:
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            kind = BlockKind.PARAGRAPH if blocks else BlockKind.HEADLINE
            blocks.append(Block(Span(at, at + len(line.rstrip())), kind))
        at += len(line)
    first = text.splitlines()[0]
    return Report(
        doc=doc,
        sha256=sha(TEXTS.get(doc, text)),
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        blocks=tuple(blocks),
        language="es" if doc.startswith("es/") else "en",
        headline=Fact(first, "text", Span(0, len(first))),
        published=Fact("2031-05-04", "argument"),
        byline=Fact("Ana Iñárritu", "metadata"),
        url="https://news.example/2031/ana-inarritu-ferry",
    )


def claim(name: str, doc: str, words: str, prop: str, value: int | str, **more: object) -> Claim:
    text = TEXTS[doc]
    start = text.index(words)
    span = Span(start, start + len(words))
    base = Claim(name, doc, sha(text), Kind.QUANTITY, "crew", prop, value, span, words, unit="people")
    return replace(base, **more)  # type: ignore[arg-type]


def claims() -> tuple[Claim, ...]:
    ana = (Assertor("Ana Iñárritu", "deckhand", "Pinar radio"),)
    at = FERRY.index("12 years")
    return (
        claim("a1", "ferry.txt", "took in 31 people", "rescued", 31, asserted_by=ana, confidence=0.875,
              as_of="2031-05-04", as_of_basis=AsOfBasis.FROM_DOC, earliest=date(2031, 5, 4), latest=date(2031, 5, 4)),
        claim("a2", "ferry.txt", "I counted them twice", "said", "I counted them twice", kind=Kind.QUOTATION,
              subject="Ana Iñárritu", asserted_by=ana, unit=None),
        claim("a3", "ferry.txt", "ANA IÑÁRRITU had worked there for 12 years", "worked", 12.5, value_max=13,
              comparator=Comparator.RANGE, subject="Iñárritu", slots=(Slot("for", "12 years", Span(at, at + 8)),),
              relaying=("Olav Berg",), via="Pinar radio", negated=True, modality=Modality.ALLEGED),
        claim("b1", "es/ana-inarritu-barco.txt", "29 náufragos el domingo", "rescued", 29,
              asserted_by=(Assertor("capitanía de Pinar"),), place="Pinar"),
        claim("b2", "es/ana-inarritu-barco.txt", "Ana Iñárritu habló de 31", "rescued", 31, asserted_by=ana),
    )  # fmt: skip


def finding(name: str, question: str, status: Status, *given: tuple[str, tuple[str, ...]]) -> Finding:
    ids = tuple(c for _, own in given for c in own)
    docs = tuple(doc for doc in TEXTS if any(c.doc == doc for c in claims() if c.id in ids))
    origins = tuple(f"o{list(TEXTS).index(doc)}" for doc in docs)
    answers = tuple(Answer(value, own) for value, own in given)
    return Finding(name, question, "crew", "rescued", status, answers, ids, docs, origins, ("Ana Iñárritu",))


def entities() -> tuple[Entity, ...]:
    def form(doc: str, words: str) -> Form:
        text, spans, at = TEXTS[doc], [], -1
        while (at := text.find(words, at + 1)) >= 0:
            spans.append(Span(at, at + len(words)))
        return Form(doc, words, tuple(spans), True)

    one, two = TEXTS
    ana = (form(one, "Ana Iñárritu"), form(two, "Ana Iñárritu"))
    berg = (form(one, "Olav Berg"), form(two, "Olav Berg"))
    return (
        Entity("person:ana-inarritu", "Ana Iñárritu", EntityType.PERSON, ("Iñárritu",), ana, ("deckhand",)),
        Entity("person:olav-berg", "Olav Berg", EntityType.PERSON, (), berg, ("minister",), public=True),
        Entity(
            "place:pinar",
            "Pinar",
            EntityType.PLACE,
            (),
            (form(one, "Pinar"), form(two, "Pinar")),
            country="CL",
        ),
    )


def dossier() -> Dossier:
    """Two reports, two origins, five claims that conflict in one finding."""
    one, two = TEXTS
    at = FERRY.index("31 people off")
    left = Unclaimed(one, sha(FERRY), "quantity", Span(at, at + 9), "31 people", "no frame takes it")
    shared = Evidence("common_facts", "Both name Ana Iñárritu.", 0.5, Span(0, 5), Span(0, 5))
    entry = Entry(
        "ana-inarritu", "Ana Iñárritu", (Row("Rescued", "31, says Ana Iñárritu", ("a1", "b2"), "f1"),)
    )
    lane = LaneItem("Ana Iñárritu counts", "event", date(2031, 5, 4), None, ("a1",))
    return Dossier(
        pack="detention",
        pack_version="1",
        reports=tuple(report(doc, text) for doc, text in TEXTS.items()),
        failures=(Failure("inarritu.pdf", "is not a PDF"),),
        marks=tuple(Marks(doc, "es" if doc.startswith("es/") else "en") for doc in TEXTS),
        claims=claims(),
        unclaimed=(left,),
        lineage=Lineage(
            (Pair(one, two, Relation.INDEPENDENT, (shared,)),), (Origin("o0", (one,)), Origin("o1", (two,)))
        ),
        entities=entities(),
        findings=(
            finding(
                "f1", "How many did the crew rescue?", Status.CONFLICT, ("31", ("a1", "b2")), ("29", ("b1",))
            ),
            finding(
                "f2", "What did Ana Iñárritu say?", Status.SINGLE_SOURCE, ("I counted them twice", ("a2",))
            ),
        ),
        checks=(
            Check(
                "k1",
                CheckType.ARITHMETIC,
                "31 is two more than 29",
                "31-29",
                2,
                True,
                ("a1", "b1"),
                "Iñárritu",
            ),
        ),
        record=Record((PartRecord("rescue", "Rescue", "Who was saved.", entries=(entry,)),), (lane,)),
    )


def read_anew() -> Dossier:
    """The same reports read by a newer program: other claim ids, a span a word longer, one claim gone."""
    old = dossier()
    start = FERRY.index("crew took in 31 people")
    longer = Span(start, start + len("crew took in 31 people"))
    changed = {
        "a1": replace(old.claims[0], id="n1", span=longer, quote=longer.of(FERRY)),
        "a2": replace(old.claims[1], id="n2"),
        "b1": replace(old.claims[3], id="m1", value=30),
        "b2": replace(old.claims[4], id="m2"),
    }
    kept = tuple(changed[c.id] for c in old.claims if c.id in changed)
    return replace(old, pack_version="2", claims=kept, findings=(), checks=(), record=Record(()))


def single(doc: str, text: str) -> Dossier:
    """One report without claims."""
    made = report(doc, text)
    lineage = Lineage((), (Origin("o0", (doc,)),))
    return Dossier(
        "detention", "1", (made,), (), (Marks(doc, "en"),), (), (), lineage, (), (), (), Record(())
    )
