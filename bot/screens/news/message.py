"""What comes by itself: one message for all that a person is told at once, grouped by child."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from bot.callbacks.diary import OpenDay, OpenHomework, OpenTimetable
from bot.callbacks.places import OpenMenu, Place
from bot.screens.breaches.news_words import breach_buttons
from bot.screens.broadcasts.message import told as whole_broadcast
from bot.screens.broadcasts.to_sender import ToSender, to_sender
from bot.screens.excuses.news_words import asked_buttons, excuse_buttons
from bot.screens.forecast.news_words import forecast_buttons, read_button
from bot.screens.helpdesk.duty_news import stand_in_buttons
from bot.screens.helpdesk.invitations import no_training_buttons, training_buttons
from bot.screens.helpdesk.packet_news import packet_buttons
from bot.screens.helpdesk.told import whole as whole_of_help
from bot.screens.messages.message import lost
from bot.screens.messages.message import told as whole_message
from bot.screens.news.fitting import Line, OfChild, fitted
from bot.screens.news.school_words import files_button, school_buttons
from bot.screens.news.words import Told, block, head_of_marks, line, mark_line, mean_after
from bot.screens.paper.news_words import paper_buttons, with_sheets
from bot.screens.parts.naming import first_name, full_name
from bot.screens.parts.of_children import A_FEW, by_name, family_button
from bot.screens.parts.screen import Button, Rows, Screen, button, lines, rows
from bot.screens.people.lost_news import lost_access_button, lost_access_buttons
from bot.screens.people.menu import PLACES, open_place
from bot.screens.totals.news_words import (
    OF_THE_SCHOOL,
    totals_buttons,
    totals_together,
    why_of_several,
)
from bot.screens.watch.data_news import data_buttons
from bot.screens.watch.missed_news import missed_week_button
from bot.screens.watch.truancy_words import read_truancy_button, truancy_buttons
from bot.texts.html import NOTHING, Html, joined
from bot.texts.speech import Speech
from core.access.people import Name
from core.ids import PersonId, PupilId
from core.notices.news.absences import MissedWeekNews
from core.notices.news.breaches import BreachNews
from core.notices.news.broadcasts import BroadcastNews, OverdueNews, StoppedNews, UnheardNews
from core.notices.news.duty import StandInNews
from core.notices.news.excuses import ClaimNews, DecisionNews, SearchNews
from core.notices.news.forecasts import ClassNews, ForecastNews, WarningNews
from core.notices.news.journal import (
    AbsenceNews,
    HomeworkNews,
    MarkNews,
    News,
    ReplacementNews,
    UnreachableNews,
)
from core.notices.news.lost_access import LostAccessNews
from core.notices.news.messages import LostNews, MessageNews
from core.notices.news.packets import PacketNews
from core.notices.news.paper import PaperNews
from core.notices.news.personal_data import (
    ClassDataNews,
    CorrectionsNews,
    DataCheckNews,
    SettledNews,
)
from core.notices.news.school import (
    AnnouncementNews,
    CheckNews,
    ControlWorkNews,
    EventNews,
    MoveNews,
    RecommendationNews,
    RemarkNews,
)
from core.notices.news.tickets import (
    DutyCallNews,
    DutyFlawsNews,
    TicketLostNews,
    TicketNews,
    TicketTold,
    TicketWordsNews,
)
from core.notices.news.totals import (
    MissingNews,
    NudgeNews,
    PeriodMarkNews,
    ReviewedNews,
    ReviewsNews,
)
from core.notices.news.trainings import NoTrainingNews, TrainingNews
from core.notices.news.truancy import TruancyDraftNews, TruancyNews

_IN_A_ROW = 3
_CLASSES_WITH_BUTTONS = 4
_LONG_IN_A_ROW = 2
_WITHOUT_DIARY = (
    *OF_THE_SCHOOL,
    PaperNews,
    MissedWeekNews,
    ClaimNews,
    SearchNews,
    BroadcastNews,
    OverdueNews,
    StoppedNews,
    UnheardNews,
    MessageNews,
    LostNews,
    TicketNews,
    TicketWordsNews,
    TicketLostNews,
    DutyCallNews,
    DutyFlawsNews,
)
"""What is told to who has another way to it, or may open no diary."""
_TO_READ = (ForecastNews, WarningNews, TruancyNews, TruancyDraftNews)
_URGENT = (AbsenceNews, SearchNews)
_FORMAL = (UnreachableNews, ClaimNews, SearchNews, ReviewedNews, TruancyDraftNews)


def news(speech: Speech, told: Sequence[News], *, recipient: PersonId) -> Screen:
    """Tell all news in one message; what does not fit its twelve lines is counted and a tap away.

    Every child is named; a pupil needs no name. A long digest comes without sound, unless it
    tells of an absence.
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
    shown = fitted(_by_child(speech, _called(told, names), names))
    more = speech.say("more", count=shown.rest) if shown.rest else NOTHING
    alarming = any(isinstance(one, _URGENT) for one in told)
    screen = Screen(
        lines(shown.shown, more),
        _answers_and_places(speech, told, names, recipient),
        silent=shown.cut and not alarming,
        neutral=_neutral(speech, told, recipient),
    )
    return with_sheets(speech, alone, screen) if isinstance(alone, PaperNews) else screen


