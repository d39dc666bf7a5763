"""Sentences end where a reader sees them end; abbreviations, numbers and quotations do not end them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost import growth
from habeas.mark.sentences import sentences
from habeas.model.report import Block, BlockKind, Report
from habeas.model.span import Span


def report(text: str, language: str = "en", kind: BlockKind = BlockKind.PARAGRAPH) -> Report:
    return Report("t", "", "text/plain", "utf-8", text, (Block(Span(0, len(text)), kind),), language)


def split(marked: str, language: str = "en") -> tuple[list[str], list[str]]:
    """The sentences found in a text, and those expected: `|` stands where one ends."""
    wanted = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "")
    seen = report(text, language)
    return [part.span.of(text) for part in sentences(seen, ())], wanted


ENGLISH = [
    "The ferry left at dawn. |It carried 40 people.",
    "Dr. Amina Yusuf spoke first. |She left at 5 p.m. |The hall was full.",
    "The ship left at 5 p.m. Tuesday from Mombasa. |It is late.",
    "Gen. Pak met Sen. Ruiz and Rep. Okoye on Monday. |Nobody else came.",
    "The U.S. Embassy closed. |Staff left the U.S. |They flew home.",
    "He moved to the U.S. in 1998. |His sister stayed.",
    "Prices rose 3.5 percent. |Wages rose 1.2 percent.",
    "See Fig. 3 and No. 12 in the annex. |Art. 5 applies.",
    "“We will not leave.” |The mayor sat down.",
    "“Will you leave?” Mayor Otieno asked. |Nobody answered.",
    '"Stop!" |They ran.',
    "He said: “Go home. |Do not wait.” |The crowd left.",
    "It was over... |Then the lights came on.",
    "It was over … and then the lights came on.",
    "J. R. Patel and J.D. Smith signed. |The rest did not.",
    "Plan B failed. |Plan C. |The third worked.",
    "The firm, Acme Inc., closed. |Its owner, Bolt Corp., did not.",
    "Acme Inc. |The others closed.",
    "It sank on Jan. 5 near St. Lucia. |Divers came in Feb. |The wreck was found.",
    "The site example.com is down. |Write to desk@example.org. |We answer.",
    "He voted no. |She voted yes.",
    "The vote was 5-4. |Four judges dissented.",
    "1. Wash your hands. |2. Dry them.",
    "(The name was changed.) |The man is safe.",
    "The minister resigned.The party met.",
    "Who knew? |Nobody! |Not one.",
    "He has a Ph.D. from Accra. |He teaches.",
    "Smith et al. found it. |It was old.",
    "vs. them, e.g. the older ones, i.e. us, it works.",
    "The boat, the St. Anne, sank. |Mt. Kenya was in cloud.",
    "the day was cold. |we went home.",
    "“It works,” said Ms. Diaz. |“It always has.”",
]

SPANISH = [
    "El barco zarpó al alba. |Llevaba 40 personas.",
    "El Sr. Gómez y la Dra. Ruiz hablaron. |Nadie más vino.",
    "EE. UU. cerró la frontera. |México protestó.",
    "Llegó a EE.UU. en mayo. |Su hermana no.",
    "Según el art. 5 de la ley, procede. |El núm. 12 también.",
    "¿Quién lo sabía? |Nadie.",
    "Salió a las 5 p.m. del puerto. |El mar estaba en calma.",
    "«No nos iremos». |El alcalde se sentó.",
    "—No sé —dijo ella—. |Luego calló.",
    "Costó 1.200 dólares. |Era caro.",
    "El Ing. Mena y el Lic. Sosa firmaron. |El Gral. Paz no.",
    "¡Basta! |Todos callaron.",
]


@pytest.mark.parametrize("marked", [s for s in ENGLISH if s != "The minister resigned.The party met."])
def test_english_sentences_end_where_readers_see_them_end(marked):
    found, wanted = split(marked)
    assert found == wanted


@pytest.mark.parametrize("marked", SPANISH)
def test_spanish_sentences_end_where_readers_see_them_end(marked):
    found, wanted = split(marked, "es")
    assert found == wanted


def test_a_forgotten_space_still_ends_a_sentence():
    text = "The minister resigned.The party met."
    assert [p.span.of(text) for p in sentences(report(text), ())] == [
        "The minister resigned.",
        "The party met.",
    ]


def test_a_heading_is_one_sentence():
    text = "Ferry Sinks. Forty Saved"
    found = sentences(report(text, kind=BlockKind.HEADLINE), ())
    assert [p.span.of(text) for p in found] == [text]


@given(st.text(alphabet="ab. AB!?”“\"'()\n1…", max_size=120))
def test_sentences_cover_all_words_once(text):
    body = text.strip()
    if not body:
        return
    found = sentences(report(body), ())
    assert "".join("".join(p.span.of(body).split()) for p in found) == "".join(body.split())
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize("unit", [". ", "A. ", "?! ", '." ', "a.B", "… "])
def test_any_row_of_stops_costs_in_line_with_its_length(unit):
    def read(length):
        one = report((unit * length)[:length].strip())
        return lambda: sentences(one, ())

    assert growth(read, 15_000) < 24


@pytest.mark.parametrize("letter", "ABCDEFGHJKLMNOPQRSTUVWXYZ")
def test_no_initial_of_a_name_ends_a_sentence(letter):
    found, wanted = split(f"Maria {letter}. Lopez spoke. |It rained.")
    assert found == wanted
