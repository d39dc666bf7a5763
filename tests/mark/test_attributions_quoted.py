"""Whose words a quotation holds: own sentences of many kinds, read with and without the marks of names."""

from __future__ import annotations

import pytest

from habeas.mark.attributions import attributions
from habeas.mark.names import names
from habeas.mark.quotations import quotations
from habeas.mark.sentences import sentences
from habeas.mark.tokens import tokens
from habeas.model.marks import Attribution, AttributionKind
from habeas.model.report import Block, BlockKind, Report
from habeas.model.span import Span
from habeas.packs import load_pack


def attributed(text: str, language: str = "en", with_names: bool = True) -> tuple[Attribution, ...]:
    """The attributions of a text whose paragraphs are its lines."""
    blocks = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line)), BlockKind.PARAGRAPH))
        start += len(line) + 1
    report = Report("r", "", "text/plain", "utf-8", text, tuple(blocks), language)
    words = tokens(report)
    parts = sentences(report, words)
    quoted = quotations(report, parts, words)
    entities, mentions = names(report, words, parts, load_pack("detention")) if with_names else ((), ())
    return attributions(report, words, parts, quoted, entities, mentions)


def speakers(text: str, language: str = "en", with_names: bool = True) -> list[str | None]:
    """The speakers of the quotations, in text order."""
    found = attributed(text, language, with_names)
    return [a.speaker for a in found if a.kind is AttributionKind.QUOTED]


BESIDE = [
    ("“The dam held,” said Grace Mwangi.", ["Grace Mwangi"]),
    ("“The dam held,” Grace Mwangi said.", ["Grace Mwangi"]),
    ("“The dam held,” said engineer Grace Mwangi, who inspected it in May.", ["Grace Mwangi"]),
    ("“The dam held,” said Grace Mwangi, an engineer at the water board.", ["Grace Mwangi"]),
    ("“The dam held,” Grace Mwangi, an engineer at the water board, said.", ["Grace Mwangi"]),
    ("Grace Mwangi, an engineer at the water board, said: “The dam held.”", ["Grace Mwangi"]),
    ("Grace Mwangi said, “The dam held.”", ["Grace Mwangi"]),
    ("Grace Mwangi: “The dam held.”", ["Grace Mwangi"]),
    ("“Did it hold?” asked Grace Mwangi.", ["Grace Mwangi"]),
    ("“It held!” Grace Mwangi shouted.", ["Grace Mwangi"]),
    ("“The dam held,” Grace Mwangi told reporters on Friday.", ["Grace Mwangi"]),
    ("“The dam,” Grace Mwangi said, “held.”", ["Grace Mwangi", "Grace Mwangi"]),
    ("“The dam held,” Grace Mwangi said. “We checked every gate.”", ["Grace Mwangi", "Grace Mwangi"]),
    ("“The dam held,” Mwangi, 46, told the Daily Nation.", ["Mwangi"]),
    ("“The dam held,” Prof. Grace Mwangi (University of Nairobi) said.", ["Grace Mwangi"]),
    ("“The dam held,” Grace Mwangi later wrote in a post on X.", ["Grace Mwangi"]),
    ("“The dam held,” according to Grace Mwangi.", ["Grace Mwangi"]),
    ("According to Grace Mwangi, the dam “held without a crack all night”.", ["Grace Mwangi"]),
    ("As Grace Mwangi put it, “the dam simply held.”", ["Grace Mwangi"]),
    ("The spokesman, Omar Haddad, said: “No one was hurt.”", ["Omar Haddad"]),
    (
        "The port’s director, Lena Fischer, called the strike “a blow to every small exporter”.",
        ["Lena Fischer"],
    ),
    ("“No one was hurt,” the police said.", ["police (unnamed)"]),
    ("“No one was hurt,” a witness said.", ["witness (unnamed)"]),
    ("“No one was hurt,” said two officials familiar with the case.", ["two officials (unnamed)"]),
]


@pytest.mark.parametrize("with_names", [True, False])
@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_the_verb_beside_a_quotation_tells_who_speaks(
    text: str, expected: list[str | None], with_names: bool
) -> None:
    assert speakers(text, with_names=with_names) == expected


