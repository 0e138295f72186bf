"""A broadcast that is being written: what is sent, what that does, to whom, when, which answer."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.callbacks.broadcasts import EditBroadcast, OpenBroadcasts, Part, SendBroadcast
from bot.screens.broadcasts.naming import day_of, time_of, whom
from bot.screens.broadcasts.rich import rich, shortened
from bot.screens.parts.naming import full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import day_and_month, weekday_and_day
from bot.texts.html import NOTHING, Html, cut, escaped, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Child
from core.ids import PupilId
from core.messages.broadcasts.broadcast import Ask, Hearers, Quorum, Whom
from core.messages.broadcasts.rules import Turnout
from core.notices.broadcasts.previewing import Preview

_TEXT_SHOWN: Final = 500
_REASON_LENGTH: Final = 200
_MINUTE: Final = 60
_GROUPS_A_PAGE: Final = 12
_FAMILIES_A_PAGE: Final = 10
_IN_A_ROW: Final = 3
_NUMBERS_IN_A_ROW: Final = 5


@dataclass(frozen=True, slots=True)
class Composing:
    """What of a draft a screen needs beside what it would do. `stamp` names the draft."""

    stamp: int
    album: bool = False
    correcting: bool = False


def ask_content(
    speech: Speech, view: Preview, draft: Composing, *, wrong: Key | None = None
) -> Screen:
    """Ask for the words and files; to whom they go stands first."""
    asked: Key = "broadcast-correcting" if draft.correcting else "broadcast-ask-content"
    templates = [] if draft.correcting else [_part(speech, "broadcast-templates", Part.TEMPLATES)]
    to_whom = [] if draft.correcting else [_part(speech, "broadcast-whom", Part.WHOM)]
    return Screen(
        lines(_wrong(speech, wrong), head(speech, view), speech.say(asked)),
        rows([*to_whom, *templates], [_leave(speech)]),
    )


def preview(
    speech: Speech, view: Preview, draft: Composing, *, wrong: Key | None = None
) -> Screen:
    """Show what will be sent and what that does; one tap sends it."""
    plan = view.plan
    if plan.content.is_empty:
        return ask_content(speech, view, draft, wrong=wrong)
    if draft.correcting:
        return Screen(
            lines(
                _wrong(speech, wrong),
                head(speech, view),
                _content(speech, view, draft),
                _asks(speech, plan.ask) if plan.ask else NOTHING,
            ),
            rows(
                [_send(speech.label("broadcast-send-correction"), draft)],
                [_part(speech, "broadcast-answer-day", Part.ANSWER)] if plan.ask else [],
                [_part(speech, "broadcast-look", Part.LOOK), _leave(speech)],
            ),
        )
    return Screen(
        lines(
            _wrong(speech, wrong),
            head(speech, view),
            _content(speech, view, draft),
            _turnout(speech, view),
            _not_told(speech, view.turnout),
            _when(speech, view),
            _asks(speech, plan.ask) if plan.ask else NOTHING,
        ),
        rows(
            [_send(_send_label(speech, view), draft)],
            [
                _part(speech, "broadcast-whom", Part.WHOM),
                _part(speech, "broadcast-when", Part.WHEN),
                _part(speech, "broadcast-answer", Part.ANSWER),
            ],
            [_part(speech, "broadcast-more", Part.MORE), _leave(speech)],
        ),
    )


def sure(speech: Speech, view: Preview, draft: Composing) -> Screen:
    """Ask once more before an urgent broadcast goes out."""
    reason = cut(view.plan.urgent, _REASON_LENGTH)
    count = view.turnout.reachable
    target = SendBroadcast(stamp=draft.stamp, sure=True)
    return Screen(
        lines(head(speech, view), speech.say("broadcast-sure-urgent", count=count, reason=reason)),
        rows([button(speech.label("broadcast-sure"), target)], [_back(speech)]),
    )


def head(speech: Speech, view: Preview) -> Html:
    """Return the first line: for whom it is."""
    named = whom(speech, view.titles, view.member.school_name)
    hearers, chosen = view.plan.hearers.value, len(view.plan.scope.pupils)
    if chosen:
        return speech.say("broadcast-head-chosen", whom=named, hearers=hearers, count=chosen)
    return speech.say("broadcast-head", whom=named, hearers=hearers)


def choose_whom(speech: Speech, view: Preview) -> Screen:
    """Ask who of a family hears it, and whose families."""
    scope = view.plan.scope
    keys: dict[Hearers, Key] = {
        Hearers.PARENTS: "broadcast-parents",
        Hearers.PUPILS: "broadcast-pupils",
        Hearers.BOTH: "broadcast-both",
    }
    hearers = [
        _chosen(speech, key, view.plan.hearers is one, Part.HEARERS, at)
        for at, (one, key) in enumerate(keys.items())
    ]
    whose = [_part(speech, "broadcast-groups", Part.GROUPS)]
    if len(scope.groups) == 1:
        whose.append(_part(speech, "broadcast-families", Part.FAMILIES))
    return Screen(
        lines(head(speech, view), speech.say("broadcast-choose-whom")),
        rows(hearers, [] if scope.whom is Whom.SCHOOL else whose, [_back(speech)]),
    )


def choose_groups(
    speech: Speech,
    view: Preview,
    offered: Sequence[tuple[int, str]],
    *,
    page: int = 0,
) -> Screen:
    """Let the sender mark classes or courses."""
    listed = page_of(offered, page, size=_GROUPS_A_PAGE)
    marked = set(view.plan.scope.groups)
    buttons = [
        _toggle(speech, title, number in marked, Part.GROUP, number, listed.number)
        for number, title in listed.items
    ]
    turn = turning(speech, listed, lambda to: EditBroadcast(part=Part.GROUPS, page=to))
    return Screen(
        lines(head(speech, view), speech.say("broadcast-choose-groups"), rest_of(speech, listed)),
        rows(*_in_rows(buttons, _IN_A_ROW), [*turn, _back(speech)]),
    )


def choose_families(
    speech: Speech,
    view: Preview,
    pupils: Sequence[Child],
    *,
    page: int = 0,
) -> Screen:
    """Let the sender mark families by the pupil's number in the list."""
    listed = page_of(pupils, page, size=_FAMILIES_A_PAGE)
    marked: Collection[PupilId] = view.plan.scope.pupils
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    buttons = [
        _toggle(speech, str(index), one.pupil in marked, Part.FAMILY, one.pupil, listed.number)
        for index, one in numbered
    ]
    turn = turning(speech, listed, lambda to: EditBroadcast(part=Part.FAMILIES, page=to))
    return Screen(
        lines(
            joined(" ", [speech.say("broadcast-choose-families"), rest_of(speech, listed)]),
            [
                speech.say(
                    "broadcast-family-line",
                    chosen="yes" if one.pupil in marked else "no",
                    index=index,
                    name=full_name(speech, one.name),
                )
                for index, one in numbered
            ],
        ),
        rows(*_in_rows(buttons, _NUMBERS_IN_A_ROW), [*turn, _back(speech)]),
    )


