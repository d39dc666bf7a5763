"""Full-text search over reports and claims; what the ledger holds already is taken in."""

from __future__ import annotations

from alembic import op

from habeas.ledger import words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the search and fill it."""
    connection = op.get_bind()
    words.make(connection)
    words.index_readings(connection, 0)
    words.index_claims(connection, 0, dropped=False)
