"""Sentence boundaries, measured two ways beside pysbd and syntok.

    python bench/sentences.py EWT_CHECKOUT [--news ARTICLES_CHECKOUT] [--json bench/results/sentences.json] [--fold dev test]

1. Universal Dependencies English EWT: the gold boundaries of each paragraph (from `# text`, `# newdoc`, `# newpar`).
2. With `--news` (scrapinghub/article-extraction-benchmark), habeas and syntok against pysbd as the oracle on the ground
   truth article texts, line by line, and the speed of all three on the same text.

A boundary is the offset where a sentence ends inside a paragraph; the end of the paragraph, which is free, counts for
nobody. F1 is micro-averaged over boundaries.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from habeas.mark.sentences import sentences
from habeas.model.report import Block, BlockKind, Report
from habeas.model.span import Span
from reporting import keep

Splitter = Callable[[str], set[int]]


def as_report(text: str, language: str = "en") -> Report:
    """A text of one paragraph as a report."""
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    return Report("bench", "", "text/plain", "utf-8", text, (block,), language)


def habeas_ends(text: str) -> set[int]:
    return {part.span.end for part in sentences(as_report(text), ())}


def pysbd_ends() -> Splitter:
    import pysbd

    segmenter = pysbd.Segmenter(language="en", clean=False, char_span=False)
    return lambda text: placed(text, segmenter.segment(text))


def syntok_ends() -> Splitter:
    from syntok import segmenter

    def ends(text: str) -> set[int]:
        return {
            sentence[-1].offset + len(sentence[-1].value)
            for paragraph in segmenter.process(text)
            for sentence in paragraph
        }

    return ends


def placed(text: str, pieces: Iterable[str]) -> set[int]:
    """The end offsets of pieces that follow one another in `text`."""
    ends, at = set(), 0
    for piece in pieces:
        words = piece.strip()
        found = text.find(words, at)
        if words and found >= 0:
            at = found + len(words)
            ends.add(at)
    return ends


def paragraphs(path: Path) -> list[tuple[str, set[int]]]:
    """Paragraphs of a CoNLL-U file with the gold end offsets of their sentences."""
    found: list[tuple[str, set[int]]] = []
    text, ends, gap = "", set(), ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith(("# newdoc", "# newpar")):
            if text:
                found.append((text, ends))
            text, ends, gap = "", set(), ""
        elif line.startswith("# text = "):
            text += (gap if text else "") + line[9:].rstrip()
            ends.add(len(text))
            gap = " "
        elif line and line[0].isdigit() and "SpaceAfter=No" in line:
            gap = ""
        elif line and line[0].isdigit():
            gap = " "
    return [*found, (text, ends)] if text else found


def score(cases: list[tuple[str, set[int]]], split: Splitter) -> dict[str, float]:
    """Precision, recall and F1 of inner boundaries, and seconds taken."""
    right = said = true = 0
    began = time.perf_counter()
    answers = [split(text) for text, _ in cases]
    seconds = time.perf_counter() - began
    for (text, gold), answer in zip(cases, answers, strict=True):
        inner_gold, inner = gold - {len(text)}, answer - {len(text)}
        right += len(inner_gold & inner)
        said += len(inner)
        true += len(inner_gold)
    precision, recall = right / max(said, 1), right / max(true, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    size = sum(len(text.encode()) for text, _ in cases) / 1e6
    return {"precision": precision, "recall": recall, "f1": f1, "mb_per_s": size / seconds}


def news_lines(checkout: Path) -> list[str]:
    """The lines of the ground truth articles, white space at their ends removed."""
    truth = json.loads((checkout / "ground-truth.json").read_text("utf-8"))
    return [
        line.strip() for page in truth.values() for line in page["articleBody"].splitlines() if line.strip()
    ]


def table(title: str, rows: dict[str, dict[str, float]]) -> None:
    print(f"\n{title}\n{'':10}{'precision':>10}{'recall':>10}{'F1':>10}{'MB/s':>10}")
    for name, row in rows.items():
        print(
            f"{name:10}{row['precision']:10.3f}{row['recall']:10.3f}{row['f1']:10.3f}{row['mb_per_s']:10.3f}"
        )


def show_misses(cases: list[tuple[str, set[int]]], split: Splitter, limit: int) -> None:
    for text, gold in cases:
        answer = split(text)
        for end in sorted((gold ^ answer) - {len(text)}):
            sign = "missed" if end in gold else "extra"
            print(sign, re.sub(r"\s", " ", text[max(0, end - 45) : end]), "||", text[end : end + 40])
            limit -= 1
            if not limit:
                return


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkout", type=Path)
    parser.add_argument("--news", type=Path)
    parser.add_argument("--fold", nargs="+", default=["dev", "test"], choices=["dev", "test"])
    parser.add_argument("--json", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    args = parser.parse_args()
    peers: dict[str, Splitter] = {"habeas": habeas_ends, "pysbd": pysbd_ends(), "syntok": syntok_ends()}
    habeas_ends("Warm. Up.")
    results = {}
    for fold in args.fold:
        cases = paragraphs(args.checkout / f"en_ewt-ud-{fold}.conllu")
        results[f"EWT {fold}"] = {name: score(cases, split) for name, split in peers.items()}
        table(f"EWT {fold}: {len(cases)} paragraphs", results[f"EWT {fold}"])
        if args.misses:
            show_misses(cases, habeas_ends, args.misses)
    data = [args.checkout]
    if args.news:
        lines = news_lines(args.news)
        oracle = [(line, peers["pysbd"](line)) for line in lines]
        results["news, pysbd as oracle"] = {name: score(oracle, split) for name, split in peers.items()}
        table(f"news, pysbd as oracle: {len(lines)} lines", results["news, pysbd as oracle"])
        data.append(args.news)
        if args.misses:
            show_misses(oracle, habeas_ends, args.misses)
    keep("sentences", data, results, args.json)


if __name__ == "__main__":
    main()
