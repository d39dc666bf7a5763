"""The second pack: an earthquake and a flood in six invented reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.flow import build
from habeas.model.claim import Claim, Kind
from habeas.model.dossier import Dossier
from habeas.model.finding import Finding, Status
from habeas.model.lineage import Relation
from habeas.packs import load_pack

REPORTS = Path(__file__).parent / "disasters"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return build([REPORTS], "disasters")


def findings(dossier: Dossier, **wanted: str) -> list[Finding]:
    return [f for f in dossier.findings if all(getattr(f, k) == v for k, v in wanted.items())]


def claims(dossier: Dossier, **wanted: str) -> Iterator[Claim]:
    return (c for c in dossier.claims if all(getattr(c, k) == v for k, v in wanted.items()))


def test_a_later_larger_toll_overtakes_an_earlier_one(dossier: Dossier) -> None:
    (toll,) = findings(dossier, property="deaths", subject="Velora")
    assert toll.status is Status.SUPERSEDED
    assert [a.value for a in toll.answers] == [
        "42 people",
        "at least 42 people",
        "117 people",
        "at least 124 people",
    ]


def test_two_tolls_of_one_day_are_in_conflict(dossier: Dossier) -> None:
    (toll,) = findings(dossier, property="deaths", subject="Lower Maren", status=Status.CONFLICT)
    assert {"13 people", "19 people"} <= {a.value for a in toll.answers}


def test_two_magnitudes_of_one_earthquake_are_in_conflict(dossier: Dossier) -> None:
    (strength,) = findings(dossier, property="magnitude", subject="Velora")
    assert strength.status is Status.CONFLICT
    assert [a.value for a in strength.answers] == ["6.4", "6.8"]
    assert len(strength.reports) == 4
    assert len(strength.origins) == 3


def test_the_copy_is_one_origin_with_its_original(dossier: Dossier) -> None:
    copies = [(p.a, p.b) for p in dossier.lineage.pairs if p.relation is Relation.COPY]
    assert copies == [("1_quake_first_day.txt", "2_quake_copy.txt")]


def test_homes_and_viviendas_are_one_count(dossier: Dossier) -> None:
    (homes,) = findings(dossier, property="homes destroyed", subject="Velora")
    assert homes.status is Status.SUPERSEDED
    assert len(homes.reports) == 3


AID = [
    ("Canada", "aid pledged", 5_000_000, "USD"),
    ("Chile", "aid pledged", 2_000_000, "USD"),
    ("Norway", "aid pledged", 3_000_000, "USD"),
    ("United Nations", "aid sought", 48_000_000, "USD"),
    ("United Nations", "aid received", 11_000_000, "USD"),
    ("Germany", "relief by weight", 40, "tons"),
    ("España", "relief by weight", 12, "tons"),
]


@pytest.mark.parametrize(("giver", "question", "value", "unit"), AID)
def test_aid_is_said_of_the_one_who_gives_or_asks(
    dossier: Dossier, giver: str, question: str, value: float, unit: str
) -> None:
    assert (value, unit) in {(c.value, c.unit) for c in claims(dossier, property=question, subject=giver)}


COUNTS = [
    ("Velora", "depth", 12),
    ("Velora", "people injured", 310),
    ("Velora", "people missing", 22),
    ("Velora", "people in shelters", 14_000),
    ("Velora", "shelters", 31),
    ("Velora", "aftershocks", 90),
    ("Velora", "length of the emergency", 30),
    ("Velora", "bridges and roads hit", 2),
    ("Lower Maren", "people evacuated", 8_500),
    ("Lower Maren", "customers without power", 22_000),
    ("Lower Maren", "rainfall", 310),
    ("Lower Maren", "schools hit", 11),
    ("river", "water level", 4.2),
]


@pytest.mark.parametrize(("subject", "question", "value"), COUNTS)
def test_every_count_answers_its_question(
    dossier: Dossier, subject: str, question: str, value: float
) -> None:
    assert value in {c.value for c in claims(dossier, property=question, subject=subject)}


def test_an_order_that_is_lifted_overtakes_the_order(dossier: Dossier) -> None:
    (order,) = findings(dossier, property="in force")
    assert order.status is Status.SUPERSEDED
    assert order.note == "imposed, then ended"
    assert {"1_quake_first_day.txt", "3_quake_third_day.txt"} <= set(order.reports)


def test_spanish_orders_are_legal_claims_too(dossier: Dossier) -> None:
    told = [c.quote for c in claims(dossier, kind=Kind.LEGAL, doc="5_sismo.txt")]
    assert any("levantó la orden de evacuación" in quote for quote in told)


def test_pledges_that_differ_are_not_the_same_said_in_other_words(dossier: Dossier) -> None:
    for finding in dossier.findings:
        said = {a.value for a in finding.answers}
        assert not any("Canada" in s for s in said) or not any("Norway" in s for s in said)


def test_the_share_of_the_appeal_is_derived(dossier: Dossier) -> None:
    said = [c.statement for c in dossier.checks]
    assert "11,000,000 of 48,000,000 asked for has come: 23%" in said


def test_no_number_or_quotation_is_lost(dossier: Dossier) -> None:
    marked = sum(len(m.quantities) + len(m.quotations) for m in dossier.marks)
    claimed = sum(c.kind in (Kind.QUANTITY, Kind.QUOTATION) for c in dossier.claims)
    assert marked == claimed + len(dossier.unclaimed)


def test_the_parts_are_those_of_the_pack(dossier: Dossier) -> None:
    assert [p.id for p in dossier.record.parts] == [p.id for p in load_pack("disasters").parts]
    filled = {p.id for p in dossier.record.parts if p.entries}
    assert {"event", "toll", "damage", "displacement", "response", "aid", "law"} <= filled


def test_every_spanish_property_has_its_english_twin() -> None:
    known = {p.id: p for p in load_pack("disasters").properties if p.language == "en"}
    for found in load_pack("disasters").properties:
        twin = known[found.id]
        assert (found.unit, found.on, found.cumulative, found.functional) == (
            twin.unit,
            twin.on,
            twin.cumulative,
            twin.functional,
        ), found.id


def test_a_toll_that_is_told_as_a_number_of_dead_is_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Toll rises\n\nPublished 4 November 2024\n\nThe number of dead in the floods in Valencia rose to 214 on Sunday, the"
        " emergency centre said.\n",
        "utf-8",
    )
    found = build([tmp_path], "disasters")
    assert [(c.subject, c.value) for c in claims(found, property="deaths")] == [("Valencia", 214)]
