"""What an account is in the middle of: one thing, kept until it is dropped."""

from datetime import timedelta

from core.access.people import Address, Channel
from tests.contracts.conftest import Ground
from tests.school.stores import NOW

HOUR = timedelta(hours=1)


def telegram(value: str) -> Address:
    return Address(Channel.TELEGRAM, value)


async def test_a_dialogue_is_kept_changed_and_dropped(ground: Ground) -> None:
    await ground.plant()

    async with ground.turn() as tx:
        account = (await tx.directory.recognise(telegram("7"), language="ru")).account
        nothing = await tx.dialogues.of(account.id)
        await tx.dialogues.keep(account.id, "Form:text", '{"a":1}', at=NOW)
        begun = await tx.dialogues.of(account.id)
        await tx.dialogues.keep(account.id, "Form:day", "{}", at=NOW + HOUR)
        changed = await tx.dialogues.of(account.id)
        await tx.dialogues.drop(account.id)
        dropped = await tx.dialogues.of(account.id)

    assert (nothing, begun) == (None, ("Form:text", '{"a":1}', NOW))
    assert (changed, dropped) == (("Form:day", "{}", NOW + HOUR), None)


async def test_dialogues_of_two_accounts_do_not_meet(ground: Ground) -> None:
    await ground.plant()

    async with ground.turn() as tx:
        one = (await tx.directory.recognise(telegram("7"), language="ru")).account
        other = (await tx.directory.recognise(telegram("8"), language="ru")).account
        await tx.dialogues.keep(one.id, "Form:text", "{}", at=NOW)

        assert await tx.dialogues.of(other.id) is None
