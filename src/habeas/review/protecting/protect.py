"""Protect: a dossier without the names of private people, whose every span still stands on its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar
from urllib.parse import urlsplit

from habeas.model.claim import Assertor, Claim, Slot, Unclaimed
from habeas.model.dossier import Dossier, Failure
from habeas.model.entity import Entity, Form
from habeas.model.lineage import Evidence, Lineage, Pair
from habeas.model.marks import EntityType, Marks
from habeas.model.report import Fact, Report
from habeas.model.span import Span
from habeas.review.folding import fold
from habeas.review.protecting.names import Names, is_certain, names_of
from habeas.review.protecting.people import is_protected
from habeas.review.protecting.pseudonyms import pseudonyms
from habeas.review.protecting.shifting import Edit, Shifted, shifted

__all__ = ["protect"]

T = TypeVar("T")


def protect(
    dossier: Dossier, cleared: Iterable[str] = (), key: bytes | None = None, withheld: Iterable[str] = ()
) -> Dossier:
    """`dossier` with pseudonyms for all named people who hold no public office and are not in `cleared` (names), and for
    those `withheld` though they do.

    Texts are rewritten and every span is moved with them. Marks and what is kept for adding later reports are left
    out, as they hold each word of the reports. With a ledger's `key` a person has the same pseudonym in every build.
    """
    open_, shut = {fold(name) for name in cleared}, {fold(name) for name in withheld}
    people = [e for e in dossier.entities if _is_named(e) and _is_hidden(e, open_, shut)]
    bare = replace(
        dossier, marks=tuple(Marks(m.doc, m.language) for m in dossier.marks), raw=(), protected=True
    )
    if not people:
        return bare
    given = pseudonyms(people, key)
    hidden = {person.id for person in people}
    others = [e for e in dossier.entities if e.id not in hidden]
    return _Protecting(bare, people, others, given).dossier()


def _is_named(entity: Entity) -> bool:
    return any(form.named for form in entity.forms) or not entity.forms


def _is_hidden(entity: Entity, cleared: set[str], withheld: set[str]) -> bool:
    if fold(entity.name) in withheld:
        return entity.type is EntityType.PERSON
    return is_protected(entity) and fold(entity.name) not in cleared


class _Protecting:
    """The work on one dossier: the names, each report's shifted text, and the new names of files."""

    def __init__(
        self, dossier: Dossier, people: list[Entity], others: list[Entity], given: Mapping[str, str]
    ) -> None:
        self.old = dossier
        self.given = given
        self.names: Names = names_of(people, others, given)
        self._strings: dict[str, str] = {}
        edits, open_ = _mentions(people, others, given)
        self.moved = {
            r.doc: _rewritten(r.text, self.names, edits[r.doc], open_[r.doc]) for r in dossier.reports
        }
        self.texts = {r.doc: r.text for r in dossier.reports}
        self.docs = _renamed(
            (*(r.doc for r in dossier.reports), *(f.doc for f in dossier.failures)), self.names
        )

    def string(self, text: str) -> str:
        """`text` with every name replaced. The same subjects, speakers and places come again and again."""
        known = self._strings.get(text)
        if known is None:
            known = self._strings[text] = self.names.string(text)
        return known

    def dossier(self) -> Dossier:
        """The protected dossier."""
        old = self.old
        return replace(
            old,
            reports=tuple(map(self.report, old.reports)),
            failures=tuple(
                Failure(self.docs[f.doc], self.names.string(f.reason, True)) for f in old.failures
            ),
            marks=tuple(replace(m, doc=self.docs.get(m.doc, m.doc)) for m in old.marks),
            claims=tuple(map(self.claim, old.claims)),
            unclaimed=tuple(map(self.unclaimed, old.unclaimed)),
            lineage=self.lineage(old.lineage),
            entities=tuple(map(self.entity, old.entities)),
            findings=tuple(self.worded(f) for f in old.findings),
            checks=tuple(self.worded(c) for c in old.checks),
            record=self.worded(old.record),
        )

    def report(self, report: Report) -> Report:
        moved = self.moved[report.doc]
        return replace(
            report,
            doc=self.docs[report.doc],
            text=moved.text,
            blocks=tuple(replace(b, span=moved.span(b.span)) for b in report.blocks),
            url=_short_url(report.url, self.names),
            origin_offsets=_offsets(report.origin_offsets, moved),
            pages=tuple(moved.offset(page) for page in report.pages),
            notes=tuple(self.names.string(note, True) for note in report.notes),
            headline=self.fact(report, report.headline),
            outlet=self.fact(report, report.outlet),
            byline=self.fact(report, report.byline),
            published=self.fact(report, report.published),
        )

    def fact(self, report: Report, fact: Fact | None) -> Fact | None:
        if fact is None:
            return None
        if fact.span is None:
            return replace(fact, value=self.string(fact.value))
        span = self.moved[report.doc].span(fact.span)
        return replace(fact, span=span, value=self.words(report.doc, fact.value, fact.span))

    def words(self, doc: str, value: str, span: Span) -> str:
        """The new wording of a value that stands at `span`: the words there, where it is exactly those."""
        if value == span.of(self.texts[doc]):
            return self.moved[doc].span(span).of(self.moved[doc].text)
        return self.string(value)

    def claim(self, claim: Claim) -> Claim:
        moved, string = self.moved[claim.doc], self.string
        span = moved.span(claim.span)
        value = (
            self.words(claim.doc, claim.value, claim.span) if isinstance(claim.value, str) else claim.value
        )
        return replace(
            claim,
            doc=self.docs[claim.doc],
            subject=string(claim.subject),
            property=string(claim.property),
            value=value,
            span=span,
            quote=span.of(moved.text),
            unit=claim.unit and string(claim.unit),
            place=claim.place and string(claim.place),
            asserted_by=tuple(map(self.assertor, claim.asserted_by)),
            slots=tuple(self.slot(claim.doc, slot) for slot in claim.slots),
            via=claim.via and string(claim.via),
            relaying=tuple(map(string, claim.relaying)),
            correction=claim.correction and string(claim.correction),
        )

    def assertor(self, link: Assertor) -> Assertor:
        string = self.names.string
        return Assertor(string(link.name), link.role and string(link.role), link.via and string(link.via))

    def slot(self, doc: str, slot: Slot) -> Slot:
        return Slot(slot.name, self.words(doc, slot.value, slot.span), self.moved[doc].span(slot.span))

    def unclaimed(self, left: Unclaimed) -> Unclaimed:
        moved = self.moved[left.doc]
        span = moved.span(left.span)
        return replace(left, doc=self.docs[left.doc], span=span, quote=span.of(moved.text))

    def lineage(self, lineage: Lineage) -> Lineage:
        origins = tuple(
            replace(
                o,
                docs=tuple(self.docs.get(d, d) for d in o.docs),
                credit=o.credit and self.names.string(o.credit),
            )
            for o in lineage.origins
        )
        return Lineage(tuple(map(self.pair, lineage.pairs)), origins)

    def pair(self, pair: Pair) -> Pair:
        evidence = tuple(self.evidence(pair, one) for one in pair.evidence)
        return replace(
            pair, a=self.docs.get(pair.a, pair.a), b=self.docs.get(pair.b, pair.b), evidence=evidence
        )

    def evidence(self, pair: Pair, one: Evidence) -> Evidence:
        a = self.moved[pair.a].span(one.a) if one.a else one.a
        b = self.moved[pair.b].span(one.b) if one.b else one.b
        return replace(one, note=self.names.string(one.note), a=a, b=b)

    def entity(self, entity: Entity) -> Entity:
        string, own = self.names.string, self.given.get(entity.id)
        return replace(
            entity,
            id=_slug(own) if own else string(entity.id, True),
            name=own or string(entity.name),
            aliases=() if own else tuple(dict.fromkeys(map(string, entity.aliases))),
            forms=self.forms(entity.forms),
            offices=tuple(map(string, entity.offices)),
            public=entity.public and not own,
            note=string(entity.note),
        )

    def forms(self, forms: Iterable[Form]) -> tuple[Form, ...]:
        """The forms by their new words: those of one person are now all the same in a report."""
        found: dict[tuple[str, str, bool], list[Span]] = defaultdict(list)
        for form in forms:
            moved = self.moved.get(form.doc)
            if moved is None:
                continue
            for span in dict.fromkeys(moved.span(s) for s in form.spans):
                spans = found[self.docs[form.doc], span.of(moved.text), form.named]
                if span not in spans:
                    spans.append(span)
        return tuple(
            Form(doc, text, tuple(sorted(spans)), named) for (doc, text, named), spans in found.items()
        )

    def worded(self, value: T) -> T:
        """A value without spans (a finding, a check, the record) with every string in it rewritten."""
        made: Any = value
        if isinstance(value, str) and not isinstance(value, Enum):
            made = self.docs[value] if value in self.docs else self.string(value)
        elif isinstance(value, tuple):
            made = tuple(self.worded(part) for part in value)
        elif is_dataclass(value) and not isinstance(value, type):
            made = replace(
                value, **{f.name: self._field(f.name, getattr(value, f.name)) for f in fields(value)}
            )
        return made  # type: ignore[no-any-return]

    def _field(self, name: str, value: object) -> object:
        if name == "id" and isinstance(value, str):
            return self.names.string(value, True).replace(" ", "-")
        return self.worded(value)


