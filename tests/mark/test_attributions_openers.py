"""A verb at the head of a sentence, or inside a compound, is nobody's name and says nothing."""

from __future__ import annotations

import pytest

from habeas.mark import mark
from habeas.packs import load_pack
from habeas.read import read_report

ANSWERED = [
    ('Asked whether the dam would hold, Ortega paused. "Ask the engineers."', "Ortega"),
    ('Questioned about the bill, Hanna Lund laughed. "We will pay it."', "Hanna Lund"),
    ('Told of the vote, Mayor Petrosyan shrugged. "I expected worse."', "Petrosyan"),
]


@pytest.mark.parametrize(("text", "speaker"), ANSWERED)
def test_a_participle_that_opens_a_sentence_does_not_speak(text: str, speaker: str) -> None:
    marks = mark(read_report("a.txt", f"{text}\n".encode()), load_pack())
    assert [a.speaker for a in marks.attributions if a.quotations] == [speaker]


def test_so_called_is_said_by_nobody() -> None:
    text = 'The so-called "peace camp" had 50 tents.\n'
    marks = mark(read_report("a.txt", text.encode()), load_pack())
    assert [a.speaker for a in marks.attributions if a.speaker] == []
