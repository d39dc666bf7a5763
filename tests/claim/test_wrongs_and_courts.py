"""Whoever says that there was a wrong accuses; what a court finds is of the law, what an accord says is agreed."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind

K = Kind


def made(text: str, kind: Kind) -> list[tuple[str, str, str]]:
    found: list[Claim] = [c for c in claims(text).claims if c.kind is kind]
    return [(c.subject, c.property, str(c.value)) for c in found]


WRONGS = [
    ("Ana Prieto said the guards ignored them for a week.", "guards", "ignored", "them"),
    ("The clerk said officers humiliated her in the yard.", "officers", "humiliated", "her"),
    ("The bench found that the ministry failed to feed the men.", "ministry", "failed to feed", "the men"),
    ("Judges ruled that Port Control unlawfully held forty sailors.", "Port Control", "unlawfully held", "forty sailors"),
    ("The union said the vote was not fair.", "vote", "was", "not fair"),
    ("Observers said the new fees are discriminatory.", "new fees", "are", "discriminatory"),
    ("The union says the company resorted to bribery.", "company", "resorted to", "bribery"),
    ("Forty of them said they had been beaten by guards.", "they", "had been beaten", "guards"),
    # What somebody was punished for
    ("A court in Lima jailed a broker for nine years for taking bribes.", "broker", "jailed for", "taking bribes"),
    ("The jury found Ana Prieto guilty of forging a will.", "Ana Prieto", "guilty of", "forging a will"),
    ("Tom Keane was fined 300 euros for insulting the mayor.", "Tom Keane", "was fined for", "insulting the mayor"),
    ("Tom Keane was convicted of crimes in Peru.", "Tom Keane", "convicted of", "crimes in Peru"),
    ("The board suspended two umpires over cheating in May.", "two umpires", "suspended over", "cheating"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subject", "prop", "value"), WRONGS)
def test_whoever_says_that_there_was_a_wrong_accuses(text: str, subject: str, prop: str, value: str) -> None:
    found = made(text, K.ALLEGATION)
    assert any(subject in s and prop in p and value in v for s, p, v in found), found


INNOCENT = [
    # Nobody says it but the report; nothing wrong is told of; a court only rules.
    ("The new fees are discriminatory.", "new fees"),
    ("The union said the vote was fair.", "vote"),
    ("Tom Keane was fined for the second time.", "Tom Keane"),
    ("The club was fined for the following year.", "club"),
    ("The board was jailed for nine years.", "board"),
    ("The court said the sailors had to return to Peru.", "sailors"),
]


@pytest.mark.parametrize(("text", "subject"), INNOCENT)
def test_nobody_is_accused_where_no_wrong_is_told(text: str, subject: str) -> None:
    assert not [one for one in made(text, K.ALLEGATION) if subject in one[0]]


SAID = [
    ("The court said the sailors had to return to Peru.", K.LEGAL, "sailors", "had to return"),
    ("Judge Ana Prieto said she could not stop the sale.", K.LEGAL, "Ana Prieto", "could not stop"),
    ("The accord says that the guests may include sailors.", K.AGREEMENT, "guests", "may include"),
    ("Under the terms of the accord, teams in Peru would train the crews.", K.AGREEMENT, "teams", "would train"),
    ("The deal that Chad signed with Peru on May 14 covers 160 people.", K.AGREEMENT, "Chad", "signed"),
    ("The memorandum of understanding, signed on Friday by the mayor, Ana Prieto, and Chad's consul, Omar Bello, "
     "will let about 280 sailors in.", K.AGREEMENT, "memorandum of understanding", "signed by"),
    ("The memorandum of understanding, signed on Friday by the mayor, Ana Prieto, and Chad's consul, Omar Bello, "
     "will let about 280 sailors in.", K.PLAN, "memorandum of understanding", "will let"),
    ("The pact that Peru and Chile signed in March was welcomed.", K.EVENT, "pact", "welcome"),
    ("The union said that some of those hurt had “never been convicted of a crime”.", K.LEGAL,
     "some of those hurt", "never been convicted of"),
    ("The firm would “pay for the flights”, the note said.", K.PLAN, "firm", "pay for"),
    ("A federal appeals court in Lima sided with the port.", K.LEGAL, "appeals court", "sided with"),
    ("The trial in Lima for the men — once members of a choir — ended Saturday.", K.EVENT, "trial", "ended"),
    ("The broker got a life sentence.", K.LEGAL, "broker", "got"),
    ("Lima revoked the visas of two envoys.", K.LEGAL, "Lima", "revoked"),
    ("The port was sealed, according to police who said it had no exits and lacked clean water.", K.CONDITION,
     "", "lacked"),
    ("Ana Prieto served as mayor until 2014.", K.ROLE, "Ana Prieto", "served as"),
    ("Tom Keane, who became governor in May, resigned.", K.ROLE, "Tom Keane", "became"),
    ("Tom Keane took over as warden in May.", K.ROLE, "Tom Keane", "took over"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop"), SAID)
def test_what_courts_and_accords_say_is_of_the_law_or_agreed(
    text: str, kind: Kind, subject: str, prop: str
) -> None:
    found = made(text, kind)
    assert any(subject in s and prop in p for s, p, _ in found), found


def test_the_office_of_the_next_in_a_row_is_not_the_first_ones() -> None:
    found = made("The mayor, Ana Prieto, and the warden, Omar Bello, left.", K.ROLE)
    assert sorted((s, v) for s, _, v in found) == [("Ana Prieto", "mayor"), ("Omar Bello", "warden")]


def test_the_country_is_the_one_that_a_sentence_opened_with() -> None:
    text = "Chad took in five men in July, with Ghana also taking some. The nation agreed in May to take 160 more."
    assert any(s == "Chad" for s, p, _ in made(text, K.EVENT) if p.startswith("agreed"))


@pytest.mark.parametrize(
    "text",
    [
        "Critics condemned the sale of 40 cranes.",
        "A court in Lima sentenced 40 men to death.",
        "The union criticised a deal worth 40 million euros.",
    ],
)
def test_a_number_in_what_somebody_condemns_is_the_report_s_own(text: str) -> None:
    (number,) = [c for c in claims(text).claims if c.kind is K.QUANTITY]
    assert not number.asserted_by
