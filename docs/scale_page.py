"""The generated blocks of scale.md: measured rates by workers, and what a million reports cost by them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copies_page import copies_block
from figures import Result

__all__ = ["scale_page"]

_BLOCK = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.S)
_TABLE = "read and understand, workers"
_FOLDER = "work folder"
_ONE = "multiprocessing, 1"
_NATIVE = "habeas on Daft, native, 1"

PROCESSOR_HOUR = 0.04
"""Dollars for one processor for an hour, and below for a gigabyte for a month: round figures of large clouds, assumed."""
GIGABYTE_MONTH = 0.023


def scale_page(written: str, results: dict[str, Result]) -> str:
    """The page as written by hand, with its generated blocks made new; as it is where nothing was measured."""
    if "scaling" not in results:
        return written
    result = results["scaling"]
    blocks = {"workers": "\n".join(_workers(result)), "million": "\n".join(_million(result))}
    if "copies_at_scale" in results:
        blocks["copies"] = "\n".join(copies_block(results["copies_at_scale"]))
    return _BLOCK.sub(lambda m: f"{m[1]}\n{blocks[m[2]]}\n\n{m[3]}" if m[2] in blocks else m[0], written)


def _workers(result: Result) -> Iterator[str]:
    about = result.about
    yield (
        f"{about['reports']} reports of {about['kilobytes_a_report']:.1f} kB, best of {about['rounds']}, on"
        f" {about['processors']} processors with a load of {about['load_before']:.1f} when it began;"
        f" habeas {result.habeas[:10]}."
    )
    if float(str(about["load_before"])) > int(str(about["processors"])):
        yield (
            "More ran on it than it has processors, so these rates are no measure of what a second worker adds; the"
            " processor seconds hold."
        )
    yield ""
    yield "| way, workers | reports/s | MB/s | seconds to start | processor seconds per 1,000 | driver, MB |"
    yield "|---|---|---|---|---|---|"
    for way, row in result.tables[_TABLE].items():
        cells = [
            _shown(row.get(name))
            for name in ("reports_per_s", "mb_per_s", "start_s", "cpu_s_per_1000", "driver_mb")
        ]
        yield f"| {way} | {' | '.join(cells)} |"


def _million(result: Result) -> Iterator[str]:
    one, native = result.tables[_TABLE][_ONE], result.tables[_TABLE][_NATIVE]
    seconds = float(native["cpu_s_per_1000"] or 0)
    gather = min(
        float(row["gather_s_per_1000"] or 0)
        for row in result.tables[_TABLE].values()
        if "gather_s_per_1000" in row
    )
    kilobytes = sum(float(value or 0) for value in result.tables[_FOLDER]["one report"].values())
    hours = seconds * 1000 / 3600
    yield "| what | formula | for 1,000,000 reports |"
    yield "|---|---|---|"
    yield f"| processor hours, by hand of Daft | {seconds:.1f} s per 1,000 × 1,000 / 3,600 | {hours:.1f} |"
    yield f"| the same by plain multiprocessing | {_shown(one['cpu_s_per_1000'])} s per 1,000 × 1,000 / 3,600 | {float(one['cpu_s_per_1000'] or 0) * 1000 / 3600:.1f} |"
    yield f"| hours on W processors | processor hours / W | {hours / 64:.2f} on 64 |"
    yield f"| their price | processor hours × ${PROCESSOR_HOUR} | ${hours * PROCESSOR_HOUR:.2f} |"
    yield f"| work folder, GB | ({kilobytes:.1f} kB per report) × 1,000,000 / 10⁶ | {kilobytes:.1f} |"
    yield f"| its price for a month | GB × ${GIGABYTE_MONTH} | ${kilobytes * GIGABYTE_MONTH:.2f} |"
    yield f"| taking it in on the machine that asked, hours | {gather:.1f} s per 1,000 × 1,000 / 3,600 | {gather * 1000 / 3600:.1f} |"


def _shown(value: float | int | None) -> str:
    if value is None:
        return "-"
    return f"{value:.2f}" if abs(value) < 10 else f"{value:,.0f}"
