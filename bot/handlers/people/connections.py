"""Who has come in, and codes for who has not: for class teachers and the administrator."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.callbacks.connections import (
    OpenConnection,
    OpenRoll,
    PrintCodes,
    PrintCodesAfresh,
    TakeCodeBack,
    whose,
)
from bot.screens.parts.screen import Screen
from bot.screens.people.connections import ask_afresh, codes_on_paper, connection, roll
from bot.texts.speech import Speech
from core.access.connections import ReadRoll, RevokeCode
from core.access.people import Actor
from core.ids import PersonId


async def on_roll(
    _: CallbackQuery, callback_data: OpenRoll, actor: Actor, speech: Speech, read_roll: ReadRoll
) -> Screen:
    """Show who of a class or of the staff has come in."""
    found = await read_roll(actor, whose(callback_data.of, staff=callback_data.staff))
    return roll(speech, actor, found, page=callback_data.page)


async def on_connection(
    _: CallbackQuery,
    callback_data: OpenConnection,
    actor: Actor,
    speech: Speech,
    read_roll: ReadRoll,
) -> Screen:
    """Show one person of the list."""
    found = await read_roll(actor, whose(callback_data.of, staff=callback_data.staff))
    return connection(speech, found, found.one(callback_data.person))


async def on_print(
    _: CallbackQuery, callback_data: PrintCodes, actor: Actor, speech: Speech, read_roll: ReadRoll
) -> Screen:
    """Hand over new codes; they are made when the paper is, and stand nowhere else."""
    found = await read_roll(actor, whose(callback_data.of, staff=callback_data.staff))
    person = PersonId(callback_data.person)
    if person:
        return codes_on_paper(speech, actor, found, [found.named(person)], alone=True)
    return codes_on_paper(speech, actor, found, found.without_code)


async def on_ask_afresh(
    _: CallbackQuery,
    callback_data: PrintCodesAfresh,
    actor: Actor,
    speech: Speech,
    read_roll: ReadRoll,
) -> Screen:
    """Ask once more before slips that were handed out are void."""
    found = await read_roll(actor, whose(callback_data.of, staff=callback_data.staff))
    return ask_afresh(speech, found)


async def on_print_afresh(
    _: CallbackQuery,
    callback_data: PrintCodesAfresh,
    actor: Actor,
    speech: Speech,
    read_roll: ReadRoll,
) -> Screen:
    """Hand over new codes for all who are outside."""
    found = await read_roll(actor, whose(callback_data.of, staff=callback_data.staff))
    return codes_on_paper(speech, actor, found, found.outside)


async def on_take_back(
    _: CallbackQuery,
    callback_data: TakeCodeBack,
    actor: Actor,
    speech: Speech,
    revoke_code: RevokeCode,
) -> Screen:
    """Void a code that went astray."""
    of = whose(callback_data.of, staff=callback_data.staff)
    found = await revoke_code(actor, of, callback_data.person)
    return connection(speech, found, found.one(callback_data.person), revoked=True)


def router() -> Router:
    """Return the router of coming-in lists."""
    routes = Router(name="connections")
    routes.callback_query.register(on_roll, OpenRoll.filter())
    routes.callback_query.register(on_connection, OpenConnection.filter())
    routes.callback_query.register(on_print, PrintCodes.filter())
    routes.callback_query.register(on_ask_afresh, PrintCodesAfresh.filter(~F.sure))
    routes.callback_query.register(on_print_afresh, PrintCodesAfresh.filter(F.sure))
    routes.callback_query.register(on_take_back, TakeCodeBack.filter())
    return routes
