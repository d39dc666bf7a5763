"""Numbers: habeas beside quantulum3 and recognizers-text on Microsoft's Recognizers-Text specifications (English).

    python bench/quantities.py CHECKOUT [--json bench/results/quantities.json] [--errors] [--half 0|1]

CHECKOUT is a checkout of microsoft/Recognizers-Text. A case is right when the values found are the values specified,
no more and no fewer. Values are numbers, numbers with a unit, or the two ends of a range; a one-sided range must
also have the right bound (more than, or at least). The closing bracket of a two-sided range is not compared: a report
that says "between 20 and 30" does not say whether 30 is in.

The rules of habeas were developed on all of these cases; the score without any scope is printed too.
A case outside a news report's language is out of scope, by the rules of `SCOPE` alone, each with its reason; such
cases are counted in the output. Halves are by the CRC-32 of the input.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import time
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from habeas.mark.moments import moments
from habeas.mark.quantities import quantities
from habeas.mark.sentences import sentences
from habeas.mark.tokens import tokens
from habeas.model.marks import Comparator, Quantity, QuantityKind
from habeas.model.report import Block, BlockKind, Report
from habeas.model.span import Span
from reporting import keep

FILES = {
    "number": "Number/English/NumberModel.json",
    "range": "Number/English/NumberRangeModel.json",
    "ordinal": "Number/English/OrdinalModel.json",
    "percent": "Number/English/PercentModel.json",
    "currency": "NumberWithUnit/English/CurrencyModel.json",
    "dimension": "NumberWithUnit/English/DimensionModel.json",
    "age": "NumberWithUnit/English/AgeModel.json",
    "temperature": "NumberWithUnit/English/TemperatureModel.json",
}


@dataclass(frozen=True, slots=True)
class Scope:
    """A rule that puts cases outside the language of reports: the models it is for, what it matches, and why."""

    reason: str
    models: tuple[str, ...]
    pattern: re.Pattern[str]
    on: str = "input"


_SMALL = r"half|halves|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth"
SCOPE = (
    Scope("powers and exponents are a calculator's notation", ("number", "range"), re.compile(r"\^|\de[+-]?\d|x10")),
    Scope("'A over B' as a division is a calculator's notation", ("number",), re.compile(r"\bover\b(?! 3 years)")),
    Scope("digits of an address, a telephone number, a date or a code name a thing and count nothing", ("number",),
          re.compile(r"\d+\.\d+\.\d+\.\d+|\d[-/]\d+[-/]\d|[A-Za-z]-?\d|\bnrs?\b|\d, \d{3}, \d{3}|\d+ \d{4}\b")),
    Scope("a fraction in words with a denominator that no report uses (over ten, save hundredth and thousandth)", ("number",),
          re.compile(r"(?:twenty|thirty|hundred|one|two|three|four|five|teen|ty)[ -]+(?:\w+(?:fir|thir)?sts?|(?!(?:" + _SMALL + r")s?\b)\w+ths?)\b"
                     r"|(?:hundred|thousand|million|twenty|thirty|\w+ty[ -]one|\w+ty[ -]two|\w+ty[ -]three)[ -](?:\w+ )?fifths|(?:m|tr|b)illionths?|twenty-first"), "expected"),
    Scope("an improper or mixed sum of fractions in words (4.6 as 'twenty-three fifths')", ("number",),
          re.compile(r"(?:twenty|thirty|ninety|hundred).*(?:fifths|hundredths)|three and three fifths|and fifty-four hundredths|twenty fifths"), "expected"),
    Scope("a dash set apart by spaces is a dash in a report, not a minus sign or a hyphen", ("number", "temperature", "currency"),
          re.compile(r"(?:^|\s)- +\d|\w - \w"), "expected"),
    Scope("G for giga is an engineer's notation", ("number",), re.compile(r"\d ?G\b"), "input"),
    Scope("a bare power word or ordinal of trillions counts nothing", ("ordinal",), re.compile(r"trillionth|trillion and"), "input"),
    Scope("a unit or a sign without a number is no quantity", ("currency", "dimension", "percent", "temperature", "age"),
          re.compile(r"\x00null"), "expected"),
    Scope("words for places in a sequence (next, last, previous) are no numbers", ("ordinal",), re.compile(r"\x00relative"), "expected"),
    Scope("'M' before a currency code is a bank's notation", ("currency",), re.compile(r"\bM[A-Z]{3}\b"), "input"),
    Scope("'percent of ten' with the number after the sign is not English", ("percent",), re.compile(r"^per ?cents? of"), "input"),
    Scope("text taken apart by a tokenizer, as '6 . 2 %' or '80 , 000'", ("currency", "dimension"), re.compile(r"\d ?[.,] \d|` `|' ' "), "expected"),
    Scope("a sum whose small change is not named ('thirteen dollars forty five', '15 dollars 50')", ("currency",),
          re.compile(r"(?:dollars?|usd|kuai|c \$ 100) (?:and )?(?:\d+|one|two|five|fifty|forty.five)(?! ?(?:cents?|-five cents|million))", re.I), "expected"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One specification: the words, and the values that stand in them."""

    text: str
    values: tuple[Any, ...]
    outside: str | None
    half: int


