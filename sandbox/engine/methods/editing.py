"""Methods that change a message which is already there."""

from collections.abc import Callable
from dataclasses import replace

from sandbox.engine.changes import MessageEdited
from sandbox.engine.keyboards import inline_markup_of
from sandbox.engine.methods.addressing import admit, chat_of, message_of
from sandbox.engine.methods.posting import caption_fields, text_fields
from sandbox.engine.methods.sending import media_fields
from sandbox.engine.params import Params, Wire
from sandbox.engine.refusals import bad_request
from sandbox.engine.residents import Bot, Kept
from sandbox.engine.text.formatted import caption_of, text_of
from sandbox.engine.world import World

TEXT = frozenset({"text", "entities", "link_preview_options"})
CAPTION = frozenset({"caption", "caption_entities", "show_caption_above_media"})
MEDIA = frozenset({"photo", "document"})
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)


def edit_message_text(world: World, bot: Bot, params: Params) -> Wire:
    """Replace a text and its keyboard."""

    def replacement(old: Wire) -> Wire:
        if "text" not in old:
            raise bad_request("there is no text in the message to edit")
        body = text_fields(text_of(params))
        if preview := params.mapping("link_preview_options"):
            body["link_preview_options"] = preview
        return body

    return _edit(world, bot, params, TEXT, replacement)


def edit_message_caption(world: World, bot: Bot, params: Params) -> Wire:
    """Replace the words under a picture or file, and the keyboard."""

    def replacement(old: Wire) -> Wire:
        if not MEDIA & old.keys():
            raise bad_request("there is no caption in the message to edit")
        return caption_fields(caption_of(params), params)

    return _edit(world, bot, params, CAPTION, replacement)


def edit_message_media(world: World, bot: Bot, params: Params) -> Wire:
    """Replace a picture or file, its words and the keyboard."""

    def replacement(_: Wire) -> Wire:
        return media_fields(world, params, params.mapping("media"))

    return _edit(world, bot, params, TEXT | CAPTION | MEDIA, replacement)


def edit_message_reply_markup(world: World, bot: Bot, params: Params) -> Wire:
    """Replace the keyboard alone."""
    return _edit(world, bot, params, frozenset(), lambda _: {})


def _edit(
    world: World,
    bot: Bot,
    params: Params,
    replaced: frozenset[str],
    replacement: Callable[[Wire], Wire],
) -> Wire:
    chat = chat_of(world, bot, params)
    kept = message_of(chat, params, "edit")
    if not kept.from_bot:
        raise bad_request("message can't be edited")
    body = replacement(kept.wire)
    if (markup := inline_markup_of(params)) is not None:
        body["reply_markup"] = markup
    wire = _rewritten(kept, replaced | {"reply_markup"}, body)
    admit(world, bot, chat, params)
    wire["edit_date"] = int(world.now().timestamp())
    chat.messages[kept.id] = replace(kept, wire=wire)
    world.tell(MessageEdited(bot.token, chat.id, kept.id))
    return wire


def _rewritten(kept: Kept, replaced: frozenset[str], body: Wire) -> Wire:
    old = {name: value for name, value in kept.wire.items() if name in replaced}
    if old == body:
        raise bad_request(NOT_MODIFIED)
    return {name: value for name, value in kept.wire.items() if name not in replaced} | body
