"""The words that reports have for the people they are about: who accuses them, who only tells that others do, who says no."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build

HEAD = "{title}\n\nPublished 8 March 2034\n\nMERANDO — {body}\n\nMayor Tilda Kroon of Merando spoke at the Norra Yard.\n"

TABLE = [
    (
        "that a gang is theirs is told by one side and denied by the other",
        "The men belong to the Ostro gang, the ministry said.",
        "The men had no ties to crime, their families said.",
        "conflict",
    ),
    (
        "an accusation is no word of the report's own",
        "The men were accused of gang membership.",
        "The men are alleged gang members.",
        "refines",
    ),
    (
        "that no charges were filed speaks against it",
        "The men are dangerous criminals.",
        "Prosecutors have not filed criminal charges against the men.",
        "conflict",
    ),
    (
        "a report that says so itself against one that only alleges it",
        "The men are dangerous criminals.",
        "The men are alleged gang members.",
        "conflict",
    ),
]


@pytest.mark.parametrize(("one", "other", "status"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE])
def test_descriptions(tmp_path: Path, one: str, other: str, status: str) -> None:
    for number, body in enumerate((one, other)):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(title="The Norra Yard", body=body), "utf-8")
    told = [str(f.status) for f in build([tmp_path]).findings if f.property == "described_as"]
    assert told == [status]


@pytest.mark.parametrize(
    "bodies",
    [
        # those who act on people are none of these
        (
            "Security forces turned violent and beat the men.",
            "The men had no ties to crime, their families said.",
        ),
        # nor is the place in which they are held
        (
            "A lawyer sued, claiming that the council knew that the jail was dangerous.",
            "The men are dangerous criminals.",
        ),
    ],
)
def test_what_is_told_of_others_describes_none_of_these(tmp_path: Path, bodies: tuple[str, str]) -> None:
    for number, body in enumerate(bodies):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(title="The Norra Yard", body=body), "utf-8")
    told = [str(f.status) for f in build([tmp_path]).findings if f.property == "described_as"]
    assert "conflict" not in told
