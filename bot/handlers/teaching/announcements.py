"""The administration announces to all families that the journal goes electronic."""

import re
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.announcements import (
    ChooseAnnouncedDay,
    OpenAnnouncements,
    SendAnnouncement,
    WriteAnnouncement,
)
from bot.handlers.teaching.lessons import not_a_command
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import aside
from bot.screens.teaching import announcements as screens
from bot.states import Announcing
from bot.texts.speech import Speech
from core.access.gate import must_administer
from core.access.people import Actor
from core.clock import Clock, today
from core.diary.lessons.form import TextTooLong, checked
from core.diary.school_life.announcing import Announce, ReadAnnouncements
from core.ids import SchoolId

_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


async def on_open(
    _: CallbackQuery,
    callback_data: OpenAnnouncements,
    actor: Actor,
    speech: Speech,
    read_announcements: ReadAnnouncements,
) -> Screen:
    """Open what was announced."""
    member = must_administer(actor, callback_data.school)
    return screens.announcements(speech, member, await read_announcements(actor, member.school))


async def on_write(
    _: CallbackQuery,
    callback_data: WriteAnnouncement,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
) -> Screen:
    """Ask for the words."""
    must_administer(actor, callback_data.school)
    await state.set_state(Announcing.text)
    await state.set_data({"school": callback_data.school})
    return screens.ask_text(speech, callback_data.school)


async def on_text(
    message: Message, actor: Actor, speech: Speech, state: FSMContext, clock: Clock
) -> Screen:
    """Take the words and ask for the day."""
    school = SchoolId((await state.get_data())["school"])
    try:
        text = checked(message.text or "")
    except TextTooLong:
        return screens.ask_text(speech, school, wrong="refusal-text-too-long")
    if not text:
        return screens.ask_text(speech, school, wrong="refusal-announcement-empty")
    await state.set_state(Announcing.day)
    await state.set_data({"school": school, "text": text})
    return screens.ask_day(speech, school, text, _days(actor, school, clock))


async def on_day(
    message: Message, actor: Actor, speech: Speech, state: FSMContext, clock: Clock
) -> Screen:
    """Take a day that was written, and show what will be sent."""
    data = await state.get_data()
    school, day = SchoolId(data["school"]), _read_day(message.text or "")
    if day is None:
        days = _days(actor, school, clock)
        return screens.ask_day(
            speech, school, data["text"], days, wrong="refusal-announcement-day"
        )
    await state.set_data({**data, "day": day.isoformat()})
    return screens.preview(speech, school, data["text"], day)


async def on_chosen_day(
    _: CallbackQuery,
    callback_data: ChooseAnnouncedDay,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
) -> Screen:
    """Take a day that was tapped, and show what will be sent."""
    school = must_administer(actor, callback_data.school).school
    data, day = await state.get_data(), date.fromordinal(callback_data.day)
    await state.set_data({**data, "day": day.isoformat()})
    return screens.preview(speech, school, data["text"], day)


async def on_send(
    _: CallbackQuery,
    callback_data: SendAnnouncement,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    announce: Announce,
    read_announcements: ReadAnnouncements,
) -> Screen:
    """Tell all families; a button of another draft is old."""
    data, school = await state.get_data(), callback_data.school
    if data.get("school") != school or "day" not in data:
        return aside(speech, actor, "old-button")
    await announce(actor, school, data["text"], date.fromisoformat(data["day"]))
    await state.clear()
    found = await read_announcements(actor, school)
    member = must_administer(actor, school)
    return screens.announcements(speech, member, found, note="announcement-sent")


def _days(actor: Actor, school: SchoolId, clock: Clock) -> tuple[date, ...]:
    """Return today and the first days of the next months: what is meant most often."""
    now = today(clock, ZoneInfo(must_administer(actor, school).zone))
    following = (now.replace(day=1) + timedelta(days=32)).replace(day=1)
    after = (following + timedelta(days=32)).replace(day=1)
    return now, following, after


def _read_day(text: str) -> date | None:
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year = (int(one) for one in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def router() -> Router:
    """Return the router of announcements."""
    routes = Router(name="announcements")
    in_day = StateFilter(Announcing.day)
    routes.callback_query.register(on_open, OpenAnnouncements.filter())
    routes.callback_query.register(on_write, WriteAnnouncement.filter())
    routes.callback_query.register(on_chosen_day, ChooseAnnouncedDay.filter(), in_day)
    routes.callback_query.register(on_send, SendAnnouncement.filter(), in_day)
    routes.message.register(on_text, StateFilter(Announcing.text), F.text, not_a_command)
    routes.message.register(on_day, in_day, F.text, not_a_command)
    return routes
