"""The difference between two states of a story, report by report, finding by finding, claim by claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.story.changes import Change, ChangeKind, Subject
from habeas.story.edition import Edition
from habeas.story.findings import finding_changes
from habeas.story.revisions import revised_claims

__all__ = ["Diff", "diff"]


@dataclass(frozen=True, slots=True)
class Diff:
    """All changes from one edition to another, the gravest first, and the counts of both."""

    old: Edition
    new: Edition
    changes: tuple[Change, ...]

    def of(self, kind: ChangeKind) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.kind is kind)

    @property
    def summary(self) -> str:
        """Reports, origins and claims then and now, in a line."""
        counts = (
            ("reports", len(self.old.reports), len(self.new.reports)),
            ("origins", len(self.old.lineage.origins), len(self.new.lineage.origins)),
            ("claims", len(self.old.claims), len(self.new.claims)),
            ("findings", len(self.old.findings), len(self.new.findings)),
        )
        return ", ".join(f"{name} {before} -> {after}" for name, before, after in counts)


def diff(old: Edition, new: Edition) -> Diff:
    """What `new` says that `old` does not, and the other way round."""
    changes = (*report_changes(old, new), *finding_changes(old, new), *revised_claims(old, new))
    order = tuple(ChangeKind)
    about = tuple(Subject)
    return Diff(old, new, tuple(sorted(changes, key=lambda c: (order.index(c.kind), about.index(c.about)))))


def report_changes(old: Edition, new: Edition) -> Iterator[Change]:
    """Reports that came, went, or stand with other bytes under their name."""
    gone = {sha: doc for doc, sha in old.reports.items() if sha not in new.reports.values()}
    for doc, sha in new.reports.items():
        if sha in old.reports.values():
            continue
        if doc in old.reports and old.reports[doc] in gone:
            yield Change(
                ChangeKind.CORRECTED, Subject.REPORT, sha, doc, reports=(doc,), note="its bytes have changed"
            )
        else:
            yield Change(ChangeKind.NEW, Subject.REPORT, sha, doc, reports=(doc,), note=_descent(doc, new))
    for sha, doc in gone.items():
        if doc not in new.reports:
            yield Change(ChangeKind.WITHDRAWN, Subject.REPORT, sha, doc, reports=(doc,))


def _descent(doc: str, new: Edition) -> str:
    """Whether a report is an origin of its own."""
    origin = next(o for o in new.lineage.origins if doc in o.docs)
    others = [other for other in origin.docs if other != doc]
    return f"of one origin with {', '.join(others)}" if others else "an origin of its own"
