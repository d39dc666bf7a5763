"""Not understood: the numbers and quotations that no claim uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model.claim import Unclaimed
from habeas.publish.catalogue import Catalogue, anchor
from habeas.publish.site.sheet import Sheet, sliced
from habeas.publish.wording import shortened

__all__ = ["UnclaimedView", "leftover_anchor", "reasons", "unclaimed_sheets"]


@dataclass(frozen=True, slots=True)
class UnclaimedView:
    """A left-over as a row shows it."""

    kind: str
    words: str
    href: str
    context: str
    report: str
    report_title: str
    reason: str


@dataclass(frozen=True, slots=True)
class _LeftoversView:
    reasons: tuple[tuple[str, int], ...]
    rows: tuple[UnclaimedView, ...]


def leftover_anchor(left: Unclaimed) -> str:
    """The id of the left-over words in the page of their report."""
    return anchor("left", f"{left.kind}-{left.span.start}-{left.span.end}")


def reasons(catalogue: Catalogue) -> tuple[tuple[str, int], ...]:
    """Why things were not understood, the commonest first."""
    counted = Counter(left.reason for left in catalogue.dossier.unclaimed)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _row(left: Unclaimed, catalogue: Catalogue) -> UnclaimedView:
    text = catalogue.reports[left.doc].text
    before, after = (
        text[max(0, left.span.start - 60) : left.span.start],
        text[left.span.end : left.span.end + 60],
    )
    around = " ".join(f"{before}{left.quote}{after}".split())
    return UnclaimedView(
        kind=left.kind,
        words=shortened(left.quote),
        href=f"{catalogue.report_href(left.doc)}#{leftover_anchor(left)}",
        context=f"…{shortened(around, 240)}…",
        report=catalogue.labels[left.doc],
        report_title=shortened(catalogue.title(left.doc), 80),
        reason=left.reason,
    )


def unclaimed_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of all left-overs."""
    why = reasons(catalogue)[:20]
    for paging, part in sliced("unclaimed", catalogue.dossier.unclaimed):
        seen = catalogue.at(paging.root)
        view = _LeftoversView(why, tuple(_row(left, seen) for left in part))
        yield Sheet(paging.path, "unclaimed", "Not understood", "unclaimed.html", view, paging)
