"""What goes wrong with disks, locks and servers: one clear line, and nothing half-written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ledger_dossiers import FERRY, dossier, originals, read_anew, single
from postgres_server import Server

from habeas.cli import main
from habeas.errors import LedgerError
from habeas.ledger import Ledger, open_ledger
from habeas.model.dossier import Dossier
from habeas.review import Verdict, on_claim


def state(ledger: Ledger) -> tuple[object, ...]:
    return ledger.dossier(), ledger.history(), ledger.decisions()


def refused(ledger: Ledger, words: str, what: Dossier | None = None) -> None:
    """Adding fails with one line that holds `words`, and leaves the ledger as it was."""
    before = state(ledger)
    with pytest.raises(LedgerError, match=words) as caught:
        ledger.add_dossier(what or read_anew(), "ana")
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(ledger.name)
    assert state(ledger) == before


@pytest.fixture
def on_file(tmp_path: Path) -> Path:
    file = tmp_path / "story.ledger"
    with open_ledger(file) as made:
        made.add_dossier(dossier(), "ana", originals())
    return file


def test_a_full_disk_is_named(on_file: Path) -> None:
    from sqlalchemy import event

    with open_ledger(on_file) as ledger:
        event.listen(ledger.store.engine, "begin", lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1"))
        refused(ledger, "the disk is full", single("long.txt", FERRY * 200))
    with open_ledger(on_file) as ledger:
        assert ledger.audit_verify() == ()


def test_a_file_that_may_grow_no_more_is_named(on_file: Path) -> None:
    program = (
        "import resource, sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from ledger_dossiers import read_anew\n"
        "from habeas.ledger import open_ledger\n"
        f"ledger = open_ledger({str(on_file)!r})\n"
        "ledger.claims()\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))\n"
        "try: ledger.add_dossier(read_anew(), 'ana')\n"
        "except Exception as error: print(error)\n"
        "import os; os._exit(0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "the disk is full or failing; nothing of this change was kept" in done.stdout
    with open_ledger(on_file) as ledger:
        assert ledger.audit_verify() == ()
        assert len(ledger.history()) == 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system with room for little; only root can make one."""
    home = tmp_path / "disk"
    home.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", str(home)]
    if os.getuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("needs the right to mount a small file system")
    yield home
    subprocess.run(["umount", str(home)], check=True)


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    """The exit code of a command and what it says of errors."""
    with pytest.raises(SystemExit) as stop:
        main([str(a) for a in arguments])
    return int(stop.value.code or 0), capsys.readouterr().err


