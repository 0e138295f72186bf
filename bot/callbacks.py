"""What a tap means. A button carries an intent and ids, and is trusted with nothing.

Buttons live for years: a prefix whose meaning changes gets a new number, so that an old button is
known as old. Days are ordinals, 0 is "as it is now". `anew` opens beside the news with the button.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from core.ids import (
    ClassId,
    ExcuseId,
    LessonId,
    NoticeId,
    PersonId,
    PupilId,
    SchoolId,
    SubjectId,
    WarningId,
)
from core.notices.preferences import Nights, Timing, Topic

_LARGEST_ID = 2**63 - 1
_LAST_DAY = date(9000, 1, 1).toordinal()
_LAST_PAGE = 999

Pupil = Annotated[PupilId, Field(ge=1, le=_LARGEST_ID)]
Subject = Annotated[SubjectId, Field(ge=1, le=_LARGEST_ID)]
SchoolClass = Annotated[ClassId, Field(ge=1, le=_LARGEST_ID)]
School = Annotated[SchoolId, Field(ge=1, le=_LARGEST_ID)]
Person = Annotated[PersonId, Field(ge=1, le=_LARGEST_ID)]
Minute = Annotated[int, Field(ge=0, le=24 * 60 - 1)]
Notice = Annotated[NoticeId, Field(ge=1, le=_LARGEST_ID)]
Warned = Annotated[WarningId, Field(ge=1, le=_LARGEST_ID)]
OfLesson = Annotated[LessonId, Field(ge=1, le=_LARGEST_ID)]
RealDay = Annotated[int, Field(ge=date(1900, 1, 2).toordinal(), le=_LAST_DAY)]
Ordinal = Annotated[int, Field(ge=0, le=_LAST_DAY)]
Page = Annotated[int, Field(ge=0, le=_LAST_PAGE)]
ExcuseNumber = Annotated[ExcuseId, Field(ge=1, le=_LARGEST_ID)]
Days = Annotated[int, Field(ge=0, le=2**15 - 1)]
"""Which of the fifteen days from a first one are chosen, a bit a day."""
Lessons = Annotated[int, Field(ge=0, le=2**16 - 1)]
"""Which lessons of a day are chosen, a bit a number."""
NOW = 0
NOBODY = 0
_FIRST_DAY = date(1900, 1, 1).toordinal()


def day_of(ordinal: int) -> date | None:
    """Return the day that a button names, or None where it means now."""
    return date.fromordinal(ordinal) if ordinal > _FIRST_DAY else None


def days_of(since: int, days: int) -> tuple[date, ...]:
    """Return the days that a button names: a bit for each from the first one on."""
    first = max(since, _FIRST_DAY)
    chosen = (ahead for ahead in range(days.bit_length()) if days >> ahead & 1)
    return tuple(date.fromordinal(first + ahead) for ahead in chosen)


def bits_of(days: Iterable[date], since: date) -> int:
    """Return days as a button names them; those before the first one are left out."""
    return sum(1 << (day - since).days for day in set(days) if day >= since)


def numbers_of(lessons: int) -> tuple[int, ...]:
    """Return the lessons that a button names: a bit for each number."""
    return tuple(number for number in range(1, lessons.bit_length()) if lessons >> number & 1)


class Place(StrEnum):
    """What of a child is looked at; the same place is kept when the child is switched."""

    DIARY = "d"
    MARKS = "m"
    HOMEWORK = "h"
    TIMETABLE = "t"
    ABSENCES = "a"
    FORECAST = "f"


class OpenMenu(CallbackData, prefix="menu1"):
    """Show the menu, bound to a pupil if one is named."""

    pupil: Annotated[int, Field(ge=0, le=_LARGEST_ID)] = NOBODY
    anew: bool = False


class Shelf(StrEnum):
    """Where the further places of a pupil stand together."""

    PROGRESS = "p"
    FILES = "f"
    SCHOOL = "s"


class OpenMore(CallbackData, prefix="more2"):
    """Show the places of a pupil that have no room in the menu, one shelf at a time."""

    pupil: Pupil
    shelf: Shelf = Shelf.PROGRESS
    anew: bool = False


class OpenClassMore(CallbackData, prefix="clsmore1"):
    """Show what a class teacher can look at of the whole class."""

    class_id: SchoolClass


class OpenChildren(CallbackData, prefix="kids1"):
    """Choose another child for the same place."""

    place: Place = Place.DIARY
    page: Page = 0


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


class OpenForecastWhy(CallbackData, prefix="forew1"):
    """Show how the forecast comes about, of all subjects or of one, with the rules."""

    pupil: Pupil
    subject: Annotated[int, Field(ge=0, le=_LARGEST_ID)] = 0
    day: Ordinal = NOW


class OpenWhatIf(CallbackData, prefix="what1"):
    """Show what imaginary marks would make of a subject; the button keeps them, and a kind."""

    pupil: Pupil
    subject: Subject
    kind: Annotated[str, Field(pattern="^[a-z]?$", max_length=1)] = ""
    marks: Annotated[str, Field(pattern="^([a-z][1-5])*$", max_length=16)] = ""


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


class OpenClass(CallbackData, prefix="class1"):
    """Show the pupils of a class that the person leads."""

    class_id: SchoolClass
    page: Page = 0


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


class OpenClasses(CallbackData, prefix="led1"):
    """Choose one of the classes that the person leads, or open the only one."""


class OpenSchool(CallbackData, prefix="school1"):
    """Choose one of all classes of a school whose administration the person is."""

    school: School
    page: Page = 0


class OpenSettings(CallbackData, prefix="set1"):
    """Show the settings."""


class ChooseLanguage(CallbackData, prefix="lang1"):
    """Speak another language from now on."""

    language: Annotated[str, Field(pattern="^[a-z]{2}$")]


class OpenPreferences(CallbackData, prefix="pref1"):
    """Show what a person hears and when: of the only person, of one to choose, or of one named."""

    person: Annotated[int, Field(ge=0, le=_LARGEST_ID)] = NOBODY


class OpenTopic(CallbackData, prefix="topic1"):
    """Show when a person hears of a topic, to choose otherwise."""

    person: Person
    topic: Topic


class OpenAlways(CallbackData, prefix="always1"):
    """Say what is told at once whatever was chosen, and why."""

    person: Person


class ChooseTiming(CallbackData, prefix="when1"):
    """Hear of a topic at another time from now on, or no more."""

    person: Person
    topic: Topic
    timing: Timing


class OpenNights(CallbackData, prefix="nights1"):
    """Show a person's quiet hours."""

    person: Person


