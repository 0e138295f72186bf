"""A class is looked after day by day: risks come and go, pupils move, and periods run abreast."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from core.diary.issuing.drafts import WarningState
from core.diary.issuing.early_warnings import EarlyWarning
from core.ids import ClassId, PeriodId
from core.journal.values import PeriodKind
from core.notices.issue.look_after import DueClasses
from core.notices.ledger import Ending, NoticeKind, Why
from tests.core.issued import ISSUED, NearTheEnd
from tests.school import records
from tests.school.records import LONG_AGO

TEACHER = "701"
TOMORROW, IN_TWO_DAYS, IN_THREE, IN_FOUR = (ISSUED + timedelta(days=days) for days in (1, 2, 3, 4))


@pytest.fixture
async def town() -> NearTheEnd:
    found = NearTheEnd()
    await found.settle()
    return found


async def looked_after(
    town: NearTheEnd, at: datetime, class_id: ClassId | None = None
) -> list[NoticeKind]:
    """Look after a class on a day; return what anybody is told then."""
    town.clock.at = at
    async with town.school.transaction() as turn:
        before = len(await turn.outbox.rows(town.of_school))
        await town.look(turn)(town.of_school, class_id or town.class_7a)
        rows = await turn.outbox.rows(town.of_school)
    return [row.notice.draft.kind for row in rows[before:]]


async def warnings(town: NearTheEnd, period: int | None = None) -> Sequence[EarlyWarning]:
    async with town.school.transaction() as turn:
        asked = PeriodId(period or town.period)
        found: Sequence[EarlyWarning] = await turn.early_warnings.of_pupils([town.masha], [asked])
    return found


def with_marks(town: NearTheEnd, *, standing: bool) -> None:
    for one in list(town.school.world.tables[records.Mark].values()):
        if one.value == "2":
            town.school.world.change(one, value="5")
        elif one.value == "5" and not standing:
            town.school.world.change(one, value="2")


async def test_a_risk_that_was_over_and_is_back_is_drafted_again(town: NearTheEnd) -> None:
    await looked_after(town, ISSUED)
    with_marks(town, standing=True)
    await looked_after(town, IN_TWO_DAYS)
    (dropped,) = await warnings(town)

    with_marks(town, standing=False)
    await looked_after(town, IN_THREE)

    (again,) = await warnings(town)
    assert (dropped.state, dropped.decided_by) == (WarningState.DROPPED, None)
    assert again == replace(dropped, state=WarningState.DRAFT, made_at=IN_THREE, decided_at=None)


async def refused(town: NearTheEnd) -> None:
    async with town.school.transaction() as turn:
        rows = [one.notice for one in await turn.outbox.rows(town.of_school)]
        warned = [one.id for one in rows if one.draft.kind is NoticeKind.WARNING]
        await turn.outbox.settle(
            warned, Ending.REFUSED, at=town.clock.at, reason=Why.UNREACHABLE.value
        )
        actor = await town.actor(turn, "700")
        await turn.directory.set_reachable(actor.account.id, reachable=False)


async def on_paper(town: NearTheEnd) -> int:
    (warning,) = await warnings(town)
    async with town.school.transaction() as turn:
        return len(await turn.print_run.of(NoticeKind.WARNING, [warning.id], [town.masha]))


async def test_a_warning_that_was_refused_goes_on_paper(town: NearTheEnd) -> None:
    await looked_after(town, ISSUED)
    await looked_after(town, IN_TWO_DAYS)
    await refused(town)

    await looked_after(town, IN_THREE)

    assert await on_paper(town) == 1


ENDINGS = {
    "refused, and reachable again": (Ending.REFUSED, Why.UNREACHABLE.value, True, 1),
    "refused, and not reachable": (Ending.REFUSED, Why.UNREACHABLE.value, False, 0),
    "without a chat, and in one now": (Ending.REFUSED, Why.NOT_LINKED.value, True, 1),
    "rejected as such": (Ending.REFUSED, Why.REJECTED.value, True, 0),
    "the right was withdrawn for a while": (Ending.EXPIRED, Why.NO_RIGHT.value, True, 1),
    "delivered": (Ending.DELIVERED, "", True, 0),
    "nobody knows": (Ending.UNKNOWN, "", True, 0),
    "overtaken": (Ending.EXPIRED, Why.OVERTAKEN.value, True, 0),
}


@pytest.mark.parametrize("kind", [NoticeKind.FORECAST, NoticeKind.WARNING])
@pytest.mark.parametrize(
    ("ending", "reason", "reachable", "again"), ENDINGS.values(), ids=ENDINGS.keys()
)
async def test_what_did_not_reach_a_family_is_told_once_it_can_be(
    town: NearTheEnd, kind: NoticeKind, ending: Ending, reason: str, reachable: bool, again: int
) -> None:
    await looked_after(town, ISSUED)
    await looked_after(town, IN_TWO_DAYS)
    async with town.school.transaction() as turn:
        rows = [one.notice for one in await turn.outbox.rows(town.of_school)]
        told = [one.id for one in rows if one.draft.kind is kind]
        await turn.outbox.settle(told, ending, at=town.clock.at, reason=reason)
        actor = await town.actor(turn, "700")
        await turn.directory.set_reachable(actor.account.id, reachable=reachable)

    first = await looked_after(town, IN_THREE)
    second = await looked_after(town, IN_FOUR)

    assert [first.count(kind), second.count(kind)] == [again, 0]


async def test_a_warning_whose_risk_is_over_goes_on_no_paper(town: NearTheEnd) -> None:
    await looked_after(town, ISSUED)
    await looked_after(town, IN_TWO_DAYS)
    await refused(town)

    with_marks(town, standing=True)
    await looked_after(town, IN_THREE)

    assert await on_paper(town) == 0


async def test_what_the_class_teacher_dropped_stays_dropped(town: NearTheEnd) -> None:
    await looked_after(town, ISSUED)
    (draft,) = await warnings(town)
    async with town.school.transaction() as turn:
        await turn.early_warnings.decide(
            draft.id, WarningState.DROPPED, at=ISSUED, by=town.teacher, reason="Болел"
        )

    await looked_after(town, IN_TWO_DAYS)

    (found,) = await warnings(town)
    assert (found.state, found.reason) == (WarningState.DROPPED, "Болел")


async def moves(town: NearTheEnd) -> ClassId:
    """Move Маша to 7Б, whose class teacher has come in; another pupil stays in 7А."""
    seed = town.seed
    class_7b = seed.a_class("7Б")
    seed.an_account(seed.a_teacher(class_7b), value="703")
    stays = seed.a_pupil("Петя", class_id=town.class_7a)
    seed.enrolled(stays, town.course)
    seed.enrolled(town.masha, class_7b)
    await seed.plant(town.school)
    in_7a = town.school.world.all(
        records.Enrolment,
        lambda it: (it.person_id, it.group_id) == (town.masha, town.class_7a),
    )
    for one in list(in_7a):
        town.school.world.change(one, gone_at=LONG_AGO)
    return class_7b


async def test_a_draft_goes_with_the_pupil_to_the_class_of_now(town: NearTheEnd) -> None:
    await looked_after(town, ISSUED)
    class_7b = await moves(town)

    await looked_after(town, IN_TWO_DAYS)
    (left,) = await warnings(town)
    told = await looked_after(town, IN_TWO_DAYS, class_7b)

    (found,) = await warnings(town)
    assert left.state is WarningState.DRAFT
    assert (found.class_id, found.child.class_title) == (class_7b, "7Б")
    assert found.state is WarningState.SENT
    assert NoticeKind.WARNINGS_DRAFTED in told


async def test_the_class_teacher_of_now_finds_the_draft(town: NearTheEnd) -> None:
    await looked_after(town, ISSUED)
    class_7b = await moves(town)

    async with town.school.transaction() as turn:
        before = await town.read_warnings(turn)(await town.actor(turn, TEACHER), town.class_7a)
        now = await town.read_warnings(turn)(await town.actor(turn, "703"), class_7b)

    assert [len(one.listed) for one in (before, now)] == [0, 1]


async def by_half_years(town: NearTheEnd) -> int:
    """Teach Маша music by half-years, with too few marks of it; return the half-year."""
    seed = town.seed
    music = seed.a_course(town.masha, title="Музыка", subject=seed.a_subject("Музыка"))
    begins, ends = date(2026, 9, 1), date(2026, 12, 27)
    half_year = seed.a_period(
        music, title="I полугодие", kind=PeriodKind.HALF_YEAR, begins=begins, ends=ends
    )
    seed.a_mark(seed.a_work(music, day=date(2026, 9, 8)), town.masha, "4")
    await seed.plant(town.school)
    return half_year


async def test_a_half_year_subject_among_quarters_is_issued_and_warned_of_in_its_half_year(
    town: NearTheEnd,
) -> None:
    half_year = await by_half_years(town)

    told = await looked_after(town, ISSUED)

    assert told.count(NoticeKind.FORECAST) == 2
    assert [one.title for one in await warnings(town)] == ["Алгебра"]
    assert [one.title for one in await warnings(town, half_year)] == ["Музыка"]


async def test_a_class_in_two_periods_is_due_once(town: NearTheEnd) -> None:
    await by_half_years(town)

    async with town.school.transaction() as turn:
        due = DueClasses(turn.issues, turn.delivery, turn.regulations, town.clock)
        first = await due()
        await town.look(turn)(town.of_school, town.class_7a)
        after = await due()

    assert [one.term.id for one in first] == [town.period]
    assert list(after) == []


async def test_each_forecast_is_sent_by_a_word_of_its_own(town: NearTheEnd) -> None:
    half_year = PeriodId(await by_half_years(town))
    town.clock.at = datetime(2026, 12, 1, 9, tzinfo=UTC)

    async with town.school.transaction() as turn:
        actor = await town.actor(turn, TEACHER)
        sent = [await town.issue(turn)(actor, town.class_7a, half_year) for _ in range(2)]
        other = await town.read_issue(turn)(actor, town.class_7a)
        own = await town.read_issue(turn)(actor, town.class_7a, half_year)

    assert sent == [True, False]
    assert other.term is not None
    assert own.term is not None
    assert (other.term.issue, own.term.issue is None) == (None, False)
    assert own.terms == (other.term, own.term)


async def test_the_forecast_of_a_period_tells_of_its_own_subjects(town: NearTheEnd) -> None:
    await by_half_years(town)
    await looked_after(town, ISSUED)

    async with town.school.transaction() as turn:
        rows = [
            row.notice
            for row in await turn.outbox.rows(town.of_school)
            if row.notice.draft.kind is NoticeKind.FORECAST
        ]
        news = await town.gather(turn)(NoticeKind.FORECAST, rows)

    told = {one.period: [it.title for it in one.subjects] for one in news.values()}  # type: ignore[union-attr]  # of forecasts
    assert told == {"II четверть": ["Алгебра"], "I полугодие": ["Музыка"]}


async def test_who_changes_class_on_the_day_of_the_forecast_gets_it_once(
    town: NearTheEnd,
) -> None:
    first = await looked_after(town, ISSUED)
    class_7b = await moves(town)

    told = await looked_after(town, ISSUED + timedelta(minutes=5), class_7b)
    later = await looked_after(town, TOMORROW, class_7b)

    assert NoticeKind.FORECAST in first
    assert NoticeKind.FORECAST_SENT in told
    assert NoticeKind.FORECAST not in {*told, *later}
