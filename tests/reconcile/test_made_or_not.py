"""Agreements that one report tells as made and another as denied."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build

HEAD = "Norway and the harbour pact\n\nPublished {day} March 2034\n\n{body}\n\nMinister Tilda Kroon of Norway spoke in Oslo.\n"

TABLE = [
    (
        "told as made by a report of the same day",
        (8, "Norway denies such an agreement."),
        (8, "Norway has signed an agreement with Chile to take in sailors."),
        ["conflict"],
    ),
    (
        "told as made by a later report",
        (8, "Norway has not reached such an agreement, an official said."),
        (9, "Norway has signed an agreement with Chile to take in sailors."),
        ["superseded"],
    ),
    (
        "one of the terms denied",
        (8, "The agreement of Norway with Chile does not cover fishermen of the northern islands."),
        (8, "Norway has signed an agreement with Chile to take in sailors."),
        [],
    ),
    (
        "an agreement of others",
        (8, "Norway denies such an agreement."),
        (8, "Peru has signed an agreement with Chile to take in sailors."),
        [],
    ),
]


@pytest.mark.parametrize(("one", "other", "wanted"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE])
def test_made_or_not(tmp_path: Path, one: tuple[int, str], other: tuple[int, str], wanted: list[str]) -> None:
    for number, (day, body) in enumerate((one, other)):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(day=day, body=body), "utf-8")
    told = [str(f.status) for f in build([tmp_path]).findings if f.property == "agreed"]
    assert told == wanted
