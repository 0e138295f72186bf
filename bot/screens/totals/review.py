"""A parent's review of the totals, and the own record."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from bot.callbacks.diary import OpenMarks
from bot.callbacks.places import Place
from bot.callbacks.review import GiveReview, OpenOwnReviews, OpenReview, OpenReviewPage
from bot.callbacks.why import About
from bot.screens.parts.frame import head, way_back
from bot.screens.parts.lesson import mark_of
from bot.screens.parts.pages import Page, page_of, rest_of, turning
from bot.screens.parts.periods import subject_in
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import TOAST_LENGTH, Button, Screen, button, lines, rows
from bot.texts.formats import clock_time, exact, stretch, weekday_and_day, weekday_name
from bot.texts.html import Html, cut, escaped, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.acknowledging import Outcome
from core.diary.totals.own_reviews import OwnReviews, ReviewedWeek
from core.diary.totals.review import Standing, sunday_of
from core.diary.totals.reviewing import Reviewed, Totals, stated
from core.diary.views import Period, SubjectMarks
from core.journal.values import MarkValue

_SUBJECT_LINES = 8
_SHORT_TITLE = 20
"""How long a title may be where two subjects share a line."""

_A_PAGE = 14
_LAST_PAGE = 2**10
_WEEKS_A_PAGE = 9
_TITLE_LENGTH = 48
_SUNDAY = timedelta(days=6)

_TOLD: Final[dict[Outcome, Key]] = {
    Outcome.AGAIN: "review-again",
    Outcome.CHANGED: "review-changed",
}


def totals(speech: Speech, actor: Actor, view: Totals, *, page: int = 0) -> Screen:
    """Show the week's counts, what is still needed, and the period's marks by subject.

    Where they take several pages the last one asks: nothing is confirmed that was not shown.
    """
    few = len(view.subjects) <= 2 * _SUBJECT_LINES
    listed = page_of(view.subjects, page, size=2 * _SUBJECT_LINES if few else _A_PAGE)
    return Screen(
        lines(
            *_told(speech, actor, view),
            _subjects(speech, view, listed.items) or [speech.say("review-nothing")],
            rest_of(speech, listed),
        ),
        rows(
            *_deeds(speech, view, listed),
            way_back(speech, actor, view.child, Place.MARKS),
        ),
    )


def reviewed(speech: Speech, actor: Actor, done: Reviewed, *, now: datetime) -> Screen:
    """Show the totals after a tap, and say what became of it."""
    shown = totals(speech, actor, done.totals, page=_LAST_PAGE)
    said = outcome_of(speech, done.totals, done.outcome, now=now)
    return Screen(
        lines(shown.text, escaped(said)),
        shown.buttons,
        toast=cut(said, TOAST_LENGTH),
        alert=done.outcome is Outcome.CHANGED,
    )


def outcome_of(speech: Speech, view: Totals, outcome: Outcome, *, now: datetime) -> str:
    """Say what became of the button."""
    if outcome is Outcome.RECORDED:
        day = weekday_and_day(view.today, speech.language)
        return speech.label("review-recorded", day=day, time=clock_time(now.time()))
    return speech.label(_TOLD[outcome])


def whole(speech: Speech, actor: Actor, view: Totals) -> Html:
    """Return the totals with every subject in a line of its own, for where nothing is short."""
    shown = [_subject(speech, view, one) for one in view.subjects]
    return lines(*_told(speech, actor, view), shown or [speech.say("review-nothing")])


def _told(speech: Speech, actor: Actor, view: Totals) -> tuple[Html, Html, Html]:
    return (
        head(speech, actor, view.child, speech.say("review-head")),
        speech.say("review-counts", marks=view.marks, absences=view.absences),
        _own(speech, view),
    )


def _own(speech: Speech, view: Totals) -> Html:
    if not view.may_review:
        return speech.say("review-for-parents")
    if view.reviewed:
        days = speech.say("review-days", days=_days(speech, view.reviewed))
    else:
        days = speech.say("review-no-day")
    return Html(f"{days} {_needed(speech, view)}")


def _needed(speech: Speech, view: Totals) -> Html:
    until = weekday_name(sunday_of(view.today), speech.language)
    match view.standing:
        case Standing.DONE:
            return speech.say("review-done")
        case Standing.DONE_BY_OTHER:
            return speech.say("review-done-by-other")
        case Standing.ON_PAPER:
            return speech.say("review-on-paper")
        case Standing.LOST:
            return speech.say("review-too-late", until=until)
        case Standing.BEGUN:
            return speech.say("review-missing", count=view.missing, until=until)
        case Standing.NOT_BEGUN:
            return speech.say("review-missing-first", count=view.missing, until=until)


def _days(speech: Speech, days: Iterable[date]) -> str:
    return ", ".join(weekday_name(one, speech.language) for one in days)


def _subjects(speech: Speech, view: Totals, shown: Sequence[SubjectMarks]) -> list[Html]:
    """Return how subjects stand, two in a line where they are many."""
    if len(view.subjects) <= _SUBJECT_LINES:
        return [_subject(speech, view, one) for one in shown]
    told = [_in_short(speech, view, one) for one in shown]
    return [joined(" · ", told[at : at + 2]) for at in range(0, len(told), 2)]


def _subject(speech: Speech, view: Totals, subject: SubjectMarks) -> Html:
    match stated(subject):
        case MarkValue() as final:
            what = speech.say("review-subject-final", mark=mark_of(speech, final))
        case Decimal() as mean:
            what = speech.say("review-subject-mean", mean=exact(mean, speech.language))
        case latest:
            what = escaped(", ".join(mark_of(speech, one) for one in latest))
    title = subject_in(speech, subject.title, subject.period, view.period.period)
    return speech.say("review-subject", subject=title, what=what)


def _in_short(speech: Speech, view: Totals, subject: SubjectMarks) -> Html:
    match stated(subject):
        case MarkValue() as final:
            what = speech.say("review-short-final", mark=mark_of(speech, final))
        case Decimal() as mean:
            what = escaped(exact(mean, speech.language))
        case latest:
            what = escaped(", ".join(mark_of(speech, one) for one in latest))
    title = cut(subject.title, _SHORT_TITLE)
    title = subject_in(speech, title, subject.period, view.period.period)
    return speech.say("review-short", subject=title, what=what)


def _deeds(
    speech: Speech, view: Totals, listed: Page[SubjectMarks]
) -> list[list[Button] | tuple[Button, ...]]:
    pupil = view.child.pupil
    others = turning(speech, listed, lambda to: OpenReviewPage(pupil=pupil, page=to))
    opens = button(speech.label("review-open"), OpenMarks(pupil=pupil))
    asks = why_button(speech, About.REVIEW, pupil)
    if not view.may_review:
        return [[*others, opens, asks]]
    own = button(speech.label("review-own"), OpenOwnReviews(pupil=pupil))
    gives = button(speech.label("review-button"), GiveReview(pupil=pupil, stamp=view.stamp))
    if view.today in view.reviewed:
        return [[own, opens], [*others, asks]]
    if listed.rest:
        return [[*others, asks], [opens, own]]
    return [[*others, gives, asks], [opens, own]]


def own_reviews(speech: Speech, actor: Actor, view: OwnReviews, *, page: int = 0) -> Screen:
    """Show a parent the weeks of a period, the newest first; every period has its own (F2)."""
    pupil = view.child.pupil
    back = way_back(speech, actor, view.child, Place.MARKS)
    opens = [button(speech.label("place-review"), OpenReview(pupil=pupil))]
    if view.period is None:
        first = head(speech, actor, view.child, speech.say("review-own-head-undated"))
        return Screen(lines(first, speech.say("review-own-none")), rows(opens, back))
    begins = view.period.begins.toordinal()
    listed = page_of(view.weeks, page, size=_WEEKS_A_PAGE)
    return Screen(
        lines(
            head(speech, actor, view.child, _own_title(speech, view, view.period)),
            [_week(speech, one) for one in listed.items] or [speech.say("review-own-no-weeks")],
            rest_of(speech, listed),
        ),
        rows(
            [
                *turning(
                    speech,
                    listed,
                    lambda to: OpenOwnReviews(pupil=pupil, day=begins, page=to),
                ),
                *opens,
            ],
            _periods_beside(speech, view),
            back,
        ),
    )


def _own_title(speech: Speech, view: OwnReviews, period: Period) -> Html:
    title = cut(period.title, _TITLE_LENGTH)
    if period.begins.year == view.today.year:
        return speech.say("review-own-head", period=title)
    return speech.say("review-own-head-past", period=title, year=str(period.begins.year))


def _periods_beside(speech: Speech, view: OwnReviews) -> list[Button]:
    beside: tuple[tuple[Key, Period | None], ...] = (
        ("marks-period-before", view.before),
        ("marks-period-after", view.after),
    )
    return [
        button(
            speech.label(key, period=cut(one.title, _TITLE_LENGTH)),
            OpenOwnReviews(pupil=view.child.pupil, day=one.begins.toordinal()),
        )
        for key, one in beside
        if one
    ]


def _week(speech: Speech, week: ReviewedWeek) -> Html:
    shown = stretch(week.monday, week.monday + _SUNDAY, speech.language)
    if not week.days:
        nothing: Key = "review-own-week-on-paper" if week.on_paper else "review-own-week-none"
        return speech.say(nothing, week=shown)
    return speech.say(_reviewed_week(week), week=shown, days=_days(speech, week.days))


def _reviewed_week(week: ReviewedWeek) -> Key:
    if week.is_done:
        return "review-own-week-done"
    return "review-own-week-paper" if week.on_paper else "review-own-week"
