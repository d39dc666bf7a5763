"""What numbers of ordinary news count, of what, when, and what is denied of them."""

import pytest
from reporting_sentences import numbers

UNITS = [
    ("They were freed after two lengthy interviews with the police.", 2, "interviews"),
    ("The rise led to 40 gang-related killings in the jails.", 40, "killings"),
    ("The raid found 12 state-owned trucks.", 12, "trucks"),
    ("The four arrived Thursday in Riyadh.", 4, None),
    ("The jail holds 300 women, 40 of whom are pregnant.", 40, "people"),
]


@pytest.mark.parametrize(("text", "value", "unit"), UNITS)
def test_a_number_counts_its_noun(text, value, unit):
    assert numbers(text)[value].unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "The gang broke into another section of the prison.",
        "He was shot by another inmate.",
        "She was held in another town.",
    ],
)
def test_another_thing_somewhere_is_no_count(text):
    assert not numbers(text)


def test_another_thing_that_is_built_is_one():
    assert 1 in numbers("The state plans to build another prison.")


TOPICS = [
    ("The main transfer took place in Punjab, where 511 men were moved to the camps or holding centres, including 23 children.", 23, "children"),
    ("The jail was hit, witnesses said, as more than 200 other prisoners managed to escape.", 200, "prisoners"),
    ("About 850 men, half of whom have been given papers, are held in the camp.", 0.5, "men"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "subject"), TOPICS)
def test_a_number_is_of_its_own_clause(text, value, subject):
    made = numbers(text)[value]
    assert subject in f"{made.subject} {made.property}".split()


WHOLES = [
    ("Of the 736 men, 179 were deported to Chad.", 736, "men"),
    ("Out of the 774 returnees, around 622 people were sent to the office.", 774, "returnees"),
    ("Of 350 men held there, 40 have no lawyer.", 350, "men"),
    ("Of the 736 men, 179 were deported to Chad.", 179, "people deported"),
    ("Of the 90 guests, 60 came by bus.", 60, "guests came"),
]


@pytest.mark.parametrize(("text", "value", "asked"), WHOLES)
def test_a_total_did_not_do_what_its_part_did(text, value, asked):
    assert numbers(text)[value].property == asked


def test_a_total_told_before_is_the_same_one():
    made = numbers("Police rounded up 736 men on Sunday. Of the 736 men, 179 were deported to Chad.")
    assert made[736].property == "people arrested"


def test_migrants_from_an_asylum_centre_are_no_applications():
    assert (
        "asylum" not in numbers("A ship took home 12 migrants from an asylum centre in Kenya.")[12].property
    )


DAYS = [
    ("Officers recalled a prison fire in Lima in November 2017, in which more than 60 inmates died.", 60, "2017-11"),
    ("The company bought a ferry, which sank in 2014, killing 40 people.", 40, "2014"),
    ("A fire in June 2015 destroyed the hall, killing 12 people and injuring 40.", 40, "2015-06"),
    ("A fire in Lima in May 2015 that killed 40 people led to reforms.", 40, "2015-05"),
    ("The ward was shut during the 2018 flu season, when 40 people died.", 40, "2018"),
    ("The group, founded in 2001, which runs 40 homes, left.", 40, "2025-05"),
    ("The group, founded in 2001, which killed 40 people, left.", 40, "2025-05"),
    ("A strike on Tuesday hit a hall used by people who fled while trying to reach Spain, killing 44 people.", 44, "2025-05-20"),
    ("The post-1959 politics split 4,000 families.", 4000, "2025-05"),
    ("Police said on Saturday that 13 people had died in the hall.", 13, "2025-05"),
    ("The mayor said on Monday that a fire destroyed the hall, killing 12 people.", 12, "2025-05"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "day"), DAYS)
def test_a_clause_that_goes_on_about_what_was_dated_has_its_day(text, value, day):
    assert numbers(text)[value].as_of == day


DENIED = [
    ("20 of the detainees have no lawyer.", 20, False),
    ("Half of the women had no bed.", 0.5, False),
    ("The planned removal of more than 50 women cannot go ahead.", 50, False),
    ("Some 40 people were not charged.", 40, True),
    ("None of the 30 men were freed.", 30, True),
    ("The jail does not hold 900 people.", 900, True),
]


@pytest.mark.parametrize(("text", "value", "negated"), DENIED)
def test_only_what_is_denied_of_a_number_negates_it(text, value, negated):
    assert numbers(text)[value].negated is negated


