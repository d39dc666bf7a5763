"""The command line. Each command's work is imported when it runs, so that help is instant."""

from __future__ import annotations

from habeas.cli.app import main

__all__ = ["main"]