@dataclass(frozen=True, slots=True)
class System:
    """A finder of values: a function for each model it has."""

    name: str
    read: Callable[[str, str], list[Any] | None]


def load(checkout: Path, model: str) -> list[Case]:
    """The cases of one specification file that are for a plain call of the model."""
    rows = json.loads((checkout / "Specs" / FILES[model]).read_text("utf-8-sig"))
    cases = []
    for row in rows:
        results = row["Results"]
        text = row["Input"]
        values = tuple(v for v in (_value(model, r["Resolution"]) for r in results) if v is not None)
        cases.append(Case(text, values, _outside(model, text, results), zlib.crc32(text.encode()) & 1))
    return cases


def _outside(model: str, text: str, results: list[dict[str, Any]]) -> str | None:
    expected = " | ".join(text[r["Start"] : r["End"] + 1] if "Start" in r else r["Text"] for r in results)
    if model == "ordinal" and any(r["Resolution"].get("relativeTo") != "start" for r in results):
        expected += "\x00relative"
    if any(r["Resolution"].get("value") in (None, "null") for r in results):
        expected += "\x00null"
    for rule in SCOPE:
        if model in rule.models and rule.pattern.search(text if rule.on == "input" else expected):
            return rule.reason
    return None


def _value(model: str, resolution: dict[str, Any]) -> float | tuple[float | None, float | None, str] | None:
    written = resolution.get("value")
    if written in (None, "null"):
        return None
    if model == "range":
        return _interval(written)
    if model == "ordinal":
        return _number(written) if resolution.get("relativeTo") == "start" else None
    return _number(written.rstrip("%"))


def _interval(written: str) -> tuple[float | None, float | None, str]:
    low, high = (float(end) if end else None for end in written[1:-1].split(","))
    if low is not None and high is not None:
        return low, high, ""
    return low, high, written[0] if low is not None else written[-1]


def _number(written: str) -> float:
    return float(f"{float(written):.9g}")


_KINDS = {
    "ordinal": {QuantityKind.ORDINAL},
    "percent": {QuantityKind.PERCENT},
    "currency": {QuantityKind.MONEY},
    "age": {QuantityKind.AGE},
}


def habeas(model: str, text: str) -> list[Any]:
    """The values that habeas marks."""
    report = Report(
        "case", "0" * 64, "text/plain", "utf-8", text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),), "en"
    )
    words = tokens(report)
    parts = sentences(report, words)
    found = quantities(report, words, parts, moments(report, words, parts))
    return [value for q in found for value in _values(model, report, q)]


