"""The same reports give the same bytes, whatever order Python's sets happen to have."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "samples"


def test_no_order_of_a_hash_reaches_the_dossier(tmp_path: Path) -> None:
    built = []
    for seed in ("0", "1", "7"):
        folder = tmp_path / seed
        command = [sys.executable, "-m", "habeas", "build", str(SAMPLES), "--out", str(folder)]
        done = subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=False, timeout=120
        )
        assert done.returncode == 0, done.stderr
        built.append((folder / "manifest.json").read_bytes())
    assert built[0] == built[1] == built[2]
