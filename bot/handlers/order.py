"""The order in which tasks are offered an update: strangers are stopped early."""

from aiogram import Router

from bot.handlers import (
    absences,
    acknowledging,
    activation,
    agenda,
    announcements,
    claims,
    class_life,
    class_list,
    control_works,
    diary,
    early_warnings,
    excuses,
    fallback,
    finals,
    forecast,
    help,  # noqa: A004 - the task is called so
    homework,
    issuing,
    lessons,
    mailbox,
    marks,
    menu,
    papers,
    preferences,
    programme,
    review,
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
        forecast.router(),
        finals.router(),
        review.router(),
        homework.router(),
        timetable.router(),
        absences.router(),
        excuses.router(),
        claims.router(),
        acknowledging.router(),
        issuing.router(),
        early_warnings.router(),
        class_list.router(),
        class_life.router(),
        lessons.router(),
        announcements.router(),
        programme.router(),
        control_works.router(),
        papers.router(),
        agenda.router(),
        settings.router(),
        preferences.router(),
        mailbox.router(),
        fallback.router(),
    )
