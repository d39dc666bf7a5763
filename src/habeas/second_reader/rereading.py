"""Rereading: every report sent once, every answer held against it, everything counted."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import resources
from string import Template

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.dossier import Understood
from habeas.model.pack import Pack
from habeas.model.report import Report
from habeas.model.reread import Counted, Reread
from habeas.model.span import Span
from habeas.second_reader.address import Endpoint
from habeas.second_reader.asking import Answer, NoAnswer, ask
from habeas.second_reader.cache import Cache
from habeas.second_reader.holding import Held, held
from habeas.second_reader.proposals import Dropped, proposals

__all__ = ["TEXT", "SecondReader", "prompt"]

TEXT = 12_000
"""Characters sent at once, about 3,000 tokens: with the answer it fits a context of 8,192."""

_GIVE_UP = 3
"""So many texts without an answer one after the other, and the rest is not asked for."""


@dataclass(frozen=True)
class SecondReader:
    """An endpoint to ask, the answers kept from before, and whether its claims are to be counted in findings."""

    endpoint: Endpoint
    cache: Cache
    counted: bool = False

    def reread(
        self, understood: Sequence[Understood], pack: Pack, tell: Callable[[str, int, int], None]
    ) -> tuple[tuple[Understood, ...], Reread]:
        """The same reports with the claims that hold among what the endpoint proposed, and the account of it all."""
        system = prompt(pack)
        run = _Run(self, system)
        done = []
        for number, one in enumerate(understood, 1):
            done.append(run.read(one, pack))
            tell("second read", number, len(understood))
        return tuple(done), run.account(len(done))


def prompt(pack: Pack) -> str:
    """What the model is asked to do with each text."""
    words = resources.files(__package__).joinpath("prompt.txt").read_text("utf-8")
    return Template(words).substitute(
        kinds=", ".join(Kind),
        modalities=", ".join(Modality),
        properties=", ".join(sorted({p.id for p in pack.properties})),
    )


@dataclass
class _Run:
    """One run: what was counted so far."""

    reader: SecondReader
    system: str
    texts: int = 0
    kept: int = 0
    failing: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    unusable: Counter[str] = field(default_factory=Counter)
    unanswered: Counter[str] = field(default_factory=Counter)

    def read(self, one: Understood, pack: Pack) -> Understood:
        """One report with the claims of the second reader between its own, in text order."""
        known = Held.of(one, pack, self.reader.endpoint.name)
        own = one.claims.claims
        found: dict[str, Claim] = {}
        for span in pieces(one.report):
            for claim in self._held(span, known):
                if claim.id in found:
                    self.dropped[Dropped.TWICE] += 1
                elif any(_says_the_same(claim, rule) for rule in own):
                    self.dropped[Dropped.KNOWN] += 1
                else:
                    found[claim.id] = claim
        self.kept += len(found)
        claims = sorted(
            (*own, *found.values()), key=lambda c: (c.span, c.kind, c.property, c.subject, str(c.value))
        )
        return replace(one, claims=replace(one.claims, claims=tuple(claims))) if found else one

    def _held(self, span: Span, known: Held) -> Iterator[Claim]:
        """The claims of one text that hold; the others are counted."""
        answer = self._answer(span.of(known.understood.report.text))
        if answer is None:
            return
        made = proposals(answer.content) if answer.fault is None else None
        if made is None:
            self.unusable[answer.fault or "the answer is no JSON object with a list of claims"] += 1
        for proposal in made or ():
            claim = proposal if isinstance(proposal, Dropped) else held(proposal, span, known)
            if isinstance(claim, Dropped):
                self.dropped[claim] += 1
            else:
                yield claim

    def _answer(self, text: str) -> Answer | None:
        """The answer kept from before, else the endpoint's; None where there is none."""
        self.texts += 1
        endpoint, cache = self.reader.endpoint, self.reader.cache
        name = cache.name(endpoint.model, self.system, text)
        if (kept := cache.answer(name)) is not None:
            return kept
        if self.failing >= _GIVE_UP:
            self.unanswered[f"not asked for, after {_GIVE_UP} without an answer in a row"] += 1
            return None
        answer = ask(endpoint, self.system, text)
        if isinstance(answer, NoAnswer):
            self.failing += 1
            self.unanswered[answer.reason] += 1
            return None
        self.failing = 0
        cache.keep(name, answer)
        return answer

    def account(self, reports: int) -> Reread:
        """What was asked and what became of it."""
        return Reread(
            reader=self.reader.endpoint.name,
            address=self.reader.endpoint.address,
            prompt=hashlib.sha256(self.system.encode()).hexdigest(),
            reports=reports,
            texts=self.texts,
            proposed=self.kept + self.dropped.total(),
            kept=self.kept,
            dropped=_by_reason(self.dropped),
            unusable=_by_reason(self.unusable),
            unanswered=_by_reason(self.unanswered),
            counted=self.reader.counted,
        )


def _by_reason(counts: Mapping[str, int]) -> tuple[Counted, ...]:
    """Counts, the most frequent reason first."""
    return tuple(Counted(str(r), n) for r, n in sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _says_the_same(claim: Claim, rule: Claim) -> bool:
    """Whether a rule's claim says what the reader proposes: the same value, of the same kind, in the same words."""
    if claim.kind is not rule.kind or not claim.span.overlaps(rule.span):
        return False
    if claim.kind is Kind.QUANTITY:
        return claim.value == rule.value
    return claim.span.contains(rule.span) or rule.span.contains(claim.span)


def pieces(report: Report) -> Iterator[Span]:
    """The parts of a report that are sent, cut where a block ends; a block longer than a part is cut as it comes."""
    text = report.text
    ends = [block.span.end for block in report.blocks]
    start = 0
    while start < len(text):
        most = start + TEXT
        if most >= len(text):
            end = len(text)
        else:
            end = max((e for e in ends if start < e <= most), default=most)
        if text[start:end].strip():
            yield Span(start, end)
        start = end
