"""Whose age it is: the one who is so old, not the one whom the sentence is about."""

from __future__ import annotations

import pytest

from habeas.model.report import Report
from habeas.read import read_report
from habeas.understanding import Understood, understand


def ages(text: str) -> dict[float | str, str]:
    """Every age told in the text with whom it is told of."""
    report: Report = read_report("x.txt", f"4 June 2031\n\n{text}\n".encode())
    found = understand("detention", report)
    assert isinstance(found, Understood)
    return {c.value: c.subject for c in found.claims.claims if c.property == "age"}


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Ana Ruiz said she feels as strong as a 30-year-old.", {30: "30-year-old"}),
        ("A judge kept secret the papers of a 25-year-old divorce from Ana Ruiz.", {25: "divorce"}),
        (
            "Ana Ruiz said that the jobless rate for migrants ages 16 to 24 was 18.7 percent.",
            {16: "migrants"},
        ),
        (
            "Marches for Ana Ruiz followed a shooting that killed a 13-year-old last week.",
            {13: "13-year-old"},
        ),
        ("Ana Ruiz told the court about a 60-year-old law.", {60: "law"}),
        ("The nine-year-old war has driven out Ana Ruiz.", {9: "war"}),
        ("Deported with Ana Ruiz were boys aged 14.", {14: "boys"}),
        ("Voters aged 18 to 29 chose Ana Ruiz.", {18: "voters"}),
        ("The 24-year-old said that Ana Ruiz was kind.", {24: "24-year-old"}),
        ("Among the dead is a 19-year-old from Kigali, police said.", {19: "19-year-old"}),
        ("Police arrested Ana Ruiz and her 9-year-old son.", {9: "son"}),
        ("Ana Ruiz, mother of a 12-year-old girl, was deported.", {12: "girl"}),
        ("The judge, 62, said that Ana Ruiz was free.", {62: "judge"}),
        # ... and where it is the age of the one named
        ("Ana Ruiz, a 43-year-old Peruvian woman, was shot.", {43: "Ana Ruiz"}),
        ("Ana Ruiz is a 43-year-old nurse from Lima.", {43: "Ana Ruiz"}),
        ("A 30-year-old, Ana Ruiz, said she was beaten.", {30: "Ana Ruiz"}),
        ("The 43-year-old Ana Ruiz was shot.", {43: "Ana Ruiz"}),
        ("Ana Ruiz, 43, was shot.", {43: "Ana Ruiz"}),
        ("At 77, Ana Ruiz is the oldest of those held.", {77: "Ana Ruiz"}),
        ("Ana Ruiz was 19 when she was arrested.", {19: "Ana Ruiz"}),
        ("Guards beat Ana Ruiz. The 24-year-old was taken to a clinic.", {24: "Ana Ruiz"}),
    ],
)
def test_an_age_is_told_of_whoever_is_so_old(text: str, whose: dict[float | str, str]) -> None:
    assert ages(text) == whose
