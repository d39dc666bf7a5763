"""Readings that several reports of one story led astray: who is told of, and what those counted do."""

from __future__ import annotations

import pytest
from reporting_sentences import claims, numbers

from habeas.model.claim import Claim, Kind, Modality


def clauses(text: str) -> list[Claim]:
    return [c for c in claims(text).claims if c.kind not in (Kind.QUANTITY, Kind.QUOTATION, Kind.ROLE)]


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("Chad is holding some 300 people from ten countries deported under the new law.", "some 300 people from ten countries", "deported under"),
        ("More than 40 percent of the miners, authorities say, won’t return to the pit.", "More than 40 percent of the miners", "won’t return to"),
        ("The state cannot send people to some lands so Chad is being used as a stopover.", "Chad", "is being used as"),
        ("Guards confirmed their role under a pact to act as a “bridge” for men returned from Chad.", "men", "returned from"),
        ("Over 300 migrants deported from the United States remain confined in a hotel.", "Over 300 migrants deported from the United States", "confined in"),
        ("Aid groups report 171 men accepted the offer.", "171 men", "accepted"),
        ("Judge Ruiz said the plaintiffs — in one suit, a group of families, and in the other, 10 miners — failed to show harm.", "plaintiffs", "failed to show"),
        ("The harm the plaintiffs alleged is neither near nor sure.", "harm", "is"),
        ("The families who were moved from Chad and held at Corran filed suit last month.", "families", "filed"),
        ("They asked the judge to ensure detainees at the camp are given access to lawyers.", "detainees at the camp", "are given"),
        ("The first asserted that the state kept lawyers out.", "first", "first asserted"),
        ("A federal judge late Friday denied a request from two legal groups.", "federal judge", "denied"),
    ],
)  # fmt: skip
def test_a_clause_is_said_of_its_own_subject(text, subject, verb):
    made = {(c.subject, c.property) for c in clauses(text)}
    assert (subject, verb) in made, made


@pytest.mark.parametrize(
    ("text", "value", "subject", "words"),
    [
        ("More than 300 men, officials say, were freed on Friday.", 300, "men", "men freed"),
        ("More than 40% of the miners reportedly refuse to return.", 40, "miners", "share of miners (refuse)"),
        ("Of the 299 deportees in the hotel, 171 have agreed to return home.", 171, "deportees", "deportees agreed"),
        ("In the camp two children held up a sign.", 2, "children", "children held"),
        ("Police detained 40 men in Lima.", 40, "men", "people arrested"),
        ("The camp detains 40 men.", 40, "camp", "inmates held"),
        ("Some 40 men are being detained in a hotel in Lima.", 40, "men", "inmates held"),
    ],
)  # fmt: skip
def test_those_counted_do_what_their_verb_tells(text, value, subject, words):
    found = numbers(text)[value]
    assert (found.subject, found.property) == (subject, words)


def test_a_third_country_is_no_share_and_various_no_number():
    text = "Talks go on to find a third-country home for 128 migrants from various lands."
    assert set(numbers(text)) == {128}


def test_two_signs_are_two_quotations():
    made = claims("They held signs reading “Help” and “We are not safe here.”").claims
    assert not any("Help" in c.subject for c in made)


def test_a_number_says_nothing():
    for few in ("171", "only 171"):
        made = claims(f"Of the 299 deportees in the hotel, {few} have agreed to return home.").claims
        assert all(not c.asserted_by for c in made)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Lee Hall, a lawyer, warned that the harm would be grave, citing perilous conditions at the camp.", {"Lee Hall"}),
        ("Carl Ruiz was appointed by President Ana Vega in 2019.", set()),
        ("Forty men drowned, local media reported, citing the coast guard.", {"coast guard (unnamed)"}),
    ],
)  # fmt: skip
def test_whoever_only_acts_or_is_named_as_a_reason_says_nothing(text, speakers):
    said = {c.asserted_by[-1].name for c in claims(text).claims if c.asserted_by}
    assert {name.removesuffix(" (unnamed)") for name in said} == {
        s.removesuffix(" (unnamed)") for s in speakers
    }


def test_relief_that_is_denied_denies_nothing():
    text = "A judge denied relief to plaintiffs in two suits that challenged the plan of housing 40 men at the base."
    assert not any(c.negated for c in claims(text).claims)


def test_what_would_have_been_is_conditional():
    made = clauses("The first order would’ve required the ministry to give access to the base.")
    assert {c.modality for c in made} == {Modality.CONDITIONAL}


@pytest.mark.parametrize(
    ("text", "planned"),
    [("The man threatened a lawmaker.", False), ("The mayor threatened to close the camp.", True)],
)
def test_whoever_is_threatened_is_no_plan(text, planned):
    assert (Kind.PLAN in {c.kind for c in claims(text).claims}) is planned


@pytest.mark.parametrize(
    ("facility", "several"),
    [
        ("The Baxter prison", "The country's prisons"),
        ("The Baxter jail", "The other jails"),
        ("The Baxter camp", "The camps"),
        ("The Baxter centre", "The centres of the north"),
    ],
)
def test_a_number_of_several_places_is_not_of_the_one_named_before(facility: str, several: str) -> None:
    told = claims(f"{facility} held 400 people in January 2024.\n\n{several} held 110,000 people.")
    (counted,) = [c for c in told.claims if c.value == 110000 and c.kind is Kind.QUANTITY]
    assert "Baxter" not in counted.subject
