"""Methods that take messages away, copy them, forward them, and pin them."""

from datetime import timedelta

from sandbox.engine.changes import MessageDeleted, MessageEdited
from sandbox.engine.keyboards import inline_markup_of
from sandbox.engine.methods.addressing import admit, chat_of, message_of
from sandbox.engine.methods.posting import caption_fields, common_fields, put
from sandbox.engine.params import Params, Wire, whole
from sandbox.engine.refusals import bad_request
from sandbox.engine.residents import Bot, Chat, Kept
from sandbox.engine.text.formatted import caption_of
from sandbox.engine.world import World

DELETABLE_FOR = timedelta(hours=48)
MOST_AT_ONCE = 100
CONTENT = [
    "text",
    "entities",
    "link_preview_options",
    "photo",
    "document",
    "sticker",
    "contact",
    "caption",
    "caption_entities",
    "show_caption_above_media",
]


def delete_message(world: World, bot: Bot, params: Params) -> bool:
    """Delete one message, not older than two days."""
    chat = chat_of(world, bot, params)
    kept = message_of(chat, params, "delete")
    if kept.wire["date"] < (world.now() - DELETABLE_FOR).timestamp():
        raise bad_request("message can't be deleted for everyone")
    _delete(world, bot, chat, kept)
    return True


def delete_messages(world: World, bot: Bot, params: Params) -> bool:
    """Delete several messages; those that are not there are passed over."""
    chat = chat_of(world, bot, params)
    message_ids = params.sequence("message_ids") or []
    if not 1 <= len(message_ids) <= MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    for message_id in message_ids:
        if (kept := chat.messages.get(whole(message_id))) is not None:
            _delete(world, bot, chat, kept)
    return True


def copy_message(world: World, bot: Bot, params: Params) -> Wire:
    """Post the content of a message again, as if it were new."""
    chat, source = chat_of(world, bot, params), chat_of(world, bot, params, "from_chat_id")
    kept = message_of(source, params, "copy")
    body = _content(kept)
    if "caption" in params.values:
        body |= caption_fields(caption_of(params), params)
    if (markup := inline_markup_of(params)) is not None:
        body["reply_markup"] = markup
    common = common_fields(chat, params)
    admit(world, bot, chat, params)
    silent = params.flag("disable_notification")
    wire = put(world, bot, chat, {**common, **body}, silent=silent)
    return {"message_id": wire["message_id"]}


def forward_message(world: World, bot: Bot, params: Params) -> Wire:
    """Post a message with a word about where it came from."""
    chat, source = chat_of(world, bot, params), chat_of(world, bot, params, "from_chat_id")
    kept = message_of(source, params, "forward")
    if kept.wire.get("has_protected_content"):
        raise bad_request("message can't be forwarded")
    origin: Wire = {"type": "user", "date": kept.wire["date"], "sender_user": kept.wire["from"]}
    admit(world, bot, chat, params)
    body = {**_content(kept), "forward_origin": origin}
    return put(world, bot, chat, body, silent=params.flag("disable_notification"))


def pin_chat_message(world: World, bot: Bot, params: Params) -> bool:
    """Pin a message above the chat."""
    chat = chat_of(world, bot, params)
    kept = message_of(chat, params, "pin")
    if kept.id not in chat.pinned:
        chat.pinned.append(kept.id)
        world.tell(MessageEdited(bot.token, chat.id, kept.id))
    return True


def unpin_chat_message(world: World, bot: Bot, params: Params) -> bool:
    """Take a pin off: of the message named, else of the latest."""
    chat = chat_of(world, bot, params)
    message_id = params.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    world.tell(MessageEdited(bot.token, chat.id, message_id))
    return True


def _delete(world: World, bot: Bot, chat: Chat, kept: Kept) -> None:
    del chat.messages[kept.id]
    if kept.id in chat.pinned:
        chat.pinned.remove(kept.id)
    world.tell(MessageDeleted(bot.token, chat.id, kept.id))


def _content(kept: Kept) -> Wire:
    return {name: kept.wire[name] for name in CONTENT if name in kept.wire}
