"""Slips with codes, read back from their PDF."""

from datetime import timedelta
from io import BytesIO

from pypdf import PdfReader

from bot.documents import activation_sheet
from core.access.connections import ActivationSheet, Connection, Invited, Part
from core.access.people import Child, Name
from core.ids import PersonId, PupilId
from tests.documents.views import NASTY, a_strange_child
from tests.school.stores import NOW
from tests.screens.views import EN, RU

MASHA = Child(PupilId(PersonId(1)), Name("Маша", "Орлова"), "7А")
CODE = "ABCD-EFGH-2345"


def a_slip(part: Part = Part.PUPIL, name: Name | None = None, child: Child = MASHA) -> Invited:
    pupil = None if part is Part.STAFF else child
    return Invited(Connection(PersonId(5), name or child.name, part, pupil), CODE)


def a_sheet(*slips: Invited, title: str = "7А", found_as: str = "school_bot") -> ActivationSheet:
    until = NOW + timedelta(days=14)
    return ActivationSheet("Школа № 1", title, slips, until, "Europe/Moscow", found_as)


def pages(sheet: ActivationSheet) -> list[str]:
    read = PdfReader(BytesIO(activation_sheet.make(RU, sheet).content))
    return [" ".join(page.extract_text().split()) for page in read.pages]


def test_a_slip_says_whose_it_is_and_how_to_come_in() -> None:
    (page,) = pages(a_sheet(a_slip(Part.GUARDIAN, Name("Анна", "Орлова"))))

    assert "Школа № 1 Орлова Анна родитель: Орлова Маша, 7А ABCD-EFGH-2345" in page
    assert "@school_bot" in page
    assert "Действует до 4 декабря." in page.replace("\xa0", " ")


def test_a_bot_without_a_name_is_told_of_in_words() -> None:
    (page,) = pages(a_sheet(a_slip(Part.STAFF, Name("Нина", "Грачёва")), found_as="", title=""))

    assert "сотрудник школы" in page
    assert "@" not in page
    assert "бота школы" in page


def test_a_class_of_thirty_five_fills_four_pages() -> None:
    assert len(pages(a_sheet(*[a_slip()] * 35))) == 4


def test_whatever_people_are_called_the_code_stays_whole() -> None:
    slips = [a_slip(Part.GUARDIAN, Name(one, one), a_strange_child(one)) for one in NASTY]

    for language in (RU, EN):
        read = PdfReader(BytesIO(activation_sheet.make(language, a_sheet(*slips)).content))
        told = "".join(page.extract_text() for page in read.pages)
        assert told.count(CODE) == len(slips)
