"""Protecting: the names of private people are replaced in all that is published, unless an editor cleared them."""

from __future__ import annotations

from habeas.review.protecting.people import cleared_by, is_protected, withheld_by
from habeas.review.protecting.protect import protect

__all__ = ["cleared_by", "is_protected", "protect", "withheld_by"]
