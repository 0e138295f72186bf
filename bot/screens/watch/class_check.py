"""Who of a class checked the data this month; no phone and no address is shown (W2)."""

from collections.abc import Mapping
from typing import Final
from zoneinfo import ZoneInfo

from bot.callbacks.personal_data import OpenClassCheck, RemindOfCheck, TickCheck
from bot.screens.parts.naming import first_name, full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why
from bot.screens.parts.screen import Screen, button, lines, rows
from bot.screens.people.more import way_to_class
from bot.screens.watch.personal_data import FIELDS
from bot.texts.formats import day_and_month, month_name
from bot.texts.html import NOTHING, Html, cut
from bot.texts.speech import Speech
from core.access.connections import Part
from core.access.personal_data.of_class import CheckedPerson, ClassCheck, Standing
from core.access.personal_data.records import InPerson

_A_PAGE: Final = 6
_CLASS_LENGTH: Final = 16
_PUPILS: Final = 3
_NO_FIELD: Final = "none"
_NOBODY: Final = "none"


def class_check(
    speech: Speech, view: ClassCheck, *, page: int = 0, reminded: int | None = None
) -> Screen:
    """Show each person with where it stands; one tap reminds who has not answered.

    A number ticks whom the bot cannot ask, and who was asked in person.
    """
    led, listed = view.overseen.led, page_of(view.persons, page, size=_A_PAGE)
    remind = button(speech.label("class-check-remind"), RemindOfCheck(class_id=led.id))
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    ticks = [
        button(str(index), _tick(view, one, listed.number))
        for index, one in numbered
        if view.may_tick(one)
    ]
    return Screen(
        lines(
            NOTHING if reminded is None else speech.say("class-check-reminded", count=reminded),
            speech.say(
                "class-check-head",
                **{"class": cut(led.title, _CLASS_LENGTH)},
                month=month_name(view.month, speech.language),
            ),
            _sum(speech, view),
            [_line(speech, view, index, one) for index, one in numbered],
            rest_of(speech, listed),
            speech.say("class-check-how") if ticks else (),
            why(speech, view.rules, "personal_data.asked_on"),
        ),
        rows(
            ticks,
            [remind] if view.decides and view.counts.get(Standing.SILENT) else (),
            [
                *turning(speech, listed, lambda to: OpenClassCheck(class_id=led.id, page=to)),
                way_to_class(speech, view.overseen),
            ],
        ),
    )


def _tick(view: ClassCheck, one: CheckedPerson, page: int) -> TickCheck:
    return TickCheck(
        class_id=view.overseen.led.id,
        person=one.person,
        checked=one.in_person is None,
        month=view.month.toordinal(),
        page=page,
    )


def _sum(speech: Speech, view: ClassCheck) -> Html:
    if not view.persons:
        return speech.say("class-check-empty")
    counts = {one.value: view.counts.get(one, 0) for one in Standing}
    return speech.say("class-check-sum", **counts)


def _line(speech: Speech, view: ClassCheck, index: int, one: CheckedPerson) -> Html:
    fields = ", ".join(speech.label(FIELDS[field]).lower() for field in one.fields)
    return speech.say(
        "class-check-line",
        index=index,
        name=full_name(speech, one.name),
        of="" if one.part is Part.PUPIL else _pupils(one),
        standing=one.standing.value,
        fields=fields or _NO_FIELD,
        waits="yes" if one.waits else "no",
        came="yes" if one.is_in else "no",
        **_in_person(speech, view, one.in_person),
    )


def _in_person(speech: Speech, view: ClassCheck, tick: InPerson | None) -> Mapping[str, str]:
    if tick is None:
        return {"by": _NOBODY, "day": ""}
    day = tick.at.astimezone(ZoneInfo(view.overseen.member.zone)).date()
    return {"by": full_name(speech, tick.name), "day": day_and_month(day, speech.language)}


def _pupils(one: CheckedPerson) -> str:
    names = ", ".join(first_name(pupil.name) for pupil in one.pupils[:_PUPILS])
    return f" ({names})"
