"""How large a picture is, told by its first bytes."""

import struct

import pytest

from sandbox.engine.pictures import size_of
from tests.sandbox.builders import a_png

JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 5, 4)
WEBP = b"RIFF\x00\x00\x00\x00WEBP"


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (a_png(4, 5), (4, 5)),
        (JPEG, (4, 5)),
        (b"GIF89a" + struct.pack("<HH", 4, 5), (4, 5)),
        (WEBP + b"VP8 " + bytes(10) + struct.pack("<HH", 4, 5), (4, 5)),
        (WEBP + b"VP8L" + bytes(5) + struct.pack("<I", 3 | 4 << 14), (4, 5)),
        (WEBP + b"VP8X" + bytes(8) + b"\x03\x00\x00\x04\x00\x00", (4, 5)),
        (WEBP + b"else", None),
        (b"\xff\xd8\xff", None),
        (b"\xff\xd8none", None),
        (b"%PDF-1.7", None),
    ],
)
def test_width_and_height(content: bytes, size: tuple[int, int] | None) -> None:
    assert size_of(content) == size
