"""What is struck out of a ticket before it is kept, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.access.codes import new_code
from core.access.secrets import STRUCK_OUT, struck_out
from core.helpdesk.tickets.secrets import without_secrets
from core.messages.content import Content, RichText, SentFile, Span, Style

TABLE = {
    "пароль: qwerty": "пароль: •••",
    "Пароль = ромашка, не пускает": "Пароль = ••• не пускает",
    "мой пароль Qwe123!": "мой пароль •••",
    "пароль у неё такой: zima2020": "пароль у неё такой: •••",
    "логин ivanov, пароль\nsecret12": "логин ivanov, пароль\n•••",
    "пароль — 12345678": "пароль — •••",
    "ПИН-код 4321": "ПИН-код •••",
    "пин 4321": "пин •••",
    "pass1234": "pass•••",
    "Логин pinaeva2010, Пинаева2010": "Логин pinaeva2010, Пинаева2010",
    "My password is hunter22": "My password is •••",
    "My password does not work": "My password does not work",
    "код активации: АВЕК-2345-ТУХС": "код активации: •••",
    "Ввожу abcd efg2 jklm": "Ввожу abcd efg2 jklm",
    "Ввожу ABCD EFG2 JKLM": "Ввожу •••",
    "Пароль не подходит": "Пароль не подходит",
    "пароль: не помню": "пароль: не помню",
    "Не могу войти, пароль от журнала забыл": "Не могу войти, пароль от журнала забыл",
    "код ошибки 502": "код ошибки 502",
    "Тема урок 2023 в 7А, кабинет 12": "Тема урок 2023 в 7А, кабинет 12",
    "ИНН 123456789012": "ИНН 123456789012",
    "": "",
}


@pytest.mark.parametrize("said", TABLE)
def test_a_secret_is_struck_out_and_nothing_else(said: str) -> None:
    kept = struck_out(said)

    assert (kept.text, kept.found) == (TABLE[said], TABLE[said] != said)


@given(st.text(alphabet="абвXY12 .,\n", max_size=30), st.text(alphabet="абв .,\n", max_size=30))
def test_no_code_of_ours_is_ever_kept(before: str, after: str) -> None:
    code = new_code()

    kept = struck_out(f"{before} {code} {after}")

    assert code not in kept.text
    assert kept.found


def test_emphasis_stays_with_its_words() -> None:
    said = RichText("пароль: qwerty помогите", (Span(Style.BOLD, 15, 23), Span(Style.CODE, 8, 14)))

    kept, found = without_secrets(Content(said))

    assert (kept.text.text, found) == ("пароль: ••• помогите", True)
    assert kept.text.spans == (Span(Style.BOLD, 12, 20), Span(Style.CODE, 8, 11))


def test_words_under_a_file_are_looked_at_too() -> None:
    file = SentFile(True, "photo", caption=RichText("пароль: qwerty"))

    kept, found = without_secrets(Content(files=(file,)))

    assert (kept.files[0].caption.text, kept.files[0].reference) == (
        "пароль: " + STRUCK_OUT,
        "photo",
    )
    assert found
