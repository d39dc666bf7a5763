"""What a number tells of, where what happened at a place is told behind it."""

from __future__ import annotations

import pytest

from habeas.read import read_report
from habeas.understanding import Understood, understand


def told(text: str) -> dict[float | str, str]:
    """The property of every number in the text."""
    found = understand("detention", read_report("x.txt", f"4 June 2031\n\n{text}\n".encode()))
    assert isinstance(found, Understood)
    return {c.value: c.property for c in found.claims.claims if c.kind == "quantity"}


@pytest.mark.parametrize(
    "text",
    [
        "Two owners of a mill where a fire killed seven workers were arrested on Friday.",
        "Two managers of a plant where seven people died were sacked.",
        "Two guards at a jail where an inmate was stabbed to death went on strike.",
        "About two men from Chad, whose brothers were killed, are held in the camp.",
        "Police arrested two owners of a mill where a fire killed seven workers.",
    ],
)
def test_those_who_have_to_do_with_a_place_did_not_die_there(text: str) -> None:
    assert "deaths" not in told(text)[2]


@pytest.mark.parametrize(
    "text",
    [
        "At least 20 people at a club where a fire broke out were killed.",
        "The 20 people who were killed in the fire were workers.",
        "A clinic where 20 patients died was closed.",
        "A fire at a mill where 300 women worked killed 20.",
        "The fire killed 20 workers at a mill where nobody had looked for years.",
    ],
)
def test_those_who_died_did(text: str) -> None:
    assert told(text)[20] == "deaths"


def test_who_is_held_is_not_lost_behind_whose() -> None:
    assert (
        told("About 300 men from Chad, whose brothers were killed, are held in the camp.")[300] == "men held"
    )
