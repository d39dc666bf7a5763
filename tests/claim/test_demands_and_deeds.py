"""What is demanded, refused or attempted; further deeds of the accused; courts on a day; what papers find; people worn down."""

from __future__ import annotations

import pytest
from reporting_sentences import assert_claimed, claims

from habeas.model.claim import Kind

K = Kind
CASES = [
    # Demands, refusals, attempts and deals are of what is to come
    ("Nurses have been demanding the imprisonment of the owner.", K.PLAN, "Nurses", "demanding", "imprisonment"),
    ("The prosecutor asked Peru to hand him over.", K.PLAN, "prosecutor", "asked", "hand him over"),
    ("The ministry refused to resettle the crew.", K.PLAN, "ministry", "refused", "the crew"),
    ("The group is calling for an inquiry into the prison.", K.PLAN, "group", "calling for", "an inquiry"),
    ("Efforts were being made to rescue the divers.", K.PLAN, "Efforts", "rescue", "the divers"),
    ("There are attempts to let the boats drift.", K.PLAN, "attempts", "", "the boats"),
    ("Oslo and Riga reached a deal to close the camp.", K.PLAN, "Oslo and Riga", "reached", "close the camp"),
    ("They will be held until the consul has spoken.", K.PLAN, "they", "will be held", "until the consul"),
    # One more deed
    ("The firm is accused of forging wills and hiding money.", K.ALLEGATION, "firm", "hiding", "money"),
    ("There was clear evidence of negligence.", K.ALLEGATION, "evidence", "alleged", "negligence"),
    ("The audit says the ministry had closed two clinics.", K.ALLEGATION, "ministry", "had closed", "two clinics"),
    ("Bosses continue to threaten crews, Ports Watch said.", K.ALLEGATION, "Bosses", "threaten", "crews"),
    ("The abuses were carried out to obtain money, Ana Vega said.", K.ALLEGATION, "abuses", "carried out", "obtain"),
    ("Their statements were contradictory, the lawyers said.", K.ALLEGATION, "statements", "were", "contradictory"),
    # A day before the verb
    ("The Riga court on Dec. 22 indicted 13 people for fraud.", K.LEGAL, "Riga court", "indicted", "13 people"),
    ("A judge on March 3 convicted two men of arson.", K.LEGAL, "judge", "convicted", "two men"),
    ("The inquiry would take two weeks, the chief said.", K.LEGAL, "inquiry", "would take", "two weeks"),
    # People and places that bear it
    ("The crew were “confused and exhausted”, said Omar Diallo, a nurse.", K.CONDITION, "crew", "confuse", "confused"),
    ("Sailors are being detained on a navy ship.", K.CONDITION, "Sailors", "detained on", "a navy ship"),
    # Negation and adverbs inside of a verb
    ("No one has even seen them.", K.EVENT, "No one", "has even seen", "them"),
    ("Gunmen suspected to be bandits stormed the school.", K.ALLEGATION, "gunmen", "described_as", "suspected to be bandits"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop", "value"), CASES)
def test_what_is_demanded_done_or_borne_is_claimed(text, kind, subject, prop, value) -> None:
    assert_claimed(text, kind, subject, prop, value)


def test_no_one_stands_in_the_quotation_with_its_no() -> None:
    assert {c.quote for c in claims("No one escaped from the jail.").claims} == {
        "No one escaped from the jail"
    }


def test_a_condition_behind_a_threat_is_no_part_of_it() -> None:
    made = claims("They fled, threatening to burn the boats if the mayor fails to pay.").claims
    assert {str(c.value) for c in made if "threatening" in c.property} == {"the boats"}


def test_whoever_is_transferred_as_the_accused_accuses_nobody() -> None:
    made = claims("She urged them to transfer the accused to Peru for trial.").claims
    assert K.ALLEGATION not in {c.kind for c in made}


def test_a_house_of_the_government_is_no_government() -> None:
    made = claims("The crew slept at Government House, Minna. The government paid nothing.").claims
    assert "Government House" not in {c.subject for c in made if c.property == "paid"}


SHOWN = [
    ("Photos of guards abusing prisoners surfaced in April.", K.ALLEGATION, "guards", "abusing", "prisoners"),
    ("Secret footage reveals neglect of patients.", K.ALLEGATION, "footage", "reveals", "neglect"),
    ("The evidence points to a breakdown in command.", K.ALLEGATION, "evidence", "points to", "breakdown"),
    ("Ann Brandt was mistreated at a home in Riga.", K.CONDITION, "Ann Brandt", "was mistreated at", "Riga"),
    ("Diallo had been detained under the Prevention of Terrorism Act.", K.LEGAL, "Diallo", "detained under", "Act"),
    ("The boats have never been found.", K.EVENT, "boats", "find", "never been found"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop", "value"), SHOWN)
def test_what_is_shown_or_found_is_claimed(text, kind, subject, prop, value) -> None:
    assert_claimed(text, kind, subject, prop, value)


STATES = [
    ("The conditions in the centres meet the standards.", K.CONDITION, "conditions", "meet", "the standards"),
    ("Medics saw human excrement seeping through cracked pipes.", K.CONDITION, "excrement", "seeping", "cracked pipes"),
    ("Fish such as cod and tuna are rare.", K.CONDITION, "Fish such as cod and tuna", "are", "rare"),
    ("Plans are in place to expand the clinic.", K.PLAN, "Plans", "", "to expand the clinic"),
    ("According to Ports Watch, Peru continues to turn boats away.", K.ALLEGATION, "Peru", "continues to turn", "boats"),
    ("The firm is accused of theft and hiding money.", K.ALLEGATION, "firm", "hiding", "money"),
    ("Oslo listed officials responsible for the coup in Mali.", K.ALLEGATION, "officials", "described_as", "responsible"),
    ("She met corrupt officials.", K.ALLEGATION, "officials", "described_as", "corrupt officials"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop", "value"), STATES)
def test_how_things_stand_and_who_is_responsible_is_claimed(text, kind, subject, prop, value) -> None:
    assert_claimed(text, kind, subject, prop, value)


def test_whoever_wants_a_trial_is_punished_for_nothing() -> None:
    made = claims("Nurses want speedy trials of corrupt officials. Senior officials left.").claims
    assert [c.value for c in made if c.kind is K.ALLEGATION] == ["corrupt officials"]
