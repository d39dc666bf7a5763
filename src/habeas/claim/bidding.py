"""Bidding: what somebody is ordered, bound or asked to do, act by act: "told the firm to pay, to leave and to apologise"."""

from __future__ import annotations

import itertools
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause
from habeas.claim.scenes import Scene
from habeas.model.span import Span

__all__ = ["bidden"]

_VERBS: Final = frozenset({t.VB, t.BE, t.HAVE, t.DO})
_JOINS: Final = frozenset({t.COMMA, t.CC})


def bidden(scene: Scene, clause: Clause) -> tuple[tuple[str, Span], ...]:
    """Each of several acts in a row with the one who is to do them, and where it stands; nothing of fewer than two."""
    tags = scene.parsed.tags
    lo, hi = clause.complement
    opens = [i for i in range(lo, hi - 1) if tags[i] == t.TO and tags[i + 1] in _VERBS | {t.ADV}]
    row = [i for i in opens if i == opens[0] or tags[i - 1] in _JOINS]
    if len(row) < 2:
        return ()
    whom = scene.text((lo, row[0]))
    found = []
    for start, end in itertools.pairwise([*row, hi]):
        first = clause.whole[0] if start == row[0] else start
        found.append((f"{whom} {scene.text((start, end))}".strip(), scene.span((first, end))))
    return tuple(found)