INSIDE = [
    ("Mayor Paul Okoro called the plan “a gift to landlords and nobody else”.", ["Paul Okoro"]),
    ("Okoro said the plan was “dead on arrival in this council”.", ["Okoro"]),
    (
        "Okoro said that the plan, which took years to write, was “dead on arrival in this council”.",
        ["Okoro"],
    ),
    ("Okoro praised the nurses, calling them “the spine of this city for two years”.", ["Okoro"]),
    ("Okoro thanked the volunteers for their “patience” and left.", ["Okoro"]),
    ("The plan was described by Okoro as “a gift to landlords and nobody else”.", ["Okoro"]),
    (
        "The plan was rejected as “reckless” by several tenants’ groups.",
        ["several tenants’ groups (unnamed)"],
    ),
    ("The valley is “sacred” among older residents.", ["older residents (unnamed)"]),
    ("Okoro, who chairs the council, said the plan would “bring the buses back to every street”.", ["Okoro"]),
    ("Sources who met with Okoro said he was “tired of the whole affair by then”.", ["Sources (unnamed)"]),
    ("Okoro warned the cuts would “hurt the poorest first” and “help no one at all”.", ["Okoro", "Okoro"]),
    ("Okoro visited the site and said it looked “like the surface of the moon”.", ["Okoro"]),
    ("Okoro said the fees may rise, but insisted they were “fair to every family here”.", ["Okoro"]),
    ("Wearing a hard hat, Okoro said, “We start on Monday.”", ["Okoro"]),
    ("Okoro returned the favour, telling the crowd, “You kept us honest.”", ["Okoro"]),
    ("Hours later, Okoro apologised, saying, “I was wrong.”", ["Okoro"]),
    ("On Monday, Okoro said, “We start today.”", ["Okoro"]),
    ("The order says the camp must be closed “without any further delay”.", ["order (unnamed)"]),
    ("Okoro’s letter said the rent was “far beyond what the law allows”.", ["Okoro’s letter"]),
]


