"""Readers and reviewers at one desk at once, on a full ledger: how long they wait, and whether a decision is lost.

    python bench/load.py CHECKOUT_OF_HABEAS [--claims 100000] [--readers 50] [--reviewers 5] [--seconds 60]
                         [--pause 2] [--stores sqlite,postgres] [--json bench/results/load.json]

A story of invented claims is added to a new ledger, with an account for each visitor, and `habeas serve --team` is
started on it. Each reader asks for a page, a search or a report and reads it for a while (`--pause` seconds on average,
between half of it and one and a half; 0: no pause at all). Each reviewer decides on claims, one or ten at a time, and
takes some back, with a quarter of the pause. Times are those until the last byte of an answer. Afterwards every
acknowledged decision is looked for in the ledger, and the whole ledger is verified. Exit code 1 where an answer was an
error, a decision is missing, or the ledger does not verify.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote_plus, urlencode

from desk_client import Visitor, entered
from habeas.ledger import Original, Role, open_ledger
from habeas.review import in_force
from large_story import WORDS, large_story
from reporting import report

EACH = 50
PASSWORD = "a long enough secret"
_ALARM = re.compile(rb'role="alert">(.*?)</p>', re.DOTALL)
_VERDICTS = ("confirmed", "rejected", "unsure")


@dataclass
class Seen:
    """What happened: seconds of every answer by sort, what was no answer, and what was acknowledged and taken back."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)
    decided: dict[int, tuple[str, str, str]] = field(default_factory=dict)
    undone: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Story:
    """What can be asked for."""

    claims: tuple[str, ...]
    reports: tuple[str, ...]
    findings: tuple[str, ...]
    subjects: tuple[str, ...]


