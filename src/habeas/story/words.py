"""A difference in words: lines for the terminal and JSON values for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from habeas.publish.wording import count
from habeas.story.changes import MEANING, Change, ChangeKind, Subject
from habeas.story.diff import Diff

__all__ = ["change_json", "sentence", "text"]

_SHOWN = 40
"""The most changes of a kind that a terminal shows; JSON and the page hold all."""


def change_json(change: Change) -> dict[str, Any]:
    """One change as JSON values."""
    return {
        "change": str(change.kind),
        "about": str(change.about),
        "id": change.id,
        "title": change.title,
        "before": list(change.before),
        "after": list(change.after),
        "origins_before": change.origins_before,
        "origins_after": change.origins_after,
        "reports": list(change.reports),
        "claims": list(change.claims),
        "note": change.note,
    }


def text(diff: Diff) -> str:
    """The difference for a reader: counts, then the changes by kind, the gravest first."""
    lines = [f"{diff.old.name} -> {diff.new.name}: {diff.summary}"]
    if not diff.changes:
        lines.append("nothing has changed")
    for kind in ChangeKind:
        changes = diff.of(kind)
        if changes:
            lines.append(f"\n{kind} ({len(changes)}): {MEANING[kind]}")
            lines += [f"  {sentence(change)}" for change in changes[:_SHOWN]]
        if len(changes) > _SHOWN:
            lines.append(f"  ... and {len(changes) - _SHOWN} more (--json or --out shows all)")
    return "\n".join(lines)


def sentence(change: Change) -> str:
    """One change in a line."""
    return "  ".join(_parts(change))


def _parts(change: Change) -> Iterator[str]:
    yield f"report {change.title}" if change.about is Subject.REPORT else change.title
    before, after = " | ".join(change.before), " | ".join(change.after)
    if before and after and before != after:
        yield f"{before} -> {after}"
    elif before or after:
        yield after or before
    if change.about is Subject.FINDING:
        yield f"[{origins(change)}]"
    if change.note and change.about is not Subject.FINDING:
        yield f"({change.note})"
    if change.reports and change.about is not Subject.REPORT:
        yield f"<{', '.join(change.reports)}>"


def origins(change: Change) -> str:
    """How many origins stood and stand behind a finding."""
    if change.kind in (ChangeKind.NEW, ChangeKind.WITHDRAWN) or change.origins_before == change.origins_after:
        return count(max(change.origins_before, change.origins_after), "origin")
    return f"{change.origins_before} -> {count(change.origins_after, 'origin')}"
