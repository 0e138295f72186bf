"""Staff makes a packet for the vendor's support step by step, looks at it whole, sends it (H3)."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.vendor import (
    AskPiece,
    BeginPacket,
    BeginPacketFor,
    BeginPacketOfBreach,
    DropPacket,
    EditPacket,
    GivePacket,
    NoPictures,
    OpenPacket,
    OpenPackets,
    SendPacket,
    SetPacketRole,
)
from bot.handlers.dialogue import asks_for_words, goes_on, not_a_command, other_than_words, words
from bot.handlers.helpdesk.packet_drafts import PacketDraft
from bot.handlers.writing.content_of import sent_file, words_of
from bot.screens.breaches.news_words import story_of
from bot.screens.helpdesk import packet_asking
from bot.screens.helpdesk import packets as screens
from bot.screens.helpdesk.packet_words import OF_SCHOOL
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS
from bot.states import MakingPacket
from bot.texts.html import NOTHING
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor
from core.breaches.breach import ReadBreaches
from core.errors import RuleBroken
from core.helpdesk.vendor import making
from core.helpdesk.vendor.of_ticket import PacketForTicket
from core.helpdesk.vendor.packet import Packet, PacketGone, Piece, Way
from core.messages.content import SentFile

_AS = {Way.TEXT: screens.as_text, Way.FILE: screens.as_file}


async def on_packets(
    _: Message | CallbackQuery,
    actor: Actor,
    speech: Speech,
    read_packets: making.ReadPackets,
    callback_data: OpenPackets | None = None,
) -> Screen:
    """Show the own packets, or those of others."""
    asked = callback_data or OpenPackets()
    found = await read_packets(actor)
    shown = screens.packets(speech, found, others=asked.others, page=asked.page)
    return shown.beside(anew=asked.anew)


async def on_begin(
    _: CallbackQuery,
    callback_data: BeginPacket,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    begin_packet: making.BeginPacket,
    send_packet: making.SendPacket,
) -> Screen:
    """Begin a packet, or go on with the draft: what is missing first is asked."""
    draft = await begin_packet(actor, callback_data.school)
    return await _go_on(actor, speech, state, draft, send_packet)


async def on_begin_for(
    _: CallbackQuery,
    callback_data: BeginPacketFor,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    packet_for_ticket: PacketForTicket,
    send_packet: making.SendPacket,
) -> Screen:
    """Begin a packet with what a request for help says; what is missing first is asked."""
    draft = await packet_for_ticket(actor, callback_data.ticket)
    return await _go_on(actor, speech, state, draft, send_packet)


async def on_begin_of_breach(
    _: CallbackQuery,
    callback_data: BeginPacketOfBreach,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_breaches: ReadBreaches,
    begin_packet: making.BeginPacket,
    send_packet: making.SendPacket,
) -> Screen:
    """Begin a packet with what is known of a breach; what is missing first is asked."""
    found = await read_breaches.one(actor, callback_data.school, callback_data.breach)
    story = story_of(speech, found.breach, found.member.zone)
    of = found.breach.of
    draft = await begin_packet.about(actor, of.school, of.person, story)
    return await _go_on(actor, speech, state, draft, send_packet)


async def _go_on(
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    draft: Packet,
    send_packet: making.SendPacket,
    note: Key | None = None,
) -> Screen:
    """Ask for what a draft lacks first; show it whole where that is nothing a person can say."""
    own = [one for one in draft.lacks() if one not in OF_SCHOOL]
    if not own:
        await state.clear()
        by_mail = send_packet.by_mail(draft)
        return screens.packet(speech, actor, draft, by_mail=by_mail, note=note)
    return await _ask(speech, state, draft, own[0])


async def _ask(speech: Speech, state: FSMContext, draft: Packet, piece: Piece) -> Screen:
    where = MakingPacket.pictures if piece is Piece.PICTURES else MakingPacket.words
    await goes_on(state, where, PacketDraft(draft.id, piece))
    return packet_asking.ask_piece(speech, draft, piece)


async def on_packet(
    _: CallbackQuery,
    callback_data: OpenPacket,
    actor: Actor,
    speech: Speech,
    open_packet: making.OpenPacket,
    send_packet: making.SendPacket,
) -> Screen:
    """Show a packet as it stands."""
    found = await open_packet(actor, callback_data.packet)
    shown = screens.packet(speech, actor, found, by_mail=send_packet.by_mail(found))
    return shown.beside(anew=callback_data.anew)


async def on_edit(
    _: CallbackQuery,
    callback_data: EditPacket,
    actor: Actor,
    speech: Speech,
    open_packet: making.OpenPacket,
) -> Screen:
    """Ask what is to be said anew."""
    return packet_asking.choose_piece(speech, await open_packet.draft(actor, callback_data.packet))


async def on_piece(
    _: CallbackQuery,
    callback_data: AskPiece,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    open_packet: making.OpenPacket,
) -> Screen:
    """Ask for a piece."""
    draft = await open_packet.draft(actor, callback_data.packet)
    return await _ask(speech, state, draft, callback_data.piece)


async def on_words(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    fill_packet: making.FillPacket,
    send_packet: making.SendPacket,
) -> Screen:
    """Keep the words, and go on with what is missing next."""
    asked = PacketDraft.of(await state.get_data())
    try:
        draft = await fill_packet(actor, asked.packet, asked.piece, message.text or "")
    except PacketGone:
        raise
    except RuleBroken as wrong:
        of = await fill_packet.open.draft(actor, asked.packet)
        return packet_asking.ask_piece(speech, of, asked.piece, wrong=REFUSALS[wrong.code])
    return await _go_on(actor, speech, state, draft, send_packet)


async def on_role(
    _: CallbackQuery,
    callback_data: SetPacketRole,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    fill_packet: making.FillPacket,
    send_packet: making.SendPacket,
) -> Screen:
    """Keep the role, and go on."""
    number, role = callback_data.packet, callback_data.role
    draft = await fill_packet(actor, number, Piece.ROLE, role.value)
    return await _go_on(actor, speech, state, draft, send_packet)


async def on_picture(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    open_packet: making.OpenPacket,
    fill_packet: making.FillPacket,
) -> Screen:
    """Keep a picture; of an album only the first is answered."""
    asked = PacketDraft.of(await state.get_data())
    try:
        draft = await fill_packet.pictured(actor, asked.packet, [_picture(message)])
    except PacketGone:
        raise
    except RuleBroken as wrong:
        of = await open_packet.draft(actor, asked.packet)
        return packet_asking.ask_pictures(speech, of, wrong=REFUSALS[wrong.code])
    goes_on_silently = asked.goes_on_with(message)
    asked = replace(asked, album=message.media_group_id or "")
    await goes_on(state, MakingPacket.pictures, asked)
    return Screen(NOTHING) if goes_on_silently else packet_asking.ask_pictures(speech, draft)


def _picture(message: Message) -> SentFile:
    file = sent_file(message)
    return SentFile(file.is_picture, file.reference, file.name, file.size, words_of(message))


async def on_no_pictures(
    _: CallbackQuery,
    callback_data: NoPictures,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    fill_packet: making.FillPacket,
    send_packet: making.SendPacket,
) -> Screen:
    """Keep that there is nothing to be seen, and go on."""
    draft = await fill_packet.unpictured(actor, callback_data.packet)
    return await _go_on(actor, speech, state, draft, send_packet)


async def on_send(
    _: CallbackQuery,
    callback_data: SendPacket,
    actor: Actor,
    speech: Speech,
    open_packet: making.OpenPacket,
    send_packet: making.SendPacket,
) -> Screen:
    """Let it leave; where it cannot, show why and how it stands."""
    try:
        sent = await send_packet(actor, callback_data.packet, callback_data.way)
    except RuleBroken as wrong:
        of = await open_packet(actor, callback_data.packet)
        note, by_mail = REFUSALS[wrong.code], send_packet.by_mail(of)
        return screens.packet(speech, actor, of, by_mail=by_mail, note=note)
    handed = _AS.get(callback_data.way)
    return handed(speech, sent) if handed else screens.packet(speech, actor, sent)


async def on_give(
    _: CallbackQuery,
    callback_data: GivePacket,
    actor: Actor,
    speech: Speech,
    open_packet: making.OpenPacket,
) -> Screen:
    """Show the text or the file once more."""
    shown = _AS.get(callback_data.way, screens.as_text)
    return shown(speech, await open_packet.complete(actor, callback_data.packet))


async def on_drop(
    _: CallbackQuery,
    callback_data: DropPacket,
    actor: Actor,
    speech: Speech,
    open_packet: making.OpenPacket,
    drop_packet: making.DropPacket,
    read_packets: making.ReadPackets,
) -> Screen:
    """Ask once more, then throw the draft away."""
    if not callback_data.sure:
        draft = await open_packet.draft(actor, callback_data.packet)
        return screens.ask_drop(speech, draft)
    await drop_packet(actor, callback_data.packet)
    return screens.packets(speech, await read_packets(actor), note="packet-dropped")


def router() -> Router:
    """Return the router of packets that are made."""
    routes = Router(name="packets")
    routes.message.register(on_packets, Command("vendor"))
    for handler, tapped in (
        (on_packets, OpenPackets),
        (on_begin, BeginPacket),
        (on_begin_for, BeginPacketFor),
        (on_begin_of_breach, BeginPacketOfBreach),
        (on_packet, OpenPacket),
        (on_edit, EditPacket),
        (on_piece, AskPiece),
        (on_role, SetPacketRole),
        (on_no_pictures, NoPictures),
        (on_send, SendPacket),
        (on_give, GivePacket),
        (on_drop, DropPacket),
    ):
        routes.callback_query.register(handler, tapped.filter())
    routes.message.register(on_words, StateFilter(MakingPacket.words), words)
    routes.message.register(
        asks_for_words("packet-words-only"), StateFilter(MakingPacket.words), other_than_words
    )
    routes.message.register(
        asks_for_words("packet-pictures-only"), StateFilter(MakingPacket.pictures), words
    )
    routes.message.register(on_picture, StateFilter(MakingPacket.pictures), not_a_command)
    return routes
