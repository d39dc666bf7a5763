"""What people are held for, said to have done or said to be; what is done under a law or an accord; headlines of both."""

import pytest
from reporting_sentences import claims, numbers

from habeas.model.claim import Kind

HELD = [
    ("Two brokers were arrested on charges of fraud in Lagos.", "Two brokers", "were arrested on"),
    ("Police arrested the clerk over bribery.", "clerk", "arrested over"),
    ("The skipper is held on suspicion of smuggling ivory.", "skipper", "is held on"),
    ("Ana Vega was jailed for sedition in 2019.", "Ana Vega", "was jailed for"),
    ("The captain is wanted in Chile for fraud.", "captain", "is wanted in"),
    ("The broker is wanted in connection with a bank robbery.", "broker", "is wanted in"),
    ("The clerk faces charges of forging land deeds.", "clerk", "faces"),
    ("Ana Vega is under investigation for tax evasion.", "Ana Vega", "is under"),
    ("The two officers allegedly sold passports.", "two officers", "allegedly sold"),
    ("Ana Vega is believed to have run the ring from Malta.", "Ana Vega", "is believed to have run"),
    ("The pilots are said to have flown the gold to Dubai.", "pilots", "are said to have flown"),
    ("The break-out had been planned by guards.", "break-out", "had been planned by"),
    ("The levy has come under criticism from farmers.", "levy", "has come under"),
    ("The court said the clerk was guilty of theft.", "clerk", "was"),
]


@pytest.mark.parametrize(("text", "who", "act"), HELD)
def test_what_somebody_is_held_for_or_said_to_have_done_is_an_allegation(text, who, act):
    found = {c.subject for c in claims(text).claims if c.kind is Kind.ALLEGATION and c.property == act}
    assert found == {who}


NOT_HELD = [
    "The clerk was arrested on Friday in Lagos.",
    "The men are in custody pending an investigation.",
    "The union wants the mill to reopen.",
    "The council held a vigil in March.",
    "The two officers sold passports.",
]


@pytest.mark.parametrize("text", NOT_HELD)
def test_an_act_without_a_charge_accuses_nobody(text):
    assert not [c for c in claims(text).claims if c.kind is Kind.ALLEGATION]


SAID_TO_BE = [
    ("Omar Haddad, the alleged ringleader of the forgery scheme, fled to Cyprus.", "Omar Haddad", "alleged ringleader of the forgery scheme"),
    ("Officials are looking into alleged bribery at the port.", "bribery", "alleged bribery"),
    ("The suspected arson destroyed the mill.", "arson", "suspected arson"),
    ("Police detained five men suspected of poaching elephants.", "men", "men suspected of poaching elephants"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "what"), SAID_TO_BE)
def test_whoever_or_whatever_is_only_said_to_be_so_is_described_so(text, who, what):
    assert (who, what) in {(c.subject, c.value) for c in claims(text).claims if c.property == "described_as"}


LAWFUL = [
    ("The trader was released on bail on Friday.", "trader", "was released on"),
    ("He was freed on parole after 12 years.", "he", "was freed on"),
    ("Five sailors were detained under the Immigration and Nationality Act.", "Five sailors", "were detained under"),
    ("Ana Vega was jailed for sedition in 2019.", "Ana Vega", "was jailed for"),
    ("The ministry dismissed the plea of the miners.", "ministry", "dismissed"),
    ("Chad court orders release of 12 miners", "Chad court", "orders"),
    ("Ana Vega is under investigation for tax evasion.", "Ana Vega", "is under"),
    ("The clerk was not guilty of theft.", "clerk", "was"),
    ("The firm was already under investigation for fraud.", "firm", "was"),
    ("Their case was transferred to a civilian court.", "Their case", "was transferred to"),
    ("Those offences can only be tried by a higher court.", "Those offences", "can only be tried by"),
    ("Holding the crew was unlawful.", "Holding the crew", "was"),
    ("The sailors are afforded due process.", "sailors", "are afforded"),
    ("The broker was released on health grounds.", "broker", "was released on"),
    ("Police are looking into the cause of the collapse.", "Police", "are looking into"),
    ("The senators challenged the ruling on Friday.", "senators", "challenged"),
    ("The state has introduced a state of emergency.", "state", "has introduced"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "act"), LAWFUL)
def test_what_is_done_by_law_is_of_the_law(text, who, act):
    assert (who, act) in {(c.subject, c.property) for c in claims(text).claims if c.kind is Kind.LEGAL}


AGREED = [
    ("Kenya, Uganda sign fishing treaty", "sign"),
    ("Chad to sign fishing treaties with Togo", "sign"),
    ("Kenya and Uganda sign fishing treaty", "sign"),
    ("Chad will take 400 sailors under the deal.", "will take"),
    ("“Under the accord, 400 sailors will get land,” he said.", "will get"),
    ("Seven Togolese miners would benefit from the treaty.", "would benefit from"),
    ("The pact covers 400 sailors and their families.", "covers"),
    ("The treaty faced delays over its wording.", "faced"),
]


@pytest.mark.parametrize(("text", "act"), AGREED)
def test_what_an_accord_gives_is_of_the_agreement(text, act):
    assert act in {c.property for c in claims(text).claims if c.kind is Kind.AGREEMENT}


PLANNED = [
    ("Peru and Chile were discussing a possible loan of two ships.", "were discussing"),
    ("Peru is looking to renew its army.", "is looking to renew"),
    ("Measures to fight crime are set to be announced on Friday.", "are set to be announced on"),
]