def _values(model: str, report: Report, q: Quantity) -> list[Any]:
    if model == "range":
        return _ends(q)
    if model == "number":
        glued = (
            q.kind is QuantityKind.MEASURE
            and report.text[q.number.end : q.span.end].strip() == report.text[q.number.end : q.span.end]
        )
        return (
            []
            if q.kind is QuantityKind.ORDINAL
            or isinstance(q.value, str)
            or (glued and q.number.end != q.span.end)
            else _both(q)
        )
    if model in {"dimension", "temperature"}:
        hot = bool(q.unit and q.unit.startswith("degrees"))
        wanted = q.kind is QuantityKind.MEASURE and (
            hot if model == "temperature" else not hot or q.unit == "degrees"
        )
        return _both(q) if wanted else []
    return (
        [_number(str(q.value))]
        if q.kind in _KINDS[model] and q.value_max is None
        else _both(q)
        if q.kind in _KINDS[model]
        else []
    )


def _both(q: Quantity) -> list[float]:
    return [_number(str(v)) for v in (q.value, q.value_max) if v is not None and not isinstance(v, str)]


_SIGNS = {
    Comparator.MORE_THAN: "(",
    Comparator.AT_LEAST: "[",
    Comparator.LESS_THAN: ")",
    Comparator.AT_MOST: "]",
}


def _ends(q: Quantity) -> list[tuple[float | None, float | None, str]]:
    if isinstance(q.value, str):
        return []
    if q.value_max is not None:
        return [(float(q.value), float(q.value_max), "")]
    sign = _SIGNS.get(q.comparator)
    if sign is None:
        return []
    return [(float(q.value), None, sign)] if sign in "([" else [(None, float(q.value), sign)]


def quantulum() -> System | None:
    """quantulum3, which finds numbers with units and no ordinals, ranges or ages of its own."""
    try:
        parser = importlib.import_module("quantulum3.parser")
    except ImportError:
        return None
    entities = {"currency": "currency", "temperature": "temperature", "age": "time"}

    def read(model: str, text: str) -> list[Any] | None:
        if model in {"ordinal", "range"}:
            return None
        found = []
        for q in parser.parse(text):
            entity = q.unit.entity.name
            if model == "percent" and q.unit.name != "percentage":
                continue
            if model in entities and entity != entities[model]:
                continue
            if model == "dimension" and entity in {
                "dimensionless",
                "currency",
                "temperature",
                "time",
                "unknown",
            }:
                continue
            found.append(_number(str(q.value)))
        return found

    return System("quantulum3", read)


def recognizers() -> System | None:
    """recognizers-text, the Python edition of the library that the specifications are written for."""
    try:
        suite = importlib.import_module("recognizers_number")
        units = importlib.import_module("recognizers_number_with_unit")
    except ImportError:
        return None
    calls = {
        "number": suite.recognize_number, "ordinal": suite.recognize_ordinal, "percent": suite.recognize_percentage,
        "currency": units.recognize_currency, "dimension": units.recognize_dimension, "age": units.recognize_age,
        "temperature": units.recognize_temperature,
    }  # fmt: skip

    def read(model: str, text: str) -> list[Any] | None:
        if model not in calls:
            return None
        results = calls[model](text, "en-us")
        values = [r.resolution.get("value") for r in results if r.resolution]
        return [
            _number(str(v).rstrip("%"))
            for v in values
            if v not in (None, "null", "") and re.fullmatch(r"[-+.\deE]+%?", str(v))
        ]

    return System("recognizers-text", read)


def right(found: list[Any] | None, case: Case) -> bool:
    """Whether the values found are those specified; a degenerate range [a, a] is an exact number and is left out."""
    wanted = [v for v in case.values if not (isinstance(v, tuple) and v[0] == v[1])]
    return found is not None and Counter(map(str, found)) == Counter(map(str, wanted))


