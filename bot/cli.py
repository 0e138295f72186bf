"""The command line. All but typer is imported inside the commands: `--help` answers at once."""

import asyncio
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer

app = typer.Typer(
    name="zvonok",
    help="Zvonok: a school's news for families in Telegram.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

School = Annotated[
    str | None, typer.Option("--school", help="Identifier of the school, if there are several")
]
Work: TypeAlias = Callable[[], Coroutine[Any, Any, int]]


@app.command()
def run() -> None:
    """Run the bot with ZVONOK_BOT_TOKEN, until stopped."""

    def work() -> Coroutine[Any, Any, int]:
        from bot.config import must_be_able_to_run, read_settings

        settings = read_settings()
        must_be_able_to_run(settings)
        from bot.running import run as run_bot

        return run_bot(settings)

    _finish(work)


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Port of the page; 0 takes a free one")] = 8095,
    data: Annotated[Path, typer.Option(help="Where the demo keeps its data")] = Path("var/demo"),
    browser: Annotated[bool, typer.Option(help="Open the page on a desktop")] = True,  # noqa: FBT002 - a flag
) -> None:
    """Play a school day in the browser: no token, no network."""

    def work() -> Coroutine[Any, Any, int]:
        from bot.demo import run_demo

        return run_demo(port=port, data=data, browser=browser)

    _finish(work)


@app.command()
def sandbox(
    host: Annotated[str, typer.Option(help="Where to listen")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port; 0 takes a free one")] = 8081,
) -> None:
    """Run a Telegram for one machine, for any bot."""

    def work() -> Coroutine[Any, Any, int]:
        from bot.demo import run_sandbox

        return run_sandbox(host=host, port=port)

    _finish(work)


@app.command("import")
def import_(
    path: Annotated[Path, typer.Argument(help="Folder or zip of the school bundle")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be")] = False,  # noqa: FBT002 - a flag
    school: School = None,
) -> None:
    """Take a school bundle in: all or nothing."""

    def work() -> Coroutine[Any, Any, int]:
        from bot.config import read_settings
        from bot.exchange import run_import

        return run_import(read_settings(), path, dry_run=dry_run, school=school)

    _finish(work)


@app.command()
def export(
    path: Annotated[Path, typer.Argument(help="Folder to make, or a file ending in .zip")],
    school: School = None,
) -> None:
    """Write a school as a bundle."""

    def work() -> Coroutine[Any, Any, int]:
        from bot.config import read_settings
        from bot.exchange import run_export

        return run_export(read_settings(), path, school=school)

    _finish(work)


@app.command()
def code(
    person: Annotated[str, typer.Argument(help="The person's id in the bundle")],
    school: School = None,
) -> None:
    """Print a new activation code of a person, and nothing else."""

    def work() -> Coroutine[Any, Any, int]:
        from bot.codes import print_code
        from bot.config import read_settings

        return print_code(read_settings(), person, school=school)

    _finish(work)


@app.command()
def admin(
    name: Annotated[str, typer.Argument(help="The administrator's name: family, given, middle")],
    school: School = None,
) -> None:
    """Print the activation code of the first administrator, and nothing else."""

    def work() -> Coroutine[Any, Any, int]:
        from bot.codes import print_admin_code
        from bot.config import read_settings

        return print_admin_code(read_settings(), name, school=school)

    _finish(work)


@app.command()
def rules(
    document: Annotated[
        str | None, typer.Option("--document", help="Go by this document: a, c, d or e")
    ] = None,
    decide: Annotated[
        list[str] | None, typer.Option("--set", help="Decide as SECTION.RULE=VALUE")
    ] = None,
    school: School = None,
) -> None:
    """Show the school's rules with their clauses, or choose and decide them."""

    def work() -> Coroutine[Any, Any, int]:
        from bot.config import read_settings
        from bot.rules import run_rules

        return run_rules(read_settings(), document=document, decide=decide or [], school=school)

    _finish(work)


@app.command()
def check(
    school: School = None,
    printed: Annotated[
        str | None,
        typer.Option("--printed", help="What a report bears: rows and checksum, as 132:4f9a1c22"),
    ] = None,
) -> None:
    """Verify each school's log of consultations; exit with 1 where a row is not as written."""

    def work() -> Coroutine[Any, Any, int]:
        from bot.check import run_check
        from bot.config import read_settings

        return run_check(read_settings(), school=school, printed=printed)

    _finish(work)


@app.command()
def breach(
    person: Annotated[str, typer.Argument(help="The person's id in the bundle, or the name")],
    since: Annotated[
        str, typer.Argument(help="Since when, as 19.11.2026 14:30, 19.11 or 14:30, at the school")
    ],
    by: Annotated[str | None, typer.Option("--by", help="Who reports it: an id or a name")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be")] = False,  # noqa: FBT002 - a flag
    school: School = None,
) -> None:
    """Shut an account in strange hands out, and void what it did since then."""

    def work() -> Coroutine[Any, Any, int]:
        from bot.breach import run_breach
        from bot.composition.breach_by_hand import BreachAsked
        from bot.config import read_settings

        asked = BreachAsked(person, since, by, school)
        return run_breach(read_settings(), asked, dry_run=dry_run)

    _finish(work)


def main() -> None:
    """Run the command line."""
    app()


def _finish(work: Work) -> None:
    """Do the work and exit with its status; settings that do not fit are named."""
    from bot.config import WrongSettings
    from bot.speaking import name_faults

    try:
        status = asyncio.run(work())
    except KeyboardInterrupt:
        status = 0
    except WrongSettings as wrong:
        status = name_faults(wrong)
    sys.exit(status)
