"""Buttons of what a class teacher watches: how families use the diary, who is reminded."""

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.fields import Page, SchoolClass


class OpenFamilyUse(CallbackData, prefix="use1"):
    """Show how the families of a class use the diary."""

    class_id: SchoolClass
    page: Page = 0


class RemindReviews(CallbackData, prefix="userem1"):
    """Remind the families of a class that have not reviewed this week."""

    class_id: SchoolClass
