"""Directions: signs that turn the direction of writing are shown by their numbers, so that they cannot turn a page.

A report may hold U+202E to make "gpj.exe" read as "exe.jpg", or to hide what a quotation says (Unicode TR36, Trojan
Source). The ledger and every export keep them; a page of the desk shows where they stand.
"""

from __future__ import annotations

import re

__all__ = ["read_back", "shown"]

_SIGNS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SHOWN = str.maketrans({sign: f"⟦{ord(sign):04X}⟧" for sign in _SIGNS})
_NUMBER = re.compile("⟦(" + "|".join(f"{ord(sign):04X}" for sign in _SIGNS) + ")⟧")


def shown(page: str) -> str:
    r"""A page with each of these signs as its number.

    >>> shown("report\u202etxt.exe")
    'report⟦202E⟧txt.exe'
    """
    # To look for a sign costs microseconds; to translate a long page that is not all ASCII, a dozen milliseconds.
    return page.translate(_SHOWN) if any(sign in page for sign in _SIGNS) else page


def read_back(field: str) -> str:
    r"""What a form's field means: a name that it repeats from a page is the name in the ledger.

    >>> read_back("report⟦202E⟧txt.exe") == "report\u202etxt.exe"
    True
    """
    return _NUMBER.sub(lambda found: chr(int(found[1], 16)), field)
