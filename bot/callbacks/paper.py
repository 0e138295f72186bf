"""Buttons of print runs for families that read nothing electronic."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, Page, Pupil, SchoolClass
from core.ids import PaperRunId

Run = Annotated[PaperRunId, Field(ge=1, le=LARGEST_ID)]


class OpenPaperRun(CallbackData, prefix="paprun2"):
    """Show who of a class gets paper, and who holds it: of a run, or of the last one."""

    class_id: SchoolClass
    run: Run | None = None
    page: Page = 0
    anew: bool = False


class MakePaperRun(CallbackData, prefix="papmake1"):
    """Make a run of a class up to today."""

    class_id: SchoolClass


class SendSheets(CallbackData, prefix="papfile2"):
    """Hand the sheets of a run over as a file."""

    class_id: SchoolClass
    run: Run


class HandSheet(CallbackData, prefix="paphand1"):
    """Tick a family's sheet as handed over, or take the tick back."""

    run: Run
    pupil: Pupil
    handed: bool
    page: Page = 0


class HandAllSheets(CallbackData, prefix="papall1"):
    """Tick all sheets of a run as handed over."""

    run: Run
