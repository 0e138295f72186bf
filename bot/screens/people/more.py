"""What has no room in the menu: further places of a pupil, and those of a whole class."""

from collections.abc import Callable, Mapping
from typing import Final

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.broadcasts import BeginBroadcast, ToWhom
from bot.callbacks.classes import OpenClassReviews, OpenIssue, OpenMissing, OpenWarnings
from bot.callbacks.connections import OpenRoll
from bot.callbacks.consents import OpenClassConsents
from bot.callbacks.diary import (
    OpenControlWorks,
    OpenEvents,
    OpenHolidays,
    OpenProgramme,
    OpenTeachers,
    OpenYear,
)
from bot.callbacks.excuses import OpenClaims
from bot.callbacks.forecast import OpenClassForecast, OpenForecast
from bot.callbacks.messages import OpenThreads
from bot.callbacks.paper import OpenPaperRun
from bot.callbacks.papers import OpenAgenda, OpenAttendance, OpenChart, OpenReportCard
from bot.callbacks.personal_data import OpenClassCheck
from bot.callbacks.places import ClassShelf, OpenClassMore, OpenMore, Place, Shelf
from bot.callbacks.remarks import OpenRemarks
from bot.callbacks.reports import OpenClassReports
from bot.callbacks.review import OpenReview
from bot.callbacks.truancy import OpenTruancies
from bot.callbacks.watch import OpenFamilyUse, OpenMissedWeek
from bot.screens.parts.frame import class_button, head, school_button, way_back
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.gate import Overseen
from core.access.people import Actor, Child, LedClass
from core.ids import ClassId, PupilId

_TITLE_LENGTH = 80

OF_PUPIL: Final[Mapping[Shelf, tuple[tuple[Key, Callable[[PupilId], CallbackData]], ...]]] = {
    Shelf.PROGRESS: (
        ("place-forecast", lambda pupil: OpenForecast(pupil=pupil)),
        ("place-review", lambda pupil: OpenReview(pupil=pupil)),
        ("place-year", lambda pupil: OpenYear(pupil=pupil)),
        ("place-programme", lambda pupil: OpenProgramme(pupil=pupil)),
        ("place-files", lambda pupil: OpenMore(pupil=pupil, shelf=Shelf.FILES)),
        ("place-of-school", lambda pupil: OpenMore(pupil=pupil, shelf=Shelf.SCHOOL)),
    ),
    Shelf.FILES: (
        ("place-chart", lambda pupil: OpenChart(pupil=pupil)),
        ("place-attendance", lambda pupil: OpenAttendance(pupil=pupil)),
        ("place-report-card", lambda pupil: OpenReportCard(pupil=pupil)),
        ("place-agenda", lambda pupil: OpenAgenda(pupil=pupil)),
        ("place-more", lambda pupil: OpenMore(pupil=pupil)),
    ),
    Shelf.SCHOOL: (
        ("place-control-works", lambda pupil: OpenControlWorks(pupil=pupil)),
        ("place-events", lambda pupil: OpenEvents(pupil=pupil)),
        ("place-teachers", lambda pupil: OpenTeachers(pupil=pupil)),
        ("place-holidays", lambda pupil: OpenHolidays(pupil=pupil)),
        ("place-messages", lambda _: OpenThreads()),
        ("place-remarks", lambda pupil: OpenRemarks(pupil=pupil)),
        ("place-more", lambda pupil: OpenMore(pupil=pupil)),
    ),
}
"""The places of a pupil by shelf, two in a row: the label, and what the button opens."""

_HEADS: Final[Mapping[Shelf, Key]] = {
    Shelf.PROGRESS: "more-head",
    Shelf.FILES: "more-head-files",
    Shelf.SCHOOL: "more-head-school",
}

_ClassPlace = tuple[Key, Callable[[ClassId], CallbackData]]

