"""Addresses on paper, letters alone, both ways, messages answered elsewhere: on every store."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from core.access.given_mail import GivenAddress
from core.access.people import Channel
from core.ids import PersonId
from core.messages.broadcasts.broadcast import WhyNot
from core.notices.answers.elsewhere import OldMessage
from core.notices.ledger import Batch, Change, Draft, Ending, NoticeKind
from core.notices.preferences import CHOSE_NOTHING, Topic, Via
from core.notices.ways import to_copy
from storage.transaction import Transaction
from tests.contracts.conftest import Ground
from tests.contracts.test_outbox import SOON, Family, ids, subjects
from tests.contracts.test_ways import channels
from tests.school.stores import NOW

ADDRESS, OTHER = "anna@example.org", "orlova@example.org"
LATER = NOW + timedelta(hours=1)
FORECAST = {"kind": NoticeKind.FORECAST, "subject": 4}
BOTH = CHOSE_NOTHING.told_via(Via.BOTH, Topic.HOMEWORK, Topic.FORECASTS)


class Alone:
    """A pupil and a guardian without a chat, whose word about letters is on record."""

    def __init__(self, ground: Ground, *, said: str | None = "given") -> None:
        self.ground, seed = ground, ground.seed
        self.pupil = seed.a_pupil()
        self.guardian = seed.a_guardian(self.pupil)
        if said is not None:
            seed.a_consent(self.guardian, self.pupil, subject="email", state=said)

    async def has_a_mailbox(self, tx: Transaction) -> None:
        await tx.mailboxes.keep_mailbox(
            self.ground.seed.school, self.guardian, ADDRESS, language="ru", at=NOW
        )

    async def heard_by(self, tx: Transaction) -> Sequence[PersonId]:
        return (await tx.audience.families([self.pupil])).get(self.pupil, ())


async def has_both(tx: Transaction, family: Family) -> None:
    await tx.mailboxes.keep_mailbox(family.school, family.guardian, ADDRESS, language="ru", at=NOW)
    await tx.preferences.keep(family.school, family.guardian, BOTH, at=NOW)


async def told_both_ways(tx: Transaction, family: Family, *drafts: Draft) -> Batch:
    """Return the message to the chat of what goes both ways; the letter beside it waits."""
    await has_both(tx, family)
    await tx.outbox.put(drafts or [family.draft()])
    (first,) = await family.claim(tx)
    await tx.outbox.copy(to_copy(first, first.notices, ids([first])))
    return first


async def test_an_address_on_paper_goes_before_that_of_the_files(ground: Ground) -> None:
    person, teacher = ground.seed.a_guardian(email=OTHER), ground.seed.a_person()
    await ground.plant()
    given = GivenAddress(person, ADDRESS, "2026-11-20", NOW, teacher)

    async with ground.turn() as tx:
        before = await tx.given_addresses.given(person)
        await tx.given_addresses.give(given, ground.seed.school)
        await tx.given_addresses.give(replace(given, at=LATER), ground.seed.school)
        kept = await tx.given_addresses.given(person)
        known = await tx.mailboxes.known_at_school(person)
        await tx.given_addresses.give(replace(given, address="b@example.org"), ground.seed.school)
        changed = await tx.mailboxes.known_at_school(person)
        await tx.given_addresses.take_away(person, at=LATER)

        assert (before, kept, known, changed) == (None, given, ADDRESS, "b@example.org")
        assert await tx.given_addresses.given(person) is None
        assert await tx.mailboxes.known_at_school(person) == OTHER


async def test_the_word_about_letters_stands_for_each_child_until_it_is_taken_back(
    ground: Ground,
) -> None:
    seed = ground.seed
    agreed, unsaid, back, declined = (seed.a_pupil() for _ in range(4))
    mother = seed.a_guardian(agreed, unsaid, back, declined)
    for pupil in (agreed, back, declined):
        seed.a_consent(mother, pupil, subject="email", state="given")
    seed.a_consent(mother, back, subject="email", state="withdrawn", day=date(2026, 12, 1))
    seed.a_consent(mother, declined, subject="electronic", state="refused")
    await ground.plant()

    async with ground.turn() as tx:
        assert await tx.mailboxes.letters_agreed(mother) == {agreed}


async def test_who_gets_letters_alone_hears_only_on_the_word_in_writing(ground: Ground) -> None:
    agreed, unsaid, back = (Alone(ground, said=one) for one in ("given", None, "withdrawn"))
    shut = Alone(ground)
    await ground.plant()

    async with ground.turn() as tx:
        before = await agreed.heard_by(tx)
        for one in (agreed, unsaid, back):
            await one.has_a_mailbox(tx)

        assert before == ()
        assert list(await agreed.heard_by(tx)) == [agreed.guardian]
        assert [list(await one.heard_by(tx)) for one in (unsaid, back, shut)] == [[], [], []]


async def test_a_notice_for_who_gets_letters_alone_goes_by_letter(ground: Ground) -> None:
    family = Family(ground.seed)
    alone = Alone(ground)
    await ground.plant()
    draft = replace(family.draft(**FORECAST), recipient=alone.guardian, about=alone.pupil)

    async with ground.turn() as tx:
        await alone.has_a_mailbox(tx)
        await tx.outbox.put([draft])
        claimed = await family.claim(tx)
        await tx.outbox.settle(ids(claimed), Ending.DELIVERED, at=NOW)
        await tx.mailboxes.end_mailbox(alone.guardian, at=NOW)
        await tx.outbox.put([replace(draft, subject=5)])

        assert channels(list(claimed)) == [("email", "")]
        assert channels(list(await family.claim(tx))) == [("", "")]


async def test_why_somebody_cannot_be_told_counts_letters(ground: Ground) -> None:
    agreed, unsaid, back, lost = (
        Alone(ground, said=one) for one in ("given", None, "withdrawn", "given")
    )
    await ground.plant()

    async with ground.turn() as tx:
        for one in (agreed, unsaid, back):
            await one.has_a_mailbox(tx)
        await tx.mailboxes.keep_mailbox(
            ground.seed.school, lost.guardian, OTHER, language="ru", at=NOW
        )
        box = await tx.mailboxes.mailbox_of(lost.guardian)
        await tx.directory.set_reachable(box.account.id, reachable=False)
        children = await tx.ties.children([one.pupil for one in (agreed, unsaid, back, lost)])
        families = await tx.circles.members(list(children.values()))

    found = {it.person: it.why for one in families for it in one.members if it.is_guardian}
    assert [found[one.guardian] for one in (agreed, unsaid, back, lost)] == [
        None,
        WhyNot.NOT_LINKED,
        WhyNot.REFUSED,
        WhyNot.BLOCKED,
    ]


async def test_a_person_is_known_by_the_records_without_a_chat(ground: Ground) -> None:
    alone = Alone(ground)
    shut = ground.seed.a_guardian(alone.pupil, enabled=False)
    await ground.plant()

    async with ground.turn() as tx:
        member = await tx.directory.member(alone.guardian)

        assert member is not None
        assert [one.pupil for one in member.children] == [alone.pupil]
        assert await tx.directory.member(shut) is None
        assert await tx.directory.member(PersonId(999_999)) is None


async def test_what_was_chosen_both_ways_goes_to_the_chat_first_and_then_by_letter(
    ground: Ground,
) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        other = family.draft(kind=NoticeKind.EVENT, subject=2)
        first = await told_both_ways(tx, family, family.draft(), other)
        meanwhile = await family.claim(tx)
        await tx.outbox.settle(ids([first]), Ending.DELIVERED, at=NOW)
        second = await family.claim(tx)
        await tx.outbox.settle(ids(second), Ending.DELIVERED, at=NOW)
        after = await family.claim(tx)

    assert subjects([first]) == [[1, 2]]
    assert (meanwhile, after) == ([], [])
    assert channels([first, *second]) == [("telegram", "email"), ("email", "")]
    assert [one.draft.is_copy for one in second[0].notices] == [True]
    assert subjects(second) == [[1]]


async def test_a_letter_beside_a_message_is_written_once_and_waits_for_no_chat(
    ground: Ground,
) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await has_both(tx, family)
        await tx.outbox.put([family.draft()])
        (first,) = await family.claim(tx)
        await tx.outbox.copy(ids([first]))
        await tx.outbox.put_off(ids([first]), until=LATER)
        (letter,) = await family.claim(tx)
        await tx.outbox.copy([*ids([first]), *ids([letter])])
        await tx.outbox.settle(ids([letter]), Ending.DELIVERED, at=NOW)
        meanwhile = await family.claim(tx)
        (again,) = await family.claim(tx, now=LATER)

        assert channels([letter]) == [("email", "")]
        assert list(meanwhile) == []
        assert (ids([again]), channels([again])) == (ids([first]), [("telegram", "email")])
        assert len(await tx.outbox.rows(family.school)) == 2


async def test_a_copy_that_waits_is_not_told_with_a_correction(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        first = await told_both_ways(tx, family)
        await tx.outbox.put([family.draft(change=Change.CHANGED)])
        adopted = await tx.outbox.adopt(first, lease_until=SOON)

    assert [one.draft.is_copy for one in adopted] == [False, False]


async def test_a_letter_beside_the_message_takes_no_correction_from_the_chat(
    ground: Ground,
) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        first = await told_both_ways(tx, family)
        await tx.outbox.settle(ids([first]), Ending.DELIVERED, at=NOW)
        (letter,) = await family.claim(tx)
        await tx.outbox.put([family.draft(change=Change.CHANGED)])
        adopted = await tx.outbox.adopt(letter, lease_until=SOON)
        await tx.outbox.settle(ids([letter]), Ending.DELIVERED, at=NOW)
        (correction,) = await family.claim(tx)

    assert list(adopted) == list(letter.notices)
    assert [one.draft.change for one in correction.notices] == [Change.CHANGED]


async def test_a_copy_is_neither_owed_an_answer_nor_told_once_more(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()
    copy = replace(family.draft(**FORECAST), is_copy=True)

    async with ground.turn() as tx:
        await has_both(tx, family)
        await tx.outbox.put([copy, replace(copy, subject=5)])
        unknown, delivered = ids(await family.claim(tx))
        await tx.outbox.settle([unknown], Ending.UNKNOWN, at=NOW)
        await tx.outbox.settle([delivered], Ending.DELIVERED, at=NOW)

        assert list(await tx.answerable.unanswered(family.guardian, [family.pupil])) == []
        assert list(await tx.answerable.unrepeated()) == []


async def test_the_ledger_says_by_what_a_row_left(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([family.draft()])
        claimed = ids(await family.claim(tx))
        await tx.outbox.sending(claimed, "text", lease_until=SOON, channel=Channel.TELEGRAM)
        await tx.outbox.settle(claimed, Ending.DELIVERED, at=NOW, message_id="7")
        (row,) = await tx.outbox.rows(family.school)

    assert (row.channel, row.message_id) == (Channel.TELEGRAM, "7")


async def test_a_message_in_the_chat_shows_what_was_answered_by_letter_once(
    ground: Ground,
) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await has_both(tx, family)
        await tx.outbox.put([family.draft(**FORECAST)])
        (batch,) = await family.claim(tx)
        (notice,) = batch.notices
        await tx.outbox.sending([notice.id], "text", lease_until=SOON, channel=Channel.TELEGRAM)
        await tx.outbox.settle([notice.id], Ending.DELIVERED, at=NOW, message_id="7")
        before = await tx.old_messages.due(now=NOW, most=9)
        await tx.old_messages.answered(notice, at=NOW)
        await tx.old_messages.answered(notice, at=NOW)
        (due,) = await tx.old_messages.due(now=NOW, most=9)
        taken = [
            await tx.old_messages.take(due, now=NOW, until=LATER),
            await tx.old_messages.take(due, now=NOW, until=LATER),
        ]
        meanwhile = await tx.old_messages.due(now=NOW, most=9)
        again = await tx.old_messages.due(now=LATER, most=9)
        await tx.old_messages.done(due)

        assert due == OldMessage(notice.id, family.account, "7", "text")
        assert (list(before), taken, list(meanwhile)) == ([], [True, False], [])
        assert list(again) == [due]
        assert list(await tx.old_messages.due(now=LATER, most=9)) == []


async def test_a_letter_has_no_message_in_the_chat_to_edit(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([family.draft(**FORECAST)])
        (batch,) = await family.claim(tx)
        (notice,) = batch.notices
        await tx.outbox.sending([notice.id], "text", lease_until=SOON, channel=Channel.EMAIL)
        await tx.outbox.settle([notice.id], Ending.DELIVERED, at=NOW, message_id="nonce")
        await tx.old_messages.answered(notice, at=NOW)

        assert list(await tx.old_messages.due(now=NOW, most=9)) == []
