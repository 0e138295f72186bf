"""Whom a broadcast that is being written will not reach, and why: family by family."""

from typing import Final

from bot.callbacks.broadcasts import EditBroadcast, Part
from bot.screens.broadcasts.parts import back, head
from bot.screens.parts.naming import full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Screen, lines, rows
from bot.texts.html import Html, cut, joined
from bot.texts.speech import Speech
from core.messages.broadcasts.broadcast import Family, Hearer
from core.notices.broadcasts.previewing import Preview

_FAMILIES_A_PAGE: Final = 8
_MEMBERS: Final = 4
_NAME_LENGTH: Final = 40
_PHONE_LENGTH: Final = 20


def not_reached(speech: Speech, view: Preview, *, page: int = 0) -> Screen:
    """Show each family of which somebody gets nothing, with the reason and how to call."""
    listed = page_of(view.not_reached, page, size=_FAMILIES_A_PAGE)
    turn = turning(speech, listed, lambda to: EditBroadcast(part=Part.NOT_REACHED, page=to))
    return Screen(
        lines(
            head(speech, view),
            speech.say("broadcast-not-reached-families", count=len(view.not_reached)),
            [
                _family(speech, index, it)
                for index, it in enumerate(listed.items, start=listed.begin + 1)
            ],
            rest_of(speech, listed),
        ),
        rows([*turn, back(speech)]),
    )


def _family(speech: Speech, index: int, family: Family) -> Html:
    shown = [_member(speech, one) for one in family.members[:_MEMBERS]]
    members = joined("; ", shown) or speech.say("broadcast-family-nobody")
    name = cut(full_name(speech, family.child.name), _NAME_LENGTH)
    return speech.say("broadcast-family", index=index, name=name, members=members)


def _member(speech: Speech, it: Hearer) -> Html:
    name = cut(it.name.given or it.name.family, _NAME_LENGTH)
    if it.why is None:
        return speech.say("broadcast-member", name=name, state=speech.label("broadcast-will-get"))
    state = speech.label("broadcast-stands", stands=it.why.value, choice="", at="")
    phone = cut(it.phone, _PHONE_LENGTH)
    if not phone:
        return speech.say("broadcast-member", name=name, state=state)
    return speech.say("broadcast-member-phone", name=name, phone=phone, state=state)
