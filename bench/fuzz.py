"""Reports that nobody would write, for a fixed time: whatever is given, it is read, or refused in one line, in bounded time.

    python bench/fuzz.py CHECKOUT_OF_HABEAS [--seconds 300] [--seed 1 3] [--most 5] [--keep FOLDER] [--json ...]

Each round makes a report by chance (rows of words and signs up to a megabyte, samples with bytes changed, HTML, PDF,
WARC, JSONL, gzip, other encodings, signs that turn the writing, markup in titles and names) and sends it the whole way:
read, claims, dossier, published, verified. What counts as wrong: an error that is not habeas's own, a report that breaks
the program that reads it, more than `--most` seconds of the processor for a megabyte begun, a dossier that does not verify, a mark of
markup that stands unescaped on a page, a formula in a cell of the table. With the seed the rounds are the same every
time; a round that went wrong is kept in `--keep`. Exit code 1 where one did.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import json
import random
import resource
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import habeas.mark
from habeas.errors import HabeasError
from habeas.flow import build
from habeas.ledger import open_ledger
from habeas.publish import publish, verify
from habeas.read import Limits
from reporting import report

BROKEN = ("could not be understood", "breaks the program", "takes longer than", "needs more")
MARK = "fuzz-mark"
_WORDS = """
    a he it the of and in to who that said says told killed detained sent deported court ruled judge law
    president minister prison Monday May 2021 5 12 3,000 1.5 $ % million per days years old men women people
    about more than at least not would may could plans will was were has have by from according reports
    reporters Smith Alba Mexico U.S. NATO Mr. Dr. dijo que presos el la los de según fue 10:30 pm 5-6 1/2 # @ &
    http://b.example/c é ß İ 漢字 عربي ١٢٣
