"""What was planned, went on or was blamed in one report and is told otherwise in another: counts, states, causes."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build

HEAD = "{title}\n\nPublished {day} March 2034\n\nMERANDO — {body}\n\nMayor Tilda Kroon of Merando spoke at the Norra Yard.\n"

TABLE = [
    (
        "a planned number and what it was",
        (8, "The ministry will transfer 520 inmates to the Norra Yard next week, Kroon said."),
        (17, "The ministry transferred 497 inmates to the Norra Yard, guards said."),
        "planned at first; a later report tells how many it was",
        "superseded",
    ),
    (
        "who refuses food and then eats again",
        (8, "Ivo Marsh has been on hunger strike since Monday."),
        (17, "Ivo Marsh ended a hunger strike on Thursday."),
        "a later report tells that it is no longer so",
        "superseded",
    ),
    (
        "two things to blame for one sinking",
        (8, "The ferry sank on the lake. High waves were to blame for the sinking, police said."),
        (9, "The ferry sank on the lake. An inquiry blamed a worn pump for the loss."),
        "the causes that reports give have nothing in common",
        "conflict",
    ),
    (
        "how many were on a boat",
        (8, "The ferry went down with 137 people on board."),
        (9, "The harbour office counted 143 people on the boat."),
        "the numbers exclude each other",
        "conflict",
    ),
]


@pytest.mark.parametrize(
    ("one", "other", "note", "status"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE]
)
def test_told_otherwise_later(
    tmp_path: Path, one: tuple[int, str], other: tuple[int, str], note: str, status: str
) -> None:
    for number, (day, body) in enumerate((one, other)):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(title="The ferry", day=day, body=body), "utf-8")
    assert (note, status) in {(f.note, str(f.status)) for f in build([tmp_path]).findings}


NOTHING = [
    (
        "a demand is not the day of what is demanded",
        (
            10,
            "Families marched through Merando on Wednesday to demand that Harbour Minister Ivo Marsh resign.",
        ),
        (15, "Harbour Minister Ivo Marsh resigned on Sunday."),
    ),
    (
        "how many a place holds changes from week to week",
        (2, "Redhill Prison holds 2,600 inmates."),
        (20, "Redhill Prison now holds 1,900 inmates."),
    ),
    (
        "another goes on hunger strike",
        (8, "Ivo Marsh has been on hunger strike since Monday."),
        (17, "Pim Aalto ended a hunger strike on Thursday."),
    ),
]


@pytest.mark.parametrize(("one", "other"), [t[1:] for t in NOTHING], ids=[t[0] for t in NOTHING])
def test_nothing_is_contradicted(tmp_path: Path, one: tuple[int, str], other: tuple[int, str]) -> None:
    for number, (day, body) in enumerate((one, other)):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(title="The ferry", day=day, body=body), "utf-8")
    found = build([tmp_path]).findings
    assert not [f.question for f in found if f.status == "conflict"]
    assert not [f.question for f in found if f.property == "overtaken"]
