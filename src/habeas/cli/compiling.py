"""habeas compile: the reading core as machine code."""

from __future__ import annotations

import time

import typer

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add this module's command."""
    app.command("compile")(compile_core)


def compile_core() -> None:
    """Compile what reads reports for this machine, once: the same claims in less time. Needs a C compiler."""
    from habeas.compiled import PACKAGES, folder
    from habeas.compiling import compile_core as made

    typer.echo(f"compiling {' and '.join(PACKAGES)}; this takes some minutes")
    began = time.monotonic()
    if made():
        typer.echo(f"compiled in {time.monotonic() - began:.0f} s: {folder()}")
    else:
        typer.echo(f"nothing to do, it is of the present sources: {folder()}")
