"""The reports as references: CSL-JSON for Zotero, pandoc and word processors, BibTeX for LaTeX.

A byline is given as the report prints it, as one literal name: which of its words is a surname nobody has said.
https://github.com/citation-style-language/schema (csl-data.json), https://www.bibtex.com/g/bibtex-format/
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from habeas.model.report import Report
from habeas.publish.catalogue import Catalogue
from habeas.publish.values import Json
from habeas.publish.wording import when

__all__ = ["bibtex", "citation", "csl_items"]

_SIGNS = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_IN_URLS = "!#$%&'()*+,/:;=?@[]~-._"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def csl_items(catalogue: Catalogue) -> Json:
    """One CSL-JSON item a report, in the order of the dossier; the id is the name of the report's page."""
    return [_item(report, catalogue) for report in catalogue.dossier.reports]


def bibtex(catalogue: Catalogue) -> bytes:
    """One BibTeX entry a report: a newspaper article, or `@misc` where no outlet is known."""
    return "\n".join(_entry(report, catalogue) for report in catalogue.dossier.reports).encode()


def citation(report: Report) -> str:
    """A report in one line: headline, outlet, byline and day, as far as they are known.

    >>> from habeas.model.report import Fact
    >>> citation(Report("a.txt", "", "text/plain", "utf-8", "", (), "en", outlet=Fact("Gazette", "text")))
    'a.txt, Gazette, no date'
    """
    facts = (_value(report, "headline") or report.doc, _value(report, "outlet"), _value(report, "byline"))
    dated = when(report.published.value[:10]) if report.published else "no date"
    return ", ".join(part for part in (*facts, dated) if part)


def _value(report: Report, name: str) -> str:
    """A fact of a report on one line, empty where it is not known."""
    fact = getattr(report, name)
    return " ".join(fact.value.split()) if fact else ""


def _item(report: Report, catalogue: Catalogue) -> Json:
    day = report.published_date
    facts = {
        "title": _value(report, "headline") or report.doc,
        "container-title": _value(report, "outlet"),
        "author": [{"literal": _value(report, "byline")}] if report.byline else None,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": report.url,
        "language": report.language,
        "note": _note(report),
    }
    given = {name: value for name, value in facts.items() if value}
    return {"id": catalogue.slugs[report.doc], "type": "article-newspaper", **given}


def _note(report: Report) -> str:
    """The file, and the digest by which anyone can tell that it is the same."""
    return f"file: {report.doc}; sha256: {report.sha256}"


def _entry(report: Report, catalogue: Catalogue) -> str:
    day, outlet = report.published_date, _value(report, "outlet")
    fields = dict(_fields(report))
    if day:
        fields |= {"year": f"{{{day.year:04d}}}", "month": _MONTHS[day.month - 1], "day": f"{{{day.day}}}"}
    kind = "article" if outlet else "misc"
    rows = "".join(f"  {name} = {value},\n" for name, value in fields.items())
    return f"@{kind}{{{catalogue.slugs[report.doc]},\n{rows}}}\n"


def _fields(report: Report) -> Iterator[tuple[str, str]]:
    # Two pairs of braces keep capitals as they are, and a byline as one name.
    yield "title", f"{{{{{_safe(_value(report, 'headline') or report.doc)}}}}}"
    if byline := _value(report, "byline"):
        yield "author", f"{{{{{_safe(byline)}}}}}"
    if outlet := _value(report, "outlet"):
        yield "journal", f"{{{_safe(outlet)}}}"
        yield "entrysubtype", "{newspaper}"
    if report.url:
        yield "url", f"{{{quote(report.url, safe=_IN_URLS)}}}"
    yield "langid", f"{{{report.language}}}"
    yield "note", f"{{{_safe(_note(report))}}}"


def _safe(text: str) -> str:
    return "".join(_SIGNS.get(sign, sign) for sign in text)
