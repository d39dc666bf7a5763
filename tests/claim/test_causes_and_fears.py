"""Causes that somebody gives, guesses at what is over, fears, ailments, and words whose neighbours say what they are."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind

K = Kind


def made(text: str, kind: Kind) -> list[Claim]:
    return [c for c in claims(text).claims if c.kind is kind]


CASES = [
    # What something comes of, on somebody's word; a guess at what is over plans nothing
    ("The deaths are due to poor diet, the union wrote.", K.ALLEGATION, "are", "due to poor diet"),
    (
        "Damp is likely to have caused the fall, said the mayor, Ana Vega.",
        K.ALLEGATION,
        "is likely to have caused",
        "the fall",
    ),
    # What somebody calls it, judges it to be, is feared, is blamed for
    ('"This is, quite simply, a scandal," said Ana Vega.', K.ALLEGATION, "is", "a scandal"),
    ("The union considered the timing of the sale suspicious.", K.ALLEGATION, "considered", "suspicious"),
    ("The charges appeared politically motivated, the group said.", K.ALLEGATION, "appeared", "motivated"),
    ("Ana Vega fears for her life, the group said.", K.ALLEGATION, "fears for", "her life"),
    ("The port came under fire over the sale.", K.ALLEGATION, "came under", "fire"),
    ("The charity sounded the alarm over the cuts.", K.ALLEGATION, "sounded", "the alarm"),
    # Who is kept how, and what ails them
    ("Owners hold fishermen like cattle, the report said.", K.ALLEGATION, "hold", "like cattle"),
    ("The war has left herders in Chad facing hunger.", K.CONDITION, "has left", "facing hunger"),
    ("Omar Bello was experiencing symptoms of malaria.", K.CONDITION, "was experiencing", "malaria"),
    ("She had undergone surgery in May.", K.CONDITION, "had undergone", "surgery"),
    # Deeds in a row, whence people are, what they were convicted of
    ("There were cases of guards extorting families.", K.ALLEGATION, "extorting", "families"),
    ("Some 90 miners came, most of them citizens of Mali.", K.ALLEGATION, "nationality", "citizens of Mali"),
    ("He was barred over a conviction for arson.", K.ALLEGATION, "conviction for", "arson"),
    ('Members of the "Red Hand" gang fled.', K.ALLEGATION, "described_as", 'Members of the "Red Hand" gang'),
    # Law
    ("The ministry implemented a new measure on Friday.", K.LEGAL, "implemented", "a new measure"),
    (
        "The measure is new, a rule this week requiring clerks to ask for permits.",
        K.LEGAL,
        "requiring",
        "clerks",
    ),
    ("The ban was overturned in June.", K.LEGAL, "overturned in", "June"),
    # A plural and its verb
    ("Less than half of health centers in the capital, Lima, remain open.", K.CONDITION, "remain", "open"),
    ("Ana Vega lives where access to water remains poor.", K.CONDITION, "remains", "poor"),
    (
        'Ana Vega said two mills in the area "face grave shortages" now.',
        K.CONDITION,
        "face",
        "grave shortages",
    ),
]


@pytest.mark.parametrize(("text", "kind", "prop", "value"), CASES)
def test_told(text: str, kind: Kind, prop: str, value: str) -> None:
    assert any(prop in c.property and value in c.value for c in made(text, kind))


ABSENT = [
    ("The cart was overturned in the street.", K.LEGAL, "overturned"),
    ("Troops restored order in the town.", K.LEGAL, "restored"),
    ("Omar Bello is an ally of the mayor.", K.AGREEMENT, "is"),
    ("Damp is likely to have caused the fall.", K.PLAN, "is likely to have caused"),
]


@pytest.mark.parametrize(("text", "kind", "prop"), ABSENT)
def test_not_told(text: str, kind: Kind, prop: str) -> None:
    assert not any(prop in c.property for c in made(text, kind))


SUBJECTS = [
    ("A man freed from jail after a court decision will be watched.", "will be watched", "man"),
    ("The union appealed to the government of Chad to grant leave to the men.", "grant", "Chad"),
    ("The war has left herders in Chad facing hunger.", "facing", "herders"),
]


@pytest.mark.parametrize(("text", "prop", "subject"), SUBJECTS)
def test_whom_it_is_told_of(text: str, prop: str, subject: str) -> None:
    told = [c.subject for c in claims(text).claims if prop in c.property or prop in c.value]
    assert any(subject in one for one in told), told


def test_reports_that_are_received_speak_for_nobody() -> None:
    found = claims("The union has received credible reports that two men drowned.").claims
    assert not any(a.name.startswith("received") for c in found for a in c.asserted_by)
