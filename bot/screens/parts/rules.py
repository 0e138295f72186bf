"""The school's rules in sentences: «why?» is one tap away where a rule decided."""

from typing import Final

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.why import About, OpenWhy, OpenWhyOf
from bot.screens.parts.screen import Button, button
from bot.texts.html import Html, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.regulation.profile import DecidedBy, Profile

RULES: Final[dict[str, Key]] = {
    "rounding.places": "rule-rounding-places",
    "rounding.half": "rule-rounding-half",
    "marking.weighted": "rule-marking-weighted",
    "marking.written_within_days": "rule-marking-written-within-days",
    "marking.deferred_from_percent": "rule-marking-deferred-from-percent",
    "sufficiency.quarter_at_one_hour": "rule-sufficiency-quarter-at-one-hour",
    "sufficiency.quarter_at_more": "rule-sufficiency-quarter-at-more",
    "sufficiency.half_year_at_one_hour": "rule-sufficiency-half-year-at-one-hour",
    "sufficiency.half_year_at_more": "rule-sufficiency-half-year-at-more",
    "sufficiency.free_weeks_at_one_hour": "rule-sufficiency-free-weeks-at-one-hour",
    "sufficiency.free_weeks_at_more": "rule-sufficiency-free-weeks-at-more",
    "forecast.in_hand_days_before": "rule-forecast-in-hand-days-before",
    "forecast.printed_days_before": "rule-forecast-printed-days-before",
    "forecast.issued_days_before": "rule-forecast-issued-days-before",
    "forecast.warned_after_days": "rule-forecast-warned-after-days",
    "forecast.warned_again_after_days": "rule-forecast-warned-again-after-days",
    "period_marks.set_days_before": "rule-period-marks-set-days-before",
    "period_marks.ordered": "rule-period-marks-ordered",
    "period_marks.shown_days_before": "rule-period-marks-shown-days-before",
    "period_marks.missing_told_days_before": "rule-period-marks-missing-told-days-before",
    "period_marks.missing_told_days_after": "rule-period-marks-missing-told-days-after",
    "review.times_a_week": "rule-review-times-a-week",
    "review.done_by": "rule-review-done-by",
    "review.told": "rule-review-told",
    "paper.every": "rule-paper-every",
    "absences.verified_on": "rule-absences-verified-on",
    "personal_data.asked_on": "rule-personal-data-asked-on",
    "personal_data.pupils_from_grade": "rule-personal-data-pupils-from-grade",
    "homework.recorded": "rule-homework-recorded",
    "homework.minutes_after_lessons": "rule-homework-minutes-after-lessons",
    "truancy.missed_lessons": "rule-truancy-missed-lessons",
    "truancy.within_days": "rule-truancy-within-days",
    "truancy.reminded_after_days": "rule-truancy-reminded-after-days",
    "keeping.entered_after_failure_days": "rule-keeping-entered-after-failure-days",
    "control_works.warned_days_before": "rule-control-works-warned-days-before",
    "keeping.sections_ready_by": "rule-keeping-sections-ready-by",
    "keeping.backup_months": "rule-keeping-backup-months",
    "delivery.correction_window": "rule-delivery-correction-window",
    "delivery.quiet_hours": "rule-delivery-quiet-hours",
    "delivery.digest_at": "rule-delivery-digest-at",
    "codes.lifetime": "rule-codes-lifetime",
    "codes.wrong_tries": "rule-codes-wrong-tries",
    "codes.wrong_tries_everywhere": "rule-codes-wrong-tries-everywhere",
    "codes.within": "rule-codes-within",
    "breach.reported_working_days": "rule-breach-reported-working-days",
    "help.topic_days": "rule-help-topic-days",
    "help.first_answer_minutes": "rule-help-first-answer-minutes",
    "help.reopened_days": "rule-help-reopened-days",
    "help.asked_back_reminded_days": "rule-help-asked-back-reminded-days",
    "help.asked_back_closed_days": "rule-help-asked-back-closed-days",
    "help.trainings_a_quarter": "rule-help-trainings-a-quarter",
    "help.training_told_days_before": "rule-help-training-told-days-before",
    "help.called_minutes_before": "rule-help-called-minutes-before",
    "help.called_again_minutes_before": "rule-help-called-again-minutes-before",
    "help.alarmed_minutes_before": "rule-help-alarmed-minutes-before",
    "help.kept_minutes_after": "rule-help-kept-minutes-after",
    "messages.hours": "rule-messages-hours",
    "messages.most_an_hour": "rule-messages-most-an-hour",
}

_BY: Final[dict[DecidedBy, Key]] = {
    DecidedBy.DOCUMENT: "rule-by-document",
    DecidedBy.SCHOOL: "rule-by-school",
    DecidedBy.PROGRAM: "rule-by-program",
}


def rule(speech: Speech, profile: Profile, setting: str) -> str:
    """Return a rule in a sentence with its clause, as text; the setting is one of `RULES`."""
    written, basis = profile.written(setting), profile.basis(setting)
    value = str(written).lower() if isinstance(written, bool) else written
    sentence = speech.label(RULES[setting], value=value)
    return speech.label(_BY[basis.by], rule=sentence, clause=basis.clause)


def why(speech: Speech, profile: Profile, setting: str) -> Html:
    """Return a rule in a sentence with its clause, for a screen."""
    return escaped(rule(speech, profile, setting))


def why_button(
    speech: Speech, about: About, of: int, *, day: int = 0, until: int = 0, anew: bool = False
) -> Button:
    """Return the button to the rules behind a screen; `of` is the id whose screen it is.

    One that is about a period or a year, from `day` to `until`, shows the rule of these days.
    """
    target: CallbackData = OpenWhy(about=about, of=of, day=day, anew=anew)
    if until:
        target = OpenWhyOf(about=about, of=of, day=day, until=until, anew=anew)
    return button(speech.label("why-button"), target)
