"""Every bench on the public checkouts below one folder; what is missing is skipped and named.

    python bench/all.py DATA_FOLDER [--results bench/results] [--only NAME...]

DATA_FOLDER holds the checkouts of docs/benchmarks.md, each named owner+name or name. Benches run one after the other, so
that none disturbs the other's time. Exit code 1 when a bench fails; a missing checkout or peer is no failure.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checkouts import find

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Bench:
    """A script, the checkout it needs ("" for none), and further ones that it can take, each with its option."""

    name: str
    needs: str = ""
    takes: tuple[tuple[str, str], ...] = ()


BENCHES = (
    Bench("attributions", "networkdynamics/PolNeAR"),
    Bench("quantities", "microsoft/Recognizers-Text"),
    Bench("moments", "jspotter/TempEval-3"),
    Bench("articles", "scrapinghub/article-extraction-benchmark"),
    Bench("dates_of_pages", "adbar/htmldate"),
    Bench("names", "UniversalNER/UNER_English-EWT", (("--gum", "amir-zeldes/gum"),)),
    Bench(
        "sentences",
        "UniversalDependencies/UD_English-EWT",
        (("--news", "scrapinghub/article-extraction-benchmark"),),
    ),
    Bench("copies", "tommasoc80/EventStoryLine"),
    Bench("stories", "tommasoc80/EventStoryLine"),
    Bench("calibration", "networkdynamics/PolNeAR"),
    Bench("throughput", "networkdynamics/PolNeAR"),
    Bench("projection"),
    Bench("ledger"),
    Bench("scaling"),
    Bench("big_dossier"),
    Bench("load"),
    Bench("reconciling"),
    Bench("copies_at_scale"),
    Bench("fuzz"),
)


def command(bench: Bench, data: Path, results: Path) -> tuple[list[str] | None, list[str]]:
    """The command that runs a bench (None where its checkout is missing), and the checkouts that are missing."""
    checkout = find(data, bench.needs) if bench.needs else _HERE.parent
    if checkout is None:
        return None, [bench.needs]
    words = [sys.executable, str(_HERE / f"{bench.name}.py"), str(checkout)]
    missing = []
    for option, repository in bench.takes:
        further = find(data, repository)
        if further is None:
            missing.append(repository)
        else:
            words += [option, str(further)]
    return [*words, "--json", str(results / f"{bench.name}.json")], missing


def main(arguments: Sequence[str] | None = None) -> int:
    """Run all; the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, help="the folder with the public checkouts")
    parser.add_argument("--results", type=Path, default=_HERE / "results")
    parser.add_argument("--only", nargs="*", default=[], choices=[b.name for b in BENCHES])
    given = parser.parse_args(arguments)
    if not given.data.is_dir():
        parser.error(f"{given.data}: no such folder (docs/benchmarks.md says where each checkout comes from)")
    told = [
        _run(bench, given.data, given.results)
        for bench in BENCHES
        if not given.only or bench.name in given.only
    ]
    print("\n".join(told))
    return int(any("failed" in line for line in told))


def _run(bench: Bench, data: Path, results: Path) -> str:
    words, missing = command(bench, data, results)
    without = f"; without {', '.join(missing)} (not found)" if missing else ""
    if words is None:
        return f"{bench.name:16} skipped: {bench.needs} is not below {data}"
    print(f"== {bench.name}", flush=True)
    begun = time.perf_counter()
    done = subprocess.run(words, check=False)
    spent = f"{time.perf_counter() - begun:.0f} s"
    return f"{bench.name:16} {'ran' if done.returncode == 0 else 'failed'} in {spent}{without}"


if __name__ == "__main__":
    sys.exit(main())
