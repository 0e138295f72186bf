"""Mailboxes and the letters that prove them: the same on every store."""

from datetime import date, timedelta

from core.access.mailboxes import Proof, ProofState
from core.ids import PersonId, ProofId
from tests.contracts.conftest import Ground
from tests.school.stores import NOW

ADDRESS, OTHER = "anna@example.org", "orlova@example.org"
LATER = NOW + timedelta(hours=1)


def a_proof(ground: Ground, person: PersonId, **values: object) -> Proof:
    told = {
        "id": ProofId(0),
        "school": ground.seed.school,
        "person": person,
        "address": ADDRESS,
        "language": "ru",
        "nonce": "abc",
        "asked_at": NOW,
        "expires": LATER,
    }
    return Proof(**(told | values))  # type: ignore[arg-type]  # by name


async def test_a_mailbox_is_kept_replaced_and_ended(ground: Ground) -> None:
    person, school = ground.seed.a_guardian(), ground.seed.school
    await ground.plant()

    async with ground.turn() as tx:
        at_first = await tx.mailboxes.mailbox_of(person)
        await tx.mailboxes.keep_mailbox(school, person, ADDRESS, language="ru", at=NOW)
        kept = await tx.mailboxes.mailbox_of(person)
        await tx.mailboxes.keep_mailbox(school, person, OTHER, language="ru", at=LATER)
        replaced = await tx.mailboxes.mailbox_of(person)
        await tx.mailboxes.end_mailbox(person, at=LATER)
        ended = await tx.mailboxes.mailbox_of(person)

    assert (at_first, ended) == (None, None)
    assert kept
    assert (kept.account.address.value, kept.since) == (ADDRESS, NOW)
    assert replaced
    assert replaced.account.address.value == OTHER


async def test_a_family_may_share_a_mailbox_and_a_new_proof_tries_it_again(ground: Ground) -> None:
    mother, father, school = ground.seed.a_guardian(), ground.seed.a_guardian(), ground.seed.school
    await ground.plant()

    async with ground.turn() as tx:
        await tx.mailboxes.keep_mailbox(school, mother, ADDRESS, language="ru", at=NOW)
        hers = await tx.mailboxes.mailbox_of(mother)
        await tx.directory.set_reachable(hers.account.id, reachable=False)
        await tx.mailboxes.keep_mailbox(school, father, ADDRESS, language="en", at=NOW)
        his = await tx.mailboxes.mailbox_of(father)

    assert his.account.id == hers.account.id
    assert his.account.reachable


async def test_the_school_s_files_may_know_an_address(ground: Ground) -> None:
    known, unknown = ground.seed.a_person(email=ADDRESS), ground.seed.a_person()
    await ground.plant()

    async with ground.turn() as tx:
        assert await tx.mailboxes.known_at_school(known) == ADDRESS
        assert await tx.mailboxes.known_at_school(unknown) == ""


async def test_the_last_word_about_letters_counts_for_each_child(ground: Ground) -> None:
    masha, petya = ground.seed.a_pupil(), ground.seed.a_pupil()
    mother = ground.seed.a_guardian(masha, petya)
    ground.seed.a_consent(mother, masha, subject="email", state="refused")
    ground.seed.a_consent(mother, petya, subject="email", state="refused")
    ground.seed.a_consent(mother, petya, subject="email", state="given", day=date(2026, 12, 1))
    ground.seed.a_consent(mother, petya, subject="telegram", state="refused")
    await ground.plant()

    async with ground.turn() as tx:
        assert await tx.mailboxes.letters_refused(mother) == {masha}


async def test_who_left_or_has_no_link_speaks_from_nowhere(ground: Ground) -> None:
    linked, alone = ground.seed.a_person(), ground.seed.a_person()
    shut = ground.seed.a_person(enabled=False)
    account = ground.seed.an_account(linked)
    ground.seed.an_account(shut)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.mailboxes.chat_of(linked)

        assert found
        assert found.id == account
        assert await tx.mailboxes.chat_of(alone) is None
        assert await tx.mailboxes.chat_of(shut) is None


