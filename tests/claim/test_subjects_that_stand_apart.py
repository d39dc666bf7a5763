"""Subjects that something stands before the verb of: a clause with its own verb, an aside, a saying, a list."""

from __future__ import annotations

import pytest
from reporting_sentences import claims, numbers

from habeas.model.claim import Kind, Modality


def said_of(text: str, verb: str) -> set[str]:
    """The subjects of the claims whose words hold the verb; a quantity's subject is no subject of a clause."""
    found = [c for c in claims(text).claims if c.kind not in (Kind.QUANTITY, Kind.QUOTATION)]
    told = {c: (c.property, *(str(c.value).split()[-1:] if " " not in c.property else ())) for c in found}
    return {c.subject for c in found if verb in " ".join(told[c]).split()}


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        # what somebody says of the thing before a relative is no deed of theirs
        ("The convoy, which a district officer said crossed the river, was turned back.", "crossed", "convoy"),
        ('He left the jail, which a judge on Monday said "plainly" breached an order.', "breached", "jail"),
        ("He boarded a plane that lawyers claimed was bound for the south.", "bound", "plane"),
        ("It gives a list of what they said were poor meals.", "were", "what they said"),
        # a clause or a phrase between the subject and its verb
        ("The ministry noted that the 80 men who had stayed on the roof had begun eating.", "eating", "80 men"),
        ("Sailors who were en route to Malta after being freed on Friday were sent back.", "sent", "Sailors"),
        ("The men sent to Corran, a former mill which opened in May, are held for ten days.", "held", "men"),
        ("They said that their eviction – even while it was being studied – was illegal.", "illegal", "their eviction"),
        ("The council's plan to move the families to Chad was unlawful.", "was", "council's plan to move the families to Chad"),
        ("The union said most of the drivers she spoke with, however, were supporters of the strike.", "were", "drivers"),
        ("Village leaders and those who back them say the vote shows their anger.", "shows", "vote"),
        # what leads to a clause is no part of its subject
        ("The agency said the cells were clean, pointing out prisoners in the wing are seen daily.", "seen", "prisoners in the wing"),
        ("The rules aim at making sure staff does not beat boys.", "beat", "staff"),
        ("The union said that by Friday only two drivers still refused to work.", "work", "two drivers"),
        # lists and hyphens
        ("The ministry said the nine sailors from Chad, Mali, Niger and Togo were being moved.", "moved", "nine sailors from Chad, Mali, Niger and Togo"),
        ("The report shows all the would-be settlers had clean records.", "had", "would-be settlers"),
        ("The guards spent a month locked in a cellar.", "locked", "guards"),
        # what stands between two clauses is no list
        ("The crew stayed aboard, looking for the leak, but their pumps were broken.", "broken", "their pumps"),
        ("The clerks left the hall, walking in a row, and the guards followed them.", "followed", "guards"),
        ("They sailed at dawn, a day late, but the tug sank.", "sank", "tug"),
        ("The mayor, a nurse, and two guards were freed.", "freed", "mayor, a nurse, and two guards"),
        # who a saying lets do something, and whose things are told of
        ("The harbour master said only crews who had passed the medical could land.", "land", "crews"),
        ("She told the panel only nurses who have sat the exam would be sent abroad.", "sent", "nurses"),
        ("There are forty farmers whose permits were withdrawn.", "withdrawn", "permits"),
        ("The list names a clerk whose letters shocked the board.", "shocked", "letters"),
    ],
)  # fmt: skip
def test_a_verb_is_said_of_its_own_subject(text, verb, subject):
    found = {
        name.removeprefix("the ").removeprefix("all the ").removeprefix("only ")
        for name in said_of(text, verb)
    }
    assert found, text
    assert all(subject in name for name in found), found


def test_a_time_does_nothing():
    text = "The court made a decision last month which threw the plan into doubt."
    assert said_of(text, "threw") == {"decision"}


def test_phone_calls_do_nothing():
    text = "They get less food and no phone calls until they earn their way back to a cell."
    assert "phone" not in " ".join(c.subject for c in claims(text).claims)


