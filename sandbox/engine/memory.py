"""What a Telegram remembers over a restart: persons, chats and what waits, as one JSON text.

Files are not kept: a picture of yesterday is a message without its picture today.
"""

import json
from dataclasses import asdict
from itertools import count
from typing import Any

from sandbox.engine.limits import FloodGate
from sandbox.engine.queue import UpdateQueue
from sandbox.engine.residents import Bot, Chat, Kept, Person
from sandbox.engine.telegram import Telegram

VERSION = 1


def remembered(telegram: Telegram) -> str:
    """Return everything as text."""
    world = telegram.world
    return json.dumps(
        {
            "version": VERSION,
            "persons": [asdict(person) for person in world.persons.values()],
            "bots": [_bot(bot, world.now().timestamp()) for bot in world.bots.values()],
        },
        ensure_ascii=False,
    )


def recall(telegram: Telegram, text: str) -> None:
    """Let a new Telegram be as the remembered one was; raise ValueError for another's text."""
    kept = json.loads(text)
    if not isinstance(kept, dict) or kept.get("version") != VERSION:
        raise ValueError("not a memory of this sandbox")
    world = telegram.world
    for fields in kept["persons"]:
        world.persons[fields["id"]] = Person(**fields)
    for fields in kept["bots"]:
        bot = _recalled(fields, telegram)
        world.bots[bot.token] = bot


def _bot(bot: Bot, now: float) -> dict[str, Any]:
    return {
        "token": bot.token,
        "id": bot.id,
        "first_name": bot.first_name,
        "username": bot.username,
        "commands": [[*key, value] for key, value in bot.commands.items()],
        "texts": [[*key, value] for key, value in bot.texts.items()],
        "chats": [_chat(chat) for chat in bot.chats.values()],
        "next_message": next(bot.message_ids),
        "next_update": bot.queue.next_id,
        "waiting": [one.wire for one in bot.queue.waiting(now, len(bot.queue))],
    }


def _chat(chat: Chat) -> dict[str, Any]:
    return {
        "id": chat.id,
        "kind": chat.kind,
        "wire": chat.wire,
        "members": list(chat.members),
        "open": chat.open,
        "blocked": chat.blocked,
        "messages": [[kept.wire, kept.from_bot, kept.silent] for kept in chat.history()],
    }


def _recalled(fields: dict[str, Any], telegram: Telegram) -> Bot:
    world = telegram.world
    bot = Bot(
        fields["token"],
        fields["id"],
        FloodGate(world.limits),
        first_name=fields["first_name"],
        username=fields["username"],
        queue=UpdateQueue(fields["next_update"]),
        message_ids=count(fields["next_message"]),
    )
    bot.commands = {(scope, language): value for scope, language, value in fields["commands"]}
    bot.texts = {(kind, language): value for kind, language, value in fields["texts"]}
    bot.chats = {chat["id"]: _recalled_chat(chat, world.persons) for chat in fields["chats"]}
    for wire in fields["waiting"]:
        body = {name: value for name, value in wire.items() if name != "update_id"}
        bot.queue.push_raw(body, world.now().timestamp())
    return bot


def _recalled_chat(fields: dict[str, Any], persons: dict[int, Person]) -> Chat:
    chat = Chat(
        fields["id"],
        fields["kind"],
        fields["wire"],
        {one: persons[one] for one in fields["members"] if one in persons},
        open=fields["open"],
        blocked=fields["blocked"],
    )
    for wire, from_bot, silent in fields["messages"]:
        kept = Kept(wire, from_bot, silent)
        chat.messages[kept.id] = kept
    return chat
