"""Copies at scale: what does it cost to trace 1,000 to 1,000,000 reports, and is it still right? Beside MinHash LSH.

    python bench/copies_at_scale.py [--sizes 1000 10000] [--peer-to 100000] [--memory MB] [--json bench/results/copies_at_scale.json]

The corpus is made by bench/corpus.py, so the descent of every report is known. Recall: of all reports that were made from
another, the share that stands in one origin with its original. Precision: of all pairs of reports that are said to
derive from each other, the share that has one original. A pure origin holds reports of one original only.

Reports are made, marked and sketched one by one in worker processes, and joined in one; seconds are processor time of
all of them together, memory is the peak of the joining process. Up to --full-to reports are also measured on the
program's own marks; all sizes on the light ones of bench/light_marks.py, which are made of the same text in a
twentieth of the time. From either, the sketches are made by the function that `habeas build` uses.
The peer is MinHash LSH over five-word shingles (datasketch, 128 permutations, Jaccard 0.5), on the same texts.
"""

from __future__ import annotations

import argparse
import json
import math
import multiprocessing
import re
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from corpus import BLOCK, Made, block
from habeas.collector import resting
from habeas.mark import mark
from habeas.model.joining import joined
from habeas.packs import load_pack
from habeas.trace.origins import DERIVED
from habeas.trace.sketch import Sketch, sketch
from habeas.trace.traced import traced
from habeas.trace.tracing import MEMORY, relations
from light_marks import as_report, light_marks
from reporting import report

SIZES = (1_000, 10_000, 100_000, 1_000_000)
TITLE = "by number of reports"


@dataclass(slots=True)
class Truth:
    """The kind and cluster of every report, in order."""

    kinds: list[str] = field(default_factory=list)
    clusters: list[str] = field(default_factory=list)

    def add(self, kind: str, cluster: str) -> None:
        self.kinds.append(sys.intern(kind))
        self.clusters.append(sys.intern(cluster))


