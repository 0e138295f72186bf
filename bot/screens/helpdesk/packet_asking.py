"""What is asked for while a packet is made and followed, and while the school's data are set."""

from typing import Final

from bot.callbacks.vendor import (
    AskDay,
    AskDetail,
    AskPiece,
    NoPictures,
    OpenPacket,
    OpenPackets,
    OpenSupport,
    SetPacketRole,
)
from bot.screens.helpdesk.packet_words import OF_SCHOOL, PIECES, ROLES
from bot.screens.helpdesk.packets import back_to
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import NOTHING, Html, cut, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Member
from core.helpdesk.vendor.packet import Detail, Packet, Piece, Support
from core.ids import SchoolId

_SCHOOL_LENGTH: Final = 80
_ASKED: Final[dict[Piece, Key]] = {
    Piece.LOGIN: "packet-ask-login",
    Piece.IDENTIFIER: "packet-ask-identifier",
    Piece.HAPPENED: "packet-ask-happened",
    Piece.MOMENT: "packet-ask-moment",
    Piece.TRIED: "packet-ask-tried",
}
_ABOUT: Final[dict[Detail, tuple[Key, Key, Key]]] = {
    Detail.ORGANISATION: (
        "support-organisation",
        "support-set-organisation",
        "support-ask-organisation",
    ),
    Detail.DOMAIN: ("support-domain", "support-set-domain", "support-ask-domain"),
    Detail.ADDRESS: ("support-address", "support-set-address", "support-ask-address"),
    Detail.ANSWERS_TO: (
        "support-answers-to",
        "support-set-answers-to",
        "support-ask-answers-to",
    ),
}
"""For each detail: how it is told, set, and asked for."""


def ask_piece(speech: Speech, of: Packet, piece: Piece, *, wrong: Key | None = None) -> Screen:
    """Ask for a piece: a role by taps, pictures, or words."""
    if piece is Piece.ROLE:
        return _ask_role(speech, of)
    if piece is Piece.PICTURES:
        return ask_pictures(speech, of, wrong=wrong)
    return Screen(
        lines(_wrong(speech, wrong), speech.say("packet-draft-head"), speech.say(_ASKED[piece])),
        rows([back_to(speech, of)]),
    )


def _ask_role(speech: Speech, of: Packet) -> Screen:
    found = [
        button(speech.label(key), SetPacketRole(packet=of.id, role=role))
        for role, key in ROLES.items()
    ]
    return Screen(
        lines(speech.say("packet-draft-head"), speech.say("packet-ask-role")),
        rows(found[:3], found[3:6], [*found[6:], back_to(speech, of)]),
    )


def ask_pictures(speech: Speech, of: Packet, *, wrong: Key | None = None) -> Screen:
    """Ask for pictures; that there are none is an answer too."""
    count = len(of.story.pictures)
    done = button(speech.label("packet-pictures-done"), OpenPacket(packet=of.id))
    none = button(speech.label("packet-no-pictures"), NoPictures(packet=of.id))
    return Screen(
        lines(
            _wrong(speech, wrong),
            speech.say("packet-draft-head"),
            speech.say("packet-pictures-taken", count=count)
            if count
            else speech.say("packet-ask-pictures"),
        ),
        rows([done, none] if count else [none], [back_to(speech, of)]),
    )


def choose_piece(speech: Speech, of: Packet) -> Screen:
    """Ask what of a draft is to be said anew."""
    found = [
        button(speech.label(PIECES[one]), AskPiece(packet=of.id, piece=one))
        for one in Piece
        if one not in OF_SCHOOL
    ]
    return Screen(
        lines(speech.say("packet-draft-head"), speech.say("packet-edit-head")),
        rows(found[:3], found[3:6], [*found[6:], back_to(speech, of)]),
    )


def ask_number(speech: Speech, of: Packet, *, wrong: Key | None = None) -> Screen:
    """Ask for the vendor's number."""
    return Screen(
        lines(_wrong(speech, wrong), speech.say("packet-ask-number")),
        rows([back_to(speech, of)]),
    )


def ask_day(speech: Speech, of: Packet, *, wrong: Key | None = None) -> Screen:
    """Ask when to ask the vendor again."""
    return Screen(
        lines(_wrong(speech, wrong), speech.say("packet-ask-day")),
        rows(
            [
                button(speech.label("packet-in-3"), AskDay(packet=of.id, days=3)),
                button(speech.label("packet-in-7"), AskDay(packet=of.id, days=7)),
            ],
            [back_to(speech, of)],
        ),
    )


def support(speech: Speech, member: Member, of: Support) -> Screen:
    """Show the administrator what is the same in all packets."""
    values = {
        Detail.ORGANISATION: of.organisation,
        Detail.DOMAIN: of.domain,
        Detail.ADDRESS: of.address,
        Detail.ANSWERS_TO: of.answers_to,
    }
    none = speech.label("support-none")
    buttons = [_set(speech, member.school, what) for what in values]
    return Screen(
        lines(
            speech.say("support-head", school=cut(member.school_name, _SCHOOL_LENGTH)),
            [speech.say(_ABOUT[what][0], value=it or none) for what, it in values.items()],
            speech.say("support-how"),
        ),
        rows(
            buttons[:2],
            buttons[2:],
            [button(speech.label("packets-back"), OpenPackets())],
        ),
    )


def _set(speech: Speech, school: SchoolId, what: Detail) -> Button:
    return button(speech.label(_ABOUT[what][1]), AskDetail(school=school, what=what))


def ask_detail(
    speech: Speech, school: SchoolId, what: Detail, *, wrong: Key | None = None
) -> Screen:
    """Ask the administrator for a detail."""
    back = button(speech.label("support-back"), OpenSupport(school=school))
    return Screen(
        lines(_wrong(speech, wrong), speech.say(_ABOUT[what][2])),
        rows([back]),
    )


def _wrong(speech: Speech, wrong: Key | None) -> Html:
    return escaped(speech.label(wrong)) if wrong else NOTHING
