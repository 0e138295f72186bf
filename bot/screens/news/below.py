"""What stands below a message of news: the answers that it asks for, and where it leads."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.callbacks.diary import OpenDay, OpenHomework, OpenTimetable
from bot.callbacks.places import OpenMenu, Place
from bot.screens.breaches.news_words import breach_buttons
from bot.screens.excuses.news_words import asked_buttons, excuse_buttons
from bot.screens.forecast.news_words import forecast_buttons, read_button
from bot.screens.helpdesk.duty_news import stand_in_buttons
from bot.screens.helpdesk.invitations import no_training_buttons, training_buttons
from bot.screens.helpdesk.packet_news import packet_buttons
from bot.screens.news.school_words import files_button, school_buttons
from bot.screens.paper.news_words import paper_buttons
from bot.screens.parts.of_children import A_FEW, by_name, family_button
from bot.screens.parts.screen import Button, Rows, button, rows
from bot.screens.people.lost_news import lost_access_button, lost_access_buttons
from bot.screens.people.menu import PLACES, open_place
from bot.screens.totals.news_words import (
    OF_THE_SCHOOL,
    totals_buttons,
    why_of_several,
)
from bot.screens.watch.data_news import data_buttons
from bot.screens.watch.missed_news import missed_week_button
from bot.screens.watch.truancy_words import read_truancy_button, truancy_buttons
from bot.texts.speech import Speech
from core.ids import PersonId, PupilId
from core.notices.news.absences import MissedWeekNews
from core.notices.news.breaches import BreachNews
from core.notices.news.broadcasts import (
    BroadcastNews,
    OverdueNews,
    StoppedNews,
    UnheardNews,
    WithdrawnNews,
)
from core.notices.news.duty import StandInNews
from core.notices.news.excuses import ClaimNews, DecisionNews, SearchNews
from core.notices.news.forecasts import ClassNews, ForecastNews, ToAcknowledge, WarningNews
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
    WithdrawnNews,
    MessageNews,
    LostNews,
    TicketNews,
    TicketWordsNews,
    TicketLostNews,
    DutyCallNews,
    DutyFlawsNews,
)
"""What is told to who has another way to it, or may open no diary."""
FORMAL = (UnreachableNews, ClaimNews, SearchNews, ReviewedNews, TruancyDraftNews)
"""What names its child in full, as a document does."""
_TO_READ = (ForecastNews, WarningNews, TruancyNews, TruancyDraftNews)


def answers_and_places(
    speech: Speech, told: Sequence[News], names: Mapping[PupilId, str], recipient: PersonId
) -> Rows:
    """Return the buttons of a message: what is asked, then the places where it is read on."""
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
        return rows(*_rows_of_one(speech, told[0]), [menu])
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
    if len(opened) > A_FEW and not any(isinstance(one, FORMAL) for one in told):
        return rows([family_button(speech), menu])
    return rows(*([_diary_of(speech, pupil, who)] for pupil, who in opened[:A_FEW]), [menu])


def _diary_of(speech: Speech, pupil: PupilId, who: str) -> Button:
    label = speech.label("news-open-diary", name=who) if who else speech.label("place-diary")
    return open_place(label, Place.DIARY, pupil, anew=True)


def _rows_of_one(speech: Speech, one: News) -> Rows:
    found = _of_one(speech, one)
    # What asks for an answer stands apart: beside two others a phone cuts its words off.
    return rows(found[:1], found[1:]) if isinstance(one, ToAcknowledge) else rows(found)


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
            | WithdrawnNews()
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
