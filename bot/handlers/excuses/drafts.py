"""An announcement that is being written: typed, and kept as JSON between two messages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from aiogram.types import Message

from bot.callbacks.excuses import Reason, SayReason
from bot.callbacks.fields import days_of, numbers_of
from core.diary.excuses.rules import Attachment, Claim, ExcuseKind, FileKind
from core.ids import ExcuseId, PersonId, PupilId

LARGEST_FILE = 20 * 1024 * 1024
"""As much as Telegram lets a bot read."""

_KINDS = ("image/", "application/pdf")
_REASONS = {
    Reason.ILLNESS: ExcuseKind.ILLNESS,
    Reason.EXCUSED: ExcuseKind.EXCUSED,
    Reason.OTHER: ExcuseKind.OTHER,
}


class WrongFile(Exception):
    """A file of another kind than a note is, or `too_large` a one."""

    def __init__(self, *, too_large: bool) -> None:
        super().__init__(too_large)
        self.too_large = too_large


@dataclass(frozen=True, slots=True)
class ExcuseDraft:
    """What a guardian has chosen and written so far."""

    claim: Claim

    @classmethod
    def begun(cls, chosen: SayReason) -> Self:
        """Return the draft of what was chosen by taps."""
        days = days_of(chosen.since, chosen.days)
        numbers = numbers_of(chosen.lessons)
        return cls(Claim(chosen.pupil, days, _REASONS[chosen.reason], numbers))

    @classmethod
    def of(cls, data: dict[str, Any]) -> Self | None:
        """Return the draft as it was kept, or None where nothing is."""
        if "pupil" not in data:
            return None
        file = data["file"]
        return cls(
            Claim(
                PupilId(PersonId(data["pupil"])),
                tuple(date.fromisoformat(one) for one in data["days"]),
                ExcuseKind(data["kind"]),
                tuple(data["numbers"]),
                data["word"],
                Attachment(FileKind(file[0]), file[1]) if file else None,
            )
        )

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        claim, file = self.claim, self.claim.attachment
        return {
            "pupil": claim.pupil,
            "days": [one.isoformat() for one in claim.days],
            "kind": claim.kind.value,
            "numbers": list(claim.numbers),
            "word": claim.word,
            "file": [file.kind.value, file.reference] if file else None,
        }

    def worded(self, word: str) -> Self:
        """Return the draft with its reason in words."""
        return replace(self, claim=replace(self.claim, word=word))

    def attached(self, attachment: Attachment) -> Self:
        """Return the draft with a note; another one takes its place."""
        return replace(self, claim=replace(self.claim, attachment=attachment))


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """On which excuse a class teacher is about to say a word."""

    excuse: ExcuseId

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        return cls(ExcuseId(data["excuse"]))

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        return {"excuse": self.excuse}


def note_of(message: Message) -> Attachment:
    """Return the photo or file of a message; raise WrongFile where it is none, or too large."""
    if message.photo:
        return Attachment(FileKind.PHOTO, message.photo[-1].file_id)
    document = message.document
    if document is None or not (document.mime_type or "").startswith(_KINDS):
        raise WrongFile(too_large=False)
    if (document.file_size or 0) > LARGEST_FILE:
        raise WrongFile(too_large=True)
    return Attachment(FileKind.DOCUMENT, document.file_id)
