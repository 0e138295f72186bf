"""A failure is logged by its kind and its places; its words, which may name somebody, are not."""

import pytest
from structlog.testing import capture_logs

from bot.calls import read_kept
from bot.logs import log_failure, place_of, without_quotes


def test_a_failure_tells_the_programs_own_places_and_where_it_arose() -> None:
    with pytest.raises(ValueError, match="Expecting value") as broken:
        read_kept("Лугова Яна")

    with capture_logs() as said:
        log_failure("turn-failed", broken.value, update=7)

    (line,) = said
    ours, inside = line["trace"]
    assert (line["event"], line["error"], line["update"]) == ("turn-failed", "JSONDecodeError", 7)
    assert (ours.partition(":")[0], inside.partition(":")[0]) == (
        "bot/calls.py",
        "json/decoder.py",
    )
    assert "Лугова" not in str(line)


def test_a_failure_tells_what_caused_it() -> None:
    caused = ValueError("Лугова Яна")
    caused.__cause__ = OSError("disk")

    with capture_logs() as said:
        log_failure("job-failed", caused)

    assert [(one["error"], one["trace"]) for one in said] == [("ValueError by OSError", [])]
    assert place_of(caused) == ""


def test_what_telegram_quotes_of_a_message_is_left_out() -> None:
    said = 'Bad Request: can\'t parse entities: Unsupported start tag "лугова" at byte offset 7'

    told = without_quotes(said)

    assert told == 'Bad Request: can\'t parse entities: Unsupported start tag "…" at byte offset 7'