def _names(speech: Speech, told: Sequence[News], recipient: PersonId) -> dict[PupilId, str]:
    children: dict[PupilId, Name] = {one.about: one.child for one in told}
    given = Counter(name.given for name in children.values())
    formal = {one.about for one in told if isinstance(one, _FORMAL)}
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


def _answers_and_places(
    speech: Speech, told: Sequence[News], names: Mapping[PupilId, str], recipient: PersonId
) -> Rows:
    asked, places = asked_buttons(speech, told, names, recipient), _buttons(speech, told, names)
    in_one_row = tuple(button for row in places for button in row)
    # What is asked stands first; below it the places take one row, where they fit a phone's.
    fits = asked and len(in_one_row) <= _IN_A_ROW
    return (*asked, in_one_row) if fits else (*asked, *places)


def _buttons(speech: Speech, told: Sequence[News], names: Mapping[PupilId, str]) -> Rows:
    menu = button(speech.label("place-menu"), OpenMenu(anew=True))
    of_totals = totals_buttons(speech, told, names)
    if of_totals is not None:
        return rows(*of_totals, [*why_of_several(speech, told, names), menu])
    led = _of_classes(speech, told)
    if len(told) > 1 and led:
        return rows(led[:_LONG_IN_A_ROW], led[_LONG_IN_A_ROW:], [menu])
    to_read = _to_read(speech, told, names)
    if len(told) > 1 and to_read:
        return rows(*to_read, [menu])
    if len(names) > 1:
        return _diaries(speech, told, names, menu)
    if len(told) == 1:
        return rows(_of_one(speech, told[0]), [menu])
    pupil = told[0].about
    return rows([_place(speech, Place.DIARY, pupil), _place(speech, Place.MARKS, pupil)], [menu])


def _of_classes(speech: Speech, told: Sequence[News]) -> list[Button]:
    found = [one for one in told if isinstance(one, ClassNews)]
    buttons = [button for one in found for button in forecast_buttons(speech, one)]
    weeks = (one for one in told if isinstance(one, MissedWeekNews))
    buttons += [missed_week_button(speech, one, "missed-week-open-of") for one in weeks]
    lost = (one for one in told if isinstance(one, LostAccessNews))
    buttons += [lost_access_button(speech, one) for one in lost]
    return list(dict.fromkeys(buttons))[:_CLASSES_WITH_BUTTONS]


def _to_read(speech: Speech, told: Sequence[News], names: Mapping[PupilId, str]) -> Rows:
    # What must be acknowledged is read in full first; each of these leads on to the next.
    told = [one for one in told if not (isinstance(one, TruancyDraftNews) and not one.decides)]
    buttons = [
        read_truancy_button(speech, one, names[one.about])
        if isinstance(one, TruancyNews | TruancyDraftNews)
        else read_button(speech, one, names[one.about])
        for one in told
        if isinstance(one, _TO_READ)
    ]
    if any(isinstance(one, TruancyDraftNews) for one in told):
        return tuple((one,) for one in buttons[:A_FEW])  # of a class, whose pupils are many
    asked = [one.about for one in told if isinstance(one, _TO_READ)]
    return by_name(speech, list(zip(asked, buttons, strict=True)), names)


