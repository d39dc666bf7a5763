"""The packs that come with the program."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

__all__ = ["DEFAULT", "bundled"]

DEFAULT = "detention"
"""The pack of who names none."""


def bundled() -> tuple[str, ...]:
    """Their names, in order."""
    home = Path(str(resources.files("habeas.packs")))
    return tuple(sorted(path.parent.name for path in home.glob("*/pack.toml")))
