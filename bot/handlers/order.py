"""The order in which tasks are offered an update: strangers are stopped early."""

from aiogram import Router

from bot.handlers import (
    absences,
    activation,
    class_life,
    class_list,
    diary,
    fallback,
    help,  # noqa: A004 - the task is called so
    homework,
    marks,
    menu,
    preferences,
    settings,
    timetable,
)


def all_routers() -> tuple[Router, ...]:
    """Return a fresh router for each task, in their order."""
    return (
        help.router(),
        activation.router(),
        menu.router(),
        diary.router(),
        marks.router(),
        homework.router(),
        timetable.router(),
        absences.router(),
        class_list.router(),
        class_life.router(),
        settings.router(),
        preferences.router(),
        fallback.router(),
    )
