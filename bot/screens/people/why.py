"""«Why?»: the rules behind each kind of screen, in sentences with their clauses.

The one table of the house that says which rules decide which screen. How a forecast comes about
has a screen of its own, for it needs more words.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.asking import OpenRequests
from bot.callbacks.breaches import OpenBreaches
from bot.callbacks.classes import (
    OpenClassReviews,
    OpenIssue,
    OpenMissing,
    OpenMissingOfYear,
    OpenWarnings,
)
from bot.callbacks.connections import OpenRoll
from bot.callbacks.diary import (
    OpenAbsences,
    OpenControlWorks,
    OpenHomework,
    OpenMarks,
    OpenYear,
)
from bot.callbacks.duty import OpenDutySchedule
from bot.callbacks.excuses import OpenAnnouncing, OpenClaims
from bot.callbacks.messages import OpenThreads
from bot.callbacks.paper import OpenPaperRun
from bot.callbacks.personal_data import OpenMyData
from bot.callbacks.places import OpenMenu
from bot.callbacks.reports import OpenClassReports, OpenSchoolReports
from bot.callbacks.review import OpenReview
from bot.callbacks.sheets import OpenOwnSheetsAt
from bot.callbacks.trainings import OpenTrainings
from bot.callbacks.truancy import OpenTruancies
from bot.callbacks.watch import OpenMissedWeek
from bot.callbacks.why import About, OpenWhy, OpenWhyOf
from bot.screens.parts.rules import why
from bot.screens.parts.screen import Screen, button, lines, rows
from bot.texts.html import NOTHING, Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor
from core.access.rules import Ruled, RuledBy
from core.ids import ClassId, PersonId, PupilId, SchoolId
from core.journal.marked_periods import ordered_since
from core.regulation.profile import PeriodMarkRule, Profile

_NAME_LENGTH: Final = 80


@dataclass(frozen=True, slots=True)
class Behind:
    """What decides a kind of screen: what the regulations say in words, then settings.

    `back` leads to the screen again, from its id and its day.
    """

    by: RuledBy
    settings: tuple[str, ...]
    back: Callable[[int, int], CallbackData]
    said: tuple[Key, ...] = ()


def _of_pupil(
    back: Callable[[PupilId, int], CallbackData], *settings: str, said: tuple[Key, ...] = ()
) -> Behind:
    return Behind(RuledBy.PUPIL, settings, lambda of, day: back(PupilId(PersonId(of)), day), said)


def _of_class(
    back: Callable[[ClassId, int], CallbackData], *settings: str, said: tuple[Key, ...] = ()
) -> Behind:
    return Behind(RuledBy.CLASS, settings, lambda of, day: back(ClassId(of), day), said)


def _of_school(back: Callable[[SchoolId], CallbackData], *settings: str) -> Behind:
    return Behind(RuledBy.SCHOOL, settings, lambda of, _: back(SchoolId(of)))


_SET_DAYS: Final = "period_marks.set_days_before"
_ORDERED: Final = "period_marks.ordered"
_SET_BY: Final = (
    _SET_DAYS,
    "period_marks.shown_days_before",
    "period_marks.missing_told_days_before",
    "period_marks.missing_told_days_after",
)
_OF_CODES: Final = (
    "codes.lifetime",
    "codes.wrong_tries",
    "codes.wrong_tries_everywhere",
    "codes.within",
)
_MISSED: Final = (
    "truancy.missed_lessons",
    "truancy.within_days",
    "truancy.reminded_after_days",
)

BEHIND: Final[Mapping[About, Behind]] = {
    About.MARKS: _of_pupil(
        lambda of, day: OpenMarks(pupil=of, day=day),
        "marking.weighted",
        "rounding.places",
        "rounding.half",
        "marking.written_within_days",
    ),
    About.REVIEW: _of_pupil(
        lambda of, _: OpenReview(pupil=of),
        "review.times_a_week",
        "review.done_by",
        "review.told",
    ),
    About.YEAR: _of_pupil(
        lambda of, day: OpenYear(pupil=of, day=day),
        "rounding.half",
        _SET_DAYS,
        "period_marks.shown_days_before",
        said=("why-set-by-teacher",),
    ),
    About.ABSENCES: _of_pupil(
        lambda of, day: OpenAbsences(pupil=of, day=day),
        *_MISSED,
        "marking.deferred_from_percent",
        said=("why-reasons", "why-reason-confirmed"),
    ),
    About.ANNOUNCING: _of_pupil(
        lambda of, _: OpenAnnouncing(pupil=of), said=("why-reasons", "why-reason-confirmed")
    ),
    About.HOMEWORK: _of_pupil(
        lambda of, day: OpenHomework(pupil=of, day=day),
        "homework.recorded",
        "homework.minutes_after_lessons",
    ),
    About.CONTROL_WORKS: _of_pupil(
        lambda of, _: OpenControlWorks(pupil=of), "control_works.warned_days_before"
    ),
    About.TRUANCY: _of_pupil(
        lambda of, _: OpenAbsences(pupil=of), *_MISSED, said=("why-only-known-reasons",)
    ),
    About.CLASS_REVIEWS: _of_class(
        lambda of, day: OpenClassReviews(class_id=of, day=day),
        "review.times_a_week",
        "review.done_by",
        "review.told",
    ),
    About.MISSING: _of_class(lambda of, day: OpenMissing(class_id=of, day=day), *_SET_BY),
    About.MISSING_OF_YEAR: _of_class(
        lambda of, day: OpenMissingOfYear(class_id=of, day=day),
        *_SET_BY,
        said=("why-year-missing", "why-final-missing"),
    ),
    About.SHEETS: _of_school(lambda of: OpenOwnSheetsAt(school=of), *_SET_BY[:2]),
    About.ISSUE: _of_class(
        lambda of, _: OpenIssue(class_id=of),
        "forecast.in_hand_days_before",
        "forecast.issued_days_before",
        "forecast.printed_days_before",
    ),
    About.WARNINGS: _of_class(
        lambda of, _: OpenWarnings(class_id=of),
        "forecast.warned_after_days",
        "forecast.warned_again_after_days",
        "rounding.half",
        "sufficiency.quarter_at_one_hour",
        "sufficiency.quarter_at_more",
        "sufficiency.half_year_at_one_hour",
        "sufficiency.half_year_at_more",
        said=("why-at-risk",),
    ),
    About.CLAIMS: _of_class(
        lambda of, _: OpenClaims(class_id=of), said=("why-reasons", "why-reason-confirmed")
    ),
    About.PAPER: _of_class(
        lambda of, _: OpenPaperRun(class_id=of),
        "paper.every",
        "forecast.printed_days_before",
        said=("why-on-paper",),
    ),
    About.ABSENCES_OF_WEEK: _of_class(
        lambda of, day: OpenMissedWeek(class_id=of, day=day),
        "absences.verified_on",
        said=("why-absences-verified",),
    ),
    About.TRUANCIES: _of_class(
        lambda of, _: OpenTruancies(class_id=of), *_MISSED, said=("why-only-known-reasons",)
    ),
    About.CLASS_REPORTS: _of_class(
        lambda of, _: OpenClassReports(class_id=of),
        "marking.weighted",
        "rounding.places",
        "rounding.half",
        said=("class-forecast-why-shares",),
    ),
    About.MY_DATA: _of_school(
        lambda _: OpenMyData(), "personal_data.asked_on", "personal_data.pupils_from_grade"
    ),
    About.DUTY: _of_school(
        lambda of: OpenDutySchedule(school=of),
        "help.topic_days",
        "help.called_minutes_before",
        "help.called_again_minutes_before",
        "help.alarmed_minutes_before",
    ),
    About.REQUESTS: _of_school(
        lambda _: OpenRequests(),
        "help.first_answer_minutes",
        "help.kept_minutes_after",
        "help.asked_back_reminded_days",
        "help.asked_back_closed_days",
        "help.reopened_days",
    ),
    About.CODES: _of_class(lambda of, _: OpenRoll(of=of), *_OF_CODES),
    About.STAFF_CODES: _of_school(lambda of: OpenRoll(of=of, staff=True), *_OF_CODES),
    About.BREACHES: _of_school(lambda of: OpenBreaches(school=of), "breach.reported_working_days"),
    About.SCHOOL_REPORTS: _of_school(
        lambda of: OpenSchoolReports(school=of),
        "marking.weighted",
        "rounding.places",
        "rounding.half",
    ),
    About.MESSAGES: _of_school(lambda _: OpenThreads(), "messages.hours", "messages.most_an_hour"),
    About.TRAININGS: _of_school(
        lambda _: OpenTrainings(), "help.trainings_a_quarter", "help.training_told_days_before"
    ),
}
"""What decides each kind of screen."""


def rules_behind(speech: Speech, actor: Actor, asked: OpenWhy | OpenWhyOf, ruled: Ruled) -> Screen:
    """Show the rules behind a kind of screen, each in a sentence with where it comes from."""
    behind = BEHIND[asked.about]
    back = button(speech.label("why-back"), behind.back(asked.of, asked.day))
    return Screen(
        lines(
            speech.say("why-head", about=asked.about.name.lower()),
            _school(speech, actor, ruled),
            [speech.say(key) for key in behind.said],
            [
                why(speech, ruled.rules, setting)
                for setting in decided_by(behind.settings, asked, ruled.rules)
                if ruled.rules.applies(setting)
            ],
        ),
        rows([back, button(speech.label("place-menu"), _menu(behind, asked))]),
    )


def decided_by(
    settings: Sequence[str], asked: OpenWhy | OpenWhyOf, rules: Profile
) -> Sequence[str]:
    """Return the settings that decided: of a period with a day of the school's order, the order.

    A year holds periods of both sorts. Where the days are not known, as under buttons of old,
    both are told.
    """
    return [one for setting in settings for one in _which(setting, asked, rules.period_marks)]


def _which(setting: str, asked: OpenWhy | OpenWhyOf, rule: PeriodMarkRule) -> Sequence[str]:
    if setting != _SET_DAYS:
        return [setting]
    if isinstance(asked, OpenWhy):
        return [_ORDERED, _SET_DAYS] if rule.ordered else [_SET_DAYS]
    begins, ends = date.fromordinal(asked.day), date.fromordinal(asked.until)
    since = ordered_since(begins, ends, is_year=asked.about is About.MISSING_OF_YEAR)
    if not rule.orders(since, ends):
        return [_SET_DAYS]
    return [_ORDERED, _SET_DAYS] if asked.about is About.YEAR else [_ORDERED]


def _menu(behind: Behind, asked: OpenWhy | OpenWhyOf) -> OpenMenu:
    return OpenMenu(pupil=asked.of) if behind.by is RuledBy.PUPIL else OpenMenu()


def _school(speech: Speech, actor: Actor, ruled: Ruled) -> Html:
    """Return whose rules these are, to who belongs to several schools."""
    if len({one.school for one in actor.members}) == 1:
        return NOTHING
    return speech.say("why-school", school=cut(ruled.member.school_name, _NAME_LENGTH))
