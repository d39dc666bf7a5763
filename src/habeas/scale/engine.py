"""Where the work runs: Daft on this machine, or Daft on a Ray cluster."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from habeas.errors import ScaleError, UsageError
from habeas.scale.quiet import QUIET, daft, ray

__all__ = ["NATIVE", "Engine", "engine"]

NATIVE = "native"
_RAY = "ray"
_GREETINGS = 3

_WAVES = 4
"""Shares of the work for each processor of a cluster, at most: more would spread it better and start more processes."""
_SHARE = 8
"""Tasks in a share, at least: to start a process costs as much time as to understand a part or two."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A runner that is ready: its name, and the number of processors it has."""

    name: str
    processors: int

    def each(self, work: Callable[[bytes], bytes], tasks: Sequence[bytes]) -> Iterator[bytes]:
        """`work` of every task, in order, as far as it is done; each in a process of its own kind.

        Daft raises what it will where a worker dies and it cannot help itself.
        """
        module = daft()
        table = module.from_pydict({"task": list(tasks)})
        if self.name != NATIVE:
            table = table.into_partitions(self._shares(len(tasks)))
        mapped = _function(module, work)
        for row in table.select(mapped(table["task"]).alias("made")).iter_rows():
            yield row["made"]

    def _shares(self, tasks: int) -> int:
        """Into how many pieces that run one after another the work is cut; each processor has its own at least."""
        wanted = min(-(-tasks // _SHARE), _WAVES * self.processors)
        return max(1, min(tasks, max(wanted, self.processors)))


def _function(module: ModuleType, work: Callable[[bytes], bytes]) -> Callable[..., Any]:
    """`work` as Daft calls it: in worker processes (its threads would wait for one another), one task at a time."""

    def batch(tasks: Sequence[bytes]) -> list[bytes]:
        return [work(task) for task in tasks]

    made: Callable[..., Any] = module.func.batch(
        return_dtype=module.DataType.binary(), use_process=True, batch_size=1
    )(batch)
    return made


@contextmanager
def engine(runner: str) -> Iterator[Engine]:
    """The runner called `native`, `ray` (a cluster that RAY_ADDRESS names, else one made here), or `ray://host:port`.

    Raises UsageError for another name or where the extra [scale] is missing, ScaleError where no cluster answers.
    """
    if runner == NATIVE:
        _set(daft(), NATIVE)
        yield Engine(NATIVE, os.cpu_count() or 1)
    elif runner == _RAY or runner.startswith("ray://"):
        module = ray()
        ours = not module.is_initialized()
        if ours:
            _connect(module, None if runner == _RAY else runner)
        try:
            _set(daft(), _RAY)
            yield Engine(_RAY, max(1, int(module.cluster_resources().get("CPU", 1))))
        finally:
            if ours:
                module.shutdown()
    else:
        raise UsageError(f"--runner {runner}: native, ray or ray://host:port")


def _connect(module: ModuleType, address: str | None) -> None:
    """Join the cluster. A busy one may break off the first greeting, and is asked again."""
    for left in reversed(range(_GREETINGS)):
        try:
            module.init(
                address=address or os.environ.get("RAY_ADDRESS"),
                log_to_driver=False,
                logging_level=logging.ERROR,
                runtime_env={"env_vars": QUIET},
            )
            return
        except (ConnectionError, RuntimeError, ValueError) as error:
            if left and isinstance(error, ConnectionAbortedError):
                module.shutdown()
                continue
            told = " ".join(str(error).split())[:200]
            raise ScaleError(address or "ray", f"no Ray cluster answers there ({told})") from error


def _set(module: ModuleType, name: str) -> None:
    """Tell Daft where to run. It takes one answer in the life of a process."""
    logging.getLogger("daft").setLevel(logging.ERROR)
    try:
        if name == NATIVE:
            module.set_runner_native()
        else:
            module.set_runner_ray(noop_if_initialized=True)
    except RuntimeError as error:
        raise ScaleError(f"--runner {name}", f"this process runs on another one already ({error})") from error
