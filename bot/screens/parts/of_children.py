"""Buttons under news of several children: a row for each of a few, names side by side for more."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.callbacks.places import OpenFamily, Place
from bot.screens.parts.screen import Button, Rows, button
from bot.texts.html import cut
from bot.texts.speech import Speech
from core.ids import PupilId

A_FEW: Final = 3
"""So many children have a row of their own."""

_IN_A_ROW: Final = 4
_ROWS: Final = 2
_NAME_LENGTH: Final = 9
"""A phone shows no more of a label where four stand side by side."""


def by_name(
    speech: Speech, opened: Sequence[tuple[PupilId, Button]], names: Mapping[PupilId, str]
) -> Rows:
    """Return the way to each child: in rows of their own, or called by name where they are many.

    Of one child there may be several: then the first leads on to the others. Who has no room is
    behind the button to all children.
    """
    first = dict(reversed(opened))
    children = list(dict.fromkeys(pupil for pupil, _ in opened))
    if len(children) <= A_FEW:
        return tuple((one,) for _, one in opened[:A_FEW])
    room = _IN_A_ROW * _ROWS
    shown = children if len(children) <= room else children[: room - 1]
    named = [replace(first[one], label=cut(names[one], _NAME_LENGTH)) for one in shown]
    if len(shown) < len(children):
        named.append(family_button(speech))
    return tuple(tuple(named[at : at + _IN_A_ROW]) for at in range(0, len(named), _IN_A_ROW))


def family_button(speech: Speech) -> Button:
    """Return the button to the list of all children; the message stays as it is."""
    return button(speech.label("news-children"), OpenFamily(place=Place.DIARY))
