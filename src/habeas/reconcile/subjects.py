"""One subject under one name: claims of all reports speak of an entity by its collection-wide name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from habeas.model.claim import Assertor, Claim
from habeas.reconcile.entities import Directory

__all__ = ["with_common_names"]


def with_common_names(claims: Iterable[Claim], directory: Directory) -> tuple[Claim, ...]:
    """The claims with subject and assertors renamed to the entity they name, where exactly one bears the name."""
    return tuple(_renamed(claim, directory) for claim in claims)


def _renamed(claim: Claim, directory: Directory) -> Claim:
    subject = directory.find(claim.subject)
    chain = tuple(_assertor(a, directory) for a in claim.asserted_by)
    if (subject is None or subject.name == claim.subject) and chain == claim.asserted_by:
        return claim
    return replace(claim, subject=subject.name if subject else claim.subject, asserted_by=chain)


def _assertor(assertor: Assertor, directory: Directory) -> Assertor:
    entity = directory.find(assertor.name)
    return assertor if entity is None or entity.name == assertor.name else replace(assertor, name=entity.name)
