"""Which words about a packet, or about a school's data, are awaited."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Self

from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.states import MakingPacket
from core.clock import next_named
from core.helpdesk.vendor.packet import AskDayWrong, Detail, Piece, PieceWrong, one_word
from core.ids import PacketId, SchoolId

_DAY: Final = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?")


@dataclass(frozen=True, slots=True)
class PacketDraft:
    """Of which packet what is awaited; the packet itself is kept already.

    `album` is the last album of which a picture came.
    """

    packet: PacketId
    piece: Piece = Piece.HAPPENED
    album: str = ""

    def goes_on_with(self, message: Message) -> bool:
        """Say whether the message is a further part of the album that came last."""
        return bool(message.media_group_id) and message.media_group_id == self.album

    def takes_name(self, text: str) -> bool:
        """Say whether a login or an identifier is awaited, and a text is one."""
        if self.piece not in {Piece.LOGIN, Piece.IDENTIFIER}:
            return False
        try:
            one_word(text)
        except PieceWrong:
            return False
        return True

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        return cls(PacketId(data["packet"]), Piece(data["piece"]), data["album"])

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        return {"packet": self.packet, "piece": self.piece.value, "album": self.album}


@dataclass(frozen=True, slots=True)
class DetailDraft:
    """Which detail of a school is awaited."""

    school: SchoolId
    what: Detail

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        return cls(SchoolId(data["school"]), Detail(data["what"]))

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        return {"school": self.school, "what": self.what.value}


async def is_name_for_vendor(message: Message, raw_state: str | None, state: FSMContext) -> bool:
    """Say whether words are the login or identifier that a packet awaits."""
    if raw_state != MakingPacket.words.state:
        return False
    return PacketDraft.of(await state.get_data()).takes_name(message.text or "")


def day_typed(text: str, today: date) -> date:
    """Return the day of «27.11», the next one of that date; raise AskDayWrong for none."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        raise AskDayWrong
    day, month, year = (int(one) if one else 0 for one in found.groups())
    try:
        return date(year, month, day) if year else next_named(day, month, today)
    except ValueError:
        raise AskDayWrong from None
