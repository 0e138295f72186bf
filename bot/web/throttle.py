"""How often one address may guess a secret: what is asked with a good one costs nothing.

Families of a whole school may stand behind one address; who guesses fails nearly each time.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import Final

from aiohttp import web

_MOST: Final = 240
_WITHIN: Final = 60.0
_ADDRESSES: Final = 10_000
_OF_ONE_OWNER: Final = 64
"""Bits of an IPv6 address: whoever has one has all that begin with these."""
_RETRY: Final = {"Retry-After": "60"}
_FORWARDED: Final = "X-Forwarded-For"

Network = IPv4Network | IPv6Network
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class Throttle:
    """Counts how often each address failed in the last minute; the memory it takes is bounded."""

    monotonic: Callable[[], float]
    most: int = _MOST
    within: float = _WITHIN
    _failed: dict[str, deque[float]] = field(default_factory=dict)

    def admits(self, address: str) -> bool:
        """Say whether the address may ask now; it counts as failed until it is `forgiven`."""
        now = self.monotonic()
        failed = self._failed.pop(address, None) or deque()
        while failed and failed[0] <= now - self.within:
            failed.popleft()
        admitted = len(failed) < self.most
        if admitted:
            failed.append(now)
        self._failed[address] = failed  # who asked last stands last, who is long silent first
        if len(self._failed) > _ADDRESSES:
            del self._failed[next(iter(self._failed))]
        return admitted

    def forgiven(self, address: str) -> None:
        """Let a question that was a good one not count."""
        failed = self._failed.get(address)
        if failed:
            failed.pop()


def guard(app: web.Application, paths: Sequence[str], *, proxy: Network | None = None) -> None:
    """Let an application count what fails under the paths; `proxy` stands between it and them."""
    throttle = Throttle(asyncio.get_running_loop().time)

    @web.middleware
    async def guarding(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not request.path.startswith(tuple(paths)):
            return await handler(request)
        address = asking(request, proxy)
        if not throttle.admits(address):
            return web.Response(status=HTTPStatus.TOO_MANY_REQUESTS, headers=_RETRY)
        answer = await handler(request)
        if answer.status != HTTPStatus.NOT_FOUND:
            throttle.forgiven(address)
        return answer

    app.middlewares.append(guarding)


def asking(request: web.Request, proxy: Network | None) -> str:
    """Return who asks: what the trusted proxy says of it, and nobody else's word."""
    named = request.headers.getall(_FORWARDED, ())
    # Each proxy appends whom it heard; before the last ones of ours anybody may have written.
    chain = [one for some in named for one in some.replace(",", " ").split()]
    address = request.remote or ""
    while chain and _is_within(address, proxy):
        address = chain.pop()
    return _owner(address)


def _is_within(address: str, network: Network | None) -> bool:
    try:
        return network is not None and ip_address(address) in network
    except ValueError:
        return False


def _owner(address: str) -> str:
    try:
        known = ip_address(address)
    except ValueError:
        return address[:_OF_ONE_OWNER]
    if known.version == 4:  # noqa: PLR2004 - its name
        return str(known)
    return str(IPv6Network((known, _OF_ONE_OWNER), strict=False))
