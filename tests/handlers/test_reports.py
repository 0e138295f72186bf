"""Reports pass the gate at each tap; old buttons and strangers get none."""

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.callbacks.reports import (
    Form,
    OpenClassReport,
    OpenClassReports,
    OpenSchoolReport,
    OpenSchoolReports,
    ReportShelf,
    SendClassReport,
    SendSchoolReport,
)
from bot.screens.parts.enclosure import Paper
from core.access.people import Role
from core.ids import ClassId, SchoolId
from core.reports.kinds import ClassReportKind, SchoolReportKind
from tests.handlers.chat import Chat, Town
from tests.screens.views import labels, read

SHUT = "Этот экран вам не открыт. Ниже то, что открыть можно."


def of_class(class_id: ClassId) -> list[CallbackData]:
    kind = ClassReportKind.SUMMARY
    return [
        OpenClassReports(class_id=class_id),
        OpenClassReport(class_id=class_id, kind=kind),
        SendClassReport(class_id=class_id, kind=kind),
    ]


def of_school(school: SchoolId) -> list[CallbackData]:
    kind = SchoolReportKind.RESULTS
    return [
        OpenSchoolReports(school=school),
        OpenSchoolReport(school=school, kind=kind),
        SendSchoolReport(school=school, kind=kind),
    ]


async def test_a_parent_has_no_report(town: Town, mother: Chat) -> None:
    for tapped in (*of_class(town.class_7a), *of_school(town.school_id)):
        screen = await mother.taps(tapped)

        assert read(screen)[0] == SHUT
        assert screen.enclosed is None


async def test_a_class_teacher_has_none_of_another_class_or_of_the_school(
    town: Town, leader: Chat
) -> None:
    for tapped in (*of_class(town.class_5b), *of_school(town.school_id)):
        screen = await leader.taps(tapped)

        assert read(screen)[0] == SHUT


async def test_a_stranger_has_none(town: Town) -> None:
    for tapped in (*of_class(town.class_7a), *of_school(town.school_id)):
        screen = await town.stranger().taps(tapped)

        assert screen.enclosed is None
        assert "7А" not in screen.text


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("kind", ClassReportKind)
async def test_a_file_is_of_the_class_report_and_term_that_were_asked_for(
    town: Town, leader: Chat, kind: ClassReportKind, form: Form
) -> None:
    tapped = SendClassReport(class_id=town.class_7a, kind=kind, form=form)

    screen = await leader.taps(tapped)

    papers = {Form.SHEET: Paper.CLASS_REPORT_SHEET, Form.PDF: Paper.CLASS_REPORT_PDF}
    assert screen.enclosed is not None
    assert screen.enclosed.paper is papers[form]
    assert (screen.enclosed.of, screen.enclosed.what) == (town.class_7a, kind.value)


async def test_shelves_lead_to_each_other_and_to_every_report(town: Town, leader: Chat) -> None:
    opened = list[str]()
    for shelf in ReportShelf:
        screen = await leader.taps(OpenClassReports(class_id=town.class_7a, shelf=shelf))
        opened += [one.callback_data for row in screen.buttons for one in row]

    for kind in ClassReportKind:
        assert OpenClassReport(class_id=town.class_7a, kind=kind).pack() in opened
    for shelf in ReportShelf:
        assert OpenClassReports(class_id=town.class_7a, shelf=shelf).pack() in opened


async def test_a_period_leads_to_the_year_and_back(town: Town, leader: Chat) -> None:
    kind = ClassReportKind.RESULTS
    screen = await leader.taps(OpenClassReport(class_id=town.class_7a, kind=kind))

    year = await leader.taps("Весь год")
    back = await leader.taps("II четверть")

    assert read(year)[0] == "Итоги успеваемости класса · 7А, 2026/2027"
    assert read(back)[0] == read(screen)[0] == "Итоги успеваемости класса · 7А, II четверть"


async def test_a_school_without_a_year_says_so_and_has_no_file(town: Town) -> None:
    seed = town.seed
    seed.a_school(name="Новая")
    head, led = seed.a_person("Ольга"), seed.a_class("1А")
    seed.a_role(head, Role.HEAD)
    seed.a_pupil(class_id=led)
    school = SchoolId(seed.of_school)
    await seed.plant(town.school)
    chat = await town.known(head)

    for tapped in (*of_class(led)[1:], *of_school(school)[1:]):
        screen = await chat.taps(tapped)

        assert read(screen)[1] == "Учебный год пока не задан, поэтому отчётов нет."
        assert screen.enclosed is None
        assert labels(screen)[-1][0] == "Отчёты"


async def test_the_administration_opens_the_reports_of_a_class_and_of_the_school(
    town: Town,
) -> None:
    deputy = await town.known(town.deputy)

    of_one = await deputy.taps(
        OpenClassReport(class_id=town.class_7a, kind=ClassReportKind.ATTENDANCE)
    )
    of_all = await deputy.taps(
        OpenSchoolReport(school=town.school_id, kind=SchoolReportKind.ATTENDANCE)
    )

    assert "Орлова Маша: пропущено уроков 1, без подтверждённой причины (н) 1" in read(of_one)
    assert "7А: пропущено уроков 1, без подтверждённой причины (н) 1" in read(of_all)


@pytest.mark.parametrize("kind", SchoolReportKind)
async def test_every_report_of_a_school_without_marks_opens(
    town: Town, kind: SchoolReportKind
) -> None:
    deputy = await town.known(town.deputy)

    screen = await deputy.taps(OpenSchoolReport(school=town.school_id, kind=kind))

    assert read(screen)[0].endswith(("II четверть", "2026/2027"))
