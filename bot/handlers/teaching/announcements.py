"""The administration announces to all families that the journal goes electronic."""

from dataclasses import replace
from datetime import date

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.announcements import (
    ChooseAnnouncedDay,
    OpenAnnouncements,
    SendAnnouncement,
    WriteAnnouncement,
)
from bot.handlers.dialogue import goes_on, words
from bot.handlers.teaching.drafts import AnnouncementDraft
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS, aside
from bot.screens.teaching import announcements as screens
from bot.states import Announcing
from bot.texts.speech import Speech
from core.access.gate import must_administer
from core.access.people import Actor
from core.diary.lessons.form import TextTooLong
from core.diary.school_life.announcing import (
    Announce,
    AnnouncementEmpty,
    DayOutOfReach,
    DraftAnnouncement,
    ReadAnnouncements,
)


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
    school = must_administer(actor, callback_data.school).school
    await goes_on(state, Announcing.text, AnnouncementDraft(school))
    return screens.ask_text(speech, school)


async def on_text(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    draft_announcement: DraftAnnouncement,
) -> Screen:
    """Take the words and ask for the day."""
    school = (await _draft(state)).school
    try:
        text = draft_announcement.words(actor, school, message.text or "")
    except (TextTooLong, AnnouncementEmpty) as wrong:
        return screens.ask_text(speech, school, wrong=REFUSALS[wrong.code])
    await goes_on(state, Announcing.day, AnnouncementDraft(school, text))
    return screens.ask_day(speech, school, text, draft_announcement.days(actor, school))


async def on_day(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    draft_announcement: DraftAnnouncement,
) -> Screen:
    """Take a day that was written, and show what will be sent."""
    draft = await _draft(state)
    try:
        day = draft_announcement.day(actor, draft.school, message.text or "")
    except DayOutOfReach as wrong:
        days, said = draft_announcement.days(actor, draft.school), REFUSALS[wrong.code]
        return screens.ask_day(speech, draft.school, draft.text, days, wrong=said)
    return await _previewed(speech, state, draft, day)


async def on_chosen_day(
    _: CallbackQuery,
    callback_data: ChooseAnnouncedDay,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
) -> Screen:
    """Take a day that was tapped, and show what will be sent."""
    school = must_administer(actor, callback_data.school).school
    draft = await _draft(state)
    if draft.school != school:
        return aside(speech, actor, "old-button")
    day = date.fromordinal(callback_data.day)
    return await _previewed(speech, state, draft, day)


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
    draft, school = await _draft(state), callback_data.school
    if draft.day is None or (draft.school, draft.stamp) != (school, callback_data.stamp):
        return aside(speech, actor, "old-button")
    await announce(actor, school, draft.text, draft.day)
    await state.clear()
    found = await read_announcements(actor, school)
    member = must_administer(actor, school)
    return screens.announcements(speech, member, found, note="announcement-sent")


async def _draft(state: FSMContext) -> AnnouncementDraft:
    return AnnouncementDraft.of(await state.get_data())


async def _previewed(
    speech: Speech, state: FSMContext, draft: AnnouncementDraft, day: date
) -> Screen:
    dated = replace(draft, day=day)
    await state.set_data(dated.data())
    return screens.preview(speech, dated.school, dated.text, day, stamp=dated.stamp)


def router() -> Router:
    """Return the router of announcements."""
    routes = Router(name="announcements")
    in_day = StateFilter(Announcing.day)
    routes.callback_query.register(on_open, OpenAnnouncements.filter())
    routes.callback_query.register(on_write, WriteAnnouncement.filter())
    routes.callback_query.register(on_chosen_day, ChooseAnnouncedDay.filter(), in_day)
    routes.callback_query.register(on_send, SendAnnouncement.filter(), in_day)
    routes.message.register(on_text, StateFilter(Announcing.text), words)
    routes.message.register(on_day, in_day, words)
    return routes