OF_CLASS: Final[Mapping[ClassShelf, tuple[tuple[_ClassPlace, ...], ...]]] = {
    ClassShelf.ALL: (
        (
            (
                "place-broadcast",
                lambda class_id: BeginBroadcast(whom=ToWhom.CLASS, number=class_id),
            ),
            ("place-reports", lambda class_id: OpenClassReports(class_id=class_id)),
        ),
        (
            (
                "place-class-progress",
                lambda class_id: OpenClassMore(class_id=class_id, shelf=ClassShelf.PROGRESS),
            ),
            (
                "place-class-absences",
                lambda class_id: OpenClassMore(class_id=class_id, shelf=ClassShelf.ABSENCES),
            ),
            (
                "place-class-families",
                lambda class_id: OpenClassMore(class_id=class_id, shelf=ClassShelf.FAMILIES),
            ),
        ),
    ),
    ClassShelf.PROGRESS: (
        (
            ("place-forecast", lambda class_id: OpenClassForecast(class_id=class_id)),
            ("place-issue", lambda class_id: OpenIssue(class_id=class_id)),
        ),
        (
            ("place-warnings", lambda class_id: OpenWarnings(class_id=class_id)),
            ("place-missing", lambda class_id: OpenMissing(class_id=class_id)),
        ),
        (("place-more", lambda class_id: OpenClassMore(class_id=class_id)),),
    ),
    ClassShelf.ABSENCES: (
        (
            ("place-claims", lambda class_id: OpenClaims(class_id=class_id)),
            ("place-missed-week", lambda class_id: OpenMissedWeek(class_id=class_id)),
        ),
        (("place-truancy", lambda class_id: OpenTruancies(class_id=class_id)),),
        (("place-more", lambda class_id: OpenClassMore(class_id=class_id)),),
    ),
    ClassShelf.FAMILIES: (
        (
            ("place-reviews", lambda class_id: OpenClassReviews(class_id=class_id)),
            ("place-family-use", lambda class_id: OpenFamilyUse(class_id=class_id)),
        ),
        (
            ("place-paper-run", lambda class_id: OpenPaperRun(class_id=class_id)),
            ("place-class-check", lambda class_id: OpenClassCheck(class_id=class_id)),
        ),
        (
            ("place-connections", lambda class_id: OpenRoll(of=class_id)),
            ("place-consents", lambda class_id: OpenClassConsents(class_id=class_id)),
            ("place-more", lambda class_id: OpenClassMore(class_id=class_id)),
        ),
    ),
}
"""The places of a class by shelf, as they stand in rows: the label, and what the button opens."""

_CLASS_HEADS: Final[Mapping[ClassShelf, Key]] = {
    ClassShelf.ALL: "class-more-head",
    ClassShelf.PROGRESS: "class-more-head-progress",
    ClassShelf.ABSENCES: "class-more-head-absences",
    ClassShelf.FAMILIES: "class-more-head-families",
}


def more_of_pupil(speech: Speech, actor: Actor, child: Child, *, shelf: Shelf) -> Screen:
    """Show a shelf of the further places of a pupil."""
    places = [button(speech.label(key), target(child.pupil)) for key, target in OF_PUPIL[shelf]]
    return Screen(
        lines(head(speech, actor, child, speech.say(_HEADS[shelf]))),
        rows(*_pairs(places), way_back(speech, actor, child, Place.DIARY)),
    )


def more_of_class(
    speech: Speech, actor: Actor, of: Overseen, *, shelf: ClassShelf = ClassShelf.ALL
) -> Screen:
    """Show what there is to look at of a class: the shelves first, then one of them."""
    places = [
        [button(speech.label(key), target(of.led.id)) for key, target in row]
        for row in OF_CLASS[shelf]
    ]
    up = [way_up(speech, actor, of)] if shelf is ClassShelf.ALL else []
    title = cut(of.led.title, _TITLE_LENGTH)
    return Screen(speech.say(_CLASS_HEADS[shelf], title=title), rows(*places, up))


def way_up(speech: Speech, actor: Actor, of: Overseen) -> Button:
    """Return the button from a class to its list, or to all classes of the school."""
    if of.led in of.member.leads:
        return class_button(speech, of.led)
    return school_button(speech, actor, of.member)


def way_to_class(speech: Speech, of: Overseen) -> Button:
    """Return the button from a place of a class to its other places."""
    return button(
        speech.label("place-class", title=of.led.title), OpenClassMore(class_id=of.led.id)
    )


def more_button(speech: Speech, pupil: PupilId) -> Button:
    """Return the button to a pupil's further places."""
    return button(speech.label("place-more"), OpenMore(pupil=pupil))


def more_of_class_button(speech: Speech, led: LedClass) -> Button:
    """Return the button to what there is of a class."""
    return button(speech.label("place-more"), OpenClassMore(class_id=led.id))


def _pairs(buttons: list[Button]) -> list[list[Button]]:
    return [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
