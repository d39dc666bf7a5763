"""What claim makers ask of a report: who says this, when was it so, how firmly, where, and of what."""

from __future__ import annotations

from habeas.claim.chains import Voice, apart, chain, voice
from habeas.claim.dates import AsOf, as_of
from habeas.claim.indexes import Context
from habeas.claim.modality import modality
from habeas.claim.subjects import place, subject_name

__all__ = [
    "AsOf",
    "Context",
    "Voice",
    "apart",
    "as_of",
    "chain",
    "modality",
    "place",
    "subject_name",
    "voice",
]
