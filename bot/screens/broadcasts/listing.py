"""What was sent lately, whom one may write to, and templates."""

from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

from bot.callbacks.broadcasts import (
    BeginBroadcast,
    EditBroadcast,
    OpenBroadcast,
    OpenBroadcasts,
    OpenBroadcastTargets,
    Part,
    ToWhom,
)
from bot.callbacks.places import OpenMenu
from bot.screens.broadcasts.naming import title, whom_of
from bot.screens.broadcasts.parts import in_rows
from bot.screens.parts.pages import Page, page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.messages.broadcasts.broadcast import Broadcast
from core.messages.broadcasts.templates import Template
from core.notices.broadcasts.previewing import A_PAGE, Desk

_TARGETS: Final = 9
_TARGETS_A_PAGE: Final = 12
_IN_A_ROW: Final = 3
_TEMPLATES_A_PAGE: Final = 6


def broadcasts(speech: Speech, desk: Desk) -> Screen:
    """Show a page of broadcasts by number, and whom the person may write to."""
    begin = desk.page * A_PAGE
    listed = Page(desk.latest, desk.page, begin, desk.total - begin - len(desk.latest))
    numbered = list(enumerate(listed.items, start=begin + 1))
    offered = _offered(speech, desk)
    return Screen(
        lines(
            speech.say("broadcasts-head"),
            [_line(speech, index, one) for index, one in numbered] or speech.say(_empty(desk)),
            rest_of(speech, listed),
            speech.say("broadcasts-to"),
        ),
        rows(
            *in_rows(offered, _IN_A_ROW),
            [button(str(index), OpenBroadcast(broadcast=one.id)) for index, one in numbered],
            _lists(speech, desk),
            [
                *turning(speech, listed, lambda to: OpenBroadcasts(page=to, whole=desk.whole)),
                button(speech.label("place-menu"), OpenMenu()),
            ],
        ),
    )


def _empty(desk: Desk) -> Key:
    return "broadcasts-empty-own" if desk.schools and not desk.whole else "broadcasts-empty"


def _lists(speech: Speech, desk: Desk) -> list[Button]:
    """Return the ways to the own ones and to the school's, for who follows a school."""
    if not desk.schools:
        return []
    labels = {
        False: speech.label("broadcasts-own"),
        True: speech.label("broadcasts-whole"),
    }
    labels[desk.whole] = speech.label("broadcast-chosen", label=labels[desk.whole])
    return [button(label, OpenBroadcasts(whole=whole)) for whole, label in labels.items()]


def _targets(speech: Speech, desk: Desk) -> list[Button]:
    schools = [
        button(
            speech.label("broadcast-to-school")
            if len(desk.schools) == 1
            else speech.label("broadcast-to-school-named", school=one.school_name),
            BeginBroadcast(whom=ToWhom.SCHOOL, number=one.school),
        )
        for one in desk.schools
    ]
    classes = [
        button(one.title, BeginBroadcast(whom=ToWhom.CLASS, number=one.id)) for one in desk.classes
    ]
    courses = [
        button(one.title, BeginBroadcast(whom=ToWhom.COURSE, number=one.id))
        for one in desk.courses
    ]
    return [*classes, *schools, *courses]


def _offered(speech: Speech, desk: Desk) -> list[Button]:
    """Return the first of them, and where there are more the way to all."""
    found = _targets(speech, desk)
    if len(found) <= _TARGETS:
        return found
    all_of_them = button(
        speech.label("broadcast-all-targets", count=len(found)), OpenBroadcastTargets()
    )
    return [*found[: _TARGETS - 1], all_of_them]


def targets(speech: Speech, desk: Desk, *, page: int = 0) -> Screen:
    """Show all whom the person may write to, page by page."""
    listed = page_of(_targets(speech, desk), page, size=_TARGETS_A_PAGE)
    return Screen(
        lines(speech.say("broadcasts-head"), speech.say("broadcasts-to"), rest_of(speech, listed)),
        rows(
            *in_rows(listed.items, _IN_A_ROW),
            [
                *turning(speech, listed, lambda to: OpenBroadcastTargets(page=to)),
                button(speech.label("place-broadcasts"), OpenBroadcasts()),
            ],
        ),
    )


def _line(speech: Speech, index: int, one: Broadcast) -> Html:
    at = (one.sent_at or one.plan.send_at or one.made_at).astimezone(ZoneInfo(one.zone))
    line = speech.say(
        "broadcast-listed",
        index=index,
        when=day_and_month(at.date(), speech.language),
        whom=whom_of(speech, one),
        title=title(speech, one.plan.content),
    )
    return speech.say("broadcast-listed-answers", line=line, state=one.state.value)


def templates(
    speech: Speech, found: Sequence[Template], *, page: int = 0, note: Key | None = None
) -> Screen:
    """Show templates by number: a number puts one into what is being written."""
    listed = page_of(found, page, size=_TEMPLATES_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    use = [
        button(str(index), EditBroadcast(part=Part.TEMPLATE, value=one.id))
        for index, one in numbered
    ]
    drop = [
        button(
            speech.label("broadcast-drop-template", index=index),
            EditBroadcast(part=Part.DROP, value=one.id),
        )
        for index, one in numbered
    ]
    turn = turning(speech, listed, lambda to: EditBroadcast(part=Part.TEMPLATES, page=to))
    back = button(speech.label("broadcast-back"), EditBroadcast(part=Part.PREVIEW))
    return Screen(
        lines(
            speech.say(note) if note else NOTHING,
            speech.say("broadcast-templates-head"),
            [_template(speech, index, one) for index, one in numbered]
            or speech.say("broadcast-templates-empty"),
            rest_of(speech, listed),
        ),
        rows(use, drop[:_IN_A_ROW], drop[_IN_A_ROW:], [*turn, back]),
    )


def _template(speech: Speech, index: int, one: Template) -> Html:
    shared = "yes" if one.owner is None else "no"
    named = one.title or speech.label("broadcast-no-words")
    return speech.say("broadcast-template-line", index=index, title=named, shared=shared)
