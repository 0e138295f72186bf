"""Who has come in: the lists of class teachers and the administrator, and codes for the others."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.callbacks.breaches import AskAboutBreach, OpenBreaches
from bot.callbacks.connections import (
    OpenConnection,
    OpenRoll,
    PrintCodes,
    PrintCodesAfresh,
    TakeCodeBack,
)
from bot.callbacks.given_mail import OpenLettersOf
from bot.callbacks.lost_access import OpenLostAccess
from bot.callbacks.places import OpenClassMore
from bot.callbacks.why import About
from bot.screens.parts.enclosure import Enclosure, Paper
from bot.screens.parts.frame import school_button
from bot.screens.parts.naming import NAME_LENGTH, first_name, full_name
from bot.screens.parts.pages import page_of, place_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, cut, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.connections import Connection, OfClass, OfStaff, Part, Roll, Stage
from core.access.people import Actor, Role

# A guardian's line with long names takes two lines of a phone.
_A_PAGE = 5
_TITLE_LENGTH = 24


def roll(speech: Speech, actor: Actor, found: Roll, *, page: int = 0) -> Screen:
    """Show who has come in and who has not; a number opens the person."""
    of, staff = _button_of(found)
    back = _back(speech, actor, found)
    if not found.connections:
        return Screen(lines(_head(speech, found), speech.say("roll-empty")), rows([back]))
    listed = page_of(found.persons, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    return Screen(
        lines(
            _head(speech, found),
            joined(" · ", [_sum(speech, found), *place_of(speech, listed)]),
            _of_others(speech, found),
            [
                speech.say(
                    "roll-line",
                    index=index,
                    who=_who(speech, one, *others),
                    stage=_stage(speech, found, one),
                )
                for index, (one, *others) in numbered
            ],
        ),
        rows(
            [
                button(str(index), OpenConnection(of=of, staff=staff, person=one.person))
                for index, (one, *_) in numbered
            ],
            [*_codes(speech, found), *_of_administrator(speech, found)],
            [
                *turning(speech, listed, lambda to: OpenRoll(of=of, staff=staff, page=to)),
                back,
            ],
        ),
    )


def connection(speech: Speech, found: Roll, one: Connection, *, revoked: bool = False) -> Screen:
    """Show how far one person has come, and what can be done."""
    of, staff = _button_of(found)
    stage = one.stage(found.now)
    key: Key = "connection-print" if stage is Stage.NEVER else "connection-print-new"
    gives, given = found.gives_code_of(one), list[Button]()
    if gives:
        given.append(button(speech.label(key), PrintCodes(of=of, staff=staff, person=one.person)))
    if gives and stage is Stage.INVITED:
        target = TakeCodeBack(of=of, staff=staff, person=one.person)
        given.append(button(speech.label("connection-take-back"), target))
    return Screen(
        lines(
            speech.say("connection-head", who=_who(speech, *_all_of(found, one))),
            speech.say("connection-revoked") if revoked else NOTHING,
            _stage_now(speech, found, one),
            speech.say("connection-lost") if gives and stage is Stage.IN else NOTHING,
            NOTHING if gives else speech.say("connection-of-staff"),
        ),
        rows(
            given,
            [*_letters(speech, found, one), *_breach(speech, found, one)],
            [
                button(speech.label("roll-back"), OpenRoll(of=of, staff=staff)),
                _why(speech, found),
            ],
        ),
    )


def _why(speech: Speech, found: Roll) -> Button:
    of, staff = _button_of(found)
    if staff:
        return why_button(speech, About.STAFF_CODES, of)
    return why_button(speech, About.CODES, of)


def _letters(speech: Speech, found: Roll, one: Connection) -> list[Button]:
    # Who is in the chat chooses there by itself where news go.
    if not isinstance(found.whose, OfClass) or one.came_at is not None:
        return []
    target = OpenLettersOf(class_id=found.whose.id, person=one.person)
    return [button(speech.label("connection-letters"), target)]


def _codes(speech: Speech, found: Roll) -> list[Button]:
    of, staff = _button_of(found)
    if not found.without_code:
        return _afresh(speech, found)
    # Beside two more places there is room for a word.
    key: Key = "roll-print-staff" if staff else "roll-print"
    label = speech.label(key, count=len(found.without_code))
    return [button(label, PrintCodes(of=of, staff=staff))]


def _afresh(speech: Speech, found: Roll) -> list[Button]:
    of, staff = _button_of(found)
    if not found.with_code:
        return []
    return [button(speech.label("codes-afresh"), PrintCodesAfresh(of=of, staff=staff))]


def _of_others(speech: Speech, found: Roll) -> Html:
    # Who works at the school as well gets the code where all of the staff does (S1).
    count = len(found.outside_of_staff)
    return speech.say("roll-of-staff", count=count) if count else NOTHING


def _of_administrator(speech: Speech, found: Roll) -> list[Button]:
    if not isinstance(found.whose, OfStaff):
        return []
    school = found.whose.school
    return [
        button(speech.label("lost-list"), OpenLostAccess(school=school)),
        button(speech.label("breach-list"), OpenBreaches(school=school)),
    ]


def _breach(speech: Speech, found: Roll, one: Connection) -> list[Button]:
    # An account in strange hands is the administrator's business alone (S4).
    if Role.ADMINISTRATOR not in found.member.roles:
        return []
    return [button(speech.label("breach-open"), AskAboutBreach(person=one.person))]


def codes_on_paper(
    speech: Speech,
    actor: Actor,
    found: Roll,
    for_whom: Sequence[Connection],
    *,
    alone: bool = False,
) -> Screen:
    """Hand over new codes; they are made with the paper, when this is shown."""
    of, staff = _button_of(found)
    slips, back = len(for_whom), _back(speech, actor, found)
    if not slips:
        said: Key = "codes-all-hold" if found.with_code else "codes-all-in"
        ways = rows(_afresh(speech, found), [back])
        return Screen(lines(_head(speech, found), speech.say(said)), ways)
    caption = (
        speech.say("codes-caption", title=_title(found), count=slips)
        if found.led
        else speech.say("codes-caption-staff", count=slips)
    )
    until = _day(speech, found, found.now + found.code_lives)
    return Screen(
        lines(
            caption,
            speech.say("codes-how", day=until),
            NOTHING if alone else _of_others(speech, found),
        ),
        rows([button(speech.label("roll-back"), OpenRoll(of=of, staff=staff))]),
        enclosed=Enclosure(
            Paper.STAFF_CODES if staff else Paper.CLASS_CODES,
            of,
            0,
            speech.language,
            speech.say("paper-failed"),
            " ".join(str(one.person) for one in for_whom),
        ),
    )


def ask_afresh(speech: Speech, found: Roll) -> Screen:
    """Ask once more: how many slips are made, and how many that were handed out are void."""
    of, staff = _button_of(found)
    asked = speech.say("codes-afresh-ask", count=len(found.outside), void=len(found.with_code))
    sure = PrintCodesAfresh(of=of, staff=staff, sure=True)
    return Screen(
        lines(_head(speech, found), asked),
        rows(
            [button(speech.label("codes-afresh-sure"), sure)],
            [button(speech.label("roll-back"), OpenRoll(of=of, staff=staff))],
        ),
    )


def _button_of(found: Roll) -> tuple[int, bool]:
    whose = found.whose
    return (whose.school, True) if isinstance(whose, OfStaff) else (whose.id, False)


def _back(speech: Speech, actor: Actor, found: Roll) -> Button:
    if found.led is None:
        return school_button(speech, actor, found.member)
    target = OpenClassMore(class_id=found.led.id)
    return button(speech.label("place-class", title=found.led.title), target)


def _head(speech: Speech, found: Roll) -> Html:
    if found.led is not None:
        return speech.say("roll-head", title=_title(found))
    return speech.say("roll-head-staff", school=cut(found.member.school_name, _TITLE_LENGTH))


def _title(found: Roll) -> str:
    return cut(found.led.title, _TITLE_LENGTH) if found.led else ""


def _sum(speech: Speech, found: Roll) -> Html:
    stages = {one.person: one.stage(found.now) for one in found.connections}
    told = list(stages.values())
    return speech.say(
        "roll-sum",
        mail=told.count(Stage.BY_MAIL),
        **{"in": told.count(Stage.IN), "all": len(told), "invited": told.count(Stage.INVITED)},
    )


def _who(speech: Speech, one: Connection, *others: Connection) -> str:
    """Return the person; a guardian with the children of the list, for each of whom it comes."""
    name = full_name(speech, one.name)
    pupils = [it.pupil for it in (one, *others) if it.part is Part.GUARDIAN and it.pupil]
    if not pupils:
        return name
    of = ", ".join(first_name(it.name) for it in pupils)
    return speech.label("roll-guardian", name=name, pupil=cut(of, NAME_LENGTH))


def _all_of(found: Roll, one: Connection) -> tuple[Connection, ...]:
    return tuple(it for it in found.connections if it.person == one.person) or (one,)


def _stage(speech: Speech, found: Roll, one: Connection) -> Html:
    match one.stage(found.now):
        case Stage.IN:
            return speech.say("connection-in", day=_day(speech, found, one.came_at))
        case Stage.INVITED:
            return speech.say("connection-invited", day=_day(speech, found, one.code_until))
        case Stage.AWAY:
            return speech.say("connection-away", day=_day(speech, found, one.left_at))
        case Stage.NEVER:
            return speech.say("connection-never")
        case Stage.BY_MAIL:
            return speech.say("connection-by-mail", day=_day(speech, found, one.mail_since))
        case Stage.MAIL_LOST:
            return speech.say("connection-mail-lost")


def _stage_now(speech: Speech, found: Roll, one: Connection) -> Html:
    match one.stage(found.now):
        case Stage.IN:
            return speech.say("connection-in-now", day=_day(speech, found, one.came_at))
        case Stage.INVITED:
            return speech.say("connection-invited-now", day=_day(speech, found, one.code_until))
        case Stage.AWAY:
            return speech.say("connection-away-now", day=_day(speech, found, one.left_at))
        case Stage.NEVER:
            return speech.say("connection-never-now")
        case Stage.BY_MAIL:
            return speech.say("connection-by-mail-now", day=_day(speech, found, one.mail_since))
        case Stage.MAIL_LOST:
            return speech.say("connection-mail-lost-now")


def _day(speech: Speech, found: Roll, at: datetime | None) -> str:
    if at is None:
        return ""
    return day_and_month(at.astimezone(ZoneInfo(found.member.zone)).date(), speech.language)
