"""The order in which tasks are offered an update: strangers are stopped early."""

from aiogram import Router

from bot.handlers import fallback, typed_codes
from bot.handlers.breaches import breaches
from bot.handlers.broadcasts import addressing as broadcasts_addressed
from bot.handlers.broadcasts import answering as broadcasts_answered
from bot.handlers.broadcasts import asking as broadcasts_asking
from bot.handlers.broadcasts import composing as broadcasts
from bot.handlers.broadcasts import following as broadcasts_followed
from bot.handlers.broadcasts import sending as broadcasts_sent
from bot.handlers.broadcasts import templates as broadcasts_templates
from bot.handlers.diary import (
    absences,
    agenda,
    class_life,
    control_works,
    days,
    homework,
    marks,
    papers,
    programme,
    timetable,
)
from bot.handlers.excuses import alerts, announcing, claims, unexcused
from bot.handlers.forecast import early_warnings, issuing, pupil
from bot.handlers.helpdesk import (
    answer_templates,
    answering,
    asking,
    asking_words,
    consultation_log,
    desk,
    known_answers,
    merging,
    on_duty,
    packets,
    packets_sent,
    passing_on,
    request_changes,
    request_ending,
    requests,
    training_plan,
    trainings,
)
from bot.handlers.helpdesk import schedule as duty_schedule
from bot.handlers.helpdesk import turns as duty_turns
from bot.handlers.messages import finding as messages_found
from bot.handlers.messages import reading as messages_read
from bot.handlers.messages import writing as messages_written
from bot.handlers.paper import print_runs
from bot.handlers.people import (
    acknowledging,
    activation,
    class_list,
    connections,
    consents,
    given_mail,
    help,  # noqa: A004 - the task is called so
    lost_access,
    mailbox,
    menu,
    preferences,
    settings,
    why,
)
from bot.handlers.reports import of_class, of_school
from bot.handlers.secret_words import without_secrets
from bot.handlers.teaching import announcements, lessons, sheets
from bot.handlers.totals import finals, review
from bot.handlers.watch import (
    data_corrections,
    family_use,
    missed,
    personal_data,
    remarks,
    truancy,
)


def all_routers() -> tuple[Router, ...]:
    """Return a fresh router for each task, in their order."""
    return (
        help.router(),
        lost_access.router(),
        typed_codes.router(),
        activation.router(),
        messages_written.reply_router(),
        *without_secrets(answering.reply_router(), asking_words.reply_router()),
        menu.router(),
        days.router(),
        marks.router(),
        pupil.router(),
        finals.router(),
        review.router(),
        homework.router(),
        timetable.router(),
        absences.router(),
        alerts.router(),
        announcing.router(),
        claims.router(),
        unexcused.router(),
        acknowledging.router(),
        issuing.router(),
        early_warnings.router(),
        class_list.router(),
        connections.router(),
        breaches.router(),
        consents.router(),
        print_runs.router(),
        of_class.router(),
        of_school.router(),
        class_life.router(),
        lessons.router(),
        sheets.router(),
        announcements.router(),
        remarks.router(),
        family_use.router(),
        missed.router(),
        truancy.router(),
        personal_data.router(),
        data_corrections.router(),
        broadcasts.router(),
        broadcasts_addressed.router(),
        broadcasts_asking.router(),
        broadcasts_templates.router(),
        broadcasts_sent.router(),
        broadcasts_followed.router(),
        broadcasts_answered.router(),
        messages_read.router(),
        messages_found.router(),
        messages_written.router(),
        *without_secrets(
            desk.router(),
            consultation_log.router(),
            answering.router(),
            passing_on.router(),
            merging.router(),
            answer_templates.router(),
            asking.router(),
            asking_words.router(),
            requests.router(),
            request_changes.router(),
            request_ending.router(),
            known_answers.router(),
        ),
        on_duty.router(),
        duty_schedule.router(),
        duty_turns.router(),
        training_plan.router(),
        trainings.router(),
        *without_secrets(packets.router(), packets_sent.router()),
        programme.router(),
        control_works.router(),
        papers.router(),
        agenda.router(),
        settings.router(),
        preferences.router(),
        mailbox.router(),
        given_mail.router(),
        why.router(),
        *without_secrets(answering.plain_router(), fallback.router()),
    )
