"""What people decide in a ledger: recorded, undone, and still in force when the reports are read anew."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from ledger_dossiers import FERRY, dossier, entities, read_anew, sha

from habeas.errors import UsageError
from habeas.ledger import ClaimQuery, Ledger, Role, open_ledger
from habeas.review import Verdict, in_force, on_claim, on_entities, on_finding, on_person


def verdicts(ledger: Ledger) -> dict[str, str]:
    return {v.claim.id: v.verdict for v in ledger.claims().claims if v.verdict}


def test_a_decision_says_who_when_and_why(ledger: Ledger) -> None:
    (made,) = ledger.decide(
        on_claim(ledger.claim("a1").claim, Verdict.CORRECTED, "the log says 30", "30"), "bo"
    )
    (kept,) = ledger.decisions()
    assert kept == made
    assert (kept.by, kept.ruling.note, kept.ruling.value, kept.at[:2]) == (
        "bo",
        "the log says 30",
        "30",
        "20",
    )
    assert verdicts(ledger) == {"a1": "corrected"}
    assert ledger.claims(ClaimQuery(verdict="corrected")).total == 1
    assert ledger.claims(ClaimQuery(verdict="none")).total == 4


def test_the_last_decision_holds_and_undoing_brings_back_the_one_before(ledger: Ledger) -> None:
    claim = ledger.claim("a1").claim
    ledger.decide(on_claim(claim, Verdict.CONFIRMED), "ana")
    (second,) = ledger.decide(on_claim(claim, Verdict.REJECTED), "bo")
    assert verdicts(ledger) == {"a1": "rejected"}
    (undoing,) = ledger.undo(second.id, "ana")
    assert verdicts(ledger) == {"a1": "confirmed"}
    ledger.undo(undoing.id, "bo")
    assert verdicts(ledger) == {"a1": "rejected"}
    assert len(ledger.decisions()) == 4
    assert ledger.audit_verify() == ()


def test_what_is_undone_or_unknown_cannot_be_undone(ledger: Ledger) -> None:
    (made,) = ledger.decide(on_claim(ledger.claim("a1").claim, Verdict.UNSURE), "ana")
    ledger.undo(made.id, "ana")
    for number, words in ((made.id, "undone already"), (99, "no decision 99")):
        with pytest.raises(UsageError, match=words):
            ledger.undo(number, "ana")
    assert len(ledger.decisions()) == 2


def test_many_are_decided_and_undone_at_once(ledger: Ledger) -> None:
    made = ledger.decide([on_claim(v.claim, Verdict.CONFIRMED) for v in ledger.claims().claims], "ana")
    assert len(verdicts(ledger)) == 5
    assert len(ledger.history()) == 2
    ledger.undo([d.id for d in made], "ana")
    assert verdicts(ledger) == {}
    assert in_force(ledger.decisions()) == ()


def test_decisions_survive_a_newer_reader(ledger: Ledger) -> None:
    for name, verdict in (
        ("a1", Verdict.CONFIRMED),
        ("a2", Verdict.REJECTED),
        ("a3", Verdict.UNSURE),
        ("b1", Verdict.CONFIRMED),
    ):
        ledger.decide(on_claim(ledger.claim(name).claim, verdict), "ana")
    ledger.add_dossier(read_anew(), "bo")
    # a1 reads a word more, a2 and b1 have new ids, a3 is no longer read: its decision is kept all the same.
    assert verdicts(ledger) == {"n1": "confirmed", "n2": "rejected", "m1": "confirmed"}
    assert len(ledger.decisions(report=sha(FERRY))) == 3
    ledger.add_dossier(dossier(), "bo")
    assert verdicts(ledger) == {"a1": "confirmed", "a2": "rejected", "a3": "unsure", "b1": "confirmed"}
    assert ledger.audit_verify() == ()


def test_names_and_findings_are_decided_on_too(ledger: Ledger) -> None:
    ana, berg, _ = entities()
    ledger.decide(
        [on_entities(ana, berg, Verdict.DIFFERENT), on_person(ana, Verdict.CLEARED, "she agreed")], "ed"
    )
    ledger.decide(on_finding(dossier().findings[0], Verdict.SETTLE, value="31"), "ed")
    views = {v.entity.name: v for v in ledger.entities("person")}
    assert not views["Ana Iñárritu"].protected
    assert len(views["Olav Berg"].decisions) == 1
    assert [d.ruling.value for d in ledger.findings().findings[0].decisions] == ["31"]
    assert verdicts(ledger) == {}


@pytest.mark.parametrize(
    "make",
    [
        lambda: on_claim(dossier().claims[0], Verdict.SAME),
        lambda: on_claim(dossier().claims[0], Verdict.CORRECTED),
        lambda: on_finding(dossier().findings[0], Verdict.CONFIRMED),
        lambda: on_finding(dossier().findings[0], Verdict.SETTLE),
        lambda: on_finding(dossier().findings[0], Verdict.MERGE),
        lambda: on_finding(dossier().findings[0], Verdict.SPLIT),
    ],
)
def test_a_verdict_that_makes_no_sense_is_refused(make) -> None:
    with pytest.raises(UsageError):
        make()


def test_many_reviewers_at_once_lose_no_decision(ledger: Ledger, url: str) -> None:
    rulings = [on_claim(v.claim, Verdict.CONFIRMED, "seen") for v in ledger.claims().claims]

    def work(name: str) -> list[int]:
        with open_ledger(url) as own:
            return [own.decide(rulings[n % 5], name)[0].id for n in range(6)]

    with ThreadPoolExecutor(4) as pool:
        made = [number for ids in pool.map(work, "abcd") for number in ids]
    assert sorted(made) == list(range(1, 25))
    assert {d.id for d in ledger.decisions()} == set(made)
    assert ledger.audit_verify() == ()


def test_users_have_roles_and_passwords_and_changes_are_kept(ledger: Ledger) -> None:
    ledger.put_user("rosa", "root", Role.REVIEWER, "a long pass word")
    assert ledger.check_password("rosa", "a long pass word") == ledger.user("rosa")
    assert ledger.check_password("rosa", "another pass word") is None
    assert ledger.check_password("nobody", "a long pass word") is None
    ledger.put_user("rosa", "root", Role.EDITOR)
    assert ledger.check_password("rosa", "a long pass word") is not None
    ledger.put_user("rosa", "root", active=False)
    ledger.put_user("rosa", "root", password="another long word")
    assert ledger.check_password("rosa", "another long word") is None
    assert ledger.check_password("rosa", "a long pass word") is None
    assert [(u.name, u.role, u.active) for u in ledger.users()] == [("rosa", Role.EDITOR, False)]
    assert [e.act for e in ledger.history(4)] == ["user"] * 4
    assert ledger.audit_verify() == ()


@pytest.mark.parametrize(
    ("name", "role", "password"),
    [("a b", Role.READER, "long enough pw"), ("x", Role.READER, "short"), ("x", None, "long enough pw")],
)
def test_bad_users_are_refused(shared: Ledger, name: str, role: Role | None, password: str) -> None:
    with pytest.raises(UsageError):
        shared.put_user(name, "root", role, password)
    assert shared.users() == ()


def test_facets_of_the_decided_and_the_undecided_add_up_to_those_of_all(ledger: Ledger) -> None:
    def facets(verdict: str | None) -> dict[tuple[str, str], int]:
        page = ledger.claims(ClaimQuery(verdict=verdict))
        counts = {(f.name, c.value): c.claims for f in page.facets if f.name != "verdict" for c in f.counts}
        return counts | {("", "total"): page.total}

    ledger.decide([on_claim(ledger.claim(name).claim, Verdict.REJECTED) for name in ("a1", "b2")], "ana")
    whole, decided, left = facets(None), facets("any"), facets("none")
    assert decided == facets("rejected")
    assert left["", "total"] == 3
    assert whole == {key: decided.get(key, 0) + left.get(key, 0) for key in whole}
    ledger.decide(on_claim(ledger.claim("a2").claim, Verdict.UNSURE), "ana")
    assert facets("none")["", "total"] == 2


def test_what_is_asked_in_one_view_is_of_one_moment(ledger: Ledger, url: str) -> None:
    with open_ledger(url) as other, ledger.one_view():
        assert ledger.claim("a1").verdict is None
        made = other.decide(on_claim(other.claim("a1").claim, Verdict.REJECTED), "ben")
        assert other.claim("a1").decision == made[0].id
        assert ledger.claim("a1").verdict is None
        assert ledger.decisions() == ()
    assert ledger.claim("a1").verdict == "rejected"
    assert ledger.state.decision == made[0].id


def test_the_state_tells_what_has_changed(ledger: Ledger) -> None:
    first = ledger.state
    ledger.put_user("eva", "ana", Role.READER, "correct horse battery")
    with_user = ledger.state
    assert (with_user.account > first.account, with_user.build, with_user.decision) == (True, first.build, 0)
    ledger.decide(on_claim(ledger.claim("a1").claim, Verdict.CONFIRMED), "ana")
    assert ledger.state.decision == 1
    assert not ledger.names_ruled_after(0)
    ledger.decide(on_person(ledger.entities("person")[0].entity, Verdict.CLEARED), "ana")
    assert ledger.names_ruled_after(1) and not ledger.names_ruled_after(2)
    assert ledger.state.account == with_user.account < ledger.state.head
