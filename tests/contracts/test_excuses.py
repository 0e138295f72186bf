"""What families say of absences, and searches for pupils: the same on every store."""

from dataclasses import replace
from datetime import date, timedelta

from core.access.people import Name, Role
from core.diary.excuses.ports import Missed, Seen
from core.diary.excuses.rules import (
    Attachment,
    Claim,
    Decision,
    Excuse,
    ExcuseKind,
    ExcuseState,
    FileKind,
    Search,
)
from core.ids import NoticeId, PersonId, PupilId
from core.journal.records import ProvedReason
from core.journal.values import AbsenceCode, ReasonState
from core.notices.ledger import Change, Lane, NoticeKind
from core.notices.news.excuses import ClaimNews, DecisionNews, SearchNews
from tests.contracts.conftest import Ground
from tests.contracts.test_news import MASHA, a_notice
from tests.school.records import LONG_AGO
from tests.school.seed import DAY
from tests.school.stores import NOW

TOMORROW, MONDAY = DAY + timedelta(days=1), DAY + timedelta(days=3)
ANNA = Name("Анна", "Орлова")
WAITING, ACCEPTED = ExcuseState.WAITING, ExcuseState.ACCEPTED
DECLINED, CONFIRMED = ExcuseState.DECLINED, ExcuseState.CONFIRMED


class Family:
    """A pupil with a guardian, and how they say things."""

    def __init__(self, ground: Ground) -> None:
        self.seed = ground.seed
        self.pupil: PupilId = ground.seed.a_pupil("Маша")
        self.guardian: PersonId = ground.seed.a_guardian(self.pupil)

    def claim(self, *days: date, **more: object) -> Claim:
        said = Claim(self.pupil, days or (DAY,), ExcuseKind.ILLNESS)
        return replace(said, **more)  # type: ignore[arg-type]  # a builder's freedom

    async def says(self, tx: object, claim: Claim | None = None) -> Excuse:
        kept: Excuse = await tx.excuses.add(  # type: ignore[attr-defined]  # any store's turn
            claim or self.claim(), school=self.seed.school, guardian=self.guardian, at=NOW
        )
        return kept


async def test_a_claim_is_found_as_it_was_made(ground: Ground) -> None:
    family = Family(ground)
    note = Attachment(FileKind.PHOTO, "a reference")
    days = family.claim(DAY, MONDAY, kind=ExcuseKind.OTHER, word="едем", attachment=note)
    lessons, zeroth = (family.claim(TOMORROW, numbers=some) for some in ((1, 3), (0,)))
    await ground.plant()

    async with ground.turn() as tx:
        await tx.excuses.in_turn(family.pupil)
        kept = [await family.says(tx, one) for one in (days, lessons, zeroth)]
        found = [await tx.excuses.excuse(one.id) for one in kept]

    assert found == kept
    assert [one.claim for one in kept] == [days, lessons, zeroth]
    assert {(one.state, one.guardian, one.claimed_at) for one in kept} == {
        (WAITING, family.guardian, NOW)
    }


async def test_excuses_are_found_by_the_days_that_they_touch(ground: Ground) -> None:
    family, other = Family(ground), Family(ground)
    await ground.plant()

    async with ground.turn() as tx:
        first, second = await family.says(tx, family.claim(DAY, MONDAY)), await family.says(tx)
        await family.says(tx, family.claim(MONDAY + timedelta(days=1)))
        await other.says(tx)
        found = await tx.excuses.of_pupils([family.pupil], DAY, TOMORROW)
        nothing = await tx.excuses.of_pupils([family.pupil], TOMORROW, TOMORROW)

    assert (list(found), list(nothing)) == ([first, second], [])


