"""How packets for the vendor are spoken of: roles, pieces, titles."""

from typing import Final

from bot.texts.html import cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Role
from core.helpdesk.vendor.packet import Packet, Piece

_TITLE: Final = 70

ROLES: Final[dict[Role, Key]] = {
    Role.TEACHER: "packet-role-teacher",
    Role.DEPUTY_HEAD: "packet-role-deputy-head",
    Role.HEAD: "packet-role-head",
    Role.ADMINISTRATOR: "packet-role-administrator",
    Role.SECRETARY: "packet-role-secretary",
    Role.CONSULTANT: "packet-role-consultant",
    Role.GUARDIAN: "packet-role-guardian",
    Role.PUPIL: "packet-role-pupil",
}
"""As whom somebody works with the journal, the most frequent first."""

PIECES: Final[dict[Piece, Key]] = {
    Piece.ORGANISATION: "packet-piece-organisation",
    Piece.DOMAIN: "packet-piece-domain",
    Piece.LOGIN: "packet-piece-login",
    Piece.IDENTIFIER: "packet-piece-identifier",
    Piece.ROLE: "packet-piece-role",
    Piece.HAPPENED: "packet-piece-happened",
    Piece.MOMENT: "packet-piece-moment",
    Piece.TRIED: "packet-piece-tried",
    Piece.PICTURES: "packet-piece-pictures",
}
"""How each piece is called."""

OF_SCHOOL: Final = frozenset({Piece.ORGANISATION, Piece.DOMAIN})
"""Pieces that the administrator sets for all packets."""


def title(speech: Speech, of: Packet) -> str:
    """Return a packet's first words."""
    return cut(of.story.happened.partition("\n")[0], _TITLE) or speech.label("packet-untitled")


def number(of: Packet) -> str:
    """Return the vendor's number as texts take it."""
    return of.number or "none"
