"""Numbers that lean on another, numbers that end a title, and words of names that tell nothing of a number."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind


def numbers(text: str, language: str = "en") -> list[Claim]:
    return [c for c in claims(text, language).claims if c.kind is Kind.QUANTITY]


PARTS = [
    (
        "Of the 84 guests, 60 were pensioners and 24 were students.",
        "en",
        [(84, "guests", "people"), (60, "pensioners", "people"), (24, "students", "people")],
    ),
    (
        "The orchard has 900 trees; 40 are diseased.",
        "en",
        [(900, "trees", "trees"), (40, "diseased", "trees")],
    ),
    (
        "De los 84 pasajeros, 60 eran turistas y 24 eran tripulantes.",
        "es",
        [(84, "pasajeros", "people"), (60, "turistas", "people"), (24, "tripulantes", "people")],
    ),
]


@pytest.mark.parametrize(("text", "language", "expected"), PARTS)
def test_a_bare_number_counts_what_the_number_before_it_counts(
    text: str, language: str, expected: list[tuple[float, str, str]]
) -> None:
    found = numbers(text, language)
    assert [c.value for c in found] == [value for value, _, _ in expected]
    assert [c.unit for c in found] == [unit for _, _, unit in expected]
    assert all(word in c.property for c, (_, word, _) in zip(found, expected, strict=True))


def test_a_bare_number_of_another_sentence_stays_bare() -> None:
    assert [c.unit for c in numbers("The club has 20 boats. By then 5 were sold.")] == ["boats"]


def test_a_bare_number_of_which_it_is_said_that_they_are_people_counts_people() -> None:
    (found,) = numbers("Of the total that the registry holds, 244 were women.")
    assert (found.unit, found.property) == ("people", "women")


def test_what_follows_the_people_counted_says_what_is_counted_of_them() -> None:
    (found,) = numbers("The mayor pointed to the more than 1,000 people who have already died of the fever.")
    assert (found.property, found.comparator.value) == ("deaths", "more_than")


AGES = [
    ("The court praised Tarvo Mendo Lind, a 29-year-old Chilean nurse, in a blow to President Juan Paz.", 29, "Tarvo Mendo Lind"),
    ("Ana Brandt fled the city when she was 16, with her aunt.", 16, "Ana Brandt"),
    ("Ana Brandt is 73 years old and has a doctor.", 73, "Ana Brandt"),
    ("A film of the ship shows the rescue of an 8-year-old Port Tarn girl.", 8, "girl"),
    ("In Harbour Notes, doctors wrote of the 43-year-old man with a cough.", 43, "man"),
    ("The oldest detainee, 71, died in the yard.", 71, "oldest detainee"),
    ("The rider was 16-year-old Ana Brandt.", 16, "Ana Brandt"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "age", "whose"), AGES)
def test_an_age_is_of_the_person_that_it_is_apposed_to_or_said_of(text: str, age: int, whose: str) -> None:
    (found,) = (c for c in numbers(text) if c.property == "age")
    assert (found.value, found.unit, found.subject) == (age, "years", whose)


TITLES = [
    "Iron Valley 2 sold 3 million copies.",
    "Kessler's 11 earned 3 million euros.",
    "Night Harbour 4 was seen by 3 million people.",
]


@pytest.mark.parametrize("text", TITLES)
def test_a_number_that_ends_a_title_counts_nothing(text: str) -> None:
    assert [c.value for c in numbers(text)] == [3_000_000]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A 4K television costs 900 euros.", [900]),
        ("The 8K stream drew 12K viewers.", [12_000]),
        ("They sold 4K tickets.", [4_000]),
        ("In New Harbour 12 drowned.", [12]),
    ],
)
def test_a_resolution_is_no_thousand_and_a_count_stays_one(text: str, values: list[float]) -> None:
    assert [c.value for c in numbers(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She waited five-and-a-half years.", 5.5),
        ("It was a two-and-a-half-year wait.", 2.5),
        ("The walk took three and a half hours.", 3.5),
    ],
)
def test_a_half_with_hyphens_belongs_to_its_number(text: str, value: float) -> None:
    (found,) = numbers(text)
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Metro Exodus drew 200,000 people on the first day.", "people fled"),
        ("Last year Dead Valley sold 40,000 copies to 9,000 people.", "deaths"),
        ("The Arrest Records fan club has 700 people.", "people arrested"),
    ],
)
def test_a_word_in_a_name_selects_no_property(text: str, wrong: str) -> None:
    assert wrong not in {c.property for c in numbers(text)}


def test_the_verb_of_a_number_says_what_it_counts() -> None:
    (found,) = numbers("In 2023, 41 people died in custody in Brava.")
    assert found.property == "deaths"


def test_what_is_pledged_is_said_of_the_one_who_pledges() -> None:
    first, second = numbers("Norway pledged 5 million euros, and Chile promised to send 40 nurses.")
    assert (first.subject, first.value) == ("Norway", 5_000_000)
    assert second.value == 40


def test_a_number_that_ends_a_name_and_a_second_term_count_nothing() -> None:
    text = "The camp, known as Borj 2, is part of his bid for a second term."
    assert not [c for c in claims(text).claims if c.kind is Kind.QUANTITY]
