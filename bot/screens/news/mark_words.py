"""The words of marks: what happened to each, and the mean after it."""

from bot.screens.news.told import Told
from bot.screens.parts.lesson import mark_of, subject_of, subject_within
from bot.texts.formats import day_and_month, exact, plain
from bot.texts.html import NOTHING, Html, cut, mid_sentence
from bot.texts.speech import Speech
from core.notices.news.journal import MarkNews

_WORK_LENGTH = 100
_COMMON_WEIGHT = 1


def head_of_marks(speech: Speech, told: Told) -> Html:
    """Return the first line of a subject's marks."""
    title = told.news.subject if isinstance(told.news, MarkNews) else ""
    if told.who:
        return speech.say("news-mark-head", who=told.who, subject=subject_within(title))
    return speech.say("news-mark-head-own", subject=subject_of(title))


def mark_line(speech: Speech, news: MarkNews) -> Html:
    """Return what happened to a mark: given, put right, or taken back."""
    day = day_and_month(news.day, speech.language)
    work = mid_sentence(cut(news.work, _WORK_LENGTH))
    before = mark_of(speech, news.before) if news.before else "none"
    if news.value is None:
        return speech.say("news-mark-taken-back", before=before, day=day)
    mark = mark_of(speech, news.value)
    if news.before is not None:
        return speech.say("news-mark-changed", mark=mark, before=before, work=work, day=day)
    if news.weight == _COMMON_WEIGHT:
        return speech.say("news-mark", mark=mark, work=work, day=day)
    weight = plain(news.weight, speech.language)
    return speech.say("news-mark-weighted", mark=mark, work=work, day=day, weight=weight)


def mean_after(speech: Speech, news: MarkNews) -> Html:
    """Return the mean as it stands now; nothing where no mark counts."""
    if news.mean is None:
        return NOTHING
    return speech.say("news-mean", after=exact(news.mean, speech.language))


def mean_moved(speech: Speech, told: Told) -> Html:
    """Return the mean before and after where this mark alone moved it, else as it stands now."""
    news = told.news
    if not isinstance(news, MarkNews) or news.mean is None or not told.last:
        return NOTHING
    if not told.alone or news.mean_before is None or news.mean_before == news.mean:
        return mean_after(speech, news)
    before, after = exact(news.mean_before, speech.language), exact(news.mean, speech.language)
    return speech.say("news-mean-moved", before=before, after=after)


def line_of_mark(speech: Speech, told: Told, news: MarkNews) -> Html:
    """Return a mark in one line among other news."""
    what = Html(mid_sentence(mark_line(speech, news)))
    subject, mean = subject_of(news.subject), mean_moved(speech, told)
    if not mean:
        return speech.say("news-line-mark", subject=subject, what=what)
    return speech.say("news-line-mark-mean", subject=subject, what=what, mean=mean)
