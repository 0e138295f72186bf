"""What a family may say of an absence, and what may become of it, and until when. Pure rules."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from core.diary.excuses.rules import Claim, Excuse, ExcuseState
from core.errors import RuleBroken
from core.wording import said_in_a_line

AHEAD: Final = timedelta(days=14)
"""How far ahead a family announces; a longer absence is announced anew, or by a document."""

ANSWERED_WITHIN: Final = timedelta(days=7)
"""For how long after the day the family may give a reason here; then only a document does."""

WORD_LENGTH: Final = 300
"""How long a reason, a decision's word or a document's name may be."""


class DaysOutOfReach(RuleBroken):
    """Ahead is announced from today on, and at most for two weeks."""

    code = "days-out-of-reach"


class AlreadyExcused(RuleBroken):
    """The family has spoken of these lessons already."""

    code = "already-excused"


class AnsweredByFamily(RuleBroken):
    """The family has answered already; who of it and what stays with the family."""

    code = "answered-by-family"


class TooLateToAnswer(RuleBroken):
    """The day is long past: now only a document helps."""

    code = "too-late-to-answer"


class NothingToExcuse(RuleBroken):
    """The absence was taken back, or its reason is known to the journal."""

    code = "nothing-to-excuse"


class AlreadyDecided(RuleBroken):
    """The class teacher has decided, or the family has taken the excuse back."""

    code = "already-decided"


class DaysOver(RuleBroken):
    """The days of an accepted excuse are over: it stays as it was, until a document is there."""

    code = "days-over"


class ReasonDeclined(RuleBroken):
    """The class teacher did not take the reason: the family may give another, with a document."""

    code = "reason-declined"


class NotMissed(RuleBroken):
    """The journal misses the pupil from no lesson of the day: there is nothing to alarm about."""

    code = "not-missed"


class NotSought(RuleBroken):
    """Nobody looks for the pupil: no alarm was raised that day, or it is over."""

    code = "not-sought"


def must_be_in_reach(claim: Claim, today: date, said: Sequence[Excuse]) -> None:
    """Raise DaysOutOfReach for days that a family does not announce any more, or not yet.

    A day whose reason was declined is answered for anew as long as an alert is.
    """
    days = claim.days
    if not days or max(days) > today + AHEAD:
        raise DaysOutOfReach
    declined = {day for one in said if one.state is ExcuseState.DECLINED for day in one.claim.days}
    if any(day < today - ANSWERED_WITHIN or day not in declined for day in days if day < today):
        raise DaysOutOfReach
    if claim.numbers and len(days) > 1:
        raise DaysOutOfReach


def must_be_in_time(day: date, today: date, *, within: timedelta) -> None:
    """Raise TooLateToAnswer when the day is further back than `within`."""
    if not day <= today <= day + within:
        raise TooLateToAnswer


def overlaps(claim: Claim, excuses: Iterable[Excuse]) -> bool:
    """Say whether an excuse that counts speaks of a lesson that the claim speaks of too."""
    return any(
        one.stands
        and set(claim.days) & set(one.claim.days)
        and _share(claim.numbers, one.claim.numbers)
        for one in excuses
    )


def _share(numbers: Sequence[int], others: Sequence[int]) -> bool:
    return not numbers or not others or not set(numbers).isdisjoint(others)


def can_fall(excuse: Excuse, today: date) -> bool:
    """Say whether an excuse can be declined or taken back: it waits, or has days that are left."""
    accepted = excuse.state is ExcuseState.ACCEPTED and max(excuse.claim.days) >= today
    return excuse.state is ExcuseState.WAITING or accepted


def falls_from(excuse: Excuse, today: date) -> date | None:
    """Return from which day on an excuse is declined or taken back; None is all of it.

    What was accepted for days that are over stays so. Raise where nothing can fall any more.
    """
    if can_fall(excuse, today):
        begun = excuse.state is ExcuseState.ACCEPTED and min(excuse.claim.days) < today
        return today if begun else None
    raise DaysOver if excuse.state is ExcuseState.ACCEPTED else AlreadyDecided


def fallen(excuse: Excuse, since: date | None, state: ExcuseState, word: str = "") -> Excuse:
    """Return an excuse that was declined or taken back from a day on: earlier days left it."""
    days = tuple(one for one in excuse.claim.days if since is None or one >= since)
    return replace(excuse, claim=replace(excuse.claim, days=days), state=state, verdict=word)


def the_word(text: str, *, needed: bool) -> str:
    """Return a word as it is kept; raise TextWrong where it is missing or too long."""
    return said_in_a_line(text, longest=WORD_LENGTH, needed=needed)
