"""The stage in one function: the claims of one report, and the numbers and quotations left over."""

from __future__ import annotations

from habeas.claim.context import Context
from habeas.claim.identity import identified
from habeas.claim.posts import post_claims
from habeas.claim.quantities import quantity_claims
from habeas.claim.quotations import quotation_claims
from habeas.claim.wording import clause_claims
from habeas.model.claim import Claim, Claims, Unclaimed
from habeas.model.marks import Marks
from habeas.model.pack import Pack
from habeas.model.report import Report

__all__ = ["claim"]


def claim(report: Report, marks: Marks, pack: Pack) -> Claims:
    """All claims of one report, in text order.

    Every quantity and every quotation mark gives exactly one claim or one entry of `unclaimed`; the words of embedded
    posts, which no mark holds, are claims of their posters.
    """
    ctx = Context.of(report, marks, pack)
    outcomes = (*quantity_claims(ctx), *quotation_claims(ctx))
    made = [outcome for outcome in outcomes if isinstance(outcome, Claim)]
    left = [outcome for outcome in outcomes if isinstance(outcome, Unclaimed)]
    return Claims(
        doc=report.doc,
        claims=identified((*made, *post_claims(ctx), *clause_claims(ctx))),
        unclaimed=tuple(sorted(left, key=lambda u: (u.span, u.kind))),
    )
