"""Where help is had: a place in everybody's menu (H1)."""

from collections.abc import Sequence
from typing import Final

from bot.callbacks.asking import BeginAsking, OpenKeptAnswers, OpenRequests
from bot.callbacks.consulting import OpenDesk
from bot.callbacks.duty import OpenOnDuty
from bot.callbacks.places import OpenHelp, OpenMenu
from bot.callbacks.trainings import OpenTrainings
from bot.callbacks.vendor import OpenPackets
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import NOTHING
from bot.texts.speech import Speech
from core.access.people import Actor, Role
from core.helpdesk.answers.keeping import keeps
from core.helpdesk.tickets.ticket import State, Ticket

_FAMILY: Final = frozenset({Role.GUARDIAN, Role.PUPIL})


def hub(speech: Speech, actor: Actor, own: Sequence[Ticket]) -> Screen:
    """Show what there is of help for this person."""
    waiting = sum(one.standing.state is not State.CLOSED for one in own)
    ask = button(speech.label("help-desk-ask"), BeginAsking())
    mine = button(speech.label("help-desk-mine"), OpenRequests())
    return Screen(
        lines(
            speech.say("help-desk-head"),
            speech.say("help-desk-what"),
            speech.say("help-desk-open", count=waiting) if waiting else NOTHING,
        ),
        rows([ask, mine], *_places(speech, actor)),
    )


def _places(speech: Speech, actor: Actor) -> list[list[Button]]:
    duty = button(speech.label("place-on-duty"), OpenOnDuty())
    last = [
        button(speech.label("place-help"), OpenHelp()),
        button(speech.label("place-menu"), OpenMenu()),
    ]
    if actor.roles <= _FAMILY:
        return [[duty, *last]]
    trainings = button(speech.label("help-desk-trainings"), OpenTrainings())
    vendor = button(speech.label("help-desk-vendor"), OpenPackets())
    return [[duty, trainings, vendor], [*_of_consultant(speech, actor), *last]]


def _of_consultant(speech: Speech, actor: Actor) -> list[Button]:
    kept = [one for one in actor.members if keeps(one)]
    if not kept:
        return []
    return [
        button(speech.label("help-desk-queue"), OpenDesk()),
        button(speech.label("help-desk-known"), OpenKeptAnswers(school=kept[0].school)),
    ]
