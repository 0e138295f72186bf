"""Coming in: a code as a message or in a deep link. Everybody else who is not in is told how."""

from collections.abc import Awaitable, Callable

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from bot.screens.people import activated, stranger
from bot.screens.refusals import refusal
from bot.screens.screen import Screen
from bot.texts.speech import Speech
from core.access.codes import Activate, looks_like_code
from core.access.people import Actor
from core.clock import Clock
from core.errors import CodeRefused

Reload = Callable[[], Awaitable[Actor]]


async def on_link(
    _: Message,
    command: CommandObject,
    actor: Actor,
    speech: Speech,
    activate: Activate,
    reload: Reload,
    clock: Clock,
) -> Screen:
    """Let a person in who followed a link with a code."""
    outcome = await activate(actor, command.args or "")
    if isinstance(outcome, CodeRefused):
        return refusal(speech, outcome, actor=actor, now=clock.now())
    return activated(speech, await reload(), outcome)


async def on_code(
    message: Message,
    actor: Actor,
    speech: Speech,
    activate: Activate,
    reload: Reload,
    clock: Clock,
) -> Screen:
    """Let a person in, or one more person of the family, who sent a code."""
    outcome = await activate(actor, message.text or "")
    if isinstance(outcome, CodeRefused):
        return refusal(speech, outcome, actor=actor, now=clock.now())
    return activated(speech, await reload(), outcome)


async def on_stranger(_: Message | CallbackQuery, speech: Speech) -> Screen:
    """Tell how to come in, whatever a stranger sent or tapped."""
    return stranger(speech)


async def with_code(message: Message) -> bool:
    """Say whether the message could be meant as a code."""
    return looks_like_code(message.text or "")


async def from_stranger(_: Message | CallbackQuery, actor: Actor) -> bool:
    """Say whether nobody known stands behind the update."""
    return actor.is_stranger


def router() -> Router:
    """Return the router of coming in; no stranger's update passes it."""
    routes = Router(name="activation")
    routes.message.register(on_link, CommandStart(deep_link=True))
    routes.message.register(on_code, with_code)
    routes.message.register(on_stranger, from_stranger)
    routes.callback_query.register(on_stranger, from_stranger)
    return routes
