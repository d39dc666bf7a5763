"""Numbers of one thing that no table of what happens to people joins: by the same words, by a word for a number, by the one
place that a story is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build
from habeas.model.dossier import Dossier
from habeas.model.finding import Finding

HEAD = "The Norra Yard\n\nPublished {day} March 2034\n\n{body}\n\nMayor Tilda Kroon of Merando spoke of the Norra Yard jail.\n"

TABLE = [
    (
        "a word that means far fewer",
        "The police have recaptured dozens of them.",
        "The police have recaptured 443 of them.",
        True,
    ),
    (
        "a word that means about so many",
        "The police have recaptured dozens of them.",
        "The police have recaptured 61 of them.",
        False,
    ),
    (
        "a word used loosely",
        "The police have recaptured dozens of them.",
        "The police have recaptured 140 of them.",
        False,
    ),
    (
        "a report that gives the number too",
        "The police have recaptured dozens of them, 443 in all recaptured by its own count.",
        "The police have recaptured 443 of them.",
        False,
    ),
    (
        "small counts of one sort of thing in like sentences",
        "Guards seized three pistols, four rifles and a grenade from the rebels in the yard.",
        "Four rifles, a grenade and four pistols were seized by guards from rebels in the yard.",
        True,
    ),
    (
        "small counts of one sort of thing in other sentences",
        "Guards seized three pistols from the rebels.",
        "A dealer in Ostby sold four pistols to a farmer.",
        False,
    ),
    (
        "the same words with another number",
        "The dockers were kept for ten weeks in a shed on the island.",
        "The dockers had been kept in a shed on the island for eleven weeks.",
        True,
    ),
    (
        "two lengths that may be rounded from one",
        "The Norra Yard jail stands about 40 miles west of Merando.",
        "The Norra Yard jail stands around 50 miles west of Merando.",
        True,
    ),
    (
        "what is told of a year past",
        "Fighting in the yard killed 44 dockers on Monday.",
        "Fighting broke out in the yard on Monday. The state has been uneasy since May 2031, when 118 people were killed.",
        False,
    ),
    (
        "two crowds in the same words, however far apart",
        "Some 15,000 people had gathered on the quay, while room had been promised for few, an officer said.",
        "About 200,000 people had gathered on the quay, an officer of the port said.",
        True,
    ),
    (
        "the only way of each report from one town, in two directions",
        "The camp burned down on Monday, about 140 kilometres south-east of Merando.",
        "The fire struck a camp about 200 kilometres from the old port, Merando.",
        True,
    ),
    (
        "two who count as the least there are",
        "At least 40 dockers died in the Norra Yard on Monday.",
        "At least 44 dockers died in the Norra Yard on Monday.",
        True,
    ),
    (
        "the least there are, and how many there are",
        "At least 40 dockers died in the Norra Yard on Monday.",
        "The fire in the Norra Yard on Monday killed 44 dockers.",
        False,
    ),
    (
        "others than the dead are counted by themselves",
        "The riot in the yard killed 16 dockers, and another 80 were hurt.",
        "The riot in the yard killed 16 dockers. Another 86 dockers were injured.",
        True,
    ),
    (
        "others on top of those of whom the same is told",
        "The riot in the yard on Monday left 80 dockers hurt.",
        "The riot in the yard on Monday left 80 dockers hurt. Another 24 dockers were hurt at the gate.",
        False,
    ),
    (
        "two bounds of one report are of two things",
        "At least 68 dockers were killed in the yard on Monday. A strike on the Ostby depot in June killed at least 74 people.",
        "At least 68 dockers were killed in the yard on Monday.",
        False,
    ),
    (
        "a whole and one of its blocks, of which a report gives both",
        "The Norra Yard jail houses 2,072 inmates, and 122 inmates were held in the Norra Yard jail when its north block burned.",
        "The Norra Yard jail held 122 inmates in the block that burned.",
        False,
    ),
    (
        "what is told of the next number",
        "The fire at the yard injured more than 70 dockers, with eight in serious condition.",
        "The fire at the yard injured 31 dockers.",
        True,
    ),
    (
        "what people are who only stand by",
        "They broke into two glass cabinets of the yard while visitors and staff watched.",
        "Five staff members were in the yard.",
        False,
    ),
    (
        "who is set free and who stays",
        "The yard set off no alarm, and 175 dockers remain in the Norra Yard jail.",
        "The state released 90 dockers from the Norra Yard jail on Monday.",
        False,
    ),
]


def dossier(folder: Path, *bodies: str) -> Dossier:
    for number, body in enumerate(bodies):
        (folder / f"{number}.txt").write_text(HEAD.format(day=8 + number // 2, body=body), "utf-8")
    return build([folder])


def apart(found: Dossier) -> list[Finding]:
    return [f for f in found.findings if f.status in ("conflict", "superseded")]


@pytest.mark.parametrize(("one", "other", "wanted"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE])
def test_numbers_of_one_thing(tmp_path: Path, one: str, other: str, wanted: bool) -> None:
    assert [str(f.status) for f in apart(dossier(tmp_path, one, other))] == (["conflict"] if wanted else [])


def test_the_place_of_a_story_stands_in_where_a_report_names_none(tmp_path: Path) -> None:
    told = [
        "The Norra Yard jail can hold 1,196 people.",
        "Norra Yard jail, at the port, has room for 1,196 people.",
    ]
    for number, body in enumerate(told):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(day=8, body=body), "utf-8")
    bare = "Dockers meet\n\nPublished 8 March 2034\n\nMayor Tilda Kroon of Merando said the place has room for 1,000 people.\n"
    (tmp_path / "2.txt").write_text(bare, "utf-8")
    (found,) = apart(build([tmp_path]))
    assert (found.status, len(found.reports)) == ("conflict", 3)
