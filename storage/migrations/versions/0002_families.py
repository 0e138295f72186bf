"""What a school decides itself, and everything that families get and say."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
_OUTBOX_INDEXES = (
    ("ix_outbox_ready", ["lane", "id"], "state = 'waiting' AND rests_until IS NULL"),
    ("ix_outbox_resting", ["rests_until"], "state = 'waiting' AND rests_until IS NOT NULL"),
    ("ix_outbox_over", ["valid_until"], "state = 'waiting' AND valid_until IS NOT NULL"),
    ("ix_outbox_opened_by", ["opened_by"], "opened_by IS NOT NULL"),
)


def upgrade() -> None:  # noqa: PLR0915 - as long as the schema
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
        sa.ForeignKeyConstraint(["about_id"], ["persons.id"], name="fk_acknowledgements_about_id"),
        sa.UniqueConstraint(
            "about_id",
            "kind",
            "subject",
            "person_id",
            name="uq_acknowledgements_about_id_kind_subject_person_id",
        ),
    )
    op.add_column(
        "schools", sa.Column("digest_at", sa.Time(), nullable=False, server_default="18:00:00")
    )
    op.add_column("outbox", sa.Column("rests_until", INSTANT, nullable=True))
    op.add_column("outbox", sa.Column("opened_by", BIG, nullable=True))
    op.drop_index("ix_outbox_waiting", "outbox")
    for name, columns, rows in _OUTBOX_INDEXES:
        where = sa.text(rows)
        op.create_index(name, "outbox", columns, sqlite_where=where, postgresql_where=where)
    op.create_table(
        "preferences",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("timing", sa.Text(), nullable=False),
        sa.Column("by_mail", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "topic", name="pk_preferences"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_preferences_school_id"),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_preferences_person_id"),
    )
    op.create_table(
        "person_delivery",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("nights", sa.Text(), nullable=False),
        sa.Column("own_from", sa.Time(), nullable=False),
        sa.Column("own_to", sa.Time(), nullable=False),
        sa.Column("neutral", sa.Boolean(), nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_person_delivery"),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name="fk_person_delivery_school_id"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name="fk_person_delivery_person_id"
        ),
    )
    _create_agenda_links()
    _create_issues()
    op.create_table(
        "excuses",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=False),
        sa.Column("guardian_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("file_kind", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("claimed_at", INSTANT, nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("decided_by", BIG, nullable=True),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_excuses"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_excuses_school_id"),
        sa.ForeignKeyConstraint(["pupil_id"], ["persons.id"], name="fk_excuses_pupil_id"),
        sa.ForeignKeyConstraint(["guardian_id"], ["persons.id"], name="fk_excuses_guardian_id"),
        sa.ForeignKeyConstraint(["decided_by"], ["persons.id"], name="fk_excuses_decided_by"),
    )
    op.create_index("ix_excuses_pupil_id_state", "excuses", ["pupil_id", "state"])
    op.create_table(
        "excuse_lessons",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("excuse_id", BIG, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("excuse_id", "day", "number", name="pk_excuse_lessons"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_excuse_lessons_school_id"),
        sa.ForeignKeyConstraint(["excuse_id"], ["excuses.id"], name="fk_excuse_lessons_excuse_id"),
    )
    op.create_table(
        "searches",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("asked_by", BIG, nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("found_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_searches"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_searches_school_id"),
        sa.ForeignKeyConstraint(["pupil_id"], ["persons.id"], name="fk_searches_pupil_id"),
        sa.ForeignKeyConstraint(["asked_by"], ["persons.id"], name="fk_searches_asked_by"),
        sa.UniqueConstraint("pupil_id", "day", name="uq_searches_pupil_id_day"),
    )
    op.create_index(
        "ix_outbox_absences",
        "outbox",
        ["subject"],
        sqlite_where=sa.text("kind = 'absence'"),
        postgresql_where=sa.text("kind = 'absence'"),
    )
    op.create_table(
        "homework_done",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("lesson_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("done_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("lesson_id", "pupil_id", name="pk_homework_done"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_homework_done_school_id"),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name="fk_homework_done_lesson_id"),
        sa.ForeignKeyConstraint(["pupil_id"], ["persons.id"], name="fk_homework_done_pupil_id"),
    )
    op.create_table(
        "attachments",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("lesson_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_attachments"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_attachments_school_id"),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name="fk_attachments_lesson_id"),
        sa.ForeignKeyConstraint(["by_id"], ["persons.id"], name="fk_attachments_by_id"),
    )
    op.create_index("ix_attachments_lesson_id", "attachments", ["lesson_id"])
    op.create_table(
        "recommendations",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("lesson_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_recommendations"),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name="fk_recommendations_school_id"
        ),
        sa.ForeignKeyConstraint(
            ["lesson_id"], ["lessons.id"], name="fk_recommendations_lesson_id"
        ),
        sa.ForeignKeyConstraint(["pupil_id"], ["persons.id"], name="fk_recommendations_pupil_id"),
        sa.ForeignKeyConstraint(["by_id"], ["persons.id"], name="fk_recommendations_by_id"),
    )
    op.create_index("ix_recommendations_lesson_id", "recommendations", ["lesson_id"])
    op.create_table(
        "announcements",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_announcements"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_announcements_school_id"),
        sa.ForeignKeyConstraint(["by_id"], ["persons.id"], name="fk_announcements_by_id"),
    )
    op.create_index("ix_announcements_school_id", "announcements", ["school_id"])
    op.create_table(
        "warned_controls",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("kind", "subject", "day", name="pk_warned_controls"),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name="fk_warned_controls_school_id"
        ),
    )
    op.create_table(
        "period_mark_history",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("period_mark_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("by_id", BIG, nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_period_mark_history"),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name="fk_period_mark_history_school_id"
        ),
        sa.ForeignKeyConstraint(
            ["period_mark_id"],
            ["period_marks.id"],
            name="fk_period_mark_history_period_mark_id",
        ),
        sa.ForeignKeyConstraint(["by_id"], ["persons.id"], name="fk_period_mark_history_by_id"),
    )
    op.create_index(
        "ix_period_mark_history_period_mark_id", "period_mark_history", ["period_mark_id"]
    )
    op.create_table(
        "reminders",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("noted_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reminders"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_reminders_school_id"),
        sa.UniqueConstraint("school_id", "what", "key", name="uq_reminders_school_id_what_key"),
    )
    _create_mailboxes()
    moved = sa.text("moved_from_day IS NOT NULL")
    op.create_index(
        "ix_lessons_moved",
        "lessons",
        ["course_id", "moved_from_day"],
        sqlite_where=moved,
        postgresql_where=moved,
    )
    _one_period_mark_in_a_cell()


def _create_mailboxes() -> None:
    op.create_table(
        "mailboxes",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("account_id", BIG, nullable=False),
        sa.Column("verified_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_mailboxes"),
        _belongs("mailboxes", "school_id", "schools"),
        _belongs("mailboxes", "person_id", "persons"),
        _belongs("mailboxes", "account_id", "accounts"),
    )
    op.create_index("ix_mailboxes_account_id", "mailboxes", ["account_id"])
    live = sa.text("ended_at IS NULL")
    op.create_index(
        "uq_mailboxes_live",
        "mailboxes",
        ["person_id"],
        unique=True,
        sqlite_where=live,
        postgresql_where=live,
    )
    op.create_table(
        "mailbox_proofs",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("expires", INSTANT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("wrong_tries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_mailbox_proofs"),
        _belongs("mailbox_proofs", "school_id", "schools"),
        _belongs("mailbox_proofs", "person_id", "persons"),
    )
    for column in ("person_id", "address"):
        op.create_index(
            f"ix_mailbox_proofs_{column}_asked_at", "mailbox_proofs", [column, "asked_at"]
        )
    waits = sa.text("state = 'waiting'")
    op.create_index(
        "ix_mailbox_proofs_due",
        "mailbox_proofs",
        ["id"],
        sqlite_where=waits,
        postgresql_where=waits,
    )


def _one_period_mark_in_a_cell() -> None:
    # Two processes may have set a mark each: the later one stands.
    op.execute(
        """
        UPDATE period_marks SET gone_at = changed_at WHERE gone_at IS NULL AND id NOT IN (
            SELECT max(id) FROM period_marks WHERE gone_at IS NULL
            GROUP BY course_id, period_id, pupil_id, kind
        )
        """
    )
    where = sa.text("gone_at IS NULL")
    op.create_index(
        "uq_period_marks_cell",
        "period_marks",
        ["course_id", "period_id", "pupil_id", "kind"],
        unique=True,
        sqlite_where=where,
        postgresql_where=where,
    )


def _create_agenda_links() -> None:
    op.create_table(
        "agenda_links",
        sa.Column("id", BIG, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("account_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_agenda_links"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_agenda_links_school_id"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name="fk_agenda_links_account_id"
        ),
        sa.ForeignKeyConstraint(["pupil_id"], ["persons.id"], name="fk_agenda_links_pupil_id"),
        sa.UniqueConstraint("digest", name="uq_agenda_links_digest"),
    )
    op.create_index(
        "uq_agenda_links_live",
        "agenda_links",
        ["account_id", "pupil_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )


def _create_issues() -> None:
    op.create_table(
        "forecast_issues",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("class_id", BIG, nullable=False),
        sa.Column("period_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("by_id", BIG, nullable=True),
        sa.Column("looked_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_forecast_issues"),
        _belongs("forecast_issues", "school_id", "schools"),
        _belongs("forecast_issues", "class_id", "groups"),
        _belongs("forecast_issues", "period_id", "periods"),
        _belongs("forecast_issues", "by_id", "persons"),
        sa.UniqueConstraint("period_id", "class_id", name="uq_forecast_issues_period_id_class_id"),
    )
    op.create_table(
        "unmarked_classes",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("class_id", BIG, nullable=False),
        sa.Column("period_id", BIG, nullable=False),
        sa.Column("looked_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_unmarked_classes"),
        _belongs("unmarked_classes", "school_id", "schools"),
        _belongs("unmarked_classes", "class_id", "groups"),
        _belongs("unmarked_classes", "period_id", "periods"),
        sa.UniqueConstraint(
            "period_id", "class_id", name="uq_unmarked_classes_period_id_class_id"
        ),
    )
    op.create_table(
        "early_warnings",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("class_id", BIG, nullable=False),
        sa.Column("period_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=False),
        sa.Column("subject_id", BIG, nullable=False),
        sa.Column("risk", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.Column("decided_by", BIG, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_early_warnings"),
        _belongs("early_warnings", "school_id", "schools"),
        _belongs("early_warnings", "class_id", "groups"),
        _belongs("early_warnings", "period_id", "periods"),
        _belongs("early_warnings", "pupil_id", "persons"),
        _belongs("early_warnings", "subject_id", "subjects"),
        _belongs("early_warnings", "decided_by", "persons"),
        sa.UniqueConstraint(
            "pupil_id",
            "subject_id",
            "period_id",
            name="uq_early_warnings_pupil_id_subject_id_period_id",
        ),
    )
    op.create_index(
        "ix_early_warnings_class_id_period_id", "early_warnings", ["class_id", "period_id"]
    )
    op.create_table(
        "print_run",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("subject", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_print_run"),
        _belongs("print_run", "school_id", "schools"),
        _belongs("print_run", "pupil_id", "persons"),
        sa.UniqueConstraint(
            "pupil_id", "what", "subject", name="uq_print_run_pupil_id_what_subject"
        ),
    )
    op.create_index("ix_print_run_school_id_at", "print_run", ["school_id", "at"])
    where = sa.text("kind IN ('forecast', 'warning')")
    op.create_index(
        "ix_outbox_answerable",
        "outbox",
        ["about_id", "kind", "subject"],
        sqlite_where=where,
        postgresql_where=where,
    )


def _belongs(table: str, column: str, whose: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{whose}.id"], name=f"fk_{table}_{column}")


def downgrade() -> None:  # noqa: PLR0915 - as long as the schema
    op.drop_index("uq_period_marks_cell", "period_marks")
    op.drop_table("mailbox_proofs")
    op.drop_table("mailboxes")
    op.drop_index("ix_lessons_moved", "lessons")
    op.drop_index("ix_outbox_answerable", "outbox")
    op.drop_table("print_run")
    op.drop_table("early_warnings")
    op.drop_table("unmarked_classes")
    op.drop_table("forecast_issues")
    op.drop_table("reminders")
    op.drop_table("period_mark_history")
    op.drop_table("warned_controls")
    op.drop_table("announcements")
    op.drop_table("recommendations")
    op.drop_table("attachments")
    op.drop_table("homework_done")
    op.drop_index("ix_outbox_absences", "outbox")
    op.drop_table("searches")
    op.drop_table("excuse_lessons")
    op.drop_table("excuses")
    op.drop_table("agenda_links")
    op.drop_table("person_delivery")
    op.drop_table("preferences")
    for name, _, _ in _OUTBOX_INDEXES:
        op.drop_index(name, "outbox")
    where = sa.text("state = 'waiting'")
    op.create_index(
        "ix_outbox_waiting", "outbox", ["lane", "id"], sqlite_where=where, postgresql_where=where
    )
    op.drop_column("outbox", "opened_by")
    op.drop_column("outbox", "rests_until")
    op.drop_column("schools", "digest_at")
    op.drop_table("acknowledgements")
    op.drop_table("dialogues")
    op.drop_column("schools", "decided")