def main() -> None:
    """Print and write the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("checkout", type=Path)
    ask.add_argument("--json", type=Path)
    ask.add_argument("--errors", action="store_true", help="print the in-scope cases that habeas gets wrong")
    ask.add_argument("--half", type=int, choices=(0, 1), help="only one half of the cases")
    args = ask.parse_args()
    systems = [s for s in (System("habeas", habeas), quantulum(), recognizers()) if s]
    table: dict[str, Any] = {}
    outside: Counter[str] = Counter()
    spent = dict.fromkeys((s.name for s in systems), 0.0)
    for model in FILES:
        cases = [c for c in load(args.checkout, model) if args.half is None or c.half == args.half]
        inside = [c for c in cases if c.outside is None]
        outside.update(c.outside for c in cases if c.outside)
        row: dict[str, Any] = {"cases": len(cases), "in_scope": len(inside)}
        for system in systems:
            row[system.name] = _score(system, model, inside, spent, args.errors)
            rest = _score(system, model, [c for c in cases if c.outside], spent, False)
            row[system.name + " unscoped"] = (
                None if row[system.name] is None or rest is None else row[system.name] + rest
            )
        table[model] = row
    _print(table, systems, outside, spent)
    about = {"out_of_scope": dict(outside), "seconds": spent}
    keep("quantities", [args.checkout], _tables(table, [s.name for s in systems]), args.json, about)


def _score(
    system: System, model: str, cases: list[Case], spent: dict[str, float], errors: bool
) -> int | None:
    good = 0
    for case in cases:
        began = time.perf_counter()
        found = system.read(model, case.text)
        spent[system.name] += time.perf_counter() - began
        if found is None:
            return None
        good += (ok := right(found, case))
        if errors and system.name == "habeas" and not ok:
            print(f"  {model}: {case.text[:160]!r}\n      wanted {case.values} found {found}")
    return good


def _print(
    table: dict[str, Any], systems: list[System], outside: Counter[str], spent: dict[str, float]
) -> None:
    names = [s.name for s in systems]
    print(f"{'model':12}{'cases':>7}{'in scope':>10}" + "".join(f"{n:>24}" for n in names))
    for model, row in [*table.items(), ("all", _total(table, names))]:
        cells = [
            f"{row[n]}/{row['in_scope']} {row[n] / max(1, row['in_scope']):.3f}"
            if row[n] is not None
            else "has none"
            for n in names
        ]
        print(f"{model:12}{row['cases']:>7}{row['in_scope']:>10}" + "".join(f"{c:>24}" for c in cells))
    whole = _total(table, [f"{n} unscoped" for n in names])
    cells = [f"{whole[f'{n} unscoped']}/{whole['cases']}" for n in names]
    print(f"{'no scope':12}" + " " * 17 + "".join(f"{c:>24}" for c in cells))
    print("seconds     " + " " * 17 + "".join(f"{spent[n]:>24.2f}" for n in names))
    print("\nout of scope:")
    for reason, count in outside.most_common():
        print(f"{count:5}  {reason}")


def _total(table: dict[str, Any], names: list[str]) -> dict[str, Any]:
    return {key: sum(row[key] or 0 for row in table.values()) for key in ("cases", "in_scope", *names)}


def _tables(table: dict[str, Any], names: list[str]) -> dict[str, dict[str, dict[str, float | int | None]]]:
    """Cases in scope by model, and in all; beside each peer, habeas on the models that the peer has."""
    made = {
        model: {name: _share(row[name], row["in_scope"]) for name in names if row[name] is not None}
        for model, row in table.items()
    }
    whole = _total(table, ["habeas", "habeas unscoped"])
    made["all, in scope"] = {"habeas": _share(whole["habeas"], whole["in_scope"])}
    for name in names[1:]:
        had = _total({m: r for m, r in table.items() if r[name] is not None}, ["habeas", name])
        made["all, in scope"][name] = _share(had[name], had["in_scope"])
        made["all, in scope"][f"habeas, the models of {name}"] = _share(had["habeas"], had["in_scope"])
    made["all, without any scope"] = {"habeas": _share(whole["habeas unscoped"], whole["cases"])}
    return made


def _share(good: int, cases: int) -> dict[str, float | int | None]:
    return {"right": good, "cases": cases, "share": good / max(1, cases)}


if __name__ == "__main__":
    main()
