from __future__ import annotations

from pathlib import Path

import pytest
from publish_dossiers import small_dossier

from habeas.publish import publish


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dossier on disk. Tests only read it."""
    out = tmp_path_factory.mktemp("published") / "dossier"
    publish(small_dossier(), out)
    return out
