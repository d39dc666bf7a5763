"""Who holds an office by what the report says of them, who accuses by a verb or a noun of their own, and what is blamed."""

from __future__ import annotations

import pytest
from reporting_sentences import assert_claimed, assert_not_claimed, claims

from habeas.model.claim import Kind

K = Kind

CASES = [
    # offices: short titles, two at once, behind a body's name, by a verb, of one name alone
    ("Peruvian PM Ana Vega left.", K.ROLE, "Ana Vega", "holds office", "PM"),
    ("Zambia Freedom Party (ZFP) general secretary and baker Omar Bello left.", K.ROLE, "Omar Bello", "is",
     "Zambia Freedom Party (ZFP) general secretary and baker"),
    ("AII senior campaigner Omar Bello left.", K.ROLE, "Omar Bello", "holds office", "senior campaigner"),
    ("Omar Bello, an official at the camp, left.", K.ROLE, "Omar Bello", "is", "official at the camp"),
    ("Bello, a former mayor of Arica, left.", K.ROLE, "Bello", "held office", "mayor"),
    ("Omar Bello is the director of the port.", K.ROLE, "Omar Bello", "is", "director of the port"),
    ("Omar Bello and Ana Vega are founding members of the Port Watch movement.", K.ROLE, "Omar Bello and Ana Vega",
     "are", "founding members of the Port Watch movement"),
    ("Omar Bello, who helped found the Popular Front and heads the rights group Port Watch, left.", K.ROLE,
     "Omar Bello", "heads", "rights group Port Watch"),
    ("A lawyer who serves as an envoy for the port filed a complaint.", K.ROLE, "lawyer", "serves as", "an envoy"),
    ("A lawyer who serves as an envoy for the port filed a complaint.", K.LEGAL, "lawyer", "filed", "a complaint"),
    # what is held against somebody
    ("Omar Bello spent 40 days behind bars for attending a banned rally.", K.ALLEGATION, "Omar Bello", "for",
     "attending a banned rally"),
    ("“The vote was a disgrace,” Ana Vega said.", K.ALLEGATION, "vote", "was", "a disgrace"),
    ("“They deliberately put money over safety,” Ana Vega said.", K.ALLEGATION, "they", "deliberately put", "money"),
    ("The firm admitted it took out a pillar.", K.ALLEGATION, "it", "took out", "a pillar"),
    ("“Police did not fire any shots,” colonel Omar Bello said.", K.ALLEGATION, "Police", "did not fire", "shots"),
    ("A lawyer told of allegations that guards are beating men and keeping them from calling.", K.ALLEGATION,
     "guards", "keeping", "them from calling"),
    ("The general is responsible for airstrikes on villages.", K.ALLEGATION, "general", "is", "airstrikes"),
    # how things are
    ("War-torn Libya is a hub.", K.CONDITION, "Libya", "state", "War-torn"),
    ("Rights groups call the halls medieval, with food scarce and cells packed.", K.CONDITION, "food", "are", "scarce"),
    ("They huddled together on the floor.", K.CONDITION, "they", "huddled", "on the floor"),
    ("It sounds more like a jail than a school.", K.CONDITION, "it", "sounds", "like a jail"),
    ("The persistent and choking smoke covered Arica.", K.EVENT, "persistent and choking smoke", "covered", "Arica"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop", "value"), CASES)
def test_it_is_claimed(text: str, kind: Kind, subject: str, prop: str, value: str) -> None:
    assert_claimed(text, kind, subject, prop, value)


NOT = [
    ("The ship left at 10 PM Monday.", K.ROLE, "Monday"),
    ("Omar Bello leads the race.", K.ROLE, "Omar Bello"),
    ("Omar Bello is no director of the port.", K.ROLE, "Omar Bello"),
    ("The ship served as a warning to the fleet.", K.ROLE, "ship"),
]


@pytest.mark.parametrize(("text", "kind", "subject"), NOT)
def test_it_is_not_claimed(text: str, kind: Kind, subject: str) -> None:
    assert_not_claimed(text, kind, subject)


SPEAKERS = [
    # by a verb of accusing, judging or naming
    ("The port union criticised the ministry for having shut the docks.", "having shut", "port union (unnamed)"),
    ("Omar Bello was jailed for what the police deemed an illegal rally.", "illegal rally", "police (unnamed)"),
    ("The law was condemned as a sham by the port union.", "a sham", "port union (unnamed)"),
    ("Ana Vega alleges in court papers that guards beat 100 men.", "court papers", "Ana Vega"),
    ("A union of nurses called Safe Hands was fined.", "Safe Hands", None),
    # by a noun
    ("The ministry ignored warnings from activists that the men would face torture.", "torture", "activists (unnamed)"),
    ("There were fears among families that the men had been beaten.", "beaten", "families (unnamed)"),
    ("The raid follows warnings to ports by the relief minister that the valley was not safe.", "not safe",
     "relief minister (unnamed)"),
    # kin and those who speak for somebody are not that person
    ("The wife of jailed Chadian rights leader Omar Bello says guards lied to him.", "lied",
     "wife of Omar Bello (unnamed)"),
    ("A spokesman for Prime Minister Omar Bello said guards lied to him.", "lied", "spokesman for Omar Bello (unnamed)"),
    ("The mother of jailed union leader Omar Bello, Aissa Bello, says guards lied to him.", "lied", "Aissa Bello"),
    # an object ends where somebody else acts; who shows up says nothing
    ("Amnesty International has declared him a rebel and union leaders have warned that guards beat men.", "men",
     "union leaders (unnamed)"),
    ("Prime Minister Ana Ruiz showed up on Monday, by which time guards had lied to the men.", "lied", None),
    ("Omar Bello was jailed in May on tax charges that his backers say were invented.", "invented", "backers (unnamed)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "speaker"), SPEAKERS)
def test_a_claim_is_of_whoever_makes_it(text: str, word: str, speaker: str | None) -> None:
    kinds = (K.ALLEGATION, K.CONDITION, K.EVENT, K.PLAN)
    made = [c for c in claims(text).claims if c.kind in kinds and word in f"{c.property} {c.value}"]
    assert made
    said = {c.asserted_by[-1].name if c.asserted_by else None for c in made}
    assert speaker in said, said
