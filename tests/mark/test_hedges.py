"""Hedges and negations: the cue, what it implies, and the words it stands over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.mark.hedges import hedges, negations
from habeas.mark.sentences import sentences
from habeas.mark.tokens import tokens
from habeas.model.marks import Cue
from habeas.model.report import Block, BlockKind, Report
from habeas.model.span import Span


def cues(text: str, language: str = "en") -> tuple[list[Cue], list[Cue]]:
    """(hedges, negations) of a text."""
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    report = Report("a.txt", "", "text/plain", "utf-8", text, (block,), language)
    words = tokens(report)
    parts = sentences(report, words)
    return list(hedges(report, words, parts)), list(negations(report, words, parts))


def hedged(text: str, language: str = "en") -> list[tuple[str, str | None, str]]:
    return [(c.span.of(text), c.modality, c.scope.of(text)) for c in cues(text, language)[0]]


def negated(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(c.span.of(text), c.scope.of(text)) for c in cues(text, language)[1]]


HEDGES = [
    (
        "The council was about to close nine mills.",
        "about to",
        "planned",
        "The council was about to close nine mills",
    ),
    ("The mayor pretended that nine men had fled.", "pretended", "alleged", "that nine men had fled"),
    ("Police freed the alleged smugglers.", "alleged", "alleged", "alleged smugglers"),
    ("Suspected members of the cartel fled.", "Suspected", "alleged", "Suspected members of the cartel"),
    ("The purported letter was burned.", "purported", "alleged", "purported letter"),
    ("The so-called reform angered farmers.", "so-called", "alleged", "so-called reform"),
    ("He allegedly sold the boat.", "allegedly", "alleged", "He allegedly sold the boat"),
    ("They seized an allegedly stolen van.", "allegedly", "alleged", "allegedly stolen van"),
    ("The firm reportedly paid a bribe.", "reportedly", "alleged", "The firm reportedly paid a bribe"),
    ("She was accused of hiding cash.", "accused of", "alleged", "hiding cash"),
    ("He is suspected of arson.", "suspected of", "alleged", "arson"),
    ("He was charged with arson.", "charged with", "alleged", "arson"),
    ("The rebels claim they hold the town.", "claim", "alleged", "they hold the town"),
    ("He alleges that the vote was bought.", "alleges", "alleged", "that the vote was bought"),
    ("She is believed to be abroad.", "believed to", "alleged", "She is believed to be abroad"),
    ("The crew is thought to have drowned.", "thought to", "alleged", "The crew is thought to have drowned"),
    ("The dam could fail.", "could", "conditional", "The dam could fail"),
    ("Officials said the dam might fail.", "might", "conditional", "the dam might fail"),
    ("The dam may fail, but engineers are calm.", "may", "conditional", "The dam may fail"),
    (
        "The envoy, a retired general, would resign.",
        "would",
        "conditional",
        "The envoy, a retired general, would resign",
    ),
    ("Perhaps the crew slept.", "Perhaps", "conditional", "Perhaps the crew slept"),
    ("If rain falls, crops live.", "If", "conditional", "If rain falls, crops live"),
    ("The city plans to widen the road.", "plans to", "planned", "The city plans to widen the road"),
    ("The road is expected to reopen.", "expected to", "planned", "The road is expected to reopen"),
    ("Schools are set to close.", "set to", "planned", "Schools are set to close"),
    ("The union will strike.", "will", "planned", "The union will strike"),
    ("The state aims to plant trees.", "aims to", "planned", "The state aims to plant trees"),
    ("She intends to appeal.", "intends to", "planned", "She intends to appeal"),
    ("They protested the planned pipeline.", "planned", "planned", "planned pipeline"),
    ("He vowed to rebuild.", "vowed to", "planned", "He vowed to rebuild"),
    ("The state should pay.", "should", "opinion", "The state should pay"),
    ("It is arguably the best port.", "arguably", "opinion", "It is arguably the best port"),
]


@pytest.mark.parametrize(("text", "cue", "modality", "scope"), HEDGES)
def test_a_hedge_stands_over_the_words_it_softens(text: str, cue: str, modality: str, scope: str) -> None:
    assert hedged(text) == [(cue, modality, scope)]


NOT_HEDGES = [
    "He read his will aloud.",
    "In May the river rose.",
    "Police reported that the bridge fell.",
    "The claims were settled.",
    "She planned a garden.",
    "Will Carter owns the shop.",
    "A set of plates broke.",
]


@pytest.mark.parametrize("text", NOT_HEDGES)
def test_a_word_that_only_looks_like_a_hedge_is_left_alone(text: str) -> None:
    assert hedged(text) == []


NEGATIONS = [
    ("The judge barred the council from closing nine mills.", "barred", "closing nine mills"),
    ("Nine men were kept from seeing a lawyer.", "kept", "seeing a lawyer"),
    ("The pump did not work.", "not", "The pump did not work"),
    ("Officials said the pump didn’t work.", "didn’t", "the pump didn’t work"),
    ("The pump cannot work.", "cannot", "The pump cannot work"),
    ("No injuries were reported.", "No", "No injuries were reported"),
    ("The hut has no windows.", "no", "The hut has no windows"),
    ("He was expelled with no hearing.", "no", "no hearing"),
    ("They crossed without papers.", "without", "without papers"),
    ("She never left the house.", "never", "She never left the house"),
    ("The bank failed to pay.", "failed to", "The bank failed to pay"),
    ("The court has yet to rule.", "yet to", "The court has yet to rule"),
    ("He refused to leave.", "refused to", "He refused to leave"),
    ("A lack of water hurt crops.", "lack of", "lack of water hurt crops"),
    ("None of the men spoke.", "None", "None of the men spoke"),
    ("The mayor denied taking money.", "denied", "taking money"),
    ("Nobody saw the fire.", "Nobody", "Nobody saw the fire"),
    ("It was sent to Lima, not to Quito.", "not", "not to Quito"),
    ("The rebels left because the army did not come.", "not", "the army did not come"),
]


@pytest.mark.parametrize(("text", "cue", "scope"), NEGATIONS)
def test_a_negation_stands_over_the_words_it_denies(text: str, cue: str, scope: str) -> None:
    assert negated(text) == [(cue, scope)]


NOT_NEGATIONS = [
    "They were stopped at the port on the way from Chad.",
    "Not only farmers came.",
    "No fewer than 12 ships sank.",
    "It must end no later than Friday.",
    "No. 3 on the list is a bakery.",
    "Hundreds, if not thousands, came.",
]


@pytest.mark.parametrize("text", NOT_NEGATIONS)
def test_a_word_that_denies_nothing_is_left_alone(text: str) -> None:
    assert negated(text) == []


SPANISH = [
    ("Detuvieron a los presuntos ladrones.", "presuntos", "alleged", "presuntos ladrones"),
    ("Presuntamente robó el camión.", "Presuntamente", "alleged", "Presuntamente robó el camión"),
    ("El río podría crecer.", "podría", "conditional", "El río podría crecer"),
    ("Fue acusado de robo.", "acusado de", "alleged", "robo"),
    ("El gremio va a protestar.", "va a", "planned", "El gremio va a protestar"),
    ("El supuesto testigo huyó.", "supuesto", "alleged", "supuesto testigo"),
]


@pytest.mark.parametrize(("text", "cue", "modality", "scope"), SPANISH)
def test_a_spanish_hedge(text: str, cue: str, modality: str, scope: str) -> None:
    assert hedged(text, "es") == [(cue, modality, scope)]


SPANISH_NEGATIONS = [
    ("El puente no abrió.", "no", "El puente no abrió"),
    ("Nunca volvió al pueblo.", "Nunca", "Nunca volvió al pueblo"),
    ("Lo expulsaron sin juicio.", "sin", "sin juicio"),
    ("La empresa tampoco pagó.", "tampoco", "La empresa tampoco pagó"),
    ("El alcalde negó los cargos.", "negó", "los cargos"),
]


@pytest.mark.parametrize(("text", "cue", "scope"), SPANISH_NEGATIONS)
def test_a_spanish_negation(text: str, cue: str, scope: str) -> None:
    assert negated(text, "es") == [(cue, scope)]


def test_a_denial_says_that_it_is_one() -> None:
    _, (cue,) = cues("The mayor denied the report.")
    assert (cue.kind, cue.modality) == ("negation", "denied")


def test_being_denied_something_is_no_denial() -> None:
    _, (cue,) = cues("The men were denied water.")
    assert cue.modality is None


@given(
    st.lists(
        st.sampled_from(
            [
                "He",
                "may",
                "not",
                "say",
                "if",
                "the",
                "alleged",
                ",",
                "plan",
                ".",
                "so",
                "-",
                "called",
                "will",
                "be",
                "denied",
                "of",
                "no",
                "that",
            ]
        )
    )
)
def test_cues_lie_inside_the_text_in_order(words: list[str]) -> None:
    text = " ".join(words)
    for found in cues(text):
        assert [c.span for c in found] == sorted(c.span for c in found)
        for cue in found:
            assert 0 <= cue.span.start < cue.span.end <= len(text)
            assert 0 <= cue.scope.start < cue.scope.end <= len(text)
