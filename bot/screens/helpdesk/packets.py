"""Packets for the vendor as their authors have them: the list, the draft, what has left."""

from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

from bot.callbacks.consulting import OpenTicket
from bot.callbacks.places import OpenMenu
from bot.callbacks.vendor import (
    AskDay,
    AskNumber,
    AskPiece,
    BeginPacket,
    DropPacket,
    EditPacket,
    GivePacket,
    OpenPacket,
    OpenPackets,
    OpenSupport,
    SendPacket,
    StandPacket,
)
from bot.screens.helpdesk.packet_text import packet_text
from bot.screens.helpdesk.packet_words import OF_SCHOOL, PIECES, number, title
from bot.screens.parts.enclosure import Enclosure, Paper
from bot.screens.parts.naming import full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, KeptFile, Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor, Role
from core.helpdesk.vendor.making import PacketList
from core.helpdesk.vendor.packet import LetterState, Packet, PacketState, Piece, Way

_A_PAGE: Final = 8
_IN_A_ROW: Final = 4
_SCHOOLS: Final = 2


def packets(
    speech: Speech,
    found: PacketList,
    *,
    others: bool = False,
    page: int = 0,
    note: Key | None = None,
) -> Screen:
    """Show the own packets, or those of others that have left; a number opens one."""
    shown = found.others if others else found.own
    listed = page_of(shown, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    numbers = [button(str(at), OpenPacket(packet=one.id)) for at, one in numbered]
    empty: Key = "packets-empty-others" if others else "packets-empty"
    turns = turning(speech, listed, lambda to: OpenPackets(others=others, page=to))
    return Screen(
        lines(
            speech.say(note) if note else NOTHING,
            speech.say("packets-head-others" if others else "packets-head"),
            [_line(speech, at, one) for at, one in numbered] or speech.say(empty),
            rest_of(speech, listed),
        ),
        rows(
            numbers[:_IN_A_ROW],
            numbers[_IN_A_ROW:],
            [*turns, *([] if others else _new(speech, found))],
            [*_elsewhere(speech, found, others=others), _menu(speech)],
        ),
    )


def _line(speech: Speech, index: int, one: Packet) -> Html:
    return speech.say(
        "packets-line",
        index=index,
        day=_day(speech, one),
        state=one.state.value,
        number=number(one),
        title=title(speech, one),
    )


def _new(speech: Speech, found: PacketList) -> list[Button]:
    schools = {one.school: one.school_name for one in found.members}
    if len(schools) == 1:
        return [button(speech.label("packet-new"), BeginPacket(school=next(iter(schools))))]
    return [
        button(speech.label("packet-new-at", school=name), BeginPacket(school=school))
        for school, name in list(schools.items())[:_SCHOOLS]
    ]


def _elsewhere(speech: Speech, found: PacketList, *, others: bool) -> list[Button]:
    if others:
        return [button(speech.label("packets-own"), OpenPackets())]
    in_charge = [one for one in found.members if Role.ADMINISTRATOR in one.roles]
    ways = [
        button(speech.label("packet-support"), OpenSupport(school=one.school))
        for one in in_charge[:1]
    ]
    if any(one.is_administration for one in found.members):
        ways.append(button(speech.label("packets-others"), OpenPackets(others=True)))
    return ways


def packet(
    speech: Speech, actor: Actor, of: Packet, *, by_mail: bool = False, note: Key | None = None
) -> Screen:
    """Show a packet: a draft whole with what it lacks, one that has left with how it stands."""
    if of.is_draft:
        return _draft(speech, actor, of, by_mail=by_mail, note=note)
    return Screen(
        lines(
            escaped(speech.label(note)) if note else NOTHING,
            speech.say("packet-head", state=of.state.value),
            _of_ticket(speech, of),
            escaped(title(speech, of)),
            speech.say("packet-author", name=full_name(speech, of.by_name)),
            _left(speech, of),
            speech.say("packet-number", number=of.number)
            if of.number
            else speech.say("packet-no-number"),
            _ask_on(speech, of),
        ),
        rows(*_deeds(speech, of), [*_to_ticket(speech, of), _to_list(speech)]),
    )


def _of_ticket(speech: Speech, of: Packet) -> Html:
    return speech.say("packet-of-ticket", number=str(of.ticket)) if of.ticket else NOTHING


def _to_ticket(speech: Speech, of: Packet) -> list[Button]:
    if of.ticket is None:
        return []
    return [button(speech.label("packet-ticket"), OpenTicket(ticket=of.ticket))]


def _left(speech: Speech, of: Packet) -> Html:
    way = of.way or Way.TEXT
    letter = of.letter.value
    return speech.say("packet-left", way=way.value, letter=letter, day=_day(speech, of))


def _ask_on(speech: Speech, of: Packet) -> Html:
    if of.ask_on is None or of.state is not PacketState.SENT:
        return NOTHING
    return speech.say("packet-ask-on", day=day_and_month(of.ask_on, speech.language))


def _deeds(speech: Speech, of: Packet) -> list[list[Button]]:
    again = [
        button(speech.label("packet-show-text"), GivePacket(packet=of.id, way=Way.TEXT)),
        button(speech.label("packet-show-file"), GivePacket(packet=of.id, way=Way.FILE)),
    ]
    match of.state:
        case PacketState.SENT:
            return [
                [
                    _stand(speech, "packet-answered", of, PacketState.ANSWERED),
                    *after_sending(speech, of),
                ],
                [*again, _stand(speech, "packet-close", of, PacketState.CLOSED)],
            ]
        case PacketState.ANSWERED:
            not_helped = _stand(speech, "packet-not-helped", of, PacketState.SENT)
            return [[_stand(speech, "packet-close", of, PacketState.CLOSED), not_helped], again]
        case PacketState.CLOSED:
            return [[_stand(speech, "packet-reopen", of, PacketState.SENT), *again]]
        case PacketState.DRAFT:
            return []


def after_sending(speech: Speech, of: Packet) -> list[Button]:
    """Return what is to be kept of a packet that has left: its number, and when to ask again."""
    return [
        button(speech.label("packet-set-number"), AskNumber(packet=of.id)),
        button(speech.label("packet-set-day"), AskDay(packet=of.id)),
    ]


def _stand(speech: Speech, key: Key, of: Packet, state: PacketState) -> Button:
    return button(speech.label(key), StandPacket(packet=of.id, state=state))


def _draft(speech: Speech, actor: Actor, of: Packet, *, by_mail: bool, note: Key | None) -> Screen:
    lacks = of.lacks()
    named = ", ".join(speech.label(PIECES[one]) for one in lacks)
    refused = of.letter is LetterState.REFUSED
    return Screen(
        lines(
            escaped(speech.label(note)) if note else NOTHING,
            speech.say("packet-draft-head"),
            _of_ticket(speech, of),
            speech.say("packet-refused-note") if refused else NOTHING,
            whole(speech, of),
            speech.say("packet-lacks", what=named) if lacks else speech.say("packet-whole"),
            speech.say("packet-of-administrator") if OF_SCHOOL & set(lacks) else NOTHING,
        ),
        rows(
            _next(speech, actor, of, lacks) if lacks else _ways(speech, of, by_mail=by_mail),
            [
                button(speech.label("packet-edit"), EditPacket(packet=of.id)),
                button(speech.label("packet-drop"), DropPacket(packet=of.id)),
                *(_to_ticket(speech, of) or [_to_list(speech)]),
            ],
        ),
    )


def whole(speech: Speech, of: Packet) -> Html:
    """Return the whole packet as the vendor will read it, line by line."""
    said = packet_text(speech, of).split("\n")
    return Html("\n".join(["", *(escaped(one) for one in said), ""]))


def _next(speech: Speech, actor: Actor, of: Packet, lacks: Sequence[Piece]) -> list[Button]:
    own = [one for one in lacks if one not in OF_SCHOOL]
    found = [
        button(
            speech.label("packet-go-on", what=speech.label(PIECES[one])),
            AskPiece(packet=of.id, piece=one),
        )
        for one in own[:1]
    ]
    in_charge = any(
        one.school == of.school and Role.ADMINISTRATOR in one.roles for one in actor.members
    )
    if in_charge and len(own) < len(lacks):
        found.append(button(speech.label("packet-support"), OpenSupport(school=of.school)))
    return found


def _ways(speech: Speech, of: Packet, *, by_mail: bool) -> list[Button]:
    ways: list[tuple[Key, Way]] = [("packet-by-text", Way.TEXT), ("packet-by-file", Way.FILE)]
    if by_mail:
        ways.insert(0, ("packet-by-mail", Way.MAIL))
    return [button(speech.label(key), SendPacket(packet=of.id, way=way)) for key, way in ways]


def ask_drop(speech: Speech, of: Packet) -> Screen:
    """Ask once more before a draft is thrown away."""
    sure = button(speech.label("packet-drop-sure"), DropPacket(packet=of.id, sure=True))
    return Screen(
        lines(
            speech.say("packet-draft-head"),
            escaped(title(speech, of)),
            speech.say("packet-drop-ask"),
        ),
        rows([sure], [back_to(speech, of)]),
    )


def as_text(speech: Speech, of: Packet) -> Screen:
    """Show the text to copy, with the pictures before it."""
    copied = Html(f"<pre>{_bare(packet_text(speech, of))}</pre>")
    gone = speech.say("file-gone")
    album = tuple(KeptFile(one.reference, one.is_picture, gone) for one in of.story.pictures)
    return Screen(
        lines(
            speech.say("packet-copy"),
            copied,
            speech.say("packet-copy-pictures") if album else NOTHING,
        ),
        rows(after_sending(speech, of), [back_to(speech, of)]),
        anew=True,
        album=album,
        captions=(NOTHING,) * len(album),
    )


def _bare(text: str) -> Html:
    return Html("\n".join(escaped(one) for one in text.split("\n")))


def as_file(speech: Speech, of: Packet) -> Screen:
    """Show the file with text and pictures."""
    return Screen(
        speech.say("packet-file-caption"),
        rows(after_sending(speech, of), [back_to(speech, of)]),
        anew=True,
        enclosed=Enclosure(
            paper=Paper.VENDOR_PACKET,
            of=of.id,
            day=0,
            language=speech.language,
            instead=speech.say("packet-file-instead"),
        ),
    )


def back_to(speech: Speech, of: Packet) -> Button:
    """Return the way back to a packet."""
    return button(speech.label("packet-back"), OpenPacket(packet=of.id))


def _day(speech: Speech, of: Packet) -> str:
    at = (of.sent_at or of.made_at).astimezone(ZoneInfo(of.zone))
    return day_and_month(at.date(), speech.language)


def _to_list(speech: Speech) -> Button:
    return button(speech.label("packets-back"), OpenPackets())


def _menu(speech: Speech) -> Button:
    return button(speech.label("place-menu"), OpenMenu())
