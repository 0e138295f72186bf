"""What every answer of the page carries so that a browser runs and shows nothing foreign."""

from urllib.parse import urlsplit

from aiohttp import web

PAGE_POLICY = (
    "default-src 'none'; "
    "script-src 'self'; "
    "style-src 'self'; "
    "img-src 'self'; "
    "media-src 'self'; "
    "connect-src 'self'; "
    "base-uri 'none'; "
    "form-action 'none'; "
    "frame-ancestors 'none'"
)
FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"
"""A file from a chat may be a page with scripts; opened by itself it stays lifeless."""


async def harden(request: web.Request, response: web.StreamResponse) -> None:
    """Add the headers; an answer that set its own policy keeps it."""
    del request
    response.headers.setdefault("Content-Security-Policy", PAGE_POLICY)
    response.headers.setdefault("Cache-Control", "no-cache")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"


def must_be_own(request: web.Request) -> None:
    """Turn away what another site's page sends in the name of whoever looks at it."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise web.HTTPForbidden(text="This address answers only to its own page.")
