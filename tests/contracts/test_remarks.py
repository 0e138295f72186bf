"""What teachers said of pupils: the same on every store."""

from datetime import date, timedelta

from core.access.people import Name
from core.journal.remarks.remark import FormerWords, Remark, RemarkKind
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY
from tests.school.stores import NOW

MONDAY = date(2026, 11, 16)
LATER = NOW + timedelta(hours=1)


async def test_a_remark_is_kept_with_who_said_it_of_whom(ground: Ground) -> None:
    seed = ground.seed
    school, masha = seed.school, seed.a_pupil("Маша", family="Ёлкина")
    nina = seed.a_teacher(given="Нина")
    await ground.plant()

    async with ground.turn() as tx:
        kind = RemarkKind.PRAISE
        made = await tx.remarks.add(school, masha, kind, "Помогает", day=DAY, by=nina, at=NOW)
        found = await tx.remarks.one(made)

    child, author = Name("Маша", "Ёлкина"), Name("Нина", "Орлова")
    assert found == Remark(made, school, masha, child, kind, "Помогает", DAY, nina, author)


async def test_remarks_come_by_pupil_with_the_latest_first(ground: Ground) -> None:
    seed = ground.seed
    masha, petya, other = seed.a_pupil("Маша"), seed.a_pupil("Петя"), seed.a_pupil("Ян")
    nina = seed.a_teacher()
    early = seed.a_remark(masha, nina, day=MONDAY)
    late, later = seed.a_remark(masha, nina), seed.a_remark(masha, nina)
    of_petya = seed.a_remark(petya, nina, kind="behaviour")
    seed.a_remark(masha, nina, day=MONDAY - timedelta(days=1))
    seed.a_remark(masha, nina, gone_at=LONG_AGO)
    seed.a_remark(other, nina)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.remarks.of_pupils([masha, petya], MONDAY, DAY)

    ids = {pupil: [one.id for one in remarks] for pupil, remarks in found.items()}
    assert ids == {masha: [later, late, early], petya: [of_petya]}


async def test_a_teacher_s_own_remarks_are_those_since_a_day(ground: Ground) -> None:
    seed = ground.seed
    masha, nina, ivan = seed.a_pupil(), seed.a_teacher(), seed.a_teacher()
    own = seed.a_remark(masha, nina)
    seed.a_remark(masha, nina, day=MONDAY)
    seed.a_remark(masha, ivan)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.remarks.made_by(nina, DAY)

    assert [one.id for one in found] == [own]


async def test_other_words_replace_only_those_that_were_read(ground: Ground) -> None:
    seed = ground.seed
    masha, nina = seed.a_pupil(), seed.a_teacher()
    made = seed.a_remark(masha, nina, "Умница")
    await ground.plant()

    async with ground.turn() as tx:
        first = await tx.remarks.reword(made, "Умница", "Молодец", by=nina, at=LATER)
        second = await tx.remarks.reword(made, "Умница", "Иначе", by=nina, at=LATER)
        found = await tx.remarks.one(made)
        history = await tx.remarks.history(made)

    assert (first, second) == (True, False)
    assert found is not None
    assert found.text == "Молодец"
    assert list(history) == [FormerWords("Умница", LATER, nina)]


async def test_what_was_taken_back_is_gone_and_its_words_stay(ground: Ground) -> None:
    seed = ground.seed
    masha, nina = seed.a_pupil(), seed.a_teacher()
    made = seed.a_remark(masha, nina, "Умница")
    await ground.plant()

    async with ground.turn() as tx:
        taken = await tx.remarks.take_back(made, "Умница", by=nina, at=LATER)
        again = await tx.remarks.take_back(made, "Умница", by=nina, at=LATER)
        found = await tx.remarks.one(made)
        history = await tx.remarks.history(made)

    assert (taken, again, found) == (True, False, None)
    assert list(history) == [FormerWords("Умница", LATER, nina)]


async def test_who_teaches_a_pupil_does_so_on_the_day(ground: Ground) -> None:
    seed = ground.seed
    masha = seed.a_pupil()
    course, other = seed.a_course(masha), seed.a_course(seed.a_pupil("Петя"))
    nina, former, stranger = seed.a_teacher(course), seed.a_teacher(), seed.a_teacher(other)
    seed.enrolled(former, course, role="teacher", ends=MONDAY)
    await ground.plant()

    async with ground.turn() as tx:
        found = [await tx.remarks.teaches(one, masha, DAY) for one in (nina, former, stranger)]

    assert found == [True, False, False]


async def test_leading_a_class_is_not_teaching_a_course(ground: Ground) -> None:
    seed = ground.seed
    class_id = seed.a_class()
    masha, leader = seed.a_pupil(class_id=class_id), seed.a_teacher(class_id)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.remarks.teaches(leader, masha, DAY)

    assert found is False


async def test_a_pupil_has_a_name_while_in_the_records(ground: Ground) -> None:
    seed = ground.seed
    masha, gone = seed.a_pupil("Маша"), seed.a_pupil(gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        found = [await tx.remarks.named(masha), await tx.remarks.named(gone)]

    assert found == [Name("Маша", "Орлова"), None]
