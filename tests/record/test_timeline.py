"""The timeline: what stands on it, once, at its time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from record_stories import dossier

from habeas.model.dossier import Dossier
from habeas.model.record import LaneItem


def items(found: Dossier, words: str) -> list[LaneItem]:
    return [item for item in found.record.timeline if words in item.label]


def test_an_event_stands_at_the_day_that_the_report_tells(tmp_path: Path) -> None:
    found = dossier(
        tmp_path, a="Published August 14, 2023\n\nPolice arrested nine fishermen in Lagos on August 11."
    )
    (item,) = items(found, "nine fishermen")
    assert (item.earliest, item.latest) == (date(2023, 8, 11), date(2023, 8, 11))


def test_one_event_of_two_reports_is_one_item_that_cites_both(tmp_path: Path) -> None:
    line = (
        "Published August 14, 2023\n\n{}The navy returned 45 sailors to Accra on August 11, officials said."
    )
    found = dossier(tmp_path, a=line.format(""), b=line.format("A storm was near. "))
    told = items(found, "returned 45 sailors")
    by_id = {c.id: c.doc for c in found.claims}
    assert len(told) == 1
    assert {by_id[i] for i in told[0].claims} == {"a.txt", "b.txt"}


def test_what_is_thought_or_undated_is_not_on_the_timeline(tmp_path: Path) -> None:
    found = dossier(
        tmp_path, a="The harbour is too small for ferries. Guards searched the luggage of every crew."
    )
    assert found.record.timeline == ()


def test_an_item_is_no_longer_than_a_month_unless_its_period_is_stated(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Published March 9, 2024\n\nThe ministry deported 310 miners to Lusaka in 2023. Soldiers guard the gates.",
    )
    for item in found.record.timeline:
        assert item.earliest is not None
        assert item.latest is not None
        stated = "2023" in item.label or "310" in item.label
        assert stated or (item.latest - item.earliest).days <= 31


def test_a_planned_act_is_told_as_a_plan(tmp_path: Path) -> None:
    found = dossier(
        tmp_path, a="Published March 9, 2024\n\nThe ministry will transfer 60 guards to Ndola on March 20."
    )
    assert {item.kind for item in items(found, "60 guards")} <= {"plan", "quantity"}
    assert items(found, "60 guards")
