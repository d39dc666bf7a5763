"""The day a page was published, and what says so."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from habeas.model.report import Fact

__all__ = ["page_date"]

_EARLIEST = date(1990, 1, 1)
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-])")


def page_date(tree: Any, url: str | None, source: str) -> Fact | None:
    """The original publication day, by htmldate's rules (markup first, then the text); a day in the address is
    taken when nothing else says."""
    from htmldate import find_date

    for extensive in (False, True):
        found = find_date(
            tree, original_date=True, extensive_search=extensive, url=url, min_date=_EARLIEST.isoformat()
        )
        if found:
            return Fact(found, "url" if url and _in_url(found, url) and found not in source else "metadata")
    return None


def _in_url(day: str, url: str) -> bool:
    match = _URL_DAY.search(url)
    if not match:
        return False
    year, month, number = map(int, match.groups())
    return day == f"{year:04}-{month:02}-{number:02}"
