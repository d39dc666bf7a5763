"""The same reports give the same bytes, whatever order Python's sets have, and with and without the compiled core."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from habeas.compiled import PURE

SAMPLES = Path(__file__).parents[2] / "samples"


def test_no_order_of_a_hash_and_no_core_reaches_the_dossier(tmp_path: Path) -> None:
    built = []
    given = {name: value for name, value in os.environ.items() if name != PURE}
    for seed, pure in (("0", "1"), ("1", "1"), ("7", "")):
        folder = tmp_path / seed
        command = [sys.executable, "-m", "habeas", "build", str(SAMPLES), "--out", str(folder)]
        done = subprocess.run(
            command,
            env={**given, "PYTHONHASHSEED": seed} | ({PURE: pure} if pure else {}),
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        built.append({p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()})
    assert built[0] == built[1] == built[2]
