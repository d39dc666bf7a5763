"""Transfers as reports of several countries tell them: who, by what, how many, and on whose word."""

from __future__ import annotations

from pathlib import Path

import pytest
from record_stories import dossier, entry, part, rows

from habeas.model.dossier import Dossier
from habeas.model.finding import Status

ABOARD = """Three groups on one plane

Published September 4, 2023

PERTH — Australia flew 71 asylum seekers to Nauru on Friday on two planes, Border Force said. Of the 71, 44 were Sri Lankans and 27 were Iranians. Officials say that they belong to the Harbour Boys, a gang. They were taken by bus to the Nauru Regional Processing Centre.
"""

LATER = """Another flight to Nauru

Published September 12, 2023

PERTH — Border Force flew another 30 asylum seekers to Nauru on Friday. That brings the number of people flown to the Nauru Regional Processing Centre to {total}, Border Force said under the Migration Act 1958.
"""


@pytest.fixture(scope="module")
def aboard(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return dossier(tmp_path_factory.mktemp("aboard"), a=ABOARD)


def test_a_cohort_names_its_peoples_with_their_numbers(aboard: Dossier) -> None:
    assert rows(entry(aboard, "transfer", "71 people"), "nationality") == ["44 Sri Lankans | 27 Iranians"]


def test_a_cohort_names_what_carried_it(aboard: Dossier) -> None:
    (carried,) = rows(entry(aboard, "transfer", "71 people"), "carried by")
    assert "2 planes" in carried
    assert "bus" in carried


def test_the_peoples_of_any_country_answer_the_question_of_nationality(aboard: Dossier) -> None:
    asked = {u.question for u in part(aboard, "transfer").unknowns}
    assert "What nationality do the people have?" not in asked


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Eleven men were put on a plane to Accra on May 9.", "11 people"),
        ("The coast guard brought 250 migrants back to Tripoli on May 7.", "250 people"),
        ("Guards took 40 detainees by bus to the Baxter camp on May 8.", "40 people"),
    ],
)
def test_people_put_aboard_brought_back_or_driven_are_moved(tmp_path: Path, told: str, expected: str) -> None:
    found = dossier(tmp_path, a=f"Migrants and deportees moved\n\nPublished May 12, 2025\n\n{told}\n")
    assert any(expected in e.title for e in part(found, "transfer").entries)


def test_a_court_is_no_place_that_people_are_moved_from(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Flight\n\nPublished May 12, 2025\n\nOn May 9 two men were flown to Nauru despite an injunction from the Federal"
        " Circuit Court.\n",
    )
    assert [v for e in part(found, "transfer").entries for v in rows(e, "from")] == []


@pytest.mark.parametrize(("total", "holds"), [("101", True), ("120", False)])
def test_a_running_total_is_set_against_what_another_report_told(
    tmp_path: Path, total: str, holds: bool
) -> None:
    found = dossier(
        tmp_path, a=ABOARD + "They were sent under the Migration Act 1958.\n", b=LATER.format(total=total)
    )
    told = [k for k in found.checks if k.statement == f"71 and 30 make {total}"]
    assert [k.holds for k in told] == [holds]
    assert {found_claim.doc for found_claim in found.claims if found_claim.id in told[0].claims} == {
        "a.txt",
        "b.txt",
    }


@pytest.mark.parametrize(
    ("second", "status"),
    [
        ("The flight carried gang members to the Nauru Regional Processing Centre", Status.CONFLICT),
        ("The flight carried alleged gang members to the Nauru Regional Processing Centre", Status.REFINES),
    ],
)
def test_to_assert_what_another_report_hedges_is_a_conflict(
    tmp_path: Path, second: str, status: Status
) -> None:
    hedged = "The plane carried alleged gang members to the Nauru Regional Processing Centre on Friday under the Migration Act 1958."
    found = dossier(
        tmp_path,
        a=f"Flight\n\nPublished May 12, 2025\n\n{hedged}\n",
        b=f"Plane\n\nPublished May 12, 2025\n\n{second} under the Migration Act 1958.\n",
    )
    told = [f for f in found.findings if f.property == "described_as" and f.subject == "people concerned"]
    assert [f.status for f in told] == [status]
    framing = [e for e in part(found, "origin").entries if e.title == "The same people, by stance"]
    assert [r.finding for e in framing for r in e.rows] == [told[0].id] * len(told[0].answers)
