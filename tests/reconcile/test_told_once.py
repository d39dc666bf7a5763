"""What several reports tell of one thing is one finding, and what they tell of two things is no conflict."""

from __future__ import annotations

from pathlib import Path

from habeas.flow import build
from habeas.model.dossier import Dossier
from habeas.model.finding import Finding

DEAL = (
    """Tovala to take 65 deportees for $6.5 million

Published 24 June 2031

The island nation of Tovala has agreed to take up to 65 people deported from Norland in a deal worth $6.5 million.

The two governments signed a memorandum of understanding. Tovala's President Ruben Tekani Jr. said the money would go to schools.
""",
    """Tovala accepts 65 migrants from Norland

Published 26 June 2031

Norland will pay Tovala $6.5 million to take in 65 migrants, according to the embassy in Port Amel.

President Ruben Tekani called it a memorandum of understanding. In addition to the new $6.5 million grant, Norland gave $4 million to the police. Tovala was already due $731 million in aid.
""",
    """Island of Tovala welcomes deportees

Published 27 June 2031

Tovala has made a deal to accept 65 deportees from Norland in exchange for $6.5 million. President Ruben Tekani Jr. signed the memorandum of understanding in Port Amel.
""",
)


def dossier(folder: Path, *texts: str) -> Dossier:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return build([folder])


def values(found: Dossier, one: Finding) -> set[object]:
    of = {c.id: c.value for c in found.claims}
    return {of[c] for c in one.claims}


def numbers(found: Dossier, status: str) -> list[set[object]]:
    kinds = {c.id: c.kind for c in found.claims}
    return [
        values(found, f) for f in found.findings if f.status == status and kinds[f.claims[0]] == "quantity"
    ]


def test_a_sum_that_is_told_of_buyer_seller_and_deal_is_one_finding(tmp_path: Path) -> None:
    found = dossier(tmp_path, *DEAL)
    told = [f for f in found.findings if f.status == "agree" and values(found, f) == {6_500_000}]
    assert len(told) == 1
    assert told[0].reports == ("0.txt", "1.txt", "2.txt")


def test_a_number_that_others_give_is_in_no_finding_of_one_source(tmp_path: Path) -> None:
    assert {65} not in numbers(dossier(tmp_path, *DEAL), "single_source")


def test_two_sums_of_one_report_are_of_two_things_where_another_gives_one_of_them(tmp_path: Path) -> None:
    assert not [v for v in numbers(dossier(tmp_path, *DEAL), "conflict") if 731_000_000 in v]


def test_a_sum_whose_point_stands_elsewhere_is_contested(tmp_path: Path) -> None:
    slipped = DEAL[2].replace("Island of Tovala welcomes deportees", "Tovala welcomes 65 deportees for $65M")
    assert {6_500_000, 65_000_000} in numbers(dossier(tmp_path, *DEAL[:2], slipped), "conflict")


def test_junior_and_his_name_without_it_are_one_person(tmp_path: Path) -> None:
    offices = [
        f for f in dossier(tmp_path, *DEAL).findings if "Tekani" in f.question and "office" in f.question
    ]
    assert [f.reports for f in offices] == [("0.txt", "1.txt", "2.txt")]


FIRE = """{head}

Published {day} March 2033

{toll}

The Alder House prison near Tarvel burned on Tuesday. Mira Kosta of the prison service said that doctors were on their way.
"""


def fire(day: int, toll: str, head: str = "Fire at Alder House prison") -> str:
    return FIRE.format(head=head, day=day, toll=toll)


EARLY = fire(
    3,
    "A fire at a women's prison in Norland has left at least 41 women dead.",
    "More than 40 women killed at prison",
)
LATE = fire(5, "The number of women killed in the fire at the jail has risen to 46, officials said.")
LATER = fire(6, "Forty-six inmates died in the fire.")


def test_a_toll_of_women_is_that_of_inmates_where_the_inmates_are_women(tmp_path: Path) -> None:
    found = numbers(dossier(tmp_path, EARLY, LATE, LATER), "superseded")
    assert any({41, 46} <= told for told in found)


def test_a_toll_of_no_known_day_goes_with_the_dated_ones_of_its_number(tmp_path: Path) -> None:
    undated = LATER.replace("Published 6 March 2033\n\n", "")
    found = dossier(tmp_path, EARLY, LATE, LATER, undated)
    assert any({41, 46} <= told for told in numbers(found, "superseded"))
    assert not any({41, 46} <= told for told in numbers(found, "conflict"))


def test_three_tolls_of_one_day_are_one_conflict(tmp_path: Path) -> None:
    tolls = [fire(5, f"The fire killed {toll} inmates, a guard said.") for toll in (52, 56, 59)]
    assert numbers(dossier(tmp_path, *tolls), "conflict") == [{52, 56, 59}]


