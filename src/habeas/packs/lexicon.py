"""Language lexicons: `packs/language/<code>/<idea>.toml`, the words that a marker knows in one language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from habeas.errors import PackError

__all__ = ["Table", "lexicon"]

Table = dict[str, Any]
"""One parsed TOML file: only the marker that owns the idea reads it, and makes frozen types of it at once."""


@cache
def lexicon(language: str, idea: str) -> Table:
    """The table of one idea ("quantities", "moments") in one language ("en", "es").

    Raises PackError when the file is missing or is not TOML.
    """
    where = f"packs/language/{language}/{idea}.toml"
    source = resources.files("habeas.packs") / "language" / language / f"{idea}.toml"
    try:
        return tomllib.loads(source.read_text("utf-8"))
    except FileNotFoundError:
        raise PackError(where, "there is no such lexicon") from None
    except tomllib.TOMLDecodeError as error:
        raise PackError(where, f"not TOML: {error}") from None
