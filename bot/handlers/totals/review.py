"""Review: a parent reads the totals and says so; who answers for a class sees who did."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.classes import (
    OpenClassReviews,
    OpenClassReviewsIn,
    OpenClassReviewsOfPeriod,
    OpenLedReviews,
    SendClassReviews,
    SendClassReviewsIn,
)
from bot.callbacks.fields import day_of
from bot.callbacks.review import GiveReview, OpenOwnReviews, OpenReview, OpenReviewPage
from bot.screens.parts.frame import led_by, zone_of
from bot.screens.parts.screen import Screen
from bot.screens.totals.class_reviews import (
    file_of_period,
    file_of_week,
    reviews_of_period,
    reviews_of_week,
    reviews_of_which,
)
from bot.screens.totals.review import own_reviews, reviewed, totals
from bot.texts.speech import Speech
from core.access.people import Actor
from core.clock import Clock
from core.diary.totals.own_reviews import ReadOwnReviews
from core.diary.totals.reviewing import ReadTotals, ReviewTotals
from core.diary.totals.tables import ReadClassPeriod, ReadClassWeek


async def on_totals(
    _: CallbackQuery,
    callback_data: OpenReview,
    actor: Actor,
    speech: Speech,
    read_totals: ReadTotals,
) -> Screen:
    """Open the totals of a child."""
    shown = totals(speech, actor, await read_totals(actor, callback_data.pupil))
    return shown.beside(anew=callback_data.anew)


async def on_page(
    _: CallbackQuery,
    callback_data: OpenReviewPage,
    actor: Actor,
    speech: Speech,
    read_totals: ReadTotals,
) -> Screen:
    """Open a further page of the totals of a child."""
    view = await read_totals(actor, callback_data.pupil)
    return totals(speech, actor, view, page=callback_data.page)


async def on_review(
    _: CallbackQuery,
    callback_data: GiveReview,
    actor: Actor,
    speech: Speech,
    *,
    clock: Clock,
    review_totals: ReviewTotals,
) -> Screen:
    """Record that a parent has read the totals that were shown."""
    done = await review_totals(actor, callback_data.pupil, stamp=callback_data.stamp)
    now = clock.now().astimezone(zone_of(actor, callback_data.pupil))
    return reviewed(speech, actor, done, now=now)


async def on_own(
    _: CallbackQuery,
    callback_data: OpenOwnReviews,
    actor: Actor,
    speech: Speech,
    read_own_reviews: ReadOwnReviews,
) -> Screen:
    """Open a parent's own record."""
    found = await read_own_reviews(actor, callback_data.pupil, day_of(callback_data.day))
    return own_reviews(speech, actor, found, page=callback_data.page)


async def on_week(
    _: CallbackQuery,
    callback_data: OpenClassReviews,
    actor: Actor,
    speech: Speech,
    read_class_week: ReadClassWeek,
) -> Screen:
    """Open a class's week."""
    week = await read_class_week(actor, callback_data.class_id, day_of(callback_data.day))
    shown = reviews_of_week(speech, week, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


async def on_led(
    _: CallbackQuery,
    callback_data: OpenLedReviews,
    actor: Actor,
    speech: Speech,
    read_class_week: ReadClassWeek,
) -> Screen:
    """Open a week of the only class that the person leads, or let the person choose one."""
    led, day = led_by(actor), callback_data.day
    if len(led) != 1:
        return reviews_of_which(speech, actor, day=day).beside(anew=True)
    week = await read_class_week(actor, led[0].id, day_of(day))
    return reviews_of_week(speech, week).beside(anew=True)


async def on_period(
    _: CallbackQuery,
    callback_data: OpenClassReviewsOfPeriod,
    actor: Actor,
    speech: Speech,
    read_class_period: ReadClassPeriod,
) -> Screen:
    """Open a class's period."""
    period = await read_class_period(actor, callback_data.class_id)
    return reviews_of_period(speech, period, page=callback_data.page)


async def on_chosen_period(
    _: CallbackQuery,
    callback_data: OpenClassReviewsIn,
    actor: Actor,
    speech: Speech,
    read_class_period: ReadClassPeriod,
) -> Screen:
    """Open another of a class's periods."""
    period = await read_class_period(actor, callback_data.class_id, callback_data.period)
    return reviews_of_period(speech, period, page=callback_data.page)


async def on_week_file(
    _: CallbackQuery,
    callback_data: SendClassReviews,
    actor: Actor,
    speech: Speech,
    read_class_week: ReadClassWeek,
) -> Screen:
    """Hand a class's week over: the file is made when it is shown."""
    week = await read_class_week(actor, callback_data.class_id, day_of(callback_data.day))
    return file_of_week(speech, week, callback_data.form)


async def on_period_file(
    _: CallbackQuery,
    callback_data: SendClassReviewsIn,
    actor: Actor,
    speech: Speech,
    read_class_period: ReadClassPeriod,
) -> Screen:
    """Hand a class's period over: the file is made when it is shown."""
    asked = callback_data
    period = await read_class_period(actor, asked.class_id, asked.period)
    return file_of_period(speech, period, asked.form)


def router() -> Router:
    """Return the router of reviews."""
    routes = Router(name="review")
    routes.callback_query.register(on_totals, OpenReview.filter())
    routes.callback_query.register(on_page, OpenReviewPage.filter())
    routes.callback_query.register(on_review, GiveReview.filter())
    routes.callback_query.register(on_own, OpenOwnReviews.filter())
    routes.callback_query.register(on_led, OpenLedReviews.filter())
    routes.callback_query.register(on_week, OpenClassReviews.filter())
    routes.callback_query.register(on_period, OpenClassReviewsOfPeriod.filter())
    routes.callback_query.register(on_chosen_period, OpenClassReviewsIn.filter())
    routes.callback_query.register(on_week_file, SendClassReviews.filter())
    routes.callback_query.register(on_period_file, SendClassReviewsIn.filter())
    return routes
