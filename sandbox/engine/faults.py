"""What goes wrong on purpose: faults as values, and the plan that says which call meets which.

The plan only chooses; the fronts enact, each in its way: over HTTP a reset is a reset.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Delay:
    """The answer comes later, and then as `then` says, or as if nothing had happened."""

    seconds: float
    then: "Fault | None" = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A well-formed answer that says no: 429 with or without `retry_after`, 500, 401 ..."""

    error_code: int
    description: str
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """Any bytes for an answer: a proxy's page, half a JSON, an answer of another shape."""

    status: int
    body: str
    content_type: str = "application/json"
    accepted: bool = False
    """Whether Telegram did what it was asked before this answer."""


@dataclass(frozen=True, slots=True)
class Reset:
    """The connection breaks, before or after Telegram accepted the request."""

    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Silence:
    """No answer at all; the connection is held for so many seconds and then dropped."""

    seconds: float = 3600.0
    accepted: bool = True


Fault: TypeAlias = Delay | Refusal | RawAnswer | Reset | Silence


def flood(retry_after: int | None = None) -> Refusal:
    """Return a 429, also the one in ten thousand that does not say how long."""
    if retry_after is None:
        return Refusal(429, "Too Many Requests")
    parameters = {"retry_after": retry_after}
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", parameters)


def server_error() -> Refusal:
    """Return a 500 as Telegram words it."""
    return Refusal(500, "Internal Server Error")


def server_error_without_description() -> RawAnswer:
    """Return a 500 that breaks the promise of a description."""
    return RawAnswer(500, '{"ok":false,"error_code":500}')


def bad_gateway() -> RawAnswer:
    """Return the page of a proxy that did not reach Telegram."""
    page = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
    return RawAnswer(502, page, "text/html")


def malformed_json(*, accepted: bool = True) -> RawAnswer:
    """Return an answer cut in the middle."""
    return RawAnswer(200, '{"ok":true,"result":{"message_id":', accepted=accepted)


def wrong_shape(*, accepted: bool = True) -> RawAnswer:
    """Return an answer that is JSON and not what the method promises."""
    return RawAnswer(200, '{"ok":true,"result":{"surprise":[]}}', accepted=accepted)


@dataclass(slots=True)
class FaultRule:
    """Which calls meet a fault: all fields that are set must match."""

    fault: Fault
    method: str | None = None
    chat_id: int | None = None
    skip: int = 0
    """How many matching calls pass first."""
    times: int | None = 1
    """How many calls meet it; None for all that follow."""

    def meets(self, method: str, chat_id: str) -> bool:
        """Say whether this call is to go wrong, counting it."""
        if self.times == 0 or self.method not in (None, method):
            return False
        if self.chat_id is not None and str(self.chat_id) != chat_id:
            return False
        if self.skip:
            self.skip -= 1
            return False
        if self.times is not None:
            self.times -= 1
        return True


class FaultPlan:
    """Rules in order; the first that matches a call decides."""

    def __init__(self) -> None:
        self.rules: list[FaultRule] = []

    def add(self, rule: FaultRule) -> None:
        """Put a rule behind the others."""
        self.rules.append(rule)

    def clear(self) -> None:
        """Let everything go well again."""
        self.rules.clear()

    def draw(self, method: str, params: Mapping[str, Any]) -> Fault | None:
        """Return what goes wrong with this call, None when nothing does."""
        if not self.rules:
            return None
        chat_id = str(params.get("chat_id", ""))
        for rule in self.rules:
            if rule.meets(method, chat_id):
                self.rules = [kept for kept in self.rules if kept.times != 0]
                return rule.fault
        return None