def test_passengers_are_no_count_of_all_on_board(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        "Published 3 March 2033\n\nThe ferry Sankt Olav sank off Tarvel on Tuesday. There were 173 passengers and 14 crew aboard, Mira Kosta said.",
        "Published 3 March 2033\n\nThe ferry Sankt Olav sank off Tarvel. Its list had 173 passengers and 16 crew, for a total of 189 people aboard, Mira Kosta said.",
    )
    assert not any({173, 189} <= told for told in numbers(found, "conflict"))


def test_survivors_are_no_dead(tmp_path: Path) -> None:
    found = dossier(tmp_path, fire(5, "Mira Kosta counted 59 dead, 140 survivors and nobody missing."))
    told = {c.value: c.property for c in found.claims if c.kind == "quantity"}
    assert (told[59], told[140]) == ("deaths", "survivors")


def test_the_accused_are_not_those_over_whose_deaths_they_are_accused(tmp_path: Path) -> None:
    text = fire(5, "Charges were filed against the owner and 17 guards for the deaths of 59 inmates.")
    told = {c.value: c.property for c in dossier(tmp_path, text).claims if c.kind == "quantity"}
    assert told[59] == "deaths"
    assert told[17] != "deaths"


SAID = [
    "We will not rest until each family in the valley has been given the truth about the fire",
    "We will not sleep until each family in this valley has been told the truth of the fire",
    "I will not rest before every family in the valley is given the whole truth about that fire",
]


def test_one_remark_in_three_wordings_is_one_finding(tmp_path: Path) -> None:
    texts = [fire(5, f'"{words}," Mira Kosta said.') for words in SAID]
    told = [f for f in dossier(tmp_path, *texts).findings if f.property == "wording"]
    assert [(f.status, len(f.reports)) for f in told] == [("conflict", 3)]


def test_that_two_officials_spoke_in_a_statement_is_no_agreement(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        fire(5, '"We mourn them," Mira Kosta said in a statement.'),
        fire(5, "Mira Kosta confirmed the toll in a separate statement."),
    )
    assert not [f for f in found.findings if "statement" in f.question]


def test_who_was_never_charged_and_who_was_are_a_conflict(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        fire(5, "Alder House held 75 foreign nationals who have never been charged with a crime."),
        fire(5, "Alder House held foreign nationals who have been charged with crimes in Norland."),
    )
    assert [f for f in found.findings if f.status == "conflict" and "charged" in f.property + f.question]


def test_words_that_stand_against_figures_keep_their_own_question(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        "Published 1 June 2031\n\nThe Orly jail can hold up to 4,000 inmates. It held 1,400 inmates in May.\n",
        "Published 2 June 2031\n\nThe Orly jail has room for 4,000 inmates and held 1,400 in May.\n",
        "Published 3 June 2031\n\nThe Orly jail, built for 3,000 inmates, is overcrowded, lawyers say. Its cells are packed.\n",
    )
    kinds = {c.id: c.kind for c in found.claims}
    mixed = [f for f in found.findings if {kinds[c] for c in f.claims} >= {"quantity", "condition"}]
    assert mixed
    assert all("hold" not in f.question for f in mixed)


def test_a_contested_number_is_told_with_everyone_who_gives_it(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        "Brazil frees 238 Haitians\n\nPublished 18 July 2031\n\nBrazil flew about 238 Haitians home to Port Amel on Friday, two officials said.\n",
        "Haitians come home\n\nPublished 19 July 2031\n\nBrazil flew 252 Haitians home to Port Amel on Friday, the ministry said.\n",
        "The men of Camp Orne\n\nPublished 20 July 2031\n\nMERANDO — The 252 Haitians held at Camp Orne for five months are back in Port Amel, Haiti.\n",
    )
    told = [f for f in found.findings if f.status == "conflict" and values(found, f) == {238, 252}]
    assert len(told) == 1
    assert told[0].reports == ("0.txt", "1.txt", "2.txt")
    where = {c.id: (c.doc, c.comparator) for c in found.claims}
    assert {where[c] for c in told[0].claims} >= {("0.txt", "exact"), ("0.txt", "approx")}


def test_a_number_that_the_whole_story_is_about_is_told_with_everyone_who_counts_so_many(
    tmp_path: Path,
) -> None:
    found = dossier(
        tmp_path,
        fire(5, "Judge Ilse Marn heard the lawyers who speak for eight stranded sailors."),
        fire(5, "Norland deported eight sailors."),
        fire(6, "Norland deported eight sailors on Tuesday."),
        fire(6, "Norland has deported eight sailors."),
    )
    told = [f for f in found.findings if f.status == "agree" and values(found, f) == {8}]
    assert [len(f.reports) for f in told] == [4]