@pytest.mark.parametrize(("text", "act"), PLANNED)
def test_what_is_discussed_or_looked_to_is_planned(text, act):
    found = claims(text).claims
    assert {(c.property, c.modality) for c in found if c.kind is Kind.PLAN} == {(act, "planned")}


def test_people_who_languish_somewhere_are_kept_so():
    found = claims("The men have been languishing in the camps for three years.").claims
    assert [c.subject for c in found if c.kind is Kind.CONDITION] == ["men"]


PRICES = [
    ("Chad has agreed to buy 36 trams for $8bn (7bn euros).", 8_000_000_000, "price of trams"),
    ("Chad has agreed to buy 36 trams for $8bn (7bn euros).", 7_000_000_000, "price of trams"),
    ("The firm sold the old mill to Togo for 40 million euros.", 40_000_000, "price of old mill"),
]


@pytest.mark.parametrize(("text", "number", "asked"), PRICES)
def test_what_is_traded_has_its_price(text, number, asked):
    assert numbers(text)[number].property == asked


def test_what_is_paid_without_a_trade_is_no_price():
    told = numbers("The firm paid the mayor $3 million for silence.")
    assert "price" not in told[3_000_000].property


@pytest.mark.parametrize("written", ["RM50,000", "RM 50,000"])
def test_ringgits_stand_before_their_number(written):
    fine = numbers(f"The broker was fined {written}.")[50_000]
    assert (fine.property, fine.unit) == ("fine", "MYR")


HEADS = [
    ("Peru's minister Ana Vega and her Chilean counterpart Luis Rojas met.", "Luis Rojas", "Chilean counterpart"),
    ("The head of the port police Luis Rojas met the union.", "Luis Rojas", "head of the port police"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "what"), HEADS)
def test_what_somebody_is_stands_before_the_name(text, who, what):
    assert (who, what) in {(c.subject, c.value) for c in claims(text).claims if c.kind is Kind.ROLE}


def test_words_are_those_of_the_head_whose_name_closes_the_office():
    text = "The ship sank, head of the port police Luis Rojas said on Monday. A lawyer for the mayor Ana Vega said it burned."
    told = {c.property: c.asserted_by[-1].name for c in claims(text).claims if c.kind is Kind.EVENT}
    assert told == {"sink": "Luis Rojas", "burn": "lawyer for Ana Vega (unnamed)"}


WRONGS = [
    ("There were many cases of fraud in the vote, party leader Ana Vega said.", True),
    ("There were many cases of fraud in the vote.", False),
    ("There were many cases of flu in the port, mayor Ana Vega said.", False),
]


@pytest.mark.parametrize(("text", "accuses"), WRONGS)
def test_whoever_says_that_there_was_a_wrong_accuses(text, accuses):
    told = [c for c in claims(text).claims if c.kind is Kind.ALLEGATION and c.property == "there were"]
    assert bool(told) is accuses


def test_it_may_be_the_accord_of_its_own_sentence():
    text = "The pact runs for 10 years, and if both sides agree, it could be renewed for 10 more years."
    found = {c.property for c in claims(text).claims if c.kind is Kind.AGREEMENT}
    assert "could be renewed for" in found


ACTING = [
    ("Fighting broke out in the valley.", "broke out", "Fighting"),
    ("Voting began in Togo on Friday.", "began in", "Voting"),
    ("Knives appear to have been used in the fight.", "appear to have been used in", "Knives"),
    ("The jail, which the ministry said was not crowded, holds 40 men.", "crowd", "jail"),
    ("The jail, which the ministry said was not crowded, holds 40 men.", "holds", "jail"),
    ("Ana Vega, 65, a former officer who came to power in a coup, has served two terms.", "has served", "Ana Vega"),
    ("The Lima Police said a mill burned. The firm did not report the fire.", "did not report", "firm"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "who"), ACTING)
def test_an_act_is_of_whoever_or_whatever_does_it(text, act, who):
    assert {c.subject for c in claims(text).claims if c.property == act} == {who}


def test_ages_are_told_one_after_the_other():
    told = numbers("The miners, aged 62 and 56, were freed.")
    assert {told[62].property, told[56].property} == {"age"}


DONE = [
    ("The arrest has angered the miners and sparked some protests.", "sparked", "arrest"),
    ("The mayor has closed the camp and opened a clinic.", "opened", "mayor"),
    ("His lawyers say the broker was “kidnapped” in Lima.", "was kidnapped", "broker"),
    ("They ate in the “tight space”, which was also reported to be “very hot” in May.", "was also reported to be", "tight space"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "who"), DONE)
def test_a_perfect_goes_on_and_quotes_hide_no_verb(text, act, who):
    assert {c.subject for c in claims(text).claims if c.property == act} == {who}


FRAGMENTS = [
    ("The clerk was detained for “acts against the state”.", "acts against the state", "speaker not named"),
    ("The miners were kept in “very bad huts” there.", "very bad huts", "speaker not named"),
    ("Ana Vega was seen calling it “a very bad joke”.", "a very bad joke", "Ana Vega"),
    ("Ana Vega was jailed in May but wants “a very good deal”.", "a very good deal", "Ana Vega"),
    ("Ana Vega was adamant on “the big plan here”.", "the big plan here", "Ana Vega"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), FRAGMENTS)
def test_whoever_something_is_done_to_does_not_say_so(text, words, speaker):
    said = [c.subject for c in claims(text).claims if c.kind is Kind.QUOTATION and c.value.startswith(words)]
    assert said == [speaker]
