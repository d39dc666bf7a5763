"""In which claims each word stands, so that no question reads them all."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim
from habeas.reconcile.names import folded

__all__ = ["Worded"]


class Worded:
    """Claims by the words that they hold, and by their properties."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = claims
        self._holders: dict[str, list[int]] = defaultdict(list)
        self._of_property: dict[str, list[int]] = defaultdict(list)
        for n, claim in enumerate(claims):
            self._of_property[claim.property].append(n)
            for word in set(folded(claim.quote).split()):
                self._holders[word].append(n)
        self._known = sorted(self._holders)

    def holding(self, words: Sequence[str], properties: Sequence[str] = ()) -> list[Claim]:
        """The claims, in order, of some properties and those with one of some words, or the longest word of a phrase; a
        word that ends in a hyphen stands for all that begin so."""
        found = {n for name in properties for n in self._of_property.get(name, ())}
        for told in words:
            if told.startswith("{"):
                continue
            parts = folded(told.removesuffix("-")).split()
            opens = told.endswith("-") and len(parts) == 1
            if told.endswith("-") and not opens:
                parts.pop()
            for word in self._opened_by(parts[0]) if opens else [max(parts, key=len)]:
                found.update(self._holders.get(word, ()))
        return [self.claims[n] for n in sorted(found)]

    def sharing(self, claim: Claim, least: int, common: int) -> list[Claim]:
        """The claims, in order, that share so many words with one, words left out that more than `common` claims hold."""
        shared: Counter[int] = Counter()
        for word in set(folded(claim.quote).split()):
            holders = self._holders.get(word, ())
            if len(holders) <= common:
                shared.update(holders)
        return [self.claims[n] for n in sorted(shared) if shared[n] >= least]

    def _opened_by(self, opening: str) -> Iterator[str]:
        at = bisect_left(self._known, opening)
        while at < len(self._known) and self._known[at].startswith(opening):
            yield self._known[at]
            at += 1
