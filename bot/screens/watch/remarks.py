"""What teachers say of pupils: the family's shelves, and the author's short form (F16)."""

from collections.abc import Sequence
from typing import Final

from bot.callbacks.lessons import OpenLesson
from bot.callbacks.places import OpenMenu, Place
from bot.callbacks.remarks import (
    ChooseRemarked,
    ChooseRemarkKind,
    OpenMyRemarks,
    OpenRemark,
    OpenRemarks,
    RewordRemark,
    TakeBackRemark,
    WriteRemark,
)
from bot.screens.parts.frame import head, way_back
from bot.screens.parts.naming import full_name, teacher_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, cut, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor, Name
from core.diary.lessons.form import LessonForm
from core.diary.remarks.reading import PupilRemarks
from core.ids import PupilId
from core.journal.remarks.making import OpenedRemark
from core.journal.remarks.remark import LONGEST_REMARK, Remark, RemarkKind, RemarkShelf

_A_PAGE: Final = 5
_PUPILS_A_PAGE: Final = 8
_IN_A_LINE: Final = 240
_FORMER_SHOWN: Final = 2

_HEADS: Final[dict[RemarkShelf, Key]] = {
    RemarkShelf.PRAISE: "remarks-head-praise",
    RemarkShelf.NOTES: "remarks-head-notes",
}
_EMPTY: Final[dict[RemarkShelf, Key]] = {
    RemarkShelf.PRAISE: "remarks-empty-praise",
    RemarkShelf.NOTES: "remarks-empty-notes",
}
_TABS: Final[dict[RemarkShelf, Key]] = {
    RemarkShelf.PRAISE: "remarks-tab-praise",
    RemarkShelf.NOTES: "remarks-tab-notes",
}
KINDS: Final[dict[RemarkKind, Key]] = {
    RemarkKind.PRAISE: "remark-praise",
    RemarkKind.ACHIEVEMENT: "remark-achievement",
    RemarkKind.DEVELOPMENT: "remark-development",
    RemarkKind.BEHAVIOUR: "remark-behaviour",
}
"""How each kind is called."""


