"""Refusals: a clear sentence, what to do, and never a trace of what was asked for."""

from datetime import timedelta

import pytest

from bot.screens.people.menu import menu
from bot.screens.people.persons import stranger
from bot.screens.people.refusals import aside, refusal, told
from core.access.people import Actor
from core.errors import (
    AccessRefused,
    CodeExpired,
    CodeRefused,
    CodeUnknown,
    CodeUsed,
    NotActivated,
    NotFound,
    PupilAmongStaff,
    Refusal,
    RuleBroken,
    TooManyTries,
)
from core.journal.marking import CellTaken
from tests.core.builders import NOW, an_actor
from tests.screens.views import MOTHER_OF_ONE, RU, SPEECHES, read

NOBODY = an_actor()
SAID = [
    (Refusal(), "Сейчас не получилось."),
    (AccessRefused(), "Этот экран вам не открыт."),
    (NotFound(), "Этой записи больше нет."),
    (RuleBroken(), "Правила журнала этого не разрешают."),
    (CellTaken(), "В этой клетке уже стоит отметка."),
    (CodeRefused(), "Код не подошёл."),
    (CodeUnknown(), "Такой код не подошёл."),
    (CodeUsed(), "Этот код уже использован"),
    (PupilAmongStaff(), "Код верный и не израсходован"),
    (CodeExpired(), "Срок этого кода прошёл."),
]


@pytest.mark.parametrize(("refused", "sentence"), SAID)
def test_a_refusal_is_a_sentence_above_the_menu(refused: Refusal, sentence: str) -> None:
    screen = refusal(RU, refused, actor=MOTHER_OF_ONE, now=NOW)

    assert screen.text.startswith(sentence)
    assert read(screen)[-1] == "Что показать?"
    assert screen.buttons == menu(RU, MOTHER_OF_ONE).buttons
    assert screen.alert


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        (timedelta(minutes=10), "10 минут "),
        (timedelta(minutes=3, seconds=1), "4 минуты "),
        (timedelta(seconds=2), "1 минуту "),
        (timedelta(), "1 минуту "),
    ],
)
def test_who_guessed_too_often_hears_how_long_to_wait(wait: timedelta, said: str) -> None:
    screen = refusal(RU, TooManyTries(NOW + wait), actor=NOBODY, now=NOW)

    assert said in screen.text
    assert screen.buttons == ()


@pytest.mark.parametrize("actor", [NOBODY, MOTHER_OF_ONE])
def test_a_stranger_sees_how_to_come_in_whatever_was_tapped(actor: Actor) -> None:
    assert refusal(RU, NotActivated(), actor=actor, now=NOW) == stranger(RU)


def test_a_stranger_gets_no_aside() -> None:
    assert aside(RU, NOBODY, "old-button") == stranger(RU)


def test_an_old_button_is_told_as_a_window_and_as_the_menu() -> None:
    screen = aside(RU, MOTHER_OF_ONE, "old-button")

    assert screen.toast == "Эта кнопка устарела. Ниже то, что открыть можно."
    assert read(screen) == [screen.toast, "Что показать?"]


@pytest.mark.parametrize("speech", SPEECHES)
@pytest.mark.parametrize("refused", [one for one, _ in SAID])
def test_a_window_fits(speech: object, refused: Refusal) -> None:
    screen = refusal(speech, refused, actor=MOTHER_OF_ONE, now=NOW)  # type: ignore[arg-type]  # both languages

    assert screen.toast is not None
    assert len(screen.toast) <= 200


def test_a_sentence_with_signs_is_escaped_once() -> None:
    screen = told(RU, NOBODY, "a < b & c")

    assert screen.text == "a &lt; b &amp; c"
    assert screen.toast == "a < b & c"
