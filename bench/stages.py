"""Where the time from text to claims goes: seconds a megabyte of every marker and claim maker, and the sum.

    python bench/stages.py CHECKOUT_OR_TEXTFILE... [--runs 5]

Texts are taken as `throughput.py` takes them. Each stage runs on each report RUNS times and its least processor time
counts, so that what else a machine does is left out as far as it can be. The figures are for comparing two states of
the program on one machine.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from habeas.claim import claim
from habeas.claim.context import Context
from habeas.claim.quantities import quantity_claims
from habeas.claim.quotations import quotation_claims
from habeas.claim.wording import clause_claims
from habeas.collector import resting
from habeas.mark import mark
from habeas.mark.attributions import attributions
from habeas.mark.hedges import hedges, negations
from habeas.mark.moments import moments
from habeas.mark.names import names
from habeas.mark.quantities import quantities
from habeas.mark.quotations import quotations
from habeas.mark.sentences import sentences
from habeas.mark.tokens import tokens
from habeas.model.pack import Pack
from habeas.model.report import Report
from habeas.packs import load_pack
from habeas.read import read_report
from reporting import table
from throughput import files

Stage = Callable[[], object]


def stages(report: Report, pack: Pack) -> dict[str, Stage]:
    """What is to be timed on one report, by name."""
    seen = mark(report, pack)
    words, parts = seen.tokens, seen.sentences
    ctx = Context.of(report, seen, pack)
    return {
        "tokens": lambda: tokens(report),
        "sentences": lambda: sentences(report, words),
        "quotations": lambda: quotations(report, parts, words),
        "moments": lambda: moments(report, words, parts),
        "quantities": lambda: quantities(report, words, parts, seen.moments),
        "names": lambda: names(report, words, parts, pack),
        "attributions": lambda: attributions(
            report, words, parts, seen.quotations, seen.entities, seen.mentions
        ),
        "hedges and negations": lambda: (hedges(report, words, parts), negations(report, words, parts)),
        "claims of quantities": lambda: quantity_claims(ctx),
        "claims of quotations": lambda: quotation_claims(ctx),
        "claims of clauses": lambda: clause_claims(ctx),
        "all marks": lambda: mark(report, pack),
        "all claims": lambda: claim(report, seen, pack),
    }


def least(stage: Stage, runs: int) -> float:
    """The least processor time of several runs."""
    spent = []
    for _ in range(runs):
        start = time.process_time()
        stage()
        spent.append(time.process_time() - start)
    return min(spent)


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("texts", nargs="+", type=Path)
    arguments.add_argument("--runs", type=int, default=5)
    given = arguments.parse_args()
    data = [(path.name, path.read_bytes()) for one in given.texts for path in files(one)]
    size = sum(len(raw) for _, raw in data) / 1e6
    pack = load_pack()
    spent: dict[str, float] = {}
    with resting():
        for name, raw in data:
            for stage, work in stages(read_report(name, raw), pack).items():
                spent[stage] = spent.get(stage, 0.0) + least(work, given.runs)
    rows = [["stage", "s/MB"], *([stage, f"{seconds / size:.3f}"] for stage, seconds in spent.items())]
    speed = size / (spent["all marks"] + spent["all claims"])
    print(table([*rows, ["text to claims, MB/s", f"{speed:.3f}"]]))


if __name__ == "__main__":
    main()
