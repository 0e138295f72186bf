"""The words and buttons for news of excuses and searches, and the answers under an alert."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import assert_never

from bot.callbacks.excuses import OpenAlert, OpenAnnouncing, OpenClaim
from bot.screens.excuses.alerts import answer_anew, not_known, reasons
from bot.screens.excuses.claims import decide_row, in_words_button
from bot.screens.excuses.words import line_of, reason_of, state_of, when_of, word_line
from bot.screens.parts.naming import full_name
from bot.screens.parts.of_children import A_FEW, by_name
from bot.screens.parts.screen import Button, Rows, button, rows
from bot.screens.parts.standing_in import said_here, why_here
from bot.texts.formats import short_weekday, weekday_and_day
from bot.texts.html import NOTHING, Html, cut
from bot.texts.keys import Key
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
                speech.say("news-claim-head" if news.is_open else "news-claim-off", who=who),
                speech.say(
                    "excuse-what", when=when_of(speech, claim), reason=reason_of(speech, claim)
                ),
                word_line(speech, claim),
                speech.say("claim-attached") if claim.attachment else NOTHING,
                speech.say("news-claim-by", name=full_name(speech, news.who)),
                why_here(speech, stands_in=news.stands_in),
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
            key: Key = "news-line-claim" if news.is_open else "news-line-claim-off"
            line = speech.say(key, when=when, reason=reason)
            return said_here(speech, line, stands_in=news.stands_in)
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
    day = weekday_and_day(news.day, speech.language)
    name = full_name(speech, news.who) if news.who else NOTHING
    named = "named" if name else "family"
    if not news.found:
        return [speech.say("news-search-on", day=day, name=name, by=named)]
    by = "journal" if news.seen else named
    return [speech.say("news-search-over", day=day, name=name, by=by)]


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
    missed = [one for one in told if isinstance(one, AbsenceNews) and asks_family(one, recipient)]
    asked = list(dict.fromkeys((one.about, one.day) for one in missed))
    if len(asked) == len(names) == 1:
        only = all(isinstance(one, AbsenceNews) for one in told)
        return _answers(speech, missed, anew=not only)
    are_many = len({pupil for pupil, _ in asked}) > A_FEW
    opened = [
        (pupil, _alert_button(speech, pupil, day, names[pupil]))
        for pupil, day in (asked if are_many else asked[-A_FEW:])
    ]
    alerts = by_name(speech, opened, names)
    claims = [one for one in told if isinstance(one, ClaimNews) and one.is_open]
    if len(told) == len(claims) == 1:
        excuse = claims[0].excuse.id
        return tuple(decide_row(speech, excuse)), (in_words_button(speech, excuse),)
    return (*alerts, *((_claim_button(speech, one),) for one in claims[:_BUTTONS]))


def asks_family(news: AbsenceNews, recipient: PersonId) -> bool:
    """Say whether a guardian can answer an absence: what a pupil says of its own is no answer."""
    asked = _is_unknown(news) or (news.of_today and news.code is not AbsenceCode.LATE)
    return asked and news.stands and news.alarms and news.about != recipient


def _is_unknown(news: AbsenceNews) -> bool:
    return (news.code, news.reason) == (AbsenceCode.ABSENT, ReasonState.UNKNOWN)


def _answers(speech: Speech, missed: Sequence[AbsenceNews], *, anew: bool) -> Rows:
    """Return the answers about one day: a reason, another one in place of a declined, or none."""
    pupil, day = missed[0].about, missed[0].day
    unknown = [one for one in missed if _is_unknown(one)]
    declined = [one.declined for one in unknown if one.declined]
    return rows(
        reasons(speech, pupil, day, anew=anew) if len(declined) < len(unknown) else (),
        (answer_anew(speech, declined[-1], day, anew=True),) if declined else (),
        (not_known(speech, pupil, day, anew=anew),) if any(one.of_today for one in missed) else (),
    )


def _alert_button(speech: Speech, pupil: PupilId, day: date, who: str) -> Button:
    label = speech.label("alert-open", who=who, day=short_weekday(day, speech.language))
    return button(label, OpenAlert(pupil=pupil, day=day.toordinal()))


def _claim_button(speech: Speech, news: ClaimNews) -> Button:
    label = speech.label("claim-open-named", name=full_name(speech, news.child))
    return button(label, OpenClaim(excuse=news.excuse.id, anew=True))
