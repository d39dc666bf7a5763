"""What courts did to a measure, as several reports tell it: alike, or one overtaken by another."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build

HEAD = "{title}\n\nPublished {day} March 2034\n\nMERANDO — {body}\n\nMayor Tilda Kroon of Merando spoke at the Norra Yard.\n"

TABLE = [
    (
        "a higher court that overturns the ruling lets the measure go on",
        [
            (8, "Judge Ilse Marn blocked the closure of the Norra Yard on Monday."),
            (20, "The Supreme Court overturned Judge Marn's ruling on the Norra Yard on Friday."),
        ],
        "superseded",
    ),
    (
        "an order that is put on hold lets the measure go on",
        [
            (8, "Judge Ilse Marn barred the city from clearing the Norra Yard."),
            (20, "An appeals court put on hold the order that had kept the Norra Yard open."),
        ],
        "superseded",
    ),
    (
        "an order may stand before the words that put it on hold",
        [
            (8, "Judge Ilse Marn barred the city from clearing the Norra Yard."),
            (20, "The appeals court put the judge's order on the Norra Yard on hold."),
        ],
        "superseded",
    ),
    (
        "a measure is told of as one that a court has stopped",
        [
            (8, "Lawyers spoke against the court-blocked use of the Norra Harbours Act."),
            (20, "The Supreme Court upheld the use of the Norra Harbours Act on Friday."),
        ],
        "superseded",
    ),
    (
        "a motion to stop it that is denied lets it go on",
        [
            (8, "Judge Ilse Marn temporarily halted the sale of the Norra Yard."),
            (20, "Judge Ilse Marn denied a motion to halt the sale of the Norra Yard on Friday."),
        ],
        "superseded",
    ),
    (
        "two reports of one order agree",
        [
            (8, "Judge Ilse Marn blocked the closure of the Norra Yard on Monday."),
            (9, "Judge Ilse Marn halted the closure of the Norra Yard on Monday."),
        ],
        "agree",
    ),
]


@pytest.mark.parametrize(("told", "status"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE])
def test_orders(tmp_path: Path, told: list[tuple[int, str]], status: str) -> None:
    for number, (day, body) in enumerate(told):
        text = HEAD.format(title="The Norra Yard", day=day, body=body)
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    found = build([tmp_path])
    assert [str(f.status) for f in found.findings if f.property == "legal status"] == [status]
