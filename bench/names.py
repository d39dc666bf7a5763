"""Names, measured on two public corpora of running text.

    python bench/names.py UNER_CHECKOUT [--gum GUM_CHECKOUT] [--json bench/results/names.json] [--fold dev test] [--misses 40]

1. Universal NER English EWT: documents rebuilt from `# text`, each sentence a line, spans and types (PER, ORG, LOC) exact.
2. With `--gum` (amir-zeldes/gum, news): an entity of GUM is a name when its head is a proper noun
   (peoples, "Muslims", left out); its span is cut to the capitalised words around the head, titles left out; of nested
   names the outermost counts. Types person, organization and place.

habeas types are mapped: person to PER; organisation, group, medium and court to ORG; place and facility to LOC.
Adjectives of places ("Peruvian") are marked by habeas as nominal mentions and are not counted, as UNER does not mark them.
A leading "the" is left out on both sides. There is no offline peer: a lookup of capitalised runs in the gazetteer alone, else the type most
frequent in the development fold (PER), is printed as the baseline.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from habeas.mark.names import names
from habeas.mark.sentences import sentences
from habeas.mark.tokens import tokens
from habeas.model.marks import EntityType, MentionForm
from habeas.model.report import Block, BlockKind, Report
from habeas.model.span import Span
from habeas.packs import load_pack
from reporting import keep

TYPES = {
    EntityType.PERSON: "PER",
    EntityType.ORGANISATION: "ORG",
    EntityType.GROUP: "ORG",
    EntityType.MEDIUM: "ORG",
    EntityType.COURT: "ORG",
    EntityType.PLACE: "LOC",
    EntityType.FACILITY: "LOC",
}
GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
Name = tuple[int, int, str]


@dataclass(frozen=True)
class Case:
    """A document: its text, its paragraphs, its gold names."""

    id: str
    text: str
    blocks: tuple[Span, ...]
    gold: frozenset[Name]


class Building:
    """A document while its lines are read."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.text = ""
        self.starts: list[int] = []
        self.gold: set[Name] = set()

    def sentence(self, text: str, new_paragraph: bool) -> int:
        self.text += "\n\n" if new_paragraph and self.text else " " if self.text else ""
        if new_paragraph or not self.starts:
            self.starts.append(len(self.text))
        at = len(self.text)
        self.text += text
        return at

    def case(self) -> Case:
        ends = [*(s - 2 for s in self.starts[1:]), len(self.text)]
        return Case(self.name, self.text, tuple(map(Span, self.starts, ends)), frozenset(self.gold))


def sentence_groups(path: Path) -> Iterator[tuple[dict[str, str], list[list[str]]]]:
    """The comments and rows of each sentence."""
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield comments, rows
            comments, rows = {}, []


def placed(text: str, rows: list[list[str]]) -> list[tuple[int, int]]:
    """The offsets of each row's word in the sentence."""
    found, at = [], 0
    for row in rows:
        at = text.index(row[1], at)
        found.append((at, at + len(row[1])))
        at += len(row[1])
    return found


def uner(path: Path) -> list[Case]:
    done: list[Case] = []
    building: Building | None = None
    for comments, rows in sentence_groups(path):
        if "newdoc id" in comments or building is None:
            if building is not None:
                done.append(building.case())
            building = Building(comments.get("newdoc id", "first"))
        at = building.sentence(comments["text"], new_paragraph=True)
        spots = placed(comments["text"], rows)
        open_at = -1
        for i, row in enumerate([*rows, ["", "", "O"]]):
            if open_at >= 0 and not row[2].startswith("I-"):
                building.gold.add((at + spots[open_at][0], at + spots[i - 1][1], rows[open_at][2][2:]))
                open_at = -1
            if row[2].startswith("B-") and row[2][2:] in ("PER", "ORG", "LOC"):
                open_at = i
    assert building is not None
    return [*done, building.case()]


