"""One command keeps a whole ledger in a file, one brings it back, also from one kind of store to the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger_dossiers import dossier

from habeas.errors import LedgerError
from habeas.ledger import Ledger, Role, backup, open_ledger, restore
from habeas.review import Verdict, on_claim


def everything(ledger: Ledger) -> tuple[object, ...]:
    return (
        ledger.dossier(),
        ledger.history(),
        ledger.decisions(),
        ledger.users(),
        ledger.reports(),
        ledger.claims().claims,
    )


def test_a_backup_brings_back_everything(ledger: Ledger, url: str, other_url: str, tmp_path: Path) -> None:
    ledger.decide(on_claim(ledger.claim("a1").claim, Verdict.CONFIRMED), "ana")
    ledger.put_user("rosa", "root", Role.ADMIN, "a long pass word")
    file = tmp_path / "kept.backup"
    assert backup(url, file) == 3
    assert restore(file, other_url) == 3
    with open_ledger(other_url) as brought:
        assert everything(brought) == everything(ledger)
        assert brought.audit_verify(ledger.history(1)[0].hash) == ()
        assert brought.search("naufragos").total_claims == 1
        assert brought.check_password("rosa", "a long pass word") is not None
        brought.decide(on_claim(ledger.claim("a2").claim, Verdict.UNSURE), "ana")
    assert [p.name for p in tmp_path.iterdir() if "partial" in p.name] == []


def test_a_backup_is_a_ledger_and_moves_it_to_the_other_store(
    ledger: Ledger, url: str, tmp_path: Path
) -> None:
    file = tmp_path / "kept.backup"
    backup(url, file)
    with open_ledger(file) as kept:
        assert kept.dossier() == dossier()
        assert kept.audit_verify() == ()


def test_a_backup_is_taken_while_others_write(ledger: Ledger, url: str, tmp_path: Path) -> None:
    with ledger.store.writing() as connection:
        connection.exec_driver_sql("UPDATE ruled SET verdict = 'x'")
        backup(url, tmp_path / "kept.backup")
    with open_ledger(tmp_path / "kept.backup") as kept:
        assert kept.audit_verify() == ()


def test_nothing_that_stands_there_is_overwritten(ledger: Ledger, url: str, tmp_path: Path) -> None:
    file = tmp_path / "kept.backup"
    backup(url, file)
    before = file.read_bytes()
    with pytest.raises(LedgerError, match="already"):
        backup(url, file)
    with pytest.raises(LedgerError, match="already"):
        restore(file, url)
    assert file.read_bytes() == before


def test_a_file_that_is_no_backup_makes_no_ledger(other_url: str, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear editor, " * 100)
    with pytest.raises(LedgerError):
        restore(file, other_url)
    with pytest.raises(LedgerError, match="no ledger"):
        restore(tmp_path / "nothing", other_url)
    with pytest.raises(LedgerError):
        open_ledger(other_url, create=False)
