"""Who stands behind the figures of a sentence: the source that gave them, and nobody that merely stands near."""

from __future__ import annotations

import pytest

from habeas.claim import claim
from habeas.mark import mark
from habeas.model.claim import Kind
from habeas.packs import load_pack
from habeas.read import read_report

TOLD = [
    ("A survey published last week found that 54% of Swedes back the law.", 54, "survey (unnamed)"),
    (
        "Cells were locked 22 hours a day, the Harbour Trust said, citing a study by the council.",
        22,
        "Harbour Trust",
    ),
    (
        "Nine men fled, Mayor Ines Vega said. Six were caught, she added, and two have drowned.",
        2,
        "Ines Vega",
    ),
    ("The Danish Red Cross put the toll higher, at 71, saying that villages were cut off.", 71, "Red Cross"),
    (
        "The toll has risen to 58, the state flood office said on Sunday, up from 34 on Friday.",
        34,
        "state flood office (unnamed)",
    ),
    (
        "The state flood office said 58 people died. Of them, 37 drowned, the office said.",
        37,
        "state flood office (unnamed)",
    ),
    (
        "Some 840 shocks were felt, the Institute of Geology and Mining (IGM) said.",
        840,
        "Institute of Geology and Mining",
    ),
    ("Ambassador to Norway Ines Vega told reporters that Norway would give 40 trucks.", 40, "Ines Vega"),
]


@pytest.mark.parametrize(("text", "value", "speaker"), TOLD)
def test_a_figure_is_given_to_its_source(text: str, value: int, speaker: str) -> None:
    assert speakers(text)[value] == [speaker]


OWN = [
    ("The Nordic Bank has pledged $15 million.", 15_000_000),
    ("President Ines Vega declared a curfew in four towns.", 4),
    ("31% reported theft, 24% reported beatings.", 24),
    ('"We are afraid," Ines Vega told Reuters after her family left Loon, a town of 43,000 people.', 43000),
    ("Guards held 60 people who said they had been insulted by a member of staff.", 60),
]


@pytest.mark.parametrize(("text", "value"), OWN)
def test_what_is_done_or_only_stands_near_is_the_reports_own(text: str, value: int) -> None:
    assert speakers(text)[value] == []


QUOTED = [
    ('Officials arranged interviews with inmates, who called the food "perfect."', "inmates (unnamed)"),
    (
        'The ministry has described people held there as "rebels," and has said that they "will never leave."',
        "ministry (unnamed)",
    ),
    (
        'The letter came a day after Minister Ines Vega once again denied claims of pushing men back to Chad, calling them "fake news".',
        "Ines Vega",
    ),
    (
        'Deploring the lack of "a real inquiry" by either the courts or any other body, the groups said they had written to the UN.',
        "groups (unnamed)",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), QUOTED)
def test_a_quotation_is_given_to_who_says_it(text: str, speaker: str) -> None:
    marks = mark(read_report("a.txt", f"{text}\n".encode()), load_pack())
    assert {a.speaker for a in marks.attributions if a.kind == "quoted"} == {speaker}


def test_the_ministry_is_no_news_agency() -> None:
    text = "NAIROBI, Oct 9 (Valley News Agency) - The flights, which the ministry says cost $90,000, were stopped."
    assert speakers(text)[90000] == ["ministry (unnamed)"]


def speakers(text: str) -> dict[object, list[str]]:
    report = read_report("a.txt", f"{text}\n".encode())
    made = claim(report, mark(report, load_pack()), load_pack()).claims
    return {c.value: [a.name for a in c.asserted_by] for c in made if c.kind is Kind.QUANTITY}