def gum(folder: Path) -> list[Case]:
    done = []
    for path in sorted((folder / "dep").glob("GUM_news_*.conllu")):
        building = Building(path.stem)
        for comments, all_rows in sentence_groups(path):
            rows = [r for r in all_rows if r[0].isdigit()]
            at = building.sentence(comments["text"], any(k.startswith("newpar") for k in comments))
            spots = placed(comments["text"], rows)
            for first, last, kind in gum_names(rows):
                building.gold.add((at + spots[first][0], at + spots[last][1], kind))
        done.append(building.case())
    return done


def gum_names(rows: list[list[str]]) -> set[tuple[int, int, str]]:
    """Bare names in a sentence: the proper nouns around the head of each named entity."""
    found = set()
    for first, last, kind in gum_entities(rows):
        if kind not in GUM_TYPES:
            continue
        inside = range(first, last + 1)
        head = next(i for i in inside if not first <= int(rows[i][6]) - 1 <= last or rows[i][6] == "0")
        if rows[head][3] != "PROPN":
            continue
        if rows[head][4] == "NNPS" and kind == "person":
            continue
        left = right = head
        while left > first and name_like(rows, left - 1, first, kind):
            left -= 1
        while right < last and name_like(rows, right + 1, first, kind):
            right += 1
        while right > head and rows[right][3] not in ("PROPN", "NUM"):
            right -= 1
        titles = [i for i in range(left, right + 1) if rows[i][1].rstrip(".").lower() in TITLES]
        if kind == "person" and titles:
            left = titles[-1] + 1
            while left <= right and rows[left][3] != "PROPN":
                left += 1
        while left < right and (rows[left][3] in ("DET", "ADP") or not rows[left][1][0].isupper()):
            left += 1
        if left <= right:
            found.add((left, right, GUM_TYPES[kind]))
    return {n for n in found if not any(o != n and o[0] <= n[0] and n[1] <= o[1] for o in found)}


def name_like(rows: list[list[str]], i: int, first: int, kind: str) -> bool:
    """Whether the word next to the growing name is one of its words."""
    word = rows[i][1]
    if rows[i][3] == "PROPN" or word in ("-", "."):
        return True
    if (
        word[0].isupper()
        and rows[i][3] != "DET"
        and not (i == 0 or (i == first and rows[i][3] not in ("ADJ", "NOUN")))
    ):
        return kind != "person"
    follows = any(row[1][0].isupper() for row in rows[i + 1 : i + 3])
    return word in SMALL and follows and kind != "person"


SMALL = frozenset({"of", "the", "for", "de", "and", "la", "del", "van", "bin", "al"})
TITLES = frozenset(
    [
        "president",
        "secretary",
        "minister",
        "senator",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sen",
        "rep",
        "gov",
        "governor",
        "judge",
        "prime",
        "justice",
        "general",
        "captain",
        "sir",
        "professor",
        "prof",
        "king",
        "queen",
        "prince",
        "mayor",
        "chairman",
        "director",
        "officer",
        "sheriff",
        "ambassador",
        "spokesman",
        "spokesperson",
        "spokeswoman",
        "commissioner",
        "chief",
        "chancellor",
        "ceo",
        "major",
        "colonel",
        "lieutenant",
        "premier",
    ]
)


def gum_entities(rows: list[list[str]]) -> set[tuple[int, int, str]]:
    opened: list[tuple[str, int, str]] = []
    found = set()
    for i, row in enumerate(rows):
        field = next((x[7:] for x in row[9].split("|") if x.startswith("Entity=")), "")
        for part in re.findall(r"\([^()]+\)?|\d+\)|[^()]+\)", field):
            if part.startswith("("):
                ident, kind = part[1:].split("-")[:2]
                if part.endswith(")"):
                    found.add((i, i, kind))
                else:
                    opened.append((ident, i, kind))
            else:
                ident = part[:-1]
                for spot in range(len(opened) - 1, -1, -1):
                    if opened[spot][0] == ident:
                        _, first, kind = opened.pop(spot)
                        found.add((first, i, kind))
                        break
    return found


