"""Buttons of what guardians agree to, and of what class teachers record of it."""

from aiogram.filters.callback_data import CallbackData
from pydantic import BaseModel

from bot.callbacks.fields import Page, Person, Pupil, RealDay, SchoolClass
from core.access.consents import Subject


class OpenOwnConsents(CallbackData, prefix="cons1"):
    """Choose the child whose consents are looked at, or open those of the only one."""


class OpenConsents(CallbackData, prefix="conskid1"):
    """Show what a guardian answered for a child."""

    person: Person
    pupil: Pupil


class GiveConsent(CallbackData, prefix="conyes1"):
    """Agree."""

    person: Person
    pupil: Pupil
    subject: Subject


class AskWithdrawal(CallbackData, prefix="conask1"):
    """Ask whether an agreement is really taken back."""

    person: Person
    pupil: Pupil
    subject: Subject


class WithdrawConsent(CallbackData, prefix="conno1"):
    """Take an agreement back."""

    person: Person
    pupil: Pupil
    subject: Subject


class OpenClassConsents(CallbackData, prefix="clscons1"):
    """Show which families of a class agreed."""

    class_id: SchoolClass
    page: Page = 0


class OpenFamilyConsent(CallbackData, prefix="famcons1"):
    """Show what a family of a class answered."""

    guardian: Person
    pupil: Pupil


class _OfApplication(BaseModel):
    """Whose application it is; `paper`: for paper, or else about messages."""

    guardian: Person
    pupil: Pupil
    paper: bool
    given: bool

    @property
    def subject(self) -> Subject:
        """Return what the guardian applies for, which a button has no room to name."""
        return Subject.PAPER if self.paper else Subject.ELECTRONIC


class TakeApplication(_OfApplication, CallbackData, prefix="famapp3"):
    """Ask which day stands on an application on paper."""


class DateApplication(_OfApplication, CallbackData, prefix="famday2"):
    """Record an application on paper with the day that stands on it."""

    day: RealDay


class WriteApplicationDay(_OfApplication, CallbackData, prefix="famwrd2"):
    """Ask for the day in words."""
