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
    op.create_table(
        "acknowledgements",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("about_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.BigInteger(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_acknowledgements"),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name="fk_acknowledgements_school_id"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name="fk_acknowledgements_person_id"
        ),
        sa.ForeignKeyConstraint(
            ["about_id"], ["persons.id"], name="fk_acknowledgements_about_id"
        ),
        sa.UniqueConstraint(
            "about_id",
            "kind",
            "subject",
            "person_id",
            name="uq_acknowledgements_about_id_kind_subject_person_id",
        ),
    )


def downgrade() -> None:
    op.drop_table("acknowledgements")
    op.drop_table("dialogues")
    op.drop_column("schools", "decided")