async def test_a_decision_is_kept_once_and_from_where_it_may_be_made(ground: Ground) -> None:
    family = Family(ground)
    teacher = ground.seed.a_teacher()
    await ground.plant()

    async with ground.turn() as tx:
        excuse, open_ones = await family.says(tx), frozenset({WAITING, ACCEPTED})
        decide, by = tx.excuses.decide, {"by": teacher, "at": NOW}
        accepted = await decide(excuse.id, Decision(ACCEPTED), **by)
        declined = await decide(excuse.id, Decision(DECLINED, word="нет"), **by)
        confirmed = await decide(excuse.id, Decision(CONFIRMED, open_ones, "справка"), **by)
        found = await tx.excuses.excuse(excuse.id)

    assert (accepted, declined, confirmed) == (True, False, True)
    assert found == replace(excuse, state=CONFIRMED, document="справка")


async def test_a_verdict_is_kept_with_its_word(ground: Ground) -> None:
    family = Family(ground)
    teacher = ground.seed.a_teacher()
    await ground.plant()

    async with ground.turn() as tx:
        excuse = await family.says(tx)
        await tx.excuses.decide(excuse.id, Decision(DECLINED, word="нет"), by=teacher, at=NOW)
        found = await tx.excuses.excuse(excuse.id)

    assert found == replace(excuse, state=DECLINED, verdict="нет")


async def test_days_before_a_decision_stay_as_they_were(ground: Ground) -> None:
    family = Family(ground)
    teacher = ground.seed.a_teacher()
    note = Attachment(FileKind.PHOTO, "a reference")
    await ground.plant()

    async with ground.turn() as tx:
        excuse = await family.says(tx, family.claim(DAY, TOMORROW, MONDAY, attachment=note))
        decide, by = tx.excuses.decide, {"by": teacher, "at": NOW}
        await decide(excuse.id, Decision(ACCEPTED, word="выздоравливайте"), **by)
        fall = Decision(DECLINED, frozenset({ACCEPTED}), "нет", since=TOMORROW)
        declined, again = await decide(excuse.id, fall, **by), await decide(excuse.id, fall, **by)
        found = await tx.excuses.of_pupils([family.pupil], DAY, MONDAY)

    fell, stayed = sorted(found, key=lambda one: one.id != excuse.id)
    days = [(one.claim.days, one.claim.attachment, one.guardian) for one in (fell, stayed)]
    assert (declined, again) == (True, False)
    assert days == [((TOMORROW, MONDAY), note, family.guardian), ((DAY,), note, family.guardian)]
    assert (fell.state, fell.verdict) == (DECLINED, "нет")
    assert (stayed.state, stayed.verdict) == (ACCEPTED, "выздоравливайте")


async def test_a_document_proves_the_lessons_that_its_excuse_names_and_no_others(
    ground: Ground,
) -> None:
    family, other = Family(ground), Family(ground)
    teacher = ground.seed.a_teacher()
    await ground.plant()

    async with ground.turn() as tx:
        shown = await family.says(tx, family.claim(MONDAY, numbers=(1, 3)))
        await family.says(tx, family.claim(TOMORROW))
        await tx.excuses.decide(shown.id, Decision(CONFIRMED, word="справка"), by=teacher, at=NOW)
        first = await tx.excuses.proved(family.pupil, MONDAY, 1)
        second = await tx.excuses.proved(family.pupil, MONDAY, 2)
        unseen = await tx.excuses.proved(family.pupil, TOMORROW, 1)
        of_other = await tx.excuses.proved(other.pupil, MONDAY, 1)

    assert first == ProvedReason(AbsenceCode.ILL, "справка")
    assert (second, unseen, of_other) == (None, None, None)


async def test_open_excuses_come_by_their_first_day(ground: Ground) -> None:
    family, other = Family(ground), Family(ground)
    teacher = ground.seed.a_teacher()
    await ground.plant()

    async with ground.turn() as tx:
        later = await family.says(tx, family.claim(MONDAY))
        sooner, over = await family.says(tx), await family.says(tx, family.claim(TOMORROW))
        await other.says(tx)
        await tx.excuses.decide(over.id, Decision(CONFIRMED, word="справка"), by=teacher, at=NOW)
        found = await tx.excuses.open_of([family.pupil])

    assert list(found) == [sooner, later]


