"""Work goes on whatever becomes of the process that does it: a task that hangs, eats memory or dies costs itself alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.flow import build
from habeas.read import Limits, read
from habeas.workers import Bounds, Lost, each

pytestmark = pytest.mark.workers
QUICK = Bounds(seconds=1, memory_bytes=300_000_000)


def work(task: str) -> Iterator[str]:
    yield f"{task} begun"
    if task == "hang":
        while True:
            pass
    if task == "eat":
        kept = [b"x" * 10_000_000 for _ in range(100)]
        yield str(len(kept))
    if task == "die":
        os.kill(os.getpid(), signal.SIGSEGV)
    if task == "leave":
        os._exit(3)
    yield f"{task} done"


@pytest.mark.parametrize(
    ("task", "reason"),
    [
        ("hang", "takes longer than 1 s, the limit for one report of its size"),
        ("eat", "needs more than 300 MB of memory, the limit for one report"),
        ("die", "breaks the program that reads it (SIGSEGV)"),
        ("leave", "breaks the program that reads it (exit code 3)"),
    ],
)
@pytest.mark.parametrize("count", [1, 2])
def test_a_task_that_cannot_be_done_costs_itself_alone(task: str, reason: str, count: int) -> None:
    tasks = ["one", task, "two"]
    made = list(each(work, tasks, lambda _: QUICK, count))
    for number, name in ((0, "one"), (2, "two")):
        assert [m for n, m in made if n == number] == [f"{name} begun", f"{name} done", None]
    assert [m for n, m in made if n == 1] == [f"{task} begun", Lost(reason)]


def test_no_worker_is_left_where_the_listener_goes_away() -> None:
    told = each(work, ["one", "hang"], lambda _: Bounds(60, 300_000_000))
    next(told)
    told.close()
    assert not [one for one in os.popen("ps -o stat= --ppid " + str(os.getpid())) if one.startswith("R")]


def test_workers_end_with_the_program_even_where_it_is_killed(tmp_path: Path) -> None:
    program = (
        "import os, time\n"
        "from habeas.workers import Bounds, each\n"
        "def work(task):\n"
        "    yield os.getpid()\n"
        "    time.sleep(600)\n"
        "for _, made in each(work, [1], lambda _: Bounds(600, 10**9)): print(made, flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        worker = int(running.stdout.readline())
        running.kill()
    for _ in range(200):
        if not Path(f"/proc/{worker}").exists() or "(zombie)" in Path(f"/proc/{worker}/status").read_text():
            return
        time.sleep(0.05)
    raise AssertionError("the worker goes on without the program")


GOOD = "Norvale opens a pier\n\nThe harbour master of Norvale said on 3 March 2031 that 240 boats came in.\n"


def test_a_report_beyond_the_limits_is_named_and_the_others_are_built(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "slow.txt").write_text(
        "The port was opened by the minister of trade on Monday, he said. " * 45_000
    )
    (tmp_path / "z.txt").write_text(GOOD.replace("240", "250"))
    dossier = build([tmp_path], limits=Limits(seconds=0.5))
    assert [r.doc for r in dossier.reports] == ["a.txt", "z.txt"]
    assert [(f.doc, f.reason) for f in dossier.failures] == [
        ("slow.txt", "takes longer than 1.5 s, the limit for one report of its size")
    ]


def test_a_report_that_needs_too_much_memory_is_named_and_those_behind_it_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "large.txt").write_text("Some words.\n\n" * 2_000_000)
    (tmp_path / "z.txt").write_text(GOOD)
    reports, failures = read([tmp_path], limits=Limits(memory_bytes=150_000_000))
    assert [r.doc for r in reports] == ["a.txt", "z.txt"]
    assert [f.doc for f in failures] == ["large.txt"]
    assert failures[0].reason == "needs more than 150 MB of memory, the limit for one report"


def killed(flag: Path) -> Iterator[str]:
    """Killed from outside as long as `flag` is not there; it is there from the second time on, if its folder is."""
    if not flag.exists():
        if flag.parent.exists():
            flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    yield "done"


def test_a_task_whose_worker_was_killed_from_outside_is_done_once_more(tmp_path: Path) -> None:
    assert list(each(killed, [tmp_path / "a"], lambda _: QUICK)) == [(0, "done"), (0, None)]
    never = tmp_path / "no" / "a"
    reason = Lost("needs more memory than this machine has")
    assert list(each(killed, [never, tmp_path / "a"], lambda _: QUICK)) == [
        (0, reason),
        (1, "done"),
        (1, None),
    ]