"""
WORDS = tuple(_WORDS.split())
SIGNS = [
    *'"“”‘’«»()—-–,;:.?!…',
    "\n",
    "\n\n",
    "\t",
    "\r\n",
    "\u200b",
    "\u202e",
    "\u2066",
    "\u0301",
    "\0",
    "\ufeff",
    "\U0001f642",
]
HARM = (
    f"<script>{MARK}</script>",
    f'"><img src=x onerror={MARK}>',
    f"</title><svg onload={MARK}>",
    f"=HYPERLINK({MARK})",
    f"@SUM({MARK})",
    f"{{{{{MARK}}}}}",
    f"]]>&{MARK};",
    f"'; DROP TABLE claims; --{MARK}",
)
LIVE = (f"<script>{MARK}", f"onerror={MARK}>", f"<svg onload={MARK}")
Maker = Callable[[random.Random, list[bytes]], tuple[str, bytes]]


@dataclass
class Found:
    """What the rounds showed: how many of each sort, the slowest seconds a megabyte, and all that was wrong."""

    rounds: Counter[str] = field(default_factory=Counter)
    slowest: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    refused: int = 0
    claims: int = 0
    unread: int = 0
    wrong: list[str] = field(default_factory=list)


def piece(chance: random.Random) -> str:
    """A few words and signs."""
    parts = chance.choices((WORDS, SIGNS, HARM), weights=(12, 5, 1), k=chance.randint(1, 9))
    text = "".join(chance.choice(part) + (" " if chance.random() < 0.8 else "") for part in parts)
    return text + chance.choice(("", ". ", "\n", " "))


def encoded(chance: random.Random, text: str) -> bytes:
    """The bytes of a text, mostly without its zeros: a file with one is no text, and nothing more of it would be tried."""
    kept = text if "\0" not in text or chance.random() < 0.1 else text.replace("\0", "")
    return kept.encode("utf-8", "replace")


def row(chance: random.Random, _samples: list[bytes]) -> tuple[str, bytes]:
    """One piece again and again, up to a megabyte."""
    size = chance.choice((2_000, 20_000, 100_000, 1_000_000))
    one = piece(chance)
    return "row.txt", encoded(chance, (one * (size // len(one) + 1))[:size])


def soup(chance: random.Random, _samples: list[bytes]) -> tuple[str, bytes]:
    """Pieces that do not repeat."""
    size = chance.choice((500, 5_000, 50_000, 400_000))
    text = ""
    parts = []
    while size > 0:
        text = piece(chance)
        size -= len(text)
        parts.append(text)
    return "soup.txt", encoded(chance, "".join(parts))


def changed(chance: random.Random, samples: list[bytes]) -> tuple[str, bytes]:
    """A sample with stretches cut out, doubled, or of other bytes."""
    raw = bytearray(chance.choice(samples))
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(raw) + 1)
        stretch = bytes(raw[at : at + chance.choice((1, 4, 60, 900))])
        new = chance.choice(
            (b"", stretch * 2, chance.randbytes(3), piece(chance).encode(), b"\xff\xfe", b"<")
        )
        raw[at : at + len(stretch)] = new
    return f"changed{chance.choice(('.txt', '.html', '', '.pdf', '.warc', '.jsonl'))}", bytes(raw)


def page(chance: random.Random, _samples: list[bytes]) -> tuple[str, bytes]:
    """A web page, deep, broken or sound, with harm in its title, its data and its attributes."""
    depth = chance.choice((0, 3, 200, 20_000))
    tag = chance.choice(("div", "p", "table><tr><td", "blockquote", "b", "li"))
    title, name = chance.choice(HARM), piece(chance)
    data = json.dumps(
        {"@type": "NewsArticle", "headline": title, "author": {"name": name}, "datePublished": piece(chance)}
    )
    body = "".join(f"<p>{piece(chance)} {piece(chance)}</p>" for _ in range(chance.choice((1, 40, 3_000))))
    close = f"</{tag.split('>')[0]}>" * depth if chance.random() < 0.5 else ""
    text = (
        f"<!doctype html><html><head><title>{title} {name}</title><meta property='og:title' content='{title}'>"
        f"<script type='application/ld+json'>{data}</script></head><body><article><h1>{title}</h1>"
        f"{f'<{tag}>' * depth}{body}{close}</article></body></html>"
    )
    return "page.html", text.encode(chance.choice(("utf-8", "utf-16", "utf-8-sig")), "replace")


def coded(chance: random.Random, samples: list[bytes]) -> tuple[str, bytes]:
    """A text in one encoding and a half."""
    text = chance.choice(samples).decode("utf-8", "replace") + piece(chance)
    one = chance.choice(
        ("utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1", "cp1251", "shift_jis", "utf-7")
    )
    raw = text.encode(one, "replace")
    return "coded.txt", raw if chance.random() < 0.5 else raw[: len(raw) // 2] + text.encode()[
        len(text) // 2 :
    ]


def lines(chance: random.Random, samples: list[bytes]) -> tuple[str, bytes]:
    """JSONL, with odd values, endless lines and broken ones."""
    made = []
    for _ in range(chance.choice((1, 5, 60))):
        odd = chance.choice((None, 1e308, [], {}, "\ud800", True, piece(chance)))
        text = chance.choice(samples).decode("utf-8", "replace")[: chance.choice((0, 80, 4_000))]
        item = {
            "url": chance.choice((f"http://b.example/{MARK}", odd)),
            "title": chance.choice((*HARM, odd)),
            "text": text,
            "date": odd,
        }
        line = json.dumps(item)
        made.append(line[: chance.randrange(len(line))] if chance.random() < 0.2 else line)
    return "many.jsonl", "\n".join(made).encode("utf-8", "replace")


def capture(chance: random.Random, samples: list[bytes]) -> tuple[str, bytes]:
    """A WARC of some records, with wrong lengths, odd names and cuts."""
    made = b""
    for _ in range(chance.choice((1, 3, 20))):
        held = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(chance, samples)[1][:60_000]
        length = chance.choice((len(held), len(held), 0, len(held) * 2, -1))
        target = chance.choice(
            ("http://b.example/a", "../../etc/passwd", f"http://b.example/{chance.choice(HARM)}", "\0")
        )
        told = chance.choice(("", "Content-Type: application/http; msgtype=response\r\n"))
        made += f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {target}\r\n{told}Content-Length: {length}\r\n\r\n".encode()
        made += held + b"\r\n\r\n"
    made = made[: chance.randrange(len(made))] if chance.random() < 0.3 else made
    return ("some.warc.gz", gzip.compress(made)) if chance.random() < 0.4 else ("some.warc", made)


def portable(chance: random.Random, _samples: list[bytes]) -> tuple[str, bytes]:
    """A small PDF, with bytes changed."""
    words = piece(chance).encode("latin-1", "replace").replace(b"(", b"").replace(b")", b"")
    stream = b"BT /F1 12 Tf 50 700 Td (" + words * chance.choice((1, 50)) + b") Tj ET"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R" + b" 3 0 R" * chance.choice((0, 0, 500)) + b"]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n" % len(stream) + stream + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % (n, part) for n, part in enumerate(parts, 1))
    raw = bytearray(made + b"trailer<</Root 1 0 R>>\n%%EOF")
    for _ in range(chance.choice((0, 0, 1, 5, 40))):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    return "paper.pdf", bytes(raw)


def packed(chance: random.Random, samples: list[bytes]) -> tuple[str, bytes]:
    """Any of the others, compressed, perhaps cut off or followed by more."""
    name, raw = chance.choice((row, soup, changed, page, lines))(chance, samples)
    made = gzip.compress(raw) + chance.choice((b"", b"", b"more", gzip.compress(b"more")))
    return f"{name}.gz", made[: chance.randrange(1, len(made))] if chance.random() < 0.3 else made


MAKERS: tuple[Maker, ...] = (row, soup, changed, page, coded, lines, capture, portable, packed)
WEIGHTS = (4, 2, 3, 3, 1, 2, 2, 1, 1)


def workers_seconds() -> float:
    """Seconds of the processor that the processes which read have taken."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def tried(file: Path, out: Path, found: Found, sort: str, most: float) -> Iterator[str]:
    """Everything that is wrong with what habeas makes of one file."""
    size = file.stat().st_size
    begun = workers_seconds()
    dossier = build([file], limits=Limits(seconds=most))
    spent = workers_seconds() - begun
    found.slowest[sort] = max(found.slowest[sort], spent / max(1.0, size / 1_000_000))
    found.claims += len(dossier.claims)
    found.refused += len(dossier.failures)
    found.unread += sum(left.kind == "text" for left in dossier.unclaimed)
    for failure in dossier.failures:
        if any(words in failure.reason for words in BROKEN):
            yield failure.reason
        if "\n" in failure.reason:
            yield f"a reason of several lines: {failure.reason!r}"
    texts = {one.doc: one.text for one in dossier.reports}
    yield from (
        f"claim {c.id} does not stand on its words"
        for c in dossier.claims
        if c.span.of(texts[c.doc]) != c.quote
    )
    if len(dossier.claims) > 1_000:
        return
    publish(dossier, out)
    yield from (f"{p.where}: {p.what}" for p in verify(out))
    for html in out.rglob("*.html"):
        text = html.read_text("utf-8")
        yield from (f"{html.name}: {live}" for live in LIVE if live in text)
    with (out / "claims.csv").open(encoding="utf-8", newline="") as table:
        for cells in csv.reader(io.StringIO(table.read())):
            yield from (f"claims.csv: {cell[:60]!r}" for cell in cells if cell[:1] in "=@" and cell)
    if len(dossier.claims) < 300:
        with open_ledger(str(out / "a.ledger")) as ledger:
            ledger.add_dossier(dossier, "fuzz")
            yield from (f"ledger {p.where}: {p.what}" for p in ledger.audit_verify())


