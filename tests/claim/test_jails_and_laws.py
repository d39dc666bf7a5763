"""What reports of jail breaks, laws in the making and dam bursts say, each family in sentences of our own."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind


def kinds(text: str, kind: Kind) -> list[Claim]:
    return [c for c in claims(text).claims if c.kind is kind]


CLAIMED = [
    # laws in the making
    ("Chad's government will present a new bill to parliament.", Kind.LEGAL, "Chad's government", "will present"),
    ("Government to present new bill to overturn court ruling", Kind.LEGAL, "Government", "present"),
    ("The government will table a bill, and it will have to pass through both houses.", Kind.LEGAL, "bill", "will have to pass through"),
    ("Officials said the bill was drafted in May and that it will be primary legislation.", Kind.LEGAL, "bill", "will be"),
    ("The government wants to set aside the high court’s ban on sending families to Chad.", Kind.LEGAL, "high court", "ban"),
    ("This would allow flights to begin in May, the minister said.", Kind.PLAN, "This", "would allow"),
    ("The agreement last week between Chad and Malawi allows returns.", Kind.AGREEMENT, "agreement", "between"),
    # who somebody was, and what they may have done
    ("Former soldiers, who in Chad were often fined and forced into battle, spoke.", Kind.EVENT, "Former soldiers", "forced into"),
    ("This was the first ship since the truce that was chartered to carry sailors home.", Kind.EVENT, "ship", "was chartered to carry"),
    ("“They range from those who left last week to those that have committed serious crimes,” Reis said.", Kind.ALLEGATION, "those", "have committed"),
    ("Police said the men may have left the country.", Kind.EVENT, "men", "may have left"),
    ("Police said the men may have left the country.", Kind.ALLEGATION, "men", "may have left"),
    ("Prosecutors said the company knew of the risk.", Kind.ALLEGATION, "company", "knew of"),
    ("The policy of helping guards stop men trying to cross the sea and return them to jails is inhuman.", Kind.CONDITION, "policy of helping guards stop men trying to cross the sea and return them to jails", "is"),
    ("They cut costs to compensate for falling prices.", Kind.EVENT, "they", "compensate for"),
    ("Former CEO Ana Reis, current COO Paulo Dias and others resigned.", Kind.ROLE, "Paulo Dias", "holds office"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop"), CLAIMED)
def test_a_report_of_jails_and_laws_claims(text: str, kind: Kind, subject: str, prop: str) -> None:
    assert (subject, prop) in [(c.subject, c.property) for c in kinds(text, kind)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police said the men may have left the country.", Kind.PLAN),
        ("They cut costs to compensate for falling prices.", Kind.AGREEMENT),
        ("“Voters need to know about it,” said Reis.", Kind.ALLEGATION),
    ],
)
def test_nothing_else_is_made_of_it(text: str, kind: Kind) -> None:
    assert not kinds(text, kind)


def test_what_somebody_may_have_to_do_is_still_to_come() -> None:
    assert kinds("The men may have to leave.", Kind.PLAN)


def test_an_office_before_the_next_name_is_not_the_last_one_s() -> None:
    text = "Former chairman Ana Reis, current mayor Paulo Dias and others resigned."
    assert {(c.subject, c.value) for c in kinds(text, Kind.ROLE)} == {
        ("Ana Reis", "chairman"),
        ("Paulo Dias", "mayor"),
    }


def test_a_name_behind_a_body_s_short_form_speaks() -> None:
    text = "“We will not stop,” Lamu Harbour and Coast Watch (LHCW) official Laura Hines told reporters."
    (said,) = kinds(text, Kind.QUOTATION)
    assert said.subject == "Laura Hines"


def test_doors_that_slide_are_things() -> None:
    text = "The men escaped from a wing where sliding doors can be lifted off their rails."
    assert "sliding" not in {c.property for c in claims(text).claims}


def test_a_time_of_day_is_one_word() -> None:
    values = [c.value for c in kinds("The talk starts at the 15:20 mark of the tape.", Kind.EVENT)]
    assert values == ["the 15:20 mark of the tape"]


def test_what_somebody_says_one_must_do_is_nobody_s_infinitive() -> None:
    text = "To say the rebel group must leave the port is easy."
    assert all(not c.subject.lower().startswith("to say") for c in claims(text).claims)


def test_a_body_with_a_short_form_goes_on_after_what_it_does() -> None:
    text = "The Harbour Union (HU), representing 900 dockers, still must approve the deal."
    assert {c.subject for c in claims(text).claims} == {"Harbour Union"}


def test_a_date_does_nothing() -> None:
    (sought,) = [
        c for c in claims("They left the camp on 3 May 2019 seeking work.").claims if c.kind is Kind.PLAN
    ]
    assert (sought.subject, sought.property, sought.value) == ("they", "seeking", "work")


def test_what_a_new_thing_did_is_not_its_owner_s() -> None:
    text = "The court fined the operator of a mine that collapsed in 2007."
    assert "mine" in {c.subject for c in kinds(text, Kind.EVENT) if c.property == "collapsed in"}


def test_the_first_of_two_leaders_speaks() -> None:
    text = "“We are pleased,” PMA president Jim Kenna and HUL president Bob Ellis said in a joint statement."
    (said,) = kinds(text, Kind.QUOTATION)
    assert said.subject == "Jim Kenna"


def test_an_office_ends_where_its_holder_speaks() -> None:
    text = "Ana Reis, relief commissioner on Thursday said the camp was full."
    assert [c.value for c in kinds(text, Kind.ROLE)] == ["relief commissioner"]
