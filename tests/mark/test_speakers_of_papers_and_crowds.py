"""Who speaks through papers, as a crowd, beside another clause, and where nobody does."""

from __future__ import annotations

import pytest

from habeas.mark import mark
from habeas.packs import load_pack
from habeas.read import read_report

TOLD = [
    ("Figures from the harbour office show that 312 boats sank.", "harbour office (unnamed)"),
    ("Documents released by the harbour office show that 312 boats sank.", "harbour office (unnamed)"),
    ("Data obtained by Border Watch show that 312 boats sank.", "Border Watch"),
    ("Figures revealed on Monday by President Ana Vega estimated that 312 boats sank.", "Ana Vega"),
    ("Dahl resigned after prosecutors accused him of taking $21,000.", "prosecutors (unnamed)"),
    ("A group of monks said that 40 huts were burned.", "monks (unnamed)"),
    (
        'The news brought thousands of residents into the squares chanting "We want bread."',
        "residents (unnamed)",
    ),
    (
        'Ministers were blamed, with a union report last month stating that miners faced "slow ruin".',
        "union report (unnamed)",
    ),
    ("Harbour Watch Norway (HWN) said that 40 huts were burned.", "Harbour Watch Norway"),
    ("The league quoted Ivo Lind, a monk, saying that police called three people.", "Ivo Lind"),
    (
        "Chad freed 24 refugees on Monday, the Harbour Council, the world refugee agency said.",
        "Harbour Council",
    ),
    ('"The crowd got angry," the league quoted Ivo Lind.', "Ivo Lind"),
]


@pytest.mark.parametrize(("text", "speaker"), TOLD)
def test_words_are_given_to(text: str, speaker: str) -> None:
    assert speaker in speakers(text)


NOBODY = [
    "Due to rains in the Lower Sarr state of Tovala, an emergency has been declared in 14 towns.",
    "Two guards, also charged with both counts, face jail terms of 12 to 14 years.",
    "Two miners and a nurse sentenced to ten years in prison.",
    "The bans hit two firms, accused of funding the junta and selling arms.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_who_is_charged_says_nothing(text: str) -> None:
    assert speakers(text) <= {None}


def test_a_judge_is_known_by_the_title() -> None:
    text = "Lady Justice Orr stopped the flight. Mr Justice Harlow set a day. He said it was late."
    assert "Harlow" in speakers(text)


WORDINGS = [
    'Vega was charged with "spreading rumours at sea".',
    'Vega received an additional charge of "spreading rumours at sea".',
]


@pytest.mark.parametrize("text", WORDINGS)
def test_the_wording_of_a_charge_is_nobodys(text: str) -> None:
    assert speakers(text) <= {None}


def speakers(text: str) -> set[str | None]:
    report = read_report("report.txt", f"{text}\n".encode())
    return {one.speaker for one in mark(report, load_pack()).attributions}
