"""A family says why a child is away; the class teacher decides. On a school in memory."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import pytest

from core.access.people import Actor, Address, Channel, Role
from core.diary.excuses.alerts import AnswerAlert, EndSearch, ReadAlert, SeekPupil
from core.diary.excuses.class_teacher import (
    AcceptExcuse,
    ClassTeacher,
    ConfirmExcuse,
    DeclineExcuse,
    ReadClaim,
    ReadClaims,
)
from core.diary.excuses.facts import ExcuseClaimed, ExcuseDecided, PupilFound, PupilSought
from core.diary.excuses.family import (
    AnnounceAbsence,
    Family,
    GuardiansOnly,
    ReadAnnouncing,
    WithdrawExcuse,
)
from core.diary.excuses.limits import (
    AlreadyDecided,
    AlreadyExcused,
    AnsweredByFamily,
    DaysOver,
    NothingToExcuse,
    NotMissed,
    NotSought,
    ReasonDeclined,
    TooLateToAnswer,
)
from core.diary.excuses.rules import Claim, ExcuseKind, ExcuseState
from core.diary.excuses.seeing import NoteSeen
from core.diary.reading import Reader
from core.errors import AccessRefused
from core.ids import ExcuseId, PersonId
from core.journal.facts import AbsenceRevised
from core.journal.lesson_records import RecordAbsence, ReviseAbsence, TakeBackAbsence
from core.journal.values import AbsenceCode, ReasonState
from core.notices.ledger import Change, Lane, NoticeKind
from core.notices.telling.excuses import TellExcuses
from core.wording import TextWrong
from tests.core.builders import Heard, StoppedClock
from tests.school import School, Seed, records
from tests.school.records import LONG_AGO
from tests.school.seed import DAY

TOMORROW, YESTERDAY = DAY + timedelta(days=1), DAY - timedelta(days=1)
ILLNESS, OTHER = ExcuseKind.ILLNESS, ExcuseKind.OTHER


@dataclass
class Town:
    """Masha of 7А with two guardians, her class teacher, a deputy head; she missed a lesson."""

    clock: StoppedClock = field(default_factory=StoppedClock)
    heard: Heard = field(default_factory=Heard)

    def __post_init__(self) -> None:
        self.school = School(self.clock)
        self.seed = seed = Seed()
        self.class_id = seed.a_class("7А")
        self.masha = seed.a_pupil("Маша", class_id=self.class_id)
        self.mother, self.father = seed.a_guardian(self.masha), seed.a_guardian(self.masha)
        self.teacher = seed.a_teacher(self.class_id)
        self.deputy, self.other = seed.a_person("Алла"), seed.a_guardian()
        seed.a_role(self.deputy, Role.DEPUTY_HEAD)
        self.course = seed.a_course(self.masha)
        self.lesson = seed.a_lesson(self.course, teacher_id=self.teacher)
        self.absence = seed.an_absence(self.lesson, self.masha)

    async def settle(self) -> None:
        for number, person in enumerate(
            (self.masha, self.mother, self.father, self.teacher, self.deputy, self.other)
        ):
            self.seed.an_account(person, value=f"a{number}")
        await self.seed.plant(self.school)

    async def actor(self, person: PersonId) -> Actor:
        order = (self.masha, self.mother, self.father, self.teacher, self.deputy, self.other)
        found: Actor = await self.tx.directory.recognise(
            Address(Channel.TELEGRAM, f"a{order.index(person)}"), language="ru"
        )
        return found

    @property
    def family(self) -> Family:
        return Family(self.reader, self.tx.excuses, self.tx.searches, self.heard)

    @property
    def seek(self) -> SeekPupil:
        return SeekPupil(self.family, self.tx.audience, self.tx.paper_runs)

    @property
    def class_teacher(self) -> ClassTeacher:
        return ClassTeacher(self.reader, self.tx.excuses, self.tx.directory, self.heard)

    @property
    def reader(self) -> Reader:
        return Reader(self.tx.diary, self.clock, self.tx.regulations)

    @property
    def seen(self) -> NoteSeen:
        return NoteSeen(self.tx.searches, self.heard)

    tx: Any = None

    async def announces(self, **more: Any) -> ExcuseId:
        claim = replace(Claim(self.masha, (DAY,), ILLNESS), **more)
        said = await AnnounceAbsence(self.family)(await self.actor(self.mother), claim)
        return said.excuse.id

    async def confirms(self, excuse: ExcuseId) -> Any:
        revise = ReviseAbsence(
            self.tx.register, self.tx.diary, self.tx.directory, self.heard, self.clock
        )
        confirm = ConfirmExcuse(self.class_teacher, revise)
        return await confirm(await self.actor(self.teacher), excuse, document="справка")

    async def told(self) -> list[tuple[NoticeKind, Change, PersonId, Lane]]:
        tell = TellExcuses(self.tx.outbox, self.tx.audience, self.tx.delivery, self.tx.excuses)
        await tell.record(self.heard.facts)
        rows = await self.tx.outbox.rows(self.seed.school)
        drafts = [row.notice.draft for row in rows]
        return [(one.kind, one.change, one.recipient, one.lane) for one in drafts]


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    built = Town()
    await built.settle()
    async with built.school.transaction() as tx:
        built.tx = tx
        yield built


async def test_an_announcement_waits_and_the_class_teacher_hears(town: Town) -> None:
    excuse = await town.announces(days=(TOMORROW, DAY, DAY))

    kept = await town.tx.excuses.excuse(excuse)

    assert (kept.state, kept.claim.days) == (ExcuseState.WAITING, (DAY, TOMORROW))
    assert [type(one) for one in town.heard.facts] == [ExcuseClaimed]
    assert await town.told() == [(NoticeKind.CLAIM, Change.NEW, town.teacher, Lane.NOTICE)]


async def test_a_reason_other_than_illness_needs_a_word(town: Town) -> None:
    with pytest.raises(TextWrong):
        await town.announces(kind=OTHER)


async def test_the_same_lessons_are_announced_once(town: Town) -> None:
    await town.announces()

    with pytest.raises(AlreadyExcused):
        await town.announces(numbers=(2,))


async def test_an_unknown_excuse_is_not_found_and_tells_a_teacher_nothing(town: Town) -> None:
    with pytest.raises(AccessRefused):
        await WithdrawExcuse(town.family)(await town.actor(town.mother), ExcuseId(1))
    with pytest.raises(AccessRefused):
        await ReadClaim(town.class_teacher)(await town.actor(town.teacher), ExcuseId(1))


async def test_only_who_announced_takes_it_back_and_only_while_it_waits(town: Town) -> None:
    excuse, withdraw = await town.announces(), WithdrawExcuse(town.family)

    with pytest.raises(AccessRefused):
        await withdraw(await town.actor(town.father), excuse)
    said = await withdraw(await town.actor(town.mother), excuse)
    with pytest.raises(AlreadyDecided):
        await withdraw(await town.actor(town.mother), excuse)

    assert said.excuse.state is ExcuseState.WITHDRAWN


async def test_what_was_said_is_seen_by_the_family_but_for_what_was_taken_back(
    town: Town,
) -> None:
    taken_back = await town.announces()
    await WithdrawExcuse(town.family)(await town.actor(town.mother), taken_back)
    stands = await town.announces()

    view = await ReadAnnouncing(town.family)(await town.actor(town.father), town.masha)

    assert [one.id for one in view.said] == [stands]
    assert [one.day for one in view.days] == [DAY]


async def test_without_a_timetable_any_day_but_sunday_can_be_announced(town: Town) -> None:
    world = town.tx.excuses.world
    world.change(world.get(records.Lesson, town.lesson), gone_at=LONG_AGO)

    view = await ReadAnnouncing(town.family)(await town.actor(town.mother), town.masha)

    assert len(view.days) == 13
    assert all(one.day.isoweekday() != 7 for one in view.days)


async def test_a_pupil_and_a_stranger_to_the_child_say_nothing_of_it(town: Town) -> None:
    with pytest.raises(GuardiansOnly):
        await ReadAlert(town.family)(await town.actor(town.masha), town.masha, DAY)
    with pytest.raises(AccessRefused):
        await ReadAlert(town.family)(await town.actor(town.other), town.masha, DAY)


async def test_a_question_names_the_lessons_and_has_its_time(town: Town) -> None:
    read = ReadAlert(town.family)

    view = await read(await town.actor(town.mother), town.masha, DAY)
    town.clock.at += timedelta(days=8)
    with pytest.raises(TooLateToAnswer):
        await read(await town.actor(town.mother), town.masha, DAY)

    assert (view.numbers, view.asked, view.is_today) == ((1,), (1,), True)


async def test_lessons_of_which_nothing_was_announced_are_asked_about(town: Town) -> None:
    await town.announces(numbers=(2,))

    view = await ReadAlert(town.family)(await town.actor(town.mother), town.masha, DAY)

    assert view.numbers == (1,)


async def test_nobody_hears_of_what_is_no_excuse(town: Town) -> None:
    assert await town.told() == []


async def test_an_answer_counts_for_the_day_and_is_given_once(town: Town) -> None:
    answer = AnswerAlert(town.family)

    view = await answer(await town.actor(town.mother), town.masha, DAY, kind=ILLNESS)
    with pytest.raises(AnsweredByFamily):
        await answer(await town.actor(town.father), town.masha, DAY, kind=OTHER)

    (excuse,) = await town.tx.excuses.of_pupils([town.masha], DAY, DAY)
    assert (view.numbers, view.kind) == ((1,), ILLNESS)
    assert (excuse.claim.days, excuse.claim.numbers) == ((DAY,), ())


async def test_after_a_decision_an_answer_changes_nothing(town: Town) -> None:
    answer, mother = AnswerAlert(town.family), await town.actor(town.mother)
    await answer(mother, town.masha, DAY, kind=ILLNESS)
    (excuse,) = await town.tx.excuses.of_pupils([town.masha], DAY, DAY)
    decline = DeclineExcuse(town.class_teacher)
    await decline(await town.actor(town.teacher), excuse.id, word="нет")

    with pytest.raises(ReasonDeclined):
        await answer(mother, town.masha, DAY, kind=ILLNESS)


async def test_a_day_without_an_absence_asks_nothing(town: Town) -> None:
    answer, mother = AnswerAlert(town.family), await town.actor(town.mother)

    with pytest.raises(NothingToExcuse):
        await answer(mother, town.masha, YESTERDAY, kind=ILLNESS)


async def test_a_pupil_is_sought_once_and_found(town: Town) -> None:
    seek = town.seek

    sought = await seek(await town.actor(town.mother), town.masha, DAY)
    again = await seek(await town.actor(town.father), town.masha, DAY)
    answer = AnswerAlert(town.family)
    await answer(await town.actor(town.father), town.masha, DAY, kind=ILLNESS)

    kinds = [type(one) for one in town.heard.facts]
    assert (sought.heard, sought.again, again.again) == (True, False, True)
    assert kinds == [PupilSought, ExcuseClaimed, PupilFound]
    alarms = [one for one in await town.told() if one[0] is NoticeKind.SEARCH]
    assert alarms == [
        (NoticeKind.SEARCH, change, person, Lane.ALERT)
        for change, persons in (
            (Change.NEW, (town.teacher, town.deputy)),
            (Change.TAKEN_BACK, (town.teacher, town.deputy, town.mother)),
        )
        for person in persons
    ]


async def test_nobody_is_sought_on_another_day(town: Town) -> None:
    seek = town.seek

    with pytest.raises(TooLateToAnswer):
        await seek(await town.actor(town.mother), town.masha, YESTERDAY)


async def test_the_class_teacher_accepts_once_and_who_claimed_hears(town: Town) -> None:
    excuse, accept = await town.announces(), AcceptExcuse(town.class_teacher)

    view = await accept(await town.actor(town.teacher), excuse)
    with pytest.raises(AlreadyDecided):
        await accept(await town.actor(town.teacher), excuse)

    assert view.excuse.state is ExcuseState.ACCEPTED
    assert (view.may_accept, view.may_decline, view.may_confirm) == (False, True, True)
    assert [type(one) for one in town.heard.facts] == [ExcuseClaimed, ExcuseDecided]
    decisions = [one for one in await town.told() if one[0] is NoticeKind.DECISION]
    assert decisions == [(NoticeKind.DECISION, Change.NEW, town.mother, Lane.NOTICE)]


async def test_a_decline_needs_a_word(town: Town) -> None:
    excuse, decline = await town.announces(), DeclineExcuse(town.class_teacher)

    with pytest.raises(TextWrong):
        await decline(await town.actor(town.teacher), excuse, word=" ")
    view = await decline(await town.actor(town.teacher), excuse, word="нет")

    assert (view.excuse.state, view.excuse.verdict) == (ExcuseState.DECLINED, "нет")


async def test_a_document_puts_the_reason_into_the_journal(town: Town) -> None:
    excuse = await town.announces(days=(DAY, TOMORROW))

    view = await town.confirms(excuse)

    noted = await town.tx.register.absence(town.lesson, town.masha)
    assert (view.excuse.state, view.excuse.document) == (ExcuseState.CONFIRMED, "справка")
    assert (noted.code, noted.reason) == (AbsenceCode.ILL, ReasonState.CONFIRMED)
    assert noted.origin.person == town.teacher
    assert isinstance(town.heard.facts[-1], AbsenceRevised)
    with pytest.raises(AlreadyDecided):
        await town.confirms(excuse)


async def test_a_document_for_other_lessons_leaves_the_journal_as_it_is(town: Town) -> None:
    excuse = await town.announces(numbers=(2,))

    await town.confirms(excuse)

    noted = await town.tx.register.absence(town.lesson, town.masha)
    assert (noted.code, noted.reason) == (AbsenceCode.ABSENT, ReasonState.UNKNOWN)


async def test_the_class_list_shows_what_waits_first(town: Town) -> None:
    accepted, waits = await town.announces(), await town.announces(days=(TOMORROW,))
    await AcceptExcuse(town.class_teacher)(await town.actor(town.teacher), accepted)

    view = await ReadClaims(town.class_teacher)(await town.actor(town.teacher), town.class_id)

    assert [one.excuse.id for one in view.claims] == [waits, accepted]
    assert all(one.may_decide for one in view.claims)


async def test_the_administration_looks_and_does_not_decide(town: Town) -> None:
    excuse, deputy = await town.announces(), await town.actor(town.deputy)

    view = await ReadClaim(town.class_teacher)(deputy, excuse)
    with pytest.raises(AccessRefused):
        await AcceptExcuse(town.class_teacher)(deputy, excuse)

    assert not view.may_decide


async def test_a_family_decides_nothing(town: Town) -> None:
    excuse, mother = await town.announces(), await town.actor(town.mother)

    with pytest.raises(AccessRefused):
        await AcceptExcuse(town.class_teacher)(mother, excuse)
    with pytest.raises(AccessRefused):
        await ReadClaims(town.class_teacher)(mother, town.class_id)


async def two_missed(town: Town) -> None:
    second = town.seed.a_lesson(town.course, number=2)
    town.seed.an_absence(second, town.masha)
    await town.seed.plant(town.school)


async def test_only_lessons_of_which_the_family_has_not_spoken_are_asked_about(
    town: Town,
) -> None:
    await two_missed(town)
    await town.announces(numbers=(1,))

    view = await ReadAlert(town.family)(await town.actor(town.mother), town.masha, DAY)
    answer = AnswerAlert(town.family)
    answered = await answer(await town.actor(town.father), town.masha, DAY, kind=ILLNESS)

    said = await town.tx.excuses.of_pupils([town.masha], DAY, DAY)
    assert (view.numbers, answered.numbers) == ((2,), (2,))
    assert [one.claim.numbers for one in said] == [(1,), (2,)]


async def test_excuses_that_together_cover_the_day_leave_nothing_to_ask(town: Town) -> None:
    await two_missed(town)
    for number in (1, 2):
        await town.announces(numbers=(number,))

    town.clock.at += timedelta(days=1)
    with pytest.raises(AnsweredByFamily):
        await ReadAlert(town.family)(await town.actor(town.mother), town.masha, DAY)


async def test_a_lesson_missed_after_the_document_was_seen_has_its_reason(town: Town) -> None:
    tomorrow = town.seed.a_lesson(town.course, day=TOMORROW, teacher_id=town.teacher)
    await town.seed.plant(town.school)
    await town.confirms(await town.announces(days=(DAY, TOMORROW)))
    record = RecordAbsence(town.tx.register, town.tx.excuses, town.heard, town.clock)

    noted = await record(town.teacher, tomorrow, pupil=town.masha)

    assert (noted.code, noted.reason) == (AbsenceCode.ILL, ReasonState.CONFIRMED)


async def accepted(town: Town, *days: date) -> ExcuseId:
    excuse = await town.announces(days=days or (DAY,))
    await AcceptExcuse(town.class_teacher)(await town.actor(town.teacher), excuse)
    return excuse


async def test_what_was_accepted_is_declined_from_today_on_and_the_family_is_alarmed(
    town: Town,
) -> None:
    excuse = await accepted(town, DAY, TOMORROW)
    town.clock.at += timedelta(days=1)
    lesson = town.seed.a_lesson(town.course, day=TOMORROW)
    town.seed.an_absence(lesson, town.masha)
    await town.seed.plant(town.school)

    decline = DeclineExcuse(town.class_teacher)
    view = await decline(await town.actor(town.teacher), excuse, word="Маша в школе")

    said = await town.tx.excuses.of_pupils([town.masha], DAY, TOMORROW)
    assert view.excuse == await town.tx.excuses.excuse(excuse)
    assert [(one.claim.days, one.state) for one in said] == [
        ((TOMORROW,), ExcuseState.DECLINED),
        ((DAY,), ExcuseState.ACCEPTED),
    ]
    told = await town.told()
    alarmed = {who for kind, _, who, _ in told if kind is NoticeKind.ABSENCE}
    assert alarmed == {town.masha, town.mother, town.father}


async def test_who_announced_takes_back_what_was_accepted_and_the_class_teacher_hears(
    town: Town,
) -> None:
    excuse = await accepted(town)

    said = await WithdrawExcuse(town.family)(await town.actor(town.mother), excuse)

    claims = [one for one in await town.told() if one[0] is NoticeKind.CLAIM]
    assert said.excuse.state is ExcuseState.WITHDRAWN
    assert claims[-1] == (NoticeKind.CLAIM, Change.TAKEN_BACK, town.teacher, Lane.NOTICE)


async def test_days_that_are_over_stay_accepted(town: Town) -> None:
    excuse, decline = await accepted(town), DeclineExcuse(town.class_teacher)
    town.clock.at += timedelta(days=1)

    with pytest.raises(DaysOver):
        await WithdrawExcuse(town.family)(await town.actor(town.mother), excuse)
    with pytest.raises(DaysOver):
        await decline(await town.actor(town.teacher), excuse, word="нет")


async def test_a_guardian_alarms_the_school_whatever_anybody_said(town: Town) -> None:
    await accepted(town)

    sought = await town.seek(await town.actor(town.father), town.masha, DAY)

    assert (sought.again, sought.alert.missed) == (False, (1,))
    assert isinstance(town.heard.facts[-1], PupilSought)


async def test_a_pupil_who_missed_nothing_is_not_sought(town: Town) -> None:
    take_back = TakeBackAbsence(town.tx.register, town.heard, town.clock)
    await take_back(town.teacher, town.lesson, pupil=town.masha)

    with pytest.raises(NotMissed):
        await town.seek(await town.actor(town.mother), town.masha, DAY)


async def test_the_other_guardian_is_offered_to_alarm_while_a_reason_waits(town: Town) -> None:
    await town.announces()

    view = await ReadAlert(town.family)(await town.actor(town.father), town.masha, DAY)

    assert (view.asked, view.is_today, view.missed) == ((), True, (1,))


async def test_a_declined_reason_is_read_with_the_question(town: Town) -> None:
    excuse, decline = await town.announces(), DeclineExcuse(town.class_teacher)
    await decline(await town.actor(town.teacher), excuse, word="нет")

    view = await ReadAlert(town.family)(await town.actor(town.father), town.masha, DAY)

    assert (view.asked, view.declined.verdict) == ((), "нет")


async def seeks(town: Town) -> None:
    await town.seek(await town.actor(town.mother), town.masha, DAY)


async def test_a_child_that_is_found_needs_no_reason(town: Town) -> None:
    await seeks(town)
    end = EndSearch(town.family)

    view = await end(await town.actor(town.father), town.masha, DAY)
    with pytest.raises(NotSought):
        await end(await town.actor(town.mother), town.masha, DAY)

    assert (view.asked, view.sought) == ((1,), False)
    assert [type(one) for one in town.heard.facts] == [PupilSought, PupilFound]
    assert not await town.tx.excuses.of_pupils([town.masha], DAY, DAY)


async def test_a_child_may_be_lost_again_the_same_day(town: Town) -> None:
    await seeks(town)
    await EndSearch(town.family)(await town.actor(town.mother), town.masha, DAY)

    await seeks(town)

    assert [type(one) for one in town.heard.facts] == [PupilSought, PupilFound, PupilSought]
    assert not (await town.tx.searches.search(town.masha, DAY)).found


async def test_who_announces_the_day_knows_where_the_child_is(town: Town) -> None:
    await seeks(town)

    await town.announces()

    assert [type(one) for one in town.heard.facts] == [PupilSought, ExcuseClaimed, PupilFound]


async def test_a_later_lesson_that_is_announced_ends_no_search(town: Town) -> None:
    await two_missed(town)
    await seeks(town)
    mother, announce = await town.actor(town.mother), AnnounceAbsence(town.family)

    later, first, second = [
        await announce(mother, Claim(town.masha, (DAY,), ILLNESS, (number,)))
        for number in (6, 1, 2)
    ]

    assert [one.sought for one in (later, first, second)] == [True, True, False]
    assert [type(one) for one in town.heard.facts][-2:] == [ExcuseClaimed, PupilFound]


async def test_a_child_that_the_journal_found_ends_the_search(town: Town) -> None:
    await seeks(town)
    take_back = TakeBackAbsence(town.tx.register, town.seen, town.clock)

    await take_back(town.teacher, town.lesson, pupil=town.masha)

    alarms = [one for one in await town.told() if one[0] is NoticeKind.SEARCH]
    assert isinstance(town.heard.facts[-1], PupilFound)
    assert {who for _, change, who, _ in alarms if change is Change.TAKEN_BACK} == {
        town.teacher,
        town.deputy,
        town.mother,
    }


async def test_a_child_that_came_late_is_found(town: Town) -> None:
    second = town.seed.a_lesson(town.course, number=2, teacher_id=town.teacher)
    await town.seed.plant(town.school)
    await seeks(town)
    record = RecordAbsence(town.tx.register, town.tx.excuses, town.seen, town.clock)

    await record(town.teacher, second, pupil=town.masha, code=AbsenceCode.LATE)

    assert isinstance(town.heard.facts[-1], PupilFound)


async def test_a_child_that_missed_a_later_lesson_is_still_sought(town: Town) -> None:
    await two_missed(town)
    await seeks(town)
    take_back = TakeBackAbsence(town.tx.register, town.seen, town.clock)

    await take_back(town.teacher, town.lesson, pupil=town.masha)

    assert [type(one) for one in town.heard.facts] == [PupilSought]