def _diaries(
    speech: Speech, told: Sequence[News], names: Mapping[PupilId, str], menu: Button
) -> Rows:
    elsewhere = {one.about for one in told if isinstance(one, _WITHOUT_DIARY)}
    opened = [one for one in names.items() if one[0] not in elsewhere]
    if len(opened) > A_FEW and not any(isinstance(one, _FORMAL) for one in told):
        return rows([family_button(speech), menu])
    return rows(*([_diary_of(speech, pupil, who)] for pupil, who in opened[:A_FEW]), [menu])


def _diary_of(speech: Speech, pupil: PupilId, who: str) -> Button:
    label = speech.label("news-open-diary", name=who) if who else speech.label("place-diary")
    return open_place(label, Place.DIARY, pupil, anew=True)


def _of_one(speech: Speech, one: News) -> list[Button]:  # noqa: C901, PLR0911, PLR0912 - a line for each kind
    match one:
        case MarkNews():
            return [_place(speech, Place.MARKS, one.about), _day(speech, one.about, one.day)]
        case AbsenceNews():
            return [_place(speech, Place.ABSENCES, one.about), _day(speech, one.about, one.day)]
        case HomeworkNews():
            label, day = speech.label("place-homework"), one.due.toordinal() if one.due else 0
            opened = [button(label, OpenHomework(pupil=one.about, day=day, anew=True))]
            return [*opened, *files_button(speech, one)]
        case ReplacementNews():
            label, day = speech.label("place-timetable"), one.day.toordinal()
            return [button(label, OpenTimetable(pupil=one.about, day=day, anew=True))]
        case (
            EventNews()
            | MoveNews()
            | ControlWorkNews()
            | RecommendationNews()
            | AnnouncementNews()
            | RemarkNews()
            | CheckNews()
        ):
            return school_buttons(speech, one)
        case ForecastNews() | WarningNews() | ClassNews():
            return forecast_buttons(speech, one)
        case PaperNews():
            return paper_buttons(speech, one)
        case MissedWeekNews():
            return [missed_week_button(speech, one, "missed-week-open")]
        case StandInNews():
            return stand_in_buttons(speech, one)
        case BreachNews():
            return breach_buttons(speech, one)
        case LostAccessNews():
            return lost_access_buttons(speech, one)
        case TrainingNews():
            return training_buttons(speech, one)
        case NoTrainingNews():
            return no_training_buttons(speech, one)
        case PacketNews():
            return packet_buttons(speech, one)
        case DataCheckNews() | CorrectionsNews() | SettledNews() | ClassDataNews():
            return data_buttons(speech, one)
        case TruancyNews() | TruancyDraftNews():
            return truancy_buttons(speech, one)
        case UnreachableNews():
            return []
        case MissingNews() | NudgeNews() | PeriodMarkNews() | ReviewedNews() | ReviewsNews():
            return []  # they brought their rows already
        case (
            BroadcastNews()
            | OverdueNews()
            | StoppedNews()
            | UnheardNews()
            | MessageNews()
            | LostNews()
        ):
            return []  # alone they bring a screen of their own
        case (
            TicketNews() | TicketWordsNews() | TicketLostNews() | DutyCallNews() | DutyFlawsNews()
        ):
            return []  # so do they
        case ClaimNews() | DecisionNews() | SearchNews():
            return excuse_buttons(speech, one)


def _day(speech: Speech, pupil: PupilId, day: date) -> Button:
    target = OpenDay(pupil=pupil, day=day.toordinal(), anew=True)
    return button(speech.label("news-open-day"), target)


def _place(speech: Speech, place: Place, pupil: PupilId) -> Button:
    return open_place(speech.label(PLACES[place]), place, pupil, anew=True)
