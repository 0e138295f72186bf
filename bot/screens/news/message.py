"""What comes by itself: one message for all that a person is told at once, grouped by child."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.screens.broadcasts.message import told as whole_broadcast
from bot.screens.broadcasts.to_sender import ToSender, to_sender
from bot.screens.helpdesk.told import whole as whole_of_help
from bot.screens.messages.message import lost
from bot.screens.messages.message import told as whole_message
from bot.screens.news.below import FORMAL, answers_and_places
from bot.screens.news.fitting import Line, OfChild, fitted
from bot.screens.news.mark_words import head_of_marks, mark_line, mean_after
from bot.screens.news.told import Told
from bot.screens.news.words import block, line
from bot.screens.paper.news_words import with_sheets
from bot.screens.parts.naming import first_name, full_name
from bot.screens.parts.screen import Screen, lines
from bot.screens.totals.news_words import totals_together
from bot.texts.html import NOTHING, Html, joined
from bot.texts.speech import Speech
from core.access.people import Name
from core.ids import PersonId, PupilId
from core.notices.news.broadcasts import BroadcastNews
from core.notices.news.excuses import SearchNews
from core.notices.news.journal import AbsenceNews, MarkNews, News
from core.notices.news.messages import LostNews, MessageNews
from core.notices.news.paper import PaperNews
from core.notices.news.tickets import TicketTold

_URGENT = (AbsenceNews, SearchNews)


def news(
    speech: Speech, told: Sequence[News], *, recipient: PersonId, whole: bool = False
) -> Screen:
    """Tell all news in one message; what does not fit its twelve lines is counted and a tap away.

    As a `whole`, for a letter or its page, it tells everything: there is no tap. Every child is
    named; a pupil needs no name. A long digest comes without sound, unless it tells of an absence.
    """
    alone = told[0]
    if len(told) == 1 and isinstance(alone, BroadcastNews):
        return whole_broadcast(speech, alone)  # somebody's words, and not ours to cut
    if len(told) == 1 and isinstance(alone, ToSender):
        return to_sender(speech, alone)
    if len(told) == 1 and isinstance(alone, MessageNews):
        return whole_message(speech, alone)
    if len(told) == 1 and isinstance(alone, LostNews):
        return lost(speech, alone)
    if len(told) == 1 and isinstance(alone, TicketTold):
        return whole_of_help(speech, alone)
    names = _names(speech, told, recipient)
    shown = fitted(_by_child(speech, _called(told, names), names), whole=whole)
    more = speech.say("more", count=shown.rest) if shown.rest else NOTHING
    alarming = any(isinstance(one, _URGENT) for one in told)
    screen = Screen(
        lines(shown.shown, more),
        answers_and_places(speech, told, names, recipient),
        silent=shown.cut and not alarming,
        neutral=_neutral(speech, told, recipient),
    )
    return with_sheets(speech, alone, screen) if isinstance(alone, PaperNews) else screen


def _names(speech: Speech, told: Sequence[News], recipient: PersonId) -> dict[PupilId, str]:
    children: dict[PupilId, Name] = {one.about: one.child for one in told}
    given = Counter(name.given for name in children.values())
    formal = {one.about for one in told if isinstance(one, FORMAL)}
    return {
        about: ""
        if about == recipient
        else full_name(speech, name)
        if about in formal or given[name.given] > 1
        else first_name(name)
        for about, name in children.items()
    }


def _called(told: Sequence[News], names: Mapping[PupilId, str]) -> list[Told]:
    marks = Counter(_cell(one) for one in told if isinstance(one, MarkNews))
    last = {_cell(one): one for one in told if isinstance(one, MarkNews)}
    return [
        Told(one, names[one.about], marks[_cell(one)] == 1, last[_cell(one)] is one)
        if isinstance(one, MarkNews)
        else Told(one, names[one.about])
        for one in told
    ]


def _cell(news: MarkNews) -> tuple[PupilId, str]:
    return news.about, news.subject


def _by_child(speech: Speech, told: list[Told], names: Mapping[PupilId, str]) -> list[OfChild]:
    if len(names) == 1:
        return [OfChild(_alone(speech, told))]
    by_child = [[one for one in told if one.news.about == about] for about in names]
    return [OfChild(_of_child(speech, of, of[0].who), Line(_short(speech, of))) for of in by_child]


def _alone(speech: Speech, told: list[Told]) -> list[Line]:
    if len(told) == 1:
        first, *others = block(speech, told[0])
        return [Line(first, 0), Line(others[0]), *(Line(one, 0) for one in others[1:])]
    marks = [one.news for one in told if isinstance(one.news, MarkNews)]
    if len(marks) == len(told) and len({_cell(one) for one in marks}) == 1:
        return [
            Line(head_of_marks(speech, told[0]), 0),
            *(Line(mark_line(speech, mark)) for mark in marks),
            Line(mean_after(speech, marks[-1]), 0),
        ]
    return _of_child(speech, told, told[0].who)


def _short(speech: Speech, told: list[Told]) -> Html:
    """Return one line that names the child: what is most urgent, and how much more there is."""
    urgent = [one for one in told if isinstance(one.news, _URGENT)]
    first = (urgent or told)[0]
    who = first.who or full_name(speech, first.news.child)
    rest = len(told) - 1
    said = speech.say("news-child", who=who, what=line(speech, first))
    return joined(" ", [said, speech.say("more", count=rest)]) if rest else said


def _of_child(speech: Speech, told: list[Told], who: str) -> list[Line]:
    together = totals_together(speech, [one.news for one in told], who)
    if together:
        return [Line(text, tells) for text, tells in together]
    head = (
        speech.say("news-many-head", who=who, count=len(told))
        if who
        else speech.say("news-many-head-own", count=len(told))
    )
    return [Line(head, 0), *(Line(line(speech, one)) for one in told)]


def _neutral(speech: Speech, told: Sequence[News], recipient: PersonId) -> Html:
    children = {one.about: one.child for one in told if one.about != recipient}
    if not children:
        return speech.say("news-neutral-own")
    initials = sorted({f"{(name.given or name.family)[:1]}." for name in children.values()})
    return speech.say("news-neutral", initials=", ".join(initials))
