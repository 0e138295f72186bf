"""What becomes of a packet that has left, and what is the same in all of a school's (H3)."""

from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.vendor import AskDay, AskDetail, AskNumber, OpenSupport, StandPacket
from bot.handlers.dialogue import asks_for_words, goes_on, other_than_words, words
from bot.handlers.helpdesk.packet_drafts import DetailDraft, PacketDraft, day_typed
from bot.screens.helpdesk import packet_asking as screens
from bot.screens.helpdesk.packets import packet
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS
from bot.states import FollowingPacket, KeepingSupport
from bot.texts.speech import Speech
from core.access.people import Actor
from core.clock import Clock, today
from core.errors import RuleBroken
from core.helpdesk.vendor.following import FollowPacket
from core.helpdesk.vendor.packet import AskDayWrong, PacketGone, PieceWrong
from core.helpdesk.vendor.support import KeepSupport


async def on_number(
    _: CallbackQuery,
    callback_data: AskNumber,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    follow_packet: FollowPacket,
) -> Screen:
    """Ask for the vendor's number."""
    of = await follow_packet.gone_out(actor, callback_data.packet)
    await goes_on(state, FollowingPacket.number, PacketDraft(of.id))
    return screens.ask_number(speech, of)


async def on_number_written(
    message: Message, actor: Actor, speech: Speech, state: FSMContext, follow_packet: FollowPacket
) -> Screen:
    """Keep the number."""
    number = PacketDraft.of(await state.get_data()).packet
    try:
        kept = await follow_packet.numbered(actor, number, message.text or "")
    except PieceWrong as wrong:
        of = await follow_packet.gone_out(actor, number)
        return screens.ask_number(speech, of, wrong=REFUSALS[wrong.code])
    await state.clear()
    return packet(speech, actor, kept)


async def on_day(
    _: CallbackQuery,
    callback_data: AskDay,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    follow_packet: FollowPacket,
) -> Screen:
    """Keep that it is to be asked again in so many days, or ask when."""
    number, days = callback_data.packet, callback_data.days
    if days:
        return packet(speech, actor, await follow_packet.asked_in(actor, number, days))
    of = await follow_packet.gone_out(actor, number)
    await goes_on(state, FollowingPacket.day, PacketDraft(of.id))
    return screens.ask_day(speech, of)


async def on_day_written(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    follow_packet: FollowPacket,
) -> Screen:
    """Keep the day that was written."""
    of = await follow_packet.gone_out(actor, PacketDraft.of(await state.get_data()).packet)
    try:
        day = day_typed(message.text or "", today(clock, ZoneInfo(of.zone)))
        kept = await follow_packet.asked_on(actor, of.id, day)
    except AskDayWrong as wrong:
        return screens.ask_day(speech, of, wrong=REFUSALS[wrong.code])
    await state.clear()
    return packet(speech, actor, kept)


async def on_stand(
    _: CallbackQuery,
    callback_data: StandPacket,
    actor: Actor,
    speech: Speech,
    follow_packet: FollowPacket,
) -> Screen:
    """Note what became of it; one that stands elsewhere by now is shown as it is."""
    number = callback_data.packet
    try:
        return packet(
            speech, actor, await follow_packet.stands(actor, number, callback_data.state)
        )
    except PacketGone as wrong:
        of = await follow_packet.gone_out(actor, number)
        return packet(speech, actor, of, note=REFUSALS[wrong.code])


async def on_support(
    _: CallbackQuery,
    callback_data: OpenSupport,
    actor: Actor,
    speech: Speech,
    keep_support: KeepSupport,
) -> Screen:
    """Show the administrator what is the same in all packets."""
    return screens.support(speech, *await keep_support(actor, callback_data.school))


async def on_detail(
    _: CallbackQuery,
    callback_data: AskDetail,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    keep_support: KeepSupport,
) -> Screen:
    """Ask for a detail."""
    school, what = callback_data.school, callback_data.what
    await keep_support(actor, school)
    await goes_on(state, KeepingSupport.words, DetailDraft(school, what))
    return screens.ask_detail(speech, school, what)


async def on_detail_written(
    message: Message, actor: Actor, speech: Speech, state: FSMContext, keep_support: KeepSupport
) -> Screen:
    """Keep a detail, and show all."""
    asked = DetailDraft.of(await state.get_data())
    try:
        kept = await keep_support.keep(actor, asked.school, asked.what, message.text or "")
    except RuleBroken as wrong:
        return screens.ask_detail(speech, asked.school, asked.what, wrong=REFUSALS[wrong.code])
    await state.clear()
    return screens.support(speech, *kept)


def router() -> Router:
    """Return the router of packets that have left, and of the school's data."""
    routes = Router(name="packets_sent")
    for handler, tapped in (
        (on_number, AskNumber),
        (on_day, AskDay),
        (on_stand, StandPacket),
        (on_support, OpenSupport),
        (on_detail, AskDetail),
    ):
        routes.callback_query.register(handler, tapped.filter())
    for on_words, where in (
        (on_number_written, FollowingPacket.number),
        (on_day_written, FollowingPacket.day),
        (on_detail_written, KeepingSupport.words),
    ):
        routes.message.register(on_words, StateFilter(where), words)
    dialogues = StateFilter(FollowingPacket, KeepingSupport)
    routes.message.register(asks_for_words("packet-words-only"), dialogues, other_than_words)
    return routes
