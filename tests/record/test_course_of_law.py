"""What courts did to a measure, what overtook what, and what held on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from record_stories import ISLAND_HALTED, ISLAND_LIFTED, dossier, part

from habeas.model.dossier import Dossier
from habeas.model.finding import Check, CheckType
from habeas.model.law import Effect, LegalStep
from habeas.model.pack import Law
from habeas.reconcile.legal import groups, state_on
from habeas.reconcile.legal.citations import cited_in, cited_laws
from habeas.reconcile.legal.effects import effect
from habeas.reconcile.legal.vocabulary import vocabulary
from habeas.reconcile.names import folded


@pytest.fixture(scope="module")
def island(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return dossier(tmp_path_factory.mktemp("island"), a=ISLAND_HALTED, b=ISLAND_LIFTED)


def in_force(found: Dossier) -> list[Check]:
    return [k for k in found.checks if k.type is CheckType.ORDER_IN_FORCE]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("blocked the flights", Effect.STOPS),
        ("barred any further removal", Effect.STOPS),
        ("lifted the order", Effect.ALLOWS),
        ("vacated the injunction against the levy", Effect.ALLOWS),
        ("struck down the levy", Effect.STOPS),
        ("upheld the ban on exports", Effect.STOPS),
        ("upheld the minister's plan", Effect.ALLOWS),
        ("voted 2-1 to leave in place the order", Effect.STOPS),
        ("let the sales go ahead", Effect.ALLOWS),
        ("ordered the digging to stop", Effect.STOPS),
        ("ruled that the ministry may resume the transfers", Effect.ALLOWS),
        ("ordered the ministry to publish the plan", Effect.NONE),
        ("declined to block the tax", Effect.ALLOWS),
        ("refused to lift the injunction", Effect.STOPS),
        ("suspended the president's order", Effect.STOPS),
    ],
)
def test_an_act_of_a_court_stops_or_allows(words: str, expected: Effect) -> None:
    told = effect(folded(words), vocabulary("en"))
    assert told is not None
    assert told[1] is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("suspendió las expulsiones", Effect.STOPS),
        ("levantó la orden", Effect.ALLOWS),
        ("rechazó levantar la suspensión", Effect.STOPS),
        ("permitió reanudar los vuelos", Effect.ALLOWS),
        ("confirmó la prohibición", Effect.STOPS),
    ],
)
def test_spanish_acts_stop_or_allow(words: str, expected: Effect) -> None:
    told = effect(folded(words), vocabulary("es"))
    assert told is not None
    assert told[1] is expected


def test_words_without_an_act_tell_none() -> None:
    assert effect(folded("visited the harbour"), vocabulary("en")) is None


def test_an_act_finds_its_object_in_the_words_before_it() -> None:
    words = vocabulary("en")
    alone = effect(folded("had upheld on May 2"), words)
    after = effect(folded("had upheld on May 2"), words, folded("the order that a judge had issued"))
    assert alone is not None
    assert after is not None
    assert (alone[1], after[1]) == (Effect.ALLOWS, Effect.STOPS)


def test_several_reports_make_one_course(island: Dossier) -> None:
    moving = [s for s in island.record.steps if s.effect is not Effect.NONE]
    assert [(s.actor, s.act, s.vote) for s in moving] == [
        ("Federal Court of Australia", "blocked", None),
        ("High Court of Australia", "lifted", "5-2"),
    ]
    assert moving[1].overtakes == (moving[0].id,)
    assert moving[0].docs == ("a.txt", "b.txt")
    assert all(s.claims for s in moving)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2024, 6, 1), Effect.NONE),
        (date(2024, 6, 3), Effect.STOPS),
        (date(2024, 6, 6), Effect.STOPS),
        (date(2024, 6, 7), Effect.ALLOWS),
        (date(2025, 1, 1), Effect.ALLOWS),
    ],
)
def test_the_state_of_a_day_follows_the_last_act_before_it(
    island: Dossier, day: date, expected: Effect
) -> None:
    (course,) = groups(island.record.steps)
    assert state_on(day, course).effect is expected


def step(name: str, does: Effect, earliest: date | None, latest: date | None, level: int = 10) -> LegalStep:
    return LegalStep(name, "the levy", name, level, "acted", does, "", earliest, latest, ("c",), ("d",))


def test_an_undated_contrary_act_leaves_the_state_untold() -> None:
    course = (
        step("judge", Effect.STOPS, date(2024, 5, 2), date(2024, 5, 2)),
        step("upper court", Effect.ALLOWS, None, None, 40),
    )
    found = state_on(date(2024, 5, 9), course)
    assert found.effect is None
    assert found.open == ("upper court",)
    assert "no report dates this" in found.note


def test_an_undated_act_of_the_same_effect_changes_nothing() -> None:
    course = (
        step("judge", Effect.STOPS, date(2024, 5, 2), date(2024, 5, 2)),
        step("upper court", Effect.STOPS, None, None, 40),
    )
    assert state_on(date(2024, 5, 9), course).effect is Effect.STOPS


def test_an_act_that_must_have_come_before_what_stands_is_past() -> None:
    course = (
        step("council", Effect.ALLOWS, None, date(2024, 5, 1)),
        step("judge", Effect.STOPS, date(2024, 5, 2), date(2024, 5, 2)),
    )
    assert state_on(date(2024, 5, 9), course).effect is Effect.STOPS


def test_each_act_is_set_against_the_order_of_its_day(island: Dossier) -> None:
    told = {k.formula.removeprefix("orders on "): k.holds for k in in_force(island)}
    assert told["2024-06-01"] is False
    assert told["2024-06-05"] is True
    assert told["2024-06-09"] is False


def test_an_act_on_the_day_of_the_order_cannot_be_told(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Published May 3, 2024\n\nOn Thursday the Regional Court in Essen halted deportations under the Residence Act "
        "of 2004. On Thursday 40 men were deported to Kabul, the ministry said.",
    )
    (check,) = in_force(found)
    assert check.holds is None
    assert "same day" in check.note


def test_a_report_that_says_despite_an_order_is_taken_at_its_word(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="The ministry deported 16 students to Minsk despite a court order, a union of teachers wrote.",
    )
    told = [k for k in in_force(found) if "student" in k.statement]
    assert len(told) == 1
    assert all(k.claims for k in told)


def test_reports_without_courts_have_no_course(tmp_path: Path) -> None:
    found = dossier(tmp_path, a="The bridge at Lund was painted red in May 2021, the town said.")
    assert found.record.steps == ()
    assert in_force(found) == []


def test_lanes_hold_from_an_act_to_the_act_that_overtook_it(island: Dossier) -> None:
    lanes = {lane.title: lane.items for lane in part(island, "law").lanes}
    (blocked,) = lanes["Federal Court of Australia"]
    assert (blocked.earliest, blocked.latest, blocked.open_end) == (date(2024, 6, 3), date(2024, 6, 7), False)
    assert lanes["High Court of Australia"][0].open_end


def test_statutes_carry_the_pack_s_citation_without_a_claim(island: Dossier) -> None:
    statute = next(e for e in part(island, "law").entries if e.title == "Migration Act")
    citation = next(r for r in statute.rows if r.label.startswith("citation"))
    assert citation.claims == ()
    assert next(r.value for r in statute.rows if r.label == "year") == "1958"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("moved under 50 U.S.C. § 21 on Friday", ["50usc21"]),
        ("8 USC 1306 and 54 Stat. 670", ["8usc1306", "54stat670"]),
        ("title 18 U.S.C. section 3571", ["18usc3571"]),
        ("On May 12 Ana Bell paid 30 dollars", []),
        ("", []),
    ],
)
def test_citations_are_found_in_text(text: str, expected: list[str]) -> None:
    assert list(cited_in(text)) == expected


def test_a_citation_names_the_pack_s_law() -> None:
    laws = (
        Law("a", "Harbour Act", (), "12 U.S.C. 40-42; 9 Stat. 77"),
        Law("b", "Quay Act", (), "12 U.S.C. 50, 52"),
    )
    found = cited_laws(laws)
    assert {found[k] for k in ("12usc40", "12usc41", "12usc42", "9stat77")} == {"Harbour Act"}
    assert found["12usc52"] == "Quay Act"
    assert "12usc51" not in found


def test_an_order_on_a_cited_section_is_about_that_law(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Published May 9, 2025\n\nOn Tuesday a federal judge in Denver blocked removals under 50 U.S.C. 21, a court "
        "clerk said.",
    )
    assert [s.measure for s in found.record.steps if s.effect is Effect.STOPS] == ["Alien Enemies Act"]
