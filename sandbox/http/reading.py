"""The parameters and files of a request, in each of the ways that Telegram takes them."""

import json
from urllib.parse import parse_qsl

from aiohttp import web

from sandbox.engine import UploadedFile, Wire
from sandbox.engine.refusals import Refused, bad_request

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
JSON = "application/json"


async def read(request: web.Request) -> tuple[Wire, dict[str, UploadedFile]]:
    """Return what a request asks for: from its address, and from a form or JSON in its body."""
    params: Wire = dict(parse_qsl(request.query_string, keep_blank_values=True))
    if not request.can_read_body:
        return params, {}
    try:
        return await _read_body(request, params)
    except web.HTTPRequestEntityTooLarge:
        raise Refused(413, "Request Entity Too Large") from None


async def _read_body(request: web.Request, params: Wire) -> tuple[Wire, dict[str, UploadedFile]]:
    files: dict[str, UploadedFile] = {}
    kind = request.content_type
    if kind == FORM:
        params.update(parse_qsl((await request.read()).decode(), keep_blank_values=True))
    elif kind == JSON:
        params.update(json_object(await request.read()))
    elif kind == MULTIPART:
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = _uploaded(value)
            else:
                params[name] = value
    return params, files


def json_object(body: bytes) -> Wire:
    """Return the object that a body holds."""
    try:
        content = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(content, dict):
        raise bad_request("object expected")
    return content


def _uploaded(field: web.FileField) -> UploadedFile:
    with field.file:
        return UploadedFile(field.file.read(), field.filename, field.content_type)
