"""Teachers who mark at a pace: in the bot's own process, or in another one on the same file.

    python -m benchmarks.marking inside|outside DATABASE FAMILIES_FOLDER ADDRESS TOKEN PER_SECOND

Prints, as JSON, when the transaction of each family's mark was committed, by chat.
"""

import asyncio
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.school import Family, families_of, settings_of
from bot.composition.database import opened
from bot.composition.desk import facts_of
from bot.intake import running
from bot.program import compose
from bot.telegram.session import make_bot, tune
from core.ids import PersonId, PupilId, WorkId
from core.journal.marking import EnterMark
from core.journal.values import MarkValue
from storage.store import Store

_LAST_WORDS = 3.0


async def mark_all(
    store: Store, families: Sequence[Family], per_second: float
) -> dict[int, float]:
    """Mark each family's child once; return when each mark was committed."""
    committed, begun = dict[int, float](), time.monotonic()
    for number, family in enumerate(families):
        await asyncio.sleep(max(0.0, begun + number / per_second - time.monotonic()))
        async with store.transaction() as tx:
            enter = EnterMark(tx.markbook, facts_of(tx), store.clock)
            await enter(
                PersonId(family.teacher),
                WorkId(family.work),
                pupil=PupilId(PersonId(family.pupil)),
                value=MarkValue.of("5"),
            )
        committed[family.chat] = time.monotonic()
    return committed


async def _main(
    where: str, database: str, folder: str, address: str, token: str, pace: str
) -> None:
    settings = settings_of(Path(database))
    settings = settings.model_copy(update={"bot_token": None})
    families, kept = families_of(Path(folder)), tune()
    async with opened(settings) as store:
        if where == "outside":
            print(json.dumps(await mark_all(store, families, float(pace))))
            return
        bot = make_bot(token, api_url=address)
        async with running(compose(settings, store, bot), settings):
            committed = await mark_all(store, families, float(pace))
            await asyncio.sleep(_LAST_WORDS)
        await bot.session.close()
        print(json.dumps(committed), len(kept), sep="\n")


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
