"""Quantities in English: what a sentence counts, how it bounds it, and what only looks like a number of things."""

from __future__ import annotations

import pytest

from habeas.mark.quantities import quantities
from habeas.mark.sentences import sentences
from habeas.mark.tokens import tokens
from habeas.model.marks import Quantity, Sentence
from habeas.model.report import Block, BlockKind, Report
from habeas.model.span import Span


def report(text: str, language: str = "en") -> Report:
    blocks = (Block(Span(0, len(text)), BlockKind.PARAGRAPH),)
    return Report("a.txt", "0" * 64, "text/plain", "utf-8", text, blocks, language)


def marked(text: str) -> list[Quantity]:
    page = report(text)
    words = tokens(page)
    return list(quantities(page, words, sentences(page, words), ()))


def told(text: str) -> list[str]:
    """Each quantity as "kind comparator value unit/per"."""
    return [_told(q) for q in marked(text)]


def _told(q: Quantity) -> str:
    value = f"{q.value:.4g}" if isinstance(q.value, float) else str(q.value)
    high = (
        f"..{q.value_max:.4g}"
        if isinstance(q.value_max, float)
        else ""
        if q.value_max is None
        else f"..{q.value_max}"
    )
    unit = f" {q.unit}" if q.unit else ""
    per = f"/{q.per}" if q.per else ""
    return f"{q.kind} {q.comparator} {value}{high}{unit}{per}"


