"""Denials: one report says that what another says is not so; sharing names and words is not enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build
from habeas.model.finding import Finding, Status

DATED = "Published May 2, 2024\n\n"
BESIDES = {
    "one": " Bakers sold bread at dawn. A school choir sang hymns. Teachers painted the fence. Goats crossed the square."
    " The library lent forty books. A farmer repaired his tractor. Nurses planted roses. Bela Kuhn paints Redhill Prison.",
    "other": " Tailors mended coats. A cyclist won the mountain race. Students cleaned the river. Cats slept on roofs."
    " The clinic bought two beds. A painter drew the hills. Cooks fried fish. Bela Kuhn was born near Redhill Prison.",
}
"""What else a report tells: no word is in every claim, and a place and a name make one story of both."""


def related(folder: Path, one: str, other: str) -> list[Finding]:
    """The findings that rest on both of two reports."""
    for name, text in (("one", one), ("other", other)):
        (folder / f"{name}.txt").write_text(DATED + text + BESIDES[name], "utf-8")
    return [f for f in build([folder]).findings if len(f.reports) > 1]


def conflicts(folder: Path, one: str, other: str) -> list[str]:
    return [f.note for f in related(folder, one, other) if f.status is Status.CONFLICT]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The harbour ministry of Tarn closed the northern quay on Monday, fishermen said.",
            "The harbour ministry of Tarn did not close the northern quay on Monday, its spokesman said.",
        ),
        (
            "Guards of Redhill jail locked the inner gates during the fire, survivors said.",
            "Guards of Redhill jail never locked the inner gates during the fire, the warden said.",
        ),
    ],
)
def test_what_one_report_says_and_another_says_is_not_so_is_in_conflict(
    tmp_path: Path, one: str, other: str
) -> None:
    assert "one report denies what another says" in conflicts(tmp_path, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # not on that occasion
            "Lena Ostrov of Norvale was not arrested during the harbour march.",
            "The arrest of Lena Ostrov of Norvale drew a crowd to the square.",
        ),
        (  # another act of the same office
            "The office of the Norvale state prosecutor had no comment.",
            "The harbour company received an inquiry from the office of the Norvale state prosecutor.",
        ),
        (  # the same words, negated in both
            "Post offices will close in areas that do not support the core goals of the business.",
            "Areas of the business that do not directly support the core goals will close post offices.",
        ),
        (  # names in common, nothing else
            "Ines Rado cannot antagonise the dockers.",
            "Ines Rado led the dockers of Tarn.",
        ),
        (  # what is denied to one is told of another
            "There was no wireless charging case for the Lorne headphones.",
            "Shops offer the Lorne headphones with a wireless charging case and three cables.",
        ),
    ],
)
def test_a_negation_about_something_else_denies_nothing(tmp_path: Path, one: str, other: str) -> None:
    assert conflicts(tmp_path, one, other) == []


def test_another_share_of_the_same_whole_is_in_conflict(tmp_path: Path) -> None:
    found = conflicts(
        tmp_path,
        "One exit of four was locked when the Tarn mill burned, officials said.",
        "Three of the four exits were locked when the Tarn mill burned, survivors said.",
    )
    assert "another number of the same whole, or of another whole" in found


def test_claims_that_share_only_names_are_no_agreement(tmp_path: Path) -> None:
    found = related(
        tmp_path,
        "Ines Rado phoned the Lorne Theatre Bela Kuhn.",
        "Ines Rado left the Lorne Theatre Bela Kuhn.",
    )
    assert [f for f in found if f.note == "said in other words"] == []


def test_a_group_does_not_drift_from_claim_to_claim(tmp_path: Path) -> None:
    found = related(
        tmp_path,
        "Smoke filled the eastern hall. Firemen searched the eastern hall with lamps. Firemen bought lamps.",
        "Smoke filled the hall. Firemen with lamps searched the hall. The market sold lamps to firemen.",
    )
    together = [str(f.answers) for f in found if f.note == "said in other words"]
    assert together
    assert not any("Smoke" in answers and "market" in answers for answers in together)
