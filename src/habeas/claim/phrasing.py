"""Phrasing: where a phrase of a parsed sentence ends."""

from __future__ import annotations

from habeas.claim.clauses import tags as t

__all__ = ["phrase_end"]


def phrase_end(tags: list[int], j: int) -> int:
    """Where the phrase that starts at `j` ends; an "and" between its nouns or adjectives goes on."""
    start = j
    verbs = int(j < len(tags) and tags[j] == t.VN)
    while j < len(tags) and j < start + 16:
        if tags[j] == t.QUOTE and tags[j + 1 : j + 2] == [t.NAME] and t.QUOTE in tags[j + 2 : j + 5]:
            j = tags.index(t.QUOTE, j + 2) + 1  # 'of the "Red Hand" gang'
            continue
        if tags[j] in t.BREAKS:
            break
        if tags[j] in (t.V, t.MODAL, t.BE, t.HAVE) and (verbs or j > start + 2):
            break
        if tags[j] == t.VN and verbs and tags[j - 1] in (t.N, t.NAME):
            break  # "gunmen suspected to be bandits [stormed]"
        verbs += tags[j] in (t.V, t.MODAL, t.BE, t.HAVE)
        if tags[j] == t.CC and not (
            j + 1 < len(tags) and tags[j + 1] in (t.N, t.ADJ) and tags[j - 1] in (t.N, t.ADJ)
        ):
            break
        if tags[j] == t.TO and j + 1 < len(tags) and tags[j + 1] == t.VB:
            break
        j += 1
    return j
