"""What goes wrong with a store, in one clear line each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from habeas.errors import LedgerError

__all__ = ["translated"]

_KEPT = "nothing of this change was kept"
_CAUSES = tuple(
    (re.compile(signs, re.IGNORECASE), reason)
    for signs, reason in (
        (
            r"database or disk is full|no space left|could not extend file|disk i/o error",
            f"the disk is full or failing; {_KEPT}; free space and run it again",
        ),
        (r"readonly|read-only", f"it cannot be written (read-only file, folder or server); {_KEPT}"),
        (
            r"database (table )?is locked|lock ?timeout|LockNotAvailable|deadlock",
            f"another program holds it; {_KEPT}; try again in a moment",
        ),
        (r"unable to open database", "cannot be opened; look whether its folder is there and may be written"),
        (
            r"not a database|malformed|encrypted",
            "is damaged or no ledger; restore the last backup with `habeas restore`",
        ),
        (r"no such table|UndefinedTable", "holds no ledger; make one with `habeas add REPORTS --ledger`"),
        (r'database ".*" does not exist', "the server has no such database; create it first"),
        (
            r"authentication failed|permission denied|role .* does not exist",
            "the server does not let this user in; look at the URL",
        ),
        (
            r"server closed|terminating connection|AdminShutdown|connection (is|was) (lost|closed)"
            r"|connection not open|connection reset|broken pipe|ssl connection has been",
            f"the connection to the server was lost; {_KEPT}; run it again",
        ),
        (
            r"could not translate host|connection refused|connection failed|could not connect|failed to resolve",
            "the server cannot be reached; look at the URL and whether it runs",
        ),
    )
)


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Every error of the store inside becomes a LedgerError that names the ledger and says what to do."""
    try:
        yield
    except PoolTimeoutError as error:
        raise LedgerError(where, "too many at once; try again in a moment") from error
    except NoSuchModuleError as error:
        raise LedgerError(where, "is no kind of ledger; give a file or a postgresql:// URL") from error
    except SQLAlchemyError as error:
        raise LedgerError(where, _reason(error)) from error
    except Exception as error:
        # The drivers raise errors of their own where rows are copied in bulk.
        if type(error).__module__.partition(".")[0] not in {"sqlite3", "psycopg"}:
            raise
        raise LedgerError(where, _reason(error)) from error


def _reason(error: Exception) -> str:
    root = error.orig if isinstance(error, DBAPIError) and error.orig else error
    said = " ".join(str(root).split())
    known = f"{type(root).__name__} {said}"
    found = next((reason for signs, reason in _CAUSES if signs.search(known)), None)
    return found or f"{said or type(root).__name__}; {_KEPT}"
