"""Copies: does tracing find edited and embedded copies, and join no strangers? Beside MinHash LSH (datasketch).

    python bench/copies.py ECB_CHECKOUT [--json bench/results/copies.json]

Data: the ECB+ news texts (tommasoc80/EventStoryLine, ECB+_LREC2014/ECB+). From them, with a fixed seed, the script
makes for each of N reports an edited copy (words dropped, replaced and swapped; a sentence moved) and, for others, a
text in which the whole report stands in the middle of two strangers. A pair is a truth if one was made from the other.
A pair of reports of different topics that is joined is an error; pairs of one topic (natural reprints or not,
nobody has judged them) are listed and left out of precision.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from itertools import combinations
from pathlib import Path

from ecb import sentences_of
from habeas.mark import mark
from habeas.model.report import Block, BlockKind, Report
from habeas.model.span import Span
from habeas.packs import load_pack
from habeas.trace import trace
from habeas.trace.origins import DERIVED
from reporting import report

SEED = 7
EDITED = 120
EMBEDDED = 120


def texts(checkout: Path) -> dict[str, str]:
    """Every ECB+ text with at least 60 words, one sentence a line."""
    told = {f"{path.parent.name}/{path.name}": "\n".join(lines) for path, lines in sentences_of(checkout)}
    return {name: text for name, text in told.items() if len(text.split()) >= 60}


def edited(text: str, rng: random.Random, pool: list[str]) -> str:
    """An edited copy: one word in ten changed, one sentence in five cut, the order kept but for one move."""
    lines = [line for line in text.split("\n") if rng.random() > 0.2] or text.split("\n")
    if len(lines) > 3:
        lines.insert(rng.randrange(len(lines)), lines.pop(rng.randrange(len(lines))))
    changed = []
    for line in lines:
        words = []
        for word in line.split():
            luck = rng.random()
            if luck < 0.04:
                continue
            words.append(rng.choice(pool) if luck < 0.10 else word)
        changed.append(" ".join(words))
    return "\n".join(changed)


def corpus(checkout: Path) -> tuple[dict[str, str], set[frozenset[str]], dict[str, set[str]]]:
    """Texts by name, the true pairs, and the topics that each text draws on."""
    base = texts(checkout)
    rng = random.Random(SEED)
    names = sorted(base)
    rng.shuffle(names)
    pool = sorted({w for text in base.values() for w in text.split() if w.isalpha()})
    all_texts, truth = dict(base), set()
    topics = {name: {name.split("/")[0]} for name in base}
    for name in names[:EDITED]:
        copy = f"{name}+edited"
        all_texts[copy] = edited(base[name], rng, pool)
        topics[copy] = topics[name]
        truth.add(frozenset((name, copy)))
    for name in names[EDITED : EDITED + EMBEDDED]:
        hosts = rng.sample([n for n in names if not topics[n] & topics[name]], 2)
        copy = f"{name}+embedded"
        all_texts[copy] = "\n".join((base[hosts[0]], base[name], base[hosts[1]]))
        topics[copy] = topics[name] | topics[hosts[0]] | topics[hosts[1]]
        truth |= {frozenset((copy, part)) for part in (name, *hosts)}
    return all_texts, truth, topics


def as_report(name: str, text: str) -> Report:
    blocks = tuple(Block(Span(m.start(), m.end()), BlockKind.PARAGRAPH) for m in re.finditer(r"[^\n]+", text))
    return Report(name, name, "text/plain", "utf-8", text, blocks, "en")


def ours(all_texts: dict[str, str]) -> set[frozenset[str]]:
    pack = load_pack("detention")
    reports = [as_report(name, text) for name, text in sorted(all_texts.items())]
    lineage = trace(reports, [mark(r, pack) for r in reports])
    return {frozenset((p.a, p.b)) for p in lineage.pairs if p.relation in DERIVED}


def peers(all_texts: dict[str, str]) -> set[frozenset[str]]:
    """MinHash LSH over five-word shingles at Jaccard 0.5, the usual recipe."""
    from datasketch import MinHash, MinHashLSH

    index, sketches = MinHashLSH(threshold=0.5, num_perm=128), {}
    for name, text in sorted(all_texts.items()):
        words = re.findall(r"\w+", text.lower())
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[i : i + 5]).encode() for i in range(len(words) - 4)])
        index.insert(name, sketch)
        sketches[name] = sketch
    return {frozenset((n, m)) for n, s in sketches.items() for m in index.query(s) if m != n}


def measure(
    found: set[frozenset[str]], truth: set[frozenset[str]], topics: dict[str, set[str]]
) -> dict[str, float]:
    embedded = {t for t in truth if any(n.endswith("+embedded") for n in t)}
    wrong = {p for p in found - truth if not _one_topic(p, topics)}
    natural = {
        p
        for p in found - truth
        if _one_topic(p, topics) and not any("+" in n.split("/")[1].removesuffix("ecbplus.xml") for n in p)
    }
    return {
        "recall_embedded": len(found & embedded) / len(embedded),
        "recall_edited": len(found & (truth - embedded)) / len(truth - embedded),
        "precision": len(found & truth) / max(1, len(found & truth) + len(wrong)),
        "wrong": len(wrong),
        "natural_pairs_of_one_topic": len(natural),
    }


def _one_topic(pair: frozenset[str], topics: dict[str, set[str]]) -> bool:
    a, b = pair
    return bool(topics[a] & topics[b])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkout", type=Path)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    all_texts, truth, topics = corpus(args.checkout)
    pairs = len(list(combinations(all_texts, 2)))
    about = {"texts": len(all_texts), "pairs": pairs, "true_pairs": len(truth), "seed": SEED}
    rows: dict[str, dict[str, float]] = {}
    for label, finder in (("habeas", ours), ("minhash lsh", peers)):
        started = time.perf_counter()
        scores = measure(finder(all_texts), truth, topics)
        seconds = time.perf_counter() - started
        rows[label] = {**scores, "seconds": round(seconds, 2)}
    report("copies", [args.checkout], {"copies made from ECB+": rows}, args.json, about)


if __name__ == "__main__":
    main()
