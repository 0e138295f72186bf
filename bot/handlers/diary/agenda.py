"""The calendar for a phone or a computer: a file, or a link that is renewed and cut at will."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.papers import CutAgendaLink, MakeAgendaLink, OpenAgenda, SendAgenda
from bot.screens.diary.agenda import agenda, agenda_file, agenda_link, agenda_link_cut
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.papers import agenda_links as links
from core.diary.reading import OpenChild


async def on_open(
    _: CallbackQuery,
    callback_data: OpenAgenda,
    actor: Actor,
    speech: Speech,
    open_child: OpenChild,
    look_at_agenda_link: links.LookAtAgendaLink,
    public_url: str,
) -> Screen:
    """Show how the calendar is had."""
    child = await open_child(actor, callback_data.pupil)
    since = await look_at_agenda_link(actor, child.pupil)
    return agenda(speech, actor, child, since=since, public_url=public_url)


async def on_send(
    _: CallbackQuery,
    callback_data: SendAgenda,
    actor: Actor,
    speech: Speech,
    open_child: OpenChild,
) -> Screen:
    """Hand the calendar over as a file."""
    child = await open_child(actor, callback_data.pupil)
    return agenda_file(speech, actor, child)


async def on_make_link(
    _: CallbackQuery,
    callback_data: MakeAgendaLink,
    actor: Actor,
    speech: Speech,
    open_child: OpenChild,
    renew_agenda_link: links.RenewAgendaLink,
    public_url: str,
) -> Screen:
    """Make a link; without a public address there is none to make."""
    child = await open_child(actor, callback_data.pupil)
    if not public_url:
        return agenda(speech, actor, child, since=None, public_url=public_url)
    secret = await renew_agenda_link(actor, child.pupil)
    return agenda_link(speech, actor, child, secret=secret, public_url=public_url)


async def on_cut_link(
    _: CallbackQuery,
    callback_data: CutAgendaLink,
    actor: Actor,
    speech: Speech,
    open_child: OpenChild,
    cut_agenda_link: links.CutAgendaLink,
    public_url: str,
) -> Screen:
    """Switch the link off."""
    child = await open_child(actor, callback_data.pupil)
    await cut_agenda_link(actor, child.pupil)
    return agenda_link_cut(speech, actor, child, public_url=public_url)


def router() -> Router:
    """Return the router of the calendar."""
    routes = Router(name="agenda")
    routes.callback_query.register(on_open, OpenAgenda.filter())
    routes.callback_query.register(on_send, SendAgenda.filter())
    routes.callback_query.register(on_make_link, MakeAgendaLink.filter())
    routes.callback_query.register(on_cut_link, CutAgendaLink.filter())
    return routes
