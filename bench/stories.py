"""Stories: which of many reports tell of one thing? Beside TF-IDF with average linkage (SciPy).

    python bench/stories.py ECB_CHECKOUT [--json bench/results/stories.json]

Data: the ECB+ news texts (tommasoc80/EventStoryLine, ECB+_LREC2014/ECB+), 982, without dates. Each of the 43 topics holds
two events of one kind (two floods, two elections of a pope); those are the stories. Counted by B-cubed precision and
recall (Bagga and Baldwin, 1998): of the reports in a report's group, how many are of its story, and of those of its story,
how many are in its group. The texts of the topics with odd numbers lie in one folder and those with even numbers in another:
the thresholds of both systems were chosen on the odd ones, the even ones are held out. A third folder holds all of them.
The peer is shown once more at the threshold that serves it best on the very texts of each folder: no way of choosing finds
a better one.
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
PEER = "tf-idf, average linkage"
ODD, EVEN, ALL = "topics with odd numbers", "topics with even numbers", "all in one folder"


def texts(checkout: Path) -> dict[str, str]:
    """Every ECB+ text, one sentence a paragraph."""
    return {path.stem: "\n\n".join(sentences) for path, sentences in sentences_of(checkout)}


def folders(told: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The texts by the folder that they lie in; those on which thresholds were chosen first."""
    parity = {name: int(name.partition("_")[0]) % 2 for name in told}
    halves = {
        ODD: {name: text for name, text in told.items() if parity[name]},
        EVEN: {name: text for name, text in told.items() if not parity[name]},
    }
    return {**halves, ALL: dict(told)}


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


def by_peer(told: Mapping[str, str]) -> dict[float, dict[str, int]]:
    """Clusters of TF-IDF vectors (log of counts, words of three texts or more in a tenth at most) by average linkage, at each
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
    return {
        threshold: dict(zip(told, map(int, fcluster(tree, threshold, "distance")), strict=True))
        for threshold in THRESHOLDS
    }


def best(made: Mapping[float, Mapping[str, int]]) -> float:
    """The threshold at which the peer's groups are best."""
    return max(made, key=lambda threshold: figures(made[threshold])["f1"])


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
    chosen = None
    tables = {}
    for folder, held in folders(told).items():
        begun = time.process_time()
        mine = by_habeas(held)
        read = time.process_time()
        made = by_peer(held)
        done = time.process_time()
        chosen = chosen or best(made)
        tables[folder] = {
            "habeas": {**figures(mine), "seconds": round(read - begun, 1)},
            PEER: {**figures(made[chosen]), "seconds": round(done - read, 1)},
            f"{PEER}, best on these very texts": figures(made[best(made)]),
        }
    about = {
        "stories": len({story_of_name(name) for name in told}),
        "texts": len(told),
        "the peer's threshold": chosen,
    }
    report("stories", [args.checkout], tables, args.json, about)


if __name__ == "__main__":
    main()
