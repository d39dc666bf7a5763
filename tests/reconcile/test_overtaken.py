"""What a later report overtakes: somebody who was held is free, and what was denied was done after all."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build

HEAD = "{title}\n\nPublished {day} March 2034\n\nMERANDO — {body}\n\nMayor Tilda Kroon of Merando spoke at the Norra Yard.\n"

TABLE = [
    (
        "who was held walks out",
        (8, "Envoy Pia Lund is being held at the Norra Yard."),
        (20, "Pia Lund walked out of the Norra Yard on Friday."),
        True,
    ),
    (
        "who was free is held later",
        (20, "Envoy Pia Lund is being held at the Norra Yard."),
        (8, "Pia Lund walked out of the Norra Yard on Friday."),
        False,
    ),
    (
        "somebody else is free",
        (8, "Envoy Pia Lund is being held at the Norra Yard."),
        (20, "Docker Ivo Marsh walked out of the Norra Yard on Friday."),
        False,
    ),
    (
        "a removal that was denied has taken place",
        (8, "The port ministry denied any plan to send the Ostro sailors back to Tarnia."),
        (20, "The port ministry deported 40 Ostro sailors to Tarnia on Friday."),
        True,
    ),
    (
        "what was done before is denied for what follows",
        (20, "The port ministry denied any plan to send the Ostro sailors back to Tarnia."),
        (8, "The port ministry deported 40 Ostro sailors to Tarnia on Monday."),
        False,
    ),
]


@pytest.mark.parametrize(("one", "other", "wanted"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE])
def test_overtaken(tmp_path: Path, one: tuple[int, str], other: tuple[int, str], wanted: bool) -> None:
    for number, (day, body) in enumerate((one, other)):
        text = HEAD.format(title="The Norra Yard", day=day, body=body)
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    found = [f for f in build([tmp_path]).findings if f.property == "overtaken"]
    assert [str(f.status) for f in found] == (["superseded"] if wanted else [])
