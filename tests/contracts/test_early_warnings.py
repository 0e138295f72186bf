"""Warnings and sheets to print: the same on every store."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.diary.forecast.of_subject import Risk
from core.diary.issuing.drafts import WarningState
from core.diary.issuing.early_warnings import AtRisk, EarlyWarning, LastTold
from core.ids import PeriodId, WarningId
from core.notices.ledger import NoticeKind
from core.notices.printing import ToPrint, Unreached
from tests.contracts.conftest import Ground
from tests.school.stores import NOW

LATER = NOW + timedelta(hours=1)
DAY = timedelta(days=1)


async def test_a_warning_is_drafted_once_for_a_pupil_a_subject_and_a_period(
    ground: Ground,
) -> None:
    seed = ground.seed
    class_7a, algebra, physics = seed.a_class(), seed.a_subject(), seed.a_subject("Физика")
    masha = seed.a_pupil("Маша", class_id=class_7a, family="Яшина")
    anya = seed.a_pupil("Аня", class_id=class_7a, family="Белова")
    period = PeriodId(seed.a_period())
    risks = [
        AtRisk(masha, algebra, Risk.FAILING),
        AtRisk(masha, physics, Risk.NOT_CERTIFIED),
        AtRisk(anya, physics, Risk.FAILING),
    ]
    await ground.plant()

    async with ground.turn() as tx:
        first = await tx.early_warnings.add(seed.school, class_7a, period, risks[:2], at=NOW)
        second = await tx.early_warnings.add(seed.school, class_7a, period, risks, at=LATER)
        nothing = await tx.early_warnings.add(seed.school, class_7a, period, [], at=LATER)
        found = await tx.early_warnings.of_pupils([masha, anya], [period])
        elsewhere = await tx.early_warnings.of_pupils([masha], [PeriodId(period + 10**6)])

    assert list(elsewhere) == []
    assert (first, second, nothing) == (2, 1, 0)
    assert [(one.child.name.given, one.title, one.risk, one.made_at) for one in found] == [
        ("Аня", "Физика", Risk.FAILING, LATER),
        ("Маша", "Алгебра", Risk.FAILING, NOW),
        ("Маша", "Физика", Risk.NOT_CERTIFIED, NOW),
    ]
    assert {one.state for one in found} == {WarningState.DRAFT}


async def test_a_draft_is_adapted_and_decided_and_then_stays(ground: Ground) -> None:
    seed = ground.seed
    class_7a, algebra = seed.a_class(), seed.a_subject()
    masha, teacher = seed.a_pupil(class_id=class_7a), seed.a_teacher(class_7a)
    period = PeriodId(seed.a_period())
    await ground.plant()

    async with ground.turn() as tx:
        risk = AtRisk(masha, algebra, Risk.FAILING)
        await tx.early_warnings.add(seed.school, class_7a, period, [risk], at=NOW)
        (draft,) = await tx.early_warnings.of_pupils([masha], [period])
        adapted = await tx.early_warnings.adapt(draft.id, "Приходите")
        dropped = await tx.early_warnings.decide(
            draft.id, WarningState.DROPPED, at=LATER, by=teacher, reason="Болел"
        )
        too_late = [
            await tx.early_warnings.decide(draft.id, WarningState.SENT, at=NOW, by=None),
            await tx.early_warnings.adapt(draft.id, "Иначе"),
        ]
        found, nothing, some = (
            await tx.early_warnings.one(draft.id),
            await tx.early_warnings.one(WarningId(10**9)),
            dict(await tx.early_warnings.some([draft.id, WarningId(10**9)])),
        )

    assert (adapted, dropped, too_late) == (True, True, [False, False])
    assert nothing is None
    assert found is not None
    assert some == {draft.id: found}
    assert (found.words, found.state, found.reason) == ("Приходите", "dropped", "Болел")
    assert (found.decided_at, found.decided_by) == (LATER, teacher)


async def test_what_the_program_dropped_waits_again_and_what_a_person_dropped_does_not(
    ground: Ground,
) -> None:
    seed = ground.seed
    class_7a, class_7b = seed.a_class(), seed.a_class("7Б")
    algebra, physics = seed.a_subject(), seed.a_subject("Физика")
    masha, teacher = seed.a_pupil(class_id=class_7a), seed.a_teacher(class_7a)
    period = PeriodId(seed.a_period())
    risks = [AtRisk(masha, algebra, Risk.FAILING), AtRisk(masha, physics, Risk.FAILING)]
    again = [AtRisk(masha, algebra, Risk.NOT_CERTIFIED), risks[1]]
    await ground.plant()

    async with ground.turn() as tx:
        book = tx.early_warnings
        await book.add(seed.school, class_7a, period, risks, at=NOW)
        by_itself, by_word = await book.of_pupils([masha], [period])
        await book.decide(by_itself.id, WarningState.DROPPED, at=NOW, by=None)
        await book.decide(by_word.id, WarningState.DROPPED, at=NOW, by=teacher, reason="Болел")
        new = await book.add(seed.school, class_7b, period, again, at=LATER)
        first, second = await book.of_pupils([masha], [period])

    assert (new, second) == (1, await _one(ground, by_word.id))
    assert (first.id, first.state, first.risk) == (by_itself.id, "draft", Risk.NOT_CERTIFIED)
    assert (first.class_id, first.made_at, first.decided_at) == (class_7b, LATER, None)
    assert (second.state, second.risk, second.decided_by) == ("dropped", Risk.FAILING, teacher)


async def test_another_risk_waits_anew_whatever_was_decided_of_the_one_before(
    ground: Ground,
) -> None:
    seed = ground.seed
    class_7a, algebra, physics = seed.a_class(), seed.a_subject(), seed.a_subject("Физика")
    masha, teacher = seed.a_pupil(class_id=class_7a), seed.a_teacher(class_7a)
    period = PeriodId(seed.a_period())
    before = [AtRisk(masha, one, Risk.NOT_CERTIFIED) for one in (algebra, physics)]
    after = [AtRisk(masha, one, Risk.FAILING) for one in (algebra, physics)]
    await ground.plant()

    async with ground.turn() as tx:
        book = tx.early_warnings
        await book.add(seed.school, class_7a, period, before, at=NOW)
        sent, dropped = await book.of_pupils([masha], [period])
        await book.adapt(sent.id, "Приходите")
        await book.decide(sent.id, WarningState.SENT, at=NOW, by=teacher)
        await book.decide(dropped.id, WarningState.DROPPED, at=NOW, by=teacher, reason="Болел")
        same = await book.add(seed.school, class_7a, period, before, at=LATER)
        new = await book.add(seed.school, class_7a, period, after, at=LATER)
        found = await book.of_pupils([masha], [period])

    told = LastTold(Risk.NOT_CERTIFIED, NOW, teacher, "Приходите")
    waits = [replace(one, risk=Risk.FAILING, made_at=LATER) for one in (sent, dropped)]
    assert (same, new) == (0, 2)
    assert found == [replace(waits[0], last=told), waits[1]]


async def test_what_was_told_last_stands_again_and_what_was_never_told_does_not(
    ground: Ground,
) -> None:
    seed = ground.seed
    class_7a, algebra, physics = seed.a_class(), seed.a_subject(), seed.a_subject("Физика")
    masha, teacher = seed.a_pupil(class_id=class_7a), seed.a_teacher(class_7a)
    period = PeriodId(seed.a_period())
    before = [AtRisk(masha, one, Risk.NOT_CERTIFIED) for one in (algebra, physics)]
    await ground.plant()

    async with ground.turn() as tx:
        book = tx.early_warnings
        await book.add(seed.school, class_7a, period, before, at=NOW)
        draft, never = await book.of_pupils([masha], [period])
        await book.adapt(draft.id, "Приходите")
        await book.decide(draft.id, WarningState.SENT, at=NOW, by=teacher)
        sent = await book.one(draft.id)
        after = AtRisk(masha, algebra, Risk.FAILING)
        await book.add(seed.school, class_7a, period, [after], at=LATER)
        await book.decide(draft.id, WarningState.DROPPED, at=LATER, by=teacher, reason="Болел")
        await tx.early_warnings.stand_as_told([draft.id, never.id])
        await tx.early_warnings.stand_as_told([])
        found = await book.of_pupils([masha], [period])

    assert sent is not None
    assert found == [replace(sent, made_at=LATER), never]


async def test_a_draft_whose_risk_changes_waits_on_with_its_words(ground: Ground) -> None:
    seed = ground.seed
    class_7a, algebra = seed.a_class(), seed.a_subject()
    masha, period = seed.a_pupil(class_id=class_7a), PeriodId(seed.a_period())
    first, then = (AtRisk(masha, algebra, it) for it in (Risk.NOT_CERTIFIED, Risk.FAILING))
    await ground.plant()

    async with ground.turn() as tx:
        book = tx.early_warnings
        await book.add(seed.school, class_7a, period, [first], at=NOW)
        (draft,) = await book.of_pupils([masha], [period])
        await book.adapt(draft.id, "Приходите")
        new = await book.add(seed.school, class_7a, period, [then], at=LATER)
        (found,) = await book.of_pupils([masha], [period])

    assert new == 0
    assert found == replace(draft, risk=Risk.FAILING, words="Приходите")


async def _one(ground: Ground, warning: WarningId) -> EarlyWarning | None:
    async with ground.turn() as tx:
        return await tx.early_warnings.one(warning)


async def test_a_draft_goes_along_to_the_class_of_now(ground: Ground) -> None:
    seed = ground.seed
    class_7a, class_7b = seed.a_class("7А"), seed.a_class("7Б")
    masha, algebra = seed.a_pupil(class_id=class_7a), seed.a_subject()
    period = PeriodId(seed.a_period())
    await ground.plant()

    async with ground.turn() as tx:
        book, risk = tx.early_warnings, AtRisk(masha, algebra, Risk.FAILING)
        await book.add(seed.school, class_7a, period, [risk], at=NOW)
        (draft,) = await book.of_pupils([masha], [period])
        await tx.early_warnings.carry([draft.id], class_7b)
        (moved,) = await book.of_pupils([masha], [period])
        await book.decide(draft.id, WarningState.SENT, at=NOW, by=None)
        await book.carry([draft.id], class_7a)
        (sent,) = await book.of_pupils([masha], [period])

    assert (moved.class_id, moved.child.class_title, moved.state) == (class_7b, "7Б", "draft")
    assert (sent.class_id, sent.state) == (class_7b, "sent")


async def test_a_sheet_is_put_on_the_run_once(ground: Ground) -> None:
    seed = ground.seed
    masha, petya = seed.a_pupil(), seed.a_pupil("Петя")
    sheet = ToPrint(seed.school, masha, NoticeKind.FORECAST, 3, Unreached.NOBODY, NOW)
    other = ToPrint(seed.school, petya, NoticeKind.FORECAST, 3, Unreached.REFUSED, NOW)
    await ground.plant()

    async with ground.turn() as tx:
        new = [
            await tx.print_run.add([sheet]),
            await tx.print_run.add([sheet, other]),
            await tx.print_run.add([]),
        ]
        found = await tx.print_run.of(NoticeKind.FORECAST, [3], [masha])
        others = await tx.print_run.of(NoticeKind.FORECAST, [4], [masha, petya])
        since = await tx.print_run.since([petya], NOW)
        later = await tx.print_run.since([masha, petya], NOW + timedelta(seconds=1))

    assert list(map(set, new)) == [{masha}, {petya}, set()]
    assert (list(found), list(others)) == ([sheet], [])
    assert (list(since), list(later)) == ([other], [])


async def test_a_risk_that_ended_waits_anew(ground: Ground) -> None:
    seed = ground.seed
    class_7a, algebra = seed.a_class(), seed.a_subject()
    masha = seed.a_pupil(class_id=class_7a)
    period, day = PeriodId(seed.a_period()), NOW.date()
    risk = AtRisk(masha, algebra, Risk.FAILING)
    await ground.plant()

    async with ground.turn() as tx:
        book, head = tx.early_warnings, (seed.school, class_7a, period)
        await book.add(*head, [risk], at=NOW)
        (draft,) = await book.of_pupils([masha], [period])
        await book.decide(draft.id, WarningState.SENT, at=NOW, by=None)
        sent = await book.one(draft.id)
        for number, when in (([], day), ([draft.id], day), ([draft.id], LATER.date() + DAY)):
            await tx.early_warnings.ended(number, when)
        over = await book.one(draft.id)
        new = await book.add(*head, [risk], at=LATER)
        waits = await book.one(draft.id)
        same = await book.add(*head, [risk], at=LATER + DAY)

    assert sent is not None
    assert (over, new, same) == (replace(sent, ended_on=day), 1, 0)
    last = LastTold(Risk.FAILING, NOW)
    assert waits == replace(draft, made_at=LATER, last=last, ended_on=day)


@pytest.mark.parametrize(
    ("state", "by_person", "stays"),
    [
        (WarningState.SENT, False, False),
        (WarningState.SENT, True, False),
        (WarningState.DROPPED, True, False),
        (WarningState.DROPPED, False, True),
    ],
)
async def test_what_is_decided_may_end_again_and_what_ended_by_itself_has_ended(
    ground: Ground, state: WarningState, *, by_person: bool, stays: bool
) -> None:
    seed = ground.seed
    class_7a, algebra = seed.a_class(), seed.a_subject()
    masha, teacher = seed.a_pupil(class_id=class_7a), seed.a_teacher(class_7a)
    period, day = PeriodId(seed.a_period()), NOW.date()
    await ground.plant()

    async with ground.turn() as tx:
        book, risk = tx.early_warnings, AtRisk(masha, algebra, Risk.FAILING)
        await book.add(seed.school, class_7a, period, [risk], at=NOW)
        (draft,) = await book.of_pupils([masha], [period])
        await book.ended([draft.id], day)
        await book.decide(draft.id, state, at=LATER, by=teacher if by_person else None)
        found = await book.one(draft.id)

    assert found is not None
    assert found.ended_on == (day if stays else None)
