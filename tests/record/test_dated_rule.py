"""A rule with a threshold, as told and as enacted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from record_stories import dossier, part

from habeas.model.dossier import Dossier
from habeas.packs import load_pack
from habeas.record.dated_rule import NO_ADVICE, applies

TOLD = """Published April 9, 2025

Starting April 11, foreigners who stay in the country for more than 30 days must register with the government under the Alien Registration Act of 1940. Failure to comply could bring fines of up to $5,000.
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return dossier(tmp_path_factory.mktemp("rule"), a=TOLD)


@pytest.mark.parametrize(
    ("stay", "by_report", "by_statute"), [(29, False, False), (30, False, True), (31, True, True)]
)
def test_report_and_statute_part_on_the_thirtieth_day(
    told: Dossier, stay: int, by_report: bool, by_statute: bool
) -> None:
    arrived = date(2025, 6, 1)
    answers = applies(arrived, date.fromordinal(arrived.toordinal() + stay), told.claims, load_pack())
    assert [a.covered for a in answers if a.claims] == [by_report]
    assert [a.covered for a in answers if not a.claims] == [by_statute]
    assert all(a.stayed == stay for a in answers)


def test_before_its_day_the_rule_covers_nobody_by_the_report(told: Dossier) -> None:
    answers = applies(date(2024, 1, 1), date(2025, 4, 1), told.claims, load_pack())
    dated = [a for a in answers if a.claims and "start" in a.reason]
    assert all(a.covered is False for a in dated)


def test_days_must_be_in_order(told: Dossier) -> None:
    with pytest.raises(ValueError, match="is before"):
        applies(date(2025, 5, 2), date(2025, 5, 1), told.claims, load_pack())


def test_reported_figures_stand_beside_the_statute_s(told: Dossier) -> None:
    (beside,) = [e for e in part(told, "registration").entries if e.title == "Beside the statute"]
    assert beside.note == NO_ADVICE
    fine = next(r for r in beside.rows if "$5,000" in r.value)
    assert fine.status == "conflict"
    assert "1306" in fine.label


def test_reports_without_the_rule_have_no_page_of_it(tmp_path: Path) -> None:
    found = dossier(tmp_path, a="The harbour at Skagen was dredged in May 2021.")
    assert part(found, "registration").entries == ()
