"""What a person hears, when and in which words; and news that a message kept back."""

from datetime import time

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.notices import ReadNews
from bot.callbacks.preferences import (
    ChooseNights,
    ChooseTiming,
    ChooseWay,
    ChooseWayOfAll,
    ChooseWording,
    ChooseZone,
    ForgetPreferences,
    OpenAlways,
    OpenNights,
    OpenPreferences,
    OpenTopic,
    OpenZones,
)
from bot.screens.news.message import news
from bot.screens.parts.screen import Screen
from bot.screens.people.nights import nights
from bot.screens.people.preferences import always, preferences, whose_preferences
from bot.screens.people.topics import page_of_topic, timing_kept, topic, way_kept, way_of_all_kept
from bot.screens.people.zones import zones
from bot.texts.speech import Speech
from core.access.people import Actor
from core.ids import PersonId
from core.notices.answers.opening import OpenNews
from core.notices.choosing import ChangePreferences, ReadPreferences
from core.regulation.forms import QuietHours


async def on_preferences(
    _: CallbackQuery,
    callback_data: OpenPreferences,
    actor: Actor,
    speech: Speech,
    read_preferences: ReadPreferences,
) -> Screen:
    """Show a person's choices; an account of several persons names one first."""
    if not callback_data.person and len(actor.members) != 1:
        return whose_preferences(speech, actor)
    person = PersonId(callback_data.person) if callback_data.person else actor.members[0].person
    choices = await read_preferences(actor, person)
    return preferences(speech, actor, choices, page=callback_data.page)


async def on_topic(
    _: CallbackQuery,
    callback_data: OpenTopic,
    actor: Actor,
    speech: Speech,
    read_preferences: ReadPreferences,
) -> Screen:
    """Show when a topic is told."""
    choices = await read_preferences(actor, callback_data.person)
    return topic(speech, choices, callback_data.topic)


async def on_always(
    _: CallbackQuery,
    callback_data: OpenAlways,
    actor: Actor,
    speech: Speech,
    read_preferences: ReadPreferences,
) -> Screen:
    """Say what cannot be put off, and why."""
    return always(speech, await read_preferences(actor, callback_data.person))


async def on_timing(
    _: CallbackQuery,
    callback_data: ChooseTiming,
    actor: Actor,
    speech: Speech,
    change_preferences: ChangePreferences,
) -> Screen:
    """Tell a topic at another time from now on."""
    chosen, timing = callback_data.topic, callback_data.timing
    choices = await change_preferences(
        actor, callback_data.person, lambda one: one.timed(chosen, timing)
    )
    said, page = timing_kept(speech, choices, chosen), page_of_topic(chosen)
    return preferences(speech, actor, choices, page=page, toast=said)


async def on_way(
    _: CallbackQuery,
    callback_data: ChooseWay,
    actor: Actor,
    speech: Speech,
    change_preferences: ChangePreferences,
) -> Screen:
    """Tell a topic in the chat from now on, by letter, or both."""
    chosen, via = callback_data.topic, callback_data.via
    choices = await change_preferences(
        actor, callback_data.person, lambda one: one.told_via(via, chosen)
    )
    said, page = way_kept(speech, choices, chosen), page_of_topic(chosen)
    return preferences(speech, actor, choices, page=page, toast=said)


async def on_way_of_all(
    _: CallbackQuery,
    callback_data: ChooseWayOfAll,
    actor: Actor,
    speech: Speech,
    change_preferences: ChangePreferences,
) -> Screen:
    """Tell everything in the chat from now on, by letter, or both."""
    via = callback_data.via
    choices = await change_preferences(actor, callback_data.person, lambda one: one.told_via(via))
    return preferences(speech, actor, choices, toast=way_of_all_kept(speech, choices))


async def on_nights(
    _: CallbackQuery,
    callback_data: OpenNights,
    actor: Actor,
    speech: Speech,
    read_preferences: ReadPreferences,
) -> Screen:
    """Show a person's quiet hours."""
    return nights(speech, await read_preferences(actor, callback_data.person))


async def on_hours(
    _: CallbackQuery,
    callback_data: ChooseNights,
    actor: Actor,
    speech: Speech,
    change_preferences: ChangePreferences,
) -> Screen:
    """Have other quiet hours from now on."""
    which, hours = (
        callback_data.nights,
        QuietHours(_time(callback_data.begin), _time(callback_data.end)),
    )
    choices = await change_preferences(
        actor, callback_data.person, lambda one: one.with_nights(which, hours)
    )
    return nights(speech, choices)


def _time(minute: int) -> time:
    return time(minute // 60, minute % 60)


async def on_wording(
    _: CallbackQuery,
    callback_data: ChooseWording,
    actor: Actor,
    speech: Speech,
    change_preferences: ChangePreferences,
) -> Screen:
    """Get messages with details, or without."""
    neutral = callback_data.neutral
    choices = await change_preferences(
        actor, callback_data.person, lambda one: one.worded(neutral=neutral)
    )
    said = speech.label("preferences-now-neutral" if neutral else "preferences-now-full")
    return preferences(speech, actor, choices, toast=said)


async def on_zones(
    _: CallbackQuery,
    callback_data: OpenZones,
    actor: Actor,
    speech: Speech,
    read_preferences: ReadPreferences,
) -> Screen:
    """Show by whose clock a person is told times."""
    return zones(speech, await read_preferences(actor, callback_data.person))


async def on_zone(
    _: CallbackQuery,
    callback_data: ChooseZone,
    actor: Actor,
    speech: Speech,
    change_preferences: ChangePreferences,
) -> Screen:
    """Be told times by another clock from now on."""
    zone = callback_data.zone
    choices = await change_preferences(
        actor, callback_data.person, lambda one: one.living_in(zone)
    )
    return zones(speech, choices)


async def on_forget(
    _: CallbackQuery,
    callback_data: ForgetPreferences,
    actor: Actor,
    speech: Speech,
    change_preferences: ChangePreferences,
) -> Screen:
    """Hear all again as who chose nothing."""
    choices = await change_preferences(actor, callback_data.person, lambda one: one.as_before)
    return preferences(speech, actor, choices, toast=speech.label("preferences-returned"))


async def on_read(
    _: CallbackQuery,
    callback_data: ReadNews,
    actor: Actor,
    speech: Speech,
    open_news: OpenNews,
) -> Screen:
    """Tell what a message without details was about."""
    opened = await open_news(actor, callback_data.notice)
    return news(speech, opened.news, recipient=opened.recipient)


def router() -> Router:
    """Return the router of a person's own choices."""
    routes = Router(name="preferences")
    routes.callback_query.register(on_preferences, OpenPreferences.filter())
    routes.callback_query.register(on_topic, OpenTopic.filter())
    routes.callback_query.register(on_always, OpenAlways.filter())
    routes.callback_query.register(on_timing, ChooseTiming.filter())
    routes.callback_query.register(on_way, ChooseWay.filter())
    routes.callback_query.register(on_way_of_all, ChooseWayOfAll.filter())
    routes.callback_query.register(on_nights, OpenNights.filter())
    routes.callback_query.register(on_hours, ChooseNights.filter())
    routes.callback_query.register(on_zones, OpenZones.filter())
    routes.callback_query.register(on_zone, ChooseZone.filter())
    routes.callback_query.register(on_wording, ChooseWording.filter())
    routes.callback_query.register(on_forget, ForgetPreferences.filter())
    routes.callback_query.register(on_read, ReadNews.filter())
    return routes
