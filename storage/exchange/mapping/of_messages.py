"""Where is kept what people say to many."""

from collections.abc import Mapping
from functools import partial

from core.exchange.rows import of_messages as rows
from storage import tables
from storage.exchange.fields import Field, Plain, Ref
from storage.exchange.mapping.parts import PUPIL, plain, stored
from storage.exchange.stored import Linked, Stored

_BROADCAST: Mapping[str, Field] = {"broadcast": Ref("broadcast_id", "x_broadcasts")}
_PERSON: Mapping[str, Field] = {"person": Ref("person_id", "users")}
_BY: Mapping[str, Field] = {"by": Ref("by_id", "users")}
_chosen = partial(Linked, owner="broadcast_id", ordered=False)

OF_MESSAGES: Mapping[str, Stored] = {
    "x_broadcasts": stored(
        tables.BroadcastRow,
        rows.BroadcastRow,
        _BY,
        {"at": Plain("made_at"), "withdrawn_by": Ref("withdrawn_by_id", "users")},
        plain("whom", "hearers", "asks", "answer_by", "button", "choices", "quorum", "urgent"),
        plain("send_at", "version", "state", "sent_at", "withdrawn_at", "reminded_at", "rung"),
        groups=_chosen(tables.BroadcastGroupRow, item="group_id", file="classes"),
        pupils=_chosen(tables.BroadcastPupilRow, item="pupil_id", file="users"),
    ),
    "x_broadcastVersions": stored(
        tables.BroadcastVersionRow,
        rows.VersionRow,
        _BROADCAST,
        _BY,
        plain("version", "at", "text", "spans", "files", "answer_by"),
    ),
    "x_broadcastFamilies": stored(
        tables.BroadcastFamilyRow,
        rows.FamilyRow,
        _BROADCAST,
        PUPIL,
        plain("class_title", "position"),
    ),
    "x_broadcastHearers": stored(
        tables.BroadcastHearerRow,
        rows.HearerRow,
        _BROADCAST,
        PUPIL,
        _PERSON,
        plain("is_guardian", "position", "why"),
    ),
    "x_broadcastAnswers": stored(
        tables.BroadcastAnswerRow,
        rows.AnswerRow,
        _BROADCAST,
        _PERSON,
        {"about": Ref("about_id", "users")},
        plain("version", "choice", "at", "digest"),
    ),
    "x_broadcastTemplates": stored(
        tables.BroadcastTemplateRow,
        rows.TemplateRow,
        {"owner": Ref("owner_id", "users")},
        plain("title", "text", "spans", "files", "asks", "button", "choices", "quorum"),
    ),
    "x_threads": stored(
        tables.ThreadRow,
        rows.ThreadRow,
        {
            "partner": Ref("partner_id", "users"),
            "keeper": Ref("keeper_id", "users"),
            "about": Ref("about_id", "users"),
            "at": Plain("begun_at"),
        },
        plain("topic", "of_family", "waits", "last_at"),
    ),
    "x_messages": stored(
        tables.MessageRow,
        rows.MessageRow,
        {"thread": Ref("thread_id", "x_threads"), "handed_to": Ref("handed_to_id", "users")},
        _BY,
        plain("at", "version", "urgent"),
    ),
    "x_messageVersions": stored(
        tables.MessageVersionRow,
        rows.WordsRow,
        {"message": Ref("message_id", "x_messages")},
        plain("version", "at", "text", "spans", "files"),
    ),
    "x_answerHours": stored(
        tables.AnswerHoursRow,
        rows.HoursRow,
        _PERSON,
        {"at": Plain("changed_at")},
        plain("begins", "ends"),
    ),
}
