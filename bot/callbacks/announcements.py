"""Buttons of what the school announces."""

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.fields import RealDay, School, Stamp


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


class SendAnnouncement(CallbackData, prefix="wordok2"):
    """Tell all families what was shown with the button; `stamp` tells what that was."""

    school: School
    stamp: Stamp
