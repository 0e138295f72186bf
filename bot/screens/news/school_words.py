"""The words for news of the school's life: events, moves, control works, recommendations."""

from datetime import date
from typing import assert_never

from bot.callbacks.diary import OpenControlWorks, OpenDay, OpenEvents, OpenFile, OpenTimetable
from bot.callbacks.messages import OpenContacts
from bot.screens.diary.class_life import event_days
from bot.screens.news.check_words import check_block, check_buttons, check_line
from bot.screens.news.remark_words import remark_block, remark_buttons, remark_line
from bot.screens.parts.lesson import subject_of, subject_within
from bot.screens.parts.naming import teacher_name
from bot.screens.parts.screen import Button, button
from bot.texts.formats import day_and_month, weekday_and_day
from bot.texts.html import NOTHING, Html, cut, escaped, joined
from bot.texts.speech import Speech
from core.notices.ledger import Change
from core.notices.news.journal import HomeworkNews
from core.notices.news.school import (
    AnnouncementNews,
    CheckNews,
    ControlWorkNews,
    EventNews,
    MoveNews,
    RecommendationNews,
    RemarkNews,
    SchoolNews,
)

_TITLE_LENGTH = 100
_TEXT_LENGTH = 1000
_ANNOUNCEMENT_LENGTH = 2000
_IN_A_LINE = 100


def school_block(speech: Speech, news: SchoolNews, who: str) -> list[Html]:  # noqa: C901, PLR0911 - a line for each kind
    """Return one piece of news in full: who and what first."""
    match news:
        case EventNews():
            what = speech.say("news-event-what", whose=_whose(news), change=_change(news))
            head = _headed(speech, "" if news.of_school else who, what)
            return [head, _event(speech, news, most=_TEXT_LENGTH)]
        case MoveNews():
            what = speech.say("news-move-what", subject=subject_within(news.subject))
            return [_headed(speech, who, what), _move(speech, news)]
        case ControlWorkNews():
            what = speech.say("news-control-what", subject=subject_within(news.subject))
            return [_headed(speech, who, what), _control(speech, news)]
        case RecommendationNews():
            return _recommendation(speech, news, who)
        case RemarkNews():
            return remark_block(speech, news, who)
        case CheckNews():
            return check_block(speech, news)
        case AnnouncementNews():
            school = cut(news.school, _TITLE_LENGTH)
            head = speech.say("news-announcement-head", school=school)
            return [head, _from_day(speech, news), escaped(cut(news.text, _ANNOUNCEMENT_LENGTH))]
        case _:
            assert_never(news)


def school_line(speech: Speech, news: SchoolNews) -> Html:  # noqa: C901, PLR0911 - a line for each kind
    """Return one piece of news among others of the same child."""
    match news:
        case EventNews():
            what = speech.say("news-event-what", whose=_whose(news), change=_change(news))
            return _line(speech, what, _event(speech, news, most=_IN_A_LINE))
        case MoveNews():
            what = speech.say("news-move-what", subject=subject_within(news.subject))
            return _line(speech, what, _move(speech, news))
        case ControlWorkNews():
            what = speech.say("news-control-what", subject=subject_within(news.subject))
            return _line(speech, what, _control(speech, news))
        case RecommendationNews():
            return speech.say(
                "news-line-recommendation",
                subject=subject_of(news.subject),
                text=cut(news.text, _IN_A_LINE),
            )
        case RemarkNews():
            return remark_line(speech, news)
        case CheckNews():
            return check_line(speech, news)
        case AnnouncementNews():
            day = day_and_month(news.day, speech.language)
            return speech.say("news-line-announcement", day=day, text=cut(news.text, _IN_A_LINE))
        case _:
            assert_never(news)


def school_buttons(speech: Speech, news: SchoolNews) -> list[Button]:  # noqa: C901, PLR0911 - a line for each kind
    """Return where more of it is to be seen."""
    match news:
        case EventNews():
            target = OpenEvents(pupil=news.about, anew=True)
            return [button(speech.label("place-events"), target)]
        case MoveNews():
            day = news.day.toordinal()
            target_day = OpenTimetable(pupil=news.about, day=day, anew=True)
            return [button(speech.label("place-timetable"), target_day)]
        case ControlWorkNews():
            works = OpenControlWorks(pupil=news.about, anew=True)
            return [button(speech.label("place-control-works"), works)]
        case RecommendationNews():
            of_day = OpenDay(pupil=news.about, day=news.day.toordinal(), anew=True)
            contacts = OpenContacts(pupil=news.about, anew=True)
            return [
                button(speech.label("news-open-day"), of_day),
                button(speech.label("message-write"), contacts),
            ]
        case RemarkNews():
            return remark_buttons(speech, news)
        case CheckNews():
            return check_buttons(speech, news)
        case AnnouncementNews():
            return []
        case _:
            assert_never(news)


def _headed(speech: Speech, who: str, what: Html) -> Html:
    if who:
        return speech.say("news-school-head", who=who, what=what)
    return speech.say("news-school-head-own", what=Html(what[:1].upper() + what[1:]))


def _line(speech: Speech, what: Html, text: Html) -> Html:
    return joined(" ", [speech.say("news-line-school", what=what), text])


def _whose(news: EventNews) -> str:
    return "school" if news.of_school else "class"


def _change(news: EventNews) -> str:
    if not news.stands:
        return "cancelled"
    return "new" if news.change is Change.NEW else "changed"


def _event(speech: Speech, news: EventNews, *, most: int) -> Html:
    days = event_days(news.begins, news.ends, speech.language)
    title = cut(news.title, _TITLE_LENGTH)
    told = speech.say("news-event", days=days, title=title)
    # Of what will not be, no more than what it was.
    return joined(". ", [told, escaped(cut(news.text, most)) if news.stands else NOTHING])


def _move(speech: Speech, news: MoveNews) -> Html:
    now = _when(speech, news.day, news.number)
    if news.from_day is None:
        return speech.say("news-move-off", now=now)
    before = _when(speech, news.from_day, news.from_number)
    return speech.say("news-move", before=before, now=now)


def _control(speech: Speech, news: ControlWorkNews) -> Html:
    return speech.say(
        "news-control",
        when=_when(speech, news.day, news.number),
        kind=cut(news.kind, _TITLE_LENGTH),
        title=cut(news.title, _TITLE_LENGTH) or "none",
    )


def _when(speech: Speech, day: date, number: int | None) -> Html:
    named = weekday_and_day(day, speech.language)
    if number is None:
        return escaped(named)
    return speech.say("news-when", day=named, number=number)


def _recommendation(speech: Speech, news: RecommendationNews, who: str) -> list[Html]:
    if who:
        subject = subject_within(news.subject)
        head = speech.say("news-recommendation-head", who=who, subject=subject)
    else:
        head = speech.say("news-recommendation-head-own", subject=subject_of(news.subject))
    by = teacher_name(news.teacher) if news.teacher else "none"
    day = day_and_month(news.day, speech.language)
    text = escaped(cut(news.text, _TEXT_LENGTH))
    return [head, text, speech.say("news-recommendation-by", teacher=by, day=day)]


def _from_day(speech: Speech, news: AnnouncementNews) -> Html:
    return speech.say("news-announcement-day", day=day_and_month(news.day, speech.language))


def files_button(speech: Speech, news: HomeworkNews) -> list[Button]:
    """Return the way to the photos and files that came with homework."""
    if not news.files or news.lesson is None:
        return []
    target = OpenFile(pupil=news.about, lesson=news.lesson)
    return [button(speech.label("news-files", count=news.files), target)]
