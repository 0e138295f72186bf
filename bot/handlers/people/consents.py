"""Consents: guardians answer for their children, class teachers record what came on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.consents import (
    AskWithdrawal,
    DateApplication,
    GiveConsent,
    OpenClassConsents,
    OpenConsents,
    OpenFamilyConsent,
    OpenOwnConsents,
    TakeApplication,
    WithdrawConsent,
    WriteApplicationDay,
)
from bot.handlers.dialogue import asks_for_words, goes_on, other_than_words, words
from bot.screens.parts.screen import Screen
from bot.screens.people import applications
from bot.screens.people.consents import (
    class_consents,
    consents,
    family_consent,
    sure_to_withdraw,
    whose_consents,
)
from bot.states import Applying
from bot.texts.speech import Speech
from core.access.applications import ApplicationDayWrong, BeginApplication, RecordConsent
from core.access.consents import (
    ReadClassConsents,
    ReadConsents,
    ReadFamilyConsent,
    SayConsent,
    Subject,
)
from core.access.people import Actor
from core.ids import PersonId, PupilId


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


@dataclass(frozen=True, slots=True)
class ApplicationDraft:
    """Whose application it is, while its day is being written."""

    guardian: PersonId
    pupil: PupilId
    subject: Subject
    given: bool

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        of = PersonId(data["guardian"]), PupilId(data["pupil"])
        return cls(*of, Subject(data["subject"]), data["given"])

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        of = {"guardian": self.guardian, "pupil": self.pupil}
        return of | {"subject": self.subject.value, "given": self.given}


async def on_application(
    _: CallbackQuery,
    callback_data: TakeApplication,
    actor: Actor,
    speech: Speech,
    begin_application: BeginApplication,
) -> Screen:
    """Ask which day stands on an application on paper."""
    of = callback_data
    view = await begin_application(actor, of.guardian, of.pupil, of.subject, given=of.given)
    return applications.ask_day(speech, view)


async def on_dated(
    _: CallbackQuery,
    callback_data: DateApplication,
    actor: Actor,
    speech: Speech,
    record_consent: RecordConsent,
) -> Screen:
    """Record an application with a day that was tapped."""
    of, day = callback_data, date.fromordinal(callback_data.day)
    done = await record_consent(actor, of.guardian, of.pupil, of.subject, given=of.given, day=day)
    return applications.recorded(speech, done)


async def on_other_day(
    _: CallbackQuery,
    callback_data: WriteApplicationDay,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    begin_application: BeginApplication,
) -> Screen:
    """Ask for the day in words."""
    of = callback_data
    view = await begin_application(actor, of.guardian, of.pupil, of.subject, given=of.given)
    await goes_on(
        state, Applying.day, ApplicationDraft(of.guardian, of.pupil, of.subject, of.given)
    )
    return applications.ask_for_words(speech, view)


async def on_written(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    begin_application: BeginApplication,
    record_consent: RecordConsent,
) -> Screen:
    """Record it with a day that was written; what is no day is asked for again."""
    of, day = ApplicationDraft.of(await state.get_data()), message.text or ""
    try:
        done = await record_consent(
            actor, of.guardian, of.pupil, of.subject, given=of.given, day=day
        )
    except ApplicationDayWrong:
        view = await begin_application(actor, of.guardian, of.pupil, of.subject, given=of.given)
        return applications.ask_for_words(speech, view, wrong="refusal-application-day")
    await state.clear()
    return applications.recorded(speech, done)


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
    routes.callback_query.register(on_dated, DateApplication.filter())
    routes.callback_query.register(on_other_day, WriteApplicationDay.filter())
    routes.message.register(on_written, StateFilter(Applying.day), words)
    ask = asks_for_words("application-ask-words")
    routes.message.register(ask, StateFilter(Applying.day), other_than_words)
    return routes
