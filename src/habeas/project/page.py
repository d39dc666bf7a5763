"""A projection as one page that opens from disk: pictures with tables beside them, no script, nothing loaded."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from habeas.project.outcome import Projection
from habeas.project.picture import cost_picture, full_picture, occupancy_picture
from habeas.project.tables import Table, tables
from habeas.project.words import full_words

__all__ = ["page"]

_STYLE = """
:root { color-scheme: light; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1c1b18; background: #fcfbf8; }
h1, h2 { font-family: Georgia, serif; line-height: 1.2; }
figure { margin: 1.5rem 0; overflow-x: auto; }
svg { max-width: 100%; height: auto; background: #fff; border: 1px solid #ddd9cf; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.92rem; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.9rem 0.3rem 0; border-bottom: 1px solid #ddd9cf; }
.assumed { background: #f8f0da; }
.note { color: #595650; }
"""


def page(projection: Projection) -> str:
    """The projection as HTML with a content security policy that allows nothing but its own style."""
    allowed = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    title = escape(projection.scenario.title)
    pictures = [occupancy_picture(projection), full_picture(projection)]
    if any(band.p95 for band in projection.cost):
        pictures.append(cost_picture(projection))
    scenario = projection.scenario
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en"><head><meta charset="utf-8">',
            f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{allowed}'\">",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title><style>{_STYLE}</style></head><body><main>",
            f"<h1>{title}</h1>",
            f"<p>{escape(full_words(projection))}</p>",
            '<p class="note">A projection says what follows from its parameters, not what will happen. '
            f"{scenario.runs:,} runs, seed {scenario.seed}; marked rows are assumptions that no report supports.</p>",
            *(f"<figure>{picture}</figure>" for picture in pictures),
            *(_table(table) for table in tables(projection)),
            "</main></body></html>\n",
        )
    )


def _table(table: Table) -> str:
    basis = table.head.index("basis") if "basis" in table.head else None
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.head)
    rows = "\n".join(_row(row, basis) for row in table.rows)
    note = f'<p class="note">{escape(table.note)}</p>' if table.note else ""
    return (
        f'<section><h2>{escape(table.title)}</h2><div class="wide"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>\n{rows}\n</tbody></table></div>{note}</section>"
    )


def _row(row: tuple[str, ...], basis: int | None) -> str:
    mark = ' class="assumed"' if basis is not None and row[basis] == "assumed" else ""
    first, *rest = (escape(cell) for cell in row)
    return f'<tr{mark}><th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in rest) + "</tr>"
