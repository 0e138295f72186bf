"""The words of absences: who was not there, at which lesson, and whether the reason is known."""

from bot.screens.excuses.words import declined_line
from bot.screens.parts.lesson import subject_within
from bot.texts.formats import clock_time, weekday_and_day
from bot.texts.html import NOTHING, Html
from bot.texts.speech import Speech
from core.journal.values import AbsenceCode, ReasonState
from core.notices.news.journal import AbsenceNews


def absence_block(speech: Speech, who: str, news: AbsenceNews) -> list[Html]:
    """Return an absence in full."""
    return [_headed_absence(speech, who, _absence(speech, news)), _reason(speech, news)]


def absence_line(speech: Speech, news: AbsenceNews) -> Html:
    """Return an absence in one line among other news."""
    what, reason = _absence(speech, news), _reason(speech, news)
    if not reason:
        return speech.say("news-line-absence-off", what=what)
    return speech.say("news-line-absence", what=what, reason=reason)


def _headed_absence(speech: Speech, who: str, what: Html) -> Html:
    if who:
        return speech.say("news-absence-head", who=who, what=what)
    return speech.say("news-absence-head-own", what=what)


def _absence(speech: Speech, news: AbsenceNews) -> Html:
    day, subject = weekday_and_day(news.day, speech.language), subject_within(news.subject)
    when = (
        speech.say("news-absence-when-untimed", day=day, subject=subject)
        if news.starts is None
        else speech.say(
            "news-absence-when", day=day, time=clock_time(news.starts), subject=subject
        )
    )
    if not news.stands:
        return speech.say("news-absence-off", number=news.number, when=when)
    return speech.say("news-absence", code=news.code.value, number=news.number, when=when)


def _reason(speech: Speech, news: AbsenceNews) -> Html:
    # Who came late is there: only where the reason is asked for, or known, is it told.
    if not news.stands or news.code is AbsenceCode.LATE:
        return NOTHING
    if news.declined is not None and news.reason is ReasonState.UNKNOWN:
        return declined_line(speech, news.declined)
    return speech.say("news-absence-reason", code=news.code.value, reason=news.reason.value)
