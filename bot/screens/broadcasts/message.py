"""A broadcast as its recipient has it: whose words they are, the words, and the answer asked."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import Final
from zoneinfo import ZoneInfo

from bot.callbacks.broadcasts import AnswerBroadcast, OpenBroadcastFiles
from bot.callbacks.places import OpenMenu
from bot.screens.broadcasts.each_child import further_children, of_each_child, offered_for
from bot.screens.broadcasts.naming import day_of, time_of, title, whom_of
from bot.screens.broadcasts.rich import rich
from bot.screens.broadcasts.shown import Shown, shown_of
from bot.screens.parts.naming import among, teacher_name
from bot.screens.parts.screen import (
    CAPTION_LENGTH,
    Button,
    KeptFile,
    Rows,
    Screen,
    button,
    lines,
    rows,
)
from bot.texts.formats import weekday_and_day
from bot.texts.html import NOTHING, Html, cut, units
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Child
from core.ids import PersonId
from core.messages.broadcasts.answering import Received, mark_of
from core.messages.broadcasts.broadcast import (
    ACKNOWLEDGED,
    Answer,
    Ask,
    Broadcast,
    BroadcastState,
)
from core.messages.content import SentFile
from core.notices.ledger import Change
from core.notices.news.broadcasts import BroadcastNews

_SHORT_LABEL: Final = 14
_SHORT_WITH_CHILD: Final = 18
_NAME_LENGTH: Final = 60
_ANEW: Final[dict[Change, Key]] = {
    Change.CHANGED: "broadcast-corrected-head",
    Change.REPEATED: "broadcast-repeated-head",
}


def told(speech: Speech, news: BroadcastNews) -> Screen:
    """Tell a broadcast; a nudge makes no sound."""
    shown = Shown(
        news.broadcast,
        news.recipient,
        news.is_asked,
        news.answers,
        news.children,
        news.change,
        news.reminded,
        news.late,
    )
    return message(speech, shown, silent=news.silent)


def received(speech: Speech, one: Received, *, thanked: bool = False) -> Screen:
    """Show a recipient a broadcast with the own answers."""
    shown = shown_of(one)
    screen = message(speech, shown)
    if not thanked:
        return screen
    toast = speech.label("broadcast-answered", open=len(shown.awaited))
    return Screen(screen.text, screen.buttons, toast=toast, file=screen.file, recaptioned=True)


def further(speech: Speech, one: Received, *, page: int) -> Screen:
    """Show it with a page of the children about whom it asks."""
    return replace(message(speech, shown_of(one, page=page)), recaptioned=True)


def message(speech: Speech, shown: Shown, *, silent: bool = False) -> Screen:
    """Return the whole message; its first file comes with it where the words leave room."""
    one = shown.broadcast
    if one.state is BroadcastState.WITHDRAWN:
        return withdrawn(speech, one, shown.zone)
    text = lines(
        speech.say("broadcast-urgent-head") if one.plan.urgent else NOTHING,
        _reminder(speech, shown),
        head(speech, one, shown.named),
        rich(one.plan.content.text),
        _answer(speech, shown),
    )
    file = first_file(one.plan.content.files, text)
    held = 1 if file else 0
    return Screen(
        text,
        (*_answers(speech, shown), *_places(speech, shown, held)),
        silent=silent,
        neutral=speech.say("broadcast-neutral"),
        file=file,
    )


def head(speech: Speech, one: Broadcast, children: tuple[Child, ...] = ()) -> Html:
    """Return the first line: whom it concerns, and whose words they are."""
    named = cut(teacher_name(one.by_name), _NAME_LENGTH)
    whose = whom_of(speech, one)
    if not children:
        return speech.say("broadcast-from-class", whom=whose, name=named)
    of = cut(", ".join(among(speech, one, children) for one in children), _NAME_LENGTH)
    return speech.say("broadcast-from-class-child", child=of, whom=whose, name=named)


def withdrawn(speech: Speech, one: Broadcast, zone: ZoneInfo) -> Screen:
    """Say that a broadcast counts no more, which one it was, and who took it back."""
    day = day_of(speech, one.sent_at or one.made_at, zone)
    by = cut(teacher_name(one.withdrawn_by or one.by_name), _NAME_LENGTH)
    return Screen(
        lines(
            speech.say("broadcast-withdrawn-head", whom=whom_of(speech, one), name=by),
            speech.say("broadcast-withdrawn", day=day, title=title(speech, one.plan.content)),
        ),
        rows([button(speech.label("place-menu"), OpenMenu(anew=True))]),
    )


def first_file(files: tuple[SentFile, ...], text: Html) -> KeptFile | None:
    """Return the file under which the words fit, or None where they do not."""
    if not files or units(text) > CAPTION_LENGTH:
        return None
    return KeptFile(files[0].reference, files[0].is_picture, text)


def files(speech: Speech, one: Received) -> Screen:
    """Show all files of a broadcast: as albums, in their order, each with its own words."""
    found = one.broadcast.plan.content.files
    menu = button(speech.label("place-menu"), OpenMenu(anew=True))
    if one.broadcast.state is BroadcastState.WITHDRAWN or not found:
        return Screen(speech.say("broadcast-no-files"), rows([menu]), anew=True)
    said = speech.say("broadcast-files-head")
    gone = speech.say("file-gone")
    album = tuple(KeptFile(it.reference, it.is_picture, gone) for it in found)
    captions = tuple(rich(it.caption) for it in found)
    return Screen(said, rows([menu]), anew=True, album=album, captions=captions)


def _reminder(speech: Speech, shown: Shown) -> Html:
    if shown.reminded:
        return speech.say("broadcast-reminded-head")
    key = _ANEW.get(shown.change)
    return speech.say(key) if key else NOTHING


def _answer(speech: Speech, shown: Shown) -> Html:
    ask = shown.broadcast.plan.ask
    if ask is None or not shown.is_asked:
        return NOTHING
    if len(shown.about) > 1:
        owed = _owed(speech, ask, of_each="yes", late=shown.late) if shown.awaited else NOTHING
        return lines(owed or speech.say("broadcast-of-each-said"), of_each_child(speech, shown))
    given = shown.answer_about(shown.about[0])
    if given is not None:
        return _given(speech, ask, given, shown.zone)
    return _owed(speech, ask, of_each="no", late=shown.late)


def _owed(speech: Speech, ask: Ask, *, of_each: str, late: bool) -> Html:
    if ask.by is None:
        return speech.say("broadcast-answer-now", each=of_each)
    key: Key = "broadcast-answer-late" if late else "broadcast-answer-by"
    return speech.say(key, each=of_each, day=weekday_and_day(ask.by, speech.language))


def _given(speech: Speech, ask: Ask, answer: Answer, zone: ZoneInfo) -> Html:
    when = {"day": day_of(speech, answer.at, zone), "time": time_of(answer.at, zone)}
    if answer.choice == ACKNOWLEDGED or answer.choice > len(ask.choices):
        return speech.say("broadcast-read-at", **when)
    return speech.say("broadcast-chosen-at", choice=ask.choices[answer.choice - 1], **when)


def _answers(speech: Speech, shown: Shown) -> Rows:
    ask = shown.broadcast.plan.ask
    if ask is None or not shown.is_asked:
        return ()
    if not ask.choices:
        label = ask.button or speech.label("acknowledge")
        given = shown.answer_about(shown.person)
        return () if given else rows([_button(shown, label, shown.person, ACKNOWLEDGED)])
    if len(shown.about) == 1:
        return _choices(shown, shown.about[0], ask.choices, _SHORT_LABEL)
    of_children = (
        _choices(shown, child.pupil, offered_for(speech, shown, child), _SHORT_WITH_CHILD)
        for child in shown.offered.items
    )
    return (*chain.from_iterable(of_children), *rows(further_children(speech, shown)))


def _choices(shown: Shown, about: PersonId, labels: Sequence[str], short: int) -> Rows:
    found = [_button(shown, label, about, at) for at, label in enumerate(labels, start=1)]
    size = 2 if all(len(one) <= short for one in labels) else 1
    return rows(*(found[at : at + size] for at in range(0, len(found), size)))


def _button(shown: Shown, label: str, about: PersonId, choice: int) -> Button:
    one = shown.broadcast
    by = mark_of(shown.person)
    target = AnswerBroadcast(
        broadcast=one.id, about=about, version=one.version, choice=choice, by=by
    )
    return button(label, target)


def _places(speech: Speech, shown: Shown, held: int) -> Rows:
    count = len(shown.broadcast.plan.content.files)
    menu = button(speech.label("place-menu"), OpenMenu(anew=True))
    if count <= held:
        return rows([menu])
    target = OpenBroadcastFiles(broadcast=shown.broadcast.id, person=shown.person)
    return rows([button(speech.label("broadcast-open-files", count=count), target), menu])
