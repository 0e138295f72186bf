"""The hands of tests and other programs: JSON under `/sandbox`, described in `sandbox.http`."""

import base64
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict

from aiohttp import web

from sandbox.engine import FaultRule, Kept, Refused, Telegram, UploadedFile, Wire
from sandbox.engine.faults import Delay, Fault, RawAnswer, Refusal, Reset, Silence
from sandbox.http.envelope import accepted, declined
from sandbox.http.reading import json_object

FAULTS: dict[str, type[Fault]] = {
    "delay": Delay,
    "refusal": Refusal,
    "raw_answer": RawAnswer,
    "reset": Reset,
    "silence": Silence,
}
RULE = ("method", "chat_id", "skip", "times")
Deed = Callable[[str, int, Wire], object]


class Control:
    """Does for a test what a person's thumbs would do."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        people = telegram.people
        self._deeds: dict[str, Deed] = {
            "sends": lambda token, who, what: people.sends(token, who, **what).wire,
            "starts": lambda token, who, what: people.starts(token, who, **what).wire,
            "edits": lambda token, who, what: people.edits(token, who, **what).wire,
            "taps": self._tap,
            "sends_photo": lambda token, who, what: (
                people.sends_photo(token, who, _file(what), caption=what.get("caption", "")).wire
            ),
            "sends_document": lambda token, who, what: (
                people.sends_document(
                    token, who, _file(what), caption=what.get("caption", "")
                ).wire
            ),
            "sends_sticker": lambda token, who, what: (
                people.sends_sticker(token, who, **what).wire
            ),
            "sends_contact": lambda token, who, what: (
                people.sends_contact(token, who, **what).wire
            ),
            "opens_chat": lambda token, who, _: people.opens_chat(token, who).wire,
            "blocks": lambda token, who, _: people.blocks(token, who),
            "unblocks": lambda token, who, _: people.unblocks(token, who),
        }

    def add_to(self, app: web.Application) -> None:
        """Put the addresses of the control into an application."""
        for method, path, work in (
            ("GET", "/sandbox/bots", self._bots),
            ("GET", "/sandbox/persons", self._persons),
            ("POST", "/sandbox/persons", self._add_person),
            ("DELETE", "/sandbox/persons/{person}", self._delete_account),
            ("POST", "/sandbox/bots/{token}/persons/{person}/{deed}", self._do),
            ("GET", "/sandbox/bots/{token}/chats/{chat}", self._chat),
            ("GET", "/sandbox/bots/{token}/spinners", self._spinners),
            ("POST", "/sandbox/bots/{token}/updates", self._inject),
            ("POST", "/sandbox/faults", self._break_next),
            ("DELETE", "/sandbox/faults", self._mend),
            ("POST", "/sandbox/reset", self._reset),
        ):
            app.router.add_route(method, path, _answering(work))

    async def _bots(self, _: web.Request) -> object:
        return [
            {
                **bot.as_user(),
                "token": bot.token,
                "webhook": bot.webhook.url if bot.webhook else None,
                "pending_updates": len(bot.queue),
            }
            for bot in self._telegram.bots
        ]

    async def _persons(self, _: web.Request) -> object:
        return [asdict(person) for person in self._telegram.persons]

    async def _add_person(self, request: web.Request) -> object:
        fields = json_object(await request.read())
        return asdict(self._telegram.people.add(int(fields.pop("id")), **fields))

    async def _delete_account(self, request: web.Request) -> object:
        self._telegram.people.deletes_account(int(request.match_info["person"]))
        return True

    async def _do(self, request: web.Request) -> object:
        where = request.match_info
        deed = self._deeds.get(where["deed"])
        if deed is None:
            raise LookupError(f"a person cannot {where['deed']}; known: {', '.join(self._deeds)}")
        what = json_object(await request.read())
        return deed(where["token"], int(where["person"]), what) or True

    def _tap(self, token: str, person_id: int, what: Wire) -> object:
        chat_id = what.get("chat_id", person_id)
        message = self._telegram.chat(token, chat_id).messages.get(int(what["message_id"]))
        data = what["data"] if "data" in what else _data_of(message, what["label"])
        people = self._telegram.people
        tap = people.taps(token, person_id, int(what["message_id"]), data, chat_id=chat_id)
        return {"query_id": tap.query_id}

    async def _chat(self, request: web.Request) -> object:
        where = request.match_info
        chat = self._telegram.chat(where["token"], int(where["chat"]))
        return {
            "chat": chat.wire,
            "blocked": chat.blocked,
            "pinned": chat.pinned,
            "keyboard": chat.keyboard,
            "action": chat.action[0] if chat.action else None,
            "messages": [
                {**kept.wire, "from_bot": kept.from_bot, "silent": kept.silent}
                for kept in chat.history()
            ],
        }

    async def _spinners(self, request: web.Request) -> object:
        spinners = self._telegram.spinners(request.match_info["token"])
        return [{**asdict(tap), "at": int(tap.at.timestamp())} for tap in spinners]

    async def _inject(self, request: web.Request) -> object:
        fields = json_object(await request.read())
        return self._telegram.inject(request.match_info["token"], fields)

    async def _break_next(self, request: web.Request) -> object:
        fields = json_object(await request.read())
        rule = {name: fields.pop(name) for name in RULE if name in fields}
        kind = FAULTS[fields.pop("fault")]
        self._telegram.world.faults.add(FaultRule(kind(**fields), **rule))
        return True

    async def _mend(self, _: web.Request) -> object:
        self._telegram.mend()
        return True

    async def _reset(self, _: web.Request) -> object:
        self._telegram.reset()
        return True


def _answering(
    work: Callable[[web.Request], Awaitable[object]],
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def answer(request: web.Request) -> web.StreamResponse:
        try:
            return accepted(await work(request))
        except Refused as refusal:
            return declined(refusal)
        except LookupError as missing:
            return declined(Refused(404, f"Not Found: {missing}"))
        except (TypeError, ValueError) as wrong:
            return declined(Refused(400, f"Bad Request: {wrong}"))

    return answer


def _file(what: Wire) -> UploadedFile:
    content = base64.b64decode(what["content"])
    return UploadedFile(content, what.get("name", "file"), what.get("mime", "text/plain"))


def _data_of(message: Kept | None, label: str) -> str:
    buttons = [] if message is None else list(message.buttons())
    found = [button for button in buttons if button["text"] == label]
    if len(found) != 1:
        labels = json.dumps([button["text"] for button in buttons], ensure_ascii=False)
        raise LookupError(f"no single button {label!r} among {labels}")
    return str(found[0]["callback_data"])
