"""Issues of forecasts, the periods of classes, and names: the same on every store."""

from datetime import date, timedelta

from core.access.people import Name
from core.diary.issuing.terms import Issue
from core.ids import IssueId, PeriodId
from core.journal.calendar import Holiday
from core.journal.values import PeriodKind
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY
from tests.school.stores import NOW

HALF_YEAR = {
    "title": "I полугодие",
    "kind": PeriodKind.HALF_YEAR,
    "begins": date(2026, 9, 1),
    "ends": date(2026, 12, 28),
}


async def test_a_class_is_in_the_period_of_its_pupils_courses(ground: Ground) -> None:
    seed = ground.seed
    class_7a = seed.a_class("7А")
    pupil = seed.a_pupil(class_id=class_7a)
    period = seed.a_period(seed.a_course(pupil))
    seed.a_year()
    seed.a_holiday("Каникулы", date(2026, 12, 26), date(2027, 1, 10))
    seed.a_holiday("Лето", date(2027, 6, 1), date(2027, 8, 31))
    await ground.plant()

    async with ground.turn() as tx:
        term = await tx.issues.term(class_7a, DAY)
        terms = await tx.issues.terms(seed.school, DAY)

    assert term is not None
    assert terms == [term]
    assert (term.school, term.class_title, term.term.id) == (seed.school, "7А", period)
    assert term.holidays == (Holiday("Каникулы", date(2026, 12, 26), date(2027, 1, 10)),)
    assert term.last_day == date(2026, 12, 25)
    assert term.issue is None


async def test_a_subject_by_half_years_gives_a_class_of_quarters_a_second_term(
    ground: Ground,
) -> None:
    seed = ground.seed
    class_7a = seed.a_class("7А")
    pupil = seed.a_pupil(class_id=class_7a)
    both, chess = seed.a_course(pupil), seed.a_course(pupil, teaching="elective")
    quarter = seed.a_period(seed.a_course(pupil), seed.a_course(pupil), both)
    half_year = seed.a_period(both, chess, **HALF_YEAR)
    await ground.plant()

    async with ground.turn() as tx:
        before = await tx.issues.terms_of(class_7a, DAY)
    seed.taught_in(half_year, seed.a_course(pupil, title="Музыка"))
    await ground.plant()
    async with ground.turn() as tx:
        terms = await tx.issues.terms_of(class_7a, DAY)
        first = await tx.issues.term(class_7a, DAY)
        of_school = await tx.issues.terms(seed.school, DAY)

    assert [one.term.id for one in before] == [quarter]
    assert [one.term.id for one in terms] == [quarter, half_year]
    assert (first, list(of_school)) == (terms[0], list(terms))


async def test_a_class_goes_by_the_kind_of_period_of_most_of_its_courses(ground: Ground) -> None:
    seed = ground.seed
    class_10a = seed.a_class("10А")
    pupil = seed.a_pupil(class_id=class_10a)
    seed.a_period(seed.a_course(pupil))
    half_year = seed.a_period(seed.a_course(pupil), seed.a_course(pupil), **HALF_YEAR)
    await ground.plant()

    async with ground.turn() as tx:
        term = await tx.issues.term(class_10a, DAY)

    assert term is not None
    assert (term.term.id, term.term.kind) == (half_year, PeriodKind.HALF_YEAR)


async def test_between_periods_and_without_pupils_there_is_none(ground: Ground) -> None:
    seed = ground.seed
    class_7a, empty = seed.a_class("7А"), seed.a_class("7Б")
    left = seed.a_pupil("Петя")
    pupil = seed.a_pupil(class_id=class_7a)
    seed.enrolled(left, empty, ends=date(2026, 10, 1))
    seed.a_period(seed.a_course(pupil, left))
    await ground.plant()

    async with ground.turn() as tx:
        found = [
            await tx.issues.term(class_7a, date(2026, 10, 30)),
            await tx.issues.term(empty, DAY),
            await tx.issues.term(seed.school, DAY),
        ]
        terms = await tx.issues.terms(seed.school, date(2026, 10, 30))

    assert found == [None, None, None]
    assert list(terms) == []


async def test_another_schools_classes_and_periods_are_its_own(ground: Ground) -> None:
    seed = ground.seed
    first = seed.school
    seed.a_period(seed.a_course(seed.a_pupil(class_id=seed.a_class("7А"))))
    second = seed.a_school()
    seed.a_period(seed.a_course(seed.a_pupil(class_id=seed.a_class("9В"))))
    await ground.plant()

    async with ground.turn() as tx:
        titles = [
            [one.class_title for one in await tx.issues.terms(school, DAY)]
            for school in (first, second)
        ]

    assert titles == [["7А"], ["9В"]]


