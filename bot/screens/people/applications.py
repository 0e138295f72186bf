"""An application on paper: which day stands on it, and what stands once it is recorded."""

from datetime import timedelta
from typing import Final

from bot.callbacks.consents import DateApplication, OpenFamilyConsent, WriteApplicationDay
from bot.screens.parts.screen import Screen, button, lines, rows
from bot.screens.people.consents import family_consent, who_of
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.applications import Application, RecordedApplication
from core.ids import PersonId, PupilId

_DAYS: Final[tuple[Key, ...]] = ("application-today", "application-yesterday")


def ask_day(speech: Speech, view: Application) -> Screen:
    """Ask which day stands on it; nothing is recorded yet."""
    guardian, pupil, given = _whose(view)
    days = [
        button(
            speech.label(key, day=day_and_month(on, speech.language)),
            DateApplication(guardian=guardian, pupil=pupil, given=given, day=on.toordinal()),
        )
        for back, key in enumerate(_DAYS)
        for on in [view.now - timedelta(days=back)]
    ]
    other = WriteApplicationDay(guardian=guardian, pupil=pupil, given=given)
    return Screen(
        lines(_head(speech, view), speech.say("application-ask", given=_word(view))),
        rows(
            days,
            [button(speech.label("application-other"), other)],
            [
                button(
                    speech.label("application-back"),
                    OpenFamilyConsent(guardian=guardian, pupil=pupil),
                )
            ],
        ),
    )


def ask_for_words(speech: Speech, view: Application, *, wrong: Key | None = None) -> Screen:
    """Ask for the day in words."""
    guardian, pupil, _ = _whose(view)
    back = OpenFamilyConsent(guardian=guardian, pupil=pupil)
    return Screen(
        lines(
            escaped(speech.label(wrong)) if wrong else NOTHING,
            _head(speech, view),
            speech.say("application-write"),
        ),
        rows([button(speech.label("application-back"), back)]),
    )


def recorded(speech: Speech, done: RecordedApplication) -> Screen:
    """Show what stands now; an application older than the guardian's last word is only kept."""
    key: Key = "consents-now" if done.counts else "application-later"
    return family_consent(speech, done.of, done.one, changed=key)


def _whose(view: Application) -> tuple[PersonId, PupilId, bool]:
    who = view.one.represented
    return who.guardian, who.pupil.pupil, view.given


def _head(speech: Speech, view: Application) -> Html:
    return speech.say("family-consent-head", who=who_of(speech, view.one))


def _word(view: Application) -> str:
    return "yes" if view.given else "no"
