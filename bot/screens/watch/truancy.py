"""The class teacher's warnings about missed lessons: the list, one of them, what is asked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.callbacks.classes import WarningDeed
from bot.callbacks.places import ClassShelf, OpenClassMore
from bot.callbacks.truancy import DecideTruancy, OpenTruancies, OpenTruancy
from bot.callbacks.why import About
from bot.screens.forecast.reached import reached, sent_line
from bot.screens.parts.naming import first_name, full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import TOAST_LENGTH, Button, Screen, button, lines, rows
from bot.screens.watch.truancy_words import truancy_block
from bot.texts.formats import clock_time, day_and_month
from bot.texts.html import Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.diary.issuing.drafts import MOST_WORDS, WarningState
from core.ids import NoticeId, TruancyId
from core.notices.news.truancy import TruancyNews
from core.notices.truancy.reading import ListedTruancy, TruanciesView, TruancyView

_TITLE_LENGTH: Final = 80
_REASON_LENGTH: Final = 200
# A line with a long name takes two lines of a phone.
_A_PAGE: Final = 6
_IN_A_ROW: Final = 3
_ANSWERS: Final = 4


def truancies(speech: Speech, view: TruanciesView, *, page: int = 0) -> Screen:
    """Show a class's warnings about missed lessons, drafts first; a number opens one."""
    listed = page_of(view.listed, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    numbers = [
        button(str(index), OpenTruancy(warning=one.warning.id))
        for index, one in numbered
        if view.leads
    ]
    shelf = OpenClassMore(class_id=view.led.id, shelf=ClassShelf.ABSENCES)
    return Screen(
        lines(
            speech.say("truancies-head", title=cut(view.led.title, _TITLE_LENGTH)),
            _counted(speech, view),
            [_line(speech, index, one) for index, one in numbered],
            rest_of(speech, listed),
        ),
        rows(
            numbers[:_IN_A_ROW],
            numbers[_IN_A_ROW:],
            [
                *turning(speech, listed, lambda to: OpenTruancies(class_id=view.led.id, page=to)),
                why_button(speech, About.TRUANCIES, view.led.id),
                button(speech.label("place-class-absences"), shelf),
            ],
        ),
    )


def _counted(speech: Speech, view: TruanciesView) -> Html:
    drafts = view.count(WarningState.DRAFT)
    if drafts:
        return speech.say("warnings-drafts", count=drafts)
    if not view.listed:
        return speech.say("truancies-none")
    sent, dropped = view.count(WarningState.SENT), view.count(WarningState.DROPPED)
    return speech.say("warnings-decided", sent=sent, dropped=dropped)


def _line(speech: Speech, index: int, one: ListedTruancy) -> Html:
    return speech.say(
        "truancies-line",
        index=index,
        name=full_name(speech, one.warning.child.name),
        state=one.warning.state.value,
        reach=reached(speech, one.reach),
        count=one.lessons,
        day=day_and_month(one.warning.begins, speech.language),
    )


def truancy(speech: Speech, view: TruancyView, *, said: Key | None = None) -> Screen:
    """Show one warning: what the family will read, or what became of it."""
    one = view.opened.warning
    return Screen(
        lines(
            speech.say("truancy-head", who=full_name(speech, one.child.name)),
            _state(speech, view),
            _preview(speech, view),
        ),
        rows(*_deeds(speech, view), [_why(speech, view), _back(speech, view)]),
        toast=cut(speech.label(said), TOAST_LENGTH) if said else None,
    )


def _state(speech: Speech, view: TruancyView) -> list[Html]:
    one = view.opened.warning
    day = _day(speech, one.decided_at, view.zone)
    if one.state is WarningState.SENT:
        return [sent_line(speech, view.reach, day), *_answers(speech, view)]
    if one.state is WarningState.DRAFT:
        return [speech.say("truancy-waits" if view.lessons else "truancy-is-over")]
    if one.decided_by is None:
        return [speech.say("truancy-withdrawn", day=day)]
    return [speech.say("warning-dropped", day=day, reason=cut(one.reason, _REASON_LENGTH))]


def _answers(speech: Speech, view: TruancyView) -> Sequence[Html]:
    return [
        speech.say(
            "truancy-answered",
            name=full_name(speech, name),
            day=_day(speech, at, view.zone),
            time=clock_time(at.astimezone(view.zone).time()),
        )
        for name, at in view.answered[:_ANSWERS]
    ]


def _preview(speech: Speech, view: TruancyView) -> list[Html]:
    """Return what the family will read; what it has read is kept with the message itself."""
    one = view.opened.warning
    if one.state is not WarningState.DRAFT or not view.lessons:
        return []
    child = one.child
    news = TruancyNews(child.pupil, child.name, NoticeId(0), tuple(view.lessons), one.words)
    return [
        speech.say("warning-draft-shown"),
        *truancy_block(speech, news, first_name(child.name)),
    ]


def _day(speech: Speech, at: datetime | None, zone: ZoneInfo) -> str:
    return day_and_month(at.astimezone(zone).date(), speech.language) if at else ""


def _deeds(speech: Speech, view: TruancyView) -> list[list[Button]]:
    one = view.opened.warning
    if one.state is not WarningState.DRAFT:
        return []
    send, adapt, drop = (
        button(speech.label(key), DecideTruancy(warning=one.id, deed=deed))
        for key, deed in _DEEDS.items()
    )
    return [[send, adapt], [drop]] if view.lessons else [[drop]]


_DEEDS: Final[dict[Key, WarningDeed]] = {
    "warning-send": WarningDeed.SEND,
    "warning-adapt": WarningDeed.ADAPT,
    "warning-drop": WarningDeed.DROP,
}


def _why(speech: Speech, view: TruancyView) -> Button:
    return why_button(speech, About.TRUANCIES, view.opened.class_id)


def _back(speech: Speech, view: TruancyView) -> Button:
    return button(speech.label("warning-back"), OpenTruancies(class_id=view.opened.class_id))


def asked(speech: Speech, key: Key, warning: TruancyId) -> Screen:
    """Ask for words in a message; the way back is the warning."""
    back = button(speech.label("back-page"), OpenTruancy(warning=warning))
    return Screen(speech.say(key, most=MOST_WORDS), rows([back]))
