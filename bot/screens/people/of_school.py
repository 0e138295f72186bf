"""A school for its administration: all classes, and what there is of the whole school."""

from collections.abc import Sequence
from typing import Final

from bot.callbacks.announcements import OpenAnnouncements
from bot.callbacks.broadcasts import OpenBroadcasts
from bot.callbacks.classes import OpenSchool
from bot.callbacks.connections import OpenRoll
from bot.callbacks.personal_data import OpenCorrections
from bot.callbacks.places import OpenClassMore, OpenMenu, OpenSchoolMore
from bot.callbacks.reports import OpenSchoolReports
from bot.callbacks.trainings import OpenTrainings
from bot.callbacks.vendor import OpenPackets
from bot.screens.parts.frame import school_button
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import cut
from bot.texts.speech import Speech
from core.access.people import Actor, LedClass, Member, Role

_TITLE_LENGTH: Final = 80
_IN_A_ROW: Final = 6
_A_PAGE: Final = 2 * _IN_A_ROW


def school_classes(
    speech: Speech, member: Member, found: Sequence[LedClass], *, page: int = 0
) -> Screen:
    """Let the administration choose one of all classes of the school."""
    school = cut(member.school_name, _TITLE_LENGTH)
    ways = [
        button(speech.label("place-more"), OpenSchoolMore(school=member.school)),
        button(speech.label("place-menu"), OpenMenu()),
    ]
    if not found:
        return Screen(speech.say("school-empty", school=school), rows(ways))
    listed = page_of(found, page, size=_A_PAGE)
    classes = [button(one.title, OpenClassMore(class_id=one.id)) for one in listed.items]
    half = len(classes) if len(classes) <= _IN_A_ROW else (len(classes) + 1) // 2
    pages = turning(speech, listed, lambda to: OpenSchool(school=member.school, page=to))
    return Screen(
        lines(speech.say("school-head", school=school), rest_of(speech, listed)),
        rows(classes[:half], classes[half:], [*pages, *ways]),
    )


def more_of_school(speech: Speech, actor: Actor, member: Member) -> Screen:
    """Show what there is of the whole school; the staff's access is the administrator's."""
    school = member.school
    reports = button(speech.label("place-reports"), OpenSchoolReports(school=school))
    broadcasts = button(speech.label("place-broadcasts"), OpenBroadcasts())
    corrections = button(speech.label("place-corrections"), OpenCorrections(school=school))
    announce = button(speech.label("place-announcements"), OpenAnnouncements(school=school))
    return Screen(
        speech.say("school-more-head", school=cut(member.school_name, _TITLE_LENGTH)),
        rows(
            [reports, broadcasts, *_of_administrator(speech, member)],
            [
                corrections,
                button(speech.label("place-trainings"), OpenTrainings()),
                button(speech.label("place-vendor"), OpenPackets()),
            ],
            [announce, school_button(speech, actor, member)],
        ),
    )


def _of_administrator(speech: Speech, member: Member) -> list[Button]:
    if Role.ADMINISTRATOR not in member.roles:
        return []
    return [button(speech.label("place-staff"), OpenRoll(of=member.school, staff=True))]
