"""The search index: small scripts that hold which words stand where, for pages that are opened from disk.

A page may not read other files from disk, but it may load scripts beside it. So the index is many small scripts, each of
which hands its content to `search.js`: `search/index.js` says which script holds which words; `search/words/` holds, for
each word, the numbers of the findings, checks, names, reports and claims with that word; and a folder for each of these
holds what is shown of them. Whatever the corpus, a search loads only the scripts of its own words and results.
"""

from __future__ import annotations

import json
import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from habeas.model.claim import Claim
from habeas.publish.catalogue import FINDINGS_A_PAGE, PAGE_ROWS, Catalogue, anchor
from habeas.publish.site.alphabet import name_hrefs
from habeas.publish.site.checks import in_reading_order, verdict
from habeas.publish.site.sheet import sliced
from habeas.publish.standing import LEGEND, standing
from habeas.publish.wording import answer, count, folded, shortened, voice, when

__all__ = ["bucket", "search_files", "words"]

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_ROWS = 100
"""Results whose wording stands in one script."""

_SCRIPT = 48_000
"""About how many characters of words a script holds before the next begins."""

_COMMON, _COMMON_SHARE, _SAMPLE = 4_000, 0.1, 1_000
"""A word in more things of a kind than this, and in more than this share of them, tells nothing apart: only the first
few of them are kept for the case that nothing rarer is asked for."""

_FOLDER = 500
"""Scripts in one folder."""

_BUCKET = 1_500
"""Ids in one script of the table that leads from an id to its page."""


@dataclass(frozen=True, slots=True)
class _Thing:
    """What a search can find: all its words, and what is shown of it."""

    text: str
    title: str
    detail: str
    href: str


_Postings = dict[str, dict[str, "array[int]"]]


def words(text: str) -> set[str]:
    """The words that `text` can be found by: without case and accents, numbers without their separators.

    >>> sorted(words("14,000 d\u00e9tenus in CECOT"))
    ['14000', 'cecot', 'detenus', 'in']
    """
    found = set(_WORD.findall(folded(text)))
    return {re.sub(r"[.,]", "", one) for one in found if len(one) > 1 or one.isdigit()}


