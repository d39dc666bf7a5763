"""Orders as courts of several countries give, stay, lift and find them, and what is done against them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from record_stories import dossier

from habeas.model.finding import CheckType
from habeas.model.law import Effect
from habeas.reconcile.legal import groups, state_on
from habeas.reconcile.legal.effects import effect
from habeas.reconcile.legal.vocabulary import vocabulary
from habeas.reconcile.names import folded


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ruled that the levy is unlawful", Effect.STOPS),
        ("ruled that the levy was lawful", Effect.ALLOWS),
        ("found the ban on strikes unconstitutional", Effect.ALLOWS),
        ("declared the decree illegal", Effect.STOPS),
        ("overturned a ruling that the levy was lawful", Effect.STOPS),
        ("upheld a decision that the levy was illegal", Effect.STOPS),
        ("issued an injunction against the levy", Effect.STOPS),
        ("refused to issue an injunction", None),
        ("voted to set it aside", Effect.STOPS),
        ("heard arguments on whether to block the levy", Effect.NONE),
    ],
)
def test_what_a_court_finds_or_issues_stops_or_allows(words: str, expected: Effect | None) -> None:
    told = effect(folded(words), vocabulary("en"))
    assert (told[1] if told else None) is expected


def test_spanish_findings_stop_or_allow() -> None:
    told = effect(folded("dictaminó que el decreto es inconstitucional"), vocabulary("es"))
    assert told is not None
    assert told[1] is Effect.STOPS


COUNTY = """Jail must stop taking people in

Published January 12, 2024

LIMA, Ohio — A judge ordered the county on December 4 to stop taking new inmates at the jail. An appeals court stayed that order on December 18. On January 5 the Ohio Supreme Court lifted the stay, by 4-3.
"""


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2023, 12, 5), Effect.STOPS),
        (date(2023, 12, 20), Effect.ALLOWS),
        (date(2024, 1, 6), Effect.STOPS),
    ],
)
def test_to_lift_a_stay_lets_the_order_stop_again(tmp_path: Path, day: date, expected: Effect) -> None:
    (course,) = groups(dossier(tmp_path, a=COUNTY).record.steps)
    assert state_on(day, course).effect is expected


def test_an_order_that_had_barred_something_came_before_it_was_vacated(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Appeals court lets removals go on\n\nPublished May 20, 2025\n\nBOSTON — The 1st U.S. Circuit Court of Appeals"
        " on Monday vacated an order that had barred removals to Ghana, ruling 2-1.\n\nU.S. District Judge Anna Lowell"
        " had issued the order on May 2 under the Immigration and Nationality Act.\n",
    )
    moving = [s for s in found.record.steps if s.effect is not Effect.NONE]
    assert [(s.actor, s.effect, s.earliest) for s in moving] == [
        ("Anna Lowell", Effect.STOPS, date(2025, 5, 2)),
        ("U.S. Circuit Court of Appeals", Effect.ALLOWS, date(2025, 5, 19)),
    ]


def test_rulings_on_a_plan_follow_one_another(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Top court rules on Rwanda\n\nPublished 15 November 2023\n\nLONDON — The UK Supreme Court ruled unanimously on"
        " Wednesday that the plan to send asylum seekers to Rwanda is unlawful, upholding a decision by the Court of"
        " Appeal in June.\n\nThe Court of Appeal had voted 2-1 on 29 June to overturn a ruling that the plan was"
        " lawful.\n",
    )
    moving = [(s.actor, s.effect, s.vote) for s in found.record.steps if s.effect is not Effect.NONE]
    assert moving == [
        ("Court of Appeals", Effect.STOPS, "2-1"),
        ("UK Supreme Court", Effect.STOPS, "unanimous"),
    ]


def test_a_court_s_short_name_stands_for_the_full_one_of_its_report(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Court lifts ban on transfers\n\nPublished June 10, 2024\n\nDARWIN — The High Court lifted an order against"
        " transfers under the Migration Act 1958. The High Court of Australia voted 5-2 on June 7 to set it aside.\n",
    )
    assert {s.actor for s in found.record.steps if s.effect is not Effect.NONE} == {"High Court of Australia"}


@pytest.mark.parametrize(
    "words",
    [
        "despite an injunction from the Federal Circuit Court",
        "in violation of the order",
        "although a court had forbidden it",
        "in defiance of a restraining order",
    ],
)
def test_an_act_against_an_order_is_set_against_it(tmp_path: Path, words: str) -> None:
    found = dossier(
        tmp_path,
        a=f"Flight to Nauru\n\nPublished June 10, 2024\n\nDARWIN — Australia flew 12 men to Nauru on Friday {words}.\n",
    )
    told = [k for k in found.checks if k.type is CheckType.ORDER_IN_FORCE]
    assert [k.holds for k in told] == [True]


def test_the_bench_of_a_supreme_court_is_that_of_the_country_whose_law_is_judged(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Court rules\n\nPublished April 8, 2025\n\nThe Supreme Court ruled 5-4 on Monday to uphold the use of the Alien"
        " Enemies Act.\n",
    )
    assert "Supreme Court of the United States" in next(
        k.statement for k in found.checks if "5-4" in k.statement
    )
