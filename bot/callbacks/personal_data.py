"""Buttons of the monthly check of data: a family's, the class teacher's, the administration's."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, NOBODY, Page, Person, RealDay, School, SchoolClass
from core.access.personal_data.data import DataField
from core.ids import CorrectionId

_Correction = Annotated[CorrectionId, Field(ge=1, le=LARGEST_ID)]


class OpenMyData(CallbackData, prefix="data1"):
    """Show what the school keeps of the only person, of one to choose, or of one named."""

    person: Annotated[int, Field(ge=0, le=LARGEST_ID)] = NOBODY


class ConfirmData(CallbackData, prefix="dataok1"):
    """Say that all is right."""

    person: Person


class ChooseWrong(CallbackData, prefix="datawr1"):
    """Ask what is wrong."""

    person: Person


class SayRight(CallbackData, prefix="datasay1"):
    """Ask what is right of a field: of the person itself, or of a child."""

    person: Person
    field: DataField
    about: Person


class OpenClassCheck(CallbackData, prefix="clsdata1"):
    """Show who of a class checked the data this month."""

    class_id: SchoolClass
    page: Page = 0


class RemindOfCheck(CallbackData, prefix="clsdatarem1"):
    """Remind who of a class has not."""

    class_id: SchoolClass


class TickCheck(CallbackData, prefix="clsdatatk2"):
    """Tick that a person's data were checked in person, or take the tick back; of its month."""

    class_id: SchoolClass
    person: Person
    checked: bool
    month: RealDay
    page: Page = 0


class OpenCorrections(CallbackData, prefix="corrs1"):
    """Show what families of a school corrected."""

    school: School
    page: Page = 0


class OpenCorrection(CallbackData, prefix="corr1"):
    """Show one correction."""

    number: _Correction


class CorrectionEntered(CallbackData, prefix="corrok1"):
    """Tick a correction as entered into the school's journal."""

    number: _Correction


class DeclineCorrection(CallbackData, prefix="corrno1"):
    """Ask why a correction is declined."""

    number: _Correction
