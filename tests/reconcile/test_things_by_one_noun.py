"""How many there are of a thing that reports call by one noun, or by nouns for anything, each by its only number of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build
from habeas.model.finding import Finding

HEAD = "The Norra line\n\nPublished 8 March 2034\n\n{body}\n\nMayor Tilda Kroon of Merando spoke of the Norra line.\n"

TABLE = [
    (
        "those aboard, by another verb",
        "The night train to Merando carried 77 passengers.",
        "There were 80 passengers on board the night train to Merando.",
        ["conflict"],
    ),
    (
        "things, by another verb",
        "The landslide pulled 13 wagons off the rails.",
        "The locomotive and all twelve wagons left the rails.",
        ["conflict"],
    ),
    (
        "a report that gives both",
        "The night train to Merando carried 77 passengers, and 80 passengers had booked.",
        "There were 80 passengers on board the night train to Merando.",
        [],
    ),
    (
        "things of which nothing else is told alike",
        "The landslide pulled 13 wagons off the rails.",
        "A museum in Ostby keeps twelve wagons for children.",
        [],
    ),
    (
        "nouns for anything",
        "The burglars broke the glass of a showcase and took eight objects out of it.",
        "The burglars smashed the glass of a showcase to grab nine pieces and flee.",
        ["conflict"],
    ),
    (
        "one number of one thing, in like sentences",
        "The burglars fled from the quay on two fast scooters.",
        "Two scooters waited for the burglars at the quay.",
        ["agree"],
    ),
    (
        "one sort of people, each told once",
        "Those flown out on Monday included 25 women, the yard said.",
        "The navy flew out 90 people on Monday. Among them, 19 were women.",
        ["conflict"],
    ),
    (
        "others of that sort besides",
        "Pia Lund slept in a hall with 25 other women.",
        "The 26 women slept in one hall.",
        [],
    ),
    (
        "one sort of people, of whom two things are told",
        "The storm killed 25 women on the coast.",
        "The storm injured 30 women on the coast.",
        [],
    ),
    (
        "the first of more",
        "The first 15 nurses boarded the Norra ferry on Monday.",
        "All 39 nurses left the Norra ferry by the evening.",
        [],
    ),
]


def counted(folder: Path, *bodies: str) -> list[Finding]:
    for number, body in enumerate(bodies):
        (folder / f"{number}.txt").write_text(HEAD.format(body=body), "utf-8")
    found = build([folder]).findings
    return [f for f in found if f.status != "single_source" and any(a.value[:1].isdigit() for a in f.answers)]


@pytest.mark.parametrize(("one", "other", "wanted"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE])
def test_things_by_one_noun(tmp_path: Path, one: str, other: str, wanted: list[str]) -> None:
    found = counted(tmp_path, one, other)
    assert [str(f.status) for f in found if f.status in ("conflict", "agree", "superseded")] == wanted


def test_who_gives_two_numbers_is_cited_beside_those_who_differ(tmp_path: Path) -> None:
    found = counted(
        tmp_path,
        "The night train to Merando carried 77 passengers.",
        "There were 80 passengers on board the night train to Merando.",
        "About 78 passengers were aboard the night train, the line said at first. There were 80 passengers on the night train, it said later.",
    )
    assert [len(f.reports) for f in found if f.status == "conflict"] == [3]
