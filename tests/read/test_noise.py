"""Noise is set apart, and never swallows the report's own words."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost import growth
from habeas.errors import ReportError
from habeas.model.report import BlockKind, NoiseKind
from habeas.read import read_report

LEAD = "The port authority in Callao closed two piers on Monday after a crane fell across the loading road."
NEXT = "Repairs will take six weeks, the harbour master told a news conference, and ships will wait offshore."


def read(text):
    return read_report("a.txt", text.encode())


def noise(text):
    report = read(text)
    return [(b.noise, report.quote(b.span)) for b in report.blocks if b.noise]


LINES = [
    ("17 Comments", NoiseKind.COMMENT_COUNTER),
    ("Comments (3)", NoiseKind.COMMENT_COUNTER),
    ("No comments yet", NoiseKind.COMMENT_COUNTER),
    ("23 comentarios", NoiseKind.COMMENT_COUNTER),
    ("Leave a Reply", NoiseKind.COMMENT_PROMPT),
    ("Join the conversation", NoiseKind.COMMENT_PROMPT),
    ("Sé el primero en comentar", NoiseKind.COMMENT_PROMPT),
    ("Share this article", NoiseKind.SHARE),
    ("Follow us on Instagram", NoiseKind.SHARE),
    ("Comparte esta nota", NoiseKind.SHARE),
    ("Read more: Harbour dredging is late again", NoiseKind.RELATED),
    ("RELATED: How the crane was built", NoiseKind.RELATED),
    ("Lea también: Así quedó el muelle", NoiseKind.RELATED),
    ("You may also like", NoiseKind.RELATED),
    ("Advertisement", NoiseKind.ADVERTISEMENT),
    ("Story continues below advertisement", NoiseKind.ADVERTISEMENT),
    ("PUBLICIDAD", NoiseKind.ADVERTISEMENT),
    ("Listen to this article", NoiseKind.NAVIGATION),
    ("4 min read", NoiseKind.NAVIGATION),
    ("Sign up for our morning newsletter.", NoiseKind.BOILERPLATE),
    ("© 2024 Harbour Press. All rights reserved.", NoiseKind.BOILERPLATE),
    ("Copyright 2024 Harbour Press. All rights reserved.", NoiseKind.BOILERPLATE),
    ("Todos los derechos reservados", NoiseKind.BOILERPLATE),
    ("Photo: Lena Ortiz/Reuters", NoiseKind.CREDIT),
    ("Lena Ortiz / AFP", NoiseKind.CREDIT),
    ("(Reporting by Lena Ortiz in Bergen; Editing by Tom Hale)", NoiseKind.CREDIT),
    ("(AP Photo/Lena Ortiz)", NoiseKind.CREDIT),
    ("Getty Images", NoiseKind.CREDIT),
    ("Foto: Lena Ortiz", NoiseKind.CREDIT),
    ("The crane at dawn | Source: flickr.com", NoiseKind.CREDIT),
    ("Workers look at the fallen crane on the quay. (AP Photo/Lena Ortiz)", NoiseKind.CAPTION),
    ("A crane lies across the road, May 3, 2024. Lena Ortiz/Getty Images", NoiseKind.CAPTION),
    ("Crane blocks road at the port |", NoiseKind.CAPTION),
    ("![]() |", NoiseKind.EMPTY_IMAGE),
    ("![a crane](https://example.org/crane.jpg)", NoiseKind.EMPTY_IMAGE),
    ("| Published May 4, 2024", NoiseKind.PUBLISHED_LINE),
    ("Updated: 4 May 2024, 10:15 a.m.", NoiseKind.PUBLISHED_LINE),
    ("Publicado el 4 de mayo de 2024", NoiseKind.PUBLISHED_LINE),
    ("hace 3 horas", NoiseKind.PUBLISHED_LINE),
]


@pytest.mark.parametrize(("line", "kind"), LINES)
def test_a_line_of_noise_between_paragraphs_is_set_apart(line, kind):
    assert noise(f"{LEAD}\n{line}\n{NEXT}\n") == [(kind, line)]


PROSE = [
    "Comments by the harbour master angered the crews, who walked out at noon.",
    "12 comments in the logbook were struck out by the court's own clerk.",
    "Photo by photo, the clerks compared the faces with the ships' lists all night.",
    "Share prices of the port's operator fell by a tenth on Tuesday.",
    "Related companies in Panama hold a third of the shares, the filing says.",
    "Published accounts show a loss of $4 million in March 2023.",
    "By Tuesday, the piers were open again and the crews were back.",
    "The photographer, Lena Ortiz of Reuters, was hurt when the crane fell.",
    "“Be the first to comment,” the editor urged his readers in a leaflet.",
    "Follow the money, the prosecutor said, and it leads to the customs office.",
    "Advertisement revenue paid for the new pier, the council says.",
    "Los comentarios del capitán molestaron a la tripulación del barco.",
    "Publicidad engañosa: la fiscalía abrió una investigación contra la naviera.",
    "In 2019, the port (then run by the state) handled 3 million containers.",
]


@pytest.mark.parametrize("sentence", PROSE)
def test_a_sentence_that_looks_like_noise_stays_the_reports_own(sentence):
    assert noise(f"{LEAD}\n{sentence}\n{NEXT}\n") == []


GLUED = [
    ("The inquiry is closed.12 Comments", "12 Comments"),
    ("The inquiry is closed. Be the first to comment", "Be the first to comment"),
    ("“It is over.”0 CommentsCouncil Votes On New Pier", "0 Comments"),
    ("The inquiry is closed.Leave a comment", "Leave a comment"),
    ("La investigación terminó.Deja un comentario", "Deja un comentario"),
]


@pytest.mark.parametrize(("line", "glued"), GLUED)
def test_noise_glued_to_a_sentence_is_cut_off_it(line, glued):
    found = noise(f"{LEAD}\n{line}\n")
    assert [words for _, words in found] == [glued]
    assert "".join(read(f"{LEAD}\n{line}\n").text.split("\n")[1].split(glued)) in line.replace(glued, "")


POST = (
    "We will not rest until every docker is safe.\n"
    "I thank our crews for their courage! pic.twitter.com/aBcD1234\n"
    "— Ines Paredes (@inesparedes) May 5, 2024"
)


def test_an_embedded_post_is_one_block_of_noise_with_its_date():
    assert noise(f"{LEAD}\n{POST}\n{NEXT}\n") == [(NoiseKind.EMBEDDED_POST, POST)]
    assert read(f"{LEAD}\n{POST}\n{NEXT}\n").published is None


def test_a_post_does_not_swallow_the_paragraph_before_it():
    before = "The minister wrote on X that the crews had acted bravely."
    assert noise(f"{LEAD}\n{before}\n{POST}\n") == [(NoiseKind.EMBEDDED_POST, POST)]


def test_a_spanish_post_signature_ends_a_post():
    post = "No descansaremos, nuestra gente lo merece.\n— Ines Paredes (@inesparedes) 5 de mayo de 2024"
    assert noise(f"{LEAD}\n{post}\n") == [(NoiseKind.EMBEDDED_POST, post)]


@given(st.text(max_size=400))
def test_blocks_are_in_order_apart_and_leave_out_white_space_only(text):
    if not text.strip() or "\x00" in text:
        return
    with contextlib.suppress(ReportError):
        _covers(read(text))


def _covers(report):
    at = 0
    for block in report.blocks:
        assert not report.text[at : block.span.start].strip()
        assert at <= block.span.start < block.span.end
        assert (block.noise is not None) == (block.kind is BlockKind.NOISE)
        at = block.span.end
    assert not report.text[at:].strip()


PARTS = st.sampled_from(
    [line for line, _ in LINES] + PROSE + [POST, LEAD, NEXT, "Section heading", "", "\r", "  "]
)


@given(st.lists(PARTS, max_size=30))
def test_blocks_cover_any_mixture_of_lines(parts):
    text = "\n".join(parts)
    if not text.strip():
        return
    report = read(text)
    covered = "".join(report.quote(b.span) for b in report.blocks)
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "piece",
    ["![", "(@a", "https://t.co/abc ", "12 Comments ", "A | ", "By Ann Lee, 2025-01-01, ", "x\n", "Aa/"],
)
def test_any_row_of_pieces_costs_in_line_with_its_length(piece):
    def lines(length):
        text = LEAD + "\n" + piece * (length // len(piece))
        return lambda: read(text)

    assert growth(lines, 8_000) < 24
