"""A class is looked after once a day; what its notices tell is what stands when they are told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core.diary.acknowledging import Acknowledged, Acknowledgement
from core.diary.forecast.foresee import Foresee, Foreseen
from core.diary.forecast.of_subject import Risk
from core.diary.issuing.drafts import (
    MOST_WORDS,
    AdaptDraft,
    DropDraft,
    OpenDraft,
    ReadDraft,
    SendDraft,
    WarningDecided,
    WarningState,
)
from core.diary.issuing.early_warnings import EarlyWarning
from core.diary.issuing.issue import NothingToForesee
from core.errors import AccessRefused, NotActivated, NotFound
from core.ids import NoticeId, PersonId, PupilId, SubjectId, WarningId
from core.notices.answers.acknowledged import OpenNotice
from core.notices.issue.reached import Reach
from core.notices.ledger import Change, Draft, Notice, NoticeKind
from core.notices.news.forecasts import ForecastNews, WarningNews
from core.notices.news.journal import Telling
from core.wording import TextWrong
from tests.core.issued import ISSUED, DecidedMeanwhile, NearTheEnd, Unaware
from tests.school import records
from tests.school.records import LONG_AGO

MOTHER, TEACHER, DEPUTY_HEAD = "700", "701", "702"
NOBODY = PupilId(PersonId(10**9))


@pytest.fixture
async def town() -> NearTheEnd:
    built = NearTheEnd()
    await built.settle()
    return built


async def looked_after(town: NearTheEnd) -> list[NoticeKind]:
    """Look after the class; return the kinds of all notices so far."""
    async with town.school.transaction() as turn:
        await town.look(turn)(town.of_school, town.class_7a)
        return [row.notice.draft.kind for row in await turn.outbox.rows(town.of_school)]


async def test_on_its_day_the_forecast_goes_and_who_is_at_risk_is_drafted(
    town: NearTheEnd,
) -> None:
    kinds = await looked_after(town)

    assert kinds == [
        NoticeKind.FORECAST_SENT,
        NoticeKind.FORECAST,
        NoticeKind.WARNINGS_DRAFTED,
    ]


async def test_a_second_look_on_the_day_does_nothing(town: NearTheEnd) -> None:
    first = await looked_after(town)

    assert await looked_after(town) == first


async def test_two_days_later_the_warning_goes_to_the_guardian(town: NearTheEnd) -> None:
    await looked_after(town)
    town.clock.at = ISSUED + timedelta(days=2)

    kinds = await looked_after(town)

    assert kinds[3:] == [NoticeKind.TO_PRINT, NoticeKind.WARNING, NoticeKind.PAPER_RUN]


async def test_a_class_that_is_taught_without_marks_gets_no_forecast(town: NearTheEnd) -> None:
    marks = list(town.school.world.all(records.Mark))
    for one in marks:
        town.school.world.change(one, gone_at=LONG_AGO)

    before = await looked_after(town)
    town.school.world.change(marks[0], gone_at=None)
    same_day = await looked_after(town)
    town.clock.at = ISSUED + timedelta(days=1)
    after = await looked_after(town)

    assert (before, same_day) == ([], [])
    assert NoticeKind.FORECAST in after


async def test_a_class_without_marks_is_foreseen_once_a_day(town: NearTheEnd) -> None:
    for one in list(town.school.world.all(records.Mark)):
        town.school.world.change(one, gone_at=LONG_AGO)

    async with town.school.transaction() as turn:
        counted = Counted(town.foresee(turn))
        for _ in range(3):
            await town.look(turn, foresee=counted)(town.of_school, town.class_7a)

    assert counted.asked == 1


async def test_nobody_is_warned_of_a_subject_that_is_taught_without_marks(
    town: NearTheEnd,
) -> None:
    await town.adds_a_subject("Музыка")

    await looked_after(town)
    async with town.school.transaction() as turn:
        drafts = await turn.early_warnings.of_pupils([town.masha], [town.period])
        day = ISSUED.date()
        found = await town.foresee(turn)(town.of_school, [town.masha], day=day, today=day)

    risks = {one.title: one.risk for one in found.subjects[town.masha]}
    assert risks == {"Алгебра": Risk.FAILING, "Музыка": Risk.NOT_CERTIFIED}
    assert [one.title for one in drafts] == ["Алгебра"]


async def test_once_marks_are_to_be_set_nobody_is_warned_any_more(town: NearTheEnd) -> None:
    town.clock.at = datetime(2026, 12, 25, 9, tzinfo=UTC)

    kinds = await looked_after(town)

    assert kinds == [NoticeKind.FORECAST_SENT, NoticeKind.FORECAST]


async def test_what_another_process_has_just_issued_is_not_issued_again(
    town: NearTheEnd,
) -> None:
    before = await looked_after(town)

    async with town.school.transaction() as turn:
        blind = town.look(turn, issues=Unaware(turn.issues))
        await blind(town.of_school, town.class_7a)
        rows = await turn.outbox.rows(town.of_school)

    assert len(rows) == len(before)


async def test_the_class_teacher_sends_it_once(town: NearTheEnd) -> None:
    async with town.school.transaction() as turn:
        actor = await town.actor(turn, TEACHER)
        sent = [await town.issue(turn)(actor, town.class_7a) for _ in range(2)]
        rows = await turn.outbox.rows(town.of_school)

    assert sent == [True, False]
    assert [row.notice.draft.kind for row in rows] == [NoticeKind.FORECAST]


async def test_between_two_periods_the_last_one_is_seen_and_nothing_is_sent(
    town: NearTheEnd,
) -> None:
    town.clock.at = datetime(2027, 1, 5, 9, tzinfo=UTC)

    async with town.school.transaction() as turn:
        actor = await town.actor(turn, TEACHER)
        view = await town.read_issue(turn)(actor, town.class_7a)
        warnings = await town.read_warnings(turn)(actor, town.class_7a)
        with pytest.raises(NotFound):
            await town.issue(turn)(actor, town.class_7a)

    assert view.term is not None
    assert (view.term.term.id, view.is_over) == (town.period, True)
    assert (warnings.over, warnings.listed) == ("II четверть", ())
    assert await looked_after(town) == []


async def test_a_parent_sends_no_forecast(town: NearTheEnd) -> None:
    async with town.school.transaction() as turn:
        actor = await town.actor(turn, MOTHER)
        with pytest.raises(AccessRefused):
            await town.issue(turn)(actor, town.class_7a)


async def test_the_administration_looks_and_does_not_send(town: NearTheEnd) -> None:
    await looked_after(town)

    async with town.school.transaction() as turn:
        actor = await town.actor(turn, DEPUTY_HEAD)
        view = await town.read_issue(turn)(actor, town.class_7a)
        warnings = await town.read_warnings(turn)(actor, town.class_7a)
        with pytest.raises(AccessRefused):
            await town.issue(turn)(actor, town.class_7a)
        with pytest.raises(AccessRefused):
            await town.open_warning(turn)(actor, warnings.listed[0].warning.id)

    assert (view.leads, warnings.leads) == (False, False)
    assert [(one.child.pupil, one.reach) for one in view.families] == [
        (town.masha, Reach.UNDER_WAY)
    ]


async def drafted(town: NearTheEnd) -> EarlyWarning:
    await looked_after(town)
    async with town.school.transaction() as turn:
        (draft,) = await turn.early_warnings.of_pupils([town.masha], [town.period])
        found: EarlyWarning = draft
    return found


async def test_the_word_of_the_class_teacher_sends_no_forecast_without_marks(
    town: NearTheEnd,
) -> None:
    for one in list(town.school.world.all(records.Mark)):
        town.school.world.change(one, gone_at=LONG_AGO)

    async with town.school.transaction() as turn:
        actor = await town.actor(turn, TEACHER)
        with pytest.raises(NothingToForesee):
            await town.issue(turn)(actor, town.class_7a)
        rows = await turn.outbox.rows(town.of_school)

    assert list(rows) == []


async def test_the_warning_of_a_pupil_who_moved_is_read_by_the_former_class_teacher_no_more(
    town: NearTheEnd,
) -> None:
    draft = await drafted(town)
    other = town.seed.a_class("7Б")
    await town.seed.plant(town.school)
    for one in list(town.school.world.all(records.Enrolment)):
        if (one.person_id, one.group_id) == (town.masha, town.class_7a):
            town.school.world.change(one, group_id=other)

    async with town.school.transaction() as turn:
        actor = await town.actor(turn, TEACHER)
        with pytest.raises(AccessRefused):
            await town.open_warning(turn)(actor, draft.id)


async def test_whether_there_is_a_warning_is_told_to_nobody_else(town: NearTheEnd) -> None:
    async with town.school.transaction() as turn:
        actor = await town.actor(turn, TEACHER)
        with pytest.raises(AccessRefused):
            await town.open_warning(turn)(actor, WarningId(NOBODY))


async def test_a_reason_that_is_a_letter_and_none_at_all_are_refused(town: NearTheEnd) -> None:
    draft = await drafted(town)

    async with town.school.transaction() as turn:
        actor = await town.actor(turn, TEACHER)
        drop = DropDraft(town.read_draft(turn), town.clock)
        for reason in ("а" * (MOST_WORDS + 1), " \n "):
            with pytest.raises(TextWrong):
                await drop(actor, draft.id, reason)


async def test_a_warning_that_another_process_has_just_dropped_is_told_to_nobody(
    town: NearTheEnd,
) -> None:
    draft = await drafted(town)

    async with town.school.transaction() as turn:
        actor = await town.actor(turn, TEACHER)
        reason, now = "Болел", town.clock.now()
        await turn.early_warnings.decide(
            draft.id, WarningState.DROPPED, at=now, by=town.teacher, reason=reason
        )
        decided = DecidedMeanwhile(turn.early_warnings)
        blind = ReadDraft(OpenDraft(decided, turn.diary, turn.directory))
        for deed in (
            SendDraft(blind, town.facts(turn), town.clock)(actor, draft.id),
            DropDraft(blind, town.clock)(actor, draft.id, "Иначе"),
            AdaptDraft(blind)(actor, draft.id, "Иначе"),
        ):
            with pytest.raises(WarningDecided):
                await deed
        town.clock.at = ISSUED + timedelta(days=2)
        look = town.look(turn, warnings=DecidedMeanwhile(turn.early_warnings))
        await look(town.of_school, town.class_7a)
        rows = await turn.outbox.rows(town.of_school)
        after = await turn.early_warnings.one(draft.id)

    assert NoticeKind.WARNING not in {row.notice.draft.kind for row in rows}
    assert (after.state, after.reason, after.words) == (WarningState.DROPPED, reason, "")


def a_notice(town: NearTheEnd, kind: NoticeKind, subject: int) -> Notice:
    draft = Draft(
        town.of_school, town.mother, town.masha, kind, subject, Change.NEW, town.clock.at
    )
    return Notice(NoticeId(1), draft)


async def told(town: NearTheEnd, notice: Notice) -> list[object]:
    async with town.school.transaction() as turn:
        return list((await town.gather(turn)(notice.draft.kind, [notice])).values())


async def test_a_forecast_is_told_as_it_stands_now(town: NearTheEnd) -> None:
    (news,) = await told(town, a_notice(town, NoticeKind.FORECAST, town.period))

    assert isinstance(news, ForecastNews)
    assert [(one.title, one.expected) for one in news.subjects] == [("Алгебра", 2)]


async def test_a_repeat_is_marked_and_is_not_told_once_it_was_answered(
    town: NearTheEnd,
) -> None:
    first = a_notice(town, NoticeKind.FORECAST, town.period)
    repeat = replace(first, draft=replace(first.draft, change=Change.REPEATED))
    answer = Acknowledgement(
        town.of_school,
        town.mother,
        town.masha,
        Acknowledged.FORECAST,
        town.period,
        ISSUED,
        "",
    )

    (before,) = await told(town, repeat)
    async with town.school.transaction() as turn:
        await turn.acknowledgements.add(answer)
    after = await told(town, repeat)

    assert isinstance(before, ForecastNews)
    assert before.repeated
    assert after == []


async def test_what_the_records_no_longer_hold_is_not_told(town: NearTheEnd) -> None:
    draft = await drafted(town)
    warning = a_notice(town, NoticeKind.WARNING, draft.id)
    other_child = replace(warning, draft=replace(warning.draft, about=town.mother))
    nobody = replace(warning, draft=replace(warning.draft, about=NOBODY))
    (still,) = await told(town, warning)
    gone = [
        await told(town, other_child),
        await told(town, nobody),
        await told(town, a_notice(town, NoticeKind.WARNING, NOBODY)),
        await told(town, a_notice(town, NoticeKind.FORECAST, NOBODY)),
        await told(town, a_notice(town, NoticeKind.FORECAST_SENT, NOBODY)),
    ]

    assert isinstance(still, WarningNews)
    assert gone == [[]] * 5


async def test_a_class_teacher_hears_of_drafts_only_while_some_wait(town: NearTheEnd) -> None:
    draft = await drafted(town)
    async with town.school.transaction() as turn:
        term = await turn.issues.term(town.class_7a, ISSUED.date())
        assert term is not None
        assert term.issue is not None
        number = term.issue.id
    of_mother = a_notice(town, NoticeKind.WARNINGS_DRAFTED, number)
    notice = replace(of_mother, draft=replace(of_mother.draft, recipient=town.teacher))

    before = await told(town, notice)
    of_who_does_not_lead = await told(town, of_mother)
    async with town.school.transaction() as turn:
        await turn.early_warnings.decide(draft.id, WarningState.SENT, at=ISSUED, by=None)
    after = await told(town, notice)

    assert (len(before), of_who_does_not_lead, after) == (1, [], [])


class Counted:
    """Foresees, and counts how often it was asked."""

    def __init__(self, foresee: Foresee) -> None:
        self.foresee, self.asked = foresee, 0

    async def __call__(self, *asked: Any, **days: Any) -> Foreseen:
        self.asked += 1
        return await self.foresee(*asked, **days)


async def test_the_children_of_a_mother_are_foreseen_together(town: NearTheEnd) -> None:
    seed = town.seed
    petya = seed.a_pupil("Петя", class_id=town.class_7a)
    seed.a_guardianship(petya, town.mother)
    seed.enrolled(petya, town.course)
    await seed.plant(town.school)
    rows = [
        replace(
            a_notice(town, NoticeKind.FORECAST, town.period),
            id=NoticeId(number),
            draft=replace(a_notice(town, NoticeKind.FORECAST, town.period).draft, about=pupil),
        )
        for number, pupil in enumerate((town.masha, petya))
    ]

    async with town.school.transaction() as turn:
        counted = Counted(town.foresee(turn))
        gather = replace(town.gather(turn), foresee=counted)  # type: ignore[arg-type]  # counts
        told_of = await gather(NoticeKind.FORECAST, rows)

    assert ([one.about for one in told_of.values()], counted.asked) == ([town.masha, petya], 1)


async def test_a_warning_of_a_subject_or_period_that_is_gone_is_not_told(
    town: NearTheEnd,
) -> None:
    draft = await drafted(town)
    warning = a_notice(town, NoticeKind.WARNING, draft.id)

    async with town.school.transaction() as turn:
        other = replace(draft, subject=SubjectId(NOBODY))
        not_taught = await town.gather(turn).warning_news(other)
    period = town.school.world.get(records.Period, town.period)
    town.school.world.change(period, gone_at=LONG_AGO)
    without_period = await told(town, warning)

    assert not_taught is None
    assert without_period == []


class NothingMore:
    """No news of any notice."""

    async def __call__(self, _: object) -> Telling:
        return Telling(news=(), told=(), overtaken=())


async def test_what_is_not_to_be_answered_is_refused_like_no_notice_at_all(
    town: NearTheEnd,
) -> None:
    forecast = a_notice(town, NoticeKind.FORECAST, town.period).draft
    mark = replace(forecast, kind=NoticeKind.MARK)

    async with town.school.transaction() as turn:
        await turn.outbox.put([mark, forecast])
        told_of, asked_for = [row.notice.id for row in await turn.outbox.rows(town.of_school)]
        opened = OpenNotice(turn.answerable, turn.acknowledgements, NothingMore())  # type: ignore[arg-type]  # told nothing
        mother = await town.actor(turn, MOTHER)
        nobody = replace(mother, members=())
        shown = await opened(mother, asked_for)
        for number in (told_of, NoticeId(NOBODY)):
            with pytest.raises(AccessRefused):
                await opened(mother, number)
            with pytest.raises(NotActivated):
                await opened(nobody, number)

    assert shown.notice.draft == forecast
