"""The words of a replaced lesson, and of a family that no message reaches."""

from bot.screens.parts.lesson import subject_of, subject_within
from bot.screens.parts.naming import full_name, teacher_name
from bot.texts.formats import weekday_and_day
from bot.texts.html import Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.notices.news.journal import ReplacementNews, UnreachableNews


def replacement_block(speech: Speech, who: str, news: ReplacementNews) -> list[Html]:
    """Return a replaced lesson in full."""
    return [_headed_replacement(speech, who, news), _replacement(speech, news)]


def replacement_line(speech: Speech, news: ReplacementNews) -> Html:
    """Return a replaced lesson in one line among other news."""
    subject, what = subject_within(news.subject), _replacement(speech, news)
    return speech.say("news-line-replacement", subject=subject, what=what)


def unreachable_block(speech: Speech, who: str, news: UnreachableNews) -> list[Html]:
    """Return in full that a family is not reached."""
    return [speech.say("news-unreachable-head", who=who), _unreachable(speech, news)]


def unreachable_line(speech: Speech, news: UnreachableNews) -> Html:
    """Return in one line among other news that a family is not reached."""
    return speech.say("news-line-unreachable", what=_unreachable(speech, news))


def _headed_replacement(speech: Speech, who: str, news: ReplacementNews) -> Html:
    if who:
        subject = subject_within(news.subject)
        return speech.say("news-replacement-head", who=who, subject=subject)
    return speech.say("news-replacement-head-own", subject=subject_of(news.subject))


def _replacement(speech: Speech, news: ReplacementNews) -> Html:
    day = weekday_and_day(news.day, speech.language)
    teacher = teacher_name(news.teacher) if news.teacher else "none"
    key: Key = "news-replacement" if news.stands else "news-replacement-off"
    return speech.say(key, day=day, number=news.number, teacher=teacher)


def _unreachable(speech: Speech, news: UnreachableNews) -> Html:
    return speech.say("news-unreachable", name=full_name(speech, news.who))
