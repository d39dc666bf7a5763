"""How accounts relate, and what adds up, from reports to findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build
from habeas.model.dossier import Dossier
from habeas.model.finding import CheckType, Finding, Status


def dossier(folder: Path, **texts: str) -> Dossier:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return build([folder])


def about(found: Dossier, **wanted: str) -> list[Finding]:
    return [f for f in found.findings if all(w in getattr(f, k) for k, w in wanted.items())]


def test_the_same_number_in_two_reports_agrees(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Published May 2, 2024\n\nThe Redhill jail can hold up to 1,200 people, the ministry said on Monday.",
        b="Published May 9, 2024\n\nRedhill jail, an hour from the coast, has a capacity of 1,200. It was painted grey.",
    )
    capacity = about(found, property="capacity")
    assert [f.status for f in capacity] == [Status.AGREE]
    assert capacity[0].reports == ("a.txt", "b.txt")
    assert len(capacity[0].origins) == 2


def test_numbers_that_exclude_each_other_conflict(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="The Redhill jail can hold 1,200 people, according to its director.",
        b="Redhill jail has a capacity of 900 inmates, a union of guards wrote last week.",
    )
    (capacity,) = about(found, property="capacity")
    assert capacity.status is Status.CONFLICT
    assert len(capacity.answers) == 2


def test_nobody_says_more_than_of_a_far_larger_number(tmp_path: Path) -> None:
    for more, status in (("15,000", Status.CONFLICT), ("12,600", Status.REFINES)):
        found = dossier(
            tmp_path,
            a="Published May 2, 2024\n\nMore than 12,000 inmates are held in the Redhill jail, its director said.",
            b=f"Published May 3, 2024\n\nThe Redhill jail holds {more} inmates, a union of guards wrote.",
        )
        assert [f.status for f in about(found, property="inmates held")] == [status]


def test_the_most_that_a_place_can_hold_is_one_number(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="The Redhill jail can hold up to 540 people, according to its director, Ana Ruiz.",
        b="Redhill jail, whose director is Ana Ruiz, has a capacity of 400 inmates, a union of guards wrote last week.",
    )
    assert [f.status for f in about(found, property="capacity")] == [Status.CONFLICT]


def test_what_a_building_has_is_one_number_under_any_name(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Published May 2, 2024\n\nRedhill jail in Port Cole was built by Ana Ruiz. The jail has nine toilets.",
        b="Published May 3, 2024\n\nAna Ruiz went to Port Cole and to Redhill jail. The site had six working toilets.",
    )
    (toilets,) = [f for f in found.findings if "toilets" in f.property and len(f.reports) == 2]
    assert toilets.status is Status.CONFLICT


def test_other_numbers_of_one_thing_are_not_the_same_in_other_words(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Redhill jail in Port Cole was built by Ana Ruiz. The jail had nine toilets in working order.",
        b="Ana Ruiz went to Port Cole and to Redhill jail. The jail had six working toilets.",
    )
    assert not [f for f in found.findings if f.status is Status.AGREE and "toilets" in f.question]


def test_a_country_and_a_prison_never_conflict(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="The Redhill jail holds 800 inmates.\n\nThe prison population of Norland reached 21,000 in March 2024.",
        b="Around 800 inmates are held in Redhill jail. Norland's prison population is 21,000.",
    )
    assert not [f for f in found.findings if f.status is Status.CONFLICT]


@pytest.mark.parametrize("part", ["137 of them under the old act", "137 of whom had signed"])
def test_a_part_of_a_count_is_held_against_no_whole(tmp_path: Path, part: str) -> None:
    found = dossier(
        tmp_path,
        a="Norland flew 261 people to Redhill Prison over the weekend, the interior ministry said on Sunday.",
        b=f"Three planes that went to Redhill Prison at the weekend carried 261 people, {part}, the port's union said.",
    )
    assert not [f for f in found.findings if f.status is Status.CONFLICT]


def test_counts_of_those_taken_on_one_day_conflict(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Norland flew 261 people to Redhill Prison over the weekend, the interior ministry said on Sunday.",
        b="Three planes that went to Redhill Prison at the weekend carried 237 people, the port's union said.",
    )
    assert [f for f in found.findings if f.status is Status.CONFLICT]


def test_an_approximate_number_refines_none_that_fits(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="The Redhill jail holds about 800 inmates, its director said.",
        b="The Redhill jail holds 812 inmates, a visitor counted.",
    )
    (held,) = about(found, property="inmates held")
    assert held.status is Status.REFINES


def test_an_opening_told_in_two_years_conflicts_and_is_checked(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="The Redhill Detention Center opened in 2019. It stands on a hill.",
        b="The Redhill Detention Center first opened in 2021, when the old fort was closed.",
    )
    assert Status.CONFLICT in {f.status for f in about(found, property="opening")}
    assert any(c.type is CheckType.CHRONOLOGY and c.holds is False for c in found.checks)


def test_a_lifted_order_is_overtaken(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Published May 2, 2024\n\nA judge blocked the Harbour Act on Wednesday, and the ferry transfers to Redhill jail"
        " by Norland's Ministry of Justice stopped. Minister Ada Lund protested.",
        b="Published June 20, 2024\n\nThe Supreme Court lifted the order against the Harbour Act on Tuesday. Transfers to"
        " Redhill jail can resume, Minister Ada Lund of Norland's Ministry of Justice said.",
    )
    assert Status.SUPERSEDED in {f.status for f in about(found, property="legal status")}


@pytest.mark.parametrize(
    ("text", "statement", "holds"),
    [
        (
            "The number of detainees more than tripled to 5,200 in March 2024 from 1,600 in 2021.",
            "5,200 is more than 3 times 1,600",
            True,
        ),
        ("Arrests doubled to 1,400 from 700 a year before.", "1,400 is 2 times 700", True),
        ("The number of dead more than doubled to 900 from 700.", "900 is more than 2 times 700", False),
        ("The camp lies 80 kilometers (50 miles) from the border.", "80 kilometers is 50 miles", True),
        ("The camp lies 80 kilometers (70 miles) from the border.", "80 kilometers is 70 miles", False),
        ("The Supreme Court ruled 6-3 on Monday against the ministry.", "6-3", True),
        (
            "The flight carried 261 people: 238 Norlanders and 23 Sudmark nationals.",
            "238 and 23 make 261",
            True,
        ),
    ],
)
def test_reported_arithmetic_is_computed(tmp_path: Path, text: str, statement: str, holds: bool) -> None:
    found = dossier(tmp_path, a=text)
    checks = [c for c in found.checks if statement in c.statement]
    assert [c.holds for c in checks[:1]] == [holds], [c.statement for c in found.checks]
    assert checks[0].claims


def test_a_weekday_that_is_not_that_date_is_named(tmp_path: Path) -> None:
    found = dossier(tmp_path, a="The court met on Monday, March 26, 2025, and freed two men.")
    calendar = [c for c in found.checks if c.type is CheckType.CALENDAR]
    assert [c.holds for c in calendar] == [False]
    assert calendar[0].computed == "Wednesday"


def test_occupancy_follows_from_capacity_and_population(tmp_path: Path) -> None:
    found = dossier(tmp_path, a="The Redhill jail has a capacity of 1,200 and holds about 300 inmates.")
    assert any("25% full" in c.statement for c in found.checks)


def test_what_is_paid_for_a_year_is_told_by_the_month(tmp_path: Path) -> None:
    text = "Under the two-year agreement, Norland pays Osteria $2.4 million to hold 300 prisoners."
    found = [c.statement for c in dossier(tmp_path, a=text).checks]
    assert "2,400,000 for a term of 24 months is 100,000 a month" in found


def test_a_reported_share_is_set_against_the_derived_one(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Published May 2, 2024\n\nThe Redhill jail is half full, the union said. The Redhill jail has a capacity of 800"
        " people. The Redhill jail holds 790 inmates.",
    )
    assert [k.holds for k in found.checks if "against 50 %" in k.statement] == [False]


def test_a_share_of_the_population_follows_from_prisoners_and_people(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Published May 2, 2024\n\nPanama, a nation of some 4.4 million people, has a prison population of 24,000."
        " About 0.5 percent of the people of Panama are in prison, the group said.",
    )
    assert [k.holds for k in found.checks if "is 0.5%, against about 0.5 %" in k.statement] == [True]


def test_more_people_than_places_are_told_as_so_many_more(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="The overcrowded Redhill jail has a capacity of 800 people. The Redhill jail holds 900 inmates.",
    )
    assert "900 held is 100 more than a capacity of 800" in [k.statement for k in found.checks]


UNLIKE = [
    "The prison population of Norland is 110,000. Redhill jail has a capacity of 40,000.",
    "Redhill jail has a capacity of 400 and holds 300 inmates. In Norland 110,000 people are in prison.",
    "Redhill jail has a capacity of 400. Oster jail holds 1,100 inmates.",
    "Redhill jail has a capacity of 400 and holds 1,900 inmates.",
]


@pytest.mark.parametrize("text", UNLIKE)
def test_a_share_of_places_is_of_one_building_and_credible(tmp_path: Path, text: str) -> None:
    shares = [c.statement for c in dossier(tmp_path, a=text).checks if "full" in c.statement]
    assert shares in ([], ["300 of 400 places are taken: 75% full"])


def test_a_share_over_three_times_stands_where_the_report_calls_the_place_overcrowded(tmp_path: Path) -> None:
    text = "Redhill jail is overcrowded. It has a capacity of 400 and holds 1,900 inmates."
    assert any("475% full" in c.statement for c in dossier(tmp_path, a=text).checks)


def test_three_outlets_quoting_one_group_are_one_upstream_source(tmp_path: Path) -> None:
    words = "{} 41 people died in the prisons of Norland in 2023, the rights group Faro said. {}"
    found = dossier(
        tmp_path,
        a=words.format("In a report on hunger strikes,", "The minister was in Geneva."),
        b=words.format("Before the vote,", "Turnout was low in the north, where it snowed."),
        c=words.format(
            "As the trial of two guards began,", "The judge asked for quiet. The hearing goes on in May."
        ),
    )
    deaths = [f for f in about(found, property="deaths") if len(f.reports) == 3]
    assert deaths
    assert len(deaths[0].upstream) == 1
    assert "Faro" in deaths[0].upstream[0]


WALKOUT = "Guards at Redhill jail walked out on Monday, and Governor Ana Ruiz met their union in Port Cole."
STRIKE = "A strike by staff of the Redhill jail reached Port Cole; Ana Ruiz, the governor, heard the union's demands."
RETURN = "Port Cole's governor, Ana Ruiz, called on the guards of Redhill jail to return to work. Teachers marched with them, the ferry stood still and the bakery gave out bread to pickets."


def test_agreement_in_words_needs_two_origins_that_say_alike(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a=f"{WALKOUT} Redhill jail is known for its long lockdowns.",
        b=f"{STRIKE} Redhill jail is notorious for rats in the kitchen.",
        c=f"A visitor wrote that the Redhill jail is known for long lockdowns. {RETURN}",
    )
    (reputation,) = about(found, property="reputation")
    assert reputation.status is Status.AGREE
    assert "by 2 of 3 origins" in reputation.note
    assert reputation.subject == "Redhill jail"
    by_width = [len({found_claim(found, c).doc for c in a.claims}) for a in reputation.answers]
    assert by_width == sorted(by_width, reverse=True)


def found_claim(found: Dossier, wanted: str):
    return next(c for c in found.claims if c.id == wanted)


def test_different_things_said_to_one_question_are_no_agreement(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a=f"{WALKOUT} Redhill jail is known for its long lockdowns.",
        b=f"{STRIKE} Redhill jail is notorious for rats in the kitchen.",
    )
    (reputation,) = about(found, property="reputation")
    assert reputation.status is Status.REFINES


def test_a_law_is_not_read_into_a_word_that_holds_its_letters(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="A judge blocked the application of the curfew on Monday, dedicated observers said.",
        b="The Supreme Court allowed the curfew to go ahead on Friday after an application by the state.",
    )
    assert not [f for f in found.findings if "Torture" in f.subject]


def test_a_person_who_opened_a_place_is_not_what_was_opened(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Governor Ana Ruiz inaugurated the Redhill Detention Centre in 2019.",
        b="The Redhill Detention Centre was opened in 2017 to relieve the city jail.",
    )
    (opened,) = about(found, property="date of")
    assert opened.status is Status.CONFLICT
    assert opened.subject == "Redhill Detention Centre"


def test_what_reports_say_of_a_group_is_one_question(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Guards found members of the Los Choneros gang, an armed group involved in theft on the coast.",
        b="Officials spoke of the Los Choneros gang on Friday. Los Choneros began in the port of Manta.",
    )
    (group,) = about(found, question="What is Los Choneros")
    assert group.status is Status.REFINES
    told = [a.value for a in group.answers]
    assert "Los Choneros is an armed group involved in theft on the coast" in told
    assert "Los Choneros began in the port of Manta" in told