def choose_when(speech: Speech, view: Preview, moments: Sequence[datetime]) -> Screen:
    """Ask when to send it."""
    at = view.plan.send_at
    zone, language = view.zone, speech.language
    buttons = [
        button(
            speech.label(
                "broadcast-moment",
                day=day_and_month(one.astimezone(zone).date(), language),
                time=time_of(one, zone),
            ),
            EditBroadcast(part=Part.AT, value=int(one.timestamp())),
        )
        for one in moments
    ]
    return Screen(
        lines(head(speech, view), speech.say("broadcast-choose-when")),
        rows(
            [_chosen(speech, "broadcast-now", at is None, Part.AT, 0)],
            buttons,
            [
                _words(speech, "broadcast-other-time", Asked.WHEN),
                _back(speech),
            ],
        ),
    )


def choose_answer(speech: Speech, view: Preview, draft: Composing, days: Sequence[date]) -> Screen:
    """Ask whether an answer is needed, by when, and whose; of a correction only by when."""
    ask = view.plan.ask
    if draft.correcting and ask is not None:
        return _choose_day(speech, view, ask, days)
    first = [
        _chosen(speech, "broadcast-no-answer", ask is None, Part.ASK, 0),
        _chosen(
            speech,
            "broadcast-wants-reading",
            ask is not None and not ask.choices,
            Part.ASK,
            1,
        ),
        _words(speech, "broadcast-wants-choice", Asked.CHOICES),
    ]
    if ask is None:
        return Screen(
            lines(head(speech, view), speech.say("broadcast-choose-answer")),
            rows(first, [_back(speech)]),
        )
    all_of_them = ask.quorum is Quorum.ALL
    quorum = [
        _chosen(speech, "broadcast-one-parent", not all_of_them, Part.QUORUM, 0),
        _chosen(speech, "broadcast-all-parents", all_of_them, Part.QUORUM, 1),
    ]
    own = [] if ask.choices else [_words(speech, "broadcast-own-button", Asked.BUTTON)]
    return Screen(
        lines(head(speech, view), speech.say("broadcast-choose-answer"), _asks(speech, ask)),
        rows(
            first,
            _days(speech, ask, days),
            quorum if view.plan.hearers is not Hearers.PUPILS else [],
            [*own, _words(speech, "broadcast-other-day", Asked.BY), _back(speech)],
        ),
    )


