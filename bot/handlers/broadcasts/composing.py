"""A sender writes a broadcast, looks what it will do, and sends it."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.broadcasts import (
    BeginBroadcast,
    EditBroadcast,
    OpenBroadcasts,
    Part,
    SendBroadcast,
)
from bot.handlers.broadcasts.asked import answered
from bot.handlers.broadcasts.drafts import BroadcastDraft
from bot.handlers.dialogue import not_a_command
from bot.screens.broadcasts import composing as screens
from bot.screens.broadcasts import listing
from bot.screens.broadcasts.card import card
from bot.screens.broadcasts.message import Shown, message
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS, aside
from bot.states import Broadcasting
from bot.texts.html import NOTHING
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.directory import Directory
from core.access.people import Actor
from core.clock import Clock
from core.errors import RuleBroken
from core.ids import BroadcastId, TemplateId
from core.messages.broadcasts import sending
from core.messages.broadcasts.broadcast import Broadcast, BroadcastState, Scope, Whom
from core.messages.broadcasts.changing import CorrectBroadcast
from core.messages.broadcasts.ports import Circles
from core.messages.broadcasts.templates import DropTemplate, ReadTemplates
from core.notices.broadcasts.card import ReadCard
from core.notices.broadcasts.previewing import Preview, PreviewBroadcast, ReadDesk
from core.notices.broadcasts.showing import FollowCard

_EVENING, _MORNING = time(18), time(8)
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


async def on_broadcasts(
    _: Message | CallbackQuery,
    actor: Actor,
    speech: Speech,
    read_broadcast_desk: ReadDesk,
    callback_data: OpenBroadcasts | None = None,
) -> Screen:
    """Open what was sent lately, and whom the person may write to."""
    asked = callback_data or OpenBroadcasts()
    desk = await read_broadcast_desk(actor)
    return listing.broadcasts(speech, desk, page=asked.page).beside(anew=asked.anew)


async def on_begin(
    _: CallbackQuery,
    callback_data: BeginBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Ask for the words and files of a new broadcast."""
    draft = BroadcastDraft.begun(callback_data.whom, callback_data.number, clock.now())
    view = await preview_broadcast(actor, draft.plan, draft.school)
    await _keep(state, draft)
    return screens.ask_content(speech, view, draft.composing)


