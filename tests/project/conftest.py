from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build
from habeas.publish import publish

GAZETTE = """Norvale camp fills as buses keep arriving

NORVALE, 4 May 2031 - The Norvale camp holds about 3,500 people, its director Ilse Brandt said on Sunday.
The camp can hold up to 10,000 people. The ministry will pay the town $2 million for a one-year agreement.
"""


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier of one small report on disk. Tests only read it."""
    folder = tmp_path_factory.mktemp("projected")
    (folder / "gazette.txt").write_text(GAZETTE)
    publish(build([folder / "gazette.txt"]), folder / "dossier")
    return folder / "dossier"
