"""What stands between quotation marks: every family of marks, and marks that went missing."""

from __future__ import annotations

import pytest

from habeas.mark.quotations import quotations
from habeas.mark.sentences import sentences
from habeas.mark.tokens import tokens
from habeas.model.marks import Quotation
from habeas.model.report import Block, BlockKind, NoiseKind, Report
from habeas.model.span import Span

MARKS = [
    ("“The bridge is closed,” the mayor said.", ["The bridge is closed"]),
    ('"The bridge is closed," the mayor said.', ["The bridge is closed"]),
    ("''The bridge is closed,'' the mayor said.", ["The bridge is closed"]),
    ("“The bridge is closed.” The mayor left.", ["The bridge is closed."]),
    ("“Is the bridge closed?” the mayor asked.", ["Is the bridge closed?"]),
    ("He said the bridge was “a ruin”.", ["a ruin"]),
    ("He said the bridge was “a ruin.”", ["a ruin."]),
    ("Mayor: ‘We Will Rebuild The Bridge’", ["We Will Rebuild The Bridge"]),
    ("Mayor: 'We Will Rebuild The Bridge'", ["We Will Rebuild The Bridge"]),
    ("‘We won’t leave,’ the miners’ leader said.", ["We won’t leave"]),
    ("The miners’ union met in the ’90s and again in '04.", []),
    ("Rock 'n' roll fans said 'twas the drummers' night.", []),
    ("The nurses' pay and the doctors' pay rose.", []),
    (
        "“She told me ‘never again’ and left,” Okoye recalled.",
        ["She told me ‘never again’ and left", "never again"],
    ),
    ('The board is 6" wide and 12" long.', []),
    ("“[The dam] won’t hold,” the engineer warned.", ["[The dam] won’t hold"]),
    ("«Le pont est fermé», a dit le maire.", ["Le pont est fermé"]),
    ("„Die Brücke ist zu“, sagte er.", ["Die Brücke ist zu"]),
    ("“One,” he said, “two.”", ["One", "two."]),
    ("The so-called “ghost fleet” sailed.", ["ghost fleet"]),
    ("The plan (“a farce,” she said) failed.", ["a farce"]),
    ("“ We are ready ” said the coach.", ["We are ready"]),
    ("A “ and a ” alone.", ["and a"]),
    ('She read "Middlemarch" and "Emma" twice.', ["Middlemarch", "Emma"]),
    ("He answered: “No.”", ["No."]),
    ("The ‘80s were loud.", []),
    ("“We will not go, the farmer said. The road was dry.", ["We will not go, the farmer said."]),
    ("We will not go,” the farmer said.", ["We will not go"]),
    ("“”", []),
    ("", []),
]


def marked(text: str, language: str = "en") -> tuple[Report, tuple[Quotation, ...]]:
    blocks = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line)), BlockKind.PARAGRAPH))
        start += len(line) + 1
    report = Report("r", "", "text/plain", "utf-8", text, tuple(blocks), language)
    words = tokens(report)
    return report, quotations(report, sentences(report, words), words)


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_the_words_between_the_marks_are_the_quotation(text: str, expected: list[str]) -> None:
    report, found = marked(text)
    assert [report.quote(q.span) for q in found] == expected


def test_the_outer_span_holds_the_marks_and_the_comma() -> None:
    report, (quotation,) = marked("“The well is dry,” Amina Diallo said.")
    assert report.quote(quotation.outer) == "“The well is dry,”"


def test_two_parts_of_one_utterance_share_a_group() -> None:
    _, (a, b) = marked("“The well is dry,” Amina Diallo said on Monday. “We walk for hours.”")
    assert a.group == b.group


def test_a_sentence_between_two_quotations_parts_their_groups() -> None:
    _, (a, b) = marked("“The well is dry,” Diallo said. The village has 300 people. “We walk,” Sow said.")
    assert a.group != b.group


