"""What a ledger keeps of reports and claims, on SQLite and PostgreSQL alike."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_dossiers import BARCO, FERRY, TEXTS, claims, dossier, originals, read_anew, sha, single
from sqlalchemy import event

from habeas.errors import LedgerError, UsageError
from habeas.ledger import ClaimQuery, Ledger, Original, open_ledger
from habeas.ledger.claim_rows import SEALED, claim_row, row_seal
from habeas.review import Verdict, on_claim


@given(
    quote=st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    value=st.one_of(
        st.integers(-(10**12), 10**12), st.floats(0, 1e9), st.text("5-4 hundreds é\x00", max_size=9)
    ),
    sure=st.floats(0, 1),
)
def test_a_claim_is_sealed_when_it_comes_in_as_when_it_is_verified(
    quote: str, value: int | float | str, sure: float
):
    row = claim_row(replace(claims()[0], quote=quote, value=value, confidence=sure), 1, 1)
    assert row[-1] == row_seal(row[SEALED])


def test_a_dossier_comes_back_as_it_was_added(shared: Ledger) -> None:
    assert shared.dossier() == dossier()


def test_the_original_bytes_are_kept_by_their_digest(shared: Ledger) -> None:
    assert shared.original(sha(FERRY)) == FERRY.encode()
    assert [(r.doc, r.size, r.added_by) for r in shared.reports()] == [
        ("ferry.txt", len(FERRY.encode()), "ana"),
        ("es/ana-inarritu-barco.txt", len(BARCO.encode()), "ana"),
    ]


def test_adding_the_same_again_adds_nothing(ledger: Ledger) -> None:
    again = ledger.add_dossier(dossier(), "bo", originals())
    assert (again.reports, again.readings, again.claims, again.seq) == (0, 0, 0, None)
    assert len(ledger.history()) == 1
    assert ledger.claims().total == len(claims())


def test_a_new_reading_stands_beside_the_old(ledger: Ledger) -> None:
    added = ledger.add_dossier(read_anew(), "bo")
    assert (added.reports, added.readings, added.claims) == (0, 2, 4)
    readings = ledger.report(sha(FERRY)[:10])
    assert [(r.version, r.pack, r.current) for r in readings] == [
        (2, "detention 2", True),
        (1, "detention 1", False),
    ]
    assert {v.claim.id for v in ledger.claims().claims} == {"n1", "n2", "m1", "m2"}
    assert ledger.audit_verify() == ()


def test_going_back_to_an_earlier_reading_makes_no_copy_of_it(ledger: Ledger) -> None:
    ledger.add_dossier(read_anew(), "bo")
    back = ledger.add_dossier(dossier(), "bo")
    assert (back.readings, back.build) == (0, 3)
    assert {v.claim.id for v in ledger.claims().claims} == {c.id for c in claims()}


def test_wrong_bytes_are_refused_and_nothing_is_kept(url: str) -> None:
    with open_ledger(url) as ledger:
        with pytest.raises(LedgerError, match="another digest"):
            ledger.add_dossier(dossier(), "ana", [Original(sha(FERRY), b"other bytes")])
        assert ledger.reports() == ()
        assert ledger.history() == ()


@pytest.mark.parametrize(
    "text", ["Nul\x00 in the text", "line\r\nends\ttabs \\N \\.", "\u202edetrever 𝟙𝟚", "'; DROP TABLE claims"]
)
def test_any_text_is_kept_sign_for_sign(url: str, text: str) -> None:
    with open_ledger(url) as ledger:
        ledger.add_dossier(single("odd.txt", text), "ana")
        kept = ledger.report(sha(text))[0].report.text
        assert kept == text.replace("\x00", "\u2400")
        assert len(kept) == len(text)
        assert ledger.audit_verify() == ()


def test_two_files_of_the_same_bytes_are_one_report(url: str) -> None:
    one = single("a.txt", FERRY)
    both = replace(
        one,
        reports=(one.reports[0], replace(one.reports[0], doc="b.txt")),
        marks=(one.marks[0], replace(one.marks[0], doc="b.txt")),
        lineage=replace(one.lineage, origins=(replace(one.lineage.origins[0], docs=("a.txt", "b.txt")),)),
    )
    with open_ledger(url) as ledger:
        assert ledger.add_dossier(both, "ana").reports == 1
        assert [r.doc for r in ledger.reports()] == ["a.txt", "b.txt"]
        assert ledger.dossier() == both
        assert ledger.audit_verify() == ()


def test_claims_are_paged_in_the_order_of_the_reports(shared: Ledger) -> None:
    first, second = shared.claims(page=1, size=3), shared.claims(page=2, size=3)
    assert [v.claim.id for v in (*first.claims, *second.claims)] == [c.id for c in claims()]
    assert (first.total, first.pages) == (5, 2)
    assert first.claims[0].claim == claims()[0]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (ClaimQuery(kind="quotation"), "a2"),
        (ClaimQuery(subject="crew"), "a1 b1 b2"),
        (ClaimQuery(speaker="Ana Iñárritu"), "a1 a2 b2"),
        (ClaimQuery(modality="alleged"), "a3"),
        (ClaimQuery(status="conflict"), "a1 b1 b2"),
        (ClaimQuery(origin="o1"), "b1 b2"),
        (ClaimQuery(month="2031-05"), "a1"),
        (ClaimQuery(since="2031-05-01", until="2031-05-31"), "a1"),
        (ClaimQuery(since="2031-05-05"), ""),
        (ClaimQuery(report=sha(BARCO)), "b1 b2"),
        (ClaimQuery(verdict="none"), "a1 a2 a3 b1 b2"),
        (ClaimQuery(words="naufragos"), "b1"),
        (ClaimQuery(words="crew 31", kind="quantity"), "a1 b2"),
    ],
)
def test_claims_are_chosen_by_any_field(shared: Ledger, query: ClaimQuery, found: str) -> None:
    page = shared.claims(query)
    assert [v.claim.id for v in page.claims] == found.split()
    assert page.total == len(found.split())


def test_facets_count_what_fits_and_leave_their_own_choice_open(shared: Ledger) -> None:
    facets = {
        f.name: {c.value: c.claims for c in f.counts}
        for f in shared.claims(ClaimQuery(kind="quotation")).facets
    }
    assert facets["kind"] == {"quantity": 4, "quotation": 1}
    assert facets["subject"] == {"Ana Iñárritu": 1}
    assert facets["status"] == {"single_source": 1}
    assert facets["origin"] == {"o0": 1}
    assert facets["verdict"] == {"none": 1}


@pytest.mark.parametrize(
    ("words", "reports", "told"),
    [
        ("INARRITU", 2, 4),
        ("Iñárritu", 2, 4),
        ("capitania", 1, 1),
        ('"counted them"', 1, 1),
        ('"them counted"', 0, 0),
        ("naufr*", 1, 1),
        ("ferry Olav", 1, 0),
        ("", 0, 0),
        ("'); --", 0, 0),
        ("U.S.", 0, 0),
        ('"unclosed', 0, 0),
    ],
)
def test_search_finds_all_words_without_accents_in_both_languages(
    shared: Ledger, words: str, reports: int, told: int
) -> None:
    hits = shared.search(words)
    assert (hits.total_reports, hits.total_claims) == (reports, told)
    assert (len(hits.reports), len(hits.claims)) == (reports, told)


def test_search_shows_the_words_it_found(shared: Ledger) -> None:
    assert "capitanía de Pinar" in shared.search("capitania").reports[0].around


def test_findings_and_entities_of_the_current_build_are_listed(shared: Ledger) -> None:
    page = shared.findings()
    assert [v.finding.id for v in page.findings] == ["f1", "f2"]
    assert {c.value: c.claims for c in page.statuses} == {"conflict": 1, "single_source": 1}
    assert shared.findings(status="conflict", words="CREW").total == 1
    assert {e.entity.name: e.protected for e in shared.entities("person")} == {
        "Ana Iñárritu": True,
        "Olav Berg": False,
    }


def test_unknown_ids_are_named(shared: Ledger) -> None:
    with pytest.raises(UsageError, match="no such claim"):
        shared.claim("zzz")
    with pytest.raises(UsageError, match="no such report"):
        shared.report("ffff")
    with pytest.raises(UsageError, match="several"):
        shared.claim("a")
    assert shared.claim("b1").findings == (("f1", "conflict"),)


def test_an_empty_ledger_answers_everything(url: str) -> None:
    with open_ledger(url) as ledger:
        assert (ledger.reports(), ledger.dossier(), ledger.claims().total) == ((), None, 0)
        assert (ledger.findings().total, ledger.entities(), ledger.search("x").claims) == (0, (), ())
        assert ledger.audit_verify() == ()


def test_many_claims_are_indexed_after_their_load(url: str) -> None:
    base = claims()[0]
    many = tuple(replace(base, id=f"c{n:05}", value=n) for n in range(3000))
    whole = replace(dossier(), claims=many, findings=())
    with open_ledger(url) as ledger:
        ledger.add_dossier(whole, "ana")
        assert ledger.claims(ClaimQuery(words="took", subject="crew")).total == 3000
        assert ledger.claim("c02999").claim.value == 2999
        assert ledger.dossier() == whole


def test_habeas_runs_without_the_packages_of_the_ledger(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['sqlalchemy'] = None\n"
        "from habeas.cli import main\nmain(['history', 'x.ledger'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "pip install 'habeas[ledger]'" in done.stderr


def test_texts_hold_what_the_tests_say() -> None:
    assert all(TEXTS[c.doc][slice(*c.span)] == c.quote for c in claims())


@pytest.mark.parametrize("name", ["a?mode=ro.ledger", "100%25 #1.ledger", "año ü.ledger"])
def test_a_ledger_may_have_any_file_name(tmp_path: Path, name: str) -> None:
    with open_ledger(tmp_path / name) as ledger:
        ledger.add_dossier(dossier(), "ana")
    assert (tmp_path / name).is_file()
    with open_ledger(tmp_path / name, create=False) as ledger:
        assert ledger.claims().total == 5


def test_the_key_of_the_pseudonyms_is_not_shown_in_the_history(shared: Ledger) -> None:
    key = shared.pseudonym_key()
    assert key
    assert len(key) == 32
    assert key.hex() not in "".join(e.what for e in shared.history())


def test_a_report_that_a_later_adding_fails_on_keeps_its_former_reading(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from habeas.ledger import grow, growing
    from habeas.model.dossier import Failure

    for name, number in (("a.txt", 41), ("b.txt", 52)):
        (tmp_path / name).write_text(
            f"Boats\n\nThe harbour of Lindum took in {number} boats on Monday, its master Ada Kroll said.\n"
        )
    understood = growing.understand_all

    def failing(*given: object) -> list[object]:
        return [
            Failure(r.report.doc, "takes too long") if r.report.doc == "a.txt" else r
            for r in understood(*given)
        ]

    with open_ledger(url) as ledger:
        grow(ledger, [tmp_path / "a.txt"], "ana")
        before = [view.claim for view in ledger.claims().claims]
        monkeypatch.setattr(growing, "understand_all", failing)
        grown = grow(ledger, [tmp_path / "b.txt"], "ana")
        assert [(f.doc, f.reason) for f in grown.failures] == [("a.txt", "takes too long")]
        assert [r.doc for r in ledger.reports()] == ["a.txt", "b.txt"]
        shown = [view.claim for view in ledger.claims().claims]
        assert [c for c in shown if c.doc == "a.txt"] == before
        assert len(ledger.report(ledger.reports()[0].sha256)) == 1
        assert ledger.dossier().failures == ()
        assert ledger.audit_verify() == ()


def test_the_list_of_reports_takes_no_longer_as_the_history_grows(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "story.ledger") as ledger:
        ledger.add_dossier(dossier(), "ana", originals())
        with ledger.store.writing() as connection:
            connection.exec_driver_sql(
                "ANALYZE"
            )  # As a large adding does: the store learns that one change was made.

        taken: list[int] = []

        @event.listens_for(ledger.store.engine, "checkout")
        def _counting(raw, *_: object) -> None:
            raw.set_progress_handler(lambda: taken.append(1), 1)

        def steps() -> int:
            """How many steps SQLite takes for the list and for one report."""
            taken.clear()
            ledger.report(ledger.reports()[0].sha256)
            return len(taken)

        before = steps()
        for _ in range(60):
            ledger.decide(on_claim(ledger.claim("a1").claim, Verdict.CONFIRMED), "ana")
        assert steps() < before * 1.2
