"""Buttons by which a class teacher has letters sent to who never came to the chat."""

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.fields import Person, RealDay, SchoolClass


class OpenLettersOf(CallbackData, prefix="mailof1"):
    """Show what there is of letters to a person of a class."""

    class_id: SchoolClass
    person: Person


class TakeLetterConsent(CallbackData, prefix="mailtake1"):
    """Ask which day stands on the written consent; `known`: to the address the school has."""

    class_id: SchoolClass
    person: Person
    known: bool


class DateLetterConsent(CallbackData, prefix="mailday1"):
    """Go on with the day that stands on the written consent."""

    class_id: SchoolClass
    person: Person
    known: bool
    day: RealDay


class WriteLetterConsentDay(CallbackData, prefix="mailwrd1"):
    """Ask for the day in words."""

    class_id: SchoolClass
    person: Person
    known: bool


class AskToEndLetters(CallbackData, prefix="mailoff1"):
    """Ask whether letters to a person really end."""

    class_id: SchoolClass
    person: Person


class EndLettersOf(CallbackData, prefix="mailover1"):
    """Send a person no letters about the class's children any more."""

    class_id: SchoolClass
    person: Person
