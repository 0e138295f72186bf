"""What guardians agreed to: the same on every store."""

from dataclasses import replace
from datetime import timedelta

from core.access.consents import Consent, Said, Subject
from core.access.people import Child, Name
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY
from tests.school.stores import NOW


async def test_the_answer_of_the_latest_day_counts_and_of_a_day_the_last_one(
    ground: Ground,
) -> None:
    pupil = ground.seed.a_pupil()
    mother = ground.seed.a_guardian(pupil)
    ground.seed.a_consent(mother, pupil, state="refused", day=DAY)
    ground.seed.a_consent(mother, pupil, state="given", day=DAY - timedelta(days=1))
    await ground.plant()
    once = Consent(mother, pupil, Subject.EMAIL, Said.GIVEN, DAY, "1")
    again = replace(once, said=Said.WITHDRAWN)

    async with ground.turn() as tx:
        await tx.consents.add(once, ground.seed.school, mother, NOW)
        await tx.consents.add(again, ground.seed.school, mother, NOW)
        found = await tx.consents.latest([pupil])

    assert {(one.subject, one.said, one.day) for one in found} == {
        (Subject.ELECTRONIC, Said.REFUSED, DAY),
        (Subject.EMAIL, Said.WITHDRAWN, DAY),
    }
    assert again in found


async def test_guardians_stand_by_child_in_the_order_of_the_files(ground: Ground) -> None:
    masha, petya = ground.seed.a_pupil("Маша"), ground.seed.a_pupil("Петя")
    father, mother = ground.seed.a_person("Пётр"), ground.seed.a_person("Анна")
    ground.seed.a_guardianship(masha, father, position=1)
    ground.seed.a_guardianship(masha, mother, position=0)
    ground.seed.a_guardianship(petya, mother)
    ground.seed.a_guardianship(petya, father, gone_at=LONG_AGO)
    ground.seed.a_guardian(petya, given="Инна", enabled=False)
    await ground.plant()
    children = [Child(one, Name("", "")) for one in (petya, masha)]

    async with ground.turn() as tx:
        found = await tx.consents.guardians(children)

    assert [(one.pupil.pupil, one.guardian) for one in found] == [
        (petya, mother),
        (masha, mother),
        (masha, father),
    ]