def test_whoever_reports_behind_the_words_did_nothing():
    made = claims("The mill is on strike, reported KVTV.").claims
    assert [(c.kind, c.asserted_by[-1].name) for c in made] == [(Kind.CONDITION, "KVTV")]


@pytest.mark.parametrize(
    ("text", "value", "subject", "words"),
    [
        ("The department noted that the 100 inmates who had stayed on the roof had resumed eating.", 100, "inmates", "inmates eating"),
        ("More than 30,000 inmates in two-thirds of the state's prisons began refusing meals.", 30000, "inmates", "inmates began"),
        ("Ghanaian soldiers detained three radio reporters.", 3, "radio reporters", "people arrested"),
        ("Three of the men have since been granted asylum.", 3, "men", "men granted"),
        ("The two lawmakers held hearings on the camp.", 2, "lawmakers", "lawmakers held"),
        ("The ministry released the names of the eight men.", 8, "ministry", "released men"),
        ("Relatives of 30 activists were arrested in Lima.", 30, "Lima", "activists arrested"),
        ("Three Court of Appeal judges allowed the plea.", 3, "judges", "judges allowed"),
        ("The end of a 60-day inmate hunger strike came on Monday.", 60, "inmate hunger strike", "duration"),
        ("They were held at the £4.5 million Corran centre.", 4500000, "Corran centre", "amount"),
    ],
)  # fmt: skip
def test_a_number_tells_what_those_counted_do(text, value, subject, words):
    found = numbers(text)[value]
    assert (found.subject, found.property) == (subject, words)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The crew was tired, according to a statement issued by the Port Authority.", "Port Authority"),
        ("The cells were wet, according to a letter sent by lawyer Omar Diallo to the court.", "Omar Diallo"),
        ("The men were beaten, according to a report published on Monday by Harbour Watch.", "Harbour Watch"),
        ("The cells were wet, according to a letter sent to the court.", "letter (unnamed)"),
    ],
)
def test_a_paper_speaks_for_whoever_issued_it(text, speaker):
    assert {c.asserted_by[-1].name for c in claims(text).claims if c.kind is Kind.CONDITION} == {speaker}


@pytest.mark.parametrize("ground", ["privacy", "operational and safety concerns", "security reasons"])
def test_a_reason_that_is_cited_is_nobody(ground):
    made = claims(f"The agency cut the flights, citing {ground}.").claims
    assert made
    assert all(not c.asserted_by for c in made)


@pytest.mark.parametrize(
    "text",
    [
        "Had it lost the vote, the council could have paid millions.",
        "Had the guards opened the gate, 30 men would have lived.",
    ],
)
def test_a_condition_that_opens_with_its_verb_is_no_fact(text):
    made = claims(text).claims
    assert made
    assert {c.modality for c in made} <= {Modality.CONDITIONAL, Modality.PLANNED}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Their boat was stopped off Christmas Island on 29 August.", "2024-08-29"),
        ("They met on Christmas Eve in Lima.", "2024-12-24"),
        ("The state paid for Christmas Island’s north camp on 29 August.", "2024-08-29"),
    ],
)
def test_what_is_named_after_a_day_is_no_day(text, day):
    assert {c.as_of for c in claims(text).claims} == {day}


@pytest.mark.parametrize(
    "text",
    [
        "Flights stalled in the storm, prompting the ministry to reopen the camp.",
        "The flood drove the families to flee.",
        "The union lobbied the mayor to close the mill.",
    ],
)
def test_what_somebody_is_made_to_do_is_not_planned_by_who_makes_them(text):
    assert not [c for c in claims(text).claims if c.kind is Kind.PLAN and c.property.startswith("to ")]


def test_a_departure_is_no_plan():
    assert {c.kind for c in claims("The sailors set off from Malta on 3 May.").claims} == {Kind.EVENT}


def test_the_attorney_general_is_nobody_called_general():
    made = claims("Lord Fenwick, the Attorney General, spoke at the court.").claims
    assert [(c.subject, c.value) for c in made if c.kind is Kind.ROLE] == [("Fenwick", "Attorney General")]


def test_a_channel_is_no_number():
    assert set(numbers("The warden confirmed to FOX 5 that three inmates died.")) == {3}
