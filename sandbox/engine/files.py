"""Files that went up or can come down, by id and by path, within a fixed amount of memory."""

import hashlib
from dataclasses import dataclass
from itertools import count
from pathlib import PurePosixPath

from sandbox.engine.refusals import bad_request

MEGABYTE = 1024 * 1024
LARGEST_DOWNLOAD = 20 * MEGABYTE


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file on its way up."""

    content: bytes
    name: str = "file"
    mime: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that Telegram keeps."""

    file_id: str
    unique_id: str
    path: str
    name: str
    mime: str
    content: bytes

    def as_file(self) -> dict[str, object]:
        """Return Telegram's File object, with the path to download it from."""
        if len(self.content) > LARGEST_DOWNLOAD:
            raise bad_request("file is too big")
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
            "file_path": self.path,
        }


class FileStore:
    """Keeps files; when their bytes exceed the room, the oldest are forgotten."""

    def __init__(self, room: int = 256 * MEGABYTE) -> None:
        self._room = room
        self._held = 0
        self._numbers = count(1)
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def keep(self, upload: UploadedFile, kind: str) -> StoredFile:
        """Store an upload under a new id: kind is photo, document or sticker."""
        number = next(self._numbers)
        digest = hashlib.sha256(upload.content).hexdigest()
        suffix = PurePosixPath(upload.name).suffix
        stored = StoredFile(
            file_id=f"{kind}-{number}-{digest[:24]}",
            unique_id=digest[:16],
            path=f"{kind}s/file_{number}{suffix}",
            name=upload.name,
            mime=upload.mime,
            content=upload.content,
        )
        self._by_id[stored.file_id] = self._by_path[stored.path] = stored
        self._held += len(stored.content)
        self._make_room()
        return stored

    def by_id(self, file_id: str) -> StoredFile | None:
        """Return the file with this id, None when unknown or forgotten."""
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        """Return the file to download from this path."""
        return self._by_path.get(path)

    def _make_room(self) -> None:
        while self._held > self._room and len(self._by_id) > 1:
            oldest = self._by_id.pop(next(iter(self._by_id)))
            del self._by_path[oldest.path]
            self._held -= len(oldest.content)