def rounds(samples: list[bytes], seed: int, seconds: float, most: float, keep: Path | None) -> Found:
    """Rounds until the time is over."""
    found, number = Found(), 0
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        chance = random.Random(f"{seed} {number}")
        maker = chance.choices(MAKERS, WEIGHTS)[0]
        name, raw = maker(chance, samples)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / name
            file.write_bytes(raw)
            try:
                wrong = list(tried(file, Path(folder) / "dossier", found, maker.__name__, most))
            except HabeasError as error:
                wrong = [f"not told as a failure: {error}"]
            except Exception:  # noqa: BLE001 - what a fuzzer is there to find
                wrong = [traceback.format_exc()]
            if wrong and keep is not None:
                keep.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, keep / f"{seed}-{number}-{name}")
        found.rounds[maker.__name__] += 1
        found.wrong += [f"round {number} ({name}, {len(raw)} bytes): {one}" for one in wrong]
        for one in wrong[:3]:
            print(f"round {number} ({name}, {len(raw)} bytes): {one}", flush=True)
        number += 1
    return found


def measured(found: Found) -> dict[str, float | int | None]:
    """What the rounds of one seed showed, in numbers."""
    return {
        "rounds": found.rounds.total(),
        "claims": found.claims,
        "refused": found.refused,
        "unread": found.unread,
        "wrong": len(found.wrong),
        **{f"{sort}_slowest_s_per_mb": most for sort, most in sorted(found.slowest.items())},
    }


def main() -> int:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("checkout", type=Path)
    arguments.add_argument("--seconds", type=float, default=300)
    arguments.add_argument("--seed", type=int, nargs="+", default=[1], help="each for so many seconds")
    arguments.add_argument(
        "--most",
        type=float,
        default=5,
        help="seconds of the processor for each megabyte begun (a busy machine: 8)",
    )
    arguments.add_argument("--keep", type=Path, help="a folder for what went wrong")
    arguments.add_argument("--json", type=Path)
    given = arguments.parse_args()
    samples = [path.read_bytes() for path in sorted((given.checkout / "samples").iterdir()) if path.is_file()]
    tables, made = {}, {}
    for seed in given.seed:
        found = rounds(samples, seed, given.seconds, given.most, given.keep)
        tables[f"seed {seed}"] = {"habeas": measured(found)}
        made[f"seed {seed}"] = dict(found.rounds)
    about = {
        "seconds": given.seconds,
        "most": given.most,
        "compiled": not habeas.mark.__file__.endswith("__init__.py"),
        "rounds": made,
    }
    report("fuzz", [], tables, given.json, about)
    return int(any(one["habeas"]["wrong"] for one in tables.values()))


if __name__ == "__main__":
    sys.exit(main())
