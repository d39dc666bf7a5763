"""Publish: the dossier as a folder that anyone can open, search, check and cite."""

from __future__ import annotations

from habeas.publish.publishing import publish
from habeas.publish.verifying import Problem, verify

__all__ = ["Problem", "publish", "verify"]
