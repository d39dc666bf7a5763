"""Readings of numbers that fresh pages led astray: what is changed, paid, divided, listed, brought to, and by whom."""

from __future__ import annotations

from datetime import date

import pytest
from reporting_sentences import numbers


@pytest.mark.parametrize(
    ("text", "value", "subject", "words"),
    [
        ("It costs Chadian taxpayers $90 every day for each guest.", 90, "Chadian taxpayers", "cost (for each guest)"),
        ("The new camp cost the ministry $3 million.", 3_000_000, "new camp", "cost"),
        ("The agency reached an agreement with a lender for $4 million.", 4_000_000, "agency", "agreement (reached)"),
        ("The port signed a contract worth $4 million with a firm.", 4_000_000, "port", "contract (signed)"),
        ("The council raised the daily rate from $70 to $90.", 70, "council", "daily rate (raised)"),
        ("The council raised the daily rate from $70 to $90.", 90, "council", "daily rate (raised)"),
        ("The region cut its budget by $40 million.", 40_000_000, "region", "budget (cut)"),
        ("The papers forecast $8m to be spent on the port.", 8_000_000, "papers", "amount (to be spent)"),
        ("More than a third (36 percent) of Chadian miners were dismissed.", 36, "chadian miners", "share of chadian miners (dismissed)"),
        ("Doctors say 127 inmates of the jail known as Corran have been infected.", 127, "Corran", "inmates infected"),
        ("Officials said that prisons across the country hold some 4,600 men.", 4600, "prisons across the country", "inmates held"),
        ("Police arrested 300 gang members and 39 suspected smugglers.", 39, "suspected smugglers", "people arrested"),
        ("Police arrested 39 known or suspected smugglers.", 39, "known or suspected smugglers", "people arrested"),
        ("Wardens arrested 39 poachers.", 39, "poachers", "people arrested"),
        ("The camp was full, with the agency holding 420 migrants.", 420, "agency", "holding migrants"),
        ("Camps Full After The Detention Of Over 3,200 Miners", 3200, "miners", "people arrested"),
        ("The camp’s population was 300 two weeks ago, and we believe it is around 650 now.", 650, "camp’s population", "inmates held"),
        ("Yet 45 prisons were full, including eight that had no doctor.", 8, "prisons", "prisons"),
        ("There are 239 inmates in Chad – 109 in Lima and 130 in Quito.", 109, "Lima", "inmates held"),
        ("Forty miners died, including eight from Chad.", 40, "miners", "deaths"),
    ],
)  # fmt: skip
def test_a_number_says_this_of_that(text, value, subject, words):
    found = numbers(text)[value]
    assert (found.subject, found.property) == (subject, words)


def test_parts_told_behind_a_source_count_what_was_counted():
    text = "Police held 809 miners. By its count, of those, 411 were convicted and 98 have only small violations."
    assert numbers(text)[98].subject == "miners"


@pytest.mark.parametrize(
    ("text", "value", "speaker"),
    [
        ("The mayor did not respond to Moreno’s estimate of 300 dead.", 300, "Moreno"),
        ("That is above the ministry’s official figure of 420 victims.", 420, "ministry (unnamed)"),
        ("The port panel released a report finding that 40 divers died.", 40, "port panel (unnamed)"),
        ("Nurses sent a letter to the mayor of Lima warning that 40 men could die.", 40, "Nurses"),
        ("Doctors Without Borders Kenya said 40 divers died.", 40, "Doctors Without Borders Kenya"),
    ],
)
def test_who_gives_the_number(text, value, speaker):
    assert numbers(text)[value].asserted_by[-1].name == speaker


@pytest.mark.parametrize("text", [
    "There are 239 miners in Chad – 109 in Lima and 130 in Quito – putting the cost at $3.4m.",
    "The governor read a letter saying 40 men died.",
])  # fmt: skip
def test_nobody_gives_a_number_whom_the_words_do_not_name(text):
    assert all(not found.asserted_by for found in numbers(text).values())


@pytest.mark.parametrize(
    ("text", "value", "day", "first"),
    [
        ("Between 21 and 30 March, Corran jail reported 127 cases.", 127, "2025-03-30", date(2025, 3, 21)),
        ("From Jan. 20 to March 10, 2025, police arrested 809 men.", 809, "2025-03-10", date(2025, 1, 20)),
        ("Police arrested 120 men between March and June 2024.", 120, "2024-06", date(2024, 3, 1)),
        ("Between 2019 and 2023 the camp held 300 men.", 300, "2023", date(2019, 1, 1)),
        ("The toll rose from 12 in March to 40 in May.", 12, "2025-03", date(2025, 3, 1)),
    ],
)
def test_a_count_over_a_time_was_so_by_its_end(text, value, day, first):
    found = numbers(text)[value]
    assert (found.as_of, found.earliest) == (day, first)