async def test_who_has_another_way_is_not_beyond_reach(ground: Ground) -> None:
    mother, father = ground.seed.a_guardian(), ground.seed.a_guardian()
    chat, school = ground.seed.an_account(mother, father), ground.seed.school
    await ground.plant()

    async with ground.turn() as tx:
        await tx.mailboxes.keep_mailbox(school, mother, ADDRESS, language="ru", at=NOW)
        box = (await tx.mailboxes.mailbox_of(mother)).account.id
        without_chat = list(await tx.mailboxes.beyond_reach(chat))
        without_mail = list(await tx.mailboxes.beyond_reach(box))
        await tx.directory.set_reachable(chat, reachable=False)
        without_both = list(await tx.mailboxes.beyond_reach(box))

    assert (without_chat, without_mail) == ([(school, father)], [])
    assert without_both == [(school, mother)]


async def test_a_new_proof_ends_the_one_before_it_and_both_letters_count(ground: Ground) -> None:
    person, other = ground.seed.a_guardian(), ground.seed.a_guardian()
    await ground.plant()

    async with ground.turn() as tx:
        await tx.proofs.begin_proof(a_proof(ground, person))
        await tx.proofs.begin_proof(a_proof(ground, person, nonce="new", address=OTHER))
        await tx.proofs.begin_proof(a_proof(ground, other, asked_at=LATER))
        found = await tx.proofs.proof_of(person)
        due = await tx.proofs.letters_to_send(now=NOW)
        counted = await tx.proofs.letters_since(person, ADDRESS, NOW - timedelta(hours=1))
        later = await tx.proofs.letters_since(person, ADDRESS, NOW)

    assert found
    assert (found.nonce, found.address) == ("new", OTHER)
    assert [one.nonce for one in due] == ["new", "abc"]
    assert (list(counted), list(later)) == ([NOW, NOW, LATER], [LATER])


async def test_a_proof_goes_its_way_and_what_is_over_stays_so(ground: Ground) -> None:
    person = ground.seed.a_guardian()
    await ground.plant()

    async with ground.turn() as tx:
        await tx.proofs.begin_proof(a_proof(ground, person))
        begun = await tx.proofs.proof_of(person)
        await tx.proofs.mark_proof(begun.id, ProofState.SENT)
        await tx.proofs.note_wrong_code(begun.id)
        sent = await tx.proofs.proof_of(person)
        await tx.proofs.mark_proof(begun.id, ProofState.VOID)
        await tx.proofs.mark_proof(begun.id, ProofState.SENT)
        over = await tx.proofs.proof_of(person)

    assert (sent.state, sent.wrong_tries) == (ProofState.SENT, 1)
    assert over is None


async def test_a_proof_by_a_link_is_found_by_its_number_whatever_became_of_it(
    ground: Ground,
) -> None:
    person = ground.seed.a_guardian()
    await ground.plant()

    async with ground.turn() as tx:
        await tx.proofs.begin_proof(a_proof(ground, person, by_link=True))
        begun = await tx.proofs.proof_of(person)
        marked = [
            await tx.proofs.mark_proof(begun.id, ProofState.USED),
            await tx.proofs.mark_proof(begun.id, ProofState.USED),
        ]
        found = await tx.proofs.proof(begun.id)

        assert await tx.proofs.proof(ProofId(999_999)) is None
    assert (begun.by_link, bool(begun.school_name), marked) == (True, True, [True, False])
    assert found.state is ProofState.USED


async def test_a_letter_whose_code_is_good_no_more_is_not_sent(ground: Ground) -> None:
    person = ground.seed.a_guardian()
    await ground.plant()

    async with ground.turn() as tx:
        await tx.proofs.begin_proof(a_proof(ground, person))

        assert list(await tx.proofs.letters_to_send(now=LATER)) == []
