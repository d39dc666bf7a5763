"""Parts that make a whole told elsewhere in a report: two sorts of people, and some of those named before with the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build

TABLE = [
    (
        "Sixteen people were hurt, four of them children, when the roof of the market hall in Ostrova fell.\n\n"
        "The hall had been inspected in May, and nothing was found, said the town's engineer, Pia Lund.\n\n"
        "Twelve adults and four kids were taken to clinics, the fire chief said.",
        "12 and 4 make 16",
    ),
    (
        "The death toll has risen to 51, the county said.\n\nAmong the victims were 39 men and 12 women.",
        "39 and 12 make 51",
    ),
    (
        "The state plans to arrest eight guards.\n\nThree of those guards work for the state, and five are members of a firm.",
        "3 and 5 make 8",
    ),
    ("The union has 60 members.\n\nOn Monday 39 men and 12 women came to the hall, its head said.", None),
]


@pytest.mark.parametrize(("text", "statement"), TABLE)
def test_parts_of_two_sorts_are_added(tmp_path: Path, text: str, statement: str | None) -> None:
    (tmp_path / "a.txt").write_text(f"News\n\nPublished 4 March 2034\n\n{text}\n", "utf-8")
    found = {c.statement for c in build([tmp_path]).checks if c.holds}
    assert (statement in found) if statement else not any("make" in one for one in found)


LEFT = [
    (
        "Four of the six miners who had been missing were found. Two men are still being looked for.",
        "6 less 4 leaves 2",
    ),
    (
        "The firm will pay $12,000 to the family of each of the 17 men, or $204,000 in all.",
        "17 times 12,000 is 204,000",
    ),
]


@pytest.mark.parametrize(("text", "statement"), LEFT)
def test_what_is_left_and_what_each_gets_is_computed(tmp_path: Path, text: str, statement: str) -> None:
    (tmp_path / "a.txt").write_text(f"News\n\nPublished 4 March 2034\n\n{text}\n", "utf-8")
    assert statement in {c.statement for c in build([tmp_path]).checks if c.holds}
