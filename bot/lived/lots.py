"""Lots that always fall alike: what differs from pupil to pupil and from day to day."""

from typing import Final
from zlib import crc32

_ALL: Final = 2**32


def lot(*of: object) -> float:
    """Return a number from 0 to below 1 that hangs on what it is drawn for alone."""
    return crc32("/".join(map(str, of)).encode()) / _ALL
