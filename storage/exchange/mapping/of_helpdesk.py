"""Where the help desk's rows are kept."""

from collections.abc import Mapping

from core.exchange.rows import of_helpdesk as rows
from storage import tables
from storage.exchange.fields import Field, Plain, Ref
from storage.exchange.mapping.parts import plain, stored
from storage.exchange.stored import Stored

_DUTY: Mapping[str, Field] = {"duty": Ref("duty_id", "x_duty")}
_BY: Mapping[str, Field] = {"by": Ref("by_id", "users")}

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
        plain("window", "minutes", "outcome", "stars", "word", "before", "digest"),
    ),
}
"""Where the rows of each file are kept."""
