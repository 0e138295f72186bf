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
    op.create_table(
        "dialogues",
        sa.Column("account_id", BIG, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("account_id", name="pk_dialogues"),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_dialogues_account_id"),
    )


def downgrade() -> None:
    op.drop_table("dialogues")
    op.drop_column("schools", "decided")
