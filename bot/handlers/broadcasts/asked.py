"""Words that a button asked a sender for: a time, a day, a button, choices, a reason."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.handlers.broadcasts.drafts import BroadcastDraft
from bot.handlers.typed_days import day_typed, moment_typed
from bot.screens.broadcasts.parts import Asked
from core.messages.broadcasts.broadcast import Ask
from core.messages.broadcasts.rules import (
    LONGEST_REASON,
    AnswerDayWrong,
    ReasonNeeded,
    TimeOutOfReach,
    checked_choices,
    checked_day,
    checked_label,
    checked_time,
)


def answered(draft: BroadcastDraft, said: str, now: datetime, zone: ZoneInfo) -> BroadcastDraft:
    """Return the draft with what was asked for; raise a refusal for words that do not fit."""
    ask = draft.plan.ask or Ask()
    match draft.asked:
        case Asked.BUTTON:
            return draft.asking_for(replace(ask, button=checked_label(said), choices=()))
        case Asked.CHOICES:
            lines = [one for one in said.splitlines() if one.strip()]
            return draft.asking_for(replace(ask, choices=checked_choices(lines)))
        case Asked.URGENT:
            return draft.planned(urgent=_reason(said), send_at=None)
        case Asked.BY:
            return draft.asking_for(replace(ask, by=_day(draft, said, now, zone)))
        case _:
            at = moment_typed(said, now, zone)
            if at is None:
                raise TimeOutOfReach
            return draft.planned(send_at=checked_time(at, now), urgent="")


def _day(draft: BroadcastDraft, said: str, now: datetime, zone: ZoneInfo) -> date:
    sent_on = draft.sent_on(now, zone)
    day = day_typed(said, sent_on)
    if day is None:
        raise AnswerDayWrong
    return checked_day(day, sent_on)


def _reason(said: str) -> str:
    reason = " ".join(said.split())
    if not reason or len(reason) > LONGEST_REASON:
        raise ReasonNeeded
    return reason