def made(size: int) -> Iterator[Made]:
    for number in range(-(-size // BLOCK)):
        yield from block(number)[: size - number * BLOCK]


def sketched(number: int, full: bool) -> list[tuple[str, str, Sketch]]:
    """One block of the corpus: kind, cluster and sketch of each report."""
    pack = load_pack("detention")
    found = []
    with resting():
        for one in block(number):
            seen = as_report(one.name, one.outlet, one.text)
            marks = mark(seen, pack) if full else light_marks(seen)
            found.append((one.kind, one.cluster, sketch(traced(seen, marks))))
    return found


def ours(size: int, full: bool, memory: int, processes: int) -> dict[str, float]:
    truth, pairs = Truth(), []
    with multiprocessing.Pool(processes) as pool:
        blocks = pool.imap(partial(sketched, full=full), range(-(-size // BLOCK)))
        for judged in relations(_told(blocks, size, truth), memory, processes):
            if judged.relation in DERIVED:
                pairs.append((judged.a, judged.b))
        pool.close()
        pool.join()
    return measure(truth, pairs)


def _told(blocks: Iterable[list[tuple[str, str, Sketch]]], size: int, truth: Truth) -> Iterator[Sketch]:
    for some in blocks:
        for kind, cluster, seen in some[: size - len(truth.kinds)]:
            truth.add(kind, cluster)
            yield seen


def peer(size: int) -> dict[str, float]:
    from datasketch import MinHash, MinHashLSH

    truth, pairs = Truth(), []
    index = MinHashLSH(threshold=0.5, num_perm=128)
    for number, one in enumerate(made(size)):
        truth.add(one.kind, one.cluster)
        words = re.findall(r"\w+", one.text.lower())
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[i : i + 5]).encode() for i in range(len(words) - 4)])
        pairs += [(other, number) for other in index.query(sketch)]
        index.insert(number, sketch)
    return measure(truth, pairs)


def measure(truth: Truth, pairs: list[tuple[int, int]]) -> dict[str, float]:
    """Recall by kind and in all, precision of pairs, and the share of reports in pure origins."""
    wrong = sum(truth.clusters[a] != truth.clusters[b] for a, b in pairs)
    groups = joined(range(len(truth.kinds)), pairs)
    origin = {report: number for number, group in enumerate(groups) for report in group}
    original = {truth.clusters[n]: n for n, kind in enumerate(truth.kinds) if kind == "original"}
    found: dict[str, Counter[bool]] = defaultdict(Counter)
    for number, (kind, cluster) in enumerate(zip(truth.kinds, truth.clusters, strict=True)):
        if kind != "original" and cluster in original:
            found[kind][origin[number] == origin[original[cluster]]] += 1
    pure = sum(len(g) for g in groups if len({truth.clusters[n] for n in g}) == 1)
    derived, missed = (sum(count[right] for count in found.values()) for right in (True, False))
    return {
        "recall": derived / (derived + missed),
        "precision": 1 - wrong / max(1, len(pairs)),
        "in pure origins": pure / len(truth.kinds),
        **{f"recall, {kind}": count[True] / count.total() for kind, count in sorted(found.items())},
        "pairs": len(pairs),
        "wrong": wrong,
    }


def spent() -> float:
    """Processor seconds of this process and those it has started, so far."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def one_run(system: str, size: int, memory: int, processes: int) -> dict[str, float]:
    """One system on one size, in this process."""
    begun, clock = spent(), time.perf_counter()
    scores = peer(size) if system == "peer" else ours(size, system == "full", memory, processes)
    return {
        "reports": size,
        **scores,
        "cpu seconds": round(spent() - begun, 2),
        "ms a report": round(1000 * (spent() - begun) / size, 3),
        "elapsed seconds": round(time.perf_counter() - clock, 1),
        "peak MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def exponent(rows: Iterable[dict[str, float]]) -> float:
    """The slope of the logarithm of seconds over that of reports, by least squares."""
    points = [(math.log(row["reports"]), math.log(row["cpu seconds"])) for row in rows]
    x, y = (sum(p[i] for p in points) / len(points) for i in (0, 1))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


def written(rows: dict[str, dict[str, float]], args: argparse.Namespace) -> None:
    """What has been measured so far: a run that is stopped keeps the sizes that it has ended."""
    light = [row for label, row in rows.items() if label.startswith("habeas, light")]
    tables = {TITLE: dict(sorted(rows.items(), key=lambda told: told[1]["reports"]))}
    if len(light) > 1:
        tables["cost curve"] = {"habeas, light marks": {"exponent": exponent(light)}}
    about = {
        "memory MB": args.memory,
        "processes": args.processes,
        "seconds": "processor time, all processes",
    }
    report("copies_at_scale", [], tables, args.json, about)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkout", nargs="?", help="not used: the corpus is generated")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--full-to", type=int, default=10_000)
    parser.add_argument("--peer-to", type=int, default=100_000)
    parser.add_argument("--memory", type=int, default=MEMORY >> 20, help="MB that tracing may hold")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--one", nargs=2, metavar=("SYSTEM", "SIZE"), help="one run, its row as JSON")
    args = parser.parse_args()
    if args.one:
        system, size = args.one[0], int(args.one[1])
        print(json.dumps(one_run(system, size, args.memory << 20, args.processes)))
        return
    rows: dict[str, dict[str, float]] = {}
    for size in args.sizes:
        systems = [("light", "habeas, light marks")]
        systems += [("full", "habeas, full marks")] if size <= args.full_to else []
        systems += [("peer", "minhash lsh")] if size <= args.peer_to else []
        for system, label in systems:
            # Each run has a process of its own, so that its peak of memory is its own.
            words = [sys.executable, __file__, "--one", system, str(size)]
            words += ["--memory", str(args.memory), "--processes", str(args.processes)]
            told = subprocess.run(words, check=True, capture_output=True, text=True).stdout
            rows[f"{label}, {size:,}"] = json.loads(told)
            print(label, told, flush=True)
            written(rows, args)


if __name__ == "__main__":
    main()
