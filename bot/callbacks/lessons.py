"""Buttons of a teacher's lessons."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, NOBODY, OfLesson, Page


class OpenLessons(CallbackData, prefix="mylsn1"):
    """Show a teacher's own lessons."""

    page: Page = 0


class OpenLesson(CallbackData, prefix="lsn1"):
    """Show the form of a lesson to its teacher."""

    lesson: OfLesson


class WriteHomework(CallbackData, prefix="lsnhw1"):
    """Ask for the homework of a lesson."""

    lesson: OfLesson


class SaveHomework(CallbackData, prefix="lsnok1"):
    """Set the homework that was written for a lesson."""

    lesson: OfLesson


class RemoveFiles(CallbackData, prefix="lsnrm1"):
    """Take the files of a lesson's homework away."""

    lesson: OfLesson


class ChoosePupil(CallbackData, prefix="lsnto1"):
    """Ask to whom something is recommended after a lesson."""

    lesson: OfLesson
    page: Page = 0


class WriteRecommendation(CallbackData, prefix="lsnrec1"):
    """Ask for a recommendation to a pupil, or to all of the lesson."""

    lesson: OfLesson
    pupil: Annotated[int, Field(ge=0, le=LARGEST_ID)] = NOBODY
