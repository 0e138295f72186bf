"""Pictures, files and stickers as they stand in a message."""

from sandbox.engine.files import MEGABYTE, FileStore, StoredFile, UploadedFile
from sandbox.engine.params import Params, Wire
from sandbox.engine.pictures import size_of
from sandbox.engine.refusals import Refused, bad_request

LARGEST_PHOTO = 10 * MEGABYTE
LARGEST_UPLOAD = 50 * MEGABYTE
LONGEST_SIDES = 10_000
STEEPEST_RATIO = 20
STICKER_SIDE = 512


def photo_of(files: FileStore, upload: UploadedFile) -> Wire:
    """Store a picture and return the fields of a message that shows it."""
    width, height = _measured(upload)
    stored = files.keep(upload, "photo")
    return {"photo": [{**_head(stored), "width": width, "height": height}]}


def document_of(files: FileStore, upload: UploadedFile) -> Wire:
    """Store a file and return the fields of a message that carries it."""
    _weigh(upload, LARGEST_UPLOAD)
    stored = files.keep(upload, "document")
    return _document(stored)


def sticker_of(files: FileStore, emoji: str) -> Wire:
    """Return the fields of a message that is a sticker."""
    stored = files.keep(UploadedFile(emoji.encode(), "sticker.webp", "image/webp"), "sticker")
    shape: Wire = {"type": "regular", "width": STICKER_SIDE, "height": STICKER_SIDE}
    kind: Wire = {"is_animated": False, "is_video": False, "emoji": emoji}
    return {"sticker": {**_head(stored), **shape, **kind}}


def attached(files: FileStore, params: Params, kind: str, reference: str) -> Wire:
    """Return the fields of a message from what a method names: an upload, or a known id."""
    upload = params.files.get(reference.removeprefix("attach://"))
    if upload is not None and (reference.startswith("attach://") or reference == kind):
        return photo_of(files, upload) if kind == "photo" else document_of(files, upload)
    if reference.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    return _known(files, kind, reference)


def _known(files: FileStore, kind: str, file_id: str) -> Wire:
    stored = files.by_id(file_id)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if not file_id.startswith(kind):
        raise bad_request("can't use file of type " + file_id.split("-", maxsplit=1)[0].title())
    if kind == "document":
        return _document(stored)
    width, height = size_of(stored.content) or (0, 0)
    return {"photo": [{**_head(stored), "width": width, "height": height}]}


def _document(stored: StoredFile) -> Wire:
    return {"document": {**_head(stored), "file_name": stored.name, "mime_type": stored.mime}}


def _head(stored: StoredFile) -> Wire:
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": len(stored.content),
    }


def _weigh(upload: UploadedFile, most: int) -> None:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > most:
        raise Refused(413, "Request Entity Too Large")


def _measured(upload: UploadedFile) -> tuple[int, int]:
    _weigh(upload, LARGEST_PHOTO)
    size = size_of(upload.content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    short, long = sorted(size)
    if short + long > LONGEST_SIDES or long > STEEPEST_RATIO * max(short, 1):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return size
