"""The words of a forecast: what is expected, what lacks, what would raise it. Also for news."""

from collections.abc import Sequence
from typing import Final

from bot.screens.parts.lesson import mark_of
from bot.texts.formats import day_and_month, exact, plain
from bot.texts.html import NOTHING, Html, joined
from bot.texts.speech import Speech
from core.diary.forecast.of_subject import Risk, SubjectForecast
from core.diary.forecast.ports import PlannedWork
from core.diary.forecast.views import Forecast
from core.diary.forecast.what_if import Way
from core.journal.values import ControlKind, MarkValue

NOT_CERTIFIED: Final = MarkValue("none")
_WAYS_TOLD = 2
_NEAR = 3
"""So many marks at most are told in a list as within reach."""
_COMMON_WEIGHT = 1
_WORKS_TOLD = 3


def told_in_short(speech: Speech, subject: SubjectForecast) -> Html:
    """Return a subject in a list: the mark, and the one thing to know beside it."""
    if subject.set_mark is not None:
        return speech.say("forecast-set", mark=mark_of(speech, subject.set_mark))
    told = [expected_mark(speech, subject)]
    if subject.risk is Risk.NOT_CERTIFIED:
        told.append(missing_of(speech, subject))
    if subject.now.mean is not None:
        mean = exact(subject.now.mean, speech.language)
        told.append(speech.say("forecast-now", mean=mean))
    if subject.risk is not Risk.NOT_CERTIFIED:
        told.append(_next_mark(speech, subject))
    return joined("; ", told)


def expected_mark(speech: Speech, subject: SubjectForecast) -> Html:
    """Return the mark to be expected with its chance, or why there is none."""
    if subject.risk is Risk.NOT_CERTIFIED:
        return speech.say("forecast-mark", mark=mark_of(speech, NOT_CERTIFIED))
    if subject.forecast is None:
        return why_none(speech, subject)
    return likely_mark(speech, subject.forecast)


def likely_mark(speech: Speech, foreseen: Forecast) -> Html:
    """Return the likeliest mark, with its chance unless it is certain."""
    if foreseen.certain:
        return speech.say("forecast-mark", mark=foreseen.mark)
    chance = chance_of(foreseen, foreseen.mark)
    return speech.say("forecast-mark-likely", mark=foreseen.mark, chance=chance)


def why_none(speech: Speech, subject: SubjectForecast) -> Html:
    """Say why a subject has no forecast."""
    return speech.say("forecast-only-words" if subject.marks else "forecast-no-marks")


def chance_of(foreseen: Forecast, mark: int) -> int:
    """Return the chance of a mark in whole per cent; only what is certain has a hundred."""
    chance = round(100 * foreseen.chance(mark))
    return chance if foreseen.certain else min(chance, 99)


def missing_of(speech: Speech, subject: SubjectForecast) -> Html:
    """Say how many marks are missing, and by when."""
    lack = subject.sufficiency
    day = day_and_month(lack.by, speech.language)
    return speech.say("forecast-missing", count=lack.missing, day=day)


def way_of(speech: Speech, way: Way) -> Html:
    """Return «две пятёрки за контрольные»."""
    marks = speech.label("way-marks", value=way.value, times=way.times)
    return speech.say("way-for", marks=marks, kind=_code(way.kind), times=way.times)


def ways_of(speech: Speech, ways: Sequence[Way]) -> Html:
    """Return the shortest ways to a mark, or say that there is no short one."""
    if not ways:
        return speech.say("forecast-no-way")
    return joined(speech.label("forecast-or"), [way_of(speech, one) for one in ways[:_WAYS_TOLD]])


def works_of(speech: Speech, works: Sequence[PlannedWork]) -> Html:
    """Return the first works with their days, and how many more there are."""
    rest = len(works) - _WORKS_TOLD
    told = joined(", ", [work_of(speech, one) for one in works[:_WORKS_TOLD]])
    more = speech.say("more", count=rest) if rest > 0 else NOTHING
    return joined(" ", [told, more])


def being_marked(speech: Speech, subject: SubjectForecast) -> Html:
    """Say which works were written and wait for their marks."""
    if subject.set_mark is not None or not subject.being_marked:
        return NOTHING
    return speech.say("forecast-being-marked", works=works_of(speech, subject.being_marked))


def work_of(speech: Speech, work: PlannedWork) -> Html:
    """Return a work with its day, and its weight where it weighs more than usual."""
    kind, day = kind_name(speech, work.kind), day_and_month(work.day, speech.language)
    if work.weight == _COMMON_WEIGHT:
        return speech.say("forecast-work", kind=kind, day=day)
    weight = plain(work.weight, speech.language)
    return speech.say("forecast-work-weighted", kind=kind, day=day, weight=weight)


def kind_name(speech: Speech, kind: ControlKind | None) -> str:
    """Return a kind of work as it stands within a sentence."""
    return speech.label("work-kind", kind=_code(kind))


def _next_mark(speech: Speech, subject: SubjectForecast) -> Html:
    target = next(iter(subject.targets()), None)
    if target is None or subject.forecast is None:
        return NOTHING
    for way in subject.ways_to(target)[:1]:
        if way.times <= _NEAR:
            return speech.say("forecast-way", mark=target, way=way_of(speech, way))
    return NOTHING


def _code(kind: ControlKind | None) -> str:
    return kind.value if kind else "other"
