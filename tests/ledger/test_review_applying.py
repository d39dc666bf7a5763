"""Decisions laid over a dossier: machine and human state stand apart, and nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_dossiers import claims, dossier, entities, read_anew

from habeas.model.dossier import Dossier
from habeas.model.finding import Status
from habeas.publish import codec
from habeas.review import (
    Decision,
    Ruling,
    Verdict,
    apply,
    in_force,
    on_claim,
    on_entities,
    on_finding,
    place,
)


def decided(rulings: Sequence[Ruling]) -> tuple[Decision, ...]:
    numbers = count(1)
    return tuple(Decision(next(numbers), "2031-05-09", "ana", ruling) for ruling in rulings)


def after(*rulings: Ruling, of: Dossier | None = None) -> Dossier:
    return apply(of or dossier(), decided(rulings))


def test_without_decisions_the_dossier_is_the_same() -> None:
    assert apply(dossier(), ()) == dossier()


@pytest.mark.parametrize("verdict", [Verdict.CONFIRMED, Verdict.UNSURE])
def test_a_verdict_stands_beside_what_was_read(verdict: Verdict) -> None:
    made = after(on_claim(claims()[0], verdict))
    assert made.claims[0] == replace(claims()[0], decision=verdict.value)
    assert replace(made, claims=dossier().claims) == dossier()


def test_a_correction_leaves_the_value_that_was_read() -> None:
    claim = after(on_claim(claims()[0], Verdict.CORRECTED, value="30")).claims[0]
    assert (claim.value, claim.decision, claim.correction) == (31, "corrected", "30")


def test_a_rejected_claim_stays_but_supports_no_finding() -> None:
    made = after(on_claim(claims()[3], Verdict.REJECTED))
    assert len(made.claims) == 5
    finding = made.findings[0]
    assert [a.value for a in finding.answers] == ["31"]
    assert (finding.claims, finding.status) == (("a1", "b2"), Status.AGREE)
    assert finding.note == "1 claim left out by decision"


def test_a_finding_whose_claims_are_all_rejected_goes() -> None:
    assert [f.id for f in after(on_claim(claims()[1], Verdict.REJECTED)).findings] == ["f1"]


def test_a_finding_is_settled_merged_and_split() -> None:
    f1, f2 = dossier().findings
    assert after(on_finding(f1, Verdict.SETTLE, value="31")).findings[0] == replace(f1, settled="31")
    (merged,) = after(on_finding(f1, Verdict.MERGE, other=f2)).findings
    assert merged.claims == ("a1", "b2", "b1", "a2")
    assert [a.value for a in merged.answers] == ["31", "29", "I counted them twice"]
    split = after(on_finding(f1, Verdict.SPLIT, claims=("b1",))).findings
    assert [(f.claims, f.status) for f in split] == [
        (("a1", "b2"), Status.AGREE),
        (("a2",), Status.SINGLE_SOURCE),
        (("b1",), Status.SINGLE_SOURCE),
    ]


def test_entities_that_are_the_same_become_one_and_a_name_can_be_taken_out() -> None:
    ana, berg, _ = entities()
    joined = after(on_entities(berg, ana, Verdict.SAME)).entities
    assert [e.name for e in joined] == ["Olav Berg", "Pinar"]
    assert joined[0].aliases == ("Ana Iñárritu", "Iñárritu")
    assert len(joined[0].forms) == 4
    apart = after(on_entities(ana, "iñarritu", Verdict.DIFFERENT)).entities
    assert [e.name for e in apart] == ["Ana Iñárritu", "Olav Berg", "Pinar", "iñarritu"]
    assert apart[0].aliases == ()


def test_an_undone_decision_changes_nothing() -> None:
    (one,) = decided([on_claim(claims()[0], Verdict.REJECTED)])
    undone = replace(one, id=2, undoes=1)
    assert apply(dossier(), (one, undone)) == dossier()
    assert in_force((one, undone, replace(undone, id=3, undoes=2))) == (one,)


def test_decisions_find_their_claims_in_a_new_reading() -> None:
    rulings = [on_claim(c, Verdict.CONFIRMED) for c in claims()]
    new = read_anew()
    placed = place(decided(rulings), new.claims, {r.sha256: r.text for r in new.reports})
    assert set(placed.on_claims) == {"n1", "n2", "m1", "m2"}
    assert [d.ruling.anchor.claim for d in placed.unplaced] == ["a3"]  # type: ignore[union-attr]


def test_decisions_find_their_words_where_the_text_is_laid_out_anew() -> None:
    old = claims()[1]
    moved = replace(old, id="new", span=type(old.span)(old.span.start + 40, old.span.end + 40))
    text = " " * 40 + dossier().reports[0].text
    placed = place(decided([on_claim(old, Verdict.CONFIRMED)]), [moved], {old.report: text})
    assert set(placed.on_claims) == {"new"}


def test_what_people_decided_is_published_and_read_back() -> None:
    made = after(
        on_claim(claims()[0], Verdict.CORRECTED, value="30"),
        on_finding(dossier().findings[0], Verdict.SETTLE, value="30"),
    )
    row, plain = codec.claim_json(made.claims[0]), codec.claim_json(dossier().claims[0])
    assert list(row)[:-2] == list(plain)
    assert (row["decision"], row["correction"]) == ("corrected", "30")
    read = codec.claim_from(row)
    assert (read.decision, read.correction) == ("corrected", "30")
    assert codec.finding_from(codec.finding_json(made.findings[0])) == made.findings[0]
    assert "settled" not in codec.finding_json(dossier().findings[0])


@given(st.lists(st.one_of(st.integers(0, 4), st.integers(-9, -1)), max_size=9))
def test_decisions_in_force_are_those_not_taken_back(steps: list[int]) -> None:
    made: list[Decision] = []
    held: dict[int, bool] = {}
    for step in steps:
        number = len(made) + 1
        ruling = on_claim(claims()[abs(step) % 5], Verdict.CONFIRMED)
        target = number + step if step < 0 else 0
        one = Decision(number, "", "ana", ruling, target if target > 0 else None)
        made.append(one)
        held[number] = one.undoes is None
    alive = {d.id: True for d in made}
    for one in reversed(made):
        if one.undoes and alive[one.id]:
            alive[one.undoes] = False
    assert [d.id for d in in_force(made)] == [n for n in held if held[n] and alive[n]]
