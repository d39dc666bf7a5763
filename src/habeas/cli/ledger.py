"""habeas review, history, users, backup, restore, migrate: a ledger from the command line."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from habeas.cli.printing import print_json, progress
from habeas.errors import UsageError

if TYPE_CHECKING:
    from habeas.ledger import ClaimView, Ledger
    from habeas.model.dossier import Dossier
    from habeas.read import Limits
    from habeas.review import Decision, Ruling

__all__ = ["add_to_ledger", "register", "reviewed", "verify_ledger"]

_LEDGER = typer.Argument(help="The ledger: a file, or postgresql://USER@HOST/NAME.")
_BY = typer.Option(None, "--by", help="Who decides; the name you are logged in with unless given.")
_JSON = typer.Option(False, "--json", help="One JSON object a line.")


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    for command in (review, history, users, backup, restore, migrate):
        app.command()(command)


def _name(by: str | None) -> str:
    try:
        return by or os.environ.get("HABEAS_USER") or getpass.getuser()
    except (OSError, KeyError):
        raise UsageError("say who you are with --by NAME") from None


def review(
    ledger: str = _LEDGER,
    claim: list[str] = typer.Option(
        [], "--claim", help="A claim's id; give it several times for several claims."
    ),
    entity: str | None = typer.Option(None, help="The name of an entity."),
    other: str | None = typer.Option(None, "--with", help="The other name, or the other finding's id."),
    finding: str | None = typer.Option(None, help="A finding's id."),
    verdict: str | None = typer.Option(
        None,
        "--as",
        help="confirmed, rejected, corrected, unsure; same, different; cleared, protected; settle, merge, split",
    ),
    value: str | None = typer.Option(None, help="The right value (corrected) or answer (settle)."),
    note: str = typer.Option("", help="Why."),
    undo: list[int] = typer.Option([], "--undo", help="The number of a decision to take back."),
    by: str | None = _BY,
    kind: str | None = typer.Option(None, help="List only claims of this kind."),
    status: str | None = typer.Option(None, help="List only claims in findings of this status."),
    words: str | None = typer.Option(None, help="List only claims that hold these words."),
    decided: str = typer.Option(
        "none", help="List claims with this verdict; 'none' for those without, 'all' for all."
    ),
    page: int = typer.Option(1, min=1, help="The page of the list."),
    as_json: bool = _JSON,
) -> None:
    """List claims that nobody has decided on yet, or decide: on claims, names or findings. Anything can be undone."""
    from habeas.ledger import ClaimQuery, open_ledger

    with open_ledger(ledger, create=False) as opened:
        if undo:
            _tell(opened.undo(undo, _name(by)), as_json)
            return
        if verdict is not None:
            _tell(
                opened.decide(
                    _rulings(opened, claim, entity, other, finding, verdict, value, note), _name(by)
                ),
                as_json,
            )
            return
        if claim or entity or finding:
            raise UsageError("say what you decide with --as VERDICT")
        query = ClaimQuery(
            kind=kind, status=status, words=words, verdict=None if decided == "all" else decided
        )
        found = opened.claims(query, page)
        _list(found.claims, as_json)
        if not as_json:
            typer.echo(f"page {found.page} of {found.pages}, {found.total} claims", err=True)


def _rulings(
    ledger: Ledger,
    claims: Sequence[str],
    entity: str | None,
    other: str | None,
    finding: str | None,
    verdict: str,
    value: str | None,
    note: str,
) -> list[Ruling]:
    from habeas.review import Verdict, on_claim, on_entities, on_finding, on_person

    try:
        ruled = Verdict(verdict)
    except ValueError:
        raise UsageError(f"--as {verdict}: no such verdict; one of {', '.join(Verdict)}") from None
    if finding:
        dossier = ledger.dossier()
        known = {f.id: f for f in dossier.findings} if dossier else {}
        if finding not in known or (ruled is Verdict.MERGE and other not in known):
            raise UsageError(f"there is no finding {other if finding in known else finding!r}")
        second = known.get(other or "")
        return [on_finding(known[finding], ruled, note, value, second, tuple(claims))]
    if entity:
        people = {e.entity.name: e.entity for e in ledger.entities()}
        if entity not in people:
            raise UsageError(f"there is no entity named {entity!r}")
        one = people[entity]
        return [
            on_entities(one, people.get(other, other), ruled, note) if other else on_person(one, ruled, note)
        ]
    if not claims:
        raise UsageError("say what you decide on: --claim, --entity or --finding")
    return [on_claim(ledger.claim(name).claim, ruled, note, value) for name in claims]


def _tell(decisions: Sequence[Decision], as_json: bool) -> None:
    if as_json:
        print_json(
            {"decision": d.id, "at": d.at, "by": d.by, "as": d.ruling.verdict.value, "undoes": d.undoes}
            for d in decisions
        )
        return
    for one in decisions:
        taken = f" (takes back {one.undoes})" if one.undoes else ""
        typer.echo(f"decision {one.id}: {one.ruling.verdict.value}{taken}")


def _list(found: Sequence[ClaimView], as_json: bool) -> None:
    from habeas.publish.codec import claim_json
    from habeas.publish.wording import answer, shortened

    if as_json:
        print_json({**claim_json(v.claim), "verdict": v.verdict, "origin": v.origin} for v in found)
        return
    for view in found:
        c = view.claim
        statuses = ",".join(sorted({s for _, s in view.findings}))
        typer.echo(
            f"{c.id}  {view.verdict or '-':<9} {c.kind:<10} {c.subject}: {c.property}: {shortened(answer(c), 60)}  [{statuses}]"
        )
        typer.echo(f"    {shortened(c.quote)}  ({c.doc}:{c.span.start}-{c.span.end})")


def history(
    ledger: str = _LEDGER,
    limit: int = typer.Option(20, help="How many of the last entries."),
    as_json: bool = _JSON,
) -> None:
    """Show the last changes of a ledger: when, by whom, what."""
    from habeas.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        entries = opened.history(limit)
    if as_json:
        print_json({name: getattr(e, name) for name in e.__slots__} for e in entries)
        return
    for e in entries:
        typer.echo(f"{e.seq:>5}  {e.at[:19]}  {e.by:<12} {e.act:<7} {_told(e.what)}  {e.hash[:12]}")


def _told(what: str) -> str:
    import json

    told = json.loads(what)
    return ", ".join(f"{name} {value}" for name, value in told.items())


def users(
    ledger: str = _LEDGER,
    name: str | None = typer.Option(None, help="A user to make or change."),
    role: str | None = typer.Option(None, help="reader, reviewer, editor, admin"),
    password: bool = typer.Option(
        False, "--password", help="Ask for a new password (or read a line from a pipe)."
    ),
    active: bool | None = typer.Option(None, "--active/--blocked", help="Whether the user may sign in."),
    by: str | None = _BY,
    as_json: bool = _JSON,
) -> None:
    """List the users of a ledger, or make or change one."""
    from habeas.ledger import Role, open_ledger

    with open_ledger(ledger, create=False) as opened:
        if name is not None:
            try:
                given = Role(role) if role else None
            except ValueError:
                raise UsageError(f"--role {role}: one of {', '.join(Role)}") from None
            secret = _asked() if password else None
            opened.put_user(name, _name(by), given, secret, active)
        found = opened.users()
    if as_json:
        print_json(
            {"name": u.name, "role": u.role.value, "active": u.active, "since": u.since} for u in found
        )
        return
    for u in found:
        typer.echo(f"{u.name:<20} {u.role.value:<9} {'' if u.active else 'blocked'}")


def _asked() -> str:
    """A new password: asked for at a terminal, else the next line of standard input."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, err=True))
    return sys.stdin.readline().rstrip("\r\n")


