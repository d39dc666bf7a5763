"""English moments, each read on Thursday 27 March 2025 unless the table says otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.mark.moments import moments
from habeas.mark.sentences import sentences
from habeas.mark.tokens import tokens
from habeas.model.marks import Moment
from habeas.model.report import Block, BlockKind, Fact, NoiseKind, Report
from habeas.model.span import Span

THURSDAY = "2025-03-27"


def report_of(text: str, published: str | None = THURSDAY, language: str = "en") -> Report:
    return Report(
        doc="a.txt",
        sha256="",
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        blocks=(Block(Span(0, len(text)), BlockKind.PARAGRAPH),),
        language=language,
        published=Fact(published, "argument") if published else None,
    )


def marked(text: str, published: str | None = THURSDAY, language: str = "en") -> list[Moment]:
    report = report_of(text, published, language)
    words = tokens(report)
    return list(moments(report, words, sentences(report, words)))


def shown(text: str, published: str | None = THURSDAY, language: str = "en") -> list[str]:
    """Each moment as "words = value"."""
    return [f"{m.span.of(text)} = {m.timex}" for m in marked(text, published, language)]


ABSOLUTE = [
    ("The dam burst on June 3, 2019, after rain.", "June 3, 2019 = 2019-06-03"),
    ("The dam burst on 3 June 2019.", "3 June 2019 = 2019-06-03"),
    ("A ferry sank off Samar on Aug. 14, 2021.", "Aug. 14, 2021 = 2021-08-14"),
    ("The ledger is dated 2018-11-05.", "2018-11-05 = 2018-11-05"),
    ("The invoice of 27/03/2025 was paid.", "27/03/2025 = 2025-03-27"),
    ("The 4th of July, 2011 was wet.", "The 4th of July, 2011 = 2011-07-04"),
    ("It closed in February 2016 for repairs.", "February 2016 = 2016-02"),
    ("Turnout fell in 2014.", "2014 = 2014"),
    ("Parliament passed the Act of 1798.", "1798 = 1798"),
    ("They cited the 1807 Insurrection Act.", "1807 = 1807"),
    ("Rents rose in the 1990s.", "the 1990s = 199"),
    ("A fort of the 18th century stands there.", "the 18th century = 17"),
    ("They found an 18th-century wreck.", "18th-century = 17"),
    ("Growth was strong in the third quarter of 2023.", "the third quarter of 2023 = 2023-Q3"),
    ("Sales fell in the first half of 2022.", "the first half of 2022 = 2022-H1"),
    ("Wheat ripened in the summer of 2020.", "the summer of 2020 = 2020-SU"),
    ("Sales fell in Q3 2021.", "Q3 2021 = 2021-Q3"),
    ("They feared the year 2000.", "the year 2000 = 2000"),
    ("The last Friday of March 2019 was a holiday.", "The last Friday of March 2019 = 2019-03-29"),
    (
        "They met on the third Thursday in September 2026.",
        "the third Thursday in September 2026 = 2026-09-17",
    ),
    ("The budget for fiscal 2024 passed.", "fiscal 2024 = 2024"),
    ("The bridge opened in mid-March 2019.", "mid-March 2019 = 2019-03"),
    ("The plant closed in early 2024.", "early 2024 = 2024"),
    ("Talks ran until the end of 2019.", "the end of 2019 = 2019"),
    ("On Sunday, May 5, 2019, they voted.", "Sunday, May 5, 2019 = 2019-05-05"),
    ("The festival ran March 3-5, 2018.", "March 3-5, 2018 = 2018-03-03"),
    ("The 2019-21 drought ruined the farms.", "2019-21 = 2019/2021"),
    ("Shops shut on Christmas Day 2021.", "Christmas Day 2021 = 2021-12-25"),
    ("The law dates from nineteen ninety-four.", "nineteen ninety-four = 1994"),
    ("Records begin in 1871 and are complete.", "1871 = 1871"),
    ("A spokesman (born 1961) agreed.", "1961 = 1961"),
]

RELATIVE = [
    ("The mayor resigned on Wednesday.", "Wednesday = 2025-03-26"),
    ("The mayor resigned Thursday.", "Thursday = 2025-03-27"),
    ("The vote was put off to the Tuesday after next.", "the Tuesday after next = 2025-04-08"),
    ("The trial will start the week after next.", "the week after next = 2025-W15"),
    ("He left the year before last.", "the year before last = 2023"),
    ("The month before last, the mill closed.", "The month before last = 2025-01"),
    ("The day before yesterday, the mill closed.", "The day before yesterday = 2025-03-25"),
    ("The court will sit the day after tomorrow.", "the day after tomorrow = 2025-03-29"),
    ("Voters go to the polls on the first Sunday in May.", "the first Sunday in May = 2025-05-04"),
    ("On July 4 police will close the quay.", "July 4 = 2025-07-04"),
    ("On the night of March 3 guards fled.", "March 3 = 2025-03-03"),
    ("The council will vote on Monday.", "Monday = 2025-03-31"),
    ("The council is expected to vote Tuesday.", "Tuesday = 2025-04-01"),
    ("Crews arrived last Friday.", "last Friday = 2025-03-21"),
    ("The trial starts next Monday.", "next Monday = 2025-03-31"),
    ("Floods hit the coast this week.", "this week = 2025-W13"),
    ("The strike began last week.", "last week = 2025-W12"),
    ("Prices rose last month.", "last month = 2025-02"),
    ("Prices will rise next month.", "next month = 2025-04"),
    ("He fled the country yesterday.", "yesterday = 2025-03-26"),
    ("The court rules tomorrow.", "tomorrow = 2025-03-28"),
    ("They will march tonight.", "tonight = 2025-03-27TNI"),
    ("The ship left two days ago.", "two days ago = 2025-03-25"),
    ("The mine shut three weeks ago.", "three weeks ago = 2025-W10"),
    ("She quit five months ago.", "five months ago = 2024-10"),
    ("They met 12 years ago.", "12 years ago = 2013"),
    ("A levy was raised earlier this year.", "earlier this year = 2025"),
    ("The clinic closed late last year.", "late last year = 2024"),
    ("Exports slid in January.", "January = 2025-01"),
    ("Exports slid in December.", "December = 2024-12"),
    ("The school will reopen in September.", "September = 2025-09"),
    ("Troops have been there since April.", "April = 2024-04"),
    ("The truce holds until May 9.", "May 9 = 2025-05-09"),
    ("A storm struck on Feb. 20.", "Feb. 20 = 2025-02-20"),
    ("He was shot on November 2.", "November 2 = 2024-11-02"),
    ("The fair returns next spring.", "next spring = 2026-SP"),
    ("Fires raged last summer.", "last summer = 2024-SU"),
    ("Profit grew in the third quarter.", "the third quarter = 2024-Q3"),
    ("Police raided the depot Tuesday morning.", "Tuesday morning = 2025-03-25TMO"),
    ("The ferry left at 3 p.m. Friday.", "3 p.m. Friday = 2025-03-21T15:00"),
    ("The ferry left at 10.45am on Friday.", "10.45am on Friday = 2025-03-21T10:45"),
    ("The blast came Monday at 6:40 a.m.", "Monday at 6:40 a.m. = 2025-03-24T06:40"),
    ("Snow fell late Tuesday.", "late Tuesday = 2025-03-25"),
    ("They gathered over the weekend.", "the weekend = 2025-W12-WE"),
    ("The offices shut last Thanksgiving.", "last Thanksgiving = 2024-11-28"),
    ("Work began in June last year.", "June last year = 2024-06"),
    ("Voting ended last night.", "last night = 2025-03-26TNI"),
    ("Snow fell this morning.", "this morning = 2025-03-27TMO"),
    ("The road reopens the day after tomorrow, officials said.", "the day after tomorrow = 2025-03-29"),
    ("The ban ends in two weeks from now.", "two weeks from now = 2025-W15"),
    ("Votes are counted by the end of the month.", "the end of the month = 2025-03"),
    ("The union met in mid-February.", "mid-February = 2025-02"),
    ("They will sail this summer.", "this summer = 2025-SU"),
    ("The levy starts this September.", "this September = 2025-09"),
    ("They met this Monday.", "this Monday = 2025-03-24"),
    ("Following Tuesday's vote, shares fell.", "Tuesday = 2025-03-25"),
]

LENGTHS = [
    ("Visitors may stay for 30 days.", "30 days = P30D"),
    ("A three-day siege ended.", "three-day = P3D"),
    ("A year-long inquiry found nothing.", "year-long = P1Y"),
    ("He was held for two years.", "two years = P2Y"),
    ("The repair took five hours.", "five hours = PT5H"),
    ("It lasted two and a half years.", "two and a half years = P2Y6M"),
    ("They waited several days.", "several days = PXD"),
    ("They waited a few weeks for aid.", "a few weeks = PXW"),
    ("The dispute spans two decades.", "two decades = P20Y"),
    ("Costs doubled over the past three months.", "the past three months = P3M"),
    ("He served nearly forty years in the navy.", "nearly forty years = P40Y"),
    ("The stay lasts twenty-one days.", "twenty-one days = P21D"),
    ("The bus runs every day.", "every day = P1D"),
    ("The board meets every two weeks.", "every two weeks = P2W"),
    ("Fines reach $900 a day.", "a day = P1D"),
    ("The rent is 400 euros per month.", "per month = P1M"),
    ("The census is taken annually.", "annually = P1Y"),
    ("Services are held each Sunday.", "each Sunday = XXXX-WXX-7"),
    ("The market opens on Saturdays.", "Saturdays = XXXX-WXX-6"),
    ("The bridge is now closed.", "now = PRESENT_REF"),
    ("The tower was recently painted.", "recently = PAST_REF"),
    ("The line will soon open.", "soon = FUTURE_REF"),
    ("The valley currently has no road.", "currently = PRESENT_REF"),
]

NONE = [
    "Thus the matter rests.",
    "They may march on the capital at dawn.",
    "The March for Water drew large crowds.",
    "About 2,023 people signed.",
    "Nearly 2000 soldiers crossed the river.",
    "Some 1500 people fled.",
    "Prices may fall and spring leaks were fixed.",
    "A second ship sank.",
    "The fall of the regime was quick.",
    "May Sarton wrote it.",
    "The sun rose over the bay.",
    "A 31-year-old driver was hurt.",
    "The boy is 9 years old.",
    "The score was 3-2.",
    "Route 2010A was closed.",
    "April Jones said nothing.",
    "The camp holds 1900 inmates.",
    "It costs $1990.",
]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE + RELATIVE + LENGTHS)
def test_a_moment_is_marked_with_its_timex_value(text: str, expected: str) -> None:
    assert shown(text) == [expected]


@pytest.mark.parametrize("text", NONE)
def test_words_that_only_look_like_a_moment_are_left_alone(text: str) -> None:
    assert shown(text) == []


SEVERAL = [
    ("It ran from May 3 to June 5, 2019.", ["May 3 = 2019-05-03", "June 5, 2019 = 2019-06-05"]),
    ("He ruled from November to March 2011.", ["November = 2010-11", "March 2011 = 2011-03"]),
    (
        "On June 4, 2019, guards left their posts. The fire began at 5 p.m. sharp.",
        ["June 4, 2019 = 2019-06-04", "5 p.m. = 2019-06-04T17:00"],
    ),
    (
        "The hotel burned on June 4, 2019, and the following Monday it was razed.",
        ["June 4, 2019 = 2019-06-04", "the following Monday = 2019-06-10"],
    ),
    (
        "The dam was begun in May 2016 and finished two years later.",
        ["May 2016 = 2016-05", "two years later = 2018-05"],
    ),
    (
        "She was held on June 3, 2019, and freed the following day.",
        ["June 3, 2019 = 2019-06-03", "the following day = 2019-06-04"],
    ),
    ("It opened in 2009. Later that year it burned.", ["2009 = 2009", "Later that year = 2009"]),
    ("He left in July 2014 and died the same month.", ["July 2014 = 2014-07", "the same month = 2014-07"]),
    ("Output fell between 2019 and 2021.", ["2019 = 2019", "2021 = 2021"]),
    ("He governed from March 2012 to May 2013.", ["March 2012 = 2012-03", "May 2013 = 2013-05"]),
    (
        "The strike began on 2 May 2017; three days later it ended.",
        ["2 May 2017 = 2017-05-02", "three days later = 2017-05-05"],
    ),
    (
        "Profit rose in the second quarter of 2020 from a year earlier.",
        ["the second quarter of 2020 = 2020-Q2", "a year earlier = 2019-Q2"],
    ),
    ("Yesterday, and again today, the sirens rang.", ["Yesterday = 2025-03-26", "today = 2025-03-27"]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_a_moment_can_hang_on_the_one_before_it(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


BOUNDS = [
    ("It opened in March 2022.", "2022-03-01", "2022-03-31", "stated"),
    ("It opened in 2022.", "2022-01-01", "2022-12-31", "stated"),
    ("It opened on Tuesday.", "2025-03-25", "2025-03-25", "resolved_from_doc"),
    ("The bill passed this week.", "2025-03-24", "2025-03-27", "resolved_from_doc"),
    ("The bill will pass this week.", "2025-03-24", "2025-03-30", "resolved_from_doc"),
    ("The bill passed earlier this month.", "2025-03-01", "2025-03-27", "resolved_from_doc"),
    ("The bill will pass later this month.", "2025-03-27", "2025-03-31", "resolved_from_doc"),
    ("It was felt in the 1960s.", "1960-01-01", "1969-12-31", "stated"),
    ("It closed in the fourth quarter of 2021.", "2021-10-01", "2021-12-31", "stated"),
    ("It closed late last month.", "2025-02-19", "2025-02-28", "resolved_from_doc"),
    ("The storm lasted March 3-5, 2018.", "2018-03-03", "2018-03-05", "stated"),
    ("It closed in the winter of 2020.", "2020-12-01", "2021-02-28", "stated"),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "basis"), BOUNDS)
def test_bounds_are_inclusive_days(text: str, earliest: str, latest: str, basis: str) -> None:
    (moment,) = marked(text)
    assert (str(moment.earliest), str(moment.latest), moment.basis) == (earliest, latest, basis)


UNANCHORED = [
    ("Registration starts April 11.", "April 11 = XXXX-04-11"),
    ("The minister flew home on Wednesday.", "Wednesday = XXXX-WXX-3"),
    ("Rates were cut this week.", "this week = XXXX-WXX"),
    ("Rates were cut last year.", "last year = XXXX"),
    ("Rates were cut yesterday.", "yesterday = XXXX-XX-XX"),
    ("Rates were cut in March.", "March = XXXX-03"),
    ("The plane landed last spring.", "last spring = XXXX-SP"),
]


@pytest.mark.parametrize(("text", "expected"), UNANCHORED)
def test_without_a_date_of_writing_nothing_is_invented(text: str, expected: str) -> None:
    (moment,) = marked(text, published=None)
    assert f"{moment.span.of(text)} = {moment.timex}" == expected
    assert (moment.earliest, moment.latest, moment.basis) == (None, None, "unresolved")


def posted(body: str, post: str) -> Report:
    text = f"{body}\n{post}"
    blocks = (
        Block(Span(0, len(body)), BlockKind.PARAGRAPH),
        Block(Span(len(body) + 1, len(text)), BlockKind.NOISE, NoiseKind.EMBEDDED_POST),
    )
    return Report("a.txt", "", "text/plain", "utf-8", text, blocks, "en")


def test_an_embedded_post_anchors_its_own_weekday() -> None:
    report = posted("The envoy toured the port on Friday.", "Harbour Watch (@harbour) June 7, 2024")
    (moment,) = moments(report, tokens(report), ())
    assert (moment.timex, moment.basis) == ("2024-06-07", "resolved_from_doc")


def test_an_embedded_post_leaves_two_candidates_for_another_weekday() -> None:
    report = posted("The envoy toured the port on Monday.", "Harbour Watch (@harbour) June 7, 2024")
    (moment,) = moments(report, tokens(report), ())
    assert moment.candidates == (
        (date(2024, 6, 3), date(2024, 6, 3)),
        (date(2024, 6, 10), date(2024, 6, 10)),
    )
    assert (moment.earliest, moment.latest) == (date(2024, 6, 3), date(2024, 6, 10))


TOLD = [
    (
        "A fire broke out on Tuesday, 4 March 2025, at the depot. Two men were held today.",
        "today = 2025-03-04",
    ),
    ("The ferry was lost on March 4, 2025. Divers went down on Tuesday.", "Tuesday = 2025-03-04"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_full_day_that_is_told_as_past_anchors_a_report_without_a_date(text: str, expected: str) -> None:
    *_, moment = marked(text, published=None)
    assert f"{moment.span.of(text)} = {moment.timex}" == expected


def test_a_full_day_to_come_anchors_nothing() -> None:
    *_, moment = marked("The rule will apply from March 4, 2025. It was voted on Tuesday.", published=None)
    assert moment.earliest is None


def test_a_date_in_figures_keeps_both_readings() -> None:
    (moment,) = marked("The permit of 03/04/2025 expired.")
    assert moment.candidates == (
        (date(2025, 3, 4), date(2025, 3, 4)),
        (date(2025, 4, 3), date(2025, 4, 3)),
    )


def test_a_day_no_calendar_has_is_marked_but_not_placed() -> None:
    (moment,) = marked("The note is dated February 30, 2020.")
    assert (moment.earliest, moment.basis) == (None, "unresolved")


def test_a_possessive_ending_is_not_part_of_the_moment() -> None:
    text = "Monday's storm and last week’s floods cost lives."
    assert [m.span.of(text) for m in marked(text)] == ["Monday", "last week"]


def test_a_moment_never_reaches_from_one_block_into_the_next() -> None:
    text = "It happened in May\n7 ships sank."
    blocks = (Block(Span(0, 18), BlockKind.PARAGRAPH), Block(Span(19, len(text)), BlockKind.PARAGRAPH))
    report = Report(
        "a.txt", "", "text/plain", "utf-8", text, blocks, "en", published=Fact(THURSDAY, "argument")
    )
    assert [m.timex for m in moments(report, tokens(report), ())] == ["2024-05"]


PARTS_OF_A_MONTH = [
    ("The first week of June 2024 was quiet.", (2024, 6, 1), (2024, 6, 7)),
    ("The second week of March 2024 was quiet.", (2024, 3, 8), (2024, 3, 14)),
    ("The last week of June 2024 was quiet.", (2024, 6, 24), (2024, 6, 30)),
    ("In the final days of June 2024 it was quiet.", (2024, 6, 24), (2024, 6, 30)),
    ("The first weekend of June 2024 was quiet.", (2024, 6, 1), (2024, 6, 2)),
    ("The last weekend in June 2024 was quiet.", (2024, 6, 29), (2024, 6, 30)),
]


@pytest.mark.parametrize(("text", "first", "last"), PARTS_OF_A_MONTH)
def test_a_week_of_a_month_is_the_days_that_it_can_be(text, first, last):
    (one,) = marked(text)
    assert (one.earliest, one.latest) == (date(*first), date(*last))


def test_a_month_that_opens_a_run_has_the_year_that_ends_it():
    assert shown("Between March and May 2022 it rained.") == ["March = 2022-03", "May 2022 = 2022-05"]
    assert shown("From November to January 2022 it rained.") == [
        "November = 2021-11",
        "January 2022 = 2022-01",
    ]


def test_every_second_tuesday_comes_again():
    assert shown("Every second Tuesday they met.") == ["Every second Tuesday = XXXX-WXX-2"]


def test_a_year_up_to_a_month_is_as_long_as_a_year():
    assert shown("In the year to March 2024 it rained.")[0] == "the year = P1Y"