NUMBERS = [
    ("The port handled 1,200 containers.", ["count exact 1200"]),
    ("A crowd of 1 200 watched.", ["count exact 1200"]),
    ("Turnout came to 1,234,567 ballots.", ["count exact 1234567"]),
    ("The ferry carried 12 goats.", ["count exact 12"]),
    ("Rescuers pulled two hundred and sixty-three miners out.", ["count exact 263"]),
    ("Two hundred firefighters came.", ["count exact 200"]),
    ("The choir has twenty-one singers.", ["count exact 21"]),
    ("A dozen villages lost power.", ["count exact 12"]),
    ("Two dozen boats sank.", ["count exact 24"]),
    ("The fund helped half a million farmers.", ["count exact 500000"]),
    ("The city has 1.2 million residents.", ["count exact 1200000"]),
    ("Some 3.5m people crossed the river.", ["count approx 3500000"]),
    ("The lake lost 40k fish.", ["count exact 40000"]),
    ("A hundred thousand trees fell.", ["count exact 100000"]),
    ("Three million and a half tourists came.", ["count exact 3500000"]),
    ("One and a half million doses arrived.", ["count exact 1500000"]),
    ("The state registered 35 lakh voters.", ["count exact 3500000"]),
    ("It took in two thousand three hundred orphans.", ["count exact 2300"]),
    ("The index rose 12.4 points.", ["count exact 12.4"]),
    ("Seven nurses and three doctors stayed.", ["count exact 7", "count exact 3"]),
]
BOUNDS = [
    ("At least 40 miners are missing.", ["count at_least 40"]),
    ("No fewer than six bridges fell.", ["count at_least 6"]),
    ("The hall seats up to 900 guests.", ["count at_most 900"]),
    ("As many as 300 cattle drowned.", ["count at_most 300"]),
    ("More than 80 schools closed.", ["count more_than 80"]),
    ("Over 5,000 runners signed up.", ["count more_than 5000"]),
    ("Upwards of 70 wells ran dry.", ["count more_than 70"]),
    ("Well over 200 firms applied.", ["count more_than 200"]),
    ("Fewer than 20 rhinos remain.", ["count less_than 20"]),
    ("Just under 400 houses burned.", ["count less_than 400"]),
    ("Nearly 600 dancers performed.", ["count approx 600"]),
    ("About 90 ships waited.", ["count approx 90"]),
    ("Some 250 farmers blocked the road.", ["count approx 250"]),
    ("An estimated 12,000 seals live there.", ["count approx 12000"]),
    ("Roughly 45 pupils fell ill.", ["count approx 45"]),
    ("Around 7,500 tickets were sold.", ["count approx 7500"]),
    ("Ten or more witnesses spoke.", ["count at_least 10"]),
    ("The strike drew 300-plus drivers.", ["count at_least 300"]),
    ("They have 40+ buses.", ["count at_least 40"]),
    ("The stadium has a maximum capacity of 62,000 spectators.", ["count at_most 62000"]),
    ("Applicants need a minimum of three references.", ["count at_least 3"]),
    ("Up to about 60 guests came.", ["count at_most 60"]),
    ("It holds 500 people or more.", ["count at_least 500"]),
    ("Not more than 15 passengers may board.", ["count at_most 15"]),
    ("Exports exceeding 900 tonnes need a permit.", ["measure more_than 900 tons"]),
    ("The score was less than or equal to 30.", ["count at_most 30"]),
]
RANGES = [
    ("Each bus takes between 45 and 50 pupils.", ["count range 45..50"]),
    ("Wards house 65 to 70 patients.", ["count range 65..70"]),
    ("The trek draws 10-15 hikers a week.", ["count range 10..15/week"]),
    ("Fees are anywhere from 10 to 20 percent.", ["percent range 10..20 %"]),
    ("The dam would cost $5 million to $10 million.", ["money range 5000000..10000000 USD"]),
    ("The dam would cost $5-10 million.", ["money range 5000000..10000000 USD"]),
    ("Thirty or 40 riders fell.", ["count range 30..40"]),
    ("Two or three shots rang out.", ["count range 2..3"]),
    ("Between two hundred and three hundred cars queued.", ["count range 200..300"]),
    ("Between 2 and 3 million birds nest here.", ["count range 2000000..3000000"]),
    ("The level is above 100 and below 150.", ["count range 100..150"]),
    ("Membership rose from 300 to 450.", ["count exact 300", "count exact 450"]),
    ("Output fell to 30 from 50.", ["count exact 30", "count exact 50"]),
    ("Bail of €3,000–€5,000 was set.", ["money range 3000..5000 EUR"]),
]
MONEY = [
    ("The grant is worth $6 million.", ["money exact 6000000 USD"]),
    ("The grant is worth six million dollars.", ["money exact 6000000 USD"]),
    ("It is a $6-million grant.", ["money exact 6000000 USD"]),
    ("Losses hit €3.4bn.", ["money exact 3400000000 EUR"]),
    ("The tunnel cost £1.1 billion.", ["money exact 1100000000 GBP"]),
    ("He owes US$ 40.", ["money exact 40 USD"]),
    ("The bond raised A$300m.", ["money exact 300000000 AUD"]),
    ("They paid 450,000 yen.", ["money exact 450000 JPY"]),
    ("Fines of up to $750 per day apply.", ["money at_most 750 USD/day"]),
    ("Rent is 900 euros a month.", ["money exact 900 EUR/month"]),
    ("She earns $50,000 annually.", ["money exact 50000 USD/year"]),
    ("Each ticket cost 20 Swiss francs.", ["money exact 20 CHF"]),
    ("A loaf costs 3 dollars and 50 cents.", ["money exact 3.5 USD"]),
    ("Bread went up by 40 cents.", ["money exact 40 cents"]),
    ("The ransom was 2 million Mexican pesos.", ["money exact 2000000 MXN"]),
    ("The school got 10 lakh rupees.", ["money exact 1000000 INR"]),
]
PERCENT = [
    ("Unemployment is 35%.", ["percent exact 35 %"]),
    ("Unemployment is 35 percent.", ["percent exact 35 %"]),
    ("Unemployment is 35 per cent.", ["percent exact 35 %"]),
    ("Thirty-five percent of wells are dry.", ["percent exact 35 %"]),
    ("A 20-percent cut followed.", ["percent exact 20 %"]),
    ("Support fell 4 percentage points.", ["percent exact 4 percentage points"]),
    ("More than half of the crop failed.", ["fraction more_than 0.5"]),
    ("Two-thirds of voters agreed.", ["fraction exact 0.6667"]),
    ("A quarter of the herd died.", ["fraction exact 0.25"]),
    ("One in five children is underfed.", ["fraction exact 0.2"]),
    ("Nine out of 10 shops closed.", ["fraction exact 0.9"]),
]
MEASURES = [
    (
        "The trail runs about 72 kilometres (45 miles).",
        ["measure approx 72 kilometers", "measure approx 45 miles"],
    ),
    ("The fire burned 3,000 acres.", ["measure exact 3000 acres"]),
    ("The house has 1,500 square feet.", ["measure exact 1500 square feet"]),
    ("It reached 41 degrees Celsius.", ["measure exact 41 degrees Celsius"]),
    ("A 30-foot wave hit.", ["measure exact 30 feet"]),
    ("He is 5 feet 6 inches tall.", ["measure exact 5.5 feet"]),
    ("They walked half a mile.", ["measure exact 0.5 miles"]),
    ("The truck did 90 km/h.", ["measure exact 90 kilometers per hour"]),
    ("The plant makes 400 megawatts.", ["measure exact 400 megawatts"]),
    ("Snow lay 2.5m deep.", ["measure exact 2.5 meters"]),
]
TIMES = [
    ("He waited for more than 30 days.", ["duration more_than 30 days"]),
    ("Stays longer than 30 days need a visa.", ["duration more_than 30 days"]),
    ("A three-day strike began.", ["duration exact 3 days"]),
    ("They signed a year-long lease.", ["duration exact 1 years"]),
    ("A weeklong truce held.", ["duration exact 1 weeks"]),
    ("The bridge reopened a year later.", ["duration approx 1 years"]),
    ("He was jailed for eight and a half years.", ["duration exact 8.5 years"]),
    ("The trial took over two hours.", ["duration more_than 2 hours"]),
    ("They will pay over three years.", ["duration exact 3 years"]),
    ("She spent five consecutive nights outdoors.", ["duration exact 5 nights"]),
]
AGES = [
    ("A 34-year-old baker won.", ["age exact 34 years"]),
    ("The baker, aged 34, won.", ["age exact 34 years"]),
    ("The baker is 34 years old.", ["age exact 34 years"]),
    ("Marta Lind, 34, won.", ["age exact 34 years"]),
    ("She was 34 when she won.", ["age exact 34 years"]),
    ("Riders between the ages of 18 and 35 pay nothing.", ["age range 18..35 years"]),
    ("No one under the age of 14 may ride.", ["age less_than 14 years"]),
    ("The cub is three months old.", ["age exact 3 months"]),
    ("Riders aged between 18 and 35 pay nothing.", ["age range 18..35 years"]),
    ("The oldest inmate, 71, sang.", ["age exact 71 years"]),
    ("Marta Lind, then 17, won.", ["age exact 17 years"]),
    ("Lind turned 50 last week.", ["age exact 50 years"]),
    ("Lind turned 50 people away.", ["count exact 50"]),
]
MULTIPLES = [
    ("Prices more than tripled.", ["multiple more_than 3 times"]),
    ("Output doubled.", ["multiple exact 2 times"]),
    ("They saw a twofold rise.", ["multiple exact 2 times"]),
    ("Twice as many geese came.", ["multiple exact 2 times"]),
    ("It is four times as long.", ["multiple exact 4 times"]),
    ("Sales grew 10-fold.", ["multiple exact 10 times"]),
    ("Nearly double the usual rain fell.", ["multiple approx 2 times"]),
    ("She was arrested three times.", ["count exact 3 times"]),
]
VOTES = [
    ("The council voted 5-4 against the plan.", ["vote exact 5-4"]),
    ("The court ruled 6-3 for the tribe.", ["vote exact 6-3"]),
    ("The bill passed by a vote of 5 to 4.", ["vote exact 5-4"]),
    ("The House approved it 218-212.", ["vote exact 218-212"]),
    ("In a six-three decision the judges agreed.", ["vote exact 6-3"]),
]
VAGUE = [
    ("Hundreds of farmers marched.", ["vague at_least hundreds"]),
    ("Thousands more deer came.", ["vague at_least thousands"]),
    ("Tens of thousands of birds fled.", ["vague at_least tens of thousands"]),
    ("Dozens were hurt.", ["vague at_least dozens"]),
    ("Several rural clinics closed.", ["vague approx several"]),
    ("They trapped some wild horses.", ["vague approx some"]),
    ("A few shops stayed open.", ["vague approx a few"]),
    ("A handful of clerks resigned.", ["vague approx a handful"]),
    ("Sailors, many from Peru, went home.", ["vague approx many"]),
]
SINGLES = [
    ("The mayor will build another school there.", ["count exact 1"]),
    ("They opened an additional clinic.", ["count exact 1"]),
    ("At least one sailor died.", ["count at_least 1"]),
    ("A fourth dam burst.", ["ordinal exact 4"]),
    ("The 18th-century mill burned.", ["ordinal exact 18"]),
]
NOTHING = [
    "Section 14 of the lease applies.",
    "See 50 U.S.C. 21 for the text.",
    "Chapter 5 starts on page 3.",
    "Police stopped an MS-13 cell and an F-16 pilot.",
    "COVID-19 closed the mill.",
    "A Boeing 747 landed.",
    "It began at 10:30 p.m. sharp.",
    "Doors open at 7 p.m. daily.",
    "In 2019 the mill closed.",
    "The 1987 treaty lapsed.",
    "Call +1-555-010-0199 for help.",
    "Rovers won the match 3-1.",
    "One of the keepers left.",
    "No one spoke to one another.",
    "On the one hand, they hesitated.",
    "Visit https://example.org/a/123/b?c=45 today.",
    "The G20 met on March 3.",
    "Flight 370 was No. 5 in line.",
    "The season of 2023-24 ended.",
    "The goal came in the second-half rain.",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *NUMBERS,
        *BOUNDS,
        *RANGES,
        *MONEY,
        *PERCENT,
        *MEASURES,
        *TIMES,
        *AGES,
        *MULTIPLES,
        *VOTES,
        *VAGUE,
        *SINGLES,
    ],
)
def test_every_number_is_marked_with_its_value_bound_and_unit(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_numbers_that_name_or_date_a_thing_are_no_quantities(text):
    assert [t for t in told(text) if not t.startswith("ordinal")] == []


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Three retired bus drivers sued.", "retired bus drivers"),
        ("Hundreds of alleged tax evaders fled to Malta.", "alleged tax evaders"),
        ("About 14,000 pupils who left came back.", "pupils"),
        ("At least 61 hospital deaths occurred.", "hospital deaths"),
        ("The 36,000 voters recorded in May moved.", "voters"),
        ("Several human rights groups objected.", "human rights groups"),
        ("They plan another ferry next year.", "ferry"),
        ("A 12-member panel met.", "member"),
        ("They heard 17 current and former drivers.", "current and former drivers"),
        ("They met 12 nurses and doctors.", "nurses"),
        ("Three of the eight islands flooded.", "islands"),
    ],
)
def test_what_is_counted_is_the_noun_phrase_after_the_number(text, noun):
    first = marked(text)[0]
    assert first.noun is not None
    assert first.noun.of(text) == noun


def test_a_number_alone_counts_no_noun():
    assert marked("The arena has a capacity of 40,000, they said.")[0].noun is None


@pytest.mark.parametrize(
    ("text", "span", "number"),
    [
        ("Fines of up to $1,250 per day apply.", "up to $1,250 per day", "1,250"),
        ("They need at least two hundred tents.", "at least two hundred", "two hundred"),
        ("Each hut takes between 6 and 8 guests.", "between 6 and 8", "6 and 8"),
        ("It cost €3.4bn.", "€3.4bn", "3.4bn"),
    ],
)
def test_the_span_takes_in_bound_and_unit_and_the_number_stands_alone(text, span, number):
    (only,) = marked(text)
    assert only.span.of(text) == span
    assert only.number.of(text) == number


def test_numbers_inside_quotations_are_marked_too():
    assert told("“We lost 30 cows,” she said.") == ["count exact 30"]


def test_a_language_without_a_lexicon_is_still_read_for_its_digits():
    page = report("Il y a 300 chevaux.", "fr")
    whole = (Sentence(Span(0, len(page.text)), 0),)
    assert [q.value for q in quantities(page, tokens(page), whole, ())] == [300]
