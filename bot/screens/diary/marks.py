"""Marks of a period: all subjects with their weighted means, and one subject mark by mark."""

from collections.abc import Sequence

from bot.callbacks.diary import OpenMarks, OpenSubject
from bot.callbacks.forecast import OpenForecast, OpenSubjectForecast
from bot.callbacks.places import Place
from bot.callbacks.review import OpenReview
from bot.callbacks.why import About
from bot.screens.parts.frame import head, is_guardian, way_back
from bot.screens.parts.lesson import mark_of, marks_of, subject_of
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.periods import day_in, subject_in
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Rows, Screen, button, lines, rows
from bot.texts.formats import day_and_month, exact, plain
from bot.texts.html import NOTHING, Html, cut, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor, Child
from core.diary.views import Period, PeriodMarks, ShownMark, SubjectMarks
from core.ids import SubjectId

_SUBJECTS_A_PAGE = 8
_MARKS_A_SUBJECT = 10
_MARKS_A_PAGE = 8
_TITLE_LENGTH = 48
_WORK_LENGTH = 160
_COMMON_WEIGHT = 1


def marks_by_subject(speech: Speech, actor: Actor, view: PeriodMarks, *, page: int = 0) -> Screen:
    """Show for each subject its marks, the mean so far, and the period mark once it is set."""
    child, period = view.child, view.period
    back = way_back(speech, actor, child, Place.MARKS)
    if period is None:
        first = head(speech, actor, child, speech.say("marks-head-undated"))
        return Screen(lines(first, speech.say("marks-no-period")), rows(back))
    day = period.begins.toordinal()
    listed = page_of(view.subjects, page, size=_SUBJECTS_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    nothing = "" if any(one.marks or one.period_mark for one in view.subjects) else "marks-empty"
    return Screen(
        lines(
            head(speech, actor, child, _title(speech, period)),
            speech.say("marks-empty") if nothing else NOTHING,
            [] if nothing else [_subject_line(speech, view, *one) for one in numbered],
            NOTHING if nothing else rest_of(speech, listed),
        ),
        rows(
            [
                _to_subject(str(index), child, one, day_in(one.period, period))
                for index, one in numbered
                if not nothing
            ],
            [
                *_other_periods(speech, view, period),
                *turning(
                    speech, listed, lambda to: OpenMarks(pupil=child.pupil, day=day, page=to)
                ),
            ],
            *_deeds(speech, actor, child, day, back),
        ),
    )


def _deeds(speech: Speech, actor: Actor, child: Child, day: int, back: tuple[Button, ...]) -> Rows:
    forecast = button(speech.label("place-forecast"), OpenForecast(pupil=child.pupil, day=day))
    asks = why_button(speech, About.MARKS, child.pupil, day=day)
    if not is_guardian(actor, child.pupil):
        return ((forecast, asks, *back),)
    review = button(speech.label("place-review"), OpenReview(pupil=child.pupil))
    return (forecast, review, asks), back


def marks_of_subject(
    speech: Speech, actor: Actor, view: PeriodMarks, *, subject: SubjectId, page: int = 0
) -> Screen:
    """Show one subject's marks, the newest first, and what each was for."""
    found = next((one for one in view.subjects if one.subject == subject), None)
    if found is None or view.period is None:
        return marks_by_subject(speech, actor, view)
    period = found.period or view.period
    child, day = view.child, day_in(found.period, view.period)
    listed = page_of(found.marks[::-1], page, size=_MARKS_A_PAGE)
    title = speech.say("subject-head", subject=subject_of(found.title), period=_period(period))
    return Screen(
        lines(
            head(speech, actor, child, title),
            _subject_sum(speech, found),
            [_mark_line(speech, mark) for mark in listed.items],
            rest_of(speech, listed),
        ),
        rows(
            [
                *_own_periods(speech, child, found),
                *turning(
                    speech,
                    listed,
                    lambda to: OpenSubject(pupil=child.pupil, subject=subject, day=day, page=to),
                ),
            ],
            [
                button(
                    speech.label("place-forecast"),
                    OpenSubjectForecast(pupil=child.pupil, subject=subject, day=day),
                ),
                button(speech.label("subject-all"), OpenMarks(pupil=child.pupil, day=day)),
                why_button(speech, About.MARKS, child.pupil, day=day),
            ],
            way_back(speech, actor, child, Place.MARKS),
        ),
    )


def _own_periods(speech: Speech, child: Child, subject: SubjectMarks) -> list[Button]:
    """Return the way to what is beside, for a subject whose periods the other screens pass by."""
    own = subject.period
    if own is None:
        return []
    before = [one for one in subject.periods if one.ends < own.begins]
    after = [one for one in subject.periods if one.begins > own.ends]
    told: list[tuple[Key, Period]] = [("marks-period-before", one) for one in before[-1:]]
    told += [("marks-period-after", one) for one in after[:1]]
    return [
        _to_subject(speech.label(key, period=_period(one)), child, subject, one.begins.toordinal())
        for key, one in told
    ]


def _to_subject(label: str, child: Child, subject: SubjectMarks, day: int) -> Button:
    return button(label, OpenSubject(pupil=child.pupil, subject=subject.subject, day=day))


def _title(speech: Speech, period: Period) -> Html:
    return speech.say("marks-head", period=_period(period))


def _period(period: Period) -> str:
    return cut(period.title, _TITLE_LENGTH)


def _subject_line(speech: Speech, view: PeriodMarks, index: int, subject: SubjectMarks) -> Html:
    told = [
        marks_of(speech, subject.marks, most=_MARKS_A_SUBJECT)
        or speech.say("marks-none-of-subject")
    ]
    if subject.mean is not None:
        told.insert(0, speech.say("marks-mean", mean=exact(subject.mean, speech.language)))
    if subject.period_mark is not None:
        told.append(speech.say("marks-period-mark", mark=mark_of(speech, subject.period_mark)))
    title = subject_in(speech, subject.title, subject.period, view.period)
    return speech.say("marks-subject", index=index, subject=title, what=joined("; ", told))


def _other_periods(speech: Speech, view: PeriodMarks, period: Period) -> list[Button]:
    known = list(view.periods)
    at = known.index(period) if period in known else 0
    before, after = known[max(0, at - 1) : at], known[at + 1 : at + 2]
    year_before = view.year_before if not before else None
    year_after = view.year_after if not after else None
    return [
        *(
            [_period_button(speech.label("marks-year-before"), view, year_before)]
            if year_before
            else []
        ),
        *(
            _period_button(speech.label("marks-period-before", period=one.title), view, one)
            for one in before
        ),
        *(
            _period_button(speech.label("marks-period-after", period=one.title), view, one)
            for one in after
        ),
        *(
            [_period_button(speech.label("marks-year-after"), view, year_after)]
            if year_after
            else []
        ),
    ]


def _period_button(label: str, view: PeriodMarks, period: Period) -> Button:
    return button(label, OpenMarks(pupil=view.child.pupil, day=period.begins.toordinal()))


def _subject_sum(speech: Speech, subject: SubjectMarks) -> Sequence[Html]:
    if not subject.marks and subject.period_mark is None:
        return [speech.say("subject-empty")]
    said = [
        speech.say("subject-no-mean")
        if subject.mean is None
        else speech.say("subject-mean", mean=exact(subject.mean, speech.language))
    ]
    if subject.period_mark is not None:
        mark = mark_of(speech, subject.period_mark)
        said.append(speech.say("subject-period-mark", mark=mark))
    return said


def _mark_line(speech: Speech, mark: ShownMark) -> Html:
    value, work = mark_of(speech, mark.value), cut(mark.work, _WORK_LENGTH)
    day = day_and_month(mark.day, speech.language)
    if mark.weight == _COMMON_WEIGHT:
        return speech.say("subject-mark", mark=value, work=work, day=day)
    weight = plain(mark.weight, speech.language)
    return speech.say("subject-mark-weighted", mark=value, work=work, day=day, weight=weight)