def prepared(url: str, claims: int, readers: int, reviewers: int) -> Story:
    """A ledger with the story and an account for each visitor."""
    story = large_story(claims // EACH, EACH)
    with open_ledger(url) as ledger:
        ledger.add_dossier(story, "bench", [Original(r.sha256, r.text.encode()) for r in story.reports])
        for n in range(readers):
            ledger.put_user(f"reader{n}", "bench", Role.READER, PASSWORD)
        for n in range(reviewers):
            ledger.put_user(f"reviewer{n}", "bench", Role.REVIEWER, PASSWORD)
    return Story(
        tuple(c.id for c in story.claims),
        tuple(r.sha256 for r in story.reports),
        tuple(f.id for f in story.findings),
        tuple(sorted({c.subject for c in story.claims})),
    )


@contextmanager
def serving(url: str) -> Iterator[int]:
    """A desk over the ledger at `url`; its port."""
    command = [sys.executable, "-m", "habeas", "serve", url, "--team", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        try:
            yield int(desk.stdout.readline().split(":")[2].split("/")[0])
        finally:
            desk.terminate()


def question(chance: random.Random, story: Story) -> tuple[str, str]:
    """What a reader asks for next, and which sort of question it is."""
    page = chance.randrange(1, 40)
    kind = chance.choice(("quantity", "event", "plan", "legal", "role"))
    words = quote_plus(" ".join(chance.sample(WORDS, chance.choice((1, 2, 2, 3)))))
    return chance.choices(
        (
            ("page", f"/claims?page={page}"),
            ("page", f"/claims?kind={kind}&modality=planned&page={page}"),
            ("page", f"/claims?{urlencode({'subject': chance.choice(story.subjects)})}"),
            ("page", f"/claims/{chance.choice(story.claims)}"),
            ("page", f"/reports/{chance.choice(story.reports)}"),
            ("page", f"/reports?page={chance.randrange(1, 20)}"),
            ("page", f"/findings?status=conflict&page={page}"),
            ("page", f"/findings/{chance.choice(story.findings)}"),
            ("page", f"/timeline?page={page}"),
            ("page", f"/compare?a={chance.choice(story.reports)}&b={chance.choice(story.reports)}"),
            ("search", f"/search?words={words}"),
            ("search", f"/claims?words={words}"),
        ),
        weights=(15, 8, 8, 12, 15, 2, 6, 6, 4, 4, 12, 8),
    )[0]


async def paused(chance: random.Random, pause: float) -> None:
    await asyncio.sleep(chance.uniform(0.5, 1.5) * pause)


async def timed(visitor: Visitor, seen: Seen, sort: str, path: str, body: object = None) -> bytes | None:
    """The answer's content where it is one; how long it took is noted."""
    begun = time.perf_counter()
    try:
        status, content = await visitor.ask(path, body)
    except (OSError, asyncio.IncompleteReadError) as error:
        seen.errors.append(f"{path}: {error!r}")
        return None
    seen.seconds[sort].append(time.perf_counter() - begun)
    if status != 200:
        told = _ALARM.search(content)
        seen.errors.append(f"{path}: {status} {(told[1] if told else content[:200]).decode()}")
        return None
    return content


async def reading(visitor: Visitor, story: Story, seen: Seen, pause: float, until: float, seed: int) -> None:
    """One reader."""
    chance = random.Random(seed)
    await asyncio.sleep(chance.uniform(0, pause))
    while time.monotonic() < until:
        sort, path = question(chance, story)
        await timed(visitor, seen, sort, path)
        await paused(chance, pause)


async def reviewing(
    visitor: Visitor, story: Story, seen: Seen, pause: float, until: float, seed: int
) -> None:
    """One reviewer, who decides on claims that the others leave alone."""
    chance = random.Random(seed)
    own = list(story.claims[seed % 5 :: 5])
    chance.shuffle(own)
    while time.monotonic() < until and len(own) > 10:
        await timed(visitor, seen, "page", f"/claims?verdict=none&page={chance.randrange(1, 60)}")
        chosen = [own.pop() for _ in range(chance.choice((1, 1, 1, 10)))]
        verdict = chance.choice(_VERDICTS)
        told = await timed(
            visitor, seen, "decision", "/api/decisions", {"claims": chosen, "verdict": verdict}
        )
        if told is not None:
            made = [one["id"] for one in json.loads(told)["decisions"]]
            seen.decided.update(
                (n, (claim, verdict, visitor.name)) for n, claim in zip(made, chosen, strict=True)
            )
            if chance.random() < 0.1 and await timed(
                visitor, seen, "decision", "/api/undo", {"decisions": made}
            ):
                seen.undone.update(made)
        await paused(chance, pause / 4)


@asynccontextmanager
async def visitors(port: int, role: str, count: int) -> AsyncIterator[list[Visitor]]:
    """So many people who are signed in."""
    found = [await entered(port, f"{role}{n}", PASSWORD) for n in range(count)]
    try:
        yield found
    finally:
        for one in found:
            one.close()


async def at_once(port: int, story: Story, given: argparse.Namespace) -> Seen:
    """Everybody at the desk for so many seconds; a warm-up of a tenth goes before and is not counted."""
    seen = Seen()
    async with (
        visitors(port, "reader", given.readers) as readers,
        visitors(port, "reviewer", given.reviewers) as reviewers,
    ):
        for _ in range(600):
            if (await readers[0].ask("/claims"))[0] == 200:
                break
            await asyncio.sleep(0.5)
        for into, seconds in ((Seen(), given.seconds / 10), (seen, given.seconds)):
            until = time.monotonic() + seconds
            work = [reading(one, story, into, given.pause, until, n) for n, one in enumerate(readers, 100)]
            if into is seen:
                work += [
                    reviewing(one, story, seen, given.pause, until, n) for n, one in enumerate(reviewers)
                ]
            await asyncio.gather(*work)
    return seen


def lost(url: str, seen: Seen) -> list[str]:
    """Every acknowledged decision that the ledger does not hold as it was acknowledged, and what does not verify."""
    with open_ledger(url, create=False) as ledger:
        all_of_them = ledger.decisions(about="claim")
        standing = {d.id for d in in_force(all_of_them)}
        held = {
            d.id: (getattr(d.ruling.anchor, "claim", ""), d.ruling.verdict.value, d.by) for d in all_of_them
        }
        wrong = [f"{p.where}: {p.what}" for p in ledger.audit_verify()]
    for number, told in seen.decided.items():
        if held.get(number) != told:
            wrong.append(f"decision {number} is {held.get(number)}, acknowledged was {told}")
        if (number in standing) == (number in seen.undone):
            wrong.append(f"decision {number} {'stands' if number in standing else 'does not stand'}")
    return wrong


def measures(seen: Seen, wrong: Sequence[str], seconds: float) -> dict[str, float | int | None]:
    """The figures of one run; times in milliseconds."""
    found: dict[str, float | int | None] = {}
    for sort in ("page", "search", "decision"):
        times = sorted(seen.seconds[sort])
        found |= {
            f"{sort}s": len(times),
            f"{sort}_p50_ms": times[len(times) // 2] * 1000 if times else None,
            f"{sort}_p95_ms": times[int(len(times) * 0.95)] * 1000 if times else None,
            f"{sort}_most_ms": times[-1] * 1000 if times else None,
        }
    answers = sum(map(len, seen.seconds.values()))
    return found | {
        "answers_per_second": answers / seconds,
        "errors": len(seen.errors),
        "acknowledged": len(seen.decided),
        "lost_or_wrong": len(wrong),
    }


@contextmanager
def ledgers(checkout: Path, stores: Sequence[str]) -> Iterator[dict[str, str]]:
    """Where a new ledger can be made, on each store."""
    with contextlib.ExitStack() as held:
        urls = {}
        if "sqlite" in stores:
            urls["SQLite"] = f"{held.enter_context(tempfile.TemporaryDirectory())}/story.ledger"
        if "postgres" in stores:
            sys.path.insert(0, str(checkout / "tests" / "ledger"))
            import psycopg
            from postgres_server import running

            server = held.enter_context(running())
            with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
                connection.execute("CREATE DATABASE story")
            urls["PostgreSQL"] = server.url("story")
        yield urls


def main() -> int:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("checkout", type=Path)
    arguments.add_argument("--claims", type=int, default=100_000)
    arguments.add_argument("--readers", type=int, default=50)
    arguments.add_argument("--reviewers", type=int, default=5)
    arguments.add_argument("--seconds", type=float, default=60)
    arguments.add_argument("--pause", type=float, default=2)
    arguments.add_argument("--stores", default="sqlite,postgres")
    arguments.add_argument("--json", type=Path)
    given = arguments.parse_args()
    rows, bad = {}, []
    busy = []
    with ledgers(given.checkout.resolve(), given.stores.split(",")) as urls:
        for store, url in urls.items():
            story = prepared(url, given.claims, given.readers, given.reviewers)
            with serving(url) as port:
                seen = asyncio.run(at_once(port, story, given))
            busy.append(round(os.getloadavg()[0], 1))
            wrong = lost(url, seen)
            rows[store] = measures(seen, wrong, given.seconds)
            bad += [f"{store}: {one}" for one in (*seen.errors, *wrong)]
    for line in bad[:50]:
        print(line)
    about = {name: getattr(given, name) for name in ("claims", "readers", "reviewers", "seconds", "pause")}
    about["load_of_the_machine"] = busy
    title = f"{given.readers} readers, {given.reviewers} reviewers, pause {given.pause:g} s"
    report("load", [], {title: rows}, given.json, about)
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
