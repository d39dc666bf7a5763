"""Reading a scenario: TOML to a Scenario, each parameter resolved to the claims it names."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from habeas.errors import UsageError
from habeas.model.claim import Claim
from habeas.model.pack import Pack
from habeas.project.parameters import ROLES, Basis, Dimension, Parameter
from habeas.project.ranges import claimed_range, comparable, currency_of, days_of, says_a_number, usable
from habeas.project.scenario import MORE_RUNS, Missing, Scenario, Switch, WhenFull

__all__ = ["read_scenario", "scenario_from"]

_TOP = {
    "title": str, "start": date, "days": int, "runs": int, "seed": int, "every": int,
    "when_full": str, "one_by_one": bool, "parameters": dict, "switches": list,
}  # fmt: skip
_WITH = {
    "batch": ("batch_every", "batch_first"),
    "expansion": ("expansion_on",),
    "renewal": ("payment", "term"),
}
"""What a parameter means nothing without: no assumption is made silently."""

_FIELDS = ("basis", "claims", "note", "per", "property", "range", "subject", "unit", "value")
_SWITCH = ("basis", "chance", "claims", "label", "note", "since", "until")


def read_scenario(path: Path, claims: Sequence[Claim], pack: Pack) -> Scenario:
    """The scenario in the TOML file `path`, resolved against `claims`. Raises UsageError naming file and key."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error})") from None
    return scenario_from(text, claims, pack, str(path))


