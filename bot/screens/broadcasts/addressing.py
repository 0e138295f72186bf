"""To whom a broadcast that is being written goes: who of a family, and whose families."""

from collections.abc import Collection, Sequence
from typing import Final

from bot.callbacks.broadcasts import EditBroadcast, Part
from bot.screens.broadcasts.parts import (
    back,
    chosen_button,
    head,
    in_rows,
    part_button,
)
from bot.screens.parts.naming import full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Child
from core.ids import PupilId
from core.messages.broadcasts.broadcast import Hearers, Whom
from core.notices.broadcasts.previewing import Preview

_GROUPS_A_PAGE: Final = 12
_FAMILIES_A_PAGE: Final = 10
_IN_A_ROW: Final = 3
_NUMBERS_IN_A_ROW: Final = 5


def choose_whom(speech: Speech, view: Preview) -> Screen:
    """Ask who of a family hears it, and whose families."""
    scope = view.plan.scope
    keys: dict[Hearers, Key] = {
        Hearers.PARENTS: "broadcast-parents",
        Hearers.PUPILS: "broadcast-pupils",
        Hearers.BOTH: "broadcast-both",
    }
    hearers = [
        chosen_button(speech, key, view.plan.hearers is one, Part.HEARERS, at)
        for at, (one, key) in enumerate(keys.items())
    ]
    whose = [part_button(speech, "broadcast-groups", Part.GROUPS)]
    if len(scope.groups) == 1:
        whose.append(part_button(speech, "broadcast-families", Part.FAMILIES))
    return Screen(
        lines(head(speech, view), speech.say("broadcast-choose-whom")),
        rows(hearers, [] if scope.whom is Whom.SCHOOL else whose, [back(speech)]),
    )


def choose_groups(
    speech: Speech,
    view: Preview,
    offered: Sequence[tuple[int, str]],
    *,
    page: int = 0,
) -> Screen:
    """Let the sender mark classes or courses."""
    listed = page_of(offered, page, size=_GROUPS_A_PAGE)
    marked = set(view.plan.scope.groups)
    buttons = [
        _toggle(speech, title, number in marked, Part.GROUP, number, listed.number)
        for number, title in listed.items
    ]
    turn = turning(speech, listed, lambda to: EditBroadcast(part=Part.GROUPS, page=to))
    return Screen(
        lines(head(speech, view), speech.say("broadcast-choose-groups"), rest_of(speech, listed)),
        rows(*in_rows(buttons, _IN_A_ROW), [*turn, back(speech)]),
    )


def choose_families(
    speech: Speech,
    view: Preview,
    pupils: Sequence[Child],
    *,
    page: int = 0,
) -> Screen:
    """Let the sender mark families by the pupil's number in the list."""
    listed = page_of(pupils, page, size=_FAMILIES_A_PAGE)
    marked: Collection[PupilId] = view.plan.scope.pupils
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    buttons = [
        _toggle(speech, str(index), one.pupil in marked, Part.FAMILY, one.pupil, listed.number)
        for index, one in numbered
    ]
    turn = turning(speech, listed, lambda to: EditBroadcast(part=Part.FAMILIES, page=to))
    return Screen(
        lines(
            joined(" ", [speech.say("broadcast-choose-families"), rest_of(speech, listed)]),
            [
                speech.say(
                    "broadcast-family-line",
                    chosen="yes" if one.pupil in marked else "no",
                    index=index,
                    name=full_name(speech, one.name),
                )
                for index, one in numbered
            ],
        ),
        rows(*in_rows(buttons, _NUMBERS_IN_A_ROW), [*turn, back(speech)]),
    )


def _toggle(
    speech: Speech,
    label: str,
    chosen: bool,  # noqa: FBT001 - whether it is marked
    part: Part,
    value: int,
    page: int,
) -> Button:
    marked = speech.label("broadcast-chosen", label=label) if chosen else label
    return button(marked, EditBroadcast(part=part, value=value, page=page))
