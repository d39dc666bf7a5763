"""The open edition: a ledger made of the protected dossier, for those who may not read all names.

It is made in this process where there is little of it. Of a large ledger it is made by a process of its own, so that
the desk goes on answering: `python -m habeas.web.open_edition` takes the two ledgers' addresses on its standard input.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from habeas.errors import LedgerError
from habeas.ledger import ClaimQuery, Ledger, open_ledger
from habeas.review import Decision, EntityAnchor, cleared_by, in_force, protect, withheld_by

__all__ = ["made_apart", "made_here", "names_ruled"]

MANY = 5_000
"""From this many claims on, the edition is made by a process of its own."""


def names_ruled(decisions: Iterable[Decision]) -> frozenset[int]:
    """The decisions on names that hold."""
    return frozenset(d.id for d in in_force(decisions) if isinstance(d.ruling.anchor, EntityAnchor))


def made_apart(ledger: Ledger) -> bool:
    """Whether the edition is made by a process of its own."""
    return ledger.claims(ClaimQuery(), 1, 1).total >= MANY


def made_here(ledger: Ledger, target: Path) -> frozenset[int]:
    """Make the edition of `ledger` at `target`; the decisions on names that it was made under."""
    decisions = ledger.decisions(about="entity")
    dossier = ledger.dossier()
    with open_ledger(target) as made:
        if dossier is not None:
            cleared = cleared_by(dossier.entities, decisions)
            withheld = withheld_by(dossier.entities, decisions)
            made.add_dossier(protect(dossier, cleared, ledger.pseudonym_key(), withheld), "habeas")
    return names_ruled(decisions)


def made_by_another(ledger: Ledger, target: Path) -> frozenset[int]:
    """The same, by a process of its own. Raises LedgerError."""
    told = json.dumps([ledger.store.url, str(target)])
    command = [sys.executable, "-m", "habeas.web.open_edition"]
    done = subprocess.run(command, input=told, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        last = done.stderr.strip().rpartition("\n")[2]
        raise LedgerError(ledger.name, f"the edition for readers cannot be made: {last}")
    return frozenset(json.loads(done.stdout))


def main() -> None:
    """Make one edition, in a process of its own."""
    source, target = json.loads(sys.stdin.read())
    with open_ledger(source, create=False) as ledger:
        print(json.dumps(sorted(made_here(ledger, Path(target)))))


if __name__ == "__main__":
    main()
