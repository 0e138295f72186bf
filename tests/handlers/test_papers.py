"""A family asks for pictures and files, and makes, renews and cuts the link to a calendar."""

import re

import pytest

from bot.callbacks.papers import (
    CutAgendaLink,
    MakeAgendaLink,
    OpenAgenda,
    OpenAttendance,
    OpenChart,
    OpenReportCard,
    SendAgenda,
)
from bot.screens.parts.enclosure import Paper
from tests.handlers.chat import Chat, Town
from tests.screens.views import labels, read

PAPERS = [
    (OpenChart, Paper.CHART, "📘 Диаграмма отметок, II четверть"),
    (OpenAttendance, Paper.ATTENDANCE, "🚪 Календарь пропусков, II четверть"),
    (OpenReportCard, Paper.REPORT_CARD, "📘 Табель, II четверть"),
    (SendAgenda, Paper.AGENDA, "📅 Календарь: расписание, контрольные, задания"),
]
EVERY = [*(kind for kind, _, _ in PAPERS), OpenAgenda, MakeAgendaLink, CutAgendaLink]


@pytest.mark.parametrize(("kind", "paper", "head"), PAPERS)
async def test_a_paper_is_of_the_child_and_period_that_were_asked_for(
    town: Town, mother: Chat, kind: type, paper: Paper, head: str
) -> None:
    screen = await mother.taps(kind(pupil=town.masha))

    assert screen.enclosed is not None
    assert (screen.enclosed.paper, screen.enclosed.of) == (paper, town.masha)
    assert read(screen)[0] == f"{head} · Маша"


@pytest.mark.parametrize("kind", EVERY)
async def test_nobody_has_a_paper_or_a_link_of_anothers_child(
    town: Town, mother: Chat, kind: type
) -> None:
    screen = await mother.taps(kind(pupil=town.vera))

    assert read(screen)[0] == "Этот экран вам не открыт. Ниже то, что открыть можно."
    assert screen.enclosed is None


@pytest.mark.parametrize("kind", EVERY)
async def test_a_stranger_has_none(town: Town, kind: type) -> None:
    screen = await town.stranger().taps(kind(pupil=town.masha))

    assert screen.enclosed is None
    assert "https://" not in screen.text


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (OpenChart, "Отчётные периоды пока не заданы, поэтому отметок здесь нет."),
        (OpenAttendance, "Отчётные периоды пока не заданы, поэтому пропусков здесь нет."),
        (OpenReportCard, "Отчётные периоды пока не заданы, поэтому отметок здесь нет."),
    ],
)
async def test_without_periods_it_is_said_and_nothing_is_drawn(
    town: Town, mother: Chat, kind: type, said: str
) -> None:
    screen = await mother.taps(kind(pupil=town.petya))

    assert read(screen)[1] == said
    assert screen.enclosed is None


async def test_a_link_is_shown_once_renewed_and_cut(father: Chat) -> None:
    await father.sends("/start")
    await father.taps("Ещё")
    await father.taps("Файлы")
    await father.taps("Календарь (ICS)")
    first = _address(read(await father.taps("Получить ссылку")))
    await father.taps("Меню")
    await father.taps("Ещё")
    await father.taps("Файлы")

    known = await father.taps("Календарь (ICS)")
    second = _address(read(await father.taps("Новая ссылка")))
    cut = await father.taps("Отключить ссылку")

    assert "Ссылка работает с 20 ноября." in read(known)[2]
    assert first not in known.text
    assert first != second
    assert read(cut)[1].startswith("Ссылка отключена.")
    assert labels(cut)[0] == ["Прислать файл", "Получить ссылку"]


def _address(lines: list[str]) -> str:
    found = re.search(r"https://bot\.school\.example/ics/[\w-]{43}\.ics", " ".join(lines))
    assert found is not None
    return found[0]


async def test_without_a_public_address_there_is_a_file_and_no_link(
    town: Town, father: Chat
) -> None:
    town.public_url = ""

    screen = await father.taps(OpenAgenda(pupil=town.masha))
    made = await father.taps(MakeAgendaLink(pupil=town.masha))

    for shown in (screen, made):
        assert read(shown)[2] == "Подписка по ссылке в этой школе не настроена."
        assert labels(shown)[0] == ["Прислать файл"]
