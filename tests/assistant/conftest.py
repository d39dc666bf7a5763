"""The record of the samples, published once, and an assistant's client on the other end of the pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from anyio.from_thread import start_blocking_portal

HOME = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(HOME / "tests" / name) for name in ("assistant", "ledger", "publish")]

from assistant_client import Assistant  # noqa: E402


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from habeas.flow import build
    from habeas.publish import publish

    out = tmp_path_factory.mktemp("record") / "samples"
    publish(build([HOME / "samples"]), out)
    return out


@pytest.fixture(scope="module")
def connect() -> Iterator[Callable[..., Assistant]]:
    """Start `habeas mcp TARGET` and shake hands with it, as an assistant's program does."""
    with start_blocking_portal() as portal, ExitStack() as stack:
        yield lambda target, mode="auto": Assistant.connected(portal, stack, target, mode)


@pytest.fixture(scope="module")
def assistant(connect: Callable[..., Assistant], folder: Path) -> Assistant:
    return connect(folder)
