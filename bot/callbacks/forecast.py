"""Buttons of forecasts, of a pupil and of a class, and of what imaginary marks would do."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, NOW, Ordinal, Page, Pupil, SchoolClass, Subject


class OpenForecast(CallbackData, prefix="fore1"):
    """Show the forecast by subject of the period that holds a day."""

    pupil: Pupil
    day: Ordinal = NOW
    page: Page = 0
    anew: bool = False


class OpenSubjectForecast(CallbackData, prefix="fores1"):
    """Show one subject's forecast of the period that holds a day."""

    pupil: Pupil
    subject: Subject
    day: Ordinal = NOW


class OpenForecastWhy(CallbackData, prefix="forew2"):
    """Show how the forecast comes about, of all subjects or of one, with the rules."""

    pupil: Pupil
    subject: Annotated[int, Field(ge=0, le=LARGEST_ID)] = 0
    day: Ordinal = NOW
    anew: bool = False


class OpenWhatIf(CallbackData, prefix="what1"):
    """Show what imaginary marks would make of a subject; the button keeps them, and a kind."""

    pupil: Pupil
    subject: Subject
    kind: Annotated[str, Field(pattern="^[a-z]?$", max_length=1)] = ""
    marks: Annotated[str, Field(pattern="^([a-z][1-5])*$", max_length=16)] = ""


class OpenClassForecast(CallbackData, prefix="cfore1"):
    """Show the forecast of a whole class by subject."""

    class_id: SchoolClass
    page: Page = 0


class OpenClassAtRisk(CallbackData, prefix="crisk1"):
    """Show who of a class is at risk by the forecast."""

    class_id: SchoolClass
    page: Page = 0


class OpenClassForecastWhy(CallbackData, prefix="cforew1"):
    """Show how a class's forecast comes about, with the rules."""

    class_id: SchoolClass
