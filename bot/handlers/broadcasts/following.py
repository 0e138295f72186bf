"""A sender follows a broadcast: looks how it goes, reminds, corrects, takes back."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.callbacks.broadcasts import Deed, DoWithBroadcast, OpenBroadcast, OpenBroadcastFamilies
from bot.handlers.broadcasts.begun import keep
from bot.handlers.broadcasts.drafts import BroadcastDraft
from bot.screens.broadcasts import card as screens
from bot.screens.broadcasts.addressing import choose_whom
from bot.screens.broadcasts.composing import ask_content
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS
from bot.texts.speech import Speech
from core.access.people import Actor
from core.clock import Clock
from core.errors import RuleBroken
from core.messages.broadcasts import gate
from core.messages.broadcasts.changing import CorrectBroadcast, WithdrawBroadcast
from core.messages.broadcasts.templates import SaveTemplate
from core.notices.broadcasts.card import ReadCard
from core.notices.broadcasts.previewing import PreviewBroadcast
from core.notices.broadcasts.reminding import RemindBroadcast
from core.notices.broadcasts.showing import FollowCard


async def on_card(
    query: CallbackQuery,
    callback_data: OpenBroadcast,
    actor: Actor,
    speech: Speech,
    read_card: ReadCard,
    follow_card: FollowCard,
) -> Screen:
    """Show how a broadcast goes; the tapped message is its card from now on."""
    view = await read_card(actor, callback_data.broadcast)
    if not callback_data.anew:
        await follow_card(actor, view.broadcast, _message_of(query))
    return screens.card(speech, view).beside(anew=callback_data.anew)


async def on_families(
    _: CallbackQuery,
    callback_data: OpenBroadcastFamilies,
    actor: Actor,
    speech: Speech,
    read_card: ReadCard,
) -> Screen:
    """Show how it goes family by family, beside the card."""
    view = await read_card(actor, callback_data.broadcast)
    page, owing = callback_data.page, callback_data.owing
    shown = screens.families(speech, view, page=page, owing=owing)
    return shown.beside(anew=callback_data.anew)


async def on_remind(
    _: CallbackQuery,
    callback_data: DoWithBroadcast,
    actor: Actor,
    speech: Speech,
    remind_broadcast: RemindBroadcast,
    read_card: ReadCard,
) -> Screen:
    """Remind those who have not answered; why not is said above the card, which stays."""
    try:
        toast = screens.reminded(speech, await remind_broadcast(actor, callback_data.broadcast))
    except RuleBroken as wrong:
        toast = speech.label(REFUSALS[wrong.code])
    return screens.card(speech, await read_card(actor, callback_data.broadcast), toast=toast)


async def on_more(
    _: CallbackQuery,
    callback_data: DoWithBroadcast,
    actor: Actor,
    speech: Speech,
    open_broadcast: gate.OpenBroadcast,
) -> Screen:
    """Offer what is done seldom, beside the card."""
    member, one = await open_broadcast(actor, callback_data.broadcast)
    return screens.more(speech, one, shares=member.is_administration, corrects=one.is_by(actor))


async def on_correct(
    _: CallbackQuery,
    callback_data: DoWithBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    correct_broadcast: CorrectBroadcast,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Ask the author for the words and files that replace those of a broadcast."""
    one = await correct_broadcast.begin(actor, callback_data.broadcast)
    draft = BroadcastDraft.correcting(one, clock.now())
    view = await preview_broadcast(actor, draft.plan, draft.school)
    await keep(state, draft)
    return ask_content(speech, view, draft.composing)


async def on_again(
    _: CallbackQuery,
    callback_data: DoWithBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    open_broadcast: gate.OpenBroadcast,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Begin a broadcast of the same words, and ask whom it is for."""
    _member, one = await open_broadcast(actor, callback_data.broadcast)
    draft = BroadcastDraft.again(one, clock.now())
    view = await preview_broadcast(actor, draft.plan, draft.school)
    await keep(state, draft)
    return choose_whom(speech, view)


async def on_withdraw(
    _: CallbackQuery,
    callback_data: DoWithBroadcast,
    actor: Actor,
    speech: Speech,
    clock: Clock,
    open_broadcast: gate.OpenBroadcast,
) -> Screen:
    """Ask once more before a broadcast is taken back."""
    _member, one = await open_broadcast(actor, callback_data.broadcast)
    return screens.ask_withdraw(speech, one, wakes=one.is_urgent(clock.now()))


async def on_withdraw_surely(
    _: CallbackQuery,
    callback_data: DoWithBroadcast,
    actor: Actor,
    speech: Speech,
    withdraw_broadcast: WithdrawBroadcast,
    read_card: ReadCard,
) -> Screen:
    """Take it back; a second tap finds it taken back."""
    try:
        await withdraw_broadcast(actor, callback_data.broadcast)
        toast = speech.label("broadcast-withdrawn-done")
    except RuleBroken as wrong:
        toast = speech.label(REFUSALS[wrong.code])
    return screens.card(speech, await read_card(actor, callback_data.broadcast), toast=toast)


async def on_template(
    _: CallbackQuery,
    callback_data: DoWithBroadcast,
    actor: Actor,
    speech: Speech,
    save_template: SaveTemplate,
    read_card: ReadCard,
) -> Screen:
    """Make a template of it: an own one, or the school's."""
    shared = callback_data.deed is Deed.SCHOOL_TEMPLATE
    await save_template(actor, callback_data.broadcast, shared=shared)
    toast = speech.label("broadcast-template-saved")
    return screens.card(speech, await read_card(actor, callback_data.broadcast), toast=toast)


async def on_report(
    _: CallbackQuery,
    callback_data: DoWithBroadcast,
    actor: Actor,
    speech: Speech,
    open_broadcast: gate.OpenBroadcast,
) -> Screen:
    """Hand the report over as a file."""
    _member, one = await open_broadcast(actor, callback_data.broadcast)
    return screens.report(speech, one, callback_data.deed)


def _message_of(query: CallbackQuery) -> str:
    return str(query.message.message_id) if query.message is not None else ""


def router() -> Router:
    """Return the router of who follows broadcasts."""
    routes = Router(name="broadcasts_followed")
    routes.callback_query.register(on_card, OpenBroadcast.filter())
    routes.callback_query.register(on_families, OpenBroadcastFamilies.filter())
    for handler, deeds in (
        (on_remind, {Deed.REMIND}),
        (on_more, {Deed.MORE}),
        (on_correct, {Deed.CORRECT}),
        (on_again, {Deed.AGAIN}),
        (on_withdraw, {Deed.WITHDRAW}),
        (on_withdraw_surely, {Deed.WITHDRAW_SURELY}),
        (on_report, {Deed.SHEET, Deed.PDF}),
        (on_template, {Deed.TEMPLATE, Deed.SCHOOL_TEMPLATE}),
    ):
        routes.callback_query.register(handler, DoWithBroadcast.filter(F.deed.in_(deeds)))
    return routes
