"""What is told of others on somebody's word, what stands beside names and agreements, and what is bidden act by act."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Kind

K = Kind
CASES = [
    # Told of others on somebody's word
    ("Ana Prieto, a nurse, said ambulances had waited outside.", K.ALLEGATION, "ambulances", "had waited", ""),
    ("According to the union, letters were ignored for weeks.", K.ALLEGATION, "letters", "were ignored", "weeks"),
    ('"They laughed at us," said Ana Prieto, a nurse.', K.ALLEGATION, "they", "laughed", "us"),
    ("Ana Prieto, a cook, said she saw a man fall.", K.ALLEGATION, "Ana Prieto", "saw", "a man fall"),
    ("The board maintains that the stoppage is a breach.", K.ALLEGATION, "stoppage", "is", "a breach"),
    ('"It is a factory of despair," Ana Prieto said.', K.ALLEGATION, "it", "is", "a factory"),
    ("Several told the Herald that drivers had locked the doors.", K.ALLEGATION, "drivers", "locked", "doors"),
    ("Some said that drivers hit them.", K.ALLEGATION, "drivers", "hit", "them"),
    ("Residents disputed that account.", K.EVENT, "Residents", "disputed", "account"),
    ("The minister called the march a betrayal.", K.ALLEGATION, "minister", "called", "a betrayal"),
    ("The coroner attributed the death to a fall.", K.ALLEGATION, "coroner", "attributed", "a fall"),
    # A people is not its country
    ("Peruvians were described as lawful residents.", K.ALLEGATION, "Peruvians", "described", "residents"),
    # What is asked for
    ("Peru has asked the Organization of American States to intervene.", K.EVENT, "Peru", "has asked", "intervene"),
    ("The mayor appealed to residents to stay home.", K.EVENT, "mayor", "appealed", "residents"),
    ("Farmers are demanding to know the cost.", K.EVENT, "Farmers", "demanding", "cost"),
    # Bidden act by act
    ("The court ordered the firm to pay, to leave and to apologise.", K.LEGAL, "court", "ordered", "to apologise"),
    ("The court ordered the firm to pay, to leave and to apologise.", K.LEGAL, "court", "ordered", "to leave"),
    # Law
    ("Canada introduced new restrictions in May.", K.LEGAL, "Canada", "introduced", "restrictions"),
    ("Niger was hit with sanctions in June.", K.LEGAL, "Niger", "was hit", "sanctions"),
    ("The bill would strip tenants of their rights.", K.LEGAL, "bill", "would strip", "rights"),
    ("The tribunal is to hear the challenge in May.", K.PLAN, "tribunal", "is to hear", "challenge"),
    ("He pacified the coast by declaring an armed conflict in 2019.", K.LEGAL, "", "declaring", "conflict"),
    # Terms of agreements
    ("The firm runs the port under a $40 million contract.", K.AGREEMENT, "contract", "worth", "$40 million"),
    ("The five-year protocol was never published.", K.AGREEMENT, "protocol", "term", "five-year"),
    ("A deal worth €4 million was announced.", K.AGREEMENT, "deal", "worth", "€4 million"),
    ("The pact between Oslo and Riga covers fishing.", K.AGREEMENT, "pact", "between", "Oslo and Riga"),
    ("In exchange, Norway lifted its ban on salmon.", K.AGREEMENT, "Norway", "lifted", "ban"),
    ("Under a pay and leave accord, the board undertook to hire nurses.", K.AGREEMENT, "board", "undertook to hire", "nurses"),
    ("The two sides have not released the text of the memorandum.", K.AGREEMENT, "sides", "released", "text"),
    # Additions without a verb of their own
    ("Forty men were freed, some of them fitted with monitors.", K.CONDITION, "some of them", "fitted", "monitors"),
    ("Nine sailors died, most of them from thirst.", K.CONDITION, "most of them", "from", "thirst"),
    ("Sailors sat on deck, their wrists bound behind them.", K.CONDITION, "their wrists", "bound behind", "them"),
    ("The prisoner is kept in a cell, without light or water.", K.CONDITION, "prisoner", "without", "light or water"),
    ("All of whom, it turned out, were ill. The men, all of whom have left, were tired.", K.EVENT, "all of whom", "", ""),
    # How things are
    ("Signal blockers have been installed.", K.CONDITION, "Signal blockers", "", "installed"),
    ("No food was handed out on the first day.", K.CONDITION, "food", "was handed out", "first day"),
    ("Furniture is bolted to the floor.", K.CONDITION, "Furniture", "is bolted", "floor"),
    ("Meals often arrive cold.", K.CONDITION, "meals", "often arrive", "cold"),
    ("Detainees share four toilets and sleep on concrete.", K.CONDITION, "Detainees", "sleep", "concrete"),
    ("Lawyers can speak to clients only by video link.", K.CONDITION, "Lawyers", "can speak", "video"),
    ("They were let out of their cells twice a week.", K.CONDITION, "they", "were let out", "twice"),
    ("Prisoners are flown to the coast every week.", K.CONDITION, "Prisoners", "are flown", "coast"),
    ("Many sleep in corridors.", K.CONDITION, "many", "sleep", "corridors"),
    ("Men in shackles being bent double wept.", K.EVENT, "men in shackles", "being bent", "double"),
    # Nobody by name
    ("Those who cannot pay are turned away.", K.EVENT, "those who cannot pay", "are turned", "away"),
    ("This is a scheme.", K.CONDITION, "this", "is", "scheme"),
    ("Relatives say they have been told nothing.", K.EVENT, "they", "told", "nothing"),
    ("Lessons will be drawn from it.", K.PLAN, "Lessons", "draw", "from it"),
    # Accused of what, on whose word
    ("Unions accuse management of running wards badly.", K.ALLEGATION, "management", "accused of", "running wards"),
    ("The mayor blamed the council for the delay.", K.ALLEGATION, "council", "blamed for", "the delay"),
    ("The ministry dismissed the study as politically motivated.", K.ALLEGATION, "ministry", "dismissed", "politically"),
    ("The premier has referred to them as bandits.", K.ALLEGATION, "premier", "referred", "bandits"),
    ("Guards demand ransoms from families.", K.ALLEGATION, "Guards", "demand", "ransoms"),
    ("Ana Prieto was picked out for her name, her sister insists.", K.ALLEGATION, "Ana Prieto", "was picked", "name"),
    # More law
    ("The editor was jailed for five years.", K.LEGAL, "editor", "was jailed", "five years"),
    ("The suspect is awaiting extradition to Belgium.", K.LEGAL, "suspect", "awaiting", "extradition"),
    ("A court has asked judges abroad whether the list is lawful.", K.LEGAL, "court", "has asked", "list"),
    ("The case has been referred to the Court of Auditors.", K.LEGAL, "case", "referred", "Auditors"),
    ("A miner has asked the high court to free the crew.", K.LEGAL, "miner", "has asked", "high court"),
    ("Congress has since banned the trade.", K.LEGAL, "Congress", "has since banned", "trade"),
    ("The offence carries up to seven years.", K.LEGAL, "offence", "carries", "seven years"),
    ("He was granted asylum in 2019.", K.LEGAL, "he", "was granted", "asylum"),
    ("She is on trial for sedition.", K.LEGAL, "she", "is on", "trial"),
    # More of agreements
    ("Five states have concluded similar pacts.", K.AGREEMENT, "states", "concluded", "pacts"),
    ("Chad had given assurances of fair trials.", K.AGREEMENT, "Chad", "given", "assurances"),
    ("Niger will accept 40 more migrants.", K.AGREEMENT, "Niger", "will accept", "40 more"),
    ("Mali committed itself to readmitting its citizens.", K.AGREEMENT, "Mali", "committed", "readmitting"),
    ("Norway will send Kosovo 15 million euros a year.", K.AGREEMENT, "Norway", "will send", "15 million"),
    ("Peru gets no money from the deal.", K.AGREEMENT, "Peru", "gets", "no money"),
    ("The company is paid 165 dollars per bed.", K.AGREEMENT, "company", "is paid", "165 dollars"),
    ("Under its terms, nobody may be sent to a third country.", K.AGREEMENT, "nobody", "may be sent", "third country"),
    ("There are plans for a second port.", K.PLAN, "plans", "", "second port"),
    ("A hearing is set for Tuesday.", K.PLAN, "hearing", "is set", "Tuesday"),
    ("The cabinet agreed to build two ports.", K.PLAN, "cabinet", "agreed to build", "two ports"),
    ("The ministry did not respond to a request for comment.", K.EVENT, "ministry", "did not respond", "request"),
    ("Lawyers are rarely admitted.", K.EVENT, "Lawyers", "", "rarely admitted"),
    ("Tariffs of 15 per cent on cocoa remain in place.", K.CONDITION, "Tariffs", "remain", "place"),
    ("Ana Prieto is being held in a prison.", K.CONDITION, "Ana Prieto", "held", "prison"),
    # Who people are
    ("Ana Prieto was appointed warden in May.", K.ROLE, "Ana Prieto", "was appointed", "warden"),
    ("The mine is controlled by a trust.", K.ROLE, "mine", "controlled by", "trust"),
    ("Ana Prieto, a street vendor whose son is missing, wept.", K.ROLE, "Ana Prieto", "is", "street vendor"),
    ("Ana Prieto, 34, a market porter from Lima, wept.", K.ROLE, "Ana Prieto", "is", "market porter from Lima"),
    ("The opposition politician Ana Prieto spoke first.", K.ROLE, "Ana Prieto", "is", "opposition politician"),
    ("A lawyer for the port, Ana Prieto, spoke first.", K.ROLE, "Ana Prieto", "", "lawyer for the port"),
    ("A historian aged 71, Ana Prieto, was freed.", K.ROLE, "Ana Prieto", "is", "historian"),
    ("Exiled poet Ana Prieto spoke first.", K.ROLE, "Ana Prieto", "", "poet"),
    ("Labour's Tom Keane spoke first.", K.ROLE, "Tom Keane", "affiliated with", "Labour"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop", "value"), CASES)
def test_it_is_claimed(text: str, kind: Kind, subject: str, prop: str, value: str) -> None:
    made = [(c.subject, c.property, str(c.value)) for c in claims(text).claims if c.kind is kind]
    assert any(subject.lower() in s.lower() and prop in p and value in v for s, p, v in made), made


NOT = [
    # The report's own words accuse nobody, nor does what a speaker tells of what they did themselves.
    ("Ambulances had waited outside.", K.ALLEGATION, "Ambulances"),
    ("The ministry said it had closed two schools.", K.ALLEGATION, "ministry"),
    ("Ana Prieto said she had built a boat.", K.ALLEGATION, "Ana Prieto"),
    ("The plane will land at noon, the pilot said.", K.ALLEGATION, "plane"),
    ('"It is raining," Ana Prieto said.', K.ALLEGATION, "it"),
    ("The firm was accused of fraud.", K.ALLEGATION, "fraud"),
    ("The board regrets the delay as much as they do.", K.ALLEGATION, "board"),
    ("The ministry sent 15 observers.", K.AGREEMENT, "ministry"),
    ("The plane may land at noon.", K.CONDITION, "plane"),
    ("The board set a trap.", K.PLAN, "board"),
    ("Students ask teachers.", K.LEGAL, "Students"),
    ("Miners have faced danger since May.", K.LEGAL, "Miners"),
    # A place that owns a name is no party; a row of names is no calling; a list of things is no act.
    ("Peru's Tom Keane spoke first.", K.ROLE, "Tom Keane"),
    ("She thanked the driver, Tom Keane and Ana Prieto.", K.ROLE, "Tom Keane"),
    ("Under the trees, their dog slept.", K.CONDITION, "their dog"),
    ("The board acted without delay.", K.CONDITION, "board"),
    ("The bridge is 40 metres long under the five-year plan.", K.AGREEMENT, "plan"),
    ("He took it between the eyes. The deal between them held.", K.AGREEMENT, "eyes"),
]


@pytest.mark.parametrize(("text", "kind", "subject"), NOT)
def test_it_is_not_claimed(text: str, kind: Kind, subject: str) -> None:
    made = [c for c in claims(text).claims if c.kind is kind]
    assert not any(subject.lower() in c.subject.lower() for c in made), made


def test_an_order_of_one_act_is_one_claim() -> None:
    made = [c for c in claims("The court ordered the firm to pay the men.").claims if c.kind is K.LEGAL]
    assert len(made) == 1


def test_the_one_who_accuses_stands_behind_the_accusation() -> None:
    made = claims("Unions accuse management of running wards badly.").claims
    (accused,) = [c for c in made if c.property == "accused of"]
    assert [a.name for a in accused.asserted_by] == ["Unions"]


def test_what_still_is_has_no_part_in_the_date_that_opens_the_sentence() -> None:
    made = claims("In 2019 the court closed the mill, which now houses a museum.").claims
    assert {c.property: c.as_of for c in made} == {"closed": "2019", "now houses": "2025-05"}
