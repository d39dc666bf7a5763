"""Daft and Ray, imported only after they have been told not to phone home."""

from __future__ import annotations

import os
import sys
from types import ModuleType

from habeas.errors import UsageError

__all__ = ["QUIET", "daft", "ray", "silence"]

QUIET = {"DO_NOT_TRACK": "1", "DAFT_ANALYTICS_ENABLED": "0", "RAY_USAGE_STATS_ENABLED": "0"}
"""What both read when they are imported: no usage figures leave the machine. Workers get it as well."""

_CALM = {"DAFT_PROGRESS_BAR": "0", "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0"}
"""No bars and no notes among our own lines."""


def silence() -> None:
    """Set what keeps Daft and Ray silent in this process and in those it starts."""
    os.environ.update(QUIET)
    for name, value in _CALM.items():
        os.environ.setdefault(name, value)


def daft() -> ModuleType:
    """The module Daft. Raises UsageError where it is not installed."""
    silence()
    try:
        import daft as module
    except ImportError:
        raise UsageError(_missing("--runner native", "daft")) from None
    return module


def ray() -> ModuleType:
    """The module Ray. Raises UsageError where it is not installed."""
    silence()
    try:
        import ray as module
    except ImportError:
        raise UsageError(_missing("--runner ray", "ray")) from None
    return module


def _missing(what: str, package: str) -> str:
    return f"{what} needs {package}, which is not installed for {sys.executable}: pip install 'habeas[scale]' there"
