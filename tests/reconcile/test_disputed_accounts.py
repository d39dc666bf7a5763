"""What one report says that somebody disputes, against the reports that tell it as so."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build

HEAD = "{title}\n\nPublished 8 March 2034\n\nMERANDO — {body}\n\nMayor Tilda Kroon of Merando spoke at the Norra Yard.\n"
OTHER = "The harbour board is returning the seized nets to the crews of the island."

TABLE = [
    (
        "the sentence before is what is disputed",
        "The board says that it is returning the seized nets to the island crews. Lawyers for the crews dispute this claim.",
        True,
    ),
    (
        "the same sentence is",
        "The board says it is returning the seized nets to the island crews, though lawyers dispute that account.",
        True,
    ),
    (
        "a judge finds that it is not so",
        "The board said it was returning the seized nets to the island crews. Judge Ada Holm found this claim to be unsupported.",
        True,
    ),
    (
        "the account is called untrue",
        "The board said it was returning the seized nets to the island crews. The account was false, the crews said.",
        True,
    ),
    (
        "a judge finds that it is so",
        "The board said it was returning the seized nets to the island crews. Judge Ada Holm found this claim to be sound.",
        False,
    ),
    (
        "something else is disputed",
        "The mayor has sold the old lighthouse to a brewer. Her office denied the allegation.",
        False,
    ),
    (
        "what is disputed is told behind it",
        "The board says that it is returning the seized nets to the island crews. A judge rejected its claim that the crews stole.",
        False,
    ),
    (
        "nothing is disputed",
        "The board says that it is returning the seized nets to the island crews. Lawyers for the crews welcomed this.",
        False,
    ),
    (
        "what is denied is no account",
        "The board says that it is returning the seized nets to the island crews. It denied the crews a boat.",
        False,
    ),
]


@pytest.mark.parametrize(("body", "disputed"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE])
def test_disputed_accounts(tmp_path: Path, body: str, disputed: bool) -> None:
    for number, text in enumerate((OTHER, body)):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(title="The Norra Yard", body=text), "utf-8")
    asked = [f for f in build([tmp_path]).findings if f.property == "disputed"]
    assert [str(f.status) for f in asked] == (["conflict"] if disputed else [])


def test_what_two_reports_say_is_disputed_is_one_question(tmp_path: Path) -> None:
    for number, text in enumerate((OTHER, TABLE[0][1], TABLE[2][1])):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(title="The Norra Yard", body=text), "utf-8")
    asked = [f for f in build([tmp_path]).findings if f.property == "disputed"]
    assert [f.reports for f in asked] == [("0.txt", "1.txt", "2.txt")]
