"""Which law or measure a legal claim is about: the one it names, else the one named nearest in its report."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.model.claim import Claim
from habeas.model.pack import Law
from habeas.reconcile.legal.citations import cited_in, cited_laws
from habeas.reconcile.names import content_key, name_key

__all__ = ["Measures", "measures"]


@dataclass(frozen=True)
class Measures:
    """Where each report names which law."""

    pattern: re.Pattern[str]
    by_key: dict[str, str]
    named: Mapping[str, Sequence[tuple[int, str]]]
    cited: Mapping[str, str]

    def within(self, text: str) -> str | None:
        """The law that the words name or cite."""
        found = self.pattern.search(f" {name_key(text)} ")
        if found:
            return self.by_key[found[1]]
        return next((self.cited[key] for key in cited_in(text) if key in self.cited), None)

    def of(self, claim: Claim) -> str:
        """The law that `claim` is about, empty where its report names none."""
        if own := self.within(claim.quote):
            return own
        places = self.named.get(claim.doc, ())
        if not places:
            return ""
        at = bisect_left(places, (claim.span.start, ""))
        near = [places[i] for i in (at - 1, at) if 0 <= i < len(places)]
        return min(near, key=lambda place: (abs(place[0] - claim.span.start), place[0]))[1]


def measures(claims: Iterable[Claim], laws: Sequence[Law]) -> Measures:
    """Index the laws that the claims name; those of the pack go by the pack's name."""
    by_key = {name_key(n): law.name for law in laws for n in (law.name, *law.aliases) if len(name_key(n)) > 4}
    same = {content_key(n): name for n, name in by_key.items()}
    named: dict[str, list[tuple[int, str]]] = defaultdict(list)
    kept = list(claims)
    for claim in kept:
        if claim.frame == "year-of-law" or (claim.subject_type == "law" and claim.subject[:1].isupper()):
            key = name_key(claim.subject)
            if len(key.split()) > 1:
                by_key.setdefault(key, same.get(content_key(claim.subject), claim.subject))
    names = sorted(by_key, key=lambda n: (-len(n), n))
    pattern = re.compile(" (" + "|".join(map(re.escape, names)) + ") " if names else r"(?!)")
    found = Measures(pattern, by_key, named, cited_laws(laws))
    for claim in kept:
        if law := found.within(claim.quote):
            named[claim.doc].append((claim.span.start, law))
    for places in named.values():
        places.sort()
    return found
