"""The forecast of a period: by subject, one subject in full, and how it comes about."""

from collections.abc import Collection, Iterable, Sequence

from bot.callbacks.diary import OpenSubject
from bot.callbacks.forecast import OpenForecast, OpenForecastWhy, OpenSubjectForecast, OpenWhatIf
from bot.callbacks.places import Place
from bot.screens.forecast.words import (
    being_marked,
    chance_of,
    likely_mark,
    told_in_short,
    ways_of,
    why_none,
    works_of,
)
from bot.screens.parts.frame import head, way_back
from bot.screens.parts.lesson import mark_of, subject_of
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.periods import day_in, subject_in
from bot.screens.parts.rules import why
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import day_and_month, exact
from bot.texts.html import NOTHING, Html, cut, joined
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.forecast.of_subject import Risk, SubjectForecast
from core.diary.forecast.reading import PupilForecast
from core.diary.forecast.scale import MARKS
from core.diary.forecast.views import Forecast
from core.diary.views import Period
from core.ids import SubjectId
from core.journal.values import PeriodKind
from core.regulation.profile import Profile

_SUBJECTS_A_PAGE = 8
_TITLE_LENGTH = 48
_BEST_FIRST = tuple(reversed(MARKS))


def forecast_by_subject(
    speech: Speech, actor: Actor, view: PupilForecast, *, page: int = 0
) -> Screen:
    """Show for each subject the mark to be expected, and the one thing to know beside it."""
    child, period = view.child, view.period
    back = way_back(speech, actor, child, Place.FORECAST)
    if period is None:
        first = head(speech, actor, child, speech.say("forecast-head-undated"))
        return Screen(lines(first, speech.say("forecast-no-period")), rows(back))
    day, over = period.begins.toordinal(), _is_over(view, period)
    listed = page_of(view.subjects, page, size=_SUBJECTS_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    return Screen(
        lines(
            head(speech, actor, child, speech.say("forecast-head", period=_period(period))),
            speech.say("forecast-over") if over else NOTHING,
            NOTHING if view.subjects else speech.say("forecast-no-subjects"),
            [_line(speech, view, index, one) for index, one in numbered],
            rest_of(speech, listed),
            _certain_note(speech, listed.items, over=over),
        ),
        rows(
            [
                button(
                    str(index),
                    OpenSubjectForecast(
                        pupil=child.pupil, subject=one.subject, day=day_in(one.period, period)
                    ),
                )
                for index, one in numbered
            ],
            [
                *turning(
                    speech, listed, lambda to: OpenForecast(pupil=child.pupil, day=day, page=to)
                ),
                button(speech.label("why-button"), OpenForecastWhy(pupil=child.pupil, day=day)),
            ],
            back,
        ),
    )


def forecast_of_subject(
    speech: Speech, actor: Actor, view: PupilForecast, *, subject: SubjectId
) -> Screen:
    """Show one subject: the chances, what lacks, what is to come and what would raise the mark."""
    found = subject_forecast(view, subject)
    if found is None or view.period is None:
        return forecast_by_subject(speech, actor, view)
    title, period = subject_of(found.title), found.period or view.period
    told = speech.say("forecast-subject-head", subject=title, period=_period(period))
    return Screen(
        lines(
            head(speech, actor, view.child, told),
            _expected(speech, found),
            _chances(speech, found),
            _means(speech, found),
            _marks_counted(speech, found),
            _coming(speech, found),
            being_marked(speech, found),
            [ways_line(speech, found, target) for target in _open_targets(found)],
        ),
        rows(
            _beside(speech, view, found, day=day_in(found.period, view.period)),
            _around(speech, view, found, day=day_in(found.period, view.period)),
            way_back(speech, actor, view.child, Place.FORECAST),
        ),
    )


def forecast_why(
    speech: Speech, actor: Actor, view: PupilForecast, *, subject: SubjectId | None = None
) -> Screen:
    """Show how the forecast comes about in two sentences, and the school's rules behind it."""
    if view.period is None:
        return forecast_by_subject(speech, actor, view)
    found = subject_forecast(view, subject) if subject else None
    period = (found.period if found else None) or view.period
    day = day_in(found.period if found else None, view.period)
    pupil = view.child.pupil
    back = OpenForecast(pupil=pupil, day=day)
    places = [button(speech.label("forecast-all"), back)]
    if found is not None:
        target = OpenSubjectForecast(pupil=pupil, subject=found.subject, day=day)
        places = [button(_label(found), target), *places]
    return Screen(
        lines(
            head(speech, actor, view.child, speech.say("forecast-why-head")),
            speech.say("forecast-why-counted"),
            speech.say("forecast-why-chance"),
            [
                why(speech, view.rules, rule)
                for rule in rules_behind(view.rules, period, [found] if found else view.subjects)
            ],
        ),
        rows(places, way_back(speech, actor, view.child, Place.FORECAST)),
    )


def rules_behind(
    rules: Profile, period: Period, subjects: Collection[SubjectForecast] | None = None
) -> tuple[str, ...]:
    """Return the settings that decide forecasts of such a period, of these subjects or of any.

    How many marks certify depends on how often a subject is taught; by which day they are set,
    on whether the school's order names one. Works that are being marked name the days for that.
    """
    kind = "half_year" if period.kind is PeriodKind.HALF_YEAR else "quarter"
    ordered = rules.period_marks.orders(period.begins, period.ends)
    weekly: tuple[str, ...] = ("at_one_hour", "at_more")
    marked_within: tuple[str, ...] = ()
    if subjects is not None:
        taught = {
            "at_one_hour" if one.sufficiency.at_one_hour else "at_more"
            for one in subjects
            if one.sufficiency.needed
        }
        weekly = tuple(one for one in weekly if one in taught)
        if any(one.being_marked for one in subjects):
            marked_within = ("marking.written_within_days",)
    return (
        "marking.weighted",
        "rounding.half",
        *marked_within,
        *(f"sufficiency.{kind}_{one}" for one in weekly),
        *(f"sufficiency.free_weeks_{one}" for one in weekly),
        "period_marks.ordered" if ordered else "period_marks.set_days_before",
        "forecast.in_hand_days_before",
    )


def subject_forecast(view: PupilForecast, subject: SubjectId) -> SubjectForecast | None:
    """Return a subject's forecast, or None where the period has no such subject any more."""
    return next((one for one in view.subjects if one.subject == subject), None)


def ways_line(speech: Speech, subject: SubjectForecast, target: int) -> Html:
    """Say what would raise the mark to the target."""
    told = ways_of(speech, subject.ways_to(target))
    return speech.say("forecast-ways", mark=target, ways=told)


def _period(period: Period) -> str:
    return cut(period.title, _TITLE_LENGTH)


def _label(subject: SubjectForecast) -> str:
    return subject_of(subject.title)


def _is_over(view: PupilForecast, period: Period) -> bool:
    """Say whether it is shown how the period came out: no work of it waits for its marks."""
    waits = any(one.being_marked and one.set_mark is None for one in view.subjects)
    return view.today > period.ends and not waits


def _line(speech: Speech, view: PupilForecast, index: int, subject: SubjectForecast) -> Html:
    title = subject_in(speech, subject.title, subject.period, view.period)
    what = told_in_short(speech, subject)
    return speech.say("forecast-line", index=index, subject=title, what=what)


def _certain_note(speech: Speech, subjects: Iterable[SubjectForecast], *, over: bool) -> Html:
    """Say why a mark stands there without a chance, where one does."""
    certain = any(
        one.forecast is not None and one.forecast.certain and one.set_mark is None
        for one in subjects
        if one.risk is not Risk.NOT_CERTIFIED
    )
    return speech.say("forecast-certain") if certain and not over else NOTHING


def _expected(speech: Speech, subject: SubjectForecast) -> Html:
    if subject.set_mark is not None:
        return speech.say("forecast-subject-set", mark=mark_of(speech, subject.set_mark))
    if subject.risk is Risk.NOT_CERTIFIED:
        return speech.say("forecast-subject-not-certified")
    foreseen = subject.forecast
    if foreseen is None:
        return speech.say("forecast-subject-none", why=why_none(speech, subject))
    if foreseen.certain:
        return speech.say("forecast-subject-certain", mark=foreseen.mark)
    chance = chance_of(foreseen, foreseen.mark)
    return speech.say("forecast-subject-likely", mark=foreseen.mark, chance=chance)


def _is_open(subject: SubjectForecast) -> Forecast | None:
    """Return the forecast while the mark is neither set nor certain."""
    foreseen = subject.forecast
    if subject.set_mark is not None or foreseen is None or foreseen.certain:
        return None
    return foreseen


def _chances(speech: Speech, subject: SubjectForecast) -> Html:
    if subject.risk is Risk.NOT_CERTIFIED:
        return _if_enough(speech, subject)
    foreseen = _is_open(subject)
    if foreseen is None:
        return NOTHING
    told = [(mark, chance_of(foreseen, mark)) for mark in _BEST_FIRST]
    said = [
        speech.say("forecast-chance", mark=mark, chance=chance) for mark, chance in told if chance
    ]
    return speech.say("forecast-chances", chances=joined(", ", said))


def _if_enough(speech: Speech, subject: SubjectForecast) -> Html:
    """Say which mark it would be, would there be marks enough."""
    foreseen = subject.forecast
    if subject.set_mark is not None or foreseen is None:
        return NOTHING
    return speech.say("forecast-subject-if-enough", mark=likely_mark(speech, foreseen))


def _means(speech: Speech, subject: SubjectForecast) -> Html:
    mean, foreseen = subject.now.mean, _is_open(subject)
    if mean is None:
        return NOTHING
    now = exact(mean, speech.language)
    if foreseen is None:
        return speech.say("forecast-mean", now=now)
    expected = exact(foreseen.expected, speech.language)
    return speech.say("forecast-means", now=now, expected=expected)


def _marks_counted(speech: Speech, subject: SubjectForecast) -> Html:
    """Say whether the marks certify; nothing where none are asked for, or the mark is set."""
    lack = subject.sufficiency
    if subject.set_mark is not None or not lack.needed:
        return NOTHING
    if not lack.missing:
        return speech.say("forecast-enough", have=lack.have, needed=lack.needed)
    day = day_and_month(lack.by, speech.language)
    counts = {"have": lack.have, "needed": lack.needed, "missing": lack.missing}
    return speech.say("forecast-short", day=day, **counts)


def _coming(speech: Speech, subject: SubjectForecast) -> Html:
    if subject.set_mark is not None or not subject.coming:
        return NOTHING
    return speech.say("forecast-coming", works=works_of(speech, subject.coming))


def _open_targets(subject: SubjectForecast) -> Sequence[int]:
    """Return the marks that can still be striven for, the nearest first."""
    return subject.targets() if subject.openings and subject.set_mark is None else ()


def _beside(
    speech: Speech, view: PupilForecast, subject: SubjectForecast, *, day: int
) -> list[Button]:
    pupil = view.child.pupil
    marks = OpenSubject(pupil=pupil, subject=subject.subject, day=day)
    found = [button(speech.label("forecast-marks"), marks)]
    if subject.kinds and subject.set_mark is None:
        target = OpenWhatIf(pupil=pupil, subject=subject.subject)
        found.insert(0, button(speech.label("forecast-what-if"), target))
    return found


def _around(
    speech: Speech, view: PupilForecast, subject: SubjectForecast, *, day: int
) -> list[Button]:
    pupil = view.child.pupil
    return [
        button(
            speech.label("why-button"),
            OpenForecastWhy(pupil=pupil, subject=subject.subject, day=day),
        ),
        button(speech.label("forecast-all"), OpenForecast(pupil=pupil, day=day)),
    ]
