"""Workers: tasks are done by processes that may hang, eat memory or die, at no cost but that of the one task.

A worker takes one task at a time and sends back each thing it makes. One that takes too long is killed, one that dies is
replaced, and the tasks that are left go on.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from habeas.collector import resting

__all__ = ["Bounds", "Lost", "each"]

if sys.platform != "win32":
    import resource

T = TypeVar("T")
R = TypeVar("R")

_PATIENCE = 10
"""How many times its processor seconds a task may take by the clock: other programs use the machine, too."""

_KILLED = -9
"""The exit code of a process that was killed by a signal that it cannot catch."""

_LEAST = 30.0
"""Seconds by the clock that every task has."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one task may take: seconds of the processor, and bytes of memory beyond what the worker began with."""

    seconds: float
    memory_bytes: int


@dataclass(frozen=True, slots=True)
class Lost:
    """A task that was not finished, and why, as words that follow the name of what was worked on."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Done:
    """The worker's word that a task is finished."""


@dataclass(slots=True)
class _Worker(Generic[T]):
    process: BaseProcess
    pipe: Connection
    task: int = -1
    until: float = 0.0
    told: bool = False

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def each(
    work: Callable[[T], Iterable[R]],
    tasks: Sequence[T],
    bounds: Callable[[T], Bounds],
    count: int = 1,
) -> Iterator[tuple[int, R | Lost | None]]:
    """What `work` makes of each task, with the task's number, as it comes; `Lost` where it was not finished, else None
    at its end. Tasks of one worker are done in their order; `count` workers share them."""
    if multiprocessing.current_process().daemon:
        yield from _here(work, tasks)
        return
    waiting = deque(range(len(tasks)))
    again: set[int] = set()
    crew: list[_Worker[T]] = []
    try:
        while waiting or any(one.task >= 0 for one in crew):
            _hand_out(work, tasks, bounds, count, waiting, crew)
            soonest = min(one.until for one in crew if one.task >= 0) - time.monotonic()
            ready = wait([one.pipe for one in crew if one.task >= 0], timeout=max(0.0, soonest))
            for one in [w for w in crew if w.task >= 0]:
                if one.pipe in ready:
                    yield from _heard(one, tasks, bounds, crew, waiting, again)
                elif time.monotonic() >= one.until:
                    crew.remove(one)
                    one.end()
                    yield one.task, Lost(_too_long(bounds(tasks[one.task])))
    finally:
        for one in crew:
            one.end()


def _here(work: Callable[[T], Iterable[R]], tasks: Sequence[T]) -> Iterator[tuple[int, R | None]]:
    """A worker has no workers of its own: it does the tasks itself."""
    for number, task in enumerate(tasks):
        for made in work(task):
            yield number, made
        yield number, None


def _hand_out(
    work: Callable[[T], Iterable[R]],
    tasks: Sequence[T],
    bounds: Callable[[T], Bounds],
    count: int,
    waiting: deque[int],
    crew: list[_Worker[T]],
) -> None:
    """A task to every worker that has none, and more workers while there are tasks for them."""
    while waiting and (len(crew) < count or any(one.task < 0 for one in crew)):
        free = next((one for one in crew if one.task < 0), None)
        if free is None:
            free = _begun(work, bounds)
            crew.append(free)
        free.task, free.told = waiting.popleft(), False
        free.until = time.monotonic() + _clock(bounds(tasks[free.task]))
        with suppress(BrokenPipeError), resting():  # A worker that died is noticed when it is listened to.
            free.pipe.send(tasks[free.task])


def _begun(work: Callable[[T], Iterable[R]], bounds: Callable[[T], Bounds]) -> _Worker[T]:
    # A copy of this process starts in milliseconds; beside other threads it might wait for their locks for ever.
    alone = threading.current_thread() is threading.main_thread()
    known = multiprocessing.get_all_start_methods()
    context: Any = multiprocessing.get_context("fork" if alone and "fork" in known else "spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serving, args=(theirs, work, bounds), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _heard(
    one: _Worker[T],
    tasks: Sequence[T],
    bounds: Callable[[T], Bounds],
    crew: list[_Worker[T]],
    waiting: deque[int],
    again: set[int],
) -> Iterator[tuple[int, Any]]:
    """What a worker says. A task whose worker was killed from outside, before it said anything, is given out once more."""
    bound = bounds(tasks[one.task])
    try:
        with (
            resting()
        ):  # Among the hundred thousand values of a long report the collector finds nothing, again and again.
            told = one.pipe.recv()
    except (EOFError, OSError):
        crew.remove(one)
        one.process.join()
        code = one.process.exitcode or 0
        one.end()
        if code == _KILLED and not one.told and one.task not in again:
            again.add(one.task)
            waiting.appendleft(one.task)
            return
        yield one.task, Lost(_why(code, bound))
        return
    number = one.task
    if isinstance(told, (_Done, Lost)):
        one.task = -1
        yield number, told if isinstance(told, Lost) else None
    else:
        one.until, one.told = time.monotonic() + _clock(bound), True
        yield number, told


def _clock(bound: Bounds) -> float:
    return max(_LEAST, bound.seconds * _PATIENCE)


def _too_long(bound: Bounds) -> str:
    return f"takes longer than {bound.seconds:g} s, the limit for one report of its size"


def _too_much(bound: Bounds) -> str:
    return f"needs more than {bound.memory_bytes / 1_000_000:,.0f} MB of memory, the limit for one report"


def _why(code: int, bound: Bounds) -> str:
    if sys.platform != "win32" and code == -signal.SIGXCPU:
        return _too_long(bound)
    if sys.platform != "win32" and code == -signal.SIGKILL:
        return "needs more memory than this machine has"
    name = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    return f"breaks the program that reads it ({name})"


def _serving(pipe: Connection, work: Callable[[T], Iterable[R]], bounds: Callable[[T], Bounds]) -> None:
    """The life of a worker. It ends with the process that it works for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    faulthandler.disable()  # What became of the worker is told in one line by who listens to it.
    _end_with_parent()
    start = _memory()
    with suppress(EOFError, OSError):
        while True:
            with resting():
                task = pipe.recv()
            bound = bounds(task)
            _limit(bound, start)
            try:
                for made in work(task):
                    with resting():
                        pipe.send(made)
                    _limit(bound, start)
                pipe.send(_Done())
            except MemoryError:
                pipe.send(Lost(_too_much(bound)))


def _limit(bound: Bounds, start: int) -> None:
    if sys.platform == "win32":
        return
    spent = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(spent.ru_utime + spent.ru_stime + bound.seconds) + 1
    _set(resource.RLIMIT_CPU, seconds)
    if start:
        _set(resource.RLIMIT_AS, start + bound.memory_bytes)


def _set(which: int, value: int) -> None:
    """Lower or raise a limit of this process as far as it may."""
    if sys.platform == "win32":
        return
    most = resource.getrlimit(which)[1]
    with suppress(ValueError, OSError):
        resource.setrlimit(which, (value if most == resource.RLIM_INFINITY else min(value, most), most))


def _memory() -> int:
    """Bytes of address space that this process has; 0 where the system does not tell."""
    if sys.platform != "linux":
        return 0
    try:
        with open("/proc/self/statm", encoding="ascii") as told:
            return int(told.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 0


def _end_with_parent() -> None:
    """On Linux a worker is killed when its parent is, even by a signal that cannot be caught (prctl(2))."""
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)
