"""Figures that are of one thing under other names, and sums that a report itself makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build
from habeas.model.dossier import Dossier


def dossier(folder: Path, *texts: str) -> Dossier:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return build([folder])


def conflicts(found: Dossier) -> list[set[object]]:
    values = {c.id: c.value for one in found.claims for c in (one,)}
    return [{values[c] for c in one.claims} for one in found.findings if one.status == "conflict"]


FLIGHT = """Published 14 June 2031

The first plane for Kirindi landed on Saturday with 31 people on board, the Norland ministry said.

Josiane Umuto, Kirindi's spokeswoman, said Hope House would take them in. The Court of Appeal let the flight go.
"""
OTHER = """Published 15 June 2031

A plane with 37 asylum seekers from Norland arrived in Kirindi on Saturday, two officials said.

They were taken to Hope House, Josiane Umuto said. The Court of Appeal had let the flight go.
"""


def test_one_day_s_only_count_of_people_moved_is_one_thing_under_any_noun(tmp_path: Path) -> None:
    assert {31, 37} in conflicts(dossier(tmp_path, FLIGHT, OTHER))


def test_those_who_were_among_others_are_no_other_count(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        FLIGHT,
        OTHER.replace("37 asylum seekers", "31 people")
        + "The 11 were among 31 people flown in on Saturday, lawyers said.\n",
    )
    assert conflicts(found) == []


def test_a_building_s_places_are_not_a_country_s(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        "Published 14 June 2031\n\nA plane for Kirindi landed on Saturday. The country could house 200 arrivals, it said.",
        "Published 15 June 2031\n\nA plane for Kirindi landed on Saturday. Hope House, a hostel, has room for 100 guests.",
    )
    assert conflicts(found) == []


def test_a_regional_prison_is_the_prison_of_its_name(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        "Published 4 March 2033\n\nThe Cotarra Regional Prison held 5,246 men when the riot broke out, the service said.",
        "Published 6 March 2033\n\nThe riot began on Wednesday. The Cotarra prison held more than 5,500, lawyers said.",
    )
    assert {5_246, 5_500} in conflicts(found)


SUMS = [
    (
        "The flight took 31 people there. Four of the 31 have since been flown back, leaving 26 at the hostel.",
        "31 less 4 leaves 26",
        False,
    ),
    (
        "The flight took 31 people there. Four of the 31 have since been flown back, leaving 27 at the hostel.",
        "31 less 4 leaves 27",
        True,
    ),
    (
        "The deal costs 140 million pounds, plus 12,000 pounds a head. For the 37 men, that charge comes to 444,000 pounds.",
        "444,000 for 37 is 12,000 for each",
        True,
    ),
    (
        "The jail will have 800 places. It will cost $52 million, or about $65,000 per place.",
        "52,000,000 for 800 is 65,000 for each",
        True,
    ),
    (
        "The jail was built for 4,300 inmates and held 5,246, 22 percent more than its capacity.",
        "5,246 held is 22% above a capacity of 4,300, against 22 % (overcrowding)",
        True,
    ),
    (
        "The jail was built for 4,300 inmates and held 5,246, 40 percent more than its capacity.",
        "5,246 held is 22% above a capacity of 4,300, against 40 % (overcrowding)",
        False,
    ),
]


@pytest.mark.parametrize(("text", "statement", "holds"), SUMS)
def test_a_report_s_own_sums_are_done_again(tmp_path: Path, text: str, statement: str, holds: bool) -> None:
    found = dossier(tmp_path, f"Published 14 June 2031\n\n{text}\n")
    assert {c.statement: c.holds for c in found.checks}.get(statement) is holds


def test_what_comes_on_top_is_no_share_of_the_whole(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        "Published 14 June 2031\n\nThe two governments signed it. It costs 140 million pounds, plus 12,000 pounds a head.\n",
    )
    assert [c for c in found.checks if "for each" in c.statement] == []


def test_judges_and_those_who_are_left_are_no_parts_of_one_whole(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        "Published 14 June 2031\n\nThe flight took 31 people there. The five justices set aside the ruling, finding that the risk of being sent on to other countries had not been weighed by the ministers or by anybody else. A hostel holds 26.\n",
    )
    assert [c for c in found.checks if " make " in c.statement] == []
