"""habeas serve: the review desk in a browser, for one person on this machine or for a team."""

from __future__ import annotations

import getpass
import os
import secrets
import socket
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import typer

from habeas.cli.limiting import MostMegabytes, MostMemory, MostSeconds, limits_of
from habeas.errors import UsageError

if TYPE_CHECKING:
    from fastapi import FastAPI

    from habeas.ledger import Ledger
    from habeas.web import Settings

__all__ = ["register"]

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def register(app: typer.Typer) -> None:
    """Add this module's command."""
    app.command()(serve)


def serve(
    ledger: str = typer.Argument(help="The ledger: a file, or postgresql://USER@HOST/NAME."),
    host: str = typer.Option(
        "127.0.0.1", help="The address to listen on; another than this machine's needs --team."
    ),
    port: int = typer.Option(8765, min=0, max=65535, help="The port to listen on."),
    team: bool = typer.Option(
        False, "--team", help="People sign in with the accounts made by `habeas users`."
    ),
    url: str | None = typer.Option(
        None, help="The https:// address that a proxy in front of the desk is called by."
    ),
    upload_mb: int = typer.Option(64, min=1, max=4000, help="Megabytes that one upload may have."),
    most_mb: MostMegabytes = 50,
    most_seconds: MostSeconds = 60,
    most_memory: MostMemory = 4000,
) -> None:
    """Serve the review desk: browse, search, read, compare, decide. Prints the address to open, and stops at Ctrl-C."""
    from habeas.ledger import open_ledger
    from habeas.web import create_app

    with open_ledger(ledger) as opened:
        limits = limits_of(most_mb, most_seconds, most_memory)
        settings = replace(
            _settings(opened, host, team, url), uploading=upload_mb * 1024 * 1024, limits=limits
        )
        app = create_app(opened, settings)
        door = _door(host, port)
        shown = f"[{host}]" if ":" in host else host
        address = url.rstrip("/") if url else f"http://{shown}:{door.getsockname()[1]}"
        way = f"/enter?token={settings.token}" if settings.token else "/sign-in"
        typer.echo(f"{address}{way}")
        _run(app, door, behind=url is not None)


def _settings(ledger: Ledger, host: str, team: bool, url: str | None) -> Settings:
    """Who may come in, and by which name the desk is called. Raises UsageError."""
    from habeas.web import Settings

    if host not in _LOOPBACK and not (team and url):
        raise UsageError(
            f"--host {host} lets others in: make accounts with `habeas users`, give --team, and put the desk behind "
            "https with --url https://NAME"
        )
    settings = Settings(token=None if team else secrets.token_urlsafe(24), owner=_owner())
    if url is not None:
        parts = urlsplit(url)
        if parts.scheme != "https" or not parts.hostname or parts.path not in ("", "/"):
            raise UsageError(f"--url {url}: give https://NAME, without a path")
        settings = replace(settings, hosts=settings.hosts | {parts.hostname}, secure=True)
    if team and not any(user.active for user in ledger.users()):
        raise UsageError(
            "no account yet: `habeas users LEDGER --name NAME --role admin --password` makes one"
        )
    return settings


def _owner() -> str:
    try:
        return os.environ.get("HABEAS_USER") or getpass.getuser()
    except (OSError, KeyError):
        return "owner"


def _door(host: str, port: int) -> socket.socket:
    """The socket to listen on. Raises UsageError, before anything is printed."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise UsageError(f"--host {host} --port {port}: {error.strerror or error}") from error


def _run(app: FastAPI, door: socket.socket, behind: bool) -> None:
    """Serve until stopped. No access log: its lines would hold what people search for, and the token."""
    import uvicorn

    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=behind,
        forwarded_allow_ips="127.0.0.1" if behind else "",
        timeout_keep_alive=15,
        limit_concurrency=200,
    )
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[door])
