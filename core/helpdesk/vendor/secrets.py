"""What must not reach the vendor: passwords, codes, tokens, links that open the bot."""

import re
from typing import Final

from core.access.secrets import STRUCK_OUT, struck_out

_WHOLE: Final = (
    re.compile(r"(?:https?://)?(?:www\.)?(?:t|telegram)\.me/\S+|tg://\S+", re.IGNORECASE),
    re.compile(r"\b\d{6,12}:[A-Za-z0-9_-]{30,}"),
    re.compile(r"\beyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]+){1,2}"),
    re.compile(r"(?<![\w./-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9_-]{24,}(?![\w./-])"),
)
_AFTER: Final = (
    re.compile(
        r"(?i)\b((?:[a-z_]*(?:token|secret|session|api_?key)|sid|auth)\s*[=:]\s*)[^\s&;,]+"
    ),
    re.compile(r"(?i)\b((?:токен\w*|ключ\w*\s+доступа)\s*[=:-]?\s*)(?=\S*[0-9A-Za-z])\S+"),
    re.compile(r"(?i)\b(bearer\s+)\S+"),
    re.compile(r"(?i)(://[^\s/:@]+:)[^\s/@]+(?=@)"),
)


_SAYS_SO: Final = re.compile(r"[:=]")


def is_told_secret(word: str) -> bool:
    """Say whether a single word is a link or says itself that it is a secret: labelled, a token.

    Without «:», «=» or a link, a word that only looks like a secret may be a login.
    """
    if _WHOLE[0].search(word) or _WHOLE[2].match(word):
        return True
    return bool(_SAYS_SO.search(word)) and for_strangers(word) != word


def for_strangers(text: str) -> str:
    """Return a text as people outside the school may read it."""
    said = struck_out(text).text
    for secret in _WHOLE:
        said = secret.sub(STRUCK_OUT, said)
    for labelled in _AFTER:
        said = labelled.sub(rf"\g<1>{STRUCK_OUT}", said)
    return said
