"""The forms that a setting may have: what is read from a school's file or word, and what not."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any, Protocol, TypeVar

Value_co = TypeVar("Value_co", covariant=True)

Written = str | int | bool
"""A value as a file or a command line writes it."""

_LEAP_YEAR = 2024


class Form(Protocol[Value_co]):
    """One form: `expected` names it in a notation that people of any language read."""

    @property
    def expected(self) -> str:
        """Return what fits."""
        ...

    def read(self, found: object) -> Value_co:
        """Return the value; raise ValueError where what was found does not fit."""
        ...

    def written(self, value: Any) -> Written:  # noqa: ANN401 - a value of this form
        """Return a value as it is written."""
        ...


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two bounds, both included."""

    least: int
    most: int

    @property
    def expected(self) -> str:
        """Return the bounds."""
        return f"{self.least}…{self.most}"

    def read(self, found: object) -> int:
        """Return the number; text is read as well, for a command line has nothing else."""
        number = int(found) if isinstance(found, str) else found
        if isinstance(number, bool) or not isinstance(number, int):
            raise ValueError(found)  # noqa: TRY004 - one class for all that does not fit
        if not self.least <= number <= self.most:
            raise ValueError(found)
        return number

    def written(self, value: int) -> Written:
        """Return the number."""
        return value


@dataclass(frozen=True, slots=True)
class Truth:
    """Yes or no."""

    expected: str = "true | false"

    def read(self, found: object) -> bool:
        """Return the truth of `true` and `false`."""
        if isinstance(found, bool):
            return found
        return {"true": True, "false": False}[_known(found, ("true", "false"))]

    def written(self, value: bool) -> Written:  # noqa: FBT001 - a value
        """Return the truth."""
        return value


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of some words."""

    words: tuple[str, ...]

    @property
    def expected(self) -> str:
        """Return the words."""
        return " | ".join(self.words)

    def read(self, found: object) -> str:
        """Return the word."""
        return _known(found, self.words)

    def written(self, value: str) -> Written:
        """Return the word."""
        return str(value)


@dataclass(frozen=True, slots=True)
class Minutes:
    """A stretch of time in whole minutes."""

    form: Whole

    @property
    def expected(self) -> str:
        """Return the bounds in minutes."""
        return self.form.expected

    def read(self, found: object) -> timedelta:
        """Return the stretch."""
        return timedelta(minutes=self.form.read(found))

    def written(self, value: timedelta) -> Written:
        """Return the minutes."""
        return int(value.total_seconds() // 60)


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of time in whole days."""

    form: Whole

    @property
    def expected(self) -> str:
        """Return the bounds in days."""
        return self.form.expected

    def read(self, found: object) -> timedelta:
        """Return the stretch."""
        return timedelta(days=self.form.read(found))

    def written(self, value: timedelta) -> Written:
        """Return the days."""
        return value.days


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The hours of the school's zone in which nothing but alerts is sent; may span midnight."""

    begin: time = time(21)
    end: time = time(7)


@dataclass(frozen=True, slots=True)
class Hours:
    """Two times of a day, or `off`."""

    expected: str = "HH:MM-HH:MM | off"

    def read(self, found: object) -> QuietHours | None:
        """Return the hours; None where they are off."""
        if found == "off":
            return None
        begin, end = str(found).split("-")
        hours = QuietHours(time.fromisoformat(begin.strip()), time.fromisoformat(end.strip()))
        if hours.begin == hours.end:
            raise ValueError(found)
        return hours

    def written(self, value: QuietHours | None) -> Written:
        """Return the hours as they are read."""
        return f"{value.begin:%H:%M}-{value.end:%H:%M}" if value else "off"


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of a day, to the minute."""

    expected: str = "HH:MM"

    def read(self, found: object) -> time:
        """Return the time."""
        at = time.fromisoformat(str(found))
        if at != time(at.hour, at.minute):
            raise ValueError(found)
        return at

    def written(self, value: time) -> Written:
        """Return the time as it is read."""
        return f"{value:%H:%M}"


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day of each year, as `MM-DD`."""

    expected: str = "MM-DD"

    def read(self, found: object) -> tuple[int, int]:
        """Return month and day; the 29th of February comes too seldom to be a term."""
        month, day = (int(one) for one in str(found).split("-"))
        known = date(_LEAP_YEAR + 1, month, day)
        return known.month, known.day

    def written(self, value: tuple[int, int]) -> Written:
        """Return the day as it is read."""
        return f"{value[0]:02d}-{value[1]:02d}"


@dataclass(frozen=True, slots=True)
class Dates:
    """Days that a document names, as `YYYY-MM-DD, YYYY-MM-DD`, or `off`."""

    expected: str = "YYYY-MM-DD, … | off"

    def read(self, found: object) -> tuple[date, ...]:
        """Return the days in order, each once; none where they are off."""
        if found == "off":
            return ()
        return tuple(sorted({date.fromisoformat(one.strip()) for one in str(found).split(",")}))

    def written(self, value: tuple[date, ...]) -> Written:
        """Return the days as they are read."""
        return ", ".join(one.isoformat() for one in value) or "off"


def _known(found: object, words: tuple[str, ...]) -> str:
    if not isinstance(found, str) or found not in words:
        raise ValueError(found)
    return found
