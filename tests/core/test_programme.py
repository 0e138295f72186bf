"""How far a programme has come, and what comes next."""

from decimal import Decimal

import pytest

from core.diary.school_life.programme import CourseProgramme, PlannedTopic, progress

ONE_EACH = tuple(PlannedTopic(topic) for topic in ("Силы", "Масса", "Масса", "Опыт"))
IN_HOURS = (PlannedTopic("Силы", Decimal("1.5")), PlannedTopic("Масса", Decimal("1.5")))

CASES = {
    "nothing taught yet": (ONE_EACH, (), 0, "Силы"),
    "the last topic has its place in the plan": (ONE_EACH, ("Силы",), 25, "Масса"),
    "slower than planned": (ONE_EACH, ("Силы", "Силы", "Силы"), 75, "Масса"),
    "a topic that the plan has twice goes by the hours": (
        ONE_EACH,
        ("Силы", "Масса"),
        50,
        "Масса",
    ),
    "a topic that the plan has not goes by the hours": (ONE_EACH, ("Беседа",), 25, "Масса"),
    "the last topic": (ONE_EACH, ("Опыт",), 25, ""),
    "all hours taught": (ONE_EACH, ("?",) * 4, 100, ""),
    "more than planned is all": (ONE_EACH, ("?",) * 9, 100, ""),
    "hours are not all whole": (IN_HOURS, ("?",), 33, "Силы"),
    "half a per cent is rounded up": ((PlannedTopic("Силы", Decimal(8)),), ("?",), 13, "Силы"),
    "no plan": ((), ("Силы",), None, ""),
    "a plan of no hours": ((PlannedTopic("Силы", Decimal(0)),), (), None, ""),
}


@pytest.mark.parametrize(("plan", "taught", "percent", "topic"), CASES.values(), ids=CASES)
def test_a_programme_has_come_so_far(
    plan: tuple[PlannedTopic, ...], taught: tuple[str, ...], percent: int | None, topic: str
) -> None:
    found = progress(CourseProgramme("Физика", plan, taught))

    assert (found.percent, found.next_topic) == (percent, topic)
