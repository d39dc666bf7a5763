"""What one report tells as planned and a later one as done."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build

HEAD = "{title}\n\nPublished {day} March 2034\n\nMERANDO — {body}\n\nMayor Tilda Kroon of Merando spoke at the Norra Yard.\n"

TABLE = [
    (
        "a plan is overtaken by the act",
        (8, "The coal barges are to be moved to the Norra Yard."),
        (20, "The coal barges were moved to the Norra Yard on Friday."),
        True,
    ),
    (
        "a visit that was planned has taken place",
        (8, "Envoy Pia Lund will visit the customs depot at Merando."),
        (20, "Envoy Pia Lund visited the customs depot at Merando."),
        True,
    ),
    (
        "what was done before is not what is planned after",
        (20, "The coal barges are to be moved to the Norra Yard."),
        (8, "The coal barges were moved to the Norra Yard on Monday."),
        False,
    ),
    (
        "another number is another act",
        (8, "The navy is to fly 31 sailors home from Norra."),
        (20, "The navy flew 47 sailors home from Norra."),
        False,
    ),
    (
        "others are still to come",
        (8, "Another nine sailors will be flown to the Norra Yard."),
        (20, "Nine sailors were flown to the Norra Yard."),
        False,
    ),
    (
        "what one country plans another one has not done",
        (8, "Ghana will receive sailors whom the navy expelled from Merando."),
        (20, "Kenya received sailors whom the navy expelled from Merando."),
        False,
    ),
    (
        "what goes on is no plan",
        (8, "The tribunal continues to block the sale of the coal barges."),
        (20, "The tribunal blocked the sale of the coal barges."),
        False,
    ),
    (
        "what is to befall a person has befallen them, in other words",
        (8, "Envoy Pia Lund will be freed next week, her lawyer said."),
        (20, "Pia Lund walked out of the customs jail, her brother said."),
        True,
    ),
    (
        "what is planned for a day and told of that day by another verb",
        (8, "A harbour judge will decide on Tuesday, March 14, 2034, if the stoker can leave the island."),
        (20, "A harbour judge allowed the stoker to leave on March 14, 2034."),
        True,
    ),
    (
        "what is told of another day by another verb",
        (8, "A harbour judge will decide on Tuesday, March 14, 2034, if the stoker can leave the island."),
        (20, "A harbour judge allowed the stoker to leave on March 16, 2034."),
        False,
    ),
    (
        "what goes on is over",
        (8, "The coal barges are being moved to the Norra Yard."),
        (8, "The coal barges have been moved to the Norra Yard."),
        True,
    ),
    (
        "what goes on goes on",
        (8, "The coal barges are being moved to the Norra Yard."),
        (20, "The coal barges are being moved to the Norra Yard."),
        False,
    ),
    (
        "who is held is held on",
        (8, "The stokers are being held at the Norra Yard jail."),
        (20, "The stokers have been held at the Norra Yard jail."),
        False,
    ),
    (
        "what was to be done by order, to one place in other words",
        (8, "The stoker must be returned to Ostland, a court said."),
        (20, "A sailor of the lost barge has been sent to Ostland."),
        True,
    ),
    (
        "what may come has come",
        (8, "A fourth stoker could be sent to Chile within weeks."),
        (20, "A member of the crew was flown to Chile."),
        True,
    ),
    (
        "another person is taken to the same place",
        (8, "Envoy Pia Lund is to be sent to Chile."),
        (20, "Stoker Bram Oster was sent to Chile."),
        False,
    ),
    (
        "a plan for something else",
        (8, "The council will close the coal quay to lorries."),
        (20, "The council closed a school for want of pupils."),
        False,
    ),
]


def test_a_report_of_no_known_day_may_tell_the_plan(tmp_path: Path) -> None:
    bodies = [
        "The Norra Yard\n\nThe coal barges are to be moved to the Norra Yard.\n\nTilda Kroon runs the Norra Yard.\n",
        HEAD.format(title="The Norra Yard", day=8, body="The coal barges were moved to the Norra Yard."),
    ]
    for number, body in enumerate(bodies):
        (tmp_path / f"{number}.txt").write_text(body, "utf-8")
    told = [f for f in build([tmp_path]).findings if f.property == "carried out"]
    assert [str(f.status) for f in told] == ["superseded"]


@pytest.mark.parametrize(("one", "other", "made"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE])
def test_plans(tmp_path: Path, one: tuple[int, str], other: tuple[int, str], made: bool) -> None:
    for number, (day, body) in enumerate((one, other)):
        text = HEAD.format(title="The Norra Yard", day=day, body=body)
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    told = [str(f.status) for f in build([tmp_path]).findings if f.property == "carried out"]
    assert told == (["superseded"] if made else [])
