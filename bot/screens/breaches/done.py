"""Breaches on record, and what is void by one: what was, what stands now, for repair."""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.callbacks.breaches import OpenBreach, OpenBreaches
from bot.callbacks.classes import OpenSchool
from bot.callbacks.connections import OpenRoll
from bot.callbacks.why import About
from bot.screens.breaches.asking import moment
from bot.screens.breaches.news_words import reporting
from bot.screens.parts.naming import full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import Html, cut, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Member, Role
from core.breaches.breach import ReadBreach
from core.breaches.deeds import What, absence_of, homework_of
from core.breaches.ports import Breach
from core.breaches.said import LEFT, OF_BEFORE_UNKNOWN, Said, Voided
from core.diary.excuses.rules import ExcuseState

_A_PAGE = 5
_BREACHES = 8
_WORDS = 60
_TITLE = 40

_RECORDS: Final[Mapping[What | Said, Key]] = {
    What.MARK: "breach-mark",
    What.PERIOD_MARK: "breach-period-mark",
    What.ABSENCE: "breach-absence",
    What.HOMEWORK: "breach-homework",
    What.EXCUSE: "breach-excuse",
}
_LEFT: Final[Mapping[What | Said, What]] = {said: what for what, said in LEFT.items()}
_KINDS: Final[Mapping[What | Said, Key]] = {
    **_RECORDS,
    **{said: _RECORDS[what] for what, said in LEFT.items()},
    Said.ACKNOWLEDGEMENT: "breach-acknowledgement",
    Said.REVIEW: "breach-review",
    Said.ANSWER: "breach-answer",
    Said.CHOICE: "breach-answer",
    Said.CONSENT: "breach-consent",
    Said.CORRECTION: "breach-correction",
    Said.DATA_CHECK: "breach-data-check",
    Said.HOMEWORK_TICK: "breach-homework-tick",
    Said.FOUND: "breach-found",
    Said.SEARCH: "breach-search",
    Said.TRAINING_REPLY: "breach-training-reply",
    Said.ANNOUNCEMENT: "breach-announcement",
    Said.ATTACHMENT: "breach-attachment",
    Said.RECOMMENDATION: "breach-recommendation",
    Said.REMARK: "breach-remark",
    Said.CHANGED_REMARK: "breach-changed-remark",
    Said.ABSENCE_QUESTION: "breach-absence-question",
    Said.ABSENCE_CHECK: "breach-absence-check",
    Said.HANDED: "breach-handed",
    Said.DECISION: "breach-decision",
    Said.DROPPED_WARNING: "breach-dropped-warning",
    Said.SENT_WARNING: "breach-sent-warning",
    Said.FORECAST: "breach-forecast",
    Said.BROADCAST: "breach-broadcast",
    Said.CORRECTED_BROADCAST: "breach-corrected-broadcast",
    Said.WITHDRAWN_BROADCAST: "breach-withdrawn-broadcast",
    Said.TEMPLATE: "breach-template",
    Said.MESSAGE: "breach-message",
    Said.EDITED_MESSAGE: "breach-edited-message",
    Said.CODE: "breach-code",
    Said.WAY_IN: "breach-way-in",
    Said.COMPANION: "breach-companion",
    Said.ADDRESS: "breach-address",
    Said.LOST_ACCESS: "breach-lost-access",
    Said.BREACH_TOLD: "breach-breach-told",
    Said.TICKET: "breach-ticket",
    Said.TICKET_WORDS: "breach-ticket-words",
    Said.EDITED_TICKET_WORDS: "breach-edited-ticket-words",
    Said.MERGED_TICKET: "breach-merged-ticket",
    Said.CLOSED_TICKET: "breach-closed-ticket",
    Said.TICKET_RATING: "breach-ticket-rating",
    Said.LOG_CORRECTION: "breach-log-correction",
    Said.DUTY: "breach-duty",
    Said.DUTY_DAY: "breach-duty-day",
    Said.STAND_IN: "breach-stand-in",
    Said.STAND_IN_ANSWER: "breach-stand-in-answer",
    Said.TRAINING: "breach-training",
    Said.MOVED_TRAINING: "breach-moved-training",
    Said.KNOWN_ANSWER: "breach-known-answer",
    Said.ANSWER_TEMPLATE: "breach-answer-template",
    Said.PACKET: "breach-packet",
    Said.SENT_PACKET: "breach-sent-packet",
    Said.VENDOR_DETAIL: "breach-vendor-detail",
}
_STATES: Final[Mapping[ExcuseState, Key]] = {
    ExcuseState.WAITING: "breach-excuse-waiting",
    ExcuseState.ACCEPTED: "breach-excuse-accepted",
    ExcuseState.DECLINED: "breach-excuse-declined",
    ExcuseState.CONFIRMED: "breach-excuse-confirmed",
    ExcuseState.WITHDRAWN: "breach-excuse-withdrawn",
}
_NO_WORDS: Final = frozenset(
    {Said.ACKNOWLEDGEMENT, Said.REVIEW, Said.CONSENT, Said.DATA_CHECK, Said.TRAINING_REPLY}
    | {Said.BREACH_TOLD, Said.ABSENCE_QUESTION, Said.ABSENCE_CHECK, Said.DUTY_DAY}
)
"""Of these the record holds what no person reads."""
_WAYS_IN: Final = frozenset({Said.CODE, Said.WAY_IN, Said.COMPANION, Said.ADDRESS})


