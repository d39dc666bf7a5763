"""habeas law, rule: what held on a day, and whom a dated rule covers, by the claims of a dossier."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import typer

from habeas.cli.opening import Opened, open_dossier
from habeas.cli.printing import print_json
from habeas.errors import UsageError
from habeas.model.claim import Claim
from habeas.model.law import Effect, LegalState, LegalStep

__all__ = ["register"]

_IN = typer.Option(Path("dossier"), "--in", "-i", help="The dossier's folder.")
_JSON = typer.Option(False, "--json", help="One JSON object a line.")
_HELD = {
    Effect.STOPS: "stopped by an order",
    Effect.ALLOWS: "allowed: an order that stopped it was overtaken, or none did",
    Effect.NONE: "no order in force",
    None: "cannot be told",
}


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command()(law)
    app.command()(rule)


def law(
    on: str = typer.Option(..., "--on", help="The day, as 2025-03-16."),
    measure: str | None = typer.Option(None, help="Words of the law or measure."),
    folder: Path = _IN,
    as_json: bool = _JSON,
) -> None:
    """Say what law and orders were in force on a day, with the words of the reports behind each step."""
    from habeas.reconcile.legal import groups, state_on

    day = _day(on, "--on")
    opened = open_dossier(folder)
    courses = [c for c in groups(_steps(folder)) if _about(c, measure)]
    states = [(course, state_on(day, course)) for course in courses]
    if as_json:
        print_json(_state_json(course, state, opened) for course, state in states)
        return
    if not states:
        typer.echo("no report of this dossier tells of an order or a law that was invoked")
    for course, state in states:
        typer.echo(f"{state.measure or 'A measure that no report names'} on {day}: {_HELD[state.effect]}")
        typer.echo(f"  {state.note}" if state.note else "")
        for step in course:
            typer.echo(_line(step, state))
            for claim in _cited(step, opened)[:4]:
                typer.echo(
                    f"      {claim.doc}:{claim.span.start}-{claim.span.end}  “{' '.join(claim.quote.split())}”"
                )
        typer.echo("")


def rule(
    arrived: str = typer.Option(..., "--arrived", help="The day of arrival, as 2025-01-02."),
    on: str = typer.Option(..., "--on", help="The day to tell it for."),
    folder: Path = _IN,
    as_json: bool = _JSON,
) -> None:
    """Count a stay against the thresholds that reports give and those of the statute. This is no legal advice."""
    from habeas.packs import load_pack
    from habeas.record.dated_rule import NO_ADVICE, applies

    start, end = _day(arrived, "--arrived"), _day(on, "--on")
    if end < start:
        raise UsageError(f"--on {on}: is before --arrived {arrived}")
    opened = open_dossier(folder)
    pack = load_pack(json.loads((folder / "manifest.json").read_text("utf-8"))["pack"]["name"])
    answers = applies(start, end, opened.claims, pack)
    quotes = {c.id: c for c in opened.claims}
    if as_json:
        print_json(
            {
                "source": a.source,
                "threshold": a.threshold,
                "days": a.stayed,
                "covered": a.covered,
                "reason": a.reason,
                "claims": list(a.claims),
                "note": NO_ADVICE,
            }
            for a in answers
        )
        return
    typer.echo(f"{(end - start).days} days from {start} to {end}")
    for answer in answers:
        verdict = {True: "covered", False: "not covered", None: "cannot be told"}[answer.covered]
        typer.echo(f"  {verdict:<14} by {answer.threshold}: {answer.source}")
        typer.echo(f"                 {answer.reason}")
        for claim in (quotes[i] for i in answer.claims if i in quotes):
            typer.echo(
                f"      {claim.doc}:{claim.span.start}-{claim.span.end}  “{' '.join(claim.quote.split())}”"
            )
    if not answers:
        typer.echo("  no report and no statute of the pack gives a length of stay")
    if len({a.covered for a in answers}) > 1:
        typer.echo("The sources differ: see the reasons above.")
    typer.echo(NO_ADVICE)


def _day(text: str, option: str) -> date:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise UsageError(f"{option} {text}: write the day as 2025-03-16") from None


def _steps(folder: Path) -> tuple[LegalStep, ...]:
    from habeas.publish.values import restored

    rows = json.loads((folder / "record.json").read_text("utf-8")).get("steps", ())
    return tuple(restored(LegalStep, row) for row in rows)


def _about(course: Sequence[LegalStep], words: str | None) -> bool:
    return words is None or words.lower() in course[0].measure.lower()


def _line(step: LegalStep, state: LegalState) -> str:
    later = step.earliest is not None and step.earliest > state.on
    standing = (
        "holds"
        if step.id in state.steps
        else " open"
        if step.id in state.open
        else "later"
        if later
        else "     "
    )
    when = (
        f"{step.earliest or '?'} to {step.latest or '?'}"
        if step.earliest != step.latest
        else str(step.latest or "no day")
    )
    vote = f" {step.vote}" if step.vote else ""
    past = f", overtakes {len(step.overtakes)}" if step.overtakes else ""
    return f"  {standing}  {when:<24} {step.actor}: {step.act}{vote}{past}"


def _cited(step: LegalStep, opened: Opened) -> list[Claim]:
    """The step's claims; of words inside one another only the widest."""
    held = {c.id: c for c in opened.claims}
    cited = [held[i] for i in step.claims if i in held]
    return [
        c for n, c in enumerate(cited)
        if not any(
            o.doc == c.doc and o.span.contains(c.span) and (o.span != c.span or m < n)
            for m, o in enumerate(cited) if m != n
        )
    ]  # fmt: skip


def _state_json(course: Sequence[LegalStep], state: LegalState, opened: Opened) -> dict[str, object]:
    from habeas.publish.values import plain

    return {
        "measure": state.measure,
        "on": state.on.isoformat(),
        "state": {Effect.STOPS: "stopped", Effect.ALLOWS: "allowed", Effect.NONE: "no order", None: None}[state.effect],
        "note": state.note,
        "standing": list(state.steps),
        "open": list(state.open),
        "steps": [
            {**plain(step), "quotes": [{"doc": c.doc, "start": c.span.start, "end": c.span.end, "quote": c.quote}
                                             for c in _cited(step, opened)]}
            for step in course
        ],
    }  # fmt: skip
