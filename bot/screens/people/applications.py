"""An application on paper: which day stands on it, and what stands once it is recorded."""

from datetime import timedelta
from typing import Final

from bot.callbacks.consents import DateApplication, OpenFamilyConsent, WriteApplicationDay
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.screens.people.consents import family_consent, who_of
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.applications import Application, RecordedApplication
from core.access.consents import Subject
from core.ids import PersonId, PupilId

_DAYS: Final[tuple[Key, ...]] = ("application-today", "application-yesterday")


def ask_day(speech: Speech, view: Application) -> Screen:
    """Ask which day stands on it; nothing is recorded yet."""
    guardian, pupil = _whose(view)
    days = [
        button(
            speech.label(key, day=day_and_month(on, speech.language)),
            DateApplication(
                guardian=guardian,
                pupil=pupil,
                paper=view.subject is Subject.PAPER,
                given=view.given,
                day=on.toordinal(),
            ),
        )
        for back, key in enumerate(_DAYS)
        for on in [view.now - timedelta(days=back)]
    ]
    other = WriteApplicationDay(
        guardian=guardian, pupil=pupil, paper=view.subject is Subject.PAPER, given=view.given
    )
    return Screen(
        lines(_head(speech, view), speech.say("application-ask", what=_what(view))),
        rows(days, [button(speech.label("application-other"), other)], [_back(speech, view)]),
    )


def ask_for_words(speech: Speech, view: Application, *, wrong: Key | None = None) -> Screen:
    """Ask for the day in words."""
    return Screen(
        lines(
            escaped(speech.label(wrong)) if wrong else NOTHING,
            _head(speech, view),
            speech.say("application-write"),
        ),
        rows([_back(speech, view)]),
    )


def recorded(speech: Speech, done: RecordedApplication) -> Screen:
    """Show what stands now; an application older than the guardian's last word is only kept."""
    key: Key = "consents-now" if done.counts else "application-later"
    return family_consent(speech, done.of, done.one, changed=key)


def _whose(view: Application) -> tuple[PersonId, PupilId]:
    who = view.one.represented
    return who.guardian, who.pupil.pupil


def _back(speech: Speech, view: Application) -> Button:
    guardian, pupil = _whose(view)
    to = OpenFamilyConsent(guardian=guardian, pupil=pupil)
    return button(speech.label("application-back"), to)


def _head(speech: Speech, view: Application) -> Html:
    return speech.say("family-consent-head", who=who_of(speech, view.one))


def _what(view: Application) -> str:
    if view.subject is Subject.PAPER:
        return "paper" if view.given else "no_paper"
    return "yes" if view.given else "no"
