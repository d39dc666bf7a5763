"""project: a place and an agreement as stocks and flows, every parameter from claims or openly assumed."""

from __future__ import annotations

from habeas.project.defaults import default_scenario
from habeas.project.outcome import Band, DateFull, Projection, project
from habeas.project.parameters import ROLES, Basis, Dimension, Parameter
from habeas.project.part import projection_part, with_projection
from habeas.project.reading import read_scenario, scenario_from
from habeas.project.scenario import Missing, Scenario, Switch, WhenFull
from habeas.project.sensitivity import Driver
from habeas.project.writing import scenario_toml

__all__ = [
    "ROLES",
    "Band",
    "Basis",
    "DateFull",
    "Dimension",
    "Driver",
    "Missing",
    "Parameter",
    "Projection",
    "Scenario",
    "Switch",
    "WhenFull",
    "default_scenario",
    "project",
    "projection_part",
    "read_scenario",
    "scenario_from",
    "scenario_toml",
    "with_projection",
]