@pytest.mark.parametrize(("text", "expected"), INSIDE)
def test_a_fragment_belongs_to_the_clause_it_stands_in(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


CARRIED = [
    ("“We lost the roof,” Ana Silva said.\n“Then the water came.”", ["Ana Silva", "Ana Silva"]),
    ("Ana Silva disagreed. “We lost the roof.”", ["Ana Silva"]),
    ("Ana Silva explained the delay:\n“We lost the roof.”", ["Ana Silva"]),
    ("“We lost the roof,” Ana Silva said. “It was gone in a minute,” she added.", ["Ana Silva", "Ana Silva"]),
    ("Ana Silva came home. “We lost the roof,” she said.", ["Ana Silva"]),
    ("“The first night was bad.\n“The second was worse,” Ana Silva said.", ["Ana Silva", "Ana Silva"]),
    ("Ana Silva said the storm was strong.\n“We lost the roof,” Silva said.", ["Ana Silva"]),
    ("“Out!” he shouted, Ana Silva recalled. “We lost the roof,” said Silva.", None),
]


@pytest.mark.parametrize(("text", "expected"), CARRIED)
def test_a_quotation_without_a_verb_keeps_the_speaker_before_it(
    text: str, expected: list[str | None] | None
) -> None:
    found = speakers(text)
    assert found[-1] == "Ana Silva" if expected is None else found == expected


def test_a_carried_over_speaker_is_marked_as_implied() -> None:
    _, carried = attributed("“We lost the roof,” Ana Silva said.\n“Then the water came.”")
    assert carried.implied
    assert carried.source is None


def test_a_word_set_in_marks_in_the_reports_own_voice_is_nobodys() -> None:
    assert speakers("The “smart” meters broke on the first day.") == []


HEADLINES = [
    ("Maria Lopez Says Harbour Is Safe: ‘Nobody Should Worry’", ["Maria Lopez"]),
    ("Maria Lopez: ‘Nobody Should Worry’", ["Maria Lopez"]),
]


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_a_quotation_in_a_headline_is_the_headlines_subjects(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


VIA = [
    ("“The dam held,” Grace Mwangi told Reuters.", "Reuters"),
    ("“The dam held,” Grace Mwangi wrote in an X post.", "X post"),
    ("“The dam held,” Grace Mwangi said in a statement.", "statement"),
    ("“The dam held,” Grace Mwangi wrote on Truth Social.", "Truth Social post"),
    ("“The dam held,” Grace Mwangi said in an interview with The Guardian.", "interview"),
    ("“The dam held,” Grace Mwangi said.", None),
]


@pytest.mark.parametrize(("text", "medium"), VIA)
def test_the_medium_of_the_words_is_kept(text: str, medium: str | None) -> None:
    (found,) = attributed(text)
    assert found.via == medium


def test_the_source_is_the_words_that_name_it() -> None:
    text = "“The dam held,” said engineer Grace Mwangi."
    (found,) = attributed(text)
    assert found.source is not None
    assert found.source.of(text) == "engineer Grace Mwangi"
    assert found.cue is not None
    assert found.cue.of(text) == "said"


SPANISH = [
    ("«El río subió en una hora», dijo Carmen Ruiz.", ["Carmen Ruiz"]),
    ("“El río subió en una hora”, relató Carmen Ruiz, vecina de Tela.", ["Carmen Ruiz"]),
    ("Carmen Ruiz dijo: «El río subió en una hora».", ["Carmen Ruiz"]),
    ("Carmen Ruiz afirmó que el río “subió en menos de una hora y sin aviso”.", ["Carmen Ruiz"]),
    ("—El río subió en una hora —contó Carmen Ruiz.", ["Carmen Ruiz"]),
    ("—El río subió —contó Carmen Ruiz—. Nadie avisó.", ["Carmen Ruiz", "Carmen Ruiz"]),
    ("– El río subió – dijo Carmen Ruiz.", ["Carmen Ruiz"]),
    ("“No hay camas”, señaló en rueda de prensa la directora Carmen Ruiz.", ["Carmen Ruiz"]),
    ("El ministro de Salud, Julio Vera, dijo que “no hay camas para todos los enfermos”.", ["Julio Vera"]),
    ("“No hay camas”, dijo el ministro de Salud, Julio Vera.", ["Julio Vera"]),
    ("Según Carmen Ruiz, el río “subió en menos de una hora y sin aviso”.", ["Carmen Ruiz"]),
    ("De acuerdo con Carmen Ruiz, el río “subió en menos de una hora y sin aviso”.", ["Carmen Ruiz"]),
    ("Carmen Ruiz calificó la respuesta como “una burla para las familias del valle”.", ["Carmen Ruiz"]),
    ("“¿Quién abrió la presa?”, preguntó Carmen Ruiz.", ["Carmen Ruiz"]),
    ("“Nadie avisó”, dijeron los vecinos.", ["vecinos (unnamed)"]),
    ("“Nadie avisó”, dijo Carmen Ruiz. “Perdimos todo”.", ["Carmen Ruiz", "Carmen Ruiz"]),
    ("“Nadie avisó”, dijo Carmen Ruiz.\n“Perdimos todo”, agregó.", ["Carmen Ruiz", "Carmen Ruiz"]),
    ("Carmen Ruiz, que vive junto al puente, aseguró: “Nadie avisó”.", ["Carmen Ruiz"]),
]


@pytest.mark.parametrize(("text", "expected"), SPANISH)
def test_spanish_speakers(text: str, expected: list[str | None]) -> None:
    assert speakers(text, "es") == expected


TRANSCRIPTS = [
    ("Reporter: Why did you leave?\nNeves: I was pushed out.", ["Reporter", "Neves"]),
    ("Interview: “We heard them all night”", [None]),
    ("Q: Is that legal?\nA: Ask the minister.", [None, None]),
    ("Address: 4 Hill Road.\nOpen: Monday to Friday.", []),
    ("Update: The gates are shut.\nUpdate: What happens now?", []),
]


@pytest.mark.parametrize(("text", "expected"), TRANSCRIPTS)
def test_a_turn_of_an_exchange_is_spoken_by_whom_its_line_names(
    text: str, expected: list[str | None]
) -> None:
    assert speakers(text) == expected


def test_a_turn_is_spoken_by_the_person_whose_surname_its_line_gives() -> None:
    text = "Carla Neves runs the jail.\nReporter: Why did you leave?\nNeves: I was pushed out."
    assert speakers(text) == ["Reporter", "Carla Neves"]


def test_a_vote_stands_between_a_ruling_and_what_is_ruled() -> None:
    text = 'A panel of three judges ruled by two to one that there was "a real risk" of harm.'
    assert speakers(text) == ["panel (unnamed)"]
