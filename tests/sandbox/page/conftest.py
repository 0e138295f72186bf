"""A real browser for tests; other rooms may import `browser` from here."""

import shutil
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.sandbox.page.scene import Scene, opened_scene

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """A Chromium for the whole session; its tests run on the session's loop."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.skip("there is no Chromium here (apt install chromium)")
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        await chromium.close()


@pytest_asyncio.fixture(loop_scope="session")
async def scene(browser: Browser) -> AsyncIterator[Scene]:
    """A sandbox with a parent and a pupil, served on a free port."""
    async with opened_scene(browser) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def played(browser: Browser) -> AsyncIterator[Scene]:
    """The same with a school day played behind it."""
    async with opened_scene(browser, with_stage=True) as opened:
        yield opened
