"""The body of an article page: habeas beside trafilatura alone, by the shingle metric of the public benchmark.

    python bench/articles.py CHECKOUT [--json bench/results/articles.json]

CHECKOUT is scrapinghub/article-extraction-benchmark. Its own evaluate.py scores both. "habeas" is all of the
article's text but its headline (the benchmark's bodies have none); "habeas, own words" leaves out what is marked
as noise, embedded posts excepted, which the benchmark counts as body. Seconds are processor time, decoding included;
the two read each page in turn, so that both meet the same machine, three times, and the least sum of each is told.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import time
from pathlib import Path
from types import ModuleType

import trafilatura

from habeas.errors import ReportError
from habeas.model.report import BlockKind, NoiseKind, Report
from habeas.read import read_report
from reporting import report

ROUNDS = 3


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("checkout", type=Path)
    options.add_argument("--json", type=Path)
    chosen = options.parse_args()
    truth = json.loads((chosen.checkout / "ground-truth.json").read_text("utf-8"))
    pages = {
        key: gzip.decompress((chosen.checkout / "html" / f"{key}.html.gz").read_bytes())
        for key in sorted(truth)
    }
    first = next(iter(pages.values()))
    _alone(first)
    _read("warm.html", first)
    rounds = [_in_turns(pages) for _ in range(ROUNDS)]
    alone, reports = rounds[0][:2]
    alone_seconds, seconds = min(one[2] for one in rounds), min(one[3] for one in rounds)
    bodies = {
        "trafilatura fast alone": alone,
        "habeas": {key: _body(one, own=False) for key, one in reports.items()},
        "habeas, own words": {key: _body(one, own=True) for key, one in reports.items()},
    }
    judge = _judge(chosen.checkout)
    rows: dict[str, dict[str, float]] = {}
    for name, found in bodies.items():
        scored = judge.evaluate(truth, {key: {"articleBody": body} for key, body in found.items()}, 2)
        spent = alone_seconds if name.startswith("traf") else seconds
        rows[name] = {
            **{m: float(scored[m]) for m in ("f1", "precision", "recall")},
            "seconds": round(spent, 2),
        }
    about = {"pages": len(pages), "time_ratio": seconds / alone_seconds}
    report("articles", [chosen.checkout], {"article body": rows}, chosen.json, about)


def _in_turns(pages: dict[str, bytes]) -> tuple[dict[str, str], dict[str, Report | None], float, float]:
    """What trafilatura alone and habeas read, and the seconds that each of the two needed."""
    alone: dict[str, str] = {}
    reports: dict[str, Report | None] = {}
    alone_seconds = seconds = 0.0
    for key, data in pages.items():
        start = time.process_time()
        alone[key] = _alone(data)
        between = time.process_time()
        reports[key] = _read(f"{key}.html", data)
        alone_seconds += between - start
        seconds += time.process_time() - between
    return alone, reports, alone_seconds, seconds


def _alone(data: bytes) -> str:
    return trafilatura.extract(data.decode("utf-8", "replace"), fast=True, include_comments=False) or ""


def _read(doc: str, data: bytes) -> Report | None:
    try:
        return read_report(doc, data)
    except ReportError:
        return None


def _body(one: Report | None, own: bool) -> str:
    if one is None:
        return ""
    kept = [b for b in one.blocks if b.kind is not BlockKind.HEADLINE]
    if own:
        kept = [b for b in kept if b.noise in (None, NoiseKind.EMBEDDED_POST)]
    return "\n".join(one.quote(b.span) for b in kept)


def _judge(checkout: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("evaluate", checkout / "evaluate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
