"""story: a dossier through time. Later reports are added to it, and two states of it are compared."""

from __future__ import annotations

from habeas.story.add import Added, add
from habeas.story.changes import Change, ChangeKind
from habeas.story.diff import Diff, diff
from habeas.story.edition import Edition, edition, edition_of

__all__ = ["Added", "Change", "ChangeKind", "Diff", "Edition", "add", "diff", "edition", "edition_of"]
