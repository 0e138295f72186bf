"""A class near the end of its period: marks for two pupils of 7А, and days that break."""

from tests.exchange.builders import Files
from tests.stories.bundle import a_school, with_mark
from tests.stories.town import Town

ISSUED, PRINTED, IN_HAND = "2026-12-10", "2026-12-11", "2026-12-12"
"""The period ends on Sunday, 27 December, so for people on the 26th; 16, 15 and 14 days before."""


def near_the_end() -> Files:
    """Return the school with marks enough for Яна: fives in algebra, twos in Russian."""
    files = a_school()
    for course, work, value in (("7a-alg", "alg", "5"), ("7a-rus", "rus", "2")):
        for number in range(6):
            column = f"{work}-{number}"
            files = files.add(
                "lineItems",
                sourcedId=column,
                title=f"Ответ {number + 1}",
                assignDate=f"2026-12-0{number + 1}",
                dueDate=f"2026-12-0{number + 1}",
                classSourcedId=course,
                categorySourcedId="answer",
                academicSessionSourcedId="q2",
                resultValueMin="1",
                resultValueMax="5",
            )
            files = with_mark(files, f"{column}-p1", work=column, pupil="p1", score=value)
    return files


async def breaks(town: Town, day: str, at: str = "00:05") -> None:
    """Let a day break: what is due is done, and what may go at this hour goes."""
    town.clock.strikes(f"{day}T{at}")
    await town.program.tick("period-tick")
    await town.outbox_ticks()


async def morning(town: Town, day: str) -> None:
    """Let a day break, and its quiet hours end."""
    await breaks(town, day)
    await breaks(town, day, "07:00")


async def quietly_imported(town: Town) -> None:
    """Take the marks in, and let the news of them go."""
    town.clock.strikes("2026-12-08T12:00")
    await town.imports(near_the_end())
    await town.evening_news()
