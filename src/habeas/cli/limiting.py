"""The limits of one report and of tracing, as options of the commands that read reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from habeas.read import Limits

__all__ = ["MostMegabytes", "MostMemory", "MostSeconds", "TraceMemory", "limits_of"]

MostMegabytes = Annotated[
    float, typer.Option("--most-mb", min=0.001, help="Megabytes that one report may have, unpacked.")
]
MostSeconds = Annotated[
    float,
    typer.Option(
        "--most-seconds", min=1, help="Seconds of the processor that each megabyte of a report may take."
    ),
]
MostMemory = Annotated[
    float, typer.Option("--most-memory", min=50, help="Megabytes of memory that one report may take.")
]


TraceMemory = Annotated[
    float,
    typer.Option(
        "--trace-memory", min=1, help="Megabytes that finding copies may hold before it goes on in files."
    ),
]


def limits_of(megabytes: float, seconds: float, memory: float, tracing: float = 512) -> Limits:
    """The limits that the options mean."""
    from habeas.read import Limits
    from habeas.read.limits import MEGABYTE

    return Limits(
        int(megabytes * MEGABYTE),
        seconds=seconds,
        memory_bytes=int(memory * MEGABYTE),
        tracing_bytes=int(tracing * MEGABYTE),
    )
