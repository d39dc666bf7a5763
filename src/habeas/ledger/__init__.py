"""Ledger: the system of record of a team. Evidence is only added, decisions lie beside it, every change is chained.

    with open_ledger("story.ledger") as ledger:             # or "postgresql://user@host/story"
        grow(ledger, [Path("reports")], by="ana")           # or ledger.add_dossier(dossier, "ana", originals(paths))
        page = ledger.claims(ClaimQuery(kind="quantity", verdict="none"), page=1)
        made = ledger.decide(on_claim(page.claims[0].claim, Verdict.CONFIRMED, note="read it"), by="ana")
        ledger.undo(made[0].id, by="ana")
        assert ledger.audit_verify() == ()

Rulings are made by `habeas.review`: `on_claim`, `on_entities`, `on_person`, `on_finding`. Errors: LedgerError when the
store fails (one line, nothing half-written), UsageError when something is asked that cannot be (an unknown id). Needs
`pip install 'habeas[ledger]'`.
"""

from __future__ import annotations

from importlib.util import find_spec

from habeas.errors import UsageError

if _missing := [name for name in ("alembic", "argon2", "psycopg", "sqlalchemy") if find_spec(name) is None]:
    raise UsageError(
        f"the ledger needs further packages ({', '.join(_missing)}): pip install 'habeas[ledger]'"
    )

from habeas.ledger.auditing import Entry
from habeas.ledger.copying import backup, restore
from habeas.ledger.growing import Grown, grow, originals
from habeas.ledger.ledger import Ledger
from habeas.ledger.opening import open_ledger
from habeas.ledger.shapes import (
    Added,
    ClaimPage,
    ClaimQuery,
    ClaimView,
    Counted,
    EntityView,
    Facet,
    FindingPage,
    FindingView,
    Hit,
    HitKind,
    Hits,
    Original,
    Originals,
    Problem,
    ReadingView,
    ReportView,
    Role,
    User,
)
from habeas.ledger.state import State

__all__ = [
    "Added",
    "ClaimPage",
    "ClaimQuery",
    "ClaimView",
    "Counted",
    "EntityView",
    "Entry",
    "Facet",
    "FindingPage",
    "FindingView",
    "Grown",
    "Hit",
    "HitKind",
    "Hits",
    "Ledger",
    "Original",
    "Originals",
    "Problem",
    "ReadingView",
    "ReportView",
    "Role",
    "State",
    "User",
    "backup",
    "grow",
    "open_ledger",
    "originals",
    "restore",
]
