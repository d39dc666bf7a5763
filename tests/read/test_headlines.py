"""Headline, deck, headings, byline, date and outlet of a text, and its language."""

import pytest

from habeas.model.report import BlockKind
from habeas.read import read_report

LEAD = (
    "A court in Oruro ordered the release of nine miners on Friday, ending a dispute that had closed the pit."
)
MORE = (
    "The miners had been held since the spring, and their families had camped outside the gates of the jail."
)


def read(text):
    return read_report("a.txt", text.encode())


def kinds(text):
    report = read(text)
    return [
        (b.kind.value, report.quote(b.span))
        for b in report.blocks
        if b.kind not in (BlockKind.PARAGRAPH, BlockKind.NOISE)
    ]


TITLE = "Court Frees Nine Miners in Oruro"


@pytest.mark.parametrize(
    "above",
    [
        "",
        "![]() |\n",
        "![]() |\nMiners wave to their families |\n",
        "Oruro jail | Source: commons.wikimedia.org\n",
        "4 min read\n",
        "\n\n",
    ],
)
def test_the_headline_is_the_first_line_that_is_no_noise(above):
    report = read(f"{above}{TITLE}\n{LEAD}\n{MORE}\n")
    assert report.headline.value == TITLE
    assert report.quote(report.headline.span) == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "Why Were Nine Miners Held?",
        "‘We Are Free’: Miners Leave Oruro Jail",
        "Miners leave jail in the U.S.",
        "Tribunal libera a nueve mineros en Oruro",
    ],
)
def test_headlines_of_other_forms(title):
    assert read(f"{title}\n{LEAD}\n{MORE}").headline.value == title


def test_a_sentence_is_no_headline():
    assert read(f"{LEAD}\n{MORE}\n").headline is None


def test_a_first_sentence_under_a_date_line_is_the_deck():
    deck = "The judge found no evidence against the nine."
    assert kinds(f"\n| Published May 3, 2024\n{deck}\n{LEAD}\n{MORE}\n") == [("deck", deck)]


def test_a_line_between_headline_and_byline_is_the_deck():
    deck = "The judge found no evidence against the nine."
    assert kinds(f"{TITLE}\n{deck}\nBy Rosa Quispe\n{LEAD}\n{MORE}\n") == [
        ("headline", TITLE),
        ("deck", deck),
    ]


def test_short_lines_between_paragraphs_are_headings():
    found = kinds(f"{TITLE}\n{LEAD}\nA long wait\n{MORE}\nWhat happens next?\n{LEAD}\n")
    assert found == [("headline", TITLE), ("heading", "A long wait"), ("heading", "What happens next?")]


def test_marked_lines_are_list_items():
    found = kinds(f"{TITLE}\n{LEAD}\n- nine miners\n- two engineers\n• one cook\n{MORE}\n")
    assert [kind for kind, _ in found] == ["headline", "list_item", "list_item", "list_item"]


def test_wrapped_lines_are_one_paragraph():
    text = (
        "The council of the valley met on Thursday to vote on the plan\n"
        "for a dam, which its farmers have fought in the courts for ten\n"
        "years, and which the state says it will build in any case.\n\n"
        "Work begins in March, the governor said, and the first of the\n"
        "families must leave their houses before the rains, which often\n"
        "come early in the high part of the valley.\n"
    )
    assert [b.kind.value for b in read(text).blocks] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Rosa Quispe", "Rosa Quispe"),
        ("By Rosa Quispe and Tom Hale", "Rosa Quispe and Tom Hale"),
        ("By ROSA QUISPE, Associated Press", "ROSA QUISPE"),
        ("By Rosa Quispe | May 3, 2024", "Rosa Quispe"),
        ("Por Ana de la Cruz", "Ana de la Cruz"),
        ("Written by Tom Hale", "Tom Hale"),
    ],
)
def test_bylines(line, names):
    report = read(f"{TITLE}\n{line}\n{LEAD}\n{MORE}\n")
    assert report.byline.value.startswith(names)
    assert report.quote(report.byline.span) == report.byline.value


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("| Published May 3, 2024", "2024-05-03"),
        ("Posted on 3 May 2024 at 10:15 am", "2024-05-03"),
        ("Updated: Friday, May 3, 2024", "2024-05-03"),
        ("May 3, 2024", "2024-05-03"),
        ("2024-05-03", "2024-05-03"),
        ("Publicado el 3 de mayo de 2024", "2024-05-03"),
        ("3 mayo, 2024", "2024-05-03"),
        ("By Rosa Quispe | May 3, 2024", "2024-05-03"),
        ("Lima, 3 May 2024", "2024-05-03"),
        ("Puno Daily News | May 3, 2024 | By Rosa Quispe", "2024-05-03"),
        ("CUSCO, Peru, 3 de mayo de 2024", "2024-05-03"),
    ],
)
def test_the_date_line_gives_the_published_date(line, day):
    report = read(f"{TITLE}\n{line}\n{LEAD}\n{MORE}\n")
    assert (report.published.value, report.published.basis) == (day, "text")


@pytest.mark.parametrize(
    "dateline",
    [
        "CUSCO (Andes Wire) — May 3, 2024. ",
        "CUSCO, Peru (Andes Wire) - 3 May 2024 - ",
        "CUSCO — May 3, 2024: ",
    ],
)
def test_the_day_behind_the_dash_of_a_dateline_is_the_published_date(dateline):
    report = read(f"{TITLE}\n{dateline}{LEAD}\n{MORE}\n")
    assert report.published.value == "2024-05-03"


def test_a_stated_publication_goes_before_an_update():
    report = read(f"{TITLE}\nUpdated May 9, 2024\nPublished May 3, 2024\n{LEAD}\n{MORE}\n")
    assert report.published.value == "2024-05-03"


def test_a_date_inside_a_paragraph_is_not_the_published_date():
    assert read(f"{TITLE}\n{LEAD}\nThe pit was closed on March 2, 2024, by its owners.\n").published is None


def test_the_agency_of_the_dateline_is_the_outlet():
    report = read(f"{TITLE}\nORURO, Bolivia (AP) — {LEAD}\n{MORE}\n")
    assert report.outlet.value == "AP"
    assert report.quote(report.outlet.span) == "AP"


@pytest.mark.parametrize(
    ("text", "language", "noted"),
    [
        (f"{LEAD} {MORE}", "en", False),
        ("El juez dijo que los mineros fueron liberados por la falta de pruebas en el caso.", "es", False),
        (
            "Le juge a dit que les mineurs sont libres et que la mine est fermée dans le sud avec une clôture.",
            "en",
            True,
        ),
    ],
)
def test_the_language_is_told_by_its_function_words(text, language, noted):
    report = read(text)
    assert report.language == language
    assert bool(report.notes) == noted
