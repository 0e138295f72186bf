"""Links in letters by which a person acknowledges what was read there, without the chat.

A link is bound to the person, the mailbox, the pupil, the kind and the notice, and is good for
thirty days. It is no way in: what it opens passes the gate as the person is known at that moment.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from itsdangerous import BadSignature

from bot.screens.parts.signer import Signer
from core.access.readers import Reader
from core.clock import Clock
from core.diary.acknowledging import Acknowledged
from core.ids import AccountId, NoticeId, PersonId, PupilId
from core.notices.answers.letters import LetterAnswer

PATH: Final = "/ack/"
GOOD_FOR: Final = timedelta(days=30)
_PURPOSE: Final = "zvonok answer links"
_PARTS: Final = 5


@dataclass(frozen=True, slots=True)
class AnswerLinks:
    """Writes links and reads them back; `public_url` is where the web server is seen."""

    public_url: str
    key: bytes
    clock: Clock

    @property
    def _signer(self) -> Signer:
        return Signer(self.key, self.clock, _PURPOSE)

    def to(self, answer: LetterAnswer) -> str:
        """Return the address of the page on which this may be answered."""
        reader = (answer.reader.person, answer.reader.mailbox)
        parts = (*reader, answer.about, answer.kind.value, answer.notice)
        signed = self._signer.sign("-".join(map(str, parts)))
        return f"{self.public_url}{PATH}{signed.decode()}"

    def answer_of(self, token: str) -> LetterAnswer | None:
        """Return what a link answers; None for one that is forged, or older than thirty days."""
        age = int(GOOD_FOR.total_seconds())
        try:
            signed = self._signer.unsign(token, max_age=age).decode()
        except (BadSignature, UnicodeError):
            return None
        person, mailbox, about, kind, notice = signed.split("-", _PARTS - 1)
        return LetterAnswer(
            Reader(PersonId(int(person)), AccountId(int(mailbox))),
            PupilId(PersonId(int(about))),
            Acknowledged(kind),
            NoticeId(int(notice)),
        )
