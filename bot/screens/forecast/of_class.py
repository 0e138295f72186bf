"""The forecast of a whole class: by subject with quality and success, who is at risk, and why."""

from bot.callbacks.forecast import (
    OpenClassAtRisk,
    OpenClassForecast,
    OpenClassForecastWhy,
    OpenForecast,
)
from bot.screens.forecast.pupil import rules_behind
from bot.screens.forecast.words import chance_of
from bot.screens.parts.lesson import mark_of
from bot.screens.parts.naming import full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.periods import subject_in, within_in
from bot.screens.parts.rules import why
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.screens.people.more import way_to_class
from bot.texts.html import NOTHING, Html, cut, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.diary.forecast.of_class import AtRisk, ClassForecast, SubjectOutlook
from core.diary.forecast.of_subject import Risk, SubjectForecast
from core.diary.views import Period

_SUBJECTS_A_PAGE = 6
_PUPILS_A_PAGE = 8
_SUBJECTS_OF_PUPIL = 3
_TITLE_LENGTH = 48


def class_forecast(speech: Speech, view: ClassForecast, *, page: int = 0) -> Screen:
    """Show what a class is to expect: the shares over all, and each subject."""
    period, class_id = view.period, view.of.led.id
    back = way_to_class(speech, view.of)
    if period is None:
        nothing: Key = "forecast-no-period" if view.pupils else "class-forecast-no-pupils"
        return Screen(lines(_undated(speech, view), speech.say(nothing)), rows([back]))
    listed = page_of(view.subjects, page, size=_SUBJECTS_A_PAGE)
    return Screen(
        lines(
            _head(speech, view, period),
            _shares(speech, view),
            [
                _subject_line(speech, view, index, one)
                for index, one in enumerate(listed.items, start=listed.begin + 1)
            ],
            rest_of(speech, listed),
        ),
        rows(
            turning(speech, listed, lambda to: OpenClassForecast(class_id=class_id, page=to)),
            [_risk_button(speech, view), _why_button(speech, view)],
            [back],
        ),
    )


def class_at_risk(speech: Speech, view: ClassForecast, *, page: int = 0) -> Screen:
    """Show who is at risk in what; a class teacher opens the pupil's forecast by the number."""
    period, class_id = view.period, view.of.led.id
    if period is None:
        return class_forecast(speech, view)
    listed = page_of(view.at_risk, page, size=_PUPILS_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    leads = view.of.led in view.of.member.leads
    return Screen(
        lines(
            _said(speech, view, period, risk=True),
            NOTHING if view.at_risk else speech.say("class-forecast-no-risk"),
            [_pupil_line(speech, view, index, one) for index, one in numbered],
            rest_of(speech, listed),
        ),
        rows(
            [
                button(str(index), OpenForecast(pupil=one.child.pupil))
                for index, one in numbered
                if leads
            ],
            [
                *turning(speech, listed, lambda to: OpenClassAtRisk(class_id=class_id, page=to)),
                _forecast_button(speech, view),
            ],
            [way_to_class(speech, view.of)],
        ),
    )


def class_forecast_why(speech: Speech, view: ClassForecast) -> Screen:
    """Show what quality and success are, how marks are foreseen, and the school's rules."""
    if view.period is None:
        return class_forecast(speech, view)
    return Screen(
        lines(
            speech.say("forecast-why-head"),
            speech.say("class-forecast-why-shares"),
            speech.say("forecast-why-counted"),
            speech.say("forecast-why-chance"),
            [why(speech, view.rules, rule) for rule in rules_behind(view.rules, view.period)],
        ),
        rows([_forecast_button(speech, view)], [way_to_class(speech, view.of)]),
    )


def _title(view: ClassForecast) -> str:
    return cut(view.of.led.title, _TITLE_LENGTH)


def _undated(speech: Speech, view: ClassForecast) -> Html:
    return speech.say("class-forecast-head-undated", title=_title(view))


def _head(speech: Speech, view: ClassForecast, period: Period) -> Html:
    return _said(speech, view, period, risk=False)


def _said(speech: Speech, view: ClassForecast, period: Period, *, risk: bool) -> Html:
    named = {"period": cut(period.title, _TITLE_LENGTH), "title": _title(view)}
    if risk:
        return speech.say("class-forecast-risk-head", **named)
    return speech.say("class-forecast-head", **named)


def _shares(speech: Speech, view: ClassForecast) -> Html:
    shares = view.shares
    if shares.quality is None or shares.success is None:
        return speech.say("class-forecast-unrated")
    return speech.say(
        "class-forecast-shares",
        quality=shares.quality,
        success=shares.success,
        count=len(view.at_risk),
    )


def _subject_line(
    speech: Speech, view: ClassForecast, index: int, subject: SubjectOutlook
) -> Html:
    title, shares = subject_in(speech, subject.title, subject.period, view.period), subject.shares
    if shares.quality is None or shares.success is None:
        what = speech.say("class-forecast-unrated")
        return speech.say("forecast-line", index=index, subject=title, what=what)
    told = [
        speech.say("class-forecast-count", mark=mark, count=count)
        for mark, count in subject.marks.items()
        if count
    ]
    if subject.not_certified:
        lack = subject.not_certified
        told.append(speech.say("class-forecast-count", mark="none", count=lack))
    said = speech.say(
        "class-forecast-subject-shares", quality=shares.quality, success=shares.success
    )
    what = joined("; ", [joined(", ", told), said])
    return speech.say("forecast-line", index=index, subject=title, what=what)


def _pupil_line(speech: Speech, view: ClassForecast, index: int, one: AtRisk) -> Html:
    named = [_threat(speech, view, subject) for subject in one.subjects[:_SUBJECTS_OF_PUPIL]]
    rest = len(one.subjects) - len(named)
    more = speech.say("more", count=rest) if rest else NOTHING
    name = full_name(speech, one.child.name)
    what = joined(" ", [joined(", ", named), more])
    return speech.say("forecast-line", index=index, subject=name, what=what)


def _threat(speech: Speech, view: ClassForecast, subject: SubjectForecast) -> Html:
    title = within_in(speech, subject.title, subject.period, view.period)
    if subject.set_mark is not None:
        mark = mark_of(speech, subject.set_mark)
        return speech.say("at-risk-certain", subject=title, mark=mark)
    if subject.risk is Risk.NOT_CERTIFIED or subject.forecast is None:
        lack = subject.sufficiency.missing
        return speech.say("at-risk-missing", subject=title, count=lack)
    foreseen = subject.forecast
    if foreseen.certain:
        return speech.say("at-risk-certain", subject=title, mark=foreseen.mark)
    chance = chance_of(foreseen, foreseen.mark)
    return speech.say("at-risk-mark", subject=title, mark=foreseen.mark, chance=chance)


def _risk_button(speech: Speech, view: ClassForecast) -> Button:
    label = speech.label("class-forecast-risk", count=len(view.at_risk))
    return button(label, OpenClassAtRisk(class_id=view.of.led.id))


def _why_button(speech: Speech, view: ClassForecast) -> Button:
    return button(speech.label("why-button"), OpenClassForecastWhy(class_id=view.of.led.id))


def _forecast_button(speech: Speech, view: ClassForecast) -> Button:
    label = speech.label("class-forecast-back")
    return button(label, OpenClassForecast(class_id=view.of.led.id))
