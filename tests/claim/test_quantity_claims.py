"""What an English number is said of, and what it says."""

import pytest
from reporting_sentences import claims, numbers

from habeas.model.marks import Comparator

# text, value, subject (a part of it), property, unit
TABLE = [
    ("At least 47 people died when a ferry capsized off Guinea, the port authority said.", 47, "Guinea", "deaths", "people"),
    ("The magnitude 6.8 quake flattened three villages.", 3, "quake", "flattened villages", "villages"),
    ("The magnitude 6.8 quake flattened three villages.", 6.8, "quake", "magnitude", None),
    ("Officials said 19 workers were missing after the mine collapsed.", 19, "workers", "people missing", "people"),
    ("The hospital, which opened in 2011, has 340 beds.", 340, "hospital", "beds", "beds"),
    ("The hospital, which opened in 2011, has 340 beds and treats about 1,200 patients a day.", 1200, "hospital", "treats patients", "people per day"),
    ("Unemployment rose to 7.4 percent in March.", 7.4, "Unemployment", "share (rose)", "%"),
    ("The senate voted 61-38 to approve the bill.", "61-38", "senate", "vote", "votes"),
    ("The company will pay $2.3 billion to settle the suit.", 2_300_000_000, "company", "payment", "USD"),
    ("The stadium can seat 52,000 spectators.", 52_000, "stadium", None, "people"),
    ("Two suspects were arrested at the border.", 2, "suspects", "people arrested", "people"),
    ("The fire has destroyed 212 homes, according to the fire brigade.", 212, "fire", "destroyed homes", "homes"),
    ("The river rose 3.5 meters in two days.", 3.5, "river", None, "meters"),
    ("The jail was built for 800 inmates but now houses 1,450.", 800, "jail", "capacity", "people"),
    ("The jail was built for 800 inmates but now houses 1,450.", 1450, "jail", "inmates held", None),
    ("The number of detainees at Fort Bliss has risen to 2,900.", 2900, "Fort Bliss", "inmates held", None),
    ("A three-judge panel ruled 2-1 that the order could stay in effect.", "2-1", "panel", "vote", "votes"),
    ("Under the deal, Rwanda will receive $7.5 million and take up to 250 deportees.", 250, "Rwanda", "people deported", "people"),
    ("The 34-year-old father of two was held for 16 days without a lawyer.", 34, "father", "age", "years"),
    ("The 34-year-old father of two was held for 16 days without a lawyer.", 16, "father", "detention length", "days"),
    ("Each dormitory sleeps 32 men.", 32, "dormitory", "sleeps men", "people"),
    ("The flight carried 238 Venezuelans to San Salvador on March 15.", 238, "flight", "people transferred", "people"),
    ("The prison population fell from 43,000 in 2010 to 31,500 in 2020.", 31_500, "prison population", "prison population", None),
    ("One in five prisoners has not been sentenced.", 0.2, "prisoners", "share of prisoners (sentenced)", "share"),
    ("Guards fired 16 shots, killing two inmates and wounding five others.", 16, "Guards", "fired shots", "shots"),
    ("Guards fired 16 shots, killing two inmates and wounding five others.", 2, "inmates", "deaths", "people"),
    ("Guards fired 16 shots, killing two inmates and wounding five others.", 5, "Guards", "people injured", "people"),
    ("About 1.2 million households lost power.", 1_200_000, "households", "households lost", "households"),
    ("The budget deficit narrowed to $1.8 trillion.", 1_800_000_000_000, "budget deficit", "amount (narrowed)", "USD"),
    ("The agency has 2,400 employees, down from 3,100 in 2019.", 3100, "agency", "employees", None),
    ("Dozens of homes were damaged by hail.", "dozens", "homes", "homes damaged", "homes"),
    ("The trial is expected to last six weeks.", 6, "trial", None, "weeks"),
    ("The dam, 160 meters high, supplies water to farms.", 160, "dam", "height", "meters"),
    ("Mexico deported 3,700 Hondurans last month.", 3700, "Mexico", "people deported", "people"),
    ("The airline cancelled 420 flights, 15% of its schedule.", 420, "airline", "cancelled flights", "flights"),
    ("The airline cancelled 420 flights, 15% of its schedule.", 15, "airline", "share of schedule (cancelled)", "%"),
    ("The bill would allocate $45 billion for roads.", 45_000_000_000, "bill", "amount (allocate for roads)", "USD"),
    ("The building costs $450,000 a day to operate.", 450_000, "building", "running cost", "USD per day"),
    ("The facility is 45 miles from Miami.", 45, "facility", "distance", "miles"),
    ("She has been detained for more than nine months.", 9, "", "detention length", "months"),
    ("Prosecutors are seeking a 15-year prison sentence for the former mayor.", 15, "", "sentence length", "years"),
    ("Police rounded up 60 squatters in the old tannery.", 60, "squatters", "people arrested", "people"),
    ("The shelter was designed to hold 90 families.", 90, "shelter", None, "families"),
    ("Anyone who litters faces a fine of up to $300.", 300, "", "fine", "USD"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "subject", "asked", "unit"), TABLE)
