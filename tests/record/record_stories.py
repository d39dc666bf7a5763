"""Invented reports about three countries, and the dossier that the whole program makes of them."""

from __future__ import annotations

from pathlib import Path

from habeas.flow import build
from habeas.model.dossier import Dossier
from habeas.model.record import Entry, PartRecord

ISLAND_HALTED = """Court halts transfers to Nauru

By Ana Bell
Published June 3, 2024

CANBERRA — Australia flew 84 people to Nauru on Saturday, the Home Affairs Department said. Of those on board, 60 were Iranians and 24 were Sri Lankans.

On Monday the Federal Court of Australia barred further transfers under the Migration Act 1958.

Australia will pay Nauru $42 million a year under the agreement. The Nauru Regional Processing Centre can hold 1,200 people. The centre holds about 300 people.

Detainees receive no visits from lawyers, the rights group Harbour Watch said. The men were handcuffed and made to kneel on arrival. The department has not released their names.
"""

ISLAND_LIFTED = """High Court lifts order on Nauru transfers

Published June 10, 2024

The High Court of Australia voted 5-2 on Friday to lift the order that blocked transfers under the Migration Act 1958.

On Sunday another 30 people were flown to Nauru. Before that, on Wednesday, 12 people had been deported to Nauru despite a court order.

"We will keep sending them," Home Affairs Minister Ruth Dale told reporters. Detainees sleep on the floor and are denied phone calls, Harbour Watch said.
"""

CAMP_ES = """Un tribunal suspende los traslados

Publicado el 4 de junio de 2024

La Corte Suprema de Panamá suspendió el lunes las deportaciones. El Gobierno no reveló los nombres de los detenidos.
"""


def dossier(folder: Path, **texts: str) -> Dossier:
    """The dossier of the texts, each in a file of its name."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return build([folder])


def part(found: Dossier, name: str) -> PartRecord:
    """One part of the record."""
    return next(p for p in found.record.parts if p.id == name)


def entry(found: Dossier, name: str, words: str) -> Entry:
    """The first entry of a part whose title holds `words`."""
    return next(e for e in part(found, name).entries if words in e.title)


def rows(one: Entry, label: str) -> list[str]:
    """The values of the rows of an entry whose label holds `label`."""
    return [r.value for r in one.rows if label in r.label]
