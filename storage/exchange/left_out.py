"""What of a school does not go out in an export, and why."""

from collections.abc import Mapping
from typing import Final

from storage import tables
from storage.tables.base import Base

_WAY_IN = "a way in, or a secret: in another place persons come in anew"
_OF_HERE = "of this program and its chats: elsewhere it would mean nothing"
_COUNTED = "counted from the use of this program, and entered by nobody"
_SAID = "what was said here, and to whom: elsewhere nothing was"

LEFT_OUT: Final[Mapping[type[Base], str]] = {
    tables.AccountRow: _WAY_IN,
    tables.AccountLinkRow: _WAY_IN,
    tables.CodeRow: _WAY_IN,
    tables.WrongTryRow: _WAY_IN,
    tables.MailboxRow: _WAY_IN,
    tables.MailboxProofRow: _WAY_IN,
    tables.AgendaLinkRow: _WAY_IN,
    tables.DialogueRow: _OF_HERE,
    tables.UpdateRow: _OF_HERE,
    tables.SettingRow: _OF_HERE,
    tables.PauseRow: _OF_HERE,
    tables.BroadcastCardRow: _OF_HERE,
    tables.MessageOriginalRow: _OF_HERE,
    tables.AnsweredMessageRow: _OF_HERE,
    tables.SentFileRow: _OF_HERE,
    tables.TicketOriginalRow: _OF_HERE,
    tables.DutyCallRow: _OF_HERE,
    tables.VisitRow: _COUNTED,
    tables.DeedRow: "the trail by which a breach is undone: in another place nobody was in yet",
    tables.NoticeRow: _SAID,
    tables.ReminderRow: _SAID,
    tables.WarnedControlRow: _SAID,
    tables.UnmarkedClassRow: "when a class was looked at: elsewhere it is looked at anew",
}
"""Tables that no file carries, each with its reason."""
