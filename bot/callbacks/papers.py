"""Buttons that hand over pictures, documents and calendars."""

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.fields import NOW, Ordinal, Pupil


class OpenChart(CallbackData, prefix="chart1"):
    """Draw the marks of the period that holds a day."""

    pupil: Pupil
    day: Ordinal = NOW


class OpenAttendance(CallbackData, prefix="attnd1"):
    """Draw the absences of the period that holds a day."""

    pupil: Pupil
    day: Ordinal = NOW


class OpenReportCard(CallbackData, prefix="card1"):
    """Hand over the table of the period that holds a day."""

    pupil: Pupil
    day: Ordinal = NOW


class OpenAgenda(CallbackData, prefix="ics1"):
    """Show how a pupil's calendar is had."""

    pupil: Pupil


class SendAgenda(CallbackData, prefix="icsfile1"):
    """Hand a pupil's calendar over as a file."""

    pupil: Pupil


class MakeAgendaLink(CallbackData, prefix="icslink1"):
    """Make a link to a pupil's calendar; the one before it ends."""

    pupil: Pupil


class CutAgendaLink(CallbackData, prefix="icscut1"):
    """Switch the link to a pupil's calendar off."""

    pupil: Pupil
