"""The help desk on duty: who stands in when, what was asked and answered."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make room for the help desk."""
    op.create_table(
        "duty_days",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("duty_id", BIG, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("finishes", sa.Time(), nullable=True),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        _belongs("duty_days", "school_id", "schools"),
        _belongs("duty_days", "duty_id", "duty"),
        _belongs("duty_days", "by_id", "persons"),
        sa.PrimaryKeyConstraint("duty_id", "day", name="pk_duty_days"),
    )
    op.create_table(
        "duty_stand_ins",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("duty_id", BIG, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("giver_id", BIG, nullable=False),
        sa.Column("taker_id", BIG, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.Column("pair", sa.Text(), nullable=False),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        _belongs("duty_stand_ins", "school_id", "schools"),
        _belongs("duty_stand_ins", "duty_id", "duty"),
        _belongs("duty_stand_ins", "giver_id", "persons"),
        _belongs("duty_stand_ins", "taker_id", "persons"),
        _belongs("duty_stand_ins", "by_id", "persons"),
        _belongs("duty_stand_ins", "origin_id", "persons"),
        sa.PrimaryKeyConstraint("id", name="pk_duty_stand_ins"),
        sa.UniqueConstraint("school_id", "source", name="uq_duty_stand_ins_school_id_source"),
    )
    op.create_index("ix_duty_stand_ins_duty_id_day", "duty_stand_ins", ["duty_id", "day"])
    op.create_index("ix_duty_stand_ins_taker_id_state", "duty_stand_ins", ["taker_id", "state"])
    op.create_table(
        "trainings",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("whom", sa.Text(), nullable=False),
        sa.Column("class_id", BIG, nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("set_at", INSTANT, nullable=False),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        _belongs("trainings", "school_id", "schools"),
        _belongs("trainings", "by_id", "persons"),
        _belongs("trainings", "class_id", "groups"),
        _belongs("trainings", "origin_id", "persons"),
        sa.PrimaryKeyConstraint("id", name="pk_trainings"),
        sa.UniqueConstraint("school_id", "source", name="uq_trainings_school_id_source"),
    )
    op.create_index("ix_trainings_school_id_starts_at", "trainings", ["school_id", "starts_at"])
    op.create_table(
        "training_guests",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("training_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=True),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("replied_to", sa.Integer(), nullable=False),
        sa.Column("replied_at", INSTANT, nullable=True),
        sa.Column("came", sa.Boolean(), nullable=False),
        sa.Column("ticked_at", INSTANT, nullable=True),
        _belongs("training_guests", "school_id", "schools"),
        _belongs("training_guests", "training_id", "trainings"),
        _belongs("training_guests", "person_id", "persons"),
        _belongs("training_guests", "pupil_id", "persons"),
        sa.PrimaryKeyConstraint("training_id", "person_id", name="pk_training_guests"),
    )
    op.create_index(
        "ix_training_guests_person_id_training_id",
        "training_guests",
        ["person_id", "training_id"],
    )
    op.create_table(
        "vendor_details",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        _belongs("vendor_details", "school_id", "schools"),
        _belongs("vendor_details", "by_id", "persons"),
        sa.PrimaryKeyConstraint("id", name="pk_vendor_details"),
        sa.UniqueConstraint("school_id", "what", name="uq_vendor_details_school_id_what"),
    )
    op.create_table(
        "vendor_packets",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in (
                "language",
                "organisation",
                "domain",
                "login",
                "identifier",
                "role",
                "happened",
                "moment",
                "tried",
                "files",
            )
        ),
        sa.Column("no_pictures", sa.Boolean(), nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("state", "way", "letter", "letter_to", "answers_to", "number")
        ),
        sa.Column("ask_on", sa.Date(), nullable=True),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("sent_at", INSTANT, nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        _belongs("vendor_packets", "school_id", "schools"),
        _belongs("vendor_packets", "by_id", "persons"),
        _belongs("vendor_packets", "origin_id", "persons"),
        sa.PrimaryKeyConstraint("id", name="pk_vendor_packets"),
        sa.UniqueConstraint("school_id", "source", name="uq_vendor_packets_school_id_source"),
    )
    op.create_index("ix_vendor_packets_school_id_id", "vendor_packets", ["school_id", "id"])
    for name, column, where in (
        ("ix_vendor_packets_letters", "id", "letter = 'waiting'"),
        ("ix_vendor_packets_asked", "ask_on", "state = 'sent' AND ask_on IS NOT NULL"),
    ):
        only = sa.text(where)
        op.create_index(name, "vendor_packets", [column], sqlite_where=only, postgresql_where=only)


def _belongs(table: str, column: str, whose: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{whose}.id"], name=f"fk_{table}_{column}")


def downgrade() -> None:
    """Leave the school with its class teachers' desks."""
    op.drop_table("vendor_packets")
    op.drop_table("vendor_details")
    op.drop_table("training_guests")
    op.drop_table("trainings")
    op.drop_table("duty_stand_ins")
    op.drop_table("duty_days")
