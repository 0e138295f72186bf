"""Dates and numbers as people write them. Babel formats before Fluent sees anything."""

from datetime import date, time
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, get_month_names
from babel.numbers import format_decimal, get_decimal_symbol

_LOCALES = {"ru": Locale("ru"), "en": Locale("en", "GB")}
_REMEMBERED = 2048


@lru_cache(_REMEMBERED)
def weekday_and_day(day: date, language: str) -> str:
    """Return «пт, 20 ноября»."""
    return format_date(day, "EEE, d MMMM", locale=_LOCALES[language])


@lru_cache(_REMEMBERED)
def day_and_month(day: date, language: str) -> str:
    """Return «20 ноября»."""
    return format_date(day, "d MMMM", locale=_LOCALES[language])


@lru_cache(_REMEMBERED)
def short_weekday(day: date, language: str) -> str:
    """Return «пт 20», short enough for seven buttons in a row."""
    return format_date(day, "EEE d", locale=_LOCALES[language])


@lru_cache(_REMEMBERED)
def short_month(day: date, language: str) -> str:
    """Return «нояб», as a calendar writes the month of a day."""
    return format_date(day, "LLL", locale=_LOCALES[language]).rstrip(".")


@lru_cache(_REMEMBERED)
def month_name(day: date, language: str) -> str:
    """Return «ноябрь», the month of a day by itself."""
    return format_date(day, "LLLL", locale=_LOCALES[language])


@lru_cache(1)
def month_names() -> tuple[tuple[int, str], ...]:
    """Return each month with its names as dates have them, in every language, in small letters."""
    return tuple(
        (month, name.casefold())
        for locale in _LOCALES.values()
        for month, name in get_month_names("wide", "format", locale).items()
    )


@lru_cache(_REMEMBERED)
def weekday_name(day: date, language: str) -> str:
    """Return «пт»."""
    return format_date(day, "EEEEEE", locale=_LOCALES[language])


@lru_cache(_REMEMBERED)
def weekday_in_full(day: date, language: str) -> str:
    """Return «Понедельник», as a line begins with it."""
    name = format_date(day, "cccc", locale=_LOCALES[language])
    return name[0].upper() + name[1:]


@lru_cache(_REMEMBERED)
def whole_day(day: date, language: str) -> str:
    """Return «20 ноября 2026 г.», for what is kept longer than a year."""
    return format_date(
        day, "d MMMM y 'г.'" if language == "ru" else "d MMMM y", locale=_LOCALES[language]
    )


@lru_cache(_REMEMBERED)
def stretch(first: date, last: date, language: str) -> str:
    """Return «16–22 ноября»."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_and_month(last, language)}"
    return f"{day_and_month(first, language)} – {day_and_month(last, language)}"


def numeric_day(day: date) -> str:
    """Return «20.11.2026», as a column of days has it."""
    return day.strftime("%d.%m.%Y")


def clock_time(at: time) -> str:
    """Return «08:30», as a timetable shows it in both languages."""
    return at.strftime("%H:%M")


def exact(number: Decimal, language: str) -> str:
    """Return a mean with the places that the school rounds to: «4,50»."""
    return str(number).replace(".", get_decimal_symbol(_LOCALES[language]))


@lru_cache(_REMEMBERED)
def plain(number: Decimal, language: str) -> str:
    """Return a number without idle zeros: «1,5», «4»."""
    return format_decimal(number, locale=_LOCALES[language])
