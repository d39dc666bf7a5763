"""Agreements: parties, terms by the question they answer, and terms that exclude each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from record_stories import dossier, part, rows

from habeas.model.record import Entry

FIRST = """Panama to take deportees for $4 million

Published February 3, 2025

PANAMA CITY — Panama will receive $4 million to hold up to 500 deportees for a year, the security ministry said. The contract can be renewed.
"""

SECOND = """Deal with Panama is annual, letter shows

Published February 20, 2025

WASHINGTON — The United States pays Panama $4 million a year, a letter shows, and there is no limit to the number of deportees. The president's spokesman said that the agreement had been extended for six months. A ministry official denied that it was renewed.
"""


@pytest.fixture(scope="module")
def deal(tmp_path_factory: pytest.TempPathFactory) -> Entry:
    (one,) = part(dossier(tmp_path_factory.mktemp("deal"), a=FIRST, b=SECOND), "agreement").entries
    return one


def test_reports_of_one_sum_between_the_same_states_are_one_agreement(deal: Entry) -> None:
    assert deal.title == "Agreement of Panama and United States"
    assert rows(deal, "payment") == ["$4,000,000 | $4,000,000 per year"]
    assert rows(deal, "people covered") == ["up to 500 people"]
    assert rows(deal, "agreement term") == ["1 year | 6 months"]


def test_a_sum_once_and_each_year_and_a_limit_and_none_differ(deal: Entry) -> None:
    differing = rows(deal, "terms that differ")
    assert "in one sum" in differing[0]
    assert "up to 500 people" in differing[1]
    assert "no limit" in differing[1]
    assert {r.status for r in deal.rows if r.label == "terms that differ"} == {"conflict"}


def test_a_renewal_that_is_told_and_denied_is_in_conflict(deal: Entry) -> None:
    told = [r for r in deal.rows if r.label.startswith("renewal and end")]
    assert {r.status for r in told} == {"conflict"}
    assert any("denied" in r.label for r in told)


def test_a_party_that_says_it_was_paid_nothing_is_set_against_the_sum(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Deportees in Ghana\n\nPublished May 20, 2025\n\nGhana's foreign minister said his country had received no payment"
        " for taking the deportees. A U.S. official said the deal is worth $7.5 million for one year.\n",
    )
    (one,) = part(found, "agreement").entries
    assert any("no payment" in v for v in rows(one, "terms that differ"))


def test_what_was_paid_until_now_is_no_price_of_a_term(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Italy and Libya\n\nPublished May 9, 2022\n\nItaly renewed its memorandum with Libya for three years. Rome has paid"
        " 32.6 million euros since 2017 to keep migrants away. On Saturday 250 migrants were returned to Tripoli.\n",
    )
    assert [v for e in part(found, "agreement").entries for v in rows(e, "cost a person")] == []


def test_a_capital_stands_for_its_state(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Nauru deal\n\nPublished May 9, 2022\n\nCanberra pays Nauru $42 million a year under the agreement on migrants.\n",
    )
    assert [e.title for e in part(found, "agreement").entries] == ["Agreement of Australia and Nauru"]
    asked = {u.question for u in part(found, "agreement").unknowns}
    assert "Between whom is the agreement?" not in asked
