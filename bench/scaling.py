"""Reports a second by workers: Daft on this machine and on a Ray cluster of local nodes, beside plain multiprocessing.

    python bench/scaling.py [REPOSITORY] [--json bench/results/scaling.json] [--reports 400] [--rounds 2]

Each way reads and understands the same files, in a process of its own, at a quarter of REPORTS and at all of them: the
slope is its rate, what is left is the price of starting. The least of several rounds counts, the ways in turns, so that
what else runs on the machine strikes them alike. One worker is held to one processor (on Ray: is one node with one). A
report is the texts in samples/ one after another, each with other numbers.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from reporting import report

HOME = Path(__file__).resolve().parent.parent
MULTIPROCESSING, NATIVE, RAY = "multiprocessing", "habeas on Daft, native", "habeas on Daft, Ray"
WAYS = tuple((way, workers) for way in (MULTIPROCESSING, NATIVE, RAY) for workers in (1, 2))
Measures = dict[str, float]


def written(folder: Path, reports: int) -> Path:
    """A folder of so many reports: the sample texts, with numbers of their own in each."""
    text = "\n\n".join(path.read_text("utf-8") for path in sorted((HOME / "samples").glob("*.txt")))
    folder.mkdir()
    for number in range(reports):
        own = re.sub(r"\b\d{2}\b", partial(_shifted, by=number), text)
        (folder / f"{number:07}.txt").write_text(own, "utf-8")
    return folder


def _shifted(match: re.Match[str], by: int) -> str:
    return str(10 + (int(match.group()) + by) % 90)


def alone(way: str, workers: int, folder: str, work: str) -> Measures:
    """In a process of its own: all of the folder read and understood, and what it took."""
    start = time.perf_counter()
    if workers == 1 and way != RAY:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    found = (
        _in_a_pool(Path(folder), workers) if way == MULTIPROCESSING else _on_daft(way, folder, work, start)
    )
    found["seconds"] = time.perf_counter() - start
    found["driver_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def _in_a_pool(folder: Path, workers: int) -> Measures:
    from habeas.read import read
    from habeas.understanding import understand

    reports, _ = read([folder])
    with ProcessPoolExecutor(workers) as pool:
        return {"reports": len(list(pool.map(partial(understand, "detention"), reports, chunksize=16)))}


def _on_daft(way: str, folder: str, work: str, start: float) -> Measures:
    from habeas.scale.building import Scale, understood
    from habeas.scale.cutting import Cuts
    from habeas.scale.mapping import Standing

    ends: dict[str, float] = {}

    def tell(standing: Standing) -> None:
        ends[standing.stage] = time.perf_counter() - start

    scale = Scale(work, "native" if way == NATIVE else "ray", Cuts(reports=16))
    results, _ = understood([folder], scale, tell=tell)
    gathering = time.perf_counter() - start - ends["understand"]
    return {"reports": len(results), "gather_seconds": gathering}


def measured(way: str, workers: int, folder: Path) -> Measures:
    """One run of one way, with the processor time of all its processes that this machine can tell."""
    with tempfile.TemporaryDirectory() as work, cluster(workers if way == RAY else 0) as address:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        words = [sys.executable, __file__, "--alone", way, str(workers), str(folder), work]
        done = subprocess.run(
            words, env={**os.environ, "RAY_ADDRESS": address}, capture_output=True, text=True, check=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found: Measures = json.loads(done.stdout.splitlines()[-1])
        if way != RAY:
            found["cpu"] = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return found


@contextmanager
def cluster(nodes: int) -> Iterator[str]:
    """The address of a Ray cluster of so many local nodes with a processor each; of none, the empty string."""
    if nodes == 0:
        yield ""
        return
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    from ray.cluster_utils import Cluster

    small = {"num_cpus": 1, "object_store_memory": 80_000_000}
    made = Cluster(initialize_head=True, head_node_args={**small, "include_dashboard": False})
    for _ in range(nodes - 1):
        made.add_node(**small)
    try:
        yield str(made.address)
    finally:
        made.shutdown()


def least(folders: list[Path], rounds: int) -> dict[tuple[str, int], list[Measures]]:
    """For every way its best run over each folder, measure by measure."""
    best: dict[tuple[str, int], list[Measures]] = {}
    for _ in range(rounds):
        for way in WAYS:
            runs = [measured(*way, folder) for folder in folders]
            held = best.setdefault(way, runs)
            best[way] = [
                {name: min(value, old.get(name, value)) for name, value in run.items()}
                for run, old in zip(runs, held, strict=True)
            ]
            print(*way, *(f"{run['seconds']:.1f} s" for run in runs), flush=True)
    return best


def kept(folder: Path) -> Measures:
    """Kilobytes that one report takes in the work folder when none like it lies beside it."""
    from habeas.read import read
    from habeas.scale.packing import packed
    from habeas.scale.partitions import Row, content
    from habeas.understanding import understand

    [one], _ = read([min(folder.iterdir())])
    values = {"kb_report": one, "kb_understood": understand("detention", one)}
    return {name: len(content([Row(one.doc, packed(value))])) / 1000 for name, value in values.items()}


def row(small: Measures, large: Measures, kilobytes: float) -> Measures:
    """Rate and start from two sizes, and what a report costs."""
    more = large["reports"] - small["reports"]
    each = (large["seconds"] - small["seconds"]) / more
    found = {
        "reports_per_s": 1 / each,
        "mb_per_s": kilobytes / 1000 / each,
        "start_s": large["seconds"] - large["reports"] * each,
        "driver_mb": large["driver_mb"],
    }
    if "cpu" in large:
        found["cpu_s_per_1000"] = (large["cpu"] - small["cpu"]) / more * 1000
    if "gather_seconds" in large:
        found["gather_s_per_1000"] = large["gather_seconds"] / large["reports"] * 1000
    return found


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("checkout", nargs="?", type=Path, default=HOME)
    arguments.add_argument("--reports", type=int, default=400)
    arguments.add_argument("--rounds", type=int, default=2)
    arguments.add_argument("--json", type=Path)
    arguments.add_argument("--alone", nargs=4, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.alone:
        way, workers, folder, work = given.alone
        print(json.dumps(alone(way, int(workers), folder, work)))
        return
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as here:
        sizes = (given.reports // 4, given.reports)
        folders = [written(Path(here) / str(size), size) for size in sizes]
        kilobytes = sum(p.stat().st_size for p in folders[1].iterdir()) / 1000 / given.reports
        best = least(folders, given.rounds)
        stored = kept(folders[1])
    rows = {f"{way}, {workers}": row(*best[way, workers], kilobytes) for way, workers in WAYS}
    about = {
        "reports": given.reports,
        "kilobytes_a_report": kilobytes,
        "rounds": given.rounds,
        "processors": os.cpu_count(),
        "load_before": load,
    }
    tables = {"read and understand, workers": rows, "work folder": {"one report": stored}}
    report("scaling", [], tables, given.json, about)


if __name__ == "__main__":
    main()
