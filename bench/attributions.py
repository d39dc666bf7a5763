"""Who said what, measured on PolNeAR (Newell, Margolin and Ruths, LREC 2018).

    python bench/attributions.py CHECKOUT [--part dev test] [--json bench/results/attributions.json] [--show KIND]

Two tables, habeas beside a plain peer on the same reports in the same run:

- *quotations*: the parts of gold contents that stand between quotation marks and hold at least four words or end a
  sentence, against the quotations that habeas (or the peer) gives to a speaker. A pair shares more than half of
  its characters. "speaker right": the source overlaps the gold source, or names it (a shared capitalised word),
  or, for a gold pronoun, is the name the report used last before it or a carried-over speaker of the same paragraph.
- *all attributions*: source and content, one to one, by any overlap of characters and exactly. PolNeAR puts no
  attribution inside another, so those that habeas finds inside another are left out of the count, and has one for one
  source and one cue, so the words in marks within a reported clause are not counted besides it.

The peer takes every stretch between double marks as content and the name nearest to it as its source.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from habeas.mark.attributions import attributions
from habeas.mark.names import names
from habeas.mark.quotations import quotations
from habeas.mark.sentences import sentences
from habeas.mark.tokens import tokens
from habeas.model.marks import AttributionKind, Marks
from habeas.model.pack import Pack
from habeas.model.report import Report
from habeas.packs import load_pack
from habeas.read.plain import read_text
from reporting import keep

Piece = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold attribution: character pieces of its source and content."""

    source: tuple[Piece, ...]
    content: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One found attribution; `speaker` is the name given to its source, `quote` whether it is a quotation."""

    source: Piece | None
    content: tuple[Piece, ...]
    speaker: str | None
    quote: bool
    scare: bool = False
    cue: Piece | None = None


def articles(root: Path, part: str) -> Iterable[tuple[str, str, tuple[Gold, ...]]]:
    """Name, text and gold attributions of every annotated article of a part."""
    for path in sorted((root / "data" / part / "attributions").glob("*.ann")):
        stem = re.sub(r"_[0-9a-f]{4}\.ann$", "", path.name)
        text = root / "data" / part / "text" / f"{stem}.txt"
        if text.exists():
            yield path.name, text.read_text("utf-8"), gold(path.read_text("utf-8"))


def gold(lines: str) -> tuple[Gold, ...]:
    """The attributions of one brat file."""
    spans: dict[str, tuple[Piece, ...]] = {}
    made: list[Gold] = []
    for line in lines.splitlines():
        fields = line.split("\t")
        if len(fields) < 2:
            continue
        if line.startswith("T"):
            where = fields[1].split(" ", 1)[1]
            spans[fields[0]] = tuple((int(a), int(b)) for a, b in (p.split() for p in where.split(";")))
        elif line.startswith("E"):
            roles: dict[str, list[Piece]] = {"Source": [], "Content": []}
            for role, _, name in (x.partition(":") for x in fields[1].split()):
                plain = role.rstrip("0123456789")
                if plain in roles and name in spans:
                    roles[plain] += spans[name]
            if roles["Content"]:
                made.append(Gold(tuple(sorted(roles["Source"])), tuple(sorted(roles["Content"]))))
    return tuple(made)


def marked(report: Report, pack: Pack, with_names: bool) -> tuple[Marks, float]:
    """The marks that this bench needs, and the seconds that quotations and attributions took."""
    words = tokens(report)
    parts = sentences(report, words)
    begun = time.perf_counter()
    quoted = quotations(report, parts, words)
    spent = time.perf_counter() - begun
    entities, mentions = names(report, words, parts, pack) if with_names else ((), ())
    begun = time.perf_counter()
    said = attributions(report, words, parts, quoted, entities, mentions)
    spent += time.perf_counter() - begun
    return Marks(
        report.doc, report.language, words, parts, entities, mentions, quoted, attributions=said
    ), spent


def by_habeas(marks: Marks) -> list[Found]:
    """Attributions of habeas, one for each source and cue; those inside another are left out."""
    kept: dict[tuple[object, ...], Found] = {}
    spans = [a.content for a in marks.attributions if a.kind is not AttributionKind.QUOTED]
    for n, a in enumerate(marks.attributions):
        quote = a.kind is AttributionKind.QUOTED
        q = marks.quotations[a.quotations[0]] if quote else None
        if any(s != a.content and s.contains(a.content) for s in spans) and not (quote and a.source):
            continue
        key = (a.source, a.cue, quote) if a.cue or a.source else (n,)
        if q is not None and a.implied and a.source is None:
            key = (q.group, a.speaker, quote)
        old = kept.get(key)
        content = ((a.content.start, a.content.end),)
        kept[key] = Found(
            source=old.source if old else (tuple(a.source) if a.source else None),
            content=old.content + content if old else content,
            speaker=a.speaker,
            quote=quote,
            scare=bool(q and q.scare) if old is None else old.scare,
            cue=(a.cue.start, a.cue.end) if a.cue else None,
        )
    return list(kept.values())


def whole(found: Sequence[Found]) -> list[Found]:
    """What one source says by one verb as one attribution, as in PolNeAR: 'said the base "went to work" and slept'."""
    made: dict[tuple[object, ...], Found] = {}
    for n, one in enumerate(found):
        key = (one.source, one.cue) if one.source and one.cue else (n,)
        old = made.get(key)
        made[key] = replace(old, content=outer((*old.content, *one.content))) if old else one
    return list(made.values())


def outer(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces in text order without those that lie in another."""
    kept: list[Piece] = []
    for start, end in sorted(set(pieces), key=lambda p: (p[0], -p[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


_MARKED = re.compile(r"“([^”\n]{2,2000})”|(?<!\w)\"([^\"\n]{2,2000})\"")
_NAME = re.compile(r"(?:[A-Z][\w.'’-]+ )*[A-Z][\w-]+")


def by_peer(text: str) -> list[Found]:
    """The plain peer: quotation marks, and the nearest name outside them in the same paragraph."""
    made = []
    for match in _MARKED.finditer(text):
        start, end = match.start() + 1, match.end() - 1
        low = text.rfind("\n", 0, match.start()) + 1
        high = text.find("\n", match.end())
        high = len(text) if high < 0 else high
        names = [m.span() for m in _NAME.finditer(text, match.end(), high)][:1]
        before = [m.span() for m in _NAME.finditer(text, low, match.start())][-1:]
        near = min(names + before, key=lambda n: min(abs(n[0] - end), abs(start - n[1])), default=None)
        name = text[near[0] : near[1]] if near else None
        made.append(Found(near, ((start, end),), name, True))
    return made


def overlap(a: Sequence[Piece], b: Sequence[Piece]) -> int:
    """Characters that two sets of pieces share."""
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)


def size(pieces: Sequence[Piece]) -> int:
    return sum(b - a for a, b in pieces)


def marked_pieces(text: str, one: Gold) -> list[Piece]:
    """The stretches of a gold content between quotation marks (the annotators may leave the outer marks out)."""
    made = []
    for start, end in one.content:
        low, high = max(0, start - 1), min(len(text), end + 1)
        for match in _MARKED.finditer(text, low, high):
            inside = match.group(1) or match.group(2)
            if len(inside.split()) > 3 or inside.rstrip()[-1] in ".!?,":
                made.append((match.start() + 1, match.end() - 1))
    return made


def trimmed(text: str, piece: Piece) -> Piece:
    start, end = piece
    while start < end and text[start] in " \n\t\"“”'‘’":
        start += 1
    while end > start and text[end - 1] in " \n\t\"“”'‘’.,;:!?":
        end -= 1
    return start, end


def pair_off(gold_pieces: list[list[Piece]], found: list[list[Piece]], least: float) -> list[tuple[int, int]]:
    """One-to-one pairs with the greatest overlap first; `least` is the least share of the union (0: any)."""
    scored = []
    for g, mine in enumerate(gold_pieces):
        for f, theirs in enumerate(found):
            shared = overlap(mine, theirs)
            if shared:
                union = size(mine) + size(theirs) - shared
                if shared / union >= least:
                    scored.append((shared / union, g, f))
    used_g: set[int] = set()
    used_f: set[int] = set()
    made = []
    for _, g, f in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if g not in used_g and f not in used_f:
            used_g.add(g)
            used_f.add(f)
            made.append((g, f))
    return made


_PRONOUNS = frozenset(
    ["he", "she", "they", "i", "we", "it", "his", "her", "their", "who", "him", "them", "you"]
)


def same_speaker(text: str, one: Gold, found: Found) -> bool:
    """Whether the found speaker is the gold source, by place or by name."""
    if found.source is not None and overlap(one.source, (found.source,)):
        return True
    words = {w for a, b in one.source for w in re.findall(r"[\w’']+", text[a:b])}
    said = set(re.findall(r"[\w’']+", found.speaker or ""))
    named = {w for w in words & said if w[0].isupper()}
    if named:
        return True
    return (
        bool(words)
        and {w.lower() for w in words} <= _PRONOUNS
        and found.speaker is not None
        and found.source is None
    )


def tally(text: str, golds: Sequence[Gold], found: list[Found], show: str, name: str) -> Counter[str]:
    """The counts of one article."""
    c: Counter[str] = Counter()
    _tally_quotations(c, text, golds, found, show, name)
    found = whole(found)
    contents = [list(g.content) for g in golds]
    mine = [list(f.content) for f in found]
    c["content.gold"], c["content.found"] = len(contents), len(mine)
    pairs = pair_off(contents, mine, 0)
    c["content.overlap"] = len(pairs)
    c["content.half"] = len(pair_off(contents, mine, 0.5))
    c["content.exact"] = sum(
        [trimmed(text, p) for p in contents[g]] == [trimmed(text, p) for p in mine[f]] for g, f in pairs
    )
    c["pair.source"] = sum(
        bool(found[f].source and overlap(golds[g].source, (found[f].source,))) for g, f in pairs
    )
    sources = [list(g.source) for g in golds if g.source]
    theirs = [[f.source] for f in found if f.source]
    c["source.gold"], c["source.found"] = len(sources), len(theirs)
    pairs = pair_off(sources, theirs, 0)
    c["source.overlap"] = len(pairs)
    c["source.exact"] = sum(
        trimmed(text, sources[g][0]) == trimmed(text, theirs[f][0]) and len(sources[g]) == 1 for g, f in pairs
    )
    if show == "missed":
        hit = {g for g, _ in pair_off(contents, mine, 0)}
        for g, one in enumerate(golds):
            if g not in hit:
                a, b = one.content[0]
                src = " ".join(text[x:y] for x, y in one.source)
                print(f"MISSED {name[:20]} [{src}] {text[max(0, a - 70) : b][:200]!r}")
    if show == "spare":
        hit = {f for _, f in pair_off(contents, mine, 0)}
        for f, one in enumerate(found):
            if f not in hit:
                a, b = one.content[0]
                src = text[one.source[0] : one.source[1]] if one.source else None
                print(f"SPARE {name[:20]} [{src}] {text[max(0, a - 70) : b][:200]!r}")
    return c


def _tally_quotations(
    c: Counter[str], text: str, golds: Sequence[Gold], found: list[Found], show: str, name: str
) -> None:
    marked = [(piece, g) for g in golds for piece in marked_pieces(text, g)]
    wanted = [[piece] for piece, _ in marked]
    anywhere = [p for g in golds for p in g.content]
    quotes = [(piece, f) for f in found if f.quote for piece in f.content]
    quotes = [(p, f) for p, f in quotes if _counts(text, p)]
    mine = [[piece] for piece, _ in quotes]
    pairs = pair_off(wanted, mine, 0.5)
    c["quote.gold"], c["quote.matched"] = len(wanted), len(pairs)
    hit = {f for _, f in pairs}
    c["quote.found"] = sum(
        n in hit or not _half_inside(piece, anywhere) for n, (piece, _) in enumerate(quotes)
    )
    c["quote.exact"] = sum(trimmed(text, wanted[g][0]) == trimmed(text, mine[f][0]) for g, f in pairs)
    for g, f in pairs:
        one, him = marked[g][1], quotes[f][1]
        if not one.source:
            continue
        c["quote.sourced"] += 1
        c["quote.unknown"] += him.speaker is None
        right = same_speaker(text, one, him)
        c["quote.speaker"] += right
        if show == "speakers" and not right:
            a, b = marked[g][0]
            src = " ".join(text[x:y] for x, y in one.source)
            print(
                f"SPEAKER {name[:24]} gold [{src}] got [{him.speaker}] {text[max(0, a - 160) : b + 100]!r}\n"
            )
    if show == "quotes":
        for n, (piece, _) in enumerate(quotes):
            if n not in hit and not _half_inside(piece, anywhere):
                print(f"QSPARE {name[:24]} {text[max(0, piece[0] - 60) : piece[1] + 40]!r}")
        got = {g for g, _ in pairs}
        for n, (piece, _) in enumerate(marked):
            if n not in got:
                print(f"QMISSED {name[:24]} {text[max(0, piece[0] - 60) : piece[1] + 40]!r}")


def _counts(text: str, piece: Piece) -> bool:
    """Whether a quotation has four words or ends a sentence, as the gold ones that count do."""
    start, end = piece
    return len(text[start:end].split()) > 3 or text[end - 1] in ".!?" or text[end : end + 1] == ","


def _half_inside(piece: Piece, pieces: Sequence[Piece]) -> bool:
    return overlap((piece,), pieces) * 2 > piece[1] - piece[0]


def f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted) if found + wanted else 0.0


def figures(c: Counter[str]) -> dict[str, float]:
    """The figures of one system from its counts."""
    return {
        "quotations: content F1": f1(c["quote.matched"], c["quote.found"], c["quote.gold"]),
        "quotations: content exact": f1(c["quote.exact"], c["quote.found"], c["quote.gold"]),
        "quotations: speaker right": c["quote.speaker"] / max(1, c["quote.sourced"]),
        "quotations: speaker unknown": c["quote.unknown"] / max(1, c["quote.sourced"]),
        "all: source precision": c["source.overlap"] / max(1, c["source.found"]),
        "all: source recall": c["source.overlap"] / max(1, c["source.gold"]),
        "all: source F1": f1(c["source.overlap"], c["source.found"], c["source.gold"]),
        "all: source exact F1": f1(c["source.exact"], c["source.found"], c["source.gold"]),
        "all: content precision": c["content.overlap"] / max(1, c["content.found"]),
        "all: content recall": c["content.overlap"] / max(1, c["content.gold"]),
        "all: content F1": f1(c["content.overlap"], c["content.found"], c["content.gold"]),
        "all: content F1 (half)": f1(c["content.half"], c["content.found"], c["content.gold"]),
        "all: content exact F1": f1(c["content.exact"], c["content.found"], c["content.gold"]),
        "all: source and content F1": f1(c["pair.source"], c["content.found"], c["content.gold"]),
    }


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("checkout", type=Path, help="a checkout of networkdynamics/PolNeAR")
    args.add_argument("--part", nargs="+", default=["dev", "test"], choices=["train", "dev", "test"])
    args.add_argument("--every", type=int, default=1, help="take every n-th article only")
    args.add_argument(
        "--without-names", action="store_true", help="run without the mentions of the name marker"
    )
    args.add_argument("--json", type=Path)
    args.add_argument("--show", default="", choices=["", "missed", "spare", "speakers", "quotes"])
    given = args.parse_args()
    tables, about = {}, {}
    for part in given.part:
        taken = list(articles(given.checkout, part))[:: given.every]
        tables[f"PolNeAR {part}"], about[part] = measured(taken, not given.without_names, given.show)
        seconds, size, count = about[part].values()
        print(f"PolNeAR {part}: {count} articles, {size:.1f} MB, both markers in {seconds:.2f} s")
        ours, theirs = tables[f"PolNeAR {part}"].values()
        print(f"{'':34}{'habeas':>8}{'peer':>8}")
        for key, value in ours.items():
            print(f"{key:34}{value:8.3f}{theirs[key]:8.3f}")
    keep("attributions", [given.checkout], tables, given.json, about)


def measured(
    taken: Sequence[tuple[str, str, tuple[Gold, ...]]], with_names: bool, show: str
) -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """The figures of both systems on articles, and what was measured."""
    pack = load_pack("detention")
    mine: Counter[str] = Counter()
    peer: Counter[str] = Counter()
    spent, size_read = 0.0, 0
    for name, text, golds in taken:
        report = read_text(name, text.encode())
        marks, seconds = marked(report, pack, with_names)
        spent += seconds
        size_read += len(text)
        mine += tally(report.text, golds, by_habeas(marks), show, name)
        peer += tally(text, golds, by_peer(text), "", name)
    about = {"seconds": spent, "megabytes": size_read / 1e6, "articles": len(taken)}
    return {"habeas": figures(mine), "nearest name": figures(peer)}, about


if __name__ == "__main__":
    main()