def _choose_day(speech: Speech, view: Preview, ask: Ask, days: Sequence[date]) -> Screen:
    return Screen(
        lines(head(speech, view), speech.say("broadcast-choose-day"), _asks(speech, ask)),
        rows(
            _days(speech, ask, days),
            [_words(speech, "broadcast-other-day", Asked.BY), _back(speech)],
        ),
    )


def _days(speech: Speech, ask: Ask, days: Sequence[date]) -> list[Button]:
    none = button(speech.label("broadcast-by-none"), EditBroadcast(part=Part.BY))
    return [*(_by(speech, one) for one in days), *([none] if ask.by else [])]


def _by(speech: Speech, day: date) -> Button:
    label = speech.label("broadcast-by-day", day=day_and_month(day, speech.language))
    return button(label, EditBroadcast(part=Part.BY, value=day.toordinal()))


def choose_more(speech: Speech, view: Preview) -> Screen:
    """Offer what is needed seldom."""
    urgent = (
        _part(speech, "broadcast-not-urgent", Part.CALM)
        if view.plan.urgent
        else _words(speech, "broadcast-urgent", Asked.URGENT)
    )
    return Screen(
        lines(head(speech, view), speech.say("broadcast-choose-more")),
        rows(
            [_part(speech, "broadcast-look", Part.LOOK), urgent],
            [
                _part(speech, "broadcast-templates", Part.TEMPLATES),
                _part(speech, "broadcast-afresh", Part.AFRESH),
            ],
            [_back(speech)],
        ),
    )


class Asked:
    """Which words a button asks the sender for, by number."""

    WHEN: Final = 1
    BUTTON: Final = 2
    CHOICES: Final = 3
    URGENT: Final = 4
    BY: Final = 5


_QUESTIONS: Final[dict[int, Key]] = {
    Asked.WHEN: "broadcast-ask-when",
    Asked.BUTTON: "broadcast-ask-button",
    Asked.CHOICES: "broadcast-ask-choices",
    Asked.URGENT: "broadcast-ask-urgent",
    Asked.BY: "broadcast-ask-day",
}


def ask_words(speech: Speech, what: int, *, wrong: Key | None = None) -> Screen:
    """Ask for words in place of a tap; what was wrong with the last ones is said first."""
    asked = _QUESTIONS.get(what, "broadcast-ask-when")
    return Screen(lines(_wrong(speech, wrong), speech.say(asked)), rows([_back(speech)]))


def _content(speech: Speech, view: Preview, draft: Composing) -> Html:
    content = view.plan.content
    words = rich(shortened(content.text, _TEXT_SHOWN))
    if not content.files:
        return words
    if draft.album:
        return lines(words, speech.say("broadcast-files-album"))
    return lines(words, speech.say("broadcast-files", count=len(content.files)))


