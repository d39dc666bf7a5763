"""Dates and times: habeas beside dateparser.search on TempEval-3's TBAQ-cleaned, by the official scorer's definitions.

    python bench/moments.py CHECKOUT [--json bench/results/moments.json] [--peer-documents N] [--errors]

CHECKOUT is a checkout of jspotter/TempEval-3. The creation date of a document is its published date. A document is in
the held-out half when the CRC-32 of its name is odd: errors were studied on the other half only. It is not wholly
unseen: a list of the expressions in the whole corpus, with their values, was read before the first rule was written.

The scorer (tools/evaluation-entities/evaluate_entities.py) counts over tokens: a gold expression is found (relaxed)
when a system expression shares a token with it, strictly when the tokens are the same; value F1 is the share of found
expressions with the gold value, times the relaxed F1. Here the tokens are words and signs.
"""

from __future__ import annotations

import argparse
import logging
import re
import sys
import time
import warnings
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from pathlib import Path

from habeas.mark.moments import moments
from habeas.mark.sentences import sentences
from habeas.mark.tokens import tokens
from habeas.model.report import Block, BlockKind, Fact, Report
from habeas.model.span import Span
from reporting import report

_TIMEX = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.S)
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression: its span in the text, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document: plain text of its TEXT element, creation date, gold expressions."""

    name: str
    text: str
    created: str
    gold: tuple[Timex, ...]

    @property
    def held_out(self) -> bool:
        return zlib.crc32(self.name.encode()) % 2 == 1


@dataclass(slots=True)
class Score:
    """Counts over documents."""

    gold: int = 0
    system: int = 0
    relaxed: int = 0
    relaxed_system: int = 0
    strict: int = 0
    strict_system: int = 0
    value: int = 0
    type: int = 0
    seconds: float = 0.0
    characters: int = 0
    misses: list[str] = field(default_factory=list)

    def table(self) -> dict[str, float]:
        def f1(for_recall: int, for_precision: int) -> float:
            r, p = for_recall / max(self.gold, 1), for_precision / max(self.system, 1)
            return 2 * p * r / (p + r) if p + r else 0.0

        relaxed = f1(self.relaxed, self.relaxed_system)
        return {
            "gold": self.gold,
            "found": self.system,
            "relaxed_precision": self.relaxed_system / max(self.system, 1),
            "relaxed_recall": self.relaxed / max(self.gold, 1),
            "relaxed_f1": relaxed,
            "strict_f1": f1(self.strict, self.strict_system),
            "value_f1": self.value / max(self.relaxed, 1) * relaxed,
            "type_f1": self.type / max(self.relaxed, 1) * relaxed,
            "mb_per_s": self.characters / 1e6 / self.seconds if self.seconds else 0.0,
        }


def read_document(path: Path) -> Document:
    """A .tml file as text and gold."""
    source = path.read_text("utf-8")
    found = re.search(r'<DCT>.*?value="([^"]*)"', source, re.S)
    created = found[1][:10] if found else ""
    body = source[source.index("<TEXT>") + 6 : source.index("</TEXT>")]
    pieces: list[str] = []
    gold: list[Timex] = []
    length = at = 0

    def add(piece: str) -> None:
        nonlocal length
        plain = unescape(_TAG.sub("", piece)).replace("``", "“ ").replace("''", "” ")
        pieces.append(plain)
        length += len(plain)

    for match in _TIMEX.finditer(body):
        add(body[at : match.start()])
        start = length
        add(match[2])
        fields = dict(re.findall(r'(\w+)="([^"]*)"', match[1]))
        gold.append(Timex(start, length, fields.get("type", ""), fields.get("value", "")))
        at = match.end()
    add(body[at:])
    return Document(path.stem, "".join(pieces), created, tuple(gold))


def by_habeas(document: Document) -> list[Timex]:
    """What habeas marks."""
    blocks = tuple(
        Block(Span(m.start(), m.end()), BlockKind.PARAGRAPH)
        for m in re.finditer(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*\Z)", document.text, re.S)
    )
    published = Fact(document.created, "argument") if document.created else None
    report = Report(
        document.name, "", "text/plain", "utf-8", document.text, blocks, "en", published=published
    )
    words = tokens(report)
    marks = moments(report, words, sentences(report, words))
    return [Timex(m.span.start, m.span.end, m.kind, m.timex) for m in marks]


def by_dateparser(document: Document) -> list[Timex]:
    """What dateparser.search finds; its values are days (or times), so its type is DATE."""
    from dateparser.search import search_dates

    base = datetime.fromisoformat(document.created)
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    found, at = [], 0
    for words, when in search_dates(document.text, languages=["en"], settings=settings) or ():
        start = document.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append(Timex(start, at, "DATE", when.date().isoformat()))
    return found


def score(documents: list[Document], system: Callable[[Document], list[Timex]]) -> Score:
    """The counts of one system over documents."""
    total = Score()
    for document in documents:
        began = time.perf_counter()
        answers = system(document)
        total.seconds += time.perf_counter() - began
        total.characters += len(document.text)
        _count(document, answers, total)
    return total


def _count(document: Document, answers: list[Timex], total: Score) -> None:
    words = [(m.start(), m.end()) for m in _WORD.finditer(document.text)]

    def covered(timex: Timex) -> frozenset[int]:
        return frozenset(i for i, (s, e) in enumerate(words) if s < timex.end and timex.start < e)

    gold = [(g, covered(g)) for g in document.gold]
    gold = [(g, c) for g, c in gold if c]
    system = [(s, covered(s)) for s in answers]
    total.gold += len(gold)
    total.system += len(system)
    for g, cover in gold:
        match = next((s for s, c in system if c & cover), None)
        if match is None:
            total.misses.append(_line("missed", document, g, ""))
            continue
        total.relaxed += 1
        total.strict += any(c == cover for _, c in system)
        total.type += match.type == g.type
        total.value += match.value == g.value
        if match.value != g.value:
            total.misses.append(
                _line("value", document, g, f"{match.value} {document.text[match.start : match.end]!r}")
            )
    for s, cover in system:
        hit = any(c & cover for _, c in gold)
        total.relaxed_system += hit
        total.strict_system += any(c == cover for _, c in gold)
        if not hit:
            total.misses.append(_line("extra", document, s, ""))


def _line(what: str, document: Document, timex: Timex, got: str) -> str:
    text = document.text
    around = " ".join(text[max(0, timex.start - 50) : timex.end + 40].split())
    words = " ".join(text[timex.start : timex.end].split())
    return f"{what}\t{words}\t{timex.type}:{timex.value}\t{got}\t@{document.created}\t{around}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkout", type=Path)
    parser.add_argument("--json", type=Path)
    parser.add_argument(
        "--peer-documents", type=int, default=1000, help="at most so many documents for the peer (0: no peer)"
    )
    parser.add_argument("--errors", action="store_true", help="list what the development half shows as wrong")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    folder = options.checkout / "data" / "TBAQ-cleaned"
    documents = [read_document(path) for path in sorted(folder.glob("*/[!.]*.tml"))]
    if not documents:
        sys.exit(f"no .tml files under {folder}")
    half = [d for d in documents if not d.held_out]
    if options.errors:
        print("\n".join(sorted(score(half, by_habeas).misses)))
        return
    rows = {
        "habeas": score(documents, by_habeas).table(),
        "habeas, development half": score(half, by_habeas).table(),
        "habeas, held-out half": score([d for d in documents if d.held_out], by_habeas).table(),
    }
    if options.peer_documents:
        sample = documents[:: max(1, len(documents) // options.peer_documents)][: options.peer_documents]
        if len(sample) < len(documents):
            rows[f"habeas, {len(sample)} documents"] = score(sample, by_habeas).table()
        rows["dateparser.search"] = score(sample, by_dateparser).table()
    report("moments", [options.checkout], {"TBAQ-cleaned": rows}, options.json, {"documents": len(documents)})


if __name__ == "__main__":
    main()
