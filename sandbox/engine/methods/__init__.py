"""The methods of the Bot API, by name in small letters; Telegram does not mind capitals."""

from collections.abc import Callable
from typing import TypeAlias

from sandbox.engine.methods import (
    answering,
    editing,
    looking,
    profile,
    removing,
    sending,
    updating,
)
from sandbox.engine.params import Params
from sandbox.engine.residents import Bot
from sandbox.engine.world import World

Rule: TypeAlias = Callable[[World, Bot, Params], object]

_BY_NAME: dict[str, Rule] = {
    "getMe": profile.get_me,
    "logOut": profile.log_out,
    "close": profile.log_out,
    "getUpdates": updating.get_updates,
    "setWebhook": updating.set_webhook,
    "deleteWebhook": updating.delete_webhook,
    "getWebhookInfo": updating.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendMediaGroup": sending.send_media_group,
    "sendContact": sending.send_contact,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageMedia": editing.edit_message_media,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": removing.delete_message,
    "deleteMessages": removing.delete_messages,
    "copyMessage": removing.copy_message,
    "forwardMessage": removing.forward_message,
    "pinChatMessage": removing.pin_chat_message,
    "unpinChatMessage": removing.unpin_chat_message,
    "answerCallbackQuery": answering.answer_callback_query,
    "getChat": looking.get_chat,
    "getFile": looking.get_file,
    "setMessageReaction": looking.set_message_reaction,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.setter("name", 64),
    "getMyName": profile.getter("name"),
    "setMyDescription": profile.setter("description", 512),
    "getMyDescription": profile.getter("description"),
    "setMyShortDescription": profile.setter("short_description", 120),
    "getMyShortDescription": profile.getter("short_description"),
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
}
METHODS: dict[str, Rule] = {name.lower(): rule for name, rule in _BY_NAME.items()}
