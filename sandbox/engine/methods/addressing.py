"""Whom a method speaks to, and whether it may."""

from sandbox.engine.params import Params
from sandbox.engine.refusals import bad_request, forbidden
from sandbox.engine.residents import Bot, Chat, Kept
from sandbox.engine.world import World


def chat_of(world: World, bot: Bot, params: Params, name: str = "chat_id") -> Chat:
    """Return the chat that a call names; one that never opened is not found."""
    if not params.text(name):
        raise bad_request(f"{name} is empty")
    chat = world.chat(bot, params.integer(name))
    if chat is None or not chat.open:
        raise bad_request("chat not found")
    return chat


def must_reach(chat: Chat) -> None:
    """Refuse to speak to somebody who left or does not want to hear."""
    if chat.kind == "private" and chat.members[chat.id].deleted:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")


def admit(world: World, bot: Bot, chat: Chat, params: Params, messages: int = 1) -> None:
    """Check that somebody listens, and count messages against the flood limits."""
    must_reach(chat)
    if bot.gate.limits is not None:
        paid = params.flag("allow_paid_broadcast")
        bot.gate.admit(chat.id, world.now().timestamp(), messages=messages, paid=paid)


def message_of(chat: Chat, params: Params, purpose: str, name: str = "message_id") -> Kept:
    """Return the message that a call names; the purpose words the refusal."""
    message_id = params.integer(name)
    if message_id <= 0:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request(f"message to {purpose} not found")
    return message
