"""Buttons of what teachers say of pupils: praise, achievements, behaviour, development."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, OfLesson, Page, Pupil
from core.ids import RemarkId
from core.journal.remarks.remark import RemarkKind, RemarkShelf

_Remark = Annotated[RemarkId, Field(ge=1, le=LARGEST_ID)]


class OpenRemarks(CallbackData, prefix="rem1"):
    """Show a shelf of what was said of a pupil."""

    pupil: Pupil
    shelf: RemarkShelf = RemarkShelf.PRAISE
    page: Page = 0
    anew: bool = False


class OpenMyRemarks(CallbackData, prefix="remown1"):
    """Show a teacher what the teacher said of pupils."""

    page: Page = 0


class ChooseRemarked(CallbackData, prefix="remwho1"):
    """Ask about whom of a lesson something is to be said."""

    lesson: OfLesson
    page: Page = 0


class ChooseRemarkKind(CallbackData, prefix="remkind1"):
    """Ask what is to be said of a pupil."""

    pupil: Pupil


class WriteRemark(CallbackData, prefix="remnew1"):
    """Ask for the words of a remark."""

    pupil: Pupil
    kind: RemarkKind


class OpenRemark(CallbackData, prefix="remone1"):
    """Show a remark to who answers for it."""

    remark: _Remark


class RewordRemark(CallbackData, prefix="remword1"):
    """Ask for other words of a remark."""

    remark: _Remark


class TakeBackRemark(CallbackData, prefix="remback1"):
    """Take a remark back."""

    remark: _Remark
