"""Who acts in a legal claim: a court of the pack, a judge by name, or a court that the report does not name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from habeas.model.claim import Claim
from habeas.model.marks import EntityType
from habeas.model.pack import Court
from habeas.reconcile.legal.vocabulary import Vocabulary
from habeas.reconcile.names import folded, name_key

__all__ = ["Actor", "Bench", "bench"]

_PROPER = re.compile(
    r"[A-ZÁÉÍÓÚ][\w.’']*(?: [A-ZÁÉÍÓÚ][\w.’']*)+(?: (?:of|for|de|del|du) (?:the |la |los )?[A-ZÁÉÍÓÚ][\w.]*(?: [A-ZÁÉÍÓÚ][\w.]*)*)*"
)
"""A court's own name: capitalised words, and what they are "of"."""


_NO_PERSON = frozenset(t.value for t in EntityType if t is not EntityType.PERSON)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the name as shown, the rank (0 unknown), and whether it names one court or judge."""

    name: str
    level: int
    named: bool


@dataclass(frozen=True)
class Bench:
    """The courts of the pack and the judges whom the reports name."""

    courts: Sequence[Court]
    judges: frozenset[str]
    full: Mapping[str, frozenset[str]]
    """For each report the keys of the courts that its legal claims name in full."""

    @cached_property
    def _known(self) -> tuple[re.Pattern[str], dict[str, Court]]:
        by_name = {name_key(n): c for c in self.courts for n in (c.name, *c.aliases) if name_key(n)}
        names = sorted(by_name, key=lambda n: (-len(n), n))
        return re.compile("(?: (" + "|".join(map(re.escape, names)) + ") )" if names else r"(?!)"), by_name

    def court(self, text: str, doc: str = "") -> Actor | None:
        """The pack's court that `text` names, the longest name first; a short name stands for the full one that the
        report gives elsewhere ("the High Court" for the High Court of a country)."""
        pattern, by_name = self._known
        found = [m[1] for m in pattern.finditer(f" {name_key(text)} ")]
        if not found:
            return None
        best = max(found, key=len)
        longer = [n for n in self.full.get(doc, ()) if n != best and f" {best} " in f" {n} "]
        court = by_name[longer[0] if len(longer) == 1 else best]
        return Actor(court.name, court.level, bool(court.country) or court.level >= 40)

    def named_in(self, text: str) -> set[str]:
        """The keys of the pack's courts that `text` names."""
        pattern, _ = self._known
        return {m[1] for m in pattern.finditer(f" {name_key(text)} ")}

    def actor(self, claim: Claim, words: Vocabulary) -> Actor | None:
        """Who acts in `claim`, None where no court or judge does."""
        subject = claim.subject
        if name_key(subject) in self.judges:
            return Actor(subject, 10, True)
        if found := self._of_phrase(subject, words, claim.doc):
            return self._in_full(found, claim) or found
        by = next((s.value for s in claim.slots if s.name == "by"), "")
        if by and (found := self._of_phrase(by, words, claim.doc)):
            return found
        if words.orders.search(folded(subject)) and not words.executive.search(folded(subject)):
            return self._of_order(claim, words)
        if not by and (held := words.courts.search(folded(claim.quote))) and "-" in held[0]:
            return Actor("a court", 0, False)
        return None

    def _in_full(self, found: Actor, claim: Claim) -> Actor | None:
        """The court that the words before the act name, where the subject is its first word alone ("Court" of Appeal)."""
        if found.named or len(found.name.split()) > 1:
            return None
        before = claim.quote.partition(claim.property)[0]
        return self.court(before, claim.doc)

    def _of_order(self, claim: Claim, words: Vocabulary) -> Actor:
        """Who gave an order that is itself the subject ("a temporary order barring ...")."""
        for link in reversed(claim.asserted_by):
            if name_key(link.name) in self.judges:
                return Actor(link.name, 10, True)
            if found := self._of_phrase(link.name, words, claim.doc):
                return found
        return Actor("a court", 0, False)

    def _of_phrase(self, phrase: str, words: Vocabulary, doc: str) -> Actor | None:
        known = self.court(phrase, doc)
        if known is not None and known.named:
            return known
        text = folded(phrase)
        if words.courts.search(text) is None or words.orders.search(text):
            return None
        for judge in self.judges:
            if f" {judge} " in f" {name_key(phrase)} ":
                return Actor(judge.title(), 10, True)
        if (full := _PROPER.search(phrase)) and words.courts.search(folded(full[0])):
            return Actor(full[0], words.rank(text), True)
        return Actor(_short(phrase, words), known.level if known else words.rank(text), False)


_LEADING = frozenset(
    {"that", "a", "an", "the", "evening", "day", "all", "one", "at", "of", "in", "on", "with"}
)


def _short(phrase: str, words: Vocabulary) -> str:
    """An unnamed court as a page shows it: at most four words that end in the court's noun."""
    tokens = phrase.split()
    last = max((i for i, t in enumerate(tokens) if words.courts.search(folded(t))), default=len(tokens) - 1)
    kept = tokens[max(0, last - 2) : last + 1]
    while len(kept) > 1 and kept[0].lower() in _LEADING:
        kept = kept[1:]
    return " ".join(kept)


def bench(courts: Sequence[Court], claims: Iterable[tuple[Claim, Vocabulary]]) -> Bench:
    """The bench of a collection: people are judges where a report calls them so right before their name."""
    judges: set[str] = set()
    named: dict[str, set[str]] = defaultdict(set)
    shapes = Bench(courts, frozenset(), {})
    for claim, words in claims:
        named[claim.doc].update(shapes.named_in(claim.quote))
        if claim.subject_type in _NO_PERSON or not claim.subject[:1].isupper():
            continue
        key = name_key(claim.subject)
        text = f" {name_key(claim.quote)} "
        at = text.find(f" {key} ") if key else -1
        if at > 0 and words.judges.search(text, max(0, at - 14), at + 1):
            judges.add(key)
    return Bench(courts, frozenset(judges), {doc: frozenset(keys) for doc, keys in named.items()})