def test_half_brothers_are_counted_and_no_half():
    assert {q: c.unit for q, c in numbers("His two half-brothers were arrested in Lima.").items()} == {
        2: "people"
    }


def test_not_one_is_no_count():
    assert not numbers("There is not one word of truth in it.")


def test_an_age_may_be_just_so_many_years():
    assert numbers("She left Peru when she was just 15.")[15].property == "age"


DEEDS = [
    ("Two guards were convicted of beating 9 inmates in 2015.", 9, "beating inmates"),
    ("Police charged 12 men with beating 3 guards.", 3, "beating guards"),
    ("Police charged 12 men with beating 3 guards.", 12, "people charged"),
    ("Three men were accused of smuggling 40 migrants.", 40, "smuggling migrants"),
    ("Ruiz is charged with killing 12 people in May 2014.", 12, "deaths"),
]


ASKED = [
    ("A strike hit a camp, killing at least 44 people and seriously injuring at least 130 others.", 130, "people injured"),
    ("A strike hit a camp, killing at least 44 people and seriously injuring at least 130 others.", 44, "deaths"),
    ("The prison population in England and Wales stood at 88,521.", 88521, "prison population"),
    ("The prison population first passed the 84,000 mark in August 2009.", 84000, "prison population"),
    ("HMP Pentonville has a capacity of 1,205.", 1205, "capacity"),
    ("The report said Wandsworth prison had 1,650 inmates but space for just 1,107.", 1107, "capacity"),
    ("The report said Wandsworth prison had 1,650 inmates but space for just 1,107.", 1650, "inmates"),
]  # fmt: skip


CHANGES = [
    ("The prison population has reached a record, with figures released on Friday showing a rise of 1,159.", 1159, "rise"),
    ("There is an increase in the prison population by 3,497.", 3497, "increase"),
    ("There were 84,897 inmates behind bars on Friday, a rise of more than 400 in a week.", 400, "rise"),
    ("There were 84,897 inmates behind bars on Friday, a rise of more than 400 in a week.", 84897, "inmates held"),
    ("A drop of 40 prisoners was reported.", 40, "drop (prisoners)"),
    ("There are 850 men in the detention centre on the island.", 850, "inmates held"),
    ("Fifty-five prisoners now remain at the camp.", 55, "inmates held"),
    ("There are 12 boats in the harbour.", 12, "boats"),
    ("The United Nations said that there are six people registered with it in the camps.", 6, "people"),
    ("About 850 men, half of whom have been given papers, are held in a hall.", 850, "men held"),
    ("About 850 men, half of whom have been given papers, are held in a hall.", 0.5, "share of men (given)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "asked"), CHANGES)
def test_a_change_is_no_level_and_what_there_is_is_held(text, value, asked):
    assert numbers(text)[value].property == asked


@pytest.mark.parametrize(("text", "value", "asked"), ASKED)
def test_a_number_answers_its_own_question(text, value, asked):
    assert numbers(text)[value].property == asked


def test_the_letters_before_a_jail_s_name_make_it_a_jail():
    made = numbers("HMP Pentonville is full. The prison has a capacity of 1,205.")
    assert made[1205].subject == "HMP Pentonville"


def test_a_report_of_so_many_pages_is_a_report():
    assert numbers("The 13-page-report said nothing.")[13].subject == "report"


@pytest.mark.parametrize(("text", "value", "asked"), DEEDS)
def test_those_whom_a_deed_harmed_are_not_the_accused(text, value, asked):
    assert numbers(text)[value].property == asked


def test_one_of_a_people_is_a_person():
    assert {v: c.unit for v, c in numbers("They included 13 Nigerians and one Gambian.").items()} == {
        13: "people",
        1: "people",
    }


def test_who_tells_of_an_attack_is_not_where_it_killed():
    made = numbers(
        "The United Nations told of an airstrike that smashed into a camp, killing at least 50 people."
    )
    assert made[50].subject == "airstrike"


def test_the_country_is_the_one_whose_official_speaks():
    text = "The United States made a deal. A Rwandan official said the country would take 250 people. Rwanda is small."
    assert numbers(text)[250].subject != "United States"


def test_those_told_by_their_country_are_of_no_other_place():
    text = "The United States sent troops. More than 2,500 Afghan civilians have been killed in the fighting."
    assert numbers(text)[2500].subject == "afghan civilians"
