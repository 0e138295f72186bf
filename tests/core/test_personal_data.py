"""What can be said to be right, what is kept already, and where a person stands (W2)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from core.access.connections import Connection, Part
from core.access.mail_addresses import AddressWrong
from core.access.people import Child, Name, Role
from core.access.personal_data.data import (
    DataField,
    DataWordsWrong,
    NameWrong,
    PersonalData,
    PhoneWrong,
    hidden_email,
    hidden_phone,
    is_grown,
    is_kept,
    may_answer,
    the_words,
)
from core.access.personal_data.of_class import Standing, asked_of, end_of, in_order, standing_of
from core.access.personal_data.records import (
    Correction,
    CorrectionState,
    DataAnswer,
    DataCheck,
    Said,
)
from core.ids import CorrectionId, PersonId, PupilId, SchoolId
from core.regulation.layers import profile_of
from core.regulation.profile import WrongProfile
from tests.core.builders import NOW

SCHOOL, MOTHER, BOY = SchoolId(1), PersonId(7), PupilId(PersonId(8))
SON = Child(BOY, Name("Семён", "Луговой", "Маркович"), "10А")
DATA = PersonalData(
    MOTHER, SCHOOL, Name("Ева", "Лугова"), "+7 (978) 000-11-22", "Eva@mail.example", "", (SON,)
)
MONTH = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        (DataField.NAME, " Лугова\n Ева ", "Лугова Ева"),
        (DataField.PHONE, "8 (978) 000-11-22", "8 (978) 000-11-22"),
        (DataField.PHONE, "+79780001122", "+79780001122"),
        (DataField.EMAIL, "<eva@mail.example>", "eva@mail.example"),
        (DataField.CHILD, "7Б", "7Б"),
        (DataField.OTHER, "Телефона больше нет", "Телефона больше нет"),
        (DataField.OTHER, "я" * 300, "я" * 300),
    ],
)
def test_words_are_taken_in_one_line(field: DataField, text: str, said: str) -> None:
    assert the_words(field, text) == said


@pytest.mark.parametrize(
    ("field", "text", "refused"),
    [
        (DataField.OTHER, "", DataWordsWrong),
        (DataField.OTHER, " … 🐱 ", DataWordsWrong),
        (DataField.OTHER, "я" * 301, DataWordsWrong),
        (DataField.NAME, "Ева", NameWrong),
        (DataField.NAME, "Лугова Ева 2", NameWrong),
        (DataField.NAME, "Лугова " + "Ева" * 50, NameWrong),
        (DataField.PHONE, "112", PhoneWrong),
        (DataField.PHONE, "1" * 16, PhoneWrong),
        (DataField.PHONE, "8 978 000 11 22 мама", PhoneWrong),
        (DataField.EMAIL, "eva", AddressWrong),
    ],
)
def test_what_says_nothing_of_the_field_is_refused(
    field: DataField, text: str, refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        the_words(field, text)


@pytest.mark.parametrize(
    ("field", "said", "about", "kept"),
    [
        (DataField.NAME, "лугова ева", MOTHER, True),
        (DataField.NAME, "Ева Лугова", MOTHER, True),
        (DataField.NAME, "Лугова Ева Петровна", MOTHER, False),
        (DataField.PHONE, "89780001122", MOTHER, True),
        (DataField.PHONE, "89780001123", MOTHER, False),
        (DataField.EMAIL, "eva@mail.example", MOTHER, True),
        (DataField.EMAIL, "eve@mail.example", MOTHER, False),
        (DataField.CHILD, "10а", BOY, True),
        (DataField.CHILD, "Луговой Семен Маркович", BOY, True),
        (DataField.CHILD, "Луговой Семён", BOY, False),
        (DataField.CHILD, "10А", MOTHER, False),
        (DataField.OTHER, "Лугова Ева", MOTHER, False),
    ],
)
def test_what_the_files_say_by_now_is_kept(
    field: DataField, said: str, about: PersonId, *, kept: bool
) -> None:
    assert is_kept(field, said, DATA, about) is kept


def test_nothing_is_kept_where_the_files_say_nothing() -> None:
    nobody = PersonalData(MOTHER, SCHOOL, Name("", ""), children=(Child(BOY, Name("", "")),))

    assert not is_kept(DataField.PHONE, "89780001122", nobody, MOTHER)
    assert not is_kept(DataField.CHILD, "10А", nobody, BOY)


@pytest.mark.parametrize(
    ("title", "grown"), [("10А", True), ("11", True), ("9Б", False), ("", False), ("Клуб", False)]
)
def test_the_grade_says_who_is_grown(title: str, *, grown: bool) -> None:
    assert is_grown(title, 10) is grown


def test_guardians_and_grown_pupils_answer_and_staff_does_not() -> None:
    pupil, staff = (
        PersonalData(BOY, SCHOOL, SON.name, class_title="10А"),
        frozenset({Role.TEACHER}),
    )

    assert may_answer(DATA, frozenset({Role.GUARDIAN}), 10)
    assert may_answer(pupil, frozenset({Role.PUPIL}), 10)
    assert not may_answer(pupil, frozenset({Role.PUPIL}), 11)
    assert not may_answer(PersonalData(MOTHER, SCHOOL, SON.name), staff, 10)


@pytest.mark.parametrize(
    ("phone", "hidden"), [("+7 (978) 000-11-22", "••• 22"), ("5", "••• 5"), ("", ""), ("нет", "")]
)
def test_a_phone_is_shown_by_its_last_digits(phone: str, hidden: str) -> None:
    assert hidden_phone(phone) == hidden


def test_an_address_is_shown_by_its_first_letter() -> None:
    assert (hidden_email("eva@mail.example"), hidden_email("")) == ("e•••@mail.example", "")


def a_correction(state: CorrectionState = CorrectionState.OPEN) -> Correction:
    said = Said(SCHOOL, MOTHER, MOTHER, DataField.PHONE, "1")
    return Correction(CorrectionId(1), said, NOW, state)


def a_connection(
    person: PersonId = MOTHER,
    part: Part = Part.GUARDIAN,
    pupil: Child = SON,
    came_at: datetime | None = NOW,
) -> Connection:
    return Connection(person, Name("Ева", "Лугова"), part, pupil, came_at)


def a_check(answer: DataAnswer | None = None) -> DataCheck:
    return DataCheck(MOTHER, MONTH, MONTH, answer)


@pytest.mark.parametrize(
    ("check", "said", "came_at", "reached", "standing"),
    [
        (None, [], NOW, True, Standing.SILENT),
        (None, [], None, False, Standing.OUTSIDE),
        (None, [], None, True, Standing.OUTSIDE),
        (None, [], NOW, False, Standing.OUTSIDE),
        (a_check(), [], NOW, False, Standing.OUTSIDE),
        (a_check(DataAnswer.WRONG), [], NOW, False, Standing.WRONG),
        (a_check(), [], NOW, True, Standing.SILENT),
        (a_check(DataAnswer.RIGHT), [], NOW, True, Standing.RIGHT),
        (a_check(DataAnswer.RIGHT), [], None, False, Standing.RIGHT),
        (a_check(DataAnswer.WRONG), [], NOW, True, Standing.WRONG),
        (None, [a_correction()], NOW, True, Standing.WRONG),
        (None, [a_correction()], None, False, Standing.WRONG),
        (None, [a_correction(CorrectionState.ENTERED)], NOW, True, Standing.SILENT),
        (
            a_check(DataAnswer.RIGHT),
            [a_correction(CorrectionState.ENTERED)],
            NOW,
            True,
            Standing.RIGHT,
        ),
    ],
)
def test_where_a_person_stands(
    check: DataCheck | None,
    said: list[Correction],
    came_at: datetime | None,
    reached: bool,
    standing: Standing,
) -> None:
    found = standing_of(a_connection(came_at=came_at), check, said, reached=reached)

    assert found is standing


def test_a_guardian_of_two_is_one_person_and_a_young_pupil_is_none() -> None:
    young = Child(PupilId(PersonId(9)), Name("Яна", "Лугова"), "7А")
    found = asked_of(
        [
            a_connection(),
            a_connection(pupil=young),
            a_connection(BOY, Part.PUPIL),
            a_connection(young.pupil, Part.PUPIL, young),
        ],
        10,
    )

    persons = in_order(found, {MOTHER: a_check(DataAnswer.WRONG)}, [a_correction()], {BOY})

    assert [(one.person, len(one.pupils), one.standing) for one in persons] == [
        (MOTHER, 2, Standing.WRONG),
        (BOY, 1, Standing.SILENT),
    ]
    assert (persons[0].fields, persons[0].waits) == ((DataField.PHONE,), True)


@pytest.mark.parametrize(
    ("month", "end"),
    [(MONTH, "2026-12-01T00:00+03:00"), (date(2026, 12, 1), "2027-01-01T00:00+03:00")],
)
def test_a_month_ends_at_midnight_of_the_school(month: date, end: str) -> None:
    assert end_of(month, ZoneInfo("Europe/Moscow")) == datetime.fromisoformat(end)


@pytest.mark.parametrize("found", [-1, 29, "10th"])
def test_a_day_that_some_months_lack_is_refused(found: object) -> None:
    with pytest.raises(WrongProfile):
        profile_of("a", [], {"personal_data.asked_on": found})
