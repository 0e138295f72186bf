"""A child is missed: a guardian answers."""

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.callbacks.excuses import AnswerAbsence, OpenAlert, Reply
from bot.screens.excuses import alerts as screens
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.excuses.alerts import AnswerAlert, EndSearch, ReadAlert, SeekPupil
from core.diary.excuses.rules import ExcuseKind

_KINDS = {Reply.ILL: ExcuseKind.ILLNESS, Reply.EXCUSED: ExcuseKind.EXCUSED}


async def on_alert(
    _: CallbackQuery,
    callback_data: OpenAlert,
    actor: Actor,
    speech: Speech,
    read_alert: ReadAlert,
) -> Screen:
    """Ask why the child was away on a day."""
    view = await read_alert(actor, callback_data.pupil, _day_of(callback_data))
    return screens.alert(speech, actor, view).beside(anew=True)


async def on_answer(
    _: CallbackQuery,
    callback_data: AnswerAbsence,
    actor: Actor,
    speech: Speech,
    answer_alert: AnswerAlert,
) -> Screen:
    """Take the reason that a guardian gives."""
    pupil, kind = callback_data.pupil, _KINDS[callback_data.reply]
    view = await answer_alert(actor, pupil, _day_of(callback_data), kind=kind)
    return screens.answered(speech, actor, view).beside(anew=callback_data.anew)


async def on_not_known(
    _: CallbackQuery,
    callback_data: AnswerAbsence,
    actor: Actor,
    speech: Speech,
    seek_pupil: SeekPupil,
) -> Screen:
    """Alarm the school: the guardian does not know where the child is."""
    view = await seek_pupil(actor, callback_data.pupil, _day_of(callback_data))
    return screens.sought(speech, actor, view).beside(anew=callback_data.anew)


async def on_found(
    _: CallbackQuery,
    callback_data: AnswerAbsence,
    actor: Actor,
    speech: Speech,
    end_search: EndSearch,
) -> Screen:
    """Call the alarm off: the child was found."""
    view = await end_search(actor, callback_data.pupil, _day_of(callback_data))
    return screens.found(speech, actor, view).beside(anew=callback_data.anew)


def _day_of(tapped: OpenAlert | AnswerAbsence) -> date:
    return date.fromordinal(max(1, tapped.day))


def router() -> Router:
    """Return the router of answers to alerts."""
    routes, answers = Router(name="alerts"), AnswerAbsence.filter
    routes.callback_query.register(on_alert, OpenAlert.filter())
    routes.callback_query.register(on_not_known, answers(F.reply == Reply.NOT_KNOWN))
    routes.callback_query.register(on_found, answers(F.reply == Reply.FOUND))
    routes.callback_query.register(on_answer, answers())
    return routes
