"""A Ray cluster of two nodes: what dies on the way costs time, and not a byte of the dossier."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from scale_corpus import files

pytest.importorskip("ray")
pytest.importorskip("daft")

QUICK_TO_NOTICE = {
    "health_check_initial_delay_ms": 1000,
    "health_check_period_ms": 500,
    "health_check_timeout_ms": 1000,
    "health_check_failure_threshold": 3,
}
"""Ray takes a quarter of a minute to see that a node is gone, unless it is told to look more often."""


@pytest.fixture(scope="module")
def cluster() -> Iterator[object]:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    from ray.cluster_utils import Cluster

    small = {"num_cpus": 1, "object_store_memory": 80_000_000}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    head = {**small, "include_dashboard": False, "ray_client_server_port": port}
    made = Cluster(initialize_head=True, head_node_args={**head, "_system_config": QUICK_TO_NOTICE})
    made.add_node(**small)
    made.runner = f"ray://127.0.0.1:{port}"
    yield made
    made.shutdown()


BUILD = """
import sys
from pathlib import Path
from habeas.publish import publish
from habeas.scale.building import Scale, build
from habeas.scale.cutting import Cuts

reports, work, out, runner = sys.argv[1:]
scale = Scale(work, runner, Cuts(files=4, reports=2))
publish(build([reports], scale, tell=lambda one: print(one.stage, one.done, flush=True)), Path(out))
"""


def started(cluster, reports: Path, out: Path, work: Path) -> subprocess.Popen[str]:
    """A build on the cluster, in parts of two reports, in a process of its own that says how far it is."""
    return subprocess.Popen(
        [sys.executable, "-c", BUILD, str(reports), str(work), str(out), cluster.runner],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def busy_worker(node, run: subprocess.Popen[str], within: float = 180) -> int:
    """The process in which a node works for Daft, as soon as it has begun with a task."""
    raylet = node.all_processes["raylet"][0].process.pid
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        assert run.poll() is None, run.communicate()[1]
        running = processes()
        for parent, command in running.values():
            if "daft.execution.udf_worker" in command and running.get(parent, (0, ""))[0] == raylet:
                return parent
        time.sleep(0.05)
    raise AssertionError("the node got nothing to do")


def processes() -> dict[int, tuple[int, str]]:
    """Every process of this machine: its parent and its command."""
    found = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(status.read_text().rpartition(")")[2].split()[1])
            found[int(status.parent.name)] = parent, (status.parent / "cmdline").read_text("utf-8", "replace")
        except (OSError, ValueError):
            continue
    return found


def test_a_worker_and_a_node_killed_in_mid_run_cost_no_byte(cluster, reports, expected, tmp_path):
    out, work = tmp_path / "dossier", tmp_path / "work"
    _, second = cluster.list_all_nodes()
    with started(cluster, reports, out, work) as run:
        os.kill(busy_worker(second, run), signal.SIGKILL)
        said = iter(run.stdout.readline, "")
        assert "understand 0\n" in said
        busy_worker(second, run)
        cluster.remove_node(second, allow_graceful=False)
        assert "understand 19\n" in said
        complaint = run.communicate(timeout=240)[1]
    assert run.returncode == 0, complaint
    assert files(out) == files(expected)
