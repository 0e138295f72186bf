"""Files between a browser and the chats."""

from dataclasses import dataclass
from urllib.parse import quote

from aiohttp import web

from sandbox.engine.files import StoredFile, UploadedFile
from sandbox.page.headers import FILE_POLICY

LARGEST_UPLOAD = 51 * 1024 * 1024
"""A little more than the largest file that Telegram takes; the engine refuses exactly."""
SHOWN = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
)
"""How the pictures begin that are shown as pictures; anything else is only saved."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A file that a person sends: as a photo or as a document."""

    person_id: int
    kind: str
    file: UploadedFile
    caption: str = ""


async def take_file(request: web.Request) -> Letter:
    """Read an upload of the page."""
    # The limit of the whole application is meant for calls, not for files.
    form = await request.clone(client_max_size=LARGEST_UPLOAD).post()
    file = form.get("file")
    if not isinstance(file, web.FileField):
        raise web.HTTPBadRequest
    with file.file:
        upload = UploadedFile(file.file.read(), file.filename, file.content_type)
    kind = "photo" if form.get("kind") == "photo" else "document"
    try:
        return Letter(int(str(form.get("person"))), kind, upload, str(form.get("caption", "")))
    except ValueError:
        raise web.HTTPBadRequest from None


def send_file(stored: StoredFile) -> web.Response:
    """Answer with a file: a picture to look at, anything else to save."""
    picture = next((mime for head, mime in SHOWN if stored.content.startswith(head)), None)
    disposition = "inline" if picture else "attachment"
    return web.Response(
        body=stored.content,
        content_type=picture or "application/octet-stream",
        headers={
            "Content-Disposition": f"{disposition}; filename*=UTF-8''{quote(stored.name)}",
            "Content-Security-Policy": FILE_POLICY,
            "Cache-Control": "private, max-age=86400, immutable",
        },
    )
