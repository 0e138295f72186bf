"""How any message of a bot gets into a chat."""

from sandbox.engine.keyboards import markup_of
from sandbox.engine.methods.addressing import admit, chat_of
from sandbox.engine.params import Params, Wire, whole
from sandbox.engine.refusals import bad_request
from sandbox.engine.residents import Bot, Chat, Kept
from sandbox.engine.text.formatted import Formatted
from sandbox.engine.world import World


def post(world: World, bot: Bot, params: Params, body: Wire) -> Wire:
    """Post one message with its keyboard, and return it."""
    chat = chat_of(world, bot, params)
    markup = markup_of(params)
    common = common_fields(chat, params)
    admit(world, bot, chat, params)
    if markup is not None:
        _attach(chat, markup, common)
    return put(world, bot, chat, {**common, **body}, silent=params.flag("disable_notification"))


def put(world: World, bot: Bot, chat: Chat, body: Wire, *, silent: bool) -> Wire:
    """Put a message into the chat under the next id."""
    wire = {
        "message_id": next(bot.message_ids),
        "from": bot.as_user(),
        "chat": chat.wire,
        "date": int(world.now().timestamp()),
        **body,
    }
    world.post(bot, chat, Kept(wire, from_bot=True, silent=silent))
    return wire


def common_fields(chat: Chat, params: Params) -> Wire:
    """Return what any kind of message may carry."""
    fields: Wire = {}
    if params.values.get("protect_content") and params.flag("protect_content"):
        fields["has_protected_content"] = True
    if thread := params.integer("message_thread_id"):
        fields["message_thread_id"] = thread
    if (effect := params.values.get("message_effect_id")) is not None:
        fields["effect_id"] = str(effect)
    if (replied := _replied(chat, params)) is not None:
        fields["reply_to_message"] = replied
    return fields


def text_fields(formatted: Formatted) -> Wire:
    """Return a text as a message carries it."""
    if formatted.entities:
        return {"text": formatted.text, "entities": formatted.entities}
    return {"text": formatted.text}


def caption_fields(formatted: Formatted, params: Params) -> Wire:
    """Return the words of a picture or file as a message carries them."""
    fields: Wire = {}
    if formatted.text:
        fields["caption"] = formatted.text
    if formatted.entities:
        fields["caption_entities"] = formatted.entities
    if params.flag("show_caption_above_media"):
        fields["show_caption_above_media"] = True
    return fields


def _attach(chat: Chat, markup: Wire, fields: Wire) -> None:
    if "inline_keyboard" in markup:
        fields["reply_markup"] = markup
    elif "keyboard" in markup:
        chat.keyboard = markup
    elif "remove_keyboard" in markup:
        chat.keyboard = None


def _replied(chat: Chat, params: Params) -> Wire | None:
    reply = params.mapping("reply_parameters") or {
        "message_id": params.integer("reply_to_message_id"),
        "allow_sending_without_reply": params.flag("allow_sending_without_reply"),
    }
    if not reply.get("message_id"):
        return None
    message = chat.messages.get(whole(reply["message_id"]))
    if message is not None:
        return {name: value for name, value in message.wire.items() if name != "reply_to_message"}
    if reply.get("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")
