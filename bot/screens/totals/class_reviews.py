"""Who of a class's families reviewed: by week, and by period."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.classes import (
    OpenClassReviews,
    OpenClassReviewsIn,
    OpenClassReviewsOfPeriod,
    SendClassReviews,
    SendClassReviewsIn,
)
from bot.callbacks.places import OpenMenu
from bot.callbacks.reports import Form
from bot.callbacks.why import About
from bot.screens.parts.enclosure import Enclosure, Paper
from bot.screens.parts.frame import led_by
from bot.screens.parts.naming import first_name, full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.screens.parts.turned import beside
from bot.screens.people.more import way_to_class
from bot.screens.reports.report import FORMS
from bot.texts.formats import stretch, weekday_name
from bot.texts.html import NOTHING, Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor, Name
from core.diary.totals.tables import ClassPeriod, ClassWeek, PupilReviews
from core.ids import ClassId, PeriodId

_PUPILS_A_PAGE = 9
_CLASS_LENGTH = 16
_TITLE_LENGTH = 48
_CLASSES = 8
_IN_A_ROW = 4
_GUARDIANS = 3
_HEAD = 2
_SUNDAY = timedelta(days=6)


def reviews_of_week(speech: Speech, view: ClassWeek, *, page: int = 0) -> Screen:
    """Show how many of a class are done in a week, and who is missing."""
    missing = view.missing
    listed = page_of(missing, page, size=_PUPILS_A_PAGE)
    led, day = view.overseen.led, view.monday.toordinal()
    week = stretch(view.monday, view.monday + _SUNDAY, speech.language)
    return Screen(
        lines(
            speech.say("reviews-week-head", **{"class": cut(led.title, _CLASS_LENGTH)}, week=week),
            _sum(speech, view, len(missing)),
            [_missing(speech, one) for one in listed.items],
            rest_of(speech, listed),
        ),
        rows(
            [
                *_other_weeks(speech, view),
                *turning(
                    speech,
                    listed,
                    lambda to: OpenClassReviews(class_id=led.id, day=day, page=to),
                ),
            ],
            _files(speech, lambda form: SendClassReviews(class_id=led.id, day=day, form=form))
            if view.pupils
            else (),
            [
                button(speech.label("reviews-period"), OpenClassReviewsOfPeriod(class_id=led.id)),
                why_button(speech, About.CLASS_REVIEWS, led.id, day=day),
                way_to_class(speech, view.overseen),
            ],
        ),
    )


def _sum(speech: Speech, view: ClassWeek, missing: int) -> Html:
    if not view.pupils:
        return speech.say("reviews-week-empty")
    if not view.has_lessons:
        return speech.say("reviews-week-holidays")
    if not missing:
        return speech.say("reviews-week-all", paper=view.on_paper)
    count = len(view.pupils)
    done = count - missing
    return speech.say("reviews-week-sum", done=done, count=count, paper=view.on_paper)


def _missing(speech: Speech, pupil: PupilReviews) -> Html:
    name = full_name(speech, pupil.child.name)
    if not pupil.has_guardians:
        days = speech.label("reviews-week-no-guardian")
    elif not pupil.days:
        days = speech.label("reviews-week-none")
    elif pupil.apart:
        days = "; ".join(_of_guardian(speech, *one) for one in pupil.apart[:_GUARDIANS])
    else:
        days = _days(speech, pupil.days)
    return speech.say("reviews-week-missing", name=name, days=days)


def _of_guardian(speech: Speech, name: Name, days: Sequence[date]) -> str:
    told = _days(speech, days) if days else speech.label("reviews-week-nobody")
    return speech.label("reviews-week-guardian", name=first_name(name), days=told)


def _days(speech: Speech, days: Sequence[date]) -> str:
    return ", ".join(weekday_name(one, speech.language) for one in days)


def _other_weeks(speech: Speech, view: ClassWeek) -> list[Button]:
    class_id = view.overseen.led.id
    weeks: tuple[tuple[Key, date | None], ...] = (
        ("reviews-before", view.before),
        ("reviews-after", view.after),
    )
    return [
        button(speech.label(key), OpenClassReviews(class_id=class_id, day=monday.toordinal()))
        for key, monday in weeks
        if monday
    ]


def reviews_of_which(speech: Speech, actor: Actor, *, day: int) -> Screen:
    """Let who leads several classes, or none any more, choose where to go on from."""
    led = led_by(actor)
    found = [
        button(
            speech.label("place-class", title=one.title),
            OpenClassReviews(class_id=one.id, day=day),
        )
        for one in led[:_CLASSES]
    ]
    said = speech.say("class-choose") if led else speech.say("class-none")
    menu = button(speech.label("place-menu"), OpenMenu())
    return Screen(said, rows(found[:_IN_A_ROW], found[_IN_A_ROW:], [menu]))


def reviews_of_period(speech: Speech, view: ClassPeriod, *, page: int = 0) -> Screen:
    """Show in how many weeks of a period each family was done, the least first."""
    led = view.overseen.led
    title = {"class": cut(led.title, _CLASS_LENGTH)}
    weekly = button(speech.label("reviews-week"), OpenClassReviews(class_id=led.id))
    asks = why_button(speech, About.CLASS_REVIEWS, led.id)
    back = [weekly, asks, way_to_class(speech, view.overseen)]
    others = beside(speech, view.turned, partial(_opens_in, view))
    if view.period is None or not view.weeks:
        first = (
            speech.say("reviews-period-head-undated", **title)
            if view.period is None
            else speech.say("reviews-period-head", **title, period=_title(view.period.title))
        )
        return Screen(lines(first, speech.say("reviews-period-none")), rows(others, back))
    listed = page_of(view.pupils, page, size=_PUPILS_A_PAGE)
    return Screen(
        lines(
            speech.say("reviews-period-head", **title, period=_title(view.period.title)),
            speech.say("reviews-period-sum", count=view.weeks),
            [
                speech.say(
                    "reviews-period-pupil",
                    name=full_name(speech, one.child.name),
                    done=one.done,
                    count=view.weeks,
                )
                for one in listed.items
            ],
            rest_of(speech, listed) if listed.rest else NOTHING,
        ),
        rows(
            [
                *others,
                *turning(speech, listed, partial(_opens_in, view, view.period.id)),
            ],
            _files(speech, partial(_sends_in, led.id, view.period.id)),
            back,
        ),
    )


def file_of_week(speech: Speech, view: ClassWeek, form: Form) -> Screen:
    """Hand over who reviewed in a week."""
    shown = reviews_of_week(speech, view)
    return _file(speech, shown, form, class_id=view.overseen.led.id, day=view.monday.toordinal())


def file_of_period(speech: Speech, view: ClassPeriod, form: Form) -> Screen:
    """Hand over who reviewed in a period; where no week of it is over that is said."""
    shown = reviews_of_period(speech, view)
    if view.period is None or not view.weeks:
        return shown
    class_id, what = view.overseen.led.id, str(view.period.id)
    return _file(speech, shown, form, class_id=class_id, what=what)


def _file(
    speech: Speech, shown: Screen, form: Form, *, class_id: ClassId, day: int = 0, what: str = ""
) -> Screen:
    """Return a file under the first two lines of what it tells, with the ways on."""
    told = [Html(one) for one in shown.text.split("\n")[:_HEAD]]
    paper = Paper.REVIEWS_SHEET if form is Form.SHEET else Paper.REVIEWS_PDF
    instead = speech.say("paper-failed")
    enclosed = Enclosure(paper, class_id, day, speech.language, instead, what)
    how = speech.say(FORMS[form][1])
    return Screen(lines(told, how), shown.buttons[-1:], enclosed=enclosed)


def _files(speech: Speech, sends: Callable[[Form], CallbackData]) -> list[Button]:
    return [button(speech.label(key), sends(form)) for form, (key, _) in FORMS.items()]


def _sends_in(class_id: ClassId, period: PeriodId, form: Form) -> SendClassReviewsIn:
    return SendClassReviewsIn(class_id=class_id, period=period, form=form)


def _opens_in(view: ClassPeriod, period: PeriodId, page: int = 0) -> OpenClassReviewsIn:
    return OpenClassReviewsIn(class_id=view.overseen.led.id, period=period, page=page)


def _title(title: str) -> str:
    return cut(title, _TITLE_LENGTH)
