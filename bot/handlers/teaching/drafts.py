"""What was written so far of a lesson's homework or an announcement; kept until it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from aiogram.types import Message

from bot.handlers.writing.files import file_of
from core.diary.acknowledging import stamp_of
from core.diary.excuses.rules import FileKind
from core.diary.lessons.attachments import (
    MOST_FILES,
    AttachedFile,
    TooManyFiles,
)
from core.diary.lessons.form import checked
from core.ids import LessonId, PersonId, PupilId, SchoolId


@dataclass(frozen=True, slots=True)
class HomeworkDraft:
    """Homework of a lesson before it is saved; `album` is the last album of which a part came."""

    lesson: LessonId
    text: str = ""
    files: tuple[AttachedFile, ...] = ()
    album: str = ""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        files = (
            AttachedFile(FileKind(kind), reference, name, size)
            for kind, reference, name, size in data["files"]
        )
        return cls(LessonId(data["lesson"]), data["text"], tuple(files), data["album"])

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        files = [[one.kind.value, one.reference, one.name, one.size] for one in self.files]
        return {
            "lesson": self.lesson,
            "text": self.text,
            "files": files,
            "album": self.album,
        }

    def goes_on_with(self, message: Message) -> bool:
        """Say whether the message is a further part of the album that came last."""
        return bool(message.media_group_id) and message.media_group_id == self.album

    def taking(self, message: Message) -> Self:
        """Return the draft with what a message brings: a text, a photo, a file.

        Raise a refusal for anything else, and for what is too much.
        """
        draft = replace(self, album=message.media_group_id or "")
        if words := checked(message.text or message.caption or ""):
            draft = replace(draft, text=words)
        if message.text is not None:
            return draft
        if len(self.files) >= MOST_FILES:
            raise TooManyFiles
        return replace(draft, files=(*self.files, file_of(message)))


@dataclass(frozen=True, slots=True)
class RecommendationDraft:
    """For which lesson something is recommended; `pupil` is 0 where it is for all."""

    lesson: LessonId
    pupil: int

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        return cls(LessonId(data["lesson"]), data["pupil"])

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        return {"lesson": self.lesson, "pupil": self.pupil}

    @property
    def to(self) -> PupilId | None:
        """Return the only pupil whom it is for, if it is not for all."""
        return PupilId(PersonId(self.pupil)) if self.pupil else None


@dataclass(frozen=True, slots=True)
class AnnouncementDraft:
    """An announcement to a school's families before it is sent."""

    school: SchoolId
    text: str = ""
    day: date | None = None

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        day = date.fromisoformat(data["day"]) if data.get("day") else None
        return cls(SchoolId(data["school"]), data.get("text", ""), day)

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        day = self.day.isoformat() if self.day else None
        return {"school": self.school, "text": self.text, "day": day}

    @property
    def stamp(self) -> int:
        """Return the stamp of the button that sends it: it sends nothing but what it stood by."""
        return stamp_of(f"{self.school}: {self.day}; {self.text}")
