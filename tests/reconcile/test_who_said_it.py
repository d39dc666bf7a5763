"""One remark in the mouths of several speakers, and in several wordings of one speaker."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build

HEAD = "{title}\n\nPublished 8 March 2034\n\nMERANDO — {body}\n\nMayor Tilda Kroon of Merando spoke at the Norra Yard.\n"
WORDS = "“A harbour master, and no clerk, decides which ship may sail,”"

TABLE = [
    (
        "two persons cannot both have said it first",
        f"{WORDS} Pia Lund said.",
        f"{WORDS} Ruben Tekani said.",
        "speaker",
        "conflict",
    ),
    (
        "a body and its spokeswoman speak with one voice",
        f"{WORDS} the port authority said in a statement.",
        f"{WORDS} said Pia Lund, a spokeswoman for the port authority.",
        "speaker",
        "refines",
    ),
    (
        "a remark that one report cuts and words anew",
        "“No danger to the harbour, full stop,” Pia Lund said of the barge.",
        "“It is not a danger to the harbour at all,” Pia Lund said.",
        "wording",
        "conflict",
    ),
    (
        "one report gives the last name alone",
        "“It is hard, not quite, but very hard to sail without a pilot,” Pia Lund said.",
        "“It is not quite, but very hard for anyone to sail without a pilot,” Lund said.",
        "wording",
        "conflict",
    ),
    (
        "a remark of three words",
        "Pia Lund called the ban “utterly without sense” on Monday.",
        "The ban is “utterly without sense”, Pia Lund said.",
        "wording",
        "agree",
    ),
]


@pytest.mark.parametrize(
    ("one", "other", "asked", "status"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE]
)
def test_remarks(tmp_path: Path, one: str, other: str, asked: str, status: str) -> None:
    for number, body in enumerate((one, other)):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(title="The Norra Yard", body=body), "utf-8")
    found = build([tmp_path]).findings
    assert [str(f.status) for f in found if f.property == asked] == [status]
