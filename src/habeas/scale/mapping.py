"""One stage over all its tasks, whatever dies on the way: what was made is found again, what was not is asked for again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from habeas.errors import HabeasError, ScaleError
from habeas.scale.engine import Engine
from habeas.scale.packing import packed, unpacked
from habeas.scale.stages import Made, Order

__all__ = ["Reply", "Stage", "Standing", "Tell", "mapped"]

T = TypeVar("T")

_ATTEMPTS = 3
"""Times that no task at all gets done before a stage is given up."""
_LOOKING = 16
"""Threads that look into the work folder: in an object store each look takes a while and no processor."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a stage is: `done` of `total` parts, `found` of them in the work folder; `rows` are reports so far."""

    stage: str
    done: int
    total: int
    found: int = 0
    rows: int = 0


Tell = Callable[[Standing], None]


@dataclass(frozen=True, slots=True)
class Stage(Generic[T]):
    """A stage: what it does with a task, and how to see that the work folder holds the result, where that can be told
    from the task alone."""

    name: str
    work: Callable[[Order, T], Made]
    known: Callable[[Order, T], Made | None] | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What a worker sends back: what it made, else where and what went wrong."""

    made: Made | None
    where: str = ""
    what: str = ""


def mapped(engine: Engine, stage: Stage[T], order: Order, tasks: Sequence[T], tell: Tell) -> list[Made]:
    """What the stage made of every task, in the order of the tasks.

    Daft restarts what a dead node was doing; where it gives up (a worker process that is killed ends its query), the
    tasks without result are asked for again, and those that were done meanwhile are found done. Raises ScaleError when
    that gets nowhere, and whatever error of ours a worker raises.
    """
    made = _found(stage, order, tasks)
    found, rows = sum(one.found for one in made.values()), sum(one.rows for one in made.values())
    open_tasks = [task for task in tasks if task not in made]
    idle = 0
    tell(Standing(stage.name, len(made), len(tasks), found, rows))
    while open_tasks:
        before = len(made)
        try:
            for task, one in zip(open_tasks, _run(engine, stage, order, open_tasks), strict=False):
                made[task] = one
                found, rows = found + one.found, rows + one.rows
                tell(Standing(stage.name, len(made), len(tasks), found, rows))
        except (RuntimeError, OSError, ValueError) as error:
            idle = idle + 1 if len(made) == before else 0
            if idle >= _ATTEMPTS:
                where = f"--runner {engine.name}"
                raise ScaleError(where, _gave_up(stage.name, len(made), len(tasks), error)) from error
        open_tasks = [task for task in open_tasks if task not in made]
    return [made[task] for task in tasks]


def _found(stage: Stage[T], order: Order, tasks: Sequence[T]) -> dict[T, Made]:
    if stage.known is None:
        return {}
    with ThreadPoolExecutor(_LOOKING) as threads:
        looked = threads.map(partial(stage.known, order), tasks)
        return {task: one for task, one in zip(tasks, looked, strict=True) if one is not None}


def _run(engine: Engine, stage: Stage[T], order: Order, tasks: Sequence[T]) -> Iterator[Made]:
    work = partial(_answered, stage.work, type(tasks[0]), order)
    for answer in engine.each(work, [packed(task) for task in tasks]):
        reply = unpacked(Reply, answer, stage.name)
        if reply.made is None:
            raise ScaleError(reply.where, reply.what)
        yield reply.made


def _answered(work: Callable[[Order, T], Made], kind: type[T], order: Order, task: bytes) -> bytes:
    """On the worker: the task done, or our own error in words, as Daft would wrap it in its own."""
    try:
        return packed(Reply(work(order, unpacked(kind, task, "a task"))))
    except HabeasError as error:
        return packed(Reply(None, getattr(error, "where", "habeas"), getattr(error, "what", str(error))))


def _gave_up(stage: str, done: int, total: int, error: BaseException) -> str:
    said = " ".join(str(error).split())
    return (
        f"{stage} stops after {done} of {total} parts: the worker on the next one dies each time "
        f"({said[-300:]}); what was made is kept and will be found by the next build"
    )
