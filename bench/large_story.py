"""An invented story of any size, for benches that ask how a full ledger answers: reports in two languages, with people
of office and private ones, origins, findings, a timeline and shared passages. The same numbers make the same story."""

from __future__ import annotations

import hashlib
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from habeas.model.claim import Assertor, Claim, Kind, Modality
from habeas.model.dossier import Dossier
from habeas.model.entity import Entity, Form
from habeas.model.finding import Answer, Finding, Status
from habeas.model.lineage import Evidence, Lineage, Origin, Pair, Relation
from habeas.model.marks import EntityType, Marks
from habeas.model.record import LaneItem, Record
from habeas.model.report import Block, BlockKind, Fact, Report
from habeas.model.span import Span

__all__ = ["WORDS", "large_story"]

_BEGIN = date(2031, 1, 1)
_FIRST = (
    "Alba",
    "Bruno",
    "Celia",
    "Darío",
    "Elena",
    "Félix",
    "Greta",
    "Hugo",
    "Inés",
    "Jonas",
    "Karin",
    "León",
)
_LAST = (
    "Ortuño",
    "Vale",
    "Holm",
    "Quiroga",
    "Brandt",
    "Núñez",
    "Lund",
    "Peña",
    "Corrie",
    "Salas",
    "Ibáñez",
    "Moss",
)
_PLACES = (
    "Norvale",
    "Puerto Añil",
    "Kestrel Point",
    "Lindum",
    "Río Hondo",
    "Vantaa Field",
    "Eskdale",
    "Pinar",
    "Orsa",
)
_THINGS = (
    "ferries",
    "buses",
    "boats",
    "beds",
    "trucks",
    "crates",
    "tents",
    "pumps",
    "lamps",
    "trains",
    "wells",
    "ovens",
)
_ACTS = (
    "counted",
    "inspected",
    "repaired",
    "moved",
    "stored",
    "ordered",
    "returned",
    "painted",
    "sold",
    "lent",
)
WORDS = (*_PLACES, *_THINGS, *_ACTS, *_LAST)
"""What the story can be searched for."""

_VOWELS = "aeiou"


def large_story(reports: int, claims_each: int, seed: int = 1) -> Dossier:
    """A dossier of `reports` reports with `claims_each` claims each."""
    chance = random.Random(seed)
    people = _people(chance, max(20, reports // 5))
    made, claims = [], []
    for n in range(reports):
        report, told = _report(chance, n, claims_each, people)
        made.append(report)
        claims += told
    groups = [made[at : at + 4] for at in range(0, reports, 4)]
    origins = tuple(Origin(f"O{n}", tuple(r.doc for r in group)) for n, group in enumerate(groups, 1))
    pairs = tuple(_pair(a, b) for group in groups for a, b in pairwise(group))
    timeline = tuple(LaneItem(c.subject, c.kind.value, c.earliest, c.latest, (c.id,)) for c in claims[::20])
    return Dossier(
        pack="invented",
        pack_version="1",
        reports=tuple(made),
        failures=(),
        marks=tuple(Marks(r.doc, r.language) for r in made),
        claims=tuple(claims),
        unclaimed=(),
        lineage=Lineage(pairs, origins),
        entities=tuple(_entity(n, name, is_public) for n, (name, is_public) in enumerate(people, 1)),
        findings=_findings(chance, claims, origins),
        checks=(),
        record=Record((), timeline),
    )


def _people(chance: random.Random, count: int) -> list[tuple[str, bool]]:
    """Names that are all different, every second one of somebody in office."""
    names: dict[str, None] = {}
    while len(names) < count:
        middle = "".join(chance.choice("bdglmnrst") + chance.choice(_VOWELS) for _ in range(3)).capitalize()
        names[f"{chance.choice(_FIRST)} {middle} {chance.choice(_LAST)}"] = None
    return [(name, n % 2 == 0) for n, name in enumerate(names)]


def _entity(number: int, name: str, is_public: bool) -> Entity:
    forms = (Form("r00000.txt", name, (), True),)
    return Entity(
        f"E{number}", name, EntityType.PERSON, (), forms, ("mayor",) if is_public else (), public=is_public
    )


def _report(
    chance: random.Random, number: int, count: int, people: Sequence[tuple[str, bool]]
) -> tuple[Report, list[Claim]]:
    doc = f"r{number:05}.txt"
    day = _BEGIN + timedelta(days=number % 700)
    place, is_spanish = chance.choice(_PLACES), number % 3 == 0
    lines = [f"{'Cuentas de' if is_spanish else 'Counting in'} {place}, {number}"]
    facts = []
    for k in range(count):
        who, amount = chance.choice(people)[0], chance.randrange(2, 9000)
        thing, act = chance.choice(_THINGS), chance.choice(_ACTS)
        told = f"según {who}, la estación" if is_spanish else f"{who} said the station"
        lines.append(f"On {day.day} {day:%B}, {told} {k} at {place} {act} {amount} {thing}.")
        facts.append((who, amount, thing, act))
    text = "\n\n".join(lines)
    digest = hashlib.sha256(text.encode()).hexdigest()
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block(Span(at, at + len(line)), BlockKind.PARAGRAPH if at else BlockKind.HEADLINE))
        at += len(line) + 2
    claims = [
        Claim(
            id=hashlib.sha256(f"{number} {k}".encode()).hexdigest()[:12],
            doc=doc,
            report=digest,
            kind=chance.choice(tuple(Kind)),
            subject=f"{place} {chance.choice(_LAST)}",
            property=f"{thing} {act}",
            value=amount,
            span=block.span,
            quote=block.span.of(text),
            unit=thing,
            as_of=day.isoformat(),
            earliest=day,
            latest=day,
            place=place,
            asserted_by=(Assertor(who),) if k % 5 else (),
            modality=chance.choice(tuple(Modality)),
            confidence=0.4 + k % 6 / 10,
        )
        for k, (block, (who, amount, thing, act)) in enumerate(zip(blocks[1:], facts, strict=True))
    ]
    report = Report(doc, digest, "text/plain", "utf-8", text, tuple(blocks), "es" if is_spanish else "en")
    return replace(report, headline=Fact(lines[0], "layout"), published=Fact(day.isoformat(), "text")), claims


def _pair(a: Report, b: Report) -> Pair:
    passage = Evidence("shared_passage", "the first paragraph", 0.9, a.blocks[1].span, b.blocks[1].span)
    return Pair(a.doc, b.doc, Relation.REWRITE, (passage,))


def _findings(
    chance: random.Random, claims: Sequence[Claim], origins: Sequence[Origin]
) -> tuple[Finding, ...]:
    origin_of = {doc: origin.id for origin in origins for doc in origin.docs}
    asked: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        asked[claim.subject, claim.property].append(claim)
    return tuple(
        Finding(
            f"F{n}",
            f"How many {prop} at {subject}?",
            subject,
            prop,
            chance.choice(tuple(Status)),
            tuple(Answer(str(one.value), (one.id,)) for one in told[:8]),
            tuple(one.id for one in told),
            tuple(dict.fromkeys(one.doc for one in told)),
            tuple(dict.fromkeys(origin_of[one.doc] for one in told)),
            (),
        )
        for n, ((subject, prop), told) in enumerate(asked.items(), 1)
    )
