"""What class teachers and the administration say, hand out and watch."""

import sqlalchemy as sa

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make room for the class teacher's desk."""


def downgrade() -> None:
    """Leave families with what they had."""
