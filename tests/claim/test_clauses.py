"""Sentences are cut into clauses: subject, verb group and complement of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporting_sentences import as_report

from habeas.claim.clauses import parse, reading, vocabulary
from habeas.claim.clauses.parsing import Parsed
from habeas.mark.tokens import tokens


def parsed(text: str, language: str = "en") -> Parsed:
    words = tokens(as_report(text, language))
    known = vocabulary(language)
    return parse(reading(words, text, known), 0, len(words))


def triples(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    found = parsed(text, language)

    def said(place: tuple[int, int] | None) -> str:
        if place is None or place[0] >= place[1]:
            return ""
        return text[found.words[place[0]].start : found.words[place[1] - 1].end]

    return [(said(c.subject), said(c.verb), said(c.complement)) for c in found.clauses]


CASES = [
    ("Police arrested three men in Lagos.", ("Police", "arrested", "three men in Lagos")),
    ("The dam holds two million litres.", ("The dam", "holds", "two million litres")),
    ("In 2019, she opened a clinic.", ("she", "opened", "a clinic")),
    ("On Monday the council rejected the plan.", ("the council", "rejected", "the plan")),
    ("The bridge was not repaired by the city.", ("The bridge", "was not repaired", "by the city")),
    ("The union plans to hold a vote.", ("The union", "plans to hold", "a vote")),
    ("The bank is expected to raise rates.", ("The bank", "is expected to raise", "rates")),
    ("The ship, carrying fuel, sank off the coast.", ("The ship", "sank", "off the coast")),
    ("The ship, carrying fuel, sank off the coast.", ("The ship", "carrying", "fuel")),
    ("The vaccine, which costs two dollars, protects children.", ("The vaccine", "protects", "children")),
    ("The vaccine, which costs two dollars, protects children.", ("The vaccine", "costs", "two dollars")),
    ("The farmers who blocked the road went home.", ("The farmers", "blocked", "the road")),
    ("The farmers who blocked the road went home.", ("The farmers", "went", "home")),
    ("He said the company plans to close two shafts.", ("the company", "plans to close", "two shafts")),
    ("The mayor resigned and left the country.", ("The mayor", "left", "the country")),
    ("The bus crashed and ten people died.", ("ten people", "died", "")),
    ("While the army advanced, thousands fled.", ("the army", "advanced", "")),
    ("While the army advanced, thousands fled.", ("thousands", "fled", "")),
    ("Prices have been rising since May.", ("Prices", "have been rising", "since May")),
    ("Lena Brandt, the mayor, praised the crews.", ("Lena Brandt", "praised", "the crews")),
    ("We're going to rebuild the school.", ("We're", "We're going to rebuild", "the school")),
    ("Shaken by the blast, residents gathered outside.", ("residents", "Shaken", "by the blast")),
    ("Teachers' unions condemned the cuts.", ("Teachers' unions", "condemned", "the cuts")),
    (
        "The president, his wife and two guards were unhurt.",
        ("The president, his wife and two guards", "were", "unhurt"),
    ),
    ("The court has yet to rule on the appeal.", ("The court", "has yet to rule", "on the appeal")),
    ("Families that live near the site want answers.", ("Families", "live", "near the site")),
    ("The port shut on Oct. 4, a union said.", ("The port", "shut", "on Oct. 4")),
    ("They sued Gov. Ana Reyes and the port.", ("They", "sued", "Gov. Ana Reyes and the port")),
    ("The crew left St. Lucia by boat.", ("The crew", "left", "St. Lucia by boat")),
    ("The train left at 6 a.m., officials said.", ("The train", "left", "at 6 a.m.")),
    ("Pupils there are taught in shifts.", ("Pupils", "are taught", "in shifts")),
    ("The clinic lacks running water.", ("The clinic", "lacks", "running water")),
    ("The town's mayor, Tom Hale, resigned in May.", ("Tom Hale", "resigned", "in May")),
    ("A local builder, Acme Homes Inc., runs the site.", ("Acme Homes Inc.", "runs", "the site")),
    ("A cook, her brother, died there.", ("A cook", "died", "there")),
    ("Last week a clerk, Ivo Maric, vanished at sea.", ("Ivo Maric", "vanished", "at sea")),
    ("Thieves broke windows, smashed locks and took the safe.", ("Thieves", "smashed", "locks")),
    ("Thieves broke windows, smashed locks and took the safe.", ("Thieves", "took", "the safe")),
    ("The boys were seized, tied to a tree and made to kneel.", ("The boys", "tied", "to a tree")),
    ("The boys were seized, tied to a tree and made to kneel.", ("The boys", "made to kneel", "")),
    ("They were searched at noon, finger-printed and put on a bus.", ("They", "finger-printed", "")),
    ("She said the pump had failed and that the wells were dry.", ("the wells", "were", "dry")),
    ("Cows are kept in sheds and eat no grass.", ("Cows", "eat", "no grass")),
    ("Workers who have left say little.", ("Workers", "say", "little")),
    (
        "The lift has not moved since the flood and that worries him.",
        ("The lift", "has not moved", "since the flood"),
    ),
    ("The six cooks aboard the ferry were unhurt.", ("The six cooks aboard the ferry", "were", "unhurt")),
    ("She later said the wells had dried up.", ("the wells", "had dried", "up")),
    (
        "Fans from Ghent who heard that a train would be sent to Liege waited outside.",
        ("Fans from Ghent", "waited", "outside"),
    ),
    ("He showed a poster of boys she said had won.", ("boys", "had won", "")),
    ("The coach, Ana Vega, said her captain, a nurse, was ill.", ("her captain", "was", "ill")),
    (
        "Drivers earlier this week told a radio they were broke.",
        ("Drivers", "told", "a radio they were broke"),
    ),
    (
        "The union warned fares may rise but added that talks go on.",
        ("The union", "added", "that talks go on"),
    ),
    ("The rector spoke on Monday praising the choir.", ("The rector", "praising", "the choir")),
    ("The pay of 40 nurses who had left was cut.", ("40 nurses", "had left", "")),
    ("The 12 have now all been freed.", ("The 12", "have now all been freed", "")),
    ("They ruled that the sale of the port was void.", ("the sale of the port", "was", "void")),
    ("The army could send boats.", ("The army", "could send", "boats")),
    ("He found clerks sleeping on tables.", ("clerks", "sleeping", "on tables")),
    ("Members voted on Friday to merge the clubs.", ("Members", "voted", "on Friday to merge the clubs")),
    ("The firm has been fast-tracking permits.", ("The firm", "has been fast-tracking", "permits")),
    ("Voters in the north back the treaty.", ("Voters in the north", "back", "the treaty")),
    ("The law bans logging and protects wetlands.", ("The law", "protects", "wetlands")),
    ("The clinic lacks running water and has two doctors.", ("The clinic", "lacks", "running water")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_clause_has_its_subject_verb_and_complement(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in triples(text)


NOUNS = [
    "The raid shocked the town.",
    "A flood damage survey began.",
    "The prison guards union met.",
    "Access to work and food is limited.",
    "The strike cost millions.",
]


@pytest.mark.parametrize("text", NOUNS)
def test_a_noun_that_could_be_a_verb_stays_a_noun(text: str) -> None:
    assert len(triples(text)) == 1


SPANISH = [
    ("La policía detuvo a tres hombres.", ("La policía", "detuvo", "a tres hombres")),
    ("El gobierno planea construir un puente.", ("El gobierno", "planea construir", "un puente")),
    ("El penal, que fue inaugurado en 2015, está lleno.", ("El penal", "fue inaugurado", "en 2015")),
    ("Los obreros marcharon y bloquearon la calle.", ("Los obreros", "bloquearon", "la calle")),
    ("El ministro se reunió con los alcaldes.", ("El ministro", "reunió", "con los alcaldes")),
    ("La ley prohíbe el uso de plásticos.", ("La ley", "prohíbe", "el uso de plásticos")),
]


@pytest.mark.parametrize(("text", "expected"), SPANISH)
def test_spanish_clauses(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in triples(text, "es")


@given(st.text(alphabet="ab tohe,.;-'\"()[]AB wasnd thawhich", max_size=200))
def test_any_text_is_parsed_and_every_place_lies_in_the_sentence(text: str) -> None:
    found = parsed(text)
    count = len(found.words)
    assert len(found.tags) == count
    for clause in found.clauses:
        for place in (clause.subject, clause.verb, clause.complement, clause.whole):
            assert place is None or 0 <= place[0] <= place[1] <= count


def test_a_sentence_of_ten_thousand_words_is_parsed_in_passing() -> None:
    text = "the plan to build and that which was said, " * 1250
    assert len(parsed(text).tags) > 10_000
