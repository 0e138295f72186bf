"""A broadcast that is being written: what is said, and what sending it does."""

from typing import Final

from bot.callbacks.broadcasts import Part, SendBroadcast
from bot.screens.broadcasts.naming import day_of, time_of
from bot.screens.broadcasts.parts import (
    Asked,
    Composing,
    asks,
    back,
    head,
    leave,
    not_told,
    part_button,
    words_button,
    wrong_line,
)
from bot.screens.broadcasts.rich import rich, shortened
from bot.screens.parts.screen import Button, Rows, Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, cut, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.messages.broadcasts.rules import Turnout
from core.notices.broadcasts.previewing import Preview

_TEXT_SHOWN: Final = 500
_REASON_LENGTH: Final = 200
_MINUTE: Final = 60


def ask_content(
    speech: Speech, view: Preview, draft: Composing, *, wrong: Key | None = None
) -> Screen:
    """Ask for the words and files; to whom they go stands first."""
    asked: Key = "broadcast-correcting" if draft.correcting else "broadcast-ask-content"
    offered = [
        part_button(speech, "broadcast-whom", Part.WHOM),
        part_button(speech, "broadcast-templates", Part.TEMPLATES),
    ]
    return Screen(
        lines(wrong_line(speech, wrong), head(speech, view), speech.say(asked)),
        rows([] if draft.correcting else offered, [leave(speech)]),
    )


def preview(
    speech: Speech, view: Preview, draft: Composing, *, wrong: Key | None = None
) -> Screen:
    """Show what will be sent and what that does; one tap sends it."""
    plan = view.plan
    if plan.content.is_empty:
        return ask_content(speech, view, draft, wrong=wrong)
    return Screen(
        lines(
            wrong_line(speech, wrong),
            head(speech, view),
            _content(speech, view, draft),
            _turnout(speech, view),
            _not_told(speech, view.turnout),
            _when(speech, view),
            asks(speech, plan.ask) if plan.ask else NOTHING,
        ),
        _ways(speech, view, draft),
    )


def _ways(speech: Speech, view: Preview, draft: Composing) -> Rows:
    if draft.correcting:
        asks_anew = view.plan.ask is not None
        return rows(
            [_send(speech.label("broadcast-send-correction"), draft)],
            [part_button(speech, "broadcast-answer-day", Part.ANSWER)] if asks_anew else [],
            [
                *_who_not(speech, view),
                part_button(speech, "broadcast-look", Part.LOOK),
                leave(speech),
            ],
        )
    return rows(
        [_send(_send_label(speech, view), draft)],
        [
            part_button(speech, "broadcast-whom", Part.WHOM),
            part_button(speech, "broadcast-when", Part.WHEN),
            part_button(speech, "broadcast-answer", Part.ANSWER),
        ],
        [
            *_who_not(speech, view),
            part_button(speech, "broadcast-more", Part.MORE),
            leave(speech),
        ],
    )


def _who_not(speech: Speech, view: Preview) -> list[Button]:
    asked: Key = "broadcast-who-not"
    return [part_button(speech, asked, Part.NOT_REACHED)] if view.not_reached else []


def sure(speech: Speech, view: Preview, draft: Composing) -> Screen:
    """Ask once more before an urgent broadcast goes out."""
    reason = cut(view.plan.urgent, _REASON_LENGTH)
    count = view.turnout.reachable
    target = SendBroadcast(stamp=draft.stamp, sure=True)
    return Screen(
        lines(head(speech, view), speech.say("broadcast-sure-urgent", count=count, reason=reason)),
        rows([button(speech.label("broadcast-sure"), target)], [back(speech)]),
    )


def choose_more(speech: Speech, view: Preview) -> Screen:
    """Offer what is needed seldom."""
    urgent = (
        part_button(speech, "broadcast-not-urgent", Part.CALM)
        if view.plan.urgent
        else words_button(speech, "broadcast-urgent", Asked.URGENT)
    )
    return Screen(
        lines(head(speech, view), speech.say("broadcast-choose-more")),
        rows(
            [part_button(speech, "broadcast-look", Part.LOOK), urgent],
            [
                part_button(speech, "broadcast-templates", Part.TEMPLATES),
                part_button(speech, "broadcast-afresh", Part.AFRESH),
            ],
            [back(speech)],
        ),
    )


def _content(speech: Speech, view: Preview, draft: Composing) -> Html:
    content = view.plan.content
    words = rich(shortened(content.text, _TEXT_SHOWN))
    if not content.files:
        return words
    if draft.album:
        return lines(words, speech.say("broadcast-files-album"))
    return lines(words, speech.say("broadcast-files", count=len(content.files)))


def _turnout(speech: Speech, view: Preview) -> Html:
    found = view.turnout
    told = speech.say(
        "broadcast-turnout",
        reachable=found.reachable,
        persons=found.persons,
        families=found.families,
    )
    takes = (
        speech.say("broadcast-takes", seconds=view.seconds)
        if view.seconds < _MINUTE
        else speech.say("broadcast-takes-minutes", minutes=-(-view.seconds // _MINUTE))
    )
    return joined(". ", [told, takes]) if found.reachable else told


def _not_told(speech: Speech, found: Turnout) -> Html:
    why = not_told(speech, found)
    return speech.say("broadcast-not-told", why=why) if why else NOTHING


def _when(speech: Speech, view: Preview) -> Html:
    plan, zone = view.plan, view.zone
    if plan.urgent:
        reason = cut(plan.urgent, _REASON_LENGTH)
        return speech.say("broadcast-urgent-line", reason=reason)
    opens = view.opens_at
    if plan.send_at is None:
        if opens is None:
            return NOTHING
        day, time = day_of(speech, opens, zone), time_of(opens, zone)
        return speech.say("broadcast-quiet", day=day, time=time)
    day, time = day_of(speech, plan.send_at, zone), time_of(plan.send_at, zone)
    if opens is None:
        return speech.say("broadcast-at", day=day, time=time)
    return speech.say("broadcast-at-quiet", day=day, time=time, opens=time_of(opens, zone))


def _send_label(speech: Speech, view: Preview) -> str:
    if view.plan.urgent:
        return speech.label("broadcast-send-urgent")
    at = view.plan.send_at
    if at is None:
        return speech.label("broadcast-send")
    day = day_and_month(at.astimezone(view.zone).date(), speech.language)
    return speech.label("broadcast-send-at", day=day, time=time_of(at, view.zone))


def _send(label: str, draft: Composing) -> Button:
    return button(label, SendBroadcast(stamp=draft.stamp))
