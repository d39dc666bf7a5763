"""The scripts that make the docs are importable by name, as they are when they run."""

from __future__ import annotations

import sys
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(HOME / "docs"), str(HOME / "bench"), str(HOME / "tests" / "docs")]
