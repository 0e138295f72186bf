"""What people wrote is nowhere in the files once it is done with."""

from pathlib import Path

from storage.store import Store
from tests.school.stores import BOT, NOW, StoppedClock, a_sqlite_file

CODE = "ЗВОНОК-7"


def _holding(words: str, folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if words.encode() in path.read_bytes()]


async def test_a_code_is_in_no_file_once_its_update_is_done(
    tmp_path: Path, clock: StoppedClock
) -> None:
    url = a_sqlite_file(tmp_path)
    here, another = (Store(url, clock, bot=BOT) for _ in range(2))
    async with another.reading() as tx:
        await tx.inbox.pending(1)
    async with here.transaction() as tx:
        await tx.inbox.accept([(1, 1, f"/start {CODE}")], NOW)
    async with here.transaction() as tx:
        await tx.inbox.answered(1, None)

    await here.close()

    found = _holding(CODE, tmp_path)
    await another.close()
    assert found == []


async def test_a_store_that_was_never_opened_is_closed_in_peace(
    tmp_path: Path, clock: StoppedClock
) -> None:
    store = Store(f"sqlite:///{tmp_path}/nowhere/zvonok.sqlite3", clock)

    await store.close()

    assert _holding("", tmp_path) == []
