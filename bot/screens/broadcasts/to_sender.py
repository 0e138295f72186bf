"""What the sender of a broadcast is told of it: whom to call, why it did not go, who ended it."""

from zoneinfo import ZoneInfo

from bot.callbacks.broadcasts import (
    Deed,
    DoWithBroadcast,
    OpenBroadcast,
    OpenBroadcastFamilies,
)
from bot.callbacks.places import OpenMenu
from bot.screens.broadcasts.naming import day_of, time_of, title, whom_of
from bot.screens.broadcasts.parts import not_told
from bot.screens.parts.naming import full_name
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.messages.broadcasts.broadcast import Broadcast
from core.notices.news.broadcasts import OverdueNews, StoppedNews, UnheardNews, WithdrawnNews

ToSender = OverdueNews | StoppedNews | UnheardNews | WithdrawnNews


def to_sender(speech: Speech, news: ToSender) -> Screen:
    """Tell the sender, with the ways on."""
    match news:
        case OverdueNews():
            return overdue(speech, news)
        case StoppedNews():
            return stopped(speech, news)
        case UnheardNews():
            return unheard(speech, news)
        case WithdrawnNews():
            return withdrawn(speech, news)


def to_sender_lines(speech: Speech, news: ToSender) -> list[Html]:
    """Return what the sender is told, for a message that tells more than that."""
    match news:
        case OverdueNews():
            return overdue_lines(speech, news)
        case StoppedNews():
            return stopped_lines(speech, news)
        case UnheardNews():
            return unheard_lines(speech, news)
        case WithdrawnNews():
            return withdrawn_lines(speech, news)


def overdue(speech: Speech, news: OverdueNews) -> Screen:
    """Tell the sender that the time is over, with the way to the list for calls."""
    one = news.broadcast
    calls = OpenBroadcastFamilies(broadcast=one.id, owing=True, anew=True)
    return Screen(
        lines(overdue_lines(speech, news)),
        rows([button(speech.label("broadcast-to-call"), calls)], [_card(speech, one)]),
    )


def overdue_lines(speech: Speech, news: OverdueNews) -> list[Html]:
    """Return that the time of a broadcast is over, and how many families owe an answer."""
    named = title(speech, news.broadcast.plan.content)
    return [
        speech.say("broadcast-overdue-head", whom=whom_of(speech, news.broadcast)),
        speech.say("broadcast-overdue", missing=news.missing, families=news.families, title=named),
    ]


def stopped(speech: Speech, news: StoppedNews) -> Screen:
    """Tell that a broadcast was not sent; the administration gets the way to its words."""
    # The author may not open it any more: that is why it did not go.
    way = (
        button(speech.label("place-menu"), OpenMenu())
        if news.is_own
        else _card(speech, news.broadcast)
    )
    return Screen(lines(stopped_lines(speech, news)), rows([way]))


def stopped_lines(speech: Speech, news: StoppedNews) -> list[Html]:
    """Return whose broadcast it is, what it would have said, and why nobody got it."""
    one = news.broadcast
    who, named = full_name(speech, one.by_name), title(speech, one.plan.content)
    return [
        speech.say("broadcast-stopped-head", whom=whom_of(speech, one)),
        speech.say("broadcast-stopped-own", title=named)
        if news.is_own
        else speech.say("broadcast-stopped", who=who, title=named),
    ]


def unheard(speech: Speech, news: UnheardNews) -> Screen:
    """Tell that nobody could be told: its words go to others, on paper, or nowhere."""
    one = news.broadcast
    return Screen(
        lines(unheard_lines(speech, news)),
        rows(
            [_deed(speech, "broadcast-again", one, Deed.AGAIN)],
            [
                _deed(speech, "broadcast-on-paper", one, Deed.PDF),
                _deed(speech, "broadcast-withdraw", one, Deed.WITHDRAW),
            ],
            [_card(speech, one)],
        ),
    )


def unheard_lines(speech: Speech, news: UnheardNews) -> list[Html]:
    """Return when it was to go, why nobody got it, and until when somebody still can."""
    one, zone = news.broadcast, ZoneInfo(news.broadcast.zone)
    at = one.sent_at or one.made_at
    named = title(speech, one.plan.content)
    until = day_and_month(one.valid_until.astimezone(zone).date(), speech.language)
    why = not_told(speech, news.turnout) or speech.label("broadcast-why-no-pupils")
    return [
        speech.say("broadcast-unheard-head", whom=whom_of(speech, one)),
        speech.say(
            "broadcast-unheard", title=named, day=day_of(speech, at, zone), time=time_of(at, zone)
        ),
        speech.say("broadcast-unheard-why", why=why),
        speech.say("broadcast-unheard-kept", until=until),
    ]


def withdrawn(speech: Speech, news: WithdrawnNews) -> Screen:
    """Tell that somebody else took it back, with the way to its card."""
    return Screen(lines(withdrawn_lines(speech, news)), rows([_card(speech, news.broadcast)]))


def withdrawn_lines(speech: Speech, news: WithdrawnNews) -> list[Html]:
    """Return who took which broadcast back, and whether anybody had it by then."""
    one = news.broadcast
    return [
        speech.say("broadcast-taken-back-head", whom=whom_of(speech, one)),
        speech.say(
            "broadcast-taken-back-own",
            who=full_name(speech, news.by),
            title=title(speech, one.plan.content),
            sent="no" if one.sent_at is None else "yes",
        ),
    ]


def _card(speech: Speech, one: Broadcast) -> Button:
    return button(speech.label("broadcast-open-card"), OpenBroadcast(broadcast=one.id, anew=True))


def _deed(speech: Speech, key: Key, one: Broadcast, deed: Deed) -> Button:
    return button(speech.label(key), DoWithBroadcast(broadcast=one.id, deed=deed))