def backup(ledger: str = _LEDGER, file: Path = typer.Argument(help="The new file to write.")) -> None:
    """Write a whole ledger, as it stands now, to one file."""
    from habeas.ledger import backup as write

    typer.echo(f"{file}: {write(ledger, file)} changes kept")


def restore(file: Path = typer.Argument(help="A backup."), ledger: str = _LEDGER) -> None:
    """Make a ledger, where there is none yet, of a backup; also from one kind of store to the other."""
    from habeas.ledger import restore as write

    typer.echo(f"{ledger}: {write(file, ledger)} changes restored")


def migrate(ledger: str = _LEDGER) -> None:
    """Bring a ledger of an older habeas to what this one reads and writes."""
    from habeas.ledger.migrating import migrate as bring
    from habeas.ledger.migrations import HEAD
    from habeas.ledger.store import open_store

    store = open_store(ledger)
    if store.path is not None and not store.path.is_file():
        raise UsageError(f"{ledger}: no ledger here")
    before = bring(store)
    store.close()
    typer.echo(f"{ledger}: at step {HEAD}" + ("" if before == HEAD else f", was at {before or 'none'}"))


def add_to_ledger(
    reports: Sequence[Path],
    ledger: str,
    pack: str | None,
    published: date | None,
    by: str | None,
    as_json: bool,
    limits: Limits | None = None,
) -> None:
    """`habeas add REPORTS --ledger LEDGER`."""
    from habeas.ledger import grow, open_ledger

    with open_ledger(ledger) as opened:
        grown = grow(opened, reports, _name(by), pack, published, progress, limits)
    for failure in grown.failures:
        typer.echo(f"habeas: {failure.doc}: {failure.reason}", err=True)
    added = grown.added
    counts = {"new": added.reports, "known": grown.known, "readings": added.readings, "claims": added.claims}
    if as_json:
        print_json([{**counts, "build": added.build, "ledger": ledger}])
    else:
        typer.echo(
            f"{added.reports} new reports, {grown.known} known already, {added.readings} new readings, {added.claims} claims"
        )
    if grown.failures:
        raise typer.Exit(1)


def reviewed(dossier: Dossier | None, ledger: str | None, decided: bool, protected: bool | None) -> Dossier:
    """The dossier to publish: that of the ledger where none is given, with its decisions.

    Whether private people are protected can be said; unsaid, they are in all that a ledger has part in.
    """
    from habeas.review import apply, cleared_by, protect, withheld_by

    protected = ledger is not None if protected is None else protected
    if dossier is not None and ledger is None and not protected:
        return dossier
    decisions: tuple[Decision, ...] = ()
    key = None
    if ledger is not None:
        from habeas.ledger import open_ledger

        with open_ledger(ledger, create=False) as opened:
            dossier = dossier or opened.dossier()
            decisions, key = opened.decisions(), opened.pseudonym_key()
    if dossier is None:
        raise UsageError("there is nothing to build: name reports, or a ledger that holds some")
    made = apply(dossier, decisions) if decided else dossier
    if not protected:
        return made
    people = made.entities
    return protect(made, cleared_by(people, decisions), key, withheld_by(people, decisions))


def verify_ledger(ledger: str, head: str | None, as_json: bool) -> None:
    """`habeas verify LEDGER`."""
    from habeas.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        problems = opened.audit_verify(head)
        last = () if problems else opened.history(1)
    if as_json:
        print_json({"where": p.where, "what": p.what} for p in problems)
    for problem in () if as_json else problems:
        typer.echo(f"{problem.where}: {problem.what}")
    if problems:
        raise typer.Exit(1)
    if not as_json:
        noted = f"; {last[0].seq} changes, head {last[0].hash}" if last else ""
        typer.echo(f"{ledger}: every hash, seal and span matches{noted}")
