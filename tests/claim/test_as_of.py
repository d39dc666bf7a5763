"""When a number was so."""

from datetime import date

import pytest
from reporting_sentences import claims, context, numbers

from habeas.claim.context import as_of
from habeas.model.claim import AsOfBasis
from habeas.model.span import Span

# text, value, as_of for a report published on 20 May 2025
TABLE = [
    ("At least 47 people died when a ferry capsized on Friday.", 47, "2025-05-16"),
    ("In 2021, the clinic treated 800 patients.", 800, "2021"),
    ("The clinic treated 800 patients in April 2021.", 800, "2021-04"),
    ("As of March 2024, the register held 5,300 names.", 5300, "2024-03"),
    ("The group reported that as of March 2024, the camp held 5,300 tents.", 5300, "2024-03"),
    ("The rate fell from 43,000 in 2010 to 31,500 in 2020.", 43_000, "2010"),
    ("The rate fell from 43,000 in 2010 to 31,500 in 2020.", 31_500, "2020"),
    ("The hospital, which opened in 2011, has 340 beds.", 340, "2025-05"),
    ("Mexico deported 3,700 Hondurans last month.", 3700, "2025-04"),
    ("The flight carried 238 sailors to Malta on March 15.", 238, "2025-03-15"),
    ("We have vaccinated 4,000 children since January.", 4000, "2025-05"),
    ("His 2019 conviction was quashed by a court with 15 members.", 15, "2025-05"),
    ("The agency has 2,400 employees, down from 3,100 in 2019.", 2400, "2025-05"),
    ("The agency has 2,400 employees, down from 3,100 in 2019.", 3100, "2019"),
    ("The stadium seats 52,000 spectators.", 52_000, "2025-05"),
]


@pytest.mark.parametrize(("text", "value", "when"), TABLE)
def test_the_moment_that_governs_a_number_dates_it(text, value, when):
    assert numbers(text)[value].as_of == when


def test_a_stated_date_is_told_from_one_counted_from_the_report():
    assert numbers("In 2021, the clinic treated 800 patients.")[800].as_of_basis is AsOfBasis.STATED
    assert numbers("The clinic treated 800 patients last month.")[800].as_of_basis is AsOfBasis.FROM_DOC


def test_an_undated_number_was_so_by_the_day_of_publication():
    found = numbers("The stadium seats 52,000 spectators.")[52_000]
    assert (found.earliest, found.latest) == (None, date(2025, 5, 20))


def test_since_counts_from_the_moment_to_the_day_of_publication():
    found = numbers("We have vaccinated 4,000 children since January.")[4000]
    assert (found.earliest, found.latest) == (date(2025, 1, 1), date(2025, 5, 20))


def test_without_a_date_of_the_report_an_undated_number_has_none():
    found = numbers("The stadium seats 52,000 spectators.", published=None)[52_000]
    assert (found.as_of, found.as_of_basis) == (None, None)


def test_words_outside_every_sentence_are_dated_by_the_report_alone():
    assert as_of(context(""), Span(0, 0)).as_of == "2025-05"


@pytest.mark.parametrize(
    "verb", ["paid", "built", "sold", "bought", "drew", "froze", "threw out", "sank", "fought"]
)
def test_a_day_behind_a_past_verb_is_the_last_of_that_name(verb):
    assert {c.as_of for c in claims(f"The port authority {verb} the barges on 29 August.").claims} == {
        "2024-08-29"
    }
