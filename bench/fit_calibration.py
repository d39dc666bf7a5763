"""Fit the map from a rule's prior to confidence, kind by kind, and write `packs/calibration.toml`.

    python bench/fit_calibration.py POLNEAR_CHECKOUT --gold CLAIMS.jsonl --reports FOLDER
        [--toml src/habeas/packs/calibration.toml] [--json bench/results/calibration_by_hand.json]

Quotations are fitted on the train part of networkdynamics/PolNeAR (is the speaker right?). All other kinds are fitted on
reports whose claims a careful reader has listed by hand (is there such a claim in the list?): those given here and, for
numbers and roles, which it lists in full, our own in tests/gold_own; and our own in tests/gold_facts, which lists no
numbers. Rules were made from all of these, so on other reports confidence may be too high. These are few, so every kind is drawn towards one
map of all of them. How well that does on a report it was not fitted on is measured by leaving
one report out at a time, and kept in the JSON. bench/calibration.py measures the quotations' map on the dev part.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from habeas.model.claim import Kind
from isotonic import Steps, fitted
from judging import Judged, by_hand, by_polnear
from reliability import bins
from reporting import report

_HOME = Path(__file__).resolve().parent.parent
_POOL = "the reading by hand, all kinds"
_OWN = _HOME / "tests" / "gold_own"
_FACTS = _HOME / "tests" / "gold_facts"
_LISTED_IN_FULL = (Kind.QUANTITY.value, Kind.ROLE.value)
"""Kinds of which our own reading lists every claim."""


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("checkout", type=Path, help="networkdynamics/PolNeAR")
    ask.add_argument("--gold", type=Path, required=True, help="claims listed by hand, one JSON object a line")
    ask.add_argument("--reports", type=Path, required=True, help="the folder of the reports they are of")
    ask.add_argument("--toml", type=Path, default=_HOME / "src/habeas/packs/calibration.toml")
    ask.add_argument("--json", type=Path)
    given = ask.parse_args()
    quoted = list(by_polnear(given.checkout, "train"))
    own = by_hand(_OWN / "gold" / "claims.jsonl", _OWN / "reports")
    facts = by_hand(_FACTS / "gold" / "claims.jsonl", _FACTS / "reports")
    read = [
        *by_hand(given.gold, given.reports),
        *(j for j in facts if j.kind != Kind.QUANTITY.value),
        *(j for j in own if j.kind in _LISTED_IN_FULL),
    ]
    given.toml.write_text(_toml(quoted, read), "utf-8")
    about = {
        "claims": len(read),
        "reports": len({j.doc for j in read}),
        "measured": "each report by the map fitted on the others",
    }
    report("calibration_by_hand", [], {_POOL: bins(_left_out(read))}, given.json, about)


def maps(read: Sequence[Judged]) -> dict[str, Steps]:
    """One map for each kind that was read by hand, drawn towards one of all kinds."""
    shared = fitted(((j.prior, j.right) for j in read), lambda _: 0.5)
    return {
        kind.value: fitted(((j.prior, j.right) for j in read if j.kind == kind.value), shared)
        for kind in Kind
        if kind is not Kind.QUOTATION
    }


def _left_out(read: Sequence[Judged]) -> Iterable[tuple[float, bool]]:
    """Confidence and truth of every claim, by the maps that its own report had no part in."""
    for doc in sorted({j.doc for j in read}):
        made = maps([j for j in read if j.doc != doc])
        yield from ((made[j.kind](j.prior), j.right) for j in read if j.doc == doc)


def _toml(quoted: Sequence[Judged], read: Sequence[Judged]) -> str:
    lines = [
        "# How often claims of a kind are right, by the prior of the rule that made them.",
        "# Written by bench/fit_calibration.py; do not edit by hand.",
        "# A prior of at least priors[i] (and below the next) means confidence[i].",
    ]
    speakers = fitted(((j.prior, j.right) for j in quoted), lambda prior: prior)
    rows = [
        (Kind.QUOTATION.value, "networkdynamics/PolNeAR, train: the speaker is right", len(quoted), speakers)
    ]
    for kind, steps in maps(read).items():
        rows.append(
            (kind, "reports read by hand: the reader lists it", sum(j.kind == kind for j in read), steps)
        )
    for kind, source, count, steps in sorted(rows):
        lines += [
            "",
            "[[kinds]]",
            f'kind = "{kind}"',
            f'source = "{source}"',
            f"claims = {count}",
            f"priors = {list(steps.priors)}",
            f"confidence = {list(steps.confidence)}",
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
