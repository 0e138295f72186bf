"""Updates that are posted: with the secret, in order, again until they are taken."""

from typing import Any

from aiohttp import ClientSession, web

from sandbox.engine import Telegram
from sandbox.http.webhooks import SECRET_HEADER
from tests.sandbox.builders import IVAN, MARIA, TOKEN, a_server, until


class Receiver:
    """A bot's webhook that keeps what comes; a text may be declined with some statuses first."""

    def __init__(
        self, declined: dict[str, list[int]] | None = None, answer: dict[str, Any] | None = None
    ) -> None:
        self.declined = declined or {}
        self.answer = answer
        self.texts: list[str] = []
        self.secrets: list[str | None] = []

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.texts.append(update["message"]["text"])
        self.secrets.append(request.headers.get(SECRET_HEADER))
        statuses = self.declined.get(self.texts[-1], [])
        return web.json_response(self.answer, status=statuses.pop() if statuses else 200)

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/hook", self.take)
        return app


async def hook(client: ClientSession, url: str, **more: Any) -> None:
    async with client.post(f"/bot{TOKEN}/setWebhook", json={"url": url, **more}) as answer:
        assert (await answer.json())["result"] is True


async def test_updates_come_with_the_secret_and_are_confirmed_by_a_2xx(
    client: ClientSession, telegram: Telegram
) -> None:
    receiver = Receiver()
    telegram.people.sends(TOKEN, MARIA, "до")
    async with a_server(receiver.app()) as bot:
        await hook(client, f"{bot}/hook", secret_token="abc")
        telegram.people.sends(TOKEN, MARIA, "после")

        await until(lambda: not len(telegram.bot(TOKEN).queue))

    assert receiver.texts == ["до", "после"]
    assert receiver.secrets == ["abc", "abc"]


async def test_an_update_comes_again_until_it_is_taken_and_holds_back_its_chat_only(
    client: ClientSession, telegram: Telegram
) -> None:
    receiver = Receiver({"раз": [500, 302]})
    async with a_server(receiver.app()) as bot:
        await hook(client, f"{bot}/hook")
        for person, text in ((MARIA, "раз"), (MARIA, "два"), (IVAN, "три")):
            telegram.people.sends(TOKEN, person, text)

        await until(lambda: not len(telegram.bot(TOKEN).queue))

    assert [text for text in receiver.texts if text != "три"] == ["раз", "раз", "раз", "два"]
    assert receiver.texts.count("три") == 1


async def test_a_failure_is_told_in_the_webhooks_info(
    client: ClientSession, telegram: Telegram
) -> None:
    telegram.people.sends(TOKEN, MARIA, "никому")
    await hook(client, "http://127.0.0.1:1/hook")

    await until(lambda: telegram.bot(TOKEN).webhook_error is not None)

    info = telegram.call(TOKEN, "getWebhookInfo", {})
    assert isinstance(info, dict)
    assert info["pending_update_count"] == 1
    assert info["last_error_message"] == "ClientConnectorError"


async def test_a_method_in_the_answer_is_done(client: ClientSession, telegram: Telegram) -> None:
    answer = {"method": "sendMessage", "chat_id": MARIA, "text": "Ответ"}
    receiver = Receiver(answer=answer)
    async with a_server(receiver.app()) as bot:
        await hook(client, f"{bot}/hook")
        telegram.people.sends(TOKEN, MARIA, "Вопрос")

        await until(lambda: len(telegram.chat(TOKEN, MARIA).messages) == 2)

    assert telegram.chat(TOKEN, MARIA).history()[-1].text == "Ответ"


async def test_without_a_webhook_nothing_is_posted_any_more(
    client: ClientSession, telegram: Telegram
) -> None:
    receiver = Receiver()
    async with a_server(receiver.app()) as bot:
        await hook(client, f"{bot}/hook")
        await hook(client, "")
        telegram.people.sends(TOKEN, MARIA, "опрос")
        async with client.get(f"/bot{TOKEN}/getUpdates") as answer:
            polled = (await answer.json())["result"]

    assert (len(polled), receiver.texts) == (1, [])
