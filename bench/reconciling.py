"""Reconciling at scale: what do findings, checks and the record cost for one story that is told by 1,000 to 20,000 reports?

    python bench/reconciling.py [--sizes 1000 5000 20000] [--json bench/results/reconciling.json]

The story is made by bench/story.py: reports share places, speakers, numbers, orders and remarks. Each is said to rework the
one before, so that all are one story, which costs most, whatever the program would make of them. Reports are read,
understood and traced before the clock starts; seconds are processor time of one process, for `reconcile` and for `record`
apart. The peer is the program itself on half of the story: what grows with the number of reports costs twice as much
(exponent 1), what compares all with all four times (2).
"""

from __future__ import annotations

import argparse
import math
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from habeas.collector import resting
from habeas.flow import understand_all
from habeas.model.dossier import Understood
from habeas.model.lineage import Lineage, Pair, Relation
from habeas.model.report import Report
from habeas.packs import DEFAULT, load_pack
from habeas.reconcile import reconcile
from habeas.record import record
from habeas.trace import trace
from reporting import Tables, keep, report
from story import story

SIZES = (1_000, 5_000, 20_000)
ABOUT = {"seconds": "processor time of one process, after reading, understanding and tracing"}


def measured(size: int) -> dict[str, float]:
    """One story, from claims to the record."""
    pack = load_pack(DEFAULT)
    told = [u for u in understand_all(list(story(size)), DEFAULT, _silent) if isinstance(u, Understood)]
    reports, marks = [u.report for u in told], [u.marks for u in told]
    lineage = _of_one_story(trace(reports, marks), reports)
    with resting():
        begun = time.process_time()
        settled = reconcile(reports, marks, [u.claims for u in told], lineage, pack)
        reconciled = time.process_time()
        made = record(settled, lineage, reports, pack)
        recorded = time.process_time()
    return {
        "reports": size,
        "claims": len(settled.claims),
        "findings": len(settled.findings),
        "in the largest story": max(Counter(settled.story.values()).values()),
        "entries": sum(len(part.entries) for part in made.parts),
        "reconcile, seconds": round(reconciled - begun, 2),
        "record, seconds": round(recorded - reconciled, 2),
        "both, seconds": round(recorded - begun, 2),
    }


def _of_one_story(lineage: Lineage, reports: Sequence[Report]) -> Lineage:
    thread = (Pair(one.doc, other.doc, Relation.REWRITE, ()) for one, other in pairwise(reports))
    return replace(lineage, pairs=(*lineage.pairs, *thread))


def exponents(whole: dict[str, float], half: dict[str, float]) -> dict[str, float]:
    """The power of the number of claims by which each stage grows from half a story to the whole."""
    more = math.log(whole["claims"] / half["claims"])
    stages = (name for name in whole if name.endswith(", seconds"))
    return {
        name.removesuffix(", seconds"): math.log(whole[name] / max(half[name], 0.01)) / more
        for name in stages
    }


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Nobody is watching."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkout", nargs="?", help="not used: the story is generated")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    rows: dict[str, dict[str, float]] = {}
    grown: dict[str, dict[str, float]] = {}
    tables: Tables = {"by number of reports": rows, "exponents": grown}
    for size in args.sizes:
        half = rows[f"half of it, {size // 2:,}"] = measured(size // 2)
        whole = rows[f"habeas, {size:,}"] = measured(size)
        grown[f"{size // 2:,} to {size:,}"] = exponents(whole, half)
        print(whole, flush=True)
        keep("reconciling", [], tables, args.json, ABOUT)
    report("reconciling", [], tables, args.json, ABOUT)


if __name__ == "__main__":
    main()
