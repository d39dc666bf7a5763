"""How people live, what the law does to them and what they are held to have done, in the many ways reports put it."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Kind

C, L, A, P = Kind.CONDITION, Kind.LEGAL, Kind.ALLEGATION, Kind.PLAN

CASES = [
    (C, "going outside", "The weaver has been barred from going outside since May."),
    (C, "a lawyer", "The miners have not seen a lawyer since March."),
    (C, "a lawyer", "None of the miners has been allowed to see a lawyer."),
    (C, "damp housing", "Many were living in damp housing with no stove."),
    (C, "hunger", "Families there face hunger."),
    (C, "the wards", "Rubbish has been piling up outside the wards."),
    (C, "no treatment", "Ivo Lind has received no treatment for his diabetes."),
    (C, "solitary", "Orlov has spent 200 days in solitary confinement."),
    (C, "20kg", "Orlov has lost 20kg in weight."),
    (C, "night", "The rooms were freezing at night."),
    (C, "weeks", "Some had not showered for weeks."),
    (C, "Oman and Yemen", "The valley of Sarr is divided between Oman and Yemen."),
    (C, "total impunity", "Police there enjoy near-total impunity."),
    (C, "unconscious", "The boy was found unconscious in a yard."),
    (C, "bruises", "His body was covered in bruises."),
    (C, "hours", "Marsh fever can kill within hours if untreated."),
    (C, "their verdicts", "Judges in Narva often do not explain their verdicts."),
    (C, "overcrowded and without windows", "The huts are overcrowded and without windows."),
    (C, "a danger to children", "Waste has been piling up for days and presents a danger to children."),
    (L, "probation", "The nurses will also get two years' probation."),
    (L, "the fine", "They will not have to pay the fine."),
    (L, "have been bailed", "The eight fishermen have been bailed."),
    (L, "sedition charges", "The choir was slapped with sedition charges."),
    (L, "an additional charge", "Vega received an additional charge of spreading rumours."),
    (L, "charges of sabotage", "The trial included charges of sabotage."),
    (L, "Kenya", "Dahl was extradited to Kenya in 2019."),
    (L, "his citizenship", "Dahl was stripped of his citizenship."),
    (L, "punishable by flogging", "Blasphemy is punishable by flogging on the island."),
    (L, "an asset freeze", "Those listed are subject to an asset freeze."),
    (L, "12 June", "A hearing is scheduled for 12 June."),
    (L, "him", "Three nurses testified against him in court."),
    (L, "a retrial", "The prosecution asked for a retrial."),
    (L, "refugee status", "The board granted them refugee status."),
    (L, "the station's licence", "The regulator suspended the station's licence."),
    (L, "has been charged", "No one has been charged."),
    (
        A,
        "staging an illegal march",
        "The court upheld the conviction of 23 nurses for staging an illegal march.",
    ),
    (A, "defying a curfew", "Ana Ruiz is appealing a sentence for defying a curfew."),
    (A, "fraud", "Her trial on charges of fraud opens in May."),
    (A, "her union work", "Ana Ruiz was detained because of her union work, the league said."),
    (A, "influence-peddling", "The court ruled that the ministers engaged in influence-peddling."),
    (A, "a contract", "Prosecutors said the payment was meant to secure a contract."),
    (A, "dissidents", "The charge has been used against dissidents."),
    (A, "links to a cartel", "The broker has links to a cartel, the police said."),
    (A, "them", "Guards threatened to shoot them, Ana Ruiz said."),
    (A, "the killing", "Dahl confessed to the killing."),
    (A, "to parliament", "The minister lied to parliament, the opposition said."),
    (A, "excessive", "The league said the raid was an excessive use of force."),
    (A, "a massacre", "Villagers said the governor was concealing a massacre."),
    (A, "fire", "The police opened fire without warning, a monk said."),
    (L, "22 to 25 years", "Prosecutors asked for 22 to 25 years for the mayor."),
    (L, "heavy fines", "Prosecutors also sought heavy fines."),
    (L, "the orders of a judge", "The flight has been cancelled on the orders of a judge."),
    (L, "an asset freeze", "The listed traders face an asset freeze."),
    (L, "two mills", "These sanctions also targeted two mills."),
    (
        L,
        "jail terms of 12 to 14 years",
        "Two guards, also charged with fraud, face jail terms of 12 to 14 years.",
    ),
    (C, "there", "The men were still stuck there."),
    (C, "unable to leave", "The men were unable to leave."),
    (C, "a morgue", "The hall has been used as a morgue."),
    (L, "Lima", "A second hearing will be held in Lima next week."),
    (A, "false", "The families say those allegations are false."),
    (L, "a court", "The flight was stopped by a court."),
    (L, "closed doors", "The trial was held behind closed doors."),
    (C, "22 years in prison", "Ivo Lind had already spent 22 years in prison."),
    (C, "18 months", "The miners have been held for 18 months."),
    (C, "founding members", "Ana Ruiz and Ivo Lind are founding members of the Harbour Club."),
    (A, "a mockery", "The trial was a mockery, the league said."),
    (A, "regard for the boy", "The ministry had failed to have regard for the boy, the judge said."),
    (A, "$73,000 in bribes", "The three also gave $73,000 in bribes."),
    (C, "the escalating violence", "The league spoke of the escalating violence in Lower Sarr."),
    (P, "outside help", "Tula declared an emergency and appealed for outside help."),
    (P, "an inquiry", "The league demanded an inquiry into the fire."),
    (P, "temporary shelter", "Some will receive temporary shelter."),
    (Kind.EVENT, "the toll", "The paper could not independently verify the toll."),
    (Kind.EVENT, "a ring", "Members of a rescue unit along with police formed a ring around the mill."),
    (P, "a contract", "Prosecutors said the payment was meant to secure a contract."),
]


@pytest.mark.parametrize(("kind", "words", "text"), CASES)
def test_a_sentence_claims(kind: Kind, words: str, text: str) -> None:
    made = [c for c in claims(text).claims if c.kind is kind]
    assert any(words in f"{c.property} {c.value}" or words in str(c.value) for c in made), made


NOT = [
    (A, "The judge said they would stay in jail if they failed to pay the fine.", "failed to pay"),
    (P, "The paper could not independently verify the toll.", "could not independently verify"),
    (L, "They may hold her without charge for 60 days.", "charge of"),
    (C, "Voters in Leiria can choose a mayor, Ana Ruiz said.", "can choose"),
    (A, "Dahl has been appealing for calm for years.", "appealing"),
]


@pytest.mark.parametrize(("kind", "text", "prop"), NOT)
def test_a_sentence_does_not_claim(kind: Kind, text: str, prop: str) -> None:
    assert not [c for c in claims(text).claims if c.kind is kind and c.property == prop]


def test_what_is_said_may_open_with_what_it_grants() -> None:
    text = "Ivo Lind said although the gates were open, the men were still stuck there."
    stuck = [c for c in claims(text).claims if c.property == "were still stuck"]
    assert {c.asserted_by[-1].name for c in stuck} == {"Ivo Lind"}


def test_the_same_amount_in_brackets_parts_no_number_from_its_verb() -> None:
    text = "Ruiz added that 100 million pesos ($21 million) have been allocated for relief."
    made = [c for c in claims(text).claims if c.kind is Kind.QUANTITY]
    assert {c.value for c in made} == {100_000_000, 21_000_000}
    assert all("allocated" in c.property and "Ruiz" not in c.subject for c in made)


DOERS = [
    ("Twelve soldiers arrested the mayor of Tula.", 12, "soldiers arrested"),
    ("About 30 officers at the forest post detained the reporter.", 30, "officers detained"),
    ("In Tula 45 boys were arrested.", 45, "people arrested"),
]


@pytest.mark.parametrize(("text", "value", "asked"), DOERS)
def test_who_did_it_is_not_counted_as_whom_it_happened_to(text: str, value: int, asked: str) -> None:
    made = [c for c in claims(text).claims if c.kind is Kind.QUANTITY and c.value == value]
    assert [c.property for c in made] == [asked]


HEADS = [("17 rescued in port raid", 17, "rescued"), ("Three jailed for smuggling", 3, "jailed")]


@pytest.mark.parametrize(("text", "value", "verb"), HEADS)
def test_a_bare_number_that_opens_a_headline_counts_those_to_whom_it_happened(
    text: str, value: int, verb: str
) -> None:
    made = [c for c in claims(text).claims if c.kind is Kind.QUANTITY]
    assert [(c.value, c.property) for c in made] == [(value, f"people {verb}")]


DATED = [
    ("A judge blocked the flight on 2 May ahead of a review due on Monday.", "blocked", "2025-05-02"),
    ("The January conviction of Duarte was a surprise.", "legal act", "2025-01"),
    ("Her 2019 trial was closed to the press.", "legal act", "2019"),
    ("Ghana has jailed three editors for joining a march in 2013.", "has jailed", "2025-05"),
    ("A jury found Dahl guilty of setting a barn alight in March 2021.", "found", "2025-05"),
]


@pytest.mark.parametrize(("text", "prop", "day"), DATED)
def test_what_the_law_does_has_a_day_of_its_own(text: str, prop: str, day: str) -> None:
    found = {c.as_of for c in claims(text).claims if c.kind is Kind.LEGAL and c.property == prop}
    assert found == {day}
