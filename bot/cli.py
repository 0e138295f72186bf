"""The command line. Heavy parts are imported inside the commands: `--help` must answer at once."""

import asyncio
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any, Final, NoReturn

import typer

from bot.config import Settings, WrongSettings, must_be_able_to_run, read_settings

app = typer.Typer(
    name="zvonok",
    help="Zvonok: a school's news for families in Telegram.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

School = Annotated[
    str | None, typer.Option("--school", help="Identifier of the school, if there are several")
]
_WRONG: Final = 2


@app.command()
def run() -> None:
    """Run the bot with ZVONOK_BOT_TOKEN, until stopped."""
    from bot.running import run as run_bot  # noqa: PLC0415 - aiogram takes seconds to import

    settings = _settings()
    try:
        must_be_able_to_run(settings)
    except WrongSettings as wrong:
        _refuse_settings(wrong)
    _finish(run_bot(settings))


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Port of the page; 0 takes a free one")] = 8095,
    data: Annotated[Path, typer.Option(help="Where the demo keeps its data")] = Path("var/demo"),
    browser: Annotated[bool, typer.Option(help="Open the page on a desktop")] = True,  # noqa: FBT002 - a flag
) -> None:
    """Play a school day in the browser: no token, no network."""
    from bot.demo import run_demo  # noqa: PLC0415 - aiogram takes seconds to import

    _finish(run_demo(port=port, data=data, browser=browser))


@app.command()
def sandbox(
    host: Annotated[str, typer.Option(help="Where to listen")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port; 0 takes a free one")] = 8081,
) -> None:
    """Run a Telegram for one machine, for any bot."""
    from bot.demo import run_sandbox  # noqa: PLC0415 - aiohttp takes its time to import

    _finish(run_sandbox(host=host, port=port))


@app.command("import")
def import_(
    path: Annotated[Path, typer.Argument(help="Folder or zip of the school bundle")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be")] = False,  # noqa: FBT002 - a flag
    school: School = None,
) -> None:
    """Take a school bundle in: all or nothing."""
    from bot.exchange import run_import  # noqa: PLC0415 - the database takes its time to import

    _finish(run_import(_settings(), path, dry_run=dry_run, school=school))


@app.command()
def export(
    path: Annotated[Path, typer.Argument(help="Folder to make, or a file ending in .zip")],
    school: School = None,
) -> None:
    """Write a school as a bundle."""
    from bot.exchange import run_export  # noqa: PLC0415 - the database takes its time to import

    _finish(run_export(_settings(), path, school=school))


@app.command()
def code(
    person: Annotated[str, typer.Argument(help="The person's id in the bundle")],
    school: School = None,
) -> None:
    """Print a new activation code of a person, and nothing else."""
    from bot.codes import print_code  # noqa: PLC0415 - the database takes its time to import

    _finish(print_code(_settings(), person, school=school))


@app.command()
def admin(
    name: Annotated[str, typer.Argument(help="The administrator's name: family, given, middle")],
    school: School = None,
) -> None:
    """Print the activation code of the first administrator, and nothing else."""
    from bot.codes import print_admin_code  # noqa: PLC0415 - the database takes its time to import

    _finish(print_admin_code(_settings(), name, school=school))


def main() -> None:
    """Run the command line."""
    app()


def _settings() -> Settings:
    try:
        return read_settings()
    except WrongSettings as wrong:
        _refuse_settings(wrong)


def _refuse_settings(wrong: WrongSettings) -> NoReturn:
    for name, fault in wrong.faults.items():
        typer.echo(f"{name}: {fault}", err=True)
    raise typer.Exit(_WRONG)


def _finish(work: Coroutine[Any, Any, int]) -> None:
    try:
        status = asyncio.run(work)
    except KeyboardInterrupt:
        status = 0
    except WrongSettings as wrong:
        _refuse_settings(wrong)
    sys.exit(status)
