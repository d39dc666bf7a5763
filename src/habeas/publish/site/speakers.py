"""Who said what: quotations and reported words by speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from habeas.model.claim import Claim, Kind
from habeas.publish.catalogue import Catalogue, anchor
from habeas.publish.site.sheet import Sheet, sliced
from habeas.publish.wording import answer, shortened, when

__all__ = ["known_names", "speakers_sheets"]


@dataclass(frozen=True, slots=True)
class _Utterance:
    quoted: bool
    words: str
    about: str
    href: str
    report: str
    report_title: str
    when: str
    relayed_by: str
    via: str


@dataclass(frozen=True, slots=True)
class _Speaker:
    anchor: str
    name: str
    roles: tuple[str, ...]
    quotations: int
    reports: int
    continued: bool
    utterances: tuple[_Utterance, ...]


def known_names(catalogue: Catalogue) -> Mapping[str, str]:
    """Every name form of an entity, in lower case, to the name the dossier uses for it."""
    names: dict[str, str] = {}
    for entity in catalogue.dossier.entities:
        for form in (entity.name, *entity.aliases):
            names.setdefault(form.lower(), entity.name)
    return names


def _by_speaker(catalogue: Catalogue) -> list[tuple[str, Claim]]:
    """Attributed claims, grouped by who spoke, those with most to say first."""
    names = known_names(catalogue)
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in catalogue.dossier.claims:
        if claim.asserted_by:
            name = claim.asserted_by[-1].name
            said[names.get(name.lower(), name)].append(claim)
    order = sorted(said, key=lambda name: (-len(said[name]), name))
    return [(name, claim) for name in order for claim in sorted(said[name], key=_quotations_first)]


def _quotations_first(claim: Claim) -> bool:
    return claim.kind is not Kind.QUOTATION


def speakers_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of all that is said by someone."""
    rows = _by_speaker(catalogue)
    totals: dict[str, list[Claim]] = defaultdict(list)
    for name, claim in rows:
        totals[name].append(claim)
    begun: set[str] = set()
    for paging, part in sliced("speakers", rows):
        here: dict[str, list[Claim]] = defaultdict(list)
        for name, claim in part:
            here[name].append(claim)
        view = tuple(_speaker(name, here[name], totals[name], name in begun, catalogue) for name in here)
        begun.update(here)
        yield Sheet(paging.href(paging.page), "speakers", "Who said what", "speakers.html", view, paging)


def _speaker(
    name: str, here: list[Claim], total: list[Claim], continued: bool, catalogue: Catalogue
) -> _Speaker:
    return _Speaker(
        anchor=anchor("speaker", name),
        name=name,
        roles=tuple(dict.fromkeys(c.asserted_by[-1].role for c in total if c.asserted_by[-1].role))[:4],
        quotations=sum(claim.kind is Kind.QUOTATION for claim in total),
        reports=len({claim.doc for claim in total}),
        continued=continued,
        utterances=tuple(_utterance(claim, catalogue) for claim in here),
    )


def _utterance(claim: Claim, catalogue: Catalogue) -> _Utterance:
    quoted = claim.kind is Kind.QUOTATION
    return _Utterance(
        quoted=quoted,
        words=shortened(str(claim.value) if quoted else claim.quote, 400),
        about="" if quoted else f"{claim.subject}: {claim.property}: {shortened(answer(claim), 80)}",
        href=catalogue.words_href(claim),
        report=catalogue.labels[claim.doc],
        report_title=shortened(catalogue.title(claim.doc), 80),
        when=when(claim.as_of),
        relayed_by=", ".join(link.name for link in claim.asserted_by[:-1]),
        via=claim.asserted_by[-1].via or "",
    )
