"""The words for each kind of news: alone as a head with lines, among others as one line."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from bot.screens.breaches.news_words import breach_block, breach_line
from bot.screens.excuses.news_words import excuse_block, excuse_line
from bot.screens.excuses.words import declined_line
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
from bot.screens.news.broadcast_words import broadcast_block, broadcast_line
from bot.screens.news.message_words import message_block, message_line
from bot.screens.news.school_words import school_block, school_line
from bot.screens.paper.news_words import paper_block, paper_line
from bot.screens.parts.lesson import mark_of, subject_of, subject_within
from bot.screens.parts.naming import full_name, teacher_name
from bot.screens.people.lost_news import lost_access_block, lost_access_line
from bot.screens.totals.news_words import totals_block, totals_line
from bot.screens.watch.data_news import data_block, data_line
from bot.screens.watch.missed_news import missed_week_block, missed_week_line
from bot.screens.watch.truancy_words import truancy_block, truancy_line
from bot.texts.formats import clock_time, day_and_month, exact, plain, weekday_and_day
from bot.texts.html import NOTHING, Html, cut, mid_sentence
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.journal.values import AbsenceCode, ReasonState
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

_WORK_LENGTH = 100
_TEXT_LENGTH = 400
_TEXT_IN_A_LINE = 100
_COMMON_WEIGHT = 1


@dataclass(frozen=True, slots=True)
class Told:
    """News with how its child is called; `who` is empty for the pupil who reads it.

    `alone`: no other mark of the subject is told along, so that the mean's step is this mark's.
    `last`: of several marks of a subject the last one tells the mean.
    """

    news: News
    who: str
    alone: bool = True
    last: bool = True


def block(speech: Speech, told: Told) -> list[Html]:  # noqa: C901, PLR0911, PLR0912, PLR0915 - a line for each kind
    """Return one piece of news in full: who and what first."""
    match told.news:
        case MarkNews() as mark:
            return [head_of_marks(speech, told), mark_line(speech, mark), _mean(speech, told)]
        case AbsenceNews() as absence:
            what = _absence(speech, absence)
            return [_headed_absence(speech, told.who, what), _reason(speech, absence)]
        case HomeworkNews() as homework:
            text = _homework(speech, homework, most=_TEXT_LENGTH)
            return [_headed_homework(speech, told.who, homework), text]
        case ReplacementNews() as replacement:
            return [
                _headed_replacement(speech, told.who, replacement),
                _replacement(speech, replacement),
            ]
        case UnreachableNews() as unreachable:
            head = speech.say("news-unreachable-head", who=told.who)
            return [head, _unreachable(speech, unreachable)]
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
        case (BroadcastNews() | OverdueNews() | StoppedNews() | UnheardNews()) as of_broadcast:
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
            return _line_of_mark(speech, told, mark)
        case AbsenceNews() as absence:
            what, reason = _absence(speech, absence), _reason(speech, absence)
            if not reason:
                return speech.say("news-line-absence-off", what=what)
            return speech.say("news-line-absence", what=what, reason=reason)
        case HomeworkNews() as homework:
            return speech.say(
                "news-line-homework",
                subject=subject_of(homework.subject),
                what=_change_of_homework(speech, homework),
                text=_homework(speech, homework, most=_TEXT_IN_A_LINE),
            )
        case ReplacementNews() as replacement:
            subject, what = subject_within(replacement.subject), _replacement(speech, replacement)
            return speech.say("news-line-replacement", subject=subject, what=what)
        case UnreachableNews() as unreachable:
            return speech.say("news-line-unreachable", what=_unreachable(speech, unreachable))
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
        case (BroadcastNews() | OverdueNews() | StoppedNews() | UnheardNews()) as of_broadcast:
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


def head_of_marks(speech: Speech, told: Told) -> Html:
    """Return the first line of a subject's marks."""
    title = told.news.subject if isinstance(told.news, MarkNews) else ""
    if told.who:
        return speech.say("news-mark-head", who=told.who, subject=subject_within(title))
    return speech.say("news-mark-head-own", subject=subject_of(title))


