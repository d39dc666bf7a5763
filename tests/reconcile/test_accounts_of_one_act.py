"""One act that several reports tell: the reason for it, and where it was done."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build

HEAD = "The Norra Yard\n\nPublished {day}\n\nMERANDO — {body}\n\nMayor Tilda Kroon of Merando spoke at the Norra Yard.\n"

TABLE = [
    (
        "reason",
        "two reasons that share no more than a word",
        "A judge barred the removal of the ferryman due to fears of a flogging.",
        "A judge barred the removal of the ferryman because of fears of typhoid.",
        ["conflict"],
    ),
    (
        "reason",
        "one reason is no conflict",
        "The ferryman closed his old tavern on the quay due to the flood in May.",
        "The tavern that the ferryman closed was shut because of the May flood.",
        [],
    ),
    (
        "reason",
        "two acts have two reasons",
        "A judge barred the removal of the ferryman due to fears of a flogging.",
        "The regatta was put off because of a storm.",
        [],
    ),
    (
        "where",
        "a group is held in two places",
        "The crew was held at Camp Dellinge.",
        "The sailors are held at Fort Rowansk.",
        ["conflict"],
    ),
    (
        "where",
        "one report names both places",
        "The crew was held at Camp Dellinge.",
        "The sailors are held at Fort Rowansk, not far from Camp Dellinge.",
        [],
    ),
    (
        "where",
        "two persons may be in two places",
        "Bram Oster was held at Camp Dellinge.",
        "Piet Almgren was held at Fort Rowansk.",
        [],
    ),
    (
        "where",
        "two acts are done in two places",
        "The crew was held at Camp Dellinge.",
        "The sailors were fed at Fort Rowansk.",
        [],
    ),
    (
        "where",
        "a country is wherever its towns are",
        "The crew was held in Norway.",
        "The crew was held at Fort Rowansk.",
        [],
    ),
]


@pytest.mark.parametrize(
    ("asked", "one", "other", "wanted"), [(t[0], *t[2:]) for t in TABLE], ids=[t[1] for t in TABLE]
)
def test_accounts_of_one_act(tmp_path: Path, asked: str, one: str, other: str, wanted: list[str]) -> None:
    for number, body in enumerate((one, other)):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(day="8 March 2034", body=body), "utf-8")
    assert [str(f.status) for f in build([tmp_path]).findings if f.property == asked] == wanted


def test_what_is_told_alike_years_apart_has_two_reasons(tmp_path: Path) -> None:
    told = [("8 March 2034", TABLE[0][2]), ("8 March 2029", TABLE[0][3])]
    for number, (day, body) in enumerate(told):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(day=day, body=body), "utf-8")
    assert [f for f in build([tmp_path]).findings if f.property == "reason"] == []