def test_a_disk_that_is_really_full_is_named_by_add_build_export_and_backup(
    small_disk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = small_disk / "story.ledger"
    (tmp_path / "a.txt").write_text(
        "Boats\n\nThe harbour of Lindum took in 41 boats on Monday, its master said.\n"
    )
    (tmp_path / "b.txt").write_text(
        "Carts\n\nThe yard of Lindum took in 52 carts on Monday, its master said.\n" * 20
    )
    assert told(capsys, "add", tmp_path / "a.txt", "--ledger", story)[0] == 0
    room = os.statvfs(small_disk)
    (small_disk / "filler").write_bytes(b"0" * max(0, room.f_bavail * room.f_frsize - 20_000))
    for arguments in (
        ("add", tmp_path / "b.txt", "--ledger", story),
        ("build", "--ledger", story, "--out", small_disk / "dossier"),
        ("export", story, "--format", "sqlite", "--out", small_disk / "x.sqlite"),
        ("backup", story, small_disk / "kept.backup"),
    ):
        code, line = told(capsys, *arguments)
        assert (code, line.count("\n")) == (1, 1), (arguments, line)
        assert "full" in line or "No space left" in line, line
        assert {p.name.split("-")[0] for p in small_disk.iterdir()} == {"story.ledger", "filler"}, arguments
    (small_disk / "filler").unlink()
    with open_ledger(story) as ledger:
        assert ledger.audit_verify() == ()
        assert [r.doc for r in ledger.reports()] == ["a.txt"]


def test_a_read_only_folder_is_named_by_add_build_export_and_backup(
    on_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with tempfile.TemporaryDirectory() as home:
        shut = Path(home) / "shut"
        shut.mkdir()
        source = Path(home) / "story.ledger"
        shutil.copy(on_file, source)
        for path in (Path(home), source):
            path.chmod(0o777)
        shut.chmod(0o555)
        for arguments in (
            ("add", source, "--ledger", shut / "new.ledger"),
            ("build", "--ledger", source, "--out", shut / "dossier"),
            ("export", source, "--format", "csv", "--out", shut / "x.csv"),
            ("backup", source, shut / "kept.backup"),
        ):
            said = as_nobody(lambda arguments=arguments: "|".join(map(str, told(capsys, *arguments))))
            code, _, line = said.partition("|")
            assert (code, line.count("\n")) == ("1", 1), (arguments, said)
            assert "shut" in line
            assert list(shut.iterdir()) == []


def test_a_read_only_file_is_named_and_can_still_be_read(on_file: Path) -> None:
    with tempfile.TemporaryDirectory() as home:
        file = Path(home) / "story.ledger"
        shutil.copy(on_file, file)
        file.chmod(0o444)
        Path(home).chmod(0o555)
        said = as_nobody(lambda: read_and_refused(file))
        Path(home).chmod(0o755)
    assert said.startswith("0 problems, 5 claims; ")
    assert "cannot be written" in said


def read_and_refused(file: Path) -> str:
    with open_ledger(file) as ledger:
        read = f"{len(ledger.audit_verify())} problems, {ledger.claims().total} claims; "
        try:
            ledger.add_dossier(read_anew(), "ana")
        except LedgerError as error:
            return read + str(error)
        return read + "written"


def as_nobody(work: Callable[[], str]) -> str:
    """What `work` says in a process that may not write what others own (root may write anything)."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            said = work()
        except BaseException as error:  # noqa: BLE001
            said = repr(error)
        os.write(into, said.encode())
        os._exit(0)
    os.close(into)
    os.waitpid(child, 0)
    with os.fdopen(out) as stream:
        return stream.read()


def test_a_locked_file_is_named(on_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("habeas.ledger.store.BUSY_SECONDS", 0.1)
    with open_ledger(on_file) as ledger, open_ledger(on_file) as other, other.store.writing():
        refused(ledger, "another program holds it")


def test_a_locked_server_is_named(server: Server, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if "://" not in url:
        return
    monkeypatch.setattr("habeas.ledger.store.BUSY_SECONDS", 1)
    with open_ledger(url) as ledger:
        ledger.add_dossier(dossier(), "ana")
        with open_ledger(url) as other, other.store.writing():
            refused(ledger, "another program holds it")


def test_a_connection_lost_in_the_middle_keeps_nothing(server: Server, url: str) -> None:
    if "://" not in url:
        return
    import psycopg

    from habeas.ledger import adding

    with open_ledger(url) as ledger:
        ledger.add_dossier(dossier(), "ana")
        before = state(ledger)

        def cut() -> None:
            with psycopg.connect(server.url("postgres"), autocommit=True) as root:
                name = url.rsplit("/", 1)[1]
                root.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND state LIKE 'idle in%%'",
                    (name,),
                )

        def broken(*_: object) -> None:
            cut()
            kept(*_)

        kept = adding.insert_build
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(adding, "insert_build", broken)
            with pytest.raises(
                LedgerError, match="connection to the server was lost; nothing of this change was kept"
            ):
                ledger.add_dossier(read_anew(), "ana")
        assert state(ledger) == before
        ledger.decide(on_claim(ledger.claim("a1").claim, Verdict.CONFIRMED), "ana")
        assert ledger.audit_verify() == ()


def test_connections_that_the_server_closed_while_they_lay_idle_are_replaced(
    server: Server, url: str
) -> None:
    if "://" not in url:
        return
    import psycopg

    with open_ledger(url) as ledger:
        ledger.add_dossier(dossier(), "ana")
        for ask in (lambda: ledger.state.build, lambda: len(ledger.claims().claims), lambda: decided(ledger)):
            with ledger.one_view():
                assert ledger.state.build == 1
            with psycopg.connect(server.url("postgres"), autocommit=True) as root:
                ended = root.execute(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = %s",
                    (url.rsplit("/", 1)[1],),
                ).fetchone()
            assert ended is not None and ended[0] >= 1
            assert ask() > 0


def decided(ledger: Ledger) -> int:
    return len(ledger.decide(on_claim(ledger.claim("a1").claim, Verdict.CONFIRMED), "ana"))


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("postgresql://habeas@127.0.0.1:9/story", "cannot be reached"),
        ("mysql://root@localhost/story", "is no kind of ledger"),
        ("nonsense://", "is no kind of ledger"),
        ("no/such/folder/story.ledger", "folder is not there"),
    ],
)
def test_a_place_that_holds_no_ledger_is_named(where: str, words: str) -> None:
    with pytest.raises(LedgerError, match=words):
        open_ledger(where)


def test_a_password_is_never_shown() -> None:
    with pytest.raises(LedgerError) as caught:
        open_ledger("postgresql://habeas:hunter2@127.0.0.1:9/story")
    assert "hunter2" not in str(caught.value)


def test_a_missing_database_is_named(server: Server) -> None:
    with pytest.raises(LedgerError, match="no such database"):
        open_ledger(server.url("nowhere"))


@pytest.mark.parametrize(
    "content", [b"", b"This is a letter, not a ledger. " * 200, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_another_file_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(content)
    with pytest.raises(LedgerError):
        open_ledger(file, create=False)
    assert file.read_bytes() == content


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    import sqlite3

    file = tmp_path / "cookies.sqlite"
    with sqlite3.connect(file) as raw:
        raw.execute("CREATE TABLE cookies (name TEXT)")
    with pytest.raises(LedgerError, match="other tables"):
        open_ledger(file)


def test_an_older_ledger_is_migrated_by_one_command_and_a_newer_one_left_alone(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from habeas.ledger.migrating import migrate
    from habeas.ledger.store import open_store

    old = open_store(url)
    migrate(old, "0001")
    with pytest.raises(LedgerError, match="habeas migrate"):
        open_ledger(url)
    with pytest.raises(SystemExit):
        main(["migrate", url])
    with open_ledger(url) as ledger:
        ledger.add_dossier(dossier(), "ana")
        assert ledger.search("naufragos").total_reports == 1
    with old.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    old.close()
    with pytest.raises(LedgerError, match="newer habeas"):
        open_ledger(url)
    capsys.readouterr()
