"""The words for news of forecasts and warnings: to families, and to the class teacher."""

from typing import assert_never

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.classes import OpenIssue, OpenWarnings
from bot.callbacks.forecast import OpenForecast, OpenForecastWhy
from bot.callbacks.notices import AcknowledgeNotice, OpenNotice
from bot.callbacks.paper import OpenPaperRun
from bot.screens.forecast.words import chance_of
from bot.screens.parts.lesson import mark_of, subject_within
from bot.screens.parts.screen import Button, button
from bot.screens.parts.standing_in import said_here, why_here
from bot.texts.formats import day_and_month, exact, weekday_and_day
from bot.texts.html import NOTHING, Html, cut, escaped, mid_sentence
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.diary.forecast.of_subject import Risk, SubjectForecast
from core.ids import PupilId
from core.journal.values import MarkValue
from core.notices.ledger import NoticeKind
from core.notices.news.forecasts import ClassNews, ForecastNews, ToAcknowledge, WarningNews

TITLE_LENGTH = 80
_SUBJECT_LENGTH = 32
_MARKS = (5, 4, 3, 2)
_MOST_SUBJECTS = 40

ForecastTold = ForecastNews | WarningNews | ClassNews

_CLASS: dict[NoticeKind, Key] = {
    NoticeKind.FORECAST_SENT: "news-class-forecast-sent",
    NoticeKind.TO_PRINT: "news-class-to-print",
    NoticeKind.WARNINGS_DRAFTED: "news-class-drafts",
}


def forecast_block(speech: Speech, news: ForecastTold, who: str) -> list[Html]:
    """Return one piece of news in full: who and what first."""
    match news:
        case ForecastNews():
            return [
                _forecast_head(speech, news, who),
                _repeated(speech, repeated=news.repeated),
                *forecast_lines(speech, news),
                _until(speech, news),
            ]
        case WarningNews():
            return [
                _warning_head(speech, news, who),
                _repeated(speech, repeated=news.repeated),
                warning_fact(speech, news),
                _told_before(speech, news) or warning_words(speech, news),
            ]
        case ClassNews():
            return [
                _class_head(speech, news),
                speech.say(_CLASS[news.kind], count=news.count),
                why_here(speech, stands_in=news.stands_in, title=news.class_title),
            ]
        case _:
            assert_never(news)


def forecast_line(speech: Speech, news: ForecastTold) -> Html:
    """Return one piece of news among others."""
    match news:
        case ForecastNews():
            period = cut(news.period, TITLE_LENGTH)
            return speech.say("news-line-forecast", period=period, marks=_counted(speech, news))
        case WarningNews():
            subject = subject_within(news.subject.title)
            fact = Html(mid_sentence(warning_fact(speech, news)))
            return speech.say("news-line-warning", subject=subject, fact=fact)
        case ClassNews():
            head = cut(news.class_title, TITLE_LENGTH)
            said = speech.say(_CLASS[news.kind], count=news.count)
            line = speech.say("news-line-class", title=head, said=said)
            return said_here(speech, line, stands_in=news.stands_in)
        case _:
            assert_never(news)


def forecast_buttons(speech: Speech, news: ForecastTold) -> list[Button]:
    """Return what can be done with one piece of news that stands alone."""
    match news:
        case ForecastNews() | WarningNews():
            return [
                acknowledge_button(speech, news),
                details_button(speech, news.about),
                why_forecast_button(speech, news),
            ]
        case ClassNews(kind=NoticeKind.WARNINGS_DRAFTED):
            drafts = OpenWarnings(class_id=news.class_id, anew=True)
            return [_of_class(speech, news, "place-warnings", drafts)]
        case ClassNews(kind=NoticeKind.TO_PRINT):
            sheets = OpenPaperRun(class_id=news.class_id, anew=True)
            return [_of_class(speech, news, "paper-run-open", sheets)]
        case ClassNews():
            families = OpenIssue(class_id=news.class_id, anew=True)
            return [button(speech.label("news-open-issue"), families)]
        case _:
            assert_never(news)


def _of_class(speech: Speech, news: ClassNews, key: Key, target: CallbackData) -> Button:
    """Return a button; who stands in for many classes reads for which it is."""
    label = speech.label(key)
    if news.stands_in:
        title = cut(news.class_title, _SUBJECT_LENGTH)
        label = speech.label("news-button-of-class", title=title, label=label)
    return button(label, target)


def acknowledge_button(speech: Speech, news: ToAcknowledge) -> Button:
    """Return the button under what must be acknowledged: it answers for this and no other."""
    target = AcknowledgeNotice(notice=news.notice, stamp=news.stamp)
    return button(speech.label("acknowledge"), target)


def details_button(speech: Speech, pupil: PupilId) -> Button:
    """Return the button to the pupil's forecast, with what would raise a mark, and why."""
    return button(speech.label("place-forecast"), OpenForecast(pupil=pupil, anew=True))


def why_forecast_button(speech: Speech, news: ForecastNews | WarningNews) -> Button:
    """Return the button to how the forecast came about; of a warning, that of its subject."""
    subject = news.subject.subject if isinstance(news, WarningNews) else 0
    target = OpenForecastWhy(pupil=news.about, subject=subject, anew=True)
    return button(speech.label("why-button"), target)


def read_button(speech: Speech, news: ToAcknowledge, who: str) -> Button:
    """Return the button to a notice that must be acknowledged and has no room to be told."""
    if isinstance(news, WarningNews):
        subject = subject_within(news.subject.title)
        label = speech.label("news-read-warning", name=who, subject=subject)
    elif who:
        label = speech.label("news-read-forecast", name=who)
    else:
        label = speech.label("news-read-forecast-own")
    return button(label, OpenNotice(notice=news.notice))


