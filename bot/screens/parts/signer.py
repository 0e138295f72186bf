"""Signs what stands in links, in the program's time; each kind of link has its own purpose."""

import hashlib

from itsdangerous import TimestampSigner
from typing_extensions import override

from core.clock import Clock


class Signer(TimestampSigner):
    """Tells the program's time, and not the machine's."""

    def __init__(self, key: bytes, clock: Clock, purpose: str) -> None:
        super().__init__(key, salt=purpose, digest_method=hashlib.sha256)
        self._clock = clock

    @override
    def get_timestamp(self) -> int:
        return int(self._clock.now().timestamp())
