"""A person whom one report names with fewer words than another is one person."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build
from habeas.model.marks import EntityType

HEAD = "A strike in Merando\n\nPublished 8 March 2034\n\nMERANDO — {body}\n\nMayor Tilda Kroon of Merando spoke at the Norra Yard.\n"

TABLE = [
    ("the last of two surnames is left out", "Vera Solis Prado fell ill.", "Vera Solis fell ill.", 1),
    ("the given name is left out", "Vera Solis-Prado fell ill.", "Guards of Norra said that Mr Solis Prado fell ill.", 1),
    ("another given name", "Vera Solis Prado fell ill.", "Ines Solis Prado fell ill.", 2),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "count"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE])
def test_persons(tmp_path: Path, one: str, other: str, count: int) -> None:
    for number, body in enumerate((one, other)):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(body=body), "utf-8")
    persons = [
        e.name for e in build([tmp_path]).entities if e.type is EntityType.PERSON and "Solis" in e.name
    ]
    assert len(persons) == count, persons
