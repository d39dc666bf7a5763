"""The day a page was published, and what says so."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from habeas.model.report import Fact
from habeas.read.dates import written_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["page_date"]

_EARLIEST = date(1990, 1, 1)
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=/|\Z)")
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d):\d\d(?::\d\d(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?")
_SAME_DAY_HOURS = range(8, 15)
"""At these hours UTC it is the same day from California (UTC-8) to Japan (UTC+9)."""


def page_date(tree: HtmlElement | None, url: str | None, stamp: str = "") -> Fact | None:
    """The original publication day of a page.

    htmldate reads markup, then text, then the address. `stamp` is the page's JSON-LD `datePublished`; it settles
    a doubt of one day where it gives the local day: with its offset, or at hours when all the world that
    publishes in it has one day. (A stamp in UTC late at night, and a folder of the address named for the day of
    an earlier edition, are the common mistakes.)

    >>> page_date(None, None, "Tue, 15 Sep 2020 14:01:39 GMT").value
    '2020-09-15'
    """
    stated, local = _stated(stamp)
    if tree is None:
        return Fact(stated.isoformat(), "json-ld") if stated else None
    if stated is not None and local and _undisputed(stated, tree, url):
        return Fact(stated.isoformat(), "json-ld")
    found = _searched(tree, url)
    if stated is None or (found is not None and not _settles(stated, local, found, url, stamp)):
        return _with_basis(found, stated, url)
    return Fact(stated.isoformat(), "json-ld")


def _undisputed(stated: date, tree: HtmlElement, url: str | None) -> bool:
    """Whether neither the address nor the commonest meta tag names another day."""
    if _url_day(url) not in (None, stated):
        return False
    tag = tree.find('.//head/meta[@property="article:published_time"]')
    return tag is None or (tag.get("content") or "").startswith(stated.isoformat())


def _searched(tree: HtmlElement, url: str | None) -> date | None:
    from htmldate import find_date

    for extensive in (False, True):
        day = find_date(
            tree, original_date=True, extensive_search=extensive, url=url, min_date=_EARLIEST.isoformat()
        )
        if day:
            return date.fromisoformat(day)
    return None


def _stated(stamp: str) -> tuple[date | None, bool]:
    """The day of a JSON-LD date, and whether it is surely the day where the report was published."""
    match = _STAMP.match(stamp)
    if match is None:
        written = written_date(stamp[:60])
        return (written.day if written else None), True
    try:
        day = datetime.strptime(match.group(1), "%Y-%m-%d").date()
    except ValueError:
        return None, False
    if not _EARLIEST <= day <= date.max - timedelta(days=2):
        return None, False
    offset = (match.group(3) or "").replace(":", "")
    if offset in ("Z", "+0000", "-0000"):
        return day, int(match.group(2)) in _SAME_DAY_HOURS
    return day, bool(offset)


def _settles(stated: date, local: bool, found: date, url: str | None, stamp: str) -> bool:
    if stated == found or not local:
        return stated == found
    if abs((stated - found).days) <= 1:
        return True
    if _STAMP.match(stamp) is None:
        return True
    loosely = f"/{found.year}/{found.month:02}/" in (url or "")
    return loosely and found != _url_day(url)


def _with_basis(found: date | None, stated: date | None, url: str | None) -> Fact | None:
    if found is None:
        return None
    basis = "json-ld" if found == stated else "url" if found == _url_day(url) else "metadata"
    return Fact(found.isoformat(), basis)


def _url_day(url: str | None) -> date | None:
    match = _URL_DAY.search(url or "")
    if not match:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None
