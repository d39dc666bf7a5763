"""Tables for a notebook: what a dossier holds, as Jupyter shows it.

`Rows` is a tuple that Jupyter shows as a table (`_repr_html_`); every word in it is escaped. Plain Python and every stage
see an ordinary tuple.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import Any, Protocol, SupportsIndex, TypeVar, cast, overload

from habeas.model.claim import Assertor, Claim, Kind
from habeas.model.entity import Entity
from habeas.model.finding import Check, Finding
from habeas.model.report import Report
from habeas.model.wording import amount

__all__ = ["SHOWN", "Printer", "Rows", "card", "summary", "table"]

T = TypeVar("T")

SHOWN = 60
"""The rows that a notebook shows of a table; all of them are in the tuple."""


class Printer(Protocol):
    """What IPython hands to `_repr_pretty_`."""

    def text(self, words: str) -> None:
        """Print `words`."""


class Rows(tuple[T, ...]):
    """A tuple of claims, findings, checks, entities, reports or any other values, shown as a table.

    >>> Rows(["a", "b", "c"])[:2]._repr_html_().count("<tr>")
    3
    """

    __slots__ = ()

    @overload
    def __getitem__(self, at: SupportsIndex) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Rows[T]: ...
    def __getitem__(self, at: SupportsIndex | slice) -> T | Rows[T]:
        """One value, or a part of the rows that is shown as a table itself."""
        found = super().__getitem__(at)
        return Rows(cast(tuple[T, ...], found)) if isinstance(at, slice) else cast(T, found)

    def _repr_html_(self) -> str:
        shown = [_cells(row) for row in self[:SHOWN]]
        columns = tuple(dict.fromkeys(name for cells in shown for name in cells))
        body = ([str(cells.get(name, "")) for name in columns] for cells in shown)
        more = f"<p>{len(self) - SHOWN:,} more rows</p>" if len(self) > SHOWN else ""
        return f"{_html(columns, body)}{more}"

    def _repr_pretty_(self, printer: Printer, _cycle: bool) -> None:
        """In few words: the text beside the table would be all of its content."""
        printer.text(f"{len(self):,} rows")


def table(rows: Iterable[T]) -> Rows[T]:
    """Any claims, findings, checks, entities or reports as a table of a notebook."""
    return Rows(rows)


def card(value: object) -> str:
    """One value as a table of two columns."""
    return _html((), ((name, str(cell)) for name, cell in _cells(value).items()))


def summary(counts: dict[str, int], findings: Sequence[Finding]) -> str:
    """A whole dossier: how much of everything, and how its findings stand."""
    standing = Counter(finding.status.value.replace("_", " ") for finding in findings)
    rows = [
        *counts.items(),
        *((f"findings: {status}", number) for status, number in sorted(standing.items())),
    ]
    return _html((), ((name, f"{number:,}") for name, number in rows))


def _html(columns: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>{f'<thead><tr>{head}</tr></thead>' if head else ''}<tbody>{body}</tbody></table>"


def _cells(value: object) -> dict[str, object]:
    """The cells of one row by the names of their columns."""
    for kind, cells in _KINDS.items():
        if isinstance(value, kind):
            return {name: cell for name, cell in cells(value) if cell is not None}
    if dataclasses.is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return {"value": value}


def _claim(claim: Claim) -> Iterator[tuple[str, object]]:
    is_number = claim.kind is Kind.QUANTITY
    yield "report", claim.doc
    yield "kind", claim.kind.value
    yield "subject", claim.subject
    yield "property", claim.property
    yield (
        "value",
        amount(claim.value, claim.unit, claim.value_max, claim.comparator) if is_number else claim.value,
    )
    yield "as of", claim.as_of or ""
    yield "said by", " > ".join(map(_speaker, claim.asserted_by)) or "the report itself"
    yield "modality", f"{claim.modality.value}{', negated' if claim.negated else ''}"
    yield "words", claim.quote
    yield "place", f"{claim.span.start} to {claim.span.end}"
    yield "id", claim.id


def _speaker(link: Assertor) -> str:
    role = f" ({link.role})" if link.role else ""
    return f"{link.name}{role}{f' via {link.via}' if link.via else ''}"


def _finding(finding: Finding) -> Iterator[tuple[str, object]]:
    yield "question", finding.question
    yield "status", finding.status.value.replace("_", " ")
    yield "answers", " | ".join(answer.value for answer in finding.answers)
    yield "reports", len(finding.reports)
    yield "origins", len(finding.origins)
    yield "upstream", ", ".join(finding.upstream)
    yield "note", finding.note
    yield "id", finding.id


def _check(check: Check) -> Iterator[tuple[str, object]]:
    yield "statement", check.statement
    yield "formula", check.formula
    yield "computed", "" if check.computed is None else check.computed
    yield "holds", {True: "holds", False: "does not hold", None: "cannot be told"}[check.holds]
    yield "note", check.note


def _entity(entity: Entity) -> Iterator[tuple[str, object]]:
    yield "name", entity.name
    yield "type", entity.type.value
    yield "also called", ", ".join(entity.aliases)
    yield "offices", ", ".join(entity.offices)
    yield "reports", len({form.doc for form in entity.forms})


def _report(report: Report) -> Iterator[tuple[str, object]]:
    yield "report", report.doc
    for name in ("headline", "outlet", "byline", "published"):
        fact = getattr(report, name)
        yield name, fact.value if fact else ""
    yield "language", report.language
    yield "letters", f"{len(report.text):,}"


_KINDS: dict[type, Callable[[Any], Iterator[tuple[str, object]]]] = {
    Claim: _claim,
    Finding: _finding,
    Check: _check,
    Entity: _entity,
    Report: _report,
}
