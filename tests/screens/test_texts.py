"""Texts: complete in each language, each used, escaped exactly once, and quick."""

import re
from datetime import date
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor
from hypothesis import given
from hypothesis import strategies as st

from bot.screens.diary.days import diary_week
from bot.texts import generate_keys
from bot.texts.formats import stretch
from bot.texts.html import Html, cut, escaped, mid_sentence, units
from bot.texts.speech import LANGUAGES, WrongText
from sandbox.engine.text.html import parse_html
from tests.screens.views import (
    MONDAY,
    MOTHER_OF_TWO,
    RU,
    TEXTS,
    a_diary_lesson,
    a_shown_mark,
    a_week,
)

BOT = Path(generate_keys.__file__).parents[1]
KEYS = generate_keys.keys_of("ru")
SOURCES = "".join(
    one.read_text(encoding="utf-8") for one in BOT.rglob("*.py") if one.name != "keys.py"
)


class Arguments(Visitor):
    """Collects which arguments a text takes."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - fluent's
        self.names.add(node.id.name)


def _messages(language: str) -> dict[str, Message]:
    parser = FluentParser()
    return {
        entry.id.name: entry
        for file in (BOT / "texts" / language).glob("*.ftl")
        for entry in parser.parse(file.read_text(encoding="utf-8")).body
        if isinstance(entry, Message)
    }


def _arguments(message: Message) -> set[str]:
    found = Arguments()
    found.visit(message)
    return found.names


def _source(language: str) -> str:
    return "".join(
        one.read_text(encoding="utf-8") for one in (BOT / "texts" / language).glob("*.ftl")
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_key(language: str) -> None:
    assert generate_keys.keys_of(language) == KEYS


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_takes_the_same_arguments(language: str) -> None:
    russian = {key: _arguments(one) for key, one in _messages("ru").items()}

    assert {key: _arguments(one) for key, one in _messages(language).items()} == russian


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_left_unread_by_the_parser(language: str) -> None:
    body = FluentParser().parse(_source(language)).body

    assert [entry for entry in body if type(entry).__name__ == "Junk"] == []


def test_no_key_stands_twice() -> None:
    assert len(KEYS) == len(set(KEYS))


def test_the_typed_keys_are_those_of_the_texts() -> None:
    assert (BOT / "texts" / "keys.py").read_text(encoding="utf-8") == generate_keys.source()


@pytest.mark.parametrize("key", KEYS)
def test_a_key_is_used(key: str) -> None:
    assert f'"{key}"' in SOURCES


@pytest.mark.parametrize("language", LANGUAGES)
def test_markup_is_bold_and_nothing_else(language: str) -> None:
    assert set(re.findall(r"<[^>]*>", _source(language))) == {"<b>", "</b>"}


def test_no_button_and_no_toast_holds_markup() -> None:
    labelled = set(re.findall(r'label\(\s*"([a-z-]+)"', SOURCES))

    marked = {key for key, one in _messages("ru").items() if "<b>" in _pattern(one)}

    assert labelled & marked == set()


def _pattern(message: Message) -> str:
    return str(message.to_json())


@pytest.mark.parametrize(
    ("code", "language"),
    [("ru", "ru"), ("en-GB", "en"), ("EN", "en"), ("uk", "ru"), ("", "ru")],
)
def test_a_language_never_heard_of_is_answered_in_russian(code: str, language: str) -> None:
    assert TEXTS.of(code).language == language


@given(st.text(max_size=200))
def test_a_text_from_outside_is_escaped_exactly_once(text: str) -> None:
    said = RU.say("bullet", what=escaped(text))

    assert said == RU.say("bullet", what=text)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=200))
def test_a_person_reads_what_was_written(text: str) -> None:
    said = RU.say("bullet", what=text)

    assert parse_html(said)[0].replace("\xa0", " ") == f"• {text}".replace("\xa0", " ")


def test_html_passes_as_it_is() -> None:
    assert RU.say("bullet", what=Html("<b>4</b>")) == "• <b>4</b>"


def test_a_break_within_a_name_breaks_no_screen() -> None:
    assert RU.say("bullet", what="Маша\r\n\x00Орлова") == "• Маша Орлова"


def test_a_number_sign_and_a_paragraph_stay_with_their_number() -> None:
    assert RU.label("bullet", what="§ 12, шк. № 5") == "• §\xa012, шк.\xa0№\xa05"


def test_a_missing_argument_is_no_silent_gap() -> None:
    with pytest.raises(WrongText):
        RU.say("bullet")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.integers(2, 30))
def test_a_cut_text_fits_as_telegram_counts(text: str, most: int) -> None:
    assert units(cut(text, most)) <= most


@pytest.mark.parametrize(
    ("title", "within"),
    [("Алгебра", "алгебра"), ("ИЗО", "ИЗО"), ("Я", "Я"), ("", ""), ("английский", "английский")],
)
def test_a_title_is_small_within_a_sentence(title: str, within: str) -> None:
    assert mid_sentence(title) == within


def test_short_texts_that_come_again_are_not_formatted_again() -> None:
    marked = (a_shown_mark(), a_shown_mark("4"))
    week = a_week(*(a_diary_lesson(MONDAY, number, marks=marked) for number in range(1, 8)))
    diary_week(RU, MOTHER_OF_TWO, week)
    formatted = RU._remembered.cache_info().misses

    diary_week(RU, MOTHER_OF_TWO, week)

    assert RU._remembered.cache_info().misses == formatted


def test_a_stretch_over_two_months_names_both() -> None:
    assert stretch(date(2026, 11, 30), date(2026, 12, 6), "ru") == "30 ноября – 6 декабря"
