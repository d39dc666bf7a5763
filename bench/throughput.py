"""Text to claims in MB/s on one core, beside dateparser's search and quantulum3 on the same text in the same run.

    python bench/throughput.py TEXTFILE... [--json bench/results/throughput.json] [--sample 20000]

Each file is one report. habeas runs on all of it, once without measuring and then three times; the peers, which do
one part of the work each, are run on the first SAMPLE characters, and habeas again on these for the ratio.
"""

from __future__ import annotations

import argparse
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from habeas.claim import claim
from habeas.mark import mark
from habeas.model.report import Report
from habeas.packs import load_pack
from habeas.read import read_report
from reporting import report

Work = Callable[[], object]


def seconds(work: Work, times: int = 1) -> float:
    """The best time of several runs of `work`."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def habeas(reports: list[Report]) -> int:
    """Marks and claims of all reports; how many claims there are."""
    pack = load_pack()
    return sum(len(claim(one, mark(one, pack), pack).claims) for one in reports)


def peers(sample: str) -> dict[str, float]:
    """Seconds that each peer needs for `sample`; a peer that is not installed is left out."""
    found: dict[str, float] = {}
    try:
        from dateparser.search import search_dates

        found["dateparser.search (dates only)"] = seconds(lambda: search_dates(sample, languages=["en"]))
    except ImportError:
        pass
    try:
        from quantulum3 import parser

        found["quantulum3 (quantities only)"] = seconds(lambda: parser.parse(sample))
    except ImportError:
        pass
    return found


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("texts", nargs="+", type=Path)
    arguments.add_argument("--json", type=Path)
    arguments.add_argument("--sample", type=int, default=20_000)
    given = arguments.parse_args()
    warnings.simplefilter("ignore")
    data = [path.read_bytes() for path in given.texts]
    reports = [
        one for path, raw in zip(given.texts, data, strict=True) for one in [read_report(path.name, raw)]
    ]
    size = sum(len(raw) for raw in data) / 1e6
    pack = load_pack()
    habeas(reports[:1])
    whole = seconds(lambda: habeas(reports), 3)
    marked = [mark(one, pack) for one in reports]
    claiming = seconds(lambda: [claim(one, seen, pack) for one, seen in zip(reports, marked, strict=True)], 3)
    sample = "\n".join(one.text for one in reports)[: given.sample]
    short = [read_report("sample.txt", sample.encode("utf-8"))]
    part = len(sample.encode("utf-8")) / 1e6
    speeds = {"habeas, text to claims": size / whole, "habeas, marks to claims": size / claiming}
    speeds["habeas, text to claims, on the sample"] = part / seconds(lambda: habeas(short), 3)
    speeds.update({name: part / spent for name, spent in peers(sample).items()})
    rows = [["program", "MB/s"], *([name, f"{speed:.3f}"] for name, speed in speeds.items())]
    results: dict[str, object] = {"megabytes": size, "sample_megabytes": part, "mb_per_second": speeds}
    report("throughput", given.texts[0].parent, results, rows, given.json)


if __name__ == "__main__":
    main()
