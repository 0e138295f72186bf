"""The journal, the persons, the ledger: the first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
EXACT = sa.String(24)


def upgrade() -> None:  # noqa: PLR0915 - as long as the schema
    op.create_table(
        "accounts",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("channel", "value", name="uq_accounts_channel_value"),
    )
    op.create_table(
        "inbox",
        sa.Column("bot", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=True),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("bot", "update_id", name="pk_inbox"),
    )
    op.create_index(
        "ix_inbox_open",
        "inbox",
        ["bot", "update_id"],
        unique=False,
        sqlite_where=sa.text("state IN ('waiting', 'answered')"),
        postgresql_where=sa.text("state IN ('waiting', 'answered')"),
    )
    op.create_index("ix_inbox_received_at", "inbox", ["received_at"], unique=False)
    op.create_table(
        "pauses",
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("until", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("scope", name="pk_pauses"),
    )
    op.create_table(
        "program_settings",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_program_settings"),
    )
    op.create_table(
        "schools",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("identifier", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("correction_window", sa.Integer(), nullable=False),
        sa.Column("quiet_on", sa.Boolean(), nullable=False),
        sa.Column("quiet_from", sa.Time(), nullable=False),
        sa.Column("quiet_to", sa.Time(), nullable=False),
        sa.Column("imported_at", INSTANT, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_schools"),
        sa.UniqueConstraint("identifier", name="uq_schools_identifier"),
    )
    op.create_table(
        "persons",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("middle", sa.Text(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("username", sa.Text(), nullable=False),
        sa.Column("identifier", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("grades", sa.Text(), nullable=False),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_persons_origin_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_persons_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_persons"),
        sa.UniqueConstraint("school_id", "source", name="uq_persons_school_id_source"),
    )
    op.create_table(
        "wrong_tries",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("account_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_wrong_tries_account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_wrong_tries"),
    )
    op.create_index(
        "ix_wrong_tries_account_id_at", "wrong_tries", ["account_id", "at"], unique=False
    )
    op.create_index("ix_wrong_tries_at", "wrong_tries", ["at"], unique=False)
    op.create_table(
        "account_links",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("account_id", BIG, nullable=False),
        sa.Column("linked_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name="fk_account_links_account_id"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_account_links_person_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_account_links_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_account_links"),
    )
    op.create_index("ix_account_links_account_id", "account_links", ["account_id"], unique=False)
    op.create_index(
        "uq_account_links_live",
        "account_links",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "categories",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("weight", EXACT, nullable=False),
        sa.Column("x_source", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("written", sa.Boolean(), nullable=False),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_categories_origin_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_categories_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_categories"),
        sa.UniqueConstraint("school_id", "source", name="uq_categories_school_id_source"),
        sa.UniqueConstraint("school_id", "x_source", name="uq_categories_school_id_x_source"),
    )
    op.create_table(
        "codes",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("issued_at", INSTANT, nullable=False),
        sa.Column("expires", INSTANT, nullable=False),
        sa.Column("used_by", BIG, nullable=True),
        sa.Column("used_at", INSTANT, nullable=True),
        sa.Column("void", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_codes_person_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_codes_school_id"),
        sa.ForeignKeyConstraint(["used_by"], ["accounts.id"], name="fk_codes_used_by"),
        sa.PrimaryKeyConstraint("id", name="pk_codes"),
        sa.UniqueConstraint("digest", name="uq_codes_digest"),
    )
    op.create_index("ix_codes_person_id", "codes", ["person_id"], unique=False)
    op.create_table(
        "consents",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("guardian_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["guardian_id"], ["persons.id"], name="fk_consents_guardian_id"),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_consents_origin_id"),
        sa.ForeignKeyConstraint(["pupil_id"], ["persons.id"], name="fk_consents_pupil_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_consents_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
        sa.UniqueConstraint("school_id", "source", name="uq_consents_school_id_source"),
    )
    op.create_index(
        "ix_consents_pupil_id_guardian_id",
        "consents",
        ["pupil_id", "guardian_id"],
        unique=False,
    )
    op.create_table(
        "duty",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("finishes", sa.Time(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("begins", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_duty_origin_id"),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_duty_person_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_duty_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_duty"),
        sa.UniqueConstraint("school_id", "source", name="uq_duty_school_id_source"),
    )
    op.create_table(
        "events",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("begins", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_events_origin_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_events_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sa.UniqueConstraint("school_id", "source", name="uq_events_school_id_source"),
    )
    op.create_table(
        "guardianships",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=False),
        sa.Column("guardian_id", BIG, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["guardian_id"], ["persons.id"], name="fk_guardianships_guardian_id"
        ),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_guardianships_origin_id"),
        sa.ForeignKeyConstraint(["pupil_id"], ["persons.id"], name="fk_guardianships_pupil_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_guardianships_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_guardianships"),
        sa.UniqueConstraint(
            "pupil_id", "guardian_id", name="uq_guardianships_pupil_id_guardian_id"
        ),
    )
    op.create_index("ix_guardianships_guardian_id", "guardianships", ["guardian_id"], unique=False)
    op.create_index("ix_guardianships_school_id", "guardianships", ["school_id"], unique=False)
    op.create_table(
        "holidays",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("begins", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_holidays_origin_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_holidays_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_holidays"),
        sa.UniqueConstraint("school_id", "source", name="uq_holidays_school_id_source"),
    )
    op.create_table(
        "outbox",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("recipient_id", BIG, nullable=False),
        sa.Column("about_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", BIG, nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("happened_at", INSTANT, nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("valid_until", INSTANT, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("lease_until", INSTANT, nullable=True),
        sa.Column("retry_at", INSTANT, nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("ending", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["about_id"], ["persons.id"], name="fk_outbox_about_id"),
        sa.ForeignKeyConstraint(["recipient_id"], ["persons.id"], name="fk_outbox_recipient_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_outbox_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
    )
    op.create_index("ix_outbox_school_id_id", "outbox", ["school_id", "id"], unique=False)
    op.create_index(
        "ix_outbox_unsettled",
        "outbox",
        ["recipient_id", "lane", "state"],
        unique=False,
        sqlite_where=sa.text("state <> 'ended'"),
        postgresql_where=sa.text("state <> 'ended'"),
    )
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["lane", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "periods",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("begins", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("parent_id", BIG, nullable=True),
        sa.Column("school_year", sa.Text(), nullable=False),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_periods_origin_id"),
        sa.ForeignKeyConstraint(["parent_id"], ["periods.id"], name="fk_periods_parent_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_periods_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_periods"),
        sa.UniqueConstraint("school_id", "source", name="uq_periods_school_id_source"),
    )
    op.create_table(
        "roles",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_roles_origin_id"),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_roles_person_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_roles_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_roles"),
        sa.UniqueConstraint("school_id", "source", name="uq_roles_school_id_source"),
    )
    op.create_index("ix_roles_person_id", "roles", ["person_id"], unique=False)
    op.create_table(
        "subjects",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_subjects_origin_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_subjects_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_subjects"),
        sa.UniqueConstraint("school_id", "source", name="uq_subjects_school_id_source"),
    )
    op.create_table(
        "category_subjects",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("category_id", BIG, nullable=False),
        sa.Column("subject_id", BIG, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["category_id"], ["categories.id"], name="fk_category_subjects_category_id"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name="fk_category_subjects_school_id"
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["subjects.id"], name="fk_category_subjects_subject_id"
        ),
        sa.PrimaryKeyConstraint("category_id", "subject_id", name="pk_category_subjects"),
    )
    op.create_table(
        "groups",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("grades", sa.Text(), nullable=False),
        sa.Column("subject_id", BIG, nullable=True),
        sa.Column("x_source", sa.Text(), nullable=True),
        sa.Column("teaching", sa.Text(), nullable=False),
        sa.Column("subgroup", sa.Text(), nullable=False),
        sa.Column("weekly_hours", EXACT, nullable=True),
        sa.Column("year_hours", EXACT, nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_groups_origin_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_groups_school_id"),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name="fk_groups_subject_id"),
        sa.PrimaryKeyConstraint("id", name="pk_groups"),
        sa.UniqueConstraint("school_id", "source", name="uq_groups_school_id_source"),
        sa.UniqueConstraint("school_id", "x_source", name="uq_groups_school_id_x_source"),
    )
    op.create_index("ix_groups_subject_id", "groups", ["subject_id"], unique=False)
    op.create_table(
        "course_classes",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("course_id", BIG, nullable=False),
        sa.Column("class_id", BIG, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["groups.id"], name="fk_course_classes_class_id"),
        sa.ForeignKeyConstraint(["course_id"], ["groups.id"], name="fk_course_classes_course_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_course_classes_school_id"),
        sa.PrimaryKeyConstraint("course_id", "class_id", name="pk_course_classes"),
    )
    op.create_index("ix_course_classes_class_id", "course_classes", ["class_id"], unique=False)
    op.create_table(
        "enrolments",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("group_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("begins", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_enrolments_group_id"),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_enrolments_origin_id"),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_enrolments_person_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_enrolments_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_enrolments"),
        sa.UniqueConstraint("school_id", "source", name="uq_enrolments_school_id_source"),
    )
    op.create_index(
        "ix_enrolments_group_id_role", "enrolments", ["group_id", "role"], unique=False
    )
    op.create_index(
        "ix_enrolments_person_id_role", "enrolments", ["person_id", "role"], unique=False
    )
    op.create_table(
        "event_classes",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("event_id", BIG, nullable=False),
        sa.Column("class_id", BIG, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["groups.id"], name="fk_event_classes_class_id"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_event_classes_event_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_event_classes_school_id"),
        sa.PrimaryKeyConstraint("event_id", "class_id", name="pk_event_classes"),
    )
    op.create_table(
        "group_terms",
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("group_id", BIG, nullable=False),
        sa.Column("period_id", BIG, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_group_terms_group_id"),
        sa.ForeignKeyConstraint(["period_id"], ["periods.id"], name="fk_group_terms_period_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_group_terms_school_id"),
        sa.PrimaryKeyConstraint("group_id", "period_id", name="pk_group_terms"),
    )
    op.create_table(
        "lesson_plans",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("course_id", BIG, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("hours", EXACT, nullable=True),
        sa.Column("category_id", BIG, nullable=True),
        sa.Column("homework", sa.Text(), nullable=False),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["category_id"], ["categories.id"], name="fk_lesson_plans_category_id"
        ),
        sa.ForeignKeyConstraint(["course_id"], ["groups.id"], name="fk_lesson_plans_course_id"),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_lesson_plans_origin_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_lesson_plans_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_lesson_plans"),
        sa.UniqueConstraint("school_id", "source", name="uq_lesson_plans_school_id_source"),
    )
    op.create_index(
        "ix_lesson_plans_course_id_number",
        "lesson_plans",
        ["course_id", "number"],
        unique=False,
    )
    op.create_table(
        "lessons",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("course_id", BIG, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("moved_from_day", sa.Date(), nullable=True),
        sa.Column("moved_from_number", sa.Integer(), nullable=True),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("homework", sa.Text(), nullable=False),
        sa.Column("homework_due", sa.Date(), nullable=True),
        sa.Column("teacher_id", BIG, nullable=True),
        sa.Column("replaces_id", BIG, nullable=True),
        sa.Column("category_id", BIG, nullable=True),
        sa.Column("recorded_at", INSTANT, nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["category_id"], ["categories.id"], name="fk_lessons_category_id"),
        sa.ForeignKeyConstraint(["course_id"], ["groups.id"], name="fk_lessons_course_id"),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_lessons_origin_id"),
        sa.ForeignKeyConstraint(["replaces_id"], ["persons.id"], name="fk_lessons_replaces_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_lessons_school_id"),
        sa.ForeignKeyConstraint(["teacher_id"], ["persons.id"], name="fk_lessons_teacher_id"),
        sa.PrimaryKeyConstraint("id", name="pk_lessons"),
        sa.UniqueConstraint("school_id", "source", name="uq_lessons_school_id_source"),
    )
    op.create_index("ix_lessons_course_id_day", "lessons", ["course_id", "day"], unique=False)
    op.create_table(
        "period_marks",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("period_id", BIG, nullable=False),
        sa.Column("course_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["course_id"], ["groups.id"], name="fk_period_marks_course_id"),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_period_marks_origin_id"),
        sa.ForeignKeyConstraint(["period_id"], ["periods.id"], name="fk_period_marks_period_id"),
        sa.ForeignKeyConstraint(["pupil_id"], ["persons.id"], name="fk_period_marks_pupil_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_period_marks_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_period_marks"),
        sa.UniqueConstraint("school_id", "source", name="uq_period_marks_school_id_source"),
    )
    op.create_index(
        "ix_period_marks_pupil_id_period_id",
        "period_marks",
        ["pupil_id", "period_id"],
        unique=False,
    )
    op.create_table(
        "timetable",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("course_id", BIG, nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("finishes", sa.Time(), nullable=True),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("begins", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["course_id"], ["groups.id"], name="fk_timetable_course_id"),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_timetable_origin_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_timetable_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_timetable"),
        sa.UniqueConstraint("school_id", "source", name="uq_timetable_school_id_source"),
    )
    op.create_index(
        "ix_timetable_course_id_weekday", "timetable", ["course_id", "weekday"], unique=False
    )
    op.create_table(
        "absences",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("lesson_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name="fk_absences_lesson_id"),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_absences_origin_id"),
        sa.ForeignKeyConstraint(["pupil_id"], ["persons.id"], name="fk_absences_pupil_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_absences_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_absences"),
        sa.UniqueConstraint("school_id", "source", name="uq_absences_school_id_source"),
    )
    op.create_index("ix_absences_pupil_id", "absences", ["pupil_id"], unique=False)
    op.create_index(
        "uq_absences_cell",
        "absences",
        ["lesson_id", "pupil_id"],
        unique=True,
        sqlite_where=sa.text("gone_at IS NULL"),
        postgresql_where=sa.text("gone_at IS NULL"),
    )
    op.create_table(
        "works",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("course_id", BIG, nullable=False),
        sa.Column("category_id", BIG, nullable=True),
        sa.Column("period_id", BIG, nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("value_min", EXACT, nullable=True),
        sa.Column("value_max", EXACT, nullable=True),
        sa.Column("x_source", sa.Text(), nullable=True),
        sa.Column("lesson_id", BIG, nullable=True),
        sa.Column("corrects_id", BIG, nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["category_id"], ["categories.id"], name="fk_works_category_id"),
        sa.ForeignKeyConstraint(["corrects_id"], ["works.id"], name="fk_works_corrects_id"),
        sa.ForeignKeyConstraint(["course_id"], ["groups.id"], name="fk_works_course_id"),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name="fk_works_lesson_id"),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_works_origin_id"),
        sa.ForeignKeyConstraint(["period_id"], ["periods.id"], name="fk_works_period_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_works_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_works"),
        sa.UniqueConstraint("school_id", "source", name="uq_works_school_id_source"),
        sa.UniqueConstraint("school_id", "x_source", name="uq_works_school_id_x_source"),
    )
    op.create_index("ix_works_course_id_day", "works", ["course_id", "day"], unique=False)
    op.create_index("ix_works_lesson_id", "works", ["lesson_id"], unique=False)
    op.create_table(
        "marks",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("work_id", BIG, nullable=False),
        sa.Column("pupil_id", BIG, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("scored_on", sa.Date(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=True),
        sa.Column("origin_id", BIG, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("gone_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["origin_id"], ["persons.id"], name="fk_marks_origin_id"),
        sa.ForeignKeyConstraint(["pupil_id"], ["persons.id"], name="fk_marks_pupil_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_marks_school_id"),
        sa.ForeignKeyConstraint(["work_id"], ["works.id"], name="fk_marks_work_id"),
        sa.PrimaryKeyConstraint("id", name="pk_marks"),
        sa.UniqueConstraint("school_id", "source", name="uq_marks_school_id_source"),
    )
    op.create_index("ix_marks_pupil_id", "marks", ["pupil_id"], unique=False)
    op.create_index(
        "uq_marks_cell",
        "marks",
        ["work_id", "pupil_id"],
        unique=True,
        sqlite_where=sa.text("gone_at IS NULL"),
        postgresql_where=sa.text("gone_at IS NULL"),
    )
    op.create_table(
        "mark_history",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("school_id", BIG, nullable=False),
        sa.Column("mark_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("by_id", BIG, nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["persons.id"], name="fk_mark_history_by_id"),
        sa.ForeignKeyConstraint(["mark_id"], ["marks.id"], name="fk_mark_history_mark_id"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_mark_history_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_mark_history"),
    )
    op.create_index("ix_mark_history_mark_id", "mark_history", ["mark_id"], unique=False)


TABLES = (
    "accounts",
    "inbox",
    "pauses",
    "program_settings",
    "schools",
    "persons",
    "wrong_tries",
    "account_links",
    "categories",
    "codes",
    "consents",
    "duty",
    "events",
    "guardianships",
    "holidays",
    "outbox",
    "periods",
    "roles",
    "subjects",
    "category_subjects",
    "groups",
    "course_classes",
    "enrolments",
    "event_classes",
    "group_terms",
    "lesson_plans",
    "lessons",
    "period_marks",
    "timetable",
    "absences",
    "works",
    "marks",
    "mark_history",
)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
