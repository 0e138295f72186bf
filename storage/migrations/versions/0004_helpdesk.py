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
    # Schools number lessons from 0: what was said of a whole day is said of none by its number.
    op.execute("UPDATE excuse_lessons SET number = -1 WHERE number = 0")
    op.add_column("person_delivery", sa.Column("zone", sa.Text(), nullable=True))
    _last_told()
    _first_set()
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
    _tickets()
    op.create_table(
        "vendor_packets",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in (
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
        sa.Column("ticket_id", BIG, nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        _belongs("vendor_packets", "school_id", "schools"),
        _belongs("vendor_packets", "by_id", "persons"),
        _belongs("vendor_packets", "ticket_id", "tickets"),
        _belongs("vendor_packets", "origin_id", "persons"),
        sa.PrimaryKeyConstraint("id", name="pk_vendor_packets"),
        sa.UniqueConstraint("school_id", "source", name="uq_vendor_packets_school_id_source"),
    )
    op.create_index("ix_vendor_packets_school_id_id", "vendor_packets", ["school_id", "id"])
    op.create_index("ix_vendor_packets_ticket_id", "vendor_packets", ["ticket_id"])
    for name, column, where in (
        ("ix_vendor_packets_letters", "id", "letter = 'waiting'"),
        ("ix_vendor_packets_asked", "ask_on", "state = 'sent' AND ask_on IS NOT NULL"),
    ):
        only = sa.text(where)
        op.create_index(name, "vendor_packets", [column], sqlite_where=only, postgresql_where=only)
    _known_answers()
    _ledger_of_tickets()
    _desk_of_consultants()


def _tickets() -> None:
    """Make room for what is asked and answered, for calls to duty, and for the log."""
    op.create_table(
        "tickets",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("asker_id", BIG, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("matter", sa.Text(), nullable=False),
        sa.Column("about_id", BIG, nullable=True),
        sa.Column("course_id", BIG, nullable=True),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", BIG, nullable=True),
        sa.Column("duty_id", BIG, nullable=True),
        sa.Column("duty_day", sa.Date(), nullable=True),
        sa.Column("owned_since", INSTANT, nullable=False),
        sa.Column("urgent", sa.Text(), nullable=False),
        sa.Column("promised_at", INSTANT, nullable=True),
        sa.Column("passed", sa.Text(), nullable=False),
        sa.Column("first_answer_at", INSTANT, nullable=True),
        sa.Column("first_answer_minutes", sa.Integer(), nullable=True),
        sa.Column("first_answer_window", INSTANT, nullable=True),
        sa.Column("heard_at", INSTANT, nullable=True),
        sa.Column("answered_at", INSTANT, nullable=True),
        sa.Column("asked_at_end", INSTANT, nullable=True),
        sa.Column("kept_until", INSTANT, nullable=True),
        sa.Column("snoozed_until", INSTANT, nullable=True),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.Column("closing", sa.Text(), nullable=True),
        sa.Column("merged_into_id", BIG, nullable=True),
        sa.Column("stars", sa.Integer(), nullable=True),
        sa.Column("rating_word", sa.Text(), nullable=False),
        sa.Column("asked_back_at", INSTANT, nullable=True),
        sa.Column("asked_back_by_id", BIG, nullable=True),
        sa.Column("reminded_at", INSTANT, nullable=True),
        sa.Column("round_at", INSTANT, nullable=True),
        sa.Column("pressed_at", INSTANT, nullable=True),
        sa.Column("closed_by_id", BIG, nullable=True),
        sa.Column("resumed_at", INSTANT, nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        _belongs("tickets", "school_id", "schools"),
        _belongs("tickets", "asker_id", "persons"),
        _belongs("tickets", "about_id", "persons"),
        _belongs("tickets", "course_id", "groups"),
        _belongs("tickets", "owner_id", "persons"),
        _belongs("tickets", "duty_id", "duty"),
        _belongs("tickets", "merged_into_id", "tickets"),
        _belongs("tickets", "asked_back_by_id", "persons"),
        _belongs("tickets", "closed_by_id", "persons"),
        _belongs("tickets", "origin_id", "persons"),
        sa.PrimaryKeyConstraint("id", name="pk_tickets"),
        sa.UniqueConstraint("school_id", "source", name="uq_tickets_school_id_source"),
    )
    op.create_index("ix_tickets_asker_id_opened_at", "tickets", ["asker_id", "opened_at"])
    op.create_index("ix_tickets_closed_by_id_closed_at", "tickets", ["closed_by_id", "closed_at"])
    op.create_index("ix_tickets_merged_into_id", "tickets", ["merged_into_id"])
    op.create_index("ix_tickets_school_id_state", "tickets", ["school_id", "state"])
    op.create_table(
        "ticket_entries",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("ticket_id", BIG, nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        _belongs("ticket_entries", "school_id", "schools"),
        _belongs("ticket_entries", "ticket_id", "tickets"),
        _belongs("ticket_entries", "by_id", "persons"),
        _belongs("ticket_entries", "origin_id", "persons"),
        sa.PrimaryKeyConstraint("id", name="pk_ticket_entries"),
        sa.UniqueConstraint("school_id", "source", name="uq_ticket_entries_school_id_source"),
    )
    op.create_index("ix_ticket_entries_ticket_id_id", "ticket_entries", ["ticket_id", "id"])
    op.create_table(
        "ticket_versions",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("entry_id", BIG, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("spans", sa.Text(), nullable=False),
        sa.Column("files", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        _belongs("ticket_versions", "school_id", "schools"),
        _belongs("ticket_versions", "entry_id", "ticket_entries"),
        sa.PrimaryKeyConstraint("entry_id", "version", name="pk_ticket_versions"),
    )
    op.create_table(
        "ticket_originals",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("account_id", BIG, nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.Column("entry_id", BIG, nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        _belongs("ticket_originals", "school_id", "schools"),
        _belongs("ticket_originals", "account_id", "accounts"),
        _belongs("ticket_originals", "entry_id", "ticket_entries"),
        sa.PrimaryKeyConstraint("account_id", "original", name="pk_ticket_originals"),
    )
    op.create_table(
        "duty_calls",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("duty_id", BIG, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("consultant_id", BIG, nullable=False),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("called_at", INSTANT, nullable=True),
        sa.Column("here_at", INSTANT, nullable=True),
        _belongs("duty_calls", "school_id", "schools"),
        _belongs("duty_calls", "duty_id", "duty"),
        _belongs("duty_calls", "consultant_id", "persons"),
        sa.PrimaryKeyConstraint(
            "duty_id", "day", "consultant_id", "starts_at", name="pk_duty_calls"
        ),
    )
    op.create_table(
        "consultations",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("matter", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("consultant", sa.Text(), nullable=False),
        sa.Column("window", INSTANT, nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("stars", sa.Integer(), nullable=True),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("corrects", sa.Integer(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        _belongs("consultations", "school_id", "schools"),
        sa.PrimaryKeyConstraint("id", name="pk_consultations"),
        sa.UniqueConstraint("school_id", "number", name="uq_consultations_school_id_number"),
    )
    op.create_index("ix_consultations_school_id_at", "consultations", ["school_id", "at"])
    op.create_index(
        "ix_consultations_school_id_corrects", "consultations", ["school_id", "corrects"]
    )
    op.create_table(
        "consultation_heads",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        _belongs("consultation_heads", "school_id", "schools"),
        sa.PrimaryKeyConstraint("school_id", "number", name="pk_consultation_heads"),
    )


def _known_answers() -> None:
    """Make room for what is offered before somebody asks."""
    op.create_table(
        "known_answers",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("helped", sa.Integer(), nullable=False),
        sa.Column("retired_at", INSTANT, nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        _belongs("known_answers", "school_id", "schools"),
        _belongs("known_answers", "origin_id", "persons"),
        sa.PrimaryKeyConstraint("id", name="pk_known_answers"),
        sa.UniqueConstraint("school_id", "source", name="uq_known_answers_school_id_source"),
    )


def _desk_of_consultants() -> None:
    """Make room for who had a ticket, and for what is often answered."""
    op.create_table(
        "ticket_owners",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("ticket_id", BIG, nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", BIG, nullable=True),
        sa.Column("duty_id", BIG, nullable=True),
        sa.Column("duty_day", sa.Date(), nullable=True),
        _belongs("ticket_owners", "school_id", "schools"),
        _belongs("ticket_owners", "ticket_id", "tickets"),
        _belongs("ticket_owners", "owner_id", "persons"),
        _belongs("ticket_owners", "duty_id", "duty"),
        sa.PrimaryKeyConstraint("id", name="pk_ticket_owners"),
    )
    op.create_index("ix_ticket_owners_ticket_id_id", "ticket_owners", ["ticket_id", "id"])
    op.create_table(
        "answer_templates",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("owner_id", BIG, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        _belongs("answer_templates", "school_id", "schools"),
        _belongs("answer_templates", "owner_id", "persons"),
        _belongs("answer_templates", "origin_id", "persons"),
        sa.PrimaryKeyConstraint("id", name="pk_answer_templates"),
        sa.UniqueConstraint("school_id", "source", name="uq_answer_templates_school_id_source"),
    )
    op.create_index("ix_answer_templates_school_id", "answer_templates", ["school_id"])


def _last_told() -> None:
    """Keep what guardians were warned of last, beside the draft of another risk, and its end."""
    with op.batch_alter_table("early_warnings") as warnings:
        warnings.add_column(sa.Column("told_risk", sa.Text(), nullable=True))
        warnings.add_column(sa.Column("told_words", sa.Text(), nullable=False, server_default=""))
        warnings.add_column(sa.Column("told_at", INSTANT, nullable=True))
        warnings.add_column(sa.Column("told_by", BIG, nullable=True))
        warnings.add_column(sa.Column("ended_on", sa.Date(), nullable=True))
        warnings.create_foreign_key("fk_early_warnings_told_by", "persons", ["told_by"], ["id"])
    op.execute(
        "UPDATE early_warnings SET told_risk = risk, told_words = words, told_at = decided_at, "
        "told_by = decided_by WHERE state = 'sent'"
    )


def _last_told_ends() -> None:
    with op.batch_alter_table("early_warnings") as warnings:
        warnings.drop_constraint("fk_early_warnings_told_by", type_="foreignkey")
        for column in ("ended_on", "told_by", "told_at", "told_words", "told_risk"):
            warnings.drop_column(column)


_UNCHANGED = " WHERE NOT EXISTS (SELECT 1 FROM {} WHERE {} = {}.id)"
_FIRST_SET = (
    ("period_marks", _UNCHANGED.format("period_mark_history", "period_mark_id", "period_marks")),
    ("marks", _UNCHANGED.format("mark_history", "mark_id", "marks")),
    ("absences", ""),
)


def _first_set() -> None:
    """Keep since when a mark or an absence is known, whatever is written of it later.

    Of marks that were changed before only that is on record when: they are known for long.
    """
    long_ago = "1970-01-01 00:00:00.000000+00:00"
    for table, unchanged in _FIRST_SET:
        op.add_column(table, sa.Column("set_at", INSTANT, nullable=False, server_default=long_ago))
        op.execute(f"UPDATE {table} SET set_at = changed_at{unchanged}")  # noqa: S608 - our own words


_OF_LEDGER = (
    ("ix_outbox_tickets", ["subject"], "kind IN ('ticket_words', 'ticket_lost')"),
    (
        "ix_outbox_tickets_came_as",
        ["recipient_id", "message_id"],
        (
            "kind IN ('ticket_arrived', 'ticket_words', 'ticket_lost', 'ticket_promise', "
            "'ticket_at_end', 'ticket_woke', 'ticket_closed') AND message_id <> ''"
        ),
    ),
    (
        "ix_outbox_tickets_lost",
        ["school_id"],
        "kind = 'ticket_words' AND ending IN ('refused', 'unknown', 'expired')",
    ),
)


def _ledger_of_tickets() -> None:
    """Let tickets ask the ledger what came as which message, and what did not arrive."""
    for name, columns, said in _OF_LEDGER:
        where = sa.text(said)
        op.create_index(name, "outbox", columns, sqlite_where=where, postgresql_where=where)


def _belongs(table: str, column: str, whose: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{whose}.id"], name=f"fk_{table}_{column}")


def downgrade() -> None:
    """Leave the school with its class teachers' desks.

    What was said of a lesson zero is lost: before, its number meant the whole day.
    """
    op.execute("DELETE FROM excuse_lessons WHERE number = 0")
    op.execute(
        "DELETE FROM excuses WHERE NOT EXISTS "
        "(SELECT 1 FROM excuse_lessons WHERE excuse_lessons.excuse_id = excuses.id)"
    )
    op.execute("UPDATE excuse_lessons SET number = 0 WHERE number = -1")
    for name, _, _ in _OF_LEDGER:
        op.drop_index(name, "outbox")
    for table, _ in _FIRST_SET:
        op.drop_column(table, "set_at")
    op.drop_column("person_delivery", "zone")
    _last_told_ends()
    op.drop_table("answer_templates")
    op.drop_table("ticket_owners")
    op.drop_table("known_answers")
    op.drop_table("vendor_packets")
    op.drop_table("consultation_heads")
    op.drop_table("consultations")
    op.drop_table("duty_calls")
    for table in ("ticket_originals", "ticket_versions", "ticket_entries", "tickets"):
        op.drop_table(table)
    op.drop_table("vendor_details")
    op.drop_table("training_guests")
    op.drop_table("trainings")
    op.drop_table("duty_stand_ins")
    op.drop_table("duty_days")
