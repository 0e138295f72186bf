"""Coming in: a code as a message or in a deep link. Everybody else who is not in is told how."""

from collections.abc import Awaitable, Callable

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from bot.screens.parts.screen import Screen
from bot.screens.people.persons import activated, stranger
from bot.screens.people.refusals import refusal
from bot.texts.speech import Speech
from core.access.codes import Activate, looks_like_code
from core.access.people import Actor
from core.clock import Clock
from core.errors import CodeRefused
from core.notices.telling.catching_up import CatchUp

Reload = Callable[[], Awaitable[Actor]]


async def on_code(
    _: Message,
    code: str,
    actor: Actor,
    speech: Speech,
    activate: Activate,
    reload: Reload,
    catch_up: CatchUp,
    clock: Clock,
) -> Screen:
    """Let a person in, or one more person of the family, who sent a code or followed its link."""
    outcome = await activate(actor, code)
    if isinstance(outcome, CodeRefused):
        return refusal(speech, outcome, actor=actor, now=clock.now())
    known = await reload()
    await catch_up(known, outcome)
    return activated(speech, known, outcome)


async def on_stranger(_: Message | CallbackQuery, speech: Speech) -> Screen:
    """Tell how to come in, whatever a stranger sent or tapped."""
    return stranger(speech)


async def code_of_link(_: Message, command: CommandObject) -> dict[str, str]:
    """Return the code that a deep link carries."""
    return {"code": command.args or ""}


async def code_of_words(message: Message) -> dict[str, str] | bool:
    """Return the text where it could be meant as a code."""
    return {"code": message.text or ""} if looks_like_code(message.text or "") else False


async def from_stranger(_: Message | CallbackQuery, actor: Actor) -> bool:
    """Say whether nobody known stands behind the update."""
    return actor.is_stranger


def router() -> Router:
    """Return the router of coming in; no stranger's update passes it."""
    routes = Router(name="activation")
    routes.message.register(on_code, CommandStart(deep_link=True), code_of_link)
    routes.message.register(on_code, code_of_words)
    routes.message.register(on_stranger, from_stranger)
    routes.callback_query.register(on_stranger, from_stranger)
    return routes
