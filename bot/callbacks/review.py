"""Buttons by which parents review the totals."""

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.fields import NOW, Ordinal, Page, Pupil, Stamp


class OpenReview(CallbackData, prefix="review1"):
    """Show the totals that a parent reviews."""

    pupil: Pupil
    anew: bool = False


class OpenReviewPage(CallbackData, prefix="reviewp1"):
    """Show a further page of the totals that a parent reviews."""

    pupil: Pupil
    page: Page


class GiveReview(CallbackData, prefix="reviewed1"):
    """Say that the totals were read; `stamp` tells which were shown with the button."""

    pupil: Pupil
    stamp: Stamp


class OpenOwnReviews(CallbackData, prefix="myrev2"):
    """Show on which days of a period a parent reviewed."""

    pupil: Pupil
    day: Ordinal = NOW
    page: Page = 0
