"""One crawl and its one-machine dossier for all tests of a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from scale_corpus import crawl, one_machine


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return crawl(tmp_path_factory.mktemp("crawl") / "news")


@pytest.fixture(scope="session")
def expected(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return one_machine(reports, tmp_path_factory.mktemp("one") / "dossier")
