"""Whose word a number or a quotation of ordinary news is: what stands beside a noun, and what only decides."""

import pytest
from reporting_sentences import claims, numbers

from habeas.claim import claim
from habeas.mark import mark
from habeas.model.claim import Kind
from habeas.packs import load_pack
from habeas.read import read_report

SPEAKERS = [
    ("Another driver, Tomas, told of a cold night. He said guards took 300 euros.", 300, "Tomas"),
    ("Rana Aziz, a lawyer who says she has seen 12 camps, left on Friday.", 12, "Rana Aziz"),
    ("Deputy head of prisons Marta Silva said 80 men had walked out.", 80, "Marta Silva"),
    ("The commissioner for refugees Pavel Horak said 90 tents were wet.", 90, "Pavel Horak"),
    ("Costa Rica security minister Mario Zamora said 60 guards had left.", 60, "Mario Zamora"),
    ("Many Kenyans complained of the closed port. They said 40 of them had lost their bags.", 40, "Kenyans (unnamed)"),
    ("Two Kenyans said 50 boats had left.", 50, "Kenyans (unnamed)"),
    ("A fire killed 25 inmates on Sunday, local media reported citing police.", 25, "police (unnamed)"),
    ("The Home Office lost. The Home Office faced the charity Harbour Watch. The charity said 20 women had no room.", 20, "Harbour Watch"),
    ("Harbour Watch, a charity in Hull, sued the Home Office. The Home Office lost. The charity said 20 women had no room.", 20, "Harbour Watch"),
    ("Senators refused the request, and mayor Luis Prado has said he will free 30 men.", 30, "Luis Prado"),
    ("A judge in Lima rejected the detention of 14 of the miners.", 14, None),
    ("The tribunal ruled against the ministry's plan to hold 12 sailors.", 12, None),
    ("The ministry upheld the sentences of 9 officers.", 9, None),
    ("The three other sailors had been rejected by the shelter's staff.", 3, None),
    ("Speaking to Sky News, Carl Tayler, the chief inspector of jails, warned that 40 men would be at risk.", 40, "Carl Tayler"),
    ("Ministry of Justice figures show that 10,083 prisoners were freed.", 10083, "Ministry of Justice"),
    ("The council defended the plan, although lawyers for the migrants say 14 men were hurt.", 14, "lawyers (unnamed)"),
    ("A judge ordered the release of at least 313 people detained by police.", 313, None),
    ("The deal announced on Tuesday follows an agreement under which 40 men were flown home.", 40, None),
    ("The swap included two citizens named Osman Khan and Bo Ek, the officials said.", 2, "officials (unnamed)"),
    ("The Harbour Group said it was safe while the Fort Group said 40 moves were made by force.", 40, "Fort Group"),
    ("Officials in and around Lima warned that 40 shops would close.", 40, "Officials (unnamed)"),
    ("The court ruled that 12 sailors were held without cause.", 12, "court (unnamed)"),
    ("The court ruled the 12 sailors were held without cause.", 12, "court (unnamed)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "speaker"), SPEAKERS)
def test_a_number_has_the_speaker_that_its_sentence_gives_it(text, number, speaker):
    held = numbers(text)[number].asserted_by
    assert (held[-1].name if held else None) == speaker


QUOTED = [
    ("Dvorak called the plan “unfair” and said a judge had no say. “We need to know more,” she said.", "We need to know more", "Dvorak"),
    ("Senators refused a series of requests, and mayor Luis Prado has said he wants to keep the jail, to “fill it with thieves.”", "fill it with thieves.", "Luis Prado"),
    ("The plan was described by the envoy to Yemen, Martin Griffin, as the largest of “its kind in history”.", "its kind in history", "Martin Griffin"),
    ("The Harbour Group said it was “safe” while the Fort Group said the moves were “forced upon them”.", "forced upon them", "Fort Group"),
    ("Many Kenyans complained of the “sudden closure” of the office.", "sudden closure", "Kenyans (unnamed)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), QUOTED)
def test_a_quotation_has_the_speaker_of_its_clause(text, words, speaker):
    found = {c.value: c.subject for c in claims(text).claims if c.kind is Kind.QUOTATION}
    assert found[words] == speaker


HEADLINES = [
    ("Norwegian prisons ‘close to collapse’: union", "union (unnamed)"),
    ("Peru jail ‘close to collapse’: Amnesty International", "Amnesty International"),
    ("Peru jail ‘close to collapse’, says Amnesty International", "Amnesty International"),
    ("Amnesty International: Peru jail ‘close to collapse’", "Amnesty International"),
    ("Police: Peru jail ‘close to collapse’", "Police (unnamed)"),
    ("Peru jail ‘close to collapse’: report", "report (unnamed)"),
    ("Exclusive Report: Peru jail ‘close to collapse’", None),
    ("Analysis: Peru jail ‘close to collapse’", None),
    ("Minister ‘confident’ of deal with Peru", "Minister"),
    ("Raid on ‘Little Peru’ market", None),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "speaker"), HEADLINES)
def test_a_headline_names_its_speaker_at_a_colon(headline, speaker):
    body = "The council met on Monday to speak of the river. Amnesty International has an office there."
    report = read_report("text.txt", f"{headline}\n\n{body}".encode())
    found = claim(report, mark(report, load_pack()), load_pack()).claims
    said = [c for c in found if c.kind is Kind.QUOTATION]
    assert [c.asserted_by[-1].name if c.asserted_by else None for c in said] == [speaker]


def test_an_attorney_general_s_office_is_no_general():
    made = claims("The State Attorney General’s Office gave 12 figures.").claims
    assert not [c for c in made if c.kind is Kind.ROLE]


def test_a_place_with_a_stop_in_its_name_is_whole():
    made = claims("James Kopp, 44, of St. Albans, Vt., left.").claims
    found = [c.value for c in made if c.frame == "affiliation"]
    assert found in ([], ["St. Albans"])


CONCEDED = [
    ("Although the ministry denied it, the union said 12 guards had left.", 12, "union (unnamed)"),
    ("Though the police declined to name the men, Rana Aziz said 3 had died.", 3, "Rana Aziz"),
    ("While the army says it is safe, Lena Moss told Reuters that 40 mines were found.", 40, "Lena Moss"),
    ("The army says it is safe and that 40 mines, a record, were found.", 40, "army (unnamed)"),
]


@pytest.mark.parametrize(("text", "number", "speaker"), CONCEDED)
def test_what_opens_a_sentence_says_only_its_own_clause(text, number, speaker):
    held = numbers(text)[number].asserted_by
    assert (held[-1].name if held else None) == speaker


def test_a_force_before_and_is_no_part_of_the_next_title():
    made = claims("The dead are William Hakim of the Oregon State Police and Capt. Tom Tennant.").claims
    assert "Capt." in [c.value for c in made if c.kind is Kind.ROLE and c.subject == "Tom Tennant"]


def test_where_somebody_is_from_ends_with_the_place():
    made = claims("They are Paul Riva, 47, of Sterling Heights and Alan Stein, 48, of Bruce Township.").claims
    found = [c.value for c in made if c.frame == "affiliation"]
    assert "Sterling Heights" in found
    assert "Bruce Township" in found


def test_a_quotation_is_of_the_day_it_was_said():
    made = claims("“In 2018, nobody came,” Ana Ruiz said on Monday. “It began in 2008,” she said.").claims
    assert [c.as_of for c in made if c.kind is Kind.QUOTATION] == ["2025-05-19", "2025-05"]


def test_a_government_of_another_party_is_no_country_s_named_before():
    made = claims("The Rwandan government paid. The Conservative government that negotiated it lost.").claims
    assert {c.subject for c in made if c.property == "negotiated"} == {"Conservative government"}
