"""Where the help desk's rows are kept."""

from collections.abc import Mapping

from core.exchange.rows import of_helpdesk as rows
from storage import tables
from storage.exchange.fields import Field, Plain, Ref, Refs
from storage.exchange.mapping.parts import plain, stored
from storage.exchange.stored import Stored

_DUTY: Mapping[str, Field] = {"duty": Ref("duty_id", "x_duty")}
_BY: Mapping[str, Field] = {"by": Ref("by_id", "users")}
_TICKET: Mapping[str, Field] = {"ticket": Ref("ticket_id", "x_tickets")}
_OWNER: Mapping[str, Field] = {
    "owner_kind": Plain("owner_kind"),
    "owner": Ref("owner_id", "users"),
    "duty": Ref("duty_id", "x_duty"),
    "duty_day": Plain("duty_day"),
}

OF_HELPDESK: Mapping[str, Stored] = {
    "x_dutyDays": stored(
        tables.DutyDayRow,
        rows.DutyDayRow,
        _DUTY,
        _BY,
        plain("day", "change", "starts", "finishes", "at"),
    ),
    "x_dutyStandIns": stored(
        tables.DutyStandInRow,
        rows.DutyStandInRow,
        _DUTY,
        {"giver": Ref("giver_id", "users"), "taker": Ref("taker_id", "users")},
        _BY,
        {"pair": Plain("pair")},
        plain("day", "state", "at", "decided_at"),
    ),
    "x_knownAnswers": stored(
        tables.KnownAnswerRow,
        rows.KnownAnswerRow,
        plain("topic", "question", "answer", "helped", "retired_at"),
    ),
    "x_answerTemplates": stored(
        tables.AnswerTemplateRow,
        rows.AnswerTemplateRow,
        {"owner": Ref("owner_id", "users")},
        plain("text"),
    ),
    "x_consultations": stored(
        tables.ConsultationRow,
        rows.ConsultationRow,
        plain("number", "at", "what", "ticket", "matter", "role", "topic", "consultant"),
        plain("window", "minutes", "outcome", "stars", "word", "said"),
        plain("corrects", "by"),
        plain("before", "digest"),
    ),
    "x_consultationHeads": stored(
        tables.ConsultationHeadRow, rows.ConsultationHeadRow, plain("number", "at", "digest")
    ),
    "x_tickets": stored(
        tables.TicketRow,
        rows.TicketRow,
        {"asker": Ref("asker_id", "users"), "about": Ref("about_id", "users")},
        {"course": Ref("course_id", "classes")},
        plain("role", "matter", "opened_at", "revision", "topic", "state"),
        _OWNER,
        plain("owned_since", "urgent", "promised_at"),
        {"passed": Refs("passed", "users")},
        plain("first_answer_at", "first_answer_minutes", "first_answer_window"),
        plain("heard_at", "answered_at", "asked_at_end", "kept_until"),
        plain("snoozed_until", "closed_at", "closing", "stars", "rating_word"),
        {"merged_into": Ref("merged_into_id", "x_tickets", later=True)},
        {"asked_back_by": Ref("asked_back_by_id", "users")},
        {"closed_by": Ref("closed_by_id", "users")},
        plain("asked_back_at", "reminded_at", "round_at", "pressed_at", "resumed_at"),
    ),
    "x_ticketOwners": stored(
        tables.TicketOwnerRow, rows.TicketOwnerRow, _TICKET, plain("since"), _OWNER
    ),
    "x_ticketEntries": stored(
        tables.TicketEntryRow,
        rows.TicketEntryRow,
        _TICKET,
        _BY,
        plain("kind", "at", "version"),
    ),
    "x_ticketVersions": stored(
        tables.TicketVersionRow,
        rows.TicketVersionRow,
        {"entry": Ref("entry_id", "x_ticketEntries")},
        plain("version", "at", "text", "spans", "files"),
    ),
}
"""Where the rows of each file are kept."""
