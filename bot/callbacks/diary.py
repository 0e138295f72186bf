"""Buttons of what a family reads of a pupil's days, marks and school year."""

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.fields import NOW, OfLesson, Ordinal, Page, Pupil, RealDay, Subject


class OpenWeek(CallbackData, prefix="week1"):
    """Show the diary's week that holds a day."""

    pupil: Pupil
    day: Ordinal = NOW
    anew: bool = False


class OpenDay(CallbackData, prefix="day1"):
    """Show one day of the diary."""

    pupil: Pupil
    day: Ordinal = NOW
    page: Page = 0
    anew: bool = False


class OpenTimetable(CallbackData, prefix="plan1"):
    """Show the timetable of a day, or of the day's week."""

    pupil: Pupil
    day: Ordinal = NOW
    week: bool = False
    page: Page = 0
    anew: bool = False


class OpenMarks(CallbackData, prefix="marks1"):
    """Show the marks by subject of the period that holds a day."""

    pupil: Pupil
    day: Ordinal = NOW
    page: Page = 0
    anew: bool = False


class OpenSubject(CallbackData, prefix="subj1"):
    """Show one subject's marks of the period that holds a day."""

    pupil: Pupil
    subject: Subject
    day: Ordinal = NOW
    page: Page = 0


class OpenHomework(CallbackData, prefix="home1"):
    """Show what is to be done for a day."""

    pupil: Pupil
    day: Ordinal = NOW
    page: Page = 0
    anew: bool = False


class OpenAbsences(CallbackData, prefix="away1"):
    """Show the absences of the period that holds a day."""

    pupil: Pupil
    day: Ordinal = NOW
    page: Page = 0
    anew: bool = False


class OpenTeachers(CallbackData, prefix="tchrs1"):
    """Show who teaches a pupil."""

    pupil: Pupil
    page: Page = 0


class OpenHolidays(CallbackData, prefix="hols1"):
    """Show the holidays of the school year."""

    pupil: Pupil
    page: Page = 0


class OpenEvents(CallbackData, prefix="evts1"):
    """Show the events of a pupil's class and school, ahead or over."""

    pupil: Pupil
    over: bool = False
    page: Page = 0
    anew: bool = False


class OpenControlWorks(CallbackData, prefix="ctrl1"):
    """Show the control works that a pupil has ahead."""

    pupil: Pupil
    page: Page = 0
    anew: bool = False


class TickOff(CallbackData, prefix="done1"):
    """Tick homework due on a day off, or take the tick back."""

    pupil: Pupil
    lesson: OfLesson
    day: RealDay
    done: bool
    page: Page = 0


class OpenOverdue(CallbackData, prefix="late1"):
    """Show homework that was due and is not ticked off."""

    pupil: Pupil
    page: Page = 0


class OpenYear(CallbackData, prefix="year1"):
    """Show the final marks of the school year that holds a day."""

    pupil: Pupil
    day: Ordinal = NOW
    page: Page = 0
    anew: bool = False


class OpenProgramme(CallbackData, prefix="prog1"):
    """Show how far the programme of each subject has come."""

    pupil: Pupil
    page: Page = 0


class OpenFile(CallbackData, prefix="file1"):
    """Show a family one of the files of a lesson's homework."""

    pupil: Pupil
    lesson: OfLesson
    at: Page = 0
