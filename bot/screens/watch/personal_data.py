"""What the school keeps of a person, as the person checks it each month (W2)."""

from collections.abc import Sequence
from typing import Final

from bot.callbacks.personal_data import ChooseWrong, ConfirmData, OpenMyData, SayRight
from bot.callbacks.places import OpenMenu
from bot.callbacks.why import About
from bot.screens.parts.naming import among, called_in_full, first_name, whole_name
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.screens.people.preferences import whose_button
from bot.texts.formats import month_name
from bot.texts.html import NOTHING, Html, cut, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor, Child, Member, seen_by
from core.access.personal_data.checking import MyData
from core.access.personal_data.data import DataField, PersonalData
from core.access.personal_data.records import Correction
from core.ids import PersonId

FIELDS: Final[dict[DataField, Key]] = {
    DataField.NAME: "data-field-name",
    DataField.PHONE: "data-field-phone",
    DataField.EMAIL: "data-field-email",
    DataField.CHILD: "data-field-child",
    DataField.OTHER: "data-field-other",
}

_VALUE_LENGTH: Final = 80
_WORDS_LENGTH: Final = 60
_CHILDREN: Final = 3
_CHILDREN_TO_CHOOSE: Final = 6
_WAITING: Final = 1
_TITLE_LENGTH: Final = 16
_PERSONS: Final = 6
_IN_A_ROW: Final = 2
_NOTHING_KEPT: Final = "none"


def of_families(actor: Actor) -> tuple[Member, ...]:
    """Return the persons behind an account of whom families check the data."""
    return tuple(one for one in actor.members if seen_by(one))


def whose_data(speech: Speech, family: Sequence[Member]) -> Screen:
    """Let an account of several persons choose whose data it means: schools differ."""
    rest = len(family) - _PERSONS
    return Screen(
        lines(
            speech.say("data-whose"),
            speech.say("more", count=rest) if rest > 0 else NOTHING,
        ),
        rows(
            *(
                [whose_button(speech, one, OpenMyData(person=one.person))]
                for one in family[:_PERSONS]
            ),
            [_menu(speech)],
        ),
    )


def my_data(speech: Speech, view: MyData, *, note: Key | None = None) -> Screen:
    """Show a person all that the school keeps of it, and ask whether it is right."""
    answers = answer_buttons(speech, view.data, confirm=not (view.waiting or view.is_confirmed))
    return Screen(
        lines(
            escaped(speech.label(note)) if note else NOTHING,
            speech.say("data-head", month=month_name(view.month, speech.language)),
            kept(speech, view.data),
            [_waits(speech, one, view.data) for one in view.waiting[:_WAITING]],
            _rest(speech, len(view.waiting) - _WAITING),
            _asked(speech, view),
        ),
        rows(
            answers if view.is_asked else (),
            [why_button(speech, About.MY_DATA, view.member.school), _menu(speech)],
        ),
    )


def kept(speech: Speech, data: PersonalData) -> list[Html]:
    """Return what the school's files say: to the person itself, so nothing is masked."""
    own = [
        speech.say(
            "data-name",
            name=whole_name(data.name),
            title=cut(data.class_title, _TITLE_LENGTH) or _NOTHING_KEPT,
        ),
        speech.say("data-phone", phone=cut(data.phone, _VALUE_LENGTH) or _NOTHING_KEPT),
        speech.say("data-email", email=cut(data.email, _VALUE_LENGTH) or _NOTHING_KEPT),
    ]
    children = [
        speech.say("data-child", child=called_in_full(speech, one))
        for one in data.children[:_CHILDREN]
    ]
    return [*own, *children, _rest(speech, len(data.children) - _CHILDREN)]


def answer_buttons(speech: Speech, data: PersonalData, *, confirm: bool) -> list[Button]:
    """Return both answers; there is nothing to confirm while something waits."""
    right = button(speech.label("data-right"), ConfirmData(person=data.person))
    wrong = button(speech.label("data-wrong"), ChooseWrong(person=data.person))
    return [*([right] if confirm else []), wrong]


def choose_wrong(speech: Speech, view: MyData) -> Screen:
    """Ask what is wrong: of the person itself, of a child, or anything else."""
    person, data = view.member.person, view.data
    own = [
        button(speech.label(FIELDS[one]), SayRight(person=person, field=one, about=person))
        for one in (DataField.NAME, DataField.PHONE, DataField.EMAIL)
    ]
    other = SayRight(person=person, field=DataField.OTHER, about=person)
    children = [
        button(
            speech.label("data-of-child", name=among(speech, one, data.children)),
            SayRight(person=person, field=DataField.CHILD, about=one.pupil),
        )
        for one in data.children[:_CHILDREN_TO_CHOOSE]
    ]
    return Screen(
        speech.say("data-choose"),
        rows(
            own,
            *(children[at : at + _IN_A_ROW] for at in range(0, len(children), _IN_A_ROW)),
            [button(speech.label(FIELDS[DataField.OTHER]), other), _back(speech, person)],
        ),
    )


def ask_right(speech: Speech, view: MyData, field: DataField, about: PersonId) -> Screen:
    """Ask for the right words, with what stands now."""
    child = view.data.child(about)
    return Screen(
        lines(
            speech.say(
                "data-ask", field=field.value, name=first_name(child.name) if child else ""
            ),
            speech.say("data-now", now=_now(speech, field, view.data, child) or _NOTHING_KEPT)
            if field is not DataField.OTHER
            else NOTHING,
            speech.say("data-how"),
        ),
        rows([_back(speech, view.member.person)]),
    )


def ask_again(speech: Speech, person: PersonId, wrong: Key) -> Screen:
    """Say what is wrong with the words, and ask for others."""
    return Screen(
        lines(escaped(speech.label(wrong)), speech.say("data-how")),
        rows([_back(speech, person)]),
    )


def field_of(speech: Speech, one: Correction, child: Child | None) -> str:
    """Return what a correction is about, in a word or two."""
    label = speech.label(FIELDS[one.said.field])
    return speech.label("data-of-child", name=first_name(child.name)) if child else label


def _waits(speech: Speech, one: Correction, data: PersonalData) -> Html:
    return speech.say(
        "data-waits",
        field=field_of(speech, one, data.child(one.said.about)),
        words=cut(one.said.words, _WORDS_LENGTH),
    )


def _asked(speech: Speech, view: MyData) -> Html:
    if not view.is_asked:
        return speech.say("data-of-guardians")
    if view.waiting:
        return speech.say("data-anything-else")
    return speech.say("data-confirmed" if view.is_confirmed else "data-is-it-right")


def _now(speech: Speech, field: DataField, data: PersonalData, child: Child | None) -> str:
    match field:
        case DataField.NAME:
            return whole_name(data.name)
        case DataField.PHONE:
            return cut(data.phone, _VALUE_LENGTH)
        case DataField.EMAIL:
            return cut(data.email, _VALUE_LENGTH)
        case DataField.CHILD | DataField.OTHER:
            return called_in_full(speech, child) if child else ""


def _rest(speech: Speech, count: int) -> Html:
    return speech.say("more", count=count) if count > 0 else NOTHING


def _back(speech: Speech, person: PersonId) -> Button:
    return button(speech.label("data-back"), OpenMyData(person=person))


def _menu(speech: Speech) -> Button:
    return button(speech.label("place-menu"), OpenMenu())
