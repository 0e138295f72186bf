"""Links of letters: an address proves itself, letters end, broadcasts and reviews are answered.

Each bears the mailbox it was sent to, and is good only while the person's letters go there.

How long the first is good its letter's row says. The second is good for ever: who wants no letters
must be able to say so by any of them, and it ends letters to that address alone. The third is good
while the broadcast stands and its reader is of the family; those of totals, news and choices
for thirty days, for a letter that is passed on must not open a child's marks for ever.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from itsdangerous import BadSignature

from bot.screens.parts.signer import Signer
from core.access.readers import Reader
from core.clock import Clock
from core.ids import AccountId, BroadcastId, NoticeId, PersonId, ProofId, PupilId

PATH: Final = "/mail/"
_PURPOSE: Final = "zvonok mailbox links"
_CONFIRM, _STOP, _BROADCAST, _REVIEW, _CHOICES = "yes", "stop", "cast", "week", "what"
_NEWS = "news"
_BRIEF: Final = frozenset({_REVIEW, _CHOICES, _NEWS})
BRIEF: Final = timedelta(days=30)
"""So long a link to totals, news or choices is good: each letter brings a new one."""


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


@dataclass(frozen=True, slots=True)
class ChoicesLink:
    """Leads to the page on which the reader of a mailbox chooses what comes, and when."""

    reader: Reader


@dataclass(frozen=True, slots=True)
class NewsLink:
    """Leads to the page of news that a letter told of without details."""

    notice: NoticeId
    reader: Reader


MailLink = ConfirmLink | StopLink | BroadcastLink | ReviewLink | ChoicesLink | NewsLink


def _reader(person: int, mailbox: int) -> Reader:
    return Reader(PersonId(person), AccountId(mailbox))


_MADE: Final[Mapping[str, Callable[..., MailLink]]] = {
    _CONFIRM: lambda proof: ConfirmLink(ProofId(proof)),
    _STOP: lambda who, box: StopLink(_reader(who, box)),
    _BROADCAST: lambda who, box, of: BroadcastLink(BroadcastId(of), _reader(who, box)),
    _REVIEW: lambda who, box, of: ReviewLink(_reader(who, box), PupilId(PersonId(of))),
    _NEWS: lambda who, box, of: NewsLink(NoticeId(of), _reader(who, box)),
    _CHOICES: lambda who, box: ChoicesLink(_reader(who, box)),
}
"""What a link is made of again: its word, and numbers that the program has signed."""


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

    def to_choices(self, reader: Reader) -> str:
        """Return the address of the page on which a reader chooses what comes, and when."""
        return self._signed(f"{_CHOICES}-{_written(reader)}")

    def to_news(self, notice: NoticeId, reader: Reader) -> str:
        """Return the address of the page on which news are read that a letter kept back."""
        return self._signed(f"{_NEWS}-{_written(reader)}-{notice}")

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
        word, *numbers = parts
        if word not in _MADE or (word in _BRIEF and self.clock.now() - at > BRIEF):
            return None
        return _MADE[word](*map(int, numbers))


def _written(reader: Reader) -> str:
    return f"{reader.person}-{reader.mailbox}"
