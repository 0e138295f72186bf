"""A browser page that shows any person's chat with a bot as a phone would.

    mount(app, telegram, stage=None)     # `/` and `/page/…` of an aiohttp application

Everything else under `/` stays free for the Bot API's front.
"""

from aiohttp import web

from sandbox.engine import Telegram
from sandbox.page.app import index, page_app
from sandbox.page.phones import Phones
from sandbox.page.stage import Stage, StageColumn, StageEvent, StageLine


def mount(
    app: web.Application,
    engine: Telegram,
    *,
    stage: Stage | None = None,
    token: str | None = None,
) -> None:
    """Serve the page for the bot with this token; without one for the bot that came last."""
    app.router.add_get("/", index)
    app.add_subapp("/page/", page_app(Phones(engine, stage, token), stage))


__all__ = ["Stage", "StageColumn", "StageEvent", "StageLine", "mount"]
