"""What class teachers and the administration say, hand out and watch."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make room for the class teacher's desk."""
    op.create_table(
        "broadcasts",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("whom", sa.Text(), nullable=False),
        sa.Column("hearers", sa.Text(), nullable=False),
        sa.Column("asks", sa.Boolean(), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("button", sa.Text(), nullable=False),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.Column("quorum", sa.Text(), nullable=False),
        sa.Column("urgent", sa.Text(), nullable=False),
        sa.Column("send_at", INSTANT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("sent_at", INSTANT, nullable=True),
        sa.Column("withdrawn_at", INSTANT, nullable=True),
        sa.Column("withdrawn_by_id", BIG, nullable=True),
        sa.Column("reminded_at", INSTANT, nullable=True),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_broadcasts"),
        sa.UniqueConstraint("school_id", "source", name="uq_broadcasts_school_id_source"),
        _belongs("broadcasts", "school_id", "schools"),
        _belongs("broadcasts", "by_id", "persons"),
        _belongs("broadcasts", "withdrawn_by_id", "persons"),
        _belongs("broadcasts", "origin_id", "persons"),
    )
    op.create_index("ix_broadcasts_school_id_id", "broadcasts", ["school_id", "id"])
    _partial_index("ix_broadcasts_due", "broadcasts", ["send_at"], "state = 'waiting'")
    climbing = "state = 'sent' AND answer_by IS NOT NULL AND rung < 3"
    _partial_index("ix_broadcasts_climbing", "broadcasts", ["id"], climbing)
    _partial_index(
        "ix_outbox_broadcasts", "outbox", ["subject", "recipient_id"], "kind = 'broadcast'"
    )
    op.create_table(
        "broadcast_groups",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("broadcast_id", BIG, nullable=False),
        sa.Column("group_id", BIG, nullable=False),
        sa.PrimaryKeyConstraint("broadcast_id", "group_id", name="pk_broadcast_groups"),
        _belongs("broadcast_groups", "school_id", "schools"),
        _belongs("broadcast_groups", "broadcast_id", "broadcasts"),
        _belongs("broadcast_groups", "group_id", "groups"),
    )
    op.create_index(
        "ix_broadcast_groups_group_id_broadcast_id",
        "broadcast_groups",
        ["group_id", "broadcast_id"],
    )
    op.create_table(
        "broadcast_pupils",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("broadcast_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=False),
        sa.PrimaryKeyConstraint("broadcast_id", "pupil_id", name="pk_broadcast_pupils"),
        _belongs("broadcast_pupils", "school_id", "schools"),
        _belongs("broadcast_pupils", "broadcast_id", "broadcasts"),
        _belongs("broadcast_pupils", "pupil_id", "persons"),
    )
    op.create_table(
        "broadcast_versions",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("broadcast_id", BIG, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("spans", sa.Text(), nullable=False),
        sa.Column("files", sa.Text(), nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("broadcast_id", "version", name="pk_broadcast_versions"),
        _belongs("broadcast_versions", "school_id", "schools"),
        _belongs("broadcast_versions", "broadcast_id", "broadcasts"),
        _belongs("broadcast_versions", "by_id", "persons"),
    )
    op.create_table(
        "broadcast_families",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("broadcast_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=False),
        sa.Column("class_title", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("broadcast_id", "pupil_id", name="pk_broadcast_families"),
        _belongs("broadcast_families", "school_id", "schools"),
        _belongs("broadcast_families", "broadcast_id", "broadcasts"),
        _belongs("broadcast_families", "pupil_id", "persons"),
    )
    op.create_index("ix_broadcast_families_pupil_id", "broadcast_families", ["pupil_id"])
    op.create_table(
        "broadcast_hearers",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("broadcast_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("is_guardian", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint(
            "broadcast_id", "pupil_id", "person_id", name="pk_broadcast_hearers"
        ),
        _belongs("broadcast_hearers", "school_id", "schools"),
        _belongs("broadcast_hearers", "broadcast_id", "broadcasts"),
        _belongs("broadcast_hearers", "pupil_id", "persons"),
        _belongs("broadcast_hearers", "person_id", "persons"),
    )
    op.create_index("ix_broadcast_hearers_person_id", "broadcast_hearers", ["person_id"])
    op.create_table(
        "broadcast_answers",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("broadcast_id", BIG, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("choice", sa.Integer(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint(
            "broadcast_id", "version", "person_id", name="pk_broadcast_answers"
        ),
        _belongs("broadcast_answers", "school_id", "schools"),
        _belongs("broadcast_answers", "broadcast_id", "broadcasts"),
        _belongs("broadcast_answers", "person_id", "persons"),
    )
    op.create_table(
        "broadcast_templates",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("owner_id", BIG, nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("spans", sa.Text(), nullable=False),
        sa.Column("files", sa.Text(), nullable=False),
        sa.Column("asks", sa.Boolean(), nullable=False),
        sa.Column("button", sa.Text(), nullable=False),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.Column("quorum", sa.Text(), nullable=False),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_broadcast_templates"),
        sa.UniqueConstraint("school_id", "source", name="uq_broadcast_templates_school_id_source"),
        _belongs("broadcast_templates", "school_id", "schools"),
        _belongs("broadcast_templates", "owner_id", "persons"),
        _belongs("broadcast_templates", "origin_id", "persons"),
    )
    op.create_index("ix_broadcast_templates_school_id", "broadcast_templates", ["school_id"])
    op.create_table(
        "broadcast_cards",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("broadcast_id", BIG, nullable=False),
        sa.Column("account_id", BIG, nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("shown_at", INSTANT, nullable=False),
        sa.Column("until", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("broadcast_id", "account_id", name="pk_broadcast_cards"),
        _belongs("broadcast_cards", "school_id", "schools"),
        _belongs("broadcast_cards", "broadcast_id", "broadcasts"),
        _belongs("broadcast_cards", "account_id", "accounts"),
    )
    op.create_index("ix_broadcast_cards_until", "broadcast_cards", ["until"])
    op.create_table(
        "visits",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "month", name="pk_visits"),
        _belongs("visits", "school_id", "schools"),
        _belongs("visits", "person_id", "persons"),
    )
    op.create_index("ix_visits_school_id_month", "visits", ["school_id", "month"])


def _belongs(table: str, column: str, whose: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{whose}.id"], name=f"fk_{table}_{column}")


def _partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    only = sa.text(where)
    op.create_index(name, table, columns, sqlite_where=only, postgresql_where=only)


def downgrade() -> None:
    """Leave families with what they had."""
    op.drop_table("visits")
    op.drop_table("broadcast_cards")
    op.drop_table("broadcast_templates")
    op.drop_table("broadcast_answers")
    op.drop_table("broadcast_hearers")
    op.drop_table("broadcast_families")
    op.drop_table("broadcast_versions")
    op.drop_table("broadcast_pupils")
    op.drop_table("broadcast_groups")
    op.drop_index("ix_outbox_broadcasts", "outbox")
    op.drop_table("broadcasts")
