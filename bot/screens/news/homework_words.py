"""The words of homework: set, changed or taken back, and due when."""

from datetime import date

from bot.screens.parts.lesson import subject_of, subject_within
from bot.texts.formats import day_and_month, weekday_and_day
from bot.texts.html import Html, cut
from bot.texts.speech import Speech
from core.notices.news.journal import HomeworkNews

_TEXT_LENGTH = 400
_TEXT_IN_A_LINE = 100


def homework_block(speech: Speech, who: str, news: HomeworkNews) -> list[Html]:
    """Return homework in full."""
    return [_headed_homework(speech, who, news), _homework(speech, news, most=_TEXT_LENGTH)]


def homework_line(speech: Speech, news: HomeworkNews) -> Html:
    """Return homework in one line among other news."""
    return speech.say(
        "news-line-homework",
        subject=subject_of(news.subject),
        what=_change_of_homework(speech, news),
        text=_homework(speech, news, most=_TEXT_IN_A_LINE),
    )


def _headed_homework(speech: Speech, who: str, news: HomeworkNews) -> Html:
    what = _change_of_homework(speech, news)
    if who:
        subject = subject_within(news.subject)
        return speech.say("news-homework-head", who=who, subject=subject, what=what)
    return speech.say("news-homework-head-own", subject=subject_of(news.subject), what=what)


def _change_of_homework(speech: Speech, news: HomeworkNews) -> Html:
    change = "changed" if news.changed else "new"
    return speech.say("news-homework-what", change=change if news.text else "taken_back")


def _homework(speech: Speech, news: HomeworkNews, *, most: int) -> Html:
    if not news.text:
        return speech.say("news-homework-gone", day=_day(speech, news.set_on))
    text = _with_files(speech, news, cut(news.text, most))
    if news.due is None:
        return speech.say("news-homework-undated", day=_day(speech, news.set_on), text=text)
    due = weekday_and_day(news.due, speech.language)
    return speech.say("news-homework-due", due=due, text=text)


def _with_files(speech: Speech, news: HomeworkNews, text: Html | str) -> Html | str:
    """Say in words that files came: a letter has no button that does."""
    if not news.files:
        return text
    return speech.say("news-homework-files", text=text, count=news.files)


def _day(speech: Speech, day: date) -> str:
    return day_and_month(day, speech.language)
