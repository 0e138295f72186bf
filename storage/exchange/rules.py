"""A school's own rules, which lie in its row, as rows of the bundle and back."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.exchange.bundle import Standing
from core.exchange.format.of_the_chat import DOCUMENT
from core.exchange.keys import ids_of_keys
from core.exchange.rows.of_the_chat import RuleRow
from core.ids import SchoolId
from core.regulation.profile import WrongProfile
from storage.profiles import read_profile
from storage.schools import SqlSchools


async def standing_rules(
    connection: AsyncConnection, school: SchoolId, *, unasked: str
) -> Standing:
    """Return what the school decided; `unasked` is the document that nobody has to choose."""
    document, decided = await SqlSchools(connection).decided(school)
    chosen = {} if document == unasked and not decided else {DOCUMENT: document}
    said = chosen | {setting: _written(value) for setting, value in decided.items()}
    sources = ids_of_keys((setting,) for setting in said)
    rows = (RuleRow(one, *rule) for one, rule in zip(sources, said.items(), strict=True))
    return Standing({row.source: row for row in rows})


async def decide(
    connection: AsyncConnection,
    school: SchoolId,
    rules: Mapping[str, str],
    *,
    at: datetime,
) -> None:
    """Let the school go by these rules, beside those that it has decided before."""
    schools = SqlSchools(connection)
    document, before = await schools.decided(school)
    own = {setting: value for setting, value in rules.items() if setting != DOCUMENT}
    await schools.decide(school, rules.get(DOCUMENT, document), {**before, **own}, at=at)


def wrong(decided: Mapping[str, str], *, unasked: str) -> WrongProfile | None:
    """Return what does not fit where a school decides this, or None where all does."""
    own = {setting: value for setting, value in decided.items() if setting != DOCUMENT}
    try:
        read_profile(decided.get(DOCUMENT, unasked), own)
    except WrongProfile as misfit:
        return misfit
    return None


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
