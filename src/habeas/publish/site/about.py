"""About this dossier: how it was made, what its words mean, and what it does not say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model.reread import Reread
from habeas.publish.catalogue import Catalogue
from habeas.publish.site.sheet import Sheet
from habeas.publish.standing import LEGEND, Legend, Standing

__all__ = ["about_sheets"]


@dataclass(frozen=True, slots=True)
class _AboutView:
    pack: str
    pack_version: str
    reports: int
    origins: int
    legends: tuple[tuple[Standing, Legend], ...]
    reread: Reread | None


def about_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The one page about the dossier."""
    dossier = catalogue.dossier
    reports, origins = len(dossier.reports), len(dossier.lineage.origins)
    legends = tuple(LEGEND.items())
    view = _AboutView(dossier.pack, dossier.pack_version, reports, origins, legends, dossier.reread)
    yield Sheet("about.html", "about", "About this dossier", "about.html", view)
