"""Whatever a school calls its people and periods, what stands under a paper fits Telegram."""

from datetime import date, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.screens.diary.agenda import agenda, agenda_file, agenda_link, agenda_link_cut
from bot.screens.diary.papers import attendance, chart, report_card
from bot.screens.parts.screen import CAPTION_LENGTH, Screen
from bot.texts import Speech
from core.access.people import Child
from core.diary.papers.attendance import Attendance
from core.diary.papers.report_card import ReportCard
from core.diary.views import Period, PeriodMarks, ShownMark
from core.journal.values import AbsenceCode, MarkValue, PeriodKind
from tests.documents.views import MADE_AT
from tests.screens.test_limits import FAMILIES, SPEAKING, WORDS, a_family, assert_fits, quick
from tests.screens.views import length, subject_marks

ADDRESS = "https://bot.school.example"


@quick
@given(SPEAKING, FAMILIES, WORDS)
def test_what_stands_under_a_paper_fits(speech: Speech, family: list[Child], title: str) -> None:
    periods = tuple(
        Period(title, PeriodKind.QUARTER, date(2026, month, 1), date(2026, month, 28))
        for month in (9, 10, 11)
    )
    child, actor, now = family[0], a_family(family), periods[1]
    subject = subject_marks(
        ShownMark(MarkValue("5"), title, Decimal(1), date(2026, 10, 1)), title=title
    )
    sums = dict.fromkeys(AbsenceCode, 9999)

    for screen in (
        chart(speech, actor, PeriodMarks(child, now, (subject,), periods)),
        attendance(speech, actor, Attendance(child, now, (), sums, periods)),
        report_card(speech, actor, ReportCard(child, title, MADE_AT, now, (), periods)),
        agenda_file(speech, actor, child),
    ):
        assert_encloses(screen)


def assert_encloses(screen: Screen) -> None:
    assert screen.enclosed is not None
    assert length(screen) <= CAPTION_LENGTH
    assert_fits(screen)


@quick
@given(SPEAKING, FAMILIES, st.sampled_from([None, MADE_AT]))
def test_screens_about_a_link_fit(
    speech: Speech, family: list[Child], since: datetime | None
) -> None:
    child, actor = family[0], a_family(family)

    assert_fits(agenda(speech, actor, child, since=since, public_url=ADDRESS))
    assert_fits(agenda_link(speech, actor, child, secret="x" * 43, public_url=ADDRESS))
    assert_fits(agenda_link_cut(speech, actor, child, public_url=ADDRESS))
