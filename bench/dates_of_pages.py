"""The publication day of a web page: habeas beside htmldate, fast and extensive.

    python bench/dates_of_pages.py CHECKOUT [--json bench/results/dates_of_pages.json]

CHECKOUT is adbar/htmldate. A page counts when its day is exactly the one in tests/eval_*.json. English pages are
those whose own text reads as English.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from htmldate import find_date
from trafilatura import html2txt, load_html

from habeas.read.decoding import decode
from habeas.read.language import language
from habeas.read.page_dates import page_date
from habeas.read.page_facts import page_facts
from reporting import report


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("checkout", type=Path)
    options.add_argument("--json", type=Path)
    chosen = options.parse_args()
    pages = _pages(chosen.checkout / "tests")
    english = {key for key, (source, _) in pages.items() if _is_english(source)}
    ways = {
        "htmldate fast": lambda source: find_date(source, original_date=True, extensive_search=False),
        "htmldate extensive": lambda source: find_date(source, original_date=True, extensive_search=True),
        "habeas": _habeas,
    }
    rows: dict[str, dict[str, float]] = {}
    for name, way in ways.items():
        start = time.process_time()
        found = {key: way(source) for key, (source, _) in pages.items()}
        seconds = time.process_time() - start
        right = {key for key, day in found.items() if day == pages[key][1]}
        none = sum(day is None for day in found.values())
        rows[name] = {
            "right": len(right),
            "wrong": len(pages) - len(right) - none,
            "none": none,
            "accuracy": round(len(right) / len(pages), 4),
            "accuracy_english": round(len(right & english) / len(english), 4),
            "seconds": round(seconds, 2),
        }
    about = {"pages": len(pages), "english": len(english)}
    report("dates_of_pages", [chosen.checkout], {"publication day": rows}, chosen.json, about)


def _pages(tests: Path) -> dict[str, tuple[str, str]]:
    pages = {}
    for listing in sorted(tests.glob("eval_*.json")):
        for url, entry in json.loads(listing.read_text("utf-8")).items():
            path = next(
                (
                    tests / f / entry["file"]
                    for f in ("test_set", "cache", "eval")
                    if (tests / f / entry["file"]).is_file()
                ),
                None,
            )
            if path is not None:
                pages[url] = (decode(path.read_bytes())[0], entry["date"])
    return pages


def _habeas(source: str) -> str | None:
    tree = load_html(source)
    if tree is None:
        return None
    facts = page_facts(tree)
    found = page_date(tree, facts.url, facts.stamp)
    return found.value if found else None


def _is_english(source: str) -> bool:
    tree = load_html(source)
    shown = html2txt(tree) if tree is not None else ""
    return len(shown) > 200 and language(shown) == ("en", None) and shown[:3000].count(" the ") > 3


if __name__ == "__main__":
    main()
