"""What reports compute: percentages, multiples, amounts for each head, parts of a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build
from habeas.model.finding import CheckType

HOLDS = [
    ("Arrests rose 55 percent to 4,800 from 3,100 the year before.", "4,800 is 55 % more than 3,100"),
    ("This year 4,800 boats were returned, up from 3,100, an increase of 55 percent.", "4,800 is 55 % more than 3,100"),
    ("The number of pupils fell to 600 from 900, a drop of 33 percent.", "600 is 33 % less than 900"),
    ("The dam holds 14,000 of 40,000 fish, or 35 percent.", "14,000 is 35 % of 40,000"),
    ("Of the 612 patients, 410 (67%) wait for a bed.", "410 is 67 % of 612"),
    ("The fund gave 10.6 billion euros to 400,000 people, about 26,500 euros a head.", "26,500 for each"),
    ("The town paid $9,000 for 60 guests, $150 per person.", "9,000 for 60 is 150 for each"),
    ("The ward had 180 nurses in May. The number has more than doubled since March, when 70 nurses were at work.", "more than 2 times 70"),
    ("In the north 3,419 people died and in the south at least 1,602, which is 5,021 in all.", "3,419 and 1,602 make 5,021"),
    ("The toll is 11,200: 8,574 people in the north and 2,662 people in the south.", "make 11,200"),
    ("Of the 12 sailors, seven are Danes, three Finns and two Poles.", "7, 3 and 2 make 12"),
    ("The union asked 34 nurses; 21 of them, or 62 percent, had no contract.", "21 is 62 % of 34"),
    ("The ferry carried 299 people. The crew saved 188 people, one man is missing and 98 others swam ashore, which leaves 12 people unaccounted for.", "299 less 188, 1 and 98 leaves 12"),
    ("The ward treated 31 boys in May, seven more than the 24 it saw in April.", "31 is 7 more than 24"),
    ("The school has eight halls, each for 500 pupils, and takes 4,000 pupils in all.", "8 times 500 is 4,000"),
    ("The town paid $9,000 for 60 guests. The $150 per-person price was set in May.", "9,000 for 60 is 150 for each"),
    ("The isle gets $880 million in aid over 20 years, or $44 million a year.", "880,000,000 over 20 years is 44,000,000 a year"),
    ("The loan of 600 euros over 24 months, that is 300 euros per year, is paid.", "600 over 24 months is 300 a year"),
    ("The hall took 848 guests with seats for 400 - 112 per cent more than its limit.", "848 is 112 % more than 400"),
    ("In all 19 people were fined, including the owner Ada Berg, the captain Jon Holm and 17 sailors.", "Ada Berg, Jon Holm and 17 others make 19"),
    ("Norra freed ten nuns—five Danes and five Finns—on Friday.", "5 and 5 make 10"),
]  # fmt: skip
FAILS = [
    ("Arrests rose 70 percent to 4,800 from 3,100 the year before.", "4,800 is 70 % more than 3,100"),
    ("The number of pupils fell to 600 from 500, a drop of 20 percent.", "600 is 20 % less than 500"),
    ("The dam holds 14,000 of 40,000 fish, or 45 percent.", "14,000 is 45 % of 40,000"),
    ("The town paid $9,000 for 60 guests, $200 per person.", "9,000 for 60 is 200 for each"),
    ("Of the 11 sailors, seven are Danes, three Finns and two Poles.", "7, 3 and 2 are parts of 11"),
    ("The union asked 34 nurses; 21 of them, or 71 percent, had no contract.", "21 is 71 % of 34"),
    ("The ward treated 31 boys in May, nine more than the 24 it saw in April.", "31 is 9 more than 24"),
    ("The school has eight halls, each for 500 pupils, and takes 5,000 pupils in all.", "8 times 500 is 5,000"),
    ("The isle gets $880 million in aid over 20 years, or $54 million a year.", "880,000,000 over 20 years is 54,000,000 a year"),
    ("The hall took 848 guests with seats for 400 - 12 per cent more than its limit.", "848 is 12 % more than 400"),
    ("On board were 90 people, of whom 60 were nurses, 30 were doctors and 10 were cooks.", "60, 30 and 10 are parts of 90"),
]  # fmt: skip
SILENT = [
    # A table of results: some of its numbers make others by chance.
    "The riders of Tarn scored well.\n\n"
    + " ".join(
        f"{name} {points} points."
        for name, points in zip(
            ("Ando", "Brem", "Cole", "Dunn", "Ekko", "Falk", "Gund", "Hale", "Ibsen", "Jute", "Kern"),
            (13, 4, 9, 17, 21, 5, 8, 30, 12, 25, 6),
            strict=True,
        )
    ),
    "The ward held 155 men in a cell for 35, and in the yard outside of it there was one toilet. A flu reached 36 nurses.",
    # A multiple of something else than the numbers beside it.
    "Gauges showed readings of 999, and smoke reached 50 times the safe level. Breathing was like smoking 50 pipes a day.",
    "The harbour lost two ferries of the 730 class in less than five months in storms that drowned a total of 340 people.",
    "Of the 261 passengers, 90 were nurses and 35 percent had a ticket.",
    "Sales rose 12 percent in May. The shop has 40 staff and 300 chairs.",
    "The number of dead has more than doubled to 11,200. Toll above 11,000.",
    "The council has 31 seats. The party won 12 and the league 7.",
    "The six towers each have 40 flats. The mayor invited 90 guests.",
    "The ferry left 12 people behind. The crew of 40 slept.",
    "Norra freed ten nuns – six Danes and seven of their cooks – on Friday.",
    "In all 21 people were fined, including the owner Ada Berg and 17 sailors.",
    "The isle gets $880 million in aid, and for 20 years it was promised $54 million a year.",
]


def told(folder: Path, text: str) -> list[tuple[str, bool | None]]:
    (folder / "a.txt").write_text(f"Figures of the week\n\nPublished May 2, 2024\n\n{text}\n", "utf-8")
    return [(k.statement, k.holds) for k in build([folder]).checks if k.type is CheckType.ARITHMETIC]


@pytest.mark.parametrize(("text", "statement"), HOLDS)
def test_what_adds_up_holds(tmp_path: Path, text: str, statement: str) -> None:
    found = [holds for said, holds in told(tmp_path, text) if statement in said]
    assert found == [True], told(tmp_path, text)


@pytest.mark.parametrize(("text", "statement"), FAILS)
def test_what_does_not_add_up_is_flagged(tmp_path: Path, text: str, statement: str) -> None:
    found = [holds for said, holds in told(tmp_path, text) if statement in said]
    assert found == [False], told(tmp_path, text)


@pytest.mark.parametrize("text", SILENT)
def test_numbers_that_are_not_set_against_each_other_are_not_computed(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


def test_spanish_reports_are_computed_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Cifras\n\nPublicado el 2 de mayo de 2024\n\n"
        "Las detenciones aumentaron un 55 % desde 3.100 hasta 4.800 en un año, según el ministerio del Interior.\n",
        "utf-8",
    )
    assert "4,800 is 55 % more than 3,100" in [k.statement for k in build([tmp_path]).checks if k.holds]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("She will visit three countries: Peru, Chile and Bolivia.", True),
        ("She will visit three countries, Peru, Chile, and Bolivia, in May.", True),
        ("She will visit four countries: Peru, Chile and Bolivia.", False),
        ("The deal binds two states — Kenya and Uganda — until May.", True),
        ("La ministra dijo que en mayo visitará tres países: Perú, Chile y Bolivia.", True),
    ],
)
def test_a_count_is_held_against_the_names_that_follow_it(tmp_path: Path, text: str, holds: bool) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (check,) = [c for c in build([tmp_path]).checks if "are named" in c.statement]
    assert check.holds is holds
    assert len(check.claims) == 1


@pytest.mark.parametrize(
    "text",
    [
        "She will visit at least three countries: Peru, Chile and Bolivia.",
        "She will visit three countries, including Peru and Chile.",
        "She will visit three countries, Peru said.",
        "She will visit three countries, Peru, Chile and one more.",
        "She left three children in Peru and Chile.",
    ],
)
def test_a_list_that_is_not_whole_is_not_counted(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert not [c for c in build([tmp_path]).checks if "are named" in c.statement]
