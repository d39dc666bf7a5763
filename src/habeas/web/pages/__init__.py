"""The pages of the desk, one file for what a visitor does there."""

from __future__ import annotations

from habeas.web.pages import (
    browsing,
    comparing,
    deciding,
    entering,
    exporting,
    history,
    people,
    reading,
    sending,
    settling,
    team,
    timeline,
)

__all__ = ["ROUTERS"]

ROUTERS = tuple(
    module.router
    for module in (
        entering,
        browsing,
        deciding,
        reading,
        comparing,
        settling,
        timeline,
        people,
        sending,
        exporting,
        history,
        team,
    )
)
