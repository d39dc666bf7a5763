"""The options of `habeas build` that ask a second reader, and what it came to in words."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from habeas.errors import UsageError

if TYPE_CHECKING:
    from habeas.model.reread import Counted, Reread
    from habeas.second_reader.rereading import SecondReader

__all__ = ["second_reader", "told"]


def second_reader(
    reader: str | None, model: str | None, cache: Path | None, seconds: float, counted: bool
) -> SecondReader | None:
    """The second reader that the options name, None where they name none. Raises UsageError."""
    if reader is None:
        if model is not None or cache is not None or counted:
            raise UsageError("--reader-model, --reader-cache and --count-reader need --reader openai:URL")
        return None
    from habeas.second_reader.address import KEY, endpoint
    from habeas.second_reader.cache import Cache, usual_folder
    from habeas.second_reader.rereading import SecondReader

    found = endpoint(reader, model, seconds, os.environ.get(KEY))
    if not found.is_here:
        typer.echo(f"habeas: the words of the reports are sent to {found.host}", err=True)
    return SecondReader(found, Cache(cache or usual_folder()), counted)


def told(reread: Reread) -> Iterable[str]:
    """What became of all that the second reader returned, a line for each thing to know."""
    yield (
        f"second reader {reread.reader}: {reread.texts} texts, {reread.proposed} claims proposed, "
        f"{reread.kept} kept, {reread.proposed - reread.kept} dropped"
    )
    for title, counts in (
        ("dropped", reread.dropped),
        ("unusable answers", reread.unusable),
        ("texts without an answer", reread.unanswered),
    ):
        yield from _counted(title, counts)


def _counted(title: str, counts: tuple[Counted, ...]) -> Iterable[str]:
    for one in counts:
        yield f"  {title}: {one.number} × {one.reason}"
