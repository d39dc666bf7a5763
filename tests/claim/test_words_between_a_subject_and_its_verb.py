"""Words that stand between a subject and its verb: times, degrees, a clause without "who", an inserted one without a subject."""

from __future__ import annotations

import pytest
from reporting_sentences import claims, numbers

from habeas.model.claim import Kind, Modality

_TOLD = (Kind.EVENT, Kind.CONDITION, Kind.LEGAL, Kind.PLAN, Kind.AGREEMENT)


def told(text: str) -> set[tuple[str, str]]:
    """Who does what in the claims of a sentence, the words of the verb as they are written."""
    found = set()
    for claim in claims(text).claims:
        if claim.kind in _TOLD:
            found.add((claim.subject.removeprefix("the "), f"{claim.property} {claim.value}"))
    return found


@pytest.mark.parametrize("when", ["later", "likely", "long", "once", "duly", "overnight", "best"])
@pytest.mark.parametrize(
    "told_so", ["The sailors were {} held in Corran.", "The sailors would {} be held in Corran."]
)
def test_a_word_that_says_when_or_how_goes_with_the_verb(when, told_so):
    found = told(told_so.format(when))
    assert found, when
    assert {subject for subject, _ in found} == {"sailors"}
    assert all("held in" in words for _, words in found), found


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        # a word that also opens clauses
        ("The mill was once used as a jail.", "mill", "used"),
        ("The council once ran the port.", "council", "ran"),
        ("The ferry, once owned by the state, sank off Lamu.", "ferry", "sank"),
        ("The clerk, later arrested in Corran, left the town.", "clerk", "arrested in"),
        # how much so
        ("The road was more damaged than the bridge.", "road", "more damaged than"),
        ("The yard is less crowded in winter.", "yard", "less crowded"),
        ("Moving the crew is more complicated for the ministry.", "Moving the crew", "more complicated"),
        # a relative clause without "who", or with one that is done to
        ("Three clerks the army held at the port had asked for lawyers.", "Three clerks", "asked for"),
        ("The union said that nine miners it received from the coast had applied for asylum.", "nine miners", "applied for"),
        ("The sailors whom soldiers arrested in Kismayo died in custody.", "sailors", "died"),
        ("When the ferry docked, a crowd of drivers that had gathered on the pier blocked traffic.", "crowd of drivers", "blocked"),
        ("She told the panel the ward was full, adding that those who choose to stay will have their cases heard.", "those", "will have"),
        # a bound of a number is nobody
        ("Visitors who stay in the country for 30 days or longer must register.", "Visitors", "must register"),
        ("People who have been here for two years or more will be spared.", "People", "spared"),
        # an inserted clause without a subject of its own
        ("The minister, when asked, refused to answer.", "minister", "refused"),
        ("The council, though divided, closed the mill.", "council", "closed"),
        # a saying between commas, and who is spoken to
        ("The court, it said, ordered their release.", "court", "ordered"),
        ("Chad TV, Vega said, called the vote a fraud.", "Chad TV", "called"),
        ("The sailors that the Herald spoke to were moved to Corran.", "sailors", "moved"),
        # a word behind the noun that says where or who
        ("The sailors still there were moved to Corran.", "sailors", "moved"),
        ("The guards themselves beat the miners.", "guards", "beat"),
        ("A year ago there was no road to Corran.", "road", "there was"),
        # a noun behind a participle is no verb
        ("The mayor rose in rank after repeated clashes with the guards.", "mayor", "after repeated clashes"),
    ],
)  # fmt: skip
def test_a_verb_keeps_its_subject(text, subject, verb):
    found = told(text)
    assert any(subject in name and verb in words for name, words in found), found
    assert all(subject in name for name, words in found if verb in words), found


@pytest.mark.parametrize(
    "text",
    [
        "In Lima the sailors held in May were freed.",
        "Last week the sailors held in Chad were freed.",
        "The day she landed in Lima police held two men.",
    ],
)
def test_a_place_or_a_time_before_somebody_does_nothing(text):
    assert not {subject for subject, _ in told(text)} & {"Lima", "week", "Last week", "day", "The day"}


@pytest.mark.parametrize(
    "date",
    ["On Monday", "In May 2019", "On 3 March", "Last week", "Early on Monday", "By Friday", "By then", "Next month"],
)  # fmt: skip
@pytest.mark.parametrize(
    ("who", "did"), [("Ana Vega", "sent two letters to Corran"), ("ten drivers", "were held in Corran")]
)
def test_a_date_without_a_comma_is_no_part_of_who_acts(date, who, did):
    found = told(f"{date} {who} {did}.")
    assert {subject.lower() for subject, _ in found} == {who.lower()}


def test_what_was_agreed_is_no_supposition_since_something_else_would_come():
    text = "Another 65 sailors would be arriving on Monday, Mr. Ode said, noting that Chad had committed to receiving 200 sailors."
    made = [c for c in claims(text).claims if c.property == "had committed to"]
    assert {c.kind for c in made} == {Kind.AGREEMENT, Kind.PLAN}
    assert numbers(text)[200].modality is Modality.ASSERTED


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("The migrants may remain in Chad for two months, the ministry said.", "length of stay"),
        ("Evacuees stayed at the hotel for two months.", "length of stay"),
        ("Foreign nationals who stay for two months must register.", "residence threshold"),
    ],
)
def test_a_stay_has_a_length_and_only_a_duty_a_threshold(text, measured):
    assert numbers(text)[2].property == measured
