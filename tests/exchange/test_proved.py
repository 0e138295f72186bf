"""A document that the class teacher has seen stands before a file that does not know of it."""

from datetime import date

import pytest
from sqlalchemy import select

from core.diary.excuses.rules import Claim, Decision, ExcuseKind, ExcuseState
from core.facts import Origin
from core.journal.values import AbsenceCode, ReasonState
from storage.tables import AbsenceRow
from tests.exchange.builders import NOW, Desk, Files
from tests.exchange.chat import Day, is_entered

TINY = Files()
STILL_UNKNOWN = TINY.change("x_attendance", "a1", code="н", reasonState="unknown")
COVERED = date(2026, 11, 17)


async def _confirms(
    desk: Desk,
    *,
    day: date = COVERED,
    numbers: tuple[int, ...] = (),
    into_the_journal: bool = False,
) -> None:
    async def enter(today: Day) -> None:
        pupil, teacher = today.pupil("p2"), today.person("t1")
        book, register = today.tx.excuses, today.tx.register
        claim = Claim(pupil, (day,), ExcuseKind.ILLNESS, numbers)
        made = await book.add(claim, school=today.school, guardian=today.person("g1"), at=NOW)
        confirmed = Decision(ExcuseState.CONFIRMED, word="справка")
        await book.decide(made.id, confirmed, by=teacher, at=NOW)
        for one in await book.missed(pupil, day, day) if into_the_journal else ():
            await register.revise_absence(
                one.absence,
                AbsenceCode.ILL,
                reason=ReasonState.CONFIRMED,
                document="справка",
                by=Origin(teacher),
                at=NOW,
            )

    await is_entered(desk, enter)


async def _noted(desk: Desk) -> tuple[str, str, str]:
    asked = select(AbsenceRow.code, AbsenceRow.reason, AbsenceRow.document)
    async with desk.store.reading() as tx:
        code, reason, document = (await tx.connection.execute(asked)).one()
    return code, reason, document


async def test_an_absence_that_a_file_brings_later_has_the_reason_that_was_proved(
    any_desk: Desk,
) -> None:
    await any_desk.takes(TINY.drop("x_attendance", "a1"))
    await _confirms(any_desk)

    report = await any_desk.takes(STILL_UNKNOWN)

    assert report.applied
    assert await _noted(any_desk) == ("ill", "confirmed", "справка")


async def test_a_file_that_still_knows_no_reason_is_no_clash(any_desk: Desk) -> None:
    await any_desk.takes(TINY)
    await _confirms(any_desk, into_the_journal=True)

    report = await any_desk.takes(STILL_UNKNOWN)

    assert (report.counts, report.clashes) == ({}, ())
    assert await _noted(any_desk) == ("ill", "confirmed", "справка")


@pytest.mark.parametrize("day", [date(2026, 11, 16), date(2026, 11, 18)])
async def test_a_document_for_another_day_changes_nothing(any_desk: Desk, day: date) -> None:
    await any_desk.takes(TINY.drop("x_attendance", "a1"))
    await _confirms(any_desk, day=day)

    await any_desk.takes(STILL_UNKNOWN)

    assert await _noted(any_desk) == ("absent", "unknown", "")


@pytest.mark.parametrize(("proved", "noted"), [(0, "absent"), (5, "ill")])
async def test_a_document_for_a_lesson_proves_that_lesson_alone(
    any_desk: Desk, proved: int, noted: str
) -> None:
    fifth = TINY.change("x_lessons", "l2", lessonNumber="5")
    await any_desk.takes(fifth.drop("x_attendance", "a1"))
    await _confirms(any_desk, numbers=(proved,))

    await any_desk.takes(fifth.change("x_attendance", "a1", code="н", reasonState="unknown"))

    assert (await _noted(any_desk))[0] == noted
