"""A body goes by its name spelt out, not by the letters that stand for it, however often they are used."""

from __future__ import annotations

from pathlib import Path

from habeas.flow import build
from habeas.model.claim import Kind
from habeas.model.finding import Finding, Status

TEXT = """Huts burned in Sarr

Published 24 June 2031

Harbour Watch Norway (HWN) said on Monday that 40 huts were burned in Sarr. HWN said 12 boats were lost. HWN has asked for an inquiry.
"""


def test_a_body_goes_by_its_name_spelt_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    counted = [c for c in build([tmp_path]).claims if c.kind is Kind.QUANTITY and c.value in (40, 12)]
    assert [c.asserted_by[-1].name for c in counted] == ["Harbour Watch Norway"] * 2


HEAD = "A fire in Merando\n\nPublished 8 March 2034\n\nMERANDO — {body} Mayor Tilda Kroon of Merando and envoy Pia Lund spoke.\n"


def named(folder: Path, *bodies: str) -> list[Finding]:
    for number, body in enumerate(bodies):
        (folder / f"{number}.txt").write_text(HEAD.format(body=body), "utf-8")
    return [f for f in build([folder]).findings if f.property == "name"]


def test_two_long_names_around_one_word_are_of_one_building(tmp_path: Path) -> None:
    found = named(
        tmp_path,
        "Smoke filled the Ostrel Detention Center on Monday.",
        "Smoke filled the Ostrel North Processing Center on Monday.",
    )
    assert [f.status for f in found] == [Status.CONFLICT]


def test_a_report_that_uses_both_names_tells_of_two_buildings(tmp_path: Path) -> None:
    found = named(
        tmp_path,
        "Smoke filled the Ostrel Detention Center on Monday.",
        "Smoke filled the Ostrel North Processing Center on Monday, not the Ostrel Detention Center.",
    )
    assert found == []


def test_a_word_for_whose_it_is_makes_no_other_name(tmp_path: Path) -> None:
    found = named(
        tmp_path,
        "Smoke filled the Ostrel Civil Detention Center on Monday.",
        "Smoke filled the Ostrel Detention Center on Monday.",
    )
    assert found == []
