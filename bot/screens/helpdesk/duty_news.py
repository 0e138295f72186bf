"""The words for news of stand-ins, to consultants."""

from bot.callbacks.duty import OpenOwnDuty
from bot.screens.helpdesk import words
from bot.screens.helpdesk.own import answers
from bot.screens.parts.screen import Button, button
from bot.texts.html import NOTHING, Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.helpdesk.duty.asking import StandInState
from core.notices.news.duty import StandInNews


def stand_in_block(speech: Speech, news: StandInNews) -> list[Html]:
    """Return the news in full, of a swap with what is had in exchange."""
    return [stand_in_line(speech, news), _exchange(speech, news)]


def _exchange(speech: Speech, news: StandInNews) -> Html:
    if news.exchange is None or news.asked.state is StandInState.TAKEN_BACK:
        return NOTHING
    return speech.say(
        "duty-news-swap",
        day=words.shift_day(speech, news.exchange, news.zones),
        hours=words.shift_hours(speech, news.exchange, news.zones),
    )


def stand_in_line(speech: Speech, news: StandInNews) -> Html:
    """Return the news in a line."""
    day = words.shift_day(speech, news.shift, news.zones)
    hours = words.shift_hours(speech, news.shift, news.zones)
    giver = words.person(speech, news.names, news.asked.of.giver)
    taker = words.person(speech, news.names, news.asked.of.taker)
    match news.asked.state:
        case StandInState.ASKED:
            swap = "yes" if news.asked.pair else "no"
            return speech.say("duty-news-asked", day=day, hours=hours, name=giver, swap=swap)
        case StandInState.AGREED if news.is_to_taker:
            return speech.say("duty-news-yours", day=day, hours=hours, own=giver)
        case StandInState.AGREED:
            return speech.say("duty-news-agreed", day=day, hours=hours, name=taker, own=giver)
        case StandInState.DECLINED:
            return speech.say("duty-news-declined", day=day, hours=hours, name=taker)
        case StandInState.TAKEN_BACK:
            stands = words.person(speech, news.names, news.shift.consultant)
            key: Key = "duty-news-taken-back"
            return speech.say(key, day=day, hours=hours, name=stands)


def stand_in_buttons(speech: Speech, news: StandInNews) -> list[Button]:
    """Return the yes and the no of who is asked, and the way to the own duty."""
    asks = news.asked.state is StandInState.ASKED and news.is_to_taker
    own = button(speech.label("duty-own"), OpenOwnDuty(anew=True))
    return answers(speech, news.asked) if asks else [own]
