"""One act that several reports place on a day: the same day, one night, or days that exclude each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build
from habeas.model.dossier import Dossier

HEAD = "{title}\n\nPublished {day} March 2034\n\nMERANDO — {body}\n\nMayor Tilda Kroon of Merando spoke at the Norra Yard.\n"


def dossier(folder: Path, *told: tuple[int, str]) -> Dossier:
    for number, (day, body) in enumerate(told):
        text = HEAD.format(title="The Norra Yard", day=day, body=body)
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return build([folder])


def days(found: Dossier) -> list[str]:
    return [str(f.status) for f in found.findings if f.property == "day"]


TABLE = [
    (
        "a weekday and a date of one act exclude each other",
        (8, "The port authority announced the closure of the coal quay on Tuesday."),
        (9, "The port authority announced the closure of the coal quay on 8 March."),
        ["conflict"],
    ),
    (
        "a weekday and a date of one day agree",
        (8, "The port authority announced the closure of the coal quay on Tuesday."),
        (9, "The port authority announced the closure of the coal quay on 7 March."),
        ["agree"],
    ),
    (
        "the act may be told in the other's words",
        (8, "The customs depot took a direct hit from a shell on Monday morning."),
        (8, "A shell hit the customs depot early on Tuesday."),
        ["conflict"],
    ),
    (
        "a night is of two days",
        (8, "A shell hit the customs depot late on Monday."),
        (8, "A shell hit the customs depot early on Tuesday."),
        ["refines"],
    ),
    (
        "another act on another day is no conflict",
        (8, "A tribunal blocked the sale of the coal quay on Monday."),
        (9, "A tribunal upheld the sale of the coal quay on Wednesday."),
        [],
    ),
    (
        "what is done again weeks later is another act",
        (8, "Inspectors searched the customs depot for weapons on 7 March."),
        (28, "Inspectors searched the customs depot for weapons on 27 March."),
        [],
    ),
    (
        "other numbers are of another act",
        (8, "The navy flew 31 sailors home from Norra on Monday."),
        (9, "The navy flew 47 sailors home from Norra on Wednesday."),
        [],
    ),
    (
        "the first of its kind comes once, however far the days are apart",
        (28, "The first detainees were brought to the Norra Yard on 1 March."),
        (28, "The Norra Yard took its first detainees on 17 March."),
        ["conflict"],
    ),
    (
        "a day earlier is earlier than a day told before",
        (7, "Mayor Ada Berg signed the harbour decree at noon on Friday."),
        (
            6,
            "Lorries left on Saturday. They had to, by the harbour decree that Mayor Ada Berg signed a day earlier.",
        ),
        [],
    ),
    (
        "the death of one person in other words",
        (8, "Docker Ivo Marsh succumbed to his burns on Tuesday."),
        (9, "The doctors said that Ivo Marsh had passed away on Monday."),
        ["conflict"],
    ),
    (
        "the day after a day that is told",
        (8, "Docker Ivo Marsh died on Tuesday."),
        (9, "Guards beat Ivo Marsh on 5 March. He died the following day."),
        ["conflict"],
    ),
    (
        "the arrest of one person in other words",
        (8, "Envoy Pia Lund was taken into custody on Tuesday at the ferry."),
        (9, "Pia Lund was arrested by the coast guard on Monday."),
        ["conflict"],
    ),
    (
        "whoever arrests others is not arrested",
        (8, "Sheriff Pia Lund detained two dockers on Tuesday at the ferry."),
        (9, "Pia Lund was arrested by the coast guard on Monday."),
        [],
    ),
    (
        "the one attack of each report, in other words",
        (20, "The attack took place on 7 March, the port office said."),
        (20, "The bombing of the coal quay, which occurred on 13 March, killed a docker."),
        ["conflict"],
    ),
    (
        "a report of two attacks tells of another one",
        (20, "The attack took place on 7 March. Another attack took place on 9 March."),
        (20, "The bombing of the coal quay, which occurred on 13 March, killed a docker."),
        [],
    ),
    (
        "what is planned for a day is no act",
        (6, "The council will close the coal quay to lorries on Tuesday."),
        (9, "The council closed the coal quay to lorries on Wednesday."),
        [],
    ),
]


@pytest.mark.parametrize(("one", "other", "wanted"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE])
def test_days_of_one_act(
    tmp_path: Path, one: tuple[int, str], other: tuple[int, str], wanted: list[str]
) -> None:
    assert days(dossier(tmp_path, one, other)) == wanted


def test_a_clock_time_without_a_day_may_be_of_the_day_before(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        (8, "The sit-in of the dockers began around 9.30 a.m. on Tuesday and was peaceful."),
        (9, "The dockers' sit-in started around 9 a.m. and ended peacefully."),
    )
    assert [str(f.status) for f in found.findings if f.property == "hour"] == ["conflict"]


def test_one_odd_minute_on_days_that_are_near_is_one_event(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        (8, "A headcount at 8:40 a.m. on Tuesday showed who had gone."),
        (9, "Nobody missed the dockers until 8:40 am."),
    )
    assert [str(f.status) for f in found.findings if f.property == "hour"] == ["agree"]


def test_what_befell_a_person_in_two_years_is_contested(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        (8, "Envoy Pia Lund was deported to Tarnia last year."),
        (9, "Pia Lund was deported to Tarnia in January 2034."),
    )
    assert [str(f.status) for f in found.findings if f.property == "date of deported"] == ["conflict"]


def test_when_the_one_deal_of_a_story_was_made_is_asked_by_whatever_noun(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        (8, "The pact was signed in Tarnia in January 2034."),
        (9, "The arrangement was formalised in Tarnia in May 2033."),
    )
    assert [str(f.status) for f in found.findings if f.property == "date of signing"] == ["conflict"]


SHIFTED = [
    ("The march began at about 10:20 a.m.", "The march started around 9:30 a.m.", ["conflict"]),
    ("The march began at about 10:20 a.m.", "The march ended around 9:30 a.m.", []),
    ("The march began at about 10:20 a.m.", "The regatta began around 9:30 a.m.", []),
    (
        "The march began at about 10:20 a.m.",
        "Dockers set off for the march. That happened around 9:30 a.m.",
        ["conflict"],
    ),
]


@pytest.mark.parametrize(("one", "other", "wanted"), SHIFTED)
def test_hours_at_which_one_thing_began(tmp_path: Path, one: str, other: str, wanted: list[str]) -> None:
    head = "The Norra Yard\n\nPublished 8 March 2034\n\nTilda Kroon led the dockers of Merando.\n\n{}\n\nMayor Tilda Kroon of Merando spoke at the Norra Yard.\n"
    for number, body in enumerate((one, other)):
        (tmp_path / f"{number}.txt").write_text(head.format(body), "utf-8")
    assert [str(f.status) for f in build([tmp_path]).findings if f.property == "hour"] == wanted


PERIODS = [
    ("The firm bought the coal quay in 2033.", "The firm bought the coal quay in 2032.", ["conflict"]),
    ("The firm bought the coal quay in May 2033.", "The firm bought the coal quay in 2033.", []),
    ("The firm bought the coal quay in 2033.", "The firm sold its salt barges in 2031.", []),
    ("The firm bought the coal quay in 2033.", "The firm bought the coal quay in 2011.", []),
    ("Dockers blocked the coal quay last week.", "Dockers blocked the coal quay the week before last.", []),
]


@pytest.mark.parametrize(("one", "other", "wanted"), PERIODS)
def test_the_months_and_years_of_one_act(tmp_path: Path, one: str, other: str, wanted: list[str]) -> None:
    found = dossier(tmp_path, (8, one), (9, other))
    assert [str(f.status) for f in found.findings if f.property == "period"] == wanted


def test_the_day_of_a_visit_is_not_that_of_what_was_visited(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        (8, "The attack on the coal quay on Tuesday night killed two dockers."),
        (9, "On Wednesday the mayor toured the scene of the attack on the coal quay and wept."),
    )
    assert days(found) == []
