"""Words of which only one can hold of one person or building."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build

HEAD = "{title}\n\nPublished 8 March 2034\n\nMERANDO — {body}\n\nMayor Tilda Kroon of Merando spoke at the Norra Yard.\n"

TABLE = [
    (
        "how a man died is told in two ways",
        "The coroner ruled the death of Ivo Marsh a homicide.",
        "Guards said that Ivo Marsh died by suicide.",
        "conflict",
    ),
    (
        "how a fire began is told in two ways",
        "The fire at Redhill Prison was an accident, the warden said.",
        "The fire at Redhill Prison was arson, police said.",
        "conflict",
    ),
    (
        "two men died in two ways",
        "The coroner ruled the death of Ivo Marsh a homicide.",
        "Guards said that Jon Holm died by suicide.",
        None,
    ),
    (
        "who is not guilty is innocent",
        "Ivo Marsh is not guilty, his lawyer said.",
        "Ivo Marsh is innocent, his mother said.",
        None,
    ),
]


@pytest.mark.parametrize(("one", "other", "status"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE])
def test_opposites(tmp_path: Path, one: str, other: str, status: str | None) -> None:
    for number, body in enumerate((one, other)):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(title="The Norra Yard", body=body), "utf-8")
    told = [str(f.status) for f in build([tmp_path]).findings if " or " in f.property]
    assert told == ([status] if status else [])
