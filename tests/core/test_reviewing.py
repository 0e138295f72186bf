"""Parents review, the school hears, families are nudged: on the school in memory."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.access.people import Actor, Address, Channel, Role
from core.diary.acknowledging import Acknowledge, Acknowledgement, Outcome
from core.diary.reading import Reader
from core.diary.totals.facts import TotalsReviewed
from core.diary.totals.own_reviews import ReadOwnReviews
from core.diary.totals.review import Standing
from core.diary.totals.reviewing import ReadTotals, ReviewTotals
from core.diary.totals.tables import ClassReviews, ReadClassPeriod, ReadClassWeek
from core.diary.views import Period
from core.errors import AccessRefused
from core.ids import ClassId, PersonId, PupilId, SchoolId
from core.journal.turned_periods import TurnPeriods
from core.journal.values import AbsenceCode, PeriodKind
from core.notices.ledger import Draft, NoticeKind
from core.notices.preferences import CHOSE_NOTHING, Nights, Preferences, Timing, Topic
from core.notices.printing import NewRun, OnPaper
from core.notices.telling.asked_reviews import Reminded, RemindReviewers
from core.notices.telling.missing import TellMissing
from core.notices.telling.nudging import NudgeReviews, is_evening
from core.notices.telling.review_nudges import FindHearing
from core.notices.telling.reviews import TellReviews, TellReviewsOfDay
from core.notices.timing import SchoolDelivery
from core.regulation.forms import QuietHours
from core.regulation.profile import Delivery
from tests.core.builders import Heard, StoppedClock
from tests.school import School, Seed
from tests.school.records import Guardianship
from tests.school.school import Turn

MOSCOW = ZoneInfo("Europe/Moscow")
FRIDAY, SATURDAY, SUNDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22)
DECIDED_EACH, DECIDED_DAILY = '{"review.told": "each"}', '{"review.told": "daily"}'


def at(day: date, hour: int = 18, minute: int = 0, zone: ZoneInfo = MOSCOW) -> datetime:
    return datetime.combine(day, time(hour, minute), zone)


@dataclass
class Town:
    """7А with Маша and her parents; what is told stands in the ledger."""

    decided: str = DECIDED_DAILY
    zone: str = "Europe/Moscow"
    clock: StoppedClock = field(default_factory=lambda: StoppedClock(at(FRIDAY)))

    def __post_init__(self) -> None:
        self.store = School(self.clock)
        self.seed = Seed(zone=self.zone, decided=self.decided)
        self.school: SchoolId = self.seed.school
        self.class_id: ClassId = self.seed.a_class()
        self.masha: PupilId = self.seed.a_pupil(class_id=self.class_id)
        self.mother: PersonId = self.seed.a_guardian(self.masha)
        self.father: PersonId = self.seed.a_guardian(self.masha, given="Пётр")
        self.leader: PersonId = self.seed.a_teacher(self.class_id)
        self.seed.a_year()
        self.course = self.seed.a_course(self.masha)
        self.period = self.seed.a_period(self.course)
        self.seed.a_slot(self.course)
        for person in (self.mother, self.father, self.leader, self.masha):
            self.seed.an_account(person, value=str(person))

    async def settle(self) -> "Town":
        await self.seed.plant(self.store)
        return self

    async def who(self, turn: Turn, person: PersonId) -> Actor:
        return await turn.directory.recognise(
            Address(Channel.TELEGRAM, str(person)), language="ru"
        )

    async def holds_a_sheet(self, first: date, last: date) -> None:
        """Let the class teacher hand the family the results of some days on paper."""
        now = self.clock.now()
        async with self.store.transaction() as turn:
            run = await turn.paper_runs.add_run(
                NewRun(self.school, self.class_id, first, last, now)
            )
            asked = {self.masha: OnPaper.DECLINED}
            await turn.paper_runs.put_on(run, self.school, asked, at=now)
            await turn.paper_runs.hand_over(run, [self.masha], at=now, by=self.leader)

    async def reviews(self, person: PersonId, day: date, hour: int = 12) -> Outcome:
        """Let a guardian open the totals and confirm them."""
        self.clock.at = at(day, hour, zone=ZoneInfo(self.zone))
        async with self.store.transaction() as turn:
            actor, read = await self.who(turn, person), self.totals(turn)
            facts = TellReviews(turn.outbox, turn.audience, turn.regulations)
            acknowledge = Acknowledge(turn.acknowledgements, self.clock)
            review = ReviewTotals(read, acknowledge, facts, self.clock)
            shown = await read(actor, self.masha)
            return (await review(actor, self.masha, stamp=shown.stamp)).outcome

    def reader(self, turn: Turn) -> Reader:
        return Reader(turn.diary, self.clock, turn.regulations)

    def totals(self, turn: Turn) -> ReadTotals:
        return ReadTotals(self.reader(turn), turn.acknowledgements, turn.reviews)

    def own(self, turn: Turn) -> ReadOwnReviews:
        return ReadOwnReviews(self.reader(turn), turn.acknowledgements, turn.reviews)

    def tables(self, turn: Turn) -> ClassReviews:
        return ClassReviews(
            turn.acknowledgements, turn.reviews, turn.directory, turn.regulations, self.clock
        )

    async def ticks(self, day: date, hour: int = 18, minute: int = 0) -> None:
        self.clock.at = at(day, hour, minute, ZoneInfo(self.zone))
        async with self.store.transaction() as turn:
            known = (turn.acknowledgements, turn.reviews, turn.directory)
            kept = (turn.outbox, turn.reminders, turn.regulations, self.clock)
            for school in await turn.delivery.all():
                await TellReviewsOfDay(*known, *kept)(school)
                await NudgeReviews(*known, hearing_in(turn), *kept)(school)
                await TellMissing(turn.missing_marks, *kept)(school)

    async def is_reminded(self, when: datetime) -> Reminded:
        """Let the class teacher remind by hand."""
        self.clock.at = when
        async with self.store.transaction() as turn:
            remind = RemindReviewers(
                turn.acknowledgements,
                turn.reviews,
                turn.directory,
                hearing_in(turn),
                turn.outbox,
                turn.reminders,
                turn.delivery,
                turn.regulations,
                self.clock,
            )
            return await remind(await self.who(turn, self.leader), self.class_id)

    async def chooses(self, person: PersonId, chosen: Preferences) -> None:
        async with self.store.transaction() as turn:
            await turn.preferences.keep(self.school, person, chosen, at=self.clock.now())

    async def blocks(self, person: PersonId) -> None:
        async with self.store.transaction() as turn:
            actor = await self.who(turn, person)
            await turn.directory.set_reachable(actor.account.id, reachable=False)

    async def told(self, kind: NoticeKind) -> list[Draft]:
        async with self.store.reading() as turn:
            rows = await turn.outbox.rows(self.school)
        return [row.notice.draft for row in rows if row.notice.draft.kind is kind]

    async def nudged(self) -> list[PersonId]:
        return [one.recipient for one in await self.told(NoticeKind.REVIEW_NUDGE)]


def hearing_in(turn: Turn) -> FindHearing:
    return FindHearing(turn.audience, turn.preferences)


async def a_town(**told: str) -> Town:
    return await Town(**told).settle()


async def test_totals_count_the_week_and_leave_out_who_came_late() -> None:
    town = Town()
    lesson = town.seed.a_lesson(town.course)
    town.seed.an_absence(lesson, town.masha, AbsenceCode.ILL)
    town.seed.an_absence(town.seed.a_lesson(town.course, number=2), town.masha, AbsenceCode.LATE)
    town.seed.a_mark(town.seed.a_work(town.course), town.masha, "4")
    await town.settle()

    async with town.store.reading() as turn:
        shown = await town.totals(turn)(await town.who(turn, town.mother), town.masha)

    assert (shown.marks, shown.absences, shown.may_review) == (1, 1, True)
    assert shown.shown == "2026-11-16: 1, 1\nАлгебра: 4.00"


async def test_a_pupil_reads_the_totals_and_may_not_confirm_them() -> None:
    town = await a_town()

    async with town.store.transaction() as turn:
        actor = await town.who(turn, PersonId(town.masha))
        read = town.totals(turn)
        shown = await read(actor, town.masha)
        acknowledge = Acknowledge(turn.acknowledgements, town.clock)
        review = ReviewTotals(read, acknowledge, Heard(), town.clock)
        with pytest.raises(AccessRefused):
            await review(actor, town.masha, stamp=shown.stamp)
        with pytest.raises(AccessRefused):
            await town.own(turn)(actor, town.masha)

    assert not shown.may_review


async def test_a_review_is_made_known_and_the_same_day_counts_once() -> None:
    town, heard = await a_town(), Heard()

    async with town.store.transaction() as turn:
        actor, read = await town.who(turn, town.mother), town.totals(turn)
        acknowledge = Acknowledge(turn.acknowledgements, town.clock)
        review = ReviewTotals(read, acknowledge, heard, town.clock)
        stamp = (await read(actor, town.masha)).stamp
        stale = await review(actor, town.masha, stamp=stamp + 1)
        first = await review(actor, town.masha, stamp=stamp)
        again = await review(actor, town.masha, stamp=stamp)

    outcomes = [one.outcome for one in (stale, first, again)]
    assert outcomes == [Outcome.CHANGED, Outcome.RECORDED, Outcome.AGAIN]
    assert (stale.totals.reviewed, first.totals.reviewed) == ((), (FRIDAY,))
    (fact,) = heard.facts
    assert isinstance(fact, TotalsReviewed)
    assert (fact.pupil, fact.by.person) == (town.masha, town.mother)


class Answered:
    """Keeps nothing: another process was quicker, after this one had looked."""

    async def given(self, *_: object) -> list[Acknowledgement]:
        return []

    async def add(self, one: Acknowledgement, *, since: datetime | None) -> None:
        return None


async def test_a_review_that_another_process_has_just_recorded_is_made_known_once() -> None:
    town, heard = await a_town(), Heard()

    async with town.store.transaction() as turn:
        actor, read = await town.who(turn, town.mother), town.totals(turn)
        review = ReviewTotals(read, Acknowledge(Answered(), town.clock), heard, town.clock)
        stamp = (await read(actor, town.masha)).stamp
        told = await review(actor, town.masha, stamp=stamp)

    assert (told.outcome, heard.facts) == (Outcome.AGAIN, [])


async def test_another_guardian_s_two_days_are_enough_where_one_is() -> None:
    town = await a_town()
    for day in (date(2026, 11, 16), FRIDAY):
        await town.reviews(town.father, day)

    async with town.store.reading() as turn:
        shown = await town.totals(turn)(await town.who(turn, town.mother), town.masha)

    assert (shown.done_by_other, shown.reviewed, shown.missing) == (True, (), 2)


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Europe/Moscow", FRIDAY), ("Asia/Kamchatka", SATURDAY), ("America/New_York", FRIDAY)],
)
async def test_a_day_is_the_school_s(zone: str, day: date) -> None:
    town = await a_town(zone=zone)
    town.clock.at = at(FRIDAY, 16)

    async with town.store.transaction() as turn:
        actor, read = await town.who(turn, town.mother), town.totals(turn)
        acknowledge = Acknowledge(turn.acknowledgements, town.clock)
        review = ReviewTotals(read, acknowledge, Heard(), town.clock)
        done = await review(actor, town.masha, stamp=(await read(actor, town.masha)).stamp)

    assert done.totals.reviewed == (day,)


async def test_the_own_record_holds_the_weeks_of_the_period() -> None:
    town = await a_town()
    for day in (date(2026, 11, 9), date(2026, 11, 10), FRIDAY):
        await town.reviews(town.mother, day)

    async with town.store.reading() as turn:
        read = town.own(turn)
        own = await read(await town.who(turn, town.mother), town.masha)

    assert [(one.monday.day, len(one.days), one.is_done) for one in own.weeks] == [
        (16, 1, False),
        (9, 2, True),
        (2, 0, False),
    ]


async def test_a_week_of_holidays_is_in_the_own_record_only_where_it_was_reviewed() -> None:
    town = Town()
    town.seed.a_holiday("Каникулы", date(2026, 11, 2), date(2026, 11, 15))
    await town.settle()
    await town.reviews(town.mother, date(2026, 11, 9))
    town.clock.at = at(FRIDAY)

    async with town.store.reading() as turn:
        read = town.own(turn)
        own = await read(await town.who(turn, town.mother), town.masha)

    assert [(one.monday.day, len(one.days)) for one in own.weeks] == [(16, 0), (9, 1)]


async def test_the_own_record_turns_to_the_periods_that_have_begun() -> None:
    town = Town()
    town.seed.a_period(
        town.course, title="I четверть", begins=date(2026, 9, 1), ends=date(2026, 10, 25)
    )
    await town.settle()

    async with town.store.reading() as turn:
        read, mother = (
            town.own(turn),
            await town.who(turn, town.mother),
        )
        now = await read(mother, town.masha)
        assert now.before
        past = await read(mother, town.masha, now.before.begins)

    assert (now.before.title, now.after) == ("I четверть", None)
    assert (past.period, past.before, past.after) == (now.before, None, now.period)
    assert past.weeks[0].monday == date(2026, 10, 19)


A_QUARTER_OF_LAST_YEAR = ("IV четверть", date(2026, 3, 30), date(2026, 5, 24))


async def with_last_year() -> Town:
    """Return the town whose courses were taught in a quarter of the year before too."""
    town, (title, begins, ends) = Town(), A_QUARTER_OF_LAST_YEAR
    town.seed.a_year(date(2025, 9, 1), date(2026, 5, 31))
    town.seed.a_period(town.course, title=title, begins=begins, ends=ends)
    return await town.settle()


async def test_the_own_record_turns_over_the_years_to_the_first_and_the_last() -> None:
    town, (_, begins, _) = await with_last_year(), A_QUARTER_OF_LAST_YEAR

    async with town.store.reading() as turn:
        read, mother = town.own(turn), await town.who(turn, town.mother)
        now = await read(mother, town.masha)
        past = await read(mother, town.masha, begins)

    assert (now.before, now.after) == (past.period, None)
    assert (past.before, past.after) == (None, now.period)


async def test_before_the_first_period_of_a_year_the_own_record_is_of_the_year_before() -> None:
    town, (title, begins, ends) = await with_last_year(), A_QUARTER_OF_LAST_YEAR
    town.clock.at = at(date(2026, 9, 15))

    async with town.store.reading() as turn:
        own = await town.own(turn)(await town.who(turn, town.mother), town.masha)

    assert own.period == Period(title, PeriodKind.QUARTER, begins, ends)
    assert (own.before, own.after) == (None, None)


async def test_a_sheet_in_hand_tells_the_parent_what_it_tells_the_class_teacher() -> None:
    town = await a_town()
    await town.holds_a_sheet(date(2026, 11, 16), date(2026, 11, 22))

    async with town.store.reading() as turn:
        mother, leader = await town.who(turn, town.mother), await town.who(turn, town.leader)
        shown = await town.totals(turn)(mother, town.masha)
        own = await town.own(turn)(mother, town.masha)
        of_class = await ReadClassWeek(town.tables(turn))(leader, town.class_id)

    assert [one.on_paper for one in of_class.pupils] == [True]
    assert shown.standing is Standing.ON_PAPER
    assert [(one.monday.day, one.on_paper) for one in own.weeks] == [
        (16, True),
        (9, False),
        (2, False),
    ]


async def test_before_the_first_period_there_is_no_record() -> None:
    town = await a_town()
    town.clock.at = at(date(2026, 10, 1))

    async with town.store.reading() as turn:
        actor = await town.who(turn, town.mother)
        own = await town.own(turn)(actor, town.masha)
        leader = await town.who(turn, town.leader)
        table = ReadClassPeriod(town.tables(turn), TurnPeriods(turn.missing_marks))
        of_class = await table(leader, town.class_id)

    assert (own.period, own.weeks) == (None, ())
    assert (of_class.period, of_class.pupils) == (None, ())


async def test_a_class_s_week_and_period_show_who_is_done() -> None:
    town = Town()
    petya = town.seed.a_pupil("Петя", class_id=town.class_id)
    await town.settle()
    for day in (date(2026, 11, 9), date(2026, 11, 10), FRIDAY):
        await town.reviews(town.mother, day)

    async with town.store.reading() as turn:
        leader = await town.who(turn, town.leader)
        week = await ReadClassWeek(town.tables(turn))(leader, town.class_id)
        before = await ReadClassWeek(town.tables(turn))(leader, town.class_id, date(2026, 11, 9))
        read_period = ReadClassPeriod(town.tables(turn), TurnPeriods(turn.missing_marks))
        period = await read_period(leader, town.class_id)

    shown = {one.child.pupil: (one.days, one.is_done, one.has_guardians) for one in week.pupils}
    assert shown == {town.masha: ((FRIDAY,), False, True), petya: ((), False, False)}
    assert {one.child.pupil for one in before.pupils if one.is_done} == {town.masha}
    assert period.weeks == 2
    assert [(one.child.pupil, one.done) for one in period.pupils] == [(petya, 0), (town.masha, 1)]
    assert [one.child.pupil for one in before.missing] == [petya]
    assert (before.after, week.after) == (week.monday, None)


async def test_what_a_guardian_reviewed_counts_no_more_when_the_right_is_withdrawn() -> None:
    town = await a_town()
    for day in (date(2026, 11, 16), FRIDAY):
        await town.reviews(town.mother, day)
    links = town.store.world.all(Guardianship, lambda it: it.guardian_id == town.mother)
    for link in list(links):
        town.store.world.change(link, gone_at=town.clock.at)

    async with town.store.reading() as turn:
        leader = await town.who(turn, town.leader)
        week = await ReadClassWeek(town.tables(turn))(leader, town.class_id)
    await town.ticks(SATURDAY)

    assert [(one.days, one.is_done) for one in week.pupils] == [((), False)]
    assert await town.nudged() == [town.father]


async def test_a_week_of_the_past_stays_done_by_who_was_a_guardian_then() -> None:
    town = await a_town()
    for day in (date(2026, 11, 9), date(2026, 11, 10)):
        await town.reviews(town.mother, day)
    town.clock.at = at(FRIDAY)
    links = town.store.world.all(Guardianship, lambda it: it.guardian_id == town.mother)
    for link in list(links):
        town.store.world.change(link, gone_at=town.clock.at)

    async with town.store.reading() as turn:
        read_period = ReadClassPeriod(town.tables(turn), TurnPeriods(turn.missing_marks))
        leader = await town.who(turn, town.leader)
        period = await read_period(leader, town.class_id)
        week = await ReadClassWeek(town.tables(turn))(leader, town.class_id, date(2026, 11, 9))

    assert [one.done for one in period.pupils] == [1]
    assert [one.is_done for one in week.pupils] == [True]


async def test_a_period_whose_first_week_runs_has_no_weeks_yet() -> None:
    town = await a_town()
    town.clock.at = at(date(2026, 11, 4))

    async with town.store.reading() as turn:
        read_period = ReadClassPeriod(town.tables(turn), TurnPeriods(turn.missing_marks))
        period = await read_period(await town.who(turn, town.leader), town.class_id)

    assert (period.weeks, [one.done for one in period.pupils]) == (0, [0])


async def test_guardians_are_nudged_once_and_on_the_right_evening() -> None:
    town = await a_town()

    for day in (FRIDAY, SATURDAY, SATURDAY, SUNDAY):
        await town.ticks(day)

    assert await town.nudged() == [town.mother, town.father]


async def test_a_nudge_is_about_this_evening_and_this_week() -> None:
    town = await a_town()

    await town.ticks(SATURDAY)

    (nudge, _) = await town.told(NoticeKind.REVIEW_NUDGE)
    assert (nudge.about, nudge.subject) == (town.masha, date(2026, 11, 16).toordinal())
    assert nudge.valid_until == at(SUNDAY, 0)


async def test_one_day_before_moves_the_nudge_to_sunday_and_to_that_guardian() -> None:
    town = await a_town()
    await town.reviews(town.mother, date(2026, 11, 17))

    await town.ticks(SATURDAY)
    on_saturday = await town.nudged()
    await town.ticks(SUNDAY)

    assert (on_saturday, await town.nudged()) == ([], [town.mother])


async def test_a_nudge_comes_neither_too_early_in_the_day_nor_at_night() -> None:
    town = await a_town()

    for hour, minute in ((17, 29), (21, 0), (23, 59)):
        await town.ticks(SATURDAY, hour, minute)

    assert await town.nudged() == []


async def test_who_has_not_come_in_or_has_refused_is_not_nudged() -> None:
    town = Town()
    town.seed.a_consent(town.father, town.masha)
    town.seed.a_guardianship(town.masha, town.seed.a_guardian())
    await town.settle()

    await town.ticks(SATURDAY)

    assert await town.nudged() == [town.mother]


async def test_who_cannot_hear_keeps_nobody_from_being_nudged() -> None:
    town = Town()
    town.seed.a_consent(town.father, town.masha)
    await town.settle()
    await town.reviews(town.father, date(2026, 11, 17))

    await town.ticks(SATURDAY)

    assert await town.nudged() == [town.mother]


async def test_who_switched_nudges_off_keeps_the_other_from_nothing() -> None:
    town = await a_town()
    await town.reviews(town.mother, date(2026, 11, 16))
    await town.chooses(town.mother, CHOSE_NOTHING.timed(Topic.REVIEW, Timing.OFF))

    await town.ticks(SATURDAY)
    await town.ticks(SUNDAY)

    assert await town.nudged() == [town.father]


async def test_who_blocked_the_bot_is_not_waited_for() -> None:
    town = await a_town()
    await town.reviews(town.mother, date(2026, 11, 16))
    await town.blocks(town.mother)

    await town.ticks(SATURDAY)

    assert await town.nudged() == [town.father]


async def test_whose_own_quiet_hours_fill_the_evening_is_not_waited_for() -> None:
    town = await a_town()
    await town.reviews(town.mother, date(2026, 11, 16))
    own = CHOSE_NOTHING.with_nights(Nights.OWN, QuietHours(time(17), time(9)))
    await town.chooses(town.mother, own)

    await town.ticks(SATURDAY)

    assert await town.nudged() == [town.father]


async def test_a_reminder_by_hand_is_the_week_s_nudge() -> None:
    town = await a_town()
    wednesday = date(2026, 11, 18)

    first = await town.is_reminded(at(wednesday))
    again = await town.is_reminded(at(wednesday, 19))
    next_day = await town.is_reminded(at(date(2026, 11, 19)))
    await town.ticks(SATURDAY)

    assert (first.told, first.before) == (2, [])
    assert [(one.told, [it.pupil for it in one.before]) for one in (again, next_day)] == [
        (0, [town.masha]),
        (0, [town.masha]),
    ]
    assert sorted(await town.nudged()) == sorted([town.mother, town.father])


async def test_a_nudge_by_itself_leaves_nobody_to_remind() -> None:
    town = await a_town()
    await town.ticks(SATURDAY)

    reminded = await town.is_reminded(at(SATURDAY, 20))

    assert (reminded.told, [one.pupil for one in reminded.before]) == (0, [town.masha])


async def test_nobody_is_reminded_of_a_week_that_is_lost() -> None:
    town = await a_town()
    await town.reviews(town.mother, date(2026, 11, 17))

    reminded = await town.is_reminded(at(SUNDAY, 12))

    assert (reminded.told, reminded.too_late) == (1, False)
    assert await town.nudged() == [town.mother]


@pytest.mark.parametrize("when", [at(SATURDAY, 21, 30), at(SATURDAY, 23)])
async def test_nobody_is_reminded_who_would_hear_after_the_last_chance(when: datetime) -> None:
    town = await a_town()

    reminded = await town.is_reminded(when)

    assert reminded == Reminded(0, [], too_late=True)
    assert await town.nudged() == []


async def test_quiet_hours_outlast_the_week_but_not_for_who_has_none() -> None:
    town = await a_town()
    for person in (town.mother, town.father):
        await town.reviews(person, date(2026, 11, 17))
    await town.chooses(town.father, CHOSE_NOTHING.with_nights(Nights.NONE))

    reminded = await town.is_reminded(at(SUNDAY, 21, 30))

    assert (reminded.told, reminded.too_late) == (1, True)
    assert await town.nudged() == [town.father]


async def test_a_reminder_ends_with_the_last_day_that_saves_the_week() -> None:
    town = await a_town()

    await town.is_reminded(at(FRIDAY, 21, 30))

    told = await town.told(NoticeKind.REVIEW_NUDGE)
    assert {one.valid_until for one in told} == {at(SUNDAY, 0)}


async def test_who_cannot_hear_a_reminder_is_not_counted() -> None:
    town = await a_town()
    await town.blocks(town.mother)
    await town.chooses(town.father, CHOSE_NOTHING.timed(Topic.REVIEW, Timing.OFF))

    assert await town.is_reminded(at(FRIDAY)) == Reminded(0, [])


async def test_who_holds_the_week_on_paper_is_not_reminded() -> None:
    town = await a_town()
    await town.holds_a_sheet(date(2026, 11, 16), SUNDAY)

    assert await town.is_reminded(at(FRIDAY)) == Reminded(0, [])


async def test_who_holds_the_week_on_paper_is_not_nudged() -> None:
    town = await a_town()
    await town.holds_a_sheet(date(2026, 11, 16), SATURDAY)

    await town.ticks(SATURDAY)

    assert await town.nudged() == []


async def test_nobody_is_nudged_in_a_week_without_lessons() -> None:
    town = Town()
    town.seed.a_holiday("Каникулы", date(2026, 11, 16), SUNDAY)
    await town.settle()

    await town.ticks(SATURDAY)

    assert await town.nudged() == []


async def test_a_class_teacher_hears_of_each_review_where_the_school_wants_it() -> None:
    town = await a_town(decided=DECIDED_EACH)

    for day in (FRIDAY, SATURDAY):
        await town.reviews(town.mother, day)
    await town.ticks(SATURDAY, 9)

    told = await town.told(NoticeKind.REVIEWED)
    assert [(one.recipient, one.about) for one in told] == [(town.leader, town.masha)] * 2
    assert len({one.record for one in told}) == 2
    assert await town.told(NoticeKind.REVIEWS_OF_DAY) == []


async def test_a_class_teacher_hears_of_a_day_once_and_after_a_standstill_too() -> None:
    town = await a_town()
    for day in (date(2026, 11, 18), FRIDAY):
        await town.reviews(town.mother, day)

    for hour in (7, 8, 12):
        await town.ticks(SATURDAY, hour)

    told = await town.told(NoticeKind.REVIEWS_OF_DAY)
    assert [(one.recipient, date.fromordinal(one.subject).day) for one in told] == [
        (town.leader, 18),
        (town.leader, 20),
    ]
    assert await town.told(NoticeKind.REVIEWED) == []


async def test_a_review_of_the_evening_is_in_the_next_morning_s_message() -> None:
    town = await a_town()
    await town.ticks(FRIDAY, 9)
    await town.reviews(town.mother, FRIDAY, hour=23)

    await town.ticks(SATURDAY, 9)

    (told,) = await town.told(NoticeKind.REVIEWS_OF_DAY)
    assert date.fromordinal(told.subject) == FRIDAY


@pytest.mark.parametrize(
    ("quiet", "hour", "evening"),
    [
        (QuietHours(), 17, False),
        (QuietHours(), 18, True),
        (QuietHours(), 21, False),
        (QuietHours(time(17), time(7)), 18, False),
        (QuietHours(time(17), time(8)), 16, False),
        (QuietHours(time(0), time(8)), 9, False),
        (None, 23, True),
    ],
)
def test_evening_is_from_the_digest_until_the_quiet_hours(
    quiet: QuietHours | None,
    hour: int,
    evening: bool,
) -> None:
    school = SchoolDelivery(SchoolId(1), MOSCOW, Delivery(quiet_hours=quiet))

    assert is_evening(school, at(SATURDAY, hour)) is evening


TIMES = st.times().map(lambda one: one.replace(second=0, microsecond=0))


@given(digest=TIMES, begin=TIMES, end=TIMES)
@example(time(21, 30), time(21), time(7))
@example(time(18), time(17), time(8))
@example(time(0, 10), time(0), time(23, 59))
def test_each_day_has_an_evening_whatever_the_school_sets(
    digest: time, begin: time, end: time
) -> None:
    rules = Delivery(quiet_hours=QuietHours(begin, end), digest_at=digest)
    school = SchoolDelivery(SchoolId(1), MOSCOW, rules)

    assert any(is_evening(school, at(SATURDAY, *divmod(one, 60))) for one in range(24 * 60))


def test_evening_comes_by_the_clock_on_the_wall_when_the_clock_is_changed() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    school = SchoolDelivery(SchoolId(1), berlin, Delivery())
    changed = date(2026, 10, 25)

    begun = [
        is_evening(school, at(changed, hour, minute, berlin))
        for hour, minute in ((16, 30), (17, 29), (17, 30), (20, 59))
    ]

    assert begun == [False, False, True, True]


ENDS, LAST_SCHOOL_DAY = date(2026, 12, 27), date(2026, 12, 26)


async def test_missing_marks_are_told_from_a_week_before_the_end_and_on_mondays_after() -> None:
    town = await a_town()

    # The period ends on a Sunday: its last school day is the one before.
    for days in (9, 8, 8, 1, 0, -1, -2):
        await town.ticks(ENDS - timedelta(days=days), 9)

    told = await town.told(NoticeKind.MISSING_OF_CLASS)
    assert [(one.recipient, one.subject, one.happened_at.day) for one in told] == [
        (town.leader, town.period, 19),
        (town.leader, town.period, 26),
        (town.leader, town.period, 28),
    ]


async def test_nobody_hears_at_night_or_where_nothing_is_missing() -> None:
    town = Town()
    deputy = town.seed.a_person()
    town.seed.a_role(deputy, Role.DEPUTY_HEAD)
    town.seed.an_account(deputy)
    town.seed.a_period_mark(town.period, town.course, town.masha)
    await town.settle()

    await town.ticks(LAST_SCHOOL_DAY, 7)
    await town.ticks(LAST_SCHOOL_DAY, 9)

    assert await town.told(NoticeKind.MISSING_OF_SCHOOL) == []


@pytest.mark.parametrize(
    ("days", "roles"), [(4, {"deputy"}), (3, {"deputy", "administrator", "head"})]
)
async def test_all_who_answer_for_the_school_hear_once_families_should_see_the_marks(
    days: int, roles: set[str]
) -> None:
    town = Town()
    people = {"deputy": Role.DEPUTY_HEAD, "administrator": Role.ADMINISTRATOR, "head": Role.HEAD}
    known = {}
    for name, role in people.items():
        person = town.seed.a_person()
        town.seed.a_role(person, role)
        town.seed.an_account(person)
        known[person] = name
    await town.settle()

    await town.ticks(ENDS - timedelta(days=days), 9)

    told = await town.told(NoticeKind.MISSING_OF_SCHOOL)
    assert {known[one.recipient] for one in told} == roles
