"""Is confidence what it says? Quotation claims of habeas on PolNeAR's dev and test parts, by stated confidence.

    python bench/calibration.py CHECKOUT [--part dev test] [--json bench/results/calibration.json]

CHECKOUT is networkdynamics/PolNeAR. A quotation claim counts where a gold attribution with a source holds its words; it
is right when its speaker is. The map from a rule's prior to confidence was fitted on the train part
(bench/fit_calibration.py). Beside it: the priors as they were before they were calibrated.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from habeas.claim.confidence import confidence
from habeas.model.claim import Kind
from judging import by_polnear
from reliability import bins
from reporting import report


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("checkout", type=Path)
    ask.add_argument("--part", nargs="+", default=["dev", "test"], choices=["train", "dev", "test"])
    ask.add_argument("--json", type=Path)
    given = ask.parse_args()
    tables = {}
    for part in given.part:
        judged = list(by_polnear(given.checkout, part))
        tables[f"PolNeAR {part}"] = bins((confidence(Kind(j.kind), j.prior), j.right) for j in judged)
        tables[f"PolNeAR {part}, prior"] = bins((j.prior, j.right) for j in judged)
    report("calibration", [given.checkout], tables, given.json)


if __name__ == "__main__":
    main()
