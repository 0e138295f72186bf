"""The log of consultations on a phone: its closings, one of them, and what of it is put right."""

from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

from bot.callbacks import consultations as buttons
from bot.callbacks.consulting import OpenDesk
from bot.screens.broadcasts.naming import day_of
from bot.screens.helpdesk import desk_words
from bot.screens.helpdesk.words import topic_name
from bot.screens.messages.naming import moment
from bot.screens.parts.naming import full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import NOTHING, Html, cut, mid_sentence
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.helpdesk.log.chain import Line
from core.helpdesk.log.correcting import LogEntry, LogView, Piece
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing, Matter
from core.ids import SchoolId, SourceId

_A_PAGE: Final = 5
_IN_A_ROW: Final = 5
_NAME: Final = 26
_PIECES: Final[dict[Piece, Key]] = {
    Piece.TOPIC: "log-piece-topic",
    Piece.OUTCOME: "log-piece-outcome",
    Piece.MATTER: "log-piece-matter",
}
_OUTCOMES: Final[dict[Closing, Key]] = {
    Closing.CONFIRMED: "table-outcome-confirmed",
    Closing.SOLVED: "table-outcome-solved",
    Closing.VENDOR: "table-outcome-vendor",
    Closing.DUPLICATE: "table-outcome-duplicate",
    Closing.NEEDLESS: "table-outcome-needless",
    Closing.NO_ANSWER: "table-outcome-no-answer",
    Closing.BY_TIME: "table-outcome-by-time",
    Closing.CANCELLED: "table-outcome-cancelled",
    Closing.MERGED: "table-outcome-merged",
}
_MATTERS: Final[dict[Matter, Key]] = {
    Matter.QUESTION: "log-matter-question",
    Matter.REMARK: "table-matter-remark",
    Matter.PROPOSAL: "table-matter-proposal",
}


def log(speech: Speech, view: LogView, *, page: int = 0) -> Screen:
    """Show the latest closings, as they count now; a number opens one."""
    school, listed = view.member.school, page_of(view.entries, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    return Screen(
        lines(
            speech.say("log-head"),
            NOTHING if view.entries else speech.say("log-empty"),
            [_line(speech, view, at, one) for at, one in numbered],
            rest_of(speech, listed),
        ),
        rows(
            [button(str(at), _opens(view, one)) for at, one in numbered],
            [
                *turning(speech, listed, lambda to: buttons.OpenLog(school=school, page=to)),
                button(speech.label("place-desk"), OpenDesk(school=school)),
            ],
        ),
    )


def _opens(view: LogView, one: LogEntry) -> buttons.OpenLogRow:
    return buttons.OpenLogRow(school=view.member.school, row=one.row.number)


def _line(speech: Speech, view: LogView, index: int, one: LogEntry) -> Html:
    return speech.say(
        "log-line",
        index=index,
        day=day_of(speech, one.line.at, ZoneInfo(view.member.zone)),
        topic=mid_sentence(topic_name(speech, one.line.topic)),
        outcome=outcome(speech, one.line),
        corrected="yes" if one.corrections else "no",
    )


def outcome(speech: Speech, line: Line) -> str:
    """Return how it ended, in a word or two."""
    return speech.label(_OUTCOMES[line.outcome]) if line.outcome else ""


def row(speech: Speech, view: LogView) -> Screen:
    """Show one closing as it counts now, and what was put right last."""
    (one,) = view.entries
    line, zone = one.line, view.member.zone
    role = speech.label(desk_words.ROLES[line.role] if line.role else "ticket-by-stranger")
    return Screen(
        lines(
            speech.say("log-row", number=one.row.number, when=moment(speech, line.at, zone)),
            speech.say("log-asked", role=role, matter=speech.label(_MATTERS[line.matter])),
            speech.say("log-topic", topic=topic_name(speech, line.topic)),
            speech.say("log-outcome", outcome=outcome(speech, line)),
            speech.say("log-consultant", name=_consultant(speech, view, line)),
            _minutes(speech, line),
            _corrected(speech, view, one),
            speech.say("log-how"),
        ),
        rows(
            [button(speech.label(key), _asks(view, piece)) for piece, key in _PIECES.items()],
            [button(speech.label("log-back"), buttons.OpenLog(school=view.member.school))],
        ),
    )


def _asks(view: LogView, piece: Piece) -> buttons.AskRight:
    (one,) = view.entries
    return buttons.AskRight(school=view.member.school, row=one.row.number, piece=piece)


def _minutes(speech: Speech, line: Line) -> Html:
    if line.minutes is not None:
        return speech.say("log-minutes", minutes=line.minutes)
    return speech.say("log-no-windows") if line.is_answered else speech.say("log-no-answer")


def _consultant(speech: Speech, view: LogView, line: Line) -> str:
    if line.is_nobodys_yet:
        return speech.label("table-consultation-nobody")
    return _name(speech, view, line.consultant)


def _name(speech: Speech, view: LogView, who: SourceId) -> str:
    if not who:
        return speech.label("table-consultation-administrators")
    found = view.names.get(who)
    named = full_name(speech, found) if found else speech.label("duty-somebody")
    return cut(named, _NAME)


def _corrected(speech: Speech, view: LogView, one: LogEntry) -> Html:
    if not one.corrections:
        return NOTHING
    last, first = one.corrections[-1].line, one.row.line
    was = (
        (topic_name(speech, first.topic), first.topic is not last.topic),
        (outcome(speech, first), first.outcome is not last.outcome),
        (speech.label(_MATTERS[first.matter]), first.matter is not last.matter),
    )
    return speech.say(
        "log-corrected",
        when=moment(speech, last.at, view.member.zone),
        who=_name(speech, view, last.by),
        was=", ".join(mid_sentence(said) for said, differs in was if differs) or "none",
    )


def ask(speech: Speech, view: LogView, piece: Piece) -> Screen:
    """Ask what is right; the row itself stays as it is."""
    (one,) = view.entries
    offered = _offered(speech, view, piece)
    numbers = [button(str(at), to) for at, (_, to) in enumerate(offered, start=1)]
    return Screen(
        lines(
            speech.say("log-ask", piece=piece.value),
            [
                speech.say("asking-line", index=at, what=said)
                for at, (said, _) in enumerate(offered, start=1)
            ],
        ),
        rows(
            numbers[:_IN_A_ROW],
            numbers[_IN_A_ROW:],
            [button(speech.label("log-row-back"), _opens(view, one))],
        ),
    )


def _offered(
    speech: Speech, view: LogView, piece: Piece
) -> Sequence[tuple[str, buttons.SetRight]]:
    (one,), school = view.entries, view.member.school
    number = one.row.number
    match piece:
        case Piece.TOPIC:
            return [
                (
                    topic_name(speech, it),
                    buttons.SetLogTopic(school=school, row=number, topic=it),
                )
                for it in Topic
            ]
        case Piece.OUTCOME:
            return [
                (speech.label(key), buttons.SetLogOutcome(school=school, row=number, outcome=it))
                for it, key in _OUTCOMES.items()
            ]
        case Piece.MATTER:
            return [
                (speech.label(key), buttons.SetLogMatter(school=school, row=number, matter=it))
                for it, key in _MATTERS.items()
            ]


def log_button(speech: Speech, school: SchoolId) -> Button:
    """Return the way to the log."""
    return button(speech.label("log-open"), buttons.OpenLog(school=school))
