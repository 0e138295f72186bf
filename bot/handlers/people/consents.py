"""Consents: guardians answer for their children, class teachers record what came on paper."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.consents import (
    AskWithdrawal,
    GiveConsent,
    OpenClassConsents,
    OpenConsents,
    OpenFamilyConsent,
    OpenOwnConsents,
    TakeApplication,
    WithdrawConsent,
)
from bot.screens.parts.screen import Screen
from bot.screens.people.consents import (
    class_consents,
    consents,
    family_consent,
    sure_to_withdraw,
    whose_consents,
)
from bot.texts.speech import Speech
from core.access.consents import (
    ReadClassConsents,
    ReadConsents,
    ReadFamilyConsent,
    RecordConsent,
    SayConsent,
)
from core.access.people import Actor


async def on_own(_: CallbackQuery, actor: Actor, speech: Speech) -> Screen:
    """Let a guardian choose the child."""
    return whose_consents(speech, actor)


async def on_consents(
    _: CallbackQuery,
    callback_data: OpenConsents,
    actor: Actor,
    speech: Speech,
    read_consents: ReadConsents,
) -> Screen:
    """Show what a guardian answered for a child."""
    view = await read_consents(actor, callback_data.person, callback_data.pupil)
    return consents(speech, view)


async def on_give(
    _: CallbackQuery,
    callback_data: GiveConsent,
    actor: Actor,
    speech: Speech,
    say_consent: SayConsent,
) -> Screen:
    """Record that a guardian agrees."""
    of = callback_data
    view = await say_consent(actor, of.person, of.pupil, of.subject, given=True)
    return consents(speech, view, changed=True)


async def on_ask(
    _: CallbackQuery,
    callback_data: AskWithdrawal,
    actor: Actor,
    speech: Speech,
    read_consents: ReadConsents,
) -> Screen:
    """Say what a withdrawal means before it is recorded."""
    view = await read_consents(actor, callback_data.person, callback_data.pupil)
    return sure_to_withdraw(speech, view, callback_data.subject)


async def on_withdraw(
    _: CallbackQuery,
    callback_data: WithdrawConsent,
    actor: Actor,
    speech: Speech,
    say_consent: SayConsent,
) -> Screen:
    """Record that a guardian agrees no more."""
    of = callback_data
    view = await say_consent(actor, of.person, of.pupil, of.subject, given=False)
    return consents(speech, view, changed=True)


async def on_class(
    _: CallbackQuery,
    callback_data: OpenClassConsents,
    actor: Actor,
    speech: Speech,
    read_class_consents: ReadClassConsents,
) -> Screen:
    """Show which families of a class agreed."""
    found = await read_class_consents(actor, callback_data.class_id)
    return class_consents(speech, found, page=callback_data.page)


async def on_family(
    _: CallbackQuery,
    callback_data: OpenFamilyConsent,
    actor: Actor,
    speech: Speech,
    read_family_consent: ReadFamilyConsent,
) -> Screen:
    """Show what one family of a class answered."""
    of, one = await read_family_consent(actor, callback_data.guardian, callback_data.pupil)
    return family_consent(speech, of, one)


async def on_application(
    _: CallbackQuery,
    callback_data: TakeApplication,
    actor: Actor,
    speech: Speech,
    record_consent: RecordConsent,
) -> Screen:
    """Record an application on paper."""
    said = callback_data
    of, one = await record_consent(actor, said.guardian, said.pupil, given=said.given)
    return family_consent(speech, of, one, changed=True)


def router() -> Router:
    """Return the router of consents."""
    routes = Router(name="consents")
    routes.callback_query.register(on_own, OpenOwnConsents.filter())
    routes.callback_query.register(on_consents, OpenConsents.filter())
    routes.callback_query.register(on_give, GiveConsent.filter())
    routes.callback_query.register(on_ask, AskWithdrawal.filter())
    routes.callback_query.register(on_withdraw, WithdrawConsent.filter())
    routes.callback_query.register(on_class, OpenClassConsents.filter())
    routes.callback_query.register(on_family, OpenFamilyConsent.filter())
    routes.callback_query.register(on_application, TakeApplication.filter())
    return routes
