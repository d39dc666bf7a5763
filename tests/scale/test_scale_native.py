"""On Daft's own runner, on this machine: the same dossier, and nothing done twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from scale_corpus import files

pytest.importorskip("daft")

BUILD = """
import sys
from pathlib import Path
from habeas.publish import publish
from habeas.scale.building import Scale, build
from habeas.scale.cutting import Cuts

reports, work, out = sys.argv[1:]
scale = Scale(work, cuts=Cuts(files=4, reports=2))
tell = lambda one: print(one.stage, one.done, one.total, one.found, flush=True)
publish(build([reports], scale, tell=tell), Path(out))
"""


def started(reports: Path, out: Path, work: Path) -> subprocess.Popen[str]:
    """A build in parts of two reports, in a process of its own that says how far it is."""
    words = [sys.executable, "-c", BUILD, str(reports), str(work), str(out)]
    return subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def children(pid: int) -> list[int]:
    """The processes that `pid` has Daft's work done in."""
    found = []
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        try:
            command = Path(f"/proc/{child}/cmdline").read_text("utf-8", "replace")
        except OSError:
            continue
        if "daft.execution.udf_worker" in command:
            found.append(int(child))
    return found


def partitions(work: Path) -> dict[Path, int]:
    """When each partition was written."""
    return {path: path.stat().st_mtime_ns for path in work.rglob("*.parquet")}


def test_a_build_cut_short_is_taken_up_where_it_ended_and_a_killed_worker_is_replaced(
    reports, expected, tmp_path
):
    out, work = tmp_path / "dossier", tmp_path / "work"
    with started(reports, out, work) as first:
        while len(list(work.glob("understood/*.parquet"))) < 3:
            assert first.poll() is None, first.communicate()[1]
            time.sleep(0.01)
        os.killpg(first.pid, signal.SIGKILL)
    before = partitions(work)
    damaged = next(work.glob("understood/*.parquet"))
    damaged.write_bytes(damaged.read_bytes()[:-7])

    with started(reports, out, work) as second:
        found = [line.split() for line in iter(second.stdout.readline, "") if not line.startswith("x")]
        complaint = second.communicate()[1]
    assert second.returncode == 0, complaint
    assert files(out) == files(expected)
    after = partitions(work)
    assert [path for path, when in before.items() if after[path] != when] == [damaged]
    understood = [line for line in found if line[0] == "understand"]
    assert int(understood[0][1]) == len([p for p in before if p.parent.name == "understood"]) - 1
