"""Numbers that a report itself sets against another's, ways told under other names, and totals that two reports make up."""

from __future__ import annotations

from pathlib import Path

from habeas.flow import build
from habeas.model.dossier import Dossier

CAMP = """Published {day} May 2031

{told}

Petra Halvik, the interior minister, named Varna Hall as the camp for those whom Marland sends. Open Gate, a group, sued.
"""
FIRST = "Keldovia took in 214 people deported from Marland on Saturday, 3 May."


def dossier(folder: Path, *told: tuple[int, str]) -> Dossier:
    for number, (day, text) in enumerate(told):
        (folder / f"{number}.txt").write_text(CAMP.format(day=day, told=text), "utf-8")
    return build([folder])


def related(found: Dossier, status: str) -> list[set[object]]:
    value = {c.id: c.value for c in found.claims}
    return [{value[c] for c in one.claims} for one in found.findings if one.status == status]


def test_a_count_that_is_so_many_more_than_the_official_one_is_contested(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        (4, FIRST),
        (9, "Open Gate counted 221 people, seven more than the 214 that the government announced."),
    )
    assert {214, 221} in related(found, "conflict")


def test_a_sum_rather_than_another_is_contested(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        (4, FIRST + " Marland pays $18 million a year."),
        (17, "A paper wrote that Marland would pay $24 million a year rather than $18 million a year."),
    )
    assert {18_000_000, 24_000_000} in related(found, "conflict")


def test_a_number_of_another_time_is_not_contested(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        (4, FIRST + " Some 90 officers guard the gate."),
        (9, "The gate has 120 officers, more than the 90 of a year earlier."),
    )
    assert {90, 120} not in related(found, "conflict")


def test_a_number_that_is_up_from_another_takes_its_place(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        (4, FIRST + " The camp is guarded by 90 officers."),
        (17, "The number of guards has been doubled to 180, up from 90."),
    )
    assert {90, 180} in related(found, "superseded")


def test_one_way_under_two_names_of_its_end_is_one_question(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        (4, "Buses took them from Orlesk to the old air base at Tarna, some 40 km away."),
        (9, "The camp at Tarna air base lies about 60 kilometres from Orlesk."),
        (9, "The base at Tarna is 25 miles from Orlesk."),
    )
    assert {40, 60, 25} in related(found, "conflict")


def test_ways_to_two_towns_are_no_conflict(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        (4, "The camp at Tarna lies 40 kilometres from Orlesk."),
        (9, "The camp at Tarna lies 60 kilometres from Dolm."),
    )
    assert not related(found, "conflict")


def test_a_new_total_takes_the_place_of_the_first_count_and_adds_up_with_it(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        (4, FIRST),
        (
            17,
            "A third plane brought 86 more deportees on Friday, which brings the number of people sent there to 300.",
        ),
    )
    assert any({214, 300} <= told for told in related(found, "superseded"))
    assert not any({86, 214} <= told for told in related(found, "conflict"))
    assert "214 and 86 make 300" in {c.statement for c in found.checks if c.holds}


def test_what_was_said_to_fit_in_is_contested_by_all_who_say_so(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        (4, "Varna Hall can hold 1,200 people, Halvik said."),
        (5, "There is room for 1,200 at the camp, Halvik said."),
        (9, "Varna Hall was built for 800 people, Open Gate said."),
    )
    value = {c.id: c.value for c in found.claims}
    told = [f for f in found.findings if {value[c] for c in f.claims} == {800, 1200}]
    assert [(f.status, len(f.reports)) for f in told] == [("conflict", 3)]


def test_a_list_of_parts_is_summed_in_the_midst_of_many_numbers(tmp_path: Path) -> None:
    text = (
        "Keldovia took in 214 people on Saturday. Two planes brought 131 men, 59 women and 24 children. "
        "Eleven buses drove them off; 90 guards, 30 nurses, 16 cooks, 12 clerks, 17 drivers and 45 helpers came too."
    )
    assert "131, 59 and 24 make 214" in {c.statement for c in dossier(tmp_path, (4, text)).checks if c.holds}