def scenario_from(text: str, claims: Sequence[Claim], pack: Pack, where: str = "scenario") -> Scenario:
    """The scenario that the TOML `text` describes. Raises UsageError naming `where` and the key."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{where}: not TOML: {error}") from None
    _check_keys(data, tuple(_TOP), where)
    for key, kind in _TOP.items():
        if key in data and type(data[key]) is not kind:
            raise UsageError(f"{where}: {key} must be a {kind.__name__}, not {data[key]!r}")
    if "start" not in data:
        raise UsageError(f"{where}: needs start, the first day, as start = 2025-04-01")
    start: date = data["start"]
    days = _positive(data, "days", 5 * 365 + 1, where, 36_600)
    reader = _Reader(start, {c.id: c for c in claims}, {p.id: p.limit for p in pack.projections}, where)
    given = data.get("parameters", {})
    _check_keys(given, tuple(ROLES), f"{where}: parameters")
    parameters = tuple(reader.parameter(name, given[name]) for name in ROLES if name in given)
    for name, others in _WITH.items():
        if lacking := [other for other in others if name in given and other not in given]:
            raise UsageError(f"{where}: parameters.{name} needs parameters.{lacking[0]} beside it")
    return Scenario(
        title=data.get("title", "Projection"),
        start=start,
        days=days,
        parameters=parameters,
        switches=tuple(reader.switch(n, row) for n, row in enumerate(data.get("switches", ()), 1)),
        missing=tuple(Missing(p.id, p.question) for p in pack.projections if p.id not in given),
        runs=_positive(data, "runs", MORE_RUNS, where, 10_000_000),
        seed=data.get("seed", 1),
        every=_positive(data, "every", 7 if days > 400 else 1, where, days),
        when_full=_when_full(data.get("when_full", "turn_away"), where),
        one_by_one=data.get("one_by_one", False),
        currency=next((p.unit for p in parameters if p.dimension is Dimension.MONEY and p.unit), ""),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Tables of one scenario to parameters and switches."""

    start: date
    claims: Mapping[str, Claim]
    limits: Mapping[str, bool]
    where: str

    def parameter(self, name: str, row: object) -> Parameter:
        """The parameter `name` from its table."""
        where, role = f"{self.where}: parameters.{name}", ROLES[name]
        if not isinstance(row, dict):
            raise UsageError(f"{where}: must be a table, as [parameters.{name}]")
        _check_keys(row, _FIELDS, where)
        cited = self._cited(row, where, role.dimension)
        if "value" in row or "range" in row:
            low, high = self._given(row, role.dimension, where)
            basis = self._basis(row, cited, where)
            unit = row.get("unit", "")
            return Parameter(
                name, role.label, role.dimension, low, high, basis, unit, _ids(cited), row.get("note", "")
            )
        if not cited:
            raise UsageError(f'{where}: name claims, or give value or range with basis = "assumed"')
        found = claimed_range(
            cited,
            role.dimension,
            start=self.start,
            per_days=self._per(row, where),
            limit=self.limits.get(name, False),
        )
        if found is None:
            raise UsageError(
                f'{where}: none of its claims says a number of {role.dimension}; give value and basis = "assumed"'
            )
        rest = [c for c in cited if says_a_number(c, role.dimension)]
        note = "; ".join(filter(None, (row.get("note", ""), found.note)))
        unit = row.get("unit") or (currency_of(rest[0].unit) if role.dimension is Dimension.MONEY else "")
        return Parameter(
            name, role.label, role.dimension, found.low, found.high, Basis.CLAIMS, unit, _ids(rest), note
        )

    def switch(self, number: int, row: object) -> Switch:
        """One [[switches]] table."""
        where = f"{self.where}: switches {number}"
        if not isinstance(row, dict):
            raise UsageError(f"{where}: must be a [[switches]] table")
        _check_keys(row, _SWITCH, where)
        cited = self._cited(row, where)
        basis = self._basis(row, cited, where)
        if "since" not in row:
            raise UsageError(f"{where}: needs since, the first day without arrivals")
        label = row.get("label", f"switch {number}")

        def part(key: str, dimension: Dimension, value: object) -> Parameter:
            low, high = self._ends(value, dimension, f"{where}: {key}")
            return Parameter(
                f"switch {number} {key}",
                f"{label}: {key}",
                dimension,
                low,
                high,
                basis,
                "",
                _ids(cited),
                row.get("note", ""),
            )

        until = part("until", Dimension.DATE, row["until"]) if "until" in row else None
        return Switch(
            label,
            part("since", Dimension.DATE, row["since"]),
            until,
            part("chance", Dimension.SHARE, row.get("chance", 1)),
        )

    def _cited(
        self, row: Mapping[str, Any], where: str, dimension: Dimension = Dimension.DATE
    ) -> list[Claim]:
        """The claims that a table names by id, or asks for by property and subject."""
        named = row.get("claims", [])
        if not isinstance(named, list) or not all(isinstance(n, str) for n in named):
            raise UsageError(f'{where}: claims must be a list of ids, as claims = ["3f2a..."]')
        found = [self._claim(name, where) for name in named]
        if "property" in row:
            subject = str(row.get("subject", "")).lower()
            asked = [
                c for c in self.claims.values()
                if c.property == row["property"] and subject in c.subject.lower() and usable(c, planned=True)
            ]  # fmt: skip
            if not asked:
                raise UsageError(
                    f"{where}: no claim in the dossier answers {row['property']!r} of {row.get('subject', 'anything')!r}"
                )
            found += [c for c in comparable(asked, dimension) if c not in found]
        elif "subject" in row:
            raise UsageError(f"{where}: subject needs a property beside it")
        return found

    def _claim(self, name: str, where: str) -> Claim:
        if name in self.claims:
            return self.claims[name]
        raise UsageError(f"{where}: the dossier holds no claim {name!r}; `habeas claims` lists them")

    def _basis(self, row: Mapping[str, Any], cited: Sequence[Claim], where: str) -> Basis:
        stated = row.get("basis")
        if stated is None and cited:
            return Basis.CLAIMS
        if stated == Basis.ASSUMED:
            return Basis.ASSUMED
        if stated == Basis.CLAIMS and cited:
            return Basis.CLAIMS
        raise UsageError(f'{where}: a value that no claim gives needs basis = "assumed"')

    def _given(self, row: Mapping[str, Any], dimension: Dimension, where: str) -> tuple[float, float]:
        if "value" in row and "range" in row:
            raise UsageError(f"{where}: give value or range, not both")
        low, high = self._ends(row.get("value", row.get("range")), dimension, where)
        if dimension is Dimension.RATE:
            per = self._per(row, where)
            return low / per, high / per
        if dimension is Dimension.DAYS and "per" in row:
            raise UsageError(f'{where}: a length takes unit (as unit = "months"), not per')
        factor = (days_of(row.get("unit", "days")) or 1.0) if dimension is Dimension.DAYS else 1.0
        return low * factor, high * factor

    def _ends(self, value: object, dimension: Dimension, where: str) -> tuple[float, float]:
        ends: list[Any] = value if isinstance(value, list) else [value, value]
        kind: tuple[type, ...] = (date,) if dimension is Dimension.DATE else (int, float)
        if len(ends) != 2 or any(isinstance(e, bool) or not isinstance(e, kind) for e in ends):
            wanted = (
                "a date or [date, date]" if dimension is Dimension.DATE else "a number or [lowest, highest]"
            )
            raise UsageError(f"{where}: must be {wanted}, not {value!r}")
        low, high = ((e - self.start).days if isinstance(e, date) else float(e) for e in ends)
        if (
            low > high
            or (dimension is not Dimension.DATE and low < 0)
            or (dimension is Dimension.SHARE and high > 1)
        ):
            raise UsageError(f"{where}: {value!r} is no range of {dimension}")
        return float(low), float(high)

    def _per(self, row: Mapping[str, Any], where: str) -> float:
        per = days_of(str(row.get("per", "day")))
        if per is None:
            raise UsageError(f"{where}: per must be day, week, month or year, not {row['per']!r}")
        return per


def _ids(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(c.id for c in claims)


def _check_keys(row: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    if unknown := sorted(set(row) - set(known)):
        raise UsageError(f"{where}: unknown key {unknown[0]!r}; known: {', '.join(known)}")


def _positive(data: Mapping[str, Any], key: str, default: int, where: str, most: int) -> int:
    value = data.get(key, default)
    if not 1 <= value <= most:
        raise UsageError(f"{where}: {key} must be from 1 to {most:,}, not {value}")
    return int(value)


def _when_full(value: str, where: str) -> WhenFull:
    if value not in set(WhenFull):
        raise UsageError(f"{where}: when_full must be turn_away or crowd, not {value!r}")
    return WhenFull(value)
