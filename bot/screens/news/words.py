"""The words for each kind of news: alone as a head with lines, among others as one line."""

from typing import assert_never

from bot.screens.breaches.news_words import breach_block, breach_line
from bot.screens.excuses.news_words import excuse_block, excuse_line
from bot.screens.forecast.news_words import forecast_block, forecast_line
from bot.screens.helpdesk.duty_news import stand_in_block, stand_in_line
from bot.screens.helpdesk.invitations import (
    no_training_block,
    no_training_line,
    training_block,
    training_line,
)
from bot.screens.helpdesk.packet_news import packet_block, packet_line
from bot.screens.helpdesk.told import head_of, whole
from bot.screens.news.absence_words import absence_block, absence_line
from bot.screens.news.broadcast_words import broadcast_block, broadcast_line
from bot.screens.news.homework_words import homework_block, homework_line
from bot.screens.news.lesson_words import (
    replacement_block,
    replacement_line,
    unreachable_block,
    unreachable_line,
)
from bot.screens.news.mark_words import head_of_marks, line_of_mark, mark_line, mean_moved
from bot.screens.news.message_words import message_block, message_line
from bot.screens.news.school_words import school_block, school_line
from bot.screens.news.told import Told
from bot.screens.paper.news_words import paper_block, paper_line
from bot.screens.people.lost_news import lost_access_block, lost_access_line
from bot.screens.totals.news_words import totals_block, totals_line
from bot.screens.watch.data_news import data_block, data_line
from bot.screens.watch.missed_news import missed_week_block, missed_week_line
from bot.screens.watch.truancy_words import truancy_block, truancy_line
from bot.texts.html import Html
from bot.texts.speech import Speech
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
from core.notices.news.forecasts import ClassNews, ForecastNews, WarningNews
from core.notices.news.journal import (
    AbsenceNews,
    HomeworkNews,
    MarkNews,
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


def block(speech: Speech, told: Told) -> list[Html]:  # noqa: C901, PLR0911, PLR0912, PLR0915 - a line for each kind
    """Return one piece of news in full: who and what first."""
    match told.news:
        case MarkNews() as mark:
            return [head_of_marks(speech, told), mark_line(speech, mark), mean_moved(speech, told)]
        case AbsenceNews() as absence:
            return absence_block(speech, told.who, absence)
        case HomeworkNews() as homework:
            return homework_block(speech, told.who, homework)
        case ReplacementNews() as replacement:
            return replacement_block(speech, told.who, replacement)
        case UnreachableNews() as unreachable:
            return unreachable_block(speech, told.who, unreachable)
        case ClaimNews() | DecisionNews() | SearchNews() as of_excuse:
            return excuse_block(speech, of_excuse, told.who)
        case (
            EventNews()
            | MoveNews()
            | ControlWorkNews()
            | RecommendationNews()
            | AnnouncementNews()
            | RemarkNews()
            | CheckNews()
        ) as of_school:
            return school_block(speech, of_school, told.who)
        case (ForecastNews() | WarningNews() | ClassNews()) as foreseen:
            return forecast_block(speech, foreseen, told.who)
        case (
            MissingNews() | NudgeNews() | PeriodMarkNews() | ReviewedNews() | ReviewsNews()
        ) as of_totals:
            return totals_block(speech, of_totals, told.who)
        case (
            BroadcastNews() | OverdueNews() | StoppedNews() | UnheardNews() | WithdrawnNews()
        ) as of_broadcast:
            return broadcast_block(speech, of_broadcast)
        case (MessageNews() | LostNews()) as of_thread:
            return message_block(speech, of_thread)
        case PaperNews() as paper:
            return paper_block(speech, paper)
        case MissedWeekNews() as week:
            return missed_week_block(speech, week)
        case StandInNews() as stand_in:
            return stand_in_block(speech, stand_in)
        case BreachNews() as breach:
            return breach_block(speech, breach)
        case LostAccessNews() as lost:
            return lost_access_block(speech, lost)
        case TrainingNews() as training:
            return training_block(speech, training)
        case NoTrainingNews() as none:
            return no_training_block(speech, none)
        case PacketNews() as packet:
            return packet_block(speech, packet)
        case (
            TicketNews() | TicketWordsNews() | TicketLostNews() | DutyCallNews() | DutyFlawsNews()
        ) as of_help:
            return [whole(speech, of_help).text]
        case (TruancyNews() | TruancyDraftNews()) as missed:
            return truancy_block(speech, missed, told.who)
        case (DataCheckNews() | CorrectionsNews() | SettledNews() | ClassDataNews()) as of_data:
            return data_block(speech, of_data)
        case _:
            assert_never(told.news)


def line(speech: Speech, told: Told) -> Html:  # noqa: C901, PLR0911, PLR0912, PLR0915 - a line for each kind
    """Return one piece of news among others of the same child."""
    match told.news:
        case MarkNews() as mark:
            return line_of_mark(speech, told, mark)
        case AbsenceNews() as absence:
            return absence_line(speech, absence)
        case HomeworkNews() as homework:
            return homework_line(speech, homework)
        case ReplacementNews() as replacement:
            return replacement_line(speech, replacement)
        case UnreachableNews() as unreachable:
            return unreachable_line(speech, unreachable)
        case ClaimNews() | DecisionNews() | SearchNews() as of_excuse:
            return excuse_line(speech, of_excuse)
        case (
            EventNews()
            | MoveNews()
            | ControlWorkNews()
            | RecommendationNews()
            | AnnouncementNews()
            | RemarkNews()
            | CheckNews()
        ) as of_school:
            return school_line(speech, of_school)
        case (ForecastNews() | WarningNews() | ClassNews()) as foreseen:
            return forecast_line(speech, foreseen)
        case (
            MissingNews() | NudgeNews() | PeriodMarkNews() | ReviewedNews() | ReviewsNews()
        ) as of_totals:
            return totals_line(speech, of_totals)
        case (
            BroadcastNews() | OverdueNews() | StoppedNews() | UnheardNews() | WithdrawnNews()
        ) as of_broadcast:
            return broadcast_line(speech, of_broadcast)
        case (MessageNews() | LostNews()) as of_thread:
            return message_line(speech, of_thread)
        case PaperNews() as paper:
            return paper_line(speech, paper)
        case MissedWeekNews() as week:
            return missed_week_line(speech, week)
        case StandInNews() as stand_in:
            return stand_in_line(speech, stand_in)
        case BreachNews() as breach:
            return breach_line(speech, breach)
        case LostAccessNews() as lost:
            return lost_access_line(speech, lost)
        case TrainingNews() as training:
            return training_line(speech, training)
        case NoTrainingNews() as none:
            return no_training_line(speech, none)
        case PacketNews() as packet:
            return packet_line(speech, packet)
        case (
            TicketNews() | TicketWordsNews() | TicketLostNews() | DutyCallNews() | DutyFlawsNews()
        ) as of_help:
            return head_of(speech, of_help)
        case (TruancyNews() | TruancyDraftNews()) as missed:
            return truancy_line(speech, missed)
        case (DataCheckNews() | CorrectionsNews() | SettledNews() | ClassDataNews()) as of_data:
            return data_line(speech, of_data)
        case _:
            assert_never(told.news)
