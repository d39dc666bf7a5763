"""Stories: which of many reports tell of one thing? Beside TF-IDF with average linkage (SciPy).

    python bench/stories.py ECB_CHECKOUT [--json bench/results/stories.json]

Data: the ECB+ news texts (tommasoc80/EventStoryLine, ECB+_LREC2014/ECB+), 982 in one folder, without dates. Each of the 43
topics holds two events of one kind (two floods, two elections of a pope); those are the stories. Counted by B-cubed
precision and recall (Bagga and Baldwin, 1998): of the reports in a report's group, how many are of its story, and of
those of its story, how many are in its group. The peer is given the threshold that serves it best on these very texts.
"""

from __future__ import annotations

import argparse
import math
import re
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import pdist

from ecb import sentences_of
from habeas.flow import understand_all
from habeas.model.dossier import Understood
from habeas.packs import DEFAULT, load_pack
from habeas.read.plain import read_text
from habeas.reconcile import reconcile
from habeas.trace import trace
from reporting import report

THRESHOLDS = tuple(n / 100 for n in range(40, 100, 2))


def texts(checkout: Path) -> dict[str, str]:
    """Every ECB+ text, one sentence a paragraph."""
    return {path.stem: "\n\n".join(sentences) for path, sentences in sentences_of(checkout)}


def story_of_name(name: str) -> str:
    """The topic and which of its two events a text tells of: "12ecbplus"."""
    topic, _, rest = name.partition("_")
    return topic + rest.lstrip("0123456789")


def by_habeas(told: Mapping[str, str]) -> dict[str, int]:
    """The story of each text by the whole program."""
    reports = [read_text(f"{name}.txt", text.encode()) for name, text in told.items()]
    read = [u for u in understand_all(reports, DEFAULT, lambda *_: None) if isinstance(u, Understood)]
    kept, marks = [u.report for u in read], [u.marks for u in read]
    settled = reconcile(kept, marks, [u.claims for u in read], trace(kept, marks), load_pack(DEFAULT))
    return {doc.removesuffix(".txt"): number for doc, number in settled.story.items()}


def by_peer(told: Mapping[str, str]) -> dict[str, int]:
    """Clusters of TF-IDF vectors (log of counts, words of three texts or more in a tenth at most) by average linkage, at the best
    of `THRESHOLDS`."""
    counts = [Counter(re.findall(r"[a-z]{3,}", text.lower())) for text in told.values()]
    held = Counter(word for one in counts for word in one)
    words = {w: n for n, w in enumerate(w for w, c in held.items() if 2 < c <= len(told) / 10)}
    vectors = np.zeros((len(told), len(words)))
    for row, one in enumerate(counts):
        for word, count in one.items():
            if word in words:
                vectors[row, words[word]] = (1 + math.log(count)) * math.log(len(told) / held[word])
    tree = linkage(pdist(vectors, "cosine"), "average")
    made = [
        dict(zip(told, map(int, fcluster(tree, threshold, "distance")), strict=True))
        for threshold in THRESHOLDS
    ]
    return max(made, key=lambda groups: figures(groups)["f1"])


def figures(groups: Mapping[str, int]) -> dict[str, float]:
    """B-cubed precision, recall and F1, and the size of the largest group."""
    mine, theirs = defaultdict(set), defaultdict(set)
    for name, number in groups.items():
        mine[number].add(name)
        theirs[story_of_name(name)].add(name)
    shared = [(mine[n], theirs[story_of_name(name)]) for name, n in groups.items()]
    precision = sum(len(a & b) / len(a) for a, b in shared) / len(shared)
    recall = sum(len(a & b) / len(b) for a, b in shared) / len(shared)
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall),
        "groups": len(mine),
        "largest": max(map(len, mine.values())),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkout", type=Path, help="a checkout of tommasoc80/EventStoryLine")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args(arguments)
    told = texts(args.checkout)
    rows = {}
    for system, grouped in (("habeas", by_habeas), ("tf-idf, average linkage", by_peer)):
        begun = time.process_time()
        groups = grouped(told)
        rows[system] = {**figures(groups), "seconds": round(time.process_time() - begun, 1)}
    about = {"stories": len({story_of_name(name) for name in told}), "texts": len(told)}
    report("stories", [args.checkout], {"stories of ECB+": rows}, args.json, about)


if __name__ == "__main__":
    main()