async def on_piece(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Take a text, a photo or a file into the draft; of an album only the first is answered."""
    draft = await _draft(state)
    if draft.is_followed_by(message):
        return Screen(NOTHING)
    try:
        taken = draft.taking(message)
    except RuleBroken as wrong:
        await _keep(state, draft.refusing(message))
        view = await preview_broadcast(actor, draft.plan, draft.school)
        return screens.preview(speech, view, draft.composing, wrong=REFUSALS[wrong.code])
    await _keep(state, taken)
    if draft.goes_on_with(message):
        return Screen(NOTHING)
    view = await preview_broadcast(actor, taken.plan, taken.school)
    return screens.preview(speech, view, taken.composing)


async def on_preview(
    _: CallbackQuery,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Show what will be sent, and what that does."""
    draft = await _draft(state)
    await _keep(state, draft)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    return screens.preview(speech, view, draft.composing)


async def on_chosen(
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Set a part to what was tapped, and show what will be sent."""
    draft = (await _draft(state)).chosen(callback_data.part, callback_data.value)
    await _keep(state, draft)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    return screens.preview(speech, view, draft.composing)


async def on_whom(
    _: CallbackQuery,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Ask who of a family hears it, and whose families."""
    draft = await _draft(state)
    return screens.choose_whom(speech, await preview_broadcast(actor, draft.plan, draft.school))


async def on_groups(  # noqa: PLR0913, PLR0917 - handed in by name
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    directory: Directory,
    read_broadcast_desk: ReadDesk,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Let the sender mark further classes or courses, of those that may be written to."""
    draft = (await _draft(state)).chosen(callback_data.part, callback_data.value)
    await _keep(state, draft)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    offered = await _offered(actor, view, directory, read_broadcast_desk)
    return screens.choose_groups(speech, view, offered, page=callback_data.page)


async def _offered(
    actor: Actor, view: Preview, directory: Directory, read_desk: ReadDesk
) -> list[tuple[int, str]]:
    """Return the classes or courses of the school to which the sender may write."""
    desk, school = await read_desk(actor), view.member.school
    if view.plan.scope.whom is Whom.COURSES:
        return [(one.id, one.title) for one in desk.courses if one.school == school]
    if view.member.is_administration:
        return [(one.id, one.title) for one in await directory.classes_of(school)]
    return [(one.id, one.title) for one in view.member.leads]


async def on_families(
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    circles: Circles,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Let the sender mark single families."""
    draft = (await _draft(state)).chosen(callback_data.part, callback_data.value)
    await _keep(state, draft)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    whole = Scope(draft.plan.scope.whom, draft.plan.scope.groups)
    pupils = await circles.pupils_in(view.member.school, whole)
    return screens.choose_families(speech, view, pupils, page=callback_data.page)


async def on_when(
    _: CallbackQuery,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Ask when to send it."""
    draft = await _draft(state)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    return screens.choose_when(speech, view, _moments(clock.now(), view.zone))


async def on_answer(
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Ask whether an answer is needed, by when and whose; what was tapped is set."""
    draft = (await _draft(state)).chosen(callback_data.part, callback_data.value)
    await _keep(state, draft)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    days = _days(draft.sent_on(clock.now(), view.zone))
    return screens.choose_answer(speech, view, draft.composing, days)


async def on_more(
    _: CallbackQuery,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Offer what is needed seldom."""
    draft = await _draft(state)
    return screens.choose_more(speech, await preview_broadcast(actor, draft.plan, draft.school))


async def on_look(
    _: CallbackQuery,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Show the message as its recipients will have it, beside the draft; nobody can answer it."""
    draft = await _draft(state)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    shown = Shown(_as_sent(view, clock.now()), view.member.person, is_asked=False)
    return message(speech, shown).beside(anew=True)


def _as_sent(view: Preview, now: datetime) -> Broadcast:
    member = view.member
    return Broadcast(
        id=BroadcastId(1),  # it has none yet, and its files are not to be opened
        school=member.school,
        school_name=member.school_name,
        zone=member.zone,
        by=member.person,
        by_name=member.name,
        plan=view.plan,
        titles=view.titles,
        version=1,
        state=BroadcastState.SENT,
        made_at=now,
        sent_at=now,
    )


async def on_words_asked(
    _: CallbackQuery, callback_data: EditBroadcast, speech: Speech, state: FSMContext
) -> Screen:
    """Ask for words: a time, a day, a button, choices, a reason."""
    draft = (await _draft(state)).asking(callback_data.value)
    await state.set_state(Broadcasting.words)
    await state.set_data(draft.data())
    return screens.ask_words(speech, draft.asked)


async def on_words(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Take the words that were asked for, and show what will be sent."""
    draft = await _draft(state)
    zone = (await preview_broadcast(actor, draft.plan, draft.school)).zone
    try:
        draft = answered(draft, message.text or "", clock.now(), zone)
    except RuleBroken as wrong:
        return screens.ask_words(speech, draft.asked, wrong=REFUSALS[wrong.code])
    await _keep(state, draft)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    return screens.preview(speech, view, draft.composing)


async def on_templates(
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_templates: ReadTemplates,
) -> Screen:
    """Show the templates that the sender may use."""
    await state.get_data()
    return listing.templates(speech, await read_templates(actor), page=callback_data.page)


async def on_template(
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_templates: ReadTemplates,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Put a template into the draft."""
    template = await read_templates.one(actor, TemplateId(callback_data.value))
    draft = (await _draft(state)).templated(template)
    await _keep(state, draft)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    return screens.preview(speech, view, draft.composing)


async def on_drop(
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_templates: ReadTemplates,
    drop_template: DropTemplate,
) -> Screen:
    """Take a template away."""
    await state.get_data()
    await drop_template(actor, TemplateId(callback_data.value))
    found = await read_templates(actor)
    return listing.templates(speech, found, note="broadcast-template-dropped")


async def on_send(  # noqa: PLR0913, PLR0917 - handed in by name
    query: CallbackQuery,
    callback_data: SendBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_broadcast: PreviewBroadcast,
    send_broadcast: sending.SendBroadcast,
    correct_broadcast: CorrectBroadcast,
    read_card: ReadCard,
    follow_card: FollowCard,
) -> Screen:
    """Send what was written; the message becomes its card. A button of another draft is old."""
    draft = await _draft(state)
    if draft.stamp != callback_data.stamp:
        return aside(speech, actor, "old-button")
    view = await preview_broadcast(actor, draft.plan, draft.school)
    if draft.plan.urgent and not (callback_data.sure or draft.corrects):
        return screens.sure(speech, view, draft.composing)
    try:
        number = await _sent(actor, draft, send_broadcast, correct_broadcast)
    except RuleBroken as wrong:
        return screens.preview(speech, view, draft.composing, wrong=REFUSALS[wrong.code])
    await state.clear()
    shown = await read_card(actor, number)
    await follow_card(actor, shown.broadcast, _message_of(query))
    return card(speech, shown, toast=speech.label(_done(draft, shown.broadcast)))


def _done(draft: BroadcastDraft, one: Broadcast) -> Key:
    if draft.corrects is not None:
        return "broadcast-corrected-done"
    is_waiting = one.state is BroadcastState.WAITING
    return "broadcast-scheduled" if is_waiting else "broadcast-sent-done"


async def _sent(
    actor: Actor,
    draft: BroadcastDraft,
    send: sending.SendBroadcast,
    correct: CorrectBroadcast,
) -> BroadcastId:
    if draft.corrects is None:
        return await send(actor, draft.plan, draft.school)
    await correct(
        actor,
        draft.corrects,
        draft.plan.content,
        after=draft.after,
        answer_by=draft.answer_by,
    )
    return draft.corrects


def _message_of(query: CallbackQuery) -> str:
    return str(query.message.message_id) if query.message is not None else ""


def _moments(now: datetime, zone: ZoneInfo) -> list[datetime]:
    """Return the next evening and morning on which people read."""
    local = now.astimezone(zone)
    day = local.date()
    ahead = [
        datetime.combine(day + after, at, zone)
        for after in (timedelta(), _DAY)
        for at in (_MORNING, _EVENING)
    ]
    return [one for one in ahead if one > local][:2]


def _days(day: date) -> list[date]:
    """Return the days by which an answer is asked most often."""
    return [day + _DAY, day + 3 * _DAY, day + _WEEK]


async def _draft(state: FSMContext) -> BroadcastDraft:
    return BroadcastDraft.of(await state.get_data())


async def _keep(state: FSMContext, draft: BroadcastDraft) -> None:
    await state.set_state(Broadcasting.content)
    await state.set_data(draft.data())


def router() -> Router:
    """Return the router of who writes broadcasts."""
    routes = Router(name="broadcasts")
    routes.message.register(on_broadcasts, Command("broadcasts"))
    routes.callback_query.register(on_broadcasts, OpenBroadcasts.filter())
    routes.callback_query.register(on_begin, BeginBroadcast.filter())
    writing = StateFilter(Broadcasting)
    for handler, parts in (
        (on_preview, {Part.PREVIEW}),
        (on_chosen, {Part.HEARERS, Part.AT, Part.CALM, Part.AFRESH}),
        (on_whom, {Part.WHOM}),
        (on_groups, {Part.GROUPS, Part.GROUP}),
        (on_families, {Part.FAMILIES, Part.FAMILY}),
        (on_when, {Part.WHEN}),
        (on_answer, {Part.ANSWER, Part.ASK, Part.BY, Part.QUORUM}),
        (on_more, {Part.MORE}),
        (on_look, {Part.LOOK}),
        (on_words_asked, {Part.WORDS}),
        (on_templates, {Part.TEMPLATES}),
        (on_template, {Part.TEMPLATE}),
        (on_drop, {Part.DROP}),
    ):
        routes.callback_query.register(handler, EditBroadcast.filter(F.part.in_(parts)), writing)
    routes.callback_query.register(on_send, SendBroadcast.filter(), writing)
    routes.message.register(on_piece, StateFilter(Broadcasting.content), not_a_command)
    routes.message.register(on_words, StateFilter(Broadcasting.words), not_a_command)
    return routes
