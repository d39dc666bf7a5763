"""Sums of money that reports of one story give of one thing under other names."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build

HEAD = "The Norra Yard\n\nPublished 8 March 2034\n\nMERANDO — {body}\n\nMayor Tilda Kroon of Merando spoke at the Norra Yard.\n"

TABLE = [
    (
        "sums that are nearly alike",
        "The yard is run by Holm Logistics, with a contract worth €1.22 billion.",
        "The firm now manages a €1.26 billion project.",
        True,
    ),
    (
        "the only sums of two reports, told in like words",
        "Merando received €5.1 million for taking in sailors.",
        "There is talk of more than €10 million for the sailors.",
        True,
    ),
    (
        "a report that gives both tells of two things",
        "The yard is run by Holm Logistics, with a contract worth €1.22 billion.",
        "The firm manages a €1.26 billion project and won €1.22 billion in loans.",
        False,
    ),
    (
        "sums far from each other",
        "Merando received €5.1 million for taking in sailors.",
        "There is talk of more than €90 million for the sailors.",
        False,
    ),
    (
        "sums in two currencies",
        "The yard is run by Holm Logistics, with a contract worth €1.22 billion.",
        "The firm now manages a $1.26 billion project.",
        False,
    ),
    (
        "a rounded sum and the closer one",
        "The yard is run by Holm Logistics, with a contract worth about €1.3 billion.",
        "The firm now manages a €1.26 billion project.",
        False,
    ),
]


@pytest.mark.parametrize(("one", "other", "wanted"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE])
def test_sums_of_one_deal(tmp_path: Path, one: str, other: str, wanted: bool) -> None:
    for number, body in enumerate((one, other)):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(body=body), "utf-8")
    found = [f for f in build([tmp_path]).findings if f.status == "conflict"]
    assert [f.note for f in found] == (["the sums exclude each other"] if wanted else [])