def habeas_names(case: Case) -> set[Name]:
    blocks = tuple(Block(span, BlockKind.PARAGRAPH) for span in case.blocks)
    report = Report(case.id, "", "text/plain", "utf-8", case.text, blocks, "en")
    words = tokens(report)
    entities, mentions = names(report, words, sentences(report, words), load_pack())
    return {
        (m.span.start, m.span.end, TYPES[entities[m.entity].type])
        for m in mentions
        if m.form is MentionForm.NAME and entities[m.entity].type in TYPES
    }


def baseline_names(case: Case) -> set[Name]:
    from habeas.mark.names.gazetteer import gazetteer

    held = {form.lower(): TYPES.get(kind, "PER") for form, kind, _ in gazetteer("en").phrases}
    found = set()
    for match in re.finditer(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*", case.text):
        if case.text[max(0, match.start() - 2) : match.start()] in ("", ". ", "\n\n"):
            continue
        found.add((match.start(), match.end(), held.get(match.group().lower(), "PER")))
    return found


def bare(text: str, names_: set[Name] | frozenset[Name]) -> set[Name]:
    return {(s + 4 if text[s : s + 4].lower() == "the " else s, e, k) for s, e, k in names_}


def score(cases: list[Case], reader, misses: int = 0) -> dict[str, float]:  # noqa: ANN001
    right, said, true = Counter(), Counter(), Counter()
    for case in cases:
        gold, mine = bare(case.text, case.gold), bare(case.text, reader(case))
        for kind in ("PER", "ORG", "LOC"):
            right[kind] += sum(n[2] == kind for n in gold & mine)
            said[kind] += sum(n[2] == kind for n in mine)
            true[kind] += sum(n[2] == kind for n in gold)
        for s, e, k in sorted(gold ^ mine):
            if misses > 0:
                misses -= 1
                where = "MISSED" if (s, e, k) in gold else "extra "
                around = case.text[max(0, s - 30) : s], case.text[s:e], case.text[e : e + 25]
                print(where, k, "{} [[{}]] {}".format(*(a.replace("\n", "/") for a in around)))
    row = {}
    for kind in ("PER", "ORG", "LOC", "all"):
        r, p, t = (c.total() if kind == "all" else c[kind] for c in (right, said, true))
        row[kind] = 2 * r / max(1, p + t)
        row[f"{kind}.precision"], row[f"{kind}.recall"] = r / max(1, p), r / max(1, t)
    return row


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkout", type=Path)
    parser.add_argument("--gum", type=Path)
    parser.add_argument("--fold", nargs="+", default=["dev", "test"], choices=["dev", "test"])
    parser.add_argument("--json", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    args = parser.parse_args()
    sets = {f"UNER EWT {fold}": uner(args.checkout / f"en_ewt-ud-{fold}.iob2") for fold in args.fold}
    data = [args.checkout]
    if args.gum:
        sets["GUM news"] = gum(args.gum)
        data.append(args.gum)
    results = {}
    for title, cases in sets.items():
        rows = {"habeas": score(cases, habeas_names, args.misses), "baseline": score(cases, baseline_names)}
        print(f"\n{title}: {len(cases)} documents, {sum(len(c.gold) for c in cases)} names")
        for name, row in rows.items():
            shown = "  ".join(
                f"{k} F1 {row[k]:.3f} (p {row[f'{k}.precision']:.2f} r {row[f'{k}.recall']:.2f})"
                for k in ("PER", "ORG", "LOC", "all")
            )
            print(f"{name:9} {shown}")
        results[title] = rows
    keep("names", data, results, args.json, {title: len(cases) for title, cases in sets.items()})


if __name__ == "__main__":
    main()