class ChooseNights(CallbackData, prefix="hush1"):
    """Have other quiet hours from now on; own ones from a minute of the day to another."""

    person: Person
    nights: Nights
    begin: Minute
    end: Minute


class ChooseWording(CallbackData, prefix="plain1"):
    """Get messages that tell all, or only that there is news."""

    person: Person
    neutral: bool


class ForgetPreferences(CallbackData, prefix="asbefore1"):
    """Hear all again as who chose nothing."""

    person: Person


class ReadNews(CallbackData, prefix="read1"):
    """Read what a message kept back that told only that there is news."""

    notice: Annotated[NoticeId, Field(ge=1, le=_LARGEST_ID)]


class OpenHelp(CallbackData, prefix="help1"):
    """Show what the bot can do for the person."""


class OpenPrivacy(CallbackData, prefix="priv1"):
    """Show what is kept about the person."""


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


class Reply(StrEnum):
    """What a guardian answers when a child is missed."""

    ILL = "i"
    EXCUSED = "e"
    NOT_KNOWN = "n"


class AnswerAbsence(CallbackData, prefix="why1"):
    """Say why a child is away on a day, or that the family does not know where it is."""

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


class PickReason(CallbackData, prefix="excwhy1"):
    """Choose why a child will be away on the days, or from the lessons of the one day."""

    pupil: Pupil
    since: Ordinal
    days: Days
    lessons: Lessons = 0


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


class SendExcuse(CallbackData, prefix="excsend1"):
    """Send what was begun to the class teacher."""

    pupil: Pupil


class TakeBackExcuse(CallbackData, prefix="excback1"):
    """Take an announcement back, as long as nobody has decided."""

    excuse: ExcuseNumber


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


