"""Every port of core has an adapter and a fake, and its contract suite asks all its questions."""

import ast

import pytest

from tests.house.source import Module, methods, modules

IN_CORE = {"Clock", "Facts"}
"""Ports whose adapters core brings itself: they need nothing kept."""

ON_SQL_ONLY = {"SchoolRecords"}
"""Ports that are asked about whole schools: tests/exchange drives the SQL adapter itself."""

UNDER = {
    "CodeBook": "codes",
    "Connections": "connections",
    "ConsentBook": "consents",
    "DataChecks": "data_checks",
    "DataCorrections": "data_corrections",
    "Trail": "trail",
    "LostAccessBook": "lost_access",
    "BreachBook": "breaches",
    "ClassList": "directory",
    "Directory": "directory",
    "ClassLists": "diary",
    "SchoolClasses": "directory",
    "Mailboxes": "mailboxes",
    "Proofs": "proofs",
    "GivenAddresses": "given_addresses",
    "OldMessages": "old_messages",
    "Acknowledgements": "acknowledgements",
    "ExcuseBook": "excuses",
    "SearchBook": "searches",
    "OnWatch": "audience",
    "HearingFamilies": "audience",
    "WithinReach": "paper_runs",
    "ForecastBook": "forecast",
    "HomeworkTicks": "homework_ticks",
    "EarlyWarnings": "early_warnings",
    "TruancyWarnings": "truancy_warnings",
    "MissedLessons": "missed_lessons",
    "Issues": "issues",
    "Classes": "directory",
    "Attachments": "lesson_forms",
    "TeachingBook": "lesson_forms",
    "AgendaBook": "agenda",
    "AgendaLinks": "agenda_links",
    "ClassMarks": "class_marks",
    "DiaryBook": "diary",
    "Recommendations": "lesson_forms",
    "Remarks": "remarks",
    "AbsenceChecks": "absence_checks",
    "Announcements": "announcements",
    "ClassLife": "class_life",
    "ControlWorkBook": "control_works",
    "ProgrammeBook": "programme",
    "FinalsBook": "finals",
    "ReviewBook": "reviews",
    "MissingMarks": "missing_marks",
    "PeriodMarkbook": "period_markbook",
    "PeriodSheets": "period_sheets",
    "Markbook": "markbook",
    "Register": "register",
    "Columns": "columns",
    "ProvedReasons": "excuses",
    "Broadcasts": "broadcasts",
    "Addressed": "addressed",
    "Newcomers": "newcomers",
    "Answers": "broadcast_answers",
    "Circles": "circles",
    "Templates": "templates",
    "Threads": "threads",
    "Ties": "ties",
    "AnswerHours": "answer_hours",
    "SchoolCalendar": "answer_hours",
    "Originals": "originals",
    "Heads": "audience",
    "Leaders": "audience",
    "Senders": "directory",
    "MessageLedger": "message_ledger",
    "TicketLedger": "ticket_ledger",
    "Answerable": "answerable",
    "BroadcastLedger": "broadcast_ledger",
    "Cards": "cards",
    "Names": "names",
    "SchoolNewsBook": "school_news",
    "ClassAudience": "class_audience",
    "TotalsNewsBook": "totals_news",
    "Outbox": "outbox",
    "Audience": "audience",
    "NewsBook": "news",
    "PreferenceBook": "preferences",
    "DeliveryRules": "delivery",
    "PrintRun": "print_run",
    "PaperRuns": "paper_runs",
    "SheetBook": "sheets",
    "LateBook": "late",
    "Reminders": "reminders",
    "ControlWarnings": "control_works",
    "Regulations": "regulations",
    "ReportBook": "reports",
    "VisitBook": "visits",
    "KnownAnswers": "known_answers",
    "AnswerTemplates": "answer_templates",
    "Trainings": "trainings",
    "Packets": "packets",
    "DutyBook": "duty",
    "DutyWindows": "duty_windows",
    "StandIns": "stand_ins",
    "Schedules": "duty",
    "Administrators": "lost_access",
    "Absences": "reports",
    "Tickets": "tickets",
    "TicketWords": "ticket_words",
    "TicketOriginals": "ticket_originals",
    "DutyCalls": "duty_calls",
    "ConsultationLog": "consultations",
}
"""As which attribute of a transaction each port is asked. A new port gets its line here."""


def _ports() -> dict[str, set[str]]:
    classes = [one for module in modules("core") for one in module.nodes(ast.ClassDef)]
    protocols = [one for one in classes if "Protocol" in map(ast.unparse, one.bases)]
    asked = {one.name: methods(one) for one in protocols if _is_asked(one)}
    return {name: questions for name, questions in asked.items() if name not in IN_CORE}


def _is_asked(protocol: ast.ClassDef) -> bool:
    """Say whether a protocol has questions: others say what a value has, or what is called."""
    return any(
        isinstance(one, ast.AsyncFunctionDef) and not one.name.startswith("_")
        for one in protocol.body
    )


PORTS = _ports()


@pytest.mark.parametrize("port", PORTS)
def test_a_port_has_an_adapter_in_storage(port: str) -> None:
    adapters = _answering(PORTS[port], modules("storage"))

    assert adapters


@pytest.mark.parametrize("port", sorted(PORTS.keys() - ON_SQL_ONLY))
def test_a_port_has_a_fake_in_the_school_of_the_tests(port: str) -> None:
    fakes = _answering(PORTS[port], modules("tests/school"))

    assert fakes


def test_it_is_known_under_which_attribute_each_port_is_asked() -> None:
    assert sorted(UNDER) == sorted(PORTS.keys() - ON_SQL_ONLY)


@pytest.mark.parametrize("port", sorted(PORTS.keys() - ON_SQL_ONLY))
def test_a_contract_suite_asks_every_question_of_a_port(port: str) -> None:
    questions = {f"{UNDER[port]}.{one}" for one in PORTS[port]}

    assert questions - _asked_in_contracts() == set()


def _asked_in_contracts() -> set[str]:
    """Return `attribute.question` for what is asked of transactions in the contract suites."""
    return {
        f"{one.value.attr}.{one.attr}"
        for module in modules("tests/contracts")
        for one in module.nodes(ast.Attribute)
        if isinstance(one.value, ast.Attribute)
    }


def _answering(questions: set[str], places: tuple[Module, ...]) -> list[str]:
    classes = [one for module in places for one in module.nodes(ast.ClassDef)]
    return [one.name for one in classes if questions <= methods(one)]
