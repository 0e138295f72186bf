"""Buttons of absences: what families say of them, and what class teachers decide."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.fields import (
    Days,
    ExcuseNumber,
    Lessons,
    Ordinal,
    Page,
    Pupil,
    SchoolClass,
    Stamp,
)


class Reply(StrEnum):
    """What a guardian answers when a child is missed."""

    ILL = "i"
    EXCUSED = "e"
    NOT_KNOWN = "n"
    FOUND = "f"


class AnswerAbsence(CallbackData, prefix="why1"):
    """Say why a child is away on a day, that nobody knows where it is, or that it was found."""

    pupil: Pupil
    day: Ordinal
    reply: Reply
    anew: bool = False


class OpenAlert(CallbackData, prefix="ask1"):
    """Ask why a child was away on a day."""

    pupil: Pupil
    day: Ordinal


class OpenAnnouncing(CallbackData, prefix="excuse1"):
    """Show what a family can announce of a child, and what it has announced."""

    pupil: Pupil
    anew: bool = False


class PickDays(CallbackData, prefix="excday1"):
    """Choose the days on which a child will be away."""

    pupil: Pupil
    since: Ordinal
    days: Days = 0


class PickLessons(CallbackData, prefix="excles1"):
    """Choose the lessons of a day from which a child will be away."""

    pupil: Pupil
    day: Ordinal
    lessons: Lessons = 0


class PickReason(CallbackData, prefix="excwhy2"):
    """Choose why a child will be away on the days, or from the lessons of the one day."""

    pupil: Pupil
    since: Ordinal
    days: Days
    lessons: Lessons = 0
    anew: bool = False


class Reason(StrEnum):
    """Why a child will be away."""

    ILLNESS = "i"
    EXCUSED = "e"
    OTHER = "o"


class SayReason(CallbackData, prefix="excsay1"):
    """Begin to announce: the reason is chosen, its word and a note may follow."""

    pupil: Pupil
    since: Ordinal
    days: Days
    lessons: Lessons
    reason: Reason


class SendExcuse(CallbackData, prefix="excsend2"):
    """Send what was begun to the class teacher; `stamp` tells what was shown with the button."""

    pupil: Pupil
    stamp: Stamp


class TakeBackExcuse(CallbackData, prefix="excback1"):
    """Take an announcement back: all of it, or of what is accepted the days that are left."""

    excuse: ExcuseNumber


class OpenUnexcused(CallbackData, prefix="unex1"):
    """Show the class teacher what a pupil missed and nobody excused."""

    pupil: Pupil


class AskUnexcused(CallbackData, prefix="unexask1"):
    """Ask whether a day is to be settled as missed without good reason, or put right."""

    pupil: Pupil
    day: Ordinal
    settle: bool


class SettleDay(CallbackData, prefix="unexset1"):
    """Settle a day as missed without good reason, or put that right."""

    pupil: Pupil
    day: Ordinal
    settle: bool


class OpenClaims(CallbackData, prefix="claims1"):
    """Show what a class teacher has to decide, and whose documents are awaited."""

    class_id: SchoolClass
    page: Page = 0


class OpenClaim(CallbackData, prefix="claim1"):
    """Show one excuse to who answers for the class."""

    excuse: ExcuseNumber
    anew: bool = False


class DecideClaim(CallbackData, prefix="decide1"):
    """Accept an excuse, or begin to decline it."""

    excuse: ExcuseNumber
    accepted: bool


class AcceptClaimInWords(CallbackData, prefix="takeword1"):
    """Begin to accept an excuse with a word for who claimed it."""

    excuse: ExcuseNumber


class AskDocument(CallbackData, prefix="doc1"):
    """Ask which document has come."""

    excuse: ExcuseNumber


class Paperwork(StrEnum):
    """The documents that come most often."""

    DOCTOR = "d"
    PARENTS = "p"
    ORDER = "o"


class NameDocument(CallbackData, prefix="docis1"):
    """Confirm an excuse by a document."""

    excuse: ExcuseNumber
    document: Paperwork


class OpenNote(CallbackData, prefix="note1"):
    """Show the photo or file that a family attached."""

    excuse: ExcuseNumber
