"""Buttons to the periods before and after the one that is shown."""

from collections.abc import Callable
from typing import Final

from aiogram.filters.callback_data import CallbackData

from bot.screens.parts.screen import Button, button
from bot.texts.html import cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.ids import PeriodId
from core.journal.marked_periods import MarkedPeriod
from core.journal.turned_periods import Turned

_TITLE_LENGTH: Final = 48


def beside(
    speech: Speech, turned: Turned, opens: Callable[[PeriodId], CallbackData]
) -> list[Button]:
    """Return the ways to the periods beside; there is none to what lies ahead."""
    places: tuple[tuple[Key, MarkedPeriod | None], ...] = (
        ("marks-period-before", turned.before),
        ("marks-period-after", turned.after),
    )
    return [
        button(speech.label(key, period=cut(one.title, _TITLE_LENGTH)), opens(one.id))
        for key, one in places
        if one
    ]
