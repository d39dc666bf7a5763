"""Whom "he" and "she" mean, and whose words stand beside a participle, a dash or a paper."""

import pytest
from reading_attributions import quoted_speakers, reported_speakers
from reading_names import Names

MEANT = [
    ("Mark Oyelaran was asked of Paul Dent’s role. He said the pier was “rotten right through.”", "Mark Oyelaran"),
    ("Ida Moss, who acts for Greta Lund, said no. She said it would “ruin the harvest.”", "Ida Moss"),
    ("Peter Vance spoke of John Reed’s debts.\n\n“We paid them,” he said.", "Peter Vance"),
    ("Tomas Ruel said they would sue.\n\n“We go to court on Monday,” he added.", "Tomas Ruel"),
    ("Sonya A. Reuter, Mark Pell’s lawyer, wrote on Monday.\n\n“Mark Pell is calm,” she said in an email.", "Sonya A. Reuter"),
    ("A harbour judge sat on Monday after he called the cells at Lagos Customs House “unfit for dogs”.", "harbour judge (unnamed)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), MEANT)
def test_a_pronoun_speaks_for_whom_the_text_is_about(text, speaker):
    assert set(quoted_speakers(text)) == {speaker}


def test_him_is_not_who_tells_him():
    seen = Names("Mark Reyes met Paul Dent. Reyes told him to go.")
    assert "him" in seen.mentions_of("Paul Dent")


BESIDE = [
    ("The envoys met, with Minister Kofi Adjei warning of “a very bad omen for all of us”.", "Kofi Adjei"),
    ("Guests must rest, with the leaflet stating, “Sleep is needed.”", "leaflet (unnamed)"),
    ("Sailors marching through the old town chanted “Open the sea gates!”", "Sailors"),
    ("Dean Hart, a former pilot, mocked it during the Monday night debate, tweeting, “Hear him cough!”", "Dean Hart"),
    ("The lease is, as a ministry memo put it, “a gift without a giver”.", "ministry memo (unnamed)"),
    ("“Be kind to the ferrymen.” — Carla Santos", "Carla Santos"),
    ("“Be kind to the ferrymen.” ― Carla Santos", "Carla Santos"),
    ("A person familiar with the talks, speaking on condition of anonymity, called it “a tired old joke.”", "person (unnamed)"),
    ("Families say they are sailors, but Lima accuses them of theft, and has called them “a band of river pirates”.", "Lima"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), BESIDE)
def test_words_find_who_stands_beside_them(text, speaker):
    assert set(quoted_speakers(text)) == {speaker}


def test_people_briefed_on_a_plan_speak_and_not_the_plan():
    assert reported_speakers("Two people briefed on the plan said the dam would be sold.") == [
        "Two people (unnamed)"
    ]


def test_two_closing_single_marks_close_a_double_one():
    text = "“It was a trick on voters,’’ Wim Moy told the paper. “It was wrong.”"
    assert quoted_speakers(text) == ["Wim Moy", "Wim Moy"]
