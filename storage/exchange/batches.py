"""Statements for rows by the hundred thousand."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

Params = list[dict[str, Any]]
_AT_ONCE = 20_000


async def run(connection: AsyncConnection, statement: Any, params: Params) -> None:  # noqa: ANN401 - any statement
    """Execute a statement for each of the parameters; for none of them, not at all."""
    for begin in range(0, len(params), _AT_ONCE):
        await connection.execute(statement, params[begin : begin + _AT_ONCE])
