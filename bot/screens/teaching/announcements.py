"""The school's announcement of going electronic: written, looked at once more, sent, on record."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.callbacks.announcements import (
    ChooseAnnouncedDay,
    OpenAnnouncements,
    SendAnnouncement,
    WriteAnnouncement,
)
from bot.callbacks.classes import OpenSchool
from bot.callbacks.places import OpenMenu
from bot.screens.parts.naming import teacher_name
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, cut, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Member
from core.diary.school_life.announcing import Announcement
from core.ids import SchoolId

_SHOWN = 3
_SHORT = 180
_TEXT_LENGTH = 1500


def announcements(
    speech: Speech, of: Member, found: Sequence[Announcement], *, note: Key | None = None
) -> Screen:
    """Show what was announced, the latest first, and offer to write."""
    rest, school, zone = len(found) - _SHOWN, of.school, ZoneInfo(of.zone)
    return Screen(
        lines(
            speech.say(note) if note else NOTHING,
            speech.say("announcements-head"),
            NOTHING if found else speech.say("announcements-empty"),
            [_line(speech, one, zone) for one in found[:_SHOWN]],
            speech.say("more", count=rest) if rest > 0 else NOTHING,
        ),
        rows(
            [button(speech.label("announcement-write"), WriteAnnouncement(school=school))],
            [
                button(speech.label("place-school"), OpenSchool(school=school)),
                button(speech.label("place-menu"), OpenMenu()),
            ],
        ),
    )


def ask_text(speech: Speech, school: SchoolId, *, wrong: Key | None = None) -> Screen:
    """Ask for the words of the announcement."""
    return Screen(
        lines(
            escaped(speech.label(wrong)) if wrong else NOTHING,
            speech.say("announcement-ask-text"),
        ),
        rows([_back(speech, school)]),
    )


def ask_day(
    speech: Speech, school: SchoolId, text: str, days: Sequence[date], *, wrong: Key | None = None
) -> Screen:
    """Ask from which day on the journal is electronic."""
    return Screen(
        lines(
            escaped(speech.label(wrong)) if wrong else NOTHING,
            escaped(cut(text, _TEXT_LENGTH)),
            speech.say("announcement-ask-day"),
        ),
        rows(
            [
                button(
                    day_and_month(day, speech.language),
                    ChooseAnnouncedDay(school=school, day=day.toordinal()),
                )
                for day in days
            ],
            [_back(speech, school)],
        ),
    )


def preview(speech: Speech, school: SchoolId, text: str, day: date, *, stamp: int) -> Screen:
    """Show what families will read; nothing is sent before this is confirmed."""
    sends = SendAnnouncement(school=school, stamp=stamp)
    return Screen(
        lines(
            speech.say("announcement-preview"),
            speech.say("news-announcement-day", day=day_and_month(day, speech.language)),
            escaped(cut(text, _TEXT_LENGTH)),
        ),
        rows(
            [button(speech.label("announcement-send"), sends)],
            [_back(speech, school)],
        ),
    )


def _line(speech: Speech, one: Announcement, zone: ZoneInfo) -> Html:
    return speech.say(
        "announcement-line",
        at=day_and_month(one.at.astimezone(zone).date(), speech.language),
        by=teacher_name(one.by),
        day=day_and_month(one.day, speech.language),
        text=cut(one.text, _SHORT),
    )


def _back(speech: Speech, school: SchoolId) -> Button:
    return button(speech.label("announcement-back"), OpenAnnouncements(school=school))
