"""Reported speech, "according to", relaying outlets, feelings and plans, and attributions inside attributions."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cost import growth
from habeas.mark.attributions import attributions
from habeas.mark.attributions.inflection import english, spanish
from habeas.mark.attributions.vocabulary import vocabulary
from habeas.mark.names import names
from habeas.mark.quotations import quotations
from habeas.mark.sentences import sentences
from habeas.mark.tokens import tokens
from habeas.model.marks import Attribution, AttributionKind, Quotation
from habeas.model.report import Block, BlockKind, Report
from habeas.model.span import Span
from habeas.packs import load_pack


def read(text: str, language: str = "en") -> tuple[tuple[Quotation, ...], tuple[Attribution, ...]]:
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    report = Report("r", "", "text/plain", "utf-8", text, (block,) if text else (), language)
    words = tokens(report)
    parts = sentences(report, words)
    quoted = quotations(report, parts, words)
    entities, mentions = names(report, words, parts, load_pack("detention")) if words else ((), ())
    return quoted, attributions(report, words, parts, quoted, entities, mentions)


def reported(text: str, language: str = "en") -> list[tuple[str | None, str]]:
    return [
        (a.speaker, a.content.of(text))
        for a in read(text, language)[1]
        if a.kind is not AttributionKind.QUOTED
    ]


REPORTED = [
    ("Amina Yusuf said that the harvest was late.", "Amina Yusuf", "that the harvest was late"),
    ("Amina Yusuf said the harvest was late.", "Amina Yusuf", "the harvest was late"),
    ("Amina Yusuf said on Monday that the harvest was late.", "Amina Yusuf", "that the harvest was late"),
    ("Amina Yusuf told reporters that the harvest was late.", "Amina Yusuf", "that the harvest was late"),
    ("Amina Yusuf told the BBC the harvest was late.", "Amina Yusuf", "the harvest was late"),
    ("The harvest was late, Amina Yusuf said.", "Amina Yusuf", "The harvest was late"),
    ("The harvest was late, said Amina Yusuf.", "Amina Yusuf", "The harvest was late"),
    ("The harvest, Amina Yusuf said, was late.", "Amina Yusuf", "The harvest, Amina Yusuf said, was late"),
    ("The ministry announced plans for a second port.", "ministry (unnamed)", "plans for a second port"),
    ("The ministry confirmed the deaths of nine divers.", "ministry (unnamed)", "the deaths of nine divers"),
    ("Officials warned that the levee could fail.", "Officials (unnamed)", "that the levee could fail"),
    ("Critics argue that the dam is too old.", "Critics (unnamed)", "that the dam is too old"),
    ("He did nothing, but Amina Yusuf denied the charges.", "Amina Yusuf", "the charges"),
    ("Amina Yusuf accused the mill of theft.", "Amina Yusuf", "the mill of theft"),
    ("Amina Yusuf has repeatedly called for a ban.", "Amina Yusuf", "a ban"),
    ("Amina Yusuf hopes to reopen the school.", "Amina Yusuf", "to reopen the school"),
    ("Amina Yusuf believes the rains will come.", "Amina Yusuf", "the rains will come"),
    ("The report found that 12 wells were dry.", "report (unnamed)", "that 12 wells were dry"),
    ("Then doctors and nurses warned of a new outbreak.", "doctors and nurses (unnamed)", "a new outbreak"),
    (
        "The interior minister, Jean Roux, said early Friday that 80 people were safe.",
        "Jean Roux",
        "that 80 people were safe",
    ),
    (
        "State Sen. Tom Reyes, who serves on the board, said builders were paid twice.",
        "Tom Reyes",
        "builders were paid twice",
    ),
    ("According to Amina Yusuf, the harvest was late.", "Amina Yusuf", "the harvest was late"),
    ("The harvest was late, according to Amina Yusuf.", "Amina Yusuf", "The harvest was late"),
    ("The harvest was late, per Amina Yusuf.", "Amina Yusuf", "The harvest was late"),
    ("The harvest was late, in the words of Amina Yusuf.", "Amina Yusuf", "The harvest was late"),
    ("Residents fear the dam will burst.", "Residents (unnamed)", "the dam will burst"),
    ("The court ruled that the fence was illegal.", "court (unnamed)", "that the fence was illegal"),
]


@pytest.mark.parametrize(("text", "speaker", "content"), REPORTED)
def test_reported_words_go_to_their_source(text: str, speaker: str, content: str) -> None:
    assert (speaker.lower(), content) in [(str(who).lower(), what) for who, what in reported(text)]


NOT_SAID = [
    "The claims were paid in May.",
    "The report is long.",
    "The bus stops near the new mill.",
    "A statement is due on Monday.",
    "The plans are old.",
    "Her request was short.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_nouns_that_look_like_saying_verbs_are_none(text: str) -> None:
    assert reported(text) == []


def test_an_outlet_that_reports_a_fact_is_the_medium() -> None:
    text = "The bridge fell at noon, Fox News reported."
    (found,) = read(text)[1]
    assert (found.kind, found.speaker, found.via) == (AttributionKind.ACCORDING_TO, "Fox News", "Fox News")


def test_according_to_an_outlet_names_it_as_the_medium() -> None:
    found = read("The bridge fell at noon, according to The Guardian.")[1]
    assert [a.via for a in found] == ["The Guardian"]


def test_a_saying_inside_a_saying_is_nested_in_its_content() -> None:
    text = "Rosa Vidal said Omar Haddad told her that the camp was full."
    outer, inner = read(text)[1]
    assert (outer.speaker, inner.speaker) == ("Rosa Vidal", "Omar Haddad")
    assert outer.content.contains(inner.content)


def test_the_quotations_of_a_reported_clause_are_listed() -> None:
    text = "Rosa Vidal said the camp was “full” and “no place for a child to sleep”."
    found = [a for a in read(text)[1] if a.kind is AttributionKind.REPORTED]
    assert [a.quotations for a in found] == [(0, 1)]


SPANISH = [
    ("Amina Yusuf dijo que la cosecha se perdió.", "Amina Yusuf", "que la cosecha se perdió"),
    ("La fiscalía informó que hay nueve detenidos.", "fiscalía", "que hay nueve detenidos"),
    ("El ministerio anunció un plan de riego.", "ministerio", "un plan de riego"),
    ("Los vecinos denunciaron que el pozo está seco.", "vecinos", "que el pozo está seco"),
    ("Según Amina Yusuf, la cosecha se perdió.", "Amina Yusuf", "la cosecha se perdió"),
    ("La cosecha se perdió, según Amina Yusuf.", "Amina Yusuf", "La cosecha se perdió"),
    ("La cosecha se perdió, de acuerdo con Amina Yusuf.", "Amina Yusuf", "La cosecha se perdió"),
    ("La cosecha se perdió, dijo Amina Yusuf.", "Amina Yusuf", "La cosecha se perdió"),
    ("Amina Yusuf negó las acusaciones.", "Amina Yusuf", "las acusaciones"),
    ("Amina Yusuf acusó al alcalde de robo.", "Amina Yusuf", "al alcalde de robo"),
    ("Amina Yusuf espera que llueva pronto.", "Amina Yusuf", "que llueva pronto"),
    ("Los testigos, que hablaron con EFE, dijeron que el bus iba lleno.", "testigos", "que el bus iba lleno"),
    ("El canciller, Luis Mora, advirtió que no firmará.", "Luis Mora", "que no firmará"),
]


@pytest.mark.parametrize(("text", "speaker", "content"), SPANISH)
def test_reported_words_in_spanish(text: str, speaker: str, content: str) -> None:
    found = reported(text, "es")
    assert content in [what for _, what in found]
    assert any(speaker.lower() in str(who).lower() for who, what in found if what == content)


def test_every_form_of_a_verb_is_made() -> None:
    assert [form for form, _ in english("deny")] == ["deny", "denies", "denied", "denying"]
    assert [form for form, _ in english("admit")] == ["admit", "admits", "admitted", "admitting"]
    assert [form for form, _ in english("write", ("wrote", "written"))] == [
        "write",
        "writes",
        "wrote",
        "written",
        "writing",
    ]
    assert {"anunció", "anunciaron", "anuncia", "anunciando"} <= {form for form, _ in spanish("anunciar")}


def test_the_vocabularies_are_large() -> None:
    assert len(vocabulary("en").verbs) > 1500
    assert len(vocabulary("es").verbs) > 1500


_PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "‘",
        "’",
        "'",
        "«",
        "»",
        "—",
        ",",
        ".",
        "said",
        "Noor",
        "told",
        "that",
        "he",
        "according to",
        "dijo",
        "\n",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=40).map(" ".join), st.sampled_from(["en", "es"]))
def test_spans_lie_in_the_text_and_each_quotation_is_given_once(text: str, language: str) -> None:
    quoted, found = read(text, language)
    for quotation in quoted:
        assert quotation.outer.contains(quotation.span)
        assert 0 <= quotation.span.start < quotation.span.end <= len(text)
    for one in found:
        assert 0 <= one.content.start < one.content.end <= len(text)
        assert all(0 <= q < len(quoted) for q in one.quotations)
    direct = [q for one in found if one.kind is AttributionKind.QUOTED for q in one.quotations]
    assert len(direct) == len(set(direct))


PATHOLOGICAL = [
    "“a ",
    '"a ',
    "' ",
    "said ",
    "he said, ",
    "according to ",
    "(said ",
    "Noor, who said, and ",
    "“a” said and ",
]


@pytest.mark.parametrize("piece", PATHOLOGICAL)
def test_any_row_of_signs_costs_in_line_with_its_length(piece: str) -> None:
    def read(length: int) -> Callable[[], object]:
        text = piece * (length // len(piece))
        block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
        report = Report("r", "", "text/plain", "utf-8", text, (block,), "en")
        words = tokens(report)
        parts = sentences(report, words)
        return lambda: attributions(report, words, parts, quotations(report, parts, words), (), ())

    assert growth(read, 5_000) < 24