def search_files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Every script of the index with its path."""
    postings: _Postings = defaultdict(dict)
    sizes = {}
    for kind, things in _kinds(catalogue):
        number = 0
        rows: list[list[str]] = []
        for number, thing in enumerate(things, 1):
            for word in words(thing.text):
                postings[word].setdefault(kind, array("I")).append(number - 1)
            rows.append([thing.title, thing.detail, thing.href])
            if len(rows) == _ROWS:
                yield _block(kind, (number - 1) // _ROWS, rows)
                rows = []
        if rows:
            yield _block(kind, (number - 1) // _ROWS, rows)
        sizes[kind] = number
    firsts: list[str] = []
    for name, content, first in _words(postings, sizes):
        firsts.append(first)
        yield name, content
    yield _script("index", {"kinds": sizes, "rows": _ROWS, "folder": _FOLDER, "words": firsts})
    yield from _ids(catalogue)


def _script(name: str, content: object) -> tuple[str, bytes]:
    """A script that hands `content` over under its own name."""
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"search/{name}.js", f'habeasPart("{name}",{data});\n'.encode("utf-8", "replace")


def _block(kind: str, number: int, rows: list[list[str]]) -> tuple[str, bytes]:
    return _script(f"{kind}/{number // _FOLDER}/{number}", rows)


def _words(postings: _Postings, sizes: dict[str, int]) -> Iterator[tuple[str, bytes, str]]:
    """The scripts of words in their order, each with its first word."""
    held: dict[str, object] = {}
    size = number = 0
    # Scripts compare strings by UTF-16 units.
    for word in sorted(postings, key=lambda word: word.encode("utf-16-be", "surrogatepass")):
        entry = {kind: _numbers(found, sizes[kind]) for kind, found in postings[word].items()}
        held[word] = entry
        size += len(word) + 16 + 3 * sum(len(numbers) for numbers in entry.values())
        if size >= _SCRIPT:
            yield (*_word_script(number, held), next(iter(held)))
            held, size, number = {}, 0, number + 1
    if held:
        yield (*_word_script(number, held), next(iter(held)))


def _word_script(number: int, held: dict[str, object]) -> tuple[str, bytes]:
    return _script(f"words/{number // _FOLDER}/{number}", held)


def _numbers(found: array[int], total: int) -> list[int]:
    """How many things have a word, and which: the steps from one to the next. A negative count: too common to tell."""
    common = len(found) > _COMMON and len(found) > _COMMON_SHARE * total
    kept = found[:_SAMPLE] if common else found
    steps = [kept[0], *(b - a for a, b in pairwise(kept))]
    return [-len(found) if common else len(found), *steps]


def _kinds(catalogue: Catalogue) -> Iterator[tuple[str, Iterable[_Thing]]]:
    """What can be found, kind by kind, as it is shown."""
    yield "finding", _findings(catalogue)
    yield "check", _checks(catalogue)
    yield "name", (_Thing(text, name, "", href) for name, text, href in name_hrefs(catalogue))
    yield "report", _reports(catalogue)
    yield "claim", (_claim(claim, catalogue) for claim in catalogue.dossier.claims)


def _findings(catalogue: Catalogue) -> Iterator[_Thing]:
    for finding in catalogue.findings:
        answers = [shortened(given.value, 80) for given in finding.answers[:4]]
        detail = f"{LEGEND[standing(finding)].label}, {count(len(finding.origins), 'origin')}: {' | '.join(answers)}"
        said = " ".join(given.value for given in finding.answers[:60])
        href = catalogue.finding_href(finding.id) or ""
        yield _Thing(f"{finding.question} {said}", shortened(finding.question), detail, href)


def _checks(catalogue: Catalogue) -> Iterator[_Thing]:
    for paging, part in sliced("checks", in_reading_order(catalogue)):
        for check in part:
            text = f"{check.statement} {check.formula} {check.note}"
            detail = f"{verdict(check).label}: {check.formula}" if check.formula else verdict(check).label
            yield _Thing(
                text, shortened(check.statement), detail, f"{paging.path}#{anchor('check', check.id)}"
            )


def _reports(catalogue: Catalogue) -> Iterator[_Thing]:
    for report in catalogue.dossier.reports:
        outlet = report.outlet.value if report.outlet else ""
        published = when(report.published.value[:10]) if report.published else ""
        detail = ", ".join(filter(None, (catalogue.labels[report.doc], outlet, published)))
        text = f"{report.text} {outlet} {report.doc}"
        title = shortened(catalogue.title(report.doc), 120)
        yield _Thing(text, title, detail, catalogue.report_href(report.doc))


def _claim(claim: Claim, catalogue: Catalogue) -> _Thing:
    said = answer(claim)
    title = shortened(f"{claim.subject}: {claim.property.replace('_', ' ')}: {said}", 160)
    detail = f"{catalogue.labels[claim.doc]}: “{shortened(claim.quote, 160)}”"
    text = f"{claim.subject} {claim.property} {said} {claim.quote} {voice(claim)}"
    return _Thing(text, title, detail, catalogue.words_href(claim))


def bucket(name: str, buckets: int) -> int:
    """Where an id stands in the table of ids: its FNV-1a hash, which `site.js` computes in the same way."""
    value = 0x811C9DC5
    for sign in name.encode("utf-8"):
        value = ((value ^ sign) * 0x01000193) & 0xFFFFFFFF
    return value % buckets


def _ids(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """From the id of a claim or finding to its page, so that an address with an old page number still leads there."""
    if len(catalogue.claims) <= PAGE_ROWS and len(catalogue.findings) <= FINDINGS_A_PAGE:
        return
    pages = [(anchor("claim", one), page) for one, page in catalogue.claim_pages.items()]
    pages += [(anchor("finding", one), page) for one, page in catalogue.finding_pages.items()]
    buckets = -(-len(pages) // _BUCKET)
    table: list[dict[str, str]] = [{} for _ in range(buckets)]
    for name, page in pages:
        table[bucket(name, buckets)][name] = page
    yield _script("ids", buckets)
    for number, held in enumerate(table):
        yield _script(f"ids/{number // _FOLDER}/{number}", held)
