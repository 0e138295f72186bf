"""The words and buttons for news of excuses and searches, and the answers under an alert."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import assert_never

from bot.callbacks.excuses import OpenAlert, OpenAnnouncing, OpenClaim
from bot.screens.excuses.announcing import replies
from bot.screens.excuses.claims import decide_row, in_words_button
from bot.screens.excuses.words import line_of, reason_of, state_of, when_of, word_line
from bot.screens.parts.naming import full_name
from bot.screens.parts.of_children import A_FEW, by_name
from bot.screens.parts.screen import Button, Rows, button
from bot.texts.formats import short_weekday, weekday_and_day
from bot.texts.html import NOTHING, Html, cut
from bot.texts.speech import Speech
from core.ids import PersonId, PupilId
from core.journal.values import AbsenceCode, ReasonState
from core.notices.news.excuses import ClaimNews, DecisionNews, ExcuseNews, SearchNews
from core.notices.news.journal import AbsenceNews, News

_BUTTONS = 3
_TITLE_LENGTH = 32


def excuse_block(speech: Speech, news: ExcuseNews, who: str) -> list[Html]:
    """Return one piece of news in full: who and what first."""
    match news:
        case ClaimNews():
            claim = news.excuse.claim
            return [
                speech.say("news-claim-head", who=who),
                speech.say(
                    "excuse-what", when=when_of(speech, claim), reason=reason_of(speech, claim)
                ),
                word_line(speech, claim),
                speech.say("claim-attached") if claim.attachment else NOTHING,
                speech.say("news-claim-by", name=full_name(speech, news.who)),
            ]
        case DecisionNews():
            claim = news.excuse.claim
            return [
                speech.say("news-decision-head", who=who or full_name(speech, news.child)),
                speech.say(
                    "excuse-what", when=when_of(speech, claim), reason=reason_of(speech, claim)
                ),
                state_of(speech, news.excuse),
                speech.say("excuse-next-steps", state=news.excuse.state.value),
            ]
        case SearchNews():
            return [_sought(speech, news, who), *_of_search(speech, news)]
        case _:
            assert_never(news)


def excuse_line(speech: Speech, news: ExcuseNews) -> Html:
    """Return one piece of news among others of the same child."""
    match news:
        case ClaimNews():
            claim = news.excuse.claim
            when, reason = when_of(speech, claim), reason_of(speech, claim)
            return speech.say("news-line-claim", when=when, reason=reason)
        case DecisionNews():
            return speech.say("news-line-decision", what=line_of(speech, news.excuse))
        case SearchNews():
            return speech.say("news-line-search", found=_found(news))
        case _:
            assert_never(news)


def _sought(speech: Speech, news: SearchNews, who: str) -> Html:
    title = cut(news.class_title, _TITLE_LENGTH)
    named = speech.label("child-in-class", name=who, **{"class": title}) if title else who
    return speech.say("news-search-head", who=named, found=_found(news))


def _of_search(speech: Speech, news: SearchNews) -> list[Html]:
    day, name = weekday_and_day(news.day, speech.language), full_name(speech, news.who)
    return [speech.say("news-search", found=_found(news), day=day, name=name)]


def _found(news: SearchNews) -> str:
    return "yes" if news.found else "no"


def excuse_buttons(speech: Speech, news: ExcuseNews) -> list[Button]:
    """Return where one piece of news leads."""
    match news:
        case ClaimNews():
            target = OpenClaim(excuse=news.excuse.id, anew=True)
            return [button(speech.label("claim-open"), target)]
        case DecisionNews():
            return [button(speech.label("excuse-others"), _announcing(news.about))]
        case SearchNews():
            # Whoever is of the administration has no diary to open, and needs none to look.
            return []
        case _:
            assert_never(news)


def _announcing(pupil: PupilId) -> OpenAnnouncing:
    return OpenAnnouncing(pupil=pupil, anew=True)


def asked_buttons(
    speech: Speech, told: Sequence[News], names: Mapping[PupilId, str], recipient: PersonId
) -> Rows:
    """Return the answers that a message asks for: of a guardian the reason of an absence, of a
    class teacher a decision. What does not fit opens by a button of its own.
    """  # noqa: D205 - one sentence
    asked = list(dict.fromkeys(_asked(one) for one in told if _asks(one, recipient)))
    if len(asked) == len(names) == 1:
        pupil, day = asked[0]
        only = all(isinstance(one, AbsenceNews) for one in told)
        return replies(speech, pupil, day, anew=not only)
    are_many = len({pupil for pupil, _ in asked}) > A_FEW
    opened = [
        (pupil, _alert_button(speech, pupil, day, names[pupil]))
        for pupil, day in (asked if are_many else asked[-A_FEW:])
    ]
    alerts = by_name(speech, opened, names)
    claims = [one for one in told if isinstance(one, ClaimNews)]
    if len(told) == len(claims) == 1:
        excuse = claims[0].excuse.id
        return tuple(decide_row(speech, excuse)), (in_words_button(speech, excuse),)
    return (*alerts, *((_claim_button(speech, one),) for one in claims[:_BUTTONS]))


def _asks(news: News, recipient: PersonId) -> bool:
    # What a pupil says of its own absence is no answer of the parents.
    return (
        isinstance(news, AbsenceNews)
        and news.stands
        and news.about != recipient
        and (news.code, news.reason) == (AbsenceCode.ABSENT, ReasonState.UNKNOWN)
    )


def _asked(news: News) -> tuple[PupilId, date]:
    return news.about, news.day if isinstance(news, AbsenceNews) else date.min


def _alert_button(speech: Speech, pupil: PupilId, day: date, who: str) -> Button:
    label = speech.label("alert-open", who=who, day=short_weekday(day, speech.language))
    return button(label, OpenAlert(pupil=pupil, day=day.toordinal()))


def _claim_button(speech: Speech, news: ClaimNews) -> Button:
    label = speech.label("claim-open-named", name=full_name(speech, news.child))
    return button(label, OpenClaim(excuse=news.excuse.id, anew=True))