def test_a_number_says_this_of_that(text, value, subject, asked, unit):
    found = numbers(text)[value]
    assert subject.lower() in found.subject.lower()
    assert asked is None or found.property == asked
    assert unit is None or found.unit == unit
    assert str(found.span.of(text)) == found.quote


PUT_ASIDE = [
    ("It was the third escape of the year.", "third", "ordinal"),
    ("The council has a zero-tolerance policy on noise.", "zero", "set phrase"),
    ("The minister doubled down on the plan.", "doubled", "set phrase"),
    ("Another neighbour said the gate was locked.", "Another", "one more"),
    ("The ticket bore the code 1449075600 in red.", "1449075600", "identifier"),
    ("The region's most fertile valleys were flooded.", "most", "superlative"),
]


@pytest.mark.parametrize(("text", "words", "reason"), PUT_ASIDE)
def test_a_number_that_counts_nothing_is_put_aside_with_the_reason(text, words, reason):
    made = claims(text)
    aside = [u for u in made.unclaimed if u.quote == words]
    assert all(reason in u.reason for u in aside)
    assert not [c for c in made.claims if c.kind == "quantity" and c.span.of(text) == words]


def test_an_ordinal_is_listed_as_left_over():
    assert [u.reason for u in claims("The second wave hit the coast.").unclaimed] == ["ordinal"]


def test_a_country_and_a_prison_never_share_a_number():
    text = (
        "Ravelo is the largest prison in Bolivia. The prison holds 3,000 inmates. "
        "In Bolivia, 26,000 people are behind bars."
    )
    found = numbers(text)
    assert (found[3000].property, found[26_000].property) == ("inmates held", "prison population")
    assert found[3000].subject != found[26_000].subject


def test_this_figure_takes_subject_and_date_of_the_figure_before():
    text = (
        "The watchdog Cedal said that as of June 2023, the jail population of Peru stood at 90,000. "
        "This figure includes people on remand, nearly doubling from the 46,000 prisoners counted in May 2012."
    )
    found = numbers(text)
    assert found[90_000].as_of == "2023-06"
    assert found[46_000].as_of == "2012-05"
    assert found[46_000].property == found[90_000].property


def test_both_ends_of_a_range_are_kept():
    found = numbers("Between 300 and 400 demonstrators gathered outside the ministry.")[300]
    assert (found.value_max, found.comparator) == (400, Comparator.RANGE)


def test_a_number_in_a_law_s_name_dates_nothing():
    found = numbers("Under the Aliens Act of 1914 the port held 300 sailors.", published=None)
    assert 300 in found
    assert found[300].as_of is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("One man survived the fire.", [1]),
        ("One woman was taken to hospital with two children.", [1, 2]),
        ("It was a one-man show.", []),
        ("A policy of zero tolerance began in May.", []),
        ("The old jail closed and the new one has a yard.", []),
    ],
)
def test_one_person_is_a_count_and_a_figure_of_speech_is_none(text, values):
    assert sorted(numbers(text)) == values


@pytest.mark.parametrize("day", ["last Monday morning", "early on monday morning", "March 6"])
def test_a_day_in_small_letters_is_part_of_the_dateline(day):
    assert numbers(f"LIMA, {day} - The court held 5 men.")[5].quote == "The court held 5 men."


def test_the_words_of_a_property_are_said_once_each():
    assert numbers("The mayor said 12 presos presos @.")[12].property == "said presos"
