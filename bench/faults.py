"""kill -9 at random points of add, review, build and migrate; afterwards nothing that was acknowledged may lack.

    python bench/faults.py CHECKOUT_OF_HABEAS [--times 200] [--seed 1] [--stores sqlite,postgres] [--json bench/results/faults.json]

Each time a process is started on a copy of the same ledger, says that it is ready, and is killed after a random part of
the time that the whole act takes; of every other adding not the process is killed but the worker that reads for it. Then
the ledger must open, verify, hold all that was acknowledged on standard output, and take the same act again without
duplicates. PostgreSQL is a cluster of the machine's own binaries, started for the time of the run. Exit code 1 where one
of these fails.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from habeas.cli import main as habeas
from habeas.ledger import open_ledger, restore
from habeas.ledger.bulk import load
from habeas.ledger.migrating import migrate
from habeas.ledger.store import open_store
from habeas.ledger.tables import metadata
from habeas.publish.verifying import verify as verify_dossier
from habeas.review import Verdict, on_claim

ACTS = ("add", "review", "build", "migrate")
_REPORTS = 6
_PLACES = ("Norvale", "Ostrava Bay", "Kestrel Point", "Lindum", "Corrie", "Vantaa Field", "Eskdale", "Pinar")


@dataclass
class Outcome:
    """What a series of kills showed: how often each act was killed, and every way in which a ledger was not whole."""

    kills: Counter[str] = field(default_factory=Counter)
    finished: int = 0
    acknowledged: int = 0
    wrong: list[str] = field(default_factory=list)


def write_reports(folder: Path) -> list[Path]:
    """Small invented reports, one a file."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for n in range(_REPORTS):
        place = _PLACES[n % len(_PLACES)]
        text = (
            f"Ferry service resumes at {place}\n\nThe harbour of {place} took in {40 + n} boats on Monday, its "
            f'master said.\nRepairs cost ${n + 2} million. "We open at {n + 5} every day," a clerk told reporters.\n'
        )
        files.append(folder / f"report{n}.txt")
        files[-1].write_text(text, "utf-8")
    return files


