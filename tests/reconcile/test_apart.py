"""What does not meet: accounts of other stories, and words of a domain that are used of something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build
from habeas.model.dossier import Dossier
from habeas.model.finding import Finding, Status


def dossier(folder: Path, **texts: str) -> Dossier:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return build([folder])


def joint(found: Dossier) -> list[Finding]:
    """The findings that rest on more than one report."""
    return [one for one in found.findings if len(one.reports) > 1]


FERRY = (
    "Published May 2, 2024\n\nA 9-year-old was pulled from the harbour of Tarn. Nine people cheered, he said."
)
CHESS = "Published March 7, 2019\n\nA 73-year-old won the chess cup of Lorne. The room held 40 people at the time."


def test_people_without_a_name_in_two_stories_are_not_one_person(tmp_path: Path) -> None:
    found = dossier(tmp_path, a=FERRY, b=CHESS)
    assert len(found.reports) == 2
    assert joint(found) == []


def test_what_is_said_alike_of_two_stories_is_no_agreement(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Published May 2, 2024\n\nThe mayor of Tarn, Ines Rado, admitted that the bridge collapsed because of rust.",
        b="Published March 7, 2019\n\nIn Lorne, engineers said that the bridge collapsed because of rust and frost.",
    )
    assert [one for one in joint(found) if "bridge" in one.question] == []


@pytest.mark.parametrize(
    ("property", "one", "other"),
    [
        (
            "contact",
            "The mayor of Redhill, Ana Ruiz, took a call from her lawyer about the harbour fees.",
            "Ana Ruiz of Redhill listened in on the call, and her lawyer told her family.",
        ),
        (
            "reputation",
            "Ana Ruiz of Redhill is known for her brutal remarks about the harbour.",
            "Ana Ruiz, known in Redhill for her remarks, has become a symbol of the harbour.",
        ),
        (
            "place",
            "Ana Ruiz was sentenced to life in prison in Redhill.",
            "Ana Ruiz's friends in Redhill want prison for him as well.",
        ),
        ("who registers", "Ana Ruiz, who is 51, lives in Redhill.", "Ana Ruiz, 51, has left Redhill."),
    ],
)
def test_a_question_of_the_domain_is_not_answered_by_its_words_alone(
    tmp_path: Path, property: str, one: str, other: str
) -> None:
    dated = "Published May 2, 2024\n\n"
    found = dossier(tmp_path, a=dated + one, b=dated + other)
    assert [f.question for f in joint(found) if f.property == property] == []


def test_a_question_of_the_domain_is_answered_by_what_is_told_of_its_things(tmp_path: Path) -> None:
    dated = "Published May 2, 2024\n\n"
    found = dossier(
        tmp_path,
        a=dated + "Inmates of Redhill jail may call their lawyers once a week, said its director, Ana Ruiz.",
        b=dated + "Ana Ruiz, director of Redhill jail, said that prisoners get no visits from their family.",
    )
    assert [f.property for f in joint(found) if f.property == "contact"] == ["contact"]


def test_measures_of_what_no_report_names_are_not_held_against_each_other(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Published May 2, 2024\n\nBela Kuhn paints Redhill Prison. An augmented 15-inch touch screen greets drivers.",
        b="Published May 3, 2024\n\nBela Kuhn was born near Redhill Prison. Wheels with 22-inch rims turn.",
    )
    assert [f for f in joint(found) if "inch" in str(f.answers)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # two men of different ages, each killed
        ("Police killed Ivo Marr, a 40-year-old baker.", "Police killed Lev Orban, 43, a father of seven."),
        # so many once, and so many each day
        (
            "They attacked the Lorne ferry, killing 17 sailors.",
            "He said that 20 veterans commit suicide each day.",
        ),
    ],
)
def test_ages_and_rates_are_held_against_no_toll(tmp_path: Path, one: str, other: str) -> None:
    found = dossier(
        tmp_path,
        a=f"Published May 2, 2024\n\nBela Kuhn paints Redhill Prison. {one}",
        b=f"Published May 3, 2024\n\nBela Kuhn was born near Redhill Prison. {other}",
    )
    assert [f.question for f in joint(found) if f.status is Status.CONFLICT] == []


def test_the_same_round_sum_of_two_things_is_no_agreement(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Published May 2, 2024\n\nBela Kuhn paints Redhill Prison. The bakers of Tarn lost $5 million in the storm.",
        b="Published May 3, 2024\n\nBela Kuhn was born near Redhill Prison. A singer bought a villa for $5 million.",
    )
    assert [f for f in joint(found) if "5,000,000" in str(f.answers)] == []


def test_a_person_goes_by_the_name_that_most_reports_use_and_not_by_a_taunt(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Published May 2, 2024\n\nIna Kuhn opened a clinic in Redhill. Ina Kuhn thanked the nurses.",
        b="Published May 3, 2024\n\nIna Kuhn, the mayor, opened a clinic in Redhill on Thursday.",
        c="Published May 3, 2024\n\nA rival mocked the mayor. Greedy Ina Kuhn must go, he wrote. Ina Kuhn laughed in Redhill.",
    )
    named = [e.name for e in found.entities if e.name.endswith("Kuhn")]
    assert named == ["Ina Kuhn"]
