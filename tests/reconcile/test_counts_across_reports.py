"""Counts that several reports of one event give, each in its own words: what is one thing, and what took its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build
from habeas.model.dossier import Dossier

HEAD = "{title}\n\nPublished {day} March 2034\n\nMERANDO — {body}\n\nMayor Tilda Kroon of Merando spoke at the Norra Yard.\n"


def dossier(folder: Path, *told: tuple[int, str, str]) -> Dossier:
    for number, (day, title, body) in enumerate(told):
        text = HEAD.format(title=title, day=day, body=body)
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return build([folder])


def related(found: Dossier, status: str) -> list[tuple[set[object], tuple[str, ...]]]:
    """The numbers and the reports of each finding of a status."""
    values = {c.id: c.value for c in found.claims}
    alike = {"agree": ("agree", "refines")}.get(status, (status,))
    return [({values[c] for c in f.claims}, f.reports) for f in found.findings if f.status in alike]


BOTH = ("0.txt", "1.txt")
TABLE = [
    (
        "how many took part, in two words for it",
        [
            (4, "Unrest in Merando", "Some 60 dockers joined the protest on the quay, a union said."),
            (4, "Unrest on the quay", "About 40 dockers had taken part in the protest, police said."),
        ],
        "conflict",
        {60, 40},
    ),
    (
        "more are found as days pass",
        [
            (4, "Raid in Merando", "At least 10 children were found in the sheds."),
            (9, "Raid in Merando", "Officials now say that 14 children were found in the sheds."),
        ],
        "superseded",
        {10, 14},
    ),
    (
        "a toll that has risen takes the place of the one of the same day",
        [
            (4, "Barge blaze in Merando", "At least 12 dockers were killed in a barge blaze."),
            (
                4,
                "Barge blaze toll climbs",
                "The number of dockers killed in the barge blaze has risen to 17.",
            ),
        ],
        "superseded",
        {12, 17},
    ),
    (
        "a toll far behind its verb is a toll",
        [
            (4, "Barge blaze in Merando", "The barge blaze killed 12 dockers."),
            (
                5,
                "Barge blaze",
                "The death toll of the blaze that swept through a coal barge moored at the old quay rose to 17.",
            ),
        ],
        "superseded",
        {12, 17},
    ),
    (
        "a report of the same day that bounds its number may be the earlier one",
        [
            (4, "Barge blaze kills 12", "A barge blaze killed at least 12 dockers."),
            (5, "Barge blaze kills 17", "At least 17 dockers died in the barge blaze."),
        ],
        "superseded",
        {12, 17},
    ),
    (
        "two offices give two numbers on one day",
        [
            (4, "Barge blaze", "The barge blaze wounded 35 dockers, the ministry said."),
            (4, "Barge blaze", "The barge blaze wounded 80 dockers, the harbour master said."),
        ],
        "conflict",
        {35, 80},
    ),
    (
        "what leaves so many dead leaves nobody over",
        [
            (4, "Barge blaze", "A barge blaze broke out at the quay, leaving 12 dead."),
            (4, "Barge blaze", "The barge blaze killed 14 dockers."),
        ],
        "conflict",
        {12, 14},
    ),
    (
        "who is taken to a hospital is told in many words",
        [
            (4, "Barge blaze", "Sixteen dockers were hospitalised after the barge blaze."),
            (4, "Barge blaze", "After the barge blaze 16 people were taken to hospitals."),
        ],
        "agree",
        {16},
    ),
    (
        "men and women among the dead are told of again",
        [
            (4, "Barge blaze", "Among the victims of the barge blaze were 9 men and 4 women."),
            (5, "Barge blaze", "Among the dead of the barge blaze were 9 men and 5 women."),
        ],
        "superseded",
        {4, 5},
    ),
    (
        "some of a whole are told of by what they are",
        [
            (4, "Barge blaze", "Twelve adults were taken to hospital after the barge blaze."),
            (
                4,
                "Barge blaze",
                "Sixteen people were taken to hospital after the barge blaze, and 12 of them were adults.",
            ),
        ],
        "agree",
        {12},
    ),
    (
        "people of one country are counted in many words",
        [
            (4, "Barge blaze", "The dead of the barge blaze included 7 Bolivians."),
            (4, "Barge blaze", "Of the dead in the barge blaze, seven were from Bolivia."),
        ],
        "agree",
        {7},
    ),
    (
        "what happened years ago is told of again",
        [
            (
                4,
                "Barge blaze kills 12",
                "The barge blaze killed 12. In 2019, 8 dockers died at the same quay.",
            ),
            (4, "Barge blaze kills 12", "The barge blaze killed 12. A blast killed 8 there in 2019."),
        ],
        "agree",
        {8},
    ),
    (
        "who was inside is told in many words",
        [
            (4, "Barge blaze", "Officers said 120 dockers had been in the hall when the blaze began."),
            (
                4,
                "Barge blaze",
                "The hall where around 150 dockers were staying burned down in the barge blaze.",
            ),
        ],
        "conflict",
        {120, 150},
    ),
    (
        "the first toll of a night may be a third of the later one",
        [
            (4, "Barge blaze", "At least 8 dockers died in the barge blaze."),
            (5, "Barge blaze", "The barge blaze killed 25 dockers."),
        ],
        "superseded",
        {8, 25},
    ),
    (
        "who got away is told in many words",
        [
            (4, "Jail emptied", "Around 200 men got away from the Norra Yard jail on Friday."),
            (5, "Jail emptied", "More than 400 inmates escaped from the Norra Yard jail."),
        ],
        "superseded",
        {200, 400},
    ),
    (
        "who was caught again is no part of who got away",
        [
            (4, "Jail emptied", "Police recaptured 60 of the inmates who escaped from the Norra Yard jail."),
            (
                6,
                "Jail emptied",
                "Police said 69 of the 421 fugitives of the Norra Yard jail had been caught.",
            ),
        ],
        "superseded",
        {60, 69},
    ),
    (
        "some who were hurt were hurt badly",
        [
            (4, "Barge blaze", "The barge blaze hurt 200 dockers, 72 of them seriously."),
            (
                5,
                "Barge blaze",
                "Some 226 dockers were hurt in the barge blaze, including 81 who were seriously burned.",
            ),
        ],
        "superseded",
        {72, 81},
    ),
    (
        "two weeks are fourteen days",
        [
            (4, "Order", "Judge Orla Henn's order on the Merando barges is in place for 14 days."),
            (5, "Order", "Judge Orla Henn barred all tows from Merando for at least two weeks."),
        ],
        "agree",
        {2, 14},
    ),
    (
        "the first dead of a night is one of many",
        [
            (4, "Barge blaze", "At least one docker died in the barge blaze."),
            (5, "Barge blaze", "At least seven dockers died in the barge blaze."),
        ],
        "superseded",
        {1, 7},
    ),
    (
        "a bound that is told for its size is no earlier count",
        [
            (
                4,
                "Barge blaze",
                "More than a million people fled the coast, Tilda Kroon said of the barge blaze.",
            ),
            (
                5,
                "Barge blaze",
                "Around 1.3 million people fled the coast, Tilda Kroon said of the barge blaze.",
            ),
        ],
        "agree",
        {1_000_000, 1_300_000},
    ),
    (
        "what was built in so many days",
        [
            (4, "Yard", "The Norra Yard was built in eight days."),
            (5, "Yard", "Merando's jail, hastily put up in just eight days, was meant to last."),
        ],
        "agree",
        {8},
    ),
    (
        "small things of one name",
        [
            (4, "Barge sinks", "The crew of the barge was moved onto two smaller boats off Merando."),
            (4, "Barge sinks", "Off Merando the men were told to board three smaller boats."),
        ],
        "conflict",
        {2, 3},
    ),
    (
        "two counts of people moved that are told in the same words",
        [
            (4, "Flight", "Merando announced that a plane carrying 174 Bolivian dockers had landed."),
            (4, "Flight", "The harbour announced the arrival of a plane with 171 Bolivian dockers."),
        ],
        "conflict",
        {171, 174},
    ),
    (
        "who stopped work is told in many words",
        [
            (4, "Strike", "Some 700 workers walked out of the Norra Yard, the union said."),
            (5, "Strike", "More than 1,000 of the yard's 1,300 workers have downed tools, the union said."),
        ],
        "superseded",
        {700, 1000},
    ),
    (
        "fewer are missing from day to day",
        [
            (4, "Barge blaze", "Six dockers were still missing after the barge blaze."),
            (6, "Barge blaze", "Two dockers are missing after the barge blaze."),
        ],
        "superseded",
        {6, 2},
    ),
    (
        "a toll that is raised by the last dead of all",
        [
            (4, "Deaths in custody", "Deaths at the Norra Yard jail have reached at least 16 this year."),
            (
                5,
                "Deaths in custody",
                "A docker died at the Norra Yard jail on Monday, bringing the toll to 17.",
            ),
        ],
        "superseded",
        {16, 17},
    ),
    (
        "a 1,196-bed jail has 1,196 beds",
        [
            (4, "Jail", "The 1,196-bed Norra Yard jail opened in May."),
            (5, "Jail", "The Norra Yard jail, which has 1,100 beds, is full."),
        ],
        "conflict",
        {1196, 1100},
    ),
]


@pytest.mark.parametrize(
    ("told", "status", "values"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_counts_of_one_thing_meet(tmp_path, told, status, values) -> None:
    assert [
        1 for found, docs in related(dossier(tmp_path, *told), status) if found == values and docs == BOTH
    ]


APART = [
    (
        "who refuses food does not down tools",
        [
            (4, "Fast in Merando", "About 60 inmates joined a hunger strike, a priest said."),
            (4, "Strike in Merando", "Some 90 dockers went on strike, a union said."),
        ],
        {60, 90},
    ),
    (
        "people flown from a country need not be its own",
        [
            (4, "Flight", "The ministry flew 90 people from Bolivia to Merando."),
            (4, "Flight", "The ministry flew 90 people to Merando, 20 of them Bolivians."),
        ],
        {20, 90},
    ),
    (
        "a bound and a part of the same size are of two things",
        [
            (4, "Barge blaze", "More than 40 dockers died in the barge blaze."),
            (5, "Barge blaze", "The barge blaze killed 53 dockers. Among the dead were 40 men and 13 women."),
        ],
        {40, 53},
    ),
    (
        "what was counted in an event of another year",
        [
            (
                4,
                "Jail",
                "The Norra Yard jail, known for a 2019 breakout in which 899 men were held there, burned.",
            ),
            (4, "Jail", "The Norra Yard jail held about 1,500 men before it burned."),
        ],
        {899, 1500},
    ),
    (
        "some of a whole, and the whole",
        [
            (4, "Flight", "The ministry flew 299 people to Merando."),
            (5, "Flight", "Some 110 of the 299 people whom the ministry flew to Merando were at the camp."),
        ],
        {110, 299},
    ),
    (
        "those who are among a whole, and those still to come",
        [
            (4, "Flight", "The ministry flew 135 people to Merando on Monday, including 65 minors."),
            (
                5,
                "Flight",
                "Officials said 135 people were on the flight: 65 children and 70 adults.\n\nAnother 65 people would be flown to Merando.",
            ),
        ],
        {65, 135},
    ),
    (
        "those flown in one month and those of another",
        [
            (
                6,
                "Flight",
                "Merando received 10 deportees on Monday, besides five deportees it received in January.",
            ),
            (7, "Flight", "Ten deportees are held in Merando, which received them on Monday."),
        ],
        {5, 10},
    ),
    (
        "two windows of a hall and all who are in it",
        [
            (4, "Hall", "The Norra Yard jail held two girls, their mother said."),
            (4, "Hall", "The Norra Yard jail holds 175 people."),
        ],
        {2, 175},
    ),
]


@pytest.mark.parametrize(("told", "values"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_counts_of_two_things_never_exclude_each_other(tmp_path, told, values) -> None:
    assert [found for found, _ in related(dossier(tmp_path, *told), "conflict") if found == values] == []


HOURS = [
    ("at 3:10 a.m.", "around 3:10am", "agree"),
    ("at 3:10 a.m.", "around 3:10 a.m.", "agree"),
    ("shortly after 3 a.m.", "at 3:10 a.m.", "agree"),
    ("at 3 a.m.", "at 3:10 a.m.", "conflict"),
    ("at 2:30 a.m.", "at 2:35 am", "conflict"),
]


@pytest.mark.parametrize(("one", "other", "status"), HOURS)
def test_hours_of_one_event_meet(tmp_path, one, other, status) -> None:
    found = dossier(
        tmp_path,
        (4, "Barge sinks", f"A coal barge with 14 hands sank off the old quay {one} on Friday."),
        (4, "Barge sinks", f"The barge sank {other} on Friday off the quay of the old town."),
    )
    asked = [f.status for f in found.findings if f.property == "hour"]
    assert len(asked) == 1
    assert {"refines": "agree"}.get(asked[0], asked[0]) == status


def test_one_number_on_two_days_is_contested(tmp_path) -> None:
    found = dossier(
        tmp_path,
        (6, "Flight", "On March 5, 2034, the ministry flew 177 people from Merando to Norra."),
        (5, "Flight", "The ministry flew 177 people from Merando to Norra on Saturday."),
    )
    (asked,) = [f for f in found.findings if f.property == "day"]
    assert (asked.status, {a.value for a in asked.answers}) == ("conflict", {"2034-03-04", "2034-03-05"})


def test_a_building_that_reports_call_by_its_last_word_is_one(tmp_path) -> None:
    found = dossier(
        tmp_path,
        (
            4,
            "Judge closes camp",
            "A judge closed the detention facility known as Gravel Alcatraz in the marsh.",
        ),
        (4, "Judge closes camp", "Alcatraz detention center can hold 300 men."),
    )
    assert len([e for e in found.entities if "Alcatraz" in e.name]) == 1


WAYS = [
    ("65 km south of Ostrova", "250 miles southeast of Tallen", 0),
    ("65 km south of Ostrova", "80 km south of Ostrova", 1),
]


@pytest.mark.parametrize(("one", "other", "conflicts"), WAYS)
def test_distances_from_two_places_never_exclude_each_other(tmp_path, one, other, conflicts) -> None:
    found = dossier(
        tmp_path,
        (4, "Barge sinks", f"A coal barge sank at Lunde Harbour, {one}, on the way to Merando."),
        (4, "Barge sinks", f"The barge sank at Lunde Harbour, {other}, near Merando."),
    )
    assert len(related(found, "conflict")) == conflicts


def test_a_question_that_many_subjects_answer_names_none(tmp_path) -> None:
    found = dossier(
        tmp_path,
        (4, "Barge blaze", "The barge blaze killed 12 people in Merando."),
        (4, "Barge blaze", "A fire on the barge killed 14 people."),
    )
    assert "How many people died?" in {f.question for f in found.findings if f.status == "conflict"}


def test_how_many_are_held_weeks_later_takes_the_place_of_the_earlier_number(tmp_path) -> None:
    found = dossier(
        tmp_path,
        (6, "Norra Yard", "Some 350 people were being held at the Norra Yard."),
        (28, "Norra Yard", "Some 200 people were being held at the Norra Yard."),
    )
    assert [values for values, _ in related(found, "superseded")] == [{350, 200}]
    assert not related(found, "conflict")


def test_a_first_toll_that_a_later_report_recalls_is_the_overtaken_one(tmp_path) -> None:
    found = dossier(
        tmp_path,
        (6, "Riot", "A riot at the Norra Yard killed four dockers."),
        (7, "Riot", "A riot at the Norra Yard killed 31 dockers. At first four deaths were reported."),
        (8, "Riot", "A riot at the Norra Yard left 31 dockers dead."),
    )
    (told,) = [docs for values, docs in related(found, "superseded") if values == {4, 31}]
    assert told == ("0.txt", "1.txt", "2.txt")
    of = {c.id: (c.doc, c.value) for c in found.claims}
    (one,) = [f for f in found.findings if f.status == "superseded"]
    assert ("1.txt", 4) in {of[c] for c in one.claims}


def test_who_of_the_hurt_is_hurt_badly_says_nothing_of_how_many_are_hurt(tmp_path) -> None:
    found = dossier(
        tmp_path,
        (6, "Riot", "A riot at the Norra Yard left 30 dockers injured."),
        (
            6,
            "Riot",
            "A riot at the Norra Yard left 43 dockers injured, several of them in serious condition.",
        ),
    )
    assert [values for values, _ in related(found, "conflict")] == [{30, 43}]


def test_so_many_deaths_are_so_many_found_dead(tmp_path) -> None:
    found = dossier(
        tmp_path,
        (6, "Riot", "A riot at the Norra Yard killed 31 dockers, with 27 deaths put down to smoke."),
        (
            6,
            "Riot",
            "A riot at the Norra Yard killed 31 dockers. Of smoke, 27 dockers were found dead in a hold.",
        ),
    )
    assert {27} in [values for values, _ in related(found, "agree")]


def test_who_is_still_at_large_is_not_all_who_got_away(tmp_path) -> None:
    found = dossier(
        tmp_path,
        (6, "Escape", "Ten dockers escaped from the Norra Yard. Seven are still at large."),
        (9, "Escape", "Ten dockers escaped from the Norra Yard. Six are still on the run."),
    )
    assert not related(found, "conflict")
    assert {6, 7} in [values for values, _ in related(found, "superseded")]
    assert {10} in [values for values, _ in related(found, "agree")]


def test_men_of_whom_a_report_gives_the_number_of_all_are_all(tmp_path) -> None:
    found = dossier(
        tmp_path,
        (6, "10 dockers escape", "Ten men escaped from the Norra Yard."),
        (6, "Escape", "Twelve dockers escaped from the Norra Yard."),
    )
    assert {10, 12} in [values for values, _ in related(found, "conflict")]


def test_lives_are_dead_where_they_are_counted(tmp_path) -> None:
    found = dossier(
        tmp_path,
        (6, "Barge blaze", "The barge blaze took 15 lives."),
        (6, "Barge blaze", "The barge blaze killed 17 dockers. Four hope to build new lives in Norra."),
    )
    assert [values for values, _ in related(found, "conflict")] == [{15, 17}]


def test_a_length_is_told_alike_where_one_word_is_shared(tmp_path) -> None:
    found = dossier(
        tmp_path,
        (6, "Crane", "The docker fell some 30 feet from the crane."),
        (6, "Crane", "After a drop of 30 feet from the crane he broke his neck."),
    )
    assert {30} in [values for values, _ in related(found, "agree")]
