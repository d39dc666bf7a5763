"""Who did what in the sentences of ordinary news: rows of acts, clauses tucked in, and days between subject and verb."""

import pytest
from reporting_sentences import claims

ACTS = [
    ("Later on Sunday, the Coast Police entered the hall, freed all hostages and ended the siege.", "freed", "Coast Police"),
    ("Later on Sunday, the Coast Police entered the hall, freed all hostages and ended the siege.", "ended", "Coast Police"),
    ("The soldiers took us from our house, separated us, and threw us into a truck.", "separated", "soldiers"),
    ("My father had a permit, but the soldiers took us from our house, separated us, and threw us into a truck.", "threw", "soldiers"),
    ("The guards removed the women from the hut, treated them badly, and then deported them to Chad.", "then deported", "guards"),
    ("Tomas (a false name), who had been living in Chad without a visa, told the paper of it.", "had been living in", "Tomas"),
    ("A man whose house was a bomb factory was arrested in Lima on Tuesday.", "was arrested in", "man"),
    ("The nurses whose contracts were cancelled cannot return to Peru.", "cannot return to", "nurses"),
    ("Ruiz, whose house was searched, left the town on Monday.", "left", "Ruiz"),
    ("About 300 men, half of whom have been given papers, are held in the camp.", "are held in", "300 men"),
    ("The World Court Friday rejected the appeal.", "rejected", "World Court"),
    ("A court in Chile on Friday ruled against the plan.", "ruled against", "court in Chile"),
    ("The Harbour Court on October 18 ruled against the plan.", "ruled against", "Harbour Court"),
    ("Police in Quito on Sunday arrested 70 people.", "arrested", "Police in Quito"),
    ("An FBI official said authorities are pursuing more than 400 tips.", "are pursuing", "authorities"),
    ("A senior official said police had freed the man.", "had freed", "police"),
    ("The attack in May 2015 killed 12 people.", "killed", "attack in May 2015"),
    ("Camp Watch attacked the regime, last year likening the camp to a jail.", "likening", "Camp Watch"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "who"), ACTS)
def test_an_act_is_of_its_subject(text, act, who):
    assert who in {c.subject for c in claims(text).claims if c.property == act}


WHOLE = [
    "The dam, built in 1954, holds the lake.",
    "The warden, Ana Vega, toured the yard, a guard beside her.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_what_stands_between_commas_is_no_row_of_acts(text):
    found = {(c.subject, c.property) for c in claims(text).claims}
    assert {("dam", "holds"), ("Ana Vega", "toured")} & found


def test_who_storms_a_hall_says_nothing():
    found = claims("The Coast Police stormed the hall, freed 12 hostages and left.").claims
    assert {c.asserted_by for c in found} == {()}


def test_what_is_due_to_a_lack_is_not_planned():
    found = claims(
        "The 12 deaths are due to lack of water in the camp. The 9 fires were due to the drought."
    ).claims
    assert "planned" not in {c.modality.value for c in found}
