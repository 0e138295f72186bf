"""What a school decides itself, and everything that families get and say."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("schools", sa.Column("decided", sa.Text(), nullable=False, server_default="{}"))


def downgrade() -> None:
    op.drop_column("schools", "decided")
