"""Settings, help and privacy: what the bot can do, and what it keeps."""

from bot.callbacks.asking import OpenHelpDesk
from bot.callbacks.consents import OpenOwnConsents
from bot.callbacks.duty import OpenOnDuty
from bot.callbacks.mailbox import OpenMailbox
from bot.callbacks.personal_data import OpenMyData
from bot.callbacks.places import ChooseLanguage, OpenHelp, OpenMenu, OpenPrivacy, OpenSettings
from bot.callbacks.preferences import OpenPreferences
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.screens.people.commands import Circle, circle_of, offered_to
from bot.texts.html import NOTHING
from bot.texts.speech import Speech
from core.access.people import Actor

_FAMILIES = (Circle.FAMILY, Circle.FAMILY_AND_CLASS_TEACHER)
_LEADERS = (Circle.CLASS_TEACHER, Circle.FAMILY_AND_CLASS_TEACHER)
_HELPED = 7


def settings(speech: Speech, *, has_mail: bool = False) -> Screen:
    """Show what the person can set; mailboxes only where letters are sent."""
    return Screen(
        lines(speech.say("settings-head"), speech.say("settings-language")),
        rows(
            [
                button(speech.label("language-ru"), ChooseLanguage(language="ru")),
                button(speech.label("language-en"), ChooseLanguage(language="en")),
            ],
            [
                button(speech.label("place-preferences"), OpenPreferences()),
                *([button(speech.label("place-mailbox"), OpenMailbox())] if has_mail else ()),
                button(speech.label("place-consents"), OpenOwnConsents()),
            ],
            [
                button(speech.label("place-privacy"), OpenPrivacy()),
                button(speech.label("place-help"), OpenHelp()),
                _menu_button(speech),
            ],
        ),
    )


def language_chosen(speech: Speech, *, has_mail: bool = False) -> Screen:
    """Show the settings in the language chosen just now."""
    shown = settings(speech, has_mail=has_mail)
    return Screen(shown.text, shown.buttons, toast=speech.label("settings-spoken"))


def help_for(speech: Speech, actor: Actor) -> Screen:
    """Show what the bot can do for this person; to a stranger, how to come in."""
    circle = circle_of(actor)
    if circle is Circle.STRANGER:
        return Screen(
            lines(speech.say("stranger"), speech.say("stranger-how"), speech.say("help-stranger"))
        )
    offered = [one for one in offered_to(actor) if one.name != "cancel"]
    return Screen(
        lines(
            speech.say("help-head"),
            speech.say("help-family") if circle in _FAMILIES else NOTHING,
            speech.say("help-class-teacher") if circle in _LEADERS else NOTHING,
            [
                speech.say("help-command", name=one.name, what=speech.label(one.key))
                for one in offered[:_HELPED]
            ],
            speech.say("help-end"),
        ),
        rows(
            [
                button(speech.label("place-help-desk"), OpenHelpDesk()),
                button(speech.label("place-on-duty"), OpenOnDuty()),
            ],
            [
                button(speech.label("place-settings"), OpenSettings()),
                button(speech.label("place-privacy"), OpenPrivacy()),
                _menu_button(speech),
            ],
        ),
    )


def privacy(speech: Speech, actor: Actor) -> Screen:
    """Say what is kept and who sees it, before and after coming in."""
    return Screen(
        lines(
            speech.say("privacy-head"),
            speech.say("privacy-kept"),
            speech.say("privacy-not"),
            speech.say("privacy-who"),
            speech.say("privacy-end"),
        ),
        () if actor.is_stranger else rows([*_own_data(speech, actor), _menu_button(speech)]),
    )


def _own_data(speech: Speech, actor: Actor) -> list[Button]:
    found = [button(speech.label("place-my-data"), OpenMyData())]
    return found if actor.children else []


def _menu_button(speech: Speech) -> Button:
    return button(speech.label("place-menu"), OpenMenu())
