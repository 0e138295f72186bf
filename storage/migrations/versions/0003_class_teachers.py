"""What class teachers and the administration say, hand out and watch."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:  # noqa: PLR0915 - as long as the schema
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
        sa.Column("answer_by", sa.Date(), nullable=True),
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
        sa.Column("about_id", BIG, nullable=False),
        sa.Column("choice", sa.Integer(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint(
            "broadcast_id", "version", "person_id", "about_id", name="pk_broadcast_answers"
        ),
        _belongs("broadcast_answers", "school_id", "schools"),
        _belongs("broadcast_answers", "broadcast_id", "broadcasts"),
        _belongs("broadcast_answers", "person_id", "persons"),
        _belongs("broadcast_answers", "about_id", "persons"),
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
    op.create_table(
        "remarks",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_remarks"),
        _belongs("remarks", "school_id", "schools"),
        _belongs("remarks", "pupil_id", "persons"),
        _belongs("remarks", "by_id", "persons"),
    )
    op.create_index("ix_remarks_pupil_id_day", "remarks", ["pupil_id", "day"])
    op.create_index("ix_remarks_by_id_day", "remarks", ["by_id", "day"])
    op.create_table(
        "remark_history",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("remark_id", BIG, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_remark_history"),
        _belongs("remark_history", "school_id", "schools"),
        _belongs("remark_history", "remark_id", "remarks"),
        _belongs("remark_history", "by_id", "persons"),
    )
    op.create_index("ix_remark_history_remark_id", "remark_history", ["remark_id"])
    op.create_table(
        "absence_checks",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("class_id", BIG, nullable=False),
        sa.Column("course_id", BIG, nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("changed_by_id", BIG, nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_absence_checks"),
        sa.UniqueConstraint(
            "class_id", "course_id", "monday", name="uq_absence_checks_class_id_course_id_monday"
        ),
        _belongs("absence_checks", "school_id", "schools"),
        _belongs("absence_checks", "class_id", "groups"),
        _belongs("absence_checks", "course_id", "groups"),
        _belongs("absence_checks", "by_id", "persons"),
        _belongs("absence_checks", "changed_by_id", "persons"),
    )
    _threads()


def _threads() -> None:  # noqa: PLR0915 - as above
    """Make room for what two persons write to each other."""
    op.create_table(
        "threads",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("partner_id", BIG, nullable=False),
        sa.Column("keeper_id", BIG, nullable=False),
        sa.Column("about_id", BIG, nullable=True),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("of_family", sa.Boolean(), nullable=False),
        sa.Column("waits", sa.Boolean(), nullable=False),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.Column("last_at", INSTANT, nullable=False),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_threads"),
        sa.UniqueConstraint("school_id", "source", name="uq_threads_school_id_source"),
        _belongs("threads", "school_id", "schools"),
        _belongs("threads", "partner_id", "persons"),
        _belongs("threads", "keeper_id", "persons"),
        _belongs("threads", "about_id", "persons"),
        _belongs("threads", "origin_id", "persons"),
    )
    op.create_index("ix_threads_partner_id", "threads", ["partner_id"])
    op.create_index("ix_threads_keeper_id_waits", "threads", ["keeper_id", "waits"])
    op.create_table(
        "messages",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("thread_id", BIG, nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("handed_to_id", BIG, nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_messages"),
        sa.UniqueConstraint("school_id", "source", name="uq_messages_school_id_source"),
        _belongs("messages", "school_id", "schools"),
        _belongs("messages", "thread_id", "threads"),
        _belongs("messages", "by_id", "persons"),
        _belongs("messages", "handed_to_id", "persons"),
        _belongs("messages", "origin_id", "persons"),
    )
    op.create_index("ix_messages_thread_id_id", "messages", ["thread_id", "id"])
    op.create_index("ix_messages_by_id_at", "messages", ["by_id", "at"])
    op.create_table(
        "message_versions",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("message_id", BIG, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("spans", sa.Text(), nullable=False),
        sa.Column("files", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("message_id", "version", name="pk_message_versions"),
        _belongs("message_versions", "school_id", "schools"),
        _belongs("message_versions", "message_id", "messages"),
    )
    op.create_table(
        "message_originals",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("account_id", BIG, nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.Column("message_id", BIG, nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "original", name="pk_message_originals"),
        _belongs("message_originals", "school_id", "schools"),
        _belongs("message_originals", "account_id", "accounts"),
        _belongs("message_originals", "message_id", "messages"),
    )
    op.create_table(
        "answer_hours",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("begins", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_answer_hours"),
        _belongs("answer_hours", "school_id", "schools"),
        _belongs("answer_hours", "person_id", "persons"),
    )
    of_messages = "kind IN ('message', 'message_lost')"
    _partial_index("ix_outbox_messages", "outbox", ["subject"], of_messages)
    came_as = ["recipient_id", "message_id"]
    _partial_index("ix_outbox_messages_came_as", "outbox", came_as, "kind = 'message'")
    lost = "kind = 'message' AND ending IN ('refused', 'unknown', 'expired')"
    _partial_index("ix_outbox_messages_lost", "outbox", ["school_id"], lost)
    op.create_table(
        "paper_runs",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("class_id", BIG, nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("by_id", BIG, nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_paper_runs"),
        sa.UniqueConstraint("school_id", "source", name="uq_paper_runs_school_id_source"),
        sa.UniqueConstraint("class_id", "last_day", name="uq_paper_runs_class_id_last_day"),
        _belongs("paper_runs", "school_id", "schools"),
        _belongs("paper_runs", "class_id", "groups"),
        _belongs("paper_runs", "by_id", "persons"),
        _belongs("paper_runs", "origin_id", "persons"),
    )
    op.create_index("ix_paper_runs_school_id_last_day", "paper_runs", ["school_id", "last_day"])
    op.create_table(
        "paper_sheets",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("run_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("handed_at", INSTANT, nullable=True),
        sa.Column("handed_by_id", BIG, nullable=True),
        sa.PrimaryKeyConstraint("run_id", "pupil_id", name="pk_paper_sheets"),
        _belongs("paper_sheets", "school_id", "schools"),
        _belongs("paper_sheets", "run_id", "paper_runs"),
        _belongs("paper_sheets", "pupil_id", "persons"),
        _belongs("paper_sheets", "handed_by_id", "persons"),
    )
    op.create_index("ix_paper_sheets_pupil_id_at", "paper_sheets", ["pupil_id", "at"])
    op.create_table(
        "sent_files",
        sa.Column("school_id", BIG, autoincrement=False, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("school_id", "digest", name="pk_sent_files"),
        _belongs("sent_files", "school_id", "schools"),
    )
    op.add_column("announcements", sa.Column("gone_at", INSTANT, nullable=True))
    op.create_table(
        "deeds",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("record", BIG, nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_deeds"),
        _belongs("deeds", "school_id", "schools"),
        _belongs("deeds", "person_id", "persons"),
    )
    op.create_index("ix_deeds_person_id_at", "deeds", ["person_id", "at"])
    op.create_index("ix_deeds_what_record_at", "deeds", ["what", "record", "at"])
    op.create_table(
        "breaches",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("ended", sa.Integer(), nullable=False),
        sa.Column("voided", sa.Integer(), nullable=False),
        sa.Column("told_at", INSTANT, nullable=True),
        sa.Column("told_by_id", BIG, nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_breaches"),
        sa.UniqueConstraint("school_id", "source", name="uq_breaches_school_id_source"),
        _belongs("breaches", "school_id", "schools"),
        _belongs("breaches", "person_id", "persons"),
        _belongs("breaches", "by_id", "persons"),
        _belongs("breaches", "told_by_id", "persons"),
        _belongs("breaches", "origin_id", "persons"),
    )
    op.create_index("ix_breaches_person_id", "breaches", ["person_id"])
    op.create_table(
        "breach_voided",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("breach_id", BIG, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("pupil_id", BIG, nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("was", sa.Text(), nullable=True),
        sa.Column("stands", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_breach_voided"),
        sa.UniqueConstraint("breach_id", "position", name="uq_breach_voided_breach_id_position"),
        _belongs("breach_voided", "school_id", "schools"),
        _belongs("breach_voided", "breach_id", "breaches"),
        _belongs("breach_voided", "pupil_id", "persons"),
    )
    op.create_table(
        "lost_access",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("account_id", BIG, nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("answered_at", INSTANT, nullable=True),
        sa.Column("answered_by_id", BIG, nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_lost_access"),
        sa.UniqueConstraint("school_id", "source", name="uq_lost_access_school_id_source"),
        _belongs("lost_access", "school_id", "schools"),
        _belongs("lost_access", "account_id", "accounts"),
        _belongs("lost_access", "answered_by_id", "persons"),
        _belongs("lost_access", "origin_id", "persons"),
    )
    op.create_index("ix_lost_access_school_id_asked_at", "lost_access", ["school_id", "asked_at"])
    op.create_index(
        "ix_lost_access_account_id_asked_at", "lost_access", ["account_id", "asked_at"]
    )
    op.create_table(
        "data_checks",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", INSTANT, nullable=True),
        sa.Column("checked_by_id", BIG, nullable=True),
        sa.Column("checked_in_id", BIG, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_data_checks"),
        sa.UniqueConstraint("person_id", "month", name="uq_data_checks_person_id_month"),
        _belongs("data_checks", "school_id", "schools"),
        _belongs("data_checks", "person_id", "persons"),
        _belongs("data_checks", "checked_by_id", "persons"),
        _belongs("data_checks", "checked_in_id", "groups"),
    )
    op.create_table(
        "data_corrections",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("about_id", BIG, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("said_at", INSTANT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("decided_by_id", BIG, nullable=True),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_data_corrections"),
        sa.UniqueConstraint("school_id", "source", name="uq_data_corrections_school_id_source"),
        _belongs("data_corrections", "school_id", "schools"),
        _belongs("data_corrections", "person_id", "persons"),
        _belongs("data_corrections", "about_id", "persons"),
        _belongs("data_corrections", "decided_by_id", "persons"),
        _belongs("data_corrections", "origin_id", "persons"),
    )
    op.create_index(
        "ix_data_corrections_person_id_said_at", "data_corrections", ["person_id", "said_at"]
    )
    op.create_index(
        "ix_data_corrections_school_id_state", "data_corrections", ["school_id", "state"]
    )
    _truancy()
    _letters()
    _searches()


def _letters() -> None:
    """Make room for letters to who has no chat, and for both ways at once."""
    op.create_table(
        "given_addresses",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("taken_at", INSTANT, nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_given_addresses"),
        sa.UniqueConstraint("school_id", "source", name="uq_given_addresses_school_id_source"),
        _belongs("given_addresses", "school_id", "schools"),
        _belongs("given_addresses", "person_id", "persons"),
        _belongs("given_addresses", "by_id", "persons"),
        _belongs("given_addresses", "origin_id", "persons"),
    )
    op.create_index("ix_given_addresses_person_id", "given_addresses", ["person_id"])
    op.create_table(
        "answered_messages",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("notice_id", BIG, nullable=False),
        sa.Column("account_id", BIG, nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("notice_id", name="pk_answered_messages"),
        _belongs("answered_messages", "school_id", "schools"),
        _belongs("answered_messages", "notice_id", "outbox"),
        _belongs("answered_messages", "account_id", "accounts"),
    )
    op.create_index("ix_answered_messages_due_at", "answered_messages", ["due_at"])
    op.add_column(
        "mailbox_proofs",
        sa.Column("by_link", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("outbox", sa.Column("channel", sa.Text(), nullable=True))
    op.add_column(
        "outbox", sa.Column("is_copy", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column(
        "outbox", sa.Column("has_copy", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column(
        "preferences", sa.Column("via", sa.Text(), nullable=False, server_default="chat")
    )
    op.execute("UPDATE preferences SET via = 'mail' WHERE by_mail")
    op.drop_column("preferences", "by_mail")


def _letters_end() -> None:
    """Leave letters to who has a chat, one way or the other."""
    op.add_column(
        "preferences",
        sa.Column("by_mail", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.execute("UPDATE preferences SET by_mail = true WHERE via = 'mail'")
    op.drop_column("preferences", "via")
    op.execute("DELETE FROM outbox WHERE is_copy AND state <> 'ended'")
    op.drop_column("outbox", "has_copy")
    op.drop_column("outbox", "is_copy")
    op.drop_column("outbox", "channel")
    op.drop_column("mailbox_proofs", "by_link")
    op.drop_table("answered_messages")
    op.drop_table("given_addresses")


def _truancy() -> None:
    """Make room for warnings about missed lessons, which must be acknowledged too."""
    op.create_table(
        "truancy_warnings",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=False),
        sa.Column("begins", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.Column("decided_by", BIG, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_truancy_warnings"),
        sa.UniqueConstraint("pupil_id", "begins", name="uq_truancy_warnings_pupil_id_begins"),
        _belongs("truancy_warnings", "school_id", "schools"),
        _belongs("truancy_warnings", "pupil_id", "persons"),
        _belongs("truancy_warnings", "decided_by", "persons"),
    )
    op.create_index(
        "ix_truancy_warnings_school_id_state", "truancy_warnings", ["school_id", "state"]
    )
    _answerable("kind IN ('forecast', 'warning', 'truancy')")


def _answerable(kinds: str) -> None:
    """Let the index of what must be acknowledged hold these kinds."""
    op.drop_index("ix_outbox_answerable", "outbox")
    _partial_index("ix_outbox_answerable", "outbox", ["about_id", "kind", "subject"], kinds)


def _searches() -> None:
    """Keep which guardian ended a search; nobody where the journal did."""
    with op.batch_alter_table("searches") as searches:
        searches.add_column(sa.Column("found_by", BIG, nullable=True))
        searches.create_foreign_key("fk_searches_found_by", "persons", ["found_by"], ["id"])
    with op.batch_alter_table("codes") as codes:
        codes.add_column(sa.Column("issued_by", BIG, nullable=True))
        codes.create_foreign_key("fk_codes_issued_by", "persons", ["issued_by"], ["id"])
    op.create_index("ix_codes_issued_by_issued_at", "codes", ["issued_by", "issued_at"])
    op.create_index(
        "ix_period_marks_school_id_changed_at", "period_marks", ["school_id", "changed_at"]
    )


def _belongs(table: str, column: str, whose: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{whose}.id"], name=f"fk_{table}_{column}")


def _partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    only = sa.text(where)
    op.create_index(name, table, columns, sqlite_where=only, postgresql_where=only)


def downgrade() -> None:  # noqa: PLR0915 - as long as the schema
    """Leave families with what they had."""
    op.drop_index("ix_period_marks_school_id_changed_at", "period_marks")
    op.drop_index("ix_codes_issued_by_issued_at", "codes")
    with op.batch_alter_table("codes") as codes:
        codes.drop_constraint("fk_codes_issued_by", type_="foreignkey")
        codes.drop_column("issued_by")
    with op.batch_alter_table("searches") as searches:
        searches.drop_constraint("fk_searches_found_by", type_="foreignkey")
        searches.drop_column("found_by")
    _letters_end()
    _answerable("kind IN ('forecast', 'warning')")
    for table in (
        "truancy_warnings",
        "data_corrections",
        "data_checks",
        "lost_access",
        "breach_voided",
        "breaches",
        "deeds",
    ):
        op.drop_table(table)
    op.drop_column("announcements", "gone_at")
    op.drop_table("sent_files")
    op.drop_table("paper_sheets")
    op.drop_table("paper_runs")
    for index in ("ix_outbox_messages_lost", "ix_outbox_messages_came_as", "ix_outbox_messages"):
        op.drop_index(index, "outbox")
    for table in ("answer_hours", "message_originals", "message_versions", "messages", "threads"):
        op.drop_table(table)
    op.drop_table("absence_checks")
    op.drop_table("remark_history")
    op.drop_table("remarks")
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
