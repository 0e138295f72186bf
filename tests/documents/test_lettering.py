"""The shipped letters are all there, and what is not there breaks nothing."""

from pathlib import Path
from string import ascii_letters, digits

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from bot.documents.lettering import (
    broken,
    drawable,
    fitted,
    font_files,
    known_letters,
    width_of,
)
from bot.documents.subset_fonts import write_fonts

RUSSIAN = "".join(map(chr, range(ord("А"), ord("я") + 1))) + "Ёё"
UKRAINIAN = "ҐґЄєІіЇї’"
CRIMEAN_TATAR = "ÂâÇçĞğIıİiÑñÖöŞşÜü"
SIGNS = "«»–—…№§°±×−≤≥•₽%&<>\"'"


@pytest.mark.parametrize(
    "letters", [ascii_letters, digits, RUSSIAN, UKRAINIAN, CRIMEAN_TATAR, SIGNS]
)
def test_every_letter_of_the_schools_languages_can_be_drawn(letters: str) -> None:
    assert drawable(letters) == letters


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Котова 🐱", "Котова □"),
        ("👩‍👩‍👧‍👦", "□"),
        ("漢字 и кана", "□ и кана"),
        ("две\nстроки", "две строки"),
        ("\u202eоборот", "оборот"),
    ],
)
def test_what_no_letter_is_there_for_is_a_box(text: str, shown: str) -> None:
    assert drawable(text) == shown


def test_a_text_that_is_too_wide_is_shortened_and_says_so() -> None:
    short = fitted("Основы духовно-нравственной культуры", 12, 100)

    assert short.endswith("…")
    assert width_of(short, 12) <= 100
    assert fitted("ИЗО", 12, 100) == "ИЗО"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("слово", ["слово"]),
        ("одно другое третье", ["одно другое", "третье"]),
        ("одно другое третье четвёртое", ["одно другое", "третье четвё…"]),
    ],
)
def test_a_text_is_broken_between_words_into_so_many_lines(text: str, lines: list[str]) -> None:
    width = width_of("третье четвё…", 12) + 1

    assert broken(text, 12, width, most=2) == lines


def test_the_shipped_fonts_are_what_the_script_makes(tmp_path: Path) -> None:
    shipped = Path(font_files()[0]).parent

    write_fonts(shipped, tmp_path)

    made = TTFont("made", str(tmp_path / "DejaVuSans.ttf")).face.charToGlyph
    assert set(map(chr, made)) >= known_letters()
    assert "Bitstream" in (shipped / "LICENSE.txt").read_text("utf-8")
