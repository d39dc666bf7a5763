"""Who "the group" is that says something, and whose saying it is behind participles and papers."""

import pytest
from reading_attributions import reported_speakers

SPEAKERS = [
    ("Ports Watch says sailors were cheated. The group says owners hid the books.", "Ports Watch"),
    ("Rights Jamaica visited the port. The rights group said it was shut.", "Rights Jamaica"),
    ("Oxfam fed a group of migrants in Lima. The group said the soup was cold.", "group (unnamed)"),
    ("But relatives of sailors taking part in the boycott say the pay is low.", "relatives (unnamed)"),
    ("It follows the release of a report, which said the mine was unsafe.", "report (unnamed)"),
    ("The rebels fired guns in a show of strength, warning that more would come.", "rebels (unnamed)"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_the_speaker_is_the_body_named_before_or_the_paper(text, speaker):
    assert speaker in reported_speakers(text)


def test_an_adverb_in_marks_speaks_nothing():
    assert not [s for s in reported_speakers("And it “strongly” rejects claims that the dams are weak.") if s]


def test_who_refused_after_a_long_subject_is_the_one_beside_the_verb():
    text = "The fate of sailors held in Chad remains unclear after the Peruvian union refused to pay, insisting they leave."
    assert [s for s in reported_speakers(text) if s and "fate" in s] == []


def test_an_act_by_which_something_is_exposed_says_nothing():
    assert not [s for s in reported_speakers("The theft was exposed by secret filming in the shop.") if s]
