"""What a stranger gave out, said and ticked goes back to what stood before, on every store."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from core.access.consents import Consent, Said, Subject
from core.access.mailboxes import Proof
from core.access.people import Role
from core.access.personal_data.records import DataAnswer, DataCheck
from core.helpdesk.tickets.owner import Administrator
from core.helpdesk.tickets.ticket import Asking, EntryKind, Standing
from core.helpdesk.topics import Topic
from core.helpdesk.training.training import TrainingPlan
from core.ids import PersonId, ProofId, SchoolId
from core.journal.remarks.remark import RemarkKind
from core.messages.broadcasts.broadcast import Answer, Ask, BroadcastState, Plan, Scope, Whom
from core.messages.content import Content, RichText
from core.messages.threads.thread import Sides
from core.notices.printing import NewRun, OnPaper
from core.reports.checks import CheckState, Step
from storage.transaction import Transaction
from tests.contracts.conftest import Ground
from tests.school.seed import DAY
from tests.school.stores import NOW

BEFORE = NOW - timedelta(hours=1)
LATER = NOW + timedelta(hours=1)
MONDAY = DAY - timedelta(days=DAY.weekday())


def words(text: str) -> Content:
    return Content(RichText(text))


async def unsaid(tx: Transaction, person: PersonId) -> list[str]:
    """Take all back, and once more: that finds nothing but what was there before."""
    voided = await tx.breaches.unsay(person, NOW, by=person, at=LATER)
    again = await tx.breaches.unsay(person, NOW, by=person, at=LATER)
    assert [one for one in again if not one.is_to_look_at] == []
    return [one.what.value for one in voided]


async def test_codes_given_out_open_nothing_and_who_came_in_by_one_is_out(ground: Ground) -> None:
    seed = ground.seed
    teacher, mother, father = seed.a_teacher(), seed.a_person("Ева"), seed.a_person("Марк")
    account = seed.an_account()
    await ground.plant()

    async with ground.turn() as tx:
        await tx.codes.issue("early", mother, at=BEFORE, expires=LATER, by=teacher)
        await tx.codes.issue("used", father, at=NOW, expires=LATER, by=teacher)
        await tx.codes.use("used", account, at=NOW)
        await tx.codes.issue("unused", teacher, at=NOW, expires=LATER, by=teacher)
        voided = await unsaid(tx, teacher)
        early, unused = await tx.codes.find("early"), await tx.codes.find("unused")
        is_shut = await tx.breaches.shut(father, since=NOW, at=LATER)

    assert voided == ["code", "way_in"]
    assert early is not None
    assert (unused, is_shut) == (None, 0)


async def test_an_account_is_shut_for_everybody_behind_it(ground: Ground) -> None:
    seed = ground.seed
    teacher, mother, other = seed.a_teacher(), seed.a_person("Ева"), seed.a_person("Инга")
    account, elsewhere = seed.an_account(), seed.an_account()
    for person in (teacher, mother):
        seed.a_link(person, account)
    seed.a_link(other, elsewhere)
    await ground.plant()

    async with ground.turn() as tx:
        beside = await tx.breaches.companions(teacher)
        ended = await tx.breaches.shut(teacher, since=NOW, at=NOW)
        nobody = await tx.breaches.companions(teacher)
        rest = await tx.breaches.shut(other, since=NOW, at=NOW)

    assert (list(beside), ended, list(nobody), rest) == ([mother], 2, [], 1)


def a_proof(school: SchoolId, person: PersonId, at: datetime) -> Proof:
    address = f"{person}-{at.hour}@example.org"
    return Proof(ProofId(0), school, person, address, "ru", "n", at, at + timedelta(days=1))


async def test_letters_end_that_began_in_a_strange_chat_and_those_of_before_go_on(
    ground: Ground,
) -> None:
    seed, strange = ground.seed, ground.seed.an_account()
    thief, mother, father = seed.a_teacher(), seed.a_person("Ева"), seed.a_person("Марк")
    for person in (thief, mother, father):
        seed.a_link(person, strange)
    await ground.plant()

    async with ground.turn() as tx:
        for person, at in ((thief, BEFORE), (mother, NOW), (father, BEFORE)):
            address = f"{person}@example.org"
            await tx.mailboxes.keep_mailbox(seed.school, person, address, language="ru", at=at)
            await tx.proofs.begin_proof(a_proof(seed.school, person, at))
        await tx.breaches.shut(thief, since=NOW, at=LATER)
        boxes = [await tx.mailboxes.mailbox_of(one) for one in (thief, mother, father)]
        proofs = [await tx.proofs.proof_of(one) for one in (thief, mother, father)]

    assert [one is not None for one in boxes] == [False, False, True]
    assert [one is not None for one in proofs] == [False, False, True]


@pytest.mark.parametrize("left", [False, True])
async def test_who_came_in_by_a_stranger_s_code_gets_no_letters_either(
    ground: Ground, *, left: bool
) -> None:
    seed = ground.seed
    teacher, mother, father = seed.a_teacher(), seed.a_person("Ева"), seed.a_person("Марк")
    account, elsewhere = seed.an_account(), seed.an_account()
    await ground.plant()

    async with ground.turn() as tx:
        await tx.codes.issue("used", father, at=NOW, expires=LATER, by=teacher)
        await tx.codes.use("used", account, at=NOW)
        box = "other@example.org"
        await tx.mailboxes.keep_mailbox(seed.school, father, box, language="ru", at=NOW)
        await tx.proofs.begin_proof(a_proof(seed.school, father, NOW))
        if left:
            await tx.codes.issue("other", father, at=BEFORE, expires=LATER, by=mother)
            await tx.codes.use("other", elsewhere, at=NOW + timedelta(minutes=30))
        voided = await unsaid(tx, teacher)
        mailbox, proof = await tx.mailboxes.mailbox_of(father), await tx.proofs.proof_of(father)

    assert voided == ["way_in"]
    assert (mailbox, proof) == (None, None)


async def test_an_answer_to_a_broadcast_is_void_and_can_be_given_anew(ground: Ground) -> None:
    seed = ground.seed
    teacher, mother, class_id = seed.a_teacher(), seed.a_person("Ева"), seed.a_class()
    await ground.plant()
    plan = Plan(Scope(Whom.CLASSES, (class_id,)), words("Экскурсия"))

    async with ground.turn() as tx:
        number = await tx.broadcasts.keep(seed.school, plan, by=teacher, at=BEFORE)
        answer = Answer(seed.school, number, 1, mother, mother, 0, NOW)
        await tx.broadcast_answers.answer(answer)
        voided = await unsaid(tx, mother)
        answers = await tx.broadcast_answers.answers(number, 1)
        anew = await tx.broadcast_answers.answer(answer)

    assert (voided, list(answers), anew) == (["answer"], [], True)


async def test_a_choice_is_void_and_named_apart_for_the_one_before_is_unknown(
    ground: Ground,
) -> None:
    seed = ground.seed
    teacher, mother, class_id = seed.a_teacher(), seed.a_person("Ева"), seed.a_class()
    await ground.plant()
    ask = Ask(choices=("Да", "Нет"))
    plan = Plan(Scope(Whom.CLASSES, (class_id,)), words("Экскурсия"), ask=ask)

    async with ground.turn() as tx:
        number = await tx.broadcasts.keep(seed.school, plan, by=teacher, at=BEFORE)
        for choice, at in ((1, BEFORE), (2, NOW)):
            answer = Answer(seed.school, number, 1, mother, mother, choice, at)
            await tx.broadcast_answers.answer(answer)
        voided = await unsaid(tx, mother)
        answers = await tx.broadcast_answers.answers(number, 1)

    assert (voided, list(answers)) == (["choice"], [])


async def test_what_a_stranger_ticked_off_can_be_asked_again(ground: Ground) -> None:
    seed, asked = ground.seed, CheckState.ASKED
    leader, teacher, class_id = seed.a_teacher(), seed.a_teacher(), seed.a_class()
    course = seed.a_course()
    await ground.plant()

    async with ground.turn() as tx:
        checks, head = tx.absence_checks, (seed.school, class_id, course, MONDAY)
        await checks.begin(*head, Step(asked, "two", leader, BEFORE))
        for state, by, at in (
            (CheckState.RIGHT, teacher, BEFORE),
            (CheckState.VERIFIED, leader, NOW),
        ):
            (kept,) = await checks.of_week(class_id, MONDAY)
            await checks.move(kept, Step(state, "two", by, at))
        voided = await unsaid(tx, leader)
        anew = await checks.begin(*head, Step(asked, "two", leader, LATER))

    assert voided == ["absence_check"]
    assert anew is not None


async def test_a_consent_is_void_and_the_one_before_stands_and_a_check_of_data_is_open(
    ground: Ground,
) -> None:
    seed, month = ground.seed, DAY.replace(day=1)
    pupil = seed.a_pupil()
    mother = seed.a_guardian(pupil)
    await ground.plant()
    given = Consent(mother, pupil, Subject.ELECTRONIC, Said.GIVEN, DAY, "1")

    async with ground.turn() as tx:
        await tx.consents.add(given, seed.school, mother, BEFORE)
        await tx.consents.add(replace(given, said=Said.WITHDRAWN), seed.school, mother, NOW)
        await tx.data_checks.answer(seed.school, mother, month, DataAnswer.RIGHT, at=NOW)
        voided = await unsaid(tx, mother)
        stands = await tx.consents.latest([pupil])
        checks = await tx.data_checks.of_month([mother], month)

    assert (sorted(voided), list(stands)) == (["consent", "data_check"], [given])
    assert checks[mother].answer is None


async def test_a_tick_that_data_were_checked_in_person_is_void_with_who_ticked_it(
    ground: Ground,
) -> None:
    seed, month = ground.seed, DAY.replace(day=1)
    mother, teacher = seed.a_guardian(seed.a_pupil()), seed.a_person()
    class_7a = seed.a_class()
    await ground.plant()

    async with ground.turn() as tx:
        await tx.data_checks.check_in_person(
            seed.school, mother, month, class_id=class_7a, by=teacher, at=NOW
        )
        of_mother = await unsaid(tx, mother)
        of_teacher = await unsaid(tx, teacher)
        checks = await tx.data_checks.of_month([mother], month)

    assert (list(of_mother), list(of_teacher)) == ([], ["data_check"])
    assert checks[mother] == DataCheck(mother, month)


async def test_broadcasts_of_before_are_found_that_were_corrected_or_taken_back(
    ground: Ground,
) -> None:
    seed = ground.seed
    teacher, second, class_id = seed.a_teacher(), seed.a_teacher(), seed.a_class()
    await ground.plant()
    plan = Plan(Scope(Whom.CLASSES, (class_id,)), words("Экскурсия в пятницу"))

    async with ground.turn() as tx:
        own = await tx.broadcasts.keep(seed.school, plan, by=teacher, at=BEFORE)
        other = await tx.broadcasts.keep(seed.school, plan, by=second, at=BEFORE)
        sent = await tx.broadcasts.keep(seed.school, plan, by=teacher, at=NOW)
        await tx.broadcasts.set_off(other, at=BEFORE)
        await tx.broadcasts.correct(
            own, words("В субботу"), after=1, answer_by=None, by=teacher, at=NOW
        )
        await tx.broadcasts.withdraw(other, by=teacher, at=NOW)
        corrected = await tx.breaches.corrected_by(teacher, NOW)
        withdrawn = await tx.breaches.withdrawn_by(teacher, NOW)
        back = [await tx.breaches.bring_back(other, at=LATER) for _ in range(2)]
        state = (await tx.broadcasts.broadcasts([other]))[other].state
        since = await tx.breaches.broadcasts_of(teacher, NOW)

    assert (dict(corrected), list(withdrawn), list(since)) == ({own: 1}, [other], [sent])
    assert (back, state) == ([True, False], BroadcastState.SENT)


async def test_words_of_before_that_stand_again_are_not_taken_back(ground: Ground) -> None:
    seed = ground.seed
    teacher, class_id = seed.a_teacher(), seed.a_class()
    await ground.plant()
    plan = Plan(Scope(Whom.CLASSES, (class_id,)), words("Экскурсия в пятницу"))

    async with ground.turn() as tx:
        own = await tx.broadcasts.keep(seed.school, plan, by=teacher, at=BEFORE)
        for after, text in enumerate(("В субботу", "Экскурсия в пятницу"), start=1):
            await tx.broadcasts.correct(
                own, words(text), after=after, answer_by=None, by=teacher, at=NOW
            )
        corrected = await tx.breaches.corrected_by(teacher, NOW)

    assert dict(corrected) == {}


async def test_another_day_of_answer_is_a_correction_that_is_found(ground: Ground) -> None:
    seed = ground.seed
    teacher, class_id = seed.a_teacher(), seed.a_class()
    await ground.plant()
    said, day = words("Экскурсия в пятницу"), date(2026, 11, 27)
    plan = Plan(Scope(Whom.CLASSES, (class_id,)), said, ask=Ask(day))

    async with ground.turn() as tx:
        own = await tx.broadcasts.keep(seed.school, plan, by=teacher, at=BEFORE)
        sooner = day - timedelta(days=2)
        await tx.broadcasts.correct(own, said, after=1, answer_by=sooner, by=teacher, at=NOW)
        corrected = await tx.breaches.corrected_by(teacher, NOW)
        await tx.broadcasts.correct(own, said, after=2, answer_by=day, by=teacher, at=NOW)
        again = await tx.breaches.corrected_by(teacher, NOW)

    assert (dict(corrected), dict(again)) == ({own: 1}, {})


async def test_a_remark_is_gone_and_one_of_before_says_what_it_said(ground: Ground) -> None:
    seed = ground.seed
    teacher, pupil = seed.a_teacher(), seed.a_pupil()
    await ground.plant()
    head = (seed.school, pupil, RemarkKind.PRAISE)

    async with ground.turn() as tx:
        old = await tx.remarks.add(*head, "Умница", day=DAY, by=teacher, at=BEFORE)
        gone = await tx.remarks.add(*head, "Помогает", day=DAY, by=teacher, at=BEFORE)
        await tx.remarks.reword(old, "Умница", "Лентяй", by=teacher, at=NOW)
        await tx.remarks.take_back(gone, "Помогает", by=teacher, at=NOW)
        new = await tx.remarks.add(*head, "Хулиган", day=DAY, by=teacher, at=NOW)
        voided = await unsaid(tx, teacher)
        found = [await tx.remarks.one(one) for one in (old, gone, new)]

    assert sorted(voided) == ["changed_remark", "changed_remark", "remark"]
    assert [one.text if one else None for one in found] == ["Умница", "Помогает", None]


async def test_ticks_of_paper_and_of_absences_are_taken_off(ground: Ground) -> None:
    seed = ground.seed
    teacher, class_id = seed.a_teacher(), seed.a_class()
    course, other, pupil = seed.a_course(), seed.a_course(), seed.a_pupil(class_id=class_id)
    await ground.plant()

    async with ground.turn() as tx:
        run = await tx.paper_runs.add_run(
            NewRun(seed.school, class_id, MONDAY, DAY, made_at=BEFORE)
        )
        assert run is not None
        await tx.paper_runs.put_on(run, seed.school, {pupil: OnPaper.DECLINED}, at=BEFORE)
        await tx.paper_runs.hand_over(run, [pupil], at=NOW, by=teacher)
        checks, asked = tx.absence_checks, CheckState.ASKED
        before = Step(asked, "two", teacher, BEFORE)
        old = await checks.begin(seed.school, class_id, course, MONDAY, before)
        (kept,) = await checks.of_week(class_id, MONDAY)
        await checks.move(kept, Step(CheckState.RIGHT, "two", teacher, NOW))
        await checks.begin(seed.school, class_id, other, MONDAY, Step(asked, "", teacher, NOW))
        voided = await unsaid(tx, teacher)
        ((sheet,),) = (await tx.paper_runs.sheets([run])).values()
        found = await checks.of_week(class_id, MONDAY)

    assert sorted(voided) == ["absence_check", "absence_question", "handed"]
    assert (sheet.handed_at, sheet.handed_by) == (None, None)
    assert [(one.id, one.state) for one in found] == [(old, asked)]


async def test_messages_are_gone_edited_ones_say_what_they_said_and_who_asked_waits(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil = seed.a_pupil("Яна", class_id=seed.a_class())
    mother, teacher = seed.a_guardian(pupil, given="Ева"), seed.a_teacher(given="Нина")
    heir = seed.a_teacher(given="Юрий")
    await ground.plant()
    sides = Sides(mother, teacher, pupil, "Алгебра")

    async with ground.turn() as tx:
        old = await tx.threads.begin(seed.school, sides, by=mother, at=BEFORE)
        first = await tx.threads.say(old, words("Рада"), by=teacher, at=BEFORE, waits=False)
        await tx.threads.say(old, words("Когда?"), by=mother, at=BEFORE, waits=True)
        await tx.threads.revise(first, words("Грубость"), after=1, at=NOW)
        await tx.threads.say(old, words("Никогда"), by=teacher, at=NOW, waits=False)
        await tx.threads.hand_over(old, heir, by=teacher, at=NOW)
        new_sides = Sides(mother, teacher, None, "Физика")
        new = await tx.threads.begin(seed.school, new_sides, by=teacher, at=NOW)
        await tx.threads.say(new, words("Пришлите код"), by=teacher, at=NOW, waits=False)
        voided = await unsaid(tx, teacher)
        threads = await tx.threads.threads([old.id, new.id])
        log = await tx.threads.log(old.id, skip=0, most=9)

    assert sorted(voided) == ["edited_message", "message", "message", "message"]
    assert list(threads) == [old.id]
    assert (threads[old.id].sides.keeper, threads[old.id].waits) == (teacher, True)
    assert [one.content.text.text for one in log] == ["Когда?", "Рада"]


async def test_trainings_planned_since_are_found_while_they_stand(ground: Ground) -> None:
    seed = ground.seed
    teacher, other = seed.a_teacher(), seed.a_teacher()
    await ground.plant()
    plan = TrainingPlan(starts_at=LATER, topics=frozenset({Topic.DIARY}), room="каб. 4")

    async with ground.turn() as tx:
        for by, at in ((teacher, BEFORE), (other, NOW)):
            await tx.trainings.add(seed.school, plan, (), by=by, at=at)
        new = await tx.trainings.add(seed.school, plan, (), by=teacher, at=NOW)
        found = await tx.breaches.trainings_of(teacher, NOW)
        await tx.trainings.call_off(new, by=other, at=LATER)
        nothing = await tx.breaches.trainings_of(teacher, NOW)

    assert (list(found), list(nothing)) == ([new], [])


async def test_words_and_requests_of_a_stranger_are_gone_and_who_asked_is_known(
    ground: Ground,
) -> None:
    seed = ground.seed
    stranger, mother = seed.a_person("Нина"), seed.a_person("Ева")
    await ground.plant()
    waits = Standing(Topic.DIARY, Administrator(), BEFORE)

    async with ground.turn() as tx:
        asked, own = [
            await tx.tickets.open(Asking(seed.school, it, Role.GUARDIAN), waits, at=NOW)
            for it in (mother, stranger)
        ]
        tickets = await tx.tickets.tickets([asked, own])
        for number, kind, by, at in (
            (asked, EntryKind.WORDS, mother, NOW),
            (asked, EntryKind.ANSWER, stranger, BEFORE),
            (asked, EntryKind.ANSWER, stranger, NOW),
            (own, EntryKind.WORDS, stranger, NOW),
        ):
            await tx.ticket_words.say(tickets[number], kind, words("Так"), by=by, at=at)
        answered = await tx.breaches.tickets_answered_by(stranger, NOW)
        voided = await unsaid(tx, stranger)
        left = (await tx.ticket_words.of_tickets([asked]))[asked]
        stand = await tx.tickets.tickets([asked, own])

    assert list(answered) == [asked]
    assert voided == ["ticket", "ticket_words"]
    assert [(it.by, it.at) for it in left] == [(stranger, BEFORE), (mother, NOW)]
    assert list(stand) == [asked]
