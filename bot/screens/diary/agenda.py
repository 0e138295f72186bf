"""A pupil's calendar: as a file, and as a link that a person makes, renews and cuts."""

from datetime import datetime

from bot.callbacks.papers import CutAgendaLink, MakeAgendaLink, SendAgenda
from bot.callbacks.places import Place
from bot.screens.parts.enclosure import Enclosure, Paper
from bot.screens.parts.frame import head, way_back, zone_of
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import Html
from bot.texts.speech import Speech
from core.access.people import Actor, Child
from core.ids import PupilId

PATH = "/ics/"


def agenda(
    speech: Speech, actor: Actor, child: Child, *, since: datetime | None, public_url: str
) -> Screen:
    """Show how the calendar is had; where the program has no public address, as a file only."""
    return _shown(
        speech,
        actor,
        child,
        [speech.say("agenda-what"), _link_now(speech, actor, child, since, public_url)],
        _deeds(speech, child.pupil, has_link=since is not None, offered=bool(public_url)),
    )


def agenda_link(
    speech: Speech, actor: Actor, child: Child, *, secret: str, public_url: str
) -> Screen:
    """Show a new link, this once."""
    address = f"{public_url}{PATH}{secret}.ics"
    return _shown(
        speech,
        actor,
        child,
        [
            speech.say("agenda-link-new", address=address),
            speech.say("agenda-link-none"),
            speech.say("agenda-link-secret"),
            speech.say("agenda-link-before"),
        ],
        _deeds(speech, child.pupil, has_link=True, offered=True),
    )


def agenda_link_cut(speech: Speech, actor: Actor, child: Child, *, public_url: str) -> Screen:
    """Say that the link is off."""
    deeds = _deeds(speech, child.pupil, has_link=False, offered=bool(public_url))
    return _shown(speech, actor, child, [speech.say("agenda-link-cut")], deeds)


def agenda_file(speech: Speech, actor: Actor, child: Child) -> Screen:
    """Hand the calendar over as a file."""
    return Screen(
        lines(
            head(speech, actor, child, speech.say("agenda-caption")),
            speech.say("agenda-open-file"),
            speech.say("agenda-file-once"),
        ),
        rows(way_back(speech, actor, child, Place.TIMETABLE)),
        enclosed=Enclosure(
            Paper.AGENDA, child.pupil, 0, speech.language, speech.say("paper-failed")
        ),
    )


def _shown(
    speech: Speech,
    actor: Actor,
    child: Child,
    said: list[Html],
    deeds: tuple[tuple[Button, ...], ...],
) -> Screen:
    first = head(speech, actor, child, speech.say("agenda-head"))
    back = way_back(speech, actor, child, Place.TIMETABLE)
    return Screen(lines(first, said), rows(*deeds, back))


def _link_now(
    speech: Speech, actor: Actor, child: Child, since: datetime | None, public_url: str
) -> Html:
    if not public_url:
        return speech.say("agenda-link-off")
    if since is None:
        return speech.say("agenda-link-none")
    day = since.astimezone(zone_of(actor, child.pupil, child.class_id)).date()
    return speech.say("agenda-link-since", day=day_and_month(day, speech.language))


def _deeds(
    speech: Speech, pupil: PupilId, *, has_link: bool, offered: bool
) -> tuple[tuple[Button, ...], ...]:
    file = button(speech.label("agenda-send-file"), SendAgenda(pupil=pupil))
    label = speech.label("agenda-renew-link") if has_link else speech.label("agenda-make-link")
    make = (button(label, MakeAgendaLink(pupil=pupil)),) if offered else ()
    cut = button(speech.label("agenda-cut-link"), CutAgendaLink(pupil=pupil))
    return (file, *make), ((cut,) if has_link else ())