def quietly(*words: object) -> int:
    """The exit code of one command of habeas."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            habeas([str(word) for word in words])
        except SystemExit as stop:
            return int(stop.code or 0)
    return 0


def work(act: str, url: str, folder: Path) -> None:
    """What the worker does, and says once each part of it is done."""
    files = write_reports(folder / "reports")
    print("ready", flush=True)
    if act == "add":
        for file in files:
            if quietly("add", file, "--ledger", url, "--by", "worker") == 0:
                print("ack", file.name, flush=True)
    elif act == "review":
        with open_ledger(url, create=False) as ledger:
            for view in ledger.claims(size=40).claims:
                made = ledger.decide(on_claim(view.claim, Verdict.CONFIRMED, "seen"), "worker")
                print("ack", made[0].id, flush=True)
    elif act == "build":
        if quietly("build", "--ledger", url, "--out", folder / "dossier", "--protect") == 0:
            print("ack", "dossier", flush=True)
    elif quietly("migrate", url) == 0:
        print("ack", "migrated", flush=True)
    print("done", flush=True)


def emptied(url: str) -> None:
    """Nothing at `url`."""
    if "://" not in url:
        for ending in ("", "-wal", "-shm"):
            Path(url + ending).unlink(missing_ok=True)
        return
    store = open_store(url)
    with store.writing() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    store.close()


def prepared(act: str, url: str, template: Path) -> None:
    """The ledger as it is before the act: empty for add, full for review and build, of an older step for migrate."""
    emptied(url)
    if act in ("review", "build"):
        restore(template, url)
    elif act == "migrate":
        old, full = open_store(url), open_store(str(template))
        migrate(old, "0001")
        with full.reading() as there, old.writing() as here:
            for table in metadata.sorted_tables:
                load(here, table, (tuple(row) for row in there.execute(table.select())))
        old.close()
        full.close()


def reader_of(process: int) -> int:
    """The process that reads for `process` just now, else itself."""
    with contextlib.suppress(OSError):
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
        return int(children[0]) if children else process
    return process


def killed(
    act: str, url: str, folder: Path, after: float | None, reader: bool = False
) -> tuple[list[str], bool, float]:
    """What was acknowledged until the process, or its `reader`, was killed after `after` seconds, whether all was done,
    and how many seconds it worked."""
    reading, writing = os.pipe()
    process = os.fork()  # all is imported already, which takes longer than most acts
    if process == 0:
        worked(act, url, folder, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        assert told.readline() == "ready\n", f"the worker for {act} did not start"
        begun = time.perf_counter()
        if after is not None:
            time.sleep(after)
            with contextlib.suppress(ProcessLookupError):
                os.kill(reader_of(process) if reader else process, signal.SIGKILL)
        said = told.read().split("\n")
        spent = time.perf_counter() - begun
    os.waitpid(process, 0)
    return [line.removeprefix("ack ") for line in said if line.startswith("ack ")], "done" in said, spent


def worked(act: str, url: str, folder: Path, writing: int) -> NoReturn:
    """The process that is killed: it works, says so on `writing`, and ends."""
    try:
        os.dup2(writing, sys.stdout.fileno())
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
        work(act, url, folder)
    finally:
        os._exit(0)


def whole(act: str, url: str, folder: Path, acknowledged: Sequence[str]) -> list[str]:
    """Every way in which the ledger is not whole after the kill, and after the act is done again."""
    wrong = []
    if act == "migrate" and quietly("migrate", url) != 0:
        wrong.append("cannot be migrated again")
    with open_ledger(url) as ledger:
        wrong += [f"{p.where}: {p.what}" for p in ledger.audit_verify()]
        docs = {report.doc for report in ledger.reports()}
        decided = {str(d.id) for d in ledger.decisions()}
    have = {"add": docs, "review": decided}.get(act, set(acknowledged))
    wrong += [f"lacks {one}, which was acknowledged" for one in acknowledged if one not in have]
    out = folder / "dossier"
    if act == "build" and (out.exists() or acknowledged):
        wrong += [f"{p.where}: {p.what}" for p in verify_dossier(out)]
    return wrong + again(act, url, folder)


def again(act: str, url: str, folder: Path) -> list[str]:
    """What is wrong once the same act has run to its end."""
    if act == "add":
        quietly("add", folder / "reports", "--ledger", url)
    elif act == "build" and quietly("build", "--ledger", url, "--out", folder / "dossier") != 0:
        return ["cannot be built again"]
    with open_ledger(url) as ledger:
        problems = [f"{p.where}: {p.what}" for p in ledger.audit_verify()]
        reports = ledger.reports()
        found = ledger.search("harbour").total_reports
    if len(reports) != _REPORTS or len({r.sha256 for r in reports}) != _REPORTS:
        problems.append(f"holds {len(reports)} reports of {_REPORTS} after all were added")
    if found != _REPORTS:
        problems.append(f"finds {found} reports of {_REPORTS}")
    return problems


def series(url: str, home: Path, times: int, seed: int) -> Outcome:
    """Kill the acts in turn, `times` in all."""
    chance, outcome = random.Random(seed), Outcome()
    template = home / "template.ledger"
    files = write_reports(home / "reports")
    assert quietly("add", files[0].parent, "--ledger", template, "--by", "first") == 0
    lasts: dict[str, float] = {}
    for number in range(times):
        act = ACTS[number % len(ACTS)]
        shutil.rmtree(home / "dossier", ignore_errors=True)
        if act not in lasts:
            prepared(act, url, template)
            lasts[act] = killed(act, url, home, None)[2]
            shutil.rmtree(home / "dossier", ignore_errors=True)
        prepared(act, url, template)
        moment, reader = chance.uniform(0, 0.8 * lasts[act]), number % (2 * len(ACTS)) == 0
        acknowledged, done, _ = killed(act, url, home, moment, reader)
        outcome.kills[act] += 1
        outcome.finished += done
        outcome.acknowledged += len(acknowledged)
        outcome.wrong += [f"kill {number} ({act}): {one}" for one in whole(act, url, home, acknowledged)]
    return outcome


def main() -> int:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("checkout", type=Path)
    arguments.add_argument("--times", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--stores", default="sqlite")
    arguments.add_argument("--json", type=Path)
    given = arguments.parse_args()
    from load import ledgers
    from reporting import report

    rows: dict[str, dict[str, float | int | None]] = {}
    wrong: list[str] = []
    with (
        ledgers(given.checkout.resolve(), given.stores.split(",")) as urls,
        tempfile.TemporaryDirectory() as folder,
    ):
        for store, url in urls.items():
            outcome = series(url, Path(folder), given.times, given.seed)
            wrong += [f"{store}: {line}" for line in outcome.wrong]
            rows[store] = {act: outcome.kills[act] for act in ACTS}
            rows[store] |= {
                "acknowledged": outcome.acknowledged,
                "done_before_the_kill": outcome.finished,
                "wrong": len(outcome.wrong),
            }
    for line in wrong:
        print(line)
    report("faults", [], {f"kill -9, seed {given.seed}": rows}, given.json)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