async def test_missed_lessons_are_as_the_journal_has_them(ground: Ground) -> None:
    family = Family(ground)
    seed, course = ground.seed, ground.seed.a_course(family.pupil)
    second, first = seed.a_lesson(course, number=2), seed.a_lesson(course)
    ill = seed.an_absence(second, family.pupil, AbsenceCode.ILL, ReasonState.CLAIMED)
    absent = seed.an_absence(first, family.pupil)
    seed.an_absence(seed.a_lesson(course, number=3), family.pupil, gone_at=LONG_AGO)
    seed.an_absence(seed.a_lesson(course, day=MONDAY), family.pupil)
    await ground.plant()

    async with ground.turn() as tx:
        await family.says(tx)
        found = await tx.excuses.missed(family.pupil, DAY, TOMORROW)

    assert list(found) == [
        Missed(absent, first, DAY, 1, AbsenceCode.ABSENT, ReasonState.UNKNOWN),
        Missed(ill, second, DAY, 2, AbsenceCode.ILL, ReasonState.CLAIMED),
    ]


async def test_an_excuse_is_laid_over_what_diary_and_news_show(ground: Ground) -> None:
    family = Family(ground)
    seed, course = ground.seed, ground.seed.a_course(family.pupil)
    absence = seed.an_absence(seed.a_lesson(course), family.pupil)
    untold = seed.an_absence(seed.a_lesson(course, number=2), family.pupil)
    await ground.plant()

    async with ground.turn() as tx:
        await family.says(tx, family.claim(DAY, numbers=(1,)))
        shown = await tx.diary.absences(family.pupil, DAY, DAY)
        lessons = await tx.diary.lessons(family.pupil, DAY, DAY)
        news = await tx.news.absences(
            [a_notice(1, absence, family.pupil), a_notice(2, untold, family.pupil)]
        )

    claimed = (AbsenceCode.ILL, ReasonState.CLAIMED)
    unknown = (AbsenceCode.ABSENT, ReasonState.UNKNOWN)
    assert [(one.code, one.reason) for one in shown] == [unknown, claimed]
    assert [(one.absence, one.absence_reason) for one in lessons] == [claimed, unknown]
    assert [(one.code, one.reason) for one in news.values()] == [claimed, unknown]


async def test_a_search_begins_once_a_day_and_ends(ground: Ground) -> None:
    family = Family(ground)
    await ground.plant()

    async with ground.turn() as tx:
        before = await tx.searches.search(family.pupil, DAY)
        begun = await tx.searches.begin_search(
            family.pupil, DAY, school=ground.seed.school, by=family.guardian, at=NOW
        )
        during = await tx.searches.search(family.pupil, DAY)
        another_day = await tx.searches.search(family.pupil, TOMORROW)
        await tx.searches.end_searches([begun.id], by=family.guardian, at=NOW)
        after = await tx.searches.search(family.pupil, DAY)

    assert begun == Search(begun.id, family.pupil, DAY, family.guardian)
    assert (before, during, another_day) == (None, begun, None)
    assert after == replace(begun, found=True)


async def test_a_search_that_was_over_begins_again(ground: Ground) -> None:
    family, other = Family(ground), Family(ground)
    await ground.plant()

    async with ground.turn() as tx:
        begin, school = tx.searches.begin_search, ground.seed.school
        begun = await begin(family.pupil, DAY, school=school, by=family.guardian, at=NOW)
        another = await begin(other.pupil, DAY, school=school, by=other.guardian, at=NOW)
        ended = await tx.searches.end_searches([begun.id], by=None, at=NOW)
        nothing = await tx.searches.end_searches([begun.id], by=None, at=NOW)
        again = await begin(family.pupil, DAY, school=school, by=other.guardian, at=NOW)
        kept = await tx.searches.search(family.pupil, DAY)
        both = await tx.searches.end_searches([begun.id, another.id], by=None, at=NOW)

    assert (ended, nothing, both) == ({begun.id}, set(), {begun.id, another.id})
    assert kept == again == replace(begun, asked_by=other.guardian)


