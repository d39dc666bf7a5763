"""habeas verify, doctor: is the dossier whole, and is this machine ready."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

import typer

from habeas.cli.ledger import verify_ledger
from habeas.cli.printing import print_json

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command()(verify)
    app.command()(doctor)


def verify(
    target: str = typer.Argument(
        "dossier", help="A dossier's folder, or a ledger (a file or postgresql://...)."
    ),
    head: str | None = typer.Option(
        None, help="Of a ledger: a head noted earlier that its audit must still hold."
    ),
    as_json: bool = typer.Option(False, "--json", help="One JSON object a line."),
) -> None:
    """Re-read every hash and every span of a dossier or a ledger; name whatever does not match."""
    folder = Path(target)
    if "://" in target or folder.is_file():
        verify_ledger(target, head, as_json)
        return
    from habeas.publish.verifying import verify as verify_dossier

    problems = verify_dossier(folder)
    if as_json:
        print_json([{"where": p.where, "what": p.what} for p in problems])
    for problem in () if as_json else problems:
        typer.echo(f"{problem.where}: {problem.what}")
    if problems:
        raise typer.Exit(1)
    if not as_json:
        typer.echo(f"{folder}: every hash and every span matches")


def doctor(as_json: bool = typer.Option(False, "--json", help="One JSON object a line.")) -> None:
    """Say whether this machine has what habeas needs, and what each missing thing is for."""
    rows = [_python(), _core(), *(_package(n, what) for n, what in _NEEDED), *_packs()]
    if as_json:
        print_json([{"name": n, "ok": ok, "detail": d} for n, ok, d in rows])
    else:
        for name, ok, detail in rows:
            typer.echo(f"{'ok     ' if ok else 'missing'} {name:<18} {detail}")
    if not all(ok for _, ok, _ in rows):
        raise typer.Exit(1)


_NEEDED = (
    ("ahocorasick-rs", "names"),
    ("charset-normalizer", "encodings"),
    ("fastwarc", "WARC files"),
    ("jinja2", "the site"),
    ("lxml", "HTML"),
    ("lxml-html-clean", "HTML"),
    ("numpy", "tracing"),
    ("pyarrow", "claims.parquet"),
    ("pypdfium2", "PDF files"),
    ("trafilatura", "web pages"),
)


def _python() -> tuple[str, bool, str]:
    return (
        "python",
        sys.version_info >= (3, 11),
        f"{sys.version_info.major}.{sys.version_info.minor} (3.11 or newer)",
    )


def _core() -> tuple[str, bool, str]:
    from habeas.compiled import is_fresh

    detail = "compiled" if is_fresh() else "Python; `habeas compile` makes reading faster on this machine"
    return "reading core", True, detail


def _package(name: str, what: str) -> tuple[str, bool, str]:
    try:
        return name, True, f"{metadata.version(name)} ({what})"
    except metadata.PackageNotFoundError:
        return name, False, f"for {what}: pip install {name}"


def _packs() -> list[tuple[str, bool, str]]:
    from habeas.errors import PackError
    from habeas.packs import bundled, load_pack

    rows = []
    for name in bundled():
        try:
            pack = load_pack(name)
            rows.append((f"pack {name}", True, f"version {pack.version}: {pack.title}"))
        except PackError as error:
            rows.append((f"pack {name}", False, str(error)))
    return rows
