"""Dossiers as their readers get them: the samples, an invented one that holds one of everything, one of nothing."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

# Their ICU has to be compiled: a machine without a C++ compiler goes without these readers.
collect_ignore = [] if find_spec("nomenklatura") else ["test_exports_ftm.py"]

HOME = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(HOME / "tests" / "publish"), str(HOME / "tests" / "ledger")]

from publish_dossiers import empty_dossier, small_dossier  # noqa: E402

from habeas.flow import build  # noqa: E402
from habeas.model.dossier import Dossier  # noqa: E402
from habeas.publish import publish  # noqa: E402


@pytest.fixture(scope="session")
def samples() -> Dossier:
    """The dossier of the sample reports."""
    return build([HOME / "samples"])


@pytest.fixture(scope="session")
def folder(samples: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples on disk. Tests only read it."""
    out = tmp_path_factory.mktemp("samples") / "dossier"
    publish(samples, out)
    return out


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented dossier on disk. Tests only read it."""
    out = tmp_path_factory.mktemp("small") / "dossier"
    publish(small_dossier(), out)
    return out


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier without any report. Tests only read it."""
    out = tmp_path_factory.mktemp("empty") / "dossier"
    publish(empty_dossier(), out)
    return out
