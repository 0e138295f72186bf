"""A class teacher looks how families use the diary, and reminds who has not reviewed (W3)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.watch import OpenFamilyUse, RemindReviews
from bot.screens.parts.screen import Screen
from bot.screens.watch.family_use import family_use
from bot.texts.speech import Speech
from core.access.people import Actor
from core.notices.telling.asked_reviews import RemindReviewers
from core.reports.family_use import ReadFamilyUse


async def on_open(
    _: CallbackQuery,
    callback_data: OpenFamilyUse,
    actor: Actor,
    speech: Speech,
    read_family_use: ReadFamilyUse,
) -> Screen:
    """Show how the families of a class use the diary."""
    view = await read_family_use(actor, callback_data.class_id)
    return family_use(speech, view, page=callback_data.page)


async def on_remind(
    _: CallbackQuery,
    callback_data: RemindReviews,
    actor: Actor,
    speech: Speech,
    remind_reviewers: RemindReviewers,
    read_family_use: ReadFamilyUse,
) -> Screen:
    """Remind who has not reviewed this week."""
    reminded = await remind_reviewers(actor, callback_data.class_id)
    view = await read_family_use(actor, callback_data.class_id)
    return family_use(speech, view, reminded=reminded)


def router() -> Router:
    """Return the router of the use of the diary."""
    routes = Router(name="family_use")
    routes.callback_query.register(on_open, OpenFamilyUse.filter())
    routes.callback_query.register(on_remind, RemindReviews.filter())
    return routes
