"""What stands beside the folders of tests, as `goldfacts`, can be imported in each.

Property tests try the same examples on every run, however slow the machine; `pytest --hypothesis-profile=search` tries
new ones.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("search", deadline=None)
settings.register_profile("same", deadline=None, derandomize=True)
settings.load_profile("same")

LONGEST = (
    "scale",
    "docs",
    "ledger",
    "publish",
    "web",
    "exports",
    "compiled",
    "assistant",
    "read",
    "packaging",
)
"""Folders whose tests start programs and wait for them: begun first, so that no worker is left with one of them at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    order = {folder: number for number, folder in enumerate(LONGEST)}
    items.sort(key=lambda item: order.get(item.path.parent.name, len(order)))


@pytest.fixture(autouse=True, scope="module")
def read_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """Reports are read in the process of the tests, as a worker reads them: for two sentences that is five times cheaper
    than a worker. A module marked `workers` has them, as the program does."""
    this = multiprocessing.current_process()
    this.daemon = request.node.get_closest_marker("workers") is None
    yield
    this.daemon = False
