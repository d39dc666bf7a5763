"""The site: pages that open from disk, with no network and no script needed."""

from __future__ import annotations

from habeas.publish.site.pages import site

__all__ = ["site"]
