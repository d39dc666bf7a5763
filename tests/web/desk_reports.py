"""Three invented reports: two share their passages, and the third gives another number. One names a private person."""

from __future__ import annotations

from pathlib import Path

REPORTS = {
    "gazette.txt": """Ferry line adds night boats

By Tomas Vale

March 3, 2025

The Orsa Ferry Company said on Monday that 240 passengers were taken off the Lindholm after a fire in its engine room.

Coast guard spokeswoman Greta Holm said that "every passenger was brought ashore before midnight".

Marisol Quintana, who was on board with two children, said that the alarm rang for twenty minutes. Quintana said the crew handed out 300 life jackets.

The company plans to open a second terminal on June 1, 2025.
""",
    "courier.txt": """Night boats for the ferry line

March 4, 2025

The Orsa Ferry Company said on Monday that 240 passengers were taken off the Lindholm after a fire in its engine room.

Coast guard spokeswoman Greta Holm said that "every passenger was brought ashore before midnight".

The company plans to open a second terminal on June 1, 2025.
""",
    "tribune.txt": """Fire on the Lindholm

March 5, 2025

Transport Minister Peder Lund told reporters that 310 passengers were taken off the Lindholm on Monday. <b>No one was hurt</b> & all were fed.

Coast guard spokeswoman Greta Holm said that the fire was out within an hour.
""",
}

PRIVATE = "Quintana"


def written(folder: Path) -> list[Path]:
    """The reports as files."""
    paths = []
    for name, text in REPORTS.items():
        paths.append(folder / name)
        paths[-1].write_text(text, "utf-8")
    return paths
