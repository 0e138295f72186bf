"""The card of a broadcast: how many were told and answered, and what can be done now."""

from typing import Final
from zoneinfo import ZoneInfo

from bot.callbacks.broadcasts import (
    Deed,
    DoWithBroadcast,
    OpenBroadcast,
    OpenBroadcastFamilies,
    OpenBroadcasts,
)
from bot.callbacks.fields import NOW
from bot.callbacks.places import OpenMenu
from bot.screens.broadcasts.naming import day_of, time_of, title, whom_of
from bot.screens.parts.enclosure import Enclosure, Paper
from bot.screens.parts.naming import full_name, teacher_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import day_and_month, weekday_and_day
from bot.texts.html import NOTHING, Html, cut, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.messages.broadcasts.broadcast import Answer, Broadcast, BroadcastState
from core.notices.broadcasts.card import Card, FamilyStands, MemberStands, Stands
from core.notices.broadcasts.reminding import RemindersSent

_NAMES: Final = 4
_NAME_LENGTH: Final = 40
_REASON_LENGTH: Final = 200
_FAMILIES_A_PAGE: Final = 6
_MEMBERS: Final = 4
_PHONE_LENGTH: Final = 20


def card(speech: Speech, view: Card, *, toast: str | None = None) -> Screen:
    """Show how a broadcast goes; every button leads to another message, for this one stays."""
    one = view.broadcast
    return Screen(
        lines(
            speech.say(
                "broadcast-card-head",
                whom=whom_of(speech, one),
                title=title(speech, one.plan.content),
            ),
            _state(speech, view),
            _urgent(speech, one),
            _numbers(speech, view) if one.sent_at else NOTHING,
            speech.say("broadcast-card-unheard") if view.is_unheard else NOTHING,
        ),
        rows(_looks(speech, view), _deeds(speech, view), _places(speech)),
        toast=toast,
    )


def _state(speech: Speech, view: Card) -> Html:
    one, zone = view.broadcast, ZoneInfo(view.broadcast.zone)
    if one.state is BroadcastState.WITHDRAWN:
        by = teacher_name(one.withdrawn_by) if one.withdrawn_by else "none"
        return speech.say("broadcast-card-withdrawn", name=cut(by, _NAME_LENGTH))
    at = one.sent_at or one.plan.send_at or one.made_at
    when = {"day": day_of(speech, at, zone), "time": time_of(at, zone)}
    if one.state is BroadcastState.WAITING:
        return speech.say("broadcast-card-waiting", **when)
    return speech.say(
        "broadcast-card-sent", families=len(view.families), version=one.version, **when
    )


def _urgent(speech: Speech, one: Broadcast) -> Html:
    if not one.plan.urgent:
        return NOTHING
    return speech.say("broadcast-card-urgent", reason=cut(one.plan.urgent, _REASON_LENGTH))


def _numbers(speech: Speech, view: Card) -> Html:
    persons = view.persons(*Stands)
    delivered = view.persons(Stands.DELIVERED, Stands.ANSWERED)
    others: tuple[tuple[Key, Stands], ...] = (
        ("broadcast-card-under-way", Stands.UNDER_WAY),
        ("broadcast-card-unknown", Stands.UNKNOWN),
        ("broadcast-card-unreachable", Stands.UNREACHABLE),
    )
    counted = [
        speech.say(key, count=count) for key, stands in others if (count := view.persons(stands))
    ]
    told = speech.say("broadcast-card-told", delivered=delivered, persons=persons)
    by_mail = view.by_mail
    letters = [speech.say("broadcast-card-by-mail", count=by_mail)] if by_mail else []
    numbers = joined(" · ", [told, *letters, *counted])
    return lines(numbers, _answers(speech, view), _owing(speech, view))


def _answers(speech: Speech, view: Card) -> Html:
    ask = view.broadcast.plan.ask
    if ask is None:
        return NOTHING
    answered = speech.say(
        "broadcast-card-answered",
        answered=view.count(Stands.ANSWERED),
        families=len(view.families),
        by=weekday_and_day(ask.by, speech.language) if ask.by else "none",
    )
    counted = view.choices()
    chosen = [
        speech.say("broadcast-card-choice", choice=one, count=counted[at])
        for at, one in enumerate(ask.choices, start=1)
    ]
    earlier = view.answered_earlier
    before = speech.say("broadcast-card-earlier", count=earlier) if earlier else NOTHING
    return lines(answered, joined("; ", chosen), before)


