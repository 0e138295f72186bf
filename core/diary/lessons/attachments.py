"""Photos and files that a teacher attaches to homework; the messenger keeps them for us."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from core.access.people import Actor, Child
from core.diary.excuses.rules import FileKind
from core.diary.reading import Reader
from core.errors import NotFound, RuleBroken
from core.ids import LessonId, PersonId, PupilId

LARGEST_FILE: Final = 20 * 1024 * 1024
MOST_FILES: Final = 10


class FileTooLarge(RuleBroken):
    """A file that is larger than a bot may hand on."""

    code = "file-too-large"


class FileRefused(RuleBroken):
    """Neither a photo nor a document that families can open."""

    code = "file-refused"


class TooManyFiles(RuleBroken):
    """More files than one homework takes."""

    code = "too-many-files"


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A photo or file: only the messenger understands the `reference`; `size` is in bytes."""

    kind: FileKind
    reference: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class HomeworkFile:
    """One of the files of a lesson's homework, as a family looks through them; `at` from 0."""

    child: Child
    lesson: LessonId
    file: AttachedFile
    at: int
    count: int


class Attachments(Protocol):
    """The files of lessons' homework."""

    async def counts(self, lessons: Sequence[LessonId]) -> Mapping[LessonId, int]:
        """Return how many files each lesson has; one without any is missing."""
        ...

    async def of_lesson(self, lesson: LessonId) -> Sequence[AttachedFile]:
        """Return the files of a lesson in the order in which they were attached."""
        ...

    async def of_pupil(self, pupil: PupilId, lesson: LessonId) -> Sequence[AttachedFile]:
        """Return the files of a lesson that is the pupil's; none of any other."""
        ...

    async def attach(
        self, lesson: LessonId, files: Sequence[AttachedFile], *, by: PersonId, at: datetime
    ) -> None:
        """Add files to a lesson's homework."""
        ...

    async def detach(self, lesson: LessonId, *, at: datetime) -> None:
        """Take all files of a lesson away."""
        ...


@dataclass(frozen=True, slots=True)
class ReadAttachment:
    """A family opens one file of the homework of a lesson."""

    reader: Reader
    attachments: Attachments

    async def __call__(
        self, actor: Actor, pupil: PupilId, lesson: LessonId, at: int
    ) -> HomeworkFile:
        """Return the file at its place, or the last one; raise NotFound where there is none."""
        child, _, _ = await self.reader.open(actor, pupil)
        files = await self.attachments.of_pupil(pupil, lesson)
        if not files:
            raise NotFound
        at = min(at, len(files) - 1)
        return HomeworkFile(child, lesson, files[at], at, len(files))
