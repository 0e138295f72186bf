"""A document that goes along with a notice, sealed: the ledger keeps by what it is known.

The seal stands in the text that is kept before the message leaves, and proves which file left. A
file that the channel keeps already is named to it, and does not go up once more.
"""

from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from bot.documents.bench import File


@dataclass(frozen=True, slots=True)
class Seal:
    """By what a file is known: the proof of what was handed over (A1.2)."""

    name: str
    sha256: str
    size: int

    def as_kept(self) -> dict[str, Any]:
        """Return the seal as it stands in a kept message."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file on its way; `reference` is by what the channel keeps this very file, if it does."""

    file: File
    seal: Seal
    reference: str = ""

    @classmethod
    def of(cls, file: File) -> "Parcel":
        """Seal a file."""
        digest = sha256(file.content).hexdigest()
        return cls(file, Seal(file.name, digest, len(file.content)))
