"""The words for news of a breach, to who leads the school."""

from datetime import date

from bot.callbacks.breaches import BreachTold, OpenBreach
from bot.callbacks.vendor import BeginPacketOfBreach
from bot.screens.breaches.asking import moment
from bot.screens.parts.naming import full_name
from bot.screens.parts.screen import Button, button
from bot.texts.formats import day_and_month
from bot.texts.html import Html
from bot.texts.speech import Speech
from core.breaches.ports import Breach
from core.notices.news.breaches import BreachNews


def breach_block(speech: Speech, news: BreachNews) -> list[Html]:
    """Return the news in full: who, since when, how much is void, by when to report it."""
    one, zone = news.breach, news.zone.key
    head = speech.say("breach-done-head", who=full_name(speech, one.of.name))
    if news.due:
        return [head, speech.say("breach-news-due", day=_day(speech, news.report_by))]
    return [
        head,
        speech.say("breach-done-since", at=moment(speech, one.since, zone)),
        speech.say("breach-done-sum", ended=one.ended, voided=one.voided),
        speech.say("breach-news-report", day=_day(speech, news.report_by)),
    ]


def breach_line(speech: Speech, news: BreachNews) -> Html:
    """Return the news among others."""
    who = full_name(speech, news.breach.of.name)
    return speech.say("breach-news-line", who=who, day=_day(speech, news.report_by))


def breach_buttons(speech: Speech, news: BreachNews) -> list[Button]:
    """Return what can be done at once: look, write to the support, say that it is done."""
    one = news.breach
    opened = OpenBreach(school=one.of.school, number=one.id, anew=True)
    return [button(speech.label("breach-news-open"), opened), *reporting(speech, one)]


def reporting(speech: Speech, one: Breach) -> list[Button]:
    """Return the buttons of a breach that is to be reported; none of one that was."""
    if one.told_at is not None:
        return []
    school = one.of.school
    return [
        button(speech.label("breach-support"), BeginPacketOfBreach(school=school, breach=one.id)),
        button(speech.label("breach-told"), BreachTold(school=school, number=one.id)),
    ]


def story_of(speech: Speech, one: Breach, zone: str) -> str:
    """Return what happened in the words of a packet: the account is named by its login alone."""
    return speech.label(
        "breach-story",
        since=moment(speech, one.since, zone),
        at=moment(speech, one.at, zone),
        voided=one.voided,
    )


def _day(speech: Speech, day: date) -> str:
    return day_and_month(day, speech.language)