@pytest.mark.parametrize(
    ("text", "value", "subject", "words"),
    [
        ("The group includes 286 Malians. It also includes 22 Ivorians.", 22, "group", "includes ivorians"),
        ("Some 669 returnees from Chad, including two Nigeriens, arrived.", 2, "nigeriens", "nigeriens arrived"),
        ("On May 6, 847 migrants, including 74 unaccompanied children, arrived.", 847, "migrants", "people transferred"),
        ("Police stopped migrants on their way to Spain, of whom about 2,000 are held.", 2000, "migrants", "inmates held"),
        ("Vega says that her clients, two of whom have no record, are free.", 2, "clients", "clients"),
        ("Corran jail held 3,600 men in May. Since the mayor took office, that number has risen to 4,053.", 4053, "Corran", "inmates held"),
        ("Corran Jail was built in 1953, originally to house 800 people.", 800, "Corran Jail", "capacity"),
        ("The jail should house no more than 278 inmates.", 278, "jail", "capacity"),
        ("There are only 20 guards assigned to the incarcerated men at Corran jail.", 20, "guards", "guards"),
        ("You have 4,000-plus men crammed into cells.", 4000, "men", "inmates held"),
        ("The state has a daily budget of just 50 euros for food.", 50, "state", "budget (for food)"),
        ("The firm spent $1.4m. That figure was for May, but the port has spent more than $2.1m on it.", 2_100_000, "port", "amount (spent)"),
        ("The port spent $2.1m on bills. This includes almost $300,000 for a trial.", 300_000, "port", "amount (spent on bills)"),
        ("More than 2,000 inmates are crowded into a jail built for less than 900.", 2000, "inmates", "inmates held"),
        ("Three men were held. The three were freed in May.", 3, "men", "men freed"),
        ("Police arrested a man on suspicion of holding divers captive for 30 years.", 30, "Police", "duration (holding divers captive)"),
    ],
)  # fmt: skip
def test_a_number_finds_those_it_counts(text, value, subject, words):
    found = numbers(text)[value]
    assert (found.subject, found.property) == (subject, words)


@pytest.mark.parametrize(
    "text",
    [
        "The crackdown has seen more than 40,000 arrests since July but has meant little.",
        "The flood, the worst in years, has claimed about 40 lives since July.",
        "Last month, I revealed that the state had spent more than $40,000.",
    ],
)
def test_things_that_see_or_take_lives_say_nothing(text):
    assert all(
        not found.asserted_by and found.modality.value == "asserted" for found in numbers(text).values()
    )


def test_figures_are_of_whoever_reveals_them():
    found = numbers("Figures revealed on Monday by President Omar Diallo estimated that 40 miners died.")[40]
    assert found.asserted_by[-1].name == "Omar Diallo"


@pytest.mark.parametrize(
    ("text", "value", "subject", "words"),
    [
        ("Peru has built a camp at Corran with the capacity to hold around 1,000 people.", 1000, "camp", "capacity"),
        ("He must pay a fine of 130 million roubles for it.", 130_000_000, "person", "fine"),
        ("The ship was overloaded, carrying thrice its licensed capacity of 85 people.", 85, "ship", "capacity"),
        ("Peru is holding at least 1,201 miners without charge or trial.", 1201, "Peru", "holding miners"),
        ("Forty-eight prisoners are on unlimited hunger strike.", 48, "prisoners", "prisoners (on unlimited hunger strike)"),
        ("The outbreak infected 3,000 people in six regions.", 6, "outbreak", "regions"),
        ("A ferry carrying 173 passengers and 16 crew members capsized off Lima.", 16, "ferry", "carrying crew members"),
        ("Prosecutors proposed a 16-year prison sentence to Ana Ruiz for fraud.", 16, "Ana Ruiz", "sentence length"),
        ("Khaled Saeed, a jailed union member, fasted for 66 days.", 66, "Khaled Saeed", "duration (fasted)"),
        ("Omar Ahmed and Bo Ek fasted. The 35-year-old Ahmed was freed.", 35, "Omar Ahmed", "age"),
    ],
)  # fmt: skip
def test_a_number_finds_its_measure(text, value, subject, words):
    found = numbers(text)[value]
    assert (found.subject, found.property) == (subject, words)


def test_a_participle_behind_what_was_found_says_nothing():
    text = (
        "One of the bodies found was identified as Bo Ek, the mayor’s office said in a report, adding that "
        "the bodies of three infants had been recovered."
    )
    assert numbers(text)[3].asserted_by[-1].name == "mayor’s office"


@pytest.mark.parametrize(
    ("text", "value", "subject", "words"),
    [
        ("Peru raised the minimum monthly wage for miners by 51 percent to 8,000 soles.", 8000, "Peru", "minimum monthly wage (raised)"),
        ("Peru raised the minimum monthly wage for miners by 51 percent to 8,000 soles.", 51, "Peru", "change in minimum monthly wage (raised)"),
        ("Miners demand a wage of 16,000 taka ($190), up from the current 5,300 taka ($63).", 5300, "Miners", "wage (demand)"),
        ("Police fired tear gas as 3,000 workers in the huge mining industry of the north staged protests.", 3000, "workers", "workers staged"),
        ("Three men were killed in Chad as 9,000 miners clash with police.", 9000, "miners", "miners"),
        ("The agency currently detains about 38,000 people.", 38_000, "agency", "inmates held"),
        ("Police Tuesday seized 40 boats.", 40, "Police", "seized boats"),
    ],
)  # fmt: skip
def test_a_number_is_of_what_changes_or_goes_on_meanwhile(text, value, subject, words):
    found = numbers(text)[value]
    assert (found.subject, found.property) == (subject, words)


def test_a_century_that_goes_on_dates_nothing():
    assert numbers("In the 21st century some 40 men died.")[40].as_of == "2025-05"
    assert numbers("In the 19th century 400 slaves died.")[400].as_of == "1899"
