"""A projection as JSON values: its parameters with their claims, its bands, its dates, its causes."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import Any

from habeas.project.outcome import Band, Projection
from habeas.project.parameters import Dimension, Parameter
from habeas.project.scenario import Scenario, Switch

__all__ = ["projection_json"]

Json = Any
"""What `json.dumps` takes."""


def projection_json(projection: Projection) -> dict[str, Json]:
    """All of a projection. Dates are ISO 8601, rates people a day, lengths days, bands the 5th, 50th, 95th percentile."""
    scenario, full = projection.scenario, projection.full
    return {
        "title": scenario.title,
        "start": scenario.start.isoformat(),
        "end": projection.end.isoformat(),
        "days": scenario.days,
        "runs": scenario.runs,
        "seed": scenario.seed,
        "when_full": str(scenario.when_full),
        "currency": scenario.currency,
        "parameters": [_parameter(p, scenario) for p in scenario.parameters],
        "switches": [_switch(s, scenario) for s in scenario.switches],
        "missing": [{"parameter": m.id, "question": m.question, "note": m.note} for m in scenario.missing],
        "full": {
            "probability": full.probability,
            "p5": full.p5.isoformat() if full.p5 else None,
            "p50": full.p50.isoformat() if full.p50 else None,
            "p95": full.p95.isoformat() if full.p95 else None,
            "by": [{"day": day.isoformat(), "share": round(share, 6)} for day, share in full.by],
        },
        "turned_away": _band(projection.turned_away),
        "cost_per_person_day": _band(projection.cost_per_person_day)
        if projection.cost_per_person_day
        else None,
        "sensitivity": [
            {
                "parameter": d.name,
                "label": d.label,
                "occupancy": d.occupancy,
                "cost": d.cost,
                "full_on": d.full_on,
            }
            for d in projection.drivers
        ],
        "occupancy": [_band(band) for band in projection.occupancy],
        "cost": [_band(band) for band in projection.cost],
    }


def _band(band: Band) -> dict[str, Json]:
    return {
        "day": band.day.isoformat(),
        "p5": _shown(band.p5),
        "p50": _shown(band.p50),
        "p95": _shown(band.p95),
    }


def _shown(value: float) -> float:
    """People in whole numbers and money in cents are finer than any projection is."""
    return round(value, 2)


def _parameter(parameter: Parameter, scenario: Scenario) -> dict[str, Json]:
    return {
        "id": parameter.id,
        "label": parameter.label,
        "low": _end(parameter.low, parameter, scenario),
        "high": _end(parameter.high, parameter, scenario),
        "unit": parameter.unit or str(parameter.dimension),
        "basis": str(parameter.basis),
        "claims": list(parameter.claims),
        "note": parameter.note,
    }


def _end(value: float, parameter: Parameter, scenario: Scenario) -> Json:
    if parameter.dimension is Dimension.DATE:
        return (scenario.start + timedelta(days=round(value))).isoformat()
    return None if math.isinf(value) else value


def _switch(switch: Switch, scenario: Scenario) -> dict[str, Json]:
    return {
        "label": switch.label,
        "since": [_end(v, switch.since, scenario) for v in (switch.since.low, switch.since.high)],
        "until": [_end(v, switch.until, scenario) for v in (switch.until.low, switch.until.high)]
        if switch.until
        else None,
        "chance": [switch.chance.low, switch.chance.high],
        "basis": str(switch.since.basis),
        "claims": list(switch.since.claims),
        "note": switch.since.note,
    }
