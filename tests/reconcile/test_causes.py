"""Why something happened, by what several reports give as its cause."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build

HEAD = "{title}\n\nPublished 8 March 2034\n\nMERANDO — {body}\n\nMayor Tilda Kroon of Merando spoke at the Norra Yard.\n"

TABLE = [
    (
        "two causes that have nothing in common",
        "The unrest was sparked by the arrest of a docker, a priest said.",
        "The riot was triggered by rotten bread, the warden said.",
        ["conflict"],
    ),
    (
        "one cause in other words",
        "The unrest was sparked by the arrest of a docker, a priest said.",
        "Police blamed the violence on the arrest of two dockers.",
        ["agree"],
    ),
    (
        "what a protest is about, behind or before the cause",
        "The dockers staged a protest over low wages on Monday.",
        "The reason for the strike was the arrest of a docker.",
        ["conflict"],
    ),
    (
        "a cause that another report denies",
        "The unrest was fueled by protests over bread, a priest said.",
        "The mayor said that the unrest had nothing to do with the protests.",
        ["conflict"],
    ),
    (
        "a cause told before its event",
        "Rotten bread sparked the unrest, the warden said.",
        "The riot was triggered by the arrest of a docker, a priest said.",
        ["conflict"],
    ),
    (
        "who looks for a cause gives none",
        "The police began an inquiry into what sparked the unrest.",
        "The riot was triggered by the arrest of a docker, a priest said.",
        [],
    ),
    (
        "a cause that nobody gives, denied",
        "The unrest was fueled by the arrest of a docker.",
        "The mayor said that the unrest had nothing to do with the protests.",
        ["refines"],
    ),
    (
        "two sorts of event have two causes",
        "The protest was triggered by low wages.",
        "The fire was caused by a lamp.",
        [],
    ),
    (
        "more than a number is no cause",
        "The protest over low wages went on.",
        "The protest drew over 300 dockers.",
        [],
    ),
]


@pytest.mark.parametrize(("one", "other", "wanted"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE])
def test_causes(tmp_path: Path, one: str, other: str, wanted: list[str]) -> None:
    for number, body in enumerate((one, other)):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(title="The Norra Yard", body=body), "utf-8")
    assert [str(f.status) for f in build([tmp_path]).findings if f.property == "cause"] == wanted


@pytest.mark.parametrize(("day", "wanted"), [(9, ["superseded"]), (8, [])])
def test_a_cause_not_known_at_first(tmp_path: Path, day: int, wanted: list[str]) -> None:
    head = HEAD.format(title="The Norra Yard", body="It was not immediately clear what triggered the unrest.")
    body = "The unrest was triggered by the arrest of a docker, a priest said."
    later = HEAD.format(title="The Norra Yard", body=body).replace("8 March", f"{day} March")
    for number, text in enumerate((head, later)):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    assert [str(f.status) for f in build([tmp_path]).findings if f.property == "cause"] == wanted
