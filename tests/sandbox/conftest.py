"""What many tests of the sandbox stand on."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from sandbox.engine import Telegram
from sandbox.http import serve
from tests.sandbox.builders import a_telegram


@pytest.fixture
def telegram() -> Telegram:
    return a_telegram()


@pytest.fixture
async def address(telegram: Telegram) -> AsyncIterator[str]:
    """Serve the Telegram of the test over HTTP; webhooks are retried at once."""
    async with serve(telegram, pauses=(0.01,)) as found:
        yield found


@pytest.fixture
async def client(address: str) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(address) as session:
        yield session