def mark_line(speech: Speech, news: MarkNews) -> Html:
    """Return what happened to a mark: given, put right, or taken back."""
    day = day_and_month(news.day, speech.language)
    work = mid_sentence(cut(news.work, _WORK_LENGTH))
    before = mark_of(speech, news.before) if news.before else "none"
    if news.value is None:
        return speech.say("news-mark-taken-back", before=before, day=day)
    mark = mark_of(speech, news.value)
    if news.before is not None:
        return speech.say("news-mark-changed", mark=mark, before=before, work=work, day=day)
    if news.weight == _COMMON_WEIGHT:
        return speech.say("news-mark", mark=mark, work=work, day=day)
    weight = plain(news.weight, speech.language)
    return speech.say("news-mark-weighted", mark=mark, work=work, day=day, weight=weight)


def mean_after(speech: Speech, news: MarkNews) -> Html:
    """Return the mean as it stands now; nothing where no mark counts."""
    if news.mean is None:
        return NOTHING
    return speech.say("news-mean", after=exact(news.mean, speech.language))


def _mean(speech: Speech, told: Told) -> Html:
    news = told.news
    if not isinstance(news, MarkNews) or news.mean is None or not told.last:
        return NOTHING
    if not told.alone or news.mean_before is None or news.mean_before == news.mean:
        return mean_after(speech, news)
    before, after = exact(news.mean_before, speech.language), exact(news.mean, speech.language)
    return speech.say("news-mean-moved", before=before, after=after)


def _line_of_mark(speech: Speech, told: Told, news: MarkNews) -> Html:
    what = Html(mid_sentence(mark_line(speech, news)))
    subject, mean = subject_of(news.subject), _mean(speech, told)
    if not mean:
        return speech.say("news-line-mark", subject=subject, what=what)
    return speech.say("news-line-mark-mean", subject=subject, what=what, mean=mean)


def _headed_absence(speech: Speech, who: str, what: Html) -> Html:
    if who:
        return speech.say("news-absence-head", who=who, what=what)
    return speech.say("news-absence-head-own", what=what)


def _absence(speech: Speech, news: AbsenceNews) -> Html:
    day, subject = weekday_and_day(news.day, speech.language), subject_within(news.subject)
    when = (
        speech.say("news-absence-when-untimed", day=day, subject=subject)
        if news.starts is None
        else speech.say(
            "news-absence-when", day=day, time=clock_time(news.starts), subject=subject
        )
    )
    if not news.stands:
        return speech.say("news-absence-off", number=news.number, when=when)
    return speech.say("news-absence", code=news.code.value, number=news.number, when=when)


def _reason(speech: Speech, news: AbsenceNews) -> Html:
    # Who came late is there: only where the reason is asked for, or known, is it told.
    if not news.stands or news.code is AbsenceCode.LATE:
        return NOTHING
    if news.declined is not None and news.reason is ReasonState.UNKNOWN:
        return declined_line(speech, news.declined)
    return speech.say("news-absence-reason", code=news.code.value, reason=news.reason.value)


def _headed_homework(speech: Speech, who: str, news: HomeworkNews) -> Html:
    what = _change_of_homework(speech, news)
    if who:
        subject = subject_within(news.subject)
        return speech.say("news-homework-head", who=who, subject=subject, what=what)
    return speech.say("news-homework-head-own", subject=subject_of(news.subject), what=what)


def _change_of_homework(speech: Speech, news: HomeworkNews) -> Html:
    change = "changed" if news.changed else "new"
    return speech.say("news-homework-what", change=change if news.text else "taken_back")


def _homework(speech: Speech, news: HomeworkNews, *, most: int) -> Html:
    if not news.text:
        return speech.say("news-homework-gone", day=_day(speech, news.set_on))
    text = cut(news.text, most)
    if news.due is None:
        return speech.say("news-homework-undated", day=_day(speech, news.set_on), text=text)
    due = weekday_and_day(news.due, speech.language)
    return speech.say("news-homework-due", due=due, text=text)


def _headed_replacement(speech: Speech, who: str, news: ReplacementNews) -> Html:
    if who:
        subject = subject_within(news.subject)
        return speech.say("news-replacement-head", who=who, subject=subject)
    return speech.say("news-replacement-head-own", subject=subject_of(news.subject))


def _replacement(speech: Speech, news: ReplacementNews) -> Html:
    day = weekday_and_day(news.day, speech.language)
    teacher = teacher_name(news.teacher) if news.teacher else "none"
    key: Key = "news-replacement" if news.stands else "news-replacement-off"
    return speech.say(key, day=day, number=news.number, teacher=teacher)


def _unreachable(speech: Speech, news: UnreachableNews) -> Html:
    return speech.say("news-unreachable", name=full_name(speech, news.who))


def _day(speech: Speech, day: date) -> str:
    return day_and_month(day, speech.language)
