from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from model_server import Model, serving

from habeas.flow import understand
from habeas.model.dossier import Understood
from habeas.packs import DEFAULT
from habeas.read import read

PORT_REPORT = """Harbour terminal in Oslo reopens after the storm

Published May 4, 2031

OSLO — About 3,500 passengers waited at the harbour terminal on Sunday, port director Ilse Brandt said.
The terminal was built for 10,000 passengers and opened
in 2029. Some 1,400 crates were lost.
“Nobody slept outside and nobody waited,” Brandt told reporters.
The old pier burned for 9 hours. The new pier burned for 9 hours too.
3 Comments
"""


@pytest.fixture
def model() -> Iterator[Model]:
    with serving() as made:
        yield made


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("reports")
    (made / "port.txt").write_text(PORT_REPORT, "utf-8")
    return made


@pytest.fixture(scope="session")
def port(folder: Path) -> Understood:
    """The report as the program's own rules read it."""
    reports, failures = read([folder])
    made = understand(DEFAULT, reports[0])
    assert not failures
    assert isinstance(made, Understood)
    return made
