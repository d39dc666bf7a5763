"""Ages at which something was done, times that something lasted, and numbers that reports open with."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build
from habeas.model.dossier import Dossier

HEAD = "The Norra Yard\n\nPublished 8 March 2034\n\n{body}\n\nMayor Tilda Kroon of Merando spoke of the Norra Yard jail.\n"

TABLE = [
    (
        "ages on arriving",
        "Bram Oster, 18, came to Merando from Ostland at age 6, he said.",
        "Bram Oster is an 18-year-old docker. “He has been here since age 7,” his lawyer said.",
        ["conflict: How old was Bram Oster on arriving?"],
    ),
    (
        "an age on arriving is not that of today",
        "Bram Oster is 18, his lawyer said.",
        "Bram Oster came to Merando from Ostland at age 6, his lawyer said.",
        [],
    ),
    (
        "ages at two other acts",
        "Bram Oster learned to sail at age 6, his lawyer said.",
        "Bram Oster married at the age of 17, his lawyer said.",
        [],
    ),
    (
        "times that a group was held",
        "The crew was held for ten weeks, a lawyer said.",
        "The sailors had been held for eleven weeks.",
        ["conflict: How long are people detained?"],
    ),
    (
        "times of one act, by other verbs",
        "The burglars took just four minutes to empty a showcase of the harbour museum.",
        "Within a mere eight minutes the gang was out of the harbour museum.",
        [
            "conflict: How long did this take or last: “Within a mere eight minutes the gang was out of the harbour museum.”?"
        ],
    ),
    (
        "times of which nothing else is told alike",
        "The burglars took just four minutes to empty a showcase.",
        "The ferry crossed the bay in ten minutes.",
        [],
    ),
    (
        "one time in two units",
        "The crew was held for two weeks, a lawyer said.",
        "The sailors had been held for 14 days.",
        [],
    ),
    (
        "a report that tells two times",
        "The crew was held for ten weeks, a lawyer said. The captain was held for eleven weeks.",
        "The sailors had been held for eleven weeks.",
        [],
    ),
]


def apart(found: Dossier) -> list[str]:
    told = (f for f in found.findings if f.status in ("conflict", "superseded"))
    return [f"{f.status}: {f.question}" for f in told]


@pytest.mark.parametrize(("one", "other", "wanted"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE])
def test_ages_and_times(tmp_path: Path, one: str, other: str, wanted: list[str]) -> None:
    for number, body in enumerate((one, other)):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(body=body), "utf-8")
    assert apart(build([tmp_path])) == wanted


def test_numbers_that_reports_open_with_are_of_one_thing_however_far_apart(tmp_path: Path) -> None:
    for number, told in enumerate(("1,500", "6,000")):
        body = f"Some {told} dockers escaped from the Norra Yard jail in Merando on Monday, Mayor Tilda Kroon said."
        text = f"{told} escape from the Norra Yard\n\nPublished 8 March 2034\n\n{body}\n"
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    assert [told.partition(":")[0] for told in apart(build([tmp_path]))] == ["conflict"]


def test_a_country_s_people_are_the_people_that_a_story_is_about(tmp_path: Path) -> None:
    told = [
        "The 153 Tongans were held at the airport of Merando. An earlier plane landed on 2 March with 176 Tongans aboard.",
        "The 153 passengers were held at the airport of Merando. An earlier plane landed on 2 March with 170 people.",
    ]
    for number, body in enumerate(told):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(body=body), "utf-8")
    found = [f for f in build([tmp_path]).findings if f.status == "conflict"]
    assert [{a.value.split()[0] for a in f.answers} for f in found] == [{"176", "170"}]


def test_a_ministry_has_one_name_in_either_order(tmp_path: Path) -> None:
    for number, name in enumerate(("Ministry of Harbour Works", "Harbour Works Ministry")):
        body = f"The {name} let the crew of the ferry go on Monday."
        (tmp_path / f"{number}.txt").write_text(HEAD.format(body=body), "utf-8")
    assert apart(build([tmp_path])) == []
