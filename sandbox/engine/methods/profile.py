"""What a bot says about itself: who it is, its commands, descriptions, name and menu."""

import json
import re
from collections.abc import Callable

from sandbox.engine.changes import BotChanged
from sandbox.engine.methods.addressing import chat_of
from sandbox.engine.params import Params, Wire
from sandbox.engine.refusals import bad_request
from sandbox.engine.residents import Bot
from sandbox.engine.world import World

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LONGEST_DESCRIPTION = 256
MOST_COMMANDS = 100
SCOPES = frozenset(
    [
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    ]
)
EVERYWHERE = '{"type": "default"}'


def get_me(_: World, bot: Bot, __: Params) -> Wire:
    """Tell the bot who it is."""
    abilities: Wire = {
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return {**bot.as_user(), **abilities}


def log_out(_: World, __: Bot, ___: Params) -> bool:
    """Do nothing: here is no other server to go to."""
    return True


def set_my_commands(world: World, bot: Bot, params: Params) -> bool:
    """Set the commands of a scope and language."""
    commands = params.sequence("commands") or []
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    bot.commands[_scope(world, bot, params), params.text("language_code")] = [
        _command(command) for command in commands
    ]
    world.tell(BotChanged(bot.token))
    return True


def get_my_commands(world: World, bot: Bot, params: Params) -> list[Wire]:
    """Return the commands of exactly this scope and language."""
    return bot.commands.get((_scope(world, bot, params), params.text("language_code")), [])


def delete_my_commands(world: World, bot: Bot, params: Params) -> bool:
    """Let a wider scope show through again."""
    bot.commands.pop((_scope(world, bot, params), params.text("language_code")), None)
    world.tell(BotChanged(bot.token))
    return True


def commands_seen(bot: Bot, chat_id: int, language_code: str | None) -> list[Wire]:
    """Return the commands that a person's menu shows: the narrowest scope, then the language."""
    scopes = [
        json.dumps({"chat_id": chat_id, "type": "chat"}),
        json.dumps({"type": "all_private_chats" if chat_id > 0 else "all_group_chats"}),
        EVERYWHERE,
    ]
    for scope in scopes:
        for language in (language_code or "", ""):
            if found := bot.commands.get((scope, language)):
                return found
    return []


def setter(field: str, most: int) -> Callable[[World, Bot, Params], bool]:
    """Return the method that sets one of a bot's texts."""

    def set_text(world: World, bot: Bot, params: Params) -> bool:
        text, language = params.text(field), params.text("language_code")
        if len(text) > most:
            raise bad_request(f"BOT_{field.upper()}_TOO_LONG")
        bot.texts[field, language] = text
        if field == "name" and not language and text:
            bot.first_name = text
        world.tell(BotChanged(bot.token))
        return True

    return set_text


def getter(field: str) -> Callable[[World, Bot, Params], Wire]:
    """Return the method that tells one of a bot's texts."""

    def get_text(_: World, bot: Bot, params: Params) -> Wire:
        text = bot.texts.get((field, params.text("language_code"))) or bot.texts.get((field, ""))
        return {field: text or (bot.first_name if field == "name" else "")}

    return get_text


def set_chat_menu_button(world: World, bot: Bot, params: Params) -> bool:
    """Set the button beside the text field, for one chat or for all."""
    button = params.mapping("menu_button") or {"type": "default"}
    if button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("unsupported menu button type")
    bot.menus[params.integer("chat_id")] = button
    world.tell(BotChanged(bot.token))
    return True


def get_chat_menu_button(_: World, bot: Bot, params: Params) -> Wire:
    """Tell the button beside the text field."""
    everywhere = bot.menus.get(0, {"type": "default"})
    return bot.menus.get(params.integer("chat_id"), everywhere)


def _scope(world: World, bot: Bot, params: Params) -> str:
    scope = params.mapping("scope") or {"type": "default"}
    if scope.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if "chat_id" in scope:
        scope = {**scope, "chat_id": chat_of(world, bot, Params(scope)).id}
    return json.dumps(scope, sort_keys=True)


def _command(command: Wire) -> Wire:
    name, description = str(command.get("command", "")), str(command.get("description", ""))
    name = name.removeprefix("/")
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= LONGEST_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}