def _owing(speech: Speech, view: Card) -> Html:
    over = view.broadcast.state is BroadcastState.WITHDRAWN
    if over or not view.owing:
        return NOTHING
    named = [_name(speech, one) for one in view.owing[:_NAMES]]
    rest = len(view.owing) - len(named)
    said = ", ".join(named)
    if rest:
        said = f"{said} {speech.label('more', count=rest)}"
    return speech.say("broadcast-card-owing", names=said)


def _name(speech: Speech, one: FamilyStands) -> str:
    return cut(full_name(speech, one.family.child.name), _NAME_LENGTH)


def _looks(speech: Speech, view: Card) -> list[Button]:
    one = view.broadcast
    if one.sent_at is None:
        return []
    owing: Key = "broadcast-owing" if one.plan.ask else "broadcast-not-reached"
    whole = OpenBroadcastFamilies(broadcast=one.id, anew=True)
    some = OpenBroadcastFamilies(broadcast=one.id, owing=True, anew=True)
    by_family = button(speech.label("broadcast-by-family"), whole)
    # What was taken back is answered by nobody any more.
    over = one.state is BroadcastState.WITHDRAWN
    return [by_family] if over else [by_family, button(speech.label(owing), some)]


def _deeds(speech: Speech, view: Card) -> list[Button]:
    one = view.broadcast
    more = _deed(speech, "broadcast-more", one, Deed.MORE)
    if view.is_unheard:
        return [_deed(speech, "broadcast-again", one, Deed.AGAIN), more]
    if one.state is BroadcastState.SENT and one.plan.ask and view.owing:
        return [_deed(speech, "broadcast-remind", one, Deed.REMIND), more]
    return [more]


def _deed(speech: Speech, key: Key, one: Broadcast, deed: Deed) -> Button:
    return button(speech.label(key), DoWithBroadcast(broadcast=one.id, deed=deed))


def _places(speech: Speech) -> list[Button]:
    return [
        button(speech.label("place-broadcasts"), OpenBroadcasts(anew=True)),
        button(speech.label("place-menu"), OpenMenu(anew=True)),
    ]


def reminded(speech: Speech, done: RemindersSent) -> str:
    """Say how many reminders go, and in quiet hours when."""
    if done.opens_at is None:
        return speech.label("broadcast-reminded", count=done.persons)
    day, time = day_of(speech, done.opens_at, done.zone), time_of(done.opens_at, done.zone)
    return speech.label("broadcast-reminded-quiet", count=done.persons, day=day, time=time)


def more(speech: Speech, one: Broadcast, *, shares: bool, corrects: bool) -> Screen:
    """Offer what is done seldom with a broadcast, beside its card; its author corrects it."""
    over = one.state is BroadcastState.WITHDRAWN
    again = _deed(speech, "broadcast-again", one, Deed.AGAIN)
    correct = [_deed(speech, "broadcast-correct", one, Deed.CORRECT)] if corrects else []
    changes = [*correct, _deed(speech, "broadcast-withdraw", one, Deed.WITHDRAW)]
    templates = [_deed(speech, "broadcast-to-template", one, Deed.TEMPLATE)]
    reports = [
        _deed(speech, "broadcast-report-sheet", one, Deed.SHEET),
        _deed(speech, "broadcast-report-pdf", one, Deed.PDF),
    ]
    if shares:
        templates.append(_deed(speech, "broadcast-to-school-template", one, Deed.SCHOOL_TEMPLATE))
    return Screen(
        _head(speech, one),
        rows([again] if over else changes, reports, templates, [_open(speech, one)]),
        anew=True,
    )