def forecast_lines(speech: Speech, news: ForecastNews) -> list[Html]:
    """Return the subjects by the mark to be expected, the best first: a line for each mark."""
    if not news.subjects:
        return [speech.say("news-forecast-empty")]
    shown = news.subjects[:_MOST_SUBJECTS]
    rest = len(news.subjects) - len(shown)
    by_mark = [
        _of_mark(speech, str(mark), [one for one in shown if _mark(one) == mark])
        for mark in _MARKS
    ]
    threatened = [one for one in shown if _is_not_certified(one)]
    open_still = [one for one in shown if _mark(one) is None and not _is_not_certified(one)]
    return [
        *(line for line in by_mark if line),
        _of_mark(speech, "none", threatened),
        _unknown(speech, open_still),
        speech.say("more", count=rest) if rest else NOTHING,
    ]


def _mark(one: SubjectForecast) -> int | None:
    """Return the mark to be expected; a one is told as the two that it means."""
    return None if one.expected is None else max(one.expected, _MARKS[-1])


def _of_mark(speech: Speech, mark: str, subjects: list[SubjectForecast]) -> Html:
    if not subjects:
        return NOTHING
    told = ", ".join(_subject(speech, one) for one in subjects)
    return speech.say(
        "news-forecast-mark", mark=mark_of(speech, MarkValue(mark)), subjects=escaped(told)
    )


def _subject(speech: Speech, one: SubjectForecast) -> str:
    title = cut(subject_within(one.title), _SUBJECT_LENGTH)
    if _is_not_certified(one):
        missing = one.sufficiency.missing
        return speech.label("news-forecast-missing", subject=title, count=missing)
    foreseen = one.forecast
    if one.set_mark is not None or foreseen is None or foreseen.certain:
        return title
    chance = chance_of(foreseen, foreseen.mark)
    return speech.label("news-forecast-chance", subject=title, chance=chance)


def _unknown(speech: Speech, subjects: list[SubjectForecast]) -> Html:
    if not subjects:
        return NOTHING
    titles = [cut(subject_within(one.title), _SUBJECT_LENGTH) for one in subjects]
    told = ", ".join(titles)
    return speech.say("news-forecast-unknown", subjects=told)


def _is_not_certified(one: SubjectForecast) -> bool:
    return one.risk is Risk.NOT_CERTIFIED


def _counted(speech: Speech, news: ForecastNews) -> Html:
    counts = [(mark, sum(_mark(one) == mark for one in news.subjects)) for mark in _MARKS]
    told = [
        speech.label("news-forecast-count", mark=str(mark), count=count)
        for mark, count in counts
        if count
    ]
    lacking = sum(_is_not_certified(one) for one in news.subjects)
    if lacking:
        none = mark_of(speech, MarkValue("none"))
        told.append(speech.label("news-forecast-count", mark=none, count=lacking))
    return escaped(", ".join(told)) or speech.say("news-forecast-empty")


def warning_fact(speech: Speech, news: WarningNews) -> Html:
    """Return what the warning rests on, for a screen."""
    return escaped(what_threatens(speech, news.subject, news.period))


def what_threatens(speech: Speech, one: SubjectForecast, period: str) -> str:
    """Return what a warning rests on, calmly and in numbers."""
    period = cut(period, TITLE_LENGTH)
    if _is_not_certified(one):
        return speech.label("warning-not-certified", period=period, count=one.sufficiency.missing)
    mark = "2" if one.expected is None else str(one.expected)
    mean = one.now.mean
    if mean is None:
        return speech.label("warning-failing", period=period, mark=mark)
    shown = exact(mean, speech.language)
    return speech.label("warning-failing-mean", period=period, mark=mark, mean=shown)


def warning_words(speech: Speech, news: WarningNews) -> Html:
    """Return the class teacher's words, or the program's own, for a screen."""
    return escaped(words_of_warning(speech, news.subject, news.words))


def words_of_warning(speech: Speech, subject: SubjectForecast, words: str) -> str:
    """Return the class teacher's words, or the program's own."""
    if words:
        return speech.label("warning-words", words=words)
    by = weekday_and_day(subject.sufficiency.by, speech.language)
    return speech.label("warning-usual-words", day=by)


def _told_before(speech: Speech, news: WarningNews) -> Html:
    """Say of what was warned where another risk threatens now; nothing where it is the same."""
    if news.told is None:
        return NOTHING
    return speech.say("warning-told-before", risk=news.told.value)


def _forecast_head(speech: Speech, news: ForecastNews, who: str) -> Html:
    period = cut(news.period, TITLE_LENGTH)
    if who:
        return speech.say("news-forecast-head", who=who, period=period)
    return speech.say("news-forecast-head-own", period=period)


def _warning_head(speech: Speech, news: WarningNews, who: str) -> Html:
    subject = subject_within(news.subject.title)
    if who:
        return speech.say("news-warning-head", who=who, subject=subject)
    return speech.say("news-warning-head-own", subject=subject)


def _class_head(speech: Speech, news: ClassNews) -> Html:
    drafted = news.kind is NoticeKind.WARNINGS_DRAFTED
    key: Key = "news-class-head-warnings" if drafted else "news-class-head"
    title, period = cut(news.class_title, TITLE_LENGTH), cut(news.period, TITLE_LENGTH)
    return speech.say(key, title=title, period=period)


def _repeated(speech: Speech, *, repeated: bool) -> Html:
    return speech.say("news-repeated") if repeated else NOTHING


def _until(speech: Speech, news: ForecastNews) -> Html:
    if news.until is None:
        return NOTHING
    return speech.say("news-forecast-until", day=day_and_month(news.until, speech.language))