def pupil_remarks(speech: Speech, actor: Actor, view: PupilRemarks, *, page: int = 0) -> Screen:
    """Show one shelf, the latest first; who answers for the remarks opens each by its number."""
    child, listed = view.child, page_of(view.remarks, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    add = button(speech.label("remark-add"), ChooseRemarkKind(pupil=child.pupil))
    return Screen(
        lines(
            head(speech, actor, child, speech.say(_HEADS[view.shelf])),
            NOTHING if view.remarks else speech.say(_EMPTY[view.shelf]),
            [_line(speech, one, index if view.may_open else 0) for index, one in numbered],
            rest_of(speech, listed),
        ),
        rows(
            _numbers(numbered) if view.may_open else (),
            [
                *turning(
                    speech,
                    listed,
                    lambda to: OpenRemarks(pupil=child.pupil, shelf=view.shelf, page=to),
                ),
                _other_shelf(speech, view),
                *([add] if view.may_add else []),
            ],
            way_back(speech, actor, child, Place.DIARY),
        ),
    )


def own_remarks(speech: Speech, remarks: Sequence[Remark], *, page: int = 0) -> Screen:
    """Show a teacher what the teacher said, the latest first; a number opens one."""
    listed = page_of(remarks, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    return Screen(
        lines(
            speech.say("remarks-own-head"),
            NOTHING if remarks else speech.say("remarks-own-empty"),
            [_own_line(speech, one, index) for index, one in numbered],
            rest_of(speech, listed),
        ),
        rows(
            _numbers(numbered),
            [*turning(speech, listed, lambda to: OpenMyRemarks(page=to)), _menu(speech)],
        ),
    )


def choose_remarked(speech: Speech, form: LessonForm, *, page: int = 0) -> Screen:
    """Ask about whom of a lesson something is to be said."""
    lesson, listed = form.lesson.id, page_of(form.pupils, page, size=_PUPILS_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    return Screen(
        lines(
            speech.say("remark-whom"),
            [
                speech.say("class-pupil", index=index, name=full_name(speech, one.name))
                for index, one in numbered
            ],
            rest_of(speech, listed),
        ),
        rows(
            [button(str(index), ChooseRemarkKind(pupil=one.pupil)) for index, one in numbered],
            [
                *turning(speech, listed, lambda to: ChooseRemarked(lesson=lesson, page=to)),
                button(speech.label("remarks-own"), OpenMyRemarks()),
            ],
            [button(speech.label("lesson-back"), OpenLesson(lesson=lesson))],
        ),
    )


def choose_kind(speech: Speech, pupil: PupilId, name: Name) -> Screen:
    """Ask what is to be said; praise stands apart from the rest."""
    kinds = {
        kind: button(speech.label(key), WriteRemark(pupil=pupil, kind=kind))
        for kind, key in KINDS.items()
    }
    return Screen(
        speech.say("remark-which", name=full_name(speech, name)),
        rows(
            [kinds[RemarkKind.PRAISE], kinds[RemarkKind.ACHIEVEMENT]],
            [kinds[RemarkKind.DEVELOPMENT], kinds[RemarkKind.BEHAVIOUR]],
            [_menu(speech)],
        ),
    )


def ask_words(speech: Speech, pupil: PupilId, name: Name, kind: RemarkKind) -> Screen:
    """Ask for the words; the family will read them as they are."""
    return Screen(
        lines(
            _headed(speech, name, kind),
            speech.say("remark-ask-words", most=LONGEST_REMARK),
        ),
        rows([_to_kinds(speech, pupil)]),
    )


def ask_again(speech: Speech, pupil: PupilId, wrong: Key) -> Screen:
    """Say what is wrong with the words, and ask once more."""
    return Screen(
        lines(
            escaped(speech.label(wrong)),
            speech.say("remark-ask-words", most=LONGEST_REMARK),
        ),
        rows([_to_kinds(speech, pupil)]),
    )


def ask_other_words(speech: Speech, of: Remark, *, wrong: Key | None = None) -> Screen:
    """Ask the author for other words."""
    back = button(speech.label("back-page"), OpenRemark(remark=of.id))
    return Screen(
        lines(
            escaped(speech.label(wrong)) if wrong else NOTHING,
            _headed(speech, of.child, of.kind),
            escaped(of.text),
            speech.say("remark-ask-other-words", most=LONGEST_REMARK),
        ),
        rows([back]),
    )


def remark(speech: Speech, view: OpenedRemark, *, note: Key | None = None) -> Screen:
    """Show a remark as the family reads it, with what it said before."""
    of = view.remark
    deeds = [button(speech.label("remark-take-back"), TakeBackRemark(remark=of.id))]
    if view.is_author:
        deeds = [button(speech.label("remark-reword"), RewordRemark(remark=of.id)), *deeds]
    return Screen(
        lines(
            speech.say(note) if note else NOTHING,
            _headed(speech, of.child, of.kind),
            escaped(of.text),
            _signed(speech, of),
            [
                speech.say("remark-before", text=cut(one.text, _IN_A_LINE))
                for one in view.history[-_FORMER_SHOWN:]
            ],
        ),
        rows(deeds, _ways(speech, view)),
    )


def taken_back(speech: Speech, name: Name | None) -> Screen:
    """Say that a remark is no more."""
    whose = full_name(speech, name) if name else ""
    return Screen(
        speech.say("remark-taken-back", name=whose),
        rows([button(speech.label("remarks-own"), OpenMyRemarks()), _menu(speech)]),
    )


def _line(speech: Speech, one: Remark, index: int) -> Html:
    return speech.say(
        "remarks-line",
        index=index,
        day=day_and_month(one.day, speech.language),
        kind=one.kind.value,
        text=cut(one.text, _IN_A_LINE),
        author=teacher_name(one.author),
    )


def _own_line(speech: Speech, one: Remark, index: int) -> Html:
    return speech.say(
        "remarks-own-line",
        index=index,
        day=day_and_month(one.day, speech.language),
        name=full_name(speech, one.child),
        kind=one.kind.value,
        text=cut(one.text, _IN_A_LINE),
    )


def _numbers(numbered: Sequence[tuple[int, Remark]]) -> list[Button]:
    return [button(str(index), OpenRemark(remark=one.id)) for index, one in numbered]


def _other_shelf(speech: Speech, view: PupilRemarks) -> Button:
    other = next(one for one in RemarkShelf if one is not view.shelf)
    label = speech.label(_TABS[other], count=view.elsewhere)
    return button(label, OpenRemarks(pupil=view.child.pupil, shelf=other))


def _headed(speech: Speech, name: Name, kind: RemarkKind) -> Html:
    return speech.say("remark-head", name=full_name(speech, name), kind=kind.value)


def _signed(speech: Speech, of: Remark) -> Html:
    day = day_and_month(of.day, speech.language)
    return speech.say("remark-signed", author=teacher_name(of.author), day=day)


def _ways(speech: Speech, view: OpenedRemark) -> list[Button]:
    of = view.remark
    place = button(speech.label("place-remarks"), OpenRemarks(pupil=of.pupil, shelf=of.shelf))
    own = button(speech.label("remarks-own"), OpenMyRemarks())
    return [place if view.leads else own, _menu(speech)]


def _to_kinds(speech: Speech, pupil: PupilId) -> Button:
    return button(speech.label("back-page"), ChooseRemarkKind(pupil=pupil))


def _menu(speech: Speech) -> Button:
    return button(speech.label("place-menu"), OpenMenu())
