"""Text to claims in MB/s on one core, beside dateparser's search and quantulum3 on the same text in the same run.

    python bench/throughput.py CHECKOUT_OR_TEXTFILE... [--json bench/results/throughput.json] [--sample 20000]

Each file is one report; of networkdynamics/PolNeAR, the texts of its dev part are taken. habeas runs on all of it,
once without measuring and then three times, as compiled machine code where `habeas compile` has made it, and as Python
alone in a process of its own; the peers, which do one part of the work each, are run on the first SAMPLE characters, and
habeas again on these for the ratio. Time is processor time.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from habeas.claim import claim
from habeas.collector import resting
from habeas.compiled import PURE, is_fresh
from habeas.flow import understand
from habeas.mark import mark
from habeas.model.dossier import Understood
from habeas.model.report import Report
from habeas.packs import load_pack
from habeas.read import read_report
from reporting import report

Work = Callable[[], object]


def seconds(work: Work, times: int = 1) -> float:
    """The least processor time of several runs of `work`."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def habeas(reports: list[Report]) -> int:
    """Marks and claims of all reports, as a build makes them; how many claims there are."""
    with resting():
        found = [understand("detention", one) for one in reports]
    return sum(len(one.claims.claims) for one in found if isinstance(one, Understood))


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
    arguments.add_argument("--alone", action="store_true", help="print MB/s of habeas as it runs, and stop")
    given = arguments.parse_args()
    warnings.simplefilter("ignore")
    paths = [path for one in given.texts for path in files(one)]
    data = [path.read_bytes() for path in paths]
    reports = [read_report(path.name, raw) for path, raw in zip(paths, data, strict=True)]
    size = sum(len(raw) for raw in data) / 1e6
    pack = load_pack()
    habeas(reports[:1])
    whole = seconds(lambda: habeas(reports), 3)
    if given.alone:
        print(size / whole)
        return
    marked = [mark(one, pack) for one in reports]
    with resting():
        claiming = seconds(
            lambda: [claim(one, seen, pack) for one, seen in zip(reports, marked, strict=True)], 3
        )
    sample = "\n".join(one.text for one in reports)[: given.sample]
    short = [read_report("sample.txt", sample.encode("utf-8"))]
    part = len(sample.encode("utf-8")) / 1e6
    speeds = {"habeas, text to claims": size / whole, "habeas, marks to claims": size / claiming}
    if is_fresh() and PURE not in os.environ:
        speeds["habeas, text to claims, Python alone"] = in_python([str(one) for one in given.texts])
    speeds["habeas, text to claims, on the sample"] = part / seconds(lambda: habeas(short), 3)
    speeds.update({name: part / spent for name, spent in peers(sample).items()})
    core = "compiled" if is_fresh() and PURE not in os.environ else "Python"
    about = {"reading core": core, "reports": len(reports), "megabytes": size, "sample_megabytes": part}
    rows = {name: {"mb_per_s": speed} for name, speed in speeds.items()}
    report("throughput", [given.texts[0]], {"one core": rows}, given.json, about)


def in_python(texts: list[str]) -> float:
    """MB/s of the same on the same texts without the compiled core."""
    command = [sys.executable, __file__, *texts, "--alone"]
    done = subprocess.run(command, env=os.environ | {PURE: "1"}, capture_output=True, text=True, check=True)
    return float(done.stdout)


def files(given: Path) -> list[Path]:
    """The text files meant by one argument: itself, or those of the dev part of PolNeAR."""
    return sorted((given / "data" / "dev" / "text").glob("*.txt")) if given.is_dir() else [given]


if __name__ == "__main__":
    main()