def _mentions(
    people: Iterable[Entity], others: Iterable[Entity], given: Mapping[str, str]
) -> tuple[defaultdict[str, list[Edit]], defaultdict[str, list[Span]]]:
    """Where people are named, by report; and where others are, so that a shared word stays theirs."""
    edits: defaultdict[str, list[Edit]] = defaultdict(list)
    for person in people:
        for form in person.forms:
            if form.named:
                edits[form.doc] += [(s.start, s.end, given[person.id]) for s in form.spans]
    open_: defaultdict[str, list[Span]] = defaultdict(list)
    for other in others:
        if not is_certain(other):
            continue
        for form in other.forms:
            if form.named:
                open_[form.doc] += form.spans
    return edits, open_


def _rewritten(text: str, names: Names, edits: list[Edit], others: list[Span]) -> Shifted:
    """`text` with the marked mentions and every further name in it replaced."""
    taken = bytearray(len(text))
    for span in others:
        taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    more = [(h.start, h.end, h.instead) for h in names.found(text) if not (h.alone and taken[h.start])]
    return shifted(text, [*edits, *more])


def _renamed(docs: Iterable[str], names: Names) -> dict[str, str]:
    """New file names: as they are where they name no one, and no two alike."""
    found: dict[str, str] = {}
    used: set[str] = set()
    for doc in dict.fromkeys(docs):
        name = names.string(doc, True).replace("Person ", "person-") if names.found(doc, True) else doc
        number = 2
        while name in used:
            name = f"{name} ({number})"
            number += 1
        used.add(name)
        found[doc] = name
    return found


def _short_url(url: str | None, names: Names) -> str | None:
    """An address that names someone is cut down to its site."""
    if url is None or not names.found(url, True):
        return url
    parts = urlsplit(url)
    site = f"{parts.scheme}://{parts.netloc}/"
    return None if names.found(site, True) else site


def _offsets(old: tuple[int, ...] | None, moved: Shifted) -> tuple[int, ...] | None:
    """The page offsets of each character; the letters of a pseudonym have none."""
    if old is None:
        return None
    made: list[int] = []
    last = 0
    for start, end, at, to in zip(moved.starts, moved.ends, moved.at, moved.to, strict=True):
        made += old[last:start]
        made += [-1] * (to - at)
        last = end
    return (*made, *old[last:])


def _slug(pseudonym: str) -> str:
    return f"person:{pseudonym.lower().replace(' ', '-')}"
