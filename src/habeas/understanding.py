"""All that can be known of one report without the others: what a worker does, here and on a cluster.

It stands apart from the flow so that a worker loads nothing but the two stages that it runs.
"""

from __future__ import annotations

import traceback
from dataclasses import replace
from pathlib import Path

from habeas.claim import claim
from habeas.collector import resting
from habeas.mark import mark
from habeas.mark.reach import UNREAD, begun, reach, unread
from habeas.model.claim import Claims, Unclaimed
from habeas.model.dossier import Failure, Understood
from habeas.model.report import Report
from habeas.packs import load_pack
from habeas.slots import quicken

__all__ = ["understand"]

quicken("habeas.model", "habeas.mark", "habeas.claim")


def understand(pack_name: str, report: Report) -> Understood | Failure:
    """One report's marks and claims. This is the one border that isolates a report which breaks the program."""
    pack = load_pack(pack_name)
    try:
        with resting():
            end = reach(report.text)
            near = report if end == len(report.text) else begun(report, end)
            marks = mark(near, pack)
            return Understood(report, marks, _with_rest(report, end, claim(near, marks, pack)))
    except MemoryError:
        return Failure(report.doc, "needs more memory than one report may take")
    except Exception as error:  # noqa: BLE001 - one report must not cost the others
        where = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(where.filename).name}:{where.lineno}"
        return Failure(
            report.doc, f"could not be understood ({type(error).__name__} in {place}); please report it"
        )


def _with_rest(report: Report, end: int, found: Claims) -> Claims:
    """What was found, and the stretches behind `end` on the list of what no claim uses."""
    if end == len(report.text):
        return found
    reason = (
        f"left unread: the first {end:,} of {len(report.text):,} characters hold as many numbers, quotations, names and "
        "sentences as are read of a report of this length"
    )
    rest = (
        Unclaimed(report.doc, report.sha256, UNREAD, span, report.quote(span), reason)
        for span in unread(report.text, end)
    )
    return replace(found, unclaimed=(*found.unclaimed, *rest))
