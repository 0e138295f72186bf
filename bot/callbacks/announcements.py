"""Buttons of what the school announces."""

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.fields import RealDay, School


class OpenAnnouncements(CallbackData, prefix="word1"):
    """Show the administration what the school announced to all families."""

    school: School


class WriteAnnouncement(CallbackData, prefix="wordnew1"):
    """Ask for the words of an announcement."""

    school: School


class ChooseAnnouncedDay(CallbackData, prefix="wordday1"):
    """Take the day of which an announcement speaks."""

    school: School
    day: RealDay


class SendAnnouncement(CallbackData, prefix="wordok1"):
    """Tell all families the announcement that was written."""

    school: School