def breach(speech: Speech, found: ReadBreach, *, page: int = 0) -> Screen:
    """Show what was shut and what is void, and until when head and support must know (S4)."""
    one, school = found.breach, found.breach.of.school
    listed = page_of(found.voided, page, size=_A_PAGE)
    return Screen(
        lines(
            speech.say("breach-done-head", who=full_name(speech, one.of.name)),
            [
                speech.say("breach-done-since", at=moment(speech, one.since, found.member.zone)),
                speech.say("breach-done-sum", ended=one.ended, voided=one.voided),
            ],
            _reported(speech, found),
            [void_line(speech, each) for each in listed.items],
            rest_of(speech, listed),
        ),
        rows(
            turning(
                speech,
                listed,
                lambda to: OpenBreach(school=school, number=one.id, page=to),
            ),
            reporting(speech, one),
            [
                *_staff(speech, found.member),
                button(speech.label("breach-list"), OpenBreaches(school=school)),
                why_button(speech, About.BREACHES, school),
            ],
        ),
    )


def _reported(speech: Speech, found: ReadBreach) -> Html:
    told = found.breach.told_at
    if told is None:
        day = day_and_month(found.report_by, speech.language)
        return speech.say("breach-report-by", day=day)
    return speech.say("breach-reported", at=moment(speech, told, found.member.zone))


def _staff(speech: Speech, member: Member) -> list[Button]:
    # Who came in, and codes, are the administrator's alone (S1).
    if Role.ADMINISTRATOR not in member.roles:
        return []
    return [button(speech.label("place-staff"), OpenRoll(of=member.school, staff=True))]


def breaches(speech: Speech, member: Member, found: Sequence[Breach]) -> Screen:
    """Show the breaches of a school; a number opens one."""
    school, shown = member.school, list(enumerate(found[:_BREACHES], start=1))
    rest = len(found) - len(shown)
    return Screen(
        lines(
            speech.say("breaches-head") if found else speech.say("breaches-empty"),
            [
                speech.say(
                    "breaches-line",
                    index=index,
                    who=full_name(speech, one.of.name),
                    at=moment(speech, one.at, member.zone),
                    voided=one.voided,
                )
                for index, one in shown
            ],
            *([speech.say("more", count=rest)] if rest else []),
        ),
        rows(
            [button(str(index), OpenBreach(school=school, number=one.id)) for index, one in shown],
            [
                *_staff(speech, member),
                button(speech.label("place-school"), OpenSchool(school=school)),
            ],
        ),
    )


def void_line(speech: Speech, one: Voided) -> Html:
    """Return one thing that is void: what was, and what stands now, or what is to be looked at."""
    head, worded = _about(speech, one), _with_its_words(one)
    if worded is not None:
        was = one.was if one.was and one.what not in _NO_WORDS else "none"
        return speech.say(worded, what=head, was=cut(was, _WORDS))
    if one.what in _WAYS_IN:
        return speech.say("breach-line-shut", what=head)
    if one.what in _NO_WORDS or not (one.was or one.stands):
        return escaped(speech.label("breach-line-void", what=head))
    was, stands = _state(speech, one, one.was), _state(speech, one, one.stands)
    line: Key = "breach-line-left" if one.what in _LEFT else "breach-line"
    return speech.say(line, what=head, was=was, stands=stands)


def _about(speech: Speech, one: Voided) -> str:
    about = [speech.label(_KINDS[one.what])]
    if one.child:
        about.append(full_name(speech, one.child))
    if one.title:
        about.append(cut(one.title, _TITLE))
    about.append(day_and_month(one.day, speech.language))
    return " · ".join(about)


def _with_its_words(one: Voided) -> Key | None:
    if one.what in OF_BEFORE_UNKNOWN:
        return "breach-line-lost"
    return "breach-line-look" if one.is_to_look_at and one.what not in _LEFT else None


def _state(speech: Speech, one: Voided, state: str | None) -> str:
    if state is None:
        return speech.label("breach-nothing")
    match _LEFT.get(one.what, one.what):
        case What.ABSENCE:
            code, _, document = absence_of(state)
            return cut(f"«{code.value}» {document}".strip(), _WORDS)
        case What.HOMEWORK:
            return cut(homework_of(state)[0], _WORDS)
        case What.EXCUSE:
            return speech.label(_STATES[ExcuseState(state)])
        case _:
            return cut(state, _WORDS)