def test_and_added_joins_a_fragment_with_what_follows() -> None:
    _, (a, b) = marked(
        "Diallo said the well “has been dry since the spring,” and added, “We walk for hours.”"
    )
    assert a.group == b.group


def test_paragraphs_of_a_long_quotation_share_a_group_though_only_the_last_one_closes() -> None:
    report, found = marked(
        "“The first winter was hard.\n“The second was worse.\n“Then we left,” Petrov said."
    )
    assert [report.quote(q.span) for q in found] == [
        "The first winter was hard.",
        "The second was worse.",
        "Then we left",
    ]
    assert len({q.group for q in found}) == 1


def test_a_missing_closing_mark_never_reaches_past_its_paragraph() -> None:
    report, found = marked(
        "“We saw smoke, Lund said. It rose.\nThe fire was out by noon. “It was over,” Lund said."
    )
    assert [report.quote(q.span) for q in found] == ["We saw smoke, Lund said.", "It was over"]


def test_a_missing_mark_costs_one_quotation_and_no_more() -> None:
    text = "“We saw smoke, Lund said. “It rose fast,” he added. “It was over by noon,” he said."
    report, found = marked(text)
    assert [report.quote(q.span) for q in found][1:] == ["It rose fast", "It was over by noon"]


def test_a_quotation_inside_a_quotation_is_marked_as_inner() -> None:
    _, found = marked("“He shouted ‘stop’ twice,” Lund said.")
    assert [q.inner for q in found] == [False, True]


SHAPES = [
    ("“The river rose in an hour,” Osei said.", "whole"),
    ("Osei called the flood “the worst in forty years of records” on Friday.", "fragment"),
    ("The “experts” were wrong.", "scare"),
    ("Osei spoke on “Good Morning Accra,” a radio show.", "scare"),
    ("Osei said: “Nobody slept.”", "whole"),
    ("“Nobody slept.”", "whole"),
    ("Nobody, Osei said, “knew that the dam had been opened.”", "whole"),
    ("The ship, the “Northern Star”, left port.", "scare"),
]


@pytest.mark.parametrize(("text", "shape"), SHAPES)
def test_an_utterance_a_fragment_and_a_word_set_in_marks_are_told_apart(text: str, shape: str) -> None:
    _, (quotation,) = marked(text)
    assert (quotation.fragment, quotation.scare) == {
        "whole": (False, False),
        "fragment": (True, False),
        "scare": (True, True),
    }[shape]


SPANISH = [
    ("«El puente está cerrado», dijo la alcaldesa.", ["El puente está cerrado"]),
    ("“El puente está cerrado”, dijo la alcaldesa.", ["El puente está cerrado"]),
    ("—El puente está cerrado —dijo la alcaldesa.", ["El puente está cerrado"]),
    (
        "—El puente está cerrado —dijo la alcaldesa—. Hay que esperar.",
        ["El puente está cerrado", "Hay que esperar."],
    ),
    ("– No vi nada – explicó el pescador.", ["No vi nada"]),
    ("—¿Quién abrió la presa?", ["¿Quién abrió la presa?"]),
    ("– Agua potable\n– Mantas", []),
    ("«Me dijo “vete” y me fui», contó Rosa.", ["Me dijo “vete” y me fui", "vete"]),
]


@pytest.mark.parametrize(("text", "expected"), SPANISH)
def test_spanish_marks_and_dashes(text: str, expected: list[str]) -> None:
    report, found = marked(text, "es")
    assert [report.quote(q.span) for q in found] == expected


def test_the_parts_of_a_dialogue_turn_share_a_group() -> None:
    _, (a, b) = marked("—El agua subió —dijo Julia Mora—. No quedó nada.", "es")
    assert a.group == b.group


def test_noise_has_no_quotations() -> None:
    text = "“It was over,” Lund said."
    block = Block(Span(0, len(text)), BlockKind.NOISE, NoiseKind.EMBEDDED_POST)
    report = Report("r", "", "text/plain", "utf-8", text, (block,), "en")
    assert quotations(report, (), ()) == ()
