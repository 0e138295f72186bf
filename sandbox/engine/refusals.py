"""How Telegram says no: the code, the sentence and the parameters of an answer that is not ok."""

from typing import Any

from typing_extensions import override


class Refused(Exception):
    """Telegram took the request, read it and declined."""

    def __init__(
        self, error_code: int, description: str, parameters: dict[str, Any] | None = None
    ) -> None:
        super().__init__(description)
        self.error_code = error_code
        self.description = description
        self.parameters = parameters or {}


class CannotYet(Refused):
    """A method of Telegram that this stand-in does not know."""

    def __init__(self, method: str) -> None:
        super().__init__(404, "Not Found: method not found")
        self.method = method

    @override
    def __str__(self) -> str:
        return f"the sandbox cannot {self.method} yet"


def bad_request(sentence: str) -> Refused:
    """Return a refusal of the request itself; repeating it would not help."""
    return Refused(400, f"Bad Request: {sentence}")


def forbidden(sentence: str) -> Refused:
    """Return a refusal by the person or the chat, not by the request."""
    return Refused(403, f"Forbidden: {sentence}")


def conflict(sentence: str) -> Refused:
    """Return a refusal because somebody else already does this for the same bot."""
    return Refused(409, f"Conflict: {sentence}")


def too_many_requests(retry_after: int) -> Refused:
    """Return a refusal that asks for silence of so many seconds."""
    return Refused(
        429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after}
    )
