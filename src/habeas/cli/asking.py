"""habeas claims, findings, why: questions to a dossier."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import typer

from habeas.cli.opening import Opened, open_dossier, stored_text
from habeas.cli.printing import print_json
from habeas.errors import UsageError
from habeas.model.claim import Claim
from habeas.model.finding import Finding

__all__ = ["register"]

_IN = typer.Option(Path("dossier"), "--in", "-i", help="The dossier's folder.")
_JSON = typer.Option(False, "--json", help="One JSON object a line.")


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command()(claims)
    app.command()(findings)
    app.command()(why)


def claims(
    folder: Path = _IN,
    kind: str | None = typer.Option(
        None, help="quantity, quotation, event, legal, condition, agreement, allegation, role, plan"
    ),
    subject: str | None = typer.Option(None, help="Words of the subject."),
    speaker: str | None = typer.Option(None, help="Words of a name in the assertion chain."),
    doc: str | None = typer.Option(None, help="Words of the report's file name."),
    least: float = typer.Option(0.0, "--least", help="Only claims of at least this confidence, as 0.5."),
    as_json: bool = _JSON,
) -> None:
    """List claims, one a line, with the report and the exact place of their words."""
    from habeas.publish import codec

    opened = open_dossier(folder)
    kept = [c for c in opened.claims if c.confidence >= least and _fits(c, kind, subject, speaker, doc)]
    if as_json:
        print_json(codec.claim_json(c) for c in kept)
        return
    for claim in kept:
        typer.echo(_line(claim))
    typer.echo(f"{len(kept)} of {len(opened.claims)} claims", err=True)


def findings(
    folder: Path = _IN,
    status: str | None = typer.Option(
        None, help="agree, refines, conflict, superseded, single_source, different_scope"
    ),
    subject: str | None = typer.Option(None, help="Words of the subject."),
    as_json: bool = _JSON,
) -> None:
    """List findings: one question, its answers, and how many origins stand behind them."""
    from habeas.publish import codec

    opened = open_dossier(folder)
    kept = [
        f
        for f in opened.findings
        if (status is None or f.status == status)
        and (subject is None or subject.lower() in f.subject.lower())
    ]
    if as_json:
        print_json(codec.finding_json(f) for f in kept)
        return
    for finding in kept:
        answers = " | ".join(a.value for a in finding.answers)
        typer.echo(f"{finding.id}  {finding.status:<14} {finding.question}  {answers}  [{_backing(finding)}]")
    typer.echo(f"{len(kept)} of {len(opened.findings)} findings", err=True)


def why(
    claim: str = typer.Argument(help="A claim's id, or the start of one."),
    folder: Path = _IN,
    as_json: bool = _JSON,
) -> None:
    """Show one claim's words in their place, who vouches for it, and what it takes part in."""
    from habeas.publish import codec

    opened = open_dossier(folder)
    found = [c for c in opened.claims if c.id.startswith(claim)]
    if len(found) != 1:
        raise UsageError(
            f"claim {claim!r}: {'no such claim' if not found else f'{len(found)} claims start so'}"
        )
    one = found[0]
    part_of = [f for f in opened.findings if one.id in f.claims]
    checked = [c for c in opened.checks if one.id in c.claims]
    if as_json:
        print_json(
            [
                {
                    "claim": codec.claim_json(one),
                    "origin": opened.lineage.origin_of(one.doc),
                    "findings": [codec.finding_json(f) for f in part_of],
                    "checks": [codec.check_json(c) for c in checked],
                }
            ]
        )
        return
    typer.echo(_line(one))
    typer.echo(f"\n  {_context(opened, one)}\n")
    typer.echo(
        f"  said by   {' > '.join(_link(a.name, a.role, a.via) for a in one.asserted_by) or 'the report itself'}"
    )
    typer.echo(f"  origin    {opened.lineage.origin_of(one.doc)}")
    for finding in part_of:
        typer.echo(f"  finding   {finding.status}: {finding.question} [{_backing(finding)}]")
    for check in checked:
        verdict = {True: "holds", False: "does not hold", None: "cannot be told"}[check.holds]
        typer.echo(f"  check     {verdict}: {check.statement} ({check.formula})")


def _fits(claim: Claim, kind: str | None, subject: str | None, speaker: str | None, doc: str | None) -> bool:
    names: Iterable[str] = (a.name.lower() for a in claim.asserted_by)
    return (
        (kind is None or claim.kind == kind)
        and (subject is None or subject.lower() in claim.subject.lower())
        and (doc is None or doc.lower() in claim.doc.lower())
        and (speaker is None or any(speaker.lower() in n for n in names))
    )


def _line(claim: Claim) -> str:
    value = f"{claim.value}" if claim.value_max is None else f"{claim.value}-{claim.value_max}"
    unit = f" {claim.unit}" if claim.unit else ""
    return f"{claim.id}  {claim.kind:<10} {claim.subject}: {claim.property}: {value}{unit}  ({claim.doc}:{claim.span.start}-{claim.span.end})"


def _link(name: str, role: str | None, via: str | None) -> str:
    return name + (f" ({role})" if role else "") + (f" via {via}" if via else "")


def _backing(finding: Finding) -> str:
    return f"{len(finding.reports)} reports, {len(finding.origins)} origins"


def _context(opened: Opened, claim: Claim) -> str:
    """The claim's words in brackets inside the text around them."""
    text = stored_text(opened.folder, claim.doc)
    start, end = claim.span
    before, after = text[max(0, start - 80) : start], text[end : end + 80]
    return f"…{before}[{text[start:end]}]{after}…".replace("\n", " ")
