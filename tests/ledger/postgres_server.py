"""A PostgreSQL cluster for the time of the tests, from the binaries of the machine."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Server", "binaries", "running"]


@dataclass(frozen=True)
class Server:
    """A running cluster; `process` is its postmaster's number."""

    port: int
    data: Path
    process: int

    def url(self, name: str) -> str:
        """The address of one database."""
        return f"postgresql://habeas@127.0.0.1:{self.port}/{name}"


def binaries() -> Path | None:
    """The folder of the newest PostgreSQL of this machine."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def running() -> Iterator[Server]:
    """A fresh cluster on a free port of this machine alone, gone afterwards."""
    programs = binaries()
    assert programs is not None
    # The unprivileged user must reach the folder, and a test folder of root's is closed to it.
    home = Path(tempfile.mkdtemp(prefix="habeas-postgres-"))
    home.chmod(0o755)
    data = home / "data"
    data.mkdir()
    if os.getuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(data, owner.pw_uid, owner.pw_gid)
    port = _free_port()
    try:
        _run(programs / "initdb", "-D", data, "-U", "habeas", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        log = data / "log"
        _run(programs / "pg_ctl", "-D", data, "-o", settings, "-l", log, "-w", "start")
        process = int((data / "postmaster.pid").read_text().split()[0])
        yield Server(port, data, process)
        _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        time.sleep(0)
        shutil.rmtree(home, ignore_errors=True)


def _run(*words: object) -> None:
    command = [str(word) for word in words]
    if os.getuid() == 0:
        command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    assert done.returncode == 0, done.stderr + done.stdout


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