class AcknowledgeNotice(CallbackData, prefix="ack1"):
    """Say that the recipient has read a notice."""

    notice: Notice


class OpenNotice(CallbackData, prefix="notice1"):
    """Show a notice that must be acknowledged; the message with the button stays."""

    notice: Notice


class OpenIssue(CallbackData, prefix="issue1"):
    """Show how far a class's forecast came with the families."""

    class_id: SchoolClass
    page: Page = 0
    anew: bool = False


class SendForecast(CallbackData, prefix="issend1"):
    """Send a class's forecast to the families."""

    class_id: SchoolClass


class OpenWarnings(CallbackData, prefix="warns1"):
    """Show the warnings of a class."""

    class_id: SchoolClass
    page: Page = 0
    anew: bool = False


class OpenWarning(CallbackData, prefix="warn1"):
    """Show one warning."""

    warning: Warned


class WarningDeed(StrEnum):
    """What a class teacher does with a warning."""

    SEND = "s"
    ADAPT = "a"
    DROP = "d"


class DecideWarning(CallbackData, prefix="warndo1"):
    """Send a warning, change its words, or drop it."""

    warning: Warned
    deed: WarningDeed


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


Stamp = Annotated[int, Field(ge=0, le=2**32 - 1)]


class OpenYear(CallbackData, prefix="year1"):
    """Show the final marks of the school year that holds a day."""

    pupil: Pupil
    day: Ordinal = NOW
    page: Page = 0
    anew: bool = False


class OpenMissing(CallbackData, prefix="miss1"):
    """Show which final marks a class misses in the period that holds a day."""

    class_id: SchoolClass
    day: Ordinal = NOW
    page: Page = 0
    anew: bool = False


class OpenReview(CallbackData, prefix="review1"):
    """Show the totals that a parent reviews."""

    pupil: Pupil
    anew: bool = False


class GiveReview(CallbackData, prefix="reviewed1"):
    """Say that the totals were read; `stamp` tells which were shown with the button."""

    pupil: Pupil
    stamp: Stamp


class OpenOwnReviews(CallbackData, prefix="myrev1"):
    """Show on which days a parent reviewed."""

    pupil: Pupil
    page: Page = 0


class OpenClassReviews(CallbackData, prefix="clsrev1"):
    """Show who of a class's families reviewed in the week that holds a day."""

    class_id: SchoolClass
    day: Ordinal = NOW
    page: Page = 0
    anew: bool = False


class OpenClassReviewsOfPeriod(CallbackData, prefix="clsrevp1"):
    """Show in how many weeks of the period each family of a class reviewed."""

    class_id: SchoolClass
    page: Page = 0


class OpenProgramme(CallbackData, prefix="prog1"):
    """Show how far the programme of each subject has come."""

    pupil: Pupil
    page: Page = 0


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
    pupil: Annotated[int, Field(ge=0, le=_LARGEST_ID)] = NOBODY


class OpenFile(CallbackData, prefix="file1"):
    """Show a family one of the files of a lesson's homework."""

    pupil: Pupil
    lesson: OfLesson
    at: Page = 0


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


class SendAnnouncement(CallbackData, prefix="wordok1"):
    """Tell all families the announcement that was written."""

    school: School


class OpenMailbox(CallbackData, prefix="mail1"):
    """Show where letters go: of the only person, of one to choose, or of one named."""

    person: Annotated[int, Field(ge=0, le=_LARGEST_ID)] = NOBODY


class UseKnownAddress(CallbackData, prefix="mailfile1"):
    """Send a code to the address that the school's files have of a person."""

    person: Person


class TypeAddress(CallbackData, prefix="mailtype1"):
    """Ask for an address to send a code to."""

    person: Person


class EnterMailCode(CallbackData, prefix="mailcode1"):
    """Ask for the code of a letter that was sent before."""

    person: Person


class EndMailbox(CallbackData, prefix="mailend1"):
    """Send a person no letters any more."""

    person: Person


class ChooseWay(CallbackData, prefix="way1"):
    """Hear of a topic by letter from now on, or in the chat."""

    person: Person
    topic: Topic
    by_mail: bool
