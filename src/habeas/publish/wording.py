"""How values, dates, speakers and counts are put into words on a page."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from unicodedata import normalize

from habeas.model.claim import Assertor, Claim, Kind
from habeas.model.wording import MONTHS, amount, day

__all__ = ["alphabetical", "answer", "chain", "count", "folded", "period", "shortened", "voice", "when"]

_ACCENTS = re.compile(r"[\u0300-\u036f]+")
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")


def answer(claim: Claim) -> str:
    """The value of a claim as a reader would say it: "about 14,000 people", "65 to 70 inmates"."""
    if claim.kind is not Kind.QUANTITY:
        return str(claim.value)
    return amount(claim.value, claim.unit, claim.value_max, claim.comparator)


def chain(asserted_by: tuple[Assertor, ...]) -> str:
    """Who says so, outermost first; empty for the report's own voice.

    >>> chain((Assertor("Ana Ruiz", "mayor"), Assertor("the fire brigade")))
    'Ana Ruiz (mayor), relaying the fire brigade'
    """
    links = []
    for link in asserted_by:
        role = f" ({link.role})" if link.role else ""
        via = f", via {link.via}" if link.via else ""
        links.append(f"{link.name}{role}{via}")
    return ", relaying ".join(links)


def voice(claim: Claim) -> str:
    """Who vouches for a claim, with the outlet that relays it; empty for the report's own voice.

    An outlet is no speaker: "the report, citing Fox News" is the report's voice leaning on another's.
    """
    said = ", relaying ".join(
        (chain(claim.asserted_by), *claim.relaying) if claim.asserted_by else claim.relaying
    )
    if claim.via is None or claim.via in said:
        return said
    return f"{said}, via {claim.via}" if said else f"the report, citing {claim.via}"


def when(as_of: str | None) -> str:
    """An ISO date at its precision, in words; anything else as it stands.

    >>> when("2024-03-05"), when("2024-03"), when("2024"), when("2025-W13"), when(None)
    ('5 March 2024', 'March 2024', '2024', '2025-W13', '')
    """
    found = _ISO.match(as_of or "")
    if not found:
        return as_of or ""
    year, month, dom = found.groups()
    if not month or not 1 <= int(month) <= 12:
        return year if not month else found.string
    named = f"{MONTHS[int(month) - 1]} {year}"
    return f"{int(dom)} {named}" if dom else named


def period(earliest: date | None, latest: date | None) -> str:
    """An interval in the fewest words that are exact.

    >>> period(date(2024, 3, 1), date(2024, 3, 31)), period(date(2024, 1, 1), date(2024, 12, 31))
    ('March 2024', '2024')
    >>> period(date(2024, 3, 5), date(2024, 3, 9)), period(None, date(2024, 3, 9)), period(None, None)
    ('5 March 2024 to 9 March 2024', 'by 9 March 2024', 'undated')
    """
    if earliest is None and latest is None:
        return "undated"
    if earliest is None or latest is None:
        return f"by {day(latest)}" if latest else f"from {day(earliest)}" if earliest else ""
    if earliest == latest:
        return day(earliest)
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
        return str(earliest.year) if earliest.year == latest.year else f"{earliest.year} to {latest.year}"
    if earliest.day == 1 and latest.day == monthrange(latest.year, latest.month)[1]:
        first, last = when(earliest.isoformat()[:7]), when(latest.isoformat()[:7])
        return first if first == last else f"{first} to {last}"
    return f"{day(earliest)} to {day(latest)}"


def count(how_many: int, one: str, many: str | None = None) -> str:
    """A count with its noun.

    >>> count(1, "origin"), count(1204, "claim"), count(2, "country", "countries")
    ('1 origin', '1,204 claims', '2 countries')
    """
    return f"{how_many:,} {one if how_many == 1 else many or one + 's'}"


def alphabetical(name: str) -> tuple[str, str]:
    """What names are sorted by: their letters without case and accents, then the name itself.

    >>> sorted(["Zoe", "\u00c9mile", "Eva", "abel"], key=alphabetical)
    ['abel', '\u00c9mile', 'Eva', 'Zoe']
    """
    return folded(name), name


def folded(text: str) -> str:
    """`text` in lower case without accents, for sorting and search.

    >>> folded("\u00c9mile Zola")
    'emile zola'
    """
    return text.lower() if text.isascii() else _ACCENTS.sub("", normalize("NFKD", text)).lower()


def shortened(text: str, most: int = 140) -> str:
    """`text` on one line, cut at a word border to at most `most` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    head = cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut
    return head.rstrip(",;:. ") + "…"
