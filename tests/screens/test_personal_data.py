"""The monthly check of data fits with long names, with nobody and with nothing."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.callbacks.fields import LARGEST_ID
from bot.screens.news.message import news
from bot.screens.watch.class_check import class_check
from bot.screens.watch.data_corrections import (
    ask_why,
    ask_why_again,
    correction,
    corrections,
)
from bot.screens.watch.personal_data import ask_again, ask_right, choose_wrong, my_data, whose_data
from bot.texts import Speech
from core.access.connections import Part
from core.access.gate import Overseen
from core.access.people import Child, LedClass, Name
from core.access.personal_data.checking import MyData
from core.access.personal_data.correcting import CorrectionList, ShownCorrection
from core.access.personal_data.data import DataField, PersonalData
from core.access.personal_data.of_class import CheckedPerson, ClassCheck, Standing
from core.access.personal_data.records import Correction, CorrectionState, InPerson, Said
from core.ids import ClassId, CorrectionId, PersonId, PupilId, SchoolId
from core.notices.news.personal_data import CorrectionsNews, DataCheckNews, SettledNews
from core.regulation.profile import Profile
from tests.core.builders import NOW, a_guardian
from tests.screens.test_limits import FAMILIES, SPEAKING, WORDS, a_family, assert_fits, quick
from tests.screens.views import RU, labels, read

MONTH = date(2026, 11, 1)
PERSON, SCHOOL = PersonId(7), SchoolId(1)


def said(field: DataField, words: str, about: PersonId = PERSON, number: int = 1) -> Correction:
    return Correction(CorrectionId(number), Said(SCHOOL, PERSON, about, field, words), NOW)


def some_data(children: list[Child], word: str = "") -> PersonalData:
    return PersonalData(PERSON, SCHOOL, Name(word, word, word), word, word, word, tuple(children))


def some_view(data: PersonalData, *waiting: Correction, asked: bool = True) -> MyData:
    return MyData(a_guardian(), data, MONTH, None, waiting, asked)


@quick
@given(SPEAKING, FAMILIES, WORDS, st.integers(0, 10))
def test_the_own_data_fits(speech: Speech, family: list[Child], word: str, count: int) -> None:
    data = some_data(family, word)
    waiting = [said(DataField.CHILD, "я" * 300, family[0].pupil)] * count
    view = some_view(data, *waiting)

    assert_fits(my_data(speech, view, note="data-said"))
    assert_fits(choose_wrong(speech, view))
    for field in DataField:
        assert_fits(ask_right(speech, view, field, family[0].pupil))
    assert_fits(ask_again(speech, PERSON, "refusal-data-words"))
    assert_fits(whose_data(speech, a_family(family).members * 1))
    assert_fits(
        news(
            speech,
            [DataCheckNews(family[0].pupil, family[0].name, data, MONTH)],
            recipient=PERSON,
        )
    )


@quick
@given(SPEAKING, FAMILIES, WORDS, st.integers(0, 20), st.integers(0, 3))
def test_corrections_and_a_class_s_check_fit(
    speech: Speech, family: list[Child], word: str, count: int, page: int
) -> None:
    name = Name(word, word)
    shown = tuple(
        ShownCorrection(
            said(DataField.CHILD, "я" * 300, family[0].pupil, one + 1), name, family[0], word
        )
        for one in range(count)
    )
    listed = CorrectionList(a_guardian(), shown)
    ticked = InPerson(PERSON, name, NOW, ClassId(LARGEST_ID))
    checked = CheckedPerson(
        PERSON, name, Part.GUARDIAN, tuple(family), Standing.WRONG, tuple(DataField), waits=True
    )
    in_person = replace(checked, standing=Standing.RIGHT, in_person=ticked)
    persons = tuple(
        replace(in_person if number % 2 else checked, person=PersonId(LARGEST_ID - number))
        for number in range(count)
    )
    led = LedClass(ClassId(LARGEST_ID), word)
    view = ClassCheck(Overseen(a_guardian(), led), MONTH, MONTH, Profile(), persons, decides=True)

    assert_fits(corrections(speech, listed, page=page, note="correction-entered"))
    assert_fits(class_check(speech, view, page=page, reminded=count))
    assert_fits(ask_why_again(speech, CorrectionId(1)))
    for one in shown[:1]:
        assert_fits(correction(speech, listed, one.correction.id))
        assert_fits(ask_why(speech, one))
    about = PupilId(PERSON)
    for told in (
        CorrectionsNews(about, name, SCHOOL, shown),
        SettledNews(about, name, said(DataField.OTHER, "я" * 300)),
    ):
        assert_fits(news(speech, [told], recipient=PERSON))


def test_a_person_of_whom_nothing_is_kept_is_told_so() -> None:
    screen = my_data(RU, some_view(PersonalData(PERSON, SCHOOL, Name("Ева", "Лугова"))))

    assert read(screen) == [
        "✍️ Проверка данных · ноябрь",
        "Лугова Ева",
        "Телефон: не указан",
        "Почта: не указана",
        "Это записано в школе. Всё верно?",
    ]
    assert labels(screen) == [["Всё верно", "Есть ошибка"], ["Почему так", "Меню"]]


def test_a_pupil_who_is_not_asked_has_nothing_to_answer() -> None:
    screen = my_data(RU, some_view(some_data([], "Яна"), asked=False))

    assert read(screen)[-1].startswith("Данные проверяют родители.")
    assert labels(screen) == [["Почему так", "Меню"]]


def test_a_class_without_families_and_a_school_without_corrections_say_so() -> None:
    led = LedClass(ClassId(5), "7А")
    empty = ClassCheck(Overseen(a_guardian(), led), MONTH, MONTH, Profile(), ())

    assert read(class_check(RU, empty))[1].startswith("В классе пока некого спросить")
    assert read(corrections(RU, CorrectionList(a_guardian(), ()))) == [
        "✍️ Исправления данных. Ничего не ждёт."
    ]


def test_a_declined_correction_says_why() -> None:
    declined = Correction(
        CorrectionId(1),
        Said(SCHOOL, PERSON, PERSON, DataField.OTHER, "<b>"),
        NOW,
        CorrectionState.DECLINED,
        "Нет & нет",
    )
    told = SettledNews(PupilId(PERSON), Name("Ева", "Лугова"), declined)

    assert read(news(RU, [told], recipient=PERSON)) == [
        "✍️ Исправление не принято: Другое — «<b>»",
        "Причина: Нет & нет",
    ]
