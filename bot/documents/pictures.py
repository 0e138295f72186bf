"""What a file is by its first bytes, and how it is called when it goes elsewhere."""

from typing import Final

_KINDS: Final = (
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
    (b"\x89PNG", "image/png", "png"),
    (b"GIF8", "image/gif", "gif"),
    (b"%PDF", "application/pdf", "pdf"),
)
_WEBP: Final = slice(8, 12)
_UNKNOWN: Final = ("application/octet-stream", "bin")


def kind_of(content: bytes) -> str:
    """Return the kind of a file as letters name it."""
    return _found(content)[0]


def picture_name(title: str, content: bytes) -> str:
    """Return a title with the ending of what the file is: whatever its sender called it."""
    return f"{title}.{_found(content)[1]}"


def _found(content: bytes) -> tuple[str, str]:
    for begin, kind, suffix in _KINDS:
        if content.startswith(begin):
            return kind, suffix
    if content[_WEBP] == b"WEBP":
        return "image/webp", "webp"
    return _UNKNOWN
