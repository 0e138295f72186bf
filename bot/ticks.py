"""The page of jobs: what the program does by itself, and how often, a row for each."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Protocol

from bot.composition.database import Database
from bot.composition.use_cases import TurnDesk, UseCases
from bot.jobs.page import INBOX_KEPT, Job
from bot.jobs.turns import Deed, EachSchool, IsDue, OfSchool, Schools
from core.notices.timing import SchoolDelivery

Run = Callable[[], Awaitable[object]]

_SOON: Final = timedelta(minutes=5)
_LATER: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class SchoolTick:
    """Deeds for each school that are looked after together; they name what a desk offers."""

    id: str
    every: timedelta
    deeds: tuple[Deed, ...]


class Asked(Protocol):
    """What does something for a school, and says before whether it is due there."""

    async def is_due(self, of: SchoolDelivery, /) -> bool:
        """Say whether anything is due, which takes nothing but reading."""
        ...

    async def __call__(self, of: SchoolDelivery, /) -> object:
        """Do what is due."""
        ...


def _where_due(*finds: Callable[[TurnDesk], Asked]) -> tuple[Deed, ...]:
    """Return deeds of which each is asked about first."""
    return tuple(Deed(one, is_due=_is_due(one)) for one in finds)


def _is_due(finds: Callable[[TurnDesk], Asked]) -> Callable[[TurnDesk], IsDue]:
    return lambda desk: finds(desk).is_due


def _asked(
    does: Callable[[TurnDesk], OfSchool],
    schools: Callable[[TurnDesk], Schools],
    is_due: Callable[[TurnDesk], IsDue] | None = None,
) -> Deed:
    """Return a deed that is seldom due, and asked about first."""
    return Deed(does, schools, is_due)


OF_SCHOOLS: Final = (
    SchoolTick("control-works-tick", _SOON, _where_due(lambda desk: desk.warn_of_controls)),
    SchoolTick("period-marks-tick", _LATER, _where_due(lambda desk: desk.tell_missing)),
    SchoolTick(
        "review-tick",
        _LATER,
        _where_due(lambda desk: desk.tell_reviews_of_day, lambda desk: desk.nudge_reviews),
    ),
    # To know whether warnings are due all missed lessons are counted: that is the work itself.
    SchoolTick("truancy-tick", _LATER, (Deed(lambda desk: desk.look_for_truancy),)),
    SchoolTick("paper-tick", _LATER, _where_due(lambda desk: desk.make_paper_runs)),
    SchoolTick("absences-tick", _LATER, _where_due(lambda desk: desk.bring_week_of_absences)),
    SchoolTick(
        "personal-data-tick",
        _LATER,
        _where_due(
            lambda desk: desk.close_entered,
            lambda desk: desk.pass_on_corrections,
            lambda desk: desk.ask_for_data,
            lambda desk: desk.tell_of_data_checks,
        ),
    ),
    SchoolTick(
        "broadcast-tick",
        timedelta(seconds=30),
        _where_due(lambda desk: desk.follow_broadcasts),
    ),
    SchoolTick(
        "access-tick",
        timedelta(minutes=1),
        (
            _asked(
                lambda desk: desk.remind_of_lost_access,
                lambda desk: desk.remind_of_lost_access.schools,
                lambda desk: desk.remind_of_lost_access.is_due,
            ),
            _asked(
                lambda desk: desk.remind_of_breaches,
                lambda desk: desk.remind_of_breaches.schools,
                lambda desk: desk.remind_of_breaches.is_due,
            ),
        ),
    ),
    SchoolTick(
        "message-tick",
        timedelta(seconds=5),
        (
            _asked(lambda desk: desk.tell_lost, lambda desk: desk.tell_lost.schools),
            _asked(
                lambda desk: lambda of: desk.tell_lost_words(of.school),
                lambda desk: desk.tell_lost_words.schools,
            ),
        ),
    ),
    SchoolTick(
        "helpdesk-tick",
        timedelta(seconds=20),
        (
            _asked(
                lambda desk: lambda of: desk.call_consultants(of.school),
                lambda desk: desk.call_consultants.schools,
                lambda desk: lambda of: desk.call_consultants.is_due(of.school),
            ),
            _asked(
                lambda desk: lambda of: desk.look_after_tickets(of.school),
                lambda desk: desk.look_after_tickets.schools,
                lambda desk: lambda of: desk.look_after_tickets.is_due(of.school),
            ),
        ),
    ),
    SchoolTick("duty-tick", _LATER, _where_due(lambda desk: desk.tell_duty_flaws)),
    SchoolTick(
        "training-tick",
        _SOON,
        _where_due(lambda desk: desk.remind_of_trainings, lambda desk: desk.tell_of_no_training),
    ),
    SchoolTick("vendor-tick", _LATER, _where_due(lambda desk: desk.remind_of_packets)),
)
"""What asks of each school what is due there."""


@dataclass(frozen=True, slots=True)
class Whole:
    """What looks after all schools at once."""

    look_for_notices: Callable[[], None]
    look_after_periods: Run
    send_codes: Run
    show_answered: Run
    show_cards: Run
    send_packets: Run


def page(store: Database, use_cases: UseCases, whole: Whole) -> tuple[Job, ...]:
    """Return all jobs of the program."""

    async def look() -> None:
        whole.look_for_notices()

    async def forget_updates() -> None:
        async with store.transaction() as tx:
            await tx.inbox.forget(before=store.clock.now() - INBOX_KEPT)

    def each_school(deeds: tuple[Deed, ...]) -> EachSchool:
        bound = [one.bound(use_cases.each) for one in deeds]
        return EachSchool(store.reading, store.transaction, bound)

    return (
        Job("outbox-net", timedelta(seconds=5), look),
        Job("period-tick", _SOON, whole.look_after_periods),
        Job("mail-codes", timedelta(seconds=5), whole.send_codes),
        Job("mail-answers", timedelta(seconds=2), whole.show_answered),
        Job("broadcast-cards", timedelta(seconds=2), whole.show_cards),
        Job("vendor-letters", timedelta(seconds=5), whole.send_packets),
        Job("inbox-forget", timedelta(hours=6), forget_updates),
        *(Job(one.id, one.every, each_school(one.deeds)) for one in OF_SCHOOLS),
    )
