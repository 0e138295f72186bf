"""`zvonok code` and `zvonok admin`: a code on standard output, and nothing else there."""

import typer

from bot.composition.database import opened
from bot.composition.errands import administrator_code, code_of
from bot.config import Settings
from bot.speaking import explain
from core.access.people import Name
from core.errors import NameMissing, Refusal
from core.ids import SourceId

_REFUSED = 1


async def print_code(settings: Settings, person: str, *, school: str | None) -> int:
    """Print a new code of a person; return the exit status."""
    async with opened(settings) as store:
        try:
            code = await code_of(settings, store, SourceId(person), school=school)
        except Refusal as refused:
            explain(settings, refused, person=person)
            return _REFUSED
    typer.echo(code)
    return 0


async def print_admin_code(settings: Settings, name: str, *, school: str | None) -> int:
    """Print a new code of the first administrator; return the exit status."""
    async with opened(settings) as store:
        try:
            code = await administrator_code(settings, store, _named(name), school=school)
        except Refusal as refused:
            explain(settings, refused, person=name)
            return _REFUSED
    typer.echo(code)
    return 0


def _named(name: str) -> Name:
    """Read a name as family, given, middle; raise NameMissing where there is none."""
    family, *rest = name.split() or [""]
    if not family:
        raise NameMissing
    return Name(given=rest[0] if rest else "", family=family, middle=" ".join(rest[1:]))
