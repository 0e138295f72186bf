"""Posting updates to webhooks: in order per chat, chats side by side, again until a 2xx comes."""

import asyncio
from collections.abc import Sequence
from itertools import chain, repeat

import structlog
from aiohttp import ClientError, ClientSession, ClientTimeout

from sandbox.engine import Bot, Refused, Telegram, Webhook, Wire
from sandbox.engine.changes import Change, UpdateQueued, WebhookChanged
from sandbox.engine.queue import Pending
from sandbox.http.envelope import JSON, encoded
from sandbox.http.reading import json_object

log = structlog.get_logger(__name__)

PAUSES = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0)
TAKEN = range(200, 300)
PATIENCE = ClientTimeout(total=60)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header


class Postman:
    """Carries updates to every bot that set a webhook."""

    def __init__(self, telegram: Telegram, pauses: Sequence[float] = PAUSES) -> None:
        self._telegram = telegram
        self._pauses = pauses
        self._news = asyncio.Event()

    async def run(self) -> None:
        """Work until cancelled."""
        stop = self._telegram.watch(self._hear)
        try:
            async with ClientSession(timeout=PATIENCE) as client, asyncio.TaskGroup() as tasks:
                await self._hand_out(tasks, client)
        finally:
            stop()

    def _hear(self, change: Change) -> None:
        if isinstance(change, UpdateQueued | WebhookChanged):
            self._news.set()

    async def _hand_out(self, tasks: asyncio.TaskGroup, client: ClientSession) -> None:
        rounds: dict[tuple[str, Webhook], Round] = {}
        while True:
            self._news.clear()
            hooked = [(bot, bot.webhook) for bot in self._telegram.bots if bot.webhook]
            rounds = {
                (bot.token, webhook): rounds.get((bot.token, webhook))
                or Round(self._telegram, bot, webhook, client, self._pauses, self._news)
                for bot, webhook in hooked
            }
            now = self._telegram.world.now().timestamp()
            for one in rounds.values():
                one.start(tasks, now)
            await self._news.wait()


class Round:
    """What is on its way to one webhook."""

    def __init__(
        self,
        telegram: Telegram,
        bot: Bot,
        webhook: Webhook,
        client: ClientSession,
        pauses: Sequence[float],
        news: asyncio.Event,
    ) -> None:
        self._telegram, self._bot, self._webhook = telegram, bot, webhook
        self._client, self._pauses, self._news = client, pauses, news
        self._busy: dict[object, int] = {}

    def start(self, tasks: asyncio.TaskGroup, now: float) -> None:
        """Send off the next update of every chat that has none on its way."""
        most = self._webhook.max_connections
        for pending in self._bot.queue.waiting(now, 4 * most):
            lane = _lane(pending.wire)
            if len(self._busy) < most and lane not in self._busy:
                self._busy[lane] = pending.update_id
                tasks.create_task(self._carry(pending, lane))

    async def _carry(self, pending: Pending, lane: object) -> None:
        for pause in chain(self._pauses, repeat(self._pauses[-1])):
            if self._bot.webhook != self._webhook or await self._post(pending):
                break
            await asyncio.sleep(pause)
        del self._busy[lane]
        self._news.set()

    async def _post(self, pending: Pending) -> bool:
        headers = {"Content-Type": JSON}
        if self._webhook.secret_token:
            headers[SECRET_HEADER] = self._webhook.secret_token
        body = encoded(pending.wire)
        try:
            async with self._client.post(
                self._webhook.url, data=body, headers=headers, allow_redirects=False
            ) as answer:
                content = await answer.read()
        except (ClientError, TimeoutError) as broken:
            return self._failed(type(broken).__name__)
        if answer.status not in TAKEN:
            return self._failed(f"Wrong response from the webhook: {answer.status}")
        self._bot.queue.confirm([pending.update_id])
        if content.startswith(b"{") and answer.content_type == JSON:
            self._do(content)
        return True

    def _do(self, content: bytes) -> None:
        """Call the method that a bot put into its answer; what comes of it nobody hears."""
        try:
            params = json_object(content)
            if method := params.pop("method", None):
                self._telegram.call(self._bot.token, str(method), params)
        except Refused as refusal:
            log.info("sandbox.webhook_answer_refused", description=refusal.description)

    def _failed(self, how: str) -> bool:
        self._bot.webhook_error = (int(self._telegram.world.now().timestamp()), how)
        return False


def _lane(update: Wire) -> object:
    for body in update.values():
        if isinstance(body, dict):
            message = body.get("message", body)
            return message.get("chat", {}).get("id") if isinstance(message, dict) else None
    return None
