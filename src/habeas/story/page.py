"""A difference as one page that opens from disk: no script, nothing loaded."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from habeas.story.changes import MEANING, Change, ChangeKind, Subject
from habeas.story.diff import Diff
from habeas.story.words import origins

__all__ = ["page"]

_STYLE = """
:root { color-scheme: light; }
body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1c1b18; background: #fcfbf8; }
h1, h2 { font-family: Georgia, serif; line-height: 1.2; }
nav li { display: inline-block; margin-right: 1.2rem; }
nav ul { padding: 0; list-style: none; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.92rem; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.9rem 0.35rem 0; border-bottom: 1px solid #ddd9cf; }
del { color: #a02c17; }
ins { color: #17603f; text-decoration: none; font-weight: 600; }
.note { color: #595650; }
"""


def page(diff: Diff) -> str:
    """The difference as HTML, a section for each kind of change, under a policy that allows only its own style."""
    allowed = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    title = escape(f"What has changed: {diff.old.name} to {diff.new.name}")
    kinds = [kind for kind in ChangeKind if diff.of(kind)]
    links = "".join(f'<li><a href="#{kind}">{kind} ({len(diff.of(kind))})</a></li>' for kind in kinds)
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en"><head><meta charset="utf-8">',
            f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{allowed}'\">",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title><style>{_STYLE}</style></head><body><main>",
            f"<h1>{title}</h1>",
            f"<p>{escape(diff.summary)}</p>",
            f'<nav aria-label="Kinds of change"><ul>{links}</ul></nav>'
            if kinds
            else "<p>Nothing has changed.</p>",
            *(_section(kind, diff.of(kind)) for kind in kinds),
            "</main></body></html>\n",
        )
    )


def _section(kind: ChangeKind, changes: tuple[Change, ...]) -> str:
    rows = "\n".join(_row(change) for change in changes)
    head = "".join(
        f'<th scope="col">{name}</th>' for name in ("what", "before and after", "origins", "reports", "note")
    )
    return (
        f'<section id="{kind}"><h2>{str(kind).capitalize()}</h2><p class="note">{escape(MEANING[kind])}</p>'
        f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>\n{rows}\n</tbody></table></div></section>'
    )


def _row(change: Change) -> str:
    what = f"Report {change.title}" if change.about is Subject.REPORT else change.title
    backing = origins(change) if change.about is Subject.FINDING else ""
    reports = ", ".join(change.reports) if change.about is not Subject.REPORT else ""
    cells = (_values(change), escape(backing), escape(reports), escape(change.note))
    return (
        f'<tr><th scope="row">{escape(what)}</th>' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    )


def _values(change: Change) -> str:
    gone = [f"<del>{escape(value)}</del>" for value in change.before if value not in change.after]
    kept = [escape(value) for value in change.after if value in change.before]
    came = [f"<ins>{escape(value)}</ins>" for value in change.after if value not in change.before]
    return "<br>".join((*gone, *kept, *came))
