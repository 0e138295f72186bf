"""Links of letters: an address proves itself, letters end, broadcasts and reviews are answered.

Each bears the mailbox it was sent to, and is good only while the person's letters go there.

How long the first is good its letter's row says. The second is good for ever: who wants no letters
must be able to say so by any of them, and it ends letters to that address alone. The third is good
while the broadcast stands and its reader is of the family; that of totals for thirty days, for a
letter that is passed on must not open a child's marks for ever.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from itsdangerous import BadSignature

from bot.screens.parts.signer import Signer
from core.access.readers import Reader
from core.clock import Clock
from core.ids import AccountId, BroadcastId, PersonId, ProofId, PupilId

PATH: Final = "/mail/"
_PURPOSE: Final = "zvonok mailbox links"
_CONFIRM, _STOP, _BROADCAST, _REVIEW = "yes", "stop", "cast", "week"
REVIEW_FOR: Final = timedelta(days=30)
"""So long a link to totals is good."""


@dataclass(frozen=True, slots=True)
class ConfirmLink:
    """Leads to the page on which an address proves itself."""

    proof: ProofId


@dataclass(frozen=True, slots=True)
class StopLink:
    """Leads to the page on which letters to a person's mailbox end."""

    reader: Reader


@dataclass(frozen=True, slots=True)
class BroadcastLink:
    """Leads to the page on which a broadcast is answered."""

    broadcast: BroadcastId
    reader: Reader


@dataclass(frozen=True, slots=True)
class ReviewLink:
    """Leads to the page on which a guardian reviews the totals of a child."""

    reader: Reader
    pupil: PupilId


MailLink = ConfirmLink | StopLink | BroadcastLink | ReviewLink


@dataclass(frozen=True, slots=True)
class MailLinks:
    """Writes links and reads them back; `public_url` is where the web server is seen."""

    public_url: str
    key: bytes
    clock: Clock

    def to_confirm(self, proof: ProofId) -> str:
        """Return the address of the page on which a mailbox is confirmed."""
        return self._signed(f"{_CONFIRM}-{proof}")

    def to_stop(self, reader: Reader) -> str:
        """Return the address of the page on which letters end."""
        return self._signed(f"{_STOP}-{_written(reader)}")

    def to_broadcast(self, broadcast: BroadcastId, reader: Reader) -> str:
        """Return the address of the page on which a broadcast is answered."""
        return self._signed(f"{_BROADCAST}-{_written(reader)}-{broadcast}")

    def to_review(self, reader: Reader, pupil: PupilId) -> str:
        """Return the address of the page on which the totals of a child are reviewed."""
        return self._signed(f"{_REVIEW}-{_written(reader)}-{pupil}")

    def _signed(self, said: str) -> str:
        signed = Signer(self.key, self.clock, _PURPOSE).sign(said)
        return f"{self.public_url}{PATH}{signed.decode()}"

    def read(self, token: str) -> MailLink | None:
        """Return where a link leads; None for one that is forged, or too old for what it opens."""
        try:
            said, at = Signer(self.key, self.clock, _PURPOSE).unsign(token, return_timestamp=True)
            parts = said.decode().split("-")
        except (BadSignature, UnicodeError):
            return None
        match parts:
            case [word, proof] if word == _CONFIRM:
                return ConfirmLink(ProofId(int(proof)))
            case [word, *reader] if word == _STOP:
                return StopLink(_reader(*reader))
            case [word, *reader, broadcast] if word == _BROADCAST:
                return BroadcastLink(BroadcastId(int(broadcast)), _reader(*reader))
            case [word, *reader, pupil] if word == _REVIEW and self.clock.now() - at <= REVIEW_FOR:
                return ReviewLink(_reader(*reader), PupilId(PersonId(int(pupil))))
            case _:
                return None


def _written(reader: Reader) -> str:
    return f"{reader.person}-{reader.mailbox}"


def _reader(person: str, mailbox: str) -> Reader:
    return Reader(PersonId(int(person)), AccountId(int(mailbox)))
