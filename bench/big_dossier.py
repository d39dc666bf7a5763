"""A dossier that grows: what its first page weighs and how soon it is there, and what publishing costs, by reports.

    python bench/big_dossier.py CHECKOUT_OF_HABEAS [--sizes 5 1000 10000 100000] [--json bench/results/big_dossier.json]

Dossiers of invented reports (ten claims each, `tests/publish/big_dossiers.py`) are published one after the other, each in
a process of its own so that its peak of memory is its own. Chromium then opens from disk, seven times in new contexts,
the first page, the last page of claims and, for what any page takes on the machine, the page "about"; and it searches.
Times are medians, from the start of navigation to the load event or to the results, and of the page's own thread. As a
peer stands one HTML page with a row for every claim, as a table is often exported, up to 10,000 reports. Sizes that are
not measured anew keep their figures in the JSON.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from reporting import report

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-sync",
]
PEER_UP_TO = 10_000
TIMES = 7
Measures = dict[str, "float | int | None"]


def published(checkout: Path, count: int, out: Path) -> Measures:
    """What publishing costs; runs in this process, which is to be a fresh one."""
    sys.path.insert(0, str(checkout / "tests" / "publish"))
    from big_dossiers import big_dossier

    from habeas.publish import publish

    dossier = big_dossier(count)
    begun, spent = time.perf_counter(), time.process_time()
    publish(dossier, out)
    measures: Measures = {
        "publish_processor_s": time.process_time() - spent,
        "publish_wall_s": time.perf_counter() - begun,
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    rows = "".join(
        f"<tr id='{c.id}'><td>{escape(c.doc)}<td>{escape(c.subject)}<td>{c.property}<td>{escape(str(c.value))}<td>{escape(c.quote)}"
        for c in (dossier.claims if count <= PEER_UP_TO else ())
    )
    if rows:
        out.with_suffix(".peer.html").write_text(
            f"<!doctype html><meta charset=utf-8><table>{rows}</table>", "utf-8"
        )
    return measures


def of_its_files(out: Path) -> Measures:
    """Bytes and numbers of the files of a dossier."""
    html = [path.stat().st_size for path in out.rglob("*.html")]
    folders = [
        sum(1 for _ in folder.iterdir()) for folder in (out, *(p for p in out.rglob("*") if p.is_dir()))
    ]
    return {
        "first_page_bytes": (out / "index.html").stat().st_size,
        "largest_page_bytes": max(html),
        "pages": len(html),
        "site_mb": (sum(html) + sum(path.stat().st_size for path in out.rglob("*.js"))) / 1e6,
        "most_entries_in_a_folder": max(folders),
    }


def loaded(browser: Browser, address: str, times: int = TIMES) -> tuple[float, float]:
    """Milliseconds from the start of navigation to the load event, and of the page's own thread until all of it is
    drawn, which other work on the machine does not lengthen: medians of several new contexts."""
    found = []
    for _ in range(times):
        context = browser.new_context()
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(address, timeout=120_000)
        loading = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        measures = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
        found.append((loading, measures["TaskDuration"] * 1000))
        context.close()
    return statistics.median(t for t, _ in found), statistics.median(t for _, t in found)


def searched(browser: Browser, out: Path, words: str) -> float:
    """Milliseconds from Enter to the results of a search."""
    found = []
    for _ in range(TIMES):
        context = browser.new_context()
        page = context.new_page()
        page.goto((out / "search.html").as_uri())
        begun = time.perf_counter()
        page.evaluate(f"location.hash = 'q={words}'")
        page.wait_for_selector("#search h2", timeout=60_000)
        found.append((time.perf_counter() - begun) * 1000)
        context.close()
    return statistics.median(found)


def browsed(out: Path) -> Measures:
    """How soon pages are there in Chromium, opened from disk."""
    pages = sorted((out / "claims").glob("*.html"), key=lambda path: int(path.stem)) or [out / "claims.html"]
    peer = out.with_suffix(".peer.html")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        loaded(browser, (out / "about.html").as_uri(), 2)
        shown = {
            "about_page": loaded(browser, (out / "about.html").as_uri()),
            "first_page": loaded(browser, (out / "index.html").as_uri()),
            "last_claims_page": loaded(browser, pages[-1].as_uri()),
        }
        if peer.is_file():
            shown["peer_one_page"] = loaded(browser, peer.as_uri(), 3 if len(pages) < 10 else 1)
        measures: Measures = {f"{name}_ms": wall for name, (wall, _) in shown.items()}
        measures |= {f"{name}_thread_ms": thread for name, (_, thread) in shown.items()}
        measures["search_ms"] = searched(browser, out, "norvale%20population")
        browser.close()
    return measures


def measured(checkout: Path, count: int, folder: Path) -> Measures:
    """All measures of a dossier of `count` reports."""
    out = folder / str(count)
    command = [sys.executable, __file__, str(checkout), "--publish", str(count), str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {**of_its_files(out), **browsed(out), **json.loads(done.stdout)}


def main(words: Sequence[str] | None = None) -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("checkout", type=Path)
    arguments.add_argument("--sizes", type=int, nargs="+", default=[5, 1_000, 10_000, 100_000])
    arguments.add_argument("--json", type=Path)
    arguments.add_argument("--publish", nargs=2, metavar=("COUNT", "OUT"), help=argparse.SUPPRESS)
    given = arguments.parse_args(words)
    if given.publish:
        print(json.dumps(published(given.checkout, int(given.publish[0]), Path(given.publish[1]))))
        return
    kept = (
        json.loads(given.json.read_text("utf-8"))["results"]["dossier"]
        if given.json and given.json.is_file()
        else {}
    )
    rows: dict[str, Measures] = dict(kept)
    for count in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            rows[f"{count:,} reports"] = measured(given.checkout, count, Path(folder))
        report("big_dossier", [], {"dossier": rows}, given.json, {"claims_a_report": 10})


if __name__ == "__main__":
    main()
