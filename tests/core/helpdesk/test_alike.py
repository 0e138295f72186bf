"""What asks the same: merged all at once, as it was counted before the tap."""

from datetime import timedelta

import pytest

from core.helpdesk.answers.known import Wording
from core.helpdesk.tickets.asking import Question
from core.helpdesk.tickets.handing import ToAdministrator, ToConsultant
from core.helpdesk.tickets.likeness import Likeness, are_alike, stems_of
from core.helpdesk.tickets.merging import Alike, MergeAlike, MergedAlike, MergeTickets, ReadAlike
from core.helpdesk.tickets.rules import CannotMerge
from core.helpdesk.topics import Topic
from core.ids import TicketId
from tests.core.helpdesk.desk import MONDAY, HelpDeskOfTests, words


@pytest.fixture
def desk() -> HelpDeskOfTests:
    desk = HelpDeskOfTests()
    desk.window(desk.nina, "09:00-11:00")
    return desk


async def asks(desk: HelpDeskOfTests, said: str) -> TicketId:
    person = desk.another(f"Инна {len(desk.members)}")
    question = Question(desk.seed.school, Topic.DIARY)
    async with desk.turn() as do:
        return (await do.ask(desk.actor(person), question, words(said))).ticket.id


async def reads(desk: HelpDeskOfTests, number: TicketId) -> Alike:
    async with desk.turn() as do:
        return await ReadAlike(do.open, do.tx.known_answers)(desk.actor(desk.nina), number)


async def merges(
    desk: HelpDeskOfTests, into: TicketId, how: Likeness, upto: TicketId
) -> MergedAlike:
    async with desk.turn() as do:
        merge = MergeAlike(ReadAlike(do.open, do.tx.known_answers), MergeTickets(do.open))
        return await merge(desk.actor(desk.nina), into, how, upto=upto)


def numbers(view: Alike, how: Likeness) -> list[TicketId]:
    return [one.id for one in view.like[how]]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Не вижу заданий", "Где задания?", True),
        ("Не вижу заданий на неделю", "не видно ЗАДАНИЯ на неделю", True),
        ("Не вижу заданий", "Не вижу отметок", False),
        ("Не вижу заданий", "Как войти?", False),
        ("", "Не вижу заданий", False),
        ("?!", "?!", False),
    ],
)
def test_alike_is_what_has_most_words_in_common(one: str, other: str, *, alike: bool) -> None:
    assert are_alike(stems_of(one), stems_of(other)) is alike
    assert are_alike(stems_of(other), stems_of(one)) is alike


async def test_what_is_alike_in_words_or_in_its_answer_is_told_from_the_rest(
    desk: HelpDeskOfTests,
) -> None:
    async with desk.turn() as do:
        wording = Wording(Topic.DIARY, "Где домашние задания?", "На экране недели.")
        book = do.tx.known_answers
        await book.add(desk.seed.school, wording, by=desk.boss, at=desk.clock.at)
    main = await asks(desk, "Не вижу домашних заданий")
    near, answered, far = [
        await asks(desk, it)
        for it in ("Не вижу домашнее задание", "Задания по физике куда пропали", "Нет отметок")
    ]

    view = await reads(desk, main)

    assert numbers(view, Likeness.WORDS) == [near]
    assert numbers(view, Likeness.ANSWER) == [near, answered]
    assert numbers(view, Likeness.TOPIC) == [near, answered, far]
    assert view.fits is not None
    assert view.fits.question == "Где домашние задания?"


async def test_two_hundred_alike_are_merged_by_one_tap(desk: HelpDeskOfTests) -> None:
    main = await asks(desk, "Не вижу заданий")
    lev = desk.actor(desk.another("Лев"))
    desk.clock.at -= timedelta(days=2)
    alike = []
    async with desk.turn() as do:
        for at in range(200):
            desk.clock.at += timedelta(minutes=7)
            question = Question(desk.seed.school, Topic.DIARY)
            asked = await do.ask(lev, question, words(f"Где задания {at}?"))
            alike.append(asked.ticket.id)
    desk.clock.at = MONDAY
    view = await reads(desk, main)

    done = await merges(desk, main, Likeness.WORDS, view.like[Likeness.WORDS][-1].id)

    assert (done.ticket.id, done.merged, done.left) == (main, 200, 0)
    assert {(await desk.now(it)).standing.merged_into for it in alike[:3]} == {main}


async def test_what_came_since_or_went_to_another_is_left_out_and_counted(
    desk: HelpDeskOfTests,
) -> None:
    main = await asks(desk, "Не вижу заданий")
    first, second = [await asks(desk, "Где задания?") for _ in range(2)]
    desk.window(desk.olga, "09:00-11:00")
    await desk.does("hand_over", desk.nina, first, ToConsultant(desk.olga))
    since = await asks(desk, "Где задания?")
    await desk.does("hand_over", desk.boss, since, ToAdministrator())

    done = await merges(desk, main, Likeness.WORDS, second)

    assert (done.merged, done.left) == (1, 1)
    assert (await desk.now(first)).standing.is_under_way
    with pytest.raises(CannotMerge):
        await merges(desk, main, Likeness.WORDS, second)