def report(speech: Speech, one: Broadcast, deed: Deed) -> Screen:
    """Hand the report of a broadcast over as a file: it is read when it is made."""
    text = lines(_head(speech, one), speech.say("broadcast-report-made"))
    enclosed = Enclosure(
        Paper.BROADCAST_SHEET if deed is Deed.SHEET else Paper.BROADCAST_PDF,
        one.id,
        NOW,
        speech.language,
        speech.say("paper-failed"),
    )
    return Screen(text, rows([_open(speech, one)]), enclosed=enclosed)


def ask_withdraw(speech: Speech, one: Broadcast, *, wakes: bool) -> Screen:
    """Ask once more before a broadcast is taken back; of an emergency that it goes at once."""
    named = title(speech, one.plan.content)
    return Screen(
        lines(
            _head(speech, one),
            speech.say("broadcast-sure-withdraw", title=named),
            speech.say("broadcast-withdraw-wakes") if wakes else NOTHING,
        ),
        rows(
            [_deed(speech, "broadcast-yes-withdraw", one, Deed.WITHDRAW_SURELY)],
            [_open(speech, one)],
        ),
    )


def families(speech: Speech, view: Card, *, page: int = 0, owing: bool = False) -> Screen:
    """Show each family: who was told and who answered; of those who owe it, how to call them."""
    one = view.broadcast
    found = view.owing if owing else view.families
    listed = page_of(found, page, size=_FAMILIES_A_PAGE)
    key: Key = "broadcast-families-owing" if owing else "broadcast-families-head"
    turn = turning(
        speech,
        listed,
        lambda to: OpenBroadcastFamilies(broadcast=one.id, page=to, owing=owing),
    )
    return Screen(
        lines(
            speech.say(key, whom=whom_of(speech, one), count=len(found)),
            [
                _family(speech, view, index, it, phones=owing)
                for index, it in enumerate(listed.items, start=listed.begin + 1)
            ]
            or speech.say("broadcast-families-none"),
            rest_of(speech, listed),
        ),
        rows([*turn, _open(speech, one)]),
    )


def _family(speech: Speech, view: Card, index: int, it: FamilyStands, *, phones: bool) -> Html:
    shown = [_member(speech, view, one, phones=phones) for one in it.members[:_MEMBERS]]
    members = joined("; ", shown) or speech.say("broadcast-family-nobody")
    return speech.say("broadcast-family", index=index, name=_name(speech, it), members=members)


def _member(speech: Speech, view: Card, it: MemberStands, *, phones: bool) -> Html:
    name, state = (
        cut(it.hearer.name.given or it.hearer.name.family, _NAME_LENGTH),
        _stands(speech, view, it),
    )
    phone = cut(it.hearer.phone, _PHONE_LENGTH)
    if phones and phone and it.stands is not Stands.ANSWERED:
        return speech.say("broadcast-member-phone", name=name, phone=phone, state=state)
    return speech.say("broadcast-member", name=name, state=state)


def _stands(speech: Speech, view: Card, it: MemberStands) -> str:
    if it.answer is not None:
        return _answered(speech, view.broadcast, it.answer)
    unreached = it.why.value if it.why else "blocked"
    stands = unreached if it.stands is Stands.UNREACHABLE else it.stands.value
    said = speech.label("broadcast-stands", stands=stands, choice="", at="")
    if it.earlier is None:
        return said
    earlier = _answered(speech, view.broadcast, it.earlier)
    return speech.label("broadcast-stands-earlier", stands=said, earlier=earlier)


def _answered(speech: Speech, one: Broadcast, answer: Answer) -> str:
    choices = one.plan.ask.choices if one.plan.ask else ()
    day = answer.at.astimezone(ZoneInfo(one.zone)).date()
    is_chosen = 1 <= answer.choice <= len(choices)
    return speech.label(
        "broadcast-stands",
        stands="chosen" if is_chosen else "answered",
        choice=choices[answer.choice - 1] if is_chosen else "",
        at=day_and_month(day, speech.language),
    )


def _head(speech: Speech, one: Broadcast) -> Html:
    named = title(speech, one.plan.content)
    return speech.say("broadcast-card-head", whom=whom_of(speech, one), title=named)


def _open(speech: Speech, one: Broadcast) -> Button:
    return button(speech.label("broadcast-open-card"), OpenBroadcast(broadcast=one.id))