def _turnout(speech: Speech, view: Preview) -> Html:
    found = view.turnout
    told = speech.say(
        "broadcast-turnout",
        reachable=found.reachable,
        persons=found.persons,
        families=found.families,
    )
    takes = (
        speech.say("broadcast-takes", seconds=view.seconds)
        if view.seconds < _MINUTE
        else speech.say("broadcast-takes-minutes", minutes=-(-view.seconds // _MINUTE))
    )
    return joined(". ", [told, takes]) if found.reachable else told


def _not_told(speech: Speech, found: Turnout) -> Html:
    why = [
        speech.label("broadcast-why", why=one.value, count=count)
        for one, count in sorted(found.why.items())
    ]
    if found.without_anybody:
        why.append(speech.label("broadcast-nobody-of-family", count=found.without_anybody))
    return speech.say("broadcast-not-told", why="; ".join(why)) if why else NOTHING


def _when(speech: Speech, view: Preview) -> Html:
    plan, zone = view.plan, view.zone
    if plan.urgent:
        reason = cut(plan.urgent, _REASON_LENGTH)
        return speech.say("broadcast-urgent-line", reason=reason)
    opens = view.opens_at
    if plan.send_at is None:
        if opens is None:
            return NOTHING
        day, time = day_of(speech, opens, zone), time_of(opens, zone)
        return speech.say("broadcast-quiet", day=day, time=time)
    day, time = day_of(speech, plan.send_at, zone), time_of(plan.send_at, zone)
    if opens is None:
        return speech.say("broadcast-at", day=day, time=time)
    return speech.say("broadcast-at-quiet", day=day, time=time, opens=time_of(opens, zone))


def _asks(speech: Speech, ask: Ask) -> Html:
    what = (
        speech.say("broadcast-asks-choice", choices="; ".join(ask.choices))
        if ask.choices
        else speech.say("broadcast-asks-read", button=ask.button or speech.label("acknowledge"))
    )
    by = weekday_and_day(ask.by, speech.language) if ask.by else "none"
    return speech.say("broadcast-asks", what=what, by=by, quorum=ask.quorum.value)


def _send_label(speech: Speech, view: Preview) -> str:
    if view.plan.urgent:
        return speech.label("broadcast-send-urgent")
    at = view.plan.send_at
    if at is None:
        return speech.label("broadcast-send")
    day = day_and_month(at.astimezone(view.zone).date(), speech.language)
    return speech.label("broadcast-send-at", day=day, time=time_of(at, view.zone))


def _send(label: str, draft: Composing) -> Button:
    return button(label, SendBroadcast(stamp=draft.stamp))


def _part(speech: Speech, key: Key, part: Part) -> Button:
    return button(speech.label(key), EditBroadcast(part=part))


def _words(speech: Speech, key: Key, what: int) -> Button:
    return button(speech.label(key), EditBroadcast(part=Part.WORDS, value=what))


def _chosen(speech: Speech, key: Key, chosen: bool, part: Part, value: int) -> Button:  # noqa: FBT001 - whether it is marked
    label = speech.label(key)
    marked = speech.label("broadcast-chosen", label=label) if chosen else label
    return button(marked, EditBroadcast(part=part, value=value))


def _toggle(
    speech: Speech,
    label: str,
    chosen: bool,  # noqa: FBT001 - whether it is marked
    part: Part,
    value: int,
    page: int,
) -> Button:
    marked = speech.label("broadcast-chosen", label=label) if chosen else label
    return button(marked, EditBroadcast(part=part, value=value, page=page))


def _back(speech: Speech) -> Button:
    return _part(speech, "broadcast-back", Part.PREVIEW)


def _leave(speech: Speech) -> Button:
    return button(speech.label("broadcast-leave"), OpenBroadcasts())


def _wrong(speech: Speech, wrong: Key | None) -> Html:
    return escaped(speech.label(wrong)) if wrong else NOTHING


def _in_rows(buttons: Sequence[Button], size: int) -> list[Sequence[Button]]:
    return [buttons[at : at + size] for at in range(0, len(buttons), size)]