async def test_who_is_looked_for_is_seen_with_the_lessons_that_are_still_missed(
    ground: Ground,
) -> None:
    family, other = Family(ground), Family(ground)
    seed, course = ground.seed, ground.seed.a_course(family.pupil, other.pupil)
    lessons = [seed.a_lesson(course, number=number) for number in (1, 2, 3, 4)]
    came, late = (
        seed.an_absence(lessons[0], family.pupil, gone_at=LONG_AGO),
        seed.an_absence(lessons[1], family.pupil, AbsenceCode.LATE),
    )
    seed.an_absence(lessons[2], family.pupil)
    seed.an_absence(seed.a_lesson(course, day=TOMORROW, number=5), family.pupil)
    others = seed.an_absence(lessons[3], other.pupil, gone_at=LONG_AGO)
    cancelled = seed.a_lesson(course, number=6, gone_at=LONG_AGO)
    nowhere = seed.an_absence(cancelled, family.pupil, gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        asked = [came, late, others, nowhere]
        unsought = await tx.searches.seen(asked)
        begun = await tx.searches.begin_search(
            family.pupil, DAY, school=seed.school, by=family.guardian, at=NOW
        )
        seen = await tx.searches.seen(asked)
        await tx.searches.end_searches([begun.id], by=family.guardian, at=NOW)
        over = await tx.searches.seen(asked)

    assert list(seen) == [Seen(came, begun, 1, (3,)), Seen(late, begun, 2, (3,))]
    assert (list(unsought), list(over)) == ([], [])


async def test_a_claim_is_told_while_it_waits_and_a_decision_after(ground: Ground) -> None:
    family = Family(ground)
    teacher, stranger = ground.seed.a_teacher(), ground.seed.a_pupil("Вера")
    await ground.plant()

    async with ground.turn() as tx:
        waits, decided = await family.says(tx), await family.says(tx, family.claim(MONDAY))
        await tx.excuses.decide(decided.id, Decision(ACCEPTED), by=teacher, at=NOW)
        notices = [
            a_notice(1, waits.id, family.pupil),
            a_notice(2, decided.id, family.pupil),
            a_notice(3, waits.id, stranger),
        ]
        claims, decisions = await tx.news.claims(notices), await tx.news.decisions(notices)

    accepted = replace(decided, state=ACCEPTED)
    assert claims == {NoticeId(1): ClaimNews(family.pupil, MASHA, ANNA, waits)}
    assert decisions == {
        NoticeId(1): DecisionNews(family.pupil, MASHA, waits),
        NoticeId(2): DecisionNews(family.pupil, MASHA, accepted),
    }


async def test_a_search_is_told_with_the_class_and_whether_it_is_over(ground: Ground) -> None:
    family = Family(ground)
    ground.seed.enrolled(family.pupil, ground.seed.a_class("7А"))
    stranger = ground.seed.a_pupil("Вера")
    await ground.plant()

    async with ground.turn() as tx:
        begun = await tx.searches.begin_search(
            family.pupil, DAY, school=ground.seed.school, by=family.guardian, at=NOW
        )
        notices = [a_notice(1, begun.id, family.pupil), a_notice(2, begun.id, stranger)]
        sought = await tx.news.searches(notices)
        await tx.searches.end_searches([begun.id], by=family.guardian, at=NOW)
        found = await tx.news.searches(notices)

    told = SearchNews(family.pupil, MASHA, "7А", ANNA, DAY, found=False)
    assert sought == {NoticeId(1): told}
    assert found == {NoticeId(1): replace(told, found=True)}


async def test_who_ended_a_search_is_named_but_to_who_asked_for_it(ground: Ground) -> None:
    family = Family(ground)
    father = ground.seed.a_guardian(family.pupil, given="Пётр")
    await ground.plant()

    async with ground.turn() as tx:
        begun = await tx.searches.begin_search(
            family.pupil, DAY, school=ground.seed.school, by=family.guardian, at=NOW
        )
        asked = a_notice(2, begun.id, family.pupil)
        asked = replace(asked, draft=replace(asked.draft, recipient=family.guardian))
        notices = [a_notice(1, begun.id, family.pupil), asked]
        await tx.searches.end_searches([begun.id], by=father, at=NOW)
        by_father = await tx.news.searches(notices)
        await tx.searches.begin_search(
            family.pupil, DAY, school=ground.seed.school, by=family.guardian, at=NOW
        )
        await tx.searches.end_searches([begun.id], by=None, at=NOW)
        by_journal = await tx.news.searches(notices)

    told = SearchNews(family.pupil, MASHA, "", Name("Пётр", "Орлова"), DAY, found=True)
    nameless = replace(told, who=None)
    assert by_father == {NoticeId(1): told, NoticeId(2): nameless}
    assert set(by_journal.values()) == {replace(nameless, seen=True)}


async def test_what_was_taken_back_is_told_as_that_alone(ground: Ground) -> None:
    family = Family(ground)
    await ground.plant()

    async with ground.turn() as tx:
        excuse = await family.says(tx)
        claimed = a_notice(1, excuse.id, family.pupil)
        taken_back = replace(claimed, draft=replace(claimed.draft, change=Change.TAKEN_BACK))
        off = replace(taken_back, id=NoticeId(2))
        waits = await tx.news.claims([claimed, off])
        withdrawn = Decision(ExcuseState.WITHDRAWN)
        await tx.excuses.decide(excuse.id, withdrawn, by=family.guardian, at=NOW)
        over = await tx.news.claims([claimed, off])

    assert (set(waits), set(over)) == ({NoticeId(1)}, {NoticeId(2)})


async def test_an_absence_is_told_with_the_reason_that_was_declined_and_on_its_day(
    ground: Ground,
) -> None:
    family = Family(ground)
    seed, course = ground.seed, ground.seed.a_course(family.pupil)
    absence = seed.an_absence(seed.a_lesson(course), family.pupil)
    teacher = seed.a_teacher()
    await ground.plant()

    async with ground.turn() as tx:
        excuse = await family.says(tx)
        await tx.excuses.decide(excuse.id, Decision(DECLINED, word="нет"), by=teacher, at=NOW)
        later = a_notice(1, absence, family.pupil)
        alert = replace(later, id=NoticeId(2), draft=replace(later.draft, lane=Lane.ALERT))
        news = await tx.news.absences([later, alert])

    declined = replace(excuse, state=DECLINED, verdict="нет")
    assert [one.declined for one in news.values()] == [declined, declined]
    assert [one.of_today for one in news.values()] == [False, True]


async def test_the_administration_is_who_has_its_role_and_is_linked(ground: Ground) -> None:
    seed = ground.seed
    head, deputy, keeper, unlinked, disabled = (
        seed.a_person(enabled=number != 4) for number in range(5)
    )
    roles = (Role.HEAD, Role.DEPUTY_HEAD, Role.ADMINISTRATOR, Role.HEAD, Role.HEAD)
    for person, role in zip((head, deputy, keeper, unlinked, disabled), roles, strict=True):
        seed.a_role(person, role)
    seed.a_role(head, Role.ADMINISTRATOR)
    seed.an_account(head, deputy, keeper, disabled)
    seed.an_account(seed.a_teacher())
    school = seed.school
    seed.a_school(identifier="another")
    elsewhere = seed.a_person()
    seed.a_role(elsewhere, Role.HEAD)
    seed.an_account(elsewhere)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.audience.administration(school)

    assert sorted(found) == sorted([head, deputy, keeper])


async def test_a_deputy_head_stands_in_and_else_the_administration(ground: Ground) -> None:
    seed = ground.seed
    head, deputy, unlinked = (seed.a_person() for _ in range(3))
    for person, role in ((head, Role.HEAD), (deputy, Role.DEPUTY_HEAD), (deputy, Role.HEAD)):
        seed.a_role(person, role)
    seed.an_account(head, deputy)
    school = seed.school
    other = seed.a_school(identifier="another")
    alone = seed.a_person()
    seed.a_role(alone, Role.ADMINISTRATOR)
    seed.a_role(unlinked, Role.DEPUTY_HEAD)
    seed.an_account(alone)
    await ground.plant()

    async with ground.turn() as tx:
        found = [await tx.audience.stand_ins(one) for one in (school, other)]

    assert found == [[deputy], [alone]]


async def test_absences_are_found_under_the_excuses_that_speak_of_them(ground: Ground) -> None:
    family, other = Family(ground), Family(ground)
    course = ground.seed.a_course(family.pupil, other.pupil)
    first, second = (ground.seed.a_lesson(course, number=number) for number in (1, 2))
    elsewhere = ground.seed.a_lesson(course, day=TOMORROW, number=1)
    kept = [ground.seed.an_absence(one, family.pupil) for one in (first, second, elsewhere)]
    ground.seed.an_absence(first, other.pupil)
    ground.seed.an_absence(second, other.pupil, gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        days = await family.says(tx, family.claim(DAY, TOMORROW))
        lesson = await other.says(tx, other.claim(numbers=(2,)))
        ours = await tx.excuses.missed_under([days.id, lesson.id], DAY)
        nothing = await tx.excuses.missed_under([lesson.id], DAY)

    told = [(pupil, one.absence, one.number) for pupil, one in ours]
    assert told == [(family.pupil, kept[0], 1), (family.pupil, kept[1], 2)]
    assert list(nothing) == []


async def test_what_is_said_of_the_lesson_before_the_first_speaks_of_no_other(
    ground: Ground,
) -> None:
    family = Family(ground)
    course, teacher = ground.seed.a_course(family.pupil), ground.seed.a_teacher()
    zeroth, first = (ground.seed.a_lesson(course, number=number) for number in (0, 1))
    missed = [ground.seed.an_absence(one, family.pupil) for one in (zeroth, first)]
    await ground.plant()

    async with ground.turn() as tx:
        said = await family.says(tx, family.claim(numbers=(0,)))
        under = await tx.excuses.missed_under([said.id], DAY)
        await tx.excuses.decide(said.id, Decision(CONFIRMED, word="справка"), by=teacher, at=NOW)
        proved = [await tx.excuses.proved(family.pupil, DAY, number) for number in (0, 1)]

    assert [one.absence for _, one in under] == missed[:1]
    assert [bool(one) for one in proved] == [True, False]


async def test_rows_about_a_record_are_found_whatever_became_of_them(ground: Ground) -> None:
    family = Family(ground)
    await ground.plant()

    def draft(subject: int, kind: NoticeKind = NoticeKind.ABSENCE) -> object:
        notice = a_notice(1, subject, family.pupil).draft
        school, guardian = ground.seed.school, family.guardian
        return replace(
            notice, school=school, recipient=guardian, kind=kind, change=Change.TAKEN_BACK
        )

    async with ground.turn() as tx:
        await tx.outbox.put([draft(7), draft(8), draft(7, NoticeKind.MARK), draft(7)])
        found = await tx.outbox.told_of(NoticeKind.ABSENCE, [7])

    assert [row.notice.draft for row in found] == [draft(7), draft(7)]
    assert [row.ending for row in found] == [None, None]
