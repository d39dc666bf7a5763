"""kill -9 at twenty random points of add, review, build and migrate (bench/faults.py kills two hundred times)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_twenty_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, str(root / "bench" / "faults.py"), str(root), "--times", "20", "--seed", "7"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
