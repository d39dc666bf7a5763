"""The tables of a ledger, the same in SQLite and PostgreSQL.

Rows of evidence, decisions, users and audit are only ever added. Every such row carries the number (`seq`) of the
audit entry that covers it, by itself or through its reading or build. `ruled` alone is rewritten: it is an index of
which decision holds for which claim, and can be made again from the decisions. No foreign key leads to `audit`, whose
entry is written last, when all that it covers is known; `habeas verify` holds the two together.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

__all__ = [
    "CLAIM_INDEXES",
    "audit",
    "build_readings",
    "builds",
    "claims",
    "decisions",
    "entities",
    "finding_claims",
    "findings",
    "metadata",
    "originals",
    "readings",
    "reports",
    "ruled",
    "users",
]

metadata = MetaData()

audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("doc", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("seq", Integer, nullable=False),
)

originals = Table(
    "originals",
    metadata,
    Column("sha256", Text, ForeignKey("reports.sha256"), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("sha256", Text, ForeignKey("reports.sha256"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("doc", Text, nullable=False),
    Column("program", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("headline", Text),
    Column("outlet", Text),
    Column("published", Text),
    Column("claims", Integer, nullable=False),
    Column("meta", Text, nullable=False),
    Column("unclaimed", Text, nullable=False),
    Column("seal", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("text", Text, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("row", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("reading", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("property", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("value_max", Text),
    Column("unit", Text),
    Column("comparator", Text, nullable=False),
    Column("as_of", Text),
    Column("as_of_basis", Text),
    Column("earliest", Text),
    Column("latest", Text),
    Column("place", Text),
    Column("speaker", Text),
    Column("chain", Text),
    Column("modality", Text, nullable=False),
    Column("negated", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("subject_type", Text),
    Column("slots", Text),
    Column("part", Text),
    Column("frame", Text, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("via", Text),
    Column("relaying", Text),
    Column("seal", Text, nullable=False),
)

CLAIM_INDEXES = (
    Index("claims_reading", claims.c.reading),
    Index("claims_id", claims.c.id),
    Index("claims_kind", claims.c.kind),
    Index("claims_subject", claims.c.subject),
    Index("claims_speaker", claims.c.speaker),
    Index("claims_earliest", claims.c.earliest),
)
"""Made after a bulk load, never before it."""

builds = Table(
    "builds",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("program", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("pack_version", Text, nullable=False),
    Column("pack_digest", Text, nullable=False),
    Column("lineage", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("checks", Text, nullable=False),
    Column("failures", Text, nullable=False),
    Column("seal", Text, nullable=False),
    Column("seq", Integer, nullable=False),
)

build_readings = Table(
    "build_readings",
    metadata,
    Column("build", Integer, ForeignKey("builds.id"), primary_key=True),
    Column("reading", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("place", Integer, nullable=False),
    Column("origin", Text, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    Column("build", Integer, ForeignKey("builds.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("property", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("findings_id", "build", "id"),
    Index("findings_status", "build", "status"),
)

finding_claims = Table(
    "finding_claims",
    metadata,
    Column("build", Integer, ForeignKey("builds.id"), primary_key=True),
    Column("claim", Text, primary_key=True),
    Column("finding", Text, primary_key=True),
    Column("status", Text, nullable=False),
    Index("finding_claims_status", "build", "status", "claim"),
    sqlite_with_rowid=False,
)

entities = Table(
    "entities",
    metadata,
    Column("build", Integer, ForeignKey("builds.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("public", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, nullable=False, index=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("value", Text),
    Column("note", Text, nullable=False),
    Column("anchor", Text, nullable=False),
    Column("report", Text, index=True),
    Column("undoes", Integer),
)

ruled = Table(
    "ruled",
    metadata,
    Column("claim", Text, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("decision", Integer, nullable=False),
)

users = Table(
    "users",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("name", Text, nullable=False, index=True),
    Column("role", Text, nullable=False),
    Column("secret", Text, nullable=False),
    Column("active", Integer, nullable=False),
    Column("at", Text, nullable=False),
)
