"""Methods that only look, or leave a sign: chats, files, reactions."""

from sandbox.engine.methods.addressing import chat_of, message_of
from sandbox.engine.params import Params, Wire
from sandbox.engine.refusals import bad_request
from sandbox.engine.residents import Bot
from sandbox.engine.world import World

GIFTS = "unlimited_gifts limited_gifts unique_gifts premium_subscription gifts_from_channels"


def get_chat(world: World, bot: Bot, params: Params) -> Wire:
    """Describe a chat in full."""
    chat = chat_of(world, bot, params)
    full: Wire = {
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS.split(), False),
    }
    if chat.pinned and (pinned := chat.messages.get(chat.pinned[-1])) is not None:
        full["pinned_message"] = pinned.wire
    return {**chat.wire, **full}


def get_file(world: World, _: Bot, params: Params) -> Wire:
    """Tell where a file can be downloaded."""
    stored = world.files.by_id(params.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    return stored.as_file()


def set_message_reaction(world: World, bot: Bot, params: Params) -> bool:
    """Take note that the bot liked a message."""
    message_of(chat_of(world, bot, params), params, "react")
    return True