async def test_an_issue_is_kept_once_with_who_sent_it(ground: Ground) -> None:
    seed = ground.seed
    class_7a = seed.a_class("7А")
    seed.a_period(seed.a_course(seed.a_pupil(class_id=class_7a)))
    teacher = seed.a_teacher(class_7a, given="Нина", family="Орлова")
    await ground.plant()

    async with ground.turn() as tx:
        term = await tx.issues.term(class_7a, DAY)
        assert term is not None
        sent = await tx.issues.add(term, at=NOW, by=teacher)
        again = await tx.issues.add(term, at=NOW + timedelta(days=1), by=None)
        now = await tx.issues.term(class_7a, DAY)

    assert sent is not None
    assert again is None
    assert sent == Issue(sent.id, NOW, teacher, Name("Нина", "Орлова"))
    assert now is not None
    assert now.issue == sent


async def test_an_issue_that_went_by_itself_was_nobodys(ground: Ground) -> None:
    seed = ground.seed
    class_7a = seed.a_class("7А")
    seed.a_period(seed.a_course(seed.a_pupil(class_id=class_7a)))
    await ground.plant()

    async with ground.turn() as tx:
        term = await tx.issues.term(class_7a, DAY)
        assert term is not None
        sent = await tx.issues.add(term, at=NOW, by=None)
        assert sent is not None
        await tx.issues.looked(sent.id, DAY)
        found = await tx.issues.issued(sent.id)
        nothing = await tx.issues.issued(IssueId(10**9))

    assert nothing is None
    assert found is not None
    assert (found.term, found.class_id, found.class_title) == (term.term, class_7a, "7А")
    assert found.issue == Issue(sent.id, NOW, looked_on=DAY)


async def test_a_class_without_marks_keeps_the_last_day_on_which_it_was_looked_at(
    ground: Ground,
) -> None:
    seed = ground.seed
    class_1a, class_7a = seed.a_class("1А"), seed.a_class("7А")
    seed.a_period(
        seed.a_course(seed.a_pupil(class_id=class_1a)),
        seed.a_course(seed.a_pupil(class_id=class_7a)),
    )
    await ground.plant()

    async with ground.turn() as tx:
        term = await tx.issues.term(class_1a, DAY)
        assert term is not None
        await tx.issues.found_unmarked(term, DAY)
        await tx.issues.found_unmarked(term, DAY + timedelta(days=1))
        terms = await tx.issues.terms(seed.school, DAY)

    assert term.unmarked_on is None
    assert {one.class_title: one.unmarked_on for one in terms} == {
        "1А": DAY + timedelta(days=1),
        "7А": None,
    }


async def test_a_period_is_found_by_its_number_while_it_stands(ground: Ground) -> None:
    period = ground.seed.a_period(ground.seed.a_course())
    await ground.plant()

    async with ground.turn() as tx:
        found, nothing = (
            await tx.issues.period(PeriodId(period)),
            await tx.issues.period(PeriodId(10**9)),
        )

    assert found is not None
    assert (found.id, found.title, found.ends) == (period, "II четверть", date(2026, 12, 27))
    assert nothing is None


async def test_names_are_those_of_who_is_in_the_records(ground: Ground) -> None:
    anna, gone = ground.seed.a_person(), ground.seed.a_person("Вера", gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        names = await tx.names.names([anna, gone])

    assert names == {anna: Name("Анна", "Орлова")}


async def test_an_issue_is_renewed_once(ground: Ground) -> None:
    seed = ground.seed
    class_7a = seed.a_class("7А")
    seed.a_period(seed.a_course(seed.a_pupil(class_id=class_7a)))
    teacher = seed.a_teacher(class_7a)
    await ground.plant()
    later = NOW + timedelta(days=1)

    async with ground.turn() as tx:
        term = await tx.issues.term(class_7a, DAY)
        assert term is not None
        first = await tx.issues.add(term, at=NOW, by=teacher)
        assert first is not None
        renewed = await tx.issues.renew(first, at=later)
        again = await tx.issues.renew(first, at=later)
        kept = await tx.issues.issued(first.id)

    assert renewed == Issue(first.id, later)
    assert again is None
    assert kept is not None
    assert kept.issue == renewed


async def test_who_has_a_subject_by_the_other_period_alone_is_found(ground: Ground) -> None:
    seed = ground.seed
    class_7a = seed.a_class("7А")
    masha, petya = seed.a_pupil(class_id=class_7a), seed.a_pupil("Петя", class_id=class_7a)
    seed.a_period(seed.a_course(masha, petya), seed.a_course(masha, petya))
    half_year = seed.a_period(seed.a_course(masha), **HALF_YEAR)
    await ground.plant()

    async with ground.turn() as tx:
        main, other = await tx.issues.terms_of(class_7a, DAY)
        found = await tx.issues.taught_alone(other, DAY)
        all_of_class = await tx.issues.taught_alone(main, DAY)

    assert other.term.id == half_year
    assert (set(found), set(all_of_class)) == ({masha}, {masha, petya})
