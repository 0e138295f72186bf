"""Methods that post: texts, pictures, files, albums, contacts, and "is typing"."""

from sandbox.engine.changes import BotActed
from sandbox.engine.media import attached
from sandbox.engine.methods.addressing import admit, chat_of, must_reach
from sandbox.engine.methods.posting import caption_fields, common_fields, post, put, text_fields
from sandbox.engine.params import Params, Wire
from sandbox.engine.refusals import bad_request
from sandbox.engine.residents import Bot
from sandbox.engine.text.formatted import caption_of, text_of
from sandbox.engine.world import World

ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
ALBUM = range(2, 11)


def send_message(world: World, bot: Bot, params: Params) -> Wire:
    """Post a text."""
    body = text_fields(text_of(params))
    if preview := params.mapping("link_preview_options"):
        body["link_preview_options"] = preview
    return post(world, bot, params, body)


def send_photo(world: World, bot: Bot, params: Params) -> Wire:
    """Post a picture."""
    return _send_file(world, bot, params, "photo")


def send_document(world: World, bot: Bot, params: Params) -> Wire:
    """Post a file."""
    return _send_file(world, bot, params, "document")


def send_contact(world: World, bot: Bot, params: Params) -> Wire:
    """Post a contact."""
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: said for name in names if (said := params.text(name))}
    if not contact.keys() >= {"phone_number", "first_name"}:
        raise bad_request("PHONE_NUMBER_INVALID")
    return post(world, bot, params, {"contact": contact})


def send_media_group(world: World, bot: Bot, params: Params) -> list[Wire]:
    """Post an album; it has no keyboard."""
    chat = chat_of(world, bot, params)
    media = params.sequence("media") or []
    if len(media) not in ALBUM:
        raise bad_request("wrong number of messages to send as an album")
    group = {"media_group_id": str(next(world.numbers))}
    bodies = [media_fields(world, params, item) for item in media]
    common = common_fields(chat, params)
    admit(world, bot, chat, params, messages=len(bodies))
    silent = params.flag("disable_notification")
    return [put(world, bot, chat, {**common, **group, **body}, silent=silent) for body in bodies]


def send_chat_action(world: World, bot: Bot, params: Params) -> bool:
    """Show for some seconds what the bot is doing."""
    chat = chat_of(world, bot, params)
    must_reach(chat)
    action = params.text("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.action = (action, world.now())
    world.tell(BotActed(bot.token, chat.id, action))
    return True


def media_fields(world: World, params: Params, item: object) -> Wire:
    """Return one piece of an album, or of an edit, as a message carries it."""
    if not isinstance(item, dict) or item.get("type") not in ("photo", "document"):
        raise bad_request("can't parse InputMedia: unsupported media type")
    words = Params({name: value for name, value in item.items() if name != "type"})
    reference = str(item.get("media", ""))
    if not reference:
        raise bad_request("can't parse InputMedia: media not found")
    fields = attached(world.files, params, item["type"], reference)
    return {**fields, **caption_fields(caption_of(words), words)}


def _send_file(world: World, bot: Bot, params: Params, kind: str) -> Wire:
    chat_of(world, bot, params)
    caption = caption_fields(caption_of(params), params)
    reference = kind if kind in params.files else params.text(kind)
    if not reference:
        raise bad_request(f"there is no {kind} in the request")
    return post(world, bot, params, {**attached(world.files, params, kind, reference), **caption})
