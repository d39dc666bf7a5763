"""The commands, in the order a person meets them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from habeas import __version__
from habeas.cli import (
    asking,
    assisting,
    building,
    checking,
    compiling,
    exporting,
    law,
    ledger,
    projecting,
    seeing,
    serve,
    story,
)
from habeas.errors import HabeasError, UsageError

__all__ = ["app", "main"]

app = typer.Typer(
    name="habeas",
    help="A folder of news reports in, an accountable record out: every claim with its words, its voucher, its origin.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=True,
)


@app.callback(invoke_without_command=True)
def _root(version: bool = typer.Option(False, "--version", help="Print the version and stop.")) -> None:
    if version:
        typer.echo(__version__)
        raise typer.Exit


for module in (
    building,
    seeing,
    asking,
    exporting,
    law,
    projecting,
    story,
    ledger,
    serve,
    assisting,
    checking,
    compiling,
):
    module.register(app)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command: exit code 0 when all went well, 1 on failure, 2 on bad use."""
    try:
        app(args=None if arguments is None else list(arguments), prog_name="habeas")
    except UsageError as error:
        typer.echo(f"habeas: {error}", err=True)
        sys.exit(2)
    except HabeasError as error:
        typer.echo(f"habeas: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of a pipe (head, less) has seen enough.
        sys.stderr.close()
        sys.exit(0)
