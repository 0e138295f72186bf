"""Buttons by which a class teacher has letters sent to who never came to the chat."""

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.fields import Person, SchoolClass


class OpenLettersOf(CallbackData, prefix="mailof1"):
    """Show what there is of letters to a person of a class."""

    class_id: SchoolClass
    person: Person


class GiveKnownAddress(CallbackData, prefix="mailgive1"):
    """Send the letter with the link to the address that the school has."""

    class_id: SchoolClass
    person: Person


class TypeGivenAddress(CallbackData, prefix="mailask1"):
    """Ask for the address that the guardian gave on paper."""

    class_id: SchoolClass
    person: Person


class AskToEndLetters(CallbackData, prefix="mailoff1"):
    """Ask whether letters to a person really end."""

    class_id: SchoolClass
    person: Person


class EndLettersOf(CallbackData, prefix="mailover1"):
    """Send a person no letters about the class's children any more."""

    class_id: SchoolClass
    person: Person
