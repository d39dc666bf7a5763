"""Opening a ledger, and making one where there is none."""

from __future__ import annotations

from pathlib import Path

from habeas.errors import LedgerError
from habeas.ledger.ledger import Ledger
from habeas.ledger.migrating import check_revision, migrate
from habeas.ledger.store import open_store

__all__ = ["open_ledger"]


def open_ledger(url: str | Path, create: bool = True) -> Ledger:
    """The ledger at `url`: a file name, or `postgresql://USER@HOST/NAME` of a database that exists.

    Where nothing is there yet a new ledger is made, unless `create` is false. Raises LedgerError.
    """
    store = open_store(str(url))
    if store.path is not None and not store.path.exists():
        if not create:
            raise LedgerError(store.name, "no ledger here: make one with `habeas add REPORTS --ledger`")
        if not store.path.parent.is_dir():
            raise LedgerError(store.name, "its folder is not there")
    if not check_revision(store):
        if not create:
            raise LedgerError(store.name, "no ledger here: make one with `habeas add REPORTS --ledger`")
        migrate(store)
    return Ledger(store)
