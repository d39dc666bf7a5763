"""A light clause parser: tokens to clauses, with nothing but word lists and what stands around."""

from __future__ import annotations

from habeas.claim.clauses.parsing import Clause, Parsed, parse
from habeas.claim.clauses.reading import reading
from habeas.claim.clauses.vocabulary import Vocabulary, vocabulary

__all__ = ["Clause", "Parsed", "Vocabulary", "parse", "reading", "vocabulary"]
