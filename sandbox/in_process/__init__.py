"""The sandbox in process: an aiogram session without a network, and a person who uses the bot.

    telegram = Telegram(now, limits=None)
    bot = Bot(token, session=SandboxSession(telegram))
    mother = Person(telegram, deliver_to(dispatcher, bot), 7, token=token, first_name="Мария")
    await mother.sends("/start")
    await mother.taps("Дневник")
    assert mother.screen.text == "..."

A person fails the test when a button is not there exactly once, when a tap is never answered, and,
with `deliver_to`, when no handler took an update. Any other bot is driven by a `deliver` of its
own: an async function that takes raw updates and returns when they are worked off.
"""

from sandbox.in_process.delivery import Deliver, deliver_to
from sandbox.in_process.person import Person
from sandbox.in_process.screen import Screen
from sandbox.in_process.session import SandboxSession

__all__ = ["Deliver", "Person", "SandboxSession", "Screen", "deliver_to"]
