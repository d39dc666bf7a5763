"""habeas mcp: a dossier as tools for an assistant."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import typer

from habeas.cli.ledger import reviewed
from habeas.errors import UsageError

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add this module's command."""
    app.command("mcp")(mcp)


def mcp(
    target: str = typer.Argument(
        "dossier", help="A dossier's folder, or a ledger (a file or postgresql://USER@HOST/NAME)."
    ),
) -> None:
    """Let an assistant ask the record over standard input and output (Model Context Protocol); it can change nothing.

    Of a ledger it sees the edition without the names of private people.
    """
    if find_spec("mcp") is None:
        raise UsageError("habeas mcp needs the extra [mcp]: pip install 'habeas[mcp]'")
    from habeas.assistant import archive_of, open_archive
    from habeas.assistant.serving import serve

    folder = Path(target)
    if "://" in target or folder.is_file():
        name = "a ledger" if "://" in target else folder.name
        serve(archive_of(reviewed(None, target, True, True), name, protected=True))
        return
    serve(open_archive(folder))
