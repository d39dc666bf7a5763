"""A day without a year takes the year of its story, where the story has one."""

from __future__ import annotations

from pathlib import Path

from habeas.flow import build
from habeas.model.claim import AsOfBasis, Claim

UNDATED = """New Rule for Foreigners in Norland

Starting June 11, foreigners must register at Redhill Town Hall, Minister Ada Lund said. The Harbour Act of 1931 allows it.
"""
DATED = """Published June 2, {year}

Minister Ada Lund visited Redhill Town Hall on Monday. She spoke of the Harbour Act of 1931 and of the new register.
"""


def undated_claims(folder: Path, *years: int) -> list[Claim]:
    (folder / "a.txt").write_text(UNDATED)
    for year in years:
        (folder / f"{year}.txt").write_text(DATED.format(year=year))
    return [c for c in build([folder]).claims if c.doc == "a.txt" and "June 11" in c.quote]


def test_the_year_of_the_storys_dated_reports_is_taken(tmp_path: Path) -> None:
    found = undated_claims(tmp_path, 2024)
    assert found
    assert {c.as_of for c in found} == {"2024-06-11"}
    assert {c.as_of_basis for c in found} == {AsOfBasis.FROM_OTHER_DOCS}


def test_two_years_leave_it_open(tmp_path: Path) -> None:
    assert {c.as_of for c in undated_claims(tmp_path, 2023, 2024)} == {None}


def test_no_dated_report_leaves_it_open(tmp_path: Path) -> None:
    assert {c.as_of for c in undated_claims(tmp_path)} == {None}
