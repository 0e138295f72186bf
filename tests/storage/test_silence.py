"""What a statement was about reaches no log, though the statement breaks."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from structlog.testing import capture_logs

from bot.logs import log_failure
from storage.store import Store

NAME = "Лугова Яна"


async def test_a_statement_that_breaks_keeps_its_values_to_itself(store: Store) -> None:
    with pytest.raises(DBAPIError) as broken:
        async with store.transaction() as tx:
            await tx.connection.execute(text("INSERT INTO nowhere VALUES (:name)"), {"name": NAME})

    with capture_logs() as said:
        log_failure("job-failed", broken.value, job="outbox-net")

    (line,) = said
    assert NAME not in str(broken.value)
    assert NAME not in str(line)
    assert line["error"].endswith(f" by {type(broken.value.__cause__).__name__}")
