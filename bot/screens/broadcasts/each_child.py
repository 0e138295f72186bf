"""A question that is answered for each of several children: what was answered, and the choices."""

from typing import Final

from bot.callbacks.broadcasts import OpenBroadcastChildren
from bot.screens.broadcasts.shown import Shown
from bot.screens.parts.naming import among
from bot.screens.parts.pages import rest_of
from bot.screens.parts.screen import Button, button
from bot.texts.html import Html, cut
from bot.texts.speech import Speech
from core.access.people import Child

_NAME_LENGTH: Final = 20


def of_each_child(speech: Speech, shown: Shown) -> list[Html]:
    """Return what was answered for each child; of very many for those who are offered."""
    listed = shown.offered
    return [*(_answered(speech, shown, one) for one in listed.items), rest_of(speech, listed)]


def further_children(speech: Speech, shown: Shown) -> list[Button]:
    """Return the way to the children who follow, and from the last ones to the first."""
    listed = shown.offered
    if not listed.begin and not listed.rest:
        return []
    label = speech.label("broadcast-more-children" if listed.rest else "broadcast-first-children")
    page = listed.number + 1 if listed.rest else 0
    to = OpenBroadcastChildren(broadcast=shown.broadcast.id, person=shown.person, page=page)
    return [button(label, to)]


def offered_for(speech: Speech, shown: Shown, child: Child) -> tuple[str, ...]:
    """Return the choices as they are offered for one of the children."""
    ask, name = shown.broadcast.plan.ask, _called(speech, shown, child)
    return tuple(
        speech.label("broadcast-choice-of-child", child=name, choice=one)
        for one in (ask.choices if ask else ())
    )


def _answered(speech: Speech, shown: Shown, child: Child) -> Html:
    ask, given = shown.broadcast.plan.ask, shown.answer_about(child.pupil)
    name = _called(speech, shown, child)
    if ask is None or given is None or not 1 <= given.choice <= len(ask.choices):
        return speech.say("broadcast-of-child-open", child=name)
    return speech.say("broadcast-of-child", child=name, choice=ask.choices[given.choice - 1])


def _called(speech: Speech, shown: Shown, child: Child) -> str:
    return cut(among(speech, child, shown.children), _NAME_LENGTH)
