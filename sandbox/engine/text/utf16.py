"""Lengths and offsets in UTF-16 code units, in which Telegram counts."""

from itertools import accumulate

LAST_SINGLE = "\uffff"


def length(text: str) -> int:
    """Return how many UTF-16 code units a text takes."""
    if text.isascii() or max(text) <= LAST_SINGLE:
        return len(text)
    return len(text) + sum(character > LAST_SINGLE for character in text)


def offsets(text: str) -> list[int]:
    """Return where each character begins, and at the end the whole length."""
    widths = (2 if character > LAST_SINGLE else 1 for character in text)
    return list(accumulate(widths, initial=0))
