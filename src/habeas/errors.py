"""Every error that habeas raises.

HabeasError
├── ReportError      a report cannot be read: the file, the place, why
├── PackError        a pack is wrong: the file, the line, what to write instead
├── DossierError     a dossier is missing, broken or does not match its manifest
├── LedgerError      a ledger cannot be opened, read or written: which one, why, and that nothing was half-written
├── ScaleError       a runner, a store or a part of the work in it fails: which, why, and what to do
└── UsageError       the command or call asks for something that cannot be done
    └── AbsentError  it asks for a claim, a report or a finding that is not there
"""

from __future__ import annotations

__all__ = [
    "AbsentError",
    "DossierError",
    "HabeasError",
    "LedgerError",
    "PackError",
    "ReportError",
    "ScaleError",
    "UsageError",
]


class HabeasError(Exception):
    """The root: catching it catches everything that habeas raises on purpose."""


class _PlacedError(HabeasError):
    """An error about a file: `where` names it (with a line, page or offset), `what` says what to do."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what

    def __reduce__(self) -> tuple[type[_PlacedError], tuple[str, str]]:
        # Errors cross process borders when reports are read in a pool.
        return type(self), (self.where, self.what)


class ReportError(_PlacedError):
    """A report cannot be read."""


class PackError(_PlacedError):
    """A pack is wrong."""


class DossierError(_PlacedError):
    """A dossier is missing or broken."""


class LedgerError(_PlacedError):
    """A ledger cannot be opened, read or written. What was not acknowledged was not written."""


class ScaleError(_PlacedError):
    """A runner cannot be reached, or work on it fails. What was made stays in the work folder."""


class UsageError(HabeasError):
    """What was asked for cannot be done."""


class AbsentError(UsageError):
    """What is asked for by its name is not there."""
