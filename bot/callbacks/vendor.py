"""Buttons of packets for the vendor's support, and of what is the same in all of them."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, Page, School
from core.access.people import Role
from core.helpdesk.vendor.packet import Detail, PacketState, Piece, Way
from core.ids import BreachId, PacketId, TicketId

Number = Annotated[PacketId, Field(ge=1, le=LARGEST_ID)]
Days = Annotated[int, Field(ge=0, le=366)]


class OpenPackets(CallbackData, prefix="vnd1"):
    """Show the own packets, or the others' of the school."""

    others: bool = False
    page: Page = 0
    anew: bool = False


class BeginPacket(CallbackData, prefix="vndnew1"):
    """Begin a packet, or go on with the draft."""

    school: School


class BeginPacketFor(CallbackData, prefix="vndtk1"):
    """Begin a packet for a request for help, or go on with its draft."""

    ticket: Annotated[TicketId, Field(ge=1, le=LARGEST_ID)]


class BeginPacketOfBreach(CallbackData, prefix="vndbr1"):
    """Begin a packet about an account in strange hands, or go on with its draft."""

    school: School
    breach: Annotated[BreachId, Field(ge=1, le=LARGEST_ID)]


class OpenPacket(CallbackData, prefix="vndone1"):
    """Show a packet."""

    packet: Number
    anew: bool = False


class EditPacket(CallbackData, prefix="vnded1"):
    """Show what of a draft can be said anew."""

    packet: Number


class AskPiece(CallbackData, prefix="vndask1"):
    """Ask for a piece of a draft."""

    packet: Number
    piece: Piece


class SetPacketRole(CallbackData, prefix="vndrole1"):
    """Say as whom it is asked."""

    packet: Number
    role: Role


class NoPictures(CallbackData, prefix="vndnopic1"):
    """Say that there is nothing to be seen."""

    packet: Number


class SendPacket(CallbackData, prefix="vndgo1"):
    """Let a draft leave."""

    packet: Number
    way: Way


class GivePacket(CallbackData, prefix="vndgive1"):
    """Show a packet that has left once more, as text or as a file."""

    packet: Number
    way: Way


class DropPacket(CallbackData, prefix="vnddrop1"):
    """Throw a draft away, after having been asked."""

    packet: Number
    sure: bool = False


class AskNumber(CallbackData, prefix="vndnum1"):
    """Ask for the vendor's number of the request."""

    packet: Number


class AskDay(CallbackData, prefix="vndday1"):
    """Ask when to ask again, or set it to so many days from now; 0: only ask."""

    packet: Number
    days: Days = 0


class StandPacket(CallbackData, prefix="vndst1"):
    """Say that it was answered, that this did not help, or that it is done with."""

    packet: Number
    state: PacketState


class OpenSupport(CallbackData, prefix="vnddet1"):
    """Show the administrator what is the same in all packets."""

    school: School


class AskDetail(CallbackData, prefix="vndset1"):
    """Ask for one of these."""

    school: School
    what: Detail
