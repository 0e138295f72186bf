"""Waiting for updates: the one thing about Telegram that takes time."""

import asyncio

from sandbox.engine.methods.updating import MOST_UPDATES, refuse_beside_webhook
from sandbox.engine.params import Params, Wire
from sandbox.engine.refusals import conflict
from sandbox.engine.telegram import Telegram

LONGEST = 50
REPLACED = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


async def long_poll(telegram: Telegram, token: str, params: Wire) -> object:
    """Return updates as soon as there are some, or nothing when the time is over.

    A second poll ends the first with 409, and so does a webhook.
    """
    found = telegram.call(token, "getUpdates", params)
    read = Params(params)
    seconds = min(read.integer("timeout"), LONGEST)
    if found or seconds <= 0:
        return found
    limit = min(max(read.integer("limit", MOST_UPDATES), 1), MOST_UPDATES)
    return await _wait(telegram, token, seconds, limit)


async def _wait(telegram: Telegram, token: str, seconds: float, limit: int) -> list[Wire]:
    bot, woken = telegram.bot(token), asyncio.Event()
    turn = bot.queue.turn
    bot.queue.wakers.add(woken.set)
    try:
        async with asyncio.timeout(seconds):
            while not len(bot.queue) and bot.queue.turn == turn:
                woken.clear()
                await woken.wait()
    except TimeoutError:
        return []
    finally:
        bot.queue.wakers.discard(woken.set)
    refuse_beside_webhook(bot)
    if bot.queue.turn != turn:
        raise conflict(REPLACED)
    return bot.queue.take(0, limit, telegram.world.now().timestamp())
